//! Many comparisons at once: Benjamini and Hochberg (1995), "Controlling the false discovery rate".

/// Of what is listed, the share that may be chance.
pub(crate) const RATE: f64 = 0.10;

/// Which of these p-values are listed: all up to the largest `p(k) <= RATE k / m`.
pub(crate) fn listed(p: &[f64]) -> Vec<bool> {
    let mut sorted = p.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let limit = |rank: usize| RATE * (rank + 1) as f64 / p.len() as f64;
    let largest = sorted.iter().enumerate().rev().find(|(rank, p)| **p <= limit(*rank)).map(|(_, p)| *p);
    p.iter().map(|p| largest.is_some_and(|largest| *p <= largest)).collect()
}
