//! How much of a calendar is read and expanded.

/// Bounds on the work and memory one calendar may cost. Reaching one is never silent: the calendar is refused, or a
/// [`Trouble`](crate::Trouble) says what was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Largest file, in bytes. Default 20 MB.
    pub bytes: usize,
    /// Most events that are kept; later ones are left out. Default 200 000.
    pub events: usize,
    /// Most occurrences that one expansion gives. Default 500 000.
    pub occurrences: usize,
    /// Most occurrences that one event gives. Default 100 000.
    pub occurrences_per_event: usize,
    /// Most steps one rule may take; a step is about one candidate period or one candidate time. Default 500 000, which is
    /// every day for 1300 years.
    pub steps_per_rule: u64,
    /// Most steps all rules of a calendar may take together. Default 20 million, about a second.
    pub steps: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            bytes: 20_000_000,
            events: 200_000,
            occurrences: 500_000,
            occurrences_per_event: 100_000,
            steps_per_rule: 500_000,
            steps: 20_000_000,
        }
    }
}

/// Most troubles that are listed; the rest are counted.
pub const TROUBLES: usize = 1_000;

/// Most dates in the `RDATE` or the `EXDATE` lists of one event.
pub const DATES_PER_EVENT: usize = 50_000;

/// Most rules (`RRULE` and `EXRULE`) of one event.
pub const RULES_PER_EVENT: usize = 64;

/// Most time zones that one file may name and define for itself.
pub const OWN_ZONES: usize = 2_000;

/// Most changes of offset that one time zone defined in the file may have.
pub const CHANGES_PER_ZONE: usize = 4_000;

/// Most steps spent on the definitions of all time zones in a file.
pub const ZONE_STEPS: u64 = 2_000_000;
