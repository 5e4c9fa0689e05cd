//! The three things that may be said about a change.

use crate::interval::{Interval, Z95};

/// What may be said. There is no arrow and no fourth word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// Likely better.
    Better,
    /// Likely worse.
    Worse,
    /// The answers do not tell yet.
    CannotTell,
}

impl Verdict {
    /// From a change in standard errors: beyond 1.96 either way is a verdict; anything else, NaN too, is not.
    #[must_use]
    pub fn of_z(z: f64) -> Self {
        if z > Z95 {
            Self::Better
        } else if z < -Z95 {
            Self::Worse
        } else {
            Self::CannotTell
        }
    }

    /// From the interval of a change: a verdict when zero is outside.
    #[must_use]
    pub fn of_interval(change: Interval) -> Self {
        if change.low > 0.0 {
            Self::Better
        } else if change.high < 0.0 {
            Self::Worse
        } else {
            Self::CannotTell
        }
    }

    /// A stable code: `better`, `worse` or `cannot_tell`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Better => "better",
            Self::Worse => "worse",
            Self::CannotTell => "cannot_tell",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_beyond_the_limit_is_a_verdict() {
        assert_eq!(Verdict::of_z(1.960_001), Verdict::Better);
        assert_eq!(Verdict::of_z(-1.960_001), Verdict::Worse);
        for z in [1.96, -1.96, 0.0, f64::NAN] {
            assert_eq!(Verdict::of_z(z), Verdict::CannotTell);
        }
    }

    #[test]
    fn an_interval_that_touches_zero_is_no_verdict() {
        assert_eq!(Verdict::of_interval(Interval { low: 0.01, high: 1.0 }), Verdict::Better);
        assert_eq!(Verdict::of_interval(Interval { low: -1.0, high: -0.01 }), Verdict::Worse);
        assert_eq!(Verdict::of_interval(Interval { low: 0.0, high: 1.0 }), Verdict::CannotTell);
    }
}
