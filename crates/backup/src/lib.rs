//! Copies of everything: made while people work, checked before they are believed, and put back on either database.
//!
//! A backup is one gzip file of lines of JSON, which `zcat` shows: a line of what it is, then each table with its columns
//! followed by its rows, then a line with the sum of each table and the SHA-256 of all that stood before. It is the same
//! whether it was made of SQLite or of PostgreSQL, and goes back into either. See `docs/backup-format.md`.

mod folder;
mod line;
mod made;
mod read;
mod write;

pub use folder::{Folder, Kept};
use jiff::Timestamp;
pub use made::Made;
pub use read::{Backup, Contents};
use store::Fault;
use store::copy::{self, NotFilled};
pub use store::copy::{Sum, There, in_use, is_empty, kept_aside, schema};
pub use store::{Place, Schema};

/// Why a backup was not made, or not put back.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// The database.
    #[error(transparent)]
    Fault(#[from] Fault),
    /// What is in the place, or what came, does not allow it.
    #[error(transparent)]
    NotFilled(#[from] NotFilled),
    /// A file or a folder.
    #[error("{path}: {cause}")]
    File {
        /// Which.
        path: String,
        /// What the system says.
        cause: std::io::Error,
    },
    /// The file is no backup, or not whole.
    #[error("{path}, line {line}: {what}. Use another backup: this one is not whole")]
    Broken {
        /// Which file.
        path: String,
        /// Where, from 1.
        line: u64,
        /// What is wrong.
        what: &'static str,
    },
    /// What was copied is not what arrived.
    #[error("table {0} is not the same in both places")]
    Differs(String),
}

/// What a move or a restore brought over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brought {
    /// Tables with at least one row.
    pub tables: usize,
    /// Rows of all tables.
    pub rows: u64,
}

/// Puts a backup back: reads all of it once to see that it is whole, then fills the place in one transaction, reads back what
/// was written and compares.
///
/// # Errors
/// [`Trouble`]: then the place is as it was.
pub fn restore(backup: &Backup, place: &Place, there: There, now: Timestamp) -> Result<Brought, Trouble> {
    let contents = backup.check()?;
    let mut rows = backup.rows()?;
    let sums = copy::fill(place, there, contents.made.schema, now, &mut rows)?;
    same(&contents.sums, &sums)?;
    Ok(brought(&sums))
}

/// Copies everything from one place to an empty other one, by way of a backup in `folder`, which stays. Nobody may be working
/// in either.
///
/// # Errors
/// [`Trouble`]: then the other place is as it was. The first place is never changed.
pub fn move_to(
    from: &Place,
    to: &Place,
    folder: &Folder,
    key: &str,
    now: Timestamp,
) -> Result<Brought, Trouble> {
    if copy::in_use(from)? {
        return Err(NotFilled::InUse.into());
    }
    if !copy::is_empty(to)? {
        return Err(NotFilled::NotEmpty.into());
    }
    let backup = folder.make(from, key, now)?;
    let brought = restore(&backup, to, There::MustBeEmpty, now)?;
    let mut nobody = Nobody;
    same(&copy::read(from, &mut nobody)?, &copy::read(to, &mut nobody)?)?;
    Ok(brought)
}

fn same(before: &[Sum], after: &[Sum]) -> Result<(), Trouble> {
    // A table that the older schema lacked is there afterwards, and empty.
    let filled = |sums: &[Sum]| sums.iter().filter(|sum| sum.rows > 0).cloned().collect::<Vec<_>>();
    let (before, after) = (filled(before), filled(after));
    let differs = before.iter().zip(&after).find(|(before, after)| before != after).map(|(before, _)| before);
    let longer = if before.len() > after.len() { before.last() } else { after.last() };
    match differs.or(longer.filter(|_| before.len() != after.len())) {
        Some(sum) => Err(Trouble::Differs(sum.table.clone())),
        None => Ok(()),
    }
}

fn brought(sums: &[Sum]) -> Brought {
    Brought {
        tables: sums.iter().filter(|sum| sum.rows > 0).count(),
        rows: sums.iter().map(|sum| sum.rows).sum(),
    }
}

/// Takes rows for their sums alone.
struct Nobody;

impl copy::Taker for Nobody {
    type Error = Fault;

    fn table(&mut self, _: &copy::Header) -> Result<(), Fault> {
        Ok(())
    }

    fn row(&mut self, _: &[copy::Value]) -> Result<(), Fault> {
        Ok(())
    }
}
