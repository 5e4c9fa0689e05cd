//! Time zones: daylight saving, names, definitions in the file.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod support;

use calendar::TroubleReason;
use support::{calendar, event, expand, occurrences, read, starts, window};

#[test]
fn a_series_keeps_its_wall_time_over_daylight_saving() {
    let text = event("DTSTART;TZID=Europe/Stockholm:20260326T090000|DURATION:PT1H|RRULE:FREQ=DAILY;COUNT=5");
    assert_eq!(
        starts(&text, "2026-01-01", "2027-01-01"),
        ["20260326T0800Z", "20260327T0800Z", "20260328T0800Z", "20260329T0700Z", "20260330T0700Z"]
    );
}

#[test]
fn a_skipped_time_is_read_with_the_offset_before_and_a_double_one_is_the_first() {
    // RFC 5545, 3.3.5.
    let spring =
        event("DTSTART;TZID=Europe/Stockholm:20260328T023000|DURATION:PT30M|RRULE:FREQ=DAILY;COUNT=3");
    assert_eq!(
        starts(&spring, "2026-01-01", "2027-01-01"),
        ["20260328T0130Z", "20260329T0130Z", "20260330T0030Z"]
    );
    let autumn =
        event("DTSTART;TZID=Europe/Stockholm:20261024T023000|DURATION:PT30M|RRULE:FREQ=DAILY;COUNT=3");
    assert_eq!(
        starts(&autumn, "2026-01-01", "2027-01-01"),
        ["20261024T0030Z", "20261025T0030Z", "20261026T0130Z"]
    );
    let end_in_gap = event(
        "DTSTART;TZID=Europe/Stockholm:20260328T023000|DTEND;TZID=Europe/Stockholm:20260328T030000|RRULE:FREQ=DAILY;COUNT=2",
    );
    assert_eq!(
        occurrences(&end_in_gap, "2026-01-01", "2027-01-01"),
        ["20260328T0130Z/20260328T0200Z a", "20260329T0130Z/20260329T0200Z a"],
        "a meeting never ends before it starts"
    );
}

#[test]
fn hours_that_do_not_exist_are_not_given_twice() {
    // 02:00 does not exist and is read as 03:00, which the rule gives too.
    let text = event("DTSTART;TZID=Europe/Stockholm:20260329T000000|RRULE:FREQ=HOURLY;COUNT=5");
    assert_eq!(
        starts(&text, "2026-03-28", "2026-03-30"),
        ["20260328T2300Z", "20260329T0000Z", "20260329T0100Z", "20260329T0200Z"]
    );
}

#[test]
fn a_night_shift_ends_by_the_wall_clock_and_a_duration_is_exact() {
    let night = event(
        "DTSTART;TZID=Europe/Stockholm:20260321T220000|DTEND;TZID=Europe/Stockholm:20260322T070000|RRULE:FREQ=WEEKLY;COUNT=2",
    );
    assert_eq!(
        occurrences(&night, "2026-01-01", "2027-01-01"),
        ["20260321T2100Z/20260322T0600Z a", "20260328T2100Z/20260329T0500Z a"]
    );
    let hours =
        event("DTSTART;TZID=Europe/Stockholm:20260321T220000|DURATION:PT9H|RRULE:FREQ=WEEKLY;COUNT=2");
    assert_eq!(
        occurrences(&hours, "2026-01-01", "2027-01-01"),
        ["20260321T2100Z/20260322T0600Z a", "20260328T2100Z/20260329T0600Z a"]
    );
    let day = event("DTSTART;TZID=Europe/Stockholm:20260328T220000|DURATION:P1D");
    assert_eq!(
        occurrences(&day, "2026-01-01", "2027-01-01"),
        ["20260328T2100Z/20260329T2000Z a"],
        "a day of 23 hours"
    );
}

#[test]
fn an_end_in_another_zone() {
    let flight = event(
        "DTSTART;TZID=Europe/Stockholm:20260302T100000|DTEND;TZID=America/New_York:20260302T130000|RRULE:FREQ=WEEKLY;COUNT=2",
    );
    assert_eq!(
        occurrences(&flight, "2026-01-01", "2027-01-01"),
        ["20260302T0900Z/20260302T1800Z a", "20260309T0900Z/20260309T1800Z a"]
    );
}

#[test]
fn until_in_utc_is_inclusive_and_compared_as_an_instant() {
    let at = |until: &str| {
        let text =
            event(&format!("DTSTART;TZID=Europe/Stockholm:20260316T090000|RRULE:FREQ=WEEKLY;UNTIL={until}"));
        starts(&text, "2026-01-01", "2027-01-01").len()
    };
    assert_eq!(at("20260330T070000Z"), 3, "the start of the third, in summer time");
    assert_eq!(at("20260330T065959Z"), 2);
    assert_eq!(at("20260330T090000"), 3, "local time");
    assert_eq!(at("20260330"), 3, "a date holds for the whole day");
    assert_eq!(at("20260329"), 2);
}

#[test]
fn exdate_in_other_zones() {
    for removed in [
        "EXDATE:20260309T080000Z",
        "EXDATE;TZID=America/New_York:20260309T040000",
        "EXDATE;VALUE=DATE:20260309",
        "EXDATE:20260309T090000",
    ] {
        let text = event(&format!(
            "DTSTART;TZID=Europe/Stockholm:20260302T090000|RRULE:FREQ=WEEKLY;COUNT=3|{removed}"
        ));
        assert_eq!(
            starts(&text, "2026-01-01", "2027-01-01"),
            ["20260302T0800Z", "20260316T0800Z"],
            "{removed}"
        );
    }
    let text = event(
        "DTSTART;TZID=Europe/Stockholm:20260302T090000|RRULE:FREQ=WEEKLY;COUNT=3|EXDATE:20260309T090000Z",
    );
    assert_eq!(starts(&text, "2026-01-01", "2027-01-01").len(), 3, "another instant");
}

#[test]
fn names_of_windows_and_outlook_need_no_definition() {
    for tzid in [
        "W. Europe Standard Time",
        "\"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna\"",
        "/freeassociation.sourceforge.net/Europe/Stockholm",
        "\"Romance Standard Time\"",
        "(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna",
        "\"(UTC+01:00) Amsterdam\\, Berlin\\, Bern\\, Rome\\, Stockholm\\, Vienna\"",
        "\"(UTC+01:00) Estocolmo, Paris\"",
    ] {
        let text = event(&format!("DTSTART;TZID={tzid}:20260328T090000|RRULE:FREQ=DAILY;COUNT=2"));
        assert_eq!(starts(&text, "2026-01-01", "2027-01-01"), ["20260328T0800Z", "20260329T0700Z"], "{tzid}");
        assert!(read(&text).troubles().is_empty());
    }
}

const CUSTOM: &str = "BEGIN:VTIMEZONE|TZID:Customized Time Zone
    BEGIN:STANDARD|DTSTART:16010101T030000|TZOFFSETFROM:+0200|TZOFFSETTO:+0100|RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10|END:STANDARD
    BEGIN:DAYLIGHT|DTSTART:16010101T020000|TZOFFSETFROM:+0100|TZOFFSETTO:+0200|RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3|END:DAYLIGHT
    END:VTIMEZONE";

#[test]
fn a_definition_in_the_file() {
    let meeting = "BEGIN:VEVENT|UID:a|DTSTART;TZID=Customized Time Zone:20260328T090000|RRULE:FREQ=DAILY;COUNT=2|END:VEVENT";
    for text in [format!("{CUSTOM}|{meeting}"), format!("{meeting}|{CUSTOM}")] {
        assert_eq!(
            starts(&calendar(&text), "2026-01-01", "2027-01-01"),
            ["20260328T0800Z", "20260329T0700Z"]
        );
    }
    let odd = "BEGIN:VTIMEZONE|TZID:x|BEGIN:STANDARD|DTSTART:19700101T000000|TZOFFSETFROM:+0530|TZOFFSETTO:+0530|END:STANDARD|END:VTIMEZONE";
    let text = calendar(&format!("{odd}|BEGIN:VEVENT|UID:a|DTSTART;TZID=x:20260302T090000|END:VEVENT"));
    assert_eq!(starts(&text, "2026-01-01", "2027-01-01"), ["20260302T0330Z"]);
}

#[test]
fn a_definition_by_dates_and_with_an_end() {
    // Summer time in 2025 by RDATE, and by a rule whose UNTIL is its last onset in UTC.
    let zone = |daylight: &str| {
        format!(
            "BEGIN:VTIMEZONE|TZID:x|BEGIN:STANDARD|DTSTART:20241027T030000|TZOFFSETFROM:+0200|TZOFFSETTO:+0100|RDATE:20251026T030000
            END:STANDARD|BEGIN:DAYLIGHT|DTSTART:20240331T020000|TZOFFSETFROM:+0100|TZOFFSETTO:+0200|{daylight}|END:DAYLIGHT|END:VTIMEZONE
            BEGIN:VEVENT|UID:a|DTSTART;TZID=x:20240701T090000|RRULE:FREQ=YEARLY;COUNT=3|END:VEVENT"
        )
    };
    for daylight in ["RDATE:20250330T020000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;UNTIL=20250330T010000Z"]
    {
        assert_eq!(
            starts(&calendar(&zone(daylight)), "2024-01-01", "2027-01-01"),
            ["20240701T0700Z", "20250701T0700Z", "20260701T0800Z"],
            "{daylight}: no summer time in 2026"
        );
    }
}

#[test]
fn a_known_name_wins_over_its_definition() {
    // Many exporters write a definition that was true one year only; the name says what was meant.
    let stale = CUSTOM.replace("Customized Time Zone", "America/New_York");
    let text = calendar(&format!(
        "{stale}|BEGIN:VEVENT|UID:a|DTSTART;TZID=America/New_York:20260302T090000|END:VEVENT"
    ));
    assert_eq!(starts(&text, "2026-01-01", "2027-01-01"), ["20260302T1400Z"]);
}

#[test]
fn two_calendars_may_define_one_name_in_two_ways() {
    let object = |offset: &str, uid: &str| {
        format!(
            "BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:x\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:{offset}\nTZOFFSETTO:{offset}\n\
             END:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT\nUID:{uid}\nDTSTART;TZID=x:20260302T120000\nEND:VEVENT\nEND:VCALENDAR\n"
        )
    };
    let text = object("+0300", "a") + &object("-0300", "b");
    assert_eq!(
        occurrences(&text, "2026-01-01", "2027-01-01"),
        ["20260302T0900Z/20260302T0900Z a", "20260302T1500Z/20260302T1500Z b"]
    );
}

#[test]
fn an_unknown_zone_is_home_and_said() {
    let text = event("DTSTART;TZID=Atlantis:20260302T090000|DURATION:PT1H");
    let calendar = read(&text);
    assert_eq!(
        calendar.troubles().iter().map(|t| (t.line, t.reason)).collect::<Vec<_>>(),
        [(5, TroubleReason::UnknownZone)]
    );
    let found = calendar.occurrences(&window("2026-01-01", "2027-01-01", "Europe/Stockholm"));
    assert_eq!(found.list[0].starts_at().to_string(), "2026-03-02T08:00:00Z");
}

#[test]
fn floating_times_and_days_follow_home() {
    let text = calendar(
        "BEGIN:VEVENT|UID:f|DTSTART:20260302T090000|DURATION:PT1H|END:VEVENT|BEGIN:VEVENT|UID:d|DTSTART;VALUE=DATE:20260302|END:VEVENT",
    );
    let at = |home: &str| {
        let calendar = read(&text);
        let found = calendar.occurrences(&window("2026-01-01", "2027-01-01", home));
        found.list.iter().map(|o| format!("{}/{}", o.starts_at(), o.ends_at())).collect::<Vec<_>>()
    };
    assert_eq!(
        at("Europe/Stockholm"),
        ["2026-03-01T23:00:00Z/2026-03-02T23:00:00Z", "2026-03-02T08:00:00Z/2026-03-02T09:00:00Z"]
    );
    assert_eq!(
        at("America/New_York"),
        ["2026-03-02T05:00:00Z/2026-03-03T05:00:00Z", "2026-03-02T14:00:00Z/2026-03-02T15:00:00Z"]
    );
}

#[test]
fn far_years() {
    // After 2100 the rules of the zone go on; before 1900 Stockholm had its own mean time, 1:12:12 ahead until 1879.
    let text = event("DTSTART;TZID=Europe/Stockholm:23000701T090000");
    assert_eq!(starts(&text, "2300-01-01", "2301-01-01"), ["23000701T0700Z"]);
    assert_eq!(
        expand(
            &event("DTSTART;TZID=Europe/Stockholm:99991231T235959|DURATION:P9000W|RRULE:FREQ=DAILY"),
            "2026-01-01",
            "2027-01-01"
        )
        .list
        .len(),
        0
    );
}
