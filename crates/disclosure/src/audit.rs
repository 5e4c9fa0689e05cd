//! The audit at every close: independent of the decision, it knows only the tree, the statuses and the pools,
//! lists every figure that will be shown as a set of leaves, and looks for anything that could be computed
//! about fewer than K.

use crate::cells::Grouping;
use crate::derivable::{Derived, Family, FamilyError, MAX_MEMBERSHIPS};
use crate::publish::{Publication, Status};
use crate::rules::Rules;
use crate::tree::Tree;

/// Something that must stop a publication.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// Something can be computed about fewer than K people, who are in these leaves.
    Derivable(Derived),
    /// A node is shown as everyone below it, but the pools it is computed from hold other people.
    NotTheSum {
        /// The node.
        node: usize,
        /// Ballots below it.
        ballots: u64,
        /// Ballots in the pools that lie below it.
        pooled: u64,
    },
    /// A leaf is in two pools, or something that is not a leaf is in one.
    BadPool {
        /// The leaf or node.
        node: usize,
    },
    /// A partial figure covers less than the rules allow, by answers.
    LowCoverage {
        /// The node.
        node: usize,
    },
    /// There were too many overlapping groups to be sure. Does not happen to pools of a tree.
    Undecided,
}

/// Why an audit could not be made. The publication must stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AuditError {
    /// Too large or malformed.
    #[error(transparent)]
    Family(#[from] FamilyError),
    /// Statuses or pools of another tree.
    #[error("the publication or the pools belong to another tree")]
    OtherTree,
}

/// Everything wrong with showing `publication` and `pools` of `tree`; empty when it is safe.
///
/// # Errors
/// [`AuditError`] if no audit could be made.
pub fn audit(
    tree: &Tree,
    rules: &Rules,
    publication: &Publication,
    pools: &Grouping,
) -> Result<Vec<Finding>, AuditError> {
    if publication.status.len() != tree.len() || pools.of.len() != tree.len() {
        return Err(AuditError::OtherTree);
    }
    let bad = bad_pools(tree, pools);
    if !bad.is_empty() {
        return Ok(bad);
    }
    let shown = shown(tree, publication, pools)?;
    let mut findings: Vec<Finding> =
        shown.iter().filter_map(|s| s.finding(tree, rules, publication)).collect();
    findings.extend(seen(tree, publication, pools, &shown)?.findings(u64::from(rules.k())));
    Ok(findings)
}

fn bad_pools(tree: &Tree, pools: &Grouping) -> Vec<Finding> {
    let mut seen = vec![false; tree.len()];
    let mut bad = |leaf: &u32| {
        let node = *leaf as usize;
        node >= tree.len() || !tree.is_leaf(node) || std::mem::replace(&mut seen[node], true)
    };
    let leaves = pools.groups.iter().flatten();
    leaves.filter(|leaf| bad(leaf)).map(|leaf| Finding::BadPool { node: *leaf as usize }).collect()
}

/// A node that is shown, and the leaves with ballots below it.
struct Shown {
    node: usize,
    /// All of them: what a figure shown in full is taken for.
    everyone: Vec<u32>,
    /// Those whose pools lie wholly below: what the figure is computed from.
    pooled: Vec<u32>,
}

fn shown(tree: &Tree, publication: &Publication, pools: &Grouping) -> Result<Vec<Shown>, FamilyError> {
    let mut under: Vec<(u32, u32, u32)> = Vec::new();
    for leaf in leaves_with_people(tree) {
        let pool = pools.of[leaf as usize].unwrap_or(u32::MAX);
        let above = ancestors(tree, leaf as usize).filter(|v| publication.status(*v) != Status::Hidden);
        under.extend(above.map(|node| (node as u32, pool, leaf)));
        if under.len() > MAX_MEMBERSHIPS {
            return Err(FamilyError::TooLarge);
        }
    }
    under.sort_unstable();
    let people = |group: &Vec<u32>| group.iter().filter(|leaf| tree.ballots(**leaf as usize) > 0).count();
    let size: Vec<usize> = pools.groups.iter().map(people).collect();
    Ok(under.chunk_by(|a, b| a.0 == b.0).map(|below| Shown::new(below, &size)).collect())
}

impl Shown {
    fn new(below: &[(u32, u32, u32)], pool_size: &[usize]) -> Shown {
        let whole = |part: &&[(u32, u32, u32)]| pool_size.get(part[0].1 as usize) == Some(&part.len());
        let pooled = below.chunk_by(|a, b| a.1 == b.1).filter(whole).flatten();
        Shown {
            node: below[0].0 as usize,
            everyone: below.iter().map(|(_, _, leaf)| *leaf).collect(),
            pooled: pooled.map(|(_, _, leaf)| *leaf).collect(),
        }
    }

    fn finding(&self, tree: &Tree, rules: &Rules, publication: &Publication) -> Option<Finding> {
        let node = self.node;
        if publication.status(node) == Status::Full {
            let ballots = tree.ballots(node);
            let pooled = self.pooled.iter().map(|leaf| tree.ballots(*leaf as usize)).sum();
            return (pooled != ballots).then_some(Finding::NotTheSum { node, ballots, pooled });
        }
        let kept: u64 = self.pooled.iter().map(|leaf| tree.answers(*leaf as usize)).sum();
        let covered = rules.coverage(tree.answers(node), tree.answers(node) - kept);
        covered.is_none().then_some(Finding::LowCoverage { node })
    }
}

fn leaves_with_people(tree: &Tree) -> impl Iterator<Item = u32> + '_ {
    (0..tree.len()).filter(|v| tree.is_leaf(*v) && tree.ballots(*v) > 0).map(|v| v as u32)
}

fn ancestors(tree: &Tree, leaf: usize) -> impl Iterator<Item = usize> + '_ {
    std::iter::successors(Some(leaf), |node| tree.parent(*node))
}

/// What a reader sees, as groups of people.
pub(crate) struct View {
    /// Every figure shown as the set of those it counts.
    pub(crate) family: Family,
    /// The leaf that each atom of the family is.
    pub(crate) leaf_of: Vec<u32>,
}

/// What `publication` and `pools` show together.
pub(crate) fn view(tree: &Tree, publication: &Publication, pools: &Grouping) -> Result<View, FamilyError> {
    seen(tree, publication, pools, &shown(tree, publication, pools)?)
}

fn seen(
    tree: &Tree,
    publication: &Publication,
    pools: &Grouping,
    shown: &[Shown],
) -> Result<View, FamilyError> {
    let leaf_of: Vec<u32> = leaves_with_people(tree).collect();
    let mut atom = vec![None; tree.len()];
    for (number, leaf) in leaf_of.iter().enumerate() {
        atom[*leaf as usize] = Some(number as u32);
    }
    let weight = leaf_of.iter().map(|leaf| tree.answers(*leaf as usize)).collect();
    let full = |s: &Shown| publication.status(s.node) == Status::Full;
    let figures = shown.iter().map(|s| if full(s) { &s.everyone } else { &s.pooled });
    let atoms = |set: &Vec<u32>| set.iter().filter_map(|leaf| atom[*leaf as usize]).collect();
    let family = Family::new(weight, figures.chain(&pools.groups).map(atoms).collect())?;
    Ok(View { family, leaf_of })
}

impl View {
    pub(crate) fn by_leaf(&self, derived: Derived) -> Derived {
        let atoms = derived.atoms.iter().map(|atom| self.leaf_of[*atom as usize]).collect();
        Derived { people: derived.people, atoms }
    }

    fn findings(&self, k: u64) -> Vec<Finding> {
        let name = |derived| Finding::Derivable(self.by_leaf(derived));
        let plain: Vec<Finding> = self.family.plainly_below(k).into_iter().map(name).collect();
        if !plain.is_empty() {
            return plain;
        }
        match self.family.below(k) {
            Ok(found) => found.map(name).into_iter().collect(),
            Err(_) => vec![Finding::Undecided],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Status::{Full, Hidden, Partial};

    /// A root with teams of 20, 3 and 7, shown with these statuses and pools.
    fn findings(statuses: [Status; 4], pools: &[&[u32]]) -> Vec<Finding> {
        let counts = [(1, 20.into()), (2, 3.into()), (3, 7.into())];
        let tree = Tree::new(&[None, Some(0), Some(0), Some(0)], &counts).expect("a tree");
        let publication = Publication::decided_elsewhere(&tree, statuses.to_vec()).expect("four statuses");
        let pools = Grouping::from_groups(4, pools.iter().map(|pool| pool.to_vec()).collect());
        audit(&tree, &Rules::new(6, 1).expect("six"), &publication, &pools).expect("an audit")
    }

    #[test]
    fn nothing_is_found_in_a_safe_publication() {
        assert_eq!(findings([Partial, Full, Hidden, Full], &[&[1], &[3]]), []);
        assert_eq!(findings([Full, Full, Hidden, Hidden], &[&[1], &[2, 3]]), []);
    }

    #[test]
    fn a_rest_that_only_the_figures_give_away_is_found() {
        let found = findings([Full, Full, Hidden, Full], &[&[1], &[3]]);
        assert!(found.contains(&Finding::Derivable(Derived { people: 3, atoms: vec![2] })));
        assert!(found.contains(&Finding::NotTheSum { node: 0, ballots: 30, pooled: 27 }));
    }

    #[test]
    fn a_small_pool_is_found() {
        let found = findings([Hidden, Full, Hidden, Hidden], &[&[1], &[2]]);
        assert_eq!(found, [Finding::Derivable(Derived { people: 3, atoms: vec![2] })]);
    }

    #[test]
    fn odd_pools_and_thin_figures_are_found() {
        assert_eq!(
            findings([Hidden, Full, Hidden, Hidden], &[&[1], &[1, 3]]),
            [Finding::BadPool { node: 1 }]
        );
        assert_eq!(findings([Hidden, Hidden, Hidden, Hidden], &[&[0]]), [Finding::BadPool { node: 0 }]);
        assert_eq!(findings([Partial, Full, Hidden, Hidden], &[&[1]]), [Finding::LowCoverage { node: 0 }]);
    }

    #[test]
    fn another_tree_is_refused() {
        let tree = Tree::new(&[None], &[(0, 9.into())]).expect("a tree");
        let shown = Publication::decided_elsewhere(&tree, vec![Full]).expect("one status");
        let rules = Rules::new(6, 1).expect("six");
        assert_eq!(
            audit(&tree, &rules, &shown, &Grouping::from_groups(2, vec![])),
            Err(AuditError::OtherTree)
        );
    }
}
