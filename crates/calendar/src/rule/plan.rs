//! A rule made ready for one start: what the rule leaves out is taken from the start.

use super::{Freq, Rule};
use crate::days::{date, day_of, weekday};

/// A rule joined with its start.
pub(super) struct Plan<'r> {
    pub(super) rule: &'r Rule,
    pub(super) months: u16,
    pub(super) month_days: u32,
    pub(super) weekdays: u8,
    /// Bits 0-23; 0 means any (for rules that repeat by the hour or faster).
    pub(super) hours: u32,
    /// Bits 0-59; 0 means any.
    pub(super) minutes: u64,
    /// Bits 0-59; 0 means any.
    pub(super) seconds: u64,
    /// Times within one period (a day, an hour, a minute or a second), in seconds, sorted.
    pub(super) times: Vec<i32>,
    /// Whether every period gives exactly one occurrence, so that the count can be computed instead of walked.
    pub(super) one_a_period: bool,
    /// Steps that it costs to work out the days of a month.
    pub(super) cost_of_month: u64,
}

impl<'r> Plan<'r> {
    pub(super) fn new(rule: &'r Rule, start: i64) -> Plan<'r> {
        let first = day_of(start);
        let (_, month, day) = date(first);
        let mut plan = Plan {
            rule,
            months: rule.months,
            month_days: rule.month_days,
            weekdays: rule.weekdays,
            hours: rule.hours,
            minutes: rule.minutes,
            seconds: rule.seconds,
            times: Vec::new(),
            one_a_period: false,
            cost_of_month: cost_of_month(rule),
        };
        let any_day = rule.month_days | rule.month_days_from_end == 0 && rule.year_days().is_empty();
        let any_day = any_day && rule.weekdays == 0 && rule.numbered().is_empty();
        if any_day {
            match rule.freq {
                Freq::Yearly if !rule.weeks().is_empty() => plan.weekdays = 1 << weekday(first),
                Freq::Yearly => {
                    plan.month_days = 1 << day;
                    if plan.months == 0 {
                        plan.months = 1 << month;
                    }
                }
                Freq::Monthly => plan.month_days = 1 << day,
                Freq::Weekly => plan.weekdays = 1 << weekday(first),
                _ => {}
            }
        }
        plan.set_times(start.rem_euclid(crate::days::DAY) as i32);
        let unfiltered =
            rule.months == 0 && rule.weeks().is_empty() && rule.positions().is_empty() && any_day;
        let every_time = rule.hours == 0 && rule.minutes == 0 && rule.seconds == 0;
        plan.one_a_period = unfiltered && every_time && rule.freq <= Freq::Weekly;
        plan
    }

    /// The times of one period: what a faster rule repeats by is left free, the rest comes from the rule or the start.
    fn set_times(&mut self, of_day: i32) {
        let freq = self.rule.freq;
        if freq > Freq::Secondly && self.seconds == 0 {
            self.seconds = 1 << (of_day % 60);
        }
        if freq > Freq::Minutely && self.minutes == 0 {
            self.minutes = 1 << (of_day / 60 % 60);
        }
        if freq > Freq::Hourly && self.hours == 0 {
            self.hours = 1 << (of_day / 3600);
        }
        let hours = if freq > Freq::Hourly { u64::from(self.hours) } else { 1 };
        let minutes = if freq > Freq::Minutely { self.minutes } else { 1 };
        let seconds = if freq > Freq::Secondly { self.seconds } else { 1 };
        for hour in bits(hours) {
            for minute in bits(minutes) {
                self.times.extend(bits(seconds).map(|second| hour * 3600 + minute * 60 + second));
            }
        }
    }
}

fn cost_of_month(rule: &Rule) -> u64 {
    let lists = rule.year_days().len() + rule.numbered().len() + 5 * rule.weeks().len();
    let weeks = if rule.weeks().is_empty() { 0 } else { 8 };
    1 + weeks + lists as u64 / 4
}

/// The numbers of the bits that are set, rising.
pub(super) fn bits(mut set: u64) -> impl Iterator<Item = i32> {
    std::iter::from_fn(move || {
        let bit = set.trailing_zeros();
        set &= set.wrapping_sub(1);
        (bit < 64).then_some(bit as i32)
    })
}
