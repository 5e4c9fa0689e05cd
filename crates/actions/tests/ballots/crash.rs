//! kill -9 at whatever step of drawing, casting and closing: nothing acknowledged is lost, nothing counts twice, no round is stuck.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use actions::Store;
use jiff::{SignedDuration, Timestamp};
use people::PersonId;
use pulse::{RoundId, RoundState};
use sha2::{Digest, Sha256};
use store::Place;
use store::testing::Fresh;
use tokio::runtime::Runtime;

use crate::polls::{MORNING, ORGANISATION, Polls, desk, pass_of, staff, work};

const CHILD: &str = "PEJLING_CRASH_CHILD";
/// People in the round's two units.
const UNITS: [i64; 2] = [40, 40];
/// How often it is killed while people vote.
const KILLS: u64 = 8;
/// At least so often while the round is closed: less than that, and the machine is too fast for the moments chosen.
const LEAST_KILLS_OF_CLOSING: usize = 5;

fn everybody() -> Vec<PersonId> {
    (0..).zip(UNITS).flat_map(|(unit, count)| staff(unit, count)).collect()
}

/// The children must make the same ballots as their parent.
fn code_of(person: PersonId) -> u128 {
    u128::from(person.0.unsigned_abs()) << 40 | 0x5eed
}

/// Run as a process of its own: `vote ROUND NUMBER ADDRESS` or `close ROUND NUMBER ADDRESS`.
#[test]
#[ignore = "only as the child of the test below"]
fn child() {
    #[expect(clippy::disallowed_methods, reason = "the parent says what by the environment")]
    let said = std::env::var(CHILD).expect("what to do");
    let mut said = said.splitn(4, ' ');
    let (what, round, number) = (said.next().unwrap(), said.next().unwrap(), said.next().unwrap());
    let (round, number) = (RoundId(round.parse().unwrap()), number.parse::<usize>().unwrap());
    let store = Store::open(&Place::read(said.next().unwrap()), Timestamp::UNIX_EPOCH).unwrap();
    // Dropped after the runtime has done its work: a connection to PostgreSQL cannot be closed from within.
    let _kept = store.clone();
    let opened: Timestamp = MORNING.parse().unwrap();
    let runtime = Runtime::new().unwrap();
    match what {
        "vote" => runtime.block_on(vote(store, round, number, opened + SignedDuration::from_hours(30))),
        _ => runtime.block_on(close(store, opened + SignedDuration::from_hours(7 * 24))),
    }
}

fn say(words: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "ack {words}").unwrap();
    out.flush().unwrap();
}

/// Everybody draws and casts, again and again, four at a time, and says each acknowledgement.
async fn vote(store: Store, round: RoundId, number: usize, now: Timestamp) {
    let polls = Arc::new(Polls::at(desk(store, now), round));
    let mut voters = tokio::task::JoinSet::new();
    for hand in 0..4 {
        let polls = polls.clone();
        voters.spawn(async move {
            let mine = everybody().into_iter().skip(number * 5).filter(move |person| person.0 % 4 == hand);
            for person in mine {
                let (pass, place) = (pass_of(person), polls.place_of(person).await);
                let ballot = polls.ballot(place, code_of(person)).await;
                let signature = polls.draw(&pass, place, &ballot).await.unwrap();
                let hash = Sha256::digest(signature.as_bytes());
                say(&format!("drawn {person} {}", u64::from_be_bytes(hash[..8].try_into().unwrap())));
                let ready = ballot.finish(&signature).unwrap();
                for mark in 1..=3 {
                    let answers = format!("{mark}{}{}", number / 5 + 1, number % 5 + 1);
                    polls.cast(place, &ready, &answers).await.unwrap();
                    say(&format!("cast {person} {}", number * 4 + mark));
                }
            }
        });
    }
    voters.join_all().await;
    say("done 0 0");
}

async fn close(store: Store, now: Timestamp) {
    say("closing 0 0");
    let desk = desk(store, now);
    work(&desk).await;
    say("closed 0 0");
}

#[test]
fn kill_nine_while_people_vote_and_while_the_round_is_closed_loses_nothing() {
    for fresh in [Fresh::sqlite(), Fresh::postgresql()] {
        let runtime = Runtime::new().unwrap();
        let polls = runtime.block_on(async {
            let polls = Polls::open(fresh.store.clone(), &UNITS).await;
            for person in everybody() {
                polls.invite(person).await;
            }
            polls
        });
        let address = match &fresh.place {
            Place::File(path) => path.display().to_string(),
            Place::Server(url) => url.clone(),
        };
        let round = polls.round.1;
        let [drawn, cast] = kill_voters(&address, round);
        assert!(drawn.len() > 20 && cast.len() > 20, "{} drew, {} cast", drawn.len(), cast.len());
        runtime.block_on(async {
            for (person, hash) in &drawn {
                let person = PersonId(*person);
                let place = polls.place_of(person).await;
                let ballot = polls.ballot(place, code_of(person)).await;
                let again = polls.draw(&pass_of(person), place, &ballot).await.unwrap();
                let again = Sha256::digest(again.as_bytes());
                assert_eq!(
                    u64::from_be_bytes(again[..8].try_into().unwrap()),
                    *hash,
                    "{person} drew another"
                );
            }
        });
        kill_closers(&runtime, &polls, &address);
        all_is_counted(&runtime, &polls, &cast);
    }
}

/// What was acknowledged before each death: signatures by person, and the last cast by person.
fn kill_voters(address: &str, round: RoundId) -> [HashMap<i64, u64>; 2] {
    let [mut drawn, mut cast] = [HashMap::new(), HashMap::new()];
    for kill in 0..KILLS {
        let mut child = start(&format!("vote {round} {kill} {address}"));
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        // Another moment each time: a few acknowledgements, and then some more of a millisecond.
        let enough = 4 + 7 * kill as usize;
        let mut heard: Vec<String> =
            lines.by_ref().map_while(Result::ok).filter(|line| line.contains("ack ")).take(enough).collect();
        std::thread::sleep(Duration::from_micros(700 * kill));
        child.kill().unwrap();
        heard.extend(lines.map_while(Result::ok).filter(|line| line.contains("ack ")));
        child.wait().unwrap();
        for line in heard {
            let (_, said) = line.split_once("ack ").unwrap();
            let mut words = said.split(' ');
            let (what, person) = (words.next().unwrap(), words.next().unwrap());
            // A line cut in two by its death was not heard.
            let Some(Ok(number)) = words.next().map(str::parse::<u64>) else { continue };
            match what {
                "drawn" => drawn.insert(person.parse().unwrap(), number),
                "cast" => cast.insert(person.parse().unwrap(), number),
                _ => None,
            };
        }
    }
    [drawn, cast]
}

/// Closing is killed two fifths later each time, until it was done before; in between the round is either open, with everything in the box,
/// or closed.
fn kill_closers(runtime: &Runtime, polls: &Polls, address: &str) {
    let (organisation, round) = polls.round;
    let (mut waits, mut kills) = (Duration::from_millis(1), 0);
    loop {
        let mut child = start(&format!("close {round} 0 {address}"));
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let began = lines.by_ref().map_while(Result::ok).any(|line| line.contains("ack closing"));
        assert!(began, "closing begins");
        std::thread::sleep(waits);
        child.kill().unwrap();
        let was_done = lines.map_while(Result::ok).any(|line| line.contains("ack closed"));
        child.wait().unwrap();
        let read = polls.desk.read(move |tx| {
            let state = store::rounds::by_id(tx, organisation, round)?.1;
            let box_is_full = !store::ballots::arrivals(tx, (organisation, round))?.is_empty();
            let counted = !store::results::cast(tx, organisation, round)?.is_empty();
            Ok::<_, actions::Fault>((state, box_is_full, counted))
        });
        let seen = runtime.block_on(read).unwrap();
        let either = [(RoundState::Open, true, false), (RoundState::Closed, false, true)];
        assert!(either.contains(&seen), "{seen:?}");
        // Whoever took the work is gone, and the work with them for five minutes: another node would wait; here it is freed.
        free_the_work(runtime, polls);
        if was_done {
            break;
        }
        (waits, kills) = (waits * 7 / 5, kills + 1);
    }
    assert!(kills >= LEAST_KILLS_OF_CLOSING, "killed {kills} times before it was done");
    runtime.block_on(polls.close());
    let state = runtime.block_on(polls.desk.read(move |tx| store::rounds::by_id(tx, organisation, round)));
    assert_eq!(state.unwrap().1, RoundState::Closed);
    runtime.block_on(polls.desk.sweep()).unwrap();
}

fn free_the_work(runtime: &Runtime, polls: &Polls) {
    let (organisation, round) = polls.round;
    let put = polls.desk.write(move |tx| {
        let now = tx.now();
        store::queue::put(tx, organisation, store::queue::Sort::CloseRound, round.0, now)
    });
    runtime.block_on(put).unwrap();
}

fn all_is_counted(runtime: &Runtime, polls: &Polls, cast: &HashMap<i64, u64>) {
    let counted = runtime.block_on(polls.counted());
    let mut by_name = HashMap::new();
    for (nonce, answers) in counted {
        assert!(by_name.insert(nonce, answers).is_none(), "counted twice");
    }
    for (person, number) in cast {
        let nonce = runtime.block_on(nonce_of(polls, PersonId(*person)));
        let answers =
            by_name.get(&nonce).unwrap_or_else(|| panic!("{person}'s ballot was acknowledged and lost"));
        let digit = |at: usize| u64::from(answers.as_bytes()[at] - b'0');
        // What was acknowledged last, or what was under way after it when it was killed.
        let stands = ((digit(1) - 1) * 5 + digit(2) - 1) * 4 + digit(0);
        assert!(stands >= *number, "{person}: {stands} stands, {number} was acknowledged");
    }
    assert!(by_name.len() <= everybody().len());
    let receipts = runtime.block_on(polls.receipts());
    assert_eq!(receipts.len(), by_name.len());
    assert_eq!(
        runtime.block_on(polls.desk.read(|tx| store::rounds::latest(tx, ORGANISATION))).unwrap().len(),
        1
    );
}

async fn nonce_of(polls: &Polls, person: PersonId) -> blindballot::Nonce {
    // Who was asked is forgotten by now; the unit and its group are not.
    for (place, _) in polls.groups().await {
        let ballot = polls.ballot(*place, code_of(person)).await;
        let receipt = ballot.message().nonce.receipt();
        if polls.receipts().await.contains(&receipt) {
            return ballot.message().nonce;
        }
    }
    panic!("{person}'s ballot was acknowledged and lost")
}

fn start(said: &str) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "crash::child", "--ignored", "--nocapture"])
        .env(CHILD, said)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}
