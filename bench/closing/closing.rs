//! What a round's close and its first reading take, by the product's own functions, without a database: all that is decided, audited and
//! estimated of answers.
//!
//! `closing PEOPLE GROUPS`: two rounds of HME's nine questions and four of practice over an invented municipality; the second is measured.

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a program that measures; it ends when anything is wrong"
)]

mod municipality;
mod threshold;

use std::time::{Duration, Instant};

use actions::closing::{Batch, Counted, release};
use municipality::Municipality;
use pulse::{Group, Place, Published, Reading, Set, Shown, Told};

/// The smallest group that figures are made of.
const K: u32 = 6;
/// Practice questions beside HME's nine.
const PRACTICE: usize = 4;
/// How often the whole is measured while it is short; the median counts.
const TURNS: usize = 5;
/// Above this, once is enough.
const LONG: Duration = Duration::from_secs(5);

fn main() {
    let mut given = std::env::args().skip(1).map(|number| number.parse().expect("closing PEOPLE GROUPS"));
    let (people, groups) = (given.next().expect("people"), given.next().expect("groups") as usize);
    let questions = Set::Hme.questions().iter().chain(&Set::Practice.questions()[..PRACTICE]);
    let asked: Vec<String> = questions.map(|question| question.code.to_string()).collect();
    let asked: Vec<&str> = asked.iter().map(String::as_str).collect();
    let municipality = Municipality::new(people, groups);

    let before = published(
        &municipality,
        &asked,
        closed(&municipality, &asked, &municipality.ballots(1, asked.len())),
    );
    let ballots = municipality.ballots(2, asked.len());
    println!("{people} people, {groups} groups, {} ballots, {} questions", ballots.len(), asked.len());
    let mut took = Vec::new();
    while took.len() < TURNS && !took.iter().any(|turn: &[Duration; 3]| turn.iter().sum::<Duration>() > LONG)
    {
        took.push(turn(&municipality, &asked, &ballots, &before, took.is_empty()));
    }
    let part = |part: usize| median(took.iter().map(|turn| turn[part]));
    let whole = median(took.iter().map(|turn| turn.iter().sum()));
    let naive = median((0..TURNS).map(|_| {
        let began = Instant::now();
        assert!(threshold::means(&municipality.tree, &ballots, asked.len()) > 0);
        began.elapsed()
    }));
    println!("  decision, pools, audit, figures, correlations  {:>10.1} ms", ms(part(0)));
    println!("  levels and changes of all pools                {:>10.1} ms", ms(part(1)));
    println!("  the corrected list, on every measure           {:>10.1} ms", ms(part(2)));
    println!("  all of it, median of {}                         {:>10.1} ms", took.len(), ms(whole));
    println!("  a rule that hides groups below five, and means {:>10.2} ms", ms(naive));
    println!("  peak memory, with the ballots of both rounds   {:>10.0} MB", peak_mb());
}

/// Closes, reads and lists once; says what came of it when asked to.
fn turn(
    municipality: &Municipality,
    asked: &[&str],
    ballots: &[Counted],
    before: &Published,
    say: bool,
) -> [Duration; 3] {
    let began = Instant::now();
    let batch = closed(municipality, asked, ballots);
    let released = began.elapsed();
    let (published, before) = (published(municipality, asked, batch), before.clone());
    let began = Instant::now();
    let reading = Reading::new(published, Some(before));
    let read = began.elapsed();
    let began = Instant::now();
    let (told, listed) = list(&reading);
    let list = began.elapsed();
    if say {
        println!(
            "  {} pools, {told} figures in lists, {listed} changes listed",
            reading.published.pools.len()
        );
    }
    [released, read, list]
}

fn closed(municipality: &Municipality, asked: &[&str], ballots: &[Counted]) -> Batch {
    release(&municipality.tree, pulse::rules(K).expect("rules"), asked, ballots).expect("it is safe")
}

/// As the store gives it back.
fn published(municipality: &Municipality, asked: &[&str], batch: Batch) -> Published {
    Published {
        nodes: municipality.tree.iter().cloned().zip(batch.nodes).collect(),
        members: municipality.members.clone(),
        pools: batch.pools,
        questions: asked.iter().map(|code| (*code).to_owned()).collect(),
        figures: batch.figures,
        correlations: batch.correlations,
        walled: std::collections::BTreeSet::new(),
    }
}

/// What the page over all groups says, on every measure: how many figures, and how many changes stay after the correction.
fn list(reading: &Reading) -> (usize, usize) {
    let (mut told, mut listed) = (0, 0);
    for measure in 0..reading.measures().count() {
        for (pool, leaves) in reading.published.pools.iter().enumerate() {
            let place = leaves.first().copied().unwrap_or(Place(0));
            let group = Group { place, shown: Shown::Whole, pools: vec![pool] };
            let Some(said) = reading.told(measure, &group) else { continue };
            told += 1;
            if let Told::Figures(figures) = said {
                listed += usize::from(figures.change.is_some_and(|since| since.change.listed));
            }
        }
    }
    (told, listed)
}

fn median(times: impl Iterator<Item = Duration>) -> Duration {
    let mut times: Vec<Duration> = times.collect();
    times.sort_unstable();
    times[times.len() / 2]
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// The most memory this process has had, in megabytes.
fn peak_mb() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("Linux");
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("a peak");
    line.trim().trim_end_matches(" kB").parse::<f64>().expect("kilobytes") / 1024.0
}
