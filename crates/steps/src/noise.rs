use statrs::distribution::{ContinuousCDF, StudentsT};

/// The fewest weeks before and the fewest after, without which no change is spoken of.
pub const WEEKS_EACH_SIDE: usize = 4;
/// The most weeks looked at on each side, the nearest to the change: older ones belong to another year's life.
pub(crate) const MOST_WEEKS_EACH_SIDE: usize = 26;
/// The correlation between one week and the next that is presumed even where less is seen: a handful of weeks cannot show
/// it, and their own estimate is far too low.
const LEAST_CORRELATION: f64 = 0.3;
/// The highest correlation reckoned with.
const MOST_CORRELATION: f64 = 0.8;
/// The smallest spread, in hours, presumed between weeks: calendars are drawn in quarters of an hour.
const LEAST_SPREAD: f64 = 0.25;
/// Two-sided confidence of the interval.
const CONFIDENCE: f64 = 0.95;

/// A change in a weekly figure, and how far it may be off. Hours a week.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// Mean before.
    pub before: f64,
    /// Mean after.
    pub after: f64,
    /// `after - before`.
    pub change: f64,
    /// The lower end of its 95 % interval.
    pub low: f64,
    /// The upper end of its 95 % interval.
    pub high: f64,
}

/// The change in the mean from one stretch of weeks to another (each in order of time), with a 95 % interval that reckons
/// with weeks being alike. `None` with fewer than four weeks on a side or a figure that is not finite.
///
/// Welch's interval for two means of unequal spread (B. L. Welch, Biometrika 34, 1947), with degrees of freedom after
/// Satterthwaite (Biometrics Bulletin 2, 1946), where each side's number of weeks is replaced by its effective number
/// `n / v` for autocorrelated series (Bayley & Hammersley, J. R. Stat. Soc. Suppl. 8, 1946; for tests of means: Zwiers &
/// von Storch, J. Climate 8, 1995): `v = 1 + 2 sum_{k=1}^{n-1} (1 - k/n) r^k`. The sample variance of such a series is too
/// small by `(n - v) / (n - 1)`, which is corrected as well, and has about `n / w - 1` degrees of freedom, where `w` is `v`
/// with `r^2` for `r`: squares of weeks are alike by the square. `r` is the correlation seen within the two sides, but at
/// least 0.3.
pub(crate) fn change(before: &[f64], after: &[f64]) -> Option<Change> {
    let enough = before.len().min(after.len()) >= WEEKS_EACH_SIDE;
    if !enough || before.iter().chain(after).any(|hours| !hours.is_finite()) {
        return None;
    }
    let before = &before[before.len().saturating_sub(MOST_WEEKS_EACH_SIDE)..];
    let after = &after[..after.len().min(MOST_WEEKS_EACH_SIDE)];
    let correlation = correlation(before, after).clamp(LEAST_CORRELATION, MOST_CORRELATION);
    interval(before, after, correlation, LEAST_SPREAD)
}

fn interval(before: &[f64], after: &[f64], correlation: f64, least_spread: f64) -> Option<Change> {
    let (b, a) = (Side::of(before, correlation, least_spread), Side::of(after, correlation, least_spread));
    let variance = b.variance + a.variance;
    let freedom = variance.powi(2) / (b.variance.powi(2) / b.freedom + a.variance.powi(2) / a.freedom);
    // Student's t below one degree of freedom is too wide to be of use, and hard to compute.
    let t = StudentsT::new(0.0, 1.0, freedom.max(1.0)).ok()?.inverse_cdf((1.0 + CONFIDENCE) / 2.0);
    let (change, half) = (a.mean - b.mean, t * variance.sqrt());
    Some(Change { before: b.mean, after: a.mean, change, low: change - half, high: change + half })
}

/// What the interval needs to know of one stretch of weeks.
struct Side {
    mean: f64,
    /// Of the mean, not of the weeks.
    variance: f64,
    freedom: f64,
}

impl Side {
    fn of(weeks: &[f64], correlation: f64, least_spread: f64) -> Side {
        let n = weeks.len() as f64;
        let mean = mean(weeks);
        let v = variance_inflation(weeks.len(), correlation);
        let sample = squares(weeks, mean) / (n - 1.0);
        let spread = (sample * (n - 1.0) / (n - v)).max(least_spread.powi(2));
        let freedom = n / variance_inflation(weeks.len(), correlation.powi(2)) - 1.0;
        Side { mean, variance: spread * v / n, freedom }
    }
}

fn variance_inflation(n: usize, correlation: f64) -> f64 {
    let lags = (1..n).map(|lag| (1.0 - lag as f64 / n as f64) * correlation.powi(lag as i32));
    1.0 + 2.0 * lags.sum::<f64>()
}

/// Correlation between neighbouring weeks, pooled over both sides around their own means; 0 where nothing varies.
fn correlation(before: &[f64], after: &[f64]) -> f64 {
    let (mut together, mut alone) = (0.0, 0.0);
    for side in [before, after] {
        let mean = mean(side);
        together += side.windows(2).map(|pair| (pair[0] - mean) * (pair[1] - mean)).sum::<f64>();
        alone += squares(side, mean);
    }
    if alone > 0.0 { together / alone } else { 0.0 }
}

fn mean(weeks: &[f64]) -> f64 {
    weeks.iter().sum::<f64>() / weeks.len() as f64
}

fn squares(weeks: &[f64], mean: f64) -> f64 {
    weeks.iter().map(|hours| (hours - mean).powi(2)).sum()
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// Normal noise from a fixed linear congruential generator (Knuth's MMIX constants) and Box-Muller.
    pub(crate) struct Noise(pub(crate) u64);

    impl Noise {
        fn uniform(&mut self) -> f64 {
            self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            ((self.0 >> 11) as f64 + 0.5) / (1u64 << 53) as f64
        }

        pub(crate) fn normal(&mut self) -> f64 {
            let (u, v) = (self.uniform(), self.uniform());
            (-2.0 * u.ln()).sqrt() * (std::f64::consts::TAU * v).cos()
        }

        /// `n` weeks of mean 10 hours and spread 3, each like the one before by `correlation`.
        pub(crate) fn weeks(&mut self, n: usize, correlation: f64) -> Vec<f64> {
            let mut at = self.normal();
            let fresh = (1.0 - correlation * correlation).sqrt();
            (0..n)
                .map(|_| {
                    let hours = 10.0 + 3.0 * at;
                    at = correlation * at + fresh * self.normal();
                    hours
                })
                .collect()
        }
    }

    fn close(got: f64, wanted: f64) {
        assert!((got - wanted).abs() < 1e-6, "{got} is not {wanted}");
    }

    #[test]
    fn without_correlation_it_is_the_interval_of_welch() {
        // scipy 1.17.1: ttest_ind(after, before, equal_var=False).confidence_interval(0.95)
        let seen =
            interval(&[9.5, 11.0, 8.25, 12.0, 10.5], &[14.0, 12.5, 15.75, 13.0, 16.0, 11.25, 14.5], 0.0, 0.0)
                .unwrap();
        close(seen.low, 1.55470408);
        close(seen.high, 5.65958164);
        let seen = interval(&[20.1, 3.4, 15.2, 7.7], &[9.1, 9.2, 9.0, 9.3, 9.1, 9.15, 9.05, 9.22], 0.0, 0.0)
            .unwrap();
        close(seen.low, -14.35492906);
        close(seen.high, 9.43492906);
    }

    /// Brute force: the variance of a mean is the sum of all n x n covariances over n squared.
    #[test]
    fn the_inflation_is_that_of_all_pairs_of_weeks() {
        for n in [2, 4, 7, 26] {
            for r in [0.0, 0.3, 0.8f64] {
                let pairs = (0..n).flat_map(|i| (0..n).map(move |j| r.powi(i32::abs(i - j))));
                close(variance_inflation(n as usize, r), pairs.sum::<f64>() / f64::from(n));
            }
        }
    }

    #[test]
    fn fewer_than_four_weeks_or_a_figure_that_is_none_say_nothing() {
        assert_eq!(change(&[1.0; 3], &[1.0; 9]), None);
        assert_eq!(change(&[1.0; 9], &[1.0; 3]), None);
        assert_eq!(change(&[1.0, 2.0, 3.0, f64::NAN], &[1.0; 4]), None);
        assert!(change(&[1.0; 4], &[1.0; 4]).is_some());
    }

    #[test]
    fn weeks_that_are_all_alike_are_still_not_certain() {
        let alike = change(&[5.0; 4], &[5.25; 4]).unwrap();
        assert!(alike.low < 0.0 && alike.high > 0.5);
    }

    /// How often a change is seen, in per cent, where nothing has changed: the two stretches are one series cut in two.
    fn false_alarms(n_before: usize, n_after: usize, correlation: f64) -> f64 {
        const TIMES: usize = 4000;
        let mut noise = Noise(20260907);
        let alarms = (0..TIMES).filter(|_| {
            let weeks = noise.weeks(n_before + n_after, correlation);
            let seen = change(&weeks[..n_before], &weeks[n_before..]).unwrap();
            seen.low > 0.0 || seen.high < 0.0
        });
        100.0 * alarms.count() as f64 / TIMES as f64
    }

    #[test]
    fn false_alarms_stay_under_six_per_cent() {
        for (before, after) in [(4, 4), (4, 12), (8, 8), (12, 4), (12, 12), (4, 26), (26, 26)] {
            for correlation in [0.0, 0.3] {
                let alarms = false_alarms(before, after, correlation);
                println!("{before} + {after} weeks, correlation {correlation}: {alarms:.2} %");
                assert!(alarms < 6.0, "{before} + {after} weeks, correlation {correlation}: {alarms} %");
            }
        }
    }

    /// The counterweight: an interval so wide that it never saw anything would pass the test above.
    #[test]
    fn a_change_of_two_spreads_is_seen_in_most_of_eight_and_eight_weeks() {
        let mut noise = Noise(7);
        let seen = (0..1000).filter(|_| {
            let (before, mut after) = (noise.weeks(8, 0.0), noise.weeks(8, 0.0));
            after.iter_mut().for_each(|hours| *hours += 6.0);
            change(&before, &after).unwrap().low > 0.0
        });
        let seen = seen.count();
        println!("seen {seen} times of 1000");
        assert!(seen > 750, "{seen} of 1000");
    }
}
