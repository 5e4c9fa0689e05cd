//! Steps: to choose, put aside, take up again and close; what they have given; and all of it together.

use access::{Actor, Purpose};
use jiff::ToSpan;
use jiff::civil::Date;
use people::{OrganisationId, PersonId};
pub use store::leadership_time::LeadershipTime;
pub use store::steps::StoredStep;

use ::steps::{
    Balance, CheckIn, CheckIns, ChooseStep, Done, DropId, DropState, Evidence, Finished, Help, Line, Moment,
    Need, Outcome, Plan, PracticeChoice, Room, State, StateKind, Step, StepDays, StepError, StepId, Weeks,
};
use store::queue::Sort;

use crate::drops::{DropRefused, MyDrop, NewDrop};
use crate::{Fault, Tx};

/// The most steps a person keeps: two a year for a long working life, and room to change one's mind.
pub const MOST_STEPS: u32 = 200;
/// How many of the latest check-ins are shown at a glance.
const LATEST: usize = 8;

/// What a manager chooses when choosing a step.
#[derive(Debug, Clone)]
pub struct NewStep {
    /// What to practise.
    pub practice: PracticeChoice,
    /// When, and what then.
    pub plan: Plan,
    /// Whose need it answers.
    pub need: Need,
    /// What makes room for it.
    pub making: MakesRoom,
    /// How long until its review.
    pub weeks: Weeks,
    /// When to be asked; `None` for never.
    pub moment: Option<Moment>,
}

/// What makes room for a step.
#[derive(Debug, Clone)]
pub enum MakesRoom {
    /// A drop that is open already.
    Drop(DropId),
    /// A drop that is chosen together with the step.
    NewDrop(NewDrop),
    /// Nothing yet, and why.
    NothingYet(Line),
}

/// Why something was not done to a step.
#[derive(Debug, thiserror::Error)]
pub enum StepRefused {
    /// The rules of steps.
    #[error(transparent)]
    Step(#[from] StepError),
    /// The rules of drops, of the one that makes room.
    #[error(transparent)]
    Drop(DropRefused),
    /// [`MOST_STEPS`] are kept already.
    #[error("there are {MOST_STEPS} steps already")]
    TooMany,
    /// The machinery; [`Fault::NotFound`] when the step is not one's own.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<DropRefused> for StepRefused {
    fn from(refused: DropRefused) -> StepRefused {
        match refused {
            DropRefused::Fault(fault) => StepRefused::Fault(fault),
            refused => StepRefused::Drop(refused),
        }
    }
}

/// One of one's own steps, with all that was checked in.
#[derive(Debug, Clone)]
pub struct MyStep {
    /// The step.
    pub stored: StoredStep,
    /// Its check-ins.
    pub check_ins: CheckIns,
}

impl MyStep {
    /// Its id.
    pub fn id(&self) -> StepId {
        self.stored.id
    }

    /// The step itself.
    pub fn step(&self) -> &Step {
        &self.stored.step
    }

    /// Which day of practising `today` is, and of how many: days of pause are not counted. While it is paused or when it
    /// is finished, the last day it was practised.
    pub fn day(&self, today: Date) -> (u32, u32) {
        let step = self.step();
        let last = match step.state {
            State::Practising => today,
            State::Paused { since, .. } => since,
            State::Finished { on, .. } => on,
        };
        let gone = (last - step.began).get_days() - i32::from(step.paused_days) + 1;
        (u32::try_from(gone).unwrap_or(1).max(1), u32::from(step.chosen.weeks.get()) * 7)
    }

    /// How the latest eight days that were checked in on went, oldest first.
    pub fn latest(&self) -> Vec<Done> {
        let mut latest: Vec<Done> = self.check_ins.iter().map(|it| it.outcome).collect();
        latest.split_off(latest.len().saturating_sub(LATEST))
    }
}

pub(crate) fn whose(by: &Actor) -> (OrganisationId, PersonId) {
    (by.organisation, by.person)
}

/// Chooses a step, and with it the drop that makes room if that is new. `warned` says that the manager has read that one at
/// a time is better.
///
/// # Errors
/// [`StepRefused`].
pub fn choose(
    tx: &mut Tx<'_>,
    by: &Actor,
    new: &NewStep,
    warned: bool,
    today: Date,
) -> Result<StepId, StepRefused> {
    if store::steps::count(tx, whose(by))? >= MOST_STEPS {
        return Err(StepRefused::TooMany);
    }
    let already = practising(tx, by, None)?;
    let room = make_room(tx, by, &new.making, today)?;
    let chosen = ChooseStep {
        practice: new.practice.clone(),
        plan: new.plan.clone(),
        need: new.need.clone(),
        room,
        weeks: new.weeks,
        moment: new.moment.clone(),
    };
    let step = chosen.choose(already, warned, today)?;
    let id = StepId(tx.fresh_id()?);
    store::steps::add(tx, whose(by), id, &step)?;
    ask_next(tx, by.organisation, id, &step)?;
    Ok(id)
}

fn make_room(tx: &mut Tx<'_>, by: &Actor, making: &MakesRoom, today: Date) -> Result<Room, StepRefused> {
    Ok(match making {
        MakesRoom::Drop(id) => {
            let drop = store::drops::by_id(tx, whose(by), *id)?;
            if drop.state != DropState::Open {
                return Err(StepRefused::Drop(DropRefused::Closed));
            }
            Room::Drop(*id)
        }
        MakesRoom::NewDrop(new) => Room::Drop(crate::drops::choose(tx, by, new, today)?),
        MakesRoom::NothingYet(why) => Room::NothingYet(why.clone()),
    })
}

/// How many steps the actor practises, `but` left out.
///
/// # Errors
/// A fault.
pub fn practising(tx: &mut Tx<'_>, by: &Actor, but: Option<StepId>) -> Result<u8, Fault> {
    let steps = store::steps::all(tx, whose(by))?;
    let others = steps.iter().filter(|it| Some(it.id) != but && it.step.state == State::Practising);
    Ok(u8::try_from(others.count()).unwrap_or(u8::MAX))
}

/// Puts a step aside; nothing is asked meanwhile.
///
/// # Errors
/// [`StepRefused`].
pub fn pause(
    tx: &mut Tx<'_>,
    by: &Actor,
    id: StepId,
    until: Option<Date>,
    today: Date,
) -> Result<(), StepRefused> {
    let stored = store::steps::by_id(tx, whose(by), id)?;
    let paused = stored.step.pause(until, today)?;
    save(tx, by, id, &paused.step, None)
}

/// Takes a step up again.
///
/// # Errors
/// [`StepRefused`].
pub fn resume(tx: &mut Tx<'_>, by: &Actor, id: StepId, warned: bool, today: Date) -> Result<(), StepRefused> {
    let stored = store::steps::by_id(tx, whose(by), id)?;
    let others = practising(tx, by, Some(id))?;
    let resumed = stored.step.resume(others, warned, today)?;
    save(tx, by, id, &resumed.step, None)
}

/// Closes a step with what was learned.
///
/// # Errors
/// [`StepRefused`].
pub fn finish(
    tx: &mut Tx<'_>,
    by: &Actor,
    id: StepId,
    outcome: &Outcome,
    today: Date,
) -> Result<Finished, StepRefused> {
    let stored = store::steps::by_id(tx, whose(by), id)?;
    let finished = stored.step.finish(outcome.clone(), today)?;
    save(tx, by, id, &finished.step, finished.ask_again_on)?;
    Ok(finished)
}

/// Chooses when to be asked about a step; `None` for never.
///
/// # Errors
/// [`StepRefused`]; a finished step is asked about no more.
pub fn set_moment(
    tx: &mut Tx<'_>,
    by: &Actor,
    id: StepId,
    moment: Option<&Moment>,
) -> Result<(), StepRefused> {
    let mut step = store::steps::by_id(tx, whose(by), id)?.step;
    if step.state.kind() == StateKind::Finished {
        return Err(StepError::AlreadyFinished.into());
    }
    store::steps::save_moment(tx, whose(by), id, moment)?;
    step.chosen.moment = moment.cloned();
    Ok(ask_next(tx, by.organisation, id, &step)?)
}

fn save(
    tx: &mut Tx<'_>,
    by: &Actor,
    id: StepId,
    step: &Step,
    look_again_on: Option<Date>,
) -> Result<(), StepRefused> {
    store::steps::save_state(tx, whose(by), id, step, look_again_on)?;
    Ok(ask_next(tx, by.organisation, id, step)?)
}

/// Queues the next question about a step, or strikes it where nothing is to be asked.
pub(crate) fn ask_next(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: StepId,
    step: &Step,
) -> Result<(), Fault> {
    let next = match (&step.state, &step.chosen.moment) {
        (State::Practising, Some(moment)) => {
            let zone = jiff::tz::TimeZone::get(moment.zone()).unwrap_or(jiff::tz::TimeZone::UTC);
            moment.next_after(tx.now(), &zone)
        }
        _ => None,
    };
    match next {
        Some(at) => store::queue::put(tx, organisation, Sort::AskAboutStep, id.0, at),
        None => store::queue::remove(tx, organisation, Sort::AskAboutStep, id.0),
    }
}

/// One of one's own steps.
///
/// # Errors
/// [`Fault::NotFound`] when it is not one's own.
pub fn by_id(tx: &mut Tx<'_>, by: &Actor, id: StepId) -> Result<MyStep, Fault> {
    let stored = store::steps::by_id(tx, whose(by), id)?;
    let check_ins = store::steps::check_ins(tx, by.organisation, id)?;
    Ok(MyStep { stored, check_ins })
}

/// All of one's own steps, the latest first.
///
/// # Errors
/// A fault.
pub fn all(tx: &mut Tx<'_>, by: &Actor) -> Result<Vec<MyStep>, Fault> {
    let mut mine = Vec::new();
    for stored in store::steps::all(tx, whose(by))? {
        let check_ins = store::steps::check_ins(tx, by.organisation, stored.id)?;
        mine.push(MyStep { stored, check_ins });
    }
    Ok(mine)
}

/// Challenge and care over these steps.
pub fn balance(steps: &[MyStep]) -> Balance {
    ::steps::balance(steps.iter().map(|it| StepDays {
        side: it.step().side(),
        began: it.step().began,
        check_ins: &it.check_ins,
    }))
}

/// A step with its drop and what can be said about whether it helped.
#[derive(Debug, Clone)]
pub struct StepStory {
    /// The step.
    pub mine: MyStep,
    /// The drop that makes room for it.
    pub drop: Option<MyDrop>,
    /// Whether it helped.
    pub help: Help,
}

/// Everything about one of one's own steps.
///
/// # Errors
/// [`Fault::NotFound`] when it is not one's own.
pub fn story(tx: &mut Tx<'_>, by: &Actor, id: StepId) -> Result<StepStory, Fault> {
    let mine = by_id(tx, by, id)?;
    let drop = match mine.step().chosen.room {
        Room::Drop(id) => Some(crate::drops::by_id(tx, by, id)?),
        Room::NothingYet(_) => None,
    };
    let leading = store::week::leading(tx, by.organisation, by.person)?;
    let (before, after) = around(&leading, mine.step());
    let help = ::steps::did_it_help(&Evidence {
        freed: drop.as_ref().and_then(|drop| drop.freed),
        leading_before: &before,
        leading_after: &after,
        check_ins: mine.check_ins.summary(),
    });
    Ok(StepStory { mine, drop, help })
}

/// Hours of leading in the whole weeks before a step began, and in those since until it was closed, oldest first.
fn around(leading: &[(Date, u32)], step: &Step) -> (Vec<f64>, Vec<f64>) {
    let last = match step.state {
        State::Finished { on, .. } => on,
        _ => Date::MAX,
    };
    let mut weeks = leading.to_vec();
    weeks.sort_by_key(|(monday, _)| *monday);
    let hours = |side: &dyn Fn(Date) -> bool| -> Vec<f64> {
        weeks.iter().filter(|week| side(week.0)).map(|week| f64::from(week.1) / 60.0).collect()
    };
    let before =
        hours(&|monday| monday.checked_add(1.week()).is_ok_and(|next_monday| next_monday <= step.began));
    let after = hours(&|monday| monday >= step.began && monday <= last);
    (before, after)
}

/// What the home page says about steps.
#[derive(Debug, Clone)]
pub struct TodaySteps {
    /// The step that is practised; of two, the one begun first.
    pub step: Option<TodayStep>,
    /// The other of two.
    pub second: Option<TodayStep>,
    /// Steps put aside.
    pub paused: Vec<TodayStep>,
    /// Open drops, the latest first, with what they have freed.
    pub drops: Vec<MyDrop>,
}

/// A step at a glance.
#[derive(Debug, Clone)]
pub struct TodayStep {
    /// The step and all its check-ins: plan, practice and side stand in it.
    pub mine: MyStep,
    /// Which day of it this is, from 1.
    pub day: u32,
    /// Of how many: its weeks in days.
    pub days: u32,
    /// What was checked in about today.
    pub today: Option<CheckIn>,
    /// How the latest eight check-ins went, oldest first.
    pub latest: Vec<Done>,
    /// Whether it is time to ask if it has become natural.
    pub review_due: bool,
    /// Whether its pause has reached the day the manager named.
    pub pause_over: bool,
}

impl TodayStep {
    fn new(mine: MyStep, today: Date) -> TodayStep {
        let (day, days) = mine.day(today);
        TodayStep {
            day,
            days,
            today: mine.check_ins.on(today).cloned(),
            latest: mine.latest(),
            review_due: mine.step().review_is_due(today),
            pause_over: mine.step().pause_is_over(today),
            mine,
        }
    }
}

/// What the home page says about the actor's steps.
///
/// # Errors
/// A fault.
pub fn today(tx: &mut Tx<'_>, by: &Actor, today: Date) -> Result<TodaySteps, Fault> {
    let (mut practising, mut paused) = (Vec::new(), Vec::new());
    for stored in store::steps::all(tx, whose(by))? {
        let list = match stored.step.state.kind() {
            StateKind::Practising => &mut practising,
            StateKind::Paused => &mut paused,
            StateKind::Finished => continue,
        };
        let check_ins = store::steps::check_ins(tx, by.organisation, stored.id)?;
        list.push(TodayStep::new(MyStep { stored, check_ins }, today));
    }
    // They come the latest first.
    let step = practising.pop();
    let second = practising.pop();
    let drops = crate::drops::open(tx, by)?;
    Ok(TodaySteps { step, second, paused, drops })
}

/// All that is kept about a person's steps: for the export.
#[derive(Debug, Clone)]
pub struct Everything {
    /// Every step with its check-ins, the latest first.
    pub steps: Vec<MyStep>,
    /// Every drop with its estimates, the latest first.
    pub drops: Vec<MyDrop>,
    /// Protected time.
    pub leadership_time: Vec<LeadershipTime>,
    /// Whether there is a private feed; its address is known to nobody but those who were shown it.
    pub has_feed: bool,
}

/// All that is kept about the actor's steps.
///
/// # Errors
/// A fault.
pub fn everything(tx: &mut Tx<'_>, by: &Actor) -> Result<Everything, Fault> {
    Ok(Everything {
        steps: all(tx, by)?,
        drops: crate::drops::all(tx, by)?,
        leadership_time: store::leadership_time::all(tx, whose(by))?,
        has_feed: crate::feed::exists(tx, by)?,
    })
}

/// Erases all that is kept about the actor's steps: steps, check-ins, drops, estimates, protected time, the feed, the links
/// in letters, and what was to be asked.
///
/// # Errors
/// A fault.
pub fn erase(tx: &mut Tx<'_>, by: &Actor) -> Result<(), Fault> {
    for stored in store::steps::all(tx, whose(by))? {
        store::queue::remove(tx, by.organisation, Sort::AskAboutStep, stored.id.0)?;
    }
    // Steps first: a drop that makes room for a step cannot go before it.
    store::steps::erase(tx, whose(by))?;
    store::drops::erase(tx, whose(by))?;
    store::leadership_time::erase(tx, whose(by))?;
    store::access::end_passes(tx, by.organisation, by.person, Purpose::CheckIn)?;
    store::access::end_passes(tx, by.organisation, by.person, Purpose::Feed)
}
