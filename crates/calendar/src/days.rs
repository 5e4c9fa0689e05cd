//! Calendar arithmetic on day numbers: days since 1970-01-01 in the proleptic Gregorian calendar.
//!
//! Formulas: Howard Hinnant, "chrono-compatible low-level date algorithms".

/// Seconds in a day on the wall clock.
pub(crate) const DAY: i64 = 86_400;

/// First and last year of a wall time that is read or produced.
pub(crate) const YEARS: std::ops::RangeInclusive<i32> = 1..=9999;

/// The day number of a date; the date must exist.
pub(crate) fn day_number(year: i32, month: u8, day: u8) -> i32 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let month_from_march = (i32::from(month) + 9) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 + i32::from(day) - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// Year, month (1-12) and day (1-31) of a day number.
pub(crate) fn date(day_number: i32) -> (i32, u8, u8) {
    let days = day_number + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year_of_era + era * 400 + i32::from(month <= 2);
    (year, month as u8, day as u8)
}

/// Whether February has 29 days.
pub(crate) fn is_leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// Days in a month (1-12).
pub(crate) fn month_length(year: i32, month: u8) -> u8 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Weekday of a day number, Monday = 0.
pub(crate) fn weekday(day_number: i32) -> u8 {
    (day_number + 3).rem_euclid(7) as u8
}

/// First day of week 1 of a year: the first week, beginning on `week_start`, with four days or more in the year.
pub(crate) fn first_week(year: i32, week_start: u8) -> i32 {
    let new_year = day_number(year, 1, 1);
    let into_week = (weekday(new_year) as i32 - i32::from(week_start)).rem_euclid(7);
    if into_week <= 3 { new_year - into_week } else { new_year - into_week + 7 }
}

/// The year to which the week of a day belongs (ISO 8601 when the week starts on Monday).
pub(crate) fn week_year(day: i32, week_start: u8) -> i32 {
    let (year, month, _) = date(day);
    if month == 12 && day >= first_week(year + 1, week_start) {
        year + 1
    } else if month == 1 && day < first_week(year, week_start) {
        year - 1
    } else {
        year
    }
}

/// The day number of a wall time in seconds.
pub(crate) fn day_of(wall: i64) -> i32 {
    wall.div_euclid(DAY) as i32
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn agrees_with_jiff(days in -719_162i32..2_932_896) {
            let there = jiff::civil::date(1970, 1, 1) + jiff::Span::new().days(days);
            let (year, month, day) = date(days);
            prop_assert_eq!((year, month as i8, day as i8), (i32::from(there.year()), there.month(), there.day()));
            prop_assert_eq!(day_number(year, month, day), days);
            prop_assert_eq!(weekday(days) as i8, there.weekday().to_monday_zero_offset());
            prop_assert_eq!(month_length(year, month) as i8, there.days_in_month());
            prop_assert_eq!(week_year(days, 0), i32::from(there.iso_week_date().year()));
            let week = (days - first_week(week_year(days, 0), 0)) / 7 + 1;
            prop_assert_eq!(week, i32::from(there.iso_week_date().week()));
        }
    }
}
