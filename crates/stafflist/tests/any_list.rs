//! Any list after any lists: what it says is so, saying it again changes nothing, and yesterday stays as it was.
#![allow(clippy::unwrap_used)]

mod house;

use std::collections::{BTreeMap, BTreeSet};

use house::{House, day, named};
use proptest::prelude::*;

#[derive(Debug, Clone)]
struct Line {
    person: u8,
    unit: u8,
    extent: u8,
    hourly: bool,
    manager: Option<u8>,
}

/// At most one line for a person in a unit; units lie in a tree that differs from list to list.
fn any_list() -> impl Strategy<Value = (Vec<Line>, Vec<u8>)> {
    let line = (0..12_u8, 0..6_u8, 0..=100_u8, any::<bool>(), proptest::option::of(0..12_u8))
        .prop_map(|(person, unit, extent, hourly, manager)| Line { person, unit, extent, hourly, manager });
    (proptest::collection::vec(line, 1..25), proptest::collection::vec(0..6_u8, 6)).prop_map(
        |(mut lines, parents)| {
            let mut seen = BTreeSet::new();
            lines.retain(|line| seen.insert((line.person, line.unit)));
            (lines, parents)
        },
    )
}

fn text(lines: &[Line], parents: &[u8]) -> String {
    let mut text =
        "Anst.nr;Namn;Enhetskod;Enhet;Överordnad;Grad;Anställningsform;Chef\n".replace("Grad", "Syss.grad");
    for line in lines {
        // A unit lies below one with a smaller number, or at the top.
        let parent = parents[usize::from(line.unit)];
        let parent = if parent < line.unit { format!("U{parent}") } else { String::new() };
        let form = if line.hourly { "Timavlönad" } else { "Tillsvidare" };
        let manager = line.manager.map(|manager| format!("P{manager}")).unwrap_or_default();
        text += &format!(
            "P{0};Person Nr{0};U{1};Enhet {1};{parent};{2} %;{form};{manager}\n",
            line.person, line.unit, line.extent
        );
    }
    text
}

/// Who is in which unit, with extent and whether paid by the hour.
fn staff(house: &House, on: jiff::civil::Date) -> BTreeMap<String, BTreeSet<(String, u32, bool)>> {
    let then = house.chart.as_of(on);
    let listed = then.units().into_iter().filter(|(_, facts)| facts.parent.is_some());
    listed
        .map(|(unit, facts)| {
            let staff = then.staff(unit);
            let staff = staff.iter().map(|it| (named(house, it.person), it.extent_percent, it.hourly));
            (facts.name.clone(), staff.collect::<BTreeSet<_>>())
        })
        .filter(|(_, staff)| !staff.is_empty())
        .collect()
}

/// Who is in which unit. Of an employment that goes on, the chart knows one extent: today's.
fn members(house: &House, on: jiff::civil::Date) -> BTreeMap<String, BTreeSet<String>> {
    let names = |staff: BTreeSet<(String, u32, bool)>| staff.into_iter().map(|(name, ..)| name).collect();
    staff(house, on).into_iter().map(|(unit, staff)| (unit, names(staff))).collect()
}

proptest! {
    #[test]
    fn the_organisation_is_what_the_latest_list_says(lists in proptest::collection::vec(any_list(), 1..5)) {
        let mut house = House::new();
        for (number, (lines, parents)) in lines_of(&lists) {
            house.today = day(number);
            let before: Vec<_> = (0..number).map(|on| members(&house, day(on))).collect();
            let text = text(lines, parents);
            // Whatever ids things get, the same is told.
            let looked_at = house.look_with(&text, |next| i64::MAX - next).tally;
            let plan = house.take(&text);
            prop_assert_eq!(&plan.errors, &Vec::new());
            prop_assert_eq!(looked_at, plan.tally);
            let mut wanted: BTreeMap<String, BTreeSet<(String, u32, bool)>> = BTreeMap::new();
            for line in lines {
                let somebody = (format!("Person Nr{}", line.person), u32::from(line.extent), line.hourly);
                wanted.entry(format!("Enhet {}", line.unit)).or_default().insert(somebody);
            }
            prop_assert_eq!(staff(&house, house.today), wanted);
            for (on, before) in before.into_iter().enumerate() {
                prop_assert_eq!(members(&house, day(on as i64)), before, "day {}", on);
            }
            // The organisation as a list says the same, but for leaders who share a unit with fewer people than they are.
            let exported = house.export();
            let mut by_export = house.look(&exported);
            by_export.tally.leading_no_more.clear();
            prop_assert!(by_export.tally.is_empty() && by_export.errors.is_empty(), "{:?}\n{exported}", by_export);
            let again = house.look(&text);
            prop_assert!(again.tally.is_empty(), "{:?}", again.tally);
            prop_assert!(again.changes.is_empty(), "{:?}", again.changes);
        }
    }

    #[test]
    fn no_text_makes_it_panic(rows in proptest::collection::vec(proptest::collection::vec("[ -~åäö]{0,12}", 8), 1..10)) {
        let head = "Anst.nr;Namn;Enhetskod;Enhet;Överordnad;Syss.grad;From;Chef\n";
        let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
        let line = |row: &Vec<String>| row.iter().map(quoted).collect::<Vec<_>>().join(";");
        let text = format!("{head}{}\n", rows.iter().map(line).collect::<Vec<_>>().join("\n"));
        if House::read(&text).is_ok() {
            let _ = House::new().look(&text);
        }
    }
}

fn lines_of(lists: &[(Vec<Line>, Vec<u8>)]) -> impl Iterator<Item = (i64, (&Vec<Line>, &Vec<u8>))> {
    lists.iter().enumerate().map(|(number, (lines, parents))| (number as i64, (lines, parents)))
}
