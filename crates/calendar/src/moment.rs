//! Points in time as a calendar writes them.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use crate::days::{DAY, date, day_of};

/// A point in time as the calendar means it: an instant, a time that is local wherever one is, or a whole day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Moment {
    /// The same instant everywhere.
    Instant(Timestamp),
    /// A wall-clock time without a zone.
    Floating(DateTime),
    /// A day; as the end of an occurrence, the first day after it.
    Date(Date),
}

impl Moment {
    /// The instant, with floating times and days (their first second) taken in the zone `home`. A time skipped by daylight
    /// saving is read with the offset before the gap; a time that comes twice is the first (RFC 5545, 3.3.5).
    pub fn timestamp(&self, home: &TimeZone) -> Timestamp {
        let local = match self {
            Moment::Instant(instant) => return *instant,
            Moment::Floating(local) => *local,
            Moment::Date(day) => day.to_datetime(jiff::civil::Time::midnight()),
        };
        home.to_ambiguous_timestamp(local).compatible().unwrap_or(if local.year() < 0 {
            Timestamp::MIN
        } else {
            Timestamp::MAX
        })
    }
}

/// How the clock of a time is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Clock {
    /// A whole day; the wall time is its midnight.
    Date,
    /// Local time wherever one is.
    Floating,
    /// Coordinated universal time.
    Utc,
    /// A zone of the calendar, by its place in the list.
    Zone(u16),
}

/// A time as written: seconds of wall-clock time since 1970-01-01, and the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stamp {
    pub(crate) wall: i64,
    pub(crate) clock: Clock,
}

/// The date and time of a wall time in seconds.
pub(crate) fn civil(wall: i64) -> DateTime {
    let (year, month, day) = date(day_of(wall));
    let seconds = wall.rem_euclid(DAY) as i32;
    let part = |x: i32| x as i8;
    // Wall times are kept within YEARS; the fallback is never reached.
    DateTime::new(
        year as i16,
        month as i8,
        day as i8,
        part(seconds / 3600),
        part(seconds / 60 % 60),
        part(seconds % 60),
        0,
    )
    .unwrap_or(DateTime::MAX)
}

/// Seconds of wall-clock time since 1970-01-01.
#[cfg(test)]
pub(crate) fn wall(local: DateTime) -> i64 {
    local.duration_since(DateTime::constant(1970, 1, 1, 0, 0, 0, 0)).as_secs()
}

/// The timestamp of whole seconds since 1970-01-01 UTC, held within jiff's range.
pub(crate) fn instant(seconds: i64) -> Timestamp {
    Timestamp::from_duration(SignedDuration::from_secs(seconds)).unwrap_or(if seconds < 0 {
        Timestamp::MIN
    } else {
        Timestamp::MAX
    })
}
