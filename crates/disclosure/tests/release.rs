//! The release function, every answer vector of small groups, every view of every coalition of insiders.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test that cannot go on should stop; the counts are the evidence"
)]

use disclosure::{Figure, Histogram, Rules, Side, release};
use std::collections::HashMap;

/// Every histogram of `n` answers.
fn histograms(n: u32) -> Vec<[u32; 5]> {
    let mut all = Vec::new();
    for a in 0..=n {
        for b in 0..=n - a {
            for c in 0..=n - a - b {
                all.extend((0..=n - a - b - c).map(|d| [a, b, c, d, n - a - b - c - d]));
            }
        }
    }
    all
}

/// How many views leave some outsider with one possible answer.
///
/// A view is what is shown and what the insiders answered. Outsiders are alike to the insiders, so each may
/// have given any answer that is among the outsiders' in some answer vector with that view.
fn determined<V: std::hash::Hash + Eq>(n: u32, m: u32, show: impl Fn([u32; 5]) -> V) -> usize {
    let mut possible: HashMap<(V, [u32; 5]), u8> = HashMap::new();
    for all in histograms(n) {
        for own in histograms(m).into_iter().filter(|own| (0..5).all(|x| own[x] <= all[x])) {
            let others = (0..5).filter(|x| all[*x] > own[*x]).fold(0, |mask, x| mask | 1 << x);
            *possible.entry((show(all), own)).or_default() |= others;
        }
    }
    possible.values().filter(|mask| mask.count_ones() < 2).count()
}

#[test]
fn nobody_has_only_one_possible_answer() {
    let mut views = 0;
    for m in 0..=2 {
        for n in (4.max(m + 2))..=12 {
            for dominance in [0.0, 0.1, 0.3, 0.5] {
                let rules = Rules::new(2 * m + 2, m).unwrap().dominance(dominance).unwrap();
                let show = |h| release(&Histogram::new(h), &rules).unwrap();
                assert_eq!(determined(n, m, show), 0, "n {n}, {m} insiders, dominance {dominance}");
                views += histograms(n).len();
            }
            // What others show does give answers away, by the same measure.
            assert!(determined(n, m, |h| h) > 0);
            assert!(determined(n, m, |h| Histogram::new(h).sum()) > 0);
        }
    }
    println!("{views} answer vectors: 0 views with a determined answer");
}

#[test]
fn the_bounds_of_every_figure_hold_its_sum() {
    let rules = Rules::new(6, 1).unwrap().dominance(0.1).unwrap();
    for n in 4..=12 {
        let mut reached: HashMap<Figure, (u64, u64)> = HashMap::new();
        for h in histograms(n) {
            let sum = Histogram::new(h).sum();
            let range = reached.entry(release(&Histogram::new(h), &rules).unwrap()).or_insert((sum, sum));
            *range = (range.0.min(sum), range.1.max(sum));
        }
        for (figure, range) in reached {
            assert_eq!(figure.sum_bounds(), range, "{figure:?}: neither too narrow nor wider than need be");
        }
    }
}

#[test]
fn near_says_which_side() {
    let rules = Rules::new(6, 1).unwrap();
    for mode in 0..5 {
        let mut counts = [0; 5];
        counts[mode] = 7;
        let Figure::Near(near) = release(&Histogram::new(counts), &rules).unwrap() else {
            panic!("all alike, in full")
        };
        assert_eq!(near.side, if mode >= 3 { Side::High } else { Side::Low });
    }
}
