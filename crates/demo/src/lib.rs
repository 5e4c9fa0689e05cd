//! An invented Nordic municipality from a seed: its tree, its people, its managers' calendars and their steps under
//! way. Pure: the same [`Request`] gives the same [`Municipality`], for ever and on every platform.

mod answers;
mod chance;
mod company;
mod diary;
mod holidays;
mod ics;
mod municipality;
mod names;
mod occupied;
mod personas;
mod practice;
mod said;
mod sector;
mod series;
mod sizes;
mod staff;
mod story;
mod tree;

use std::ops::RangeInclusive;

pub use answers::answers;
pub use diary::{BookedWeek, Weeks};
use jiff::civil::Date;
pub use municipality::{
    Authority, AuthorityIndex, Employment, Form, Lead, Municipality, Person, PersonIndex, Personas, Role,
    Unit, UnitIndex, UnitKind, WorkingHours,
};
use people::Language;
pub use sector::Sector;
pub use story::{CheckIn, ChosenDrop, ChosenStep, ClosedStep, DropWay, Guess, Outcome, Story, Unplanned};

use crate::chance::Chance;

/// How large a municipality may be asked for. The spans of [`Sector::span`] hold from 1 000 employees on.
pub const EMPLOYEES: RangeInclusive<u32> = 50..=200_000;

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Request {
    /// Number of persons; brought within [`EMPLOYEES`].
    pub employees: u32,
    /// The same seed gives the same municipality.
    pub seed: u64,
    /// The day everything is seen from.
    pub today: Date,
    /// The language of names and calendars: Swedish and English have Swedish people and places, Danish has Danish.
    pub language: Language,
}

/// Makes the municipality. Calendars and stories are made when asked for.
pub fn generate(request: &Request) -> Municipality {
    let Request { seed, today, language, .. } = *request;
    let employees = request.employees.clamp(*EMPLOYEES.start(), *EMPLOYEES.end()) as usize;
    let (name, domain) = names::municipality(language, &mut Chance::for_purpose(seed, "name", 0));
    let sizes = sizes::deal(employees, &mut Chance::for_purpose(seed, "sizes", 0));
    let tree = tree::grow(name, language, &sizes, &mut Chance::for_purpose(seed, "tree", 0));
    let mut staff = staff::hire(&tree, language, today, &domain, &mut Chance::for_purpose(seed, "staff", 0));
    let personas = personas::choose(&tree, &mut staff, language, &domain);
    Municipality {
        name: name.to_owned(),
        domain,
        language,
        today,
        seed,
        authorities: tree.authorities,
        units: tree.units,
        people: staff.people,
        employments: staff.employments,
        leads: staff.leads,
        personas,
    }
}

impl Municipality {
    /// A manager's calendar as Outlook exports it; `None` for somebody who leads nothing. Made anew at each call.
    pub fn calendar_for(&self, manager: PersonIndex, weeks: Weeks) -> Option<String> {
        let diary = diary::fill(self, manager, weeks, self.has_story(manager))?;
        Some(ics::write(self, manager, &diary))
    }

    /// What the generator meant the weeks of [`Municipality::calendar_for`] to hold.
    pub fn booked_weeks(&self, manager: PersonIndex, weeks: Weeks) -> Option<Vec<BookedWeek>> {
        Some(diary::fill(self, manager, weeks, self.has_story(manager))?.weeks)
    }

    /// Whether a manager has a step under way: the two personas among the first-line managers, and two in five of
    /// the others.
    pub fn has_story(&self, manager: PersonIndex) -> bool {
        let chosen = [self.personas.manager, self.personas.second_manager].contains(&manager);
        chosen
            || (self.leads_staff(manager)
                && Chance::for_purpose(self.seed, "story", manager.0.into()).percent(40))
    }

    fn leads_staff(&self, manager: PersonIndex) -> bool {
        let unit = self.unit_led_by(manager).and_then(|unit| self.unit(unit));
        unit.is_some_and(|unit| unit.kind == UnitKind::Unit)
    }
}
