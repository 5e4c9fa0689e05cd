//! Everything shown of whole municipalities, given to the attacker written apart; a threshold in the same
//! run.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test that cannot go on should stop; the counts are the evidence"
)]

mod common;

use common::Chance;
use common::attacker::{nested, path};
use common::municipality::Municipality;
use disclosure::{Closing, LeafCount, Publication, Rules, Status, Tree, audit, cells, pools, publish};
use std::collections::BTreeMap;

fn tree(of: &Municipality) -> Tree {
    let counts: Vec<(usize, LeafCount)> = of.answers.iter().map(|(leaf, n)| (*leaf, (*n).into())).collect();
    Tree::new(&of.parents, &counts).unwrap()
}

/// What a reader sees, as sets of leaves: full nodes, partial nodes without their rest, and pools.
fn seen(of: &Municipality, publication: &Publication, pools: &[Vec<u32>]) -> Vec<Vec<u32>> {
    let mut sets: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
    for (leaf, _) in &of.answers {
        let mut closed = false;
        for node in path(&of.parents, *leaf) {
            closed |= publication.status(node) == Status::Full;
            if publication.status(node) == Status::Full
                || (publication.status(node) == Status::Partial && closed)
            {
                sets.entry(node).or_default().push(*leaf as u32);
            }
        }
    }
    sets.into_values().chain(pools.iter().cloned()).collect()
}

fn attack(of: &Municipality, sets: Vec<Vec<u32>>) -> Vec<(u64, Vec<u32>)> {
    nested(&of.answers.iter().map(|(leaf, n)| (*leaf as u32, u64::from(*n))).collect(), sets)
}

fn municipalities(seed: u64, count: usize) {
    let mut chance = Chance(seed);
    let rules = Rules::new(6, 1).unwrap();
    let (mut exposed, mut groups, mut caught, mut shown, mut large) = (0, 0, 0, 0, 0);
    for _ in 0..count {
        let town = Municipality::invent(&mut chance);
        let closing = Closing::new(tree(&town), rules).unwrap();
        let ours = attack(&town, seen(&town, closing.publication(), closing.pools().groups()));
        assert!(ours.iter().all(|(people, _)| *people >= 6), "something below K can be computed");
        shown += closing.publication().statuses().iter().filter(|s| **s != Status::Hidden).count();
        large += (0..town.parents.len()).filter(|v| closing.tree().answers(*v) >= 6).count();
        let threshold = |v| if closing.tree().answers(v) >= 5 { Status::Full } else { Status::Hidden };
        let statuses = (0..town.parents.len()).map(threshold).collect();
        let careless = Publication::decided_elsewhere(closing.tree(), statuses).unwrap();
        let theirs = attack(&town, seen(&town, &careless, &[]));
        exposed += theirs.iter().filter(|(people, _)| *people < 5).map(|(people, _)| people).sum::<u64>();
        groups += theirs.iter().filter(|(people, _)| *people < 5).count();
        caught += usize::from(is_caught(&town, &rules));
    }
    let share = 100.0 * shown as f64 / large as f64;
    println!(
        "{count} municipalities: 0 groups below 6 can be computed; {share:.1} % of nodes with 6 or more are shown"
    );
    println!(
        "a threshold of 5 in the same run: {groups} groups below 5 with {exposed} people can be computed"
    );
    println!(
        "the best publication for K - 1 is caught in {caught} of {count}, by the attacker and by the audit"
    );
    assert!(exposed > 0 && share > 99.0);
    assert_eq!(caught, count);
}

/// The best publication for one less than K must be seen through, by both.
fn is_caught(town: &Municipality, rules: &Rules) -> bool {
    let tree = tree(town);
    let lower = Rules::new(5, 1).unwrap();
    let publication = publish(&tree, &lower).unwrap();
    let pools = pools(&tree, &lower, &cells(&tree, &publication));
    let attacked =
        attack(town, seen(town, &publication, pools.groups())).iter().any(|(people, _)| *people < 6);
    attacked && !audit(&tree, rules, &publication, &pools).unwrap().is_empty()
}

#[test]
fn nothing_below_k_can_be_computed_in_two_hundred_municipalities() {
    municipalities(1, 200);
}
