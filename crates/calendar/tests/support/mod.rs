//! Small calendars for tests, and their occurrences as short lines.

#![allow(dead_code, unreachable_pub, clippy::unwrap_used)] // each test file uses a part

use calendar::{Calendar, Limits, Moment, Occurrences, Window};
use jiff::civil::Date;
use jiff::tz::{TimeZone, TimeZoneDatabase};

/// A calendar of these lines; `|` stands for the end of a line, so that an event fits on a few.
pub fn calendar(lines: &str) -> String {
    let lines: Vec<&str> =
        lines.split(['|', '\n']).map(str::trim_start).filter(|line| !line.is_empty()).collect();
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{}\r\nEND:VCALENDAR\r\n", lines.join("\r\n"))
}

/// One event with these lines.
pub fn event(lines: &str) -> String {
    calendar(&format!("BEGIN:VEVENT|UID:a|{lines}|END:VEVENT"))
}

pub fn zone(name: &str) -> TimeZone {
    TimeZoneDatabase::bundled().get(name).unwrap()
}

/// From one date to another in a zone.
pub fn window(from: &str, to: &str, home: &str) -> Window {
    let home = zone(home);
    let at = |date: &str| date.parse::<Date>().unwrap().to_zoned(home.clone()).unwrap().timestamp();
    Window { from: at(from), to: at(to), home }
}

pub fn read(text: &str) -> Calendar<'_> {
    calendar::read(text.as_bytes(), &Limits::default()).unwrap()
}

pub fn expand(text: &str, from: &str, to: &str) -> Occurrences {
    read(text).occurrences(&window(from, to, "Europe/Stockholm"))
}

/// `start/end uid` of the occurrences in a window at Stockholm: instants with Z, floating times without, days as dates.
pub fn occurrences(text: &str, from: &str, to: &str) -> Vec<String> {
    let calendar = read(text);
    let found = calendar.occurrences(&window(from, to, "Europe/Stockholm"));
    let uid = |number| calendar.event(number).unwrap().uid().into_owned();
    found.list.iter().map(|o| format!("{}/{} {}", short(o.start()), short(o.end()), uid(o.event))).collect()
}

/// Only the starts.
pub fn starts(text: &str, from: &str, to: &str) -> Vec<String> {
    expand(text, from, to).list.iter().map(|o| short(o.start())).collect()
}

fn short(moment: Moment) -> String {
    let time = |local: jiff::civil::DateTime| local.strftime("%Y%m%dT%H%M").to_string();
    match moment {
        Moment::Instant(instant) => time(TimeZone::UTC.to_datetime(instant)) + "Z",
        Moment::Floating(local) => time(local),
        Moment::Date(date) => date.strftime("%Y%m%d").to_string(),
    }
}
