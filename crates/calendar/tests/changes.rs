//! Series and what changes them: RDATE, EXDATE, RECURRENCE-ID, THISANDFUTURE, copies.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod support;

use calendar::{Moment, Status, TroubleReason};
use support::{calendar, event, expand, occurrences, read, starts};

const WEEKLY: &str = "BEGIN:VEVENT|UID:a|DTSTART;TZID=Europe/Stockholm:20260302T090000|DTEND;TZID=Europe/Stockholm:20260302T100000
    RRULE:FREQ=WEEKLY;COUNT=4|END:VEVENT";

fn weekly_and(lines: &str) -> String {
    calendar(&format!("{WEEKLY}|BEGIN:VEVENT|UID:a|{lines}|END:VEVENT"))
}

#[test]
fn dates_and_periods_are_added() {
    let text = event(
        "DTSTART;TZID=Europe/Stockholm:20260302T090000|DURATION:PT1H|RDATE;TZID=Europe/Stockholm:20260304T110000,20260304T110000
         RDATE;VALUE=PERIOD:20260320T080000Z/PT3H,20260321T080000Z/20260321T093000Z",
    );
    assert_eq!(
        occurrences(&text, "2026-01-01", "2027-01-01"),
        [
            "20260302T0800Z/20260302T0900Z a",
            "20260304T1000Z/20260304T1100Z a",
            "20260320T0800Z/20260320T1100Z a",
            "20260321T0800Z/20260321T0930Z a"
        ]
    );
}

#[test]
fn several_rules_are_a_set_and_exrule_takes_away() {
    let text = event(
        "DTSTART:20260302T090000Z|RRULE:FREQ=DAILY;COUNT=4|RRULE:FREQ=WEEKLY;COUNT=2|EXRULE:FREQ=DAILY;INTERVAL=3;COUNT=2",
    );
    assert_eq!(
        starts(&text, "2026-01-01", "2027-01-01"),
        ["20260303T0900Z", "20260304T0900Z", "20260309T0900Z"]
    );
}

#[test]
fn the_start_can_be_removed_and_stands_also_when_the_rule_does_not_give_it() {
    let removed = event("DTSTART:20260302T090000Z|RRULE:FREQ=DAILY;COUNT=3|EXDATE:20260302T090000Z");
    assert_eq!(starts(&removed, "2026-01-01", "2027-01-01"), ["20260303T0900Z", "20260304T0900Z"]);
    // A Monday; DTSTART always counts as the first occurrence (RFC 5545, 3.3.10).
    let odd = event("DTSTART:20260302T090000Z|RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=3");
    assert_eq!(
        starts(&odd, "2026-01-01", "2027-01-01"),
        ["20260302T0900Z", "20260303T0900Z", "20260310T0900Z"]
    );
}

#[test]
fn a_change_replaces_one_occurrence_whatever_its_sequence_and_zone() {
    for identifier in [
        "RECURRENCE-ID;TZID=Europe/Stockholm:20260316T090000|SEQUENCE:0",
        "RECURRENCE-ID;TZID=Europe/Stockholm:20260316T090000|SEQUENCE:3",
        "RECURRENCE-ID:20260316T080000Z",
        "RECURRENCE-ID;TZID=America/New_York:20260316T040000",
        "RECURRENCE-ID;VALUE=DATE:20260316",
    ] {
        let text =
            weekly_and(&format!("{identifier}|DTSTART;TZID=Europe/Stockholm:20260317T130000|DURATION:PT2H"));
        assert_eq!(
            occurrences(&text, "2026-01-01", "2027-01-01"),
            [
                "20260302T0800Z/20260302T0900Z a",
                "20260309T0800Z/20260309T0900Z a",
                "20260317T1200Z/20260317T1400Z a",
                "20260323T0800Z/20260323T0900Z a"
            ],
            "{identifier}"
        );
    }
}

#[test]
fn a_change_belongs_to_its_own_uid() {
    let other = WEEKLY.replace("UID:a", "UID:b");
    let text = weekly_and(&format!(
        "RECURRENCE-ID:20260316T080000Z|DTSTART:20260317T080000Z|END:VEVENT|{other}|BEGIN:VEVENT|UID:c|DTSTART:20260101T080000Z"
    ));
    let found = occurrences(&text, "2026-03-16", "2026-03-18");
    assert_eq!(found, ["20260316T0800Z/20260316T0900Z b", "20260317T0800Z/20260317T0800Z a"]);
}

#[test]
fn a_change_moved_into_and_out_of_the_window() {
    let text = weekly_and("RECURRENCE-ID:20260316T080000Z|DTSTART:20260416T080000Z");
    assert!(starts(&text, "2026-03-16", "2026-03-17").is_empty());
    assert_eq!(starts(&text, "2026-04-01", "2026-05-01"), ["20260416T0800Z"]);
    let moved = &expand(&text, "2026-04-01", "2026-05-01").list[0];
    assert_eq!(moved.original(), Some(Moment::Instant("2026-03-16T08:00:00Z".parse().unwrap())));
}

#[test]
fn a_change_without_its_series_stands_alone() {
    let text = event("RECURRENCE-ID:20260316T080000Z|DTSTART:20260317T080000Z");
    assert_eq!(starts(&text, "2026-01-01", "2027-01-01"), ["20260317T0800Z"]);
    assert!(read(&text).event(0).unwrap().is_recurring());
}

#[test]
fn this_and_future_moves_and_lengthens_what_follows() {
    let text = weekly_and(
        "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Stockholm:20260316T090000|DTSTART;TZID=Europe/Stockholm:20260317T110000|DURATION:PT2H|STATUS:CANCELLED",
    );
    assert_eq!(
        occurrences(&text, "2026-01-01", "2027-01-01"),
        [
            "20260302T0800Z/20260302T0900Z a",
            "20260309T0800Z/20260309T0900Z a",
            "20260317T1000Z/20260317T1200Z a",
            "20260324T1000Z/20260324T1200Z a"
        ]
    );
    let calendar = read(&text);
    let status: Vec<_> = expand(&text, "2026-01-01", "2027-01-01")
        .list
        .iter()
        .map(|o| calendar.event(o.event).unwrap().status())
        .collect();
    assert_eq!(status, [None, None, Some(Status::Cancelled), Some(Status::Cancelled)]);
}

#[test]
fn this_and_future_over_daylight_saving_with_a_later_change() {
    // Weekly from 16 March at 9; from 23 March at 10; on 6 April a single one at 15.
    let text = calendar(
        "BEGIN:VEVENT|UID:a|DTSTART;TZID=Europe/Stockholm:20260316T090000|DURATION:PT1H|RRULE:FREQ=WEEKLY;COUNT=5|END:VEVENT
         BEGIN:VEVENT|UID:a|RECURRENCE-ID;RANGE=THISANDFUTURE:20260323T080000Z|DTSTART;TZID=Europe/Stockholm:20260323T100000|DURATION:PT1H|END:VEVENT
         BEGIN:VEVENT|UID:a|RECURRENCE-ID;TZID=Europe/Stockholm:20260406T090000|DTSTART;TZID=Europe/Stockholm:20260406T150000|DURATION:PT1H|END:VEVENT",
    );
    assert_eq!(
        starts(&text, "2026-01-01", "2027-01-01"),
        ["20260316T0800Z", "20260323T0900Z", "20260330T0800Z", "20260406T1300Z", "20260413T0800Z"]
    );
}

#[test]
fn this_and_future_can_turn_times_into_days() {
    let text = weekly_and(
        "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Stockholm:20260316T090000|DTSTART;VALUE=DATE:20260317",
    );
    assert_eq!(starts(&text, "2026-03-15", "2027-01-01"), ["20260317", "20260324"]);
}

#[test]
fn the_newest_copy_counts() {
    let copy = |sequence: u32, start: &str, stamp: &str| {
        format!("BEGIN:VEVENT|UID:a|SEQUENCE:{sequence}|DTSTAMP:{stamp}|DTSTART:{start}|END:VEVENT")
    };
    let (old, new) =
        (copy(1, "20260302T080000Z", "20260101T000000Z"), copy(2, "20260303T080000Z", "20260101T000000Z"));
    for text in [format!("{old}|{new}"), format!("{new}|{old}")] {
        let found = expand(&calendar(&text), "2026-01-01", "2027-01-01");
        assert_eq!(starts(&calendar(&text), "2026-01-01", "2027-01-01"), ["20260303T0800Z"]);
        assert_eq!((found.copies, found.troubles.len()), (1, 0), "a copy is no trouble");
    }
    let same = format!("{old}|{old}|{old}");
    let found = expand(&calendar(&same), "2026-01-01", "2027-01-01");
    assert_eq!((found.list.len(), found.copies, found.troubles.len()), (1, 2, 0));
    let change = "BEGIN:VEVENT|UID:b|RECURRENCE-ID:20260302T080000Z|DTSTART:20260302T090000Z|END:VEVENT";
    let found = expand(&calendar(&format!("{change}|{change}")), "2026-01-01", "2027-01-01");
    assert_eq!((found.list.len(), found.copies, found.troubles.len()), (1, 1, 0));
    let shared = format!("{old}|{}", copy(1, "20260305T080000Z", "20260101T000000Z"));
    assert_eq!(
        starts(&calendar(&shared), "2026-01-01", "2027-01-01").len(),
        2,
        "events that merely share a UID"
    );
    let nameless =
        "BEGIN:VEVENT|DTSTART:20260302T080000Z|END:VEVENT|BEGIN:VEVENT|DTSTART:20260302T080000Z|END:VEVENT";
    assert_eq!(
        starts(&calendar(nameless), "2026-01-01", "2027-01-01").len(),
        2,
        "events without UID are all different"
    );
}

#[test]
fn days() {
    let text = calendar(
        "BEGIN:VEVENT|UID:a|DTSTART;VALUE=DATE:20260302|RRULE:FREQ=DAILY;COUNT=4|EXDATE;VALUE=DATE:20260303|END:VEVENT
         BEGIN:VEVENT|UID:a|RECURRENCE-ID;VALUE=DATE:20260304|DTSTART;VALUE=DATE:20260310|DTEND;VALUE=DATE:20260312|END:VEVENT
         BEGIN:VEVENT|UID:b|DTSTART:20260301|DURATION:P3D|END:VEVENT",
    );
    assert_eq!(
        occurrences(&text, "2026-01-01", "2027-01-01"),
        ["20260301/20260304 b", "20260302/20260303 a", "20260305/20260306 a", "20260310/20260312 a"]
    );
}

#[test]
fn rules_of_days_know_no_hours() {
    // RFC 5545, 3.3.10: BYHOUR and its like are ignored when DTSTART is a date.
    let text =
        event("DTSTART;VALUE=DATE:20260302|RRULE:FREQ=DAILY;COUNT=2;BYHOUR=9,10;BYMINUTE=30;BYSECOND=1");
    assert_eq!(starts(&text, "2026-01-01", "2027-01-01"), ["20260302", "20260303"]);
    let hourly =
        expand(&event("DTSTART;VALUE=DATE:20260302|RRULE:FREQ=HOURLY;COUNT=30"), "2026-01-01", "2027-01-01");
    assert_eq!((hourly.list.len(), hourly.troubles[0].reason), (1, TroubleReason::BadRule));
}

#[test]
fn leap_days() {
    let text = event("DTSTART;VALUE=DATE:20240229|RRULE:FREQ=YEARLY");
    assert_eq!(starts(&text, "2024-01-01", "2033-01-01"), ["20240229", "20280229", "20320229"]);
    let last = event("DTSTART;VALUE=DATE:20240131|RRULE:FREQ=MONTHLY;COUNT=4");
    assert_eq!(starts(&last, "2024-01-01", "2025-01-01"), ["20240131", "20240331", "20240531", "20240731"]);
}

#[test]
fn weeks_of_the_year() {
    // Week 53 exists in 2020 and 2026 (ISO 8601); week 1 of 2025 begins on 30 December 2024.
    let fifty_three = event("DTSTART:20201228T090000Z|RRULE:FREQ=YEARLY;BYWEEKNO=53");
    assert_eq!(starts(&fifty_three, "2020-01-01", "2030-01-01"), ["20201228T0900Z", "20261228T0900Z"]);
    let first = event("DTSTART:20240101T090000Z|RRULE:FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO;COUNT=3");
    assert_eq!(
        starts(&first, "2020-01-01", "2030-01-01"),
        ["20240101T0900Z", "20241230T0900Z", "20251229T0900Z"]
    );
    let last = event("DTSTART:20241223T090000Z|RRULE:FREQ=YEARLY;BYWEEKNO=-1;BYDAY=MO;COUNT=3");
    assert_eq!(
        starts(&last, "2020-01-01", "2030-01-01"),
        ["20241223T0900Z", "20251222T0900Z", "20261228T0900Z"]
    );
}

#[test]
fn an_occurrence_that_reaches_into_the_window() {
    let text = event("DTSTART:20260301T220000Z|DTEND:20260302T020000Z|RRULE:FREQ=DAILY");
    assert_eq!(starts(&text, "2026-03-10", "2026-03-11"), ["20260309T2200Z", "20260310T2200Z"]);
    let touching = event("DTSTART:20260309T220000Z|DTEND:20260309T230000Z");
    assert!(starts(&touching, "2026-03-10", "2026-03-11").is_empty(), "the window begins at 23 UTC");
    let point = event("DTSTART:20260309T230000Z");
    assert_eq!(
        starts(&point, "2026-03-10", "2026-03-11").len(),
        1,
        "an event without length at the beginning"
    );
}
