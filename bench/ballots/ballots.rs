//! How fast ballots are taken in and handed out, through the whole server on loopback, against what the machine can do at all:
//! the raw rate of the same database on the same disk, and the raw rate of signing on all cores. All in one run.
//!
//! `ballots FOLDER [postgres://…]`: makes a database in FOLDER, or in a fresh database of that server.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a program that measures; it ends when anything is wrong"
)]

mod http;
mod polls;
mod raw;

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use http::Client;
use polls::Polls;

/// Clients that hand ballots in at once.
const CASTERS: usize = 16;
/// Clients that draw at once: each waits for the end of a quarter of a second, and signing is to be the limit. No more than its queue holds.
const DRAWERS: usize = 384;
/// People who draw.
const PEOPLE: usize = 3000;
/// Ballots that are cast, in all turns together: enough for a good part of a second each.
const BALLOTS: usize = 9000;
/// How often raw and ours are measured in turn.
const TURNS: usize = 3;
/// Another page's requests a second, and for how long it is asked for beside everything.
const LOOKS: u32 = 50;
const LOOKING: Duration = Duration::from_secs(5);

fn main() {
    let mut given = std::env::args().skip(1);
    let folder = std::path::PathBuf::from(given.next().expect("ballots FOLDER [postgres://…]"));
    let server = given.next();
    let polls = Polls::open(&folder, server.as_deref(), PEOPLE);
    println!("fsyncs/s, 4096 bytes each         {:>8.0}", raw::fsyncs(&folder));
    casts(&polls, &folder, server.as_deref());
    draws(&polls);
}

/// Raw inserts and ballots in turn.
fn casts(polls: &Polls, folder: &std::path::Path, server: Option<&str>) {
    let ballots = polls.signed_ballots(BALLOTS);
    let (mut raw_rates, mut rates, mut latencies) = (Vec::new(), Vec::new(), Vec::new());
    for turn in 0..TURNS {
        raw_rates.push(match server {
            None => raw::sqlite(folder),
            Some(server) => raw::postgresql(server, CASTERS),
        });
        let part = &ballots[turn * BALLOTS / TURNS..(turn + 1) * BALLOTS / TURNS];
        let (rate, mut took) = cast_all(polls, part);
        rates.push(rate);
        latencies.append(&mut took);
    }
    let (raw, ours) = (median(&mut raw_rates), median(&mut rates));
    println!("raw durable inserts/s              {raw:>8.0}");
    println!("durable ballots/s, {CASTERS} clients       {ours:>8.0}   {:.2} of raw", ours / raw);
    println!(
        "  p50 / p99                        {:>8.1} / {:.1} ms",
        at(&mut latencies, 0.5),
        at(&mut latencies, 0.99)
    );
}

fn cast_all(polls: &Polls, ballots: &[polls::Ready]) -> (f64, Vec<f64>) {
    let next = AtomicUsize::new(0);
    let began = Instant::now();
    let took = std::thread::scope(|scope| {
        let hands: Vec<_> = (0..CASTERS)
            .map(|_| {
                scope.spawn(|| {
                    let (mut client, mut took) = (Client::connect(polls.address), Vec::new());
                    while let Some(ballot) = ballots.get(next.fetch_add(1, Ordering::Relaxed)) {
                        let asked = Instant::now();
                        assert_eq!(client.ask("PUT", &ballot.path, &ballot.body), 204);
                        took.push(asked.elapsed().as_secs_f64() * 1000.0);
                    }
                    took
                })
            })
            .collect();
        hands.into_iter().flat_map(|hand| hand.join().unwrap()).collect::<Vec<f64>>()
    });
    (ballots.len() as f64 / began.elapsed().as_secs_f64(), took)
}

/// Signing alone; then draws, with another page asked for before and meanwhile.
fn draws(polls: &Polls) {
    let raw = polls.signatures_a_second();
    let mut before = look(polls, &AtomicBool::new(false));
    let drawing = AtomicBool::new(true);
    let next = AtomicUsize::new(0);
    let (rate, mut meanwhile) = std::thread::scope(|scope| {
        let looking = scope.spawn(|| look(polls, &drawing));
        let began = Instant::now();
        let hands: Vec<_> = (0..DRAWERS)
            .map(|_| {
                scope.spawn(|| {
                    let mut client = Client::connect(polls.address);
                    while let Some((path, body)) = polls.draw(next.fetch_add(1, Ordering::Relaxed)) {
                        // The queue has an end; who is told so asks again.
                        while client.ask("POST", &path, &body) == 503 {
                            std::thread::sleep(Duration::from_millis(250));
                        }
                    }
                })
            })
            .collect();
        hands.into_iter().for_each(|hand| hand.join().unwrap());
        let rate = PEOPLE as f64 / began.elapsed().as_secs_f64();
        drawing.store(false, Ordering::Relaxed);
        (rate, looking.join().unwrap())
    });
    assert_eq!(polls.drawn(), PEOPLE as u32);
    println!("raw signatures/s, all cores        {raw:>8.0}");
    println!("draws/s, {DRAWERS} clients                {rate:>8.0}   {:.2} of raw", rate / raw);
    println!(
        "another page p50 / p99, alone      {:>8.1} / {:.1} ms",
        at(&mut before, 0.5),
        at(&mut before, 0.99)
    );
    println!(
        "another page p50 / p99, meanwhile  {:>8.1} / {:.1} ms",
        at(&mut meanwhile, 0.5),
        at(&mut meanwhile, 0.99)
    );
}

/// Milliseconds that a page takes, asked for at a fixed rate: counted from when it was due.
fn look(polls: &Polls, while_it_is: &AtomicBool) -> Vec<f64> {
    let (mut client, mut took, began) = (Client::connect(polls.address), Vec::new(), Instant::now());
    let whole = while_it_is.load(Ordering::Relaxed);
    for number in 0_u32.. {
        let due = began + Duration::from_secs(1) / LOOKS * number;
        let over = if whole { !while_it_is.load(Ordering::Relaxed) } else { due > began + LOOKING };
        if over {
            break;
        }
        std::thread::sleep(due.saturating_duration_since(Instant::now()));
        assert_eq!(client.ask("GET", "/sign-in", b""), 200);
        took.push((Instant::now() - due).as_secs_f64() * 1000.0);
    }
    took
}

fn median(figures: &mut [f64]) -> f64 {
    at(figures, 0.5)
}

fn at(figures: &mut [f64], share: f64) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[((figures.len() - 1) as f64 * share).round() as usize]
}
