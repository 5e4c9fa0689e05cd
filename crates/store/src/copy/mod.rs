//! Whole databases, read and written table by table: what backups and moves are made of.
//!
//! Everything here goes by the list of [tables](crate::TABLES) and by what the database itself says of their columns, so
//! that a database older than the program can be read too. It blocks, and opens connections of its own.

mod postgresql;
mod sqlite;
mod value;

use std::path::Path;
use std::time::Duration;

use jiff::Timestamp;

pub use value::{Sum, Value};

use crate::tables::{Keeping, TABLES};
use crate::{Fault, Place, Schema, migrate};

/// A table that is about to come, row by row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// The table.
    pub table: String,
    /// Its columns, in the order of the values of each row.
    pub columns: Vec<String>,
}

/// Takes what is read.
pub trait Taker {
    /// What it may say no with.
    type Error: From<Fault>;
    /// The rows that follow are of this table.
    ///
    /// # Errors
    /// What the taker says: reading ends.
    fn table(&mut self, header: &Header) -> Result<(), Self::Error>;
    /// A row.
    ///
    /// # Errors
    /// What the taker says: reading ends.
    fn row(&mut self, row: &[Value]) -> Result<(), Self::Error>;
}

/// Gives what is to be written.
pub trait Giver {
    /// What it may say no with.
    type Error: From<Fault>;
    /// The next table, when there is one.
    ///
    /// # Errors
    /// What the giver says: nothing is written.
    fn table(&mut self) -> Result<Option<Header>, Self::Error>;
    /// The next row of the table, when there is one.
    ///
    /// # Errors
    /// What the giver says: nothing is written.
    fn row(&mut self) -> Result<Option<Vec<Value>>, Self::Error>;
}

/// What to do with what is already there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum There {
    /// Nothing may be: an organisation in the place is a refusal.
    MustBeEmpty,
    /// It goes. Of a SQLite file, a copy is kept beside it.
    Replaced,
}

/// Why a database was not filled.
#[derive(Debug, thiserror::Error)]
pub enum NotFilled {
    /// The database.
    #[error(transparent)]
    Fault(#[from] Fault),
    /// The system would not let a file be made or moved.
    #[error("{path}: {cause}")]
    File {
        /// Which.
        path: String,
        /// What the system says.
        cause: std::io::Error,
    },
    /// It holds an organisation already.
    #[error("there is an organisation in it already")]
    NotEmpty,
    /// Somebody works in it.
    #[error("another program is using it: stop Pejling first, on every machine")]
    InUse,
    /// What came is of a newer program.
    #[error("it is of schema {0}, and this program knows {1}: use a newer Pejling")]
    Newer(u32, u32),
    /// A table or a column that this program does not know.
    #[error("table {0} is not as this program knows it")]
    Unknown(String),
    /// What reads back is not what was written.
    #[error("table {0} does not read back as it was written; nothing was changed")]
    Differs(String),
}

/// Reads every table that is kept, in one consistent picture, while others go on writing. What is never backed up is passed by.
/// The sum of each table comes back, in the order they were given.
///
/// # Errors
/// What the database or the taker says.
pub fn read<T: Taker>(place: &Place, taker: &mut T) -> Result<Vec<Sum>, T::Error> {
    match place {
        Place::File(path) => sqlite::read(path, taker),
        Place::Server(url) => postgresql::read(url, taker),
    }
}

/// Fills a database of schema `schema` with what `giver` gives, in one transaction; reads it back and compares; and then
/// brings the schema up to date. The sum of each table comes back.
///
/// # Errors
/// What the giver says, or [`NotFilled`]: then nothing is changed.
pub fn fill<G: Giver>(
    place: &Place,
    there: There,
    schema: u32,
    now: Timestamp,
    giver: &mut G,
) -> Result<Vec<Sum>, G::Error>
where
    G::Error: From<NotFilled>,
{
    let known = migrate::newest();
    if schema == 0 || schema > known {
        return Err(NotFilled::Newer(schema, known).into());
    }
    if there == There::MustBeEmpty && !is_empty(place)? {
        return Err(NotFilled::NotEmpty.into());
    }
    if in_use(place)? {
        return Err(NotFilled::InUse.into());
    }
    match place {
        Place::File(path) => sqlite::fill(path, schema, now, giver),
        Place::Server(url) => postgresql::fill(url, schema, now, giver),
    }
}

/// Whether there is no organisation in a place, or nothing at all.
///
/// # Errors
/// When the place cannot be looked at.
pub fn is_empty(place: &Place) -> Result<bool, Fault> {
    match place {
        Place::File(path) if !path.exists() => Ok(true),
        Place::File(path) => sqlite::is_empty(path),
        Place::Server(url) => postgresql::is_empty(url),
    }
}

/// How often, and how long apart, is looked for a program that holds a place: one that has just stopped is still seen for a moment.
const LOOKS: u32 = 6;
const BETWEEN_LOOKS: Duration = Duration::from_millis(200);

/// Whether another program holds the place open.
///
/// # Errors
/// When the place cannot be looked at.
pub fn in_use(place: &Place) -> Result<bool, Fault> {
    for _ in 1..LOOKS {
        if !held(place)? {
            return Ok(false);
        }
        std::thread::sleep(BETWEEN_LOOKS);
    }
    held(place)
}

fn held(place: &Place) -> Result<bool, Fault> {
    match place {
        Place::File(path) if !path.exists() => Ok(false),
        Place::File(path) => sqlite::in_use(path),
        Place::Server(url) => postgresql::in_use(url),
    }
}

/// How far the schema in a place has come. Makes nothing.
///
/// # Errors
/// When the place cannot be looked at.
pub fn schema(place: &Place) -> Result<Schema, Fault> {
    let there = match place {
        Place::File(path) if !path.exists() => 0,
        Place::File(path) => sqlite::schema(path)?,
        Place::Server(url) => postgresql::schema(url)?,
    };
    Ok(Schema { there, known: migrate::newest() })
}

/// Where the file that a restored one replaced was put.
pub fn kept_aside(path: &Path, now: Timestamp) -> std::path::PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(now.strftime(".before-%Y%m%dT%H%M%SZ").to_string());
    name.into()
}

/// The kept tables among those that are there: an older database lacks the newest.
fn kept(there: &[String]) -> impl Iterator<Item = &'static str> {
    let kept = TABLES.iter().filter(|table| table.keeping == Keeping::Kept).map(|table| table.name);
    kept.filter(|name| there.iter().any(|table| table == name))
}

/// The name in our list: a name of a table or a column is never taken from a file into a statement.
fn known_table(header: &Header) -> Result<&'static str, NotFilled> {
    let known = TABLES.iter().find(|table| table.keeping == Keeping::Kept && table.name == header.table);
    known.map(|table| table.name).ok_or_else(|| NotFilled::Unknown(header.table.clone()))
}

/// The columns must be those of the database: no more, no less, and in its order.
fn same_columns(header: &Header, there: &[String]) -> Result<(), NotFilled> {
    if header.columns == there { Ok(()) } else { Err(NotFilled::Unknown(header.table.clone())) }
}

fn compare(written: &Sum, read: &Sum) -> Result<(), NotFilled> {
    if written == read { Ok(()) } else { Err(NotFilled::Differs(written.table.clone())) }
}
