//! Authorities: which units are at the top of one, who is HR of it, which walls a round has, and what was released through them.

use std::collections::BTreeMap;

use access::Role;
use jiff::Timestamp;
use jiff::civil::Date;
use people::{OrganisationId, PersonId, UnitId};
use pulse::RoundId;

use crate::{Fault, Tx, args, sql::statements};

statements! {
    MARK = "INSERT INTO authority (organisation, unit, since) VALUES ($1, $2, $3) ON CONFLICT (organisation, unit) DO NOTHING";
    UNMARK = "DELETE FROM authority WHERE organisation = $1 AND unit = $2";
    ALL = "SELECT unit, since FROM authority WHERE organisation = $1 ORDER BY unit";
    OF_HR = "SELECT authority FROM given_role WHERE organisation = $1 AND person = $2 AND role = 'authority_hr'
        AND (last_day IS NULL OR last_day >= $3)";
    ADD_WALL = "INSERT INTO round_authority (organisation, round, unit, authority) VALUES ($1, $2, $3, $4)";
    WALLS = "SELECT unit, authority FROM round_authority WHERE organisation = $1 AND round = $2 ORDER BY unit";
    ANY_WALL = "SELECT EXISTS (SELECT 1 FROM round_authority WHERE organisation = $1)";
    RELEASE = "INSERT INTO released_to_centre (organisation, round, authority, released_at, role) VALUES ($1, $2, $3, $4, $5)";
    RELEASED = "SELECT authority, released_at, role FROM released_to_centre WHERE organisation = $1 AND round = $2 ORDER BY authority";
}

/// Results of a round that were released to the centre.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Release {
    /// The unit at the authority's top.
    pub authority: UnitId,
    /// When.
    pub at: Timestamp,
    /// As what somebody did it: its leader, or its HR.
    pub role: Role,
}

/// Marks a unit as the top of an authority; whether it was not one already.
///
/// # Errors
/// What the database says.
pub fn mark(tx: &mut Tx<'_>, organisation: OrganisationId, unit: UnitId, since: Date) -> Result<bool, Fault> {
    Ok(tx.run(MARK, args![organisation.0, unit.0, &since.to_string()])? > 0)
}

/// Takes the mark away; whether it was there.
///
/// # Errors
/// What the database says.
pub fn unmark(tx: &mut Tx<'_>, organisation: OrganisationId, unit: UnitId) -> Result<bool, Fault> {
    Ok(tx.run(UNMARK, args![organisation.0, unit.0])? > 0)
}

/// The units at the top of an authority, and since when.
///
/// # Errors
/// What the database says.
pub fn all(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<Vec<(UnitId, Date)>, Fault> {
    tx.all(ALL, args![organisation.0], |row| Ok((UnitId(row.get(0)?), row.date(1)?)))
}

/// The authority that somebody is HR of on a day, if they are that.
///
/// # Errors
/// What the database says.
pub fn of_hr(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    person: PersonId,
    today: Date,
) -> Result<Option<UnitId>, Fault> {
    tx.maybe(OF_HR, args![organisation.0, person.0, &today.to_string()], |row| Ok(UnitId(row.get(0)?)))
}

/// Remembers in which authority each unit of a round stood when it was frozen.
///
/// # Errors
/// What the database says.
pub fn freeze(
    tx: &mut Tx<'_>,
    (organisation, round): (OrganisationId, RoundId),
    stood: &BTreeMap<UnitId, UnitId>,
) -> Result<(), Fault> {
    for (unit, authority) in stood {
        tx.run(ADD_WALL, args![organisation.0, round.0, unit.0, authority.0])?;
    }
    Ok(())
}

/// In which authority each unit of a round stood; those in none are left out.
///
/// # Errors
/// What the database says.
pub fn frozen(
    tx: &mut Tx<'_>,
    (organisation, round): (OrganisationId, RoundId),
) -> Result<BTreeMap<UnitId, UnitId>, Fault> {
    let stood =
        tx.all(WALLS, args![organisation.0, round.0], |row| Ok((UnitId(row.get(0)?), UnitId(row.get(1)?))))?;
    Ok(stood.into_iter().collect())
}

/// Whether any round has walls.
///
/// # Errors
/// What the database says.
pub fn any_walls(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<bool, Fault> {
    tx.one(ANY_WALL, args![organisation.0], |row| row.get(0))
}

/// Remembers, at the time of this transaction, that an authority released its results of a round.
///
/// # Errors
/// What the database says: [`Fault::already_there`] when it has already.
pub fn release(
    tx: &mut Tx<'_>,
    (organisation, round): (OrganisationId, RoundId),
    authority: UnitId,
    role: Role,
) -> Result<(), Fault> {
    let now = tx.now();
    tx.run(RELEASE, args![organisation.0, round.0, authority.0, now, role.code()])?;
    Ok(())
}

/// What was released of a round.
///
/// # Errors
/// What the database says.
pub fn released(
    tx: &mut Tx<'_>,
    (organisation, round): (OrganisationId, RoundId),
) -> Result<Vec<Release>, Fault> {
    tx.all(RELEASED, args![organisation.0, round.0], |row| {
        Ok(Release {
            authority: UnitId(row.get(0)?),
            at: row.time(1)?,
            role: row.parse(2, "role", Role::from_code)?,
        })
    })
}
