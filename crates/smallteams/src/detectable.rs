//! The smallest change that could be seen: printed beside every result, so that silence is not read as stability.

/// Standard errors a true change must measure to be seen in 80 cases of 100 at the 95 % level: 1.96 + 0.84 (Bloom
/// 1995, "Minimum detectable effects").
pub const DETECTABLE: f64 = 2.80;

/// The smallest true change that would be called better or worse in 80 cases of 100; `s` is the standard error of the
/// change, and both are in points of the scale.
#[must_use]
pub fn smallest_change(s: f64) -> f64 {
    DETECTABLE * s
}
