//! A PostgreSQL server that goes away and comes back: nobody has to be told who came after it was back.
#![allow(clippy::unwrap_used, reason = "the helpers of tests fail by panicking")]

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use jiff::Timestamp;
use people::{Language, Organisation, OrganisationId};
use store::testing::cluster::Cluster;
use store::{Fault, Place, Store, Tx};
use tokio::runtime::Runtime;

const NOW: Timestamp = Timestamp::UNIX_EPOCH;

fn add(tx: &mut Tx<'_>, id: i64) -> Result<(), Fault> {
    let (name, zone) = (format!("Kommun {id}"), "Europe/Stockholm".to_owned());
    let id = OrganisationId(id);
    store::organisations::add(tx, &Organisation { id, name, language: Language::Sv, zone, demo: false })
}

fn organisations(server: &Cluster) -> i64 {
    server.client("postgres").query_one("SELECT COUNT(*) FROM organisation", &[]).unwrap().get(0)
}

/// A few at once, so that as many connections lie idle afterwards.
async fn use_some_connections(store: &Store) {
    let looks = (0..8).map(|_| {
        let store = store.clone();
        tokio::spawn(async move {
            store
                .read(NOW, |tx| {
                    std::thread::sleep(Duration::from_millis(50));
                    store::organisations::only(tx)
                })
                .await
        })
    });
    for look in looks.collect::<Vec<_>>() {
        look.await.unwrap().unwrap();
    }
}

#[test]
fn connections_that_were_lost_while_they_lay_idle_are_made_anew_and_nobody_is_told() {
    let server = Cluster::new();
    server.start();
    let store = Store::open(&Place::read(&server.address("postgres")), NOW).unwrap();
    let runtime = Runtime::new().unwrap();
    for (id, how) in [(1, "fast"), (2, "immediate")] {
        runtime.block_on(use_some_connections(&store));
        server.stop(how);
        let begun = Instant::now();
        let away = runtime.block_on(store.write(NOW, move |tx| add(tx, 100))).err().unwrap();
        assert!(away.unavailable() && begun.elapsed() < Duration::from_secs(10), "{away}");
        server.start();
        runtime.block_on(use_some_connections(&store));
        server.stop(how);
        server.start();
        runtime.block_on(store.write(NOW, move |tx| add(tx, id))).unwrap();
    }
    assert_eq!(organisations(&server), 2);
}

#[test]
fn what_was_under_way_when_the_server_ended_it_is_done_once_on_another_connection() {
    let server = Arc::new(Cluster::new());
    server.start();
    let store = Store::open(&Place::read(&server.address("postgres")), NOW).unwrap();
    let runtime = Runtime::new().unwrap();
    let runs = Arc::new(AtomicU32::new(0));
    let (ends, counts) = (server.clone(), runs.clone());
    let written = store.write(NOW, move |tx| {
        add(tx, 1)?;
        if counts.fetch_add(1, Ordering::Relaxed) == 0 {
            let others = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = 'pejling'";
            ends.client("postgres").query(others, &[]).unwrap();
        }
        add(tx, 2)
    });
    runtime.block_on(written).unwrap();
    assert_eq!((runs.load(Ordering::Relaxed), organisations(&server)), (2, 2));
}

#[test]
fn a_server_that_takes_no_writes_is_not_taken_for_one_that_does() {
    let server = Cluster::new();
    server.start();
    let place = Place::read(&server.address("postgres"));
    drop(Store::open(&place, NOW).unwrap());
    server.stop("fast");
    server.set("default_transaction_read_only = on");
    server.start();
    let begun = Instant::now();
    let fault = Store::open(&place, NOW).err().unwrap();
    let refused = fault.to_string();
    assert!(fault.unavailable(), "{fault}");
    assert!(
        refused.contains("does not allow writes") && begun.elapsed() < Duration::from_secs(10),
        "{refused}"
    );
}
