use jiff::ToSpan;
use jiff::civil::{Date, date};

/// The longest window: ten years of weeks.
pub const MAX_WEEKS: u32 = 522;

/// A stretch of whole ISO weeks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    monday: Date,
    weeks: u32,
}

/// Why a window is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WindowError {
    /// Not 1 to [`MAX_WEEKS`] weeks.
    #[error("a window holds 1 to {MAX_WEEKS} weeks, not {0}")]
    Weeks(u32),
    /// Before 1970 or after 2200.
    #[error("a window lies between 1970 and 2200, not at {0}")]
    Year(i16),
}

impl Window {
    /// So many whole weeks, from the ISO week that `first` lies in.
    ///
    /// # Errors
    /// [`WindowError`] when the number of weeks or the year is out of range.
    pub fn new(first: Date, weeks: u32) -> Result<Window, WindowError> {
        if !(1..=MAX_WEEKS).contains(&weeks) {
            return Err(WindowError::Weeks(weeks));
        }
        if first < date(1970, 1, 8) || first.year() > 2200 {
            return Err(WindowError::Year(first.year()));
        }
        Ok(Window { monday: monday_of(first), weeks })
    }

    /// The first day: a Monday.
    pub const fn monday(&self) -> Date {
        self.monday
    }

    /// How many weeks, at least one.
    pub const fn weeks(&self) -> u32 {
        self.weeks
    }

    /// How many days.
    pub const fn days(&self) -> u32 {
        self.weeks * 7
    }

    /// The day after the last.
    pub fn end(&self) -> Date {
        self.day(self.days())
    }

    pub(crate) fn day(&self, index: u32) -> Date {
        self.monday.saturating_add(i64::from(index).days())
    }
}

/// The Monday of the ISO week a date lies in.
pub(crate) fn monday_of(day: Date) -> Date {
    day.saturating_sub(i64::from(day.weekday().to_monday_zero_offset()).days())
}
