use jiff::civil::Date;
use people::{PersonId, UnitId};

/// In what somebody acts for somebody else. Never in what is a manager's own: the week, steps, drops.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// Plans rounds for a unit, as its leader may.
    Rounds,
    /// Reads the results of a unit, as its leader does.
    Results,
    /// Brings people in and changes them by hand, as HR does.
    People,
}

impl Part {
    /// Every part.
    pub const ALL: [Part; 3] = [Part::Rounds, Part::Results, Part::People];

    /// As stored.
    pub const fn code(self) -> &'static str {
        match self {
            Part::Rounds => "rounds",
            Part::Results => "results",
            Part::People => "people",
        }
    }

    /// Reads [`Part::code`].
    pub fn from_code(code: &str) -> Option<Part> {
        Part::ALL.into_iter().find(|part| part.code() == code)
    }
}

/// Somebody acts for somebody else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Delegation {
    /// Known by.
    pub id: i64,
    /// For whom.
    pub giver: PersonId,
    /// Who.
    pub person: PersonId,
    /// In what.
    pub part: Part,
    /// Of which unit; `None` for people.
    pub unit: Option<UnitId>,
    /// From this day.
    pub first_day: Date,
    /// To this day.
    pub last_day: Date,
}

impl Delegation {
    /// The longest, in days: longer than a year is not for a while.
    pub const LONGEST: i32 = 366;

    /// Whether these days are in order: not over, the first not after the last, and not for longer than [`Delegation::LONGEST`].
    pub fn days_fit(first: Date, last: Date, today: Date) -> bool {
        first <= last && last >= today && (last - first).get_days() < Delegation::LONGEST
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_are_in_order_not_over_and_at_most_a_year() {
        let today = date(2026, 11, 29);
        for (first, last, fit) in [
            (today, today, true),
            (date(2026, 1, 1), today, true),
            (date(2026, 11, 28), date(2026, 11, 28), false),
            (date(2026, 12, 2), date(2026, 12, 1), false),
            (date(2027, 1, 1), date(2028, 1, 1), true),
            (date(2027, 1, 1), date(2028, 1, 2), false),
        ] {
            assert_eq!(Delegation::days_fit(first, last, today), fit, "{first} {last}");
        }
        for part in Part::ALL {
            assert_eq!(Part::from_code(part.code()), Some(part));
        }
    }
}
