use std::sync::Arc;
use std::time::Duration;

use actions::clockwork::{self, Job};
use actions::{Desk, Fault};
use tokio::task::JoinSet;

use crate::clockwork::{LOOK_EVERY, Stop, TROUBLE, is_stopped, rest};
use crate::handlers::{Handlers, NotDone};

/// One pair of hands: takes what is due, does it, and looks again.
pub(crate) async fn run(desk: Desk, handlers: Arc<Handlers>, stop: Stop) {
    while !is_stopped(&stop) {
        let pause = next(&desk, &handlers).await.unwrap_or_else(|fault| {
            tracing::warn!(%fault, "the clockwork cannot reach its work");
            TROUBLE
        });
        rest(&stop, pause).await;
    }
}

/// Does the next piece; how long to rest after it.
async fn next(desk: &Desk, handlers: &Handlers) -> Result<Duration, Fault> {
    let Some(job) = clockwork::take(desk).await? else { return Ok(LOOK_EVERY) };
    match attempt(desk, handlers, job).await {
        Ok(()) => clockwork::done(desk, job).await?,
        Err(reason) => {
            let (organisation, sort) = (job.organisation.0, job.sort.code());
            tracing::warn!(organisation, job = job.id, sort, tries = job.tries, %reason, "work was not done");
            clockwork::failed(desk, job).await?;
        }
    }
    Ok(Duration::ZERO)
}

/// In a task of its own, so that one that panics takes no hands with it; a set, so that it ends when these hands do.
async fn attempt(desk: &Desk, handlers: &Handlers, job: Job) -> Result<(), NotDone> {
    let mut task = JoinSet::new();
    task.spawn(handlers.begin(desk.clone(), job));
    match tokio::time::timeout(clockwork::CLAIM.unsigned_abs(), task.join_next()).await {
        Ok(Some(Ok(outcome))) => outcome,
        Ok(_) => Err(NotDone::Later("it panicked")),
        Err(_) => Err(NotDone::Later("it took too long")),
    }
}
