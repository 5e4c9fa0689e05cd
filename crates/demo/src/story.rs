//! Steps under way: what a manager guessed, chose away, chose to practise, and how it went.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::chance::Chance;
use crate::diary::{self, Dropped, WEEKS_SINCE_DROP, Weeks, monday_of};
use crate::municipality::{Municipality, PersonIndex};
use crate::practice::{EARLIER, EARLIER_LEARNED, PRACTICES, Practice};
use crate::series::Cut;

/// Weeks before this one in which the step began: one before the drop showed.
const WEEKS_SINCE_STEP: i64 = WEEKS_SINCE_DROP + 1;
/// How many hours too high the first guess is, and by how much it still is at the end.
const GUESS_TOO_HIGH: (i64, i64) = (7, 2);

/// All that a manager has done in the product so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Story {
    /// Whose.
    pub manager: PersonIndex,
    /// One for each past week that was worked, the oldest first.
    pub guesses: Vec<Guess>,
    /// Estimates of what the calendar did not show, for some past weeks, the oldest first.
    pub unplanned: Vec<Unplanned>,
    /// The drop that makes room.
    pub drop: ChosenDrop,
    /// The step under way.
    pub step: ChosenStep,
    /// An earlier step, closed before this one began: for the first persona only.
    pub earlier: Option<ClosedStep>,
}

/// Hours of leading a manager thought a week had held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guess {
    /// The week's Monday.
    pub monday: Date,
    /// Whole hours.
    pub hours: u8,
}

/// Minutes of a week that no calendar showed, as the manager spread them; never more than contract minus booked, where
/// the contract counts only days that are no holiday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unplanned {
    /// The week's Monday.
    pub monday: Date,
    /// What could not wait.
    pub firefighting: u16,
    /// Paper, mail, systems.
    pub administration: u16,
    /// Being there.
    pub being_there: u16,
    /// Breaks.
    pub recovery: u16,
}

/// What was done to a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DropWay {
    /// It goes.
    Gone,
    /// It becomes shorter: minutes before and after.
    Shorter {
        /// Minutes of a meeting before.
        from: u16,
        /// Minutes of a meeting after.
        to: u16,
    },
}

/// A series chosen away. It is in the calendar of the same manager until `from`, and gone or shorter after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChosenDrop {
    /// UID of the series as it was before.
    pub series_uid: String,
    /// Its title, as in the calendar.
    pub series_title: String,
    /// What was done to it.
    pub way: DropWay,
    /// First day without it, a Monday.
    pub from: Date,
    /// Minutes a week to be freed.
    pub wanted_minutes: u16,
}

/// A practice with its plan and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChosenStep {
    /// Identifier in the catalogue, e.g. "2.2".
    pub practice: &'static str,
    /// Whose need it answers, in their words.
    pub need: &'static str,
    /// When ...
    pub when: &'static str,
    /// ... then.
    pub then: &'static str,
    /// The day it began.
    pub started: Date,
    /// The oldest first; all after the start and before today.
    pub check_ins: Vec<CheckIn>,
}

/// How an occasion went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// It was done.
    Done,
    /// It was not done.
    Not,
    /// There was no occasion.
    NoOccasion,
}

/// One answer to "how did it go?".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CheckIn {
    /// The day.
    pub on: Date,
    /// How it went.
    pub outcome: Outcome,
    /// A few words, or none.
    pub words: &'static str,
}

/// A step that is closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClosedStep {
    /// The step with its check-ins.
    pub step: ChosenStep,
    /// The day it was closed.
    pub closed: Date,
    /// Whether it had become natural.
    pub natural: bool,
    /// What was learned.
    pub learned: &'static str,
}

impl Municipality {
    /// What a manager has done so far; `None` when nothing is under way ([`Municipality::has_story`]). It goes with
    /// [`Municipality::calendar_for`] of the same weeks; fewer than 12 back leave out guesses, not the step.
    pub fn story_for(&self, manager: PersonIndex, weeks: Weeks) -> Option<Story> {
        if !self.has_story(manager) {
            return None;
        }
        let diary = diary::fill(self, manager, weeks, true)?;
        let mut chance = Chance::for_purpose(self.seed, "story told", manager.0.into());
        let first = manager == self.personas.manager;
        let practice = if first { &PRACTICES[0] } else { &PRACTICES[1 + chance.below(PRACTICES.len() - 1)] };
        let started = monday_of(self.today).saturating_sub((7 * WEEKS_SINCE_STEP).days());
        let step = self.practise(practice, started, WEEKS_SINCE_STEP, &mut chance);
        let past: Vec<_> =
            diary.weeks.iter().filter(|week| week.monday < monday_of(self.today) && week.days > 0).collect();
        let guesses = past
            .iter()
            .enumerate()
            .map(|(place, week)| guess(week.monday, week.leading, place, past.len(), &mut chance))
            .collect();
        let contract = i64::from(self.working_hours(manager)?.contract_minutes);
        let unplanned = past
            .iter()
            .filter_map(|week| {
                let left = contract * i64::from(week.days) / 5 - i64::from(week.booked);
                unplanned(week.monday, left, &mut chance)
            })
            .collect();
        let earlier = first.then(|| self.earlier(started, &mut chance));
        Some(Story { manager, guesses, unplanned, drop: chosen_drop(diary.dropped?), step, earlier })
    }

    fn practise(&self, practice: &Practice, started: Date, weeks: i64, chance: &mut Chance) -> ChosenStep {
        let language = self.language;
        let mut check_ins = Vec::new();
        let mut used = Vec::new();
        for week in 0..weeks {
            for &day in practice.days {
                let on = started.saturating_add((7 * week + day).days());
                // A missed answer does not matter, and happens.
                if on >= self.today || on == started || chance.percent(12) {
                    continue;
                }
                let outcome = match chance.below(100) {
                    0..=61 => Outcome::Done,
                    62..=81 => Outcome::Not,
                    _ => Outcome::NoOccasion,
                };
                let words = practice.words(outcome, language, &mut used, chance);
                check_ins.push(CheckIn { on, outcome, words });
            }
        }
        ChosenStep {
            practice: practice.id,
            need: practice.need.in_language(language),
            when: practice.when.in_language(language),
            then: practice.then.in_language(language),
            started,
            check_ins,
        }
    }

    /// Nine weeks, closed in the week before the present step began.
    fn earlier(&self, next: Date, chance: &mut Chance) -> ClosedStep {
        let step = self.practise(&EARLIER, next.saturating_sub((10 * 7).days()), 9, chance);
        let learned = EARLIER_LEARNED.in_language(self.language);
        ClosedStep { step, closed: next.saturating_sub(4.days()), natural: true, learned }
    }
}

/// Too high, but less so with each week seen.
fn guess(monday: Date, leading: u32, place: usize, of: usize, chance: &mut Chance) -> Guess {
    let (first, last) = GUESS_TOO_HIGH;
    let too_high = first - (first - last) * place as i64 / of.max(1) as i64;
    let hours = (i64::from(leading) + 30) / 60 + too_high + chance.between(-1, 1);
    Guess { monday, hours: hours.clamp(0, 60) as u8 }
}

/// Three weeks in four, when there is at least half an hour to spread.
fn unplanned(monday: Date, left: i64, chance: &mut Chance) -> Option<Unplanned> {
    if left < 30 || !chance.percent(75) {
        return None;
    }
    // The shares are 84 in all, and four times four more at most: never more than there is.
    let mut part = |share: i64| (left * (share + chance.between(-4, 4)) / 100 / 15 * 15) as u16;
    Some(Unplanned {
        monday,
        firefighting: part(40),
        administration: part(24),
        being_there: part(12),
        recovery: part(8),
    })
}

fn chosen_drop(dropped: Dropped) -> ChosenDrop {
    let way = match dropped.cut {
        Cut::Gone => DropWay::Gone,
        Cut::Shorter(to) => DropWay::Shorter { from: (to + dropped.freed) as u16, to: to as u16 },
    };
    ChosenDrop {
        series_uid: dropped.uid,
        series_title: dropped.title,
        way,
        from: dropped.from,
        wanted_minutes: dropped.freed as u16,
    }
}
