//! What is written on a counted ballot until it is erased: its pool, and nothing narrower.
//!
//! A ballot comes in under its key group, of which a handful may have voted. What is released speaks of pools of K or more, so a copy of the
//! database made after closing must not say more than that.

use ::pulse::{Place, RoundId};
use people::OrganisationId;

use crate::{Fault, Tx};

/// What becomes of the ballots of a key group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Label {
    /// They stand under their pool's first group.
    Pool(Place),
    /// They are in no pool, so nothing published holds them: they are erased at once.
    None,
}

/// Puts every ballot of a closed round under its pool, and erases those in none.
///
/// # Errors
/// A fault.
pub(super) fn relabel(
    tx: &mut Tx<'_>,
    round: (OrganisationId, RoundId),
    groups: impl Iterator<Item = Place>,
    pools: &[Vec<Place>],
) -> Result<(), Fault> {
    for group in groups {
        match label(group, pools) {
            Label::Pool(first) if first == group => {}
            Label::Pool(first) => store::ballots::relabel(tx, round, group, first)?,
            Label::None => store::ballots::erase_group(tx, round, group)?,
        }
    }
    Ok(())
}

fn label(group: Place, pools: &[Vec<Place>]) -> Label {
    let pool = pools.iter().find(|pool| pool.contains(&group));
    pool.and_then(|pool| pool.iter().min()).map_or(Label::None, |first| Label::Pool(*first))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ballot_says_no_more_than_its_pool() {
        let pools = [vec![Place(4), Place(2)], vec![Place(5)]];
        let labels = [2, 3, 4, 5].map(|group| label(Place(group), &pools));
        assert_eq!(
            labels,
            [Label::Pool(Place(2)), Label::None, Label::Pool(Place(2)), Label::Pool(Place(5))]
        );
    }
}
