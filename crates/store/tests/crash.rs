//! kill -9 in the middle of writing: nothing that was acknowledged is lost.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::time::Duration;

use jiff::Timestamp;
use people::OrganisationId;
use store::testing::Fresh;
use store::{Fault, Place, Store};

const CHILD: &str = "PEJLING_CRASH_CHILD";

/// Run as a process of its own: writes letters for ever and says each one that was acknowledged.
#[test]
#[ignore = "only as the child of the test below"]
fn child() {
    #[expect(clippy::disallowed_methods, reason = "the parent says where by the environment")]
    let address = std::env::var(CHILD).expect("an address");
    let store = Store::open(&Place::read(&address), Timestamp::UNIX_EPOCH).unwrap();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async move {
        let mut writers = tokio::task::JoinSet::new();
        for writer in 0..4 {
            let store = store.clone();
            writers.spawn(async move {
                for number in 0.. {
                    let subject = format!("{}-{writer}-{number}", std::process::id());
                    let said = subject.clone();
                    let done: Result<(), Fault> = store
                        .write(Timestamp::UNIX_EPOCH, move |tx| {
                            store::letters::add(tx, OrganisationId(1), "a@b.example", &subject, "text", None)
                        })
                        .await;
                    done.unwrap();
                    let mut out = std::io::stdout().lock();
                    writeln!(out, "ack {said}").unwrap();
                    out.flush().unwrap();
                }
            });
        }
        while writers.join_next().await.is_some() {}
    });
}

#[test]
fn kill_nine_loses_nothing_acknowledged() {
    for fresh in [Fresh::sqlite(), Fresh::postgresql()] {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        let store = fresh.store.clone();
        runtime.block_on(async {
            let organisation = people::Organisation {
                id: OrganisationId(1),
                name: "Ekbacka".into(),
                language: people::Language::Sv,
                zone: "Europe/Stockholm".into(),
                demo: true,
            };
            let done: Result<(), Fault> = store
                .write(Timestamp::UNIX_EPOCH, move |tx| store::organisations::add(tx, &organisation))
                .await;
            done.unwrap();
        });
        let address = match &fresh.place {
            Place::File(path) => path.display().to_string(),
            Place::Server(url) => url.clone(),
        };
        let mut acknowledged = Vec::new();
        for round in 0..3 {
            let mut child = Command::new(std::env::current_exe().unwrap())
                .args(["--exact", "child", "--ignored", "--nocapture"])
                .env(CHILD, &address)
                .stdout(Stdio::piped())
                .spawn()
                .unwrap();
            let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
            let enough = 10 + round * 17;
            let mut heard = 0;
            for line in lines.by_ref() {
                if let Some(subject) = line.unwrap().split_once("ack ") {
                    acknowledged.push(subject.1.to_owned());
                    heard += 1;
                }
                if heard == enough {
                    break;
                }
            }
            child.kill().unwrap();
            // What it had said before it died is still in the pipe, and was acknowledged too.
            acknowledged.extend(
                lines
                    .map_while(Result::ok)
                    .filter_map(|line| line.split_once("ack ").map(|ack| ack.1.to_owned())),
            );
            child.wait().unwrap();
            std::thread::sleep(Duration::from_millis(50));
        }
        assert!(acknowledged.len() > 60);
        let there = subjects(&fresh.place);
        for subject in acknowledged {
            assert!(there.contains(&subject), "{subject} was acknowledged and lost");
        }
    }
}

fn subjects(place: &Place) -> std::collections::HashSet<String> {
    match place {
        Place::File(path) => {
            let connection = rusqlite::Connection::open(path).unwrap();
            let mut statement = connection.prepare("SELECT subject FROM letter").unwrap();
            let rows = statement.query_map([], |row| row.get(0)).unwrap();
            rows.collect::<Result<_, _>>().unwrap()
        }
        Place::Server(url) => {
            let mut client = postgres::Client::connect(url, postgres::NoTls).unwrap();
            client.query("SELECT subject FROM letter", &[]).unwrap().iter().map(|row| row.get(0)).collect()
        }
    }
}
