//! One series: its rules and dates, less what is removed or changed.

use std::borrow::Cow;

use super::family::Place;
use super::{Expander, Extent, Scale, Start};
use crate::days::DAY;
use crate::event::{End, Series};
use crate::moment::Clock;
use crate::rule::{Bounds, Budget, Rule, Until};
use crate::trouble::TroubleReason;

/// An event that replaces an occurrence.
#[derive(Debug, Clone, Copy)]
pub(super) struct Change {
    pub(super) event: u32,
    pub(super) original: Start,
}

/// A change that holds for all later occurrences too.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shift {
    pub(super) event: u32,
    /// Key of the first occurrence it holds for.
    pub(super) from: i64,
    /// Seconds on the wall clock of the change.
    pub(super) by: i64,
    pub(super) clock: Clock,
    pub(super) extent: Extent,
}

/// All changes to a series.
#[derive(Debug, Default)]
pub(super) struct Changes {
    pub(super) list: Vec<Change>,
    /// The occurrences that are replaced.
    pub(super) gone: Gone,
    /// Sorted by where they begin.
    pub(super) shifts: Vec<Shift>,
    /// The farthest that a shift moves an occurrence, in seconds either way.
    pub(super) farthest: i64,
    /// The longest that a shifted occurrence lasts, in seconds.
    pub(super) longest: i64,
}

impl Changes {
    pub(super) fn sort(&mut self) {
        self.gone.sort();
        self.shifts.sort_by_key(|shift| shift.from);
        self.farthest = self.shifts.iter().map(|shift| shift.by.abs()).max().unwrap_or(0);
        self.longest = self.shifts.iter().map(|shift| shift.extent.longest()).max().unwrap_or(0);
    }

    /// The change that an occurrence follows.
    fn shift(&self, key: i64) -> Option<&Shift> {
        self.shifts[..self.shifts.partition_point(|shift| shift.from <= key)].last()
    }
}

/// Occurrences that do not take place.
#[derive(Debug, Default)]
pub(super) struct Gone {
    keys: Vec<i64>,
    days: Vec<i64>,
}

impl Gone {
    pub(super) fn add(&mut self, place: Place) {
        match place {
            Place::Key(key) => self.keys.push(key),
            Place::Day(midnight) => self.days.push(midnight),
        }
    }

    pub(super) fn sort(&mut self) {
        self.keys.sort_unstable();
        self.days.sort_unstable();
    }

    fn has(&self, key: i64, wall: i64) -> bool {
        let day = || wall - wall.rem_euclid(DAY);
        !self.keys.is_empty() && self.keys.binary_search(&key).is_ok()
            || !self.days.is_empty() && self.days.binary_search(&day()).is_ok()
    }
}

/// The occurrences of a series before anything is taken away: key and wall time.
type Keys = Vec<(i64, i64)>;

impl Expander<'_> {
    /// An event that is no change of another: a single event or a series.
    pub(super) fn whole(&mut self, event: u32, changes: &Changes) {
        if self.cut_short && self.list.len() >= self.calendar.limits.occurrences {
            return;
        }
        let record = self.record(event);
        let start = self.start(record.start);
        let extent = self.extent(event, start);
        match &record.series {
            None if changes.list.is_empty() => self.give(event, start, &extent, true, None),
            None => self.each(event, start, extent, &Series::default(), changes),
            Some(series) => self.each(event, start, extent, series, changes),
        }
    }

    fn each(&mut self, event: u32, start: Start, extent: Extent, series: &Series, changes: &Changes) {
        let bounds = self.bounds(start.clock, &extent, changes);
        let first = self.key_of(start);
        let mut keys = self.keys(event, start, &series.rules, bounds);
        keys.push((first, start.wall));
        let periods = self.add_dates(start, series, bounds, &mut keys);
        keys.sort_unstable();
        keys.dedup_by_key(|(key, _)| *key);
        let mut gone = Gone::default();
        for (key, _) in self.keys(event, start, &series.except_rules, bounds) {
            gone.add(Place::Key(key));
        }
        for stamp in &series.removed {
            gone.add(self.place(start.clock, *stamp));
        }
        gone.sort();
        for (key, wall) in keys {
            if gone.has(key, wall) || changes.gone.has(key, wall) {
                continue;
            }
            let original = if key == first {
                start
            } else {
                Start { clock: start.clock, wall, at: self.instant(start.clock, key) }
            };
            match changes.shift(key) {
                Some(shift) => {
                    let moved =
                        self.start_on(shift.clock, self.on_clock(shift.clock, original).wall + shift.by);
                    self.give(shift.event, moved, &shift.extent, false, Some(original));
                }
                None => {
                    let period =
                        periods.binary_search_by_key(&key, |period| period.0).ok().map(|i| periods[i].1);
                    self.give(
                        event,
                        original,
                        &period.unwrap_or(extent),
                        key == first || period.is_some(),
                        Some(original),
                    );
                }
            }
        }
    }

    fn instant(&self, clock: Clock, key: i64) -> i64 {
        if matches!(clock, Clock::Date | Clock::Floating) { self.home.to_utc(key) } else { key }
    }

    /// The wall times at which an occurrence that overlaps the window can start.
    fn bounds(&self, clock: Clock, extent: &Extent, changes: &Changes) -> Bounds {
        let moved = changes.farthest + DAY;
        let longest = changes.longest.max(extent.longest());
        let from = self.start_at(clock, self.from).wall;
        let to = self.start_at(clock, self.to).wall;
        Bounds { low: from.saturating_sub(longest + moved), high: to.saturating_add(moved) }
    }

    /// What the rules give within the bounds.
    fn keys(&mut self, event: u32, start: Start, rules: &[Rule], bounds: Bounds) -> Keys {
        let most = self.calendar.limits.occurrences_per_event;
        let mut keys = Keys::new();
        let mut steps = self.steps;
        let mut spent = false;
        for rule in rules {
            let rule = if start.clock == Clock::Date { rule.for_days() } else { Some(Cow::Borrowed(rule)) };
            let Some(rule) = rule else {
                self.troubles.add(self.calendar.records[event as usize].line, TroubleReason::BadRule);
                continue;
            };
            let scale = self.scale(start.clock);
            let last = last(&rule, start.clock, scale);
            let bounds = Bounds { high: bounds.high.min(last.before_wall), ..bounds };
            let mut budget = Budget::new(self.calendar.limits.steps_per_rule, &mut steps);
            rule.walk(start.wall, bounds, &mut budget, |wall| {
                let key = scale.key(wall);
                if key <= last.key {
                    keys.push((key, wall));
                }
                keys.len() <= most
            });
            spent |= budget.is_spent();
        }
        self.steps = steps;
        let too_many = keys.len() > most;
        keys.truncate(most);
        for (reached, reason) in
            [(spent, TroubleReason::TooMuchWork), (too_many, TroubleReason::TooManyOccurrences)]
        {
            if reached {
                self.cut_short = true;
                self.troubles.add(self.record(event).line, reason);
            }
        }
        keys
    }

    /// Adds `RDATE`; gives the extents of those that are periods, sorted by key.
    fn add_dates(
        &self,
        start: Start,
        series: &Series,
        bounds: Bounds,
        keys: &mut Keys,
    ) -> Vec<(i64, Extent)> {
        let mut periods = Vec::new();
        for added in &series.added {
            let key = match self.place(start.clock, added.start) {
                Place::Key(key) => key,
                Place::Day(midnight) => self.scale(start.clock).key(midnight + start.wall.rem_euclid(DAY)),
            };
            let at = self.start_of(start.clock, key);
            if added.end != End::Unsaid {
                let own = self.start(added.start);
                let (extent, _) =
                    Extent::of(self, if own.clock == Clock::Date { at } else { own }, added.end);
                periods.push((key, extent));
                keys.push((key, at.wall));
            } else if (bounds.low..bounds.high).contains(&at.wall) {
                keys.push((key, at.wall));
            }
        }
        periods.sort_by_key(|period| period.0);
        periods
    }
}

/// The end of a rule in the terms of the series.
struct Last {
    before_wall: i64,
    key: i64,
}

/// `UNTIL` is inclusive. In UTC it is compared with the instant; local, with the wall time; a date holds for the whole day.
fn last(rule: &Rule, clock: Clock, scale: Scale) -> Last {
    let by_wall = |before_wall| Last { before_wall, key: i64::MAX };
    match rule.until {
        None => by_wall(i64::MAX),
        Some(Until::Date(midnight)) => by_wall(midnight + DAY),
        Some(Until::Local(wall)) => by_wall(wall + 1),
        Some(Until::Utc(wall)) if matches!(clock, Clock::Date | Clock::Floating) => by_wall(wall + 1),
        Some(Until::Utc(utc)) => Last { before_wall: scale.wall(utc).saturating_add(DAY), key: utc },
    }
}
