use std::collections::{HashMap, HashSet};

use jiff::civil::Date;
use people::{Change, Chart, PersonId, Refused, UnitId};

use crate::{Column, ListedPerson, RowError, StaffList, Tally, Warning, Wrong};

/// Somebody who is there already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Who.
    pub id: PersonId,
    /// What the HR system calls them, if they came by a list.
    pub key: Option<String>,
    /// What the directory says that the HR system calls them.
    pub number: Option<String>,
    /// Given name.
    pub given_name: String,
    /// Family name.
    pub family_name: String,
    /// Mail address, in lower case.
    pub mail: Option<String>,
    /// Only counted until people are brought in: ends with the first list.
    pub placeholder: bool,
}

impl Known {
    pub(crate) fn name(&self) -> String {
        format!("{} {}", self.given_name, self.family_name)
    }
}

/// What a list would make different from a day on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// People to be added.
    pub newcomers: Vec<(PersonId, ListedPerson)>,
    /// People who are there, with what is to be said of them instead.
    pub renamed: Vec<(PersonId, ListedPerson)>,
    /// What happens to units, employments and leadership, in this order.
    pub changes: Vec<Change>,
    /// The same for people to read.
    pub tally: Tally,
    /// What could not be read, and what the organisation's rules refuse, by row.
    pub errors: Vec<RowError>,
    /// What looks odd.
    pub warnings: Vec<Warning>,
}

impl Plan {
    /// Lays a list beside the organisation as it is and is to be: `chart` with everyone in it, and `known`, all who are there. What is different
    /// is so from `today` on, or from the day that the list says when it is later. `fresh` gives ids that nothing has.
    pub fn make(
        list: &StaffList,
        chart: &Chart,
        known: &[Known],
        today: Date,
        fresh: &mut dyn FnMut() -> i64,
    ) -> Plan {
        let mut planning = Planning {
            list,
            today,
            fresh,
            names: known.iter().map(|person| (person.id, person.name())).collect(),
            chart: chart.clone(),
            units: HashMap::new(),
            people: HashMap::new(),
            plan: Plan { errors: list.errors.clone(), ..Plan::default() },
        };
        planning.units();
        planning.people(known);
        planning.staff(known);
        planning.leaders();
        planning.close_units();
        planning.warn(chart, known);
        let Planning { mut plan, .. } = planning;
        plan.errors.sort_by_key(|error| error.row);
        // Everything else is named in the order of the list; who leads, in the order of ids, which differ each time.
        plan.tally.leading.sort_unstable();
        plan.tally.leading_no_more.sort_unstable();
        plan
    }

    /// Whether somebody must say that it is so indeed before it is done.
    pub fn is_grave(&self) -> bool {
        self.warnings.iter().any(Warning::is_grave)
    }
}

pub(crate) struct Planning<'a> {
    pub(crate) list: &'a StaffList,
    pub(crate) today: Date,
    pub(crate) fresh: &'a mut dyn FnMut() -> i64,
    pub(crate) names: HashMap<PersonId, String>,
    /// As it is to be, so far.
    pub(crate) chart: Chart,
    /// Units of the list that are there by now, by key.
    pub(crate) units: HashMap<String, UnitId>,
    /// People of the list that are there by now, by key.
    pub(crate) people: HashMap<String, PersonId>,
    pub(crate) plan: Plan,
}

impl Planning<'_> {
    /// Takes in what the rules made of something, or says by the row why they did not.
    pub(crate) fn take(&mut self, row: u32, done: Result<Vec<Change>, Refused>) -> bool {
        match done {
            Ok(changes) => {
                self.plan.changes.extend(changes);
                true
            }
            Err(refused) => {
                let wrong = match refused {
                    Refused::Ring => Wrong::Ring,
                    Refused::TooDeep => Wrong::TooDeep,
                    _ => Wrong::DoesNotFit,
                };
                self.plan.errors.push(RowError { row, column: None, wrong });
                false
            }
        }
    }

    pub(crate) fn person_name(&self, person: PersonId) -> String {
        self.names.get(&person).cloned().unwrap_or_default()
    }

    /// What a unit is called by now.
    pub(crate) fn unit_name(&self, unit: UnitId) -> String {
        let life = self.chart.unit(unit);
        life.and_then(|life| life.versions().last()).map(|(_, facts)| facts.name.clone()).unwrap_or_default()
    }

    /// Whether a unit came by a list.
    pub(crate) fn is_listed(&self, unit: UnitId) -> bool {
        self.chart.unit(unit).is_some_and(|life| life.key().is_some())
    }

    fn warn(&mut self, before: &Chart, known: &[Known]) {
        let mut warnings = Vec::new();
        let gone = self.plan.tally.left.len();
        // Whoever had left before this list does not count.
        let working = before.employments().filter(|it| it.span.after(self.today).is_some());
        let working: HashSet<PersonId> = working.map(|it| it.person).collect();
        let of = known.iter().filter(|it| it.key.is_some() && working.contains(&it.id)).count();
        if gone * 3 > of {
            warnings.push(Warning::ManyGone { gone, of });
        }
        let closed = self.plan.tally.closed.len();
        let there =
            before.units().filter(|life| life.key().is_some() && life.on(self.today).is_some()).count();
        if closed * 3 > there {
            warnings.push(Warning::ManyClosed { closed, of: there });
        }
        if self.list.unread_something {
            warnings.push(Warning::NothingEnds);
        }
        let silent = self.list.people.values().filter(|(_, person)| person.mail.is_none()).count();
        if silent > 0 && self.list.says(Column::Mail) {
            warnings.push(Warning::WithoutMail(silent));
        }
        let then = self.chart.as_of(self.today);
        let unled =
            self.units.values().filter(|unit| then.unit(**unit).is_some() && then.leads(**unit).is_empty());
        let unled = unled.count();
        if unled > 0 {
            let said = self.list.says(Column::ManagerKey);
            warnings.push(if said {
                Warning::WithoutLeader(unled)
            } else {
                Warning::NoColumnOfLeaders(unled)
            });
        }
        let by_code =
            self.plan.tally.opened.iter().filter(|name| self.list.units.contains_key(*name)).count();
        if by_code > 0 && !self.list.says(Column::UnitName) {
            warnings.push(Warning::NamedByCode(by_code));
        }
        let stranger = |key: &str| !self.list.people.contains_key(key);
        let unknown =
            self.list.entries.iter().filter(|entry| entry.manager.as_deref().is_some_and(stranger)).count();
        if unknown > 0 {
            warnings.push(Warning::UnknownManagers(unknown));
        }
        warnings.append(&mut self.plan.warnings);
        self.plan.warnings = warnings;
    }
}
