//! Did the leader's step help? The unit that took the step against units that took none.
//!
//! The later level of comparison units is predicted from the earlier by a straight line; the effect is what the unit
//! with the step has beyond the prediction. This takes care of regression to the mean: leaders act when things are low,
//! and what is low rises by itself. Ordinary least squares with its prediction interval (Student's t, C - 2 degrees of
//! freedom), and a placebo rank: how often a comparison unit, predicted from the others, is as far off (Abadie et al.
//! 2010, for synthetic controls).
//!
//! Assumes that the unit would have followed the same line. It shows an association, not a cause. The step and the
//! question are to be written down before the round.

use thiserror::Error;

use crate::interval::t95;
use crate::sample::MAX_ANSWER;
use crate::{Interval, MAX_UNITS, Verdict};

/// With fewer comparison units nothing is said: cannot tell yet.
pub const MIN_COMPARISONS: usize = 12;
/// Of the squares of the levels, the part below which what is left of them is rounding.
const ROUNDING: f64 = 1e-26;

/// The mean of one unit in the round before and the round after, in points of the scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BeforeAfter {
    /// The mean before.
    pub before: f64,
    /// The mean after.
    pub after: f64,
}

/// What goes together with the step.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StepEffect {
    /// The mean after minus `expected`, in points of the scale.
    pub effect: f64,
    /// Where the true effect probably is.
    pub interval: Interval,
    /// The share of units, this one among them, that are as far from their prediction: small when it stands out.
    pub placebo_p: f64,
    /// The mean after that the line predicts for this unit without a step.
    pub expected: f64,
}

/// Why nothing can be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum StepEffectError {
    /// There are fewer than [`MIN_COMPARISONS`] comparison units.
    #[error("cannot tell yet: {found} units to compare with, {MIN_COMPARISONS} are needed")]
    TooFewComparisons {
        /// How many there are.
        found: usize,
    },
    /// There are more than [`MAX_UNITS`] comparison units.
    #[error("there are more than {MAX_UNITS} units")]
    TooManyComparisons,
    /// The comparison units were all alike before, or lie exactly on a line.
    #[error("the units to compare with do not differ, so nothing can be predicted from them")]
    NoSpread,
    /// A mean is not finite or beyond ±[`MAX_ANSWER`].
    #[error("a mean is not a number that a mean can be")]
    OutOfRange,
}

/// What goes together with the step of `unit`. `comparisons` are units of the same department or size with no step in
/// the window.
///
/// # Errors
/// With fewer than [`MIN_COMPARISONS`] or too many comparison units, when they do not differ, and when a mean is not a
/// number.
pub fn estimate(unit: BeforeAfter, comparisons: &[BeforeAfter]) -> Result<StepEffect, StepEffectError> {
    let line = Line::through(comparisons, unit)?;
    let expected = line.at(unit.before);
    let effect = unit.after - expected;
    let error = line.error * (1.0 + line.leverage(unit.before)).sqrt();
    let t = t95(comparisons.len() - 2).ok_or(StepEffectError::NoSpread)?;
    let as_far = comparisons.iter().filter(|c| line.deleted_residual(c).abs() >= effect.abs()).count();
    Ok(StepEffect {
        effect,
        interval: Interval::around(effect, t * error),
        placebo_p: (1 + as_far) as f64 / (comparisons.len() + 1) as f64,
        expected,
    })
}

impl StepEffect {
    /// What may be said: likely better or worse when the interval leaves out zero.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        Verdict::of_interval(self.interval)
    }
}

/// The line through the comparison units.
struct Line {
    units: f64,
    mean_before: f64,
    mean_after: f64,
    slope: f64,
    /// Squared distances of the earlier means from their mean, summed.
    spread: f64,
    /// The standard deviation of the comparison units around the line.
    error: f64,
}

impl Line {
    fn through(comparisons: &[BeforeAfter], unit: BeforeAfter) -> Result<Self, StepEffectError> {
        let found = comparisons.len();
        if found < MIN_COMPARISONS {
            return Err(StepEffectError::TooFewComparisons { found });
        }
        if found > MAX_UNITS {
            return Err(StepEffectError::TooManyComparisons);
        }
        let sound = |c: &BeforeAfter| c.before.abs() <= MAX_ANSWER && c.after.abs() <= MAX_ANSWER;
        if !sound(&unit) || !comparisons.iter().all(sound) {
            return Err(StepEffectError::OutOfRange);
        }
        Self::fit(comparisons).ok_or(StepEffectError::NoSpread)
    }

    fn fit(comparisons: &[BeforeAfter]) -> Option<Self> {
        let units = comparisons.len() as f64;
        let sum = |of: &dyn Fn(&BeforeAfter) -> f64| comparisons.iter().map(of).sum::<f64>();
        let (mean_before, mean_after) = (sum(&|c| c.before) / units, sum(&|c| c.after) / units);
        let spread = sum(&|c| (c.before - mean_before).powi(2));
        if spread <= ROUNDING * sum(&|c| c.before.powi(2)) {
            return None;
        }
        let slope = sum(&|c| (c.before - mean_before) * (c.after - mean_after)) / spread;
        let line = Self { units, mean_before, mean_after, slope, spread, error: 0.0 };
        let squares = sum(&|c| line.residual(c).powi(2));
        let differ = squares > ROUNDING * sum(&|c| c.after.powi(2));
        differ.then(|| Self { error: (squares / (units - 2.0)).sqrt(), ..line })
    }

    fn at(&self, before: f64) -> f64 {
        self.mean_after + self.slope * (before - self.mean_before)
    }

    fn leverage(&self, before: f64) -> f64 {
        1.0 / self.units + (before - self.mean_before).powi(2) / self.spread
    }

    fn residual(&self, unit: &BeforeAfter) -> f64 {
        unit.after - self.at(unit.before)
    }

    /// How far a comparison unit is from the line through the others. A unit that alone holds the slope has no such
    /// line, and counts as infinitely far: it makes the placebo rank larger, never smaller.
    fn deleted_residual(&self, unit: &BeforeAfter) -> f64 {
        let left = 1.0 - self.leverage(unit.before);
        if left > f64::EPSILON * self.units { self.residual(unit) / left } else { f64::INFINITY }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn comparisons(n: std::ops::Range<usize>) -> impl Strategy<Value = Vec<BeforeAfter>> {
        let unit = (1.0f64..5.0, 1.0f64..5.0).prop_map(|(before, after)| BeforeAfter { before, after });
        prop::collection::vec(unit, n)
    }

    proptest! {
        #[test]
        fn the_deleted_residual_is_that_of_the_line_without_the_unit(units in comparisons(13..30)) {
            let line = Line::fit(&units).unwrap();
            let without = Line::fit(&units[1..]).unwrap();
            let direct = without.residual(&units[0]);
            prop_assert!((line.deleted_residual(&units[0]) - direct).abs() < 1e-8 * (1.0 + direct.abs()));
        }

        #[test]
        fn a_point_more_after_is_a_point_more_effect(units in comparisons(12..30), before in 1.0f64..5.0) {
            let low = estimate(BeforeAfter { before, after: 3.0 }, &units).unwrap();
            let high = estimate(BeforeAfter { before, after: 4.0 }, &units).unwrap();
            prop_assert!((high.effect - low.effect - 1.0).abs() < 1e-9);
            prop_assert!((high.interval.width() - low.interval.width()).abs() < 1e-9);
            prop_assert!(low.interval.contains(low.effect) && low.placebo_p > 0.0 && low.placebo_p <= 1.0);
        }
    }

    #[test]
    fn what_cannot_be_told_is_refused() {
        let unit = BeforeAfter { before: 3.0, after: 3.5 };
        let others: Vec<BeforeAfter> = (0..12)
            .map(|i| BeforeAfter { before: 3.0 + 0.1 * f64::from(i), after: 3.0 + 0.1 * f64::from(i) })
            .collect();
        assert_eq!(estimate(unit, &[]), Err(StepEffectError::TooFewComparisons { found: 0 }));
        assert_eq!(estimate(unit, &others[..11]), Err(StepEffectError::TooFewComparisons { found: 11 }));
        assert_eq!(estimate(unit, &others), Err(StepEffectError::NoSpread), "they lie on a line");
        assert_eq!(estimate(unit, &[unit; 20]), Err(StepEffectError::NoSpread));
        assert_eq!(estimate(unit, &vec![unit; MAX_UNITS + 1]), Err(StepEffectError::TooManyComparisons));
        let mut broken = others;
        broken[3].after = f64::NAN;
        assert_eq!(estimate(unit, &broken), Err(StepEffectError::OutOfRange));
    }
}
