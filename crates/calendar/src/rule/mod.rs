//! Recurrence rules (RFC 5545, 3.3.10) on the wall clock.

mod filter;
mod parse;
mod plan;
mod walk;

use std::borrow::Cow;

pub(crate) use walk::{Bounds, Budget};

/// The period a rule repeats by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Freq {
    Secondly,
    Minutely,
    Hourly,
    Daily,
    Weekly,
    Monthly,
    Yearly,
}

/// The last moment of a rule, as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Until {
    /// Seconds since 1970-01-01 UTC.
    Utc(i64),
    /// Wall time on the clock of the start.
    Local(i64),
    /// Midnight of the last day, on the clock of the start; the whole day belongs to it.
    Date(i64),
}

/// A rule as written. An empty list or set means that the part is absent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rule {
    pub(crate) freq: Freq,
    /// At least 1.
    pub(crate) interval: u32,
    /// At least 1.
    pub(crate) count: Option<u32>,
    pub(crate) until: Option<Until>,
    /// Monday = 0.
    pub(crate) week_start: u8,
    /// Bits 0-59.
    pub(crate) seconds: u64,
    /// Bits 0-59.
    pub(crate) minutes: u64,
    /// Bits 0-23.
    pub(crate) hours: u32,
    /// Bits 1-12.
    pub(crate) months: u16,
    /// Bits 1-31, from the beginning of the month.
    pub(crate) month_days: u32,
    /// Bits 1-31, from its end.
    pub(crate) month_days_from_end: u32,
    /// Bits 0-6, Monday = 0: weekdays without a number.
    pub(crate) weekdays: u8,
    /// Lists that few rules have.
    pub(crate) rare: Option<Box<Rare>>,
}

/// The parts of a rule that few rules have.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Rare {
    /// 1 to 366 or -366 to -1.
    pub(crate) year_days: Vec<i16>,
    /// 1 to 53 or -53 to -1.
    pub(crate) weeks: Vec<i8>,
    /// Number (1 to 53 or -53 to -1) and weekday (Monday = 0).
    pub(crate) numbered: Vec<(i8, u8)>,
    /// 1 to 366 or -366 to -1; sorted lists are not required.
    pub(crate) positions: Vec<i16>,
}

impl Rule {
    /// The rule for a series of whole days: `BYHOUR` and its like are ignored (RFC 5545, 3.3.10). `None` if it repeats faster
    /// than by the day.
    pub(crate) fn for_days(&self) -> Option<Cow<'_, Rule>> {
        if self.freq < Freq::Daily {
            return None;
        }
        if self.hours == 0 && self.minutes == 0 && self.seconds == 0 {
            return Some(Cow::Borrowed(self));
        }
        Some(Cow::Owned(Rule { hours: 0, minutes: 0, seconds: 0, ..self.clone() }))
    }

    pub(crate) fn year_days(&self) -> &[i16] {
        self.rare.as_ref().map_or(&[], |rare| &rare.year_days)
    }

    pub(crate) fn weeks(&self) -> &[i8] {
        self.rare.as_ref().map_or(&[], |rare| &rare.weeks)
    }

    pub(crate) fn numbered(&self) -> &[(i8, u8)] {
        self.rare.as_ref().map_or(&[], |rare| &rare.numbered)
    }

    pub(crate) fn positions(&self) -> &[i16] {
        self.rare.as_ref().map_or(&[], |rare| &rare.positions)
    }
}
