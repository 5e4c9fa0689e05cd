use jiff::civil::Weekday;

/// One or more days of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Weekdays(u8);

impl Weekdays {
    /// The days given, however often; `None` if there are none.
    pub fn new(days: impl IntoIterator<Item = Weekday>) -> Option<Weekdays> {
        Weekdays::from_bits(days.into_iter().fold(0, |bits, day| bits | bit(day)))
    }

    /// Reads what [`Weekdays::bits`] wrote; `None` for no day or anything above Sunday.
    pub fn from_bits(bits: u8) -> Option<Weekdays> {
        (1..0x80).contains(&bits).then_some(Weekdays(bits))
    }

    /// For storing: Monday is 1, Tuesday 2, Wednesday 4 ... Sunday 64, added.
    pub fn bits(self) -> u8 {
        self.0
    }

    /// Whether this day is one of them.
    pub fn has(self, day: Weekday) -> bool {
        self.0 & bit(day) != 0
    }

    /// The days, from Monday on.
    pub fn iter(self) -> impl Iterator<Item = Weekday> {
        Weekday::Monday.cycle_forward().take(7).filter(move |day| self.has(*day))
    }
}

fn bit(day: Weekday) -> u8 {
    1 << day.to_monday_zero_offset()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_set_of_days_is_stored_and_read_back() {
        assert_eq!(Weekdays::from_bits(0), None);
        assert_eq!(Weekdays::from_bits(128), None);
        assert_eq!(Weekdays::new([]), None);
        for bits in 1..128 {
            let days = Weekdays::from_bits(bits).unwrap();
            assert_eq!(days.bits(), bits);
            assert_eq!(Weekdays::new(days.iter()), Some(days));
            assert_eq!(days.iter().count() as u32, bits.count_ones());
        }
        let days = Weekdays::new([Weekday::Friday, Weekday::Monday, Weekday::Friday]).unwrap();
        assert_eq!(days.bits(), 17);
        assert!(days.iter().eq([Weekday::Monday, Weekday::Friday]));
    }
}
