//! PostgreSQL databases, whole.

use jiff::Timestamp;
use postgres::binary_copy::BinaryCopyInWriter;
use postgres::fallible_iterator::FallibleIterator;
use postgres::types::{ToSql, Type};
use postgres::{Client, IsolationLevel, Transaction};

use super::{Giver, Header, NotFilled, Sum, Taker, Value, compare, kept, known_table, same_columns};
use crate::server::{self, Server};
use crate::tables::TABLES;
use crate::{Arg, Fault, migrate};

const THERE: &str =
    "SELECT table_name::TEXT FROM information_schema.tables WHERE table_schema = current_schema()";
const COLUMNS: &str = "SELECT column_name::TEXT FROM information_schema.columns
    WHERE table_schema = current_schema() AND table_name = $1 ORDER BY ordinal_position";
/// Rows are read by their key: the order in which they lie here is the order in which they came, and is nobody's business.
const KEY: &str = "SELECT a.attname::TEXT FROM pg_index i
    JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
    WHERE i.indrelid = to_regclass($1::TEXT) AND i.indisprimary
    ORDER BY array_position(i.indkey::INT2[], a.attnum)";
const OTHERS: &str = "SELECT COUNT(*) FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = $1 AND pid <> pg_backend_pid()";

fn open(url: &str) -> Result<Client, Fault> {
    Server::read(url)?.connect()
}

fn there(client: &mut impl postgres::GenericClient) -> Result<Vec<String>, Fault> {
    Ok(client.query(THERE, &[])?.iter().map(|row| row.get(0)).collect())
}

pub(super) fn schema(url: &str) -> Result<u32, Fault> {
    let mut client = open(url)?;
    if !there(&mut client)?.iter().any(|table| table == "migration") {
        return Ok(0);
    }
    let newest: i64 = client.query_one(migrate::NEWEST, &[])?.get(0);
    u32::try_from(newest).map_err(|_| Fault::Unreadable { what: "schema" })
}

pub(super) fn is_empty(url: &str) -> Result<bool, Fault> {
    let mut client = open(url)?;
    if !there(&mut client)?.iter().any(|table| table == "organisation") {
        return Ok(true);
    }
    Ok(client.query_one("SELECT COUNT(*) = 0 FROM organisation", &[])?.get(0))
}

pub(super) fn in_use(url: &str) -> Result<bool, Fault> {
    let others: i64 = open(url)?.query_one(OTHERS, &[&server::NAME])?.get(0);
    Ok(others > 0)
}

pub(super) fn read<T: Taker>(url: &str, taker: &mut T) -> Result<Vec<Sum>, T::Error> {
    let mut client = open(url)?;
    // Deferrable: it waits for a moment from which nothing can turn out to be out of order, and then disturbs nobody.
    let begun = client
        .build_transaction()
        .isolation_level(IsolationLevel::Serializable)
        .read_only(true)
        .deferrable(true)
        .start();
    let mut tx = begun.map_err(Fault::from)?;
    let there = there(&mut tx)?;
    kept(&there).map(|table| read_table(&mut tx, table, taker)).collect()
}

fn read_table<T: Taker>(tx: &mut Transaction<'_>, table: &str, taker: &mut T) -> Result<Sum, T::Error> {
    let header = Header { table: table.to_owned(), columns: columns(tx, table)? };
    taker.table(&header)?;
    each_row(tx, &header, |row| taker.row(row))
}

fn columns(tx: &mut Transaction<'_>, table: &str) -> Result<Vec<String>, Fault> {
    Ok(tx.query(COLUMNS, &[&table])?.iter().map(|row| row.get(0)).collect())
}

fn each_row<E: From<Fault>>(
    tx: &mut Transaction<'_>,
    header: &Header,
    mut take: impl FnMut(&[Value]) -> Result<(), E>,
) -> Result<Sum, E> {
    let mut sum = Sum::new(&header.table);
    let key: Vec<String> =
        tx.query(KEY, &[&header.table]).map_err(Fault::from)?.iter().map(|row| row.get(0)).collect();
    let (columns, table, key) = (header.columns.join(", "), &header.table, key.join(", "));
    let sql = format!("SELECT {columns} FROM {table} ORDER BY {key}");
    let none: [&(dyn ToSql + Sync); 0] = [];
    let mut rows = tx.query_raw(&sql, none).map_err(Fault::from)?;
    while let Some(row) = rows.next().map_err(Fault::from)? {
        let values = values(&row)?;
        sum.add(&values);
        take(&values)?;
    }
    Ok(sum)
}

fn values(row: &postgres::Row) -> Result<Vec<Value>, Fault> {
    fn at<'a, T: postgres::types::FromSql<'a>>(
        row: &'a postgres::Row,
        index: usize,
        value: impl Fn(T) -> Value,
    ) -> Result<Value, Fault> {
        Ok(row.try_get::<_, Option<T>>(index)?.map_or(Value::Null, value))
    }
    let read = |(index, column): (usize, &postgres::Column)| match *column.type_() {
        Type::INT8 => at(row, index, Value::Int),
        Type::BOOL => at(row, index, |value: bool| Value::Int(value.into())),
        Type::FLOAT8 => at(row, index, Value::Real),
        Type::TEXT => at(row, index, Value::Text),
        Type::BYTEA => at(row, index, Value::Blob),
        _ => Err(Fault::Unreadable { what: "sort of column" }),
    };
    row.columns().iter().enumerate().map(read).collect()
}

/// Everything in one transaction: what is there goes, the tables are made, filled, read back and brought up to date.
pub(super) fn fill<G: Giver>(
    url: &str,
    schema: u32,
    now: Timestamp,
    giver: &mut G,
) -> Result<Vec<Sum>, G::Error>
where
    G::Error: From<NotFilled>,
{
    let mut client = open(url)?;
    let mut tx = client.transaction().map_err(Fault::from)?;
    migrate::lock(&mut tx)?;
    clear(&mut tx)?;
    migrate::postgresql_to(&mut tx, schema, now)?;
    let mut sums = Vec::new();
    while let Some(header) = giver.table()? {
        sums.push(fill_table(&mut tx, &header, giver)?);
    }
    migrate::postgresql_to(&mut tx, migrate::newest(), now)?;
    tx.commit().map_err(Fault::from)?;
    Ok(sums)
}

fn clear(tx: &mut Transaction<'_>) -> Result<(), Fault> {
    for table in TABLES.iter().rev() {
        tx.batch_execute(&format!("DROP TABLE IF EXISTS {}", table.name))?;
    }
    Ok(tx.batch_execute("DROP TABLE IF EXISTS migration")?)
}

fn fill_table<G: Giver>(tx: &mut Transaction<'_>, header: &Header, giver: &mut G) -> Result<Sum, G::Error>
where
    G::Error: From<NotFilled>,
{
    let table = known_table(header)?;
    let there = columns(tx, table)?;
    same_columns(header, &there)?;
    let list = there.join(", ");
    let shape = tx.prepare(&format!("SELECT {list} FROM {table}")).map_err(Fault::from)?;
    let types: Vec<Type> = shape.columns().iter().map(|column| column.type_().clone()).collect();
    let mut written = Sum::new(table);
    {
        // Pointers are looked at when the statement ends: a unit may point to one that comes later.
        let copy = tx.copy_in(&format!("COPY {table} ({list}) FROM STDIN BINARY")).map_err(Fault::from)?;
        let mut copy = BinaryCopyInWriter::new(copy, &types);
        while let Some(row) = giver.row()? {
            if row.len() != types.len() {
                return Err(NotFilled::Unknown(header.table.clone()).into());
            }
            let args: Vec<Arg<'_>> = row.iter().map(Arg::from).collect();
            let args: Vec<&(dyn ToSql + Sync)> = args.iter().map(|arg| arg as _).collect();
            copy.write(&args).map_err(Fault::from)?;
            written.add(&row);
        }
        copy.finish().map_err(Fault::from)?;
    }
    let read = each_row(tx, header, |_| Ok::<(), Fault>(()))?;
    compare(&written, &read)?;
    Ok(written)
}

impl<'a> From<&'a Value> for Arg<'a> {
    fn from(value: &'a Value) -> Arg<'a> {
        match value {
            Value::Null => Arg::Null,
            Value::Int(value) => Arg::Int(*value),
            Value::Real(value) => Arg::Real(*value),
            Value::Text(text) => Arg::Text(text),
            Value::Blob(bytes) => Arg::Blob(bytes),
        }
    }
}
