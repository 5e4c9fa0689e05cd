//! Cells: the smallest groups the shown figures tell apart.

use crate::publish::{Publication, Status};
use crate::tree::Tree;

/// Leaves sorted into disjoint groups: cells or pools. A leaf may be in none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grouping {
    pub(crate) groups: Vec<Vec<u32>>,
    pub(crate) of: Vec<Option<u32>>,
}

impl Grouping {
    /// The groups, each with its leaves in tree order.
    pub fn groups(&self) -> &[Vec<u32>] {
        &self.groups
    }

    /// The group a leaf is in; `None` for inner nodes and for leaves that no shown figure counts.
    pub fn of(&self, leaf: usize) -> Option<usize> {
        self.of[leaf].map(|g| g as usize)
    }

    /// Groups from lists of leaves, which must be disjoint.
    pub(crate) fn from_groups(nodes: usize, groups: Vec<Vec<u32>>) -> Grouping {
        let mut of = vec![None; nodes];
        for (number, group) in groups.iter().enumerate() {
            for leaf in group {
                of[*leaf as usize] = Some(number as u32);
            }
        }
        Grouping { groups, of }
    }
}

/// The cells of a publication: for every node shown in full, the leaves below it that are under no other node
/// shown in full.
///
/// A cell in which nobody sent a ballot is left out; empty leaves stay with the cell around them, so that a
/// page can name them.
pub fn cells(tree: &Tree, publication: &Publication) -> Grouping {
    let mut closed_by: Vec<Option<u32>> = vec![None; tree.len()];
    let mut leaves: Vec<Vec<u32>> = vec![Vec::new(); tree.len()];
    let mut closers = Vec::new();
    for node in tree.preorder() {
        let above = tree.parent(node).and_then(|p| closed_by[p]);
        let full = publication.status(node) == Status::Full;
        closed_by[node] = if full { Some(node as u32) } else { above };
        if full {
            closers.push(node);
        }
        if let (true, Some(closer)) = (tree.is_leaf(node), closed_by[node]) {
            leaves[closer as usize].push(node as u32);
        }
    }
    let groups = closers.into_iter().map(|node| std::mem::take(&mut leaves[node]));
    let with_people = groups.filter(|group| group.iter().any(|leaf| tree.ballots(*leaf as usize) > 0));
    Grouping::from_groups(tree.len(), with_people.collect())
}
