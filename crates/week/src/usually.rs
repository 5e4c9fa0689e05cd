use jiff::civil::{Date, Time, Weekday};

/// A day has so many minutes.
const MINUTES_A_DAY: u32 = 24 * 60;

/// The weekdays on which a series usually comes, and when on those days it usually begins: one knows it by them where its title is
/// not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Usually {
    weekdays: u32,
    minute: u32,
}

impl Usually {
    /// `weekdays` has a bit for each weekday, Monday's the lowest; `minute` is one of the day. `None` of no weekday, of a day that is
    /// none, or of a minute that no day has.
    pub const fn from_parts(weekdays: u32, minute: u32) -> Option<Usually> {
        let fits = weekdays > 0 && weekdays < 1 << 7 && minute < MINUTES_A_DAY;
        if fits { Some(Usually { weekdays, minute }) } else { None }
    }

    /// As [`Usually::from_parts`] takes them.
    pub const fn parts(self) -> (u32, u32) {
        (self.weekdays, self.minute)
    }

    /// From all times a series came: day, and minute of the day. A weekday with less than half as many as the one with most is where
    /// it was moved to, not where it is.
    pub(crate) fn of(times: &[(Date, u32)]) -> Option<Usually> {
        let mut days = [0_usize; 7];
        for (day, _) in times {
            days[day.weekday().to_monday_zero_offset() as usize] += 1;
        }
        let most = days.iter().max().copied().filter(|most| *most > 0)?;
        let usual = (0..7).filter(|day| days[*day] * 2 >= most).fold(0, |bits, day| bits | 1 << day);
        let mut minutes: Vec<u32> = times.iter().map(|(_, minute)| *minute).collect();
        minutes.sort_unstable();
        // Of equally many the earliest: the last that `max_by_key` meets.
        let minute = minutes.chunk_by(|a, b| a == b).rev().max_by_key(|same| same.len())?[0];
        Usually::from_parts(usual, minute)
    }

    /// From Monday on; at least one.
    pub fn weekdays(self) -> impl Iterator<Item = Weekday> {
        Weekday::Monday
            .cycle_forward()
            .take(7)
            .filter(move |day| self.weekdays & (1 << day.to_monday_zero_offset()) > 0)
    }

    /// When it begins.
    pub fn time(self) -> Time {
        Time::midnight().wrapping_add(jiff::Span::new().minutes(i64::from(self.minute)))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::*;

    #[test]
    fn a_series_is_known_by_where_it_usually_is() {
        let monday = date(2026, 11, 2);
        let times: Vec<(Date, u32)> = (0..8)
            .map(|week| match week {
                // Once moved to a Thursday, once begun later.
                3 => (monday.saturating_add(jiff::Span::new().days(24)), 600),
                5 => (monday.saturating_add(jiff::Span::new().days(35)), 660),
                _ => (monday.saturating_add(jiff::Span::new().days(7 * week)), 600),
            })
            .collect();
        let usually = Usually::of(&times).unwrap();
        assert_eq!(usually.weekdays().collect::<Vec<_>>(), [Weekday::Monday]);
        assert_eq!(usually.time(), time(10, 0, 0, 0));
    }

    #[test]
    fn each_day_and_none() {
        let monday = date(2026, 11, 2);
        let week: Vec<(Date, u32)> = (0..5)
            .map(|day| (monday.saturating_add(jiff::Span::new().days(day)), 480 + (day as u32 % 2)))
            .collect();
        let usually = Usually::of(&week).unwrap();
        assert_eq!((usually.parts(), usually.weekdays().count()), ((0b1_1111, 480), 5));
        assert_eq!(Usually::of(&[]), None);
        for (weekdays, minute) in [(0, 0), (128, 0), (1, 1440)] {
            assert_eq!(Usually::from_parts(weekdays, minute), None);
        }
    }
}
