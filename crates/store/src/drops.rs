//! Drops, and what the manager thinks they take.

use jiff::civil::Date;
use people::{OrganisationId, PersonId};
use steps::{Card, Drop, DropId, DropState, Estimate, How, Line, Wanted, What};

use crate::{Arg, Fault, Row, Tx, args, sql::statements};

statements! {
    ADD = "INSERT INTO dropped (organisation, id, person, what, fingerprint, times_a_year, minutes_each, people, card, own,
            name, how, wanted, begins, state)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";
    BY_ID = "SELECT id, what, fingerprint, times_a_year, minutes_each, people, card, own, name, how, wanted, begins, state
        FROM dropped WHERE organisation = $1 AND person = $2 AND id = $3";
    ALL = "SELECT id, what, fingerprint, times_a_year, minutes_each, people, card, own, name, how, wanted, begins, state
        FROM dropped WHERE organisation = $1 AND person = $2 ORDER BY begins DESC, id";
    COUNT = "SELECT COUNT(*) FROM dropped WHERE organisation = $1 AND person = $2";
    SET_STATE = "UPDATE dropped SET state = $4 WHERE organisation = $1 AND person = $2 AND id = $3";
    PUT_ESTIMATE = "INSERT INTO estimate (organisation, dropped, day, minutes) VALUES ($1, $2, $3, $4)
        ON CONFLICT (organisation, dropped, day) DO UPDATE SET minutes = excluded.minutes";
    ESTIMATES = "SELECT day, minutes FROM estimate WHERE organisation = $1 AND dropped = $2 ORDER BY day";
    ERASE = "DELETE FROM dropped WHERE organisation = $1 AND person = $2";
}

/// Remembers a new drop of a person's.
///
/// # Errors
/// What the database says.
pub fn add(
    tx: &mut Tx<'_>,
    (organisation, person): (OrganisationId, PersonId),
    id: DropId,
    drop: &Drop,
) -> Result<(), Fault> {
    let (mut series, mut card, mut own) = ([Arg::Null; 4], None, None);
    match &drop.what {
        What::Series { fingerprint, times_a_year, minutes_each, people } => {
            let number = |number: u16| Arg::from(u32::from(number));
            series = [Arg::from(fingerprint), number(*times_a_year), number(*minutes_each), number(*people)];
        }
        What::Card(chosen) => card = Some(chosen.id),
        What::Own(words) => own = Some(words.as_str()),
    }
    let [fingerprint, times, minutes, people] = series;
    let name = drop.name.as_ref().map(Line::as_str);
    tx.run(
        ADD,
        args![
            organisation.0,
            id.0,
            person.0,
            drop.what.kind().code(),
            fingerprint,
            times,
            minutes,
            people,
            card,
            own,
            name,
            drop.how.code(),
            u32::from(drop.wanted.minutes()),
            &drop.from.to_string(),
            drop.state.code(),
        ],
    )?;
    Ok(())
}

/// One of a person's own drops.
///
/// # Errors
/// [`Fault::NotFound`] when it is not theirs.
pub fn by_id(
    tx: &mut Tx<'_>,
    (organisation, person): (OrganisationId, PersonId),
    id: DropId,
) -> Result<Drop, Fault> {
    Ok(tx.one(BY_ID, args![organisation.0, person.0, id.0], read)?.1)
}

/// All of a person's drops, the latest first.
///
/// # Errors
/// What the database says.
pub fn all(
    tx: &mut Tx<'_>,
    (organisation, person): (OrganisationId, PersonId),
) -> Result<Vec<(DropId, Drop)>, Fault> {
    tx.all(ALL, args![organisation.0, person.0], read)
}

/// How many drops a person has, open and closed.
///
/// # Errors
/// What the database says.
pub fn count(tx: &mut Tx<'_>, (organisation, person): (OrganisationId, PersonId)) -> Result<u32, Fault> {
    tx.one(COUNT, args![organisation.0, person.0], |row| row.count(0))
}

/// Remembers where a drop stands.
///
/// # Errors
/// What the database says.
pub fn set_state(
    tx: &mut Tx<'_>,
    (organisation, person): (OrganisationId, PersonId),
    id: DropId,
    to: DropState,
) -> Result<(), Fault> {
    tx.run(SET_STATE, args![organisation.0, person.0, id.0, to.code()])?;
    Ok(())
}

/// Remembers an estimate; one of the same day is replaced.
///
/// # Errors
/// What the database says.
pub fn put_estimate(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: DropId,
    estimate: Estimate,
) -> Result<(), Fault> {
    let Estimate { on, minutes } = estimate;
    tx.run(PUT_ESTIMATE, args![organisation.0, id.0, &on.to_string(), u32::from(minutes)])?;
    Ok(())
}

/// The estimates of a drop, oldest first.
///
/// # Errors
/// What the database says.
pub fn estimates(tx: &mut Tx<'_>, organisation: OrganisationId, id: DropId) -> Result<Vec<Estimate>, Fault> {
    tx.all(ESTIMATES, args![organisation.0, id.0], |row| {
        Ok(Estimate { on: row.date(0)?, minutes: small(row.count(1)?)? })
    })
}

/// Forgets all of a person's drops. Steps that one of them makes room for must be gone first.
///
/// # Errors
/// What the database says.
pub fn erase(tx: &mut Tx<'_>, (organisation, person): (OrganisationId, PersonId)) -> Result<(), Fault> {
    tx.run(ERASE, args![organisation.0, person.0])?;
    Ok(())
}

fn small(number: u32) -> Result<u16, Fault> {
    u16::try_from(number).map_err(|_| Fault::Unreadable { what: "number of a drop" })
}

fn read(row: &Row<'_>) -> Result<(DropId, Drop), Fault> {
    let line = |text: &str| Line::new(text).ok();
    let what = match row.get::<String>(1)?.as_str() {
        "series" => What::Series {
            fingerprint: row.bytes(2)?,
            times_a_year: small(row.count(3)?)?,
            minutes_each: small(row.count(4)?)?,
            people: small(row.count(5)?)?,
        },
        "card" => What::Card(row.parse(6, "card", Card::by_id)?),
        _ => What::Own(row.parse(7, "own words", line)?),
    };
    let wanted = Wanted::new(small(row.count(10)?)?).ok_or(Fault::Unreadable { what: "wanted minutes" })?;
    let begins: Date = row.date(11)?;
    let drop = Drop {
        what,
        name: row.parse_maybe(8, "name", line)?,
        how: row.parse(9, "how", How::from_code)?,
        wanted,
        from: begins,
        state: row.parse(12, "state of a drop", DropState::from_code)?,
    };
    Ok((DropId(row.get(0)?), drop))
}
