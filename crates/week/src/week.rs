use jiff::ToSpan;
use jiff::civil::Date;

use crate::{Kind, Place};

/// A stretch inside working hours with nothing booked counts as undisturbed from this many minutes.
pub const UNDISTURBED_MINUTES: u32 = 30;

/// Minutes by kind, and leadership contribution by area. Each minute counts once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Minutes {
    kinds: [u32; 6],
    areas: [u32; 8],
}

impl Minutes {
    /// Minutes of a kind.
    pub const fn of(&self, kind: Kind) -> u32 {
        self.kinds[kind.index()]
    }

    /// Minutes of leadership contribution in an area.
    pub const fn in_area(&self, area: crate::Area) -> u32 {
        self.areas[area.index()]
    }

    /// All minutes booked.
    pub fn booked(&self) -> u32 {
        self.kinds.iter().sum()
    }

    /// Adds minutes at a place.
    pub fn add(&mut self, place: Place, minutes: u32) {
        self.kinds[place.kind().index()] += minutes;
        if let Some(area) = place.area() {
            self.areas[area.index()] += minutes;
        }
    }

    /// Both together.
    pub fn plus(mut self, other: &Minutes) -> Minutes {
        self.kinds.iter_mut().zip(other.kinds).for_each(|(a, b)| *a += b);
        self.areas.iter_mut().zip(other.areas).for_each(|(a, b)| *a += b);
        self
    }
}

/// How often, and how long in all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// How often.
    pub times: u32,
    /// Minutes in all.
    pub minutes: u32,
}

impl Tally {
    pub(crate) const fn add(&mut self, minutes: u32) {
        self.times += 1;
        self.minutes += minutes;
    }
}

/// What a week looks like, whatever its hours went to. Days are Monday to Sunday; minutes count once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Facts {
    /// Minutes when two or more bookings ran at the same time.
    pub double_booked: u32,
    /// Booked minutes inside working hours.
    pub inside_hours: u32,
    /// Booked minutes outside working hours.
    pub outside_hours: u32,
    /// Minutes of working hours on days the owner was not away.
    pub working: u32,
    /// Stretches of [`UNDISTURBED_MINUTES`] or more inside working hours with nothing booked.
    pub undisturbed: [Tally; 7],
    /// How often the day went from one booking to another.
    pub switches: [u32; 7],
    /// Days away: a whole-day booking of leave, or marked as out of office.
    pub away: [bool; 7],
    /// Talks between two, those with the own manager left out.
    pub one_to_ones: Tally,
    /// Alone with the own manager.
    pub with_own_manager: Tally,
    /// Bookings by number of people, in the order of [`crate::Size::ALL`].
    pub sizes: [Tally; 5],
    /// Minutes in series.
    pub recurring: u32,
    /// Minutes in single bookings.
    pub one_off: u32,
}

/// One ISO week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Week {
    /// Its first day.
    pub monday: Date,
    /// Minutes of each day, Monday to Sunday.
    pub days: [Minutes; 7],
    /// The rest.
    pub facts: Facts,
}

impl Week {
    pub(crate) fn empty(monday: Date) -> Week {
        Week { monday, days: [Minutes::default(); 7], facts: Facts::default() }
    }

    /// The days together.
    pub fn minutes(&self) -> Minutes {
        self.days.iter().fold(Minutes::default(), Minutes::plus)
    }

    /// Minutes of leadership contribution.
    pub fn leading(&self) -> u32 {
        self.minutes().of(Kind::Lead)
    }

    /// Whether something is booked on a day before `first` or after `last`.
    pub fn reaches_beyond(&self, first: Date, last: Date) -> bool {
        let days = self.monday.series(1.day()).zip(&self.days);
        days.into_iter().any(|(day, minutes)| (day < first || day > last) && minutes.booked() > 0)
    }

    /// All minutes booked.
    pub fn booked(&self) -> u32 {
        self.minutes().booked()
    }
}
