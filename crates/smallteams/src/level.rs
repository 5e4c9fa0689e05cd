//! The level behind what a team said: partial pooling of many units.
//!
//! A small team's mean is drawn towards the mean of all units by as much as chance makes it stray: normal-normal
//! partial pooling with REML variances (Henderson's BLUP; Robinson 1991, "That BLUP is a good thing"). The interval
//! includes the uncertainty of the common mean.
//!
//! Assumes that the units are alike enough to be drawn from one distribution, and that people within units spread
//! alike. A unit that truly stands far from all others is drawn in too much: show its own mean as well.

use thiserror::Error;

use crate::interval::{Z95, t95};
use crate::reml::{self, Components};
use crate::sample::Sample;
use crate::{Interval, MAX_UNITS};

/// With fewer units than this, nothing can be learnt about how units differ, and each stands for itself.
pub const MIN_UNITS_TO_POOL: usize = 8;

/// The levels of the units of one organisation or department.
#[derive(Debug, Clone, PartialEq)]
pub struct Levels {
    /// The mean that the units are drawn towards. Without pooling: the plain mean of the units' means.
    pub mu: f64,
    /// Variance between the units' levels; `None` without pooling.
    pub tau2: Option<f64>,
    /// Variance between people within a unit.
    pub sigma2: f64,
    /// One for each unit, in the order given.
    pub units: Vec<Level>,
}

/// The level of one unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Level {
    /// What the unit said.
    pub sample: Sample,
    /// The level behind it.
    pub level: f64,
    /// How much the unit's own answers weigh in `level`, from 0 to 1; the rest is the weight of the other units.
    pub weight: f64,
    /// Where the true level probably is, on the scale 1 to 5.
    pub interval: Interval,
}

/// Why levels cannot be computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum LevelError {
    /// There are no units.
    #[error("there are no units")]
    NoUnits,
    /// There are more than [`MAX_UNITS`] units.
    #[error("there are more than {MAX_UNITS} units")]
    TooManyUnits,
    /// In no unit did two answers differ, so the spread of answers is unknown.
    #[error("no two answers within a unit differ, so their spread cannot be known")]
    NoSpread,
    /// There must be one department named for each unit.
    #[error("each unit needs its department")]
    Departments,
}

/// The levels of these units, pooled when they are [`MIN_UNITS_TO_POOL`] or more.
///
/// With fewer units each gets Student's t-interval from its own answers; a unit whose answers do not differ, or that has
/// but one, gets the whole scale, for it says nothing about its own uncertainty.
///
/// # Errors
/// Without units, with more than [`MAX_UNITS`], and when no two answers within any unit differ.
pub fn estimate(units: &[Sample]) -> Result<Levels, LevelError> {
    if units.is_empty() {
        return Err(LevelError::NoUnits);
    }
    if units.len() > MAX_UNITS {
        return Err(LevelError::TooManyUnits);
    }
    if units.iter().all(|unit| unit.deviation().is_none()) {
        return Err(LevelError::NoSpread);
    }
    Ok(if units.len() < MIN_UNITS_TO_POOL { apart(units) } else { pooled(units) })
}

fn pooled(units: &[Sample]) -> Levels {
    let found = reml::components(units);
    let levels = units.iter().map(|unit| drawn_in(*unit, &found)).collect();
    Levels { mu: found.mu, tau2: Some(found.tau2), sigma2: found.sigma2, units: levels }
}

fn drawn_in(sample: Sample, found: &Components) -> Level {
    let error = found.sigma2 / f64::from(sample.answers());
    let weight = found.tau2 / (found.tau2 + error);
    let level = found.mu + weight * (sample.mean() - found.mu);
    let variance = weight * error + (1.0 - weight).powi(2) * found.mu_variance;
    Level { sample, level, weight, interval: Interval::around(level, Z95 * variance.sqrt()).on_scale() }
}

fn apart(units: &[Sample]) -> Levels {
    let squares: f64 = units.iter().map(|unit| unit.squares()).sum();
    let freedom: f64 = units.iter().map(|unit| f64::from(unit.answers()) - 1.0).sum();
    Levels {
        mu: units.iter().map(|unit| unit.mean()).sum::<f64>() / units.len() as f64,
        tau2: None,
        sigma2: squares / freedom,
        units: units.iter().map(|unit| alone(*unit)).collect(),
    }
}

fn alone(sample: Sample) -> Level {
    let half = sample.deviation().zip(t95(sample.answers() as usize - 1));
    let interval = half.map_or(Interval::SCALE, |(deviation, t)| {
        Interval::around(sample.mean(), t * deviation / f64::from(sample.answers()).sqrt()).on_scale()
    });
    Level { sample, level: sample.mean(), weight: 1.0, interval }
}

/// Whom a unit's level was drawn towards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Peers {
    /// The units of its own department.
    Department,
    /// All units.
    Everyone,
}

/// The levels of these units, each pooled within its department when that has [`MIN_UNITS_TO_POOL`] units or more and
/// some spread, otherwise with all units. One level for each unit, in the order given.
///
/// # Errors
/// As [`estimate`], and when `departments` does not name one department for each unit.
pub fn by_department<D: Ord>(units: &[Sample], departments: &[D]) -> Result<Vec<(Level, Peers)>, LevelError> {
    if units.len() != departments.len() {
        return Err(LevelError::Departments);
    }
    let everyone = estimate(units)?.units;
    let mut levels: Vec<(Level, Peers)> =
        everyone.into_iter().map(|level| (level, Peers::Everyone)).collect();
    let mut order: Vec<usize> = (0..units.len()).collect();
    order.sort_by(|a, b| departments[*a].cmp(&departments[*b]));
    for members in order.chunk_by(|a, b| departments[*a] == departments[*b]) {
        if members.len() < MIN_UNITS_TO_POOL {
            continue;
        }
        let own: Vec<Sample> = members.iter().map(|member| units[*member]).collect();
        if let Ok(found) = estimate(&own) {
            for (member, level) in members.iter().zip(found.units) {
                levels[*member] = (level, Peers::Department);
            }
        }
    }
    Ok(levels)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn samples(answers: &[Vec<u8>]) -> Vec<Sample> {
        let unit = |ys: &Vec<u8>| Sample::of(&ys.iter().map(|y| f64::from(*y)).collect::<Vec<_>>()).unwrap();
        answers.iter().map(unit).collect()
    }

    fn answers(units: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Vec<u8>>> {
        prop::collection::vec(prop::collection::vec(1u8..=5, 1..15), units)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(96))]
        #[test]
        fn a_level_lies_between_the_own_mean_and_the_common_mean(answers in answers(8..30)) {
            let Ok(levels) = estimate(&samples(&answers)) else { return Ok(()) };
            for unit in &levels.units {
                let (own, common) = (unit.sample.mean(), levels.mu);
                prop_assert!(own.min(common) - 1e-12 <= unit.level && unit.level <= own.max(common) + 1e-12);
                prop_assert!((0.0..=1.0).contains(&unit.weight));
                prop_assert!(unit.interval.contains(unit.level));
                prop_assert!(1.0 <= unit.interval.low && unit.interval.high <= 5.0);
            }
        }

        #[test]
        fn the_order_of_the_units_does_not_matter(answers in answers(1..20)) {
            let units = samples(&answers);
            let reversed: Vec<Sample> = units.iter().rev().copied().collect();
            let (Ok(a), Ok(b)) = (estimate(&units), estimate(&reversed)) else { return Ok(()) };
            for (x, y) in a.units.iter().zip(b.units.iter().rev()) {
                prop_assert!((x.level - y.level).abs() < 1e-6);
                prop_assert!((x.interval.width() - y.interval.width()).abs() < 1e-6);
            }
        }

        #[test]
        fn more_answers_weigh_more(answers in answers(8..30)) {
            let Ok(levels) = estimate(&samples(&answers)) else { return Ok(()) };
            let mut by_size = levels.units.clone();
            by_size.sort_by_key(|unit| unit.sample.answers());
            prop_assert!(by_size.windows(2).all(|pair| pair[0].weight <= pair[1].weight));
        }
    }

    #[test]
    fn what_cannot_be_estimated_is_refused() {
        assert_eq!(estimate(&[]), Err(LevelError::NoUnits));
        let alike = Sample::of(&[3.3; 6]).unwrap();
        let other = Sample::of(&[4.0; 6]).unwrap();
        assert_eq!(estimate(&[alike]), Err(LevelError::NoSpread));
        assert_eq!(estimate(&[alike; 12]), Err(LevelError::NoSpread));
        assert_eq!(estimate(&[[alike; 6], [other; 6]].concat()), Err(LevelError::NoSpread));
        assert_eq!(estimate(&vec![alike; MAX_UNITS + 1]), Err(LevelError::TooManyUnits));
        assert_eq!(by_department(&[alike], &["a", "b"]), Err(LevelError::Departments));
    }

    #[test]
    fn a_unit_alone_stands_for_itself() {
        let unit = Sample::of(&[2.0, 3.0, 3.0, 4.0, 4.0, 5.0]).unwrap();
        let levels = estimate(&[unit]).unwrap();
        assert_eq!((levels.tau2, levels.units[0].level, levels.units[0].weight), (None, 3.5, 1.0));
        // R: t.test(c(2,3,3,4,4,5))$conf.int
        assert!(
            (levels.units[0].interval.low - 2.399_342_615_291_99).abs() < 1e-9,
            "{:?}",
            levels.units[0].interval
        );
    }

    #[test]
    fn few_units_that_show_no_spread_get_the_whole_scale() {
        let units =
            [Sample::of(&[4.0, 4.0, 4.0]), Sample::of(&[2.0]), Sample::of(&[1.0, 2.0])].map(Result::unwrap);
        let levels = estimate(&units).unwrap();
        assert_eq!(levels.units[0].interval, Interval::SCALE);
        assert_eq!(levels.units[1].interval, Interval::SCALE);
    }

    #[test]
    fn a_large_department_is_its_own_measure() {
        let unit = |low: f64| Sample::of(&[low, low + 1.0, low + 1.0, low + 2.0]).unwrap();
        let units: Vec<Sample> = (0..11).map(|i| unit(1.0 + f64::from(i) / 10.0)).collect();
        let departments: Vec<u8> = (0..11).map(|i| u8::from(i >= 8)).collect();
        let levels = by_department(&units, &departments).unwrap();
        let own = estimate(&units[..8]).unwrap().units;
        let all = estimate(&units).unwrap().units;
        assert!(levels[..8].iter().zip(own).all(|(a, b)| *a == (b, Peers::Department)));
        assert!(levels[8..].iter().zip(&all[8..]).all(|(a, b)| *a == (*b, Peers::Everyone)));
    }
}
