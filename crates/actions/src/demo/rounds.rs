//! Rounds of the demo: two that are closed, the first with the question whether it was talked about, the second with what a team agreed;
//! one between them that is shown by occupation; and one that is open and asks those to try as.
//!
//! They are planned, frozen, opened and closed by the actions of every round, at their own times. Only two things are otherwise: the
//! closed ones have no keys, which nobody could use any more, and so their ballots are put where those of slips lie.

use access::{Actor, Role, Roles};
use disclosure::Answer;
use jiff::{SignedDuration, Timestamp};
use people::{Language, Organisation, PersonId, UnitId};
use pulse::{Question, Questionnaire, Reach, Round, RoundId, RoundState, Set};
use steps::{Area, Line};
use store::agreed::Agreed;
use store::queue::{Job, Sort};
use store::results::Cast;

use crate::authorities::AuthorityRefused;
use crate::rounds::{NewRound, RoundRefused};
use crate::{Desk, Fault};

/// How long ago each closed round closed, in days: so that the latest has been read, and the one before it can be compared with.
const CLOSED_DAYS_AGO: [(i64, Reach); 3] =
    [(196, Reach::Subtree), (100, Reach::Occupations), (14, Reach::Subtree)];
/// How long they were open, in days.
const OPEN_DAYS: i64 = 14;
/// How long the open one still is.
const STILL_OPEN_DAYS: i64 = 6;

/// The manager to try as talked with the team so long ago, and looks again in so many days.
const TALKED_DAYS_AGO: i64 = 9;
const LOOK_AGAIN_IN_DAYS: i64 = 33;

/// An authority released its answers so long after a round.
const RELEASED_DAYS_AFTER: i64 = 7;

/// It asks so many practice questions, and whether it is different from last time.
const OPEN_QUESTIONS: usize = 3;

/// Who plans, and for what.
pub(super) struct Planners {
    /// HR.
    pub(super) hr: PersonId,
    /// A manager, and the unit they lead.
    pub(super) manager: (PersonId, UnitId),
    /// The unit below which everybody was asked in the closed rounds.
    pub(super) top: UnitId,
}

/// Lives through the rounds.
pub(super) async fn live(
    desk: &Desk,
    organisation: &Organisation,
    seed: u64,
    planners: Planners,
) -> Result<(), Fault> {
    let actor = |person, role| {
        let roles = Roles::default().with(Role::Employee).with(role);
        Actor { organisation: organisation.id, person, roles }
    };
    let hr = actor(planners.hr, Role::Hr);
    let mut latest = None;
    for (number, (days_ago, reach)) in (0_u32..).zip(CLOSED_DAYS_AGO) {
        let closes_at = desk.now() - days(days_ago);
        let opens_at = closes_at - days(OPEN_DAYS);
        let questions = match reach {
            Reach::Occupations => Set::Hme.questions().to_vec(),
            _ => [Set::Hme.questions(), Set::Practice.questions()].concat(),
        };
        let mut new = new_round(organisation, planners.top, reach, (opens_at, closes_at), questions)?;
        new.name = name(organisation.language, reach, opens_at);
        // The latest closed so lately that the question would be asked today, beside the open round.
        new.ask_whether_talked = number == 0;
        latest = closed(&desk.at(opens_at), hr, new, seed, number).await?;
    }
    release_but_the_latest(desk, organisation, latest).await?;
    let (manager, unit) = planners.manager;
    if let Some(round) = latest {
        talked(desk, actor(manager, Role::Leader), organisation, round, unit).await?;
    }
    let now = desk.now();
    let questions = [&Set::Practice.questions()[..OPEN_QUESTIONS], Set::Compared.questions()].concat();
    let times = (now, now + days(STILL_OPEN_DAYS));
    let mut new = new_round(organisation, unit, Reach::Unit, times, questions)?;
    new.name = different(organisation.language).into();
    let today = desk.today(&organisation.zone);
    match crate::rounds::plan_and_open(desk, actor(manager, Role::Leader), new, today).await {
        // In a very small municipality there are too few to ask.
        Ok(_) | Err(RoundRefused::TooFew(_)) => Ok(()),
        Err(RoundRefused::Fault(fault)) => Err(fault),
        Err(_) => Err(Fault::Unreadable { what: "round of the demo" }),
    }
}

/// Each authority has released what it said a week after it closed, of all rounds but the latest: so both can be seen.
async fn release_but_the_latest(
    desk: &Desk,
    organisation: &Organisation,
    latest: Option<RoundId>,
) -> Result<(), Fault> {
    let organisation = organisation.id;
    let rounds = desk.read(move |tx| store::rounds::latest(tx, organisation)).await?;
    for (round, _) in
        rounds.into_iter().filter(|(round, state)| *state == RoundState::Closed && Some(round.id) != latest)
    {
        let then = desk.at(round.closes_at + days(RELEASED_DAYS_AFTER));
        let today = then.now().to_zoned(jiff::tz::TimeZone::UTC).date();
        then.write(move |tx| {
            for given in store::access::given_roles(tx, organisation)? {
                let Some(authority) = given.authority else { continue };
                let roles = Roles::default().with(Role::Employee).with(given.role);
                let by = Actor { organisation, person: given.person, roles };
                match crate::authorities::release(tx, &by, round.id, authority, today) {
                    // Where nobody of it was asked, or nothing was published, there is nothing to release.
                    Ok(()) | Err(AuthorityRefused::Fault(Fault::NotFound)) => {}
                    Err(AuthorityRefused::Fault(fault)) => return Err(fault),
                    Err(_) => return Err(Fault::Unreadable { what: "release of the demo" }),
                }
            }
            Ok(())
        })
        .await?;
    }
    Ok(())
}

fn days(days: i64) -> SignedDuration {
    SignedDuration::from_hours(24 * days)
}

/// What a closed round is called, by the week it opened in. Between lines it breaks before "week", not after.
fn name(language: Language, reach: Reach, opened_at: Timestamp) -> String {
    let (asked, by_occupation, week) = match language {
        Language::Sv => ("Medarbetarfrågor", "per yrke", "vecka"),
        Language::Da => ("Medarbejderspørgsmål", "pr. stilling", "uge"),
        Language::En => ("Questions to all staff", "by occupation", "week"),
    };
    let week = format!("{week}\u{a0}{}", opened_at.strftime("%-V"));
    match reach {
        Reach::Occupations => format!("{asked} {by_occupation} {week}"),
        _ => format!("{asked} {week}"),
    }
}

/// What the open one is called.
const fn different(language: Language) -> &'static str {
    match language {
        Language::Sv => "Blev det annorlunda?",
        Language::Da => "Blev det anderledes?",
        Language::En => "Is it different now?",
    }
}

fn new_round(
    organisation: &Organisation,
    unit: UnitId,
    reach: Reach,
    (opens_at, closes_at): (Timestamp, Timestamp),
    questions: Vec<Question>,
) -> Result<NewRound, Fault> {
    let zone = organisation.time_zone();
    let own = organisation.language;
    let others = Language::ALL.into_iter().filter(|language| *language != own);
    let questionnaire =
        Questionnaire::new(questions).map_err(|_| Fault::Unreadable { what: "questions of the demo" })?;
    Ok(NewRound {
        name: String::new(),
        unit,
        reach,
        questionnaire,
        opens_at,
        closes_at,
        languages: std::iter::once(own).chain(others).collect(),
        k: Round::K,
        consulted_on: Some((opens_at - days(1)).to_zoned(zone).date()),
        ask_whether_talked: false,
    })
}

/// A round from its plan to its end, and the one that follows it if that is wanted. `then` is a desk at the time it opened.
async fn closed(
    then: &Desk,
    by: Actor,
    new: NewRound,
    seed: u64,
    number: u32,
) -> Result<Option<RoundId>, Fault> {
    let planned = then
        .write(move |tx| {
            let today = new.consulted_on.unwrap_or_default().saturating_add(jiff::Span::new().days(1));
            let id = match crate::rounds::plan(tx, &by, &new, today) {
                Ok(id) => id,
                Err(RoundRefused::TooFew(_)) => return Ok(None),
                Err(RoundRefused::Fault(fault)) => return Err(fault),
                Err(_) => return Err(Fault::Unreadable { what: "round of the demo" }),
            };
            let all = store::rounds::latest(tx, by.organisation)?.into_iter().map(|(round, _)| round);
            let mut rounds: Vec<Round> =
                all.filter(|round| round.id == id || round.follows == Some(id)).collect();
            rounds.sort_by_key(|round| round.opens_at);
            Ok(Some((id, rounds)))
        })
        .await?;
    let Some((id, rounds)) = planned else { return Ok(None) };
    for round in rounds {
        from_opening_to_end(then, by, round, seed, number).await?;
    }
    Ok(Some(id))
}

async fn from_opening_to_end(
    desk: &Desk,
    by: Actor,
    round: Round,
    seed: u64,
    number: u32,
) -> Result<(), Fault> {
    let (id, opens_at, closes_at) = (round.id, round.opens_at, round.closes_at);
    desk.at(opens_at)
        .write(move |tx| {
            crate::rounds::freeze(tx, job(by, id, Sort::FreezeRound, opens_at))?;
            crate::rounds::open_without_keys(tx, by.organisation, id)?;
            let questions = store::rounds::questionnaire(tx, by.organisation, id)?.questions().len();
            answer(tx, by, id, seed, number, questions)
        })
        .await?;
    let later = desk.at(closes_at);
    crate::closing::close(&later, job(by, id, Sort::CloseRound, closes_at)).await?;
    later.write(move |tx| crate::rounds::forget_work(tx, by.organisation, id)).await
}

/// What the manager to try as and the team agreed, some days after the latest answers. Nobody made up is written to.
async fn talked(
    desk: &Desk,
    by: Actor,
    organisation: &Organisation,
    round: RoundId,
    unit: UnitId,
) -> Result<(), Fault> {
    let today = desk.today(&organisation.zone);
    let day = |days: i64| today.saturating_add(jiff::Span::new().days(days));
    let words = match organisation.language {
        Language::Sv => "Varje måndagsmöte börjar med vad som gick bra, och vem som behöver hjälp i veckan",
        Language::Da => {
            "Hvert mandagsmøde begynder med, hvad der gik godt, og hvem der har brug for hjælp i ugen"
        }
        Language::En => "Every Monday meeting begins with what went well, and who needs help this week",
    };
    let words = Line::new(words).map_err(|_| Fault::Unreadable { what: "a line of the demo" })?;
    let (talked_on, look_again_on, told_at) = (day(-TALKED_DAYS_AGO), day(LOOK_AGAIN_IN_DAYS), desk.now());
    desk.write(move |tx| {
        let (_, leads) = store::results::own_places(tx, (by.organisation, round), by.person, today)?;
        let Some(place) = leads.first().copied() else { return Ok(()) };
        let unit_name = store::organisations::unit_name(tx, by.organisation, unit)?;
        let agreed = Agreed {
            round,
            place,
            unit,
            unit_name,
            area: Area::Team,
            words: words.clone(),
            talked_on,
            look_again_on,
            told_at,
        };
        store::agreed::agree(tx, &by, &agreed)
    })
    .await
}

fn job(by: Actor, round: RoundId, sort: Sort, now: Timestamp) -> Job {
    Job { organisation: by.organisation, id: 0, sort, subject: round.0, tries: 1, claimed_until: now }
}

fn answer(
    tx: &mut crate::Tx<'_>,
    by: Actor,
    round: RoundId,
    seed: u64,
    number: u32,
    questions: usize,
) -> Result<(), Fault> {
    let nodes = store::rounds::tree(tx, by.organisation, round)?;
    for group in store::rounds::groups(tx, by.organisation, round)? {
        let Some(node) = nodes.get(group.place.0 as usize) else { continue };
        let ballots = demo::answers(seed, &node.name, number, node.eligible, questions);
        store::rounds::count_slips(tx, by.organisation, round, group.place, ballots.len() as u32)?;
        for ballot in ballots {
            let answers = ballot.into_iter().map(|mark| mark.and_then(Answer::new)).collect();
            let cast = Cast { place: group.place, nonce: crate::desk::random(), answers, words: None };
            store::results::add_cast(tx, by.organisation, round, &cast)?;
        }
    }
    Ok(())
}
