//! Two partitions of the same answers against trying every subset of people; splits and strict mode against
//! the same attacker.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test that cannot go on should stop; the counts are the evidence"
)]

mod common;

use common::attacker::{below, smallest_support};
use common::{Chance, small_tree};
use disclosure::{
    Closing, Layer, LeafCount, Overlap, Placed, Publication, Rules, Status, Strict, Tree, publish_beside,
    split,
};

type Pair = (Option<u32>, Option<u32>);

/// The sums of all cells of both partitions, person by person.
fn sets(people: &[Pair]) -> Vec<Vec<i128>> {
    let firsts = |cell: u32| people.iter().map(|p| i128::from(p.0 == Some(cell))).collect();
    let seconds = |cell: u32| people.iter().map(|p| i128::from(p.1 == Some(cell))).collect();
    let named = |cells: Vec<Option<u32>>| (0..20).filter(move |c| cells.contains(&Some(*c)));
    let first = named(people.iter().map(|p| p.0).collect()).map(firsts);
    let second = named(people.iter().map(|p| p.1).collect()).map(seconds);
    first.chain(second).collect()
}

#[test]
fn the_smallest_cut_is_the_smallest_support() {
    let mut chance = Chance(11);
    let mut sizes = [0; 10];
    for _ in 0..300 {
        let (cells, people, missing) = (1 + chance.below(3), 1 + chance.below(9), 3 + chance.below(30));
        let mut cell = || chance.below(missing).checked_sub(1).map(|_| chance.below(cells) as u32);
        let people: Vec<Pair> = (0..people).map(|_| (cell(), cell())).collect();
        let cut = Overlap::new(people.iter().map(|p| (p.0, p.1, 1))).smallest();
        let attacked = smallest_support(&sets(&people), people.len());
        assert_eq!(cut.map_or(0, |c| c.people as usize), attacked, "{people:?}");
        sizes[attacked] += 1;
    }
    println!("300 cases, 0 mismatches; by smallest support: {sizes:?}");
    assert!(sizes[1] > 20 && sizes[2] > 20 && sizes[3] > 5);
}

/// The sums of all full and partial nodes of a tree over the people in `leaf_of` (`None`: not in this tree).
fn shown(parents: &[Option<usize>], leaf_of: &[Option<usize>], publication: &Publication) -> Vec<Vec<i128>> {
    let is = |status| publication.statuses().iter().map(|s| *s == status).collect::<Vec<_>>();
    let (full, partial) = (is(Status::Full), is(Status::Partial));
    let here: Vec<usize> = leaf_of.iter().flatten().copied().collect();
    let widen = |set: Vec<i128>| {
        let mut set = set.into_iter();
        leaf_of.iter().map(|leaf| leaf.map_or(0, |_| set.next().unwrap())).collect()
    };
    common::attacker::sets_of(parents, &here, &full, &partial).into_iter().map(widen).collect()
}

fn tree(parents: &[Option<usize>], leaf_of: &[Option<usize>]) -> Tree {
    let leaves = (0..parents.len()).filter(|v| !parents.contains(&Some(*v)));
    let count = |leaf| leaf_of.iter().filter(|l| **l == Some(leaf)).count() as u32;
    let counts: Vec<(usize, LeafCount)> = leaves.map(|leaf| (leaf, count(leaf).into())).collect();
    Tree::new(parents, &counts).unwrap()
}

/// A round in strict mode after two others, a few people coming, going and moving in between, and nobody changing an answer.
#[test]
fn a_strict_round_is_safe_beside_each_earlier_one() {
    let mut chance = Chance(14);
    let rules = Rules::new(3, 0).unwrap();
    let (mut careless, mut full, mut banded) = (0, 0, 0);
    for _ in 0..120 {
        let (parents, counts) = small_tree(&mut chance, 7, 12);
        let leaves: Vec<usize> = counts.iter().map(|(leaf, _)| *leaf).collect();
        let mut now: Vec<Option<usize>> =
            counts.iter().flat_map(|(leaf, n)| std::iter::repeat_n(Some(*leaf), *n as usize)).collect();
        let mut pasts = Vec::new();
        for _ in 0..2 {
            let old = Closing::new(tree(&parents, &now), rules).unwrap();
            let pool = |leaf: &Option<usize>| leaf.and_then(|leaf| old.pools().of(leaf)).map(|p| p as u32);
            pasts.push(now.iter().map(pool).collect::<Vec<Option<u32>>>());
            for _ in 0..chance.below(3) {
                let who = chance.below(12) as usize;
                let elsewhere = leaves[chance.below(leaves.len() as u64) as usize];
                now[who] = (chance.below(3) > 0 || now[who].is_none()).then_some(elsewhere);
            }
        }
        let place = |(other, leaf): (&Option<u32>, &Option<usize>)| Placed {
            other: *other,
            leaf: leaf.map(|leaf| (0, leaf)),
            count: 1.into(),
        };
        let placed = |past: &Vec<Option<u32>>| past.iter().zip(&now).map(place).collect();
        let strict =
            Strict::new(tree(&parents, &now), rules, &pasts.iter().map(placed).collect::<Vec<_>>()).unwrap();
        let alone = disclosure::publish(&tree(&parents, &now), &rules).unwrap();
        let beside = |past: &Vec<Option<u32>>, publication: &Publication| {
            let old = sets(&past.iter().map(|pool| (*pool, None)).collect::<Vec<_>>());
            below(&[old, shown(&parents, &now, publication)].concat(), 12, 3)
        };
        for past in &pasts {
            assert_eq!(beside(past, strict.closing().publication()), None, "{parents:?} {now:?} {pasts:?}");
        }
        careless += usize::from(pasts.iter().any(|past| beside(past, &alone).is_some()));
        full += strict.closing().publication().statuses().iter().filter(|s| **s == Status::Full).count();
        banded += strict.rest().len();
        let held = |leaf: &u32| strict.closing().pools().of(*leaf as usize).is_some();
        assert!(!strict.rest().iter().flatten().any(held), "a band lies within an exact figure");
    }
    println!(
        "120 rounds after two others: 0 unsafe; {careless} would be by themselves; {full} nodes shown, {banded} pools left for bands"
    );
    assert!(careless > 20 && full > 40 && banded > 10);
}

/// Strict mode's inner nodes: a reorganisation, with the old pools standing fast.
#[test]
fn a_new_organisation_beside_old_pools() {
    let mut chance = Chance(12);
    let rules = Rules::new(3, 0).unwrap();
    let (mut alone_unsafe, mut full) = (0, 0);
    for _ in 0..120 {
        let (parents, counts) = small_tree(&mut chance, 7, 9);
        let old = Closing::new(
            Tree::new(&parents, &counts.iter().map(|(l, n)| (*l, (*n).into())).collect::<Vec<_>>()).unwrap(),
            rules,
        );
        let old = old.unwrap();
        let before = counts.iter().flat_map(|(leaf, n)| std::iter::repeat_n(*leaf, *n as usize));
        let pool: Vec<Option<u32>> = before.map(|leaf| old.pools().of(leaf).map(|p| p as u32)).collect();
        let (parents, counts) = small_tree(&mut chance, 7, 9);
        let mut now: Vec<Option<usize>> =
            counts.iter().flat_map(|(leaf, n)| std::iter::repeat_n(Some(*leaf), *n as usize)).collect();
        now[chance.below(9) as usize] = None;
        let layer = Layer { tree: tree(&parents, &now), may_show: vec![true; parents.len()] };
        let place = |(other, leaf): (&Option<u32>, &Option<usize>)| Placed {
            other: *other,
            leaf: leaf.map(|l| (0, l)),
            count: 1.into(),
        };
        let people: Vec<Placed> = pool.iter().zip(&now).map(place).collect();
        let pools = sets(&pool.iter().map(|p| (*p, None)).collect::<Vec<_>>());
        let alone = disclosure::publish(&layer.tree, &rules).unwrap();
        let together =
            |publication: &Publication| [pools.clone(), shown(&parents, &now, publication)].concat();
        alone_unsafe += usize::from(below(&together(&alone), 9, 3).is_some());
        let publication = &publish_beside(&[layer], &people, &rules).unwrap()[0];
        assert_eq!(below(&together(publication), 9, 3), None, "{parents:?} {now:?} {pool:?} {publication:?}");
        full += publication.statuses().iter().filter(|s| **s == Status::Full).count();
    }
    println!(
        "120 reorganisations: 0 unsafe; {alone_unsafe} would be if the trees did not know of each other; {full} nodes shown"
    );
    assert!(alone_unsafe > 20 && full > 20);
}

/// A split by role of a large enough tree, attacked person by person through the sums of leaf × role.
#[test]
fn a_split_gives_no_small_group_away() {
    let mut chance = Chance(13);
    let rules = Rules::new(6, 1).unwrap();
    let (mut shown_nodes, mut careless) = (0, 0);
    for _ in 0..40 {
        let (parents, counts) = small_tree(&mut chance, 12, 110);
        let counts: Vec<(usize, LeafCount)> = counts.into_iter().map(|(leaf, n)| (leaf, n.into())).collect();
        let closing = Closing::new(Tree::new(&parents, &counts).unwrap(), rules).unwrap();
        let mut values: Vec<Vec<(usize, LeafCount)>> = vec![Vec::new(); 3];
        for (leaf, count) in &counts {
            let mut left = count.ballots;
            for value in &mut values {
                let some = chance.below(u64::from(left) + 1) as u32;
                value.push((*leaf, some.into()));
                left -= some;
            }
        }
        let made = split(&closing, &values).unwrap();
        assert!(smallest_by_atoms(&closing, &values, made.values.iter().map(Closing::publication)) >= 6);
        shown_nodes += made
            .values
            .iter()
            .flat_map(|v| v.publication().statuses())
            .filter(|s| **s != Status::Hidden)
            .count();
        let alone: Vec<Publication> = values
            .iter()
            .map(|v| {
                let tree = Tree::new(&parents, v).unwrap();
                disclosure::publish_among(&tree, &rules, |n| {
                    closing.tree().answers(n) >= 30 && !tree.is_leaf(n)
                })
                .unwrap()
            })
            .collect();
        careless += usize::from(smallest_by_atoms(&closing, &values, alone.iter()) < 6);
    }
    println!(
        "40 splits: 0 below 6; {shown_nodes} figures shown; {careless} unsafe if each value is decided by itself"
    );
    assert!(shown_nodes > 20 && careless > 0);
}

/// The smallest support, people in the same leaf with the same value taken together.
fn smallest_by_atoms<'a>(
    closing: &Closing,
    values: &[Vec<(usize, LeafCount)>],
    publications: impl Iterator<Item = &'a Publication>,
) -> u64 {
    let tree = closing.tree();
    let leaves: Vec<usize> = (0..tree.len()).filter(|v| tree.is_leaf(*v)).collect();
    let of = |value: &Vec<(usize, LeafCount)>, leaf| {
        value.iter().find(|(l, _)| *l == leaf).map_or(0, |(_, n)| u64::from(n.ballots))
    };
    let mut atoms: Vec<(usize, usize, u64)> = Vec::new();
    for leaf in &leaves {
        atoms.extend((0..values.len()).map(|v| (*leaf, v, of(&values[v], *leaf))));
        let taken: u64 = values.iter().map(|v| of(v, *leaf)).sum();
        atoms.push((*leaf, values.len(), tree.ballots(*leaf) - taken));
    }
    atoms.retain(|(_, _, people)| *people > 0);
    let pick = |keep: &dyn Fn(usize, usize) -> bool| -> Vec<u32> {
        (0..).zip(&atoms).filter(|(_, (leaf, value, _))| keep(*leaf, *value)).map(|(at, _)| at).collect()
    };
    let mut sets: Vec<Vec<u32>> = (0..closing.pools().groups().len())
        .map(|p| pick(&|leaf, _| closing.pools().of(leaf) == Some(p)))
        .collect();
    for (value, publication) in publications.enumerate() {
        let parents: Vec<Option<usize>> = (0..tree.len()).map(|v| tree.parent(v)).collect();
        for node in (0..tree.len()).filter(|v| publication.status(*v) == Status::Full) {
            let under = |leaf| common::attacker::path(&parents, leaf).any(|v| v == node);
            sets.push(pick(&|leaf, v| v == value && under(leaf)));
        }
    }
    let family = disclosure::Family::new(atoms.iter().map(|a| a.2).collect(), sets).unwrap();
    family.smallest().unwrap().map_or(u64::MAX, |d| d.people)
}
