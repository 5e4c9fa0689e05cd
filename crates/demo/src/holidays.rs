//! Days on which nobody meets: fixed and movable holidays, and the weeks when managers are away.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use people::Language;

/// Easter Sunday, Gregorian: Meeus, *Astronomical Algorithms* (1991), chapter 8.
fn easter(year: i16) -> Date {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    date(year, (n / 31) as i8, (n % 31 + 1) as i8)
}

/// Whether a day is free for everybody. Swedish days for Swedish and English, Danish for Danish.
pub(crate) fn is_holiday(day: Date, language: Language) -> bool {
    let fixed: &[(i8, i8)] = match language {
        Language::Da => &[(1, 1), (6, 5), (12, 24), (12, 25), (12, 26), (12, 31)],
        Language::Sv | Language::En => {
            &[(1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31)]
        }
    };
    // Days after Easter Sunday: Maundy Thursday and Whit Monday are free in Denmark only.
    let movable: &[i32] = if language == Language::Da { &[-3, -2, 1, 39, 50] } else { &[-2, 1, 39] };
    let midsummer = language != Language::Da
        && day.month() == 6
        && (19..=25).contains(&day.day())
        && day.weekday() == jiff::civil::Weekday::Friday;
    let after_easter = day.since(easter(day.year())).map_or(i32::MAX, |span| span.get_days());
    fixed.contains(&(day.month(), day.day())) || movable.contains(&after_easter) || midsummer
}

/// Whether managers are away this whole week: the main holidays in July, and the days around Christmas.
pub(crate) fn is_vacation(monday: Date) -> bool {
    let thursday = monday.saturating_add(3.days());
    matches!(thursday.iso_week_date().week(), 28..=31) || (thursday.month() == 12 && thursday.day() >= 25)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Dates from the table of the U.S. Census Bureau, "Easter Dates from 1600 to 2099".
    #[test]
    fn easter_falls_where_the_table_says() {
        for sunday in [
            date(2019, 4, 21),
            date(2024, 3, 31),
            date(2025, 4, 20),
            date(2026, 4, 5),
            date(2027, 3, 28),
            date(2038, 4, 25),
        ] {
            assert_eq!(easter(sunday.year()), sunday);
        }
    }
}
