//! `FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=...` to a [`Rule`].

use super::{Freq, Rare, Rule, Until};
use crate::moment::Clock;
use crate::read::values;

/// Most numbers in one list of a rule; the longest list that makes sense is 732 days of the year.
const LONGEST_LIST: usize = 1_000;

impl Rule {
    /// Reads the value of an `RRULE`; `None` if any part of it is wrong, since half a rule would give wrong dates.
    pub(crate) fn parse(value: &str) -> Option<Rule> {
        let mut freq = None;
        let mut rule = Rule {
            freq: Freq::Daily,
            interval: 1,
            count: None,
            until: None,
            week_start: 0,
            seconds: 0,
            minutes: 0,
            hours: 0,
            months: 0,
            month_days: 0,
            month_days_from_end: 0,
            weekdays: 0,
            rare: None,
        };
        for part in value.split(';').map(str::trim).filter(|part| !part.is_empty()) {
            let (key, value) = part.split_once('=')?;
            let (key, value) = (key.trim().to_ascii_uppercase(), value.trim());
            if key == "FREQ" {
                freq = Some(parse_freq(value)?);
            } else {
                rule.set(&key, value)?;
            }
        }
        rule.freq = freq?;
        // A number before the weekday means something only in a month or a year; elsewhere the weekday alone is taken.
        if rule.freq < Freq::Monthly
            && let Some(rare) = &mut rule.rare
        {
            for (_, weekday) in rare.numbered.drain(..) {
                rule.weekdays |= 1 << weekday;
            }
        }
        Some(rule)
    }

    fn set(&mut self, key: &str, value: &str) -> Option<()> {
        match key {
            "INTERVAL" => self.interval = positive(value)?,
            "COUNT" => self.count = Some(positive(value)?),
            "UNTIL" => self.until = Some(until(value)?),
            "WKST" => self.week_start = weekday(value)?,
            "BYSECOND" => numbers(value, 0..=60, |n| self.seconds |= 1 << n.min(59))?,
            "BYMINUTE" => numbers(value, 0..=59, |n| self.minutes |= 1 << n)?,
            "BYHOUR" => numbers(value, 0..=23, |n| self.hours |= 1 << n)?,
            "BYMONTH" => numbers(value, 1..=12, |n| self.months |= 1 << n)?,
            "BYMONTHDAY" => numbers(value, -31..=31, |n| match n {
                1.. => self.month_days |= 1 << n,
                _ => self.month_days_from_end |= 1 << -n,
            })?,
            "BYYEARDAY" => numbers(value, -366..=366, |n| self.rare().year_days.push(n))?,
            "BYWEEKNO" => numbers(value, -53..=53, |n| self.rare().weeks.push(n as i8))?,
            "BYSETPOS" => numbers(value, -366..=366, |n| self.rare().positions.push(n))?,
            "BYDAY" => {
                for day in value.split(',').map(str::trim).take(LONGEST_LIST) {
                    self.add_weekday(day)?;
                }
            }
            // RFC 7529: only the calendar and the skipping that are those of RFC 5545.
            "RSCALE" if value.eq_ignore_ascii_case("GREGORIAN") => {}
            "SKIP" if value.eq_ignore_ascii_case("OMIT") => {}
            _ if key.starts_with("X-") => {}
            _ => return None,
        }
        Some(())
    }

    fn rare(&mut self) -> &mut Rare {
        self.rare.get_or_insert_default()
    }

    fn add_weekday(&mut self, text: &str) -> Option<()> {
        let (number, day) = text.split_at_checked(text.len().checked_sub(2)?)?;
        let day = weekday(day)?;
        if number.is_empty() {
            self.weekdays |= 1 << day;
        } else {
            numbers(number, -53..=53, |n| self.rare().numbered.push((n as i8, day)))?;
        }
        Some(())
    }
}

fn parse_freq(value: &str) -> Option<Freq> {
    Some(match value.to_ascii_uppercase().as_str() {
        "SECONDLY" => Freq::Secondly,
        "MINUTELY" => Freq::Minutely,
        "HOURLY" => Freq::Hourly,
        "DAILY" => Freq::Daily,
        "WEEKLY" => Freq::Weekly,
        "MONTHLY" => Freq::Monthly,
        "YEARLY" => Freq::Yearly,
        _ => return None,
    })
}

fn positive(value: &str) -> Option<u32> {
    value.parse().ok().filter(|n| *n > 0)
}

/// A list of numbers within a range. 0 is refused in ranges that have negative numbers: it is no day of anything.
fn numbers(list: &str, range: std::ops::RangeInclusive<i16>, mut add: impl FnMut(i16)) -> Option<()> {
    for text in list.split(',').map(str::trim).take(LONGEST_LIST) {
        let number: i16 = text.strip_prefix('+').unwrap_or(text).parse().ok()?;
        if !range.contains(&number) || (number == 0 && *range.start() < 0) {
            return None;
        }
        add(number);
    }
    Some(())
}

fn weekday(text: &str) -> Option<u8> {
    const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    DAYS.iter().position(|day| day.eq_ignore_ascii_case(text)).map(|day| day as u8)
}

fn until(value: &str) -> Option<Until> {
    let stamp = values::time(value, Clock::Floating)?;
    Some(match stamp.clock {
        Clock::Utc => Until::Utc(stamp.wall),
        Clock::Date => Until::Date(stamp.wall),
        _ => Until::Local(stamp.wall),
    })
}
