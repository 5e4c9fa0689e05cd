use jiff::civil::{DateTime, Weekday};
use jiff::tz::{Dst, Offset, TimeZone};
use jiff::{Timestamp, ToSpan};

use super::lines::Lines;
use super::{FeedError, local};

/// Years of the zone's rules that are looked at.
const YEARS: i64 = 10;

/// Writes the zone as a VTIMEZONE that holds from `earliest` on. Changes of clock that come once a year on the same weekday
/// of a month become a rule without end; others are listed for ten years.
pub(super) fn write(
    out: &mut Lines,
    name: &str,
    zone: &TimeZone,
    earliest: DateTime,
) -> Result<(), FeedError> {
    let earliest = zone.to_ambiguous_timestamp(earliest).compatible().map_err(|_| FeedError::Date)?;
    out.line("BEGIN", "VTIMEZONE");
    out.line("TZID", name);
    let observances = observances(zone, earliest)?;
    for observance in &observances {
        observance.write(out);
    }
    if observances.is_empty() {
        let info = zone.to_offset_info(earliest);
        let kind = Kind {
            from: info.offset(),
            to: info.offset(),
            dst: info.dst(),
            name: info.abbreviation().into(),
        };
        Observance { kind, onsets: vec![DateTime::constant(1970, 1, 1, 0, 0, 0, 0)] }.write(out);
    }
    out.line("END", "VTIMEZONE");
    Ok(())
}

/// What a change of clock changes.
#[derive(PartialEq)]
struct Kind {
    from: Offset,
    to: Offset,
    dst: Dst,
    name: String,
}

/// All changes of one kind; an onset is the time the clock showed before the change.
struct Observance {
    kind: Kind,
    onsets: Vec<DateTime>,
}

/// The changes of clock from the one in force at `earliest` until ten years later, gathered by kind. None for a zone whose
/// clock is not changed.
fn observances(zone: &TimeZone, earliest: Timestamp) -> Result<Vec<Observance>, FeedError> {
    let until = TimeZone::UTC
        .to_datetime(earliest)
        .checked_add(YEARS.years())
        .and_then(|until| TimeZone::UTC.to_timestamp(until))
        .map_err(|_| FeedError::Date)?;
    // One nanosecond later, so that a change at the very instant counts as in force.
    let after = earliest.checked_add(1.nanosecond()).map_err(|_| FeedError::Date)?;
    let in_force = zone.preceding(after).next();
    let coming = zone.following(earliest).take_while(|it| it.timestamp() < until);
    let mut gathered: Vec<Observance> = Vec::new();
    for change in in_force.into_iter().chain(coming) {
        let instant = change.timestamp();
        let Ok(just_before) = instant.checked_sub(1.nanosecond()) else { continue };
        let from = zone.to_offset(just_before);
        let kind =
            Kind { from, to: change.offset(), dst: change.dst(), name: change.abbreviation().to_owned() };
        let onset = from.to_datetime(instant);
        match gathered.iter_mut().find(|it| it.kind == kind) {
            Some(same) => same.onsets.push(onset),
            None => gathered.push(Observance { kind, onsets: vec![onset] }),
        }
    }
    Ok(gathered)
}

impl Observance {
    fn write(&self, out: &mut Lines) {
        let component = if self.kind.dst.is_dst() { "DAYLIGHT" } else { "STANDARD" };
        out.line("BEGIN", component);
        out.line("DTSTART", &local(self.onsets[0]));
        out.line("TZOFFSETFROM", &offset(self.kind.from));
        out.line("TZOFFSETTO", &offset(self.kind.to));
        out.text("TZNAME", &self.kind.name);
        match yearly_rule(&self.onsets) {
            Some(rule) => out.line("RRULE", &rule),
            None => self.onsets[1..].iter().for_each(|onset| out.line("RDATE", &local(*onset))),
        }
        out.line("END", component);
    }
}

/// The rule of changes that come once a year at the same time on the same weekday of a month: the last, or the n-th.
fn yearly_rule(onsets: &[DateTime]) -> Option<String> {
    let first = onsets.first()?;
    let yearly = onsets.windows(2).all(|pair| pair[1].year() == pair[0].year() + 1);
    let alike = |it: &DateTime| {
        it.month() == first.month() && it.weekday() == first.weekday() && it.time() == first.time()
    };
    if onsets.len() < YEARS as usize - 1 || !yearly || !onsets.iter().all(alike) {
        return None;
    }
    let is_last = |it: &DateTime| it.day() + 7 > it.days_in_month();
    let nth = |it: &DateTime| (it.day() - 1) / 7 + 1;
    let which = if onsets.iter().all(is_last) {
        -1
    } else if onsets.iter().all(|it| nth(it) == nth(first)) {
        nth(first)
    } else {
        return None;
    };
    Some(format!("FREQ=YEARLY;BYMONTH={};BYDAY={which}{}", first.month(), weekday(first.weekday())))
}

/// A weekday as RFC 5545 writes it.
pub(super) fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "MO",
        Weekday::Tuesday => "TU",
        Weekday::Wednesday => "WE",
        Weekday::Thursday => "TH",
        Weekday::Friday => "FR",
        Weekday::Saturday => "SA",
        Weekday::Sunday => "SU",
    }
}

/// An offset as RFC 5545 writes it: hours and minutes, and seconds where there are any.
fn offset(offset: Offset) -> String {
    let seconds = offset.seconds();
    let sign = if seconds < 0 { '-' } else { '+' };
    let s = seconds.unsigned_abs();
    let short = format!("{sign}{:02}{:02}", s / 3600, s / 60 % 60);
    if s.is_multiple_of(60) { short } else { format!("{short}{:02}", s % 60) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_are_written_with_their_sign() {
        assert_eq!(offset(Offset::from_seconds(3600).unwrap()), "+0100");
        assert_eq!(offset(Offset::from_seconds(-12_600).unwrap()), "-0330");
        assert_eq!(offset(Offset::from_seconds(4324).unwrap()), "+011204");
        assert_eq!(offset(Offset::UTC), "+0000");
    }

    #[test]
    fn a_change_on_a_fixed_date_is_not_taken_for_one_on_a_weekday() {
        let onsets: Vec<_> = (2026..2036).map(|year| DateTime::constant(year, 10, 30, 2, 0, 0, 0)).collect();
        assert_eq!(yearly_rule(&onsets), None);
    }
}
