use jiff::SignedDuration;
use pulse::{ClosedRound, Manifest, Round, RoundId, RoundState};
use store::queue::{Job, Sort};
use store::rounds::Opening;

use crate::audit::{Act, note_itself};
use crate::{Fault, Tx};

/// How soon it is tried again when keys are still being made.
const AGAIN: SignedDuration = SignedDuration::from_secs(5);

/// Opens a round whose time has come: its manifest is written, and invitations go out. While keys are being made it is tried
/// again; without a noted consultation it waits until that is noted; when drawing would have ended, it is called off.
///
/// # Errors
/// A fault.
pub fn open(tx: &mut Tx<'_>, job: Job) -> Result<(), Fault> {
    let (organisation, id) = (job.organisation, RoundId(job.subject));
    let Some((mut round, RoundState::Frozen)) = store::rounds::find(tx, organisation, id)? else {
        return Ok(());
    };
    let now = tx.now();
    if now >= round.draws_end_at {
        super::end(tx, &round)?;
        return note_itself(tx, organisation, Act::RoundCalledOff.in_round(id));
    }
    if round.consulted_on.is_none() {
        // Nobody noted it in time: then it ends with its time.
        return store::queue::put(tx, organisation, Sort::OpenRound, id.0, round.draws_end_at);
    }
    let (wanted, made) = store::rounds::keys_made(tx, organisation, id)?;
    if now < round.opens_at || (round.asks_by_name() && made < wanted) {
        return store::queue::put(tx, organisation, Sort::OpenRound, id.0, round.opens_at.max(now + AGAIN));
    }
    round.strict = round.asks_by_name() && store::rounds::strict_since(tx, organisation)?.is_some();
    store::rounds::take_strict(tx, &round)?;
    write_manifest(tx, &round)?;
    store::queue::put(tx, organisation, Sort::CloseRound, id.0, round.closes_at)?;
    if round.asks_by_name() {
        store::queue::put(tx, organisation, Sort::InviteRound, id.0, now)?;
        store::queue::put(tx, organisation, Sort::RemindRound, id.0, round.reminder_at(1).max(now))?;
    }
    Ok(())
}

/// Opens a frozen round that nobody will ever draw in: a round of the demo that is over already.
///
/// # Errors
/// A fault.
pub(crate) fn open_without_keys(
    tx: &mut Tx<'_>,
    organisation: people::OrganisationId,
    id: RoundId,
) -> Result<(), Fault> {
    let (round, _) = store::rounds::by_id(tx, organisation, id)?;
    write_manifest(tx, &round)
}

fn write_manifest(tx: &mut Tx<'_>, round: &Round) -> Result<(), Fault> {
    let (organisation, id) = (round.organisation, round.id);
    let named = store::organisations::only(tx)?.ok_or(Fault::NotFound)?.name;
    let questions = store::rounds::questionnaire(tx, organisation, id)?.hash();
    let nodes = store::rounds::tree(tx, organisation, id)?;
    let groups = store::rounds::groups(tx, organisation, id)?;
    let previous = store::rounds::last_hash(tx, organisation)?;
    let manifest = Manifest::new(&named, round, &questions, &nodes, &groups, previous.as_ref());
    let (bytes, hash) = (manifest.to_bytes(), manifest.hash());
    store::rounds::open(tx, (organisation, id), &bytes, &hash, previous.as_ref())?;
    note_itself(tx, organisation, Act::RoundOpened.in_round(id))
}

/// A round and its opening, for everybody: whoever has its address. `None` before it has opened.
///
/// # Errors
/// [`Fault::NotFound`] when there is no such round.
pub fn opening_of(
    tx: &mut Tx<'_>,
    id: RoundId,
) -> Result<Option<(Round, Opening, Option<ClosedRound>)>, Fault> {
    let organisation = store::organisations::only(tx)?.ok_or(Fault::NotFound)?;
    let (round, _) = store::rounds::by_id(tx, organisation.id, id)?;
    let opening = store::rounds::opening_of(tx, organisation.id, id)?;
    let closing = store::results::closing(tx, organisation.id, id)?;
    Ok(opening.map(|opening| (round, opening, closing)))
}
