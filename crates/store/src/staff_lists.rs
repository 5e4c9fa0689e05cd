//! Lists of everyone employed: the files while they are looked at, what was done with them, and the way back.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use people::{Change, OrganisationId, PersonId};
use stafflist::{Column, Known, ListedPerson, Tally};

use crate::{Fault, Row, Tx, args, sql::statements};

statements! {
    COLUMNS = "SELECT meaning, name FROM staff_list_column WHERE organisation = $1 ORDER BY meaning";
    FORGET_COLUMNS = "DELETE FROM staff_list_column WHERE organisation = $1";
    ADD_COLUMN = "INSERT INTO staff_list_column (organisation, meaning, name) VALUES ($1, $2, $3)";

    ADD = "INSERT INTO staff_list (organisation, id, file_name, brought_at, brought_by, people_new, people_left, people_moved,
            people_changed, units_opened, units_closed, units_changed, rows_wrong)
        VALUES ($1, $2, $3, $4, $5, 0, 0, 0, 0, 0, 0, 0, 0)";
    ADD_FILE = "INSERT INTO staff_list_file (organisation, staff_list, content) VALUES ($1, $2, $3)";
    BY_ID = "SELECT l.id, l.file_name, l.brought_at, p.given_name, p.family_name, l.done_at, l.undone_at, l.people_new, l.people_left,
            l.people_moved, l.people_changed, l.units_opened, l.units_closed, l.units_changed, l.rows_wrong, l.after_hash
        FROM staff_list l LEFT JOIN person p ON p.organisation = l.organisation AND p.id = l.brought_by
        WHERE l.organisation = $1 AND l.id = $2";
    DONE = "SELECT l.id, l.file_name, l.brought_at, p.given_name, p.family_name, l.done_at, l.undone_at, l.people_new, l.people_left,
            l.people_moved, l.people_changed, l.units_opened, l.units_closed, l.units_changed, l.rows_wrong, l.after_hash
        FROM staff_list l LEFT JOIN person p ON p.organisation = l.organisation AND p.id = l.brought_by
        WHERE l.organisation = $1 AND l.done_at IS NOT NULL ORDER BY l.done_at DESC, l.id LIMIT $2";
    WAITING = "SELECT l.id, l.file_name, l.brought_at, p.given_name, p.family_name, l.done_at, l.undone_at, l.people_new, l.people_left,
            l.people_moved, l.people_changed, l.units_opened, l.units_closed, l.units_changed, l.rows_wrong, l.after_hash
        FROM staff_list l LEFT JOIN person p ON p.organisation = l.organisation AND p.id = l.brought_by
        WHERE l.organisation = $1 AND l.done_at IS NULL ORDER BY l.brought_at DESC, l.id";
    FILE = "SELECT content FROM staff_list_file WHERE organisation = $1 AND staff_list = $2";
    DROP_FILE = "DELETE FROM staff_list_file WHERE organisation = $1 AND staff_list = $2";
    DROP_UNDONE = "DELETE FROM staff_list WHERE organisation = $1 AND done_at IS NULL AND brought_at < $2";
    DROP_ONE = "DELETE FROM staff_list WHERE organisation = $1 AND id = $2 AND done_at IS NULL";
    SET_DONE = "UPDATE staff_list SET done_at = $3, people_new = $4, people_left = $5, people_moved = $6, people_changed = $7,
            units_opened = $8, units_closed = $9, units_changed = $10, rows_wrong = $11, after_hash = $12
        WHERE organisation = $1 AND id = $2";
    FORGET_HASHES = "UPDATE staff_list SET after_hash = NULL WHERE organisation = $1 AND after_hash IS NOT NULL";
    SET_UNDONE = "UPDATE staff_list SET undone_at = $3 WHERE organisation = $1 AND id = $2";

    KNOWN = "SELECT p.id, p.external_key, p.given_name, p.family_name, p.mail, p.placeholder, u.employee_number FROM person p
        LEFT JOIN scim_user u ON u.organisation = p.organisation AND u.person = p.id
        WHERE p.organisation = $1 ORDER BY p.id";
    ADD_PERSON = "INSERT INTO person (organisation, id, external_key, given_name, family_name, mail) VALUES ($1, $2, $3, $4, $5, $6)";
    /// Two may change addresses with each other: first all let go of theirs.
    FREE_MAIL = "UPDATE person SET mail = NULL WHERE organisation = $1 AND id = $2";
    SET_PERSON = "UPDATE person SET external_key = $3, given_name = $4, family_name = $5, mail = $6 WHERE organisation = $1 AND id = $2";

    FORGET_TOUCHED = "DELETE FROM staff_list_touch WHERE organisation = $1";
    FORGET_UNITS = "DELETE FROM unit_before WHERE organisation = $1";
    FORGET_VERSIONS = "DELETE FROM unit_version_before WHERE organisation = $1";
    FORGET_PEOPLE = "DELETE FROM person_before WHERE organisation = $1";
    FORGET_EMPLOYMENTS = "DELETE FROM employment_before WHERE organisation = $1";
    FORGET_LEADERSHIP = "DELETE FROM leadership_before WHERE organisation = $1";
    /// Many in one statement: ids of sixteen digits one after the other, `$5` of them.
    TOUCH = "WITH RECURSIVE row (at) AS (SELECT 0 UNION ALL SELECT at + 1 FROM row WHERE at + 1 < $5)
        INSERT INTO staff_list_touch (organisation, staff_list, sort, id)
        SELECT $1, $2, $3, CAST(substr($4, at * 16 + 1, 16) AS BIGINT) FROM row WHERE TRUE
        ON CONFLICT DO NOTHING";
    KEEP_UNITS = "INSERT INTO unit_before (organisation, id, external_key, parent, name, sort, sites, valid_from, valid_to)
        SELECT u.organisation, u.id, u.external_key, u.parent, u.name, u.sort, u.sites, u.valid_from, u.valid_to FROM unit u
        JOIN staff_list_touch t ON t.organisation = u.organisation AND t.staff_list = $2 AND t.sort = 'unit' AND t.id = u.id
        WHERE u.organisation = $1";
    KEEP_VERSIONS = "INSERT INTO unit_version_before (organisation, unit, valid_from, parent, name, sort, sites)
        SELECT v.organisation, v.unit, v.valid_from, v.parent, v.name, v.sort, v.sites FROM unit_version v
        JOIN staff_list_touch t ON t.organisation = v.organisation AND t.staff_list = $2 AND t.sort = 'unit' AND t.id = v.unit
        WHERE v.organisation = $1";
    KEEP_PEOPLE = "INSERT INTO person_before (organisation, id, external_key, given_name, family_name, mail)
        SELECT p.organisation, p.id, p.external_key, p.given_name, p.family_name, p.mail FROM person p
        JOIN staff_list_touch t ON t.organisation = p.organisation AND t.staff_list = $2 AND t.sort = 'person' AND t.id = p.id
        WHERE p.organisation = $1";
    KEEP_EMPLOYMENTS = "INSERT INTO employment_before
            (organisation, id, external_key, person, unit, occupation, extent_percent, hourly, valid_from, valid_to)
        SELECT e.organisation, e.id, e.external_key, e.person, e.unit, e.occupation, e.extent_percent, e.hourly, e.valid_from, e.valid_to
        FROM employment e
        JOIN staff_list_touch t ON t.organisation = e.organisation AND t.staff_list = $2 AND t.sort = 'employment' AND t.id = e.id
        WHERE e.organisation = $1";
    KEEP_LEAVES = "INSERT INTO employment_leave_before (organisation, employment, valid_from, valid_to)
        SELECT l.organisation, l.employment, l.valid_from, l.valid_to FROM employment_leave l
        JOIN employment_before b ON b.organisation = l.organisation AND b.id = l.employment
        WHERE l.organisation = $1";
    KEEP_LEADERSHIP = "INSERT INTO leadership_before (organisation, unit, person, acting, valid_from, valid_to)
        SELECT l.organisation, l.unit, l.person, l.acting, l.valid_from, l.valid_to FROM leadership l
        JOIN staff_list_touch t ON t.organisation = l.organisation AND t.staff_list = $2 AND t.sort = 'leadership' AND t.id = l.unit
        WHERE l.organisation = $1";

    /// Somebody or something new of the list stands in a round by now.
    IN_A_ROUND = "SELECT CAST(COUNT(*) AS BIGINT) FROM staff_list_touch t WHERE t.organisation = $1 AND t.staff_list = $2 AND (
        (t.sort = 'person' AND EXISTS (SELECT 1 FROM eligible e WHERE e.organisation = t.organisation AND e.person = t.id)
            AND NOT EXISTS (SELECT 1 FROM person_before b WHERE b.organisation = t.organisation AND b.id = t.id))
        OR (t.sort = 'unit' AND NOT EXISTS (SELECT 1 FROM unit_before b WHERE b.organisation = t.organisation AND b.id = t.id)
            AND (EXISTS (SELECT 1 FROM round r WHERE r.organisation = t.organisation AND r.unit = t.id)
                OR EXISTS (SELECT 1 FROM round_node n WHERE n.organisation = t.organisation AND n.unit = t.id))))";
    UNDO_EMPLOYMENTS = "DELETE FROM employment WHERE organisation = $1 AND id IN
        (SELECT t.id FROM staff_list_touch t WHERE t.organisation = $1 AND t.staff_list = $2 AND t.sort = 'employment')";
    UNDO_LEADERSHIP = "DELETE FROM leadership WHERE organisation = $1 AND unit IN
        (SELECT t.id FROM staff_list_touch t WHERE t.organisation = $1 AND t.staff_list = $2 AND t.sort = 'leadership')";
    UNDO_VERSIONS = "DELETE FROM unit_version WHERE organisation = $1 AND unit IN
        (SELECT t.id FROM staff_list_touch t WHERE t.organisation = $1 AND t.staff_list = $2 AND t.sort = 'unit')";
    UNDO_PEOPLE = "DELETE FROM person WHERE organisation = $1 AND id IN
        (SELECT t.id FROM staff_list_touch t WHERE t.organisation = $1 AND t.staff_list = $2 AND t.sort = 'person'
            AND NOT EXISTS (SELECT 1 FROM person_before b WHERE b.organisation = t.organisation AND b.id = t.id))";
    FREE_MAILS = "UPDATE person SET mail = NULL WHERE organisation = $1 AND EXISTS
        (SELECT 1 FROM person_before b WHERE b.organisation = person.organisation AND b.id = person.id)";
    BACK_PEOPLE = "UPDATE person SET (external_key, given_name, family_name, mail) =
            (SELECT b.external_key, b.given_name, b.family_name, b.mail FROM person_before b
                WHERE b.organisation = person.organisation AND b.id = person.id)
        WHERE organisation = $1 AND EXISTS
            (SELECT 1 FROM person_before b WHERE b.organisation = person.organisation AND b.id = person.id)";
    BACK_UNITS = "UPDATE unit SET (external_key, parent, name, sort, sites, valid_from, valid_to) =
            (SELECT b.external_key, b.parent, b.name, b.sort, b.sites, b.valid_from, b.valid_to FROM unit_before b
                WHERE b.organisation = unit.organisation AND b.id = unit.id)
        WHERE organisation = $1 AND EXISTS (SELECT 1 FROM unit_before b WHERE b.organisation = unit.organisation AND b.id = unit.id)";
    UNDO_UNITS = "DELETE FROM unit WHERE organisation = $1 AND id IN
        (SELECT t.id FROM staff_list_touch t WHERE t.organisation = $1 AND t.staff_list = $2 AND t.sort = 'unit'
            AND NOT EXISTS (SELECT 1 FROM unit_before b WHERE b.organisation = t.organisation AND b.id = t.id))";
    BACK_VERSIONS = "INSERT INTO unit_version (organisation, unit, valid_from, parent, name, sort, sites)
        SELECT organisation, unit, valid_from, parent, name, sort, sites FROM unit_version_before WHERE organisation = $1";
    BACK_EMPLOYMENTS = "INSERT INTO employment
            (organisation, id, external_key, person, unit, occupation, extent_percent, hourly, valid_from, valid_to)
        SELECT organisation, id, external_key, person, unit, occupation, extent_percent, hourly, valid_from, valid_to
        FROM employment_before WHERE organisation = $1";
    BACK_LEAVES = "INSERT INTO employment_leave (organisation, employment, valid_from, valid_to)
        SELECT organisation, employment, valid_from, valid_to FROM employment_leave_before WHERE organisation = $1";
    BACK_LEADERSHIP = "INSERT INTO leadership (organisation, unit, person, acting, valid_from, valid_to)
        SELECT organisation, unit, person, acting, valid_from, valid_to FROM leadership_before WHERE organisation = $1";
}

/// So many ids are written in one statement.
const TOUCHED_AT_ONCE: usize = 500;

/// A list that was brought in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredList {
    /// Its id.
    pub id: i64,
    /// The file's name.
    pub file_name: String,
    /// When it was brought.
    pub brought_at: Timestamp,
    /// Who brought it, if anybody did and is still here.
    pub brought_by: Option<String>,
    /// When it was done.
    pub done_at: Option<Timestamp>,
    /// When that was undone.
    pub undone_at: Option<Timestamp>,
    /// What it made different.
    pub counts: Counts,
    /// SHA-256 of the organisation right after.
    pub after_hash: Option<[u8; 32]>,
}

/// What a list made different, in numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// People that were not known.
    pub people_new: u32,
    /// People who left.
    pub people_left: u32,
    /// People in another unit.
    pub people_moved: u32,
    /// People of whom something else is different.
    pub people_changed: u32,
    /// New units.
    pub units_opened: u32,
    /// Units that are no more.
    pub units_closed: u32,
    /// Units with another name or place.
    pub units_changed: u32,
    /// Places in the file that could not be read.
    pub rows_wrong: u32,
}

impl Counts {
    /// Counts what a tally names.
    pub fn of(tally: &Tally, rows_wrong: usize) -> Counts {
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Counts {
            people_new: count(tally.new.len()),
            people_left: count(tally.left.len()),
            people_moved: count(tally.moved.len()),
            people_changed: count(tally.changed.len() + tally.renamed.len()),
            units_opened: count(tally.opened.len()),
            units_closed: count(tally.closed.len()),
            units_changed: count(tally.units_renamed.len() + tally.units_moved.len()),
            rows_wrong: count(rows_wrong),
        }
    }
}

/// What columns with these names mean, as was said before.
///
/// # Errors
/// What the database says.
pub fn columns(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<Vec<(Column, String)>, Fault> {
    tx.all(COLUMNS, args![organisation.0], |row| {
        Ok((row.parse(0, "meaning of a column", Column::from_code)?, row.get(1)?))
    })
}

/// Remembers what columns mean, instead of what was said before.
///
/// # Errors
/// What the database says.
pub fn set_columns(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    columns: &[(Column, String)],
) -> Result<(), Fault> {
    tx.run(FORGET_COLUMNS, args![organisation.0])?;
    for (column, name) in columns {
        tx.run(ADD_COLUMN, args![organisation.0, column.code(), name])?;
    }
    Ok(())
}

/// Keeps a file to be looked at.
///
/// # Errors
/// What the database says.
pub fn add(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    file_name: &str,
    by: Option<PersonId>,
    content: &[u8],
) -> Result<i64, Fault> {
    let (id, now) = (tx.fresh_id()?, tx.now());
    tx.run(ADD, args![organisation.0, id, file_name, now, by.map(|by| by.0)])?;
    tx.run(ADD_FILE, args![organisation.0, id, content])?;
    Ok(id)
}

/// A list, done or not.
///
/// # Errors
/// [`Fault::NotFound`] without one.
pub fn by_id(tx: &mut Tx<'_>, organisation: OrganisationId, id: i64) -> Result<StoredList, Fault> {
    tx.one(BY_ID, args![organisation.0, id], read)
}

/// Those that were done, undone or not, the latest first.
///
/// # Errors
/// What the database says.
pub fn done(tx: &mut Tx<'_>, organisation: OrganisationId, most: u32) -> Result<Vec<StoredList>, Fault> {
    tx.all(DONE, args![organisation.0, most], read)
}

/// Those that are not done, the latest first.
///
/// # Errors
/// What the database says.
pub fn waiting(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<Vec<StoredList>, Fault> {
    tx.all(WAITING, args![organisation.0], read)
}

/// The file of a list; `None` once it is done, called off or too old.
///
/// # Errors
/// What the database says.
pub fn file(tx: &mut Tx<'_>, organisation: OrganisationId, id: i64) -> Result<Option<Vec<u8>>, Fault> {
    tx.maybe(FILE, args![organisation.0, id], |row| row.get(0))
}

/// Calls a list off that is not done.
///
/// # Errors
/// What the database says.
pub fn call_off(tx: &mut Tx<'_>, organisation: OrganisationId, id: i64) -> Result<(), Fault> {
    tx.run(DROP_ONE, args![organisation.0, id])?;
    Ok(())
}

/// Lets go of lists that were brought before a time and never done.
///
/// # Errors
/// What the database says.
pub fn drop_old(tx: &mut Tx<'_>, organisation: OrganisationId, before: Timestamp) -> Result<(), Fault> {
    tx.run(DROP_UNDONE, args![organisation.0, before])?;
    Ok(())
}

/// Everyone there is.
///
/// # Errors
/// What the database says.
pub fn known(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<Vec<Known>, Fault> {
    tx.all(KNOWN, args![organisation.0], |row| {
        Ok(Known {
            id: PersonId(row.get(0)?),
            key: row.get(1)?,
            number: row.get(6)?,
            given_name: row.get(2)?,
            family_name: row.get(3)?,
            mail: row.get(4)?,
            placeholder: row.get(5)?,
        })
    })
}

/// Keeps everything that a list will touch as it is, in place of what the list before it touched.
///
/// # Errors
/// What the database says.
pub fn keep_before(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    list: i64,
    people: impl Iterator<Item = PersonId>,
    changes: &[Change],
) -> Result<(), Fault> {
    forget_before(tx, organisation)?;
    let here = organisation.0;
    let mut touched: BTreeMap<&str, BTreeSet<i64>> = BTreeMap::new();
    touched.entry("person").or_default().extend(people.map(|person| person.0));
    for change in changes {
        let (sort, id) = match change {
            Change::OpenUnit { unit, .. }
            | Change::KeyUnit { unit, .. }
            | Change::SetUnit { unit, .. }
            | Change::CloseUnit { unit, .. }
            | Change::Follow { unit, .. } => ("unit", unit.0),
            Change::Employ(it) | Change::SetEmployment(it) => ("employment", it.id.0),
            Change::EndEmployment { employment, .. } => ("employment", employment.0),
            Change::Lead(lead) => ("leadership", lead.unit.0),
            Change::EndLead { unit, .. } => ("leadership", unit.0),
        };
        touched.entry(sort).or_default().insert(id);
    }
    for (sort, ids) in touched {
        let ids: Vec<String> = ids.into_iter().map(|id| format!("{id:016}")).collect();
        for ids in ids.chunks(TOUCHED_AT_ONCE) {
            tx.run(TOUCH, args![here, list, sort, &ids.concat(), ids.len() as i64])?;
        }
    }
    for sql in [KEEP_UNITS, KEEP_VERSIONS, KEEP_PEOPLE, KEEP_EMPLOYMENTS, KEEP_LEADERSHIP] {
        tx.run(sql, args![here, list])?;
    }
    tx.run(KEEP_LEAVES, args![here])?;
    Ok(())
}

/// Lets go of how it was before the latest list: that cannot be undone any more.
///
/// # Errors
/// What the database says.
pub fn forget_before(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<(), Fault> {
    let all =
        [FORGET_TOUCHED, FORGET_UNITS, FORGET_VERSIONS, FORGET_PEOPLE, FORGET_EMPLOYMENTS, FORGET_LEADERSHIP];
    for sql in all {
        tx.run(sql, args![organisation.0])?;
    }
    Ok(())
}

/// Forgets what the organisation looked like after each list: none can be undone any more.
///
/// # Errors
/// What the database says.
pub fn forget_hashes(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<(), Fault> {
    tx.run(FORGET_HASHES, args![organisation.0])?;
    Ok(())
}

/// Adds people, and says of others what the list says.
///
/// # Errors
/// What the database says.
pub fn set_people(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    newcomers: &[(PersonId, ListedPerson)],
    renamed: &[(PersonId, ListedPerson)],
) -> Result<(), Fault> {
    let here = organisation.0;
    for (id, _) in renamed {
        tx.run(FREE_MAIL, args![here, id.0])?;
    }
    for (sql, people) in [(SET_PERSON, renamed), (ADD_PERSON, newcomers)] {
        for (id, it) in people {
            tx.run(sql, args![here, id.0, &it.key, &it.given_name, &it.family_name, it.mail.as_ref()])?;
        }
    }
    Ok(())
}

/// Notes that a list is done: its file goes.
///
/// # Errors
/// What the database says.
pub fn set_done(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    list: i64,
    counts: &Counts,
    after_hash: &[u8; 32],
) -> Result<(), Fault> {
    let now = tx.now();
    let Counts {
        people_new,
        people_left,
        people_moved,
        people_changed,
        units_opened,
        units_closed,
        units_changed,
        rows_wrong,
    } = *counts;
    tx.run(
        SET_DONE,
        args![
            organisation.0,
            list,
            now,
            people_new,
            people_left,
            people_moved,
            people_changed,
            units_opened,
            units_closed,
            units_changed,
            rows_wrong,
            after_hash
        ],
    )?;
    tx.run(DROP_FILE, args![organisation.0, list])?;
    Ok(())
}

/// Whether somebody or a unit that came by a list stands in a round by now.
///
/// # Errors
/// What the database says.
pub fn is_in_a_round(tx: &mut Tx<'_>, organisation: OrganisationId, list: i64) -> Result<bool, Fault> {
    tx.one(IN_A_ROUND, args![organisation.0, list], |row| Ok(row.count(0)? > 0))
}

/// Puts everything that the latest list touched back as it was.
///
/// # Errors
/// What the database says.
pub fn undo(tx: &mut Tx<'_>, organisation: OrganisationId, list: i64) -> Result<(), Fault> {
    let (here, now) = (organisation.0, tx.now());
    // What points goes before what it points to, and comes back after it.
    for sql in [UNDO_EMPLOYMENTS, UNDO_LEADERSHIP, UNDO_VERSIONS, UNDO_PEOPLE] {
        tx.run(sql, args![here, list])?;
    }
    for sql in [FREE_MAILS, BACK_PEOPLE, BACK_UNITS] {
        tx.run(sql, args![here])?;
    }
    tx.run(UNDO_UNITS, args![here, list])?;
    for sql in [BACK_VERSIONS, BACK_EMPLOYMENTS, BACK_LEAVES, BACK_LEADERSHIP] {
        tx.run(sql, args![here])?;
    }
    tx.run(SET_UNDONE, args![here, list, now])?;
    forget_before(tx, organisation)
}

fn read(row: &Row<'_>) -> Result<StoredList, Fault> {
    let name = row.get::<Option<String>>(3)?.zip(row.get::<Option<String>>(4)?);
    Ok(StoredList {
        id: row.get(0)?,
        file_name: row.get(1)?,
        brought_at: row.time(2)?,
        brought_by: name.map(|(given, family)| format!("{given} {family}")),
        done_at: row.time_maybe(5)?,
        undone_at: row.time_maybe(6)?,
        counts: Counts {
            people_new: row.count(7)?,
            people_left: row.count(8)?,
            people_moved: row.count(9)?,
            people_changed: row.count(10)?,
            units_opened: row.count(11)?,
            units_closed: row.count(12)?,
            units_changed: row.count(13)?,
            rows_wrong: row.count(14)?,
        },
        after_hash: row
            .get::<Option<Vec<u8>>>(15)?
            .map(|hash| hash.try_into().map_err(|_| Fault::Unreadable { what: "hash" }))
            .transpose()?,
    })
}
