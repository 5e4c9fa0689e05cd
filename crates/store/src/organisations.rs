//! The organisation and its tree.

use jiff::civil::Date;
use people::{Conditions, Language, Organisation, OrganisationId, PersonId, Unit, UnitId, UnitSort};

use crate::{Fault, Row, Tx, args, sql::statements};

statements! {
    ADD = "INSERT INTO organisation (id, name, language, zone, demo, created_at) VALUES ($1, $2, $3, $4, $5, $6)";
    /// An installation holds one organisation today; the first is it.
    ONLY = "SELECT id, name, language, zone, demo FROM organisation ORDER BY created_at, id LIMIT 1";
    ADD_UNIT = "INSERT INTO unit (organisation, id, parent, name, sort, sites, valid_from) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    /// The units a person leads on a day.
    LED_BY = "SELECT u.id, u.parent, u.name, u.sort, u.sites FROM leadership l
        JOIN unit u ON u.organisation = l.organisation AND u.id = l.unit
        WHERE l.organisation = $1 AND l.person = $2 AND l.valid_from <= $3 AND (l.valid_to IS NULL OR l.valid_to > $3)
        ORDER BY u.id";
    /// People employed in a unit or anywhere below it on a day. The units first, in this order on SQLite (CROSS JOIN): to count people apart it would go through everybody in their order.
    SPAN = "WITH RECURSIVE below (id) AS (
            SELECT id FROM unit WHERE organisation = $1 AND id = $2
            UNION SELECT u.id FROM unit u JOIN below b ON u.organisation = $1 AND u.parent = b.id
                WHERE u.sort = 'unit' AND NOT EXISTS (SELECT 1 FROM leadership l WHERE l.organisation = $1 AND l.unit = u.id
                    AND l.person <> $3 AND l.valid_from <= $4 AND (l.valid_to IS NULL OR l.valid_to > $4)))
        SELECT COUNT(DISTINCT e.person) FROM below b CROSS JOIN employment e
        WHERE e.organisation = $1 AND e.unit = b.id AND e.person <> $3 AND e.valid_from <= $4 AND (e.valid_to IS NULL OR e.valid_to > $4)";
    /// Who leads a unit on a day.
    LEADER_OF = "SELECT l.person, p.given_name, p.family_name FROM leadership l
        JOIN person p ON p.organisation = l.organisation AND p.id = l.person
        WHERE l.organisation = $1 AND l.unit = $2 AND l.valid_from <= $3 AND (l.valid_to IS NULL OR l.valid_to > $3)
        ORDER BY l.person LIMIT 1";
    LEADS = "SELECT EXISTS (SELECT 1 FROM leadership WHERE organisation = $1 AND unit = $2 AND person = $3
        AND valid_from <= $4 AND (valid_to IS NULL OR valid_to > $4))";
    UNIT_NAME = "SELECT name FROM unit WHERE organisation = $1 AND id = $2";
    PARENT = "SELECT parent FROM unit WHERE organisation = $1 AND id = $2";
}

/// Remembers a new organisation.
///
/// # Errors
/// What the database says.
pub fn add(tx: &mut Tx<'_>, organisation: &Organisation) -> Result<(), Fault> {
    let Organisation { id, name, language, zone, demo } = organisation;
    let now = tx.now();
    tx.run(ADD, args![id.0, name, language.code(), zone, *demo, now])?;
    Ok(())
}

/// The organisation of this installation, once it has one.
///
/// # Errors
/// What the database says.
pub fn only(tx: &mut Tx<'_>) -> Result<Option<Organisation>, Fault> {
    tx.maybe(ONLY, args![], |row| {
        Ok(Organisation {
            id: OrganisationId(row.get(0)?),
            name: row.get(1)?,
            language: row.parse(2, "language", Language::from_code)?,
            zone: row.get(3)?,
            demo: row.get(4)?,
        })
    })
}

/// Remembers a unit that has been there since `from`.
///
/// # Errors
/// What the database says.
pub fn add_unit(tx: &mut Tx<'_>, organisation: OrganisationId, unit: &Unit, from: Date) -> Result<(), Fault> {
    let Unit { id, parent, name, sort, sites } = unit;
    let parent = parent.map(|parent| parent.0);
    tx.run(ADD_UNIT, args![organisation.0, id.0, parent, name, sort.code(), *sites, &from.to_string()])?;
    Ok(())
}

/// What a unit is called today.
///
/// # Errors
/// [`Fault::NotFound`] when there is no such unit.
pub fn unit_name(tx: &mut Tx<'_>, organisation: OrganisationId, unit: UnitId) -> Result<String, Fault> {
    tx.one(UNIT_NAME, args![organisation.0, unit.0], |row| row.get(0))
}

/// Whether a person leads a unit on a day, acting or not.
///
/// # Errors
/// What the database says.
pub fn leads(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    unit: UnitId,
    person: PersonId,
    day: Date,
) -> Result<bool, Fault> {
    tx.one(LEADS, args![organisation.0, unit.0, person.0, &day.to_string()], |row| row.get(0))
}

/// What `person` leads on `day`, and with how many.
///
/// # Errors
/// What the database says.
pub fn conditions(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    person: PersonId,
    day: Date,
) -> Result<Conditions, Fault> {
    let day = day.to_string();
    let units = tx.all(LED_BY, args![organisation.0, person.0, &day], read_unit)?;
    let mut span = 0;
    for unit in &units {
        let below = tx.one(SPAN, args![organisation.0, unit.id.0, person.0, &day], |row| row.count(0))?;
        span += below;
    }
    let own_manager = match units.first() {
        Some(unit) => manager_above(tx, organisation, person, unit.id, &day)?,
        None => None,
    };
    let sites = units.iter().map(|unit| unit.sites).sum();
    Ok(Conditions { units, span, sites, own_manager })
}

/// Walks up from `unit` to the first unit that somebody else leads.
fn manager_above(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    person: PersonId,
    unit: UnitId,
    day: &str,
) -> Result<Option<(PersonId, String)>, Fault> {
    /// No organisation is deeper; a ring in the data ends here.
    const DEEPEST: usize = 32;
    let mut at = Some(unit.0);
    for _ in 0..DEEPEST {
        let Some(here) = at else { return Ok(None) };
        let leader = tx.maybe(LEADER_OF, args![organisation.0, here, day], |row| {
            Ok((PersonId(row.get(0)?), format!("{} {}", row.get::<String>(1)?, row.get::<String>(2)?)))
        })?;
        match leader {
            Some(leader) if leader.0 != person => return Ok(Some(leader)),
            _ => at = tx.maybe(PARENT, args![organisation.0, here], |row| row.get(0))?.flatten(),
        }
    }
    Ok(None)
}

fn read_unit(row: &Row<'_>) -> Result<Unit, Fault> {
    Ok(Unit {
        id: UnitId(row.get(0)?),
        parent: row.get::<Option<i64>>(1)?.map(UnitId),
        name: row.get(2)?,
        sort: row.parse(3, "sort of unit", UnitSort::from_code)?,
        sites: row.count(4)?,
    })
}
