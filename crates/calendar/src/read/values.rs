//! Dates, times, lengths and offsets.

use crate::days::{DAY, YEARS, day_number, month_length};
use crate::moment::{Clock, Stamp};

/// A length as written: days that follow the wall clock, and seconds that are exact (RFC 5545, 3.3.6).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Length {
    pub(crate) days: i32,
    pub(crate) seconds: i64,
}

impl Length {
    /// Longest length that is read, in days either way.
    const MOST_DAYS: i64 = 3_660_000;

    /// All of it in seconds, a day being 24 hours.
    pub(crate) fn total(self) -> i64 {
        i64::from(self.days) * DAY + self.seconds
    }
}

/// `20260302`, `20260302T090000` or `20260302T090000Z`; also without seconds, with the separators of ISO 8601, and with an
/// offset from UTC. A time without `Z` gets the clock given.
pub(crate) fn time(value: &str, clock: Clock) -> Option<Stamp> {
    let value = value.trim().as_bytes();
    if let Some(stamp) = strict(value, clock) {
        return stamp;
    }
    lenient(value, clock)
}

/// The form of RFC 5545. The outer `None` means another form; the inner, that there is no such time.
fn strict(value: &[u8], clock: Clock) -> Option<Option<Stamp>> {
    let number = |from: usize, length: usize| {
        value[from..from + length]
            .iter()
            .try_fold(0i32, |n, byte| byte.is_ascii_digit().then(|| n * 10 + i32::from(byte - b'0')))
    };
    let (clock, timed) = match (value.len(), value.get(8), value.get(15)) {
        (8, None, None) => (Clock::Date, false),
        (15, Some(b'T'), None) => (clock, true),
        (16, Some(b'T'), Some(b'Z')) => (Clock::Utc, true),
        _ => return None,
    };
    let date = (number(0, 4)?, number(4, 2)?, number(6, 2)?);
    let of_day = if timed { (number(9, 2)?, number(11, 2)?, number(13, 2)?) } else { (0, 0, 0) };
    Some(wall(date, of_day).map(|wall| Stamp { wall, clock }))
}

fn lenient(value: &[u8], clock: Clock) -> Option<Stamp> {
    let split = value.iter().position(|byte| matches!(byte, b'T' | b't' | b' '));
    let (day, rest) = value.split_at(split.unwrap_or(value.len()));
    let day = digits(day, b"-", 8)?;
    let date = ((day / 10_000) as i32, (day / 100 % 100) as i32, (day % 100) as i32);
    let Some(rest) = rest.get(1..) else {
        return wall(date, (0, 0, 0)).map(|wall| Stamp { wall, clock: Clock::Date });
    };
    let end = rest.iter().position(|byte| matches!(byte, b'Z' | b'z' | b'+' | b'-')).unwrap_or(rest.len());
    let (time, after) = rest.split_at(end);
    let time = time.split(|byte| *byte == b'.').next()?;
    let time = digits(time, b":", 6).or_else(|| digits(time, b":", 4).map(|short| short * 100))?;
    let wall = wall(date, ((time / 10_000) as i32, (time / 100 % 100) as i32, (time % 100) as i32))?;
    match after {
        [] => Some(Stamp { wall, clock }),
        [b'Z' | b'z'] => Some(Stamp { wall, clock: Clock::Utc }),
        after => Some(Stamp {
            wall: wall - i64::from(offset(std::str::from_utf8(after).ok()?)?),
            clock: Clock::Utc,
        }),
    }
}

/// The number made of exactly `count` digits with separators between them.
fn digits(text: &[u8], separators: &[u8], count: usize) -> Option<u32> {
    let mut number = 0u32;
    let mut seen = 0;
    for byte in text {
        if byte.is_ascii_digit() && seen < count {
            number = number * 10 + u32::from(byte - b'0');
            seen += 1;
        } else if !separators.contains(byte) || seen == 0 {
            return None;
        }
    }
    (seen == count).then_some(number)
}

/// Seconds of wall time, if there is such a date and time. A leap second is read as the second before it.
fn wall((year, month, day): (i32, i32, i32), (hour, minute, second): (i32, i32, i32)) -> Option<i64> {
    let date_is_real = YEARS.contains(&year)
        && (1..=12).contains(&month)
        && day >= 1
        && day <= i32::from(month_length(year, month as u8));
    if !date_is_real || hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let of_day = hour * 3600 + minute * 60 + second.min(59);
    Some(i64::from(day_number(year, month as u8, day as u8)) * DAY + i64::from(of_day))
}

/// `P1W`, `P1DT2H`, `-PT15M`.
pub(crate) fn length(value: &str) -> Option<Length> {
    let value = value.trim();
    let (sign, rest) = match value.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, value.strip_prefix('+').unwrap_or(value)),
    };
    let mut rest = rest.strip_prefix(['P', 'p'])?;
    let (mut days, mut seconds, mut in_time, mut parts) = (0i64, 0i64, false, 0);
    while let Some(first) = rest.bytes().next() {
        if first.eq_ignore_ascii_case(&b'T') && !in_time {
            (in_time, rest) = (true, &rest[1..]);
            continue;
        }
        let end = rest.bytes().position(|byte| !byte.is_ascii_digit())?;
        let number: i64 = rest[..end].parse().ok().filter(|n| *n <= Length::MOST_DAYS * DAY)?;
        match (rest.as_bytes()[end].to_ascii_uppercase(), in_time) {
            (b'W', false) => days += number * 7,
            (b'D', false) => days += number,
            (b'H', true) => seconds += number * 3600,
            (b'M', true) => seconds += number * 60,
            (b'S', true) => seconds += number,
            _ => return None,
        }
        rest = &rest[end + 1..];
        parts += 1;
        if parts > 8 || days > Length::MOST_DAYS || seconds > Length::MOST_DAYS * DAY {
            return None;
        }
    }
    (parts > 0).then_some(Length { days: sign * days as i32, seconds: i64::from(sign) * seconds })
}

/// `+0100`, `-053000`, also with colons: seconds east of UTC.
pub(crate) fn offset(value: &str) -> Option<i32> {
    let value = value.trim();
    let (sign, rest) = match value.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, value.strip_prefix('+').unwrap_or(value)),
    };
    let text = rest.as_bytes();
    let number = digits(text, b":", 6)
        .or_else(|| digits(text, b":", 4).map(|n| n * 100))
        .or_else(|| digits(text, b"", 2).map(|n| n * 10_000))? as i32;
    let (hours, minutes, seconds) = (number / 10_000, number / 100 % 100, number % 100);
    (hours < 24 && minutes < 60 && seconds < 60).then_some(sign * (hours * 3600 + minutes * 60 + seconds))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utc(value: &str) -> Option<i64> {
        time(value, Clock::Floating).filter(|stamp| stamp.clock == Clock::Utc).map(|stamp| stamp.wall)
    }

    #[test]
    fn times() {
        // Reference: `date -u -d 2026-03-02T09:00:00Z +%s`.
        for value in [
            "20260302T090000Z",
            "2026-03-02T09:00:00Z",
            "20260302t0900z",
            "20260302T100000+0100",
            "20260302T090000.123Z",
        ] {
            assert_eq!(utc(value), Some(1_772_442_000), "{value}");
        }
        assert_eq!(time("20260302", Clock::Utc).map(|stamp| stamp.clock), Some(Clock::Date));
        assert_eq!(time("20260302T090000", Clock::Zone(3)).map(|stamp| stamp.clock), Some(Clock::Zone(3)));
        assert_eq!(utc("20161231T235960Z"), utc("20161231T235959Z"), "a leap second");
        for value in [
            "",
            "2026",
            "20260230",
            "20260302T250000",
            "20260302T",
            "99999999",
            "00000101",
            "T",
            "20260302T0900000Z",
            "20260302Tå",
        ] {
            assert_eq!(time(value, Clock::Floating), None, "{value}");
        }
    }

    #[test]
    fn lengths_and_offsets() {
        assert_eq!(length("P1DT2H30M"), Some(Length { days: 1, seconds: 9000 }));
        assert_eq!(length("-PT15M"), Some(Length { days: 0, seconds: -900 }));
        assert_eq!(length("P2W"), Some(Length { days: 14, seconds: 0 }));
        for value in ["", "P", "PT", "1H", "P1H", "PT1D", "PT5", "P99999999999999999999D", "PÅ"] {
            assert_eq!(length(value), None, "{value}");
        }
        assert_eq!(offset("+0530"), Some(19_800));
        assert_eq!(offset("-01:00"), Some(-3600));
        assert_eq!(offset("+001730"), Some(1050));
        assert_eq!(offset("0900"), Some(32_400));
        assert_eq!(offset("+1"), None);
    }
}
