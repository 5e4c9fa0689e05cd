//! From a tree to the people in it.

use std::collections::HashMap;

use jiff::ToSpan;
use jiff::civil::Date;
use people::Language;

use crate::chance::Chance;
use crate::municipality::{Employment, Form, Lead, Person, PersonIndex, Role, UnitIndex, UnitKind};
use crate::names;
use crate::sector::{CHIEF, DEPARTMENTS, Sector};
use crate::tree::Tree;

/// How many in a hundred of those in care and school have a second employment.
const SECOND_EMPLOYMENTS: usize = 5;
/// How many in a hundred of those paid by the hour have a mail address.
const HOURLY_WITH_MAIL: usize = 30;
/// How many in a hundred of the others are employed for a time only.
const TEMPORARY: usize = 7;

/// Everybody, with employments and leads.
pub(crate) struct Staff {
    pub(crate) people: Vec<Person>,
    pub(crate) employments: Vec<Employment>,
    pub(crate) leads: Vec<Lead>,
}

struct Hiring<'a> {
    language: Language,
    today: Date,
    domain: &'a str,
    chance: &'a mut Chance,
    mails: HashMap<String, u32>,
    staff: Staff,
}

/// Fills each unit with a leader and its staff.
pub(crate) fn hire(tree: &Tree, language: Language, today: Date, domain: &str, chance: &mut Chance) -> Staff {
    let staff = Staff { people: Vec::new(), employments: Vec::new(), leads: Vec::new() };
    let mut hiring = Hiring { language, today, domain, chance, mails: HashMap::new(), staff };
    for place in 0..tree.units.len() {
        hiring.leader(tree, place);
        for _ in 0..tree.staff[place] {
            hiring.employee(tree, place);
        }
    }
    hiring.second_employments(tree);
    hiring.staff
}

impl Hiring<'_> {
    fn person(&mut self, sector: Option<Sector>, title: &'static str, with_mail: bool) -> PersonIndex {
        let (foreign, women) = sector.map_or((4, 55), |sector| (sector.foreign_names(), sector.women()));
        let (given_name, family_name) = names::person(self.language, self.chance, foreign, women);
        let mail = with_mail.then(|| self.mail(given_name, family_name));
        self.staff.people.push(Person { given_name, family_name, mail, title, roles: Vec::new() });
        PersonIndex(self.staff.people.len() as u32 - 1)
    }

    /// The second of the same name gets a 2, and so on.
    fn mail(&mut self, given: &str, family: &str) -> String {
        let name = names::mail_name(given, family);
        let number = self.mails.entry(name.clone()).or_insert(0);
        *number += 1;
        if *number == 1 {
            format!("{name}@{}", self.domain)
        } else {
            format!("{name}{number}@{}", self.domain)
        }
    }

    fn leader(&mut self, tree: &Tree, place: usize) {
        let unit = &tree.units[place];
        let title = match (unit.kind, unit.sector) {
            (UnitKind::Unit, Some(sector)) => sector.manager_title(),
            (UnitKind::Area, _) => crate::said::said("Verksamhetschef", "Områdeleder", "Area manager"),
            (UnitKind::Department, _) => head_of(&unit.name, self.language),
            _ => CHIEF,
        };
        // Fewer with names from elsewhere lead than are led.
        let sector = if self.chance.percent(50) { unit.sector } else { None };
        let person = self.person(sector, title.in_language(self.language), true);
        let mut roles = vec![Role::Manager];
        match (unit.kind, unit.sector) {
            (UnitKind::Municipality, _) => roles.push(Role::TopManager),
            (_, Some(Sector::Hr)) => roles.push(Role::Hr),
            _ => {}
        }
        self.staff.people[person.0 as usize].roles = roles;
        let unit = UnitIndex(place as u32);
        let from = self.day_before(40, 3000);
        let hired = from.checked_sub((self.chance.between(0, 3000)).days()).unwrap_or(from);
        self.staff.employments.push(Employment {
            person,
            unit,
            extent: 100,
            from: hired,
            until: None,
            form: Form::Permanent,
        });
        self.staff.leads.push(Lead { person, unit, from });
    }

    fn employee(&mut self, tree: &Tree, place: usize) {
        let Some(sector) = tree.units[place].sector else { return };
        let form = match self.chance.below(100) {
            drawn if drawn < sector.hourly() => Form::Hourly,
            drawn if drawn < sector.hourly() + TEMPORARY => Form::Temporary,
            _ => Form::Permanent,
        };
        let job = self.chance.weighted(sector.jobs().iter().map(|(weight, _)| *weight));
        let title = sector.jobs()[job].1.in_language(self.language);
        let with_mail = form != Form::Hourly || self.chance.percent(HOURLY_WITH_MAIL);
        let person = self.person(Some(sector), title, with_mail);
        if sector == Sector::Hr {
            self.staff.people[person.0 as usize].roles.push(Role::Hr);
        }
        let extent = match form {
            Form::Hourly => 0,
            _ if self.chance.percent(sector.part_time()) => {
                *self.chance.pick(&[50, 60, 70, 75, 75, 80, 80, 85, 90])
            }
            _ => 100,
        };
        let from = if form == Form::Permanent { self.day_before(30, 7000) } else { self.day_before(10, 500) };
        let until =
            (form == Form::Temporary).then(|| self.today.saturating_add(self.chance.between(20, 330).days()));
        self.staff.employments.push(Employment {
            person,
            unit: UnitIndex(place as u32),
            extent,
            from,
            until,
            form,
        });
    }

    fn day_before(&mut self, least: i64, most: i64) -> Date {
        // Mostly not long ago: the smaller of two draws.
        let days = self.chance.between(least, most).min(self.chance.between(least, most));
        self.today.saturating_sub(days.days())
    }

    /// Some of those with part time or paid by the hour work in a neighbouring unit too, if its span has room.
    fn second_employments(&mut self, tree: &Tree) {
        let mut heads = tree.staff.clone();
        for first in self.staff.employments.clone() {
            let here = first.unit.0 as usize;
            let hourly = first.form == Form::Hourly;
            if first.extent > 80
                || !self.chance.percent(if hourly { 4 * SECOND_EMPLOYMENTS } else { 2 * SECOND_EMPLOYMENTS })
            {
                continue;
            }
            let Some(sector) = tree.units[here].sector else { continue };
            let there = [here + 1, here.wrapping_sub(1)].into_iter().find(|&there| {
                tree.units.get(there).is_some_and(|unit| {
                    unit.sector == Some(sector)
                        && unit.kind == UnitKind::Unit
                        && heads[there] < *sector.span().end()
                }) && !is_persona_unit(tree, there)
            });
            let Some(there) = there else { continue };
            heads[there] += 1;
            let extent = if hourly { 0 } else { (100 - first.extent).min(20) };
            let from = self.day_before(10, 400).max(first.from);
            let second = Employment {
                unit: UnitIndex(there as u32),
                extent,
                from,
                until: None,
                form: first.form,
                ..first
            };
            let until = (second.form == Form::Temporary).then_some(first.until).flatten();
            self.staff.employments.push(Employment { until, ..second });
        }
    }
}

/// The first home care unit keeps its size.
fn is_persona_unit(tree: &Tree, place: usize) -> bool {
    tree.units.iter().position(|unit| unit.sector == Some(Sector::HomeCare) && unit.kind == UnitKind::Unit)
        == Some(place)
}

fn head_of(name: &str, language: Language) -> crate::said::Said {
    DEPARTMENTS
        .iter()
        .find(|department| department.name.in_language(language) == name)
        .map_or(CHIEF, |department| department.head)
}
