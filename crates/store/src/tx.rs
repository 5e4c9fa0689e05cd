use std::collections::HashMap;

use jiff::Timestamp;

use crate::{Arg, Fault, Row, Sql};

/// One transaction: a consistent picture of everything, one time, and all or nothing.
pub struct Tx<'a> {
    inner: Inner<'a>,
    now: Timestamp,
    lost_race: bool,
    server_gone: bool,
}

pub(crate) enum Inner<'a> {
    Sqlite(&'a rusqlite::Connection),
    Postgres(postgres::Transaction<'a>, &'a mut Prepared),
}

/// PostgreSQL's statements, prepared once per connection.
pub(crate) type Prepared = HashMap<&'static str, postgres::Statement>;

impl<'a> Tx<'a> {
    pub(crate) fn new(inner: Inner<'a>, now: Timestamp) -> Tx<'a> {
        Tx { inner, now, lost_race: false, server_gone: false }
    }

    /// The one time of this transaction.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// A new id: 53 random bits, so that an id says nothing of when or after whom, and JavaScript can hold it.
    ///
    /// # Errors
    /// Never in practice: the operating system always has randomness once it has started.
    #[expect(clippy::disallowed_methods, reason = "ids are drawn here and nowhere else")]
    pub fn fresh_id(&self) -> Result<i64, Fault> {
        let mut bytes = [0; 8];
        getrandom::fill(&mut bytes).map_err(|_| Fault::Closed)?;
        Ok((i64::from_le_bytes(bytes) & ((1 << 53) - 1)).max(1))
    }

    /// Every row that `sql` gives, read by `read`.
    ///
    /// # Errors
    /// What the database says, and what `read` says.
    pub fn all<T>(
        &mut self,
        sql: Sql,
        args: &[Arg<'_>],
        read: impl Fn(&Row<'_>) -> Result<T, Fault>,
    ) -> Result<Vec<T>, Fault> {
        let result = match &mut self.inner {
            Inner::Sqlite(connection) => sqlite_all(connection, sql, args, read),
            Inner::Postgres(tx, prepared) => postgres_all(tx, prepared, sql, args, read),
        };
        self.note(result)
    }

    /// The first row, if any.
    ///
    /// # Errors
    /// As [`Tx::all`].
    pub fn maybe<T>(
        &mut self,
        sql: Sql,
        args: &[Arg<'_>],
        read: impl Fn(&Row<'_>) -> Result<T, Fault>,
    ) -> Result<Option<T>, Fault> {
        Ok(self.all(sql, args, read)?.into_iter().next())
    }

    /// The first row, which must be there.
    ///
    /// # Errors
    /// [`Fault::NotFound`] without one, else as [`Tx::all`].
    pub fn one<T>(
        &mut self,
        sql: Sql,
        args: &[Arg<'_>],
        read: impl Fn(&Row<'_>) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        self.maybe(sql, args, read)?.ok_or(Fault::NotFound)
    }

    /// Runs a statement that gives no rows; how many rows it changed.
    ///
    /// # Errors
    /// What the database says.
    pub fn run(&mut self, sql: Sql, args: &[Arg<'_>]) -> Result<u64, Fault> {
        let result = match &mut self.inner {
            Inner::Sqlite(connection) => sqlite_run(connection, sql, args),
            Inner::Postgres(tx, prepared) => postgres_run(tx, prepared, sql, args),
        };
        self.note(result)
    }

    /// Commits on PostgreSQL; on SQLite the writer thread does, for a whole group.
    pub(crate) fn commit(self) -> Result<(), Fault> {
        match self.inner {
            Inner::Sqlite(_) => Ok(()),
            Inner::Postgres(tx, _) => Ok(tx.commit()?),
        }
    }

    /// Whether anything in here lost a race: then the whole closure may be run again.
    pub(crate) fn lost_race(&self) -> bool {
        self.lost_race
    }

    /// Whether the server went away while anything in here was done: then none of it happened.
    pub(crate) fn server_gone(&self) -> bool {
        self.server_gone
    }

    fn note<T>(&mut self, result: Result<T, Fault>) -> Result<T, Fault> {
        if let Err(fault) = &result {
            self.lost_race |= fault.lost_race();
            self.server_gone |= fault.unavailable();
        }
        result
    }
}

fn sqlite_statement<'c>(
    connection: &'c rusqlite::Connection,
    sql: Sql,
    args: &[Arg<'_>],
) -> Result<rusqlite::CachedStatement<'c>, Fault> {
    let statement = connection.prepare_cached(sql.on_sqlite())?;
    // SQLite takes an argument that is missing for NULL; PostgreSQL refuses. The strict one is the law.
    assert_eq!(statement.parameter_count(), args.len(), "wrong number of arguments: {}", sql.text());
    Ok(statement)
}

fn sqlite_all<T>(
    connection: &rusqlite::Connection,
    sql: Sql,
    args: &[Arg<'_>],
    read: impl Fn(&Row<'_>) -> Result<T, Fault>,
) -> Result<Vec<T>, Fault> {
    let mut statement = sqlite_statement(connection, sql, args)?;
    let mut rows = statement.query(rusqlite::params_from_iter(args))?;
    let mut out = Vec::new();
    while let Some(row) = rows.next()? {
        out.push(read(&Row::Sqlite(row))?);
    }
    Ok(out)
}

fn sqlite_run(connection: &rusqlite::Connection, sql: Sql, args: &[Arg<'_>]) -> Result<u64, Fault> {
    let changed = sqlite_statement(connection, sql, args)?.execute(rusqlite::params_from_iter(args))?;
    Ok(changed as u64)
}

fn postgres_statement(
    tx: &mut postgres::Transaction<'_>,
    prepared: &mut Prepared,
    sql: Sql,
) -> Result<postgres::Statement, Fault> {
    if let Some(statement) = prepared.get(sql.text()) {
        return Ok(statement.clone());
    }
    let statement = tx.prepare(sql.text())?;
    prepared.insert(sql.text(), statement.clone());
    Ok(statement)
}

fn postgres_all<T>(
    tx: &mut postgres::Transaction<'_>,
    prepared: &mut Prepared,
    sql: Sql,
    args: &[Arg<'_>],
    read: impl Fn(&Row<'_>) -> Result<T, Fault>,
) -> Result<Vec<T>, Fault> {
    let statement = postgres_statement(tx, prepared, sql)?;
    tx.query(&statement, &as_postgres(args))?.iter().map(|row| read(&Row::Postgres(row))).collect()
}

fn postgres_run(
    tx: &mut postgres::Transaction<'_>,
    prepared: &mut Prepared,
    sql: Sql,
    args: &[Arg<'_>],
) -> Result<u64, Fault> {
    let statement = postgres_statement(tx, prepared, sql)?;
    Ok(tx.execute(&statement, &as_postgres(args))?)
}

fn as_postgres<'a>(args: &'a [Arg<'_>]) -> Vec<&'a (dyn postgres::types::ToSql + Sync)> {
    args.iter().map(|arg| arg as _).collect()
}
