use jiff::civil::{Weekday, date, time};

use super::*;

fn event() -> FeedEvent {
    FeedEvent {
        key: "step-17".into(),
        sequence: 2,
        holds: Holds::Moment,
        title: "Öva: fråga först, säg sedan".into(),
        description: "När någon kommer; fråga.\nSedan väntar jag.".into(),
        days: Weekdays::new([Weekday::Monday, Weekday::Wednesday]).unwrap(),
        from: time(8, 15, 0, 0),
        minutes: 10,
        first: date(2026, 9, 8),
        last: Some(date(2026, 11, 30)),
    }
}

fn input<'a>(events: &'a [FeedEvent], zone: &'a str) -> FeedInput<'a> {
    FeedInput {
        domain: "pejling.example",
        name: "Mina steg",
        stamp: "2026-09-07T06:00:00Z".parse().unwrap(),
        zone,
        events,
    }
}

fn write(event: FeedEvent, zone: &str) -> String {
    feed(&input(&[event], zone)).unwrap().replace("\r\n ", "").replace("\r\n", "\n")
}

#[test]
fn an_event_is_written_as_rfc_5545_wants_it() {
    let written = write(event(), "Europe/Stockholm");
    // The 8th is a Tuesday, so it begins on Wednesday the 9th; UNTIL is 8:15 in winter time.
    let wanted = "BEGIN:VEVENT
UID:step-17@pejling.example
DTSTAMP:20260907T060000Z
SEQUENCE:2
DTSTART;TZID=Europe/Stockholm:20260909T081500
DURATION:PT10M
RRULE:FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20261130T071500Z
SUMMARY:Öva: fråga först\\, säg sedan
DESCRIPTION:När någon kommer\\; fråga.\\nSedan väntar jag.
CLASS:PRIVATE
TRANSP:TRANSPARENT
END:VEVENT
";
    assert!(written.contains(wanted), "{written}");
}

/// The rules of the European Union since 1996 (directive 2000/84/EC), as in the examples of RFC 5545 for other zones.
#[test]
fn the_zone_is_written_with_the_rules_of_the_union() {
    for name in ["Europe/Stockholm", "Europe/Copenhagen"] {
        let written = write(event(), name);
        let wanted = format!(
            "BEGIN:VTIMEZONE
TZID:{name}
BEGIN:DAYLIGHT
DTSTART:20260329T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:20261025T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"
        );
        assert!(written.contains(&wanted), "{written}");
    }
}

#[test]
fn a_clock_that_is_not_changed_and_one_with_other_rules_are_written_too() {
    let utc = write(event(), "UTC");
    assert!(utc.contains("BEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0000\nTZOFFSETTO:+0000\n"));
    let new_york = write(event(), "America/New_York");
    assert!(new_york.contains("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\n"), "{new_york}");
    assert!(new_york.contains("RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU\n"), "{new_york}");
    // Greenland goes to summer time with Europe, on the Saturday before the last Sunday: dates, for want of a rule.
    let nuuk = write(event(), "America/Nuuk");
    assert!(nuuk.contains("\nRDATE:20270327T230000\n") && !nuuk.contains("BYMONTH=3"), "{nuuk}");
}

#[test]
fn leadership_time_is_busy_and_an_event_over_before_it_comes_is_left_out() {
    let protected = FeedEvent { holds: Holds::LeadershipTime, last: None, ..event() };
    let written = write(protected, "Europe/Copenhagen");
    assert!(written.contains("TRANSP:OPAQUE\n") && written.contains("BYDAY=MO,WE\n"), "{written}");
    let over = FeedEvent { last: Some(date(2026, 9, 8)), ..event() };
    let written = write(over, "Europe/Copenhagen");
    assert!(!written.contains("VEVENT") && written.ends_with("END:VCALENDAR\n"), "{written}");
}

#[test]
fn what_cannot_be_written_is_refused() {
    let refused = |event: FeedEvent| feed(&input(&[event], "Europe/Stockholm")).unwrap_err();
    assert_eq!(refused(FeedEvent { key: "a\r\nX".into(), ..event() }), FeedError::Id);
    assert_eq!(refused(FeedEvent { key: String::new(), ..event() }), FeedError::Id);
    assert_eq!(refused(FeedEvent { minutes: 0, ..event() }), FeedError::Minutes);
    assert_eq!(refused(FeedEvent { minutes: 1441, ..event() }), FeedError::Minutes);
    let edge = FeedEvent { first: Date::MAX, days: Weekdays::new([Weekday::Monday]).unwrap(), ..event() };
    assert_eq!(refused(edge), FeedError::Date);
    assert_eq!(feed(&input(&[event()], "Europe/Pejling")), Err(FeedError::NoSuchZone));
    let many = vec![event(); MOST_EVENTS + 1];
    assert_eq!(feed(&input(&many, "Europe/Stockholm")), Err(FeedError::TooMany));
    assert_eq!(feed(&FeedInput { domain: "a:b", ..input(&[], "UTC") }), Err(FeedError::Id));
}
