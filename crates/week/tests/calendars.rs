//! From calendar text to bookings.
#![allow(clippy::unwrap_used, reason = "the helpers of tests fail by panicking")]

use jiff::civil::date;
use jiff::tz::TimeZone;
use week::{Booking, Owner, Response, bookings};

const OWNER: Owner<'static> = Owner { mails: &["me@kommun.example"], manager: Some("Boss@kommun.example") };

/// The bookings of one event on 3 March 2026, with more lines.
fn read_for(owner: &Owner<'_>, lines: &str) -> Vec<Booking> {
    let text = format!(
        "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nDTSTART:20260303T090000Z\nDTEND:20260303T100000Z\n{lines}\nEND:VEVENT\nEND:VCALENDAR\n"
    );
    let calendar = calendar::read(text.as_bytes(), &calendar::Limits::default()).unwrap();
    let from = date(2026, 3, 2).to_zoned(TimeZone::UTC).unwrap().timestamp();
    let to = date(2026, 3, 30).to_zoned(TimeZone::UTC).unwrap().timestamp();
    bookings(&calendar, &calendar.occurrences(&calendar::Window { from, to, home: TimeZone::UTC }), owner)
}

fn read(lines: &str) -> Booking {
    read_for(&OWNER, lines).remove(0)
}

#[test]
fn an_own_note_is_alone() {
    let booking = read("SUMMARY:Schema");
    assert_eq!((&*booking.title, booking.people, booking.response), ("Schema", 0, Response::None));
    assert_eq!(read("SUMMARY:Schema\nORGANIZER:mailto:me@kommun.example").people, 0);
}

#[test]
fn rooms_and_the_owner_are_not_others() {
    let booking = read(
        "ORGANIZER:mailto:Me@kommun.example\nATTENDEE:mailto:me@kommun.example\nATTENDEE:mailto:a@kommun.example\n\
         ATTENDEE;CUTYPE=ROOM:mailto:room@kommun.example",
    );
    assert!(booking.one_to_one() && !booking.with_own_manager);
}

#[test]
fn an_owner_under_another_address_is_still_one_of_them() {
    let nobody = Owner::default();
    let booking = read_for(&nobody, "ATTENDEE:mailto:a@x.example\nATTENDEE:mailto:b@x.example").remove(0);
    assert_eq!(booking.people, 1);
}

#[test]
fn the_own_manager_is_known_by_mail() {
    let booking =
        read("ORGANIZER:mailto:boss@kommun.example\nATTENDEE;PARTSTAT=ACCEPTED:mailto:me@kommun.example");
    assert!(booking.with_own_manager && booking.one_to_one());
    assert_eq!(booking.response, Response::Accepted);
}

#[test]
fn answers_are_read_for_the_owner_and_the_others() {
    let booking = read(
        "ORGANIZER:mailto:a@kommun.example\nATTENDEE;PARTSTAT=DECLINED:mailto:me@kommun.example\n\
         ATTENDEE;PARTSTAT=DECLINED:mailto:b@kommun.example\nATTENDEE;PARTSTAT=TENTATIVE:mailto:c@kommun.example",
    );
    assert_eq!((booking.response, booking.people, booking.declined_by_others), (Response::Declined, 3, 1));
}

#[test]
fn a_mailing_list_is_no_talk_between_two() {
    let booking = read("ATTENDEE:mailto:me@kommun.example\nATTENDEE;CUTYPE=GROUP:mailto:team@kommun.example");
    assert_eq!(booking.people, 2);
}

#[test]
fn free_cancelled_private_and_away_are_read() {
    assert!(read("TRANSP:TRANSPARENT").free);
    assert!(!read("TRANSP:TRANSPARENT\nX-MICROSOFT-CDO-BUSYSTATUS:BUSY").free);
    assert!(read("X-MICROSOFT-CDO-BUSYSTATUS:OOF").out_of_office);
    assert!(read("CLASS:PRIVATE").private);
    assert!(read("STATUS:CANCELLED").cancelled);
    assert!(read("SUMMARY:Inställt: APT").cancelled);
    assert!(!read("SUMMARY:Inställd kurs").cancelled);
    assert_eq!(read("STATUS:TENTATIVE").response, Response::Tentative);
}

#[test]
fn joining_instructions_are_no_agenda() {
    assert!(!read("SUMMARY:Möte").has_agenda);
    assert!(!read("DESCRIPTION:\\n________\\nMicrosoft Teams\\nAnslut").has_agenda);
    assert!(!read("DESCRIPTION:https://video.example/abc").has_agenda);
    assert!(read("DESCRIPTION:1. Budget\\n________\\nMicrosoft Teams").has_agenda);
}

#[test]
fn a_series_shares_one_short_title() {
    let title = "å".repeat(100_000);
    let series = read_for(&OWNER, &format!("SUMMARY:{title}\nRRULE:FREQ=DAILY"));
    assert_eq!(series.len(), 27);
    assert!(
        series
            .iter()
            .all(|booking| booking.recurring && booking.title.chars().count() == week::MAX_TITLE_CHARS)
    );
    assert!(std::sync::Arc::ptr_eq(&series[0].title, &series[1].title));
}
