//! A `VTIMEZONE` of the file as a table of offsets.

use super::table::{FIRST_YEAR, LAST_YEAR, Table};
use crate::days::{DAY, day_number};
use crate::limits::CHANGES_PER_ZONE;
use crate::moment::{Clock, Stamp};
use crate::rule::{Bounds, Budget, Rule, Until};

/// A `STANDARD` or `DAYLIGHT` part of a `VTIMEZONE`.
#[derive(Debug, Clone, Default)]
pub(crate) struct Observance {
    /// First onset, wall time by the offset before.
    pub(crate) start: Option<i64>,
    /// Offset before, seconds east of UTC.
    pub(crate) from: Option<i32>,
    /// Offset after, seconds east of UTC.
    pub(crate) to: Option<i32>,
    pub(crate) rules: Vec<Rule>,
    /// More onsets.
    pub(crate) dates: Vec<Stamp>,
}

/// The `VTIMEZONE` of one TZID.
#[derive(Debug, Clone, Default)]
pub(crate) struct Definition {
    pub(crate) tzid: String,
    /// Another name of the zone, if the definition gives one (`X-LIC-LOCATION`).
    pub(crate) location: Option<String>,
    pub(crate) parts: Vec<Observance>,
}

impl Definition {
    /// The table, or `None` if no part can be read.
    pub(crate) fn table(&self, steps: &mut u64) -> Option<Table> {
        let mut onsets: Vec<(i64, i32, i32)> = Vec::new();
        for part in &self.parts {
            let (Some(start), Some(to)) = (part.start, part.to) else { continue };
            part.onsets(start, part.from.unwrap_or(to), to, steps, &mut onsets);
        }
        onsets.sort_unstable();
        let first = onsets.first()?.1;
        Some(Table::new(first, onsets.into_iter().map(|(at, _, to)| (at, to)).collect()))
    }
}

impl Observance {
    fn onsets(&self, start: i64, from: i32, to: i32, steps: &mut u64, onsets: &mut Vec<(i64, i32, i32)>) {
        let most = onsets.len() + CHANGES_PER_ZONE;
        let mut add = |wall: i64| {
            onsets.push((wall - i64::from(from), from, to));
            onsets.len() < most
        };
        add(start);
        for date in &self.dates {
            let wall = if date.clock == Clock::Utc { date.wall + i64::from(from) } else { date.wall };
            if !add(wall) {
                return;
            }
        }
        for rule in &self.rules {
            let until = rule.until.map_or(i64::MAX, |until| match until {
                Until::Utc(utc) => utc + i64::from(from),
                Until::Local(wall) => wall,
                Until::Date(wall) => wall + DAY - 1,
            });
            let low = i64::from(day_number(FIRST_YEAR, 1, 1)) * DAY;
            let high = i64::from(day_number(LAST_YEAR + 1, 1, 1)) * DAY;
            let mut budget = Budget::new(*steps, steps);
            rule.walk(start, Bounds { low, high: high.min(until.saturating_add(1)) }, &mut budget, &mut add);
        }
    }
}
