//! Signing, which takes milliseconds of pure arithmetic: on threads of its own, one for each core, that give way to whatever else
//! there is to do.

use std::collections::HashSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, OnceLock, PoisonError, mpsc};

use blindballot::{BlindedMessage, SignError};
use people::PersonId;
use pulse::Place;
use tokio::sync::oneshot;

use super::{Refused, RoundKey};
use crate::Keys;
use crate::chance::Chance;
use crate::rounds::open_private_key;

/// How many may wait. At some 250 signatures a second and core, the last of them waits less than two seconds on one core.
const WAITING: usize = 400;
/// How much signing gives way: at 15, a thread gets some three per cent of a core that others want.
#[cfg(target_os = "linux")]
const NICE: i32 = 15;

/// What is to be signed, and with what.
pub(super) struct ToSign {
    pub(super) round: RoundKey,
    pub(super) place: Place,
    pub(super) person: PersonId,
    pub(super) sealed_key: Vec<u8>,
    pub(super) blinded: BlindedMessage,
}

type Drawer = (RoundKey, Place, PersonId);
type Underway = Arc<Mutex<HashSet<Drawer>>>;
type Signed = Result<Vec<u8>, Refused>;
type Work = (ToSign, oneshot::Sender<Signed>);

/// Signs for everybody who draws. Its threads begin with the first ballot, and end when it is dropped.
pub(super) struct Signer {
    keys: Keys,
    queue: OnceLock<mpsc::SyncSender<Work>>,
    underway: Underway,
}

impl Signer {
    pub(super) fn new(keys: Keys) -> Signer {
        Signer { keys, queue: OnceLock::new(), underway: Arc::default() }
    }

    /// Signs in turn. One ballot of a person at a time: who asks for more at once waits for nobody, but is told to ask again.
    pub(super) async fn sign(&self, work: ToSign) -> Signed {
        let _alone = Alone::take(&self.underway, (work.round, work.place, work.person))?;
        let (answer, answered) = oneshot::channel();
        let queue = self.queue.get_or_init(|| begin(&self.keys));
        queue.try_send((work, answer)).map_err(|_| Refused::Busy)?;
        answered.await.unwrap_or(Err(Refused::Signing))
    }
}

/// The mark that a person's ballot is being signed; gone when dropped.
struct Alone {
    underway: Underway,
    who: Drawer,
}

impl Alone {
    fn take(underway: &Underway, who: Drawer) -> Result<Alone, Refused> {
        let first = underway.lock().unwrap_or_else(PoisonError::into_inner).insert(who);
        if first { Ok(Alone { underway: underway.clone(), who }) } else { Err(Refused::Busy) }
    }
}

impl Drop for Alone {
    fn drop(&mut self) {
        self.underway.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.who);
    }
}

/// Starts the threads. If not one can be started, what is sent to them is refused.
fn begin(keys: &Keys) -> mpsc::SyncSender<Work> {
    let (queue, waiting) = mpsc::sync_channel(WAITING);
    let waiting = Arc::new(Mutex::new(waiting));
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    for _ in 0..cores {
        let (keys, waiting) = (keys.clone(), waiting.clone());
        let started =
            std::thread::Builder::new().name("signer".into()).spawn(move || sign_in_turn(&keys, &waiting));
        if let Err(cause) = started {
            tracing::error!(%cause, "a signing thread could not be started");
        }
    }
    queue
}

fn sign_in_turn(keys: &Keys, waiting: &Mutex<mpsc::Receiver<Work>>) {
    give_way();
    loop {
        let next = waiting.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((work, answer)) = next else { return };
        // Whoever has gone away meanwhile needs no signature.
        if !answer.is_closed() {
            let signed = catch_unwind(AssertUnwindSafe(|| sign(keys, &work)));
            drop(answer.send(signed.unwrap_or(Err(Refused::Signing))));
        }
    }
}

fn sign(keys: &Keys, work: &ToSign) -> Signed {
    let pair = open_private_key(keys, work.round.0, work.round.1, work.place, &work.sealed_key)?;
    match pair.sign_blinded(&mut Chance, &work.blinded) {
        Ok(signature) => Ok(signature.as_bytes().to_vec()),
        Err(SignError::OtherKey) => Err(Refused::Garbled),
        Err(SignError::Fault) => Err(Refused::Signing),
    }
}

/// Elsewhere than on Linux a thread's turn cannot be set apart from its program's: there signing takes its share.
fn give_way() {
    #[cfg(target_os = "linux")]
    if let Err(cause) = rustix::process::setpriority_process(None, NICE) {
        tracing::warn!(%cause, "signing threads do not give way to others");
    }
}
