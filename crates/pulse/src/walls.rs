//! The walls between authorities (nämnd, udvalg) in a round's tree: whose answers are whose.

use std::collections::{BTreeMap, BTreeSet};

use people::UnitId;

use crate::{Place, RoundMember, RoundNode};

/// Where somebody stands: who reads, or whose answers are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ground {
    /// In no authority of its own: the whole, and what lies right under it.
    Centre,
    /// In an authority, known by the unit at its top.
    Authority(UnitId),
}

/// The walls of a round as they stood when it was frozen, and which authorities have released their results of it to the centre. A round
/// without authorities has none, and everything lies open as far as walls go.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Walls {
    /// Where the people of a place stand: of places that are not the centre's alone.
    stand: BTreeMap<Place, BTreeSet<Ground>>,
    released: BTreeSet<UnitId>,
}

impl Walls {
    /// `authorities` says in which authority a unit stood; a unit that is not in it stood in none. A leaf made of several units stands
    /// wherever one of them does.
    pub fn new(
        nodes: &[RoundNode],
        members: &[RoundMember],
        authorities: &BTreeMap<UnitId, UnitId>,
        released: BTreeSet<UnitId>,
    ) -> Walls {
        let of = |unit: UnitId| authorities.get(&unit).map_or(Ground::Centre, |top| Ground::Authority(*top));
        let mut stand: BTreeMap<Place, BTreeSet<Ground>> = BTreeMap::new();
        for (place, unit) in nodes
            .iter()
            .filter_map(|node| Some((node.place, node.unit?)))
            .chain(members.iter().map(|member| (member.place, member.part.unit)))
        {
            stand.entry(place).or_default().insert(of(unit));
        }
        stand.retain(|_, grounds| grounds.iter().any(|ground| *ground != Ground::Centre));
        Walls { stand, released }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.stand.is_empty()
    }

    /// Where those at a place stand; `None` for a leaf of people from more than one side of a wall.
    pub fn ground(&self, place: Place) -> Option<Ground> {
        match self.stand.get(&place) {
            None => Some(Ground::Centre),
            Some(grounds) if grounds.len() == 1 => grounds.first().copied(),
            Some(_) => None,
        }
    }

    /// The authorities whose people are at a place.
    pub fn authorities_at(&self, place: Place) -> impl Iterator<Item = UnitId> + '_ {
        self.stand.get(&place).into_iter().flatten().filter_map(|ground| match ground {
            Ground::Authority(top) => Some(*top),
            Ground::Centre => None,
        })
    }

    /// Every authority with people in the round.
    pub fn authorities(&self) -> BTreeSet<UnitId> {
        self.stand.keys().flat_map(|place| self.authorities_at(*place)).collect()
    }

    /// The place at the top of an authority: the first that is all its own, else the first with people of it.
    pub fn top_of(&self, authority: UnitId) -> Option<Place> {
        let own = |place: &&Place| self.ground(**place) == Some(Ground::Authority(authority));
        let some = |place: &&Place| self.authorities_at(**place).any(|top| top == authority);
        self.stand.keys().find(own).or_else(|| self.stand.keys().find(some)).copied()
    }

    /// Whether what is at a place lies open to whoever stands on `from`: no wall stands between, or what is behind it was released, which is
    /// to the centre and to nobody else. There is no wall around the centre itself.
    pub fn lets_through(&self, from: Ground, place: Place) -> bool {
        self.authorities_at(place).all(|top| match from {
            Ground::Authority(own) => own == top,
            Ground::Centre => self.released.contains(&top),
        })
    }

    /// Places that are not the centre's alone, parents before children.
    pub(crate) fn places(&self) -> impl Iterator<Item = Place> + '_ {
        self.stand.keys().copied()
    }
}

#[cfg(test)]
mod tests;
