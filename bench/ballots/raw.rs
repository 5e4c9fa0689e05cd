//! What the disk and the databases can do at all.

use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

const LONG: Duration = Duration::from_secs(2);
/// As long as a sealed ballot of three questions with no words.
const SEALED: usize = 75;

/// Times a second that 4 096 bytes can be made durable in a file.
pub(crate) fn fsyncs(folder: &Path) -> f64 {
    let mut file = std::fs::File::create(folder.join("fsyncs")).expect("a file");
    rate(|_| {
        file.write_all(&[7; 4096]).expect("room");
        file.sync_data().expect("durable");
    })
}

/// One connection, one row, one commit, as fast as they go; the product's own settings.
pub(crate) fn sqlite(folder: &Path) -> f64 {
    let path = folder.join("raw.db");
    for old in ["raw.db", "raw.db-wal", "raw.db-shm"] {
        drop(std::fs::remove_file(folder.join(old)));
    }
    let connection = rusqlite::Connection::open(path).expect("a database");
    connection
        .execute_batch(
            "PRAGMA journal_mode = wal; PRAGMA synchronous = full; PRAGMA secure_delete = on;
             CREATE TABLE raw (organisation INTEGER, round INTEGER, place INTEGER, name BLOB, sealed BLOB,
                PRIMARY KEY (organisation, round, place, name)) STRICT, WITHOUT ROWID;",
        )
        .expect("a table");
    let mut insert = connection.prepare("INSERT INTO raw VALUES (1, 1, 1, ?1, ?2)").expect("a statement");
    rate(|number| {
        insert.execute((name(number), vec![7; SEALED])).expect("a row");
    })
}

/// So many connections at once, each one row a commit, as fast as they go.
pub(crate) fn postgresql(server: &str, connections: usize) -> f64 {
    let connect = || postgres::Client::connect(server, postgres::NoTls).expect("the server");
    connect()
        .batch_execute(
            "DROP TABLE IF EXISTS raw; CREATE TABLE raw (organisation BIGINT, round BIGINT, place BIGINT, name BYTEA,
                sealed BYTEA, PRIMARY KEY (organisation, round, place, name))",
        )
        .expect("a table");
    std::thread::scope(|scope| {
        let hands: Vec<_> = (0..connections as u64)
            .map(|hand| {
                scope.spawn(move || {
                    let mut client = connect();
                    let insert =
                        client.prepare("INSERT INTO raw VALUES (1, 1, 1, $1, $2)").expect("a statement");
                    rate(|number| {
                        let row = (name(number << 8 | hand), vec![7_u8; SEALED]);
                        client.execute(&insert, &[&row.0, &row.1]).expect("a row");
                    })
                })
            })
            .collect();
        hands.into_iter().map(|hand| hand.join().expect("it ends")).sum()
    })
}

/// A name as random as a ballot's: rows lie in its order.
fn name(number: u64) -> Vec<u8> {
    let mixed = number.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    [mixed.to_be_bytes(), number.to_be_bytes(), [0; 8], [0; 8]].concat()
}

fn rate(mut once: impl FnMut(u64)) -> f64 {
    let began = Instant::now();
    let mut count = 0_u64;
    while began.elapsed() < LONG {
        once(count);
        count += 1;
    }
    count as f64 / began.elapsed().as_secs_f64()
}
