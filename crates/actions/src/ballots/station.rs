use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};

use ballotbox::{Form, Limit, Phase, Throttle};
use blindballot::PublicKey;
use people::OrganisationId;
use pulse::{Place, RoundId};
use tokio::sync::Semaphore;

use super::Refused;
use super::asked::form_of;
use super::cast::{ToPut, put_all};
use super::draw::{ToRemember, remember_all};
use super::mine::Opened;
use super::signer::Signer;
use super::together::Together;
use crate::{Desk, Fault};

/// A round, and whose.
pub type RoundKey = (OrganisationId, RoundId);

/// Ballots of an open group in an hour: few from one network, since a poster hangs in a waiting room and not in a hundred; but a
/// whole ward may sit behind one address.
const OPEN_BALLOTS: Limit = Limit { of_network: 60, in_all: 1000 };
/// Links, slips and signatures in an hour that are none. Guessing them is hopeless; this keeps the log and the processor quiet.
const WRONG: Limit = Limit { of_network: 300, in_all: u32::MAX };
/// Groups whose public keys are kept at hand; past that all are read anew.
const GROUPS: usize = 2000;
/// Rounds whose forms are kept at hand.
const ROUNDS: usize = 100;
/// Manifests that are kept at hand: some 400 bytes for each group.
const MANIFESTS: usize = 8;

/// How many who come for a ballot are looked up at once. Those who wait for the same quarter of a second come back together, and would
/// else take every connection that other pages wait for.
const LOOKS: usize = 4;

/// Where ballots are handed out and taken in: one for each running program. What it keeps in memory is public, or counts
/// without knowing whom.
pub struct Station {
    pub(super) desk: Desk,
    pub(super) signer: Signer,
    pub(super) looks: Semaphore,
    pub(super) draws: Together<ToRemember, Vec<u8>>,
    pub(super) casts: Together<ToPut, ()>,
    groups: Kept<(RoundKey, Place), Group>,
    forms: Kept<RoundKey, Form>,
    pub(super) manifests: Kept<RoundKey, Opened>,
    open: Mutex<HashMap<(RoundKey, Place), Throttle>>,
    wrong: Mutex<Throttle>,
}

/// What is public of a key group, and does not change while its round is open.
pub(super) struct Group {
    /// What its ballots hold.
    pub(super) form: Arc<Form>,
    /// What their signatures are checked with; an open group has no key.
    pub(super) key: Option<PublicKey>,
}

impl Station {
    /// A station over a desk.
    pub fn new(desk: Desk) -> Station {
        let keys = desk.keys.clone();
        Station {
            signer: Signer::new(keys.clone()),
            looks: Semaphore::new(LOOKS),
            draws: Together::new(desk.clone(), remember_all),
            casts: Together::new(desk.clone(), move |tx, all| put_all(tx, &keys, all)),
            desk,
            groups: Kept::new(GROUPS),
            forms: Kept::new(ROUNDS),
            manifests: Kept::new(MANIFESTS),
            open: Mutex::default(),
            wrong: Mutex::new(Throttle::new(WRONG)),
        }
    }

    /// The form of a round that is open.
    pub(super) async fn form(&self, round: RoundKey) -> Result<Arc<Form>, Refused> {
        if let Some(form) = self.forms.get(&round) {
            return Ok(form);
        }
        let form = self
            .desk
            .read(move |tx| {
                takes_ballots(tx, round)?;
                Ok::<_, Refused>(form_of(&store::rounds::questionnaire(tx, round.0, round.1)?)?)
            })
            .await?;
        Ok(self.forms.keep(round, form))
    }

    /// A group of a round that is open.
    pub(super) async fn group(&self, round: RoundKey, place: Place) -> Result<Arc<Group>, Refused> {
        if let Some(group) = self.groups.get(&(round, place)) {
            return Ok(group);
        }
        let form = self.form(round).await?;
        let modulus = self.desk.read(move |tx| store::ballots::modulus(tx, round, place)).await?;
        let modulus = modulus.ok_or(Refused::Unknown)?;
        let key = modulus.map(|n| PublicKey::from_components(&n, &[1, 0, 1])).transpose();
        let key = key.map_err(|_| Fault::Unreadable { what: "modulus" })?;
        Ok(self.groups.keep((round, place), Group { form, key }))
    }

    /// Counts a ballot of an open group that comes from `network`.
    pub(super) fn count_open(&self, round: RoundKey, place: Place, network: &str) -> Result<(), Refused> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if open.len() >= GROUPS && !open.contains_key(&(round, place)) {
            open.clear();
        }
        let throttle = open.entry((round, place)).or_insert_with(|| Throttle::new(OPEN_BALLOTS));
        throttle.count(network, self.desk.now(), crate::desk::random).map_err(|_| Refused::TooMany)
    }

    /// Refuses a network from which too much has come that was wrong.
    pub(super) fn not_too_wrong(&self, network: &str) -> Result<(), Refused> {
        let full =
            self.wrong.lock().unwrap_or_else(PoisonError::into_inner).is_full(network, self.desk.now());
        if full { Err(Refused::TooMany) } else { Ok(()) }
    }

    /// Counts what was wrong: a link, slip or signature that is none.
    pub(super) fn note<T>(&self, network: &str, outcome: Result<T, Refused>) -> Result<T, Refused> {
        if matches!(outcome, Err(Refused::Unknown | Refused::NotSigned)) {
            let mut wrong = self.wrong.lock().unwrap_or_else(PoisonError::into_inner);
            // Past the limit there is nothing more to count: the next one is refused before anything is looked at.
            let _full = wrong.count(network, self.desk.now(), crate::desk::random);
        }
        outcome
    }
}

/// Refuses unless the round takes ballots in now. Gives what can be done, and the sealed key of its box, if it has one yet.
pub(super) fn takes_ballots(
    tx: &mut crate::Tx<'_>,
    round: RoundKey,
) -> Result<(Phase, Option<Vec<u8>>), Refused> {
    let (hours, sealed_key) = store::ballots::hours(tx, round)?.ok_or(Refused::Unknown)?;
    match hours.phase(tx.now()) {
        Phase::NotYet => Err(Refused::NotYet),
        Phase::Over => Err(Refused::Closed),
        phase @ (Phase::Drawing | Phase::Casting) => Ok((phase, sealed_key)),
    }
}

/// What is read once and kept at hand; all of it is let go when it becomes too much.
pub(super) struct Kept<K, V> {
    most: usize,
    kept: Mutex<HashMap<K, Arc<V>>>,
}

impl<K: Hash + Eq, V> Kept<K, V> {
    fn new(most: usize) -> Kept<K, V> {
        Kept { most, kept: Mutex::default() }
    }

    pub(super) fn get(&self, key: &K) -> Option<Arc<V>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).get(key).cloned()
    }

    pub(super) fn keep(&self, key: K, value: V) -> Arc<V> {
        let value = Arc::new(value);
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= self.most {
            kept.clear();
        }
        kept.insert(key, value.clone());
        value
    }
}
