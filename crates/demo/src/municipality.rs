//! What a generated municipality holds.

use jiff::civil::{Date, Time};
use people::Language;

use crate::sector::Sector;

/// The place of an authority in [`Municipality::authorities`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AuthorityIndex(pub u32);

/// The place of a unit in [`Municipality::units`]; 0 is the municipality itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UnitIndex(pub u32);

/// The place of a person in [`Municipality::people`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PersonIndex(pub u32);

impl UnitIndex {
    /// The municipality itself.
    pub const ROOT: UnitIndex = UnitIndex(0);
}

/// A whole invented municipality.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Municipality {
    /// Its name, e.g. "Ekbacka kommun". No real municipality is called so.
    pub name: String,
    /// The domain of its mail addresses, under `.example`.
    pub domain: String,
    /// The language of its names and calendars.
    pub language: Language,
    /// The day it is seen from: "today".
    pub today: Date,
    /// The seed it came from.
    pub seed: u64,
    /// The political boards.
    pub authorities: Vec<Authority>,
    /// The tree; a parent stands before its children.
    pub units: Vec<Unit>,
    /// Everybody.
    pub people: Vec<Person>,
    /// Who is employed where; a person's first employment stands before the second.
    pub employments: Vec<Employment>,
    /// Who leads what, one entry for each unit, in the order of the units.
    pub leads: Vec<Lead>,
    pub(crate) personas: Personas,
}

/// A political board with its department.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authority {
    /// E.g. "Äldrenämnden".
    pub name: String,
}

/// What a unit is in the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UnitKind {
    /// The whole; one.
    Municipality,
    /// Directly under the whole (förvaltning, forvaltning).
    Department,
    /// Several units, or several areas, of one sector.
    Area,
    /// Where the work is done.
    Unit,
}

/// One node of the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// The node above; `None` only for the municipality.
    pub parent: Option<UnitIndex>,
    /// The name, e.g. "Hemtjänsten Solbacka".
    pub name: String,
    /// What it is.
    pub kind: UnitKind,
    /// The board it answers to.
    pub authority: AuthorityIndex,
    /// The branch; `None` for the municipality and its departments.
    pub sector: Option<Sector>,
    /// The places the staff works from; empty above the kind `Unit`, which has one or more.
    pub sites: Vec<String>,
}

/// What a person may do in the product beyond being an employee.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Leads a unit.
    Manager,
    /// Leads the municipality.
    TopManager,
    /// Personnel.
    Hr,
    /// Runs the system.
    It,
}

/// One person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Given name.
    pub given_name: &'static str,
    /// Family name.
    pub family_name: &'static str,
    /// Mail address, unique; `None` for most of those paid by the hour, who have no account.
    pub mail: Option<String>,
    /// What the work is called, e.g. "Undersköterska".
    pub title: &'static str,
    /// Beyond being an employee.
    pub roles: Vec<Role>,
}

impl Person {
    /// Given name and family name.
    pub fn full_name(&self) -> String {
        format!("{} {}", self.given_name, self.family_name)
    }
}

/// The form of an employment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// Until further notice (tillsvidare, fast).
    Permanent,
    /// For a time (vikariat).
    Temporary,
    /// Paid by the hour (timavlönad, timelønnet).
    Hourly,
}

/// A person employed at a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Employment {
    /// Who.
    pub person: PersonIndex,
    /// Where.
    pub unit: UnitIndex,
    /// Percent of full time, 1 to 100; 0 for those paid by the hour, with whom no extent is agreed.
    pub extent: u8,
    /// The first day, before today.
    pub from: Date,
    /// The last day of a temporary employment, after today.
    pub until: Option<Date>,
    /// Permanent, temporary or by the hour.
    pub form: Form,
}

/// A person leading a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lead {
    /// Who.
    pub person: PersonIndex,
    /// What.
    pub unit: UnitIndex,
    /// Since when, before today.
    pub from: Date,
}

/// The people to sign in as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Personas {
    /// First-line manager in home care, about 45 staff on two sites: the one with most to see.
    pub manager: PersonIndex,
    /// Principal of a school.
    pub second_manager: PersonIndex,
    /// One of those the manager leads.
    pub employee: PersonIndex,
    /// Personnel, not a manager.
    pub hr: PersonIndex,
    /// Leads the municipality.
    pub top_manager: PersonIndex,
    /// Runs the system, not a manager where there is an IT unit.
    pub it: PersonIndex,
}

/// A manager's working hours and contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WorkingHours {
    /// Start of the day, Monday to Friday.
    pub start: Time,
    /// End of the day, Monday to Friday.
    pub end: Time,
    /// Minutes a week by contract: 40 hours in Sweden, 37 in Denmark.
    pub contract_minutes: u16,
}

impl Municipality {
    /// The people to sign in as.
    pub const fn personas(&self) -> Personas {
        self.personas
    }

    /// A person by index; `None` when there is none.
    pub fn person(&self, index: PersonIndex) -> Option<&Person> {
        self.people.get(index.0 as usize)
    }

    /// A unit by index; `None` when there is none.
    pub fn unit(&self, index: UnitIndex) -> Option<&Unit> {
        self.units.get(index.0 as usize)
    }

    /// Who leads a unit.
    pub fn leader_of(&self, unit: UnitIndex) -> Option<PersonIndex> {
        self.leads.get(unit.0 as usize).map(|lead| lead.person)
    }

    /// The unit a person leads; the first, when there are several.
    pub fn unit_led_by(&self, person: PersonIndex) -> Option<UnitIndex> {
        self.leads.iter().find(|lead| lead.person == person).map(|lead| lead.unit)
    }

    /// The closest manager of somebody who leads: the one who leads the unit above. `None` at the top.
    pub fn manager_of_leader(&self, person: PersonIndex) -> Option<PersonIndex> {
        self.leader_of(self.unit(self.unit_led_by(person)?)?.parent?)
    }

    /// The units right under one.
    pub fn units_under(&self, parent: UnitIndex) -> impl Iterator<Item = UnitIndex> + '_ {
        self.units
            .iter()
            .enumerate()
            .filter(move |(_, unit)| unit.parent == Some(parent))
            .map(|(place, _)| UnitIndex(place as u32))
    }

    /// Those employed at a unit except its leader, without repetition, in the order of employment.
    pub fn staff_of(&self, unit: UnitIndex) -> Vec<PersonIndex> {
        let leader = self.leader_of(unit);
        self.employments
            .iter()
            .filter(|employment| employment.unit == unit && Some(employment.person) != leader)
            .map(|employment| employment.person)
            .collect()
    }

    /// The working hours of a manager; `None` for somebody who leads nothing.
    pub fn working_hours(&self, manager: PersonIndex) -> Option<WorkingHours> {
        let sector = self.unit(self.unit_led_by(manager)?)?.sector;
        let (start, end) = match sector {
            Some(Sector::HomeCare | Sector::CareHome | Sector::School | Sector::Preschool) => {
                (half_past(7), half_past(16))
            }
            Some(Sector::Technical | Sector::Meals) => {
                (Time::constant(7, 0, 0, 0), Time::constant(16, 0, 0, 0))
            }
            _ => (Time::constant(8, 0, 0, 0), Time::constant(17, 0, 0, 0)),
        };
        let contract_minutes = if self.language == Language::Da { 37 * 60 } else { 40 * 60 };
        Some(WorkingHours { start, end, contract_minutes })
    }
}

const fn half_past(hour: i8) -> Time {
    Time::constant(hour, 30, 0, 0)
}
