//! What the team said: its mean, with the uncertainty left by those of the team who did not answer.
//!
//! A finite population (Cochran 1977, Sampling Techniques, ch. 2): `mean ± 1.96 sqrt((1 - r/N) sigma2 / r)`. When all
//! have answered, the mean is simply what they said.
//!
//! Assumes that those who did not answer are like those who did.

use thiserror::Error;

use crate::Interval;
use crate::interval::Z95;
use crate::sample::Sample;

/// Why it cannot be computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SaidError {
    /// Fewer are eligible than have answered.
    #[error("fewer people could answer than did")]
    MoreAnswersThanPeople,
    /// The variance is negative or not finite.
    #[error("the variance within units is not a variance")]
    Variance,
}

/// Where the mean of all `eligible` members of the unit probably is, on the scale 1 to 5. `sigma2` is the variance
/// between people within units, as [`crate::level::estimate`] gives it.
///
/// # Errors
/// When fewer are eligible than have answered, or `sigma2` is negative or not finite.
pub fn interval(sample: Sample, eligible: u32, sigma2: f64) -> Result<Interval, SaidError> {
    if eligible < sample.answers() {
        return Err(SaidError::MoreAnswersThanPeople);
    }
    if !(sigma2 >= 0.0 && sigma2.is_finite()) {
        return Err(SaidError::Variance);
    }
    let answers = f64::from(sample.answers());
    let silent = 1.0 - answers / f64::from(eligible);
    Ok(Interval::around(sample.mean(), Z95 * (silent * sigma2 / answers).sqrt()).on_scale())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn six() -> Sample {
        Sample::of(&[2.0, 3.0, 3.0, 4.0, 4.0, 5.0]).unwrap()
    }

    #[test]
    fn it_is_exact_when_all_answered() {
        let said = interval(six(), 6, 0.9).unwrap();
        assert_eq!((said.low, said.high), (3.5, 3.5));
    }

    #[test]
    fn it_follows_the_formula_and_stays_on_the_scale() {
        let said = interval(six(), 9, 0.81).unwrap();
        // 1.96 * sqrt((1 - 6/9) * 0.81 / 6) = 0.41577878..., computed by hand
        assert!((said.high - 3.5 - 0.415_778_788).abs() < 1e-8, "{said:?}");
        assert_eq!(interval(six(), 600, 1e6).unwrap(), Interval::SCALE);
    }

    #[test]
    fn the_impossible_is_refused() {
        assert_eq!(interval(six(), 5, 0.9), Err(SaidError::MoreAnswersThanPeople));
        for sigma2 in [-0.1, f64::NAN, f64::INFINITY] {
            assert_eq!(interval(six(), 9, sigma2), Err(SaidError::Variance));
        }
    }
}
