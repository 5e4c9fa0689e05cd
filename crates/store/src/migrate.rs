//! Brings a database's schema up to date: forward only, numbered, checksummed, at start, under a lock.

use std::path::Path;

use jiff::Timestamp;
use sha2::{Digest, Sha256};

use crate::{Fault, dialect, postgresql::Postgresql, sql::statements, statistics};

struct Migration {
    number: i64,
    name: &'static str,
    sql: &'static str,
}

macro_rules! migrations {
    ($($number:literal $name:literal),* $(,)?) => { &[$(Migration {
        number: $number,
        name: $name,
        sql: include_str!(concat!("../../../migrations/", $name, ".sql")),
    }),*] };
}

/// Every migration, in order. What has been released is never changed: its checksum is kept.
const MIGRATIONS: &[Migration] = migrations![1 "0001-foundation", 2 "0002-week", 3 "0003-steps", 4 "0004-pulse", 5 "0005-people-through-time", 6 "0006-talk", 7 "0007-strict", 8 "0008-staff-lists", 9 "0009-scim", 10 "0010-audit", 11 "0011-doors",
    12 "0012-authorities"];

/// What PostgreSQL alone is told after a migration, by the migration's number.
const POSTGRESQL_BESIDES: &[(i64, &str)] =
    &[(4, dialect::NO_SAMPLES_POSTGRESQL), (10, dialect::APPEND_ONLY_POSTGRESQL)];

/// The same for SQLite.
const SQLITE_BESIDES: &[(i64, &str)] = &[(10, dialect::APPEND_ONLY_SQLITE)];

const TABLE: &str = "CREATE TABLE IF NOT EXISTS migration (
    number BIGINT PRIMARY KEY,
    name TEXT NOT NULL,
    checksum BYTEA NOT NULL,
    applied_at BIGINT NOT NULL
);";

statements! {
    APPLIED = "SELECT number, checksum FROM migration ORDER BY number";
    NOTE = "INSERT INTO migration (number, name, checksum, applied_at) VALUES ($1, $2, $3, $4)";
}

/// "Pejling" as a number: what nodes lock on PostgreSQL while one of them migrates.
const LOCK: i64 = 0x50_656a_6c69_6e67;

/// How far a schema has come; for a database that has table `migration`.
pub(crate) const NEWEST: &str = "SELECT CAST(COALESCE(MAX(number), 0) AS BIGINT) FROM migration";

/// How far a database has come, and how far this program knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Schema {
    /// In the database; 0 where there is nothing.
    pub there: u32,
    /// The newest of this program.
    pub known: u32,
}

/// The newest migration's number.
pub(crate) const fn newest() -> u32 {
    MIGRATIONS[MIGRATIONS.len() - 1].number as u32
}

pub(crate) fn sqlite(path: &Path, now: Timestamp) -> Result<(), Fault> {
    let mut connection = rusqlite::Connection::open(path)?;
    dialect::prepare_sqlite(&connection)?;
    let tx = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    sqlite_to(&tx, newest(), now)?;
    Ok(tx.commit()?)
}

/// Brings the schema as far as `number`.
pub(crate) fn sqlite_to(tx: &rusqlite::Transaction<'_>, number: u32, now: Timestamp) -> Result<(), Fault> {
    tx.execute_batch(&dialect::sqlite_schema(TABLE))?;
    let applied = tx
        .prepare(APPLIED.on_sqlite())?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<Vec<(i64, Vec<u8>)>, _>>()?;
    let missing = missing(&applied, number)?;
    for migration in missing {
        tx.execute_batch(&dialect::sqlite_schema(migration.sql))?;
        for (_, besides) in SQLITE_BESIDES.iter().filter(|(number, _)| *number == migration.number) {
            tx.execute_batch(besides)?;
        }
        let values = (migration.number, migration.name, checksum(migration), now.as_millisecond());
        tx.execute(NOTE.on_sqlite(), values)?;
    }
    if missing.is_empty() { Ok(()) } else { statistics::tell(tx) }
}

pub(crate) fn postgresql(server: &Postgresql, now: Timestamp) -> Result<(), Fault> {
    server.with_client(|client| {
        let mut tx = client.transaction()?;
        lock(&mut tx)?;
        postgresql_to(&mut tx, newest(), now)?;
        Ok(tx.commit()?)
    })
}

/// Keeps other nodes out until the transaction ends.
pub(crate) fn lock(tx: &mut postgres::Transaction<'_>) -> Result<(), Fault> {
    tx.execute("SELECT pg_advisory_xact_lock($1)", &[&LOCK])?;
    Ok(())
}

/// Brings the schema as far as `number`.
pub(crate) fn postgresql_to(
    tx: &mut postgres::Transaction<'_>,
    number: u32,
    now: Timestamp,
) -> Result<(), Fault> {
    tx.batch_execute(TABLE)?;
    let applied: Vec<(i64, Vec<u8>)> =
        tx.query(APPLIED.text(), &[])?.iter().map(|row| (row.get(0), row.get(1))).collect();
    for migration in missing(&applied, number)? {
        tx.batch_execute(migration.sql)?;
        for (_, besides) in POSTGRESQL_BESIDES.iter().filter(|(number, _)| *number == migration.number) {
            tx.batch_execute(besides)?;
        }
        let now = now.as_millisecond();
        tx.execute(NOTE.text(), &[&migration.number, &migration.name, &checksum(migration), &now])?;
    }
    Ok(())
}

fn checksum(migration: &Migration) -> Vec<u8> {
    Sha256::digest(migration.sql.as_bytes()).to_vec()
}

/// What is still to be applied, up to `number`.
fn missing(applied: &[(i64, Vec<u8>)], number: u32) -> Result<&'static [Migration], Fault> {
    for (index, (number, sum)) in applied.iter().enumerate() {
        let Some(ours) = MIGRATIONS.get(index) else {
            return Err(Fault::Schema(format!(
                "the database is of a newer Pejling (schema {number}; this program knows {}): start the newer program, or \
                 restore a backup from before",
                newest()
            )));
        };
        if ours.number != *number || checksum(ours) != *sum {
            return Err(Fault::Schema(format!(
                "schema {number} in the database is not the {} of this program",
                ours.name
            )));
        }
    }
    let wanted = MIGRATIONS.partition_point(|migration| migration.number <= i64::from(number));
    Ok(&MIGRATIONS[applied.len()..applied.len().max(wanted)])
}
