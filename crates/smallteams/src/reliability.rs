//! What the questions are worth as a measure.
//!
//! Alpha (Cronbach 1951) and omega (McDonald 1999) say how much of the spread of people's sums is shared by the items:
//! from one ballot to the next, and only with the ballots of a whole municipality. ICC(2) (Bliese 2000) says whether
//! the means of units of some size can be told apart.
//!
//! Omega assumes one factor behind the items; alpha also that it weighs alike in all of them.

use thiserror::Error;

use crate::one_factor::OneFactor;
use crate::sample::MAX_ANSWER;

/// With fewer complete ballots neither figure is stable enough to be shown.
pub const MIN_BALLOTS: usize = 100;
/// The most ballots in one computation.
pub const MAX_BALLOTS: usize = 20_000_000;
/// With fewer items a factor cannot be told from the items.
pub const MIN_ITEMS: usize = 3;

/// How much of the spread of people's sums the items share.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reliability {
    /// Cronbach's alpha; at most 1, and below zero when items contradict each other.
    pub alpha: f64,
    /// McDonald's omega of the sum of the items as they were answered, from 0 to 1.
    pub omega: f64,
}

/// Why it cannot be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ReliabilityError {
    /// There are fewer than [`MIN_BALLOTS`] complete ballots.
    #[error("{found} complete ballots, at least {MIN_BALLOTS} are needed")]
    TooFewBallots {
        /// How many there are.
        found: usize,
    },
    /// There are more than [`MAX_BALLOTS`].
    #[error("there are more than {MAX_BALLOTS} ballots")]
    TooManyBallots,
    /// There are fewer than [`MIN_ITEMS`].
    #[error("at least {MIN_ITEMS} items are needed")]
    TooFewItems,
    /// All answered an item alike, or the items cancel out in the sum.
    #[error("an item, or the sum of the items, has no spread")]
    NoSpread,
    /// An answer is not finite or beyond ±[`MAX_ANSWER`].
    #[error("an answer is not a number that an answer can be")]
    OutOfRange,
    /// The items share next to nothing, and the search for a common factor does not end.
    #[error("no factor common to the items was found")]
    NoFactor,
}

/// Alpha and omega of complete ballots, one array of answers each.
///
/// # Errors
/// With too few or too many ballots or items, without spread, with an answer that is no number, and when no common
/// factor is found.
pub fn of<const K: usize>(ballots: &[[f64; K]]) -> Result<Reliability, ReliabilityError> {
    let found = ballots.len();
    if K < MIN_ITEMS {
        return Err(ReliabilityError::TooFewItems);
    }
    if found < MIN_BALLOTS {
        return Err(ReliabilityError::TooFewBallots { found });
    }
    if found > MAX_BALLOTS {
        return Err(ReliabilityError::TooManyBallots);
    }
    if !ballots.iter().flatten().all(|y| y.abs() <= MAX_ANSWER) {
        return Err(ReliabilityError::OutOfRange);
    }
    let products = cross_products(ballots).ok_or(ReliabilityError::NoSpread)?;
    Ok(Reliability { alpha: alpha(&products)?, omega: omega(&products)? })
}

/// Squares and products of the answers' distances from their item's mean, summed; `None` when an item has no spread.
fn cross_products<const K: usize>(ballots: &[[f64; K]]) -> Option<[[f64; K]; K]> {
    let first = ballots.first()?;
    // Counted from the first ballot, so that answers all alike have exactly no spread.
    let away = |i: usize| ballots.iter().map(move |ballot| ballot[i] - first[i]);
    let mean: [f64; K] = std::array::from_fn(|i| first[i] + away(i).sum::<f64>() / ballots.len() as f64);
    let mut products = [[0.0; K]; K];
    for ballot in ballots {
        let away: [f64; K] = std::array::from_fn(|i| ballot[i] - mean[i]);
        for (row, x) in products.iter_mut().zip(away) {
            for (sum, y) in row.iter_mut().zip(away) {
                *sum += x * y;
            }
        }
    }
    let rounding = |i: usize| ballots.len() as f64 * (f64::EPSILON * mean[i]).powi(2) * 16.0;
    (0..K).all(|i| products[i][i] > rounding(i)).then_some(products)
}

fn alpha<const K: usize>(products: &[[f64; K]; K]) -> Result<f64, ReliabilityError> {
    let items: f64 = (0..K).map(|i| products[i][i]).sum();
    let total: f64 = products.iter().flatten().sum();
    if total <= items * f64::EPSILON {
        return Err(ReliabilityError::NoSpread);
    }
    let k = K as f64;
    Ok(k / (k - 1.0) * (1.0 - items / total))
}

/// The factor is found on correlations; omega is of the sum of the items as answered, so each standardised loading is
/// taken back to its item's own spread.
fn omega<const K: usize>(products: &[[f64; K]; K]) -> Result<f64, ReliabilityError> {
    let deviation: [f64; K] = std::array::from_fn(|i| products[i][i].sqrt());
    let correlations: [[f64; K]; K] =
        std::array::from_fn(|i| std::array::from_fn(|j| products[i][j] / (deviation[i] * deviation[j])));
    let factor = OneFactor::of(&correlations).ok_or(ReliabilityError::NoFactor)?;
    let shared = factor.loadings.iter().zip(deviation).map(|(l, s)| l * s).sum::<f64>().powi(2);
    let unique: f64 = factor.unique.iter().zip(deviation).map(|(u, s)| u * s * s).sum();
    Ok(shared / (shared + unique))
}

/// ICC(2): of the spread of the means of units with this many answers, the share that is not chance, from 0 to 1.
/// `None` without answers, or when the variances are not variances or both zero.
#[must_use]
pub fn icc2(tau2: f64, sigma2: f64, answers: u32) -> Option<f64> {
    let variance = |v: f64| v >= 0.0 && v.is_finite();
    let sound = answers > 0 && variance(tau2) && variance(sigma2) && tau2 + sigma2 > 0.0;
    sound.then(|| tau2 / (tau2 + sigma2 / f64::from(answers)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Three items that share a part worked out by hand: each is the common one plus a disturbance of its own, and all
    /// four are orthogonal.
    fn by_hand() -> Vec<[f64; 3]> {
        let sign = |i: usize, bit: usize| if i >> bit & 1 == 0 { 1.0 } else { -1.0 };
        (0..128).map(|i| [1, 2, 3].map(|own| 3.0 + sign(i, 0) + 0.5 * sign(i, own))).collect()
    }

    #[test]
    fn a_case_worked_out_by_hand() {
        // Variance of an item 1.25, covariance 1: total 9.75, items 3.75; loadings 1, unique 0.25.
        let found = of(&by_hand()).unwrap();
        assert!((found.alpha - 1.5 * (1.0 - 3.75 / 9.75)).abs() < 1e-12);
        assert!((found.omega - 9.0 / 9.75).abs() < 1e-9, "{}", found.omega);
    }

    #[test]
    fn what_cannot_be_told_is_refused() {
        let good = by_hand();
        assert_eq!(of(&good[..99]), Err(ReliabilityError::TooFewBallots { found: 99 }));
        assert_eq!(of::<3>(&[]), Err(ReliabilityError::TooFewBallots { found: 0 }));
        assert_eq!(of(&[[1.0, 2.0]; 200]), Err(ReliabilityError::TooFewItems));
        assert_eq!(of(&[[3.3; 9]; 200]), Err(ReliabilityError::NoSpread));
        let mut broken = good.clone();
        broken[7][1] = f64::NAN;
        assert_eq!(of(&broken), Err(ReliabilityError::OutOfRange));
        let cancel: Vec<[f64; 3]> = good.iter().map(|b| [b[0], b[1], -b[0] - b[1]]).collect();
        assert_eq!(of(&cancel), Err(ReliabilityError::NoSpread));
    }

    #[test]
    fn items_that_share_nothing_have_no_factor_or_no_omega() {
        let sign = |i: usize, bit: usize| if i >> bit & 1 == 0 { 1.0 } else { -1.0 };
        let apart: Vec<[f64; 3]> = (0..128).map(|i| [0, 1, 2].map(|own| sign(i, own))).collect();
        match of(&apart) {
            Err(error) => assert_eq!(error, ReliabilityError::NoFactor),
            Ok(found) => assert!(found.omega < 0.05, "{found:?}"),
        }
    }

    #[test]
    fn larger_units_can_be_told_apart_better() {
        assert_eq!(icc2(0.1, 0.9, 9), Some(0.5));
        assert_eq!(icc2(0.0, 0.9, 9), Some(0.0));
        for (tau2, sigma2, n) in [(0.1, 0.9, 0), (f64::NAN, 0.9, 9), (0.1, -0.9, 9), (0.0, 0.0, 9)] {
            assert_eq!(icc2(tau2, sigma2, n), None);
        }
    }
}
