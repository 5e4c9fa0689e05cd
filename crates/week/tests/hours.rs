//! Hours against a minute-by-minute count.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "the helpers of tests fail by panicking and report by printing"
)]

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};
use proptest::prelude::*;
use week::{
    Analysis, Area, Booking, Fingerprint, Key, Kind, Lesson, Lessons, Place, Response, Settings, Tally,
    Window, analyse, apply_correction, recount,
};

const KEY: Key = Key::new([5; 32]);
const TITLES: [&str; 10] = [
    "APT",
    "Ledningsgrupp",
    "Schema",
    "Lunch",
    "1:1 Karin",
    "Akut bemanning",
    "Möte",
    "Zumba",
    "Budgetmøde",
    "Karin",
];

fn stockholm() -> Settings {
    Settings::in_zone("Europe/Stockholm").unwrap()
}

fn at(day: Date, hour: i8, minute: i8) -> Timestamp {
    day.at(hour, minute, 0, 0).to_zoned(TimeZone::get("Europe/Stockholm").unwrap()).unwrap().timestamp()
}

fn minutes(n: i64) -> SignedDuration {
    SignedDuration::from_mins(n)
}

prop_compose! {
    /// Around a window of two weeks, the second of which ends with a change of the clock.
    fn booking()(
        title in 0..TITLES.len(), start in -600_i64..21_000, length in -10_i64..500, second in 0_i64..60, people in 0_u32..12,
        recurring: bool, own in prop::bool::weighted(0.2), tentative in prop::bool::weighted(0.2),
        aside in prop::bool::weighted(0.1),
    ) -> Booking {
        let start = at(date(2026, 3, 16), 0, 0) + minutes(start) + SignedDuration::from_secs(second);
        Booking {
            recurring,
            people,
            with_own_manager: own,
            response: if tentative { Response::Tentative } else { Response::Accepted },
            free: aside,
            ..Booking::own(TITLES[title], start, start + minutes(length))
        }
    }
}

fn window() -> Window {
    Window::new(date(2026, 3, 18), 2).unwrap()
}

fn run(bookings: &[Booking]) -> Analysis<'_> {
    analyse(bookings, &stockholm(), &Lessons::none(KEY), &window()).unwrap()
}

/// How many counted bookings claim each minute of the window.
fn claims(bookings: &[Booking]) -> Vec<u32> {
    let from = at(date(2026, 3, 16), 0, 0).as_second() / 60;
    let to = at(date(2026, 3, 30), 0, 0).as_second() / 60;
    let mut claims = vec![0; usize::try_from(to - from).unwrap()];
    for booking in bookings.iter().filter(|booking| !booking.free) {
        let (a, b) = (booking.start.as_second() / 60, booking.end.as_second() / 60);
        for minute in a.max(from)..b.min(to) {
            claims[usize::try_from(minute - from).unwrap()] += 1;
        }
    }
    claims
}

fn count(claims: &[u32], holds: impl Fn(u32) -> bool) -> u32 {
    u32::try_from(claims.iter().filter(|claims| holds(**claims)).count()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn each_minute_counts_once(bookings in prop::collection::vec(booking(), 0..60)) {
        let analysis = run(&bookings);
        let claims = claims(&bookings);
        let busy = count(&claims, |n| n > 0);
        let sum = |of: &dyn Fn(&week::Week) -> u32| analysis.weeks.iter().map(of).sum::<u32>();
        prop_assert_eq!(sum(&|w| w.booked()), busy);
        prop_assert_eq!(sum(&|w| Kind::ALL.iter().map(|kind| w.minutes().of(*kind)).sum()), busy);
        prop_assert_eq!(sum(&|w| w.facts.inside_hours + w.facts.outside_hours), busy);
        prop_assert_eq!(sum(&|w| w.facts.recurring + w.facts.one_off), busy);
        prop_assert_eq!(sum(&|w| w.facts.sizes.iter().map(|size| size.minutes).sum()), busy);
        prop_assert_eq!(sum(&|w| w.facts.double_booked), count(&claims, |n| n > 1));
        prop_assert_eq!(sum(&|w| Area::ALL.iter().map(|area| w.minutes().in_area(*area)).sum()), sum(&|w| w.leading()));
        prop_assert_eq!(analysis.parts.iter().map(|part| part.minutes).sum::<u32>(), busy);
        prop_assert_eq!(analysis.parts.iter().map(|part| part.double).sum::<u32>(), sum(&|w| w.facts.double_booked));
        prop_assert_eq!(analysis.parts.iter().map(|part| part.outside).sum::<u32>(), sum(&|w| w.facts.outside_hours));
        prop_assert_eq!(analysis.reviews.iter().map(|review| review.minutes).sum::<u32>(), busy);
    }

    #[test]
    fn any_title_is_placed(title in any::<String>(), people in 0_u32..4, own: bool, all_day: bool) {
        let day = date(2026, 3, 17);
        let bookings = [Booking { people, all_day, with_own_manager: own, ..Booking::own(&title, at(day, 9, 0), at(day, 10, 0)) }];
        let analysis = run(&bookings);
        prop_assert_eq!(analysis.reviews.len(), usize::from(!all_day));
        prop_assert_eq!(analysis.weeks[0].booked(), if all_day { 0 } else { 60 });
    }

    #[test]
    fn undisturbed_time_is_what_nobody_claims(bookings in prop::collection::vec(booking(), 0..25)) {
        let claims = claims(&bookings);
        let start = at(date(2026, 3, 16), 0, 0);
        let mut wanted = Tally::default();
        for day in (0..14).map(|i| date(2026, 3, 16).checked_add(i.days()).unwrap()) {
            if day.weekday().to_monday_zero_offset() > 4 {
                continue;
            }
            let index = |hour| usize::try_from((at(day, hour, 0) - start).total(jiff::Unit::Minute).unwrap() as i64).unwrap();
            for run in claims[index(8)..index(17)].split(|n| *n > 0).filter(|run| run.len() >= 30) {
                wanted = Tally { times: wanted.times + 1, minutes: wanted.minutes + u32::try_from(run.len()).unwrap() };
            }
        }
        let mut got = Tally::default();
        for tally in run(&bookings).weeks.iter().flat_map(|week| week.facts.undisturbed) {
            got = Tally { times: got.times + tally.times, minutes: got.minutes + tally.minutes };
        }
        prop_assert_eq!(got, wanted);
    }

    #[test]
    fn the_order_of_the_bookings_makes_no_difference(
        (bookings, shuffled) in prop::collection::vec(booking(), 0..40).prop_flat_map(|b| (Just(b.clone()), Just(b).prop_shuffle()))
    ) {
        prop_assert_eq!(run(&bookings), run(&shuffled));
    }

    #[test]
    fn a_correction_moves_minutes_and_keeps_the_total(bookings in prop::collection::vec(booking(), 1..40), pick in 0_usize..40) {
        let before = run(&bookings);
        prop_assume!(!before.parts.is_empty());
        let series = before.parts[pick % before.parts.len()].fingerprint;
        let place = Place::Lead(Area::Trust);
        let mut parts = before.parts.clone();
        let moved = apply_correction(&mut parts, series, place);
        let lesson = Lesson { series, tokens: Vec::new(), place };
        let again = analyse(&bookings, &stockholm(), &Lessons::new(KEY, vec![lesson]), &window()).unwrap();
        prop_assert_eq!(&again.parts, &parts);
        for (old, new) in before.weeks.iter().zip(&again.weeks) {
            prop_assert_eq!(old.booked(), new.booked());
            prop_assert_eq!(old.facts, new.facts);
        }
        prop_assert_eq!(&moved, &days(&again));
        prop_assert_eq!(&recount(&before.parts), &days(&before));
    }
}

/// The days of the weeks that have a part.
fn days(analysis: &Analysis<'_>) -> BTreeMap<Date, [week::Minutes; 7]> {
    let has_part = |monday| analysis.parts.iter().any(|part| part.monday == monday);
    analysis.weeks.iter().filter(|week| has_part(week.monday)).map(|week| (week.monday, week.days)).collect()
}

fn one_week(monday: Date, bookings: &[Booking]) -> week::Week {
    analyse(bookings, &stockholm(), &Lessons::none(KEY), &Window::new(monday, 1).unwrap()).unwrap().weeks[0]
}

#[test]
fn the_nights_the_clock_changes_have_their_own_length() {
    let night = |day: Date| [Booking::own("Natt", at(day, 0, 0), at(day, 5, 0))];
    assert_eq!(one_week(date(2026, 3, 23), &night(date(2026, 3, 29))).days[6].booked(), 4 * 60);
    assert_eq!(one_week(date(2026, 10, 19), &night(date(2026, 10, 25))).days[6].booked(), 6 * 60);
}

#[test]
fn a_booking_over_midnight_lies_on_both_days() {
    let week = one_week(
        date(2026, 3, 2),
        &[Booking::own("Natt", at(date(2026, 3, 3), 22, 0), at(date(2026, 3, 4), 6, 0))],
    );
    assert_eq!((week.days[1].booked(), week.days[2].booked()), (120, 360));
    assert_eq!(week.facts.outside_hours, 480);
}

#[test]
fn the_short_meeting_has_the_time_inside_the_long_block() {
    let day = date(2026, 3, 3);
    let block = Booking::own("Schema", at(day, 8, 0), at(day, 12, 0));
    let talk = Booking { people: 1, ..Booking::own("Lönesamtal", at(day, 9, 0), at(day, 10, 0)) };
    let maybe = Booking {
        response: Response::Tentative,
        people: 3,
        ..Booking::own("Akut", at(day, 11, 0), at(day, 11, 30))
    };
    let week = one_week(day, &[block, talk, maybe]);
    assert_eq!(
        (week.minutes().of(Kind::Administration), week.leading(), week.minutes().of(Kind::Firefighting)),
        (180, 60, 0)
    );
    assert_eq!(week.facts.double_booked, 90);
    assert_eq!(week.facts.switches[1], 2);
    assert_eq!(week.facts.one_to_ones, Tally { times: 1, minutes: 60 });
}

#[test]
fn of_two_meetings_the_shorter_then_the_smaller_has_the_time() {
    let day = date(2026, 3, 3);
    let meeting =
        |title, to, people| Booking { people, ..Booking::own(title, at(day, 9, 0), at(day, to, 0)) };
    let week = one_week(day, &[meeting("APT", 12, 3), meeting("Ledningsgrupp", 10, 9)]);
    assert_eq!((week.leading(), week.minutes().of(Kind::Coordination)), (120, 60));
    let week = one_week(day, &[meeting("APT", 10, 3), meeting("Ledningsgrupp", 10, 9)]);
    assert_eq!((week.leading(), week.minutes().of(Kind::Coordination)), (60, 0));
}

#[test]
fn a_night_between_two_bookings_is_no_switch() {
    let hour = |title, day| Booking::own(title, at(day, 9, 0), at(day, 10, 0));
    let (tuesday, wednesday) = (date(2026, 3, 3), date(2026, 3, 4));
    let noon = Booking::own("Lunch", at(wednesday, 12, 0), at(wednesday, 13, 0));
    let week = one_week(tuesday, &[hour("Schema", tuesday), hour("APT", wednesday), noon]);
    assert_eq!(week.facts.switches, [0, 0, 1, 0, 0, 0, 0]);
}

#[test]
fn what_takes_no_time_is_counted_aside() {
    let day = date(2026, 3, 3);
    let hour = Booking::own("Möte", at(day, 9, 0), at(day, 10, 0));
    let bookings = [
        Booking { cancelled: true, ..hour.clone() },
        Booking { response: Response::Declined, ..hour.clone() },
        Booking { free: true, ..hour.clone() },
        Booking { all_day: true, ..hour.clone() },
        Booking { end: at(day, 9, 0), ..hour.clone() },
        Booking::own("Konferens", at(day, 8, 0), at(date(2026, 3, 5), 17, 0)),
        Booking::own("Förra veckan", at(date(2026, 2, 24), 8, 0), at(date(2026, 2, 24), 17, 0)),
    ];
    let analysis =
        analyse(&bookings, &stockholm(), &Lessons::none(KEY), &Window::new(day, 1).unwrap()).unwrap();
    let aside = analysis.aside;
    assert_eq!((aside.cancelled, aside.declined, aside.free, aside.all_day, aside.empty), (1, 1, 1, 2, 1));
    assert_eq!(analysis.weeks[0].booked(), 0);
}

#[test]
fn days_of_leave_have_no_undisturbed_time() {
    let leave = Booking {
        all_day: true,
        free: true,
        ..Booking::own("Semester", at(date(2026, 3, 3), 0, 0), at(date(2026, 3, 5), 0, 0))
    };
    let birthday = Booking {
        all_day: true,
        ..Booking::own("Födelsedag Karin", at(date(2026, 3, 6), 0, 0), at(date(2026, 3, 7), 0, 0))
    };
    let facts = one_week(date(2026, 3, 2), &[leave, birthday]).facts;
    assert_eq!(facts.away, [false, true, true, false, false, false, false]);
    assert_eq!(facts.undisturbed[1], Tally::default());
    assert_eq!(facts.undisturbed[4], Tally { times: 1, minutes: 540 });
    assert_eq!(facts.working, 3 * 540);
}

#[test]
fn ten_thousand_overlapping_bookings_and_a_huge_title() {
    let day = date(2026, 3, 3);
    let title = "möte ".repeat(200_000);
    let mut bookings: Vec<Booking> = (0..10_000_i64)
        .map(|i| {
            Booking::own(
                TITLES[i as usize % 10],
                at(day, 0, 0) + minutes(i % 300),
                at(day, 17, 0) + minutes(i % 360),
            )
        })
        .collect();
    bookings.push(Booking::own(&title, at(day, 0, 0), at(day, 1, 0)));
    let analysis =
        analyse(&bookings, &stockholm(), &Lessons::none(KEY), &Window::new(day, 1).unwrap()).unwrap();
    assert_eq!(analysis.weeks[0].booked(), 22 * 60 + 59);
    assert!(analysis.reviews.iter().all(|review| review.title.chars().count() <= week::MAX_TITLE_CHARS));
}

#[test]
fn no_title_is_in_what_may_be_kept_or_logged() {
    let secret = [Booking::own("Hemlighet Zebulon", at(date(2026, 3, 3), 9, 0), at(date(2026, 3, 3), 10, 0))];
    let analysis = run(&secret);
    let text = format!("{analysis:?} {secret:?}").to_lowercase();
    assert!(!text.contains("hemlig") && !text.contains("zebulon"));
}

#[test]
fn fingerprints_survive_another_export() {
    let day = date(2026, 3, 17);
    let print = |booking: Booking| -> Fingerprint { run(&[booking]).reviews[0].fingerprint };
    let first = Booking { recurring: true, ..Booking::own("APT v. 12", at(day, 9, 0), at(day, 10, 0)) };
    let second =
        Booking { recurring: false, people: 7, ..Booking::own("APT v. 13", at(day, 13, 0), at(day, 14, 0)) };
    assert_eq!(print(first), print(second));
}
