//! The rules of grouping, by example and on random organisations.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use people::Occupation;
use proptest::prelude::*;

use super::*;

const LEAST: u32 = 8;

fn branch(unit: i64, staff: std::ops::Range<i64>, below: Vec<Branch>) -> Branch {
    Branch { unit: UnitId(unit), staff: staff.map(PersonId).collect(), below }
}

fn group(top: &Branch, least: u32) -> Result<Grouping, TooFew> {
    super::group(&Asked { top: top.clone(), occupations: None }, least)
}

fn by_occupations(top: &Branch, of: &HashMap<PersonId, Occupation>) -> Asked {
    Asked { top: top.clone(), occupations: Some(of.clone()) }
}

fn part(unit: i64, direct: bool) -> Part {
    Part { unit: UnitId(unit), direct, occupation: None }
}

/// Of a node: its parent's place, its unit, its parts, its people.
type Shape = (Option<u32>, Option<i64>, Vec<Part>, u32);

fn shape(grouping: &Grouping) -> Vec<Shape> {
    let nodes = grouping.nodes.iter();
    nodes
        .map(|node| {
            let (parent, unit) = (node.parent.map(|place| place.0), node.unit.map(|unit| unit.0));
            (parent, unit, node.parts.clone(), node.eligible)
        })
        .collect()
}

#[test]
fn one_unit_is_one_leaf() {
    let grouping = group(&branch(1, 0..8, vec![]), LEAST).unwrap();
    assert_eq!(shape(&grouping), [(None, Some(1), vec![part(1, false)], 8)]);
    assert_eq!(group(&branch(1, 0..7, vec![]), LEAST), Err(TooFew { asked: 7, least: 8 }));
    assert_eq!(group(&branch(1, 0..0, vec![]), LEAST), Err(TooFew { asked: 0, least: 8 }));
}

#[test]
fn small_parts_are_joined_in_order_and_the_last_rest_joins_the_last_leaf() {
    let units = vec![
        branch(2, 10..15, vec![]),
        branch(3, 20..30, vec![]),
        branch(4, 30..34, vec![]),
        branch(5, 40..43, vec![]),
    ];
    // 2 own + 5 = 7, with 4 more 11; the last 3 join them.
    let grouping = group(&branch(1, 0..2, units), LEAST).unwrap();
    let joined = vec![part(1, true), part(2, false), part(4, false), part(5, false)];
    assert_eq!(
        shape(&grouping),
        [
            (None, Some(1), vec![], 24),
            (Some(0), Some(3), vec![part(3, false)], 10),
            (Some(0), None, joined, 14),
        ]
    );
}

#[test]
fn a_rest_goes_up_until_there_are_enough() {
    let areas = vec![
        branch(2, 0..1, vec![branch(3, 10..22, vec![]), branch(4, 30..33, vec![])]),
        branch(5, 40..42, vec![branch(6, 50..53, vec![])]),
    ];
    // 1 + 3 of the first area and 2 + 3 of the second, which so has no node of its own.
    let grouping = group(&branch(1, 60..60, areas), LEAST).unwrap();
    let joined = vec![part(2, true), part(4, false), part(5, true), part(6, false)];
    assert_eq!(
        shape(&grouping),
        [
            (None, Some(1), vec![], 21),
            (Some(0), Some(2), vec![], 12),
            (Some(1), Some(3), vec![part(3, false)], 12),
            (Some(0), None, joined, 9),
        ]
    );
}

#[test]
fn a_rest_at_the_top_takes_a_joined_leaf_out_of_its_area() {
    let areas = vec![
        branch(2, 0..0, vec![branch(3, 10..19, vec![]), branch(4, 20..30, vec![])]),
        branch(5, 0..0, vec![branch(6, 50..55, vec![]), branch(7, 60..66, vec![])]),
    ];
    let grouping = group(&branch(1, 70..72, areas), LEAST).unwrap();
    let joined = vec![part(6, false), part(7, false), part(1, true)];
    assert_eq!(
        shape(&grouping),
        [
            (None, Some(1), vec![], 32),
            (Some(0), Some(2), vec![], 19),
            (Some(1), Some(3), vec![part(3, false)], 9),
            (Some(1), Some(4), vec![part(4, false)], 10),
            (Some(0), None, joined, 13),
        ]
    );
}

#[test]
fn who_is_in_two_parts_of_a_leaf_counts_once_in_it() {
    let mut units = vec![branch(2, 10..15, vec![]), branch(3, 13..17, vec![])];
    // 5 + 4 with two of them the same are seven.
    let top = branch(1, 0..0, units.clone());
    assert_eq!(group(&top, LEAST), Err(TooFew { asked: 7, least: 8 }));
    units[1].staff.push(PersonId(99));
    let grouping = group(&branch(1, 0..0, units), LEAST).unwrap();
    assert_eq!(grouping.eligible.len(), 8);
    assert_eq!(grouping.members.iter().map(|member| member.eligible).sum::<u32>(), 10);
}

fn occupations(
    of: impl IntoIterator<Item = (std::ops::Range<i64>, &'static str)>,
) -> HashMap<PersonId, Occupation> {
    let named = |name| Occupation::new(name).unwrap();
    of.into_iter().flat_map(|(people, name)| people.map(move |id| (PersonId(id), named(name)))).collect()
}

/// Of a node: its parent's place, its unit, the occupations of its people, how many they are.
type Occupied = (Option<u32>, Option<i64>, Vec<&'static str>, u32);

fn by_occupation(grouping: &Grouping) -> Vec<Occupied> {
    let nodes = grouping.nodes.iter();
    nodes
        .map(|node| {
            let (parent, unit) = (node.parent.map(|place| place.0), node.unit.map(|unit| unit.0));
            let occupation = |part: &'_ Part| part.occupation.clone();
            let mut names: Vec<_> = node.parts.iter().map(occupation).collect();
            names.dedup();
            let name = |name: Option<Occupation>| match name.as_ref().map(Occupation::as_str) {
                Some("nurse") => "nurse",
                Some("carer") => "carer",
                Some("cook") => "cook",
                _ => "unknown",
            };
            (parent, unit, names.into_iter().map(name).collect(), node.eligible)
        })
        .collect()
}

#[test]
fn leaves_are_occupations_below_each_unit_that_is_large_enough() {
    // An area of 34 in two units, and one of 12.
    let areas = vec![
        branch(2, 0..1, vec![branch(3, 10..30, vec![]), branch(4, 30..43, vec![])]),
        branch(5, 50..62, vec![]),
    ];
    let of = occupations([(10..20, "nurse"), (20..38, "carer"), (38..42, "cook"), (50..59, "carer")]);
    let grouping = super::group(&by_occupations(&branch(1, 70..72, areas), &of), LEAST).unwrap();
    assert_eq!(
        by_occupation(&grouping),
        [
            (None, Some(1), vec![], 48),
            (Some(0), None, vec!["carer"], 9),
            (Some(0), Some(2), vec![], 28),
            (Some(2), None, vec!["carer"], 18),
            (Some(2), None, vec!["nurse"], 10),
            // The cooks and those of no known occupation, of which the large area had too few.
            (Some(0), None, vec!["cook", "unknown"], 11),
        ]
    );
    let mut everybody = grouping.eligible.clone();
    everybody.sort_by_key(|(_, person)| *person);
    everybody.dedup_by_key(|(_, person)| *person);
    assert_eq!(everybody.len(), 48);
}

#[test]
fn too_few_are_too_few_by_occupation_too() {
    let top = branch(1, 0..7, vec![]);
    let of = occupations([(0..7, "nurse")]);
    assert_eq!(super::group(&by_occupations(&top, &of), LEAST), Err(TooFew { asked: 7, least: 8 }));
    let one = super::group(&by_occupations(&branch(1, 0..8, vec![]), &of), LEAST).unwrap();
    assert_eq!(by_occupation(&one)[1..], [(Some(0), None, vec!["nurse", "unknown"], 8)]);
}

/// Trees of up to five levels, where about one person in five is in more than one unit.
fn trees() -> impl Strategy<Value = Branch> {
    let staff = |most| prop::collection::vec((0_i64..400).prop_map(PersonId), 0..most);
    let of = |(staff, below)| Branch { unit: UnitId(0), staff, below };
    let leaf = staff(18).prop_map(move |staff| of((staff, Vec::new())));
    let tree = leaf
        .prop_recursive(4, 60, 6, move |below| (staff(12), prop::collection::vec(below, 0..6)).prop_map(of));
    tree.prop_map(|mut tree| {
        number(&mut tree, &mut 0);
        tree
    })
}

fn number(branch: &mut Branch, next: &mut i64) {
    branch.unit = UnitId(*next);
    *next += 1;
    branch.below.iter_mut().for_each(|branch| number(branch, next));
}

/// Every unit with its own people and the units above it, the nearest last, in tree order.
fn units<'a>(
    branch: &'a Branch,
    above: &[UnitId],
    out: &mut Vec<(&'a Branch, BTreeSet<PersonId>, Vec<UnitId>)>,
) {
    out.push((branch, branch.staff.iter().copied().collect(), above.to_vec()));
    let above = [above, &[branch.unit]].concat();
    branch.below.iter().for_each(|branch| units(branch, &above, out));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]

    #[test]
    fn everybody_is_in_one_leaf_for_each_unit_and_no_leaf_is_too_small(tree in trees()) {
        let mut all = Vec::new();
        units(&tree, &[], &mut all);
        let everybody: BTreeSet<_> = all.iter().flat_map(|(_, people, _)| people).copied().collect();
        let grouping = match group(&tree, LEAST) {
            Ok(grouping) => grouping,
            Err(too_few) => {
                prop_assert_eq!(too_few.asked as usize, everybody.len());
                prop_assert!(everybody.len() < LEAST as usize);
                return Ok(());
            }
        };
        // Each unit that has people is a part of one leaf, with all of them.
        let mut found = BTreeMap::new();
        for node in &grouping.nodes {
            for part in &node.parts {
                prop_assert!(found.insert(part.unit, node.place).is_none(), "{part:?} twice");
            }
        }
        let mut drawing: BTreeMap<Place, BTreeSet<PersonId>> = BTreeMap::new();
        for (unit, people, _) in &all {
            prop_assert_eq!(found.contains_key(&unit.unit), !people.is_empty());
            if let Some(place) = found.get(&unit.unit) {
                drawing.entry(*place).or_default().extend(people);
                let member = grouping.members.iter().find(|member| member.part.unit == unit.unit).unwrap();
                prop_assert_eq!((member.place, member.eligible as usize), (*place, people.len()));
            }
        }
        let listed: Vec<_> =
            drawing.iter().flat_map(|(place, people)| people.iter().map(|person| (*place, *person))).collect();
        let mut eligible = grouping.eligible.clone();
        eligible.sort();
        prop_assert_eq!(&eligible, &listed);
        for (place, people) in &drawing {
            prop_assert!(people.len() >= LEAST as usize);
            prop_assert_eq!(grouping.nodes[place.0 as usize].eligible as usize, people.len());
        }
    }

    #[test]
    fn the_tree_is_in_order_and_its_figures_hold_nobody_from_elsewhere(tree in trees()) {
        let mut all = Vec::new();
        units(&tree, &[], &mut all);
        let Ok(grouping) = group(&tree, LEAST) else { return Ok(()) };
        let order: BTreeMap<UnitId, usize> =
            all.iter().enumerate().map(|(at, (branch, ..))| (branch.unit, at)).collect();
        let mut sums = vec![0; grouping.nodes.len()];
        for (at, node) in grouping.nodes.iter().enumerate().rev() {
            prop_assert_eq!(node.place, Place(at as u32));
            prop_assert_eq!(node.parent.is_none(), at == 0);
            if !node.parts.is_empty() {
                sums[at] = node.eligible;
            }
            prop_assert_eq!(node.eligible, sums[at]);
            prop_assert!(node.eligible >= LEAST);
            if let Some(parent) = node.parent {
                prop_assert!(parent < node.place);
                sums[parent.0 as usize] += node.eligible;
            }
        }
        let mut rests_at_the_top = 0;
        for node in grouping.nodes.iter().filter(|node| !node.parts.is_empty()) {
            let places: Vec<_> = node.parts.iter().map(|part| order[&part.unit]).collect();
            rests_at_the_top += usize::from(!places.is_sorted());
            let mut above = node.parent;
            while let Some(place) = above {
                let unit = grouping.nodes[place.0 as usize].unit.unwrap();
                for part in &node.parts {
                    let (branch, _, ancestors) = &all[order[&part.unit]];
                    prop_assert!(branch.unit == unit || ancestors.contains(&unit));
                }
                above = grouping.nodes[place.0 as usize].parent;
            }
        }
        // Only the rest at the top can come after those it joined.
        prop_assert!(rests_at_the_top <= 1);
    }

    #[test]
    fn by_occupation_everybody_is_in_one_leaf_and_no_occupation_that_is_large_enough_is_joined(
        tree in trees(),
        named in prop::collection::vec(prop::option::weighted(0.9, 0..4_usize), 400),
    ) {
        let names = ["a", "b", "c", "d"].map(|name| Occupation::new(name).unwrap());
        let named = (0..).zip(named).filter_map(|(id, name)| Some((PersonId(id), names[name?].clone())));
        let of: HashMap<PersonId, Occupation> = named.collect();
        let Ok(grouping) = super::group(&by_occupations(&tree, &of), LEAST) else {
            prop_assert!(tree.asked() < LEAST as usize);
            return Ok(());
        };
        // Who stands in a part draws in that part's leaf.
        let leaf: HashMap<&Part, Place> =
            grouping.members.iter().map(|member| (&member.part, member.place)).collect();
        prop_assert_eq!(leaf.len(), grouping.members.len());
        let mut drawing: Vec<_> =
            by_occupations(&tree, &of).people().iter().map(|(part, person)| (leaf[part], *person)).collect();
        drawing.sort_unstable();
        drawing.dedup();
        let mut eligible = grouping.eligible.clone();
        eligible.sort_unstable();
        prop_assert_eq!(drawing, eligible);
        let mut all = Vec::new();
        units(&tree, &[], &mut all);
        let asked: HashMap<UnitId, usize> = all.iter().map(|(branch, ..)| (branch.unit, branch.asked())).collect();
        let above: HashMap<UnitId, &Vec<UnitId>> = all.iter().map(|(branch, _, above)| (branch.unit, above)).collect();
        for node in &grouping.nodes {
            prop_assert!(node.eligible >= LEAST);
            prop_assert_eq!(node.unit.is_some(), node.parts.is_empty());
            if let Some(unit) = node.unit {
                prop_assert!(node.parent.is_none() || asked[&unit] >= LEAST_BY_OCCUPATION);
            }
            // A unit's figures hold nobody from elsewhere.
            if let Some(parent) = node.parent.filter(|_| node.unit.is_none()) {
                let unit = grouping.nodes[parent.0 as usize].unit.unwrap();
                for part in &node.parts {
                    prop_assert!(part.unit == unit || above[&part.unit].contains(&unit));
                }
            }
        }
        // Right below the unit that shows them, by occupation; but for the rest at the top, who is enough stands alone.
        let shown_by = |part: &Part| {
            let path = above[&part.unit].iter().chain([&part.unit]).rev();
            path.copied().find(|unit| asked[unit] >= LEAST_BY_OCCUPATION).unwrap_or(tree.unit)
        };
        let mut sizes: HashMap<(UnitId, Option<Occupation>), BTreeSet<PersonId>> = HashMap::new();
        for (part, person) in by_occupations(&tree, &of).people() {
            sizes.entry((shown_by(&part), part.occupation)).or_default().insert(person);
        }
        let joined = grouping.nodes.iter().filter(|node| {
            let of: BTreeSet<_> = node.parts.iter().map(|part| (shown_by(part), &part.occupation)).collect();
            let occupations: BTreeSet<_> = of.iter().map(|(_, occupation)| occupation).collect();
            occupations.len() > 1 && of.iter().any(|(unit, occupation)| sizes[&(*unit, (*occupation).clone())].len() >= LEAST as usize)
        });
        prop_assert!(joined.count() <= 1);
    }

    #[test]
    fn a_unit_that_is_large_enough_stands_alone_but_for_a_rest_at_the_top(tree in trees()) {
        let mut all = Vec::new();
        units(&tree, &[], &mut all);
        let Ok(grouping) = group(&tree, LEAST) else { return Ok(()) };
        let large = all.iter().filter(|(_, people, _)| people.len() >= LEAST as usize);
        let joined = large.filter(|(branch, ..)| {
            grouping.nodes.iter().any(|node| {
                node.parts.len() > 1 && node.parts.iter().any(|part| part.unit == branch.unit)
            })
        });
        prop_assert!(joined.count() <= 1);
    }
}
