//! What is settled when a round is frozen, and stands in its manifest.

use people::UnitId;

use crate::Place;
use crate::grouping::Part;

/// A node of the frozen tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundNode {
    /// Its place; parents come before children.
    pub place: Place,
    /// The node above; the first has none.
    pub parent: Option<Place>,
    /// The unit it stands for, if it is exactly one.
    pub unit: Option<UnitId>,
    /// What it is called: a unit's name, or those of all that were joined. 1..=2000 characters.
    pub name: String,
    /// People asked below it.
    pub eligible: u32,
}

impl RoundNode {
    /// Longest name, in characters.
    pub const NAME: usize = 2000;
}

/// Some of a unit's people in a leaf.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundMember {
    /// Whose: all of the unit's, or its own staff beside the units below it, or those of an occupation.
    pub part: Part,
    /// The leaf they are in.
    pub place: Place,
    /// How many of them are asked.
    pub eligible: u32,
}

/// A key group: a leaf, and what is made and drawn of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyGroup {
    /// The leaf's place.
    pub place: Place,
    /// The key's modulus, big-endian, once the key is made; an open group never has one.
    pub modulus: Option<Vec<u8>>,
    /// Ballots collected.
    pub drawn: u32,
    /// Slips made.
    pub slips: u32,
}
