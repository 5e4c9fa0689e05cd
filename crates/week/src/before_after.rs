//! Before and after: did a weekly figure change by more than its noise?

use statrs::distribution::{ContinuousCDF, StudentsT};

/// Fewer weeks than this on either side say nothing.
pub const MIN_WEEKS: usize = 4;

/// A change smaller than this many minutes a week is not worth the name; ours.
pub const WORTHWHILE_MINUTES: f64 = 30.0;

/// The interval holds the true change 19 times of 20.
const CONFIDENCE: f64 = 0.95;

/// Weeks that hang together more than this are treated as if they hung together this much.
const MAX_AUTOCORRELATION: f64 = 0.8;

/// What can honestly be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// The whole interval lies above nothing.
    LikelyBetter,
    /// The interval holds both nothing and a worthwhile change.
    CannotTellYet,
    /// The whole interval lies below [`WORTHWHILE_MINUTES`]: no change worth the name, or a loss.
    LikelyNot,
}

/// The change in minutes a week, after less before, with its 95 % interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BeforeAfter {
    /// Difference of the means.
    pub diff: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// In words.
    pub verdict: Verdict,
}

/// Too few weeks to say anything: [`MIN_WEEKS`] on each side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{before} weeks before and {after} after: at least {MIN_WEEKS} of each are needed")]
pub struct NeedsMoreWeeks {
    /// Weeks before.
    pub before: usize,
    /// Weeks after.
    pub after: usize,
}

/// Compares minutes a week before and after, where more is better, in order of time.
///
/// Welch's t interval (Welch 1947) with degrees of freedom by Satterthwaite. As one week resembles the next, each
/// side counts for fewer weeks: `n (1 - r) / (1 + r)`, `r` being the lag-1 autocorrelation pooled over both sides
/// around their own means, with its small-sample bias put back (Kendall 1954: `(1 + 3 r) / n` a side) and never
/// taken below 0. Weeks without any bookings should be left out by the caller. No cause is shown: say "since", not "because".
///
/// # Errors
/// [`NeedsMoreWeeks`] when either side is too short, or holds a number that is not finite.
pub fn before_after(before: &[f64], after: &[f64]) -> Result<BeforeAfter, NeedsMoreWeeks> {
    let finite = |weeks: &[f64]| weeks.iter().filter(|minutes| minutes.is_finite()).count();
    let (b, a) = (finite(before), finite(after));
    if b < MIN_WEEKS || a < MIN_WEEKS || b < before.len() || a < after.len() {
        return Err(NeedsMoreWeeks { before: b, after: a });
    }
    let (before, after) = (Side::of(before), Side::of(after));
    let r = autocorrelation(&before, &after);
    let diff = after.mean - before.mean;
    let (vb, va) = (before.variance_of_mean(r), after.variance_of_mean(r));
    let half = half_width(vb, before.weeks(r), va, after.weeks(r));
    let (low, high) = (diff - half, diff + half);
    Ok(BeforeAfter { diff, low, high, verdict: verdict(low, high) })
}

fn verdict(low: f64, high: f64) -> Verdict {
    if low > 0.0 {
        Verdict::LikelyBetter
    } else if high < WORTHWHILE_MINUTES {
        Verdict::LikelyNot
    } else {
        Verdict::CannotTellYet
    }
}

struct Side {
    n: f64,
    mean: f64,
    squares: f64,
    lagged: f64,
}

impl Side {
    fn of(weeks: &[f64]) -> Side {
        let n = weeks.len() as f64;
        let mean = weeks.iter().sum::<f64>() / n;
        let squares = weeks.iter().map(|minutes| (minutes - mean).powi(2)).sum();
        let lagged = weeks.windows(2).map(|pair| (pair[0] - mean) * (pair[1] - mean)).sum();
        Side { n, mean, squares, lagged }
    }

    /// As many independent weeks as these are worth, at least 2.
    fn weeks(&self, r: f64) -> f64 {
        (self.n * (1.0 - r) / (1.0 + r)).max(2.0)
    }

    /// The sample variance understates the spread by the same hanging together, which the last factor puts back.
    fn variance_of_mean(&self, r: f64) -> f64 {
        let worth = self.weeks(r);
        let variance = self.squares / (self.n * (1.0 - 1.0 / worth));
        variance / worth
    }
}

fn autocorrelation(before: &Side, after: &Side) -> f64 {
    let squares = before.squares + after.squares;
    if squares <= 0.0 {
        return 0.0;
    }
    let raw = (before.lagged + after.lagged) / squares;
    let side = (before.n + after.n) / 2.0;
    ((raw + 1.0 / side) / (1.0 - 3.0 / side).max(0.25)).clamp(0.0, MAX_AUTOCORRELATION)
}

/// Half of the interval. Without any spread the interval is the difference itself.
fn half_width(vb: f64, nb: f64, va: f64, na: f64) -> f64 {
    let variance = vb + va;
    if variance <= 0.0 {
        return 0.0;
    }
    let freedom = variance.powi(2) / (vb.powi(2) / (nb - 1.0) + va.powi(2) / (na - 1.0));
    let quantile =
        StudentsT::new(0.0, 1.0, freedom).map_or(f64::INFINITY, |t| t.inverse_cdf(0.5 + CONFIDENCE / 2.0));
    quantile * variance.sqrt()
}
