//! A unit with two managers and somebody who leads nothing, and calendars for them.
#![allow(clippy::unwrap_used, reason = "the helpers of tests fail by panicking")]

use std::fmt::Write;

use access::{Actor, Role, Roles};
use actions::week::{Corrected, Imported, Line, Overview, Reviewed, StoredWeek};
use actions::{Clock, Desk, Fault, Keys, LetterPolicy, Store};
use jiff::civil::{Date, date};
use people::{Language, Organisation, OrganisationId, Person, PersonId, Unit, UnitId, UnitSort};
use week::Place;

pub(crate) const ZONE: &str = "Europe/Stockholm";
pub(crate) const ORGANISATION: OrganisationId = OrganisationId(1);
/// Wednesday in the week after the last one that is done.
pub(crate) const NOW: &str = "2026-11-18T08:00:00Z";
/// The Mondays of the three weeks before that.
pub(crate) const MONDAYS: [Date; 3] = [date(2026, 10, 26), date(2026, 11, 2), date(2026, 11, 9)];

pub(crate) fn manager() -> Actor {
    actor(101, Role::Leader)
}

pub(crate) fn other_manager() -> Actor {
    actor(102, Role::Leader)
}

pub(crate) fn employee() -> Actor {
    actor(103, Role::Employee)
}

fn actor(person: i64, role: Role) -> Actor {
    let roles = Roles::default().with(Role::Employee).with(role);
    Actor { organisation: ORGANISATION, person: PersonId(person), roles }
}

pub(crate) async fn desk(store: Store) -> Desk {
    let clock = Clock::standing_at(NOW.parse().unwrap());
    let desk =
        Desk::new(store, clock, Keys::from_bytes([7; 32]), LetterPolicy::Keep, "https://pejling.example");
    let settled: Result<(), Fault> = desk.write(settle).await;
    settled.unwrap();
    desk
}

fn settle(tx: &mut actions::Tx<'_>) -> Result<(), Fault> {
    let since = date(2020, 1, 1);
    let (name, zone) = ("Ekbacka".to_owned(), ZONE.to_owned());
    let host = Organisation { id: ORGANISATION, name, language: Language::Sv, zone, demo: true };
    store::organisations::add(tx, &host)?;
    let name = "Hemtjänsten".to_owned();
    let unit = Unit { id: UnitId(1), parent: None, name, sort: UnitSort::Municipality, sites: 1 };
    store::organisations::add_unit(tx, ORGANISATION, &unit, since)?;
    for by in [manager(), other_manager(), employee()] {
        let person = Person {
            id: by.person,
            organisation: ORGANISATION,
            given_name: "Kim".into(),
            family_name: "Hallberg".into(),
            mail: Some(format!("kim{}@ekbacka.example", by.person.0)),
            language: None,
            scheme: None,
        };
        store::people::add(tx, &person)?;
        store::people::employ(tx, ORGANISATION, by.person, unit.id, 100, since)?;
        if by.roles.has(Role::Leader) {
            store::people::lead(tx, ORGANISATION, by.person, unit.id, since)?;
        }
    }
    Ok(())
}

/// A calendar being written, event by event.
#[derive(Default)]
pub(crate) struct Ics(String);

impl Ics {
    /// Every week from `first` for `weeks` weeks, `from` to `to` o'clock.
    pub(crate) fn weekly(mut self, title: &str, first: Date, hours: (i8, i8), weeks: u32) -> Ics {
        let (day, (from, to)) = (first.strftime("%Y%m%d"), hours);
        let number = self.0.len();
        write!(
            self.0,
            "BEGIN:VEVENT\r\nUID:{number}@test\r\nSUMMARY:{title}\r\n\
             DTSTART;TZID={ZONE}:{day}T{from:02}0000\r\nDTEND;TZID={ZONE}:{day}T{to:02}0000\r\n\
             RRULE:FREQ=WEEKLY;COUNT={weeks}\r\nEND:VEVENT\r\n"
        )
        .unwrap();
        self
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        let body = &self.0;
        format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n{body}END:VCALENDAR\r\n")
            .into_bytes()
    }
}

/// Seven hours in each of [`MONDAYS`]: two on Monday, one on Tuesday, one on Wednesday, and on Thursday 13 to 16 of which
/// an hour is double-booked. No word of the titles says what kind of time it is.
pub(crate) fn three_weeks() -> Ics {
    let day = |number: i8| MONDAYS[0].saturating_add(jiff::Span::new().days(i64::from(number)));
    Ics::default()
        .weekly("Mombasse", day(0), (9, 11), 3)
        .weekly("Kvirrevitt", day(1), (9, 10), 3)
        .weekly("Kvirrevitt blåsippa", day(2), (9, 10), 3)
        .weekly("Tuttifrutt", day(3), (13, 15), 3)
        .weekly("Snurresprätt", day(3), (14, 16), 3)
}

pub(crate) async fn import(desk: &Desk, by: Actor, ics: &Ics) -> Imported {
    actions::week::import(desk, by, ZONE, ics.bytes()).await.unwrap_or_else(|refused| panic!("{refused}"))
}

pub(crate) fn line<'a>(imported: &'a Imported, title: &str) -> &'a Line {
    imported.lines.iter().find(|line| line.title == title).unwrap()
}

/// What the review page posts back when nothing but `title` is moved.
pub(crate) async fn correct(desk: &Desk, by: Actor, shown: &Imported, title: &str, to: Place) -> Corrected {
    let reviewed = |line: &Line| Reviewed {
        series: line.series,
        tokens: line.tokens.clone(),
        was: line.place,
        place: if line.title == title { to } else { line.place },
        strong: line.strong(),
    };
    actions::week::correct(desk, by, shown.lines.iter().map(reviewed).collect()).await.unwrap()
}

/// All weeks that are kept, oldest first.
pub(crate) async fn kept(desk: &Desk, by: Actor) -> Vec<StoredWeek> {
    let mut weeks = desk.read(move |tx| actions::week::latest(tx, &by, 1000)).await.unwrap();
    weeks.reverse();
    weeks
}

pub(crate) async fn overview(desk: &Desk, by: Actor, monday: Date) -> Overview {
    desk.read(move |tx| actions::week::overview(tx, &by, monday, 100)).await.unwrap()
}
