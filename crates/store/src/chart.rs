//! The organisation through time: reads a [`Chart`], and remembers what the rules changed in it.

use jiff::civil::Date;
use people::{
    Change, Chart, Employment, EmploymentId, Lead, Occupation, OrganisationId, PersonId, Span, UnitFacts,
    UnitId, UnitSort,
};

use crate::{Arg, Fault, Row, Tx, args, sql::statements};

statements! {
    UNITS = "SELECT id, external_key, valid_from, valid_to, parent, name, sort, sites FROM unit WHERE organisation = $1";
    VERSIONS = "SELECT unit, valid_from, parent, name, sort, sites FROM unit_version WHERE organisation = $1
        ORDER BY unit, valid_from";
    SUCCESSIONS = "SELECT unit, followed_by FROM unit_succession WHERE organisation = $1";
    LEADS = "SELECT unit, person, acting, valid_from, valid_to FROM leadership WHERE organisation = $1";
    STAFF = "SELECT id, external_key, person, unit, occupation, extent_percent, hourly, valid_from, valid_to FROM employment
        WHERE organisation = $1";
    STAFF_OF = "SELECT id, external_key, person, unit, occupation, extent_percent, hourly, valid_from, valid_to FROM employment
        WHERE organisation = $1 AND unit = $2";
    WORK_OF = "SELECT id, external_key, person, unit, occupation, extent_percent, hourly, valid_from, valid_to FROM employment
        WHERE organisation = $1 AND person = $2";
    LEAVES = "SELECT employment, valid_from, valid_to FROM employment_leave WHERE organisation = $1
        ORDER BY employment, valid_from";
    LEAVES_OF = "SELECT employment, valid_from, valid_to FROM employment_leave WHERE organisation = $1 AND employment = $2
        ORDER BY valid_from";

    OPEN = "INSERT INTO unit (organisation, id, external_key, parent, name, sort, sites, valid_from)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    KEY_UNIT = "UPDATE unit SET external_key = $3 WHERE organisation = $1 AND id = $2";
    /// Before a unit's first change, what it has been until then becomes a version.
    KEEP_FIRST = "INSERT INTO unit_version (organisation, unit, valid_from, parent, name, sort, sites)
        SELECT u.organisation, u.id, u.valid_from, u.parent, u.name, u.sort, u.sites FROM unit u
        WHERE u.organisation = $1 AND u.id = $2 AND NOT EXISTS
            (SELECT 1 FROM unit_version v WHERE v.organisation = u.organisation AND v.unit = u.id)";
    SET_VERSION = "INSERT INTO unit_version (organisation, unit, valid_from, parent, name, sort, sites)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (organisation, unit, valid_from) DO UPDATE SET
            parent = excluded.parent, name = excluded.name, sort = excluded.sort, sites = excluded.sites";
    CLOSE = "UPDATE unit SET valid_to = $3 WHERE organisation = $1 AND id = $2";
    FOLLOW = "INSERT INTO unit_succession (organisation, unit, followed_by) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    /// Table unit says what is so on a day.
    SETTLE = "UPDATE unit SET (parent, name, sort, sites) =
            (SELECT v.parent, v.name, v.sort, v.sites FROM unit_version v
            WHERE v.organisation = unit.organisation AND v.unit = unit.id AND v.valid_from <= $2
            ORDER BY v.valid_from DESC LIMIT 1)
        WHERE organisation = $1 AND EXISTS (SELECT 1 FROM unit_version v
            WHERE v.organisation = unit.organisation AND v.unit = unit.id AND v.valid_from <= $2)";

    EMPLOY = "INSERT INTO employment (organisation, id, external_key, person, unit, occupation, extent_percent, hourly, valid_from, valid_to)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    SET_EMPLOYMENT = "UPDATE employment SET external_key = $3, occupation = $4, extent_percent = $5, hourly = $6, valid_to = $7
        WHERE organisation = $1 AND id = $2";
    END_EMPLOYMENT = "UPDATE employment SET valid_to = $3 WHERE organisation = $1 AND id = $2
        AND (valid_to IS NULL OR valid_to > $3)";
    NEVER_EMPLOYED = "DELETE FROM employment WHERE organisation = $1 AND id = $2 AND valid_from >= $3";
    ADD_LEAVE = "INSERT INTO employment_leave (organisation, employment, valid_from, valid_to) VALUES ($1, $2, $3, $4)";
    DROP_LEAVES = "DELETE FROM employment_leave WHERE organisation = $1 AND employment = $2";
    END_LEAVE = "UPDATE employment_leave SET valid_to = $3 WHERE organisation = $1 AND employment = $2
        AND (valid_to IS NULL OR valid_to > $3)";
    NEVER_LEFT = "DELETE FROM employment_leave WHERE organisation = $1 AND employment = $2 AND valid_from >= $3";

    LEAD = "INSERT INTO leadership (organisation, unit, person, acting, valid_from, valid_to) VALUES ($1, $2, $3, $4, $5, $6)";
    END_LEAD = "UPDATE leadership SET valid_to = $5 WHERE organisation = $1 AND unit = $2 AND person = $3 AND valid_from = $4
        AND (valid_to IS NULL OR valid_to > $5)";
    NEVER_LED = "DELETE FROM leadership WHERE organisation = $1 AND unit = $2 AND person = $3 AND valid_from = $4
        AND valid_from >= $5";
}

/// The units and who leads them, through time. Nobody is employed in them yet: see [`add_staff`] and [`add_staff_of`].
///
/// # Errors
/// What the database says.
pub fn tree(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<Chart, Fault> {
    let mut chart = Chart::new();
    let units = tx.all(UNITS, args![organisation.0], |row| {
        let unit = UnitId(row.get(0)?);
        let open = Change::OpenUnit { unit, key: row.get(1)?, from: row.date(2)?, facts: facts(row, 4)? };
        let close = row.date_maybe(3)?.map(|on| Change::CloseUnit { unit, on });
        Ok((open, close))
    })?;
    let versions = tx.all(VERSIONS, args![organisation.0], |row| {
        Ok(Change::SetUnit { unit: UnitId(row.get(0)?), from: row.date(1)?, facts: facts(row, 2)? })
    })?;
    let follows = tx.all(SUCCESSIONS, args![organisation.0], |row| {
        Ok(Change::Follow { unit: UnitId(row.get(0)?), by: UnitId(row.get(1)?) })
    })?;
    let leads = tx.all(LEADS, args![organisation.0], |row| {
        let (unit, person) = (UnitId(row.get(0)?), PersonId(row.get(1)?));
        Ok(Change::Lead(Lead { unit, person, acting: row.get(2)?, span: span(row, 3)? }))
    })?;
    let (opened, closed): (Vec<_>, Vec<_>) = units.into_iter().unzip();
    // The first version of a unit stands on its first day, and so takes the place of what table unit says of today.
    let all =
        opened.into_iter().chain(versions).chain(closed.into_iter().flatten()).chain(follows).chain(leads);
    all.for_each(|change| chart.apply(&change));
    Ok(chart)
}

/// Adds everyone who was, is or is to be employed.
///
/// # Errors
/// What the database says.
pub fn add_staff(tx: &mut Tx<'_>, organisation: OrganisationId, chart: &mut Chart) -> Result<(), Fault> {
    let mut staff = tx.all(STAFF, args![organisation.0], employment)?;
    staff.sort_unstable_by_key(|employment| employment.id);
    for (id, leave) in tx.all(LEAVES, args![organisation.0], leave)? {
        if let Ok(at) = staff.binary_search_by_key(&id, |employment| employment.id) {
            staff[at].leave.push(leave);
        }
    }
    staff.into_iter().for_each(|employment| chart.apply(&Change::Employ(employment)));
    Ok(())
}

/// Adds everyone who was, is or is to be employed in one unit.
///
/// # Errors
/// What the database says.
pub fn add_staff_of(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    chart: &mut Chart,
    unit: UnitId,
) -> Result<(), Fault> {
    add_found(tx, organisation, chart, STAFF_OF, unit.0)
}

/// Adds the employments of one person.
///
/// # Errors
/// What the database says.
pub fn add_work_of(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    chart: &mut Chart,
    person: PersonId,
) -> Result<(), Fault> {
    add_found(tx, organisation, chart, WORK_OF, person.0)
}

fn add_found(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    chart: &mut Chart,
    which: crate::Sql,
    of: i64,
) -> Result<(), Fault> {
    for mut found in tx.all(which, args![organisation.0, of], employment)? {
        let leaves = tx.all(LEAVES_OF, args![organisation.0, found.id.0], leave)?;
        found.leave = leaves.into_iter().map(|(_, leave)| leave).collect();
        chart.apply(&Change::Employ(found));
    }
    Ok(())
}

/// Remembers what the rules changed.
///
/// # Errors
/// What the database says.
pub fn remember(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    changes: &[Change],
    today: Date,
) -> Result<(), Fault> {
    for change in changes {
        remember_one(tx, organisation, change)?;
    }
    settle(tx, organisation, today)
}

/// Makes table `unit` say what is so on `day`: after a change, and every night, for what was to come.
///
/// # Errors
/// What the database says.
pub fn settle(tx: &mut Tx<'_>, organisation: OrganisationId, day: Date) -> Result<(), Fault> {
    tx.run(SETTLE, args![organisation.0, &day.to_string()])?;
    Ok(())
}

fn remember_one(tx: &mut Tx<'_>, organisation: OrganisationId, change: &Change) -> Result<(), Fault> {
    let here = organisation.0;
    match change {
        Change::OpenUnit { unit, key, from, facts } => {
            let [parent, name, sort, sites] = facts_args(facts);
            let from = from.to_string();
            tx.run(
                OPEN,
                &[here.into(), unit.0.into(), key.as_ref().into(), parent, name, sort, sites, (&from).into()],
            )?;
        }
        Change::KeyUnit { unit, key } => {
            tx.run(KEY_UNIT, args![here, unit.0, key.as_ref()])?;
        }
        Change::SetUnit { unit, from, facts } => {
            tx.run(KEEP_FIRST, args![here, unit.0])?;
            let [parent, name, sort, sites] = facts_args(facts);
            tx.run(
                SET_VERSION,
                &[here.into(), unit.0.into(), (&from.to_string()).into(), parent, name, sort, sites],
            )?;
        }
        Change::CloseUnit { unit, on } => {
            tx.run(CLOSE, args![here, unit.0, &on.to_string()])?;
        }
        Change::Follow { unit, by } => {
            tx.run(FOLLOW, args![here, unit.0, by.0])?;
        }
        Change::Employ(employment) => employ(tx, here, employment)?,
        Change::SetEmployment(it) => {
            let (occupation, (_, to)) = (it.occupation.as_ref().map(Occupation::as_str), texts(it.span));
            tx.run(
                SET_EMPLOYMENT,
                args![here, it.id.0, it.key.as_ref(), occupation, it.extent_percent, it.hourly, to.as_ref()],
            )?;
            tx.run(DROP_LEAVES, args![here, it.id.0])?;
            add_leaves(tx, here, it)?;
        }
        Change::EndEmployment { employment, on } => {
            let on = on.to_string();
            for sql in [NEVER_LEFT, END_LEAVE, NEVER_EMPLOYED, END_EMPLOYMENT] {
                tx.run(sql, args![here, employment.0, &on])?;
            }
        }
        Change::Lead(Lead { unit, person, acting, span }) => {
            let (from, to) = texts(*span);
            tx.run(LEAD, args![here, unit.0, person.0, *acting, &from, to.as_ref()])?;
        }
        Change::EndLead { unit, person, from, on } => {
            let (from, on) = (from.to_string(), on.to_string());
            for sql in [NEVER_LED, END_LEAD] {
                tx.run(sql, args![here, unit.0, person.0, &from, &on])?;
            }
        }
    }
    Ok(())
}

fn employ(tx: &mut Tx<'_>, here: i64, employment: &Employment) -> Result<(), Fault> {
    let Employment { id, key, person, unit, occupation, extent_percent, hourly, span, leave: _ } = employment;
    let (from, to) = texts(*span);
    tx.run(
        EMPLOY,
        &[
            here.into(),
            id.0.into(),
            key.as_ref().into(),
            person.0.into(),
            unit.0.into(),
            occupation.as_ref().map(Occupation::as_str).into(),
            (*extent_percent).into(),
            (*hourly).into(),
            (&from).into(),
            to.as_ref().into(),
        ],
    )?;
    add_leaves(tx, here, employment)
}

fn add_leaves(tx: &mut Tx<'_>, here: i64, employment: &Employment) -> Result<(), Fault> {
    for leave in &employment.leave {
        let (from, to) = texts(*leave);
        tx.run(ADD_LEAVE, args![here, employment.id.0, &from, to.as_ref()])?;
    }
    Ok(())
}

fn texts(span: Span) -> (String, Option<String>) {
    (span.from().to_string(), span.to().map(|to| to.to_string()))
}

fn facts_args(facts: &UnitFacts) -> [Arg<'_>; 4] {
    let UnitFacts { parent, name, sort, sites } = facts;
    [parent.map(|parent| parent.0).into(), name.into(), sort.code().into(), (*sites).into()]
}

fn facts(row: &Row<'_>, at: usize) -> Result<UnitFacts, Fault> {
    Ok(UnitFacts {
        parent: row.get::<Option<i64>>(at)?.map(UnitId),
        name: row.get(at + 1)?,
        sort: row.parse(at + 2, "sort of unit", UnitSort::from_code)?,
        sites: row.count(at + 3)?,
    })
}

fn span(row: &Row<'_>, at: usize) -> Result<Span, Fault> {
    Span::new(row.date(at)?, row.date_maybe(at + 1)?).ok_or(Fault::Unreadable { what: "days" })
}

fn leave(row: &Row<'_>) -> Result<(EmploymentId, Span), Fault> {
    Ok((EmploymentId(row.get(0)?), span(row, 1)?))
}

fn employment(row: &Row<'_>) -> Result<Employment, Fault> {
    Ok(Employment {
        id: EmploymentId(row.get(0)?),
        key: row.get(1)?,
        person: PersonId(row.get(2)?),
        unit: UnitId(row.get(3)?),
        occupation: row.parse_maybe(4, "occupation", Occupation::new)?,
        extent_percent: row.count(5)?,
        hourly: row.get(6)?,
        span: span(row, 7)?,
        leave: Vec::new(),
    })
}
