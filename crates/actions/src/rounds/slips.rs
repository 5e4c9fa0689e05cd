use access::{Actor, Role};
use pulse::{Place, Round, RoundId, RoundState, SlipCode};

use super::Theirs;
use crate::audit::{Act, note};
use crate::{Fault, Tx};

/// The most slips made at a time.
pub const MOST_SLIPS: u32 = 300;

/// Slips just made: the only time their codes are seen.
#[derive(Debug)]
pub struct MadeSlips {
    /// Of which round.
    pub round: Round,
    /// The group's name.
    pub group: String,
    /// The hash of the manifest.
    pub hash: [u8; 32],
    /// The codes, in no order.
    pub codes: Vec<SlipCode>,
}

/// Why no slips were made.
#[derive(Debug, thiserror::Error)]
pub enum SlipsRefused {
    /// Only HR makes slips: whoever has one can answer.
    #[error("only HR makes slips")]
    NotYours,
    /// Not from 1 to [`MOST_SLIPS`].
    #[error("from 1 to {MOST_SLIPS} slips at a time")]
    Count,
    /// With those collected and made there would be more ballots than people asked.
    #[error("{left} more can be made")]
    TooMany {
        /// How many can.
        left: u32,
    },
    /// Slips belong to a round that is open, and asks people by name.
    #[error("the round is not open")]
    NotOpen,
    /// The machinery.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// Makes slips for a group. Only the hashes of their codes are kept, and not in the order they were made.
///
/// # Errors
/// [`SlipsRefused`].
pub fn make_slips(
    tx: &mut Tx<'_>,
    by: &Actor,
    id: RoundId,
    place: Place,
    count: u32,
) -> Result<MadeSlips, SlipsRefused> {
    if !by.roles.has(Role::Hr) && !by.roles.has(Role::AuthorityHr) {
        return Err(SlipsRefused::NotYours);
    }
    if !(1..=MOST_SLIPS).contains(&count) {
        return Err(SlipsRefused::Count);
    }
    let (round, state) = store::rounds::by_id(tx, by.organisation, id)?;
    if !Theirs::today(tx, by)?.as_hr(round.unit) {
        return Err(Fault::NotFound.into());
    }
    let hash = store::rounds::hash_of(tx, by.organisation, id)?;
    let open = state == RoundState::Open && round.asks_by_name() && tx.now() < round.draws_end_at;
    let Some(hash) = hash.filter(|_| open) else { return Err(SlipsRefused::NotOpen) };
    let groups = store::rounds::groups(tx, by.organisation, id)?;
    let group = groups.into_iter().find(|group| group.place == place).ok_or(Fault::NotFound)?;
    let node = store::rounds::node_at(tx, by.organisation, id, place)?;
    let left = node.eligible.saturating_sub(group.drawn + group.slips);
    if count > left {
        return Err(SlipsRefused::TooMany { left });
    }
    let codes: Vec<_> = (0..count).map(|_| SlipCode::from_random(crate::desk::random())).collect();
    let mut hashes: Vec<_> = codes.iter().map(SlipCode::hash).collect();
    // Kept in the order of their hashes, which says nothing of the order on paper.
    hashes.sort_unstable();
    store::rounds::add_slips(tx, by.organisation, id, place, &hashes)?;
    note(tx, by, Act::SlipsMade.in_place(id, place).thing(count.into()))?;
    Ok(MadeSlips { round, group: node.name, hash, codes })
}
