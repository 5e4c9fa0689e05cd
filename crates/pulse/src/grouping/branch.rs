//! Who is asked, as the organisation stands.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use people::{Occupation, PersonId, UnitId};

use super::node::Members;

/// Who is asked, and how they are shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Where each person's answers count.
    pub top: Branch,
    /// Where answers are shown by occupation, who is what; who is not there is not known.
    pub occupations: Option<HashMap<PersonId, Occupation>>,
}

impl Asked {
    /// Everybody asked, with the part of a unit they stand in; in tree order.
    pub fn people(&self) -> Vec<(Part, PersonId)> {
        self.top.people(|person| self.occupations.as_ref()?.get(&person).cloned())
    }
}

/// A unit, those asked in it, and the units below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Branch {
    /// The unit.
    pub unit: UnitId,
    /// Those asked whose answers count here and not in a unit below. Who stands twice counts once.
    pub staff: Vec<PersonId>,
    /// The units below, in order.
    pub below: Vec<Branch>,
}

/// Those of a unit who are in a leaf: how the leaf is named.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Part {
    /// The unit.
    pub unit: UnitId,
    /// Only its own staff, beside the units below it.
    pub direct: bool,
    /// Where leaves are occupations, only those of this one; `None` for those whose occupation is not known.
    pub occupation: Option<Occupation>,
}

impl Branch {
    fn people(&self, occupation: impl Fn(PersonId) -> Option<Occupation> + Copy) -> Vec<(Part, PersonId)> {
        let staff = self.staff.iter();
        let mut people: Vec<_> = staff.map(|person| (self.part(occupation(*person)), *person)).collect();
        people.sort_unstable();
        people.dedup();
        people.extend(self.below.iter().flat_map(|branch| branch.people(occupation)));
        people
    }

    pub(super) fn part(&self, occupation: Option<Occupation>) -> Part {
        Part { unit: self.unit, direct: self.below.iter().any(Branch::asks_anybody), occupation }
    }

    pub(super) fn asks_anybody(&self) -> bool {
        !self.staff.is_empty() || self.below.iter().any(Branch::asks_anybody)
    }

    /// How many different people.
    pub(super) fn asked(&self) -> usize {
        self.people(|_| None).into_iter().map(|(_, person)| person).collect::<BTreeSet<_>>().len()
    }

    pub(super) fn add_staff(
        &self,
        of: &HashMap<PersonId, Occupation>,
        to: &mut BTreeMap<Option<Occupation>, Vec<Members>>,
    ) {
        let mut by: BTreeMap<Option<Occupation>, BTreeSet<PersonId>> = BTreeMap::new();
        for person in &self.staff {
            by.entry(of.get(person).cloned()).or_default().insert(*person);
        }
        for (occupation, people) in by {
            let part = self.part(occupation.clone());
            to.entry(occupation).or_default().push(Members { part, whole: false, people });
        }
    }

    pub(super) fn add_everybody(
        &self,
        of: &HashMap<PersonId, Occupation>,
        to: &mut BTreeMap<Option<Occupation>, Vec<Members>>,
    ) {
        self.add_staff(of, to);
        self.below.iter().for_each(|branch| branch.add_everybody(of, to));
    }
}
