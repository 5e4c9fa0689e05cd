//! The properties of a `VEVENT`.

use super::components::span;
use super::lines::Line;
use super::name::Name;
use super::property::Property;
use super::values;
use crate::days::DAY;
use crate::event::{Added, Busy, Class, End, Record, Series, Span, Status, Transparency};
use crate::limits::{DATES_PER_EVENT, RULES_PER_EVENT};
use crate::moment::{Clock, Stamp};
use crate::rule::Rule;
use crate::trouble::{TroubleReason, Troubles};
use crate::zone::ZoneBook;

/// An event that is being read.
pub(super) struct Draft {
    record: Record,
    start: Option<Stamp>,
    bad: Option<TroubleReason>,
}

impl Draft {
    /// An event that begins on this line, when the calendar has so many attendees and categories.
    pub(super) fn new(line: u32, attendees: usize, categories: usize) -> Draft {
        let record = Record {
            line,
            hash: 0,
            uid: Span::default(),
            title: Span::default(),
            location: Span::default(),
            description: Span::default(),
            organizer: Span::default(),
            attendees: (attendees as u32, 0),
            categories: (categories as u32, 0),
            start: Stamp { wall: 0, clock: Clock::Utc },
            end: End::Unsaid,
            replaces: None,
            and_future: false,
            series: None,
            sequence: 0,
            written: i64::MIN,
            status: None,
            transparency: Transparency::default(),
            class: Class::default(),
            busy: None,
            intended: None,
            all_day: false,
        };
        Draft { record, start: None, bad: None }
    }

    pub(super) fn line(&self) -> u32 {
        self.record.line
    }

    /// How many attendees and categories the calendar had before this event.
    pub(super) fn lists(&self) -> (usize, usize) {
        (self.record.attendees.0 as usize, self.record.categories.0 as usize)
    }

    /// The event, when the calendar now has so many attendees and categories.
    pub(super) fn finish(mut self, attendees: usize, categories: usize) -> Result<Record, TroubleReason> {
        if let Some(reason) = self.bad {
            return Err(reason);
        }
        self.record.start = self.start.ok_or(TroubleReason::NoStart)?;
        self.record.attendees.1 = attendees as u32;
        self.record.categories.1 = categories as u32;
        Ok(self.record)
    }

    /// One property.
    pub(super) fn property(&mut self, name: Name, line: Line, zones: &mut ZoneBook, troubles: &mut Troubles) {
        let record = &mut self.record;
        match name {
            Name::Summary => record.title = span(line),
            Name::Location => record.location = span(line),
            Name::Description => record.description = span(line),
            Name::Organizer => record.organizer = span(line),
            name => {
                let text = line.text();
                match property_of(&text) {
                    Some(property) => self.meaning(name, property, line, zones, troubles),
                    None => troubles.add(line.number, TroubleReason::NotALine),
                }
            }
        }
    }

    fn meaning(
        &mut self,
        name: Name,
        property: Property,
        line: Line,
        zones: &mut ZoneBook,
        troubles: &mut Troubles,
    ) {
        let record = &mut self.record;
        match name {
            Name::Uid => (record.uid, record.hash) = (span(line), hash(property.value)),
            Name::Status => record.status = Status::parse(property.value),
            Name::Transparency => record.transparency = Transparency::parse(property.value),
            Name::Class => record.class = Class::parse(property.value),
            Name::Busy => record.busy = Busy::parse(property.value),
            Name::Intended => record.intended = Busy::parse(property.value),
            Name::AllDay => record.all_day = property.value.trim().eq_ignore_ascii_case("TRUE"),
            Name::Sequence => record.sequence = property.value.trim().parse().unwrap_or(0),
            Name::Written => {
                record.written = values::time(property.value, Clock::Utc).map_or(i64::MIN, |stamp| stamp.wall)
            }
            Name::Rule | Name::ExceptRule => self.rule(name, property, line, troubles),
            Name::Dates | Name::ExceptDates => self.dates(name, property, line, zones, troubles),
            Name::Start | Name::EventEnd | Name::Duration | Name::RecurrenceId => {
                self.times(name, property, line, zones, troubles)
            }
            _ => {}
        }
    }

    fn times(
        &mut self,
        name: Name,
        property: Property,
        line: Line,
        zones: &mut ZoneBook,
        troubles: &mut Troubles,
    ) {
        let mut stamp = || {
            let clock = clock(&property, line, zones, troubles);
            stamp(property.value, &property, clock)
        };
        match name {
            Name::Start => match stamp() {
                Some(start) => self.start = Some(start),
                None => self.bad = Some(TroubleReason::BadStart),
            },
            Name::RecurrenceId => match stamp() {
                Some(replaces) => {
                    self.record.replaces = Some(replaces);
                    self.record.and_future = property
                        .parameter("RANGE")
                        .is_some_and(|range| range.eq_ignore_ascii_case("THISANDFUTURE"));
                }
                None => self.bad = Some(TroubleReason::BadRecurrenceId),
            },
            Name::EventEnd => match stamp() {
                Some(end) => self.record.end = End::At(end),
                None => troubles.add(line.number, TroubleReason::BadEnd),
            },
            _ => match values::length(property.value) {
                // RFC 5545 allows one of the two; DTEND says it more exactly.
                Some(_) if matches!(self.record.end, End::At(_)) => {}
                Some(length) => self.record.end = End::Lasting(length),
                None => troubles.add(line.number, TroubleReason::BadEnd),
            },
        }
    }

    fn series(&mut self) -> &mut Series {
        self.record.series.get_or_insert_default()
    }

    fn rule(&mut self, name: Name, property: Property, line: Line, troubles: &mut Troubles) {
        let Some(rule) = Rule::parse(property.value) else {
            return troubles.add(line.number, TroubleReason::BadRule);
        };
        let series = self.series();
        let rules = if name == Name::Rule { &mut series.rules } else { &mut series.except_rules };
        if rules.len() < RULES_PER_EVENT {
            rules.push(rule);
        } else {
            troubles.add(line.number, TroubleReason::TooMany);
        }
    }

    fn dates(
        &mut self,
        name: Name,
        property: Property,
        line: Line,
        zones: &mut ZoneBook,
        troubles: &mut Troubles,
    ) {
        let clock = clock(&property, line, zones, troubles);
        let series = self.series();
        for text in property.value.split(',').filter(|text| !text.trim().is_empty()) {
            if series.added.len() + series.removed.len() >= DATES_PER_EVENT {
                return troubles.add(line.number, TroubleReason::TooMany);
            }
            let (start, end) = text.split_once('/').map_or((text, None), |(start, end)| (start, Some(end)));
            let read = stamp(start, &property, clock);
            let end = end.map_or(Some(End::Unsaid), |end| {
                values::length(end).map(End::Lasting).or_else(|| values::time(end, clock).map(End::At))
            });
            match (read, end) {
                (Some(start), Some(end)) if name == Name::Dates => series.added.push(Added { start, end }),
                (Some(start), Some(_)) => series.removed.push(start),
                _ => troubles.add(line.number, TroubleReason::BadDate),
            }
        }
    }
}

/// The property on a line; of a time with an unquoted colon in its zone, the time after the last colon.
fn property_of(line: &str) -> Option<Property<'_>> {
    let property = Property::parse(line)?;
    let torn =
        property.value.contains(')') && property.parameter("TZID").is_some_and(|tzid| tzid.starts_with('('));
    if torn { Property::parse_at_last_colon(line) } else { Some(property) }
}

/// The clock that the parameters of a property name; floating if they name none.
fn clock(property: &Property, line: Line, zones: &mut ZoneBook, troubles: &mut Troubles) -> Clock {
    // A time in UTC needs no zone, so a zone that nobody needs is not missed.
    let utc = property.value.ends_with(['Z', 'z']) && !property.value.contains(',');
    match property.parameter("TZID") {
        Some(tzid) if !tzid.is_empty() && !utc => zones.clock(tzid, line.number).unwrap_or_else(|| {
            troubles.add(line.number, TroubleReason::TooMany);
            Clock::Floating
        }),
        _ => Clock::Floating,
    }
}

fn stamp(value: &str, property: &Property, clock: Clock) -> Option<Stamp> {
    let stamp = values::time(value, clock)?;
    let whole_day = stamp.clock != Clock::Date
        && property.parameter("VALUE").is_some_and(|kind| kind.eq_ignore_ascii_case("DATE"));
    if whole_day {
        return Some(Stamp { wall: stamp.wall - stamp.wall.rem_euclid(DAY), clock: Clock::Date });
    }
    Some(stamp)
}

/// FNV-1a over eight bytes at a time: only brings equal UIDs together, which are then compared. Never 0 for a UID.
fn hash(uid: &str) -> u64 {
    const PRIME: u64 = 0x0000_0100_0000_01B3;
    let mix = |hash: u64, part: u64| (hash ^ part).wrapping_mul(PRIME).rotate_left(29);
    let chunks = uid.as_bytes().chunks(8);
    let part = |chunk: &[u8]| chunk.iter().fold(1u64, |number, byte| number << 8 | u64::from(*byte));
    if uid.is_empty() { 0 } else { chunks.map(part).fold(0xCBF2_9CE4_8422_2325, mix) | 1 }
}
