use jiff::ToSpan;
use jiff::civil::Date;

use crate::code::coded;
use crate::{Moment, Need, Plan, PracticeChoice, Room, Side, Words};

/// The longest a step can be paused at a time: half a year. Longer than that it is finished, honestly.
pub const PAUSE_DAYS: i32 = 182;
/// Weeks until a "partly natural" is asked about again.
const PARTLY_ASKED_AFTER_WEEKS: i64 = 4;
/// Weeks until a "natural" is asked about again: did it last?
const NATURAL_ASKED_AFTER_WEEKS: i64 = 12;

/// How long a step is practised before its review: 8 to 12 weeks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Weeks(u8);

impl Weeks {
    /// The shortest.
    pub const LEAST: u8 = 8;
    /// The longest.
    pub const MOST: u8 = 12;

    /// This many weeks, if from 8 to 12.
    pub fn new(weeks: u8) -> Option<Weeks> {
        (Weeks::LEAST..=Weeks::MOST).contains(&weeks).then_some(Weeks(weeks))
    }

    /// How many.
    pub fn get(self) -> u8 {
        self.0
    }
}

/// What a manager chooses when choosing a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChooseStep {
    /// What to practise.
    pub practice: PracticeChoice,
    /// When, and what then.
    pub plan: Plan,
    /// Whose need it answers.
    pub need: Need,
    /// What makes room for it.
    pub room: Room,
    /// How long until its review.
    pub weeks: Weeks,
    /// When to be asked how it went; `None` for never.
    pub moment: Option<Moment>,
}

impl ChooseStep {
    /// Begins the step today. One step is practised at a time: `practising_already` counts the manager's other steps that
    /// are neither paused nor finished. A second needs that the manager has been `warned`; a third is always refused.
    pub fn choose(self, practising_already: u8, warned: bool, today: Date) -> Result<Step, StepError> {
        one_at_a_time(practising_already, warned)?;
        Ok(Step { chosen: self, began: today, paused_days: 0, state: State::Practising })
    }
}

/// Something a manager practises for some weeks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What was chosen.
    pub chosen: ChooseStep,
    /// The day it was chosen.
    pub began: Date,
    /// Days spent in pauses that are over; they move the review.
    pub paused_days: u16,
    /// Where it stands.
    pub state: State,
}

coded! {
    /// Where a step stands, without the dates.
    pub enum StateKind {
        /// Under way.
        Practising = "practising",
        /// Put aside for a while.
        Paused = "paused",
        /// Closed.
        Finished = "finished",
    }
}

/// Where a step stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// Under way.
    Practising,
    /// Put aside; nothing is asked.
    Paused {
        /// The first day of the pause.
        since: Date,
        /// The day the manager wants to be asked about going on, if one was named.
        until: Option<Date>,
    },
    /// Closed.
    Finished {
        /// The day.
        on: Date,
        /// What came of it.
        outcome: Outcome,
    },
}

impl State {
    /// Which of the three.
    pub fn kind(&self) -> StateKind {
        match self {
            State::Practising => StateKind::Practising,
            State::Paused { .. } => StateKind::Paused,
            State::Finished { .. } => StateKind::Finished,
        }
    }
}

coded! {
    /// The answer to "has it become natural?".
    pub enum Natural {
        /// It happens without thinking of it.
        Yes = "yes",
        /// Now and then.
        Partly = "partly",
        /// No.
        No = "no",
    }
}

/// What a manager says when closing a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Has it become natural?
    pub natural: Natural,
    /// What was learned.
    pub learned: Option<Words>,
}

/// A pause that has been made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paused {
    /// The step, now paused.
    pub step: Step,
    /// The first day of the pause.
    pub since: Date,
    /// When to ask about going on.
    pub until: Option<Date>,
}

/// A pause that is over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resumed {
    /// The step, practised again.
    pub step: Step,
    /// How many days the pause lasted.
    pub days: u16,
}

/// A step that has been closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finished {
    /// The step, now finished.
    pub step: Step,
    /// The day.
    pub on: Date,
    /// When to ask once more: after a "partly" in 4 weeks, after a "yes" in 12 to see whether it lasted, after a "no" never.
    pub ask_again_on: Option<Date>,
}

/// Why a step could not be chosen or changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StepError {
    /// Another step is practised, and the manager has not been warned or already has two.
    #[error("one step at a time: {practising} practised already")]
    OneAtATime {
        /// How many steps are practised already.
        practising: u8,
    },
    /// Only a step that is practised can be paused.
    #[error("the step is not being practised")]
    NotPractising,
    /// Only a paused step can be resumed.
    #[error("the step is not paused")]
    NotPaused,
    /// A finished step stays finished.
    #[error("the step is finished")]
    AlreadyFinished,
    /// A pause ends after today and within half a year.
    #[error("a pause ends after today, and within {PAUSE_DAYS} days")]
    PauseEnd,
    /// Nothing happens to a step before the day it, or its pause, began.
    #[error("the step had not begun by then")]
    BeforeItBegan,
}

impl Step {
    /// Its side of tough care.
    pub fn side(&self) -> Side {
        self.chosen.practice.side()
    }

    /// Puts it aside from today, until a day that is to be asked about or until the manager says so.
    pub fn pause(mut self, until: Option<Date>, today: Date) -> Result<Paused, StepError> {
        match self.state {
            State::Practising => {}
            State::Paused { .. } => return Err(StepError::NotPractising),
            State::Finished { .. } => return Err(StepError::AlreadyFinished),
        }
        not_before(self.began, today)?;
        if until.is_some_and(|until| !(1..=PAUSE_DAYS).contains(&days_between(today, until))) {
            return Err(StepError::PauseEnd);
        }
        self.state = State::Paused { since: today, until };
        Ok(Paused { step: self, since: today, until })
    }

    /// Takes it up again today. The days away move its review. The rule of one step at a time holds here too, with the
    /// same meaning as in [`ChooseStep::choose`].
    pub fn resume(mut self, practising_already: u8, warned: bool, today: Date) -> Result<Resumed, StepError> {
        let since = match self.state {
            State::Paused { since, .. } => since,
            State::Practising => return Err(StepError::NotPaused),
            State::Finished { .. } => return Err(StepError::AlreadyFinished),
        };
        not_before(since, today)?;
        one_at_a_time(practising_already, warned)?;
        let days = u16::try_from(days_between(since, today)).unwrap_or(u16::MAX);
        self.paused_days = self.paused_days.saturating_add(days);
        self.state = State::Practising;
        Ok(Resumed { step: self, days })
    }

    /// Closes it today, whenever the manager wants to; a paused step too.
    pub fn finish(mut self, outcome: Outcome, today: Date) -> Result<Finished, StepError> {
        match self.state {
            State::Practising => not_before(self.began, today)?,
            State::Paused { since, .. } => not_before(since, today)?,
            State::Finished { .. } => return Err(StepError::AlreadyFinished),
        }
        let weeks = match outcome.natural {
            Natural::Yes => Some(NATURAL_ASKED_AFTER_WEEKS),
            Natural::Partly => Some(PARTLY_ASKED_AFTER_WEEKS),
            Natural::No => None,
        };
        let ask_again_on = weeks.and_then(|weeks| today.checked_add(weeks.weeks()).ok());
        self.state = State::Finished { on: today, outcome };
        Ok(Finished { step: self, on: today, ask_again_on })
    }

    /// The day to ask "has it become natural?": the chosen weeks after it began, and as much later as it was paused.
    /// `None` while it is paused or when it is finished.
    pub fn review_on(&self) -> Option<Date> {
        if self.state != State::Practising {
            return None;
        }
        let days = i64::from(self.chosen.weeks.get()) * 7 + i64::from(self.paused_days);
        self.began.checked_add(days.days()).ok()
    }

    /// Whether it is time for the review.
    pub fn review_is_due(&self, today: Date) -> bool {
        self.review_on().is_some_and(|on| on <= today)
    }

    /// Whether the pause has reached the day the manager named. Only the manager ends a pause.
    pub fn pause_is_over(&self, today: Date) -> bool {
        matches!(self.state, State::Paused { until: Some(until), .. } if until <= today)
    }
}

fn not_before(first: Date, today: Date) -> Result<(), StepError> {
    if today < first { Err(StepError::BeforeItBegan) } else { Ok(()) }
}

fn one_at_a_time(practising: u8, warned: bool) -> Result<(), StepError> {
    match practising {
        0 => Ok(()),
        1 if warned => Ok(()),
        practising => Err(StepError::OneAtATime { practising }),
    }
}

/// Whole days from one date to another.
pub(crate) fn days_between(from: Date, to: Date) -> i32 {
    (to - from).get_days()
}

#[cfg(test)]
pub(crate) mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::{Line, Practice, Whose};

    pub(crate) fn chosen() -> ChooseStep {
        ChooseStep {
            practice: PracticeChoice::Catalogue(Practice::by_id("3.4").unwrap()),
            plan: Plan { when: Line::new("någon kommer").unwrap(), then: Line::new("frågar jag").unwrap() },
            need: Need { whose: Whose::Team, words: None },
            room: Room::NothingYet(Line::new("vet inte än").unwrap()),
            weeks: Weeks::new(8).unwrap(),
            moment: None,
        }
    }

    pub(crate) fn step() -> Step {
        chosen().choose(0, false, date(2026, 9, 7)).unwrap()
    }

    fn outcome(natural: Natural) -> Outcome {
        Outcome { natural, learned: None }
    }

    #[test]
    fn a_second_step_needs_a_warning_and_a_third_is_refused() {
        let today = date(2026, 9, 7);
        assert!(chosen().choose(0, false, today).is_ok());
        assert_eq!(chosen().choose(1, false, today), Err(StepError::OneAtATime { practising: 1 }));
        assert!(chosen().choose(1, true, today).is_ok());
        assert_eq!(chosen().choose(2, true, today), Err(StepError::OneAtATime { practising: 2 }));
        let paused = step().pause(None, today).unwrap().step;
        assert_eq!(paused.clone().resume(1, false, today), Err(StepError::OneAtATime { practising: 1 }));
        assert_eq!(paused.clone().resume(2, true, today), Err(StepError::OneAtATime { practising: 2 }));
        assert!(paused.resume(1, true, today).is_ok());
    }

    #[test]
    fn weeks_are_eight_to_twelve() {
        let taken: Vec<u8> = (0..=255).filter(|weeks| Weeks::new(*weeks).is_some()).collect();
        assert_eq!(taken, [8, 9, 10, 11, 12]);
    }

    #[test]
    fn each_change_refuses_the_states_it_does_not_belong_to() {
        let today = date(2026, 10, 1);
        let practised = step();
        let paused = step().pause(None, today).unwrap().step;
        let finished = step().finish(outcome(Natural::No), today).unwrap().step;
        assert_eq!(paused.clone().pause(None, today), Err(StepError::NotPractising));
        assert_eq!(finished.clone().pause(None, today), Err(StepError::AlreadyFinished));
        assert_eq!(practised.clone().resume(0, false, today), Err(StepError::NotPaused));
        assert_eq!(finished.clone().resume(0, false, today), Err(StepError::AlreadyFinished));
        assert_eq!(finished.clone().finish(outcome(Natural::Yes), today), Err(StepError::AlreadyFinished));
        assert!(paused.clone().finish(outcome(Natural::Yes), today).is_ok());
        let before = date(2026, 9, 6);
        assert_eq!(practised.clone().pause(None, before), Err(StepError::BeforeItBegan));
        assert_eq!(practised.finish(outcome(Natural::Yes), before), Err(StepError::BeforeItBegan));
        assert_eq!(paused.clone().finish(outcome(Natural::Yes), before), Err(StepError::BeforeItBegan));
        assert_eq!(paused.resume(0, false, before), Err(StepError::BeforeItBegan));
    }

    #[test]
    fn a_pause_ends_after_today_within_half_a_year() {
        let today = date(2026, 9, 7);
        let until = |until| step().pause(Some(until), today).map(|paused| paused.until);
        assert_eq!(until(today), Err(StepError::PauseEnd));
        assert_eq!(until(date(2026, 9, 8)), Ok(Some(date(2026, 9, 8))));
        assert_eq!(until(date(2027, 3, 8)), Ok(Some(date(2027, 3, 8))));
        assert_eq!(until(date(2027, 3, 9)), Err(StepError::PauseEnd));
        let paused = step().pause(Some(date(2026, 9, 8)), today).unwrap().step;
        assert!(!paused.pause_is_over(today));
        assert!(paused.pause_is_over(date(2026, 9, 8)));
    }

    #[test]
    fn the_review_comes_after_the_weeks_and_as_much_later_as_the_pauses() {
        assert_eq!(step().review_on(), Some(date(2026, 11, 2)));
        assert!(!step().review_is_due(date(2026, 11, 1)));
        assert!(step().review_is_due(date(2026, 11, 2)));
        let paused = step().pause(None, date(2026, 9, 14)).unwrap().step;
        assert_eq!(paused.review_on(), None);
        let resumed = paused.resume(0, false, date(2026, 9, 24)).unwrap();
        assert_eq!(resumed.days, 10);
        assert_eq!(resumed.step.review_on(), Some(date(2026, 11, 12)));
    }

    #[test]
    fn what_is_asked_again_and_when_follows_from_the_answer() {
        let today = date(2026, 11, 2);
        let asked = |natural| step().finish(outcome(natural), today).unwrap().ask_again_on;
        assert_eq!(asked(Natural::Yes), Some(date(2027, 1, 25)));
        assert_eq!(asked(Natural::Partly), Some(date(2026, 11, 30)));
        assert_eq!(asked(Natural::No), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(128))]
        #[test]
        fn however_it_is_paused_its_practised_days_until_review_are_the_chosen_weeks(
            stretches in proptest::collection::vec((0i64..10, 0i64..40), 0..5),
        ) {
            let mut step = step();
            let (mut today, mut practised) = (step.began, 0);
            for (practise, pause) in stretches {
                practised += practise;
                today = today.checked_add(practise.days()).unwrap();
                step = step.pause(None, today).unwrap().step;
                today = today.checked_add(pause.days()).unwrap();
                step = step.resume(0, false, today).unwrap().step;
            }
            prop_assert_eq!(i64::from(days_between(today, step.review_on().unwrap())), 8 * 7 - practised);
        }
    }
}
