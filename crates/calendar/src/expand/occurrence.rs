//! What an expansion gives.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::moment::{Clock, civil, instant};
use crate::{Moment, Trouble};

/// The time asked for.
#[derive(Debug, Clone)]
pub struct Window {
    /// The beginning; an occurrence that ends at or before it is left out.
    pub from: Timestamp,
    /// The end; an occurrence that starts at or after it is left out.
    pub to: Timestamp,
    /// The zone in which days and floating times are read.
    pub home: TimeZone,
}

/// The occurrences in a window.
#[derive(Debug, Clone)]
pub struct Occurrences {
    /// Sorted by start.
    pub list: Vec<Occurrence>,
    /// What could not be expanded, by the line of the event.
    pub troubles: Vec<Trouble>,
    /// How many troubles there were beyond those listed.
    pub unlisted_troubles: usize,
    /// How many events were left out because an equal or newer copy of them stands elsewhere in the file. Nothing is wrong with them.
    pub copies: usize,
    /// Whether a limit left occurrences out; the troubles say where.
    pub cut_short: bool,
}

/// One time that an event takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Occurrence {
    /// The number of the event it comes from, for [`Calendar::event`](crate::Calendar::event): for a changed occurrence, the
    /// event that changes it.
    pub event: u32,
    pub(super) kind: Kind,
    pub(super) start_at: i64,
    pub(super) end_at: i64,
    pub(super) start_wall: i64,
    pub(super) end_wall: i64,
    pub(super) original: Option<(Kind, i64)>,
}

/// How a moment is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Date,
    Floating,
    Instant,
}

impl Kind {
    pub(super) fn of(clock: Clock) -> Kind {
        match clock {
            Clock::Date => Kind::Date,
            Clock::Floating => Kind::Floating,
            Clock::Utc | Clock::Zone(_) => Kind::Instant,
        }
    }

    fn moment(self, wall: i64, at: i64) -> Moment {
        match self {
            Kind::Date => Moment::Date(civil(wall).date()),
            Kind::Floating => Moment::Floating(civil(wall)),
            Kind::Instant => Moment::Instant(instant(at)),
        }
    }
}

impl Occurrence {
    /// The start, as the calendar means it.
    pub fn start(&self) -> Moment {
        self.kind.moment(self.start_wall, self.start_at)
    }

    /// The end, as the calendar means it; of days, the first day after.
    pub fn end(&self) -> Moment {
        self.kind.moment(self.end_wall, self.end_at)
    }

    /// The instant of the start, with days and floating times read in the window's home zone.
    pub fn starts_at(&self) -> Timestamp {
        instant(self.start_at)
    }

    /// The instant of the end, with days and floating times read in the window's home zone.
    pub fn ends_at(&self) -> Timestamp {
        instant(self.end_at)
    }

    /// Whether it is made of whole days.
    pub fn is_all_day(&self) -> bool {
        self.kind == Kind::Date
    }

    /// When the rule of the series had it (its `RECURRENCE-ID`), which identifies it within the series also after it was
    /// moved. `None` for an event that is no series.
    pub fn original(&self) -> Option<Moment> {
        self.original.map(|(kind, key)| kind.moment(key, key))
    }
}
