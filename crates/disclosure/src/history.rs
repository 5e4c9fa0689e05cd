//! Comparing with an earlier round, when the units have changed since.

use crate::cells::Grouping;
use crate::tree::Tree;

/// The old groups that together are exactly `leaves` of the old tree, in order; `None` when they are not:
/// then there is no comparable history.
///
/// Only whole old pools may be put together anew; anything else would cut old answers in a way that was never
/// audited. Leaves in which nobody sent a ballot do not matter.
pub fn union_of_groups(old: &Tree, groups: &Grouping, leaves: &[usize]) -> Option<Vec<usize>> {
    let mut wanted: Vec<usize> = leaves.iter().copied().filter(|leaf| old.ballots(*leaf) > 0).collect();
    wanted.sort_unstable();
    wanted.dedup();
    let mut found: Vec<usize> = wanted.iter().map(|leaf| groups.of(*leaf)).collect::<Option<_>>()?;
    found.sort_unstable();
    found.dedup();
    let members = found.iter().flat_map(|group| &groups.groups()[*group]);
    let whole = members.filter(|leaf| old.ballots(**leaf as usize) > 0).count() == wanted.len();
    (whole && !found.is_empty()).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_pools_only() {
        let counts = [(1, 3.into()), (2, 4.into()), (3, 8.into()), (4, 0.into()), (5, 2.into())];
        let tree = Tree::new(&[None, Some(0), Some(0), Some(0), Some(0), Some(0)], &counts).expect("a tree");
        let pools = Grouping::from_groups(6, vec![vec![1, 2], vec![3, 4]]);
        assert_eq!(union_of_groups(&tree, &pools, &[2, 1]), Some(vec![0]));
        assert_eq!(union_of_groups(&tree, &pools, &[1, 2, 3]), Some(vec![0, 1]));
        assert_eq!(union_of_groups(&tree, &pools, &[1, 3]), None);
        assert_eq!(union_of_groups(&tree, &pools, &[1, 2, 5]), None, "5 is in no pool");
        assert_eq!(union_of_groups(&tree, &pools, &[4]), None, "nobody is no history");
    }
}
