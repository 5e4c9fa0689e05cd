//! An index of several items when each item is known by itself and who answered what to which is not.
//!
//! The mean of the index is the mean of the items' means. Its spread between people needs to be told how much the items
//! go together: with one mean correlation `r` between them, the variance of a person's mean over `k` items is
//! `(sum s_i^2 + r ((sum s_i)^2 - sum s_i^2)) / k^2`, exact when all pairs correlate alike (Lord and Novick 1968, ch. 4).

use crate::Sample;
use crate::sample::SampleError;

/// The most that items can go together: nothing is known, and the spread is taken to be as large as it can be.
pub const MOST_TOGETHER: f64 = 1.0;

/// One unit's sample of an index from its samples of the items, with the mean correlation between items, 0 to 1. Counts as
/// many answers as the item with the fewest. Items without spread have none here either.
///
/// # Errors
/// Without items, and when the correlation is not a number from 0 to 1.
pub fn sample(items: &[Sample], correlation: f64) -> Result<Sample, SampleError> {
    let answers = items.iter().map(|item| item.answers()).min().ok_or(SampleError::Empty)?;
    if !(0.0..=1.0).contains(&correlation) {
        return Err(SampleError::OutOfRange);
    }
    let count = items.len() as f64;
    let mean = items.iter().map(|item| item.mean()).sum::<f64>() / count;
    let deviations: Vec<f64> = items.iter().map(|item| item.deviation().unwrap_or(0.0)).collect();
    let alone: f64 = deviations.iter().map(|s| s * s).sum();
    let together = deviations.iter().sum::<f64>().powi(2) - alone;
    let variance = (alone + correlation * together) / (count * count);
    Sample::of_sums(answers as usize, mean, variance * f64::from(answers - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(columns: &[[f64; 6]]) -> Vec<Sample> {
        columns.iter().map(|column| Sample::of(column).unwrap()).collect()
    }

    #[test]
    fn it_is_the_spread_of_the_means_when_the_correlation_is_theirs() {
        // All pairs correlate alike: a common part and three of their own, all orthogonal.
        let common = [1.0, -1.0, 1.0, -1.0, 0.0, 0.0];
        let own = [
            [1.0, 1.0, -1.0, -1.0, 0.0, 0.0],
            [0.0, 0.0, 0.0, 0.0, 2f64.sqrt(), -(2f64.sqrt())],
            [1.0, -1.0, -1.0, 1.0, 0.0, 0.0],
        ];
        let columns: Vec<[f64; 6]> =
            own.iter().map(|own| std::array::from_fn(|i| 3.0 + common[i] + own[i])).collect();
        let means: Vec<f64> =
            (0..6).map(|i| columns.iter().map(|column| column[i]).sum::<f64>() / 3.0).collect();
        let whole = Sample::of(&means).unwrap();
        let ours = sample(&of(&columns), 0.5).unwrap();
        assert!((ours.mean() - whole.mean()).abs() < 1e-12);
        assert!((ours.squares() - whole.squares()).abs() < 1e-12, "{ours:?} {whole:?}");
    }

    #[test]
    fn knowing_nothing_is_the_widest() {
        let items = of(&[[1.0, 2.0, 3.0, 4.0, 5.0, 3.0], [2.0, 2.0, 4.0, 4.0, 3.0, 3.0]]);
        let squares = |r| sample(&items, r).unwrap().squares();
        assert!(squares(0.0) < squares(0.4) && squares(0.4) < squares(MOST_TOGETHER));
        let deviation = items.iter().map(|item| item.deviation().unwrap()).sum::<f64>() / 2.0;
        assert!((sample(&items, MOST_TOGETHER).unwrap().deviation().unwrap() - deviation).abs() < 1e-12);
    }

    #[test]
    fn the_item_with_the_fewest_answers_counts() {
        let items =
            [Sample::of_counts([0, 1, 2, 3, 0]).unwrap(), Sample::of_counts([1, 1, 1, 0, 1]).unwrap()];
        assert_eq!(sample(&items, 0.5).unwrap().answers(), 4);
        assert_eq!(sample(&[], 0.5), Err(SampleError::Empty));
        assert_eq!(sample(&items, 1.1), Err(SampleError::OutOfRange));
        assert_eq!(sample(&items, f64::NAN), Err(SampleError::OutOfRange));
    }
}
