//! Who is in which key group: the frozen tree of a round, each of whose leaves has enough people.
//!
//! The tree is walked from its leaves up. A unit with enough people is a leaf. The parts of an inner unit that are too
//! small, in tree order (its own staff first, then units, then rests from further down), are joined one after the other until
//! there are enough; a last rest joins the last leaf so made at this unit, or else goes up. A rest at the very top
//! joins the smallest leaf right below the top; else the smallest leaf of joined parts, or the smallest of all, which then stands
//! right below the top itself: no unit's figures ever hold people of another unit. A unit's figures do not hold a part that
//! went up from it, and whoever reads them is told so.
//!
//! By occupation, leaves are of the same occupation where there are so many: right below each unit with [`LEAST_BY_OCCUPATION`] people or
//! more, those who are in no such unit further down. Occupations of fewer are joined, by name; what is left goes up, to those of the same
//! occupation there. It is one tree all the same: nobody's answer is counted both by unit and by occupation, so what is proven of trees
//! holds of it.

mod branch;
mod node;
mod stand;
#[cfg(test)]
mod tests;

pub use branch::{Asked, Branch, Part};
use node::count;
use people::{PersonId, UnitId};
use stand::{Stand, settle};

use crate::{Place, RoundMember};

/// A node of the frozen tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupedNode {
    /// Its place; parents come before children, and a subtree's places follow one another.
    pub place: Place,
    /// The node above.
    pub parent: Option<Place>,
    /// The unit it stands for, if it is exactly one.
    pub unit: Option<UnitId>,
    /// For a leaf, whose people are in it, in tree order, or by occupation; empty for an inner node.
    pub parts: Vec<Part>,
    /// Ballots that can be collected below it: its leaves' people. Who is in two leaves has two.
    pub eligible: u32,
}

/// Who is in which key group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grouping {
    /// The tree, parents before children.
    pub nodes: Vec<GroupedNode>,
    /// Whose people are in which leaf.
    pub members: Vec<RoundMember>,
    /// Who may draw where, by place and person.
    pub eligible: Vec<(Place, PersonId)>,
}

/// Fewer people than a key group must have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{asked} people are fewer than the {least} that a round asks")]
pub struct TooFew {
    /// How many there are.
    pub asked: u32,
    /// How many there must be.
    pub least: u32,
}

/// The fewest people a unit has, counting all below it, whose answers are shown by occupation (MATH A6).
pub const LEAST_BY_OCCUPATION: usize = 30;

/// Groups everybody asked into leaves of at least `least` people: by unit or, where [`Asked::occupations`] are known, by occupation.
///
/// # Errors
/// [`TooFew`] when all together are fewer.
pub fn group(asked: &Asked, least: u32) -> Result<Grouping, TooFew> {
    let top = match &asked.occupations {
        None => Stand::by_unit(&asked.top),
        Some(occupations) => Stand::by_occupation(&asked.top, occupations),
    };
    let (node, rest) = settle(top, least as usize);
    let Some(mut node) = node else {
        return Err(TooFew { asked: count(&rest) as u32, least });
    };
    if !rest.is_empty() {
        node.take_in(rest);
    }
    let mut grouping = Grouping { nodes: Vec::new(), members: Vec::new(), eligible: Vec::new() };
    node.number(None, &mut grouping);
    Ok(grouping)
}
