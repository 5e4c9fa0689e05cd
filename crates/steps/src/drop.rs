use jiff::civil::Date;

use crate::code::coded;
use crate::{Card, Line};

/// Minutes a week that a drop is meant to free: 1 to 2400, a whole working week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Wanted(u16);

impl Wanted {
    /// The most: forty hours.
    pub const MOST: u16 = 2400;

    /// This many minutes a week, if from 1 to 2400.
    pub fn new(minutes: u16) -> Option<Wanted> {
        (1..=Wanted::MOST).contains(&minutes).then_some(Wanted(minutes))
    }

    /// Minutes a week.
    pub fn minutes(self) -> u16 {
        self.0
    }
}

coded! {
    /// What kind of thing is dropped.
    pub enum WhatKind {
        /// A recurring series of the calendar.
        Series = "series",
        /// A card of the catalogue.
        Card = "card",
        /// Something in the manager's own words.
        Own = "own",
    }
}

/// What is dropped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A recurring series, known by its keyed fingerprint only: its title is not kept.
    Series {
        /// The fingerprint it is found by in later imports.
        fingerprint: [u8; 16],
        /// How often it takes place.
        times_a_year: u16,
        /// How long it is each time, in minutes.
        minutes_each: u16,
        /// How many people are in it, the manager among them.
        people: u16,
    },
    /// A card of the catalogue.
    Card(&'static Card),
    /// In the manager's own words.
    Own(Line),
}

impl What {
    /// What kind of thing it is.
    pub fn kind(&self) -> WhatKind {
        match self {
            What::Series { .. } => WhatKind::Series,
            What::Card(_) => WhatKind::Card,
            What::Own(_) => WhatKind::Own,
        }
    }
}

coded! {
    /// How it is dropped.
    pub enum How {
        /// Not at all any more.
        Drop = "drop",
        /// Somebody else does it.
        Delegate = "delegate",
        /// It takes less time.
        Shorten = "shorten",
        /// It comes less often.
        Rarer = "rarer",
    }
}

coded! {
    /// Where a drop stands.
    pub enum DropState {
        /// Being tried.
        Open = "open",
        /// It stays dropped.
        Kept = "kept",
        /// It came back, or could not be dropped.
        GivenUp = "given-up",
    }
}

/// Something taken away to make room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drop {
    /// What is dropped.
    pub what: What,
    /// What the manager calls it, typed by the manager and never taken from the calendar.
    pub name: Option<Line>,
    /// How.
    pub how: How,
    /// The wanted effect.
    pub wanted: Wanted,
    /// The first day without it.
    pub from: Date,
    /// Where it stands.
    pub state: DropState,
}

/// Why a drop could not be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DropError {
    /// It is kept or given up already.
    #[error("the drop is closed")]
    Closed,
}

impl Drop {
    /// Closes it: it stays dropped.
    pub fn keep(self) -> Result<Drop, DropError> {
        self.close(DropState::Kept)
    }

    /// Closes it: it came back, or could not be dropped.
    pub fn give_up(self) -> Result<Drop, DropError> {
        self.close(DropState::GivenUp)
    }

    fn close(self, state: DropState) -> Result<Drop, DropError> {
        if self.state != DropState::Open {
            return Err(DropError::Closed);
        }
        Ok(Drop { state, ..self })
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use jiff::civil::date;

    use super::*;

    pub(crate) fn weekly_hour() -> Drop {
        Drop {
            what: What::Series { fingerprint: [7; 16], times_a_year: 52, minutes_each: 60, people: 9 },
            name: None,
            how: How::Drop,
            wanted: Wanted::new(60).unwrap(),
            from: date(2026, 9, 7),
            state: DropState::Open,
        }
    }

    #[test]
    fn a_drop_is_closed_once() {
        let kept = weekly_hour().keep().unwrap();
        assert_eq!(kept.state, DropState::Kept);
        assert_eq!(kept.give_up(), Err(DropError::Closed));
        let given_up = weekly_hour().give_up().unwrap();
        assert_eq!(given_up.state, DropState::GivenUp);
        assert_eq!(given_up.keep(), Err(DropError::Closed));
    }

    #[test]
    fn a_wanted_effect_is_a_minute_to_a_working_week() {
        assert_eq!(Wanted::new(0), None);
        assert_eq!(Wanted::new(1).map(Wanted::minutes), Some(1));
        assert_eq!(Wanted::new(2400).map(Wanted::minutes), Some(2400));
        assert_eq!(Wanted::new(2401), None);
    }
}
