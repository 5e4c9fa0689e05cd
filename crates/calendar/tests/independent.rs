//! The answers of other engines (recurring-ical-events, ical.js, libical, dateutil), kept in `independent/`, beside ours.
//!
//! Where one of them differs, the case stands in the README's table with the engine and the reason; the table holds nothing else.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod support;

use std::collections::{BTreeMap, BTreeSet};

use calendar::{Limits, Moment, Window};
use jiff::tz::TimeZone;
use support::{calendar, window};

const CASES: &str = include_str!("independent/cases.txt");
const EXPECTED: &str = include_str!("independent/expected.tsv");
const RULES: &str = include_str!("independent/rules.tsv");
const README: &str = include_str!("../README.md");

#[test]
fn each_case_agrees_with_the_other_engines_or_the_readme_says_why_not() {
    let cases = cases();
    let asked: BTreeSet<&str> = EXPECTED.lines().filter_map(|row| row.split('\t').next()).collect();
    assert_eq!(asked, cases.keys().copied().collect(), "generate.py was not run since");
    let mut differ = BTreeSet::new();
    for row in EXPECTED.lines() {
        let [name, engine, theirs] = row.split('\t').collect::<Vec<_>>()[..] else { panic!("{row}") };
        let (from, to, text) = &cases[name];
        let ours = occurrences(text, &window(from, to, "UTC"));
        if ours != theirs {
            println!("{name}\n{engine:>22}: {theirs}\n{:>22}: {ours}", "ours");
            differ.insert((name, engine));
        }
    }
    assert_eq!(differ, explained(), "left: what differs; right: what the README explains");
}

#[test]
fn rules_agree_with_dateutil_and_libical_or_are_of_a_kind_that_the_readme_names() {
    let mut rules: BTreeMap<[&str; 4], Vec<[&str; 3]>> = BTreeMap::new();
    for row in RULES.lines() {
        let [start, rule, middle, to, engines, begin, later] = row.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{row}")
        };
        rules.entry([start, rule, middle, to]).or_default().push([engines, begin, later]);
    }
    let (mut of_a_kind, mut agreed) = (BTreeMap::new(), BTreeMap::new());
    for ([start, rule, middle, to], answers) in rules {
        let text = calendar(&format!("BEGIN:VEVENT|UID:a|DTSTART:{start}|RRULE:{rule}|END:VEVENT"));
        let ours = |from: &str, most: usize| {
            let found = occurrences(&text, &window(from, to, "UTC"));
            let starts: Vec<&str> =
                found.split(' ').take(most).map(|one| one.split('/').next().unwrap()).collect();
            starts.join(" ")
        };
        let ours = [ours("2020-01-01", 12), ours(middle, 6)];
        let with =
            answers.iter().find(|[_, begin, later]| ours == [*begin, *later]).map_or("nobody", |row| row[0]);
        *agreed.entry(with).or_insert(0) += 1;
        if !with.contains("dateutil") {
            let both = answers.iter().find(|row| row[0] == "dateutil+libical");
            assert_eq!(both, None, "{start} {rule}: both say so, we say {ours:?}");
            *of_a_kind
                .entry(kind(rule).unwrap_or_else(|| panic!("{start} {rule}: {ours:?}")))
                .or_insert(0) += 1;
        }
    }
    // The figures of the README.
    assert_eq!(
        agreed.into_iter().collect::<Vec<_>>(),
        [("dateutil", 42), ("dateutil+libical", 331), ("libical", 1), ("nobody", 26)]
    );
    assert_eq!(
        of_a_kind.into_iter().collect::<Vec<_>>(),
        [("BYSETPOS in a week begun", 2), ("BYWEEKNO", 25)]
    );
}

/// The kinds of rules in which dateutil is not followed.
fn kind(rule: &str) -> Option<&'static str> {
    let has = |part: &str| rule.contains(part);
    if has("BYWEEKNO=") && (!has("BYDAY=") || has("BYSETPOS=") || has("INTERVAL=")) {
        Some("BYWEEKNO")
    } else if has("FREQ=WEEKLY") && has("BYSETPOS=") {
        Some("BYSETPOS in a week begun")
    } else {
        None
    }
}

/// Window and text of each case.
fn cases() -> BTreeMap<&'static str, (&'static str, &'static str, String)> {
    let case = |block: &'static str| {
        let (head, lines) = block.split_once('\n').unwrap();
        let [name, from, to] = head.split(' ').collect::<Vec<_>>()[..] else { panic!("{head}") };
        let zone = lines.rfind("END:VTIMEZONE\n").map_or(0, |at| at + "END:VTIMEZONE\n".len());
        let (zone, events) = lines.split_at(zone);
        let events: String = events
            .split("--\n")
            .map(|event| format!("BEGIN:VEVENT\nUID:{name}\n{}\nEND:VEVENT\n", event.trim()))
            .collect();
        (name, (from, to, calendar(&format!("{zone}{events}"))))
    };
    CASES.split("\n= ").skip(1).map(case).collect()
}

/// The pairs of case and engine in the README's table.
fn explained() -> BTreeSet<(&'static str, &'static str)> {
    let (_, table) = README.split_once("| cases | engines |").unwrap();
    let rows = table.lines().skip(2).take_while(|line| line.starts_with('|'));
    let list = |cell: &'static str| cell.split('`').skip(1).step_by(2);
    rows.flat_map(|row| {
        let cells: Vec<&str> = row.split('|').collect();
        let engines: Vec<&str> = cells[2].split(',').map(str::trim).collect();
        list(cells[1]).flat_map(move |case| engines.clone().into_iter().map(move |engine| (case, engine)))
    })
    .collect()
}

/// `start/end` of the occurrences that start in the window, sorted: days as dates, floating times without Z.
fn occurrences(text: &str, window: &Window) -> String {
    let calendar = calendar::read(text.as_bytes(), &Limits::default()).unwrap();
    let found = calendar.occurrences(window);
    let mut list: Vec<String> = found
        .list
        .iter()
        .filter(|one| one.starts_at() >= window.from)
        .map(|one| format!("{}/{}", written(one.start()), written(one.end())))
        .collect();
    list.sort();
    list.join(" ")
}

fn written(moment: Moment) -> String {
    let time = |local: jiff::civil::DateTime| local.strftime("%Y%m%dT%H%M%S").to_string();
    match moment {
        Moment::Instant(instant) => time(TimeZone::UTC.to_datetime(instant)) + "Z",
        Moment::Floating(local) => time(local),
        Moment::Date(date) => date.strftime("%Y%m%d").to_string(),
    }
}
