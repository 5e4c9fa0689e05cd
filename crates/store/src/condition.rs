//! How a database is doing, for whoever looks after it. Opens it beside whoever works in it, and changes nothing.

use std::path::Path;
use std::time::{Duration, Instant};

use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, OpenFlags};

use crate::server::{Server, Wire};
use crate::{Fault, Place, sql::statements};

statements! {
    /// The latest time that anything in it says; nothing is later than now unless a clock was wrong.
    LATEST = "SELECT CAST(MAX(t) AS BIGINT) FROM (SELECT MAX(seen_at) AS t FROM session UNION ALL SELECT MAX(applied_at) FROM migration) AS times";
    LATE_WORK = "SELECT COUNT(*) FROM job WHERE due_at < $1";
    LATE_LETTERS = "SELECT COUNT(*) FROM letter WHERE try_at IS NOT NULL AND created_at < $1";
}

/// Work and letters that have waited so long show that the clockwork stands still, or that no mail server takes them.
pub const LATE: SignedDuration = SignedDuration::from_hours(1);
/// No more troubles of one file are listed.
const MOST_TROUBLES: usize = 10;

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// Which database, with its version.
    pub engine: String,
    /// How long a plain question took.
    pub took: Duration,
    /// How it is spoken with, when it is a server, and which version of TLS it says that it speaks, if any.
    pub spoken: Option<(Wire, Option<String>)>,
    /// What is wrong with it, in its own words; no content.
    pub troubles: Vec<String>,
    /// The time on the server, when it has a clock of its own.
    pub its_time: Option<Timestamp>,
    /// The latest time that anything in it says.
    pub latest: Option<Timestamp>,
    /// Pieces of work due for more than [`LATE`].
    pub late_work: u64,
    /// Letters waiting for more than [`LATE`].
    pub late_letters: u64,
}

/// Looks at a database whose schema is up to date. Blocks; reads all of a SQLite file once.
///
/// # Errors
/// When it cannot be reached or read.
pub fn examine(place: &Place, now: Timestamp) -> Result<Condition, Fault> {
    match place {
        Place::File(path) => sqlite(path, now),
        Place::Server(url) => server(url, now),
    }
}

fn sqlite(path: &Path, now: Timestamp) -> Result<Condition, Fault> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(Duration::from_secs(10))?;
    let mut troubles: Vec<String> = connection
        .prepare(&format!("PRAGMA quick_check({MOST_TROUBLES})"))?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    troubles.retain(|trouble| trouble != "ok");
    let pointers: Vec<String> = connection
        .prepare("SELECT DISTINCT \"table\" FROM pragma_foreign_key_check")?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    troubles
        .extend(pointers.into_iter().map(|table| format!("table {table} points to rows that are not there")));
    let begun = Instant::now();
    let latest: Option<i64> = connection.query_row(LATEST.on_sqlite(), [], |row| row.get(0))?;
    let took = begun.elapsed();
    let late = (now - LATE).as_millisecond();
    let count = |sql: crate::Sql| connection.query_row(sql.on_sqlite(), [late], |row| row.get::<_, i64>(0));
    Ok(Condition {
        engine: format!("SQLite {}", rusqlite::version()),
        took,
        spoken: None,
        troubles,
        its_time: None,
        latest: latest.and_then(|at| Timestamp::from_millisecond(at).ok()),
        late_work: count(LATE_WORK)?.unsigned_abs(),
        late_letters: count(LATE_LETTERS)?.unsigned_abs(),
    })
}

fn server(url: &str, now: Timestamp) -> Result<Condition, Fault> {
    let server = Server::read(url)?;
    let mut client = server.connect()?;
    let facts = client.query_one(
        "SELECT current_setting('server_version'), current_setting('server_encoding'), pg_is_in_recovery(),
            CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT),
            (SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid() AND ssl)",
        &[],
    )?;
    let (version, encoding): (String, String) = (facts.get(0), facts.get(1));
    let mut troubles = Vec::new();
    if encoding != "UTF8" {
        troubles.push(format!("it is encoded as {encoding}, and must be UTF8"));
    }
    if facts.get(2) {
        troubles.push("it is a replica and takes no writes".to_owned());
    }
    let begun = Instant::now();
    let latest: Option<i64> = client.query_one(LATEST.text(), &[])?.get(0);
    let took = begun.elapsed();
    let late = (now - LATE).as_millisecond();
    let mut count = |sql: crate::Sql| -> Result<u64, Fault> {
        Ok(client.query_one(sql.text(), &[&late])?.get::<_, i64>(0).unsigned_abs())
    };
    Ok(Condition {
        engine: format!("PostgreSQL {version}"),
        took,
        spoken: Some((server.wire, facts.get(4))),
        troubles,
        late_work: count(LATE_WORK)?,
        late_letters: count(LATE_LETTERS)?,
        its_time: Timestamp::from_millisecond(facts.get(3)).ok(),
        latest: latest.and_then(|at| Timestamp::from_millisecond(at).ok()),
    })
}
