use std::error::Error as _;

use crate::AddressRefused;

/// What can go wrong between us and a database. None of it is the person's fault; all of it is logged once, at the
/// edge, and shown as a number.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// SQLite said no.
    #[error("sqlite: {0}")]
    Sqlite(#[from] rusqlite::Error),
    /// PostgreSQL said no, or was not there.
    #[error("postgresql: {}", postgres_words(.0))]
    Postgres(#[from] postgres::Error),
    /// Whoever is where PostgreSQL should be did not prove to be who was asked for.
    #[error(
        "the connection is not safe: {}. The server must show a certificate for the name in its address, by an authority in sslrootcert \
         (without that, by a public one)",
        postgres_words(.0)
    )]
    NotSafe(postgres::Error),
    /// The address of PostgreSQL cannot be used.
    #[error(transparent)]
    Address(#[from] AddressRefused),
    /// A row that must be there was not: two tables disagree, or an id was made up.
    #[error("not found")]
    NotFound,
    /// A stored value does not read back as what it should be.
    #[error("stored {what} cannot be read")]
    Unreadable {
        /// The column, in words.
        what: &'static str,
    },
    /// The schema is not one this program can work with.
    #[error("{0}")]
    Schema(String),
    /// The changes could not be made durable; none of them happened.
    #[error("not committed: {0}")]
    Commit(String),
    /// A rule panicked inside a transaction, which was rolled back.
    #[error("a transaction panicked")]
    Panicked,
    /// What deleted rows left behind could not be overwritten: somebody was reading it all the time.
    #[error("deleted rows could not be overwritten yet")]
    NotSwept,
    /// Every connection to the server has been in use for a while.
    #[error("every connection to postgresql has been in use for a while")]
    Crowded,
    /// The database is being closed, or its thread is gone.
    #[error("the database is closed")]
    Closed,
}

impl Fault {
    /// The transaction lost a race with another: running it again is safe and may succeed.
    pub fn lost_race(&self) -> bool {
        match self {
            Fault::Postgres(error) => matches!(error.code().map(|code| code.code()), Some("40001" | "40P01")),
            Fault::Sqlite(error) => error.sqlite_error_code() == Some(rusqlite::ErrorCode::DatabaseBusy),
            _ => false,
        }
    }

    /// The row would be the second of its kind.
    pub fn already_there(&self) -> bool {
        match self {
            Fault::Postgres(error) => error.code().map(|code| code.code()) == Some("23505"),
            // SQLITE_CONSTRAINT_PRIMARYKEY and SQLITE_CONSTRAINT_UNIQUE
            Fault::Sqlite(rusqlite::Error::SqliteFailure(error, _)) => {
                matches!(error.extended_code, 1555 | 2067)
            }
            _ => false,
        }
    }

    /// The database itself could not be reached, or takes nothing in just now: worth trying again in a while.
    pub fn unavailable(&self) -> bool {
        match self {
            Fault::Postgres(error) => error.code().is_none_or(|code| is_away(code.code())),
            Fault::Sqlite(error) => error.sqlite_error_code().is_some_and(is_no_room),
            // Nothing of it happened: a disk that is full or gone says so here.
            Fault::Commit(_) | Fault::NotSafe(_) | Fault::Crowded | Fault::Closed => true,
            _ => false,
        }
    }

    /// What a connection failed with before it could be used.
    pub(crate) fn from_connecting(error: postgres::Error) -> Fault {
        // The driver says in no other way which step it was.
        if error.to_string().starts_with("error performing TLS handshake") {
            Fault::NotSafe(error)
        } else {
            Fault::Postgres(error)
        }
    }
}

/// Whether a server that says so (as SQLSTATE) cannot serve anybody just now: it is starting or stopping (57P), ends the connection (08,
/// 25P03), has no room (53), or has become one that takes no writes (25006).
fn is_away(state: &str) -> bool {
    ["08", "53", "57P"].iter().any(|class| state.starts_with(class)) || ["25006", "25P03"].contains(&state)
}

/// Whether the disk takes nothing in just now: it is full, read-only or failing.
fn is_no_room(code: rusqlite::ErrorCode) -> bool {
    use rusqlite::ErrorCode::{CannotOpen, DiskFull, ReadOnly, SystemIoFailure};
    matches!(code, DiskFull | ReadOnly | SystemIoFailure | CannotOpen)
}

/// The server's own message, or what the driver met: its own words alone say only "db error" or "error connecting".
fn postgres_words(error: &postgres::Error) -> String {
    match (error.as_db_error(), error.source()) {
        (Some(db), _) => format!("{} ({})", db.message(), db.code().code()),
        (None, Some(cause)) => format!("{error}: {cause}"),
        (None, None) => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::is_away;

    #[test]
    fn a_server_that_cannot_serve_anybody_is_told_from_one_that_says_no() {
        for away in ["08006", "08P01", "53100", "53300", "57P01", "57P02", "57P03", "25006", "25P03"] {
            assert!(is_away(away), "{away}");
        }
        for no in ["23505", "40001", "42601", "57014", "25001", "22P02"] {
            assert!(!is_away(no), "{no}");
        }
    }
}
