use jiff::civil::Weekday;
use jiff::tz::TimeZone;

/// One weekday's working hours, in minutes after midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayHours {
    from: u16,
    to: u16,
}

impl DayHours {
    /// From one minute of the day to another: 0 to 1440, the first before the second.
    ///
    /// # Errors
    /// [`SettingsError::Hours`] when they are not.
    pub const fn new(from: u16, to: u16) -> Result<DayHours, SettingsError> {
        if from < to && to <= 1440 {
            Ok(DayHours { from, to })
        } else {
            Err(SettingsError::Hours { from, to })
        }
    }

    /// First minute of the day.
    pub const fn from(&self) -> u16 {
        self.from
    }

    /// The minute of the day it ends, 1440 being midnight.
    pub const fn to(&self) -> u16 {
        self.to
    }
}

/// Working hours by weekday; a day without any is a day off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WorkingHours {
    days: [Option<DayHours>; 7],
}

impl WorkingHours {
    /// Monday first.
    pub const fn new(days: [Option<DayHours>; 7]) -> WorkingHours {
        WorkingHours { days }
    }

    /// The hours of a weekday.
    pub fn on(&self, day: Weekday) -> Option<DayHours> {
        self.days[day.to_monday_zero_offset() as usize]
    }
}

impl Default for WorkingHours {
    /// Monday to Friday, 8 to 17.
    fn default() -> WorkingHours {
        let day = Some(DayHours { from: 8 * 60, to: 17 * 60 });
        WorkingHours { days: [day, day, day, day, day, None, None] }
    }
}

/// What the manager has set: where they are, and when they work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The zone that days and working hours are counted in.
    pub zone: TimeZone,
    /// Working hours.
    pub hours: WorkingHours,
}

/// Why settings are refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SettingsError {
    /// The end is not after the beginning, or past midnight.
    #[error("working hours from minute {from} to {to} of the day are not a stretch of one day")]
    Hours {
        /// As given.
        from: u16,
        /// As given.
        to: u16,
    },
    /// No such zone.
    #[error("{0:?} is not a time zone of the IANA database")]
    Zone(String),
}

impl Settings {
    /// Settings with the default working hours, in a zone of the IANA database.
    ///
    /// # Errors
    /// [`SettingsError::Zone`] when there is no such zone.
    pub fn in_zone(name: &str) -> Result<Settings, SettingsError> {
        let zone = TimeZone::get(name).map_err(|_| SettingsError::Zone(name.chars().take(64).collect()))?;
        Ok(Settings { zone, hours: WorkingHours::default() })
    }
}
