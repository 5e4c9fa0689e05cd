//! From the organisation to nodes: who makes a leaf, who is joined, who goes up.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use people::{Occupation, PersonId, UnitId};

use super::node::{Members, Node, count};
use super::{Branch, LEAST_BY_OCCUPATION};

/// A unit that may have a node of its own, and those who may make leaves right below it.
#[derive(Debug)]
pub(super) struct Stand {
    unit: UnitId,
    leaves: Leaves,
    below: Vec<Stand>,
    /// What it has is always below it: it is never a leaf itself.
    inner: bool,
}

/// Those right below a unit.
#[derive(Debug)]
enum Leaves {
    /// Its own staff.
    Units { own: Option<Members> },
    /// By occupation, its own staff and that of units that are too small for a node.
    Occupations { own: BTreeMap<Option<Occupation>, Vec<Members>> },
}

impl Stand {
    /// The unit's own staff, and the units below it that anybody is asked in.
    pub(super) fn by_unit(branch: &Branch) -> Stand {
        let below: Vec<_> =
            branch.below.iter().filter(|branch| branch.asks_anybody()).map(Stand::by_unit).collect();
        let people: BTreeSet<_> = branch.staff.iter().copied().collect();
        let inner = !below.is_empty();
        let own = (!people.is_empty()).then(|| Members { part: branch.part(None), whole: !inner, people });
        Stand { unit: branch.unit, leaves: Leaves::Units { own }, below, inner }
    }

    pub(super) fn by_occupation(branch: &Branch, of: &HashMap<PersonId, Occupation>) -> Stand {
        let mut own = BTreeMap::new();
        let mut below = Vec::new();
        branch.add_staff(of, &mut own);
        for under in &branch.below {
            match under.asked() < LEAST_BY_OCCUPATION {
                true => under.add_everybody(of, &mut own),
                false => below.push(Stand::by_occupation(under, of)),
            }
        }
        Stand { unit: branch.unit, leaves: Leaves::Occupations { own }, below, inner: true }
    }
}

/// The node of a unit, unless nobody is left for it, and the rest that goes up: fewer than `least` people.
pub(super) fn settle(stand: Stand, least: usize) -> (Option<Node>, Vec<Members>) {
    let (below, rests): (Vec<_>, Vec<_>) = stand.below.into_iter().map(|stand| settle(stand, least)).unzip();
    let small = match stand.leaves {
        Leaves::Units { own } => own.into_iter().map(|own| vec![own]).chain(rests).collect(),
        // Whoever went up joins those of the same occupation here.
        Leaves::Occupations { mut own } => {
            for members in rests.into_iter().flatten() {
                own.entry(members.part.occupation.clone()).or_default().push(members);
            }
            let unknown = own.remove(&None);
            own.into_values().chain(unknown).collect::<Vec<_>>()
        }
    };
    let mut nodes = Vec::new();
    let mut joining = Small { least, made: Vec::new(), rest: Vec::new() };
    for members in small {
        if count(&members) >= least {
            nodes.push(Node::Leaf(members));
        } else {
            joining.join(members);
        }
    }
    if !stand.inner {
        return (nodes.pop(), joining.rest);
    }
    nodes.extend(below.into_iter().flatten());
    let (made, rest) = joining.finish();
    nodes.extend(made.into_iter().map(Node::Leaf));
    if nodes.is_empty() {
        return (None, rest);
    }
    (Some(Node::Inner { unit: stand.unit, below: nodes }), rest)
}

/// Small parts being joined, in order.
struct Small {
    least: usize,
    made: Vec<Vec<Members>>,
    rest: Vec<Members>,
}

impl Small {
    fn join(&mut self, part: Vec<Members>) {
        self.rest.extend(part);
        if count(&self.rest) >= self.least {
            self.made.push(std::mem::take(&mut self.rest));
        }
    }

    /// The leaves made, and the rest if none could take it in.
    fn finish(mut self) -> (Vec<Vec<Members>>, Vec<Members>) {
        if let Some(last) = self.made.last_mut() {
            last.append(&mut self.rest);
        }
        (self.made, self.rest)
    }
}
