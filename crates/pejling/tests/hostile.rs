//! Files that nobody should be able to hurt anybody with: a clear sentence, or a picture, within a bound.
#![allow(clippy::unwrap_used, reason = "the helpers of tests fail by panicking")]

mod support;

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::Output;
use std::time::{Duration, Instant};

use support::{code, err, out, run};

/// No file takes longer than this, in a program that is not optimised.
const BOUND: Duration = Duration::from_secs(20);

fn week(name: &str, bytes: &[u8]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::File::create(&path).unwrap().write_all(bytes).unwrap();
    let begun = Instant::now();
    let shown = run(&["week", path.to_str().unwrap(), "--from", "2026-03-02", "--lang", "en"]);
    assert!(begun.elapsed() < BOUND, "{name} took {:?}", begun.elapsed());
    assert!(!err(&shown).contains("panic"), "{}", err(&shown));
    shown
}

fn events(events: &str) -> Vec<u8> {
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\n{events}END:VCALENDAR\r\n")
        .into_bytes()
}

fn event(uid: usize, title: &str, more: &str) -> String {
    format!(
        "BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTART:20260303T090000Z\r\nDTEND:20260303T100000Z\r\nSUMMARY:{title}\r\n{more}END:VEVENT\r\n"
    )
}

#[test]
fn fifty_megabytes_are_not_read() {
    let shown = week("large.ics", &vec![b'x'; 50_000_000]);
    assert_eq!(code(&shown), 1);
    assert_eq!(
        err(&shown),
        "large.ics is 50 MB, and at most 20 MB are read. Export a shorter time, a year perhaps.\n"
    );
}

#[test]
fn what_is_no_calendar_is_called_what_it_is() {
    for (bytes, sentence) in [
        (
            &b"PK\x03\x04\x14\0\0\0"[..],
            "my.ics is a zip archive. Unpack it and give the file that ends in .ics.",
        ),
        (b"\x1f\x8b\x08\0", "my.ics is packed with gzip. Unpack it first."),
        (b"%PDF-1.7\n", "my.ics is a PDF. Export the calendar as .ics instead."),
        (b"<!doctype html><html>", "my.ics is a web page, perhaps a sign-in page, not a calendar."),
        (b"", "my.ics is empty."),
        (b"Hello\n", "my.ics is not a calendar: there is none in it."),
        (&[0; 100_000], "my.ics is not a calendar: there is none in it."),
        (&[0xff; 1_000], "my.ics is not a calendar: there is none in it."),
    ] {
        let shown = week("my.ics", bytes);
        assert_eq!((code(&shown), err(&shown)), (1, format!("{sentence}\n")));
    }
}

#[test]
fn a_name_or_a_title_cannot_steer_the_terminal() {
    let shown = week("\x1b[2Jmy.ics", b"");
    assert_eq!(err(&shown), "[2Jmy.ics is empty.\n");
    let shown = week("my.ics", &events(&event(1, "\x1b]0;title\x07Meeting\u{202e}", "")));
    assert_eq!(code(&shown), 0);
    assert!(!out(&shown).contains(['\x1b', '\x07', '\u{202e}']), "{}", out(&shown));
}

#[test]
fn utf_16_is_read() {
    let text = String::from_utf8(events(&event(1, "Møde", ""))).unwrap();
    let mut bytes = vec![0xff, 0xfe];
    bytes.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
    let shown = week("utf16.ics", &bytes);
    assert_eq!(code(&shown), 0, "{}", err(&shown));
    assert!(out(&shown).contains("Møde"));
}

#[test]
fn nulls_in_a_title_and_a_title_of_a_megabyte_are_shown_as_far_as_they_go() {
    let shown = week("nulls.ics", &events(&event(1, "A\0B\0meeting", "")));
    assert_eq!(code(&shown), 0, "{}", err(&shown));
    let shown = week("long.ics", &events(&event(1, &"m\u{f6}te ".repeat(170_000), "")));
    assert_eq!(code(&shown), 0, "{}", err(&shown));
    assert!(out(&shown).lines().all(|line| line.chars().count() <= 80));
}

#[test]
fn an_endless_recurrence_is_bounded_and_said() {
    let often = "RRULE:FREQ=SECONDLY\r\n";
    let never = "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\r\n";
    let shown = week("endless.ics", &events(&(event(1, "A", often) + &event(2, "B", never))));
    assert_eq!(code(&shown), 0, "{}", err(&shown));
    let text = out(&shown);
    assert!(
        text.contains("a repetition without a reasonable end")
            || text.contains("more occasions than are counted"),
        "{text}"
    );
}

#[test]
fn ten_thousand_at_once_count_once() {
    let mut all = String::new();
    for uid in 0..10_000 {
        write!(all, "{}", event(uid, &format!("Meeting {uid}"), "")).unwrap();
    }
    let shown = week("overlapping.ics", &events(&all));
    assert_eq!(code(&shown), 0, "{}", err(&shown));
    assert!(out(&shown).contains("0 minutes of 1 hour went to leading."), "{}", out(&shown));
}

#[test]
fn progress_is_told_of_large_files_only() {
    let padding = format!("DESCRIPTION:{}\r\n", "x".repeat(6_000_000));
    let shown = week("wide.ics", &events(&event(1, "Meeting", &padding)));
    assert_eq!(code(&shown), 0);
    assert_eq!(err(&shown), "Reading 6 MB …\nWorking out all occasions …\nSorting 1 bookings …\n");
    assert_eq!(err(&week("small.ics", &events(&event(1, "Meeting", "")))), "");
}
