//! The tree while it is made.

use std::collections::BTreeSet;

use people::{PersonId, UnitId};

use super::{GroupedNode, Grouping, Part};
use crate::{Place, RoundMember};

/// Some of a unit's people, on their way into a leaf.
#[derive(Debug, Clone)]
pub(super) struct Members {
    pub(super) part: Part,
    /// All of the unit's people there are.
    pub(super) whole: bool,
    pub(super) people: BTreeSet<PersonId>,
}

/// How many different people.
pub(super) fn count(members: &[Members]) -> usize {
    match members {
        [only] => only.people.len(),
        several => several.iter().flat_map(|members| &members.people).collect::<BTreeSet<_>>().len(),
    }
}

#[derive(Debug)]
pub(super) enum Node {
    Leaf(Vec<Members>),
    Inner { unit: UnitId, below: Vec<Node> },
}

impl Node {
    /// Takes the rest at the top into a leaf that stands right below it.
    pub(super) fn take_in(&mut self, rest: Vec<Members>) {
        let Node::Inner { below, .. } = self else {
            unreachable!("a top without units below it leaves no rest");
        };
        let smallest_here = (0..below.len()).filter_map(|at| Some((below[at].leaf_size()?, at))).min();
        let mut leaf = match smallest_here {
            Some((_, at)) => below.remove(at),
            None => {
                let size = (0..below.len()).filter_map(|at| below[at].easiest_to_spare()).min();
                let taken = size.and_then(|size| below.iter_mut().find_map(|node| node.spare(size)));
                below.retain(|node| !node.is_empty());
                let Some(leaf) = taken else { unreachable!("a tree has a leaf") };
                Node::Leaf(leaf)
            }
        };
        if let Node::Leaf(members) = &mut leaf {
            members.extend(rest);
        }
        below.push(leaf);
    }

    fn leaf_size(&self) -> Option<usize> {
        match self {
            Node::Leaf(members) => Some(count(members)),
            Node::Inner { .. } => None,
        }
    }

    fn is_empty(&self) -> bool {
        matches!(self, Node::Inner { below, .. } if below.is_empty())
    }

    /// The leaf below that is easiest to do without: one of joined parts before one of a single unit, then the smallest.
    fn easiest_to_spare(&self) -> Option<(bool, usize)> {
        match self {
            Node::Leaf(members) => Some((members.len() == 1, count(members))),
            Node::Inner { below, .. } => below.iter().filter_map(Node::easiest_to_spare).min(),
        }
    }

    /// Takes the first leaf out that [`Node::easiest_to_spare`] spoke of.
    fn spare(&mut self, wanted: (bool, usize)) -> Option<Vec<Members>> {
        let Node::Inner { below, .. } = self else { return None };
        let here = below
            .iter()
            .position(|node| matches!(node, Node::Leaf(_)) && node.easiest_to_spare() == Some(wanted));
        if let Some(at) = here
            && let Node::Leaf(members) = below.remove(at)
        {
            return Some(members);
        }
        let taken = below.iter_mut().find_map(|node| node.spare(wanted));
        below.retain(|node| !node.is_empty());
        taken
    }

    /// Gives itself and everything below it a place.
    pub(super) fn number(self, parent: Option<Place>, into: &mut Grouping) -> u32 {
        let at = into.nodes.len();
        let place = Place(at as u32);
        let mut node = GroupedNode { place, parent, unit: None, parts: Vec::new(), eligible: 0 };
        match self {
            Node::Inner { unit, below } => {
                node.unit = Some(unit);
                into.nodes.push(node);
                let eligible = below.into_iter().map(|node| node.number(Some(place), into)).sum();
                into.nodes[at].eligible = eligible;
                eligible
            }
            Node::Leaf(members) => {
                let people: BTreeSet<_> = members.iter().flat_map(|members| &members.people).collect();
                into.eligible.extend(people.iter().map(|person| (place, **person)));
                node.eligible = people.len() as u32;
                node.parts = members.iter().map(|members| members.part.clone()).collect();
                node.unit = match &members[..] {
                    [Members { part, whole: true, .. }] => Some(part.unit),
                    _ => None,
                };
                into.members.extend(members.into_iter().map(|Members { part, people, .. }| RoundMember {
                    part,
                    place,
                    eligible: people.len() as u32,
                }));
                let eligible = node.eligible;
                into.nodes.push(node);
                eligible
            }
        }
    }
}
