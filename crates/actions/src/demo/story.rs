//! A manager's story: what was dropped, what is practised and how it went, told day by day by the same actions as
//! everybody's.

use access::Actor;
use steps::{
    Done, How, Line, Need, Outcome, Plan, Practice, PracticeChoice, StepId, Wanted, Weeks, What, Whose, Words,
};

use crate::drops::{NewDrop, choose as choose_away};
use crate::steps::{MakesRoom, NewStep, choose, finish};
use crate::{Fault, Tx, check_in};

/// How many times a year a weekly series comes.
const TIMES_A_YEAR: u16 = 44;

/// A series as the calendar shows it: its fingerprint, minutes each time, and others invited.
pub(super) type Series = ([u8; 16], u32, u32);

/// Tells the story. What the rules refuse (a check-in too long ago, say) is left out.
pub(super) fn live(
    tx: &mut Tx<'_>,
    by: &Actor,
    story: &demo::Story,
    dropped: Option<Series>,
) -> Result<(), Fault> {
    if let Some(earlier) = &story.earlier
        && let Some(step) = begin(tx, by, &earlier.step, MakesRoom::NothingYet(line("Det rymdes ändå")?))?
    {
        practise(tx, by, step, &earlier.step)?;
        let natural = if earlier.natural { steps::Natural::Yes } else { steps::Natural::Partly };
        let outcome = Outcome { natural, learned: Words::new(earlier.learned).ok() };
        // A closed step that does not close would only be one more under way.
        let _ = finish(tx, by, step, &outcome, earlier.closed);
    }
    let Some(series) = dropped else { return Ok(()) };
    let drop = choose_away(tx, by, &what_goes(&story.drop, series)?, story.drop.from);
    let Ok(drop) = drop else { return Ok(()) };
    if let Some(step) = begin(tx, by, &story.step, MakesRoom::Drop(drop))? {
        practise(tx, by, step, &story.step)?;
    }
    Ok(())
}

fn what_goes(drop: &demo::ChosenDrop, (fingerprint, minutes_each, people): Series) -> Result<NewDrop, Fault> {
    Ok(NewDrop {
        what: What::Series {
            fingerprint,
            times_a_year: TIMES_A_YEAR,
            minutes_each: u16::try_from(minutes_each).unwrap_or(u16::MAX),
            people: u16::try_from(people).unwrap_or(u16::MAX),
        },
        name: Line::new(&drop.series_title).ok(),
        how: match drop.way {
            demo::DropWay::Gone => How::Drop,
            demo::DropWay::Shorter { .. } => How::Shorten,
        },
        wanted: Wanted::new(drop.wanted_minutes).ok_or(Fault::Unreadable { what: "wanted minutes" })?,
        takes_now: None,
    })
}

fn begin(
    tx: &mut Tx<'_>,
    by: &Actor,
    step: &demo::ChosenStep,
    making: MakesRoom,
) -> Result<Option<StepId>, Fault> {
    let Some(practice) = Practice::by_id(step.practice) else { return Ok(None) };
    let new = NewStep {
        practice: PracticeChoice::Catalogue(practice),
        plan: Plan { when: line(step.when)?, then: line(step.then)? },
        need: Need { whose: Whose::Team, words: Line::maybe(step.need).ok().flatten() },
        making,
        weeks: Weeks::new(10).ok_or(Fault::Unreadable { what: "weeks" })?,
        moment: None,
    };
    Ok(choose(tx, by, &new, true, step.started).ok())
}

fn practise(tx: &mut Tx<'_>, by: &Actor, id: StepId, step: &demo::ChosenStep) -> Result<(), Fault> {
    for day in &step.check_ins {
        let outcome = match day.outcome {
            demo::Outcome::Done => Done::Done,
            demo::Outcome::Not => Done::NotDone,
            demo::Outcome::NoOccasion => Done::NoOccasion,
        };
        let words = Line::maybe(day.words).ok().flatten();
        let said = check_in::Said { on: day.on, outcome, remark: check_in::Remark::Write(words) };
        let _ = check_in::check_in(tx, by, id, &said, day.on);
    }
    Ok(())
}

fn line(text: &str) -> Result<Line, Fault> {
    Line::new(text).map_err(|_| Fault::Unreadable { what: "a line of the demo" })
}
