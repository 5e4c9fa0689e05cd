//! From a rule and a start to wall times, period by period, without visiting what lies before the window.

use super::filter::Filter;
use super::plan::{Plan, bits};
use super::{Freq, Rule};
use crate::days::{DAY, YEARS, date, day_number, day_of, first_week, week_year, weekday};

/// The wall times wanted: from `low` and before `high`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Bounds {
    pub(crate) low: i64,
    pub(crate) high: i64,
}

/// Steps that may still be taken, by one rule and by all.
#[derive(Debug)]
pub(crate) struct Budget<'s> {
    rule: u64,
    all: &'s mut u64,
    spent: bool,
}

impl<'s> Budget<'s> {
    pub(crate) fn new(rule: u64, all: &'s mut u64) -> Budget<'s> {
        Budget { rule, all, spent: false }
    }

    /// Whether the walk ended because the steps were spent.
    pub(crate) fn is_spent(&self) -> bool {
        self.spent
    }

    fn step(&mut self, steps: u64) -> bool {
        if self.rule < steps || *self.all < steps {
            self.spent = true;
            return false;
        }
        self.rule -= steps;
        *self.all -= steps;
        true
    }
}

/// What the walk carries.
struct Walk<'w, 's, F> {
    plan: Plan<'w>,
    start: i64,
    bounds: Bounds,
    budget: &'w mut Budget<'s>,
    /// Occurrences still to come.
    left: u32,
    begun: bool,
    emit: F,
    days: Vec<i32>,
}

impl Rule {
    /// Gives the wall times of the rule from `start` on that lie within the bounds, rising, without `UNTIL` (which the bounds
    /// hold). `emit` says whether to go on. The start itself is given only if the rule gives it.
    pub(crate) fn walk(
        &self,
        start: i64,
        bounds: Bounds,
        budget: &mut Budget,
        emit: impl FnMut(i64) -> bool,
    ) {
        let plan = Plan::new(self, start);
        if !budget.step(1 + plan.times.len() as u64 / 8) {
            return;
        }
        let left = self.count.unwrap_or(u32::MAX);
        let mut walk = Walk { plan, start, bounds, budget, left, begun: false, emit, days: Vec::new() };
        if self.freq >= Freq::Daily {
            walk.by_days();
        } else {
            walk.by_clock();
        }
    }
}

impl<F: FnMut(i64) -> bool> Walk<'_, '_, F> {
    /// The first period to visit: the one that holds the lower bound, unless all must be counted from the start.
    fn first_period(&mut self, period: impl Fn(i64) -> i64) -> i64 {
        if self.bounds.low <= self.start {
            return 0;
        }
        if self.plan.rule.count.is_some() {
            if !self.plan.one_a_period {
                return 0;
            }
            let skipped = period(self.bounds.low).max(0);
            self.left = self.left.saturating_sub(u32::try_from(skipped).unwrap_or(u32::MAX));
            return skipped;
        }
        period(self.bounds.low).max(0)
    }

    /// One candidate; `false` ends the walk.
    fn give(&mut self, wall: i64) -> bool {
        if wall < self.start {
            return true;
        }
        // DTSTART counts as the first occurrence (RFC 5545, COUNT), also when the rule does not give it.
        if !std::mem::replace(&mut self.begun, true)
            && wall > self.start
            && self.plan.rule.count.is_some()
            && !self.plan.one_a_period
        {
            self.left -= 1;
        }
        if wall >= self.bounds.high || self.left == 0 {
            return false;
        }
        if self.plan.rule.count.is_some() {
            self.left -= 1;
        }
        wall < self.bounds.low || (self.emit)(wall)
    }

    fn by_days(&mut self) {
        let rule = self.plan.rule;
        let interval = i64::from(rule.interval);
        let first = day_of(self.start);
        let periods = Periods::new(&self.plan, first);
        let mut filter = Filter::new();
        let mut k = self.first_period(|wall| periods.holding(day_of(wall)).div_euclid(interval));
        while let Some((from, until)) = k.checked_mul(interval).and_then(|n| periods.days(n)) {
            if i64::from(from) * DAY >= self.bounds.high || self.left == 0 || !self.budget.step(1) {
                return;
            }
            if !self.period(&mut filter, from, until) || !self.budget.step(filter.take_cost()) {
                return;
            }
            k += 1;
        }
    }

    /// The occurrences of one period of whole days `[from, until)`; `false` ends the walk.
    fn period(&mut self, filter: &mut Filter, from: i32, until: i32) -> bool {
        let in_order = self.plan.rule.positions().is_empty();
        self.days.clear();
        let mut day = from;
        while day < until {
            let (year, month, of_month) = date(day);
            let begin = day - i32::from(of_month);
            let month_end = begin + i32::from(crate::days::month_length(year, month)) + 1;
            let mut allowed = filter.days(&self.plan, year, month) & (u32::MAX << of_month);
            if until < month_end {
                allowed &= (1u32 << (until - begin)) - 1;
            }
            for bit in bits(u64::from(allowed)) {
                if !in_order {
                    self.days.push(begin + bit);
                } else if !self.day(begin + bit) {
                    return false;
                }
            }
            day = month_end;
        }
        in_order || self.day_positions()
    }

    /// All times of a day.
    fn day(&mut self, day: i32) -> bool {
        let midnight = i64::from(day) * DAY;
        if self.plan.times.len() == 1 {
            return self.give(midnight + i64::from(self.plan.times[0]));
        }
        if !self.budget.step(self.plan.times.len() as u64 / 4) {
            return false;
        }
        (0..self.plan.times.len()).all(|i| self.give(midnight + i64::from(self.plan.times[i])))
    }

    /// Of the occurrences of the period in `self.days`, those at the positions of `BYSETPOS`.
    fn day_positions(&mut self) -> bool {
        let times = self.plan.times.len();
        let chosen = self.chosen(self.days.len() * times);
        self.budget.step(chosen.len() as u64 / 4)
            && chosen.into_iter().all(|index| {
                let midnight = i64::from(self.days[index / times]) * DAY;
                self.give(midnight + i64::from(self.plan.times[index % times]))
            })
    }

    /// The places that `BYSETPOS` names among `size`, rising.
    fn chosen(&self, size: usize) -> Vec<usize> {
        let place = |position: &i16| match usize::from(position.unsigned_abs()) {
            n if *position > 0 => Some(n - 1),
            n => size.checked_sub(n),
        };
        let mut chosen: Vec<usize> =
            self.plan.rule.positions().iter().filter_map(place).filter(|at| *at < size).collect();
        chosen.sort_unstable();
        chosen.dedup();
        chosen
    }

    /// Rules that repeat by the hour, minute or second.
    fn by_clock(&mut self) {
        let unit = match self.plan.rule.freq {
            Freq::Hourly => 3600,
            Freq::Minutely => 60,
            _ => 1,
        };
        let step = unit * i64::from(self.plan.rule.interval);
        let origin = self.start - self.start.rem_euclid(unit);
        let mut filter = Filter::new();
        let mut k = self.first_period(|wall| (wall - unit - origin).div_euclid(step));
        loop {
            let Some(period) = k.checked_mul(step).and_then(|n| n.checked_add(origin)) else { return };
            if period >= self.bounds.high || self.left == 0 || !self.budget.step(1) {
                return;
            }
            let next = self.next_allowed(&mut filter, period);
            if !self.budget.step(filter.take_cost()) {
                return;
            }
            match next {
                Some(later) => k = (later - origin + step - 1).div_euclid(step).max(k + 1),
                None if !self.clock_period(period) => return,
                None => k += 1,
            }
        }
    }

    fn clock_period(&mut self, period: i64) -> bool {
        let size = self.plan.times.len();
        if !self.budget.step(size as u64 / 4) {
            return false;
        }
        if self.plan.rule.positions().is_empty() {
            return (0..size).all(|i| self.give(period + i64::from(self.plan.times[i])));
        }
        self.chosen(size).into_iter().all(|i| self.give(period + i64::from(self.plan.times[i])))
    }

    /// `None` if the rule allows this period; else the next wall time at which it may.
    fn next_allowed(&self, filter: &mut Filter, period: i64) -> Option<i64> {
        let day = day_of(period);
        let (year, month, of_month) = date(day);
        let allowed = filter.days(&self.plan, year, month) & (u32::MAX << of_month);
        if allowed & (1 << of_month) == 0 {
            let next = if allowed == 0 {
                u32::from(crate::days::month_length(year, month)) + 1
            } else {
                allowed.trailing_zeros()
            };
            return Some(i64::from(day - i32::from(of_month) + next as i32) * DAY);
        }
        let of_day = period.rem_euclid(DAY);
        let midnight = period - of_day;
        if self.plan.hours != 0 && self.plan.hours & (1 << (of_day / 3600)) == 0 {
            return Some(midnight + (of_day / 3600 + 1) * 3600);
        }
        if self.plan.rule.freq < Freq::Hourly
            && self.plan.minutes != 0
            && self.plan.minutes & (1 << (of_day / 60 % 60)) == 0
        {
            return Some(midnight + (of_day / 60 + 1) * 60);
        }
        let second = 1u64 << (of_day % 60);
        (self.plan.rule.freq == Freq::Secondly && self.plan.seconds != 0 && self.plan.seconds & second == 0)
            .then(|| period + 1)
    }
}

/// The periods of whole days, numbered from the one that holds the start.
struct Periods {
    freq: Freq,
    week_start: u8,
    by_weeks: bool,
    /// Year, month counted from year 0, first day of the week, or day.
    origin: i64,
}

impl Periods {
    fn new(plan: &Plan, first: i32) -> Periods {
        let week_start = plan.rule.week_start;
        let by_weeks = plan.rule.freq == Freq::Yearly && !plan.rule.weeks().is_empty();
        let mut periods = Periods { freq: plan.rule.freq, week_start, by_weeks, origin: 0 };
        periods.origin = periods.place(first);
        periods
    }

    fn place(&self, day: i32) -> i64 {
        let (year, month, _) = date(day);
        match self.freq {
            Freq::Yearly if self.by_weeks => i64::from(week_year(day, self.week_start)),
            Freq::Yearly => i64::from(year),
            Freq::Monthly => i64::from(year) * 12 + i64::from(month) - 1,
            Freq::Weekly => {
                i64::from(day - (i32::from(weekday(day)) - i32::from(self.week_start)).rem_euclid(7))
            }
            _ => i64::from(day),
        }
    }

    /// The number of the period that holds a day.
    fn holding(&self, day: i32) -> i64 {
        let places = self.place(day) - self.origin;
        if self.freq == Freq::Weekly { places.div_euclid(7) } else { places }
    }

    /// The days `[from, until)` of period `n`, or `None` after the last year.
    fn days(&self, n: i64) -> Option<(i32, i32)> {
        let last = i64::from(day_number(*YEARS.end(), 12, 31));
        let (from, until) = match self.freq {
            Freq::Yearly | Freq::Monthly => {
                let place = self.origin.checked_add(n)?;
                let (year, month) = if self.freq == Freq::Monthly {
                    (place.div_euclid(12), place.rem_euclid(12) as u8 + 1)
                } else {
                    (place, 1)
                };
                let year = i32::try_from(year).ok().filter(|year| YEARS.contains(year))?;
                if self.by_weeks {
                    (first_week(year, self.week_start), first_week(year + 1, self.week_start))
                } else {
                    let from = day_number(year, month, 1);
                    let until = if self.freq == Freq::Yearly {
                        day_number(year + 1, 1, 1)
                    } else {
                        from + i32::from(crate::days::month_length(year, month))
                    };
                    (from, until)
                }
            }
            Freq::Weekly => {
                let from = self.origin.checked_add(n.checked_mul(7)?)?;
                (i32::try_from(from).ok()?, i32::try_from(from + 7).ok()?)
            }
            _ => {
                let from = self.origin.checked_add(n)?;
                (i32::try_from(from).ok()?, i32::try_from(from + 1).ok()?)
            }
        };
        (i64::from(from) <= last).then_some((from, until))
    }
}
