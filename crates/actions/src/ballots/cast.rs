use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};

use ballotbox::{Arrival, Ballot, Nonce};
use blindballot::{BallotMessage, GroupId, PREFIX_BYTES, PublicKey, RoundId, Signature};
use pulse::Place;
use store::ballots::SealedArrival;

use super::sealing::BoxKey;
use super::station::takes_ballots;
use super::{Refused, RoundKey, Station};
use crate::{Fault, Keys, Tx};

/// A ballot as it is handed in.
#[derive(Clone)]
pub struct Cast {
    /// The ballot's own name.
    pub nonce: [u8; 32],
    /// The random prefix and the signature; an open group's ballot has none.
    pub signed: Option<([u8; PREFIX_BYTES], Vec<u8>)>,
    /// One character a question with a scale.
    pub answers: String,
    /// What was written, if it is asked for.
    pub words: Option<String>,
}

impl Station {
    /// Takes a ballot in. It is durable when this returns. The same ballot again takes the place of the one before, until the round
    /// closes. Whose it is nobody asks; `network` is counted only for open groups and for what is wrong.
    ///
    /// # Errors
    /// [`Refused::NotSigned`] when the signature is not the group's, and whatever else stands in the way.
    pub async fn cast(
        &self,
        round: RoundKey,
        place: Place,
        cast: Cast,
        network: &str,
    ) -> Result<(), Refused> {
        self.not_too_wrong(network)?;
        let outcome = self.cast_once(round, place, cast, network).await;
        self.note(network, outcome)
    }

    async fn cast_once(
        &self,
        round: RoundKey,
        place: Place,
        cast: Cast,
        network: &str,
    ) -> Result<(), Refused> {
        let group = self.group(round, place).await?;
        let ballot = Ballot::read(&group.form, &cast.answers, cast.words.as_deref());
        let arrival = Arrival { nonce: Nonce(cast.nonce), ballot: ballot.map_err(|_| Refused::Garbled)? };
        match &group.key {
            Some(key) => signed_by(key, round, place, &cast)?,
            None => self.count_open(round, place, network)?,
        }
        let packed = arrival.pack(&group.form);
        self.casts.write(ToPut { round, place, nonce: arrival.nonce, packed }).await
    }
}

fn signed_by(key: &PublicKey, round: RoundKey, place: Place, cast: &Cast) -> Result<(), Refused> {
    let (prefix, signature) = cast.signed.as_ref().ok_or(Refused::NotSigned)?;
    let signature = Signature::from_bytes(signature).map_err(|_| Refused::NotSigned)?;
    let message = BallotMessage {
        round: RoundId(round.1.to_wire()),
        group: GroupId(place.to_wire()),
        nonce: Nonce(cast.nonce),
    };
    key.verify(prefix, &message.to_bytes(), &signature).map_err(|_| Refused::NotSigned)
}

/// A packed ballot on its way into a box.
#[derive(Clone)]
pub(super) struct ToPut {
    pub(super) round: RoundKey,
    pub(super) place: Place,
    pub(super) nonce: Nonce,
    pub(super) packed: Vec<u8>,
}

/// Puts ballots into the boxes of rounds that take ballots, all of a round at once and in the order of their keyed names: in which
/// order they came is not even written into a log. Of two with one name the later one stands.
pub(super) fn put_all(
    tx: &mut Tx<'_>,
    keys: &Keys,
    all: &[ToPut],
) -> Result<Vec<Result<(), Refused>>, Fault> {
    let mut open = HashMap::new();
    let mut sealed: BTreeMap<RoundKey, BTreeMap<(Place, [u8; 32]), SealedArrival>> = BTreeMap::new();
    let mut outcomes = Vec::with_capacity(all.len());
    for one in all {
        outcomes.push(match seal(tx, keys, &mut open, one) {
            Ok(arrival) => {
                sealed.entry(one.round).or_default().insert((arrival.place, arrival.name), arrival);
                Ok(())
            }
            Err(Refused::Fault(fault)) => return Err(fault),
            Err(refused) => Err(refused),
        });
    }
    for (round, arrivals) in sealed {
        store::ballots::put_arrivals(tx, round, &arrivals.into_values().collect::<Vec<_>>())?;
    }
    Ok(outcomes)
}

/// Puts one ballot into its box.
pub(super) fn put(tx: &mut Tx<'_>, keys: &Keys, one: &ToPut) -> Result<(), Refused> {
    let arrival = seal(tx, keys, &mut HashMap::new(), one)?;
    Ok(store::ballots::put_arrivals(tx, one.round, &[arrival])?)
}

/// Seals a ballot for its box, if its round takes ballots; the first one of a round brings the box's key.
fn seal(
    tx: &mut Tx<'_>,
    keys: &Keys,
    open: &mut HashMap<RoundKey, BoxKey>,
    one: &ToPut,
) -> Result<SealedArrival, Refused> {
    let key = match open.entry(one.round) {
        Entry::Occupied(opened) => opened.into_mut(),
        Entry::Vacant(closed) => closed.insert(box_key(tx, keys, one.round)?),
    };
    Ok(key.seal(one.place, &one.nonce, &one.packed)?)
}

fn box_key(tx: &mut Tx<'_>, keys: &Keys, round: RoundKey) -> Result<BoxKey, Refused> {
    let sealed_key = match takes_ballots(tx, round)?.1 {
        Some(sealed_key) => sealed_key,
        None => store::ballots::add_box(tx, round, &BoxKey::fresh_sealed(keys, round)?)?,
    };
    Ok(BoxKey::open(keys, round, &sealed_key)?)
}
