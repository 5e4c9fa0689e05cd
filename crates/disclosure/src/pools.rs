//! Pools: the smallest groups that hidden leaves can be shown in together.

use crate::cells::Grouping;
use crate::rules::Rules;
use crate::tree::Tree;

/// Splits every cell into as many pools of K answers or more as possible, of leaves that follow each other in
/// the tree; of equally many, the split with the smallest sum of squares, that is, the most even one.
///
/// Every pool lies within one cell, so the pools are the cells of a finer publication and the same theorem
/// guards them.
pub fn pools(tree: &Tree, rules: &Rules, cells: &Grouping) -> Grouping {
    let groups = cells.groups().iter().flat_map(|cell| split(tree, u64::from(rules.k()), cell));
    Grouping::from_groups(tree.len(), groups.collect())
}

/// A leaf with answers and the leaves without that follow it.
struct Run {
    answers: u64,
    end: usize,
}

#[derive(Clone, Copy)]
struct Best {
    pools: u32,
    squares: u128,
    from: usize,
}

fn split(tree: &Tree, k: u64, cell: &[u32]) -> Vec<Vec<u32>> {
    let runs = runs(tree, cell);
    let mut best: Vec<Option<Best>> = vec![None; runs.len() + 1];
    best[0] = Some(Best { pools: 0, squares: 0, from: 0 });
    for end in 1..=runs.len() {
        best[end] = best_ending_at(&runs, &best, end, k);
    }
    let mut pools = Vec::new();
    let mut end = runs.len();
    while let (true, Some(step)) = (end > 0, best[end]) {
        let first = if step.from == 0 { 0 } else { runs[step.from - 1].end };
        pools.push(cell[first..runs[end - 1].end].to_vec());
        end = step.from;
    }
    pools.reverse();
    pools
}

fn runs(tree: &Tree, cell: &[u32]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (at, leaf) in cell.iter().enumerate() {
        let answers = tree.answers(*leaf as usize);
        match runs.last_mut() {
            Some(run) if answers == 0 || run.answers == 0 => {
                run.answers += answers;
                run.end = at + 1;
            }
            _ => runs.push(Run { answers, end: at + 1 }),
        }
    }
    runs
}

/// Looks back only until the last pool could itself be split in two: no best split has such a pool, which
/// keeps this to some 2 K steps for each leaf however large the cell.
fn best_ending_at(runs: &[Run], best: &[Option<Best>], end: usize, k: u64) -> Option<Best> {
    let (mut found, mut size, mut tail): (Option<Best>, u64, Option<u64>) = (None, 0, None);
    for from in (0..end).rev() {
        size += runs[from].answers;
        if tail.is_some_and(|tail| size - tail >= k) {
            break;
        }
        if size < k {
            continue;
        }
        tail = tail.or(Some(size));
        let Some(before) = best[from] else { continue };
        let squares = before.squares + u128::from(size) * u128::from(size);
        let here = Best { pools: before.pools + 1, squares, from };
        if found.is_none_or(|b| (here.pools, b.squares) > (b.pools, here.squares)) {
            found = Some(here);
        }
    }
    found
}
