//! How much units typically move between two rounds.
//!
//! The same people answer twice, so the unpaired variance `v = sigma2 (1/n1 + 1/n2)` overstates the noise, and blind
//! ballots cannot be paired. But most units change little, so the middle of all changes shows the noise: in five
//! classes of `v`, the median squared distance from the common change estimates the variance (0.4549 is the median of
//! a squared standard normal), and a line `a + b v` through the five, weighted by the inverse of their squares with
//! `a, b >= 0`, gives it for every size.
//!
//! Assumes that most units change little between two rounds; tried with 20 % changed.

use crate::detectable;

/// With fewer units the typical movement cannot be told, and the unpaired variance stands.
pub const MIN_UNITS: usize = 40;
/// Classes of `v`, by quantiles.
const CLASSES: usize = 5;
/// A class with fewer units says too little, and is left out.
const MIN_IN_CLASS: usize = 8;
/// The median of the square of a standard normal variable.
const MEDIAN_OF_SQUARE: f64 = 0.454_936_4;

/// The typical movement: what a change is measured against.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Movement {
    /// The median change: what moved everywhere.
    pub median: f64,
    /// The part of the variance that is the same for every unit, in squared points; not negative.
    pub a: f64,
    /// The part of the unpaired variance that is left when the same people answer; not negative.
    pub b: f64,
    /// How much larger than found a standard error is taken to be; 1 where the unpaired variance stands.
    pub caution: f64,
}

impl Movement {
    /// From changes and their unpaired variances, which are positive. Empty: nothing moved.
    pub(crate) fn of(changes: &[(f64, f64)]) -> Self {
        let median = median(changes.iter().map(|(change, _)| *change).collect());
        let classes = if changes.len() < MIN_UNITS { Vec::new() } else { classes(changes, median) };
        let (a, b) = match classes.as_slice() {
            [] => (0.0, 1.0),
            classes => line(classes),
        };
        Self { median, a, b, caution: 1.0 }
    }

    /// With larger standard errors, where they were found from movements.
    pub(crate) fn with_caution(self, caution: f64) -> Self {
        let unpaired = self.a == 0.0 && self.b == 1.0;
        Self { caution: if unpaired { 1.0 } else { caution }, ..self }
    }

    /// The variance of a change whose unpaired variance is `v`: never more than the unpaired variance or the part
    /// common to all, whichever is larger, times the caution squared.
    #[must_use]
    pub fn variance(&self, v: f64) -> f64 {
        (self.a + self.b * v).min(v.max(self.a)) * self.caution.powi(2)
    }

    /// The smallest change a unit could show in 80 cases of 100, in points of the scale; `v` is its unpaired variance.
    #[must_use]
    pub fn smallest_change(&self, v: f64) -> f64 {
        detectable::smallest_change(self.variance(v).sqrt())
    }
}

/// Mean unpaired variance and typical squared movement.
#[derive(Clone, Copy)]
struct Class {
    v: f64,
    moved: f64,
}

/// The classes that say something: enough units, and not so coarse answers that most moved by the very same amount.
fn classes(changes: &[(f64, f64)], median_change: f64) -> Vec<Class> {
    let mut sorted: Vec<f64> = changes.iter().map(|(_, v)| *v).collect();
    sorted.sort_unstable_by(f64::total_cmp);
    let edges: Vec<f64> = (1..CLASSES).map(|i| quantile(&sorted, i as f64 / CLASSES as f64)).collect();
    let class_of = |v: f64| edges.iter().filter(|edge| v > **edge).count();
    (0..CLASSES)
        .map(|class| changes.iter().filter(|(_, v)| class_of(*v) == class).copied().collect::<Vec<_>>())
        .filter(|members| members.len() >= MIN_IN_CLASS)
        .map(|members| Class {
            v: members.iter().map(|(_, v)| v).sum::<f64>() / members.len() as f64,
            moved: median(members.iter().map(|(d, _)| (d - median_change).powi(2)).collect())
                / MEDIAN_OF_SQUARE,
        })
        .filter(|class| class.moved > 0.0)
        .collect()
}

/// The `a, b >= 0` that make `sum ((a + b v - moved) / moved)^2` least. Two unknowns leave three cases to compare: both
/// free, `b` zero, `a` zero.
fn line(classes: &[Class]) -> (f64, f64) {
    let sum = |of: &dyn Fn(&Class) -> f64| classes.iter().map(|c| of(c) / c.moved.powi(2)).sum::<f64>();
    let (w, wv, wvv) = (sum(&|_| 1.0), sum(&|c| c.v), sum(&|c| c.v * c.v));
    let (wy, wvy) = (sum(&|c| c.moved), sum(&|c| c.v * c.moved));
    // Equal to w * wvv - wv^2, without its cancellation: zero when all classes have one and the same `v`.
    let centre = wv / w;
    let spread = sum(&|c| (c.v - centre).powi(2));
    let slope = sum(&|c| (c.v - centre) * c.moved) / spread;
    let free = (wy / w - slope * centre, slope);
    if spread > (f64::EPSILON * centre).powi(2) * w && free.0 >= 0.0 && free.1 >= 0.0 {
        return free;
    }
    let loss = |(a, b): (f64, f64)| sum(&|c| (a + b * c.v - c.moved).powi(2));
    let (level, through_zero) = ((wy / w, 0.0), (0.0, wvy / wvv));
    // On a tie, as when all units are of one size, the movement is taken to be common to all.
    if loss(level) <= loss(through_zero) * (1.0 + 1e-12) + 1e-24 { level } else { through_zero }
}

/// The median; zero of nothing.
fn median(mut values: Vec<f64>) -> f64 {
    values.sort_unstable_by(f64::total_cmp);
    quantile(&values, 0.5)
}

/// Interpolated between the neighbours (type 7 of Hyndman and Fan 1996); zero of nothing.
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let place = share * sorted.len().saturating_sub(1) as f64;
    let (below, rest) = (place.floor() as usize, place.fract());
    let Some(low) = sorted.get(below) else { return 0.0 };
    sorted.get(below + 1).map_or(*low, |high| low + rest * (high - low))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn loss(classes: &[Class], a: f64, b: f64) -> f64 {
        classes.iter().map(|c| ((a + b * c.v - c.moved) / c.moved).powi(2)).sum()
    }

    proptest! {
        #[test]
        fn no_other_line_is_better(
            classes in prop::collection::vec((0.01f64..0.5, 0.01f64..0.5), 1..6),
            steps in prop::collection::vec((-1.0f64..1.0, -1.0f64..1.0), 60),
        ) {
            let classes: Vec<Class> = classes.into_iter().map(|(v, moved)| Class { v, moved }).collect();
            let (a, b) = line(&classes);
            prop_assert!(a >= 0.0 && b >= 0.0);
            let least = loss(&classes, a, b);
            for (i, (da, db)) in steps.into_iter().enumerate() {
                // The loss is convex, so being least near by is being least.
                let size = 0.3f64.powi(i as i32 % 8);
                let (a, b) = ((a + da * size).max(0.0), (b + db * size).max(0.0));
                prop_assert!(least <= loss(&classes, a, b) + 1e-9);
            }
        }
    }

    #[test]
    fn units_of_one_size_move_by_one_amount() {
        let changes: Vec<(f64, f64)> = (0..80).map(|i| ((f64::from(i) - 39.5) / 100.0, 0.1)).collect();
        let movement = Movement::of(&changes);
        assert_eq!(movement.b, 0.0);
        // Distances 0.005, 0.015 ... each twice: the median of their squares is between 0.195^2 and 0.205^2.
        let expected = f64::midpoint(0.195f64.powi(2), 0.205f64.powi(2)) / MEDIAN_OF_SQUARE;
        assert!((movement.a - expected).abs() < 1e-12, "{movement:?} {expected}");
        assert!((movement.variance(0.1) - expected).abs() < 1e-12);
    }

    #[test]
    fn few_units_or_no_movement_leave_the_unpaired_variance() {
        for changes in [vec![(0.3, 0.2); 39], vec![(0.3, 0.2); 400], Vec::new()] {
            let movement = Movement::of(&changes);
            assert_eq!((movement.a, movement.b, movement.variance(0.2)), (0.0, 1.0, 0.2));
        }
    }
}
