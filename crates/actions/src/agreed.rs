//! The talk about results: what a leader and the team agreed, told back to the team, and whether they talked at all.

use ::pulse::grouping::Branch;
use ::pulse::{Place, Reach, Round, RoundId, RoundState};
use ::steps::{Area, Line};
use access::Actor;
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use people::{Person, PersonId, UnitId};
pub use store::agreed::Agreed;

use crate::results::{Opened, Shelf, open};
use crate::{Fault, Tx};

/// The furthest ahead that a team looks again, in days: what is further off is forgotten.
pub const LOOK_AGAIN_WITHIN_DAYS: i32 = 180;
/// What was agreed stays on the team's first page this long after the day to look again, in days.
const STAYS_DAYS: i64 = 14;

/// What a leader writes down after the talk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAgreed {
    /// Of which unit.
    pub unit: UnitId,
    /// The area the team chose.
    pub area: Area,
    /// What we do.
    pub words: Line,
    /// When we talked.
    pub talked_on: Date,
    /// When we look again.
    pub look_again_on: Date,
}

/// Why something was not written down.
#[derive(Debug, thiserror::Error)]
pub enum AgreedRefused {
    /// Only whoever leads the unit today.
    #[error("not one's own to do")]
    NotYours,
    /// They talked before the round was closed, or have not yet.
    #[error("that was no day to talk about it")]
    TalkedOn,
    /// Not after the talk, passed already, or further ahead than [`LOOK_AGAIN_WITHIN_DAYS`].
    #[error("that is no day to look again")]
    LookAgainOn,
    /// The machinery; [`Fault::NotFound`] when the place is not the actor's to read.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// How letters are written: the address that results lie under, and when they leave.
#[derive(Debug, Clone, Copy)]
pub struct Telling<'a> {
    /// The address of results, ending in a slash.
    pub address: &'a str,
    /// When letters leave; `None` where none do.
    pub send_at: Option<Timestamp>,
}

/// Writes down what was agreed, and tells those whose nearest manager is the unit's, all in one transaction.
///
/// # Errors
/// [`AgreedRefused`].
pub fn agree(
    tx: &mut Tx<'_>,
    shelf: &Shelf,
    by: &Actor,
    (round, place): (RoundId, Place),
    new: &NewAgreed,
    today: Date,
    telling: Telling<'_>,
) -> Result<(), AgreedRefused> {
    let opened = open(tx, shelf, by, round, place, today)?;
    let (unit, unit_name) = led(tx, by, &opened.round, place, today)?
        .into_iter()
        .find(|(unit, _)| *unit == new.unit)
        .ok_or(AgreedRefused::NotYours)?;
    let organisation = store::organisations::only(tx)?.ok_or(Fault::NotFound)?;
    let closed_on = opened.closing.closed_at.to_zoned(organisation.time_zone()).date();
    if !(closed_on..=today).contains(&new.talked_on) {
        return Err(AgreedRefused::TalkedOn);
    }
    let latest = today.saturating_add(LOOK_AGAIN_WITHIN_DAYS.days());
    if new.look_again_on <= new.talked_on || !(today..=latest).contains(&new.look_again_on) {
        return Err(AgreedRefused::LookAgainOn);
    }
    let agreed = Agreed {
        round,
        place,
        unit,
        unit_name,
        area: new.area,
        words: new.words.clone(),
        talked_on: new.talked_on,
        look_again_on: new.look_again_on,
        told_at: tx.now(),
    };
    store::agreed::agree(tx, by, &agreed)?;
    for person in team(tx, by, unit, today)? {
        tell(tx, &organisation, &person, &agreed, telling)?;
    }
    Ok(())
}

/// Those whose nearest manager is the unit's today. Who was asked is known to nobody any more.
fn team(tx: &mut Tx<'_>, by: &Actor, unit: UnitId, today: Date) -> Result<Vec<Person>, Fault> {
    let mut chart = store::chart::tree(tx, by.organisation)?;
    store::chart::add_staff(tx, by.organisation, &mut chart)?;
    let mut found: Vec<PersonId> = Vec::new();
    let mut waiting: Vec<Branch> = vec![::pulse::asked(&chart.as_of(today), unit, Reach::Unit).top];
    while let Some(branch) = waiting.pop() {
        found.extend(branch.staff);
        waiting.extend(branch.below);
    }
    found.sort_unstable();
    found.dedup();
    found.retain(|person| *person != by.person);
    found.into_iter().map(|person| store::people::by_id(tx, by.organisation, person)).collect()
}

fn tell(
    tx: &mut Tx<'_>,
    organisation: &people::Organisation,
    person: &Person,
    agreed: &Agreed,
    telling: Telling<'_>,
) -> Result<(), Fault> {
    let Some(mail) = &person.mail else { return Ok(()) };
    let words = ::words::of(person.language.unwrap_or(organisation.language));
    let link = format!("{}{}/{}", telling.address, agreed.round, agreed.place.0);
    let body = words.letter_agreed_body(
        &agreed.unit_name,
        agreed.words.as_str(),
        agreed.look_again_on.to_string(),
        &link,
    );
    let subject = words.letter_agreed_subject(&agreed.unit_name);
    store::letters::add(tx, organisation.id, mail, &subject, &body, telling.send_at)
}

/// What there is of a talk beside the results of a place.
#[derive(Debug, Clone)]
pub struct Talk {
    /// What was agreed by those shown there.
    pub agreed: Vec<Agreed>,
    /// The units shown there that the reader leads today: for these they may write.
    pub leads: Vec<(UnitId, String)>,
    /// The round that asks whether it was talked about.
    pub follow_up: Option<FollowUp>,
}

/// "We talked about it", two weeks later.
#[derive(Debug, Clone)]
pub struct FollowUp {
    /// The round.
    pub round: Round,
    /// How far it has come.
    pub state: RoundState,
    /// The same group in it, once it is closed and where the reader may read it.
    pub answered: Option<(Opened, Place)>,
}

/// The talk about a place of a round, for whoever may read the place: [`open`] is asked first.
///
/// # Errors
/// A fault.
pub fn talk(
    tx: &mut Tx<'_>,
    shelf: &Shelf,
    by: &Actor,
    round: &Round,
    place: Place,
    today: Date,
) -> Result<Talk, Fault> {
    Ok(Talk {
        agreed: store::agreed::at(tx, by.organisation, round.id, place)?,
        leads: led(tx, by, round, place, today)?,
        follow_up: follow_up(tx, shelf, by, (round.id, place), today)?,
    })
}

/// The units shown at a place that the actor leads today, for which they may write; none where the round is not one to talk about.
///
/// # Errors
/// A fault.
pub fn led(
    tx: &mut Tx<'_>,
    by: &Actor,
    round: &Round,
    place: Place,
    today: Date,
) -> Result<Vec<(UnitId, String)>, Fault> {
    if !round.is_talked_about() {
        return Ok(Vec::new());
    }
    store::agreed::led_at(tx, (by.organisation, by.person), round.id, place, today)
}

fn follow_up(
    tx: &mut Tx<'_>,
    shelf: &Shelf,
    by: &Actor,
    (round, place): (RoundId, Place),
    today: Date,
) -> Result<Option<FollowUp>, Fault> {
    let rounds = store::rounds::latest(tx, by.organisation)?;
    let follows =
        |(one, state): &(Round, RoundState)| one.follows == Some(round) && *state != RoundState::CalledOff;
    let Some((later, state)) = rounds.into_iter().find(follows) else { return Ok(None) };
    let mut answered = None;
    if state == RoundState::Closed
        && let Some(there) = same_group(tx, by, (round, place), later.id)?
    {
        answered = match open(tx, shelf, by, later.id, there, today) {
            Ok(opened) => Some((opened, there)),
            Err(Fault::NotFound) => None,
            Err(fault) => return Err(fault),
        };
    }
    Ok(Some(FollowUp { round: later, state, answered }))
}

/// Where the group of a place is in another round: the node of its unit, or the leaf with the people of the same units.
fn same_group(
    tx: &mut Tx<'_>,
    by: &Actor,
    (round, place): (RoundId, Place),
    other: RoundId,
) -> Result<Option<Place>, Fault> {
    let here = store::rounds::node_at(tx, by.organisation, round, place)?;
    let nodes = store::rounds::tree(tx, by.organisation, other)?;
    if here.unit.is_some() {
        return Ok(nodes.iter().find(|node| node.unit == here.unit).map(|node| node.place));
    }
    let parts = |members: Vec<::pulse::RoundMember>, place: Place| {
        let here = members.into_iter().filter(move |one| one.place == place);
        let mut parts: Vec<_> = here.map(|one| one.part).collect();
        parts.sort_unstable();
        parts
    };
    let wanted = parts(store::rounds::members(tx, by.organisation, round)?, place);
    let members = store::rounds::members(tx, by.organisation, other)?;
    let same =
        |node: &&::pulse::RoundNode| !wanted.is_empty() && parts(members.clone(), node.place) == wanted;
    Ok(nodes.iter().find(same).map(|node| node.place))
}

/// What the actor's own teams have agreed lately, one of each unit: for the first page.
///
/// # Errors
/// A fault.
pub fn mine(tx: &mut Tx<'_>, by: &Actor, today: Date) -> Result<Vec<Agreed>, Fault> {
    let since = today.saturating_sub(STAYS_DAYS.days());
    let mut found = store::agreed::of_person(tx, (by.organisation, by.person), today, since)?;
    let mut units = Vec::new();
    found.retain(|agreed| {
        let new = !units.contains(&agreed.unit);
        units.push(agreed.unit);
        new
    });
    Ok(found)
}

/// What the actor wrote down for their teams, the latest first.
///
/// # Errors
/// A fault.
pub fn written(tx: &mut Tx<'_>, by: &Actor) -> Result<Vec<Agreed>, Fault> {
    store::agreed::written_by(tx, (by.organisation, by.person))
}
