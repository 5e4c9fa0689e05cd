//! Dates, numbers and sorting as each language writes them. Nothing else in the product formats them.

use std::cmp::Ordering;
use std::sync::LazyLock;

use icu::collator::options::CollatorOptions;
use icu::collator::{Collator, CollatorBorrowed};
use icu::datetime::fieldsets::{E, MD, YMD, YMDE};
use icu::datetime::{DateTimeFormatter, input};
use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal;
use icu::locale::{Locale, locale};
use jiff::civil::{Date, Time, Weekday, date};
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};
use people::Language;

/// How one language writes.
pub(crate) struct Writes {
    full: DateTimeFormatter<YMDE>,
    date: DateTimeFormatter<YMD>,
    day: DateTimeFormatter<MD>,
    weekday: DateTimeFormatter<E>,
    /// Monday first. A page has many.
    weekdays_short: [String; 7],
    number: DecimalFormatter,
    order: CollatorBorrowed<'static>,
    comma: char,
}

/// Bytes that most numbers fit in.
const ROOM: usize = 8;
/// Some Monday.
const MONDAY: Date = date(2026, 11, 23);

/// How `language` writes.
pub(crate) fn writes(language: Language) -> &'static Writes {
    static SV: LazyLock<Writes> = LazyLock::new(|| Writes::new(locale!("sv"), ','));
    static DA: LazyLock<Writes> = LazyLock::new(|| Writes::new(locale!("da"), ','));
    // British dates: those who read English here live in Europe.
    static EN: LazyLock<Writes> = LazyLock::new(|| Writes::new(locale!("en-GB"), '.'));
    match language {
        Language::Sv => &SV,
        Language::Da => &DA,
        Language::En => &EN,
    }
}

impl Writes {
    #[expect(
        clippy::expect_used,
        reason = "the data of our three languages is compiled in; a test makes all three"
    )]
    fn new(locale: Locale, comma: char) -> Writes {
        let made = "the data is compiled in";
        let weekday_short = DateTimeFormatter::try_new((&locale).into(), E::short()).expect(made);
        Writes {
            full: DateTimeFormatter::try_new((&locale).into(), YMDE::long()).expect(made),
            date: DateTimeFormatter::try_new((&locale).into(), YMD::long()).expect(made),
            day: DateTimeFormatter::try_new((&locale).into(), MD::long()).expect(made),
            weekday: DateTimeFormatter::try_new((&locale).into(), E::long()).expect(made),
            weekdays_short: std::array::from_fn(|day| {
                weekday_short.format(&iso(MONDAY.saturating_add(Span::new().days(day as i64)))).to_string()
            }),
            number: DecimalFormatter::try_new((&locale).into(), Default::default()).expect(made),
            order: Collator::try_new((&locale).into(), CollatorOptions::default()).expect(made),
            comma,
        }
    }

    /// "lördag 21 november 2026".
    pub(crate) fn full(&self, date: Date) -> String {
        self.full.format(&iso(date)).to_string()
    }

    /// "21 november 2026".
    pub(crate) fn date(&self, date: Date) -> String {
        self.date.format(&iso(date)).to_string()
    }

    /// "21 november".
    pub(crate) fn day(&self, date: Date) -> String {
        self.day.format(&iso(date)).to_string()
    }

    /// "lördag".
    pub(crate) fn weekday(&self, date: Date) -> String {
        self.weekday.format(&iso(date)).to_string()
    }

    /// "lör".
    pub(crate) fn weekday_short(&self, day: Weekday) -> String {
        self.weekdays_short[day.to_monday_zero_offset() as usize].clone()
    }

    /// "9–15 november", or "30 november – 6 december": the week that begins on `monday`.
    pub(crate) fn week(&self, monday: Date) -> String {
        let sunday = monday.saturating_add(Span::new().days(6));
        let (first, last) = (self.day(monday), self.day(sunday));
        if monday.month() == sunday.month() {
            let from = monday.day().to_string();
            // Day before month in all three: the first day alone, then the last with its month.
            if last.starts_with(&sunday.day().to_string()) {
                return format!("{from}–{last}");
            }
        }
        format!("{first} – {last}")
    }

    /// "21 november 2026 14:05", in the given zone.
    pub(crate) fn moment(&self, at: Timestamp, zone: &TimeZone) -> String {
        let zoned = at.to_zoned(zone.clone());
        format!("{} {}", self.date(zoned.date()), clock(zoned.time()))
    }

    /// "1 234".
    pub(crate) fn number(&self, value: i64) -> String {
        let mut written = String::with_capacity(ROOM);
        self.write_number(&mut written, value);
        written
    }

    fn write_number(&self, to: &mut String, value: i64) {
        // Digits are grouped from a thousand on; most numbers of a page are smaller, and a page has many.
        if !(0..1_000).contains(&value) {
            to.push_str(&self.number.format(&Decimal::from(value)).to_string());
            return;
        }
        for (unit, digit) in [(100, value / 100), (10, value / 10 % 10), (1, value % 10)] {
            if value >= unit || unit == 1 {
                to.push(char::from(b'0' + digit as u8));
            }
        }
    }

    /// Minutes as hours with at most one decimal, without a unit: "11", "4,5".
    pub(crate) fn hours(&self, minutes: u32) -> String {
        self.tenths(tenths(minutes) as i64)
    }

    /// Minutes as the nearest whole hour, without a unit: "42".
    pub(crate) fn whole_hours(&self, minutes: u32) -> String {
        self.number((i64::from(minutes) + 30) / 60)
    }

    /// Hours with at most one decimal, also below nothing: "−1,5".
    pub(crate) fn hours_signed(&self, hours: f64) -> String {
        let tenths = (hours.abs() * 10.0).round() as i64;
        let sign = if hours < 0.0 && tenths > 0 { "−" } else { "" };
        format!("{sign}{}", self.tenths(tenths))
    }

    /// Points of a scale with exactly one decimal, so that figures under each other are alike: "4,0".
    pub(crate) fn points(&self, value: f64) -> String {
        format!("{value:.1}").replace('.', &self.comma.to_string())
    }

    fn tenths(&self, tenths: i64) -> String {
        let mut written = String::with_capacity(ROOM);
        self.write_number(&mut written, tenths / 10);
        if let digit @ 1.. = (tenths % 10) as u8 {
            written.push(self.comma);
            written.push(char::from(b'0' + digit));
        }
        written
    }

    /// Which of two names comes first.
    pub(crate) fn order(&self, a: &str, b: &str) -> Ordering {
        self.order.compare(a, b)
    }
}

/// Minutes as tenths of an hour.
pub(crate) fn tenths(minutes: u32) -> usize {
    (minutes as usize + 3) / 6
}

/// "14:05".
pub(crate) fn clock(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// The number of the ISO week that `date` is in.
pub(crate) fn week_number(date: Date) -> i8 {
    date.iso_week_date().week()
}

fn iso(date: Date) -> input::Date<icu::calendar::Iso> {
    let (year, month, day) = (i32::from(date.year()), date.month().unsigned_abs(), date.day().unsigned_abs());
    // Every date of jiff is one of icu's.
    input::Date::try_new_iso(year, month, day).unwrap_or_else(|_| unreachable!("{date} is a date"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_writes_in_its_own_way() {
        let day = date(2026, 11, 21);
        let [sv, da, en] = Language::ALL.map(writes);
        assert_eq!(sv.full(day), "lördag 21 november 2026");
        assert_eq!(da.full(day), "lørdag den 21. november 2026".replace("den ", ""));
        assert_eq!(en.date(day), "21 November 2026");
        assert_eq!([Weekday::Monday, Weekday::Sunday].map(|day| da.weekday_short(day)), ["man.", "søn."]);
        assert_eq!(sv.week(date(2026, 11, 9)), "9–15 november");
        assert_eq!(da.week(date(2026, 11, 9)), "9–15. november");
        assert_eq!(sv.week(date(2026, 11, 30)), "30 november – 6 december");
        assert_eq!(sv.hours(270), "4,5");
        assert_eq!(en.hours(270), "4.5");
        assert_eq!(sv.hours_signed(-1.52), "−1,5");
        assert_eq!(sv.hours_signed(-0.01), "0");
        assert_eq!(da.number(1_234_567), "1.234.567");
    }

    #[test]
    fn small_numbers_are_written_as_the_language_does() {
        for writes in Language::ALL.map(writes) {
            for value in 0..1_000 {
                assert_eq!(writes.number(value), writes.number.format(&Decimal::from(value)).to_string());
            }
        }
    }

    #[test]
    fn names_are_sorted_as_each_language_does() {
        let sorted = |language: Language| {
            let mut names = ["Öberg", "Ågren", "Zetterlund", "Aaen"];
            names.sort_by(|a, b| writes(language).order(a, b));
            names
        };
        assert_eq!(sorted(Language::Sv), ["Aaen", "Zetterlund", "Ågren", "Öberg"]);
        assert_eq!(sorted(Language::Da)[..2], ["Zetterlund", "Öberg"]);
    }

    #[test]
    fn the_last_week_of_a_year_may_be_the_first() {
        assert_eq!(week_number(date(2026, 12, 31)), 53);
        assert_eq!(week_number(date(2024, 12, 30)), 1);
    }
}
