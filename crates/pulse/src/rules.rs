//! What decides, beside a round's K, what is shown of it: written in its manifest when it opens, and kept to when it closes.

use disclosure::{Rules, RulesError};

/// Respondents who each know their own answer, and are reckoned with: one, oneself.
pub const INSIDERS: u32 = 1;
/// The share of its answers that a group must keep to be shown without the rest.
pub const COVERAGE_MIN: f64 = 0.8;
/// The share of a group that has to answer otherwise before everything is shown: none beyond the insiders.
pub const DOMINANCE: f64 = 0.0;

/// The rules a round with this K is closed, and its figures read back, under.
///
/// # Errors
/// For a K that no round has.
pub fn rules(k: u32) -> Result<Rules, RulesError> {
    Rules::new(k, INSIDERS)?.coverage_min(COVERAGE_MIN)?.dominance(DOMINANCE)
}
