//! Reading: encodings, folds, escapes, broken events, files that are no calendar.

mod support;

use calendar::{
    AttendeeKind, Busy, Class, Kind, Limits, Participation, Refusal, Status, Transparency, TroubleReason,
    read,
};
use support::{calendar, event, occurrences, starts};

/// Title and place of the first event.
#[allow(clippy::unwrap_used)] // a helper of tests
fn text_of(bytes: &[u8]) -> (String, String) {
    let calendar = read(bytes, &Limits::default()).unwrap();
    let event = calendar.event(0).unwrap();
    (event.title().into_owned(), event.location().into_owned())
}

#[test]
fn encodings_and_line_ends() {
    let text = event("DTSTART:20260302T090000Z|SUMMARY:Möte om{fold} budgeten 🙂|LOCATION:Sjöbo\\, rum 2")
        .replace("{fold}", "\r\n ");
    let expected = ("Möte om budgeten 🙂".to_owned(), "Sjöbo, rum 2".to_owned());
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for bytes in [
        text.clone().into_bytes(),
        text.replace("\r\n", "\n").into_bytes(),
        text.replace("\r\n", "\r").into_bytes(),
        text.replace("\r\n", "\r\r\n").into_bytes(),
        format!("\u{feff}{text}").into_bytes(),
        [b"\xFF\xFE".to_vec(), little.clone()].concat(),
        [b"\xFE\xFF".to_vec(), big.clone()].concat(),
        little,
        big,
    ] {
        assert_eq!(text_of(&bytes), expected);
    }
    let latin: Vec<u8> =
        event("DTSTART:20260302T090000Z|SUMMARY:Möte|LOCATION:Sjöbo").chars().map(|c| c as u8).collect();
    assert_eq!(text_of(&latin), ("Möte".to_owned(), "Sjöbo".to_owned()));
}

#[test]
fn a_fold_anywhere() {
    let text = "BEGIN:VCALENDAR\nBEGIN:VEV\n ENT\nUI\n D:a\n b\nDTSTART;TZ\n\tID=Europe/\n Stockholm:2026\n 0302T09\n 0000\nRRULE:FREQ=DAI\n LY;COUNT=2\nEND:VEVENT\nEND:VCALENDAR";
    assert_eq!(
        occurrences(text, "2026-01-01", "2027-01-01"),
        ["20260302T0800Z/20260302T0800Z ab", "20260303T0800Z/20260303T0800Z ab"]
    );
}

#[test]
fn nulls_escapes_and_long_titles() {
    assert_eq!(
        text_of(event("DTSTART:20260302T090000Z|SUMMARY:a\\;b\\\\n\\nc\0d").as_bytes()).0,
        "a;b\\n\ncd"
    );
    let long = "x".repeat(1_000_000);
    assert_eq!(text_of(event(&format!("DTSTART:20260302T090000Z|SUMMARY:{long}")).as_bytes()).0, long);
}

#[test]
fn what_an_event_says() {
    let text = event(
        "DTSTART:20260302T090000Z|CLASS:CONFIDENTIAL|STATUS:tentative|TRANSP:TRANSPARENT|SEQUENCE:4
         X-MICROSOFT-CDO-BUSYSTATUS:OOF|X-MICROSOFT-CDO-INTENDEDSTATUS:BUSY|CATEGORIES:Möte,a\\,b|CATEGORIES:c|DESCRIPTION:x
         ORGANIZER;CN=\"Berg; Eva\":MAILTO:eva@kommun.example
         ATTENDEE;PARTSTAT=ACCEPTED;CN=\"Ek: Bo\":mailto:bo@kommun.example
         ATTENDEE;PARTSTAT=DECLINED;CUTYPE=INDIVIDUAL:mailto:li@kommun.example
         ATTENDEE;CUTYPE=ROOM;PARTSTAT=DECLINED:mailto:rum2@kommun.example
         ATTENDEE;CUTYPE=RESOURCE:mailto:bil@kommun.example
         BEGIN:VALARM|ATTENDEE:mailto:alarm@kommun.example|DESCRIPTION:alarm|SUMMARY:alarm|END:VALARM",
    );
    let calendar = support::read(&text);
    let event = calendar.event(0).unwrap();
    assert_eq!(
        (event.class(), event.status(), event.transparency()),
        (Class::Confidential, Some(Status::Tentative), Transparency::Transparent)
    );
    assert_eq!(
        (event.busy(), event.intended(), event.sequence(), event.line()),
        (Some(Busy::OutOfOffice), Some(Busy::Busy), 4, 3)
    );
    assert_eq!(event.categories().collect::<Vec<_>>(), ["Möte", "a,b", "c"]);
    assert_eq!(
        (event.title().as_ref(), event.description().as_ref(), event.has_description()),
        ("", "x", true)
    );
    assert_eq!(event.organizer().as_deref(), Some("eva@kommun.example"));
    assert_eq!((event.attendees().len(), event.people(), event.declined()), (4, 2, 1));
    let bo = event.attendees().next().unwrap();
    assert_eq!(
        (bo.mail.as_ref(), bo.participation, bo.kind),
        ("bo@kommun.example", Participation::Accepted, AttendeeKind::Individual)
    );
    assert!(!event.is_recurring() && !event.is_all_day());
}

#[test]
fn whole_days_by_dates_and_by_outlook() {
    for lines in [
        "DTSTART;VALUE=DATE:20260302",
        "DTSTART;TZID=Europe/Stockholm:20260302T000000|DTEND;TZID=Europe/Stockholm:20260303T000000|X-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
    ] {
        let text = event(lines);
        assert!(support::read(&text).event(0).unwrap().is_all_day(), "{lines}");
    }
}

#[test]
fn broken_events_are_listed_and_the_rest_goes_on() {
    let text = calendar(
        "BEGIN:VEVENT|UID:no start|END:VEVENT
         BEGIN:VEVENT|UID:bad start|DTSTART:20260231T090000Z|END:VEVENT
         BEGIN:VEVENT|UID:bad rule|DTSTART:20260302T090000Z|RRULE:FREQ=FORTNIGHTLY|END:VEVENT
         BEGIN:VEVENT|UID:bad end|DTSTART:20260303T090000Z|DTEND:soon|END:VEVENT
         BEGIN:VEVENT|UID:bad change|DTSTART:20260303T090000Z|RECURRENCE-ID:then|END:VEVENT
         BEGIN:VEVENT|UID:bad date|DTSTART:20260304T090000Z|EXDATE:never,20260304T090000Z|RDATE:20260305T090000Z|END:VEVENT
         BEGIN:VEVENT|UID:junk|DTSTART:20260306T090000Z|a line without anything|END:VEVENT
         BEGIN:VEVENT|UID:open|DTSTART:20260307T090000Z
         BEGIN:VEVENT|UID:good|DTSTART:20260308T090000Z|END:VEVENT",
    );
    let calendar = support::read(&text);
    let found: Vec<_> = calendar.troubles().iter().map(|t| (t.line, t.reason)).collect();
    assert_eq!(
        found,
        [
            (3, TroubleReason::NoStart),
            (6, TroubleReason::BadStart),
            (13, TroubleReason::BadRule),
            (18, TroubleReason::BadEnd),
            (20, TroubleReason::BadRecurrenceId),
            (28, TroubleReason::BadDate),
            (34, TroubleReason::NotALine),
            (39, TroubleReason::Unclosed),
        ]
    );
    assert_eq!(
        starts(&text, "2026-01-01", "2027-01-01"),
        [
            "20260302T0900Z",
            "20260303T0900Z",
            "20260305T0900Z",
            "20260306T0900Z",
            "20260307T0900Z",
            "20260308T0900Z"
        ]
    );
}

#[test]
fn rules_that_cannot_be_right_are_refused() {
    for rule in [
        "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;INTERVAL=0",
        "COUNT=3",
        "",
        "FREQ=MONTHLY;BYMONTHDAY=32",
        "FREQ=MONTHLY;BYMONTHDAY=0",
        "FREQ=YEARLY;BYMONTH=13",
        "FREQ=YEARLY;BYDAY=54MO",
        "FREQ=YEARLY;BYDAY=MÅ",
        "FREQ=DAILY;BYHOUR=24",
        "FREQ=DAILY;UNTIL=x",
        "FREQ=DAILY;BYEASTER=1",
        "RSCALE=HEBREW;FREQ=YEARLY",
        "FREQ=YEARLY;BYWEEKNO=54",
        "FREQ=YEARLY;BYSETPOS=367",
        "FREQ=DAILY;COUNT",
    ] {
        let text = event(&format!("DTSTART:20260302T090000Z|RRULE:{rule}"));
        let calendar = support::read(&text);
        assert_eq!(
            calendar.troubles().iter().map(|t| t.reason).collect::<Vec<_>>(),
            [TroubleReason::BadRule],
            "{rule}"
        );
        assert_eq!(starts(&text, "2026-01-01", "2027-01-01"), ["20260302T0900Z"], "{rule}");
    }
}

#[test]
fn an_end_before_the_start_is_said() {
    let text = event("DTSTART:20260302T090000Z|DTEND:20260302T080000Z");
    assert_eq!(occurrences(&text, "2026-01-01", "2027-01-01"), ["20260302T0900Z/20260302T0900Z a"]);
    assert_eq!(
        support::expand(&text, "2026-01-01", "2027-01-01").troubles[0].reason,
        TroubleReason::EndBeforeStart
    );
}

#[test]
fn several_calendars_in_a_file() {
    let text = calendar("BEGIN:VEVENT|UID:a|DTSTART:20260302T090000Z|END:VEVENT")
        + &calendar("BEGIN:VEVENT|UID:b|DTSTART:20260303T090000Z|END:VEVENT");
    assert_eq!(starts(&text, "2026-01-01", "2027-01-01"), ["20260302T0900Z", "20260303T0900Z"]);
}

#[test]
fn what_is_no_calendar() {
    let kind = |bytes: &[u8]| read(bytes, &Limits::default()).unwrap_err();
    for (bytes, expected) in [
        (&b""[..], Kind::Empty),
        (b" \r\n", Kind::Empty),
        (b"PK\x03\x04 BEGIN:VCALENDAR", Kind::Zip),
        (b"\x1f\x8b\x08", Kind::Gzip),
        (b"%PDF-1.7", Kind::Pdf),
        (b"<!DOCTYPE html><html><body>Sign in</body></html>", Kind::Html),
        (b"\x00\x01\x02\x03", Kind::Binary),
        (b"Subject;Start\nMeeting;2026", Kind::Text),
    ] {
        assert_eq!(kind(bytes), Refusal::NotACalendar(expected));
    }
    let large = Limits { bytes: 100, ..Limits::default() };
    assert_eq!(read(&[b'x'; 101], &large).unwrap_err(), Refusal::TooLarge { bytes: 101, limit: 100 });
    assert_eq!(
        read(b"BEGIN:VCALENDAR\nEND:VCALENDAR", &Limits::default()).unwrap().events().len(),
        0,
        "an empty calendar is one"
    );
}
