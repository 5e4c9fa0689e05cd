//! The log: what was just done waits, and is put into the chain.

use audit::{Act, Chain, Detail, Hash, Kind, Line};
use jiff::Timestamp;
use people::{OrganisationId, PersonId, UnitId};
use pulse::{Place, RoundId};

use crate::{Arg, Fault, Row, Tx, args, sql::statements};

statements! {
    WAIT = "INSERT INTO audit_waiting (organisation, at, id, kind, act, actor, roles, behalf, person, unit, round, place, thing, detail, until)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";
    IS_WAITING = "SELECT EXISTS (SELECT 1 FROM audit_waiting WHERE organisation = $1)";
    WAITING = "SELECT organisation, at, id, kind, act, actor, roles, behalf, person, unit, round, place, thing, detail, until
        FROM audit_waiting WHERE organisation = $1 ORDER BY at, id LIMIT $2";
    /// Whoever puts lines into the chain takes its row first: another who does so at once loses the race here, and not by finding a number
    /// taken, which the database would not call a race.
    TAKE = "INSERT INTO audit_chain (organisation, first_number, hash_before, last_number, last_hash) VALUES ($1, 1, $2, 0, $2)
        ON CONFLICT (organisation) DO UPDATE SET last_number = audit_chain.last_number";
    WAITS_NO_MORE = "DELETE FROM audit_waiting WHERE organisation = $1 AND at = $2 AND id = $3";
    ADD = "INSERT INTO audit_entry
        (organisation, number, at, id, kind, act, actor, roles, behalf, person, unit, round, place, thing, detail, until, hash)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)";
    CHAIN = "SELECT first_number, hash_before, last_number, last_hash FROM audit_chain WHERE organisation = $1";
    SET_CHAIN = "INSERT INTO audit_chain (organisation, first_number, hash_before, last_number, last_hash) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (organisation) DO UPDATE SET first_number = excluded.first_number, hash_before = excluded.hash_before,
            last_number = excluded.last_number, last_hash = excluded.last_hash";
    SEALED = "SELECT sealed_number, seal FROM audit_chain WHERE organisation = $1 AND seal IS NOT NULL";
    SEAL = "UPDATE audit_chain SET sealed_number = $2, seal = $3 WHERE organisation = $1";
    /// From a number on, for whoever reads the whole chain.
    FROM = "SELECT organisation, at, id, kind, act, actor, roles, behalf, person, unit, round, place, thing, detail, until, number, hash
        FROM audit_entry WHERE organisation = $1 AND number >= $2 ORDER BY number LIMIT $3";
    BACK = "SELECT organisation, at, id, kind, act, actor, roles, behalf, person, unit, round, place, thing, detail, until, number, hash
        FROM audit_entry WHERE organisation = $1 AND number < $2 AND at >= $3 AND at < $4 ORDER BY number DESC LIMIT $5";
    BACK_OF_KIND = "SELECT organisation, at, id, kind, act, actor, roles, behalf, person, unit, round, place, thing, detail, until, number, hash
        FROM audit_entry WHERE organisation = $1 AND number < $2 AND at >= $3 AND at < $4 AND kind = $6 ORDER BY number DESC LIMIT $5";
    BACK_OF_PERSON = "SELECT organisation, at, id, kind, act, actor, roles, behalf, person, unit, round, place, thing, detail, until, number, hash
        FROM audit_entry WHERE organisation = $1 AND person = $2 AND number < $3 AND kind <> 'looks' ORDER BY number DESC LIMIT $4";
    OLDEST_TO_STAY = "SELECT number FROM audit_entry WHERE organisation = $1 AND at >= $2 ORDER BY number LIMIT 1";
    HASH = "SELECT hash FROM audit_entry WHERE organisation = $1 AND number = $2";
    DROP = "DELETE FROM audit_entry WHERE organisation = $1 AND number < $2";
}

/// A line that stands in the chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chained {
    /// Its number.
    pub number: u64,
    /// What it says.
    pub line: Line,
    /// Its hash.
    pub hash: Hash,
}

/// Remembers what was just done, in the transaction that does it.
///
/// # Errors
/// What the database says.
pub fn add(tx: &mut Tx<'_>, line: &Line) -> Result<(), Fault> {
    let until = line.until.map(|day| day.to_string());
    tx.run(WAIT, &fields(line, until.as_deref()))?;
    Ok(())
}

/// Whether anything waits to be put into the chain.
///
/// # Errors
/// What the database says.
pub fn is_waiting(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<bool, Fault> {
    tx.one(IS_WAITING, args![organisation.0], |row| row.get(0))
}

/// Puts what waits into the chain, the oldest first, at most `most` lines; how many it were. Two that do so at once touch the same
/// row: one of them loses the race and does it again.
///
/// # Errors
/// What the database says.
pub fn put_into_chain(tx: &mut Tx<'_>, organisation: OrganisationId, most: u32) -> Result<u32, Fault> {
    tx.run(TAKE, args![organisation.0, &Chain::default().before])?;
    let lines = tx.all(WAITING, args![organisation.0, most], read)?;
    let mut chain = chain(tx, organisation)?;
    for line in &lines {
        let (number, hash) = chain.add(line);
        let until = line.until.map(|day| day.to_string());
        let mut values = fields(line, until.as_deref());
        values.insert(1, as_arg(number));
        values.push(Arg::from(&hash));
        tx.run(ADD, &values)?;
        tx.run(WAITS_NO_MORE, args![organisation.0, line.at, line.id])?;
    }
    if !lines.is_empty() {
        set_chain(tx, organisation, &chain)?;
    }
    Ok(u32::try_from(lines.len()).unwrap_or(most))
}

/// Where the chain begins and ends.
///
/// # Errors
/// What the database says.
pub fn chain(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<Chain, Fault> {
    let found = tx.maybe(CHAIN, args![organisation.0], |row| {
        let (first, before, last, hash) = (number(row, 0)?, row.bytes(1)?, number(row, 2)?, row.bytes(3)?);
        Ok(Chain { first, before, last, hash })
    })?;
    Ok(found.unwrap_or_default())
}

fn set_chain(tx: &mut Tx<'_>, organisation: OrganisationId, chain: &Chain) -> Result<(), Fault> {
    let Chain { first, before, last, hash } = chain;
    tx.run(
        SET_CHAIN,
        &[Arg::from(organisation.0), as_arg(*first), Arg::from(before), as_arg(*last), Arg::from(hash)],
    )?;
    Ok(())
}

/// Lets go of what was written before a time, as far as everything before it was too; the number of the first line that stays, when any
/// went. The chain then begins after the last that went.
///
/// # Errors
/// What the database says.
pub fn cut(tx: &mut Tx<'_>, organisation: OrganisationId, before: Timestamp) -> Result<Option<u64>, Fault> {
    let mut chain = chain(tx, organisation)?;
    let stays = tx.maybe(OLDEST_TO_STAY, args![organisation.0, before], |row| number(row, 0))?;
    let stays = stays.unwrap_or(chain.last + 1);
    if stays <= chain.first {
        return Ok(None);
    }
    let hash = tx.one(HASH, &[Arg::from(organisation.0), as_arg(stays - 1)], |row| row.bytes(0))?;
    chain.cut(stays - 1, hash);
    set_chain(tx, organisation, &chain)?;
    tx.run(DROP, &[Arg::from(organisation.0), as_arg(stays)])?;
    Ok(Some(stays))
}

/// What was sealed last: the number of a line, and the seal.
///
/// # Errors
/// What the database says.
pub fn sealed(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<Option<(u64, Hash)>, Fault> {
    tx.maybe(SEALED, args![organisation.0], |row| Ok((number(row, 0)?, row.bytes(1)?)))
}

/// Seals the chain up to a line.
///
/// # Errors
/// What the database says.
pub fn seal(tx: &mut Tx<'_>, organisation: OrganisationId, upto: u64, seal: &Hash) -> Result<(), Fault> {
    tx.run(SEAL, &[Arg::from(organisation.0), as_arg(upto), Arg::from(seal)])?;
    Ok(())
}

/// At most `most` lines from a number on.
///
/// # Errors
/// What the database says.
pub fn from(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    first: u64,
    most: u32,
) -> Result<Vec<Chained>, Fault> {
    tx.all(FROM, &[Arg::from(organisation.0), as_arg(first), Arg::from(most)], read_chained)
}

/// Which lines to read: those before a number, of a time from `since` until before `until`, of a kind or of all.
#[derive(Debug, Clone, Copy)]
pub struct Which {
    /// Of a kind.
    pub kind: Option<Kind>,
    /// Not before.
    pub since: Timestamp,
    /// Before.
    pub until: Timestamp,
    /// With a number before this one.
    pub before: u64,
    /// No more than these.
    pub most: u32,
}

/// Lines of the log, the latest first.
///
/// # Errors
/// What the database says.
pub fn back(tx: &mut Tx<'_>, organisation: OrganisationId, which: &Which) -> Result<Vec<Chained>, Fault> {
    let Which { kind, since, until, before, most } = *which;
    let mut values =
        vec![Arg::from(organisation.0), as_arg(before), Arg::from(since), Arg::from(until), Arg::from(most)];
    match kind {
        None => tx.all(BACK, &values, read_chained),
        Some(kind) => {
            values.push(Arg::from(kind.code()));
            tx.all(BACK_OF_KIND, &values, read_chained)
        }
    }
}

/// What was done to somebody, the latest first. Looks are at groups.
///
/// # Errors
/// What the database says.
pub fn about(
    tx: &mut Tx<'_>,
    (organisation, person): (OrganisationId, PersonId),
    before: u64,
    most: u32,
) -> Result<Vec<Chained>, Fault> {
    let values = [Arg::from(organisation.0), Arg::from(person.0), as_arg(before), Arg::from(most)];
    tx.all(BACK_OF_PERSON, &values, read_chained)
}

fn fields<'a>(line: &'a Line, until: Option<&'a str>) -> Vec<Arg<'a>> {
    args![
        line.organisation.0,
        line.at,
        line.id,
        line.act.kind().code(),
        line.act.code(),
        line.actor.map(|it| it.0),
        &line.roles,
        line.behalf.map(|it| it.0),
        line.person.map(|it| it.0),
        line.unit.map(|it| it.0),
        line.round.map(|it| it.0),
        line.place.map(|it| it.0),
        line.thing,
        line.detail.as_ref().map(Detail::code),
        until,
    ]
    .to_vec()
}

fn read(row: &Row<'_>) -> Result<Line, Fault> {
    let maybe = |index| row.get::<Option<i64>>(index);
    let place = maybe(11)?.map(|place| u32::try_from(place).map_err(|_| Fault::Unreadable { what: "place" }));
    let act = row.parse(4, "act", Act::from_code)?;
    if row.parse(3, "kind", Kind::from_code)? != act.kind() {
        return Err(Fault::Unreadable { what: "kind" });
    }
    Ok(Line {
        organisation: OrganisationId(row.get(0)?),
        at: row.time(1)?,
        id: row.get(2)?,
        act,
        actor: maybe(5)?.map(PersonId),
        roles: row.get(6)?,
        behalf: maybe(7)?.map(PersonId),
        person: maybe(8)?.map(PersonId),
        unit: maybe(9)?.map(UnitId),
        round: maybe(10)?.map(RoundId),
        place: place.transpose()?.map(Place),
        thing: maybe(12)?,
        detail: row.parse_maybe(13, "detail", Detail::new)?,
        until: row.date_maybe(14)?,
    })
}

fn read_chained(row: &Row<'_>) -> Result<Chained, Fault> {
    Ok(Chained { line: read(row)?, number: number(row, 15)?, hash: row.bytes(16)? })
}

fn number(row: &Row<'_>, index: usize) -> Result<u64, Fault> {
    u64::try_from(row.get::<i64>(index)?).map_err(|_| Fault::Unreadable { what: "number" })
}

/// A number of a line; more than fit are more than any.
fn as_arg(number: u64) -> Arg<'static> {
    Arg::Int(i64::try_from(number).unwrap_or(i64::MAX))
}
