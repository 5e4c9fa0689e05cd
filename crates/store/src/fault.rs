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

    /// The database itself could not be reached: worth trying again in a while.
    pub fn unavailable(&self) -> bool {
        match self {
            Fault::Postgres(error) => error.is_closed() || error.code().is_none(),
            Fault::Closed => true,
            _ => false,
        }
    }
}

/// The server's own message; the driver's alone says only "db error".
fn postgres_words(error: &postgres::Error) -> String {
    error
        .as_db_error()
        .map_or_else(|| error.to_string(), |db| format!("{} ({})", db.message(), db.code().code()))
}
