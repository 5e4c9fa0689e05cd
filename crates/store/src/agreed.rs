//! What leaders and their teams agreed in talks about results: one thing of a unit after a round.

use access::Actor;
use jiff::Timestamp;
use jiff::civil::Date;
use people::{OrganisationId, PersonId, UnitId};
use pulse::{Place, RoundId};
use steps::{Area, Line};

use crate::{Fault, Row, Tx, args, sql::statements};

statements! {
    /// The last word stands.
    AGREE = "INSERT INTO agreed_action (organisation, round, place, unit, area, words, talked_on, look_again_on, told_at, written_by)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        ON CONFLICT (organisation, round, place, unit) DO UPDATE SET area = excluded.area, words = excluded.words,
            talked_on = excluded.talked_on, look_again_on = excluded.look_again_on, told_at = excluded.told_at,
            written_by = excluded.written_by";
    AT = "SELECT a.round, a.place, a.unit, u.name, a.area, a.words, a.talked_on, a.look_again_on, a.told_at
        FROM agreed_action a JOIN unit u ON u.organisation = a.organisation AND u.id = a.unit
        WHERE a.organisation = $1 AND a.round = $2 AND a.place = $3 ORDER BY a.unit";
    /// Of the units somebody works in or leads on a day ($3), those that are not older than $4; the one told last first.
    OF_PERSON = "SELECT a.round, a.place, a.unit, u.name, a.area, a.words, a.talked_on, a.look_again_on, a.told_at
        FROM agreed_action a JOIN unit u ON u.organisation = a.organisation AND u.id = a.unit
        WHERE a.organisation = $1 AND a.look_again_on >= $4 AND (
            EXISTS (SELECT 1 FROM round_member m
                JOIN employment e ON e.organisation = m.organisation AND e.unit = m.unit AND e.person = $2
                    AND e.valid_from <= $3 AND (e.valid_to IS NULL OR e.valid_to > $3)
                WHERE m.organisation = a.organisation AND m.round = a.round AND (m.unit = a.unit OR m.place = a.place))
            OR EXISTS (SELECT 1 FROM leadership l WHERE l.organisation = a.organisation AND l.unit = a.unit AND l.person = $2
                AND l.valid_from <= $3 AND (l.valid_to IS NULL OR l.valid_to > $3)))
        ORDER BY a.told_at DESC, a.round, a.place, a.unit";
    WRITTEN_BY = "SELECT a.round, a.place, a.unit, u.name, a.area, a.words, a.talked_on, a.look_again_on, a.told_at
        FROM agreed_action a JOIN unit u ON u.organisation = a.organisation AND u.id = a.unit
        WHERE a.organisation = $1 AND a.written_by = $2 ORDER BY a.told_at DESC, a.round, a.place, a.unit";
    FORGET_WRITER = "UPDATE agreed_action SET written_by = NULL WHERE organisation = $1 AND written_by = $2";
    /// The units shown at a place that somebody leads on a day: the place's own, and those whose people are in its leaf.
    LED_AT = "SELECT DISTINCT u.id, u.name FROM
        (SELECT m.unit AS unit FROM round_member m WHERE m.organisation = $1 AND m.round = $2 AND m.place = $3
            UNION SELECT t.unit FROM round_node t
                WHERE t.organisation = $1 AND t.round = $2 AND t.place = $3 AND t.unit IS NOT NULL) n
        JOIN leadership l ON l.organisation = $1 AND l.unit = n.unit AND l.person = $4
            AND l.valid_from <= $5 AND (l.valid_to IS NULL OR l.valid_to > $5)
        JOIN unit u ON u.organisation = $1 AND u.id = n.unit ORDER BY u.id";
}

/// What was agreed, as it is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreed {
    /// After which round.
    pub round: RoundId,
    /// At which place of it.
    pub place: Place,
    /// The unit it is of.
    pub unit: UnitId,
    /// What the unit is called today.
    pub unit_name: String,
    /// The area the team chose.
    pub area: Area,
    /// What we do.
    pub words: Line,
    /// When they talked.
    pub talked_on: Date,
    /// When they look again.
    pub look_again_on: Date,
    /// When it was told.
    pub told_at: Timestamp,
}

/// Remembers what was agreed, in place of what the unit had agreed there before; told at the time of this transaction.
///
/// # Errors
/// What the database says.
pub fn agree(tx: &mut Tx<'_>, by: &Actor, agreed: &Agreed) -> Result<(), Fault> {
    let Agreed { round, place, unit, unit_name: _, area, words, talked_on, look_again_on, told_at } = agreed;
    tx.run(
        AGREE,
        args![
            by.organisation.0,
            round.0,
            place.0,
            unit.0,
            area.code(),
            words.as_str(),
            &talked_on.to_string(),
            &look_again_on.to_string(),
            *told_at,
            by.person.0
        ],
    )?;
    Ok(())
}

/// What was agreed by those shown at a place.
///
/// # Errors
/// What the database says.
pub fn at(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    round: RoundId,
    place: Place,
) -> Result<Vec<Agreed>, Fault> {
    tx.all(AT, args![organisation.0, round.0, place.0], read)
}

/// What the units somebody works in or leads on a day have agreed, to be looked at again no earlier than `since`; the latest first.
///
/// # Errors
/// What the database says.
pub fn of_person(
    tx: &mut Tx<'_>,
    (organisation, person): (OrganisationId, PersonId),
    on: Date,
    since: Date,
) -> Result<Vec<Agreed>, Fault> {
    tx.all(OF_PERSON, args![organisation.0, person.0, &on.to_string(), &since.to_string()], read)
}

/// What somebody wrote down, the latest first.
///
/// # Errors
/// What the database says.
pub fn written_by(
    tx: &mut Tx<'_>,
    (organisation, person): (OrganisationId, PersonId),
) -> Result<Vec<Agreed>, Fault> {
    tx.all(WRITTEN_BY, args![organisation.0, person.0], read)
}

/// Forgets that it was they who wrote down what teams agreed; what was agreed is the teams', and stays.
///
/// # Errors
/// What the database says.
pub fn forget_writer(
    tx: &mut Tx<'_>,
    (organisation, person): (OrganisationId, PersonId),
) -> Result<(), Fault> {
    tx.run(FORGET_WRITER, args![organisation.0, person.0])?;
    Ok(())
}

/// The units shown at a place that somebody leads on a day, with their names.
///
/// # Errors
/// What the database says.
pub fn led_at(
    tx: &mut Tx<'_>,
    (organisation, person): (OrganisationId, PersonId),
    round: RoundId,
    place: Place,
    on: Date,
) -> Result<Vec<(UnitId, String)>, Fault> {
    tx.all(LED_AT, args![organisation.0, round.0, place.0, person.0, &on.to_string()], |row| {
        Ok((UnitId(row.get(0)?), row.get(1)?))
    })
}

fn read(row: &Row<'_>) -> Result<Agreed, Fault> {
    Ok(Agreed {
        round: RoundId(row.get(0)?),
        place: Place(row.count(1)?),
        unit: UnitId(row.get(2)?),
        unit_name: row.get(3)?,
        area: row.parse(4, "area", Area::from_code)?,
        words: row.parse(5, "words", |text| Line::new(text).ok())?,
        talked_on: row.date(6)?,
        look_again_on: row.date(7)?,
        told_at: row.time(8)?,
    })
}
