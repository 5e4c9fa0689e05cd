//! SQLite files, whole.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, OpenFlags, Transaction};

use super::{
    Giver, Header, NotFilled, Sum, Taker, Value, compare, kept, kept_aside, known_table, same_columns,
};
use crate::{Fault, dialect, migrate};

/// Ours: SQLite's own are made anew with the schema.
const TABLES: &str =
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";
const COLUMNS: &str = "SELECT name FROM pragma_table_info(?1) ORDER BY cid";

/// A connection to a file that is there: looking must not make one.
fn open(path: &Path) -> Result<Connection, Fault> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(std::time::Duration::from_secs(10))?;
    Ok(connection)
}

fn texts(connection: &Connection, sql: &str, args: impl rusqlite::Params) -> Result<Vec<String>, Fault> {
    let mut statement = connection.prepare(sql)?;
    Ok(statement.query_map(args, |row| row.get(0))?.collect::<Result<_, _>>()?)
}

pub(super) fn schema(path: &Path) -> Result<u32, Fault> {
    let connection = open(path)?;
    if !texts(&connection, TABLES, [])?.iter().any(|table| table == "migration") {
        return Ok(0);
    }
    Ok(connection.query_row(migrate::NEWEST, [], |row| row.get(0))?)
}

pub(super) fn is_empty(path: &Path) -> Result<bool, Fault> {
    let connection = open(path)?;
    if !texts(&connection, TABLES, [])?.iter().any(|table| table == "organisation") {
        return Ok(true);
    }
    Ok(connection.query_row("SELECT COUNT(*) = 0 FROM organisation", [], |row| row.get(0))?)
}

/// SQLite lets nobody take a file out of write-ahead logging while another holds it open. Afterwards all of it lies in the one
/// file; whoever opens it next begins a log again.
pub(super) fn in_use(path: &Path) -> Result<bool, Fault> {
    let connection = open(path)?;
    connection.busy_timeout(std::time::Duration::from_millis(200))?;
    match connection.query_row("PRAGMA journal_mode = delete", [], |row| row.get::<_, String>(0)) {
        Ok(mode) => Ok(mode != "delete"),
        Err(error) if error.sqlite_error_code() == Some(rusqlite::ErrorCode::DatabaseBusy) => Ok(true),
        Err(error) => Err(error.into()),
    }
}

pub(super) fn read<T: Taker>(path: &Path, taker: &mut T) -> Result<Vec<Sum>, T::Error> {
    let mut connection = open(path)?;
    // In write-ahead logging a transaction that reads sees one picture, and nobody waits for it.
    let tx = connection.transaction().map_err(Fault::from)?;
    let there = texts(&tx, TABLES, [])?;
    kept(&there).map(|table| read_table(&tx, table, taker)).collect()
}

fn read_table<T: Taker>(tx: &Transaction<'_>, table: &str, taker: &mut T) -> Result<Sum, T::Error> {
    let header = Header { table: table.to_owned(), columns: texts(tx, COLUMNS, [table])? };
    taker.table(&header)?;
    each_row(tx, &header, |row| taker.row(row))
}

fn each_row<E: From<Fault>>(
    tx: &Transaction<'_>,
    header: &Header,
    mut take: impl FnMut(&[Value]) -> Result<(), E>,
) -> Result<Sum, E> {
    let mut sum = Sum::new(&header.table);
    let sql = format!("SELECT {} FROM {}", header.columns.join(", "), header.table);
    let mut statement = tx.prepare(&sql).map_err(Fault::from)?;
    let mut rows = statement.query([]).map_err(Fault::from)?;
    let mut values = Vec::with_capacity(header.columns.len());
    while let Some(row) = rows.next().map_err(Fault::from)? {
        values.clear();
        for index in 0..header.columns.len() {
            values.push(value(row.get_ref(index).map_err(Fault::from)?)?);
        }
        sum.add(&values);
        take(&values)?;
    }
    Ok(sum)
}

fn value(value: ValueRef<'_>) -> Result<Value, Fault> {
    Ok(match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(value) => Value::Int(value),
        ValueRef::Real(value) => Value::Real(value),
        ValueRef::Blob(bytes) => Value::Blob(bytes.to_vec()),
        ValueRef::Text(bytes) => {
            let text = std::str::from_utf8(bytes).map_err(|_| Fault::Unreadable { what: "text" })?;
            Value::Text(text.to_owned())
        }
    })
}

impl rusqlite::ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Value::Null => ValueRef::Null,
            Value::Int(value) => ValueRef::Integer(*value),
            Value::Real(value) => ValueRef::Real(*value),
            Value::Text(text) => ValueRef::Text(text.as_bytes()),
            Value::Blob(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

/// Fills a new file and puts it where the old one was, which is kept beside it.
pub(super) fn fill<G: Giver>(
    path: &Path,
    schema: u32,
    now: Timestamp,
    giver: &mut G,
) -> Result<Vec<Sum>, G::Error>
where
    G::Error: From<NotFilled>,
{
    let fresh = beside(path, ".restoring");
    remove(&fresh)?;
    let filled = fill_fresh(&fresh, schema, now, giver);
    match filled {
        Ok(sums) => {
            put_in_place(&fresh, path, now)?;
            Ok(sums)
        }
        Err(error) => {
            remove(&fresh)?;
            Err(error)
        }
    }
}

fn fill_fresh<G: Giver>(
    fresh: &Path,
    schema: u32,
    now: Timestamp,
    giver: &mut G,
) -> Result<Vec<Sum>, G::Error>
where
    G::Error: From<NotFilled>,
{
    let sums = {
        let mut connection = Connection::open(fresh).map_err(Fault::from)?;
        dialect::prepare_sqlite(&connection).map_err(Fault::from)?;
        let tx = connection.transaction().map_err(Fault::from)?;
        migrate::sqlite_to(&tx, schema, now)?;
        // A unit may point to one that comes later: pointers are looked at when all is there.
        tx.execute_batch("PRAGMA defer_foreign_keys = on").map_err(Fault::from)?;
        let mut sums = Vec::new();
        while let Some(header) = giver.table()? {
            sums.push(fill_table(&tx, &header, giver)?);
        }
        tx.commit().map_err(Fault::from)?;
        sums
    };
    migrate::sqlite(fresh, now)?;
    // Everything into the one file, which can then be moved.
    in_use(fresh)?;
    Ok(sums)
}

fn fill_table<G: Giver>(tx: &Transaction<'_>, header: &Header, giver: &mut G) -> Result<Sum, G::Error>
where
    G::Error: From<NotFilled>,
{
    let table = known_table(header)?;
    let there = texts(tx, COLUMNS, [table])?;
    same_columns(header, &there)?;
    let marks: Vec<String> = (1..=there.len()).map(|number| format!("?{number}")).collect();
    let sql = format!("INSERT INTO {table} ({}) VALUES ({})", there.join(", "), marks.join(", "));
    let mut written = Sum::new(table);
    {
        let mut insert = tx.prepare(&sql).map_err(Fault::from)?;
        while let Some(row) = giver.row()? {
            if row.len() != there.len() {
                return Err(NotFilled::Unknown(header.table.clone()).into());
            }
            insert.execute(rusqlite::params_from_iter(&row)).map_err(Fault::from)?;
            written.add(&row);
        }
    }
    let read = each_row(tx, header, |_| Ok::<(), Fault>(()))?;
    compare(&written, &read)?;
    Ok(written)
}

fn put_in_place(fresh: &Path, path: &Path, now: Timestamp) -> Result<(), NotFilled> {
    let file = |path: &Path, cause| NotFilled::File { path: path.display().to_string(), cause };
    std::fs::File::open(fresh).and_then(|file| file.sync_all()).map_err(|cause| file(fresh, cause))?;
    if path.exists() {
        std::fs::rename(path, kept_aside(path, now)).map_err(|cause| file(path, cause))?;
    }
    std::fs::rename(fresh, path).map_err(|cause| file(path, cause))?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::File::open(folder).and_then(|folder| folder.sync_all()).map_err(|cause| file(folder, cause))
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// What a fill that was cut short left behind.
fn remove(fresh: &Path) -> Result<(), NotFilled> {
    for path in [fresh.to_owned(), beside(fresh, "-wal"), beside(fresh, "-shm"), beside(fresh, "-journal")] {
        match std::fs::remove_file(&path) {
            Err(cause) if cause.kind() != std::io::ErrorKind::NotFound => {
                return Err(NotFilled::File { path: path.display().to_string(), cause });
            }
            _ => {}
        }
    }
    Ok(())
}
