//! What the calendar does not show.

/// Working time a week by contract, in minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contract(u32);

impl Contract {
    /// 1 minute to 80 hours.
    ///
    /// # Errors
    /// [`GapError::Contract`] outside that.
    pub const fn new(minutes: u32) -> Result<Contract, GapError> {
        if minutes >= 1 && minutes <= 80 * 60 {
            Ok(Contract(minutes))
        } else {
            Err(GapError::Contract(minutes))
        }
    }

    /// Minutes a week.
    pub const fn minutes(&self) -> u32 {
        self.0
    }

    /// What is left of it in a week with so many of five working days away, at least nothing.
    pub const fn less_days_away(&self, days: u32) -> u32 {
        let days = if days > 5 { 5 } else { days };
        self.0 * (5 - days) / 5
    }
}

impl Default for Contract {
    /// 40 hours.
    fn default() -> Contract {
        Contract(40 * 60)
    }
}

/// Quarters of a whole, 0 to 4.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Quarters(u8);

impl Quarters {
    /// 0 to 4.
    ///
    /// # Errors
    /// [`GapError::Quarters`] above 4.
    pub const fn new(quarters: u8) -> Result<Quarters, GapError> {
        if quarters <= 4 { Ok(Quarters(quarters)) } else { Err(GapError::Quarters(quarters)) }
    }

    /// How many.
    pub const fn count(self) -> u8 {
        self.0
    }
}

/// How the manager spreads the time that is not in the calendar: together at most four quarters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Unplanned {
    firefighting: Quarters,
    administration: Quarters,
    being_there: Quarters,
    recovery: Quarters,
}

impl Unplanned {
    /// Each in quarters; what is not spread stays unspread.
    ///
    /// # Errors
    /// [`GapError::TooMuch`] when they come to more than four.
    pub const fn new(
        firefighting: Quarters,
        administration: Quarters,
        being_there: Quarters,
        recovery: Quarters,
    ) -> Result<Unplanned, GapError> {
        let sum = firefighting.0 + administration.0 + being_there.0 + recovery.0;
        if sum <= 4 {
            Ok(Unplanned { firefighting, administration, being_there, recovery })
        } else {
            Err(GapError::TooMuch(sum))
        }
    }

    /// Firefighting, administration, being there, recovery.
    pub const fn quarters(&self) -> [Quarters; 4] {
        [self.firefighting, self.administration, self.being_there, self.recovery]
    }

    const fn in_order(&self) -> [u32; 4] {
        [
            self.firefighting.0 as u32,
            self.administration.0 as u32,
            self.being_there.0 as u32,
            self.recovery.0 as u32,
        ]
    }
}

/// The working time that is not in the calendar, in minutes, and how it is spread.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Gap {
    /// Contract less booked; 0 when more is booked.
    pub minutes: u32,
    /// Booked more than the contract; 0 when less is.
    pub over: u32,
    /// What could not wait.
    pub firefighting: u32,
    /// Administration.
    pub administration: u32,
    /// Being there for those who work.
    pub being_there: u32,
    /// Recovery.
    pub recovery: u32,
    /// Not spread.
    pub unspread: u32,
}

/// Why an estimate is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum GapError {
    /// Not 1 minute to 80 hours a week.
    #[error("a contract of {0} minutes a week is not between 1 minute and 80 hours")]
    Contract(u32),
    /// More than four quarters of one thing.
    #[error("{0} quarters are more than a whole")]
    Quarters(u8),
    /// More than four quarters in all.
    #[error("{0} quarters in all are more than a whole")]
    TooMuch(u8),
}

/// What the calendar does not show: contract minutes less what is booked inside working hours, spread as told.
///
/// The parts are whole minutes and with `unspread` always come to `minutes`.
pub fn gap(contract_minutes: u32, booked_inside: u32, spread: Unplanned) -> Gap {
    let minutes = contract_minutes.saturating_sub(booked_inside);
    let mut quarters = 0;
    let mut spent = 0;
    let [firefighting, administration, being_there, recovery] = spread.in_order().map(|more| {
        quarters += more;
        // Up to here, rounded down: so the roundings never add up to more than there is.
        let upto = u32::try_from(u64::from(minutes) * u64::from(quarters) / 4).unwrap_or(minutes);
        let share = upto - spent;
        spent = upto;
        share
    });
    Gap {
        minutes,
        over: booked_inside.saturating_sub(contract_minutes),
        firefighting,
        administration,
        being_there,
        recovery,
        unspread: minutes - spent,
    }
}
