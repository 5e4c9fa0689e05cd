//! The attacker: from sets of published people to the smallest group anything can be computed about.

use std::collections::BTreeMap;

/// Rank over the rationals by fraction-free elimination; `keep` says which columns count.
pub fn rank(sets: &[Vec<i128>], keep: impl Fn(usize) -> bool) -> usize {
    let width = sets.first().map_or(0, Vec::len);
    let mut rows = sets.to_vec();
    let mut done = 0;
    for column in (0..width).filter(|c| keep(*c)) {
        let Some(pivot) = (done..rows.len()).find(|r| rows[*r][column] != 0) else { continue };
        rows.swap(done, pivot);
        for r in done + 1..rows.len() {
            let (a, b) = (rows[done][column], rows[r][column]);
            if b != 0 {
                let less: Vec<i128> = rows[r].iter().zip(&rows[done]).map(|(x, y)| x * a - y * b).collect();
                let common = less.iter().fold(0, |g, x| gcd(g, x.abs())).max(1);
                rows[r] = less.into_iter().map(|x| x / common).collect();
            }
        }
        done += 1;
    }
    done
}

fn gcd(a: i128, b: i128) -> i128 {
    if b == 0 { a } else { gcd(b, a % b) }
}

/// The smallest number of people some non-zero combination of `sets` is about, by trying every subset of
/// people: a combination is about a subset if and only if leaving the subset out lowers the rank. 0 if
/// nothing is published.
pub fn smallest_support(sets: &[Vec<i128>], people: usize) -> usize {
    below(sets, people, people + 1).unwrap_or(0)
}

/// The same, but only supports below `k` are looked for.
pub fn below(sets: &[Vec<i128>], people: usize, k: usize) -> Option<usize> {
    let all = rank(sets, |_| true);
    let mut subsets: Vec<u32> = (1..1_u32 << people).filter(|s| (s.count_ones() as usize) < k).collect();
    subsets.sort_by_key(|s| s.count_ones());
    let gives_away = |s: &u32| rank(sets, |person| s >> person & 1 == 0) < all;
    subsets.into_iter().find(gives_away).map(|s| s.count_ones() as usize)
}

/// The published sets of a small tree, person by person: `full` and `partial` by node, as the statuses mean
/// them.
pub fn sets_of(
    parents: &[Option<usize>],
    leaf_of: &[usize],
    full: &[bool],
    partial: &[bool],
) -> Vec<Vec<i128>> {
    let under = |leaf: usize, node: usize| path(parents, leaf).any(|v| v == node);
    let closed = |leaf: usize, node: usize| path(parents, leaf).take_while(|v| *v != node).any(|v| full[v]);
    let set = |node: usize| -> Vec<i128> {
        let counted = |leaf: &usize| under(*leaf, node) && (full[node] || closed(*leaf, node));
        leaf_of.iter().map(|leaf| i128::from(counted(leaf))).collect()
    };
    (0..parents.len()).filter(|v| full[*v] || partial[*v]).map(set).collect()
}

pub fn path(parents: &[Option<usize>], from: usize) -> impl Iterator<Item = usize> + '_ {
    std::iter::successors(Some(from), |v| parents[*v])
}

/// For large trees, where published sets are nested: sparse whole-number elimination, smallest sets first.
/// Nested sets reduce to disjoint rows, so the rows are all there is; the assertions hold the attacker to
/// that.
pub fn nested(sizes: &BTreeMap<u32, u64>, mut sets: Vec<Vec<u32>>) -> Vec<(u64, Vec<u32>)> {
    sets.sort_by_key(Vec::len);
    let mut row_of: BTreeMap<u32, usize> = BTreeMap::new();
    let mut rows: Vec<BTreeMap<u32, i64>> = Vec::new();
    for set in sets {
        let mut row: BTreeMap<u32, i64> = set.into_iter().filter(|a| sizes[a] > 0).map(|a| (a, 1)).collect();
        while let Some((pivot, old)) = row.keys().find_map(|a| row_of.get(a).map(|old| (*a, *old))) {
            let factor = row[&pivot];
            for (atom, value) in &rows[old] {
                *row.entry(*atom).or_default() -= factor * value;
            }
            row.retain(|_, value| *value != 0);
        }
        if let Some((first, value)) = row.first_key_value() {
            assert_eq!(*value, 1);
            row_of.insert(*first, rows.len());
            rows.push(row);
        }
    }
    let mut seen = std::collections::BTreeSet::new();
    assert!(
        rows.iter().flat_map(|row| row.keys()).all(|atom| seen.insert(*atom)),
        "the published sets are not nested"
    );
    let group = |row: BTreeMap<u32, i64>| (row.keys().map(|a| sizes[a]).sum(), row.into_keys().collect());
    rows.into_iter().map(group).collect()
}
