//! Series that might go, with the reasons why.

use jiff::civil::Date;

use crate::{Fingerprint, Kind, Placed, Rhythm, Usually, Window};

/// Weeks in which an ordinary series runs: 52 less five of holiday and three of public holidays. Our assumption.
pub const WORKING_WEEKS_A_YEAR: u32 = 44;

/// So many others make a meeting big.
pub const BIG_FROM: u32 = 9;

/// From so many minutes a meeting is long.
pub const LONG_FROM_MINUTES: u32 = 90;

/// The share, in per cent, from which double-booked, outside hours and declined by others are reasons.
pub const MANY_SHARE: u32 = 25;

/// So many suggestions at most.
pub const MAX_SUGGESTIONS: usize = 20;

/// A single booking's series counts as one from so many times.
const SERIES_FROM_TIMES: u32 = 3;

/// A series that might go. Its words are the page's; its title is in the review with the same fingerprint.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestion {
    /// The series.
    pub fingerprint: Fingerprint,
    /// Hours a year if it goes on, over [`WORKING_WEEKS_A_YEAR`] weeks.
    pub hours_a_year: f64,
    /// Minutes each time, the median.
    pub minutes_each: u32,
    /// How often it comes.
    pub rhythm: Rhythm,
    /// On which weekdays and at what time.
    pub usually: Usually,
    /// Others invited, the median.
    pub people: u32,
    /// At least one.
    pub reasons: Vec<Why>,
}

/// Why a series might go. Shares are in per cent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Why {
    /// Many take part.
    Big {
        /// Others invited.
        people: u32,
    },
    /// It collides with other bookings.
    DoubleBooked {
        /// Of its time.
        share: u32,
    },
    /// A meeting that never had a text in its description, in a calendar where others do.
    NoAgenda,
    /// Outside working hours.
    OutsideHours {
        /// Of its time.
        share: u32,
    },
    /// Others stay away.
    DeclinedByOthers {
        /// Of those invited.
        share: u32,
    },
    /// Long.
    Long {
        /// Each time.
        minutes: u32,
    },
    /// Administration: somebody else might do it.
    Administration,
}

/// How one series behaves in the window.
#[derive(Debug, Clone)]
pub(crate) struct Habits {
    pub(crate) times: u32,
    pub(crate) minutes: u32,
    pub(crate) outside: u32,
    pub(crate) minutes_each: u32,
    pub(crate) scheduled: u64,
    /// What it claims, each minute once: less than scheduled when it collides with itself.
    pub(crate) claimed: u64,
    pub(crate) shared: u64,
    pub(crate) people: u32,
    pub(crate) invited: u64,
    pub(crate) declined: u64,
    pub(crate) with_agenda: u32,
    pub(crate) recurring: bool,
    pub(crate) private: bool,
    pub(crate) last: Option<Date>,
    pub(crate) rhythm: Rhythm,
    /// `None` of a series that never came.
    pub(crate) usually: Option<Usually>,
}

/// Series still running that are neither leadership contribution, recovery nor private, and that give a reason.
pub(crate) fn suggest(
    series: &[(Fingerprint, Placed)],
    habits: &[Habits],
    window: &Window,
) -> Vec<Suggestion> {
    let agendas_are_used = habits.iter().any(|habits| habits.with_agenda > 0);
    let mut suggestions: Vec<Suggestion> = series
        .iter()
        .zip(habits)
        .filter(|((_, placed), habits)| may_go(placed, habits, window))
        .filter_map(|((fingerprint, placed), habits)| {
            let (reasons, usually) = (reasons(placed, habits, agendas_are_used), habits.usually?);
            (!reasons.is_empty()).then(|| Suggestion {
                fingerprint: *fingerprint,
                hours_a_year: hours_a_year(habits, window),
                minutes_each: habits.minutes_each,
                rhythm: habits.rhythm,
                usually,
                people: habits.people,
                reasons,
            })
        })
        .collect();
    suggestions
        .sort_by(|a, b| b.hours_a_year.total_cmp(&a.hours_a_year).then(a.fingerprint.cmp(&b.fingerprint)));
    suggestions.truncate(MAX_SUGGESTIONS);
    suggestions
}

fn may_go(placed: &Placed, habits: &Habits, window: &Window) -> bool {
    let series = habits.times > 1 && (habits.recurring || habits.times >= SERIES_FROM_TIMES);
    let kept = matches!(placed.place.kind(), Kind::Lead | Kind::Recovery);
    let alone_and_other = placed.place.kind() == Kind::Other && habits.people == 0;
    series && !kept && !alone_and_other && !habits.private && !is_over(habits, window)
}

/// A series that has not come for more than two of its periods at the window's end.
fn is_over(habits: &Habits, window: &Window) -> bool {
    match (habits.last, habits.rhythm.period_days()) {
        (Some(last), Some(period)) => (window.end() - last).get_days() > 2 * period + 7,
        _ => false,
    }
}

/// By its rhythm, which counts a day once; without one, as much a week as it claimed in the window, each minute once. So
/// neither is ever more than a year of those weeks holds.
fn hours_a_year(habits: &Habits, window: &Window) -> f64 {
    match habits.rhythm.times_a_year(WORKING_WEEKS_A_YEAR) {
        Some(times) => times * f64::from(habits.minutes_each) / 60.0,
        None => {
            let a_week = habits.claimed as f64 / 60.0 / f64::from(window.weeks());
            a_week * f64::from(WORKING_WEEKS_A_YEAR)
        }
    }
}

fn reasons(placed: &Placed, habits: &Habits, agendas_are_used: bool) -> Vec<Why> {
    let meeting = habits.people > 0;
    let doubled = per_cent(habits.shared, habits.scheduled);
    let outside = per_cent(u64::from(habits.outside), u64::from(habits.minutes));
    let declined = per_cent(habits.declined, habits.invited);
    [
        (habits.people >= BIG_FROM).then_some(Why::Big { people: habits.people }),
        (doubled >= MANY_SHARE).then_some(Why::DoubleBooked { share: doubled }),
        (meeting && agendas_are_used && habits.with_agenda == 0).then_some(Why::NoAgenda),
        (outside >= MANY_SHARE).then_some(Why::OutsideHours { share: outside }),
        (declined >= MANY_SHARE).then_some(Why::DeclinedByOthers { share: declined }),
        (meeting && habits.minutes_each >= LONG_FROM_MINUTES)
            .then_some(Why::Long { minutes: habits.minutes_each }),
        (placed.place.kind() == Kind::Administration).then_some(Why::Administration),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Rounded down; 0 of nothing.
fn per_cent(part: u64, whole: u64) -> u32 {
    u32::try_from((part * 100).checked_div(whole).unwrap_or(0)).unwrap_or(100)
}
