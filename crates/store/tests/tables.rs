//! The list of tables is that of both databases, in an order that foreign keys allow.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

use std::collections::BTreeSet;

use postgres::NoTls;
use store::testing::Fresh;
use store::{Place, TABLES};

const BUT: &str = "migration";

fn listed() -> BTreeSet<String> {
    TABLES.iter().map(|table| table.name.to_owned()).collect()
}

#[test]
fn every_table_of_sqlite_is_listed_after_those_it_points_to() {
    let fresh = Fresh::sqlite();
    let Place::File(path) = &fresh.place else { panic!("a file") };
    let lite = rusqlite::Connection::open(path).unwrap();
    let pairs = |sql: &str| -> Vec<(String, String)> {
        let mut statement = lite.prepare(sql).unwrap();
        statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect()
    };
    let there: BTreeSet<String> =
        pairs("SELECT name, type FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
            .into_iter()
            .map(|(name, _)| name)
            .filter(|name| name != BUT)
            .collect();
    assert_eq!(there, listed());
    assert_eq!(TABLES.len(), listed().len(), "a table stands twice");
    let place = |name: &str| TABLES.iter().position(|table| table.name == name).unwrap();
    let pointers = pairs(
        "SELECT t.name, f.\"table\" FROM sqlite_schema t, pragma_foreign_key_list(t.name) f WHERE t.type = 'table'",
    );
    assert!(pointers.len() > 20, "only {} foreign keys were found", pointers.len());
    for (from, to) in pointers {
        assert!(from == to || place(&to) < place(&from), "{to} must stand before {from}");
    }
}

#[test]
fn every_table_of_postgresql_is_listed() {
    let fresh = Fresh::postgresql();
    let Place::Server(url) = &fresh.place else { panic!("a server") };
    let mut client = postgres::Client::connect(url, NoTls).unwrap();
    let rows = client.query("SELECT relname::TEXT FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace", &[]);
    let there: BTreeSet<String> =
        rows.unwrap().iter().map(|row| row.get::<_, String>(0)).filter(|name| name != BUT).collect();
    assert_eq!(there, listed());
}
