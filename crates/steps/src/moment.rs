use jiff::civil::Time;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use crate::Weekdays;

/// When the manager wants to be asked: days, a time of day and the zone it is meant in.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Moment {
    days: Weekdays,
    time: Time,
    zone: String,
}

/// Why a moment was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MomentError {
    /// The time has seconds; moments are whole minutes.
    #[error("a moment is given in hours and minutes")]
    NotWholeMinutes,
    /// No such zone in the IANA time zone database.
    #[error("there is no such time zone")]
    NoSuchZone,
}

impl Moment {
    /// A moment on these days at this time of day, in a zone of the IANA database such as `Europe/Stockholm`.
    pub fn new(days: Weekdays, time: Time, zone: &str) -> Result<Moment, MomentError> {
        if time.second() != 0 || time.subsec_nanosecond() != 0 {
            return Err(MomentError::NotWholeMinutes);
        }
        // The database knows no name this long, and need not look for it.
        if zone.len() > 64 || TimeZone::get(zone).is_err() {
            return Err(MomentError::NoSuchZone);
        }
        Ok(Moment { days, time, zone: zone.to_owned() })
    }

    /// The days.
    pub fn days(&self) -> Weekdays {
        self.days
    }

    /// The time of day, in whole minutes.
    pub fn time(&self) -> Time {
        self.time
    }

    /// The zone's name.
    pub fn zone(&self) -> &str {
        &self.zone
    }

    /// The first time it strikes strictly after `after`, read in `zone`. Where the clock skips over the time it strikes as
    /// much later as the clock was moved; where the hour comes twice it strikes the first time only. `None` at the end of
    /// representable time.
    pub fn next_after(&self, after: Timestamp, zone: &TimeZone) -> Option<Timestamp> {
        let today = zone.to_datetime(after).date();
        // From yesterday, whose moment may have been moved past midnight, to the same day next week.
        (-1..=8).find_map(|days| {
            let date = today.checked_add(days.days()).ok()?;
            if !self.days.has(date.weekday()) {
                return None;
            }
            let strikes = zone.to_ambiguous_timestamp(date.to_datetime(self.time)).compatible().ok()?;
            (strikes > after).then_some(strikes)
        })
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Weekday, time};
    use jiff::{SignedDuration, Zoned};
    use proptest::prelude::*;

    use super::*;

    fn moment(bits: u8, time: Time, zone: &str) -> Moment {
        Moment::new(Weekdays::from_bits(bits).unwrap(), time, zone).unwrap()
    }

    fn next(moment: &Moment, after: &str) -> String {
        let zone = TimeZone::get(moment.zone()).unwrap();
        let strikes = moment.next_after(after.parse().unwrap(), &zone).unwrap();
        strikes.to_zoned(zone).strftime("%a %F %H:%M %:z").to_string()
    }

    #[test]
    fn it_strikes_at_the_same_time_of_day_on_both_sides_of_a_change_of_clock() {
        let sundays = moment(64, time(9, 0, 0, 0), "Europe/Stockholm");
        assert_eq!(next(&sundays, "2026-03-22T12:00:00Z"), "Sun 2026-03-29 09:00 +02:00");
        assert_eq!(next(&sundays, "2026-10-24T12:00:00Z"), "Sun 2026-10-25 09:00 +01:00");
    }

    #[test]
    fn a_skipped_time_strikes_late_and_a_doubled_one_once() {
        let nights = moment(64, time(2, 30, 0, 0), "Europe/Copenhagen");
        assert_eq!(next(&nights, "2026-03-28T12:00:00Z"), "Sun 2026-03-29 03:30 +02:00");
        assert_eq!(next(&nights, "2026-10-24T12:00:00Z"), "Sun 2026-10-25 02:30 +02:00");
        assert_eq!(next(&nights, "2026-10-25T00:30:00Z"), "Sun 2026-11-01 02:30 +01:00");
    }

    /// Nuuk's clock goes from 23 on Saturday to midnight, so that Saturday's moment strikes on Sunday.
    #[test]
    fn a_time_skipped_past_midnight_still_strikes() {
        let evenings = moment(32, time(23, 30, 0, 0), "America/Nuuk");
        assert_eq!(next(&evenings, "2027-03-28T01:10:00Z"), "Sun 2027-03-28 00:30 -01:00");
        assert_eq!(next(&evenings, "2027-03-28T01:30:00Z"), "Sat 2027-04-03 23:30 -01:00");
    }

    #[test]
    fn seconds_and_unknown_zones_are_refused() {
        let days = Weekdays::new([Weekday::Monday]).unwrap();
        assert_eq!(Moment::new(days, time(9, 0, 1, 0), "UTC"), Err(MomentError::NotWholeMinutes));
        assert_eq!(Moment::new(days, time(9, 0, 0, 0), "Europe/Pejling"), Err(MomentError::NoSuchZone));
        assert_eq!(Moment::new(days, time(9, 0, 0, 0), &"a".repeat(10_000)), Err(MomentError::NoSuchZone));
    }

    /// Every quarter of an hour of eight days and a bit is tried: the first after `after` that shows one of the days and the
    /// time, by the zone's own clock. Holds only for times that no change of clock in that stretch skips.
    fn by_looking_at_the_clock(moment: &Moment, after: Timestamp, zone: &TimeZone) -> Option<Zoned> {
        let first = after.as_second().div_euclid(900) * 900;
        (1..=9 * 96)
            .map(|quarter| Timestamp::from_second(first + quarter * 900).unwrap().to_zoned(zone.clone()))
            .find(|at| moment.days().has(at.weekday()) && at.time() == moment.time())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]
        #[test]
        fn it_agrees_with_looking_at_the_clock(
            bits in 1u8..128, quarter in 0i8..96, second in 1_700_000_000i64..2_000_000_000, zone in 0usize..4,
        ) {
            let name = ["Europe/Stockholm", "Europe/Copenhagen", "UTC", "America/Nuuk"][zone];
            let zone = TimeZone::get(name).unwrap();
            let moment = moment(bits, time(quarter / 4, quarter % 4 * 15, 0, 0), name);
            let after = Timestamp::from_second(second).unwrap();
            let strikes = moment.next_after(after, &zone).unwrap();
            prop_assert!(strikes > after);
            prop_assert!(strikes.duration_since(after) <= SignedDuration::from_hours(8 * 24));
            let at = strikes.to_zoned(zone.clone());
            let skipped = at.time() != moment.time();
            let looked = by_looking_at_the_clock(&moment, after, &zone);
            // Where the clock skips the time there is nothing to look at; where an hour comes twice, the second is not it.
            let second_time = looked.as_ref().is_some_and(|it| {
                zone.to_ambiguous_timestamp(it.datetime()).earlier().unwrap() != it.timestamp()
            });
            if !skipped && !second_time {
                prop_assert_eq!(Some(at), looked);
            }
        }

        #[test]
        fn asking_again_from_where_it_struck_goes_through_every_day_once(
            bits in 1u8..128, minute in 0i16..1440, second in 1_700_000_000i64..2_000_000_000,
        ) {
            let zone = TimeZone::get("Europe/Stockholm").unwrap();
            let moment = moment(bits, time((minute / 60) as i8, (minute % 60) as i8, 0, 0), "Europe/Stockholm");
            let mut at = Timestamp::from_second(second).unwrap();
            let mut dates = Vec::new();
            for _ in 0..bits.count_ones() * 30 {
                at = moment.next_after(at, &zone).unwrap();
                dates.push(at.to_zoned(zone.clone()).date());
            }
            let steps: Vec<i32> = dates.windows(2).map(|pair| (pair[1] - pair[0]).get_days()).collect();
            prop_assert!(steps.iter().all(|days| (1..=7).contains(days)));
            // Thirty weeks of the chosen days: first and last lie 30 weeks less one step apart.
            prop_assert!((30 * 7 - 7..30 * 7).contains(&steps.iter().sum::<i32>()));
        }
    }
}
