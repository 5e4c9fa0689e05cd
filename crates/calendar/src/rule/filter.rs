//! Which days of a month a rule allows, as a set of bits.

use super::Freq;
use super::plan::Plan;
use crate::days::{day_number, first_week, is_leap, month_length, week_year, weekday};

/// The allowed days of the months last asked for.
pub(super) struct Filter {
    /// Two months, by whether the month is odd: a week touches at most two, which follow each other.
    kept: [(i32, u8, u32); 2],
    /// Steps for the months that were worked out since it was last asked.
    cost: u64,
}

impl Filter {
    pub(super) fn new() -> Filter {
        Filter { kept: [(i32::MIN, 0, 0); 2], cost: 0 }
    }

    /// The allowed days of a month: bits 1 to 31.
    pub(super) fn days(&mut self, plan: &Plan, year: i32, month: u8) -> u32 {
        let kept = &mut self.kept[usize::from(month & 1)];
        if (kept.0, kept.1) != (year, month) {
            *kept = (year, month, allowed(plan, year, month));
            self.cost += plan.cost_of_month;
        }
        kept.2
    }

    /// Steps for the months that were worked out since this was last called.
    pub(super) fn take_cost(&mut self) -> u64 {
        std::mem::take(&mut self.cost)
    }
}

fn allowed(plan: &Plan, year: i32, month: u8) -> u32 {
    if plan.months != 0 && plan.months & (1 << month) == 0 {
        return 0;
    }
    let rule = plan.rule;
    let length = month_length(year, month);
    let mut days = (u32::MAX >> (31 - length)) & !1;
    if plan.month_days != 0 || rule.month_days_from_end != 0 {
        days &= plan.month_days | from_end(rule.month_days_from_end, length);
    }
    if plan.weekdays != 0 || !rule.numbered().is_empty() {
        let first = weekday(day_number(year, month, 1));
        days &= with_weekdays(plan.weekdays, first) | numbered(plan, year, month);
    }
    if !rule.year_days().is_empty() {
        days &= year_days(rule.year_days(), year, month, length);
    }
    if !rule.weeks().is_empty() && days != 0 {
        days &= weeks(plan, year, month, length);
    }
    days
}

/// Day -1 is the last of the month.
fn from_end(set: u32, length: u8) -> u32 {
    // Bit n becomes bit length + 1 - n.
    let reversed = u64::from(set).reverse_bits(); // bit n is now bit 63 - n
    (reversed >> (62 - u32::from(length))) as u32 & !1
}

fn with_weekdays(set: u8, first: u8) -> u32 {
    const EVERY_SEVENTH: u64 = 1 | 1 << 7 | 1 << 14 | 1 << 21 | 1 << 28;
    super::plan::bits(u64::from(set)).fold(0, |days, day| {
        let date_of_first = 1 + (day + 7 - i32::from(first)) % 7;
        days | (EVERY_SEVENTH << date_of_first) as u32
    })
}

/// `2MO`, `-1FR`: counted in the month, or in the year when the rule is yearly and names no month.
fn numbered(plan: &Plan, year: i32, month: u8) -> u32 {
    let in_year = plan.rule.freq == Freq::Yearly && plan.rule.months == 0;
    let begin = day_number(year, month, 1);
    let length = i32::from(month_length(year, month));
    let (from, until) =
        if in_year { (day_number(year, 1, 1), day_number(year + 1, 1, 1)) } else { (begin, begin + length) };
    let mut days = 0;
    for &(number, day) in plan.rule.numbered() {
        let to_weekday = |from: i32| (i32::from(day) - i32::from(weekday(from))).rem_euclid(7);
        let found = if number > 0 {
            from + to_weekday(from) + 7 * (i32::from(number) - 1)
        } else {
            let last = until - 7 + to_weekday(until - 7);
            last + 7 * (i32::from(number) + 1)
        };
        if (from..until).contains(&found) && (begin..begin + length).contains(&found) {
            days |= 1 << (found - begin + 1);
        }
    }
    days
}

fn year_days(list: &[i16], year: i32, month: u8, length: u8) -> u32 {
    let before = day_number(year, month, 1) - day_number(year, 1, 1);
    let year_length = if is_leap(year) { 366 } else { 365 };
    let mut days = 0;
    for &number in list {
        let number = i32::from(number);
        let of_year = if number > 0 { number } else { year_length + 1 + number };
        let of_month = of_year - before;
        if (1..=i32::from(length)).contains(&of_month) && of_year <= year_length {
            days |= 1 << of_month;
        }
    }
    days
}

fn weeks(plan: &Plan, year: i32, month: u8, length: u8) -> u32 {
    let start = plan.rule.week_start;
    let begin = day_number(year, month, 1);
    let mut days = 0;
    let mut listed = false;
    for day in 1..=i32::from(length) {
        let number = begin + day - 1;
        if day == 1 || weekday(number) == start {
            let of_year = week_year(number, start);
            let first = first_week(of_year, start);
            let in_year = (first_week(of_year + 1, start) - first) / 7;
            let week = (number - first) / 7 + 1;
            listed = plan
                .rule
                .weeks()
                .iter()
                .any(|w| i32::from(*w) == week || i32::from(*w) == week - in_year - 1);
        }
        days |= u32::from(listed) << day;
    }
    days
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_from_the_end() {
        assert_eq!(from_end(1 << 1, 31), 1 << 31);
        assert_eq!(from_end(1 << 1 | 1 << 28, 28), 1 << 28 | 1 << 1);
        assert_eq!(from_end(1 << 31, 30), 0, "a month of 30 days has no 31st day from its end");
    }

    #[test]
    fn weekdays_of_a_month() {
        // A month that begins on a Wednesday: Mondays are 6, 13, 20, 27.
        assert_eq!(with_weekdays(1, 2), 1 << 6 | 1 << 13 | 1 << 20 | 1 << 27);
        assert_eq!(with_weekdays(1 << 2, 2), 1 << 1 | 1 << 8 | 1 << 15 | 1 << 22 | 1 << 29);
    }
}
