//! The chart against a diary: a naive model that writes the whole organisation down anew for every single day.
#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, date};
use people::{
    Chart, DEEPEST, Employment, EmploymentId, Lead, Occupation, PersonId, Refused, Span, UnitFacts, UnitId,
    UnitSort,
};
use proptest::prelude::*;

const DAYS: i64 = 24;
const TOP: UnitId = UnitId(0);

fn day(number: i64) -> Date {
    date(2026, 1, 1) + jiff::Span::new().days(number)
}

/// One day's page: units with parent and name, who works where by employment's number, and who leads.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Page {
    units: BTreeMap<UnitId, (Option<UnitId>, String)>,
    staff: BTreeSet<(UnitId, PersonId)>,
    leads: BTreeSet<(UnitId, PersonId)>,
}

impl Page {
    fn of(chart: &Chart, day: Date) -> Page {
        let then = chart.as_of(day);
        let mut page = Page::default();
        for (id, facts) in then.units() {
            page.units.insert(id, (facts.parent, facts.name.clone()));
            page.staff.extend(then.staff(id).iter().map(|member| (id, member.person)));
            page.leads.extend(then.leads(id).iter().map(|lead| (id, lead.person)));
        }
        page
    }

    fn sound(&self) -> bool {
        let up = |unit: &UnitId| self.units.get(unit).and_then(|(parent, _)| *parent);
        let rooted = |unit: &UnitId| {
            let walk: Vec<_> = std::iter::successors(Some(*unit), up).take(DEEPEST + 2).collect();
            walk.len() <= DEEPEST && *walk.last().unwrap() == TOP
        };
        let there = |unit: UnitId| self.units.contains_key(&unit);
        self.units.keys().all(rooted)
            && self.staff.iter().all(|(unit, _)| there(*unit))
            && self.leads.iter().all(|(unit, _)| there(*unit))
    }
}

#[derive(Debug, Clone)]
enum Act {
    Open(i64, i64, i64),
    Rename(i64, u8, i64),
    Move(i64, i64, i64),
    Close(i64, i64),
    Merge(i64, i64, i64, i64),
    Split(i64, i64, i64, i64),
    Employ(i64, i64, i64, i64),
    Leave(i64, i64),
    Appoint(i64, i64, i64, i64),
    Dismiss(i64, i64, i64),
}

fn act() -> impl Strategy<Value = Act> {
    let unit = || 0..7_i64;
    let on = || 0..DAYS;
    prop_oneof![
        3 => (unit(), unit(), on()).prop_map(|(a, b, c)| Act::Open(a, b, c)),
        2 => (unit(), any::<u8>(), on()).prop_map(|(a, b, c)| Act::Rename(a, b % 4, c)),
        3 => (unit(), unit(), on()).prop_map(|(a, b, c)| Act::Move(a, b, c)),
        1 => (unit(), on()).prop_map(|(a, b)| Act::Close(a, b)),
        1 => (unit(), unit(), unit(), on()).prop_map(|(a, b, c, d)| Act::Merge(a, b, c, d)),
        1 => (unit(), unit(), unit(), on()).prop_map(|(a, b, c, d)| Act::Split(a, b, c, d)),
        3 => (0..5_i64, unit(), on(), 1..DAYS).prop_map(|(a, b, c, d)| Act::Employ(a, b, c, d)),
        1 => (any::<prop::sample::Index>(), on()).prop_map(|(a, b)| Act::Leave(a.index(6) as i64, b)),
        2 => (0..5_i64, unit(), on(), 1..DAYS).prop_map(|(a, b, c, d)| Act::Appoint(a, b, c, d)),
        1 => (0..5_i64, unit(), on()).prop_map(|(a, b, c)| Act::Dismiss(a, b, c)),
    ]
}

/// Does it to the chart: the changes it gave, and the day from which anything may differ.
fn happen(chart: &mut Chart, act: &Act, next: &mut i64) -> (Result<Vec<people::Change>, Refused>, i64) {
    let u = UnitId;
    let mut fresh = || {
        *next += 1;
        EmploymentId(*next)
    };
    match *act {
        Act::Open(unit, parent, on) => {
            let facts = UnitFacts {
                parent: Some(u(parent)),
                name: format!("unit {unit}"),
                sort: UnitSort::Unit,
                sites: 1,
            };
            (chart.open_unit(u(unit), None, day(on), facts), on)
        }
        Act::Rename(unit, name, on) => (chart.rename_unit(u(unit), &format!("name {name}"), day(on)), on),
        Act::Move(unit, to, on) => (chart.move_unit(u(unit), u(to), day(on)), on),
        Act::Close(unit, on) => (chart.close_unit(u(unit), day(on)), on),
        Act::Merge(a, b, into, on) => (chart.merge_units(&[u(a), u(b)], u(into), day(on), &mut fresh), on),
        Act::Split(unit, a, b, on) => {
            let to = |person: PersonId| if person.0 % 2 == 0 { u(a) } else { u(b) };
            (chart.split_unit(u(unit), &[u(a), u(b)], day(on), to, &mut fresh), on)
        }
        Act::Employ(person, unit, from, last) => {
            let span = Span::new(day(from), (last < DAYS - 3).then(|| day(from + last))).unwrap();
            let (person, unit, id) = (PersonId(person), u(unit), fresh());
            let (occupation, extent_percent, hourly, leave, key) = (None, 100, false, Vec::new(), None);
            (
                chart.employ(Employment {
                    id,
                    key,
                    person,
                    unit,
                    occupation,
                    extent_percent,
                    hourly,
                    span,
                    leave,
                }),
                from,
            )
        }
        Act::Leave(nth, on) => {
            let id = chart.employments().nth(nth as usize).map_or(EmploymentId(-1), |it| it.id);
            (chart.end_employment(id, day(on)), on)
        }
        Act::Appoint(person, unit, from, last) => {
            let span = Span::new(day(from), (last < DAYS - 3).then(|| day(from + last))).unwrap();
            (chart.appoint(Lead { unit: u(unit), person: PersonId(person), acting: false, span }), from)
        }
        Act::Dismiss(person, unit, on) => (chart.dismiss(u(unit), PersonId(person), day(on)), on),
    }
}

/// Does it to the diary: page by page, from the day on.
fn write_down(diary: &mut [Page], act: &Act) {
    let u = UnitId;
    let from = |on: i64| on as usize;
    match *act {
        Act::Open(unit, parent, on) => {
            for page in &mut diary[from(on)..] {
                page.units.insert(u(unit), (Some(u(parent)), format!("unit {unit}")));
            }
        }
        Act::Rename(unit, name, on) => {
            let old = diary[from(on)].units[&u(unit)].1.clone();
            for page in &mut diary[from(on)..] {
                let Some(facts) = page.units.get_mut(&u(unit)).filter(|facts| facts.1 == old) else { break };
                facts.1 = format!("name {name}");
            }
        }
        Act::Move(unit, to, on) => {
            let old = diary[from(on)].units[&u(unit)].0;
            for page in &mut diary[from(on)..] {
                let Some(facts) = page.units.get_mut(&u(unit)).filter(|facts| facts.0 == old) else { break };
                facts.0 = Some(u(to));
            }
        }
        Act::Close(unit, on) => diary[from(on)..].iter_mut().for_each(|page| page.close(u(unit))),
        Act::Merge(a, b, into, on) => {
            for page in &mut diary[from(on)..] {
                for gone in [u(a), u(b)] {
                    page.send(gone, |_| u(into), u(into));
                    page.close(gone);
                }
            }
        }
        Act::Split(unit, a, b, on) => {
            for page in &mut diary[from(on)..] {
                page.send(u(unit), |person| if person.0 % 2 == 0 { u(a) } else { u(b) }, u(a));
                page.close(u(unit));
            }
        }
        Act::Employ(person, unit, first, last) => {
            let end = if last < DAYS - 3 { first + last } else { DAYS };
            for page in &mut diary[from(first)..from(end.min(DAYS))] {
                page.staff.insert((u(unit), PersonId(person)));
            }
        }
        Act::Appoint(person, unit, first, last) => {
            let end = if last < DAYS - 3 { first + last } else { DAYS };
            for page in &mut diary[from(first)..from(end.min(DAYS))] {
                page.leads.insert((u(unit), PersonId(person)));
            }
        }
        Act::Dismiss(person, unit, on) => {
            for page in &mut diary[from(on)..] {
                page.leads.remove(&(u(unit), PersonId(person)));
            }
        }
        Act::Leave(..) => {}
    }
}

impl Page {
    fn close(&mut self, unit: UnitId) {
        self.units.remove(&unit);
        self.leads.retain(|(of, _)| *of != unit);
    }

    fn send(&mut self, from: UnitId, to: impl Fn(PersonId) -> UnitId, children_to: UnitId) {
        let staff = std::mem::take(&mut self.staff);
        self.staff =
            staff.into_iter().map(|(unit, who)| (if unit == from { to(who) } else { unit }, who)).collect();
        for (parent, _) in self.units.values_mut().filter(|(parent, _)| *parent == Some(from)) {
            *parent = Some(children_to);
        }
    }
}

fn top() -> Chart {
    let mut chart = Chart::new();
    let facts = UnitFacts { parent: None, name: "top".into(), sort: UnitSort::Municipality, sites: 1 };
    chart.open_unit(TOP, None, day(0), facts).unwrap();
    chart
}

fn pages(chart: &Chart) -> Vec<Page> {
    (0..DAYS).map(|number| Page::of(chart, day(number))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_day_is_as_the_diary_says(acts in prop::collection::vec(act(), 1..30)) {
        let (mut chart, mut next) = (top(), 0);
        let mut remembered = chart.clone();
        let mut diary = pages(&chart);
        for act in &acts {
            let before = chart.clone();
            let (outcome, on) = happen(&mut chart, act, &mut next);
            match outcome {
                Err(_) => prop_assert_eq!(&chart, &before, "a refusal leaves everything as it was"),
                Ok(changes) => {
                    changes.iter().for_each(|change| remembered.apply(change));
                    prop_assert_eq!(&remembered, &chart, "the changes are all there is to remember");
                    if matches!(act, Act::Leave(..)) {
                        // Which employment it was the diary does not know: what was before it must stand.
                        prop_assert_eq!(&pages(&chart)[..on as usize], &diary[..on as usize]);
                        diary = pages(&chart);
                    } else {
                        write_down(&mut diary, act);
                    }
                    for (number, page) in pages(&chart).iter().enumerate() {
                        prop_assert_eq!(page, &diary[number], "day {} after {:?}", number, act);
                        prop_assert!(page.sound(), "day {} after {:?}", number, act);
                    }
                }
            }
        }
    }

    #[test]
    fn a_span_is_the_days_it_holds(a in 0..9_i64, b in 0..9_i64, c in 0..9_i64, d in 0..9_i64, cut in 0..9_i64) {
        let days = |span: Option<Span>| -> Vec<i64> {
            (0..12).filter(|number| span.is_some_and(|span| span.holds(day(*number)))).collect()
        };
        let (one, two) = (Span::new(day(a), Some(day(b))), Span::new(day(c), Some(day(d))));
        prop_assert_eq!(days(one), (a..b).collect::<Vec<_>>());
        prop_assert_eq!(one.is_some(), a < b);
        let (Some(one), Some(two)) = (one, two) else { return Ok(()) };
        let common = (a.max(c)..b.min(d)).count() > 0;
        prop_assert_eq!(one.overlaps(two), common);
        prop_assert_eq!(one.covers(two), a <= c && d <= b);
        prop_assert_eq!(days(one.before(day(cut))), (a..b.min(cut)).collect::<Vec<_>>());
        prop_assert_eq!(days(one.after(day(cut))), (a.max(cut)..b).collect::<Vec<_>>());
        prop_assert!(Span::since(day(a)).covers(one) && !one.covers(Span::since(day(a))));
    }
}

fn with_unit(chart: &mut Chart, unit: i64, parent: i64, sort: UnitSort) {
    let facts = UnitFacts { parent: Some(UnitId(parent)), name: format!("unit {unit}"), sort, sites: 1 };
    chart.open_unit(UnitId(unit), None, day(0), facts).unwrap();
}

fn employment(id: i64, person: i64, unit: i64, extent_percent: u32, hourly: bool) -> Employment {
    let (id, person, unit) = (EmploymentId(id), PersonId(person), UnitId(unit));
    Employment {
        id,
        key: None,
        person,
        unit,
        occupation: None,
        extent_percent,
        hourly,
        span: Span::since(day(0)),
        leave: Vec::new(),
    }
}

#[test]
fn leading_is_shared_stood_in_for_and_inherited() {
    let mut chart = top();
    with_unit(&mut chart, 1, 0, UnitSort::Department);
    with_unit(&mut chart, 2, 1, UnitSort::Unit);
    let lead = |unit, person, acting, from, to: i64| {
        let span = Span::new(day(from), Some(day(to))).unwrap();
        Lead { unit: UnitId(unit), person: PersonId(person), acting, span }
    };
    for lead in
        [lead(1, 7, false, 0, 20), lead(2, 9, false, 2, 10), lead(2, 8, false, 4, 10), lead(2, 5, true, 6, 8)]
    {
        chart.appoint(lead).unwrap();
    }
    let on = |number| {
        let leaders = chart.as_of(day(number)).leaders(UnitId(2));
        leaders.map(|it| (it.people.iter().map(|person| person.0).collect::<Vec<_>>(), it.acting, it.of.0))
    };
    assert_eq!(on(1), Some((vec![7], false, 1)), "nobody leads it: whoever leads the one above");
    assert_eq!(on(3), Some((vec![9], false, 2)));
    assert_eq!(on(5), Some((vec![8, 9], false, 2)), "shared");
    assert_eq!(on(6), Some((vec![5], true, 2)), "acting");
    assert_eq!(on(8), Some((vec![8, 9], false, 2)));
    assert_eq!(on(20), None, "nobody all the way up");
    assert_eq!(chart.appoint(lead(2, 9, true, 9, 12)), Err(Refused::LeadsAlready));
}

#[test]
fn a_person_is_in_a_unit_once_however_many_employments() {
    let mut chart = top();
    with_unit(&mut chart, 1, 0, UnitSort::Unit);
    chart.employ(employment(1, 3, 1, 40, false)).unwrap();
    chart.employ(employment(2, 3, 1, 0, true)).unwrap();
    chart.employ(employment(3, 4, 1, 0, true)).unwrap();
    chart.go_on_leave(EmploymentId(1), Span::new(day(5), Some(day(9))).unwrap()).unwrap();
    chart.go_on_leave(EmploymentId(3), Span::new(day(5), Some(day(9))).unwrap()).unwrap();
    let staff = chart.as_of(day(6)).staff(UnitId(1));
    let short: Vec<_> =
        staff.iter().map(|it| (it.person.0, it.extent_percent, it.hourly, it.on_leave)).collect();
    assert_eq!(short, [(3, 40, false, false), (4, 0, true, true)]);
    let again = chart.go_on_leave(EmploymentId(1), Span::new(day(8), Some(day(12))).unwrap());
    assert_eq!(again, Err(Refused::LeaveDoesNotFit));
}

#[test]
fn an_authority_is_the_nearest_marked_unit_that_one_is_or_lies_below() {
    let mut chart = top();
    with_unit(&mut chart, 1, 0, UnitSort::Department);
    with_unit(&mut chart, 2, 1, UnitSort::Area);
    with_unit(&mut chart, 3, 2, UnitSort::Unit);
    with_unit(&mut chart, 4, 0, UnitSort::Unit);
    let then = chart.as_of(day(0));
    let authority = |tops: &[i64], unit| {
        let tops = tops.iter().copied().map(UnitId).collect();
        then.authority(UnitId(unit), &tops).map(|top| top.0)
    };
    let units = [3, 2, 1, 4, 0];
    assert_eq!(units.map(|unit| authority(&[1], unit)), [Some(1), Some(1), Some(1), None, None]);
    assert_eq!(units.map(|unit| authority(&[1, 2], unit)), [Some(2), Some(2), Some(1), None, None]);
    assert_eq!(units.map(|unit| authority(&[], unit)), [None; 5]);
}

#[test]
fn an_occupation_is_that_of_the_largest_employment() {
    let mut chart = top();
    with_unit(&mut chart, 1, 0, UnitSort::Department);
    with_unit(&mut chart, 2, 1, UnitSort::Unit);
    let mut employ = |id, person, unit, extent, occupation: &str| {
        let occupation = Occupation::new(occupation);
        chart.employ(Employment { occupation, ..employment(id, person, unit, extent, false) }).unwrap();
    };
    employ(1, 1, 1, 25, "Sjuksköterska");
    employ(2, 1, 2, 75, "Undersköterska");
    employ(3, 2, 2, 50, "Kock");
    employ(4, 2, 2, 50, "Vaktmästare");
    employ(5, 3, 2, 100, "");
    employ(6, 4, 0, 100, "Kommundirektör");
    let on = chart.as_of(day(1));
    let of = |top, person| on.occupations(UnitId(top)).get(&PersonId(person)).map(ToString::to_string);
    assert_eq!(of(1, 1).as_deref(), Some("Undersköterska"));
    assert_eq!(of(1, 2).as_deref(), Some("Kock"), "the older of two alike");
    assert_eq!([of(1, 3), of(1, 4)], [None, None]);
    assert_eq!(of(0, 4).as_deref(), Some("Kommundirektör"));
}
