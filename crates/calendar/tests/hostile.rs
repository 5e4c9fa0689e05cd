//! Nothing in a file may cause a panic, a hang or unbounded memory.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod support;

use std::time::{Duration, Instant};

use calendar::{Limits, TroubleReason, Window, read};
use proptest::prelude::*;
use support::{calendar, event, expand, window};

/// Generous for a debug build on a busy machine; a hang would take hours.
const PATIENCE: Duration = Duration::from_secs(30);

fn year() -> Window {
    window("2026-01-01", "2027-01-01", "Europe/Stockholm")
}

/// Reads and expands; asks each event everything.
fn everything(bytes: &[u8]) {
    let limits = Limits {
        occurrences: 5_000,
        occurrences_per_event: 1_000,
        steps_per_rule: 5_000,
        steps: 50_000,
        ..Limits::default()
    };
    let Ok(calendar) = read(bytes, &limits) else { return };
    for event in calendar.events() {
        let texts = [event.uid(), event.title(), event.location(), event.description()];
        let mails = event.attendees().map(|attendee| attendee.mail.len()).sum::<usize>();
        let all = texts.iter().map(|text| text.len()).sum::<usize>() + mails + event.categories().count();
        // Windows-1252 bytes become up to three bytes each.
        assert!(all <= bytes.len() * 3 + event.people() + 8);
        assert!(
            event.declined() <= event.people()
                && event.organizer().is_none_or(|mail| mail.len() <= bytes.len() * 3)
        );
    }
    let lines = bytes.iter().filter(|byte| matches!(byte, b'\n' | b'\r')).count() as u32 + 1;
    assert!(calendar.troubles().iter().all(|trouble| trouble.line <= lines));
    let window = year();
    let found = calendar.occurrences(&window);
    assert!(found.list.len() <= limits.occurrences);
    for occurrence in &found.list {
        assert!(
            occurrence.starts_at() < window.to
                && occurrence.ends_at() >= window.from
                && occurrence.starts_at() <= occurrence.ends_at()
        );
        let _ = (occurrence.start(), occurrence.end(), occurrence.original());
    }
    assert!(found.list.is_sorted_by_key(|occurrence| occurrence.starts_at()));
}

/// Lines from which hostile calendars are made.
const LINES: &[&str] = &[
    "BEGIN:VCALENDAR",
    "END:VCALENDAR",
    "BEGIN:VEVENT",
    "END:VEVENT",
    "BEGIN:VTIMEZONE",
    "END:VTIMEZONE",
    "TZID:X",
    "BEGIN:STANDARD",
    "END:STANDARD",
    "BEGIN:DAYLIGHT",
    "END:DAYLIGHT",
    "TZOFFSETFROM:+2359",
    "TZOFFSETTO:-2359",
    "TZOFFSETTO:+0100",
    "UID:a",
    "UID:b",
    "DTSTART:20260302T090000Z",
    "DTSTART;TZID=X:20260329T023000",
    "DTSTART;TZID=Europe/Stockholm:00010101T000000",
    "DTSTART;VALUE=DATE:20260228",
    "DTSTART:20260302",
    "DTSTART:99991231T235959",
    "DTEND:20260302T100000Z",
    "DTEND;TZID=X:00010101T000000",
    "DTEND;VALUE=DATE:99991231",
    "DURATION:P3660000D",
    "DURATION:-PT1H",
    "DURATION:PT1H",
    "RRULE:FREQ=SECONDLY",
    "RRULE:FREQ=YEARLY;BYMONTHDAY=30;BYMONTH=2",
    "RRULE:FREQ=SECONDLY;INTERVAL=4294967295;COUNT=4294967295",
    "RRULE:FREQ=MINUTELY;BYSETPOS=-366,366;BYSECOND=0,59;COUNT=7",
    "RRULE:FREQ=YEARLY;INTERVAL=4294967295",
    "RRULE:FREQ=YEARLY;BYWEEKNO=53,-53;BYDAY=MO;WKST=TH;BYSETPOS=-1",
    "RRULE:FREQ=WEEKLY;BYDAY=MO,-5FR;UNTIL=00010101",
    "RRULE:FREQ=MONTHLY;BYDAY=-5MO,5SU;BYHOUR=0,23;UNTIL=99991231T235959Z",
    "RRULE:FREQ=YEARLY;BYYEARDAY=-366,366;UNTIL=20300101T000000",
    "EXRULE:FREQ=DAILY;COUNT=3",
    "RDATE;VALUE=PERIOD:20260302T090000Z/P9999W,00010101T000000Z/99991231T000000Z",
    "RDATE:20260405,20260406T010203",
    "EXDATE;VALUE=DATE:20260302",
    "EXDATE:20260302T090000Z",
    "RECURRENCE-ID;RANGE=THISANDFUTURE:20260309T090000Z",
    "RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:00010101",
    "RECURRENCE-ID:20260302T090000Z",
    "SEQUENCE:4294967296",
    "SUMMARY:a\\",
    " folded \u{e5}",
    "ATTENDEE;CN=\":x;PARTSTAT=DECLINED:mailto:å",
    "CATEGORIES:,\\,,",
    "\u{0}",
    ":",
    ";",
    "=",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        everything(&bytes);
    }

    #[test]
    fn any_bytes_in_an_event(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        everything(&[b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260302T090000Z\n", bytes.as_slice(), b"\nEND:VEVENT\n"].concat());
    }

    #[test]
    fn hostile_lines_in_any_order(lines in prop::collection::vec(prop::sample::select(LINES), 1..40), end in prop::sample::select(&["\r\n", "\n", "\r"][..])) {
        everything(("BEGIN:VEVENT\r\n".to_owned() + &lines.join(end)).replace("\r\n", end).as_bytes());
    }

    #[test]
    fn a_calendar_with_wrong_bytes(places in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12), cut in any::<prop::sample::Index>()) {
        let text = event(
            "DTSTART;TZID=Europe/Stockholm:20260302T090000|DTEND;TZID=Europe/Stockholm:20260302T100000|RRULE:FREQ=MONTHLY;BYDAY=MO,2TU;BYSETPOS=1,-1;UNTIL=20261231T000000Z
             EXDATE;VALUE=DATE:20260406|RDATE;VALUE=PERIOD:20260501T080000Z/PT2H|SUMMARY:Möte\\, med\\nrader|ATTENDEE;CN=\"a:b\":mailto:a@b|END:VEVENT
             BEGIN:VEVENT|UID:a|RECURRENCE-ID;RANGE=THISANDFUTURE:20260601T070000Z|DTSTART:20260602T080000Z|DURATION:P1DT2H",
        );
        let mut bytes = text.into_bytes();
        for (place, byte) in places {
            let at = place.index(bytes.len());
            bytes[at] = byte;
        }
        bytes.truncate(cut.index(bytes.len() * 2) + 1);
        everything(&bytes);
    }

    #[test]
    fn any_rule_gives_rising_starts_from_its_own_on(
        freq in prop::sample::select(&["SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"][..]),
        interval in 1u32..50, count in prop::option::of(1u32..40), parts in prop::collection::vec(prop::sample::select(&[
            "BYMONTH=1,6,12", "BYMONTHDAY=1,-1,31", "BYDAY=MO,WE", "BYHOUR=0,9", "BYMINUTE=0,30", "BYSECOND=0,59", "BYYEARDAY=1,-1,100", "WKST=SU", "BYSETPOS=1,-1",
        ][..]), 0..4), day in 0i32..3000,
    ) {
        let start = jiff::civil::date(2018, 1, 1) + jiff::Span::new().days(day);
        let count = count.map(|count| format!(";COUNT={count}")).unwrap_or_default();
        let parts: String = parts.iter().map(|part| format!(";{part}")).collect();
        let rule = format!("FREQ={freq};INTERVAL={interval}{count}{parts}");
        let text = event(&format!("DTSTART:{}T090000Z|RRULE:{rule}", start.strftime("%Y%m%d")));
        let limits = Limits { occurrences_per_event: 2_000, steps_per_rule: 20_000, ..Limits::default() };
        let calendar = read(text.as_bytes(), &limits).unwrap();
        let from_start = calendar.occurrences(&window("2018-01-01", "2027-01-01", "UTC"));
        let strictly = from_start.list.windows(2).all(|pair| pair[0].starts_at() < pair[1].starts_at());
        prop_assert!(strictly, "{rule}");
        // A window in the middle gives the same as the whole seen through it.
        let middle = window("2022-03-05", "2022-09-05", "UTC");
        let part = calendar.occurrences(&middle);
        if !from_start.cut_short && !part.cut_short {
            let whole: Vec<_> = from_start.list.iter().map(|o| o.starts_at()).filter(|at| (middle.from..middle.to).contains(at)).collect();
            let part: Vec<_> = part.list.iter().map(|o| o.starts_at()).collect();
            prop_assert_eq!(part, whole, "{}", rule);
        }
    }
}

#[test]
fn endless_recurrence_is_bounded_and_said() {
    let begin = Instant::now();
    let found = expand(&event("DTSTART:20260302T090000Z|RRULE:FREQ=SECONDLY"), "2026-01-01", "2027-01-01");
    assert_eq!(found.list.len(), Limits::default().occurrences_per_event);
    assert!(found.cut_short);
    assert_eq!(
        found.troubles.iter().map(|t| (t.line, t.reason)).collect::<Vec<_>>(),
        [(3, TroubleReason::TooManyOccurrences)]
    );
    let old = expand(
        &event("DTSTART:19000101T000000Z|RRULE:FREQ=MINUTELY;INTERVAL=1440"),
        "2026-01-01",
        "2027-01-01",
    );
    assert_eq!((old.list.len(), old.cut_short), (365, false), "the years before the window cost nothing");
    assert!(begin.elapsed() < PATIENCE);
}

#[test]
fn many_rules_that_never_match_share_one_budget() {
    let one = "BEGIN:VEVENT|DTSTART:16010101T000000Z|RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5|END:VEVENT|";
    let begin = Instant::now();
    let text = calendar(&one.repeat(20_000));
    let limits = Limits { steps: 200_000, ..Limits::default() };
    let found = read(text.as_bytes(), &limits).unwrap().occurrences(&year());
    assert!(found.cut_short && found.troubles.iter().all(|t| t.reason == TroubleReason::TooMuchWork));
    assert_eq!(found.troubles.len(), calendar::TROUBLES);
    assert!(found.unlisted_troubles > 0 && begin.elapsed() < PATIENCE);
}

#[test]
fn a_set_of_all_seconds_of_a_year_is_not_built() {
    let all = |n: u32| (0..n).map(|i| i.to_string()).collect::<Vec<_>>().join(",");
    let rule = format!(
        "FREQ=YEARLY;BYYEARDAY=1,-1;BYHOUR={};BYMINUTE={};BYSECOND={};BYSETPOS=1,-1",
        all(24),
        all(60),
        all(60)
    );
    let begin = Instant::now();
    let found = expand(&event(&format!("DTSTART:20200101T000000Z|RRULE:{rule}")), "2026-01-01", "2027-01-01");
    assert_eq!(
        found.list.iter().map(|o| o.starts_at().to_string()).collect::<Vec<_>>(),
        ["2025-12-31T23:59:59Z", "2026-01-01T00:00:00Z"],
        "the year at Stockholm begins an hour before that of UTC"
    );
    assert!(begin.elapsed() < PATIENCE);
}

#[test]
fn much_of_everything() {
    let begin = Instant::now();
    let deep = "BEGIN:X\n".repeat(200_000);
    let changes = "BEGIN:VEVENT\nUID:a\nRECURRENCE-ID;RANGE=THISANDFUTURE:20260302T090000Z\nDTSTART:20260303T090000Z\nEND:VEVENT\n".repeat(5_000);
    let series =
        "BEGIN:VEVENT\nUID:a\nDTSTART:20260301T090000Z\nRRULE:FREQ=DAILY\nEND:VEVENT\n".repeat(5_000);
    let zones = |i: u32| {
        format!(
            "BEGIN:VTIMEZONE\nTZID:z{i}\nBEGIN:STANDARD\nDTSTART:19000101T000000\nTZOFFSETFROM:+0000\nTZOFFSETTO:+0100\nRRULE:FREQ=SECONDLY\nEND:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT\nDTSTART;TZID=z{i}:20260302T090000\nEND:VEVENT\n"
        )
    };
    let zones: String = (0..3_000).map(zones).collect();
    let dates = format!(
        "BEGIN:VEVENT\nDTSTART:20260301T090000Z\nEXDATE:{}\nEND:VEVENT\n",
        "20260301T090000Z,".repeat(100_000)
    );
    for part in [deep, changes.clone(), series.clone(), changes + &series, zones, dates] {
        let text = format!("BEGIN:VCALENDAR\n{part}");
        let calendar = read(text.as_bytes(), &Limits::default()).unwrap();
        let found = calendar.occurrences(&year());
        assert!(found.list.len() <= 400 + 3_000);
        assert!(begin.elapsed() < PATIENCE);
    }
}

#[test]
fn more_events_than_are_read() {
    let limits = Limits { events: 2, ..Limits::default() };
    let text = calendar(&"BEGIN:VEVENT|DTSTART:20260301T090000Z|ATTENDEE:mailto:a@b|END:VEVENT|".repeat(4));
    let calendar = read(text.as_bytes(), &limits).unwrap();
    assert_eq!(calendar.events().len(), 2);
    assert_eq!(
        calendar.troubles().iter().map(|t| t.reason).collect::<Vec<_>>(),
        [TroubleReason::TooManyEvents]
    );
}
