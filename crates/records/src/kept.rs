use jiff::SignedDuration;

const DAY: i64 = 24;

/// Weeks, and what was guessed and spread of them, in months.
pub const WEEKS_MONTHS: i32 = 24;
/// After somebody's last employment ended, so many days until what is their own is erased.
pub const LEAVERS_DAYS: i64 = 180;
/// Lines of the log, in months.
pub const LOG_MONTHS: i32 = 24;
/// Letters, once written; their text goes when they are sent.
pub const LETTERS: SignedDuration = SignedDuration::from_hours(30 * DAY);
/// What has ended, or been of use for a while, is cleared away so often.
pub const CLEARED_EVERY: SignedDuration = SignedDuration::from_hours(1);
/// Counts of wrong tries.
pub const TRIES: SignedDuration = SignedDuration::from_hours(2);
/// A staff list that nobody did or called off.
pub const STAFF_LIST: SignedDuration = SignedDuration::from_hours(DAY);
/// How what a staff list touched was before.
pub const UNDOING: SignedDuration = SignedDuration::from_hours(30 * DAY);

/// For how long something is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// So many hours.
    Hours(i64),
    /// So many days.
    Days(i64),
    /// So many months.
    Months(i32),
    /// So many days after the round closed.
    DaysAfterClosing(i64),
    /// While somebody is employed, and so many days after.
    WhileEmployed {
        /// Days after the last employment.
        and_days: i64,
    },
    /// So many days without use, at most so many in all.
    Unused {
        /// Days without use.
        days: i64,
        /// Days in all.
        at_most: i64,
    },
    /// Until something ends it.
    Until(EndsWith),
    /// While the organisation uses Pejling.
    WhileHere,
}

/// What ends it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EndsWith {
    /// Whoever it is about: they erase it, or change it.
    TheirWord,
    /// The next calendar that is read.
    NextCalendar,
    /// Its last day passes.
    LastDay,
    /// The round closes.
    Closing,
    /// It is used, ended, or its time is over: half an hour for a link to sign in with, some days for one to check in.
    Use,
    /// The work is done.
    Done,
}

/// Hours and days as they are said: whole days, where it is more than one.
pub(crate) const fn lasting(time: SignedDuration) -> Kept {
    let hours = time.as_hours();
    if hours % DAY == 0 && hours > DAY { Kept::Days(hours / DAY) } else { Kept::Hours(hours) }
}

/// Whole days.
pub(crate) const fn days(time: SignedDuration) -> i64 {
    time.as_hours() / DAY
}
