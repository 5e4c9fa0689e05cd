use jiff::ToSpan;
use jiff::civil::Date;

use crate::code::coded;
use crate::step::days_between;
use crate::{Drop, What};

/// The fewest imported weeks after a drop before anything is said.
const LEAST_WEEKS: usize = 2;
/// Days after a drop before an own estimate of it counts: as long as the calendar is given.
const ESTIMATE_AFTER_DAYS: i32 = 14;
/// The least growth, in minutes a week, that is pointed out as having taken a drop's place.
const LEAST_GROWTH: f64 = 15.0;
/// Weeks in a year, on average.
const WEEKS_A_YEAR: f64 = 365.2425 / 7.0;

coded! {
    /// How the freed time is known.
    pub enum FreedBy {
        /// By imported weeks.
        Calendar = "calendar",
        /// By the manager's own estimates.
        OwnEstimate = "own-estimate",
    }
}

/// One imported week of a series. A week in which it did not take place has 0 minutes; a week that was not imported is left
/// out. One for each Monday.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeriesWeek {
    /// The week's Monday.
    pub monday: Date,
    /// Minutes the series took.
    pub minutes: u32,
}

/// The manager's own estimate of how much time something takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Estimate {
    /// The day it was given.
    pub on: Date,
    /// Minutes a week.
    pub minutes: u16,
}

/// What a drop freed. Minutes a week.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Freed {
    /// Time it took before.
    pub before: f64,
    /// Time it takes now.
    pub after: f64,
    /// `before - after`; below zero if it takes more time than before.
    pub freed: f64,
    /// What was wanted.
    pub wanted: f64,
    /// Whether enough is known to say so. When false the figures are only what there is, and no conclusion.
    pub known: bool,
    /// How it is known.
    pub by: FreedBy,
}

impl Freed {
    fn new(drop: &Drop, before: f64, after: f64, known: bool, by: FreedBy) -> Freed {
        let wanted = f64::from(drop.wanted.minutes());
        Freed { before, after, freed: before - after, wanted, known, by }
    }
}

/// Measures a dropped series over imported weeks: the latest `before_weeks` that ended before the drop against the latest
/// `after_weeks` that began with or after it; the week in which it began counts on neither side. `None` for a drop that is
/// not a series.
///
/// Known only with two imported weeks after, and as many as lie between two occasions of the series: that a monthly meeting
/// is gone cannot be seen in a fortnight. If fewer than that were imported before, its rhythm says what it took
/// (times a year x minutes each / weeks in a year).
pub fn measure(
    drop: &Drop,
    history: &[SeriesWeek],
    before_weeks: usize,
    after_weeks: usize,
) -> Option<Freed> {
    let What::Series { times_a_year, minutes_each, .. } = drop.what else { return None };
    let times_a_year = f64::from(times_a_year.max(1));
    let enough = LEAST_WEEKS.max((WEEKS_A_YEAR / times_a_year).ceil() as usize);
    let before = latest(before_weeks, history, |monday| {
        monday.checked_add(1.week()).is_ok_and(|next_monday| next_monday <= drop.from)
    });
    let after = latest(after_weeks, history, |monday| monday >= drop.from);
    let by_rhythm = times_a_year * f64::from(minutes_each) / WEEKS_A_YEAR;
    let before = if before.len() >= enough { mean(&before) } else { by_rhythm };
    Some(Freed::new(drop, before, mean(&after), after.len() >= enough, FreedBy::Calendar))
}

/// Measures a dropped card or own drop by the manager's own estimates: the latest given before two weeks had gone (usually
/// when it was dropped) against the latest given after. Known when there is one of each. `None` if it is a series, which
/// the calendar measures.
pub fn measure_estimates(drop: &Drop, estimates: &[Estimate]) -> Option<Freed> {
    if matches!(drop.what, What::Series { .. }) {
        return None;
    }
    let latest = |late: bool| {
        let side =
            estimates.iter().filter(|it| (days_between(drop.from, it.on) >= ESTIMATE_AFTER_DAYS) == late);
        side.max_by_key(|it| it.on).map(|it| f64::from(it.minutes))
    };
    let (before, after) = (latest(false), latest(true));
    let known = before.is_some() && after.is_some();
    let before = before.unwrap_or(f64::from(drop.wanted.minutes()));
    Some(Freed::new(drop, before, after.unwrap_or(before), known, FreedBy::OwnEstimate))
}

/// Minutes a week of one kind of time, before a drop and after it. The kinds are the caller's.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct KindMinutes<K> {
    /// The kind of time.
    pub kind: K,
    /// Minutes a week before.
    pub before: f64,
    /// Minutes a week after.
    pub after: f64,
}

/// The kind of time that grew most.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Growth<K> {
    /// The kind of time.
    pub kind: K,
    /// Minutes a week more than before.
    pub minutes: f64,
}

/// What took the place of what was dropped: the kind of time that grew most, if by a quarter of an hour a week or more.
/// The first of equals.
pub fn took_its_place<K: Copy>(kinds: &[KindMinutes<K>]) -> Option<Growth<K>> {
    let mut most: Option<Growth<K>> = None;
    for it in kinds {
        let minutes = it.after - it.before;
        if minutes >= LEAST_GROWTH && most.is_none_or(|most| minutes > most.minutes) {
            most = Some(Growth { kind: it.kind, minutes });
        }
    }
    most
}

/// The minutes of the latest `most` weeks that are on this side of the drop.
fn latest(most: usize, history: &[SeriesWeek], side: impl Fn(Date) -> bool) -> Vec<f64> {
    let mut weeks: Vec<_> = history.iter().filter(|week| side(week.monday)).collect();
    weeks.sort_by_key(|week| std::cmp::Reverse(week.monday));
    weeks.iter().take(most).map(|week| f64::from(week.minutes)).collect()
}

/// The mean; zero of nothing.
fn mean(values: &[f64]) -> f64 {
    if values.is_empty() { 0.0 } else { values.iter().sum::<f64>() / values.len() as f64 }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::drop::tests::weekly_hour;
    use crate::{Card, Line};

    fn weeks(first: Date, minutes: &[u32]) -> Vec<SeriesWeek> {
        let monday = |week: usize| first.checked_add((week as i64).weeks()).unwrap();
        minutes
            .iter()
            .enumerate()
            .map(|(week, &minutes)| SeriesWeek { monday: monday(week), minutes })
            .collect()
    }

    #[test]
    fn a_weekly_hour_gone_frees_an_hour_and_two_weeks_are_needed_to_know() {
        let mut history = weeks(date(2026, 8, 10), &[60, 60, 0, 60]);
        history.extend(weeks(date(2026, 9, 7), &[0]));
        let freed = measure(&weekly_hour(), &history, 8, 8).unwrap();
        assert_eq!((freed.before, freed.after, freed.freed, freed.wanted), (45.0, 0.0, 45.0, 60.0));
        assert!(!freed.known);
        history.extend(weeks(date(2026, 9, 14), &[30]));
        let freed = measure(&weekly_hour(), &history, 8, 8).unwrap();
        assert_eq!((freed.before, freed.after, freed.freed), (45.0, 15.0, 30.0));
        assert!(freed.known);
    }

    #[test]
    fn the_week_it_was_dropped_in_counts_on_neither_side_and_the_latest_weeks_decide() {
        let drop = Drop { from: date(2026, 9, 9), ..weekly_hour() };
        let history = weeks(date(2026, 8, 24), &[60, 60, 999, 0, 0, 60, 60]);
        let freed = measure(&drop, &history, 4, 2).unwrap();
        assert_eq!((freed.before, freed.after), (60.0, 60.0));
        let freed = measure(&drop, &history, 4, 4).unwrap();
        assert_eq!((freed.before, freed.after), (60.0, 30.0));
    }

    #[test]
    fn a_monthly_meeting_is_not_gone_because_two_weeks_are_empty() {
        let what = What::Series { fingerprint: [7; 16], times_a_year: 12, minutes_each: 120, people: 9 };
        let drop = Drop { what, ..weekly_hour() };
        let history = weeks(date(2026, 9, 7), &[0, 0, 0, 0, 0]);
        assert!(!measure(&drop, &history[..4], 8, 8).unwrap().known);
        let freed = measure(&drop, &history, 8, 8).unwrap();
        assert!(freed.known);
        // 12 times 120 minutes over the 52.1775 weeks of a year.
        assert!((freed.before - 27.598).abs() < 1e-3);
    }

    #[test]
    fn what_is_not_in_the_calendar_is_estimated_by_the_manager() {
        let drop = Drop { what: What::Card(Card::by_id("c7").unwrap()), ..weekly_hour() };
        assert!(measure(&drop, &[], 8, 8).is_none());
        let first = Estimate { on: date(2026, 9, 7), minutes: 90 };
        let early = Estimate { on: date(2026, 9, 20), minutes: 80 };
        let late = Estimate { on: date(2026, 9, 21), minutes: 30 };
        let freed = measure_estimates(&drop, &[late, first]).unwrap();
        assert_eq!((freed.before, freed.after, freed.freed, freed.known), (90.0, 30.0, 60.0, true));
        let freed = measure_estimates(&drop, &[first, early]).unwrap();
        assert_eq!((freed.before, freed.freed, freed.known), (80.0, 0.0, false));
        assert!(!measure_estimates(&drop, &[late]).unwrap().known);
        let own = Drop { what: What::Own(Line::new("en rapport").unwrap()), ..weekly_hour() };
        assert!(measure_estimates(&own, &[]).is_some_and(|freed| !freed.known && freed.freed == 0.0));
        assert!(measure_estimates(&weekly_hour(), &[first]).is_none());
    }

    #[test]
    fn what_grew_most_took_its_place_unless_nothing_grew_enough_to_mention() {
        let kind = |kind, before, after| KindMinutes { kind, before, after };
        let kinds =
            [kind('a', 100.0, 60.0), kind('b', 10.0, 40.0), kind('c', 0.0, 45.0), kind('d', 5.0, 50.0)];
        assert_eq!(took_its_place(&kinds), Some(Growth { kind: 'c', minutes: 45.0 }));
        assert_eq!(took_its_place(&[kind('a', 0.0, 14.9)]), None);
        assert_eq!(took_its_place::<char>(&[]), None);
    }
}
