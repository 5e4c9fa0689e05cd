use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::{Fingerprint, Minutes, Place};

/// One series on one day: what a store keeps, so that a correction moves minutes without any title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeriesPart {
    /// The series.
    pub fingerprint: Fingerprint,
    /// The week's first day.
    pub monday: Date,
    /// The day.
    pub day: Date,
    /// Where it is placed.
    pub place: Place,
    /// Minutes that count: each minute of the day has one series.
    pub minutes: u32,
    /// Of these, outside working hours.
    pub outside: u32,
    /// Of these, also booked for something else.
    pub double: u32,
    /// Others invited, the most.
    pub people: u32,
    /// Times it began that day.
    pub times: u32,
}

/// The days of each week, Monday to Sunday, by the week's first day. Weeks without a part are left out.
pub fn recount(parts: &[SeriesPart]) -> BTreeMap<Date, [Minutes; 7]> {
    let mut weeks: BTreeMap<Date, [Minutes; 7]> = BTreeMap::new();
    for part in parts {
        let weekday = part.day.weekday().to_monday_zero_offset() as usize;
        weeks.entry(part.monday).or_default()[weekday].add(part.place, part.minutes);
    }
    weeks
}

/// Moves a series to another place, in all its parts, and counts the weeks anew. The totals stay.
pub fn apply_correction(
    parts: &mut [SeriesPart],
    series: Fingerprint,
    place: Place,
) -> BTreeMap<Date, [Minutes; 7]> {
    for part in parts.iter_mut().filter(|part| part.fingerprint == series) {
        part.place = place;
    }
    recount(parts)
}

/// The minutes of one series in each week that has any: what a drop is measured by.
pub fn series_minutes(parts: &[SeriesPart], series: Fingerprint) -> BTreeMap<Date, u32> {
    let mut weeks = BTreeMap::new();
    for part in parts.iter().filter(|part| part.fingerprint == series) {
        *weeks.entry(part.monday).or_default() += part.minutes;
    }
    weeks
}
