//! The close of a round: the one door through which answers become figures.

use crate::audit::{AuditError, Finding, audit, view};
use crate::cells::{Grouping, cells};
use crate::derivable::{DerivableError, Derived};
use crate::estimate::Estimate;
use crate::histogram::Histogram;
use crate::pools::pools;
use crate::publish::{Publication, PublishError, Status, publish};
use crate::release::{Figure, FigureError, release};
use crate::released::Released;
use crate::rules::Rules;
use crate::tree::Tree;

/// An audited publication: what will be shown of each node, and the pools every figure is computed from.
/// Frozen with its tree.
#[derive(Debug, Clone, PartialEq)]
pub struct Closing {
    tree: Tree,
    rules: Rules,
    publication: Publication,
    pools: Grouping,
}

/// Why a round could not be closed with figures. Nothing is shown then.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CloseError {
    /// Too large a tree.
    #[error(transparent)]
    Publish(#[from] PublishError),
    /// The audit could not be made.
    #[error(transparent)]
    Audit(#[from] AuditError),
    /// The audit found something.
    #[error("the audit stopped the publication: {} findings", .0.len())]
    Unsafe(Vec<Finding>),
}

/// Why a question's answers were not released.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReleaseError {
    /// A histogram for something that is not a leaf, or two for one leaf.
    #[error("node {0} is not a leaf, or was given twice")]
    NotALeaf(usize),
    /// A leaf has other answers than the round was closed with.
    #[error("leaf {leaf} has {given} answers to the question, not {least} to {most}")]
    OtherCount {
        /// The leaf.
        leaf: usize,
        /// Answers given.
        given: u64,
        /// The fewest it was closed with.
        least: u64,
        /// Its ballots.
        most: u64,
    },
    /// Not one figure per pool.
    #[error("{given} figures for {pools} pools")]
    OtherPools {
        /// Figures given.
        given: usize,
        /// Pools of the closing.
        pools: usize,
    },
    /// The ballots are not those that a pool's figures were made of.
    #[error("the ballots of pool {pool} are not those its figures were made of")]
    OtherAnswers {
        /// The pool.
        pool: usize,
    },
    /// A pool has too few answers.
    #[error(transparent)]
    Figure(#[from] FigureError),
}

impl Closing {
    /// Decides the best publication and its pools, and has them audited.
    ///
    /// # Errors
    /// [`CloseError`] for trees that are too large, and whenever the audit finds anything.
    pub fn new(tree: Tree, rules: Rules) -> Result<Closing, CloseError> {
        let publication = publish(&tree, &rules)?;
        let pools = pools(&tree, &rules, &cells(&tree, &publication));
        Closing::audited(tree, rules, publication, pools)
    }

    /// A publication and pools decided elsewhere, if the audit finds nothing wrong with them.
    ///
    /// # Errors
    /// [`CloseError`] whenever the audit finds anything or cannot be made.
    pub fn audited(
        tree: Tree,
        rules: Rules,
        publication: Publication,
        pools: Grouping,
    ) -> Result<Closing, CloseError> {
        let findings = audit(&tree, &rules, &publication, &pools)?;
        if !findings.is_empty() {
            return Err(CloseError::Unsafe(findings));
        }
        Ok(Closing { tree, rules, publication, pools })
    }

    /// The tree the round was closed with.
    pub fn tree(&self) -> &Tree {
        &self.tree
    }

    /// The rules the round was closed with.
    pub fn rules(&self) -> &Rules {
        &self.rules
    }

    /// What is shown of each node.
    pub fn publication(&self) -> &Publication {
        &self.publication
    }

    /// The pools: the smallest groups that any figure is computed from.
    pub fn pools(&self) -> &Grouping {
        &self.pools
    }

    /// Releases the answers to one question: a histogram for each leaf that got answers in, a figure for each
    /// pool out.
    ///
    /// # Errors
    /// [`ReleaseError`] unless every leaf has the number of answers the round was closed with.
    pub fn release(&self, leaves: &[(usize, Histogram)]) -> Result<Vec<Released<Figure>>, ReleaseError> {
        let sealed = |histogram: &Histogram| Ok(Released::seal(release(histogram, &self.rules)?));
        self.pooled(leaves)?.iter().map(sealed).collect()
    }

    /// What is known of a node, from the figures of one question; `None` for hidden nodes, whose people are
    /// in pools.
    ///
    /// # Errors
    /// [`ReleaseError::OtherPools`] unless there is one figure per pool.
    pub fn estimate(
        &self,
        node: usize,
        figures: &[Released<Figure>],
    ) -> Result<Option<Released<Estimate>>, ReleaseError> {
        self.one_per_pool(figures.len())?;
        if self.publication.status(node) == Status::Hidden {
            return Ok(None);
        }
        let (inside, ballots) = self.pools_below(node);
        let left_out = self.tree.ballots(node) - ballots;
        let estimate = Estimate::of(inside.iter().map(|pool| figures[*pool].get()), left_out);
        Ok(estimate.map(Released::seal))
    }

    /// The ballots that a node's figures are computed from: those in the pools wholly below it.
    pub fn kept(&self, node: usize) -> u64 {
        self.pools_below(node).1
    }

    /// What is known of a pool, from the figures of one question.
    ///
    /// # Errors
    /// [`ReleaseError::OtherPools`] unless there is one figure per pool.
    pub fn pool_estimate(
        &self,
        pool: usize,
        figures: &[Released<Figure>],
    ) -> Result<Option<Released<Estimate>>, ReleaseError> {
        self.one_per_pool(figures.len())?;
        let figure = figures.get(pool).map(Released::get);
        Ok(Estimate::of(figure.into_iter(), 0).map(Released::seal))
    }

    /// "What could be computed about me?": the smallest group of leaves with `leaf` in it that anything can
    /// be computed about from all that is shown; `None` when nothing can, as for someone left out of every
    /// figure. `atoms` are leaves.
    ///
    /// # Errors
    /// [`DerivableError`] if there are too many overlapping groups to be sure, which does not happen after
    /// the audit.
    pub fn computable_about(&self, leaf: usize) -> Result<Option<Derived>, DerivableError> {
        let view = view(&self.tree, &self.publication, &self.pools).map_err(|_| DerivableError)?;
        let Some(atom) = view.leaf_of.iter().position(|known| *known as usize == leaf) else {
            return Ok(None);
        };
        Ok(view.family.smallest_with(atom as u32)?.map(|derived| view.by_leaf(derived)))
    }

    /// The pools that lie wholly below a node, in tree order, and the ballots in them.
    fn pools_below(&self, node: usize) -> (Vec<usize>, u64) {
        let mut pools: Vec<usize> = self.tree.leaves(node).filter_map(|leaf| self.pools.of(leaf)).collect();
        pools.sort_unstable();
        let size = |pool: usize| self.pools.groups()[pool].len();
        let inside = pools.chunk_by(|a, b| a == b).filter(|same| same.len() == size(same[0]));
        let inside: Vec<usize> = inside.map(|same| same[0]).collect();
        let leaves = inside.iter().flat_map(|pool| &self.pools.groups()[*pool]);
        let ballots = leaves.map(|leaf| self.tree.ballots(*leaf as usize)).sum();
        (inside, ballots)
    }

    /// The answers of each pool, after checking that each has K.
    fn pooled(&self, leaves: &[(usize, Histogram)]) -> Result<Vec<Histogram>, ReleaseError> {
        let pooled = sums(self.pools.groups(), &self.by_leaf(leaves)?);
        let least = u64::from(self.rules.k());
        match pooled.iter().map(Histogram::answers).find(|answers| *answers < least) {
            Some(answers) => Err(FigureError::TooFew { answers, least }.into()),
            None => Ok(pooled),
        }
    }

    /// A histogram for every node, after checking that each leaf has the answers the round was closed with.
    pub(crate) fn by_leaf(&self, leaves: &[(usize, Histogram)]) -> Result<Vec<Histogram>, ReleaseError> {
        let mut all: Vec<Option<Histogram>> = vec![None; self.tree.len()];
        for (leaf, histogram) in leaves {
            let free = *leaf < all.len() && self.tree.is_leaf(*leaf) && all[*leaf].is_none();
            if !free {
                return Err(ReleaseError::NotALeaf(*leaf));
            }
            all[*leaf] = Some(*histogram);
        }
        let all: Vec<Histogram> = all.into_iter().map(Option::unwrap_or_default).collect();
        for (leaf, histogram) in all.iter().enumerate() {
            self.counts_agree(leaf, histogram)?;
        }
        Ok(all)
    }

    fn counts_agree(&self, leaf: usize, histogram: &Histogram) -> Result<(), ReleaseError> {
        if !self.tree.is_leaf(leaf) {
            return Ok(());
        }
        let (given, least, most) = (histogram.answers(), self.tree.answers(leaf), self.tree.ballots(leaf));
        if given < least || given > most {
            return Err(ReleaseError::OtherCount { leaf, given, least, most });
        }
        Ok(())
    }

    fn one_per_pool(&self, given: usize) -> Result<(), ReleaseError> {
        let pools = self.pools.groups().len();
        if given == pools { Ok(()) } else { Err(ReleaseError::OtherPools { given, pools }) }
    }
}

/// The answers of each group of leaves together.
pub(crate) fn sums(groups: &[Vec<u32>], by_leaf: &[Histogram]) -> Vec<Histogram> {
    let together = |group: &Vec<u32>| {
        group.iter().fold(Histogram::default(), |mut sum, leaf| {
            sum.add(&by_leaf[*leaf as usize]);
            sum
        })
    };
    groups.iter().map(together).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn closing() -> Closing {
        let tree =
            Tree::new(&[None, Some(0), Some(0), Some(0)], &[(1, 20.into()), (2, 3.into()), (3, 4.into())]);
        Closing::new(tree.expect("a tree"), Rules::new(6, 1).expect("six")).expect("safe")
    }

    fn counts(ones: u32, fives: u32) -> Histogram {
        Histogram::new([ones, 0, 0, 0, fives])
    }

    #[test]
    fn small_units_meet_in_a_pool_and_the_parent_adds_up() {
        let closing = closing();
        let figures =
            closing.release(&[(1, counts(10, 10)), (2, counts(3, 0)), (3, counts(0, 4))]).expect("figures");
        let root = closing.estimate(0, &figures).expect("figures").expect("shown");
        assert_eq!((root.get().answers, root.get().mean.exact()), (27, Some((13.0 + 70.0) / 27.0)));
        assert_eq!(closing.estimate(2, &figures), Ok(None));
        let pool = closing.pools().of(2).expect("a pool");
        assert_eq!(closing.pools().groups()[pool], [2, 3]);
        let pooled = closing.pool_estimate(pool, &figures).expect("figures").expect("shown");
        assert_eq!((pooled.get().answers, pooled.get().mean.exact()), (7, Some(23.0 / 7.0)));
        let about = |leaf| closing.computable_about(leaf).map(|d| d.map(|d| (d.people, d.atoms)));
        assert_eq!(about(2), Ok(Some((7, vec![2, 3]))));
        assert_eq!(about(1), Ok(Some((20, vec![1]))));
    }

    #[test]
    fn other_answers_than_the_round_was_closed_with_are_refused() {
        let closing = closing();
        let short = closing.release(&[(1, counts(10, 9)), (2, counts(3, 0)), (3, counts(0, 4))]);
        assert_eq!(short, Err(ReleaseError::OtherCount { leaf: 1, given: 19, least: 20, most: 20 }));
        assert_eq!(closing.release(&[(0, counts(9, 9))]), Err(ReleaseError::NotALeaf(0)));
        assert_eq!(closing.estimate(0, &[]), Err(ReleaseError::OtherPools { given: 0, pools: 2 }));
    }

    #[test]
    fn a_careless_publication_is_stopped() {
        let tree = Tree::new(&[None, Some(0), Some(0)], &[(1, 20.into()), (2, 3.into())]).expect("a tree");
        let rules = Rules::new(6, 1).expect("six");
        let careless =
            Publication::decided_elsewhere(&tree, vec![Status::Full, Status::Full, Status::Hidden]);
        let careless = careless.expect("three statuses");
        let pools = Grouping::from_groups(3, vec![vec![1], vec![2]]);
        let Err(CloseError::Unsafe(findings)) = Closing::audited(tree, rules, careless, pools) else {
            panic!("published the remainder of three")
        };
        assert!(
            findings.iter().any(|f| matches!(f, Finding::Derivable(d) if d.people == 3 && d.atoms == [2]))
        );
    }
}
