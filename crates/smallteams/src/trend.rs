//! The course of a unit over many rounds: a level that drifts, seen through answers.
//!
//! Local level model with known variances: the level starts as `N(mu, tau2)` and moves by `N(0, q)` from round to
//! round; a round with `n` answers shows it with variance `sigma2 / n`. Kalman filter and Rauch-Tung-Striebel smoother,
//! both scalar (Durbin and Koopman 2012, Time Series Analysis by State Space Methods, ch. 2).
//!
//! Assumes that the noise of two rounds is unrelated. The same people answer each time, so it is not: the band is for
//! showing, and what is said about a change comes from [`crate::change`].

use thiserror::Error;

use crate::MAX_UNITS;
use crate::sample::{MAX_ANSWER, MAX_ANSWERS};
use crate::search;

/// The most rounds in one course: ten years of one each week.
pub const MAX_ROUNDS: usize = 520;
/// Where `ln q` is sought: from less than a hundredth of a point a round to more than two points.
const LN_Q: (f64, f64) = (-14.0, 2.0);

/// What one round showed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Round {
    /// How many answered; at least one.
    pub answers: u32,
    /// Their mean, in points of the scale.
    pub mean: f64,
}

/// The variances of the model, in squared points, and its start.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LocalLevel {
    mu: f64,
    tau2: f64,
    sigma2: f64,
    q: f64,
}

/// The level in one round.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// The level, from this round and those before.
    pub filtered: f64,
    /// Its variance.
    pub filtered_variance: f64,
    /// The level, from all rounds.
    pub smoothed: f64,
    /// Its variance.
    pub smoothed_variance: f64,
}

/// Why a course cannot be followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum TrendError {
    /// `mu` is not a number, `sigma2` is not above zero, or `tau2` or `q` is below zero.
    #[error("a variance of the model is not a variance")]
    Model,
    /// There are more than [`MAX_ROUNDS`] rounds.
    #[error("there are more than {MAX_ROUNDS} rounds")]
    TooManyRounds,
    /// There are more than [`MAX_UNITS`] units.
    #[error("there are more than {MAX_UNITS} units")]
    TooManyUnits,
    /// A round has no answers, too many, or a mean that is not a number. A missing round is `None`.
    #[error("a round has answers or a mean that no round can have")]
    Round,
    /// No unit has two rounds, so nothing shows how levels drift.
    #[error("no unit has two rounds, so drift cannot be known")]
    TooShort,
}

/// A level and its variance.
#[derive(Clone, Copy)]
struct State {
    level: f64,
    variance: f64,
}

impl LocalLevel {
    /// The model. `mu`, `tau2` and `sigma2` come from [`crate::level::estimate`]; `q`, the variance of the drift from
    /// one round to the next, from [`drift`].
    ///
    /// # Errors
    /// When `mu` is not finite, `sigma2` not above zero, or `tau2` or `q` below zero or not finite.
    pub fn new(mu: f64, tau2: f64, sigma2: f64, q: f64) -> Result<Self, TrendError> {
        let variance = |v: f64| v >= 0.0 && v.is_finite();
        let sound =
            mu.abs() <= MAX_ANSWER && variance(tau2) && variance(q) && sigma2.is_normal() && sigma2 > 0.0;
        sound.then_some(Self { mu, tau2, sigma2, q }).ok_or(TrendError::Model)
    }

    /// The level in each round, oldest first; `None` is a round that is missing. One point for each round.
    ///
    /// # Errors
    /// With more than [`MAX_ROUNDS`] rounds, and when a round has no answers or its mean is no number.
    pub fn follow(&self, rounds: &[Option<Round>]) -> Result<Vec<Point>, TrendError> {
        check(rounds)?;
        let filtered = self.filter(rounds);
        let smoothed = self.smooth(&filtered);
        let point = |(filtered, smoothed): (State, State)| Point {
            filtered: filtered.level,
            filtered_variance: filtered.variance,
            smoothed: smoothed.level,
            smoothed_variance: smoothed.variance,
        };
        Ok(filtered.into_iter().zip(smoothed).map(point).collect())
    }

    /// What is expected of each round before it is seen, and the same after it is seen.
    fn steps(&self, rounds: &[Option<Round>]) -> impl Iterator<Item = (State, State)> {
        let mut expected = State { level: self.mu, variance: self.tau2 };
        rounds.iter().map(move |round| {
            let before = expected;
            let after = round.map_or(before, |round| self.learn(before, round));
            expected = State { level: after.level, variance: after.variance + self.q };
            (before, after)
        })
    }

    fn learn(&self, before: State, round: Round) -> State {
        let noise = self.noise(round);
        let gain = before.variance / (before.variance + noise);
        State {
            level: before.level + gain * (round.mean - before.level),
            // Equal to (1 - gain) * variance, without its cancellation.
            variance: gain * noise,
        }
    }

    fn noise(&self, round: Round) -> f64 {
        self.sigma2 / f64::from(round.answers)
    }

    fn filter(&self, rounds: &[Option<Round>]) -> Vec<State> {
        self.steps(rounds).map(|(_, after)| after).collect()
    }

    /// Backwards: each round learns from the one after it.
    fn smooth(&self, filtered: &[State]) -> Vec<State> {
        let mut smoothed = filtered.to_vec();
        for t in (0..filtered.len().saturating_sub(1)).rev() {
            let (now, next) = (filtered[t], smoothed[t + 1]);
            let expected = now.variance + self.q;
            // Nothing uncertain, nothing to learn.
            let gain = if expected > 0.0 { now.variance / expected } else { 0.0 };
            smoothed[t] = State {
                level: now.level + gain * (next.level - now.level),
                variance: now.variance + gain * gain * (next.variance - expected),
            };
        }
        smoothed
    }

    /// Minus twice the log-likelihood of the rounds, but for a constant.
    fn surprise(&self, rounds: &[Option<Round>]) -> f64 {
        let steps = rounds.iter().zip(self.steps(rounds));
        steps
            .filter_map(|(round, (before, _))| round.map(|round| (round, before)))
            .map(|(round, before)| {
                let variance = before.variance + self.noise(round);
                variance.ln() + (round.mean - before.level).powi(2) / variance
            })
            .sum()
    }
}

/// How much levels drift from one round to the next: the `q` that makes the rounds of all units together most likely,
/// zero when no drift is more likely than any. Searched up to `q = e^2`.
///
/// # Errors
/// As [`LocalLevel::new`] and [`LocalLevel::follow`]; with too many units; and when no unit has two rounds.
pub fn drift(mu: f64, tau2: f64, sigma2: f64, units: &[Vec<Option<Round>>]) -> Result<f64, TrendError> {
    let still = LocalLevel::new(mu, tau2, sigma2, 0.0)?;
    if units.len() > MAX_UNITS {
        return Err(TrendError::TooManyUnits);
    }
    units.iter().try_for_each(|rounds| check(rounds))?;
    if !units.iter().any(|rounds| rounds.iter().flatten().nth(1).is_some()) {
        return Err(TrendError::TooShort);
    }
    let surprise =
        |q: f64| -> f64 { units.iter().map(|rounds| LocalLevel { q, ..still }.surprise(rounds)).sum() };
    let (from, to) = LN_Q;
    let found = search::least(|ln| surprise(ln.exp()), from, to).exp();
    Ok(if surprise(0.0) <= surprise(found) { 0.0 } else { found })
}

fn check(rounds: &[Option<Round>]) -> Result<(), TrendError> {
    let sound = |round: &Round| {
        (1..=MAX_ANSWERS).contains(&(round.answers as usize)) && round.mean.abs() <= MAX_ANSWER
    };
    if rounds.len() > MAX_ROUNDS {
        Err(TrendError::TooManyRounds)
    } else if !rounds.iter().flatten().all(sound) {
        Err(TrendError::Round)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn rounds() -> impl Strategy<Value = Vec<Option<Round>>> {
        let round = (1u32..40, 1.0f64..5.0).prop_map(|(answers, mean)| Round { answers, mean });
        prop::collection::vec(prop::option::of(round), 1..12)
    }

    proptest! {
        #[test]
        fn to_look_back_never_makes_less_certain(rounds in rounds(), q in 0.0f64..0.2, tau2 in 0.0f64..0.5) {
            let points = LocalLevel::new(3.5, tau2, 0.8, q).unwrap().follow(&rounds).unwrap();
            prop_assert_eq!(points.len(), rounds.len());
            prop_assert!(points.iter().all(|p| 0.0 <= p.smoothed_variance + 1e-15));
            prop_assert!(points.iter().all(|p| p.smoothed_variance <= p.filtered_variance + 1e-12));
            let last = points[points.len() - 1];
            prop_assert_eq!((last.filtered, last.filtered_variance), (last.smoothed, last.smoothed_variance));
        }

        #[test]
        fn a_level_that_stands_still_is_one_large_round(rounds in rounds(), tau2 in 0.01f64..0.5) {
            let points = LocalLevel::new(3.5, tau2, 0.8, 0.0).unwrap().follow(&rounds).unwrap();
            let n: f64 = rounds.iter().flatten().map(|r| f64::from(r.answers)).sum();
            let sum: f64 = rounds.iter().flatten().map(|r| f64::from(r.answers) * r.mean).sum();
            let precision = 1.0 / tau2 + n / 0.8;
            let level = (3.5 / tau2 + sum / 0.8) / precision;
            for point in points {
                prop_assert!((point.smoothed - level).abs() < 1e-9);
                prop_assert!((point.smoothed_variance - 1.0 / precision).abs() < 1e-9);
            }
        }
    }

    #[test]
    fn what_cannot_be_followed_is_refused() {
        let good = Some(Round { answers: 6, mean: 3.5 });
        for (mu, tau2, sigma2, q) in [
            (f64::NAN, 0.1, 0.8, 0.0),
            (3.5, -0.1, 0.8, 0.0),
            (3.5, 0.1, 0.0, 0.0),
            (3.5, 0.1, 0.8, f64::INFINITY),
        ] {
            assert_eq!(LocalLevel::new(mu, tau2, sigma2, q), Err(TrendError::Model));
        }
        let model = LocalLevel::new(3.5, 0.1, 0.8, 0.05).unwrap();
        assert_eq!(model.follow(&[]), Ok(Vec::new()));
        assert_eq!(model.follow(&[good; MAX_ROUNDS + 1]), Err(TrendError::TooManyRounds));
        for (answers, mean) in [(0, 3.5), (6, f64::NAN), (6, 1e7)] {
            assert_eq!(model.follow(&[good, Some(Round { answers, mean })]), Err(TrendError::Round));
        }
        assert_eq!(drift(3.5, 0.1, 0.8, &[]), Err(TrendError::TooShort));
        assert_eq!(drift(3.5, 0.1, 0.8, &[vec![good, None], vec![good]]), Err(TrendError::TooShort));
    }
}
