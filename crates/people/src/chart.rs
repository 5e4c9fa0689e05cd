use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::{AsOf, Change, Employment, EmploymentId, Lead, Span, UnitId, UnitLife};

/// No organisation is deeper, and no walk up its tree is longer.
pub const DEEPEST: usize = 32;

/// An organisation through time: its units, who is employed in them, and who leads them.
///
/// There are no overlapping versions of a unit, no rings on any day, and nobody is employed in or leads what is closed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chart {
    pub(crate) units: BTreeMap<UnitId, UnitLife>,
    pub(crate) employments: BTreeMap<EmploymentId, Employment>,
    pub(crate) leads: Vec<Lead>,
}

impl Chart {
    /// A chart with nothing in it.
    pub fn new() -> Chart {
        Chart::default()
    }

    /// A unit through time, closed or not.
    pub fn unit(&self, unit: UnitId) -> Option<&UnitLife> {
        self.units.get(&unit)
    }

    /// Every unit there ever was.
    pub fn units(&self) -> impl Iterator<Item = &UnitLife> {
        self.units.values()
    }

    /// An employment, over or not.
    pub fn employment(&self, employment: EmploymentId) -> Option<&Employment> {
        self.employments.get(&employment)
    }

    /// Every employment there ever was.
    pub fn employments(&self) -> impl Iterator<Item = &Employment> {
        self.employments.values()
    }

    /// Everyone who ever led.
    pub fn leads(&self) -> impl Iterator<Item = &Lead> {
        self.leads.iter()
    }

    /// The organisation as it was, is or is to be on `day`.
    pub fn as_of(&self, day: Date) -> AsOf<'_> {
        AsOf::new(self, day)
    }

    /// Takes in what has happened. Reading a chart back from where it is remembered goes this way too, so nothing is
    /// asked here: whoever makes something happen asks the rules (`reorganise.rs`, `staff_changes.rs`).
    pub fn apply(&mut self, change: &Change) {
        match change {
            Change::OpenUnit { unit, key, from, facts } => {
                self.units.insert(*unit, UnitLife::new(*unit, key.clone(), *from, facts.clone()));
            }
            Change::KeyUnit { unit, key } => self.alter(*unit, |life| life.set_key(key.clone())),
            Change::SetUnit { unit, from, facts } => self.alter(*unit, |life| life.set(*from, facts.clone())),
            Change::CloseUnit { unit, on } => self.alter(*unit, |life| life.close(*on)),
            Change::Follow { unit, by } => self.alter(*unit, |life| life.follow(*by)),
            Change::Employ(employment) | Change::SetEmployment(employment) => {
                self.employments.insert(employment.id, employment.clone());
            }
            Change::EndEmployment { employment, on } => self.end_employment_row(*employment, *on),
            Change::Lead(lead) => self.leads.push(*lead),
            Change::EndLead { unit, person, from, on } => {
                let ended =
                    |lead: &Lead| (lead.unit, lead.person, lead.span.from()) == (*unit, *person, *from);
                self.leads.retain_mut(|lead| !ended(lead) || keep_before(&mut lead.span, *on));
            }
        }
    }

    pub(crate) fn apply_all(&mut self, changes: Vec<Change>) -> Vec<Change> {
        changes.iter().for_each(|change| self.apply(change));
        changes
    }

    fn alter(&mut self, unit: UnitId, how: impl FnOnce(&mut UnitLife)) {
        if let Some(life) = self.units.get_mut(&unit) {
            how(life);
        }
    }

    fn end_employment_row(&mut self, id: EmploymentId, on: Date) {
        let Some(employment) = self.employments.get_mut(&id) else { return };
        if !keep_before(&mut employment.span, on) {
            self.employments.remove(&id);
            return;
        }
        employment.leave.retain_mut(|leave| keep_before(leave, on));
    }
}

/// Shortens `span` to what is before `on`; whether anything is left.
fn keep_before(span: &mut Span, on: Date) -> bool {
    span.before(on).inspect(|left| *span = *left).is_some()
}
