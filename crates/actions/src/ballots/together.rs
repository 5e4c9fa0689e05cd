//! What many ask for at once is written in one transaction: one trip to the disk, and nobody loses a race against the other.

use std::sync::{Arc, OnceLock};

use tokio::sync::{mpsc, oneshot};

use super::Refused;
use crate::{Desk, Fault, Tx};

/// How many share a transaction at most.
const GROUP: usize = 64;
/// How many may stand in the queue; who comes after waits to get into it.
const WAITING: usize = 1024;

/// Writes a group: an outcome for each, in their order, or a fault of the whole transaction. Whoever is refused has changed nothing.
type Write<W, T> = dyn Fn(&mut Tx<'_>, &[W]) -> Result<Vec<Result<T, Refused>>, Fault> + Send + Sync;
type Waiting<W, T> = (W, oneshot::Sender<Result<T, Refused>>);

/// One kind of write, collected: whatever waits when a transaction ends is in the next one.
pub(super) struct Together<W, T> {
    desk: Desk,
    write: Arc<Write<W, T>>,
    queue: OnceLock<mpsc::Sender<Waiting<W, T>>>,
}

impl<W: Clone + Send + Sync + 'static, T: Send + 'static> Together<W, T> {
    /// Collects for `write`; see [`Write`].
    pub(super) fn new(
        desk: Desk,
        write: impl Fn(&mut Tx<'_>, &[W]) -> Result<Vec<Result<T, Refused>>, Fault> + Send + Sync + 'static,
    ) -> Together<W, T> {
        Together { desk, write: Arc::new(write), queue: OnceLock::new() }
    }

    /// Writes one, with whatever else waits. What it gives is durable.
    pub(super) async fn write(&self, one: W) -> Result<T, Refused> {
        let (answer, answered) = oneshot::channel();
        let queue = self.queue.get_or_init(|| self.begin());
        queue.send((one, answer)).await.map_err(|_| Fault::Closed)?;
        answered.await.unwrap_or(Err(Refused::Fault(Fault::Closed)))
    }

    /// Starts the task that writes; it ends when this is dropped.
    fn begin(&self) -> mpsc::Sender<Waiting<W, T>> {
        let (queue, mut waiting) = mpsc::channel(WAITING);
        let (desk, write) = (self.desk.clone(), self.write.clone());
        tokio::spawn(async move {
            let mut group: Vec<Waiting<W, T>> = Vec::with_capacity(GROUP);
            while waiting.recv_many(&mut group, GROUP).await > 0 {
                let (all, answers): (Vec<W>, Vec<_>) = group.drain(..).unzip();
                let outcomes = outcomes(&desk, &write, all).await;
                for (answer, outcome) in answers.into_iter().zip(outcomes) {
                    // Nobody listens any more when the request was dropped; what was committed stays committed.
                    drop(answer.send(outcome));
                }
            }
        });
        queue
    }
}

/// Writes a group in one transaction. If that fails, each is written by itself: what is wrong with one is no other's fault.
async fn outcomes<W: Clone + Send + Sync + 'static, T: Send + 'static>(
    desk: &Desk,
    write: &Arc<Write<W, T>>,
    all: Vec<W>,
) -> Vec<Result<T, Refused>> {
    let (all, here) = (Arc::new(all), write.clone());
    let group = all.clone();
    match desk.write(move |tx| here(tx, &group)).await {
        Ok(outcomes) => return outcomes,
        Err(fault) if all.len() == 1 => return vec![Err(fault.into())],
        Err(fault) => {
            tracing::warn!(%fault, writes = all.len(), "a group was not written; now each by itself")
        }
    }
    let mut outcomes = Vec::with_capacity(all.len());
    for one in all.iter() {
        let (one, here) = (one.clone(), write.clone());
        let outcome = desk.write(move |tx| here(tx, std::slice::from_ref(&one))).await;
        outcomes.push(outcome.map_err(Refused::from).and_then(|mut only| only.pop().ok_or(Fault::NotFound)?));
    }
    outcomes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Clock, Keys, LetterPolicy};

    /// Doubles numbers. It refuses 7, and cannot write 13, nor anything beside it.
    fn doubling() -> Together<u32, u32> {
        let store = store::testing::Fresh::sqlite().store;
        let desk = Desk::new(store, Clock::System, Keys::from_bytes([0; 32]), LetterPolicy::Keep, "http://x");
        let double = |number: &u32| if *number == 7 { Err(Refused::Closed) } else { Ok(number * 2) };
        Together::new(desk, move |_, all| {
            if all.contains(&13) { Err(Fault::Panicked) } else { Ok(all.iter().map(double).collect()) }
        })
    }

    #[tokio::test]
    async fn each_is_told_what_became_of_its_own() {
        let (together, mut asked) = (Arc::new(doubling()), tokio::task::JoinSet::new());
        for number in 0..200_u32 {
            let together = together.clone();
            asked.spawn(async move { (number, together.write(number).await) });
        }
        for (number, outcome) in asked.join_all().await {
            match (number, outcome) {
                (7, Err(Refused::Closed)) | (13, Err(Refused::Fault(Fault::Panicked))) => {}
                (number, Ok(double)) => assert_eq!(double, number * 2),
                (number, other) => panic!("{number}: {other:?}"),
            }
        }
    }
}
