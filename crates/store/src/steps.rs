//! Steps and their check-ins.

use std::collections::HashSet;

use jiff::civil::Date;
use people::{OrganisationId, PersonId};
use steps::{
    Area, CheckIn, ChooseStep, Done, DropId, Line, Moment, Natural, Need, Outcome, Plan, Practice,
    PracticeChoice, Room, Side, State, Step, StepId, Weeks, Whose, Words,
};

use crate::leadership_time::{days_of, minute_of, time_of};
use crate::{Fault, Row, Tx, args, sql::statements};

statements! {
    ADD = "INSERT INTO step (organisation, id, person, practice, own, side, area, plan_when, plan_then, whose_need, need,
            dropped, no_room, weeks, ask_days, ask_minute, ask_zone, ask_changes, began, paused_days, state,
            paused_since, paused_until, finished_on, became_natural, learned, look_again_on)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, 0, $18, $19, $20,
            $21, $22, $23, $24, $25, $26)";
    BY_ID = "SELECT id, practice, own, side, area, plan_when, plan_then, whose_need, need, dropped, no_room, weeks,
            ask_days, ask_minute, ask_zone, ask_changes, began, paused_days, state, paused_since, paused_until,
            finished_on, became_natural, learned, look_again_on
        FROM step WHERE organisation = $1 AND person = $2 AND id = $3";
    ALL = "SELECT id, practice, own, side, area, plan_when, plan_then, whose_need, need, dropped, no_room, weeks,
            ask_days, ask_minute, ask_zone, ask_changes, began, paused_days, state, paused_since, paused_until,
            finished_on, became_natural, learned, look_again_on
        FROM step WHERE organisation = $1 AND person = $2 ORDER BY began DESC, id";
    OWNER = "SELECT person FROM step WHERE organisation = $1 AND id = $2";
    SAVE_STATE = "UPDATE step SET paused_days = $4, state = $5, paused_since = $6, paused_until = $7, finished_on = $8,
            became_natural = $9, learned = $10, look_again_on = $11
        WHERE organisation = $1 AND person = $2 AND id = $3";
    SAVE_MOMENT = "UPDATE step SET ask_days = $4, ask_minute = $5, ask_zone = $6, ask_changes = ask_changes + 1
        WHERE organisation = $1 AND person = $2 AND id = $3";
    STEPPING = "SELECT DISTINCT person FROM step
        WHERE organisation = $1 AND began <= $3 AND (finished_on IS NULL OR finished_on >= $2) ORDER BY person";
    COUNT = "SELECT COUNT(*) FROM step WHERE organisation = $1 AND person = $2";
    ERASE = "DELETE FROM step WHERE organisation = $1 AND person = $2";
    PUT_CHECK_IN = "INSERT INTO check_in (organisation, step, day, outcome, words) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (organisation, step, day) DO UPDATE SET outcome = excluded.outcome, words = excluded.words";
    CHECK_INS = "SELECT day, outcome, words FROM check_in WHERE organisation = $1 AND step = $2 ORDER BY day";
}

/// A step as it is remembered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredStep {
    /// Its id.
    pub id: StepId,
    /// The step.
    pub step: Step,
    /// How many times its moment has been changed.
    pub moment_changes: u32,
    /// When to look at it once more, if it is finished and that was wanted.
    pub look_again_on: Option<Date>,
}

/// Where a step stands, as columns.
struct StateColumns {
    since: Option<String>,
    until: Option<String>,
    on: Option<String>,
    natural: Option<&'static str>,
    learned: Option<String>,
}

impl StateColumns {
    fn of(state: &State) -> StateColumns {
        let mut columns = StateColumns { since: None, until: None, on: None, natural: None, learned: None };
        match state {
            State::Practising => {}
            State::Paused { since, until } => {
                columns.since = Some(since.to_string());
                columns.until = until.map(|until| until.to_string());
            }
            State::Finished { on, outcome } => {
                columns.on = Some(on.to_string());
                columns.natural = Some(outcome.natural.code());
                columns.learned =
                    outcome.learned.as_ref().filter(|it| !it.is_empty()).map(ToString::to_string);
            }
        }
        columns
    }
}

/// Everybody who had a step under way on any day from `from` to `to`. For working out whom a step is compared with, and to be shown to nobody.
///
/// # Errors
/// What the database says.
pub fn stepping(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    from: Date,
    to: Date,
) -> Result<HashSet<PersonId>, Fault> {
    let days = (from.to_string(), to.to_string());
    let people =
        tx.all(STEPPING, args![organisation.0, &days.0, &days.1], |row| Ok(PersonId(row.get(0)?)))?;
    Ok(people.into_iter().collect())
}

/// Remembers a new step of a person's.
///
/// # Errors
/// What the database says.
pub fn add(
    tx: &mut Tx<'_>,
    (organisation, person): (OrganisationId, PersonId),
    id: StepId,
    step: &Step,
) -> Result<(), Fault> {
    let chosen = &step.chosen;
    let (practice, own) = match &chosen.practice {
        PracticeChoice::Catalogue(practice) => (Some(practice.id), None),
        PracticeChoice::Own(words, ..) => (None, Some(words.as_str())),
    };
    let (dropped, no_room) = match &chosen.room {
        Room::Drop(drop) => (Some(drop.0), None),
        Room::NothingYet(why) => (None, Some(why.as_str())),
    };
    let moment = chosen.moment.as_ref();
    let state = StateColumns::of(&step.state);
    tx.run(
        ADD,
        args![
            organisation.0,
            id.0,
            person.0,
            practice,
            own,
            chosen.practice.side().code(),
            chosen.practice.area().code(),
            chosen.plan.when.as_str(),
            chosen.plan.then.as_str(),
            chosen.need.whose.code(),
            chosen.need.words.as_ref().map(Line::as_str),
            dropped,
            no_room,
            u32::from(chosen.weeks.get()),
            moment.map(|moment| u32::from(moment.days().bits())),
            moment.map(|moment| minute_of(moment.time())),
            moment.map(Moment::zone),
            &step.began.to_string(),
            u32::from(step.paused_days),
            step.state.kind().code(),
            state.since.as_ref(),
            state.until.as_ref(),
            state.on.as_ref(),
            state.natural,
            state.learned.as_ref(),
            None::<&str>,
        ],
    )?;
    Ok(())
}

/// One of a person's own steps.
///
/// # Errors
/// [`Fault::NotFound`] when it is not theirs.
pub fn by_id(
    tx: &mut Tx<'_>,
    (organisation, person): (OrganisationId, PersonId),
    id: StepId,
) -> Result<StoredStep, Fault> {
    tx.one(BY_ID, args![organisation.0, person.0, id.0], read)
}

/// All of a person's steps, the latest first.
///
/// # Errors
/// What the database says.
pub fn all(
    tx: &mut Tx<'_>,
    (organisation, person): (OrganisationId, PersonId),
) -> Result<Vec<StoredStep>, Fault> {
    tx.all(ALL, args![organisation.0, person.0], read)
}

/// Whose step it is; for the clockwork, which knows the step alone.
///
/// # Errors
/// What the database says.
pub fn owner(tx: &mut Tx<'_>, organisation: OrganisationId, id: StepId) -> Result<Option<PersonId>, Fault> {
    tx.maybe(OWNER, args![organisation.0, id.0], |row| Ok(PersonId(row.get(0)?)))
}

/// Remembers where a step stands.
///
/// # Errors
/// What the database says.
pub fn save_state(
    tx: &mut Tx<'_>,
    (organisation, person): (OrganisationId, PersonId),
    id: StepId,
    step: &Step,
    look_again_on: Option<Date>,
) -> Result<(), Fault> {
    let StateColumns { since, until, on, natural, learned } = StateColumns::of(&step.state);
    let look_again_on = look_again_on.map(|day| day.to_string());
    tx.run(
        SAVE_STATE,
        args![
            organisation.0,
            person.0,
            id.0,
            u32::from(step.paused_days),
            step.state.kind().code(),
            since.as_ref(),
            until.as_ref(),
            on.as_ref(),
            natural,
            learned.as_ref(),
            look_again_on.as_ref(),
        ],
    )?;
    Ok(())
}

/// Remembers when to ask about a step; `None` for never.
///
/// # Errors
/// What the database says.
pub fn save_moment(
    tx: &mut Tx<'_>,
    (organisation, person): (OrganisationId, PersonId),
    id: StepId,
    moment: Option<&Moment>,
) -> Result<(), Fault> {
    let days = moment.map(|moment| u32::from(moment.days().bits()));
    let minute = moment.map(|moment| minute_of(moment.time()));
    let zone = moment.map(Moment::zone);
    tx.run(SAVE_MOMENT, args![organisation.0, person.0, id.0, days, minute, zone])?;
    Ok(())
}

/// How many steps a person has, of all kinds.
///
/// # Errors
/// What the database says.
pub fn count(tx: &mut Tx<'_>, (organisation, person): (OrganisationId, PersonId)) -> Result<u32, Fault> {
    tx.one(COUNT, args![organisation.0, person.0], |row| row.count(0))
}

/// Forgets all of a person's steps and their check-ins.
///
/// # Errors
/// What the database says.
pub fn erase(tx: &mut Tx<'_>, (organisation, person): (OrganisationId, PersonId)) -> Result<(), Fault> {
    tx.run(ERASE, args![organisation.0, person.0])?;
    Ok(())
}

/// Remembers a check-in; one about the same day is replaced.
///
/// # Errors
/// What the database says.
pub fn put_check_in(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: StepId,
    check_in: &CheckIn,
) -> Result<(), Fault> {
    let CheckIn { on, outcome, words } = check_in;
    let words = words.as_ref().map(Line::as_str);
    tx.run(PUT_CHECK_IN, args![organisation.0, id.0, &on.to_string(), outcome.code(), words])?;
    Ok(())
}

/// The check-ins of a step.
///
/// # Errors
/// What the database says.
pub fn check_ins(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: StepId,
) -> Result<steps::CheckIns, Fault> {
    let read = |row: &Row<'_>| {
        Ok(CheckIn {
            on: row.date(0)?,
            outcome: row.parse(1, "outcome of a check-in", Done::from_code)?,
            words: row.parse_maybe(2, "words of a check-in", line)?,
        })
    };
    Ok(tx.all(CHECK_INS, args![organisation.0, id.0], read)?.into_iter().collect())
}

fn line(text: &str) -> Option<Line> {
    Line::new(text).ok()
}

fn read(row: &Row<'_>) -> Result<StoredStep, Fault> {
    let step = Step {
        chosen: read_chosen(row)?,
        began: row.date(16)?,
        paused_days: row.count(17)?.try_into().map_err(|_| Fault::Unreadable { what: "days of pause" })?,
        state: read_state(row)?,
    };
    Ok(StoredStep {
        id: StepId(row.get(0)?),
        step,
        moment_changes: row.count(15)?,
        look_again_on: row.date_maybe(24)?,
    })
}

fn read_chosen(row: &Row<'_>) -> Result<ChooseStep, Fault> {
    let practice = match row.parse_maybe(1, "practice", Practice::by_id)? {
        Some(practice) => PracticeChoice::Catalogue(practice),
        None => PracticeChoice::Own(
            row.parse(2, "own practice", line)?,
            row.parse(3, "side", Side::from_code)?,
            row.parse(4, "area", Area::from_code)?,
        ),
    };
    let room = match row.get::<Option<i64>>(9)? {
        Some(drop) => Room::Drop(DropId(drop)),
        None => Room::NothingYet(row.parse(10, "why there is no room", line)?),
    };
    let weeks = u8::try_from(row.count(11)?).ok().and_then(Weeks::new);
    Ok(ChooseStep {
        practice,
        plan: Plan { when: row.parse(5, "when", line)?, then: row.parse(6, "then", line)? },
        need: Need {
            whose: row.parse(7, "whose need", Whose::from_code)?,
            words: row.parse_maybe(8, "words of a need", line)?,
        },
        room,
        weeks: weeks.ok_or(Fault::Unreadable { what: "weeks of a step" })?,
        moment: read_moment(row)?,
    })
}

fn read_moment(row: &Row<'_>) -> Result<Option<Moment>, Fault> {
    let Some(zone) = row.get::<Option<String>>(14)? else { return Ok(None) };
    let moment = Moment::new(days_of(row.count(12)?)?, time_of(row.count(13)?)?, &zone);
    moment.map(Some).map_err(|_| Fault::Unreadable { what: "moment" })
}

fn read_state(row: &Row<'_>) -> Result<State, Fault> {
    Ok(match row.get::<String>(18)?.as_str() {
        "practising" => State::Practising,
        "paused" => State::Paused { since: row.date(19)?, until: row.date_maybe(20)? },
        _ => State::Finished {
            on: row.date(21)?,
            outcome: Outcome {
                natural: row.parse(22, "became natural", Natural::from_code)?,
                learned: row.parse_maybe(23, "what was learned", |text| Words::new(text).ok())?,
            },
        },
    })
}
