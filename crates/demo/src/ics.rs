//! A calendar as Outlook exports it: RFC 5545 with Microsoft's own zone names and properties.

use std::fmt::Write as _;

use jiff::ToSpan;
use jiff::civil::{DateTime, Time};
use jiff::tz::TimeZone;
use people::Language;

use crate::diary::{Answer, Change, Diary, Entry, Repeat, Show};
use crate::municipality::{Municipality, PersonIndex};
use crate::series::Rhythm;

/// RFC 5545, 3.1: octets in a line, the line break not counted.
const LONGEST_LINE: usize = 75;

/// How Windows calls the zone, and how the rest of the world does.
const fn zone(language: Language) -> (&'static str, &'static str) {
    match language {
        Language::Da => ("Romance Standard Time", "Europe/Copenhagen"),
        Language::Sv | Language::En => ("W. Europe Standard Time", "Europe/Stockholm"),
    }
}

const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// The file of one manager.
pub(crate) fn write(demo: &Municipality, manager: PersonIndex, diary: &Diary) -> String {
    let (zone, place) = zone(demo.language);
    let time_zone = TimeZone::get(place).unwrap_or(TimeZone::UTC);
    let mut page = Page { demo, manager, zone, time_zone, text: String::new() };
    page.head();
    for entry in &diary.entries {
        page.event(entry);
    }
    page.line("END:VCALENDAR");
    page.text
}

struct Page<'a> {
    demo: &'a Municipality,
    manager: PersonIndex,
    zone: &'static str,
    time_zone: TimeZone,
    text: String,
}

impl<'a> Page<'a> {
    /// One content line, folded so that no character is cut.
    fn line(&mut self, line: &str) {
        let mut room = LONGEST_LINE;
        for letter in line.chars() {
            if letter.len_utf8() > room {
                self.text.push_str("\r\n ");
                room = LONGEST_LINE - 1;
            }
            self.text.push(letter);
            room -= letter.len_utf8();
        }
        self.text.push_str("\r\n");
    }

    fn head(&mut self) {
        for line in [
            "BEGIN:VCALENDAR",
            "PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN",
            "VERSION:2.0",
            "METHOD:PUBLISH",
            "X-PRIMARY-CALENDAR:TRUE",
        ] {
            self.line(line);
        }
        if let Some((name, mail)) = self.card(self.manager) {
            self.line(&format!("X-WR-CALNAME:{}", escaped(&name)));
            self.line(&format!("X-OWNER;CN=\"{name}\":mailto:{mail}"));
        }
        if let Some(hours) = self.demo.working_hours(self.manager) {
            for (edge, time) in [("START", hours.start), ("END", hours.end)] {
                self.line(&format!("X-MS-OLK-WKHR{edge};TZID=\"{}\":{}", self.zone, time.strftime("%H%M%S")));
            }
        }
        self.line("X-MS-OLK-WKHRDAYS:MO,TU,WE,TH,FR");
        self.line("BEGIN:VTIMEZONE");
        self.line(&format!("TZID:{}", self.zone));
        for line in [
            "BEGIN:STANDARD",
            "DTSTART:16011028T030000",
            "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
            "TZOFFSETFROM:+0200",
            "TZOFFSETTO:+0100",
            "END:STANDARD",
            "BEGIN:DAYLIGHT",
            "DTSTART:16010325T020000",
            "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
            "TZOFFSETFROM:+0100",
            "TZOFFSETTO:+0200",
            "END:DAYLIGHT",
            "END:VTIMEZONE",
        ] {
            self.line(line);
        }
    }

    /// Name and address, where there is one.
    fn card(&self, person: PersonIndex) -> Option<(String, &'a str)> {
        let person = self.demo.person(person)?;
        Some((person.full_name(), person.mail.as_deref()?))
    }

    fn event(&mut self, entry: &Entry) {
        self.body(entry, entry.start, entry.show, None);
        for change in entry.repeat.iter().flat_map(|repeat| &repeat.changes) {
            let show = if change.declined { Show::Free } else { entry.show };
            self.body(entry, change.start, show, Some(change));
        }
    }

    /// A series or single entry, or the changed occurrence of a series.
    fn body(&mut self, entry: &Entry, start: DateTime, show: Show, change: Option<&Change>) {
        self.line("BEGIN:VEVENT");
        self.guests(entry, change.is_some_and(|change| change.declined));
        self.line(if entry.private { "CLASS:PRIVATE" } else { "CLASS:PUBLIC" });
        let stamp = self.utc(self.demo.today.to_datetime(Time::constant(9, 0, 0, 0)));
        self.line(&format!("DTSTAMP:{stamp}"));
        self.times(entry, start);
        match (change, &entry.repeat) {
            (Some(change), _) => {
                let original = self.local(change.original);
                self.line(&format!("RECURRENCE-ID{original}"));
            }
            (None, Some(repeat)) => self.repeat(repeat),
            (None, None) => {}
        }
        if let Some(location) = &entry.location {
            self.line(&format!("LOCATION:{}", escaped(location)));
        }
        self.line("PRIORITY:5");
        self.line(if change.is_some() { "SEQUENCE:1" } else { "SEQUENCE:0" });
        if entry.cancelled {
            self.line("STATUS:CANCELLED");
        }
        self.line(&format!("SUMMARY;LANGUAGE={}:{}", self.demo.language.code(), escaped(&entry.title)));
        self.line(if show == Show::Free { "TRANSP:TRANSPARENT" } else { "TRANSP:OPAQUE" });
        self.line(&format!("UID:{}", entry.uid));
        self.line(&format!("X-MICROSOFT-CDO-BUSYSTATUS:{}", busy(show)));
        self.line("X-MICROSOFT-CDO-IMPORTANCE:1");
        self.line("END:VEVENT");
    }

    /// Those invited who have an address, and then who invited them.
    fn guests(&mut self, entry: &Entry, manager_declines: bool) {
        if !entry.guests.iter().any(|&(guest, _)| self.card(guest).is_some()) {
            return;
        }
        for &(guest, answer) in &entry.guests {
            let answer = if manager_declines && guest == self.manager { Answer::Declined } else { answer };
            if let Some((name, mail)) = self.card(guest) {
                let line = format!(
                    "ATTENDEE;CN=\"{name}\";ROLE=REQ-PARTICIPANT;PARTSTAT={};RSVP=TRUE:mailto:{mail}",
                    partstat(answer)
                );
                self.line(&line);
            }
        }
        if let Some((name, mail)) = entry.organizer.and_then(|organizer| self.card(organizer)) {
            let line = format!("ORGANIZER;CN=\"{name}\":mailto:{mail}");
            self.line(&line);
        }
    }

    fn times(&mut self, entry: &Entry, start: DateTime) {
        if entry.days > 0 {
            let end = start.date().saturating_add(entry.days.days());
            self.line(&format!("DTEND;VALUE=DATE:{}", end.strftime("%Y%m%d")));
            self.line(&format!("DTSTART;VALUE=DATE:{}", start.strftime("%Y%m%d")));
            return;
        }
        let (from, to) = (self.local(start), self.local(start.saturating_add(entry.minutes.minutes())));
        self.line(&format!("DTEND{to}"));
        self.line(&format!("DTSTART{from}"));
    }

    fn repeat(&mut self, repeat: &Repeat) {
        for skipped in &repeat.skipped {
            let skipped = self.local(*skipped);
            self.line(&format!("EXDATE{skipped}"));
        }
        let mut rule = match repeat.rhythm {
            Rhythm::Weeks(days, every) => {
                let days: Vec<&str> = days.iter().map(|&day| DAYS[day as usize]).collect();
                format!("RRULE:FREQ=WEEKLY;INTERVAL={every};BYDAY={};WKST=MO", days.join(","))
            }
            Rhythm::Month(nth, day) => {
                format!("RRULE:FREQ=MONTHLY;BYDAY={};BYSETPOS={nth}", DAYS[day as usize])
            }
        };
        if let Some(last) = repeat.last {
            let _ = write!(rule, ";UNTIL={}", self.utc(last));
        }
        self.line(&rule);
    }

    /// Zone and wall-clock time, as they follow a property's name.
    fn local(&self, at: DateTime) -> String {
        format!(";TZID=\"{}\":{}", self.zone, at.strftime("%Y%m%dT%H%M%S"))
    }

    fn utc(&self, at: DateTime) -> String {
        let at = self
            .time_zone
            .to_ambiguous_zoned(at)
            .compatible()
            .map_or(at, |zoned| zoned.with_time_zone(TimeZone::UTC).datetime());
        at.strftime("%Y%m%dT%H%M%SZ").to_string()
    }
}

const fn busy(show: Show) -> &'static str {
    match show {
        Show::Busy => "BUSY",
        Show::Tentative => "TENTATIVE",
        Show::Free => "FREE",
        Show::Away => "OOF",
    }
}

const fn partstat(answer: Answer) -> &'static str {
    match answer {
        Answer::Accepted => "ACCEPTED",
        Answer::Tentative => "TENTATIVE",
        Answer::Declined => "DECLINED",
        Answer::None => "NEEDS-ACTION",
    }
}

/// RFC 5545, 3.3.11.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,")
}
