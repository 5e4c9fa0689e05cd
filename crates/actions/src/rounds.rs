//! Rounds of questions: to plan, to call off, and to look at. What happens by the clock stands below.

mod apart;
mod freezing;
mod keys;
mod letters;
mod opening;
mod slips;
mod strict;
mod theirs;

use access::Actor;
use jiff::civil::Date;
use people::{AsOf, Language, OrganisationId, PersonId, UnitId};
use pulse::grouping::{self, Grouping, TooFew};
use pulse::{
    Participation, Place, PlanError, Questionnaire, Reach, Round, RoundId, RoundMember, RoundNode,
    RoundState, Set,
};
use store::queue::{Job, Sort};
pub use store::rounds::Opening;

pub use freezing::freeze;
pub(crate) use keys::open_private_key;
pub use keys::{make_keys, private_key};
pub use letters::{invite, remind};
pub(crate) use opening::open_without_keys;
pub use opening::{open, opening_of};
pub use slips::{MOST_SLIPS, MadeSlips, SlipsRefused, make_slips};
pub use strict::{strict_since, switch_strict};

use crate::audit::{Act, note_for};
use crate::{Desk, Fault, Tx};
use theirs::Theirs;

/// The most rounds planned in one go.
pub const MOST_AT_ONCE: u32 = 12;
/// Whoever wants a round to open at once takes a while to say so: an opening no longer ago than this means now.
const AT_ONCE: jiff::SignedDuration = jiff::SignedDuration::from_hours(1);
/// "Did you talk about it" is asked this long after closing, for as long as this.
const TALK_AFTER_DAYS: i64 = 14;
const TALK_OPEN_DAYS: i64 = 7;

/// A round as whoever plans it wants it.
#[derive(Debug, Clone)]
pub struct NewRound {
    /// What it is called.
    pub name: String,
    /// The top of what is asked.
    pub unit: UnitId,
    /// Who below it.
    pub reach: Reach,
    /// What is asked.
    pub questionnaire: Questionnaire,
    /// When it opens.
    pub opens_at: jiff::Timestamp,
    /// When it closes.
    pub closes_at: jiff::Timestamp,
    /// What it is asked in.
    pub languages: Vec<Language>,
    /// The fewest answers anything is shown of.
    pub k: u32,
    /// When it was taken up in samverkan or MED, if it was.
    pub consulted_on: Option<Date>,
    /// Whether a short round follows, two weeks after this one has closed: did you talk about it.
    pub ask_whether_talked: bool,
}

/// Why a round was not planned, or something else not done to it.
#[derive(Debug, thiserror::Error)]
pub enum RoundRefused {
    /// Only HR, and a manager for their own unit.
    #[error("not one's own to do")]
    NotYours,
    /// The rules of rounds.
    #[error(transparent)]
    Plan(#[from] PlanError),
    /// Too few people.
    #[error(transparent)]
    TooFew(#[from] TooFew),
    /// Too soon after, or before, another round of the unit.
    #[error("the next day that is free is {0}")]
    TooClose(Date),
    /// The same is asked of the same people about then, and shown in the other way: by unit or by occupation.
    #[error("the first day that is free is {0}")]
    SameQuestions(Date),
    /// A manager's own round is short.
    #[error("a manager's own round has at most {} questions", Round::LEADERS_OWN_QUESTIONS)]
    TooLong,
    /// Some question is made for others than those asked.
    #[error("a question does not suit those asked")]
    Unsuited,
    /// An own question is not there in this language.
    #[error("a question is missing in {}", .0.code())]
    NotTranslated(Language),
    /// The day it was taken up lies ahead.
    #[error("that day has not come")]
    ConsultedAhead,
    /// It is too late for that.
    #[error("the round has come too far")]
    TooLate,
    /// The machinery.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// What would be asked, seen as the organisation is on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outlook {
    /// How many ballots could be collected.
    pub eligible: u32,
    /// In how many key groups.
    pub groups: u32,
    /// How many units have a group to themselves.
    pub units_alone: u32,
    /// How many units have people asked.
    pub units: u32,
}

/// A round with what its page shows.
#[derive(Debug, Clone)]
pub struct RoundView {
    /// As planned.
    pub round: Round,
    /// How far it has come.
    pub state: RoundState,
    /// The unit's name.
    pub unit: String,
    /// What is asked.
    pub questionnaire: Questionnaire,
    /// The frozen tree; empty before.
    pub nodes: Vec<RoundNode>,
    /// Whose people are in which leaf; empty before it is frozen.
    pub members: Vec<RoundMember>,
    /// The key groups, with the slips made and those not used.
    pub groups: Vec<GroupView>,
    /// Keys made, of how many.
    pub keys: (u32, u32),
    /// The hash of the manifest, once open.
    pub hash: Option<[u8; 32]>,
    /// How many have collected a ballot, coarsely; while it is open, and where anybody is asked by name.
    pub participation: Option<Participation>,
    /// What was counted, once it has closed.
    pub closing: Option<pulse::ClosedRound>,
}

/// A key group as its round's page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupView {
    /// The leaf.
    pub place: Place,
    /// Its name.
    pub name: String,
    /// How many are asked.
    pub eligible: u32,
    /// Slips made.
    pub slips: u32,
    /// Slips not used.
    pub slips_left: u32,
}

/// Plans a round, and with it the one that asks whether it was talked about, if that is wanted.
///
/// # Errors
/// [`RoundRefused`].
pub fn plan(tx: &mut Tx<'_>, by: &Actor, new: &NewRound, today: Date) -> Result<RoundId, RoundRefused> {
    let chart = chart(tx, by.organisation)?;
    let on = chart.as_of(today);
    let behalf = may_plan(tx, by, &on, new)?;
    if new.consulted_on.is_some_and(|day| day > today) {
        return Err(RoundRefused::ConsultedAhead);
    }
    suits(&new.questionnaire, new.reach, &new.languages)?;
    let organisation = store::organisations::only(tx)?.ok_or(Fault::NotFound)?;
    if let Some(free) = apart::next_free(tx, by, &on, new, &organisation)? {
        return Err(RoundRefused::SameQuestions(free));
    }
    if new.reach != Reach::Open {
        grouped(&on, new.unit, new.reach)?;
    }
    let planner = behalf.unwrap_or(by.person);
    let id = add(tx, (by.organisation, planner), new, None)?;
    if new.ask_whether_talked {
        add(tx, (by.organisation, planner), &talk_after(new, organisation.language)?, Some(id))?;
    }
    note_for(tx, by, behalf, Act::RoundPlanned.in_round(id).at(new.unit))?;
    Ok(id)
}

/// Plans `times` rounds alike, each opening so many weeks after the one before: a year of rounds. Their names are numbered.
///
/// # Errors
/// [`RoundRefused`]; then none is planned.
pub fn plan_series(
    tx: &mut Tx<'_>,
    by: &Actor,
    new: &NewRound,
    (times, weeks_apart): (u32, u32),
    today: Date,
) -> Result<RoundId, RoundRefused> {
    let mut first = None;
    for number in 0..times.clamp(1, MOST_AT_ONCE) {
        let later = jiff::SignedDuration::from_hours(i64::from(number * weeks_apart) * 7 * 24);
        let mut next = new.clone();
        next.opens_at += later;
        next.closes_at += later;
        if times > 1 {
            next.name = format!("{} {}", new.name, number + 1);
        }
        // What was taken up is this year's plan: it holds for all of it.
        let id = plan(tx, by, &next, today)?;
        first.get_or_insert(id);
    }
    first.ok_or(RoundRefused::Fault(Fault::NotFound))
}

fn add(
    tx: &mut Tx<'_>,
    (organisation, planner): (OrganisationId, PersonId),
    new: &NewRound,
    follows: Option<RoundId>,
) -> Result<RoundId, RoundRefused> {
    let id = RoundId(tx.fresh_id()?);
    let now = tx.now();
    let at_once = new.opens_at < now && now.duration_since(new.opens_at) <= AT_ONCE;
    let round = Round {
        id,
        organisation,
        name: new.name.trim().to_owned(),
        planned_by: Some(planner),
        unit: new.unit,
        reach: new.reach,
        opens_at: if at_once { now } else { new.opens_at },
        draws_end_at: new.closes_at - Round::DRAWS_END_BEFORE,
        closes_at: new.closes_at,
        languages: new.languages.clone(),
        k: new.k,
        // Settled when it opens.
        strict: false,
        consulted_on: new.consulted_on,
        follows,
        cancelled_at: None,
    };
    round.check(now)?;
    store::rounds::add(tx, &round, &new.questionnaire)?;
    let freeze_at = round.frozen_at().max(now);
    store::queue::put(tx, organisation, Sort::FreezeRound, id.0, freeze_at)?;
    Ok(id)
}

fn talk_after(new: &NewRound, language: Language) -> Result<NewRound, RoundRefused> {
    let days = |days: i64| jiff::SignedDuration::from_hours(days * 24);
    let opens_at = new.closes_at + days(TALK_AFTER_DAYS);
    let questions = Set::Talk.questions().to_vec();
    let questionnaire = Questionnaire::new(questions).map_err(|_| RoundRefused::Unsuited)?;
    let followed: String = new.name.trim().chars().take(Round::NAME / 2).collect();
    let name = ::words::of(language).rounds_follow_name(followed).chars().take(Round::NAME).collect();
    let closes_at = opens_at + days(TALK_OPEN_DAYS);
    Ok(NewRound { name, opens_at, closes_at, questionnaire, ask_whether_talked: false, ..new.clone() })
}

/// HR may everywhere, and that of an authority within it; a manager a short one for a unit they lead, four weeks from any other of it; and
/// whoever stands in for a manager what that manager may. Gives whom they stand in for.
fn may_plan(
    tx: &mut Tx<'_>,
    by: &Actor,
    on: &AsOf<'_>,
    new: &NewRound,
) -> Result<Option<PersonId>, RoundRefused> {
    if on.unit(new.unit).is_none() {
        return Err(RoundRefused::NotYours);
    }
    let theirs = Theirs::of(tx, by, on)?;
    if theirs.as_hr(new.unit) {
        return Ok(None);
    }
    let leads = on.leads(new.unit).iter().any(|lead| lead.person == by.person);
    let behalf = theirs.instead(new.unit).filter(|_| !leads);
    if !(leads || behalf.is_some()) || !matches!(new.reach, Reach::Unit | Reach::Open) {
        return Err(RoundRefused::NotYours);
    }
    if new.questionnaire.questions().len() > Round::LEADERS_OWN_QUESTIONS {
        return Err(RoundRefused::TooLong);
    }
    let rounds = store::rounds::latest(tx, by.organisation)?;
    let same = rounds.iter().filter(|(round, state)| {
        round.unit == new.unit
            && round.asks_by_name() == (new.reach != Reach::Open)
            && round.follows.is_none()
            && *state != RoundState::CalledOff
    });
    let day = |at: jiff::Timestamp| at.to_zoned(jiff::tz::TimeZone::UTC).date();
    let taken: Vec<_> = same.map(|(round, _)| day(round.opens_at)).collect();
    Round::next_free_day(day(new.opens_at), &taken)
        .map_or(Ok(behalf), |free| Err(RoundRefused::TooClose(free)))
}

fn suits(questionnaire: &Questionnaire, reach: Reach, languages: &[Language]) -> Result<(), RoundRefused> {
    if questionnaire.unsuited(reach).next().is_some() {
        return Err(RoundRefused::Unsuited);
    }
    let missing = |language: &&Language| {
        questionnaire.questions().iter().any(|question| question.wording.in_language(**language).is_none())
    };
    languages.iter().find(missing).map_or(Ok(()), |language| Err(RoundRefused::NotTranslated(*language)))
}

/// Plans a round and sees it opened at once, however long its keys take: in the demo, and in tests. It opens at the desk's
/// own time.
///
/// # Errors
/// [`RoundRefused`].
pub async fn plan_and_open(
    desk: &Desk,
    by: Actor,
    new: NewRound,
    today: Date,
) -> Result<RoundId, RoundRefused> {
    let id = desk.write(move |tx| plan(tx, &by, &new, today)).await?;
    let now = desk.now();
    let job = move |sort| Job {
        organisation: by.organisation,
        id: 0,
        sort,
        subject: id.0,
        tries: 1,
        claimed_until: now,
    };
    desk.write(move |tx| freeze(tx, job(Sort::FreezeRound))).await?;
    make_keys(desk, job(Sort::MakeKeys)).await?;
    desk.write(move |tx| open(tx, job(Sort::OpenRound))).await?;
    Ok(id)
}

/// Whom a round would ask today, and in what groups.
///
/// # Errors
/// [`RoundRefused::TooFew`], or a fault.
pub fn outlook(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    unit: UnitId,
    reach: Reach,
    today: Date,
) -> Result<Outlook, RoundRefused> {
    let chart = chart(tx, organisation)?;
    let grouping = grouped(&chart.as_of(today), unit, reach)?;
    let leaves = grouping.nodes.iter().filter(|node| !node.parts.is_empty());
    let groups = leaves.clone().count() as u32;
    let units_alone = leaves.filter(|node| node.unit.is_some()).count() as u32;
    let units = grouping.members.len() as u32;
    Ok(Outlook { eligible: grouping.nodes[0].eligible, groups, units_alone, units })
}

pub(crate) fn chart(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<people::Chart, Fault> {
    let mut chart = store::chart::tree(tx, organisation)?;
    store::chart::add_staff(tx, organisation, &mut chart)?;
    Ok(chart)
}

fn grouped(on: &AsOf<'_>, unit: UnitId, reach: Reach) -> Result<Grouping, TooFew> {
    grouping::group(&pulse::asked(on, unit, reach), Round::LEAST_ELIGIBLE)
}

/// The units a round can be planned for: for HR all, or all of their authority, parents before children; for a manager those they lead. With
/// how deep each lies.
///
/// # Errors
/// A fault.
pub fn plannable(tx: &mut Tx<'_>, by: &Actor, today: Date) -> Result<Vec<(UnitId, String, u32)>, Fault> {
    let chart = store::chart::tree(tx, by.organisation)?;
    let on = chart.as_of(today);
    let theirs = Theirs::of(tx, by, &on)?;
    let mut found = Vec::new();
    let mut tops: Vec<_> = on.units().into_iter().filter(|(_, facts)| facts.parent.is_none()).collect();
    tops.reverse();
    let mut waiting: Vec<_> = tops.into_iter().map(|(unit, _)| (unit, 0)).collect();
    while let Some((unit, depth)) = waiting.pop() {
        let Some(facts) = on.unit(unit) else { continue };
        if theirs.as_hr(unit) {
            found.push((unit, facts.name.clone(), depth));
        } else if on.leads(unit).iter().any(|lead| lead.person == by.person) || theirs.instead(unit).is_some()
        {
            found.push((unit, facts.name.clone(), 0));
        }
        let mut below: Vec<_> = on.children(unit).to_vec();
        below.sort_by_key(|unit| std::cmp::Reverse(on.unit(*unit).map(|facts| facts.name.clone())));
        waiting.extend(below.into_iter().map(|unit| (unit, depth + 1)));
    }
    Ok(found)
}

/// The rounds that somebody may see the planning of: HR and the top manager all, HR of an authority those of it; a manager those they planned. The one that
/// opens last first.
///
/// # Errors
/// A fault.
pub fn all(tx: &mut Tx<'_>, by: &Actor) -> Result<Vec<(Round, RoundState)>, Fault> {
    let mut rounds = store::rounds::latest(tx, by.organisation)?;
    let theirs = Theirs::today(tx, by)?;
    rounds.retain(|(round, _)| theirs.may_see(by, round));
    Ok(rounds)
}

/// One round with all its page shows.
///
/// # Errors
/// [`Fault::NotFound`] when it is not theirs to see.
pub fn by_id(tx: &mut Tx<'_>, by: &Actor, id: RoundId) -> Result<RoundView, Fault> {
    let (round, state) = store::rounds::by_id(tx, by.organisation, id)?;
    let theirs = Theirs::today(tx, by)?;
    if !theirs.may_see(by, &round) {
        return Err(Fault::NotFound);
    }
    view(tx, round, state)
}

fn view(tx: &mut Tx<'_>, round: Round, state: RoundState) -> Result<RoundView, Fault> {
    let (organisation, id) = (round.organisation, round.id);
    let nodes = store::rounds::tree(tx, organisation, id)?;
    let left = store::rounds::slips_left(tx, organisation, id)?;
    let mut collected = 0;
    let mut groups = Vec::new();
    for group in store::rounds::groups(tx, organisation, id)? {
        let slips_left = left.iter().find(|(place, _)| *place == group.place).map_or(0, |(_, left)| *left);
        collected += group.drawn + group.slips.saturating_sub(slips_left);
        let Some(node) = nodes.get(group.place.0 as usize) else { continue };
        let (name, eligible) = (node.name.clone(), node.eligible);
        groups.push(GroupView { place: group.place, name, eligible, slips: group.slips, slips_left });
    }
    let eligible = nodes.first().map_or(0, |node| node.eligible);
    let open = state == RoundState::Open;
    Ok(RoundView {
        unit: store::organisations::unit_name(tx, organisation, round.unit)?,
        questionnaire: store::rounds::questionnaire(tx, organisation, id)?,
        members: store::rounds::members(tx, organisation, id)?,
        keys: store::rounds::keys_made(tx, organisation, id)?,
        hash: store::rounds::hash_of(tx, organisation, id)?,
        participation: Participation::of(collected, eligible).filter(|_| open),
        closing: store::results::closing(tx, organisation, id)?,
        groups,
        nodes,
        round,
        state,
    })
}

/// Notes when a round was taken up in samverkan or MED. If only that was missing, it opens.
///
/// # Errors
/// [`RoundRefused`].
pub fn note_consultation(
    tx: &mut Tx<'_>,
    by: &Actor,
    id: RoundId,
    on: Date,
    today: Date,
) -> Result<(), RoundRefused> {
    let (round, state, behalf) = changeable(tx, by, id)?;
    if on > today {
        return Err(RoundRefused::ConsultedAhead);
    }
    if !matches!(state, RoundState::Planned | RoundState::Frozen) {
        return Err(RoundRefused::TooLate);
    }
    consulted(tx, &round, state, on)?;
    // What was taken up holds for the question that follows too: it was part of the plan.
    for (follow_up, state) in follow_ups(tx, &round)? {
        if follow_up.consulted_on.is_none() {
            consulted(tx, &follow_up, state, on)?;
        }
    }
    Ok(note_for(tx, by, behalf, Act::ConsultationNoted.in_round(id))?)
}

fn consulted(tx: &mut Tx<'_>, round: &Round, state: RoundState, on: Date) -> Result<(), Fault> {
    store::rounds::consult(tx, round.organisation, round.id, on)?;
    if state == RoundState::Frozen {
        let at = round.opens_at.max(tx.now());
        store::queue::put(tx, round.organisation, Sort::OpenRound, round.id.0, at)?;
    }
    Ok(())
}

/// The rounds that ask whether this one was talked about, and have not opened yet.
fn follow_ups(tx: &mut Tx<'_>, round: &Round) -> Result<Vec<(Round, RoundState)>, Fault> {
    let mut rounds = store::rounds::latest(tx, round.organisation)?;
    rounds.retain(|(one, state)| {
        one.follows == Some(round.id) && matches!(state, RoundState::Planned | RoundState::Frozen)
    });
    Ok(rounds)
}

/// Calls a round off. Answers given are never shown to anybody; who collected a ballot is forgotten at once.
///
/// # Errors
/// [`RoundRefused`].
pub fn call_off(tx: &mut Tx<'_>, by: &Actor, id: RoundId) -> Result<(), RoundRefused> {
    let (round, state, behalf) = changeable(tx, by, id)?;
    if matches!(state, RoundState::Closed | RoundState::CalledOff) {
        return Err(RoundRefused::TooLate);
    }
    end(tx, &round)?;
    Ok(note_for(tx, by, behalf, Act::RoundCalledOff.in_round(id))?)
}

/// With it ends the round that would have asked whether it was talked about: there will be nothing to talk about.
fn end(tx: &mut Tx<'_>, round: &Round) -> Result<(), Fault> {
    let follow_ups = follow_ups(tx, round)?;
    for one in follow_ups.iter().map(|(follow_up, _)| follow_up).chain([round]) {
        store::rounds::call_off(tx, one.organisation, one.id)?;
        forget_work(tx, one.organisation, one.id)?;
    }
    Ok(())
}

/// Takes away what the clockwork was to do for a round that is over.
pub(crate) fn forget_work(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    round: RoundId,
) -> Result<(), Fault> {
    let sorts = [
        Sort::FreezeRound,
        Sort::MakeKeys,
        Sort::OpenRound,
        Sort::InviteRound,
        Sort::RemindRound,
        Sort::CloseRound,
    ];
    for sort in sorts {
        store::queue::remove(tx, organisation, sort, round.0)?;
    }
    Ok(())
}

/// A round that somebody may change, and whom they stand in for when they do.
fn changeable(
    tx: &mut Tx<'_>,
    by: &Actor,
    id: RoundId,
) -> Result<(Round, RoundState, Option<PersonId>), RoundRefused> {
    let (round, state) = store::rounds::by_id(tx, by.organisation, id)?;
    let theirs = Theirs::today(tx, by)?;
    if !theirs.may_see(by, &round) {
        return Err(Fault::NotFound.into());
    }
    if !theirs.may_change(by, &round) {
        return Err(RoundRefused::NotYours);
    }
    let behalf = theirs.behalf(by, &round).filter(|_| !theirs.as_hr(round.unit));
    Ok((round, state, behalf))
}

/// The open rounds that ask somebody, and whether all their ballots of it are collected.
///
/// # Errors
/// A fault.
pub fn asking_me(tx: &mut Tx<'_>, by: &Actor) -> Result<Vec<(Round, bool)>, Fault> {
    let mut asking = Vec::new();
    for id in store::rounds::open_for(tx, by.organisation, by.person)? {
        let (round, state) = store::rounds::by_id(tx, by.organisation, id)?;
        if state == RoundState::Open && tx.now() < round.closes_at {
            let groups = store::rounds::groups_of(tx, by.organisation, id, by.person)?.len();
            let drawn = store::rounds::drawn_by(tx, by.organisation, id, by.person)?;
            asking.push((round, drawn as usize >= groups));
        }
    }
    Ok(asking)
}

/// The six words by which people compare a manifest's hash.
pub fn six_words(hash: &[u8; 32]) -> [String; 6] {
    blindballot::six_words(hash)
}

/// The path of somebody's own ballot: the same sort of link as in an invitation, made anew.
///
/// # Errors
/// [`Fault::NotFound`] when the round is not open or does not ask them.
pub fn ballot_path(tx: &mut Tx<'_>, by: &Actor, id: RoundId) -> Result<String, Fault> {
    let (round, state) = store::rounds::by_id(tx, by.organisation, id)?;
    let asked = !store::rounds::groups_of(tx, by.organisation, id, by.person)?.is_empty();
    let hash = store::rounds::hash_of(tx, by.organisation, id)?;
    match hash {
        Some(hash) if asked && state == RoundState::Open && tx.now() < round.closes_at => {
            letters::path_for(tx, &round, by.person, &hash)
        }
        _ => Err(Fault::NotFound),
    }
}
