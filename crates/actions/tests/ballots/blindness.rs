//! Blindness: a round of 300 ballots, cast in the very order in which they were drawn, is finished; then everything that is stored is
//! read as a thief would read it. Nothing may stand in the order of casting, and no secret may be left.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use blindballot::Nonce;
use people::PersonId;
use store::Place;
use store::testing::Fresh;

use crate::polls::{NETWORK, Polls, staff};

/// Three units of a hundred.
const UNITS: [i64; 3] = [100, 100, 100];
const BALLOTS: usize = 300;
/// No correlation of 300 with chance comes so far from 0 more than once in some ten thousand times: four times 1/sqrt(299).
const CHANCE: f64 = 0.24;

/// What happened, known to the test alone: in order of drawing, which is that of casting.
struct Truth {
    nonces: Vec<Nonce>,
    people: Vec<PersonId>,
    /// What must be found nowhere once the round has closed: links, signatures given, keys.
    secrets: Vec<(&'static str, Vec<u8>)>,
}

#[test]
fn no_file_of_a_finished_round_tells_whose_ballot_is_whose_on_sqlite() {
    let fresh = Fresh::sqlite();
    let Place::File(database) = fresh.place.clone() else { panic!("a file") };
    let folder = database.parent().unwrap().to_owned();
    let files = move || all_files(std::slice::from_ref(&folder));
    check(&fresh, files, &[]);
    let connection = rusqlite::Connection::open(database).unwrap();
    let mut statement = connection.prepare("SELECT nonce FROM ballot").unwrap();
    let stored = statement.query_map([], |row| row.get(0)).unwrap().map(|it| Nonce(it.unwrap()));
    let stored: Vec<Nonce> = stored.collect();
    assert!(stored.is_empty(), "after thirty days there are none");
}

#[test]
fn no_file_of_a_finished_round_tells_whose_ballot_is_whose_on_postgresql() {
    let fresh = Fresh::postgresql();
    let Place::Server(url) = fresh.place.clone() else { panic!("a server") };
    let mut client = postgres::Client::connect(&url, postgres::NoTls).unwrap();
    let row =
        |client: &mut postgres::Client, sql: &str| -> String { client.query_one(sql, &[]).unwrap().get(0) };
    let data = PathBuf::from(row(&mut client, "SHOW data_directory"));
    let number = row(&mut client, "SELECT oid::text FROM pg_database WHERE datname = current_database()");
    let tables = data.join("base").join(number);
    // The log of other tests' databases is there too; what is looked for is ours alone.
    let log = data.join("pg_wal");
    // The log keeps what was written until it is written over: hashes of links, blind signatures, sealed keys. No ballot.
    let kept_in_log = ["link", "blind signature"];
    let mut writes_out = postgres::Client::connect(&url, postgres::NoTls).unwrap();
    let files = move || {
        // As its own clockwork does every now and then: samples of every table are kept among its statistics.
        writes_out.batch_execute("ANALYZE; CHECKPOINT").unwrap();
        all_files(&[tables.clone(), log.clone()])
    };
    check(&fresh, files, &kept_in_log);
}

fn check(fresh: &Fresh, mut files: impl FnMut() -> Vec<(PathBuf, Vec<u8>)>, kept_in_log: &[&str]) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let log = Log::begin();
    let (polls, truth) = runtime.block_on(async {
        let polls = Polls::open(fresh.store.clone(), &UNITS).await;
        let truth = vote(&polls).await;
        (polls, truth)
    });
    for (path, bytes) in files() {
        let found = find(&bytes, names(&truth.nonces));
        assert_eq!(found.len(), 0, "before closing, {} knows a ballot by its name", path.display());
    }
    all_arrivals_look_alike(&runtime, &polls);
    runtime.block_on(polls.close());
    assert_eq!(runtime.block_on(polls.counted()).len(), BALLOTS);
    let after = files();
    let mut seen = 0;
    for (path, bytes) in &after {
        seen += in_no_order(path, bytes, &truth);
        let is_log = path.components().any(|part| part.as_os_str() == "pg_wal");
        let secrets = truth.secrets.iter().filter(|(what, _)| !(is_log && kept_in_log.contains(what)));
        let left = find(bytes, secrets.clone().map(|(_, secret)| &secret[..]));
        let left: Vec<_> =
            secrets.filter(|(_, secret)| left.contains_key(&secret[..])).map(|it| it.0).collect();
        assert!(left.is_empty(), "{} still holds {left:?}", path.display());
    }
    assert!(seen >= BALLOTS, "the ballots are somewhere: {seen}");
    rows_are_in_no_order(&fresh.place, &truth);
    nothing_links(&fresh.place);
    log.says_nothing_of(&truth);
    erased(&runtime, &polls, files, &truth, &fresh.place);
}

/// Everybody draws and casts at once, one after the other: the worst case.
async fn vote(polls: &Polls) -> Truth {
    let mut truth = Truth { nonces: Vec::new(), people: Vec::new(), secrets: Vec::new() };
    let mut in_turn: Vec<PersonId> = (0..).zip(UNITS).flat_map(|(unit, count)| staff(unit, count)).collect();
    // Some order that is neither that of the ids nor that of the groups.
    in_turn.sort_by_key(|person| person.0.wrapping_mul(0x9e37_79b9_7f4a_7c15_u64 as i64));
    for (code, person) in (1_u128..).zip(in_turn) {
        let (pass, place) = (polls.invite(person).await, polls.place_of(person).await);
        let ballot = polls.ballot(place, code * 0x1_0001_0001_0001).await;
        let answer = polls.draw(&pass, place, &ballot).await.unwrap();
        let ready = ballot.finish(&answer).unwrap();
        polls.cast(place, &ready, ["543", "1-5", "222", "4-4"][code as usize % 4]).await.unwrap();
        truth.secrets.push(("link", pass.hash().to_vec()));
        truth.secrets.push(("blind signature", answer.as_bytes()[..64].to_vec()));
        truth.secrets.push(("blinded message", ballot.blinded().as_bytes()[..64].to_vec()));
        truth.secrets.push(("signature", ready.signature.as_bytes()[..64].to_vec()));
        truth.secrets.push(("link", pass.text().into_bytes()));
        truth.nonces.push(ready.message.nonce);
        truth.people.push(person);
    }
    truth
}

/// Sealed, of one length, under names that are not the ballots'.
fn all_arrivals_look_alike(runtime: &tokio::runtime::Runtime, polls: &Polls) {
    let round = polls.round;
    let arrivals = runtime.block_on(polls.desk.read(move |tx| store::ballots::arrivals(tx, round))).unwrap();
    assert_eq!(arrivals.len(), BALLOTS);
    assert!(arrivals.iter().all(|arrival| arrival.sealed.len() == arrivals[0].sealed.len()));
}

/// Wherever ballots stand in a file, they do not stand in the order of casting; how many there are.
fn in_no_order(path: &Path, bytes: &[u8], truth: &Truth) -> usize {
    let places = find(bytes, names(&truth.nonces));
    let stand = |of: fn(&[usize]) -> Option<&usize>| -> Vec<(usize, usize)> {
        let turns = truth.nonces.iter().enumerate();
        turns.filter_map(|(turn, nonce)| Some((turn, *of(places.get(&nonce.0[..])?)?))).collect()
    };
    let (firsts, lasts) = (stand(<[usize]>::first), stand(<[usize]>::last));
    for pairs in [&firsts, &lasts] {
        if pairs.len() >= 30 {
            no_better_than_chance(pairs, &path.display().to_string());
        }
    }
    firsts.len()
}

fn no_better_than_chance(pairs: &[(usize, usize)], what: &str) {
    let rho = rank_correlation(pairs);
    let bound = CHANCE * (BALLOTS as f64 / pairs.len() as f64).sqrt();
    assert!(rho.abs() < bound, "{what}: {rho:.2} with the order of casting");
    // The thief's best guess: the first that was drawn is the first that stands here, and so on.
    let mut in_order = pairs.to_vec();
    in_order.sort_by_key(|(_, at)| *at);
    let hits = in_order.iter().zip(pairs).filter(|(guess, truth)| guess.0 == truth.0).count();
    // One is expected by chance, however many there are; more than seven come once in some hundred thousand times.
    assert!(hits <= 7, "{what}: {hits} of {} guessed", pairs.len());
}

/// Spearman's.
fn rank_correlation(pairs: &[(usize, usize)]) -> f64 {
    let rank = |of: fn(&(usize, usize)) -> usize| {
        let mut order: Vec<usize> = (0..pairs.len()).collect();
        order.sort_by_key(|index| of(&pairs[*index]));
        let mut rank = vec![0.0; pairs.len()];
        order.into_iter().enumerate().for_each(|(place, index)| rank[index] = place as f64);
        rank
    };
    let (turn, at) = (rank(|pair| pair.0), rank(|pair| pair.1));
    let n = pairs.len() as f64;
    let squares: f64 = turn.iter().zip(&at).map(|(a, b)| (a - b) * (a - b)).sum();
    1.0 - 6.0 * squares / (n * (n * n - 1.0))
}

#[test]
fn the_test_sees_an_order_that_is_there() {
    let same: Vec<(usize, usize)> = (0..300).map(|at| (at, at * 70)).collect();
    assert!((rank_correlation(&same) - 1.0).abs() < 1e-9);
    // Batches of six, shuffled within: what was given up for sealing.
    let batches: Vec<(usize, usize)> = (0..300).map(|at| (at, at / 6 * 6 + at * 5 % 6)).collect();
    assert!(rank_correlation(&batches) > 0.99);
    let guessed = std::panic::catch_unwind(|| no_better_than_chance(&batches, "batches"));
    assert!(guessed.is_err());
    let bytes = [b"abc".as_slice(), &[5; 32], &[6; 32], &[5; 32]].concat();
    let (there, absent) = ([5; 32], [7; 32]);
    let found = find(&bytes, [&there[..], &absent]);
    assert_eq!(found.get(&there[..]).unwrap(), &[3, 67]);
    assert!(!found.contains_key(&absent[..]));
}

/// As the databases give rows back: where they lie, and on PostgreSQL by which transaction.
fn rows_are_in_no_order(place: &Place, truth: &Truth) {
    let turns: HashMap<Nonce, usize> =
        truth.nonces.iter().enumerate().map(|(turn, nonce)| (*nonce, turn)).collect();
    let rows: Vec<Nonce> = match place {
        Place::File(path) => {
            let connection = rusqlite::Connection::open(path).unwrap();
            let mut statement = connection.prepare("SELECT nonce FROM ballot").unwrap();
            let rows = statement.query_map([], |row| row.get(0)).unwrap();
            rows.map(|nonce| Nonce(nonce.unwrap())).collect()
        }
        Place::Server(url) => {
            let mut client = postgres::Client::connect(url, postgres::NoTls).unwrap();
            let by = client.query("SELECT DISTINCT xmin::text FROM ballot", &[]).unwrap();
            assert_eq!(by.len(), 1, "one transaction wrote them all");
            let rows = client.query("SELECT nonce FROM ballot ORDER BY ctid", &[]).unwrap();
            rows.iter().map(|row| Nonce(row.get::<_, Vec<u8>>(0).try_into().unwrap())).collect()
        }
    };
    let pairs: Vec<(usize, usize)> = rows.iter().enumerate().map(|(at, nonce)| (turns[nonce], at)).collect();
    assert_eq!(pairs.len(), BALLOTS);
    let mut by_turn = pairs;
    by_turn.sort_unstable();
    no_better_than_chance(&by_turn, "rows");
}

/// Nobody is named in any table of the round, nothing could sign, and no box could be opened.
fn nothing_links(place: &Place) {
    let empty = ["draw", "eligible", "invitation", "slip", "arrival", "ballot_box"];
    let counts = empty.map(|table| format!("SELECT COUNT(*) FROM {table}"));
    let keys = "SELECT COUNT(*) FROM key_group WHERE private_key IS NOT NULL".to_owned();
    for sql in counts.into_iter().chain([keys]) {
        let left: i64 = match place {
            Place::File(path) => {
                rusqlite::Connection::open(path).unwrap().query_row(&sql, [], |row| row.get(0)).unwrap()
            }
            Place::Server(url) => {
                let mut client = postgres::Client::connect(url, postgres::NoTls).unwrap();
                client.query_one(&sql, &[]).unwrap().get(0)
            }
        };
        assert_eq!(left, 0, "{sql}");
    }
}

fn erased(
    runtime: &tokio::runtime::Runtime,
    polls: &Polls,
    mut files: impl FnMut() -> Vec<(PathBuf, Vec<u8>)>,
    truth: &Truth,
    place: &Place,
) {
    let days = |days: i64| jiff::SignedDuration::from_hours(24 * days);
    let closed = polls.desk.now();
    polls.desk.clock.set(closed + days(30) - jiff::SignedDuration::from_secs(60));
    runtime.block_on(actions::ballots::erase_old(&polls.desk)).unwrap();
    assert_eq!(runtime.block_on(polls.counted()).len(), BALLOTS, "not a day too early");
    polls.desk.clock.set(closed + days(30) + jiff::SignedDuration::from_secs(60));
    let look = look_for_a_while(place);
    runtime.block_on(actions::ballots::erase_old(&polls.desk)).unwrap();
    look.into_iter().for_each(|look| look.join().unwrap());
    assert!(runtime.block_on(polls.counted()).is_empty());
    for (path, bytes) in files() {
        if path.components().any(|part| part.as_os_str() == "pg_wal") {
            continue;
        }
        let left = find(&bytes, names(&truth.nonces)).len();
        assert_eq!(left, 0, "{} still holds ballots after thirty days", path.display());
    }
    assert_eq!(runtime.block_on(polls.receipts()).len(), BALLOTS, "the receipts stay");
}

/// Somebody who on PostgreSQL began to look at something else before the ballots are erased: it keeps them for as long.
fn look_for_a_while(place: &Place) -> Option<std::thread::JoinHandle<()>> {
    let Place::Server(url) = place else { return None };
    let mut client = postgres::Client::connect(url, postgres::NoTls).unwrap();
    client.batch_execute("BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT COUNT(*) FROM organisation").unwrap();
    Some(std::thread::spawn(move || {
        std::thread::sleep(std::time::Duration::from_secs(1));
        client.batch_execute("COMMIT").unwrap();
    }))
}

fn all_files(folders: &[PathBuf]) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for folder in folders {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            // A file that PostgreSQL has just removed holds nothing any more.
            if path.is_file()
                && let Ok(bytes) = std::fs::read(&path)
            {
                found.push((path, bytes));
            }
        }
    }
    assert!(!found.is_empty());
    found
}

/// Where each of these stands in the bytes, in one pass: they are random, so that two bytes tell most places off.
fn find<'w>(bytes: &[u8], wanted: impl IntoIterator<Item = &'w [u8]>) -> HashMap<&'w [u8], Vec<usize>> {
    let mut begins = vec![false; 1 << 16];
    let mut by_head: HashMap<[u8; 8], Vec<&[u8]>> = HashMap::new();
    for wanted in wanted {
        begins[usize::from(u16::from_be_bytes([wanted[0], wanted[1]]))] = true;
        by_head.entry(wanted[..8].try_into().unwrap()).or_default().push(wanted);
    }
    let mut found: HashMap<&[u8], Vec<usize>> = HashMap::new();
    for (at, pair) in bytes.windows(2).enumerate() {
        if !begins[usize::from(pair[0]) << 8 | usize::from(pair[1])] {
            continue;
        }
        let head: Option<[u8; 8]> = bytes.get(at..at + 8).map(|head| head.try_into().unwrap());
        for wanted in head.and_then(|head| by_head.get(&head)).into_iter().flatten() {
            if bytes[at..].starts_with(wanted) {
                found.entry(wanted).or_default().push(at);
            }
        }
    }
    found
}

fn names(nonces: &[Nonce]) -> impl Iterator<Item = &[u8]> {
    nonces.iter().map(|nonce| &nonce.0[..])
}

/// Everything that is logged while it lives, by whomever.
struct Log(Arc<Mutex<Vec<u8>>>);

#[derive(Clone)]
struct Into(Arc<Mutex<Vec<u8>>>);

impl std::io::Write for Into {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Log {
    fn begin() -> Log {
        let written: Arc<Mutex<Vec<u8>>> = Arc::default();
        let into = Into(written.clone());
        let subscriber = tracing_subscriber::fmt()
            .with_max_level(tracing::Level::TRACE)
            .with_writer(move || into.clone())
            .finish();
        // For all threads; two tests at once share the one that came first.
        let first = tracing::subscriber::set_global_default(subscriber).is_ok();
        tracing::info!("the log is read");
        assert!(!first || !written.lock().unwrap().is_empty());
        Log(written)
    }

    fn says_nothing_of(&self, truth: &Truth) {
        let written = String::from_utf8_lossy(&self.0.lock().unwrap()).into_owned();
        let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        for nonce in &truth.nonces {
            assert!(!written.contains(&hex(&nonce.0[..8])));
        }
        for person in &truth.people {
            assert!(!written.contains(&format!("person={person}")));
        }
        assert!(!written.contains(NETWORK));
    }
}
