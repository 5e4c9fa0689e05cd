use access::{Actor, Role, Roles};
use jiff::Timestamp;
use jiff::civil::Date;
use people::{OrganisationId, PersonId, UnitId};
use pulse::{Place, RoundId};

use crate::Act;

/// A word of a code: what was given, taken along or erased. Never anything typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Detail(String);

impl Detail {
    /// Longest, in characters.
    pub const LONGEST: usize = 40;

    /// From a code of small letters, digits, `_` and `-`; `None` for anything else.
    pub fn new(code: &str) -> Option<Detail> {
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_-".contains(&byte);
        ((1..=Detail::LONGEST).contains(&code.len()) && code.bytes().all(plain))
            .then(|| Detail(code.to_owned()))
    }

    /// The code.
    pub fn code(&self) -> &str {
        &self.0
    }
}

/// An act with what it is about, as the action that does it says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Note {
    /// What was done.
    pub act: Act,
    /// To whom.
    pub person: Option<PersonId>,
    /// To or in which unit.
    pub unit: Option<UnitId>,
    /// To which round.
    pub round: Option<RoundId>,
    /// Where in its tree.
    pub place: Option<Place>,
    /// To what else that has a number: a staff list, a delegation.
    pub thing: Option<i64>,
    /// A code: which role, which file.
    pub detail: Option<&'static str>,
    /// The last day it holds.
    pub until: Option<Date>,
}

impl Note {
    /// Also about a unit.
    #[must_use]
    pub const fn at(self, unit: UnitId) -> Note {
        Note { unit: Some(unit), ..self }
    }

    /// Also about something with a number.
    #[must_use]
    pub const fn thing(self, thing: i64) -> Note {
        Note { thing: Some(thing), ..self }
    }

    /// With a code.
    #[must_use]
    pub const fn saying(self, code: &'static str) -> Note {
        Note { detail: Some(code), ..self }
    }

    /// With the last day it holds.
    #[must_use]
    pub const fn until(self, day: Option<Date>) -> Note {
        Note { until: day, ..self }
    }
}

/// A line of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Whose log.
    pub organisation: OrganisationId,
    /// When, to the millisecond.
    pub at: Timestamp,
    /// Known by, also while it has no number.
    pub id: i64,
    /// What was done.
    pub act: Act,
    /// By whom; `None`: Pejling itself.
    pub actor: Option<PersonId>,
    /// As what: the codes of their roles, joined by `+`.
    pub roles: String,
    /// In whose place, when they stood in for somebody.
    pub behalf: Option<PersonId>,
    /// To whom.
    pub person: Option<PersonId>,
    /// To or in which unit.
    pub unit: Option<UnitId>,
    /// To which round.
    pub round: Option<RoundId>,
    /// Where in its tree.
    pub place: Option<Place>,
    /// To what else that has a number.
    pub thing: Option<i64>,
    /// A code.
    pub detail: Option<Detail>,
    /// The last day it holds.
    pub until: Option<Date>,
}

impl Line {
    /// A line about `note`, done by somebody with all the roles they have.
    pub fn by(actor: &Actor, note: Note, at: Timestamp, id: i64) -> Line {
        let line = Line::by_itself(actor.organisation, note, at, id);
        Line { actor: Some(actor.person), roles: codes(actor.roles), ..line }
    }

    /// A line about what Pejling did by itself.
    pub fn by_itself(organisation: OrganisationId, note: Note, at: Timestamp, id: i64) -> Line {
        let Note { act, person, unit, round, place, thing, detail, until } = note;
        let (actor, roles, behalf) = (None, String::new(), None);
        let detail = detail.and_then(Detail::new);
        Line {
            organisation,
            at,
            id,
            act,
            actor,
            roles,
            behalf,
            person,
            unit,
            round,
            place,
            thing,
            detail,
            until,
        }
    }

    /// The roles it was done in.
    pub fn in_roles(&self) -> impl Iterator<Item = Role> {
        self.roles.split('+').filter_map(Role::from_code)
    }

    /// The line as it is hashed and taken along: fields divided by `|`, empty where there is nothing. No field can hold a `|`.
    pub fn text(&self, number: u64) -> String {
        let id = |id: Option<i64>| id.map(|id| id.to_string()).unwrap_or_default();
        [
            "1".to_owned(),
            self.organisation.to_string(),
            number.to_string(),
            self.at.as_millisecond().to_string(),
            self.id.to_string(),
            self.act.kind().code().to_owned(),
            self.act.code().to_owned(),
            id(self.actor.map(|it| it.0)),
            self.roles.clone(),
            id(self.behalf.map(|it| it.0)),
            id(self.person.map(|it| it.0)),
            id(self.unit.map(|it| it.0)),
            id(self.round.map(|it| it.0)),
            id(self.place.map(|it| it.0.into())),
            id(self.thing),
            self.detail.as_ref().map(|detail| detail.code().to_owned()).unwrap_or_default(),
            self.until.map(|day| day.to_string()).unwrap_or_default(),
        ]
        .join("|")
    }
}

/// The codes of a set of roles. That somebody is employed is said only where nothing else is.
fn codes(roles: Roles) -> String {
    let given: Vec<_> = roles.iter().filter(|role| *role != Role::Employee).map(Role::code).collect();
    if given.is_empty() && roles.has(Role::Employee) {
        Role::Employee.code().to_owned()
    } else {
        given.join("+")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_but_a_code_is_a_detail() {
        for code in ["hr", "table_csv", "2026-12-31"] {
            assert_eq!(Detail::new(code).map(|detail| detail.0), Some(code.to_owned()));
        }
        for no in ["", "Anna", "a b", "a|b", "å", "a\n", &"a".repeat(41)] {
            assert_eq!(Detail::new(no), None, "{no}");
        }
    }

    #[test]
    fn roles_are_written_so_that_they_read_back() {
        let line = |roles: Roles| {
            let actor = Actor { organisation: OrganisationId(1), person: PersonId(2), roles };
            Line::by(&actor, Act::LogRead.note(), Timestamp::UNIX_EPOCH, 3)
        };
        let employee = Roles::default().with(Role::Employee);
        assert_eq!(line(employee).roles, "employee");
        let both = line(employee.with(Role::Hr).with(Role::Leader));
        assert_eq!(both.roles, "leader+hr");
        assert_eq!(both.in_roles().collect::<Vec<_>>(), [Role::Leader, Role::Hr]);
    }
}
