//! The box is emptied: once, at closing. What it held becomes ballots that lie in the order of their random names, and goes too.

use people::OrganisationId;
use pulse::{Round, RoundId};
use store::ballots::Opened;

use super::asked::form_of;
use super::sealing::BoxKey;
use super::{Refused, RoundKey};
use crate::audit::{Act, note_itself};
use crate::{Desk, Fault, Keys, Tx};

/// Empties the box in the transaction that closes the round: every ballot is opened and written in the order of its random name, all at
/// once, and the box and its key are gone. Asked again, it finds no box and does nothing.
///
/// # Errors
/// [`Fault::Unreadable`] when the box does not open with this key file: then nothing has happened.
pub fn empty_box(tx: &mut Tx<'_>, keys: &Keys, round: RoundKey) -> Result<(), Fault> {
    let Some((_, Some(sealed_key))) = store::ballots::hours(tx, round)? else { return Ok(()) };
    let unreadable = |_| Fault::Unreadable { what: "ballot box" };
    let key = BoxKey::open(keys, round, &sealed_key).map_err(unreadable)?;
    let form = form_of(&store::rounds::questionnaire(tx, round.0, round.1)?)?;
    let opened = store::ballots::arrivals(tx, round)?.into_iter().map(|arrival| {
        let place = arrival.place;
        key.unseal(&form, &arrival).map(|arrival| Opened { place, arrival })
    });
    let opened = opened.collect::<Result<Vec<_>, _>>().map_err(unreadable)?;
    store::ballots::empty_box(tx, round, opened)
}

/// Erases the ballots of rounds that closed [`Round::BALLOTS_KEPT`] ago, and what deleted rows of rounds left behind. Done every night.
///
/// # Errors
/// A fault.
pub async fn erase_old(desk: &Desk) -> Result<(), Fault> {
    let erase_one = |tx: &mut Tx<'_>| match store::ballots::erase_old(tx, tx.now() - Round::BALLOTS_KEPT)? {
        Some((organisation, round)) => {
            note_itself(tx, organisation, Act::BallotsErased.in_round(round))?;
            Ok::<_, Fault>(true)
        }
        None => Ok(false),
    };
    while desk.write(erase_one).await? {}
    desk.sweep().await
}

/// The receipts of the counted ballots, sorted, one after the other: anyone may look for the own.
///
/// # Errors
/// [`Refused::Unknown`] when there is no such round, [`Refused::NotYet`] before it has closed.
pub async fn receipts(desk: &Desk, organisation: OrganisationId, round: RoundId) -> Result<Vec<u8>, Refused> {
    desk.read(move |tx| {
        store::rounds::by_id(tx, organisation, round)?;
        store::ballots::receipts(tx, (organisation, round))?.ok_or(Refused::NotYet)
    })
    .await
}
