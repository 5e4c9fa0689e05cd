use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use crate::code::coded;
use crate::step::days_between;
use crate::{Line, State, Step};

/// How many days back a check-in can be written: two weeks; further back it is guessing.
pub const DAYS_BACK: i32 = 14;

coded! {
    /// How it went on a day.
    pub enum Done {
        /// It was practised.
        Done = "done",
        /// There was an occasion, and it was not.
        NotDone = "not-done",
        /// There was no occasion.
        NoOccasion = "no-occasion",
    }
}

/// How one day went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckIn {
    /// The day it is about.
    pub on: Date,
    /// How it went.
    pub outcome: Done,
    /// A few words about why.
    pub words: Option<Line>,
}

/// Why a check-in was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CheckInError {
    /// The day has not come.
    #[error("the day has not come yet")]
    InTheFuture,
    /// The step had not begun.
    #[error("the step had not begun on that day")]
    BeforeItBegan,
    /// Longer ago than can be remembered well.
    #[error("the day is more than {DAYS_BACK} days ago")]
    TooLongAgo,
    /// The step is closed, and its check-ins with it.
    #[error("the step is finished")]
    Finished,
}

impl CheckIn {
    /// Takes a check-in on a step. Allowed while the step is paused too: a pause means that nothing is asked, not that what
    /// was done does not count, and a link in an older mail still works.
    pub fn new(
        step: &Step,
        on: Date,
        outcome: Done,
        words: Option<Line>,
        today: Date,
    ) -> Result<CheckIn, CheckInError> {
        if matches!(step.state, State::Finished { .. }) {
            return Err(CheckInError::Finished);
        }
        if on > today {
            return Err(CheckInError::InTheFuture);
        }
        if on < step.began {
            return Err(CheckInError::BeforeItBegan);
        }
        if days_between(on, today) > DAYS_BACK {
            return Err(CheckInError::TooLongAgo);
        }
        Ok(CheckIn { on, outcome, words })
    }
}

/// The check-ins of one step: at most one a day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CheckIns(BTreeMap<Date, CheckIn>);

impl CheckIns {
    /// Adds a check-in; one on the same day is replaced and given back.
    pub fn put(&mut self, check_in: CheckIn) -> Option<CheckIn> {
        self.0.insert(check_in.on, check_in)
    }

    /// All of them, oldest first.
    pub fn iter(&self) -> impl Iterator<Item = &CheckIn> {
        self.0.values()
    }

    /// The one about this day.
    pub fn on(&self, day: Date) -> Option<&CheckIn> {
        self.0.get(&day)
    }

    /// The whole counted.
    pub fn summary(&self) -> Summary {
        self.iter().collect()
    }

    /// Counted week by week (Monday to Sunday), from the first check-in's week to the last's; weeks without any are counted
    /// as nothing, which they are.
    pub fn weeks(&self) -> Vec<WeekCount> {
        let Some((first, last)) = self.0.keys().next().zip(self.0.keys().next_back()) else {
            return Vec::new();
        };
        let mut weeks = Vec::new();
        let mut monday = monday_of(*first);
        while monday <= *last {
            let Ok(next) = monday.checked_add(1.week()) else { break };
            weeks.push(WeekCount { monday, count: self.0.range(monday..next).map(|(_, it)| it).collect() });
            monday = next;
        }
        weeks
    }
}

impl FromIterator<CheckIn> for CheckIns {
    fn from_iter<I: IntoIterator<Item = CheckIn>>(check_ins: I) -> CheckIns {
        CheckIns(check_ins.into_iter().map(|it| (it.on, it)).collect())
    }
}

/// The Monday of the week a day is in.
fn monday_of(day: Date) -> Date {
    let since_monday = i64::from(day.weekday().since(Weekday::Monday));
    day.checked_sub(since_monday.days()).unwrap_or(day)
}

/// One week's count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WeekCount {
    /// The week's Monday.
    pub monday: Date,
    /// What was checked in on its days.
    pub count: Summary,
}

/// Days counted by how they went. "Practised on `done` of `occasions()` days with an occasion" - never a streak: missing a
/// day did not matter for how an act became natural (see the README).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Summary {
    /// Days it was practised.
    pub done: u32,
    /// Days with an occasion when it was not.
    pub not_done: u32,
    /// Days without an occasion.
    pub no_occasion: u32,
}

impl Summary {
    /// Days with an occasion.
    pub fn occasions(self) -> u32 {
        self.done + self.not_done
    }

    /// Days checked in on.
    pub fn days(self) -> u32 {
        self.occasions() + self.no_occasion
    }
}

impl<'a> FromIterator<&'a CheckIn> for Summary {
    fn from_iter<I: IntoIterator<Item = &'a CheckIn>>(check_ins: I) -> Summary {
        let mut summary = Summary::default();
        for check_in in check_ins {
            match check_in.outcome {
                Done::Done => summary.done += 1,
                Done::NotDone => summary.not_done += 1,
                Done::NoOccasion => summary.no_occasion += 1,
            }
        }
        summary
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::step::tests::step;
    use crate::{Natural, Outcome};

    #[test]
    fn a_day_can_be_checked_in_for_two_weeks_and_within_the_step_only() {
        let (step, today) = (step(), date(2026, 9, 21));
        let take = |on, today| CheckIn::new(&step, on, Done::Done, None, today).map(|it| it.on);
        assert_eq!(take(today, today), Ok(today));
        assert_eq!(take(date(2026, 9, 7), today), Ok(date(2026, 9, 7)));
        assert_eq!(take(date(2026, 9, 22), today), Err(CheckInError::InTheFuture));
        assert_eq!(take(date(2026, 9, 6), today), Err(CheckInError::BeforeItBegan));
        assert_eq!(take(date(2026, 9, 7), date(2026, 9, 22)), Err(CheckInError::TooLongAgo));
    }

    #[test]
    fn a_pause_asks_nothing_but_takes_what_was_done_and_the_end_is_the_end() {
        let today = date(2026, 9, 21);
        let paused = step().pause(None, date(2026, 9, 14)).unwrap().step;
        assert!(CheckIn::new(&paused, today, Done::Done, None, today).is_ok());
        let outcome = Outcome { natural: Natural::Yes, learned: None };
        let finished = step().finish(outcome, today).unwrap().step;
        assert_eq!(CheckIn::new(&finished, today, Done::Done, None, today), Err(CheckInError::Finished));
    }

    #[test]
    fn the_second_of_a_day_replaces_the_first_and_weeks_begin_on_mondays() {
        let mut check_ins = CheckIns::default();
        let mut put = |day, outcome| check_ins.put(CheckIn { on: date(2026, 9, day), outcome, words: None });
        assert_eq!(put(13, Done::NotDone), None);
        assert_eq!(put(13, Done::Done).map(|it| it.outcome), Some(Done::NotDone));
        put(9, Done::NoOccasion);
        put(28, Done::NotDone);
        assert_eq!(check_ins.summary(), Summary { done: 1, not_done: 1, no_occasion: 1 });
        assert_eq!(check_ins.summary().occasions(), 2);
        let weeks: Vec<_> = check_ins.weeks().iter().map(|it| (it.monday.day(), it.count.days())).collect();
        assert_eq!(weeks, [(7, 2), (14, 0), (21, 0), (28, 1)]);
        assert!(CheckIns::default().weeks().is_empty());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(128))]
        #[test]
        fn weeks_add_up_to_the_whole(days in proptest::collection::vec((0i64..200, 0usize..3), 0..60)) {
            let check_ins: CheckIns = days.iter().map(|(day, outcome)| CheckIn {
                on: date(2026, 1, 1).checked_add(day.days()).unwrap(),
                outcome: Done::ALL[*outcome],
                words: None,
            }).collect();
            let weeks = check_ins.weeks();
            prop_assert!(weeks.iter().all(|week| week.monday.weekday() == Weekday::Monday));
            prop_assert_eq!(weeks.iter().map(|it| it.count.done).sum::<u32>(), check_ins.summary().done);
            prop_assert_eq!(weeks.iter().map(|it| it.count.days()).sum::<u32>(), check_ins.iter().count() as u32);
        }
    }
}
