//! Suggestions, the gap, the trend, before and after, references.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "the helpers of tests fail by panicking and report by printing"
)]

use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};
use proptest::prelude::*;
use week::{
    Booking, Contract, GapError, Key, Lessons, MIN_WEEKS, Quarters, REFERENCES, Rhythm, Settings, Trend,
    Unplanned, Usually, Verdict, Why, Window, analyse, before_after, gap, series_minutes,
};

fn utc(day: Date, hour: i8) -> Timestamp {
    day.at(hour, 0, 0, 0).to_zoned(TimeZone::UTC).unwrap().timestamp()
}

/// So many hours every so many days from Monday 5 January 2026, eight weeks on.
fn series(title: &str, hour: i8, every: i64, minutes: i64, people: u32) -> Vec<Booking> {
    (0..56)
        .step_by(usize::try_from(every).unwrap())
        .map(|i| {
            let start = utc(date(2026, 1, 5).checked_add(i64::from(i).days()).unwrap(), hour);
            Booking {
                recurring: true,
                people,
                ..Booking::own(title, start, start + SignedDuration::from_mins(minutes))
            }
        })
        .collect()
}

#[test]
fn series_that_might_go_are_ranked_by_hours_a_year() {
    let mut bookings = series("Projektmöte", 9, 14, 90, 4);
    bookings.extend(series("Stormöte", 13, 7, 60, 30));
    bookings.extend(series("Medarbetarsamtal", 15, 7, 180, 1));
    bookings.extend(series("Lunch", 11, 7, 60, 12));
    let settings = Settings::in_zone("UTC").unwrap();
    let lessons = Lessons::none(Key::new([1; 32]));
    let window = Window::new(date(2026, 1, 5), 8).unwrap();
    let analysis = analyse(&bookings, &settings, &lessons, &window).unwrap();
    let got: Vec<_> =
        analysis.suggestions.iter().map(|s| (s.rhythm, s.hours_a_year, s.reasons.clone())).collect();
    let wanted = [
        (Rhythm::Weekly, 44.0, vec![Why::Big { people: 30 }]),
        (Rhythm::EveryWeeks(2), 33.0, vec![Why::Long { minutes: 90 }]),
    ];
    assert_eq!(got, wanted);
    let freed = series_minutes(&analysis.parts, analysis.suggestions[0].fingerprint);
    assert_eq!(freed.into_values().collect::<Vec<_>>(), [60; 8]);
}

#[test]
fn a_series_that_collides_with_itself_counts_each_minute_once() {
    // A hundred copies of one booking on each of three days without a rhythm.
    let bookings: Vec<Booking> = [0_i64, 3, 19]
        .into_iter()
        .flat_map(|day| std::iter::repeat_n(day, 100))
        .map(|day| {
            let start = utc(date(2026, 1, 5).checked_add(day.days()).unwrap(), 9);
            Booking { people: 20, ..Booking::own("Stormöte", start, start + SignedDuration::from_hours(2)) }
        })
        .collect();
    let settings = Settings::in_zone("UTC").unwrap();
    let window = Window::new(date(2026, 1, 5), 8).unwrap();
    let analysis = analyse(&bookings, &settings, &Lessons::none(Key::new([1; 32])), &window).unwrap();
    // Six hours in eight weeks, over 44 weeks.
    let [only] = &analysis.suggestions[..] else { panic!("{:?}", analysis.suggestions) };
    assert_eq!((only.rhythm, only.hours_a_year), (Rhythm::Irregular, 33.0));
    // A Monday, a Thursday and a Saturday, as many on each, always at nine.
    assert_eq!(only.usually, Usually::from_parts(0b10_1001, 9 * 60).unwrap());
}

proptest! {
    #[test]
    fn no_series_takes_more_hours_than_a_year_of_working_weeks_has(
        starts in prop::collection::vec((0_i64..56 * 24, 1_i64..23 * 60), 3..60),
    ) {
        let bookings: Vec<Booking> = starts
            .into_iter()
            .map(|(hour, minutes)| {
                let start = utc(date(2026, 1, 5), 0) + SignedDuration::from_hours(hour);
                Booking { people: 20, ..Booking::own("Stormöte", start, start + SignedDuration::from_mins(minutes)) }
            })
            .collect();
        let settings = Settings::in_zone("UTC").unwrap();
        let window = Window::new(date(2026, 1, 5), 8).unwrap();
        let analysis = analyse(&bookings, &settings, &Lessons::none(Key::new([1; 32])), &window).unwrap();
        for suggestion in analysis.suggestions {
            prop_assert!(suggestion.hours_a_year <= 44.0 * 7.0 * 24.0);
        }
    }
}

#[test]
fn reasons_are_measured() {
    let outside: Vec<Booking> = series("Nätverk", 18, 7, 60, 4)
        .into_iter()
        .map(|booking| Booking { declined_by_others: 2, ..booking })
        .collect();
    let mut bookings = outside;
    bookings
        .extend(series("Styrgrupp", 18, 14, 60, 4).into_iter().map(|b| Booking { has_agenda: true, ..b }));
    let settings = Settings::in_zone("UTC").unwrap();
    let analysis = analyse(
        &bookings,
        &settings,
        &Lessons::none(Key::new([1; 32])),
        &Window::new(date(2026, 1, 5), 8).unwrap(),
    )
    .unwrap();
    let first = &analysis.suggestions[0];
    assert_eq!(
        first.reasons,
        [
            Why::DoubleBooked { share: 50 },
            Why::NoAgenda,
            Why::OutsideHours { share: 100 },
            Why::DeclinedByOthers { share: 50 },
        ]
    );
}

#[test]
fn a_series_that_has_ended_is_not_suggested() {
    let bookings = series("Stormöte", 9, 7, 60, 30);
    let settings = Settings::in_zone("UTC").unwrap();
    let later = Window::new(date(2026, 1, 5), 16).unwrap();
    assert!(
        analyse(&bookings, &settings, &Lessons::none(Key::new([1; 32])), &later)
            .unwrap()
            .suggestions
            .is_empty()
    );
}

proptest! {
    #[test]
    fn the_gap_is_spread_without_remainder(
        contract in 0_u32..5000, booked in 0_u32..6000, a in 0_u8..5, b in 0_u8..5, c in 0_u8..5, d in 0_u8..5,
    ) {
        let quarters = |n| Quarters::new(n).unwrap();
        match Unplanned::new(quarters(a), quarters(b), quarters(c), quarters(d)) {
            Err(error) => prop_assert_eq!(error, GapError::TooMuch(a + b + c + d)),
            Ok(spread) => {
                prop_assert!(a + b + c + d <= 4);
                let gap = gap(contract, booked, spread);
                let parts = [gap.firefighting, gap.administration, gap.being_there, gap.recovery];
                prop_assert_eq!(parts.iter().sum::<u32>() + gap.unspread, gap.minutes);
                prop_assert_eq!(i64::from(gap.minutes) - i64::from(gap.over), i64::from(contract) - i64::from(booked));
                for (part, share) in parts.iter().zip([a, b, c, d]) {
                    prop_assert!(part.abs_diff(gap.minutes * u32::from(share) / 4) <= 1);
                }
                prop_assert!(a + b + c + d < 4 || gap.unspread == 0);
            }
        }
    }
}

#[test]
fn limits_of_the_gap_are_typed() {
    assert_eq!(Quarters::new(5), Err(GapError::Quarters(5)));
    assert_eq!(Contract::new(0), Err(GapError::Contract(0)));
    assert_eq!(Contract::new(80 * 60 + 1), Err(GapError::Contract(4801)));
    assert_eq!(Contract::default().less_days_away(2), 24 * 60);
}

#[test]
fn the_trend_has_mean_and_noise_and_leaves_out_empty_weeks() {
    let mut bookings = Vec::new();
    for (week, minutes) in [(0_i64, 60), (1, 120), (3, 180)] {
        let start = utc(date(2026, 1, 5).checked_add((week * 7).days()).unwrap(), 9);
        bookings.push(Booking {
            people: 20,
            ..Booking::own("APT", start, start + SignedDuration::from_mins(minutes))
        });
    }
    let settings = Settings::in_zone("UTC").unwrap();
    let window = Window::new(date(2026, 1, 5), 4).unwrap();
    let trend =
        Trend::of(&analyse(&bookings, &settings, &Lessons::none(Key::new([1; 32])), &window).unwrap().weeks);
    assert_eq!(trend.weeks.len(), 3);
    assert_eq!((trend.mean, trend.noise), (120.0, Some(60.0)));
}

/// A linear congruential generator (Knuth's MMIX constants) and the sum of twelve uniforms: near enough to normal.
struct Chance(u64);

impl Chance {
    fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.uniform()).sum::<f64>() - 6.0
    }

    fn uniform(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Weeks around 600 minutes that resemble the one before by `r`, the later ones with a gain.
    fn weeks(&mut self, before: usize, after: usize, r: f64, gain: f64) -> (Vec<f64>, Vec<f64>) {
        let mut last = self.normal();
        let mut week = |i: usize| {
            last = r * last + (1.0 - r * r).sqrt() * self.normal();
            600.0 + 120.0 * last + if i >= before { gain } else { 0.0 }
        };
        let all: Vec<f64> = (0..before + after).map(&mut week).collect();
        (all[..before].to_vec(), all[before..].to_vec())
    }

    /// How often, in per cent, a change is claimed in either direction.
    fn alarms(&mut self, before: usize, after: usize, r: f64, gain: f64) -> f64 {
        let claims = (0..4000)
            .filter(|_| {
                let (b, a) = self.weeks(before, after, r, gain);
                let result = before_after(&b, &a).unwrap();
                result.low > 0.0 || result.high < 0.0
            })
            .count();
        claims as f64 / 40.0
    }
}

#[test]
fn noise_is_seldom_called_a_change() {
    let mut chance = Chance(20_260_101);
    for (before, after, r, most) in [
        (4, 4, 0.0, 5.0),
        (4, 12, 0.0, 5.0),
        (8, 8, 0.0, 5.0),
        (12, 12, 0.0, 5.0),
        (4, 4, 0.3, 7.5),
        (8, 8, 0.3, 7.5),
        (12, 12, 0.3, 7.5),
        (12, 12, 0.5, 9.0),
    ] {
        let rate = chance.alarms(before, after, r, 0.0);
        println!("{before} and {after} weeks, r {r}: {rate:.1} % false alarms");
        assert!(rate <= most, "{before} and {after} weeks, r {r}: {rate:.1} %");
    }
}

#[test]
fn a_large_change_is_mostly_seen_in_twelve_weeks() {
    let mut chance = Chance(7);
    let power = chance.alarms(12, 12, 0.0, 240.0);
    println!("two standard deviations, 12 and 12 weeks: seen {power:.1} %");
    assert!(power > 80.0, "{power:.1}");
}

#[test]
fn agrees_with_welch_where_weeks_do_not_hang_together() {
    let before = [300.0, 420.0, 310.0, 450.0, 290.0, 430.0];
    let after = [500.0, 380.0, 560.0, 390.0, 540.0, 400.0, 530.0];
    let result = before_after(&before, &after).unwrap();
    // scipy 1.x: stats.ttest_ind(after, before, equal_var=False).confidence_interval(0.95)
    for (got, wanted) in
        [(result.diff, 104.761904762), (result.low, 11.521892379), (result.high, 198.001917145)]
    {
        assert!((got - wanted).abs() < 1e-6, "{got} {wanted}");
    }
    assert_eq!(result.verdict, Verdict::LikelyBetter);
}

#[test]
fn verdicts_need_weeks_and_width() {
    let short = [1.0; MIN_WEEKS - 1];
    assert!(before_after(&short, &[1.0; 12]).is_err());
    assert!(before_after(&[1.0, 2.0, f64::NAN, 3.0], &[1.0; 4]).is_err());
    let flat = before_after(&[600.0; 4], &[600.0; 4]).unwrap();
    assert_eq!((flat.diff, flat.verdict), (0.0, Verdict::LikelyNot));
    let wide = before_after(&[100.0, 900.0, 200.0, 800.0], &[150.0, 850.0, 950.0, 100.0]).unwrap();
    assert_eq!(wide.verdict, Verdict::CannotTellYet);
}

#[test]
fn references_have_their_own_ids_and_a_source() {
    let mut ids: Vec<&str> = REFERENCES.iter().map(|reference| reference.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), REFERENCES.len());
    assert!(REFERENCES.iter().all(|reference| !reference.source.is_empty() && reference.year >= 1970));
}
