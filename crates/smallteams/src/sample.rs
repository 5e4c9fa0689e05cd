//! What one unit answered, summed up: how many, their mean and their spread.

use thiserror::Error;

/// The largest answer taken, far beyond any scale in use, so that sums of squares stay finite.
pub const MAX_ANSWER: f64 = 1e6;
/// The most answers of one unit.
pub const MAX_ANSWERS: usize = 10_000_000;

/// The answers of one unit to one item or index: all that the methods need of them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sample {
    answers: u32,
    mean: f64,
    squares: f64,
}

/// Why answers cannot be summed up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SampleError {
    /// Nobody answered.
    #[error("a unit without answers has no level")]
    Empty,
    /// More than [`MAX_ANSWERS`].
    #[error("a unit has more than {MAX_ANSWERS} answers")]
    TooMany,
    /// An answer is no finite number within ±[`MAX_ANSWER`], or a sum of squares is negative.
    #[error("an answer is not a number that an answer can be")]
    OutOfRange,
}

impl Sample {
    /// From the answers, or from each ballot's mean over the items of an index.
    ///
    /// # Errors
    /// Without answers, with more than [`MAX_ANSWERS`], and when one is not finite or beyond ±[`MAX_ANSWER`].
    pub fn of(answers: &[f64]) -> Result<Self, SampleError> {
        if answers.is_empty() {
            return Err(SampleError::Empty);
        }
        if answers.iter().any(|y| !y.is_finite() || y.abs() > MAX_ANSWER) {
            return Err(SampleError::OutOfRange);
        }
        if answers.len() > MAX_ANSWERS {
            return Err(SampleError::TooMany);
        }
        // Counted from the first answer, so that answers all alike have exactly no spread.
        let first = answers.first().copied().unwrap_or_default();
        let mean = first + answers.iter().map(|y| y - first).sum::<f64>() / answers.len() as f64;
        let squares = answers.iter().map(|y| (y - mean).powi(2)).sum();
        Self::of_sums(answers.len(), mean, squares)
    }

    /// From how many answered 1, 2, 3, 4 and 5.
    ///
    /// # Errors
    /// Without answers and with more than [`MAX_ANSWERS`].
    pub fn of_counts(counts: [u32; 5]) -> Result<Self, SampleError> {
        let n: u64 = counts.iter().copied().map(u64::from).sum();
        let each = || (1u32..).map(f64::from).zip(counts.map(f64::from));
        let mean = each().map(|(y, count)| y * count).sum::<f64>() / n as f64;
        let squares = each().map(|(y, count)| count * (y - mean).powi(2)).sum();
        if n == 0 {
            return Err(SampleError::Empty);
        }
        Self::of_sums(usize::try_from(n).map_err(|_| SampleError::TooMany)?, mean, squares)
    }

    /// From figures already summed: how many answers, their mean, and their squared distances from it, summed.
    ///
    /// # Errors
    /// As [`Sample::of`]; also when the sum of squares is negative or too large for such answers.
    pub fn of_sums(answers: usize, mean: f64, squares: f64) -> Result<Self, SampleError> {
        if answers == 0 {
            return Err(SampleError::Empty);
        }
        if answers > MAX_ANSWERS {
            return Err(SampleError::TooMany);
        }
        let most = answers as f64 * (2.0 * MAX_ANSWER).powi(2);
        if mean.abs() <= MAX_ANSWER && (0.0..=most).contains(&squares) {
            let answers = u32::try_from(answers).map_err(|_| SampleError::TooMany)?;
            Ok(Self { answers, mean, squares })
        } else {
            Err(SampleError::OutOfRange)
        }
    }

    /// How many answered; at least one.
    #[must_use]
    pub fn answers(self) -> u32 {
        self.answers
    }

    /// The mean of the answers, in points of the scale.
    #[must_use]
    pub fn mean(self) -> f64 {
        self.mean
    }

    /// The squared distances of the answers from their mean, summed.
    #[must_use]
    pub fn squares(self) -> f64 {
        self.squares
    }

    /// The standard deviation of the answers; `None` for a single answer and for answers all alike, which say
    /// nothing about the spread behind them.
    #[must_use]
    pub fn deviation(self) -> Option<f64> {
        let spread = self.answers > 1 && self.squares > self.rounding();
        spread.then(|| (self.squares / (f64::from(self.answers) - 1.0)).sqrt())
    }

    /// A sum of squares no larger than this is what rounding leaves of none at all.
    pub(crate) fn rounding(self) -> f64 {
        f64::from(self.answers) * (f64::EPSILON * self.mean).powi(2) * 16.0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn counts_and_answers_say_the_same(counts in prop::array::uniform5(0u32..30)) {
            let answers: Vec<f64> =
                (1u32..).zip(counts).flat_map(|(y, n)| std::iter::repeat_n(f64::from(y), n as usize)).collect();
            match (Sample::of_counts(counts), Sample::of(&answers)) {
                (Ok(a), Ok(b)) => {
                    prop_assert_eq!(a.answers(), b.answers());
                    prop_assert!((a.mean() - b.mean()).abs() < 1e-12);
                    prop_assert!((a.squares() - b.squares()).abs() < 1e-9);
                }
                (a, b) => prop_assert_eq!(a, b),
            }
        }
    }

    #[test]
    fn what_is_no_answer_is_refused() {
        assert_eq!(Sample::of(&[]), Err(SampleError::Empty));
        assert_eq!(Sample::of_counts([0; 5]), Err(SampleError::Empty));
        assert_eq!(Sample::of_counts([u32::MAX; 5]), Err(SampleError::TooMany));
        for y in [f64::NAN, f64::INFINITY, -f64::INFINITY, 1e7] {
            assert_eq!(Sample::of(&[3.0, y]), Err(SampleError::OutOfRange));
            assert_eq!(Sample::of_sums(2, y, 0.0), Err(SampleError::OutOfRange));
        }
        assert_eq!(Sample::of_sums(2, 3.0, -0.1), Err(SampleError::OutOfRange));
        assert_eq!(Sample::of_sums(2, 3.0, f64::NAN), Err(SampleError::OutOfRange));
    }

    #[test]
    fn answers_all_alike_have_no_spread() {
        assert_eq!(Sample::of(&[4.0]).unwrap().deviation(), None);
        assert_eq!(Sample::of(&[3.3; 7]).unwrap().deviation(), None);
        assert_eq!(Sample::of(&[1.0, 3.0]).unwrap().deviation(), Some(2.0f64.sqrt()));
    }
}
