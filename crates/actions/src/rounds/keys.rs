use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use blindballot::KeyPair;
use jiff::SignedDuration;
use people::OrganisationId;
use pulse::{Place, RoundId, RoundState};
use store::queue::{Job, Sort};
use tokio::sync::mpsc;

use crate::chance::Chance;
use crate::{Desk, Fault, Keys, Tx, Unsealable, sealed};

/// How long keys are made at a stretch: within the time that the work belongs to whoever took it. Then it is put again.
const STRETCH: SignedDuration = SignedDuration::from_mins(3);
/// Groups looked up at a time.
const AT_A_TIME: u32 = 256;
/// How much lower than everything else the threads that make keys stand (0 to 19).
const NICENESS: i32 = 19;

/// Makes the keys that a frozen round still wants, on all cores at the lowest priority, and remembers each as it is made: whatever
/// stops it, what is made is kept, and the next try goes on from there.
///
/// # Errors
/// A fault.
pub async fn make_keys(desk: &Desk, job: Job) -> Result<(), Fault> {
    let (organisation, round) = (job.organisation, RoundId(job.subject));
    let until = desk.now() + STRETCH;
    loop {
        let wanted = desk.read(move |tx| wanted(tx, organisation, round)).await?;
        if wanted.is_empty() {
            return Ok(());
        }
        let mut made = begin(wanted);
        while let Some((place, pair)) = made.recv().await {
            save(desk, organisation, round, place, &pair).await?;
            if desk.now() >= until {
                let again = move |tx: &mut Tx<'_>| {
                    let now = tx.now();
                    store::queue::put(tx, organisation, Sort::MakeKeys, round.0, now)
                };
                return desk.write(again).await;
            }
        }
    }
}

fn wanted(tx: &mut Tx<'_>, organisation: OrganisationId, round: RoundId) -> Result<Vec<Place>, Fault> {
    match store::rounds::find(tx, organisation, round)? {
        Some((_, RoundState::Frozen)) => store::rounds::without_key(tx, organisation, round, AT_A_TIME),
        _ => Ok(Vec::new()),
    }
}

/// Sets a thread to work for each core. They end when the work does, or when nobody waits for it any more.
fn begin(wanted: Vec<Place>) -> mpsc::Receiver<(Place, KeyPair)> {
    let hands = std::thread::available_parallelism().map_or(1, usize::from).min(wanted.len());
    let (give, made) = mpsc::channel(hands);
    let wanted = Arc::new(Mutex::new(VecDeque::from(wanted)));
    for _ in 0..hands {
        let (give, wanted) = (give.clone(), wanted.clone());
        let work = move || {
            // Where it cannot be had, keys are made at the priority of everything else.
            let _ = rustix::process::nice(NICENESS);
            while let Some(place) = next(&wanted) {
                let Ok(pair) = KeyPair::generate(&mut Chance) else { continue };
                if give.blocking_send((place, pair)).is_err() {
                    return;
                }
            }
        };
        // Without a thread the others do it, or the next try.
        let _ = std::thread::Builder::new().name("round-keys".into()).spawn(work);
    }
    made
}

fn next(wanted: &Mutex<VecDeque<Place>>) -> Option<Place> {
    wanted.lock().ok()?.pop_front()
}

async fn save(
    desk: &Desk,
    organisation: OrganisationId,
    round: RoundId,
    place: Place,
    pair: &KeyPair,
) -> Result<(), Fault> {
    let der = pair.to_pkcs8().map_err(|_| Fault::Unreadable { what: "key just made" })?;
    let sealed = sealed::seal_bytes(&desk.keys.rounds(), &row(organisation, round, place), &der)
        .map_err(|_| Fault::Unreadable { what: "key just made" })?;
    let modulus = pair.public().n();
    desk.write(move |tx| store::rounds::save_key(tx, (organisation, round), place, &modulus, &sealed)).await
}

/// The private key of a group, unsealed. `None` before it is made, and from closing on.
///
/// # Errors
/// A fault; [`Fault::Unreadable`] with another key file than the one it was sealed under.
pub fn private_key(
    tx: &mut Tx<'_>,
    keys: &Keys,
    organisation: OrganisationId,
    round: RoundId,
    place: Place,
) -> Result<Option<KeyPair>, Fault> {
    let Some(sealed) = store::rounds::private_key(tx, organisation, round, place)? else { return Ok(None) };
    let opened = open_private_key(keys, organisation, round, place, &sealed);
    opened.map(Some).map_err(|_| Fault::Unreadable { what: "private key of a round" })
}

/// Unseals a private key.
pub(crate) fn open_private_key(
    keys: &Keys,
    organisation: OrganisationId,
    round: RoundId,
    place: Place,
    sealed: &[u8],
) -> Result<KeyPair, Unsealable> {
    let der = sealed::open_bytes(&keys.rounds(), &row(organisation, round, place), sealed)?;
    KeyPair::from_pkcs8(&zeroize::Zeroizing::new(der)).map_err(|_| Unsealable)
}

/// What a sealed key is bound to: moved to another group, it does not open.
fn row(organisation: OrganisationId, round: RoundId, place: Place) -> [u8; 20] {
    let mut bytes = [0; 20];
    bytes[..8].copy_from_slice(&organisation.0.to_be_bytes());
    bytes[8..16].copy_from_slice(&round.0.to_be_bytes());
    bytes[16..].copy_from_slice(&place.0.to_be_bytes());
    bytes
}
