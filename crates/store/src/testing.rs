//! A fresh database of each kind, for tests: what holds on one must hold on the other.
#![allow(clippy::expect_used, clippy::disallowed_methods)]

pub mod certificates;
pub mod cluster;

use std::sync::atomic::{AtomicU32, Ordering};

use jiff::Timestamp;
use postgres::NoTls;

use crate::{Place, Store};

/// Where the tests find a PostgreSQL server that they may make databases on. `./test` starts one of its own.
pub const SERVER: &str = "PEJLING_TEST_POSTGRES";

/// Runs `story` on a fresh SQLite database and on a fresh PostgreSQL database.
///
/// # Panics
/// When the story does, or a database cannot be had.
pub fn on_each_database<F>(story: impl Fn(Store) -> F)
where
    F: Future<Output = ()>,
{
    for fresh in [Fresh::sqlite(), Fresh::postgresql()] {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
        runtime.expect("a runtime").block_on(story(fresh.store.clone()));
        fresh.drop_database();
    }
}

/// Makes a SQLite file as the program left it whose newest schema was `number`.
///
/// # Panics
/// When it cannot be made.
pub fn older_sqlite(path: &std::path::Path, number: u32) {
    let mut lite = rusqlite::Connection::open(path).expect("a file");
    crate::dialect::prepare_sqlite(&lite).expect("SQLite as we like it");
    let tx = lite.transaction().expect("a transaction");
    crate::migrate::sqlite_to(&tx, number, Timestamp::UNIX_EPOCH).expect("a schema");
    tx.commit().expect("room on the disk");
}

/// A fresh database, and what must be kept for as long as it is used.
pub struct Fresh {
    /// The open database.
    pub store: Store,
    /// Its address.
    pub place: Place,
    folder: Option<tempfile::TempDir>,
}

impl Fresh {
    /// A SQLite file in a folder of its own.
    ///
    /// # Panics
    /// When it cannot be made.
    pub fn sqlite() -> Fresh {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let place = Place::File(folder.path().join("pejling.db"));
        let store = Store::open(&place, Timestamp::UNIX_EPOCH).expect("a database");
        Fresh { store, place, folder: Some(folder) }
    }

    /// A database of its own on the test server.
    ///
    /// # Panics
    /// When there is no server: `./test` starts one.
    pub fn postgresql() -> Fresh {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let server = std::env::var(SERVER).expect("PEJLING_TEST_POSTGRES: run the tests with ./test");
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("pejling_{}_{number}", std::process::id());
        let mut client =
            postgres::Client::connect(&format!("{server}/postgres"), NoTls).expect("the test server");
        client.batch_execute(&format!("DROP DATABASE IF EXISTS {name}")).expect("room for a database");
        client.batch_execute(&format!("CREATE DATABASE {name}")).expect("a database");
        let place = Place::Server(format!("{server}/{name}"));
        let store = Store::open(&place, Timestamp::UNIX_EPOCH).expect("a database");
        Fresh { store, place, folder: None }
    }

    /// Gives the room of a database on the server back: hundreds of tests make one each.
    fn drop_database(self) {
        let Place::Server(address) = &self.place else { return };
        let (server, name) = address.rsplit_once('/').expect("server/name");
        let mut client =
            postgres::Client::connect(&format!("{server}/postgres"), NoTls).expect("the test server");
        client.batch_execute(&format!("DROP DATABASE {name} WITH (FORCE)")).expect("a database to drop");
    }

    /// Closes the database; its address, and the folder it lies in.
    pub fn close(self) -> (Place, Option<tempfile::TempDir>) {
        (self.place, self.folder)
    }

    /// The folder of a SQLite database.
    pub fn folder(&self) -> Option<&std::path::Path> {
        self.folder.as_ref().map(tempfile::TempDir::path)
    }
}
