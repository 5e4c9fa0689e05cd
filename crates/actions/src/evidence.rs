//! What the answers say of one's own step.

use std::collections::HashSet;
use std::sync::Arc;

use ::pulse::{Place, Question, Reach, Reading, Round, RoundId, RoundState, StepEvidence};
use access::Actor;
use jiff::ToSpan;
use jiff::civil::Date;
use people::PersonId;
use steps::StepId;

use crate::closing::rules;
use crate::results::{Shelf, closed_pools_of};
use crate::steps::whose;
use crate::{Fault, Tx};

/// A step must have been practised for so long before a round opens for it to be a round after the step, in days. It is written down
/// long before anybody answers.
const PRACTISED_DAYS: i64 = 28;

/// What the answers say of a step.
#[derive(Debug, Clone)]
pub enum Answers {
    /// The question of its area was answered before and after.
    Told {
        /// What they say.
        evidence: StepEvidence,
        /// The question.
        question: &'static Question,
        /// What the round before the step is called.
        before: String,
        /// What the round after it is called.
        after: String,
        /// Where the group's results of the round after are.
        results: (RoundId, Place),
    },
    /// The question was not asked before the step began.
    NotBefore,
    /// It has not been asked since, by a round that opened late enough.
    NotAfter,
    /// The group was shown together with others, or nothing was said but that nearly all answered alike.
    NotByItself,
}

/// What the answers of those one leads say of one's own step. Who else has a step is known here and nowhere outside: it only settles
/// which groups are stood beside.
///
/// # Errors
/// [`Fault::NotFound`] when the step is not the actor's own.
pub fn of_step(
    tx: &mut Tx<'_>,
    shelf: &Shelf,
    by: &Actor,
    id: StepId,
    today: Date,
) -> Result<Answers, Fault> {
    let step = store::steps::by_id(tx, whose(by), id)?.step;
    let question = Question::of_area(step.chosen.practice.area());
    let Some(organisation) = store::organisations::only(tx)? else { return Err(Fault::NotFound) };
    let zone = organisation.time_zone();
    let day = |at: jiff::Timestamp| at.to_zoned(zone.clone()).date();
    let practised = step.began.saturating_add(PRACTISED_DAYS.days());
    let (mut before, mut after) = (None, None);
    // The latest come first.
    for (round, state) in store::rounds::latest(tx, by.organisation)? {
        let of_staff = matches!(round.reach, Reach::Unit | Reach::Subtree);
        if state != RoundState::Closed || !of_staff || !published(tx, &round, question)? {
            continue;
        }
        let (_, leads) = store::results::own_places(tx, (by.organisation, round.id), by.person, today)?;
        let Some(place) = leads.first().copied() else { continue };
        if day(round.opens_at) >= practised {
            after = Some((round, place));
        } else if day(round.closes_at) <= step.began {
            before = Some(round);
            break;
        }
    }
    let Some(before) = before else { return Ok(Answers::NotBefore) };
    let Some((after, place)) = after else { return Ok(Answers::NotAfter) };
    let reading = reading(tx, shelf, by, (&before, &after), today)?;
    let Some(group) = reading.published.group(place) else { return Ok(Answers::NotByItself) };
    let stepping = store::steps::stepping(tx, by.organisation, day(before.closes_at), day(after.closes_at))?;
    let led = led_by(tx, by, &reading, &stepping, day(after.closes_at))?;
    let evidence = reading.evidence(&question.code.to_string(), &group, |pool| !led.contains(&pool));
    Ok(match evidence {
        Some(evidence) => {
            let results = (after.id, place);
            Answers::Told { evidence, question, before: before.name, after: after.name, results }
        }
        None => Answers::NotByItself,
    })
}

/// Whether a closed round asked the question, and something was published of it.
fn published(tx: &mut Tx<'_>, round: &Round, question: &Question) -> Result<bool, Fault> {
    let closing = store::results::closing(tx, round.organisation, round.id)?;
    let asked = store::rounds::questionnaire(tx, round.organisation, round.id)?;
    let asked = asked.questions().iter().any(|one| one.code == question.code);
    Ok(asked && closing.is_some_and(|closing| closing.withheld.is_none()))
}

/// The round after beside the one before, without what a wall keeps from the manager in either.
fn reading(
    tx: &mut Tx<'_>,
    shelf: &Shelf,
    by: &Actor,
    (before, after): (&Round, &Round),
    today: Date,
) -> Result<Arc<Reading>, Fault> {
    let closed = [closed_pools_of(tx, by, after, today)?, closed_pools_of(tx, by, before, today)?];
    let key = (after.organisation, after.id, Some(before.id), closed);
    if let Some(reading) = shelf.find(&key) {
        return Ok(reading);
    }
    let mut of = |round: &Round| store::results::published(tx, round.organisation, round.id, &rules(round)?);
    let (then, now) = (of(before)?, of(after)?);
    let [here, there] = &key.3;
    let reading = Arc::new(Reading::new(now.without(here), Some(then.without(there))));
    shelf.put(key, reading.clone());
    Ok(reading)
}

/// The pools with people who are led by one of `leaders` on a day.
fn led_by(
    tx: &mut Tx<'_>,
    by: &Actor,
    reading: &Reading,
    leaders: &HashSet<PersonId>,
    on: Date,
) -> Result<HashSet<usize>, Fault> {
    let chart = store::chart::tree(tx, by.organisation)?;
    let on = chart.as_of(on);
    let steps = |unit| on.leaders(unit).is_some_and(|led| led.people.iter().any(|it| leaders.contains(it)));
    let published = &reading.published;
    let leaves: HashSet<Place> = published
        .members
        .iter()
        .filter(|member| steps(member.part.unit))
        .map(|member| member.place)
        .collect();
    let pools = published.pools.iter().enumerate();
    Ok(pools.filter(|(_, pool)| pool.iter().any(|leaf| leaves.contains(leaf))).map(|(at, _)| at).collect())
}
