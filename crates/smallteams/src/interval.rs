//! Intervals: where a figure probably is.

use statrs::distribution::{Continuous, ContinuousCDF, StudentsT};

/// The lowest answer on the scale of the questions.
pub const SCALE_LOW: f64 = 1.0;
/// The highest answer on the scale of the questions.
pub const SCALE_HIGH: f64 = 5.0;
/// Standard errors on each side of a 95 % interval under the normal distribution.
pub const Z95: f64 = 1.96;

/// A range that holds the true figure in about 95 cases of 100, in the unit of the figure it belongs to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The upper end; never below `low`.
    pub high: f64,
}

impl Interval {
    /// The whole scale of answers: what is known when nothing is known.
    pub const SCALE: Self = Self { low: SCALE_LOW, high: SCALE_HIGH };

    /// `centre` plus and minus `half`, which is not negative.
    #[must_use]
    pub fn around(centre: f64, half: f64) -> Self {
        Self { low: centre - half, high: centre + half }
    }

    /// The part that lies on the scale of answers, 1 to 5; an end outside is moved to the nearest end of the scale.
    #[must_use]
    pub fn on_scale(self) -> Self {
        Self { low: self.low.clamp(SCALE_LOW, SCALE_HIGH), high: self.high.clamp(SCALE_LOW, SCALE_HIGH) }
    }

    /// From end to end.
    #[must_use]
    pub fn width(self) -> f64 {
        self.high - self.low
    }

    /// Whether `value` lies within, ends included.
    #[must_use]
    pub fn contains(self, value: f64) -> bool {
        self.low <= value && value <= self.high
    }
}

/// Standard errors on each side of a 95 % interval under Student's t; `None` without degrees of freedom.
pub(crate) fn t95(degrees_of_freedom: usize) -> Option<f64> {
    let t = StudentsT::new(0.0, 1.0, degrees_of_freedom as f64).ok()?;
    let rough = t.inverse_cdf(0.975);
    // The inverse loses digits when there are many degrees of freedom; one step of Newton's brings them back.
    Some(rough - (t.cdf(rough) - 0.975) / t.pdf(rough))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn t_is_that_of_the_tables() {
        // R: qt(0.975, c(1, 2, 5, 30, 1000, 100000))
        let tables = [
            (1, 12.7062047361747),
            (2, 4.30265272974946),
            (5, 2.57058183563631),
            (30, 2.04227245630124),
            (1000, 1.96233908082641),
            (100000, 1.95998770753461),
        ];
        for (freedom, reference) in tables {
            let t = t95(freedom).unwrap();
            assert!((t - reference).abs() < 1e-9 * reference, "{freedom}: {t} here, {reference} there");
        }
        assert_eq!(t95(0), None);
    }

    #[test]
    fn an_interval_is_moved_onto_the_scale() {
        assert_eq!(Interval::around(4.8, 0.5).on_scale(), Interval { low: 4.3, high: 5.0 });
        assert_eq!(Interval::around(6.0, 0.5).on_scale(), Interval { low: 5.0, high: 5.0 });
        assert_eq!(Interval::around(0.0, 9.0).on_scale(), Interval::SCALE);
    }
}
