//! Who acts for whom, in what, until when.

use access::{Delegation, Part};
use jiff::civil::Date;
use people::{OrganisationId, PersonId, UnitId};
use pulse::{Place, RoundId};

use crate::{Fault, Row, Tx, args, sql::statements};

statements! {
    ADD = "INSERT INTO delegation (organisation, id, giver, person, part, unit, first_day, last_day, given_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    END = "DELETE FROM delegation WHERE organisation = $1 AND id = $2";
    END_OLD = "DELETE FROM delegation WHERE last_day < $1";
    BY_ID = "SELECT id, giver, person, part, unit, first_day, last_day FROM delegation WHERE organisation = $1 AND id = $2";
    BY_GIVER = "SELECT id, giver, person, part, unit, first_day, last_day FROM delegation
        WHERE organisation = $1 AND giver = $2 AND last_day >= $3 ORDER BY first_day, id";
    OF_PERSON = "SELECT id, giver, person, part, unit, first_day, last_day FROM delegation
        WHERE organisation = $1 AND person = $2 AND last_day >= $3 ORDER BY first_day, id";
    /// Of the units that somebody works in or leads on a day.
    AROUND = "SELECT d.id, d.giver, d.person, d.part, d.unit, d.first_day, d.last_day FROM delegation d
        WHERE d.organisation = $1 AND d.last_day >= $3 AND d.unit IN
            (SELECT e.unit FROM employment e WHERE e.organisation = $1 AND e.person = $2
                AND e.valid_from <= $3 AND (e.valid_to IS NULL OR e.valid_to > $3)
            UNION SELECT l.unit FROM leadership l WHERE l.organisation = $1 AND l.person = $2
                AND l.valid_from <= $3 AND (l.valid_to IS NULL OR l.valid_to > $3))
        ORDER BY d.first_day, d.id";
    /// What somebody does in another's place on a day: no longer than the other leads the unit.
    HOLDS = "SELECT d.id, d.giver, d.person, d.part, d.unit, d.first_day, d.last_day FROM delegation d
        JOIN leadership l ON l.organisation = d.organisation AND l.unit = d.unit AND l.person = d.giver
            AND l.valid_from <= $4 AND (l.valid_to IS NULL OR l.valid_to > $4)
        WHERE d.organisation = $1 AND d.person = $2 AND d.part = $3 AND d.first_day <= $4 AND d.last_day >= $4
        ORDER BY d.id";
    /// Where the people of the units are that somebody reads the results of in another's place, and in whose.
    PLACES = "SELECT DISTINCT n.place, d.giver FROM
        (SELECT m.unit AS unit, m.place AS place FROM round_member m WHERE m.organisation = $1 AND m.round = $2
            UNION SELECT t.unit, t.place FROM round_node t WHERE t.organisation = $1 AND t.round = $2 AND t.unit IS NOT NULL) n
        JOIN delegation d ON d.organisation = $1 AND d.unit = n.unit AND d.person = $3 AND d.part = 'results'
            AND d.first_day <= $4 AND d.last_day >= $4
        JOIN leadership l ON l.organisation = $1 AND l.unit = d.unit AND l.person = d.giver
            AND l.valid_from <= $4 AND (l.valid_to IS NULL OR l.valid_to > $4)
        ORDER BY n.place, d.giver";
    ANY_OF_PERSON = "SELECT EXISTS (SELECT 1 FROM delegation WHERE organisation = $1 AND person = $2)";
}

/// Remembers a delegation.
///
/// # Errors
/// What the database says.
pub fn add(tx: &mut Tx<'_>, organisation: OrganisationId, it: &Delegation) -> Result<(), Fault> {
    let (first, last, now) = (it.first_day.to_string(), it.last_day.to_string(), tx.now());
    let (giver, person, unit) = (it.giver.0, it.person.0, it.unit.map(|unit| unit.0));
    tx.run(ADD, args![organisation.0, it.id, giver, person, it.part.code(), unit, &first, &last, now])?;
    Ok(())
}

/// Ends a delegation.
///
/// # Errors
/// What the database says.
pub fn end(tx: &mut Tx<'_>, organisation: OrganisationId, id: i64) -> Result<(), Fault> {
    tx.run(END, args![organisation.0, id])?;
    Ok(())
}

/// Clears away those whose last day has passed.
///
/// # Errors
/// What the database says.
pub fn clear_ended(tx: &mut Tx<'_>, today: Date) -> Result<(), Fault> {
    tx.run(END_OLD, args![&today.to_string()])?;
    Ok(())
}

/// A delegation by its id.
///
/// # Errors
/// [`Fault::NotFound`] without one.
pub fn by_id(tx: &mut Tx<'_>, organisation: OrganisationId, id: i64) -> Result<Delegation, Fault> {
    tx.one(BY_ID, args![organisation.0, id], read)
}

/// Who acts for somebody, on a day or later.
///
/// # Errors
/// What the database says.
pub fn by_giver(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    giver: PersonId,
    today: Date,
) -> Result<Vec<Delegation>, Fault> {
    tx.all(BY_GIVER, args![organisation.0, giver.0, &today.to_string()], read)
}

/// For whom somebody acts, on a day or later.
///
/// # Errors
/// What the database says.
pub fn of_person(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    person: PersonId,
    today: Date,
) -> Result<Vec<Delegation>, Fault> {
    tx.all(OF_PERSON, args![organisation.0, person.0, &today.to_string()], read)
}

/// Who acts for somebody in the units that a person works in or leads.
///
/// # Errors
/// What the database says.
pub fn around(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    person: PersonId,
    today: Date,
) -> Result<Vec<Delegation>, Fault> {
    tx.all(AROUND, args![organisation.0, person.0, &today.to_string()], read)
}

/// What somebody does in another's place today, of what goes with leading a unit.
///
/// # Errors
/// What the database says.
pub fn holding(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    person: PersonId,
    part: Part,
    today: Date,
) -> Result<Vec<Delegation>, Fault> {
    tx.all(HOLDS, args![organisation.0, person.0, part.code(), &today.to_string()], read)
}

/// Where somebody reads the results of a round in another's place, and in whose.
///
/// # Errors
/// What the database says.
pub fn places(
    tx: &mut Tx<'_>,
    (organisation, round): (OrganisationId, RoundId),
    person: PersonId,
    today: Date,
) -> Result<Vec<(Place, PersonId)>, Fault> {
    // Hardly anybody is a deputy, and everybody reads results.
    if !tx.one(ANY_OF_PERSON, args![organisation.0, person.0], |row| row.get::<bool>(0))? {
        return Ok(Vec::new());
    }
    let today = today.to_string();
    tx.all(PLACES, args![organisation.0, round.0, person.0, &today], |row| {
        Ok((Place(row.count(0)?), PersonId(row.get(1)?)))
    })
}

fn read(row: &Row<'_>) -> Result<Delegation, Fault> {
    Ok(Delegation {
        id: row.get(0)?,
        giver: PersonId(row.get(1)?),
        person: PersonId(row.get(2)?),
        part: row.parse(3, "part", Part::from_code)?,
        unit: row.get::<Option<i64>>(4)?.map(UnitId),
        first_day: row.date(5)?,
        last_day: row.date(6)?,
    })
}
