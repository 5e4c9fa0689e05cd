mod lines;
mod zone;

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use self::lines::Lines;
use crate::Weekdays;
use crate::code::coded;

/// The most events in a feed.
pub const MOST_EVENTS: usize = 100;
/// The most characters in a key or a domain.
const MOST_NAME: usize = 100;
/// The longest event, in minutes.
const MOST_MINUTES: u16 = 24 * 60;

coded! {
    /// What an event holds in the calendar.
    pub enum Holds {
        /// A step's moment: a reminder, during which others may book.
        Moment = "moment",
        /// Protected leadership time: busy.
        LeadershipTime = "leadership-time",
    }
}

/// Something that comes every week on some days at one time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedEvent {
    /// What the event is known by for as long as it lives, such as `step-17`: ASCII letters, digits and `-`, at most 100.
    pub key: String,
    /// How many times it has been changed since it was first in the feed.
    pub sequence: u32,
    /// What it holds.
    pub holds: Holds,
    /// The title.
    pub title: String,
    /// More words; may be empty.
    pub description: String,
    /// The days.
    pub days: Weekdays,
    /// When it begins, in the feed's zone.
    pub from: Time,
    /// How long it is, in minutes: 1 to 1440.
    pub minutes: u16,
    /// The first day it may come.
    pub first: Date,
    /// The last day it may come; `None` for no end.
    pub last: Option<Date>,
}

/// All that is written in a feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedInput<'a> {
    /// What makes the events' ids unique in the world: the same even if the host is renamed. ASCII letters, digits, `-`
    /// and `.`, at most 100.
    pub domain: &'a str,
    /// The calendar's name, as the manager's calendar program shows it.
    pub name: &'a str,
    /// When the feed is written.
    pub stamp: Timestamp,
    /// The IANA name of the zone all times are in, such as `Europe/Stockholm`.
    pub zone: &'a str,
    /// The events, at most [`MOST_EVENTS`].
    pub events: &'a [FeedEvent],
}

/// Why a feed was not written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FeedError {
    /// No such zone in the IANA time zone database.
    #[error("there is no such time zone")]
    NoSuchZone,
    /// More than [`MOST_EVENTS`].
    #[error("a feed has at most {MOST_EVENTS} events")]
    TooMany,
    /// A key or the domain is empty, too long, or has other characters than it may.
    #[error("a key or the domain cannot be part of an event's id")]
    Id,
    /// An event of no minutes or of more than a day.
    #[error("an event is from a minute to a day long")]
    Minutes,
    /// An event at the edge of representable time.
    #[error("an event is beyond the calendar")]
    Date,
}

/// Writes the private feed as iCalendar (RFC 5545), with the zone's own rules. Events without an end come for ever; an
/// event that ends before its first day comes never and is left out.
pub fn feed(input: &FeedInput<'_>) -> Result<String, FeedError> {
    if input.events.len() > MOST_EVENTS {
        return Err(FeedError::TooMany);
    }
    if !is_id(input.domain, b".-") {
        return Err(FeedError::Id);
    }
    let zone = TimeZone::get(input.zone).map_err(|_| FeedError::NoSuchZone)?;
    let mut events = Vec::new();
    for event in input.events {
        events.extend(Occurs::of(event)?);
    }
    let mut out = Lines::default();
    out.line("BEGIN", "VCALENDAR");
    out.line("VERSION", "2.0");
    out.line("PRODID", "-//Pejling//Steps//EN");
    out.line("CALSCALE", "GREGORIAN");
    out.text("X-WR-CALNAME", input.name);
    out.line("X-WR-TIMEZONE", input.zone);
    out.line("REFRESH-INTERVAL;VALUE=DURATION", "PT6H");
    out.line("X-PUBLISHED-TTL", "PT6H");
    if let Some(earliest) = events.iter().map(|it| it.start).min() {
        zone::write(&mut out, input.zone, &zone, earliest)?;
    }
    for event in &events {
        event.write(&mut out, input, &zone)?;
    }
    out.line("END", "VCALENDAR");
    Ok(out.finish())
}

/// An event that comes at least once.
struct Occurs<'a> {
    event: &'a FeedEvent,
    /// Its first start, which is on one of its days: what DTSTART must be in step with (RFC 5545 section 3.8.5.3).
    start: DateTime,
}

impl<'a> Occurs<'a> {
    fn of(event: &'a FeedEvent) -> Result<Option<Occurs<'a>>, FeedError> {
        if !is_id(&event.key, b"-") {
            return Err(FeedError::Id);
        }
        if !(1..=MOST_MINUTES).contains(&event.minutes) {
            return Err(FeedError::Minutes);
        }
        // Seven days always hold one of the days, so only the edge of time ends the search without.
        let first = (0..7)
            .map_while(|days| event.first.checked_add(days.days()).ok())
            .find(|day| event.days.has(day.weekday()))
            .ok_or(FeedError::Date)?;
        let start = first.to_datetime(event.from);
        Ok((event.last.is_none_or(|last| first <= last)).then_some(Occurs { event, start }))
    }

    fn write(&self, out: &mut Lines, input: &FeedInput<'_>, zone: &TimeZone) -> Result<(), FeedError> {
        let event = self.event;
        out.line("BEGIN", "VEVENT");
        out.line("UID", &format!("{}@{}", event.key, input.domain));
        out.line("DTSTAMP", &utc(input.stamp));
        out.line("SEQUENCE", &event.sequence.to_string());
        out.line(&format!("DTSTART;TZID={}", input.zone), &local(self.start));
        out.line("DURATION", &format!("PT{}M", event.minutes));
        out.line("RRULE", &self.rule(zone)?);
        out.text("SUMMARY", &event.title);
        if !event.description.is_empty() {
            out.text("DESCRIPTION", &event.description);
        }
        out.line("CLASS", "PRIVATE");
        out.line(
            "TRANSP",
            match event.holds {
                Holds::Moment => "TRANSPARENT",
                Holds::LeadershipTime => "OPAQUE",
            },
        );
        out.line("END", "VEVENT");
        Ok(())
    }

    fn rule(&self, zone: &TimeZone) -> Result<String, FeedError> {
        let days: Vec<_> = self.event.days.iter().map(zone::weekday).collect();
        let mut rule = format!("FREQ=WEEKLY;BYDAY={}", days.join(","));
        if let Some(last) = self.event.last {
            let last = last.to_datetime(self.event.from);
            // In UTC, because DTSTART has a zone (RFC 5545 section 3.3.10).
            let until = zone.to_ambiguous_timestamp(last).compatible().map_err(|_| FeedError::Date)?;
            rule.push_str(&format!(";UNTIL={}", utc(until)));
        }
        Ok(rule)
    }
}

fn is_id(id: &str, besides: &[u8]) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || besides.contains(&byte);
    (1..=MOST_NAME).contains(&id.len()) && id.bytes().all(allowed)
}

fn utc(at: Timestamp) -> String {
    format!("{}Z", local(TimeZone::UTC.to_datetime(at)))
}

fn local(at: DateTime) -> String {
    at.strftime("%Y%m%dT%H%M%S").to_string()
}

#[cfg(test)]
mod tests;
