//! Change between two rounds: better, worse, or cannot tell.
//!
//! A unit's change is measured against how much units typically move ([`crate::movement`]). Beyond 1.96 standard errors
//! it is likely better or likely worse; anything else cannot be told yet. A list over many units is corrected for the
//! many comparisons (Benjamini and Hochberg 1995).

use statrs::function::erf::erfc;
use thiserror::Error;

use crate::movement::Movement;
use crate::sample::{MAX_ANSWER, MAX_ANSWERS};
use crate::{MAX_UNITS, Verdict, false_discovery};

/// How much larger than the typical movement a standard error is taken to be by [`judge_cautiously`].
///
/// The typical movement is the middle of what all units did. Units differ in more than their size: in some many are new,
/// in some all stayed, so those in the tails move more than the middle says, and with nothing changed anywhere verdicts
/// came at 6.5 % of units instead of at most 5 (7.4 % of the smallest). With 1.15 every size stays below 5 % on made-up
/// municipalities (`tests/simulated.rs`); with 1.1 the smallest did not always. The price is that fewer changes are found.
pub const CAUTION: f64 = 1.15;

/// The same unit in two rounds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    /// How many answered in the earlier round; at least one.
    pub answers_before: u32,
    /// How many answered in the later round; at least one.
    pub answers_after: u32,
    /// The later mean minus the earlier, in points of the scale.
    pub difference: f64,
}

/// What the changes of all units say together.
#[derive(Debug, Clone, PartialEq)]
pub struct Changes {
    /// How much units typically move.
    pub movement: Movement,
    /// One for each unit, in the order given.
    pub units: Vec<Change>,
}

/// What may be said about the change of one unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// The standard error of the change, in points of the scale.
    pub s: f64,
    /// The change in standard errors.
    pub z: f64,
    /// The chance of a change at least this large, either way, when nothing changed.
    pub p: f64,
    /// What may be said to the unit.
    pub verdict: Verdict,
    /// Whether the unit also changed more, the same way, than units in general did.
    pub beyond_the_common: bool,
    /// Whether it stays after the correction for many comparisons, at a false discovery rate of 10 %. Where most units
    /// changed this limit is wider than the verdict's: a list shows units that have both.
    pub listed: bool,
    /// The smallest change this unit would show in 80 cases of 100, in points of the scale.
    pub smallest_change: f64,
}

/// Why changes cannot be judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ChangeError {
    /// There are no units.
    #[error("there are no units")]
    NoUnits,
    /// There are more than [`MAX_UNITS`] units.
    #[error("there are more than {MAX_UNITS} units")]
    TooManyUnits,
    /// The variance within units is zero, negative or not finite.
    #[error("the variance within units must be above zero")]
    Variance,
    /// A unit has no answers in one of the rounds, or more than [`MAX_ANSWERS`].
    #[error("a unit must have between 1 and {MAX_ANSWERS} answers in both rounds")]
    Answers,
    /// A difference is not finite or beyond ±[`MAX_ANSWER`].
    #[error("a difference is not a number that a difference can be")]
    Difference,
}

/// What may be said about each of these units. `sigma2` is the variance between people within units, as
/// [`crate::level::estimate`] gives it.
///
/// # Errors
/// Without units or with too many, when `sigma2` is not above zero and finite, when a unit lacks answers in a round,
/// and when a difference is not finite.
pub fn judge(sigma2: f64, units: &[Pair]) -> Result<Changes, ChangeError> {
    judged(sigma2, units, 1.0)
}

/// As [`judge`], with standard errors larger by [`CAUTION`] where they come from the typical movement: for verdicts that
/// people are told, so that false alarms stay below 5 % also when nothing changed anywhere. With fewer units than
/// [`crate::movement::MIN_UNITS`] the unpaired variance stands, which is cautious by itself.
///
/// # Errors
/// As [`judge`].
pub fn judge_cautiously(sigma2: f64, units: &[Pair]) -> Result<Changes, ChangeError> {
    judged(sigma2, units, CAUTION)
}

fn judged(sigma2: f64, units: &[Pair], caution: f64) -> Result<Changes, ChangeError> {
    check(sigma2, units)?;
    let changes: Vec<(f64, f64)> =
        units.iter().map(|unit| (unit.difference, unit.unpaired(sigma2))).collect();
    let movement = Movement::of(&changes).with_caution(caution);
    let mut units: Vec<Change> = changes.iter().map(|(d, v)| weigh(*d, *v, &movement)).collect();
    let p: Vec<f64> = units.iter().map(|unit| unit.p).collect();
    for (unit, listed) in units.iter_mut().zip(false_discovery::listed(&p)) {
        unit.listed = listed;
    }
    Ok(Changes { movement, units })
}

fn check(sigma2: f64, units: &[Pair]) -> Result<(), ChangeError> {
    let counted = |answers: u32| (1..=MAX_ANSWERS).contains(&(answers as usize));
    if units.is_empty() {
        Err(ChangeError::NoUnits)
    } else if units.len() > MAX_UNITS {
        Err(ChangeError::TooManyUnits)
    } else if !(sigma2.is_normal() && sigma2 > 0.0) {
        Err(ChangeError::Variance)
    } else if !units.iter().all(|unit| counted(unit.answers_before) && counted(unit.answers_after)) {
        Err(ChangeError::Answers)
    } else if !units.iter().all(|unit| unit.difference.abs() <= MAX_ANSWER) {
        Err(ChangeError::Difference)
    } else {
        Ok(())
    }
}

impl Changes {
    /// What may be said of another group's change, measured by the same movement: of a department, beside its units. It is
    /// on no list.
    #[must_use]
    pub fn of_another(&self, sigma2: f64, pair: Pair) -> Change {
        weigh(pair.difference, pair.unpaired(sigma2), &self.movement)
    }
}

fn weigh(difference: f64, unpaired: f64, movement: &Movement) -> Change {
    let s = movement.variance(unpaired).sqrt();
    let z = difference / s;
    let verdict = Verdict::of_z(z);
    let beyond = Verdict::of_z((difference - movement.median) / s);
    Change {
        s,
        z,
        p: erfc(z.abs() / std::f64::consts::SQRT_2),
        verdict,
        beyond_the_common: verdict != Verdict::CannotTell && beyond == verdict,
        listed: false,
        smallest_change: movement.smallest_change(unpaired),
    }
}

impl Pair {
    /// The variance the difference would have if other people had answered each time.
    #[must_use]
    pub fn unpaired(&self, sigma2: f64) -> f64 {
        sigma2 * (1.0 / f64::from(self.answers_before) + 1.0 / f64::from(self.answers_after))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn pairs(units: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Pair>> {
        let pair = (1u32..40, 1u32..40, -40i32..=40).prop_map(|(before, after, d)| Pair {
            answers_before: before,
            answers_after: after,
            difference: f64::from(d) / 10.0,
        });
        prop::collection::vec(pair, units)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(96))]
        #[test]
        fn turned_around_better_is_worse(pairs in pairs(1..120)) {
            let turned: Vec<Pair> = pairs.iter().map(|p| Pair { difference: -p.difference, ..*p }).collect();
            let (a, b) = (judge(0.7, &pairs).unwrap(), judge(0.7, &turned).unwrap());
            for (x, y) in a.units.iter().zip(&b.units) {
                prop_assert!((x.z + y.z).abs() < 1e-9);
                prop_assert_eq!((x.verdict == Verdict::Better, x.listed), (y.verdict == Verdict::Worse, y.listed));
            }
        }

        #[test]
        fn every_figure_is_a_number_and_agrees_with_the_others(pairs in pairs(1..120)) {
            let found = judge(0.7, &pairs).unwrap();
            for (unit, pair) in found.units.iter().zip(&pairs) {
                prop_assert!(unit.s > 0.0 && unit.z.is_finite() && (0.0..=1.0).contains(&unit.p));
                prop_assert_eq!(unit.verdict != Verdict::CannotTell, (pair.difference / unit.s).abs() > 1.96);
                prop_assert!(!unit.beyond_the_common || unit.verdict != Verdict::CannotTell);
                prop_assert!((unit.smallest_change - 2.8 * unit.s).abs() < 1e-12);
            }
            let worst_listed = found.units.iter().filter(|u| u.listed).map(|u| u.p).fold(0.0, f64::max);
            prop_assert!(found.units.iter().all(|u| u.listed || u.p > worst_listed));
        }
    }

    #[test]
    fn a_change_everywhere_is_not_one_units_own() {
        let mut pairs = vec![Pair { answers_before: 9, answers_after: 9, difference: 1.0 }; 38];
        pairs[0].difference = 2.2;
        pairs[1].difference = -1.0;
        let found = judge(0.5, &pairs).unwrap().units;
        let said = |i: usize| (found[i].verdict, found[i].beyond_the_common);
        assert_eq!(said(0), (Verdict::Better, true));
        assert_eq!(said(1), (Verdict::Worse, true));
        assert_eq!(said(2), (Verdict::Better, false));
    }

    #[test]
    fn what_cannot_be_judged_is_refused() {
        let good = Pair { answers_before: 6, answers_after: 6, difference: 0.1 };
        assert_eq!(judge(0.5, &[]), Err(ChangeError::NoUnits));
        for sigma2 in [0.0, -1.0, f64::NAN, f64::INFINITY, 1e-320] {
            assert_eq!(judge(sigma2, &[good]), Err(ChangeError::Variance));
        }
        assert_eq!(judge(0.5, &[Pair { answers_before: 0, ..good }]), Err(ChangeError::Answers));
        assert_eq!(judge(0.5, &[Pair { answers_after: u32::MAX, ..good }]), Err(ChangeError::Answers));
        for difference in [f64::NAN, f64::INFINITY, 1e7] {
            assert_eq!(judge(0.5, &[Pair { difference, ..good }]), Err(ChangeError::Difference));
        }
    }
}
