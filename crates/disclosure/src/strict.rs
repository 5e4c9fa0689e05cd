//! Strict mode: a round published so that, laid beside each earlier one, it gives away no group below K even if nobody has
//! changed an answer.
//!
//! Two things are shown. Nodes whose exact figures are safe beside every earlier round, by the theorem of two partitions
//! ([`publish_beside`]); and of what no such node holds, the pools that few came to or left, as bands. A band is settled by the last
//! exact sum and by how many came and left, so long as nobody changed an answer: it tells nothing of those who came or left.
//! No pool with a band lies within an exact figure, so the one says nothing about the other.

use crate::beside::{BesideError, Layer, Placed, publish_beside};
use crate::cells::cells;
use crate::closing::{CloseError, Closing, ReleaseError, sums};
use crate::guard::{Since, guard};
use crate::histogram::Histogram;
use crate::publish::Status;
use crate::release::{Figure, release};
use crate::released::Released;
use crate::rules::Rules;
use crate::tree::Tree;

/// A round closed in strict mode.
#[derive(Debug, Clone, PartialEq)]
pub struct Strict {
    closing: Closing,
    rest: Vec<Vec<u32>>,
}

/// What is known of a pool from earlier rounds, on one question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Past {
    /// The question was never asked before: there is nothing to compare with.
    Never,
    /// Its last exact figure, and how it has changed since.
    Since(Since),
    /// It was asked before, but of no group that is this one.
    Unknown,
}

/// Why a round could not be closed in strict mode. Nothing is shown then.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StrictError {
    /// The round by itself.
    #[error(transparent)]
    Close(#[from] CloseError),
    /// Beside an earlier round.
    #[error(transparent)]
    Beside(#[from] BesideError),
}

impl Strict {
    /// Decides what is shown. `pasts`: for each earlier round that asked some of the same questions, everybody who was in one
    /// of its pools or is in a leaf of `tree`, by the personnel roster; leaves are given as those of layer 0.
    ///
    /// Begins with the best publication of the round alone and takes away, for one earlier round after the other, what would not be safe
    /// beside it, until nothing has to be taken away beside any.
    ///
    /// # Errors
    /// [`StrictError`] when people do not fit the tree, and whenever an audit finds anything.
    pub fn new(tree: Tree, rules: Rules, pasts: &[Vec<Placed>]) -> Result<Strict, StrictError> {
        let alone = Closing::new(tree.clone(), rules)?;
        let Some(publication) = beside_all(&tree, &rules, pasts)? else {
            return Ok(Strict { closing: alone, rest: Vec::new() });
        };
        let pools = cells(&tree, &publication);
        let closing = Closing::audited(tree, rules, publication, pools)?;
        let left = |pool: &&Vec<u32>| pool.iter().all(|leaf| closing.pools().of(*leaf as usize).is_none());
        let rest = alone.pools().groups().iter().filter(left).cloned().collect();
        Ok(Strict { closing, rest })
    }

    /// What is shown exactly.
    pub fn closing(&self) -> &Closing {
        &self.closing
    }

    /// The pools of the round alone that nothing exact holds any of, each with its leaves in tree order.
    pub fn rest(&self) -> &[Vec<u32>] {
        &self.rest
    }

    /// What is shown of each pool of [`rest`](Strict::rest): with everything known of its past, `None` for nothing.
    ///
    /// # Errors
    /// [`ReleaseError`] unless every leaf has the number of answers the round was closed with, and there is a past for each pool.
    pub fn release_rest(
        &self,
        leaves: &[(usize, Histogram)],
        pasts: &[Past],
    ) -> Result<Vec<Option<Released<Figure>>>, ReleaseError> {
        if pasts.len() != self.rest.len() {
            return Err(ReleaseError::OtherPools { given: pasts.len(), pools: self.rest.len() });
        }
        let rules = self.closing.rules();
        let figure = |(histogram, past): (&Histogram, &Past)| {
            let figure = match past {
                Past::Never => Some(release(histogram, rules)?),
                Past::Since(since) => guard(histogram, rules, *since)?,
                Past::Unknown => None,
            };
            Ok(figure.map(Released::seal))
        };
        sums(&self.rest, &self.closing.by_leaf(leaves)?).iter().zip(pasts).map(figure).collect()
    }
}

/// A publication that is safe beside every earlier round; `None` without any.
fn beside_all(
    tree: &Tree,
    rules: &Rules,
    pasts: &[Vec<Placed>],
) -> Result<Option<crate::publish::Publication>, BesideError> {
    let mut layer = Layer { tree: tree.clone(), may_show: vec![true; tree.len()] };
    loop {
        let mut last = None;
        let mut narrowed = false;
        for past in pasts {
            let publication = publish_beside(std::slice::from_ref(&layer), past, rules)?.into_iter().next();
            let publication = publication.ok_or(BesideError::Misfit)?;
            for (node, may_show) in layer.may_show.iter_mut().enumerate() {
                let hidden = publication.status(node) == Status::Hidden;
                narrowed |= *may_show && hidden;
                *may_show &= !hidden;
            }
            last = Some(publication);
        }
        if !narrowed {
            return Ok(last);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Band, LeafCount};

    fn placed(other: Option<u32>, leaf: Option<usize>, people: u32) -> Placed {
        let count = LeafCount { ballots: people, answers: people };
        Placed { other, leaf: leaf.map(|leaf| (0, leaf)), count }
    }

    /// A top over units 1 (20), 2 (12) and 3 (9).
    fn tree() -> Tree {
        let counts = [(1, 20.into()), (2, 12.into()), (3, 9.into())];
        Tree::new(&[None, Some(0), Some(0), Some(0)], &counts).expect("a tree")
    }

    fn strict(pasts: &[Vec<Placed>]) -> Strict {
        Strict::new(tree(), Rules::new(6, 1).expect("six"), pasts).expect("safe")
    }

    fn shown(strict: &Strict) -> Vec<Status> {
        (0..4).map(|node| strict.closing().publication().status(node)).collect()
    }

    #[test]
    fn without_a_past_and_with_an_unchanged_one_everything_is_shown() {
        assert_eq!(shown(&strict(&[])), [Status::Full; 4]);
        let same =
            vec![placed(Some(0), Some(1), 20), placed(Some(1), Some(2), 12), placed(Some(2), Some(3), 9)];
        assert_eq!(shown(&strict(&[same])), [Status::Full; 4]);
    }

    #[test]
    fn one_newcomer_is_shown_only_within_a_band() {
        let past = vec![
            placed(Some(0), Some(1), 20),
            placed(Some(1), Some(2), 11),
            placed(None, Some(2), 1),
            placed(Some(2), Some(3), 9),
        ];
        let strict = strict(&[past]);
        // The whole would tell of the newcomer as much as the unit does.
        assert_eq!(shown(&strict), [Status::Hidden, Status::Full, Status::Hidden, Status::Full]);
        assert_eq!(strict.rest(), [vec![2]]);
        let even = |each: u32| Histogram::new([each, each, each, each, 0]);
        let leaves = [(1, even(5)), (2, even(3)), (3, Histogram::new([3, 3, 3, 0, 0]))];
        let since = Since { sum: 27, joiners: 1, leavers: 0, insiders: 0 };
        let figure =
            |past| strict.release_rest(&leaves, &[past]).expect("a figure")[0].map(|sealed| *sealed.get());
        assert_eq!(figure(Past::Since(since)), Some(Figure::Band(Band { answers: 12, low: 28, high: 32 })));
        assert_eq!(figure(Past::Unknown), None);
        assert!(matches!(figure(Past::Never), Some(Figure::Full(_))));
        assert!(strict.release_rest(&leaves, &[]).is_err());
        assert!(strict.release_rest(&leaves[..2], &[Past::Never]).is_err());
    }

    #[test]
    fn who_moved_hides_both_units_and_not_the_whole() {
        let past = vec![
            placed(Some(0), Some(1), 20),
            placed(Some(1), Some(2), 11),
            placed(Some(2), Some(2), 1),
            placed(Some(2), Some(3), 9),
        ];
        let strict = strict(&[past]);
        assert_eq!(shown(&strict), [Status::Full, Status::Full, Status::Hidden, Status::Hidden]);
        assert!(strict.rest().is_empty(), "what the whole holds has no band of its own");
    }

    #[test]
    fn an_older_round_is_as_safe_as_the_last() {
        let same =
            vec![placed(Some(0), Some(1), 20), placed(Some(1), Some(2), 12), placed(Some(2), Some(3), 9)];
        let older = vec![placed(Some(0), Some(1), 19), placed(None, Some(1), 1)];
        assert_eq!(shown(&strict(&[same, older]))[1], Status::Hidden);
    }
}
