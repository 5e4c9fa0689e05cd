//! Publishing trees beside another partition of the same answers: a split by role beside the pools, or a new
//! organisation beside the pools of the last round.

use crate::cells::{Grouping, cells};
use crate::closing::{CloseError, Closing};
use crate::overlap::{CellOf, Cut, Overlap};
use crate::publish::{Publication, PublishError, Status, publish_among};
use crate::rules::Rules;
use crate::tree::{LeafCount, Tree};

/// A tree to publish, and which of its nodes may be shown. Several layers hold different people.
#[derive(Debug, Clone)]
pub struct Layer {
    /// The tree, counting only this layer's people.
    pub tree: Tree,
    /// By node.
    pub may_show: Vec<bool>,
}

/// People in the same place in both partitions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placed {
    /// The cell of the partition that stands fast; `None` if they are not in it.
    pub other: Option<u32>,
    /// The layer and the leaf in it; `None` if they are in no layer.
    pub leaf: Option<(usize, usize)>,
    /// How many they are.
    pub count: LeafCount,
}

/// Why nothing was published.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BesideError {
    /// Too large a tree.
    #[error(transparent)]
    Publish(#[from] PublishError),
    /// People were placed in a layer or leaf that does not exist, or a layer's nodes and permissions differ
    /// in number.
    #[error("people and layers do not fit together")]
    Misfit,
    /// The partition that stands fast gives a group below K away by itself.
    #[error("a group of {0} is given away before anything is added")]
    AlreadyUnsafe(u64),
    /// The audit of one layer failed.
    #[error(transparent)]
    Close(#[from] CloseError),
}

/// Statuses for every layer, so that layers and the other partition together give away no group below K.
///
/// Starts from the best publication of each layer alone, looks for the smallest cut, hides the smallest node
/// of a layer in each violating cut, and begins again. Safety is exact by the cut theorem; how much is shown
/// is not proven to be the most possible.
///
/// # Errors
/// [`BesideError`] for misfits, and if the other partition alone is unsafe.
pub fn publish_beside(
    layers: &[Layer],
    people: &[Placed],
    rules: &Rules,
) -> Result<Vec<Publication>, BesideError> {
    check(layers, people)?;
    let mut layers = layers.to_vec();
    let mut shown = layers.iter().map(|layer| Shown::new(layer, rules)).collect::<Result<Vec<_>, _>>()?;
    loop {
        let overlap = overlap(&shown, people);
        let cuts = overlap.below(u64::from(rules.k()));
        if cuts.is_empty() {
            return Ok(shown.into_iter().map(|s| s.publication).collect());
        }
        let mut changed = vec![false; layers.len()];
        for cut in &cuts {
            let (layer, node) =
                smallest(&layers, &shown, cut).ok_or(BesideError::AlreadyUnsafe(cut.people))?;
            layers[layer].may_show[node] = false;
            changed[layer] = true;
        }
        for (at, _) in changed.iter().enumerate().filter(|(_, changed)| **changed) {
            shown[at] = Shown::new(&layers[at], rules)?;
        }
    }
}

/// A closing for every layer, with the cells of [`publish_beside`] as its pools.
///
/// # Errors
/// [`BesideError`] as for [`publish_beside`], and if the audit of a layer finds anything.
pub fn close_beside(
    layers: Vec<Layer>,
    people: &[Placed],
    rules: &Rules,
) -> Result<Vec<Closing>, BesideError> {
    let shown = publish_beside(&layers, people, rules)?;
    let close = |(layer, publication): (Layer, Publication)| {
        let cells = cells(&layer.tree, &publication);
        Ok(Closing::audited(layer.tree, *rules, publication, cells)?)
    };
    layers.into_iter().zip(shown).map(close).collect()
}

struct Shown {
    publication: Publication,
    cells: Grouping,
}

impl Shown {
    fn new(layer: &Layer, rules: &Rules) -> Result<Shown, PublishError> {
        let publication = publish_among(&layer.tree, rules, |node| layer.may_show[node])?;
        let cells = cells(&layer.tree, &publication);
        Ok(Shown { publication, cells })
    }
}

fn check(layers: &[Layer], people: &[Placed]) -> Result<(), BesideError> {
    let fits = |(layer, leaf): (usize, usize)| {
        layers.get(layer).is_some_and(|l| leaf < l.tree.len() && l.tree.is_leaf(leaf))
    };
    let layers_fit = layers.iter().all(|layer| layer.may_show.len() == layer.tree.len());
    let people_fit = people.iter().filter_map(|p| p.leaf).all(fits);
    if layers_fit && people_fit { Ok(()) } else { Err(BesideError::Misfit) }
}

/// The cells of all layers, numbered on from one layer to the next.
fn overlap(shown: &[Shown], people: &[Placed]) -> Overlap {
    let first: Vec<usize> = shown
        .iter()
        .scan(0, |next, s| {
            let first = *next;
            *next += s.cells.groups().len();
            Some(first)
        })
        .collect();
    let cell = |(layer, leaf): (usize, usize)| shown[layer].cells.of(leaf).map(|c| (first[layer] + c) as u32);
    let some = people.iter().filter(|p| p.count.ballots > 0);
    Overlap::new(some.map(|p| (p.other, p.leaf.and_then(cell), u64::from(p.count.answers))))
}

/// The node with the fewest answers among those that close the cut's cells, or a cell near it: on the other side of the cut there is
/// often a smaller one.
fn smallest(layers: &[Layer], shown: &[Shown], cut: &Cut) -> Option<(usize, usize)> {
    let cells = cut
        .cells
        .iter()
        .chain(&cut.near)
        .filter_map(|cell| if let CellOf::Second(c) = cell { Some(*c as usize) } else { None });
    let closers = cells.filter_map(|mut cell| {
        let layer = shown.iter().position(|s| {
            let here = cell < s.cells.groups().len();
            cell -= if here { 0 } else { s.cells.groups().len() };
            here
        })?;
        let leaf = shown[layer].cells.groups()[cell][0] as usize;
        let full = |node: &usize| shown[layer].publication.status(*node) == Status::Full;
        let mut above = std::iter::successors(Some(leaf), |node| layers[layer].tree.parent(*node));
        above.find(full).map(|node| (layer, node))
    });
    closers.min_by_key(|(layer, node)| (layers[*layer].tree.answers(*node), *layer, *node))
}
