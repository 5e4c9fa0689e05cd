//! Every statement is prepared on both databases, and means the same number of parameters and columns to both.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

use postgres::NoTls;
use store::Place;
use store::testing::Fresh;

#[test]
fn every_statement_prepares_on_both_databases() {
    let (sqlite, server) = (Fresh::sqlite(), Fresh::postgresql());
    let Place::File(path) = &sqlite.place else { panic!("a file") };
    let Place::Server(url) = &server.place else { panic!("a server") };
    let lite = rusqlite::Connection::open(path).unwrap();
    let mut client = postgres::Client::connect(url, NoTls).unwrap();
    let mut seen = 0;
    for sql in store::statements() {
        // Without rewriting: the numbering does not matter to what can be prepared.
        let on_sqlite = lite.prepare(sql.text()).unwrap_or_else(|error| panic!("{}\n{error}", sql.text()));
        let on_server =
            client.prepare(sql.text()).unwrap_or_else(|error| panic!("{}\n{error:?}", sql.text()));
        assert_eq!(on_sqlite.parameter_count(), on_server.params().len(), "{}", sql.text());
        assert_eq!(on_sqlite.column_count(), on_server.columns().len(), "{}", sql.text());
        seen += 1;
    }
    assert!(seen > 40, "only {seen} statements were found");
}
