//! Authorities (nämnd, udvalg with its department) as walls: which units are at the top of one, who keeps it, and what it releases to the
//! centre.

use std::collections::{BTreeMap, BTreeSet};

use ::pulse::{Place, RoundId, RoundMember, RoundNode, RoundState, Walls};
use access::{Actor, Role};
use jiff::civil::Date;
use people::{AsOf, OrganisationId, UnitId};
pub use store::authorities::Release;

use crate::audit::{Act, note};
use crate::{Fault, Tx};

/// An authority with people in a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Authority {
    /// The unit at its top.
    pub unit: UnitId,
    /// Its name.
    pub name: String,
    /// The place at its top in the round.
    pub top: Place,
    /// What it released of the round to the centre, if it has.
    pub release: Option<Release>,
    /// As what the actor may release it; `None` where it is not theirs to do, or done.
    pub may_release: Option<Role>,
}

/// Why results were not released, or an authority not marked.
#[derive(Debug, thiserror::Error)]
pub enum AuthorityRefused {
    /// Not one's own to do.
    #[error("not one's own to do")]
    NotYours,
    /// It is done, and cannot be taken back.
    #[error("released already")]
    Done,
    /// The whole organisation is no authority within itself.
    #[error("the whole is no authority within itself")]
    Whole,
    /// The machinery.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// The authority that the actor keeps as its HR, on a day.
pub(crate) fn kept_by(tx: &mut Tx<'_>, by: &Actor, today: Date) -> Result<Option<UnitId>, Fault> {
    match by.roles.has(Role::AuthorityHr) {
        true => store::authorities::of_hr(tx, by.organisation, by.person, today),
        false => Ok(None),
    }
}

/// The walls of a round as they were frozen, with what was released through them since.
pub(crate) fn walls(
    tx: &mut Tx<'_>,
    (organisation, round): (OrganisationId, RoundId),
) -> Result<Walls, Fault> {
    let stood = store::authorities::frozen(tx, (organisation, round))?;
    if stood.is_empty() {
        return Ok(Walls::default());
    }
    let nodes = store::rounds::tree(tx, organisation, round)?;
    let members = store::rounds::members(tx, organisation, round)?;
    let released = store::authorities::released(tx, (organisation, round))?;
    let released = released.into_iter().map(|release| release.authority).collect();
    Ok(Walls::new(&nodes, &members, &stood, released))
}

/// Puts up the walls of a round that is being frozen: in which authority each of its units stands that day.
pub(crate) fn freeze(
    tx: &mut Tx<'_>,
    key: (OrganisationId, RoundId),
    (nodes, members): (&[RoundNode], &[RoundMember]),
    on: &AsOf<'_>,
) -> Result<(), Fault> {
    let tops = tops(tx, key.0)?;
    if tops.is_empty() {
        return Ok(());
    }
    let units = nodes.iter().filter_map(|node| node.unit).chain(members.iter().map(|it| it.part.unit));
    let stood: BTreeMap<_, _> = units.filter_map(|unit| Some((unit, on.authority(unit, &tops)?))).collect();
    store::authorities::freeze(tx, key, &stood)
}

/// The units at the top of an authority, as they are marked now.
pub(crate) fn tops(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<BTreeSet<UnitId>, Fault> {
    Ok(store::authorities::all(tx, organisation)?.into_iter().map(|(unit, _)| unit).collect())
}

/// The authorities with people in a round, by name.
pub(crate) fn of_round(
    tx: &mut Tx<'_>,
    by: &Actor,
    round: RoundId,
    walls: &Walls,
    today: Date,
) -> Result<Vec<Authority>, Fault> {
    if walls.is_empty() {
        return Ok(Vec::new());
    }
    let released = store::authorities::released(tx, (by.organisation, round))?;
    let mut found = Vec::new();
    for unit in walls.authorities() {
        let Some(top) = walls.top_of(unit) else { continue };
        let release = released.iter().find(|release| release.authority == unit).copied();
        let may_release = match release {
            Some(_) => None,
            None => releases_as(tx, by, unit, today)?,
        };
        let name = store::organisations::unit_name(tx, by.organisation, unit)?;
        found.push(Authority { unit, name, top, release, may_release });
    }
    found.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(found)
}

/// As what somebody may release what an authority said: as its HR, or as who leads it.
fn releases_as(tx: &mut Tx<'_>, by: &Actor, authority: UnitId, today: Date) -> Result<Option<Role>, Fault> {
    if kept_by(tx, by, today)? == Some(authority) {
        return Ok(Some(Role::AuthorityHr));
    }
    let leads = by.roles.has(Role::Leader)
        && store::organisations::leads(tx, by.organisation, authority, by.person, today)?;
    Ok(leads.then_some(Role::Leader))
}

/// Releases what an authority said in a round to the centre: what was published of it, all of it, for good. Nothing is worked out anew.
///
/// # Errors
/// [`AuthorityRefused`]; a round that is not closed, was not published or has nobody of the authority in it is [`Fault::NotFound`].
pub fn release(
    tx: &mut Tx<'_>,
    by: &Actor,
    round: RoundId,
    authority: UnitId,
    today: Date,
) -> Result<(), AuthorityRefused> {
    let key = (by.organisation, round);
    let (_, state) = store::rounds::by_id(tx, key.0, key.1)?;
    let closing = store::results::closing(tx, key.0, key.1)?;
    let published = closing.is_some_and(|closing| closing.withheld.is_none());
    let top = walls(tx, key)?.top_of(authority).filter(|_| published && state == RoundState::Closed);
    let top = top.ok_or(Fault::NotFound)?;
    let role = releases_as(tx, by, authority, today)?.ok_or(AuthorityRefused::NotYours)?;
    match store::authorities::release(tx, key, authority, role) {
        Ok(()) => {}
        Err(fault) if fault.already_there() => return Err(AuthorityRefused::Done),
        Err(fault) => return Err(fault.into()),
    }
    let noted = Actor { roles: access::Roles::default().with(role), ..*by };
    Ok(note(tx, &noted, Act::ReleasedToCentre.in_place(round, top))?)
}

/// Marks a unit as the top of an authority: rounds frozen from then on have a wall around it. HR of the centre and IT may.
///
/// # Errors
/// [`AuthorityRefused`]; a unit that is not there is [`Fault::NotFound`].
pub fn mark(tx: &mut Tx<'_>, by: &Actor, unit: UnitId, today: Date) -> Result<(), AuthorityRefused> {
    if !may_mark(by) {
        return Err(AuthorityRefused::NotYours);
    }
    let chart = store::chart::tree(tx, by.organisation)?;
    let facts = chart.as_of(today).unit(unit).cloned().ok_or(Fault::NotFound)?;
    if facts.parent.is_none() {
        return Err(AuthorityRefused::Whole);
    }
    if store::authorities::mark(tx, by.organisation, unit, today)? {
        note(tx, by, Act::AuthorityMarked.at(unit))?;
    }
    Ok(())
}

/// Takes the mark away. Rounds that are frozen keep their walls; those to come have none here. Only IT may: whoever would read through a wall
/// does not take it down.
///
/// # Errors
/// [`AuthorityRefused`].
pub fn unmark(tx: &mut Tx<'_>, by: &Actor, unit: UnitId) -> Result<(), AuthorityRefused> {
    if !may_unmark(by) {
        return Err(AuthorityRefused::NotYours);
    }
    if store::authorities::unmark(tx, by.organisation, unit)? {
        note(tx, by, Act::AuthorityUnmarked.at(unit))?;
    }
    Ok(())
}

/// Whether somebody marks authorities.
pub const fn may_mark(by: &Actor) -> bool {
    by.roles.has(Role::Hr) || by.roles.has(Role::It)
}

/// Whether somebody takes the mark away.
pub const fn may_unmark(by: &Actor) -> bool {
    by.roles.has(Role::It)
}
