use std::sync::Arc;
use std::time::Duration;

use actions::Desk;
use mail::Channel;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::timeout;

use crate::handlers::Handlers;
use crate::{clearing, letters, log, work};

/// How often the clockwork looks whether anything is due.
pub const LOOK_EVERY: Duration = Duration::from_secs(1);
/// How long it rests when the database or the mail server cannot be reached.
pub(crate) const TROUBLE: Duration = Duration::from_secs(10);
/// How long what is under way may go on once the clockwork is to stop. What is not finished then is done again later.
pub const PARTING: Duration = Duration::from_millis(700);
/// Pieces of work done at once: most of them wait for somebody else's server.
const HANDS: usize = 4;

/// Becomes true when everything is to stop. If whoever holds the other end is gone, that means the same.
pub type Stop = watch::Receiver<bool>;

/// Runs until it is told to stop, and then ends within a second. Without a post office letters stay where they are.
pub async fn run(desk: Desk, post: Option<impl Channel + 'static>, handlers: Handlers, stop: Stop) {
    let handlers = Arc::new(handlers);
    let mut hands = JoinSet::new();
    if let Some(post) = post {
        hands.spawn(letters::run(desk.clone(), post, stop.clone()));
    }
    for _ in 0..HANDS {
        hands.spawn(work::run(desk.clone(), handlers.clone(), stop.clone()));
    }
    hands.spawn(log::run(desk.clone(), stop.clone()));
    hands.spawn(clearing::run(desk, handlers, stop.clone()));
    stopped(stop).await;
    // Whoever has not put their work down by then has it taken from them.
    let all_home = async { while hands.join_next().await.is_some() {} };
    drop(timeout(PARTING, all_home).await);
    hands.shutdown().await;
}

/// Comes when it is time to stop.
pub(crate) async fn stopped(mut stop: Stop) {
    drop(stop.wait_for(|stop| *stop).await);
}

/// Whether it is time to stop.
pub(crate) fn is_stopped(stop: &Stop) -> bool {
    *stop.borrow() || stop.has_changed().is_err()
}

/// Waits, unless it is time to stop.
pub(crate) async fn rest(stop: &Stop, time: Duration) {
    drop(timeout(time, stopped(stop.clone())).await);
}
