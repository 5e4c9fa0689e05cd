//! All events with one UID: which copies count, and which of them change others.

use super::series::{Change, Changes, Shift};
use super::{Expander, Extent, Start};
use crate::days::DAY;
use crate::moment::{Clock, Stamp};

/// The occurrence of a series that a stamp means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    /// The one with this key.
    Key(i64),
    /// Any on the day that begins at this wall time: a date in a series of times.
    Day(i64),
}

impl Expander<'_> {
    /// Expands the events of one UID.
    pub(super) fn family(&mut self, events: &[u32]) {
        if let [event] = events
            && self.record(*event).replaces.is_none()
        {
            return self.whole(*event, &Changes::default());
        }
        let (masters, changes): (Vec<u32>, Vec<u32>) =
            events.iter().partition(|event| self.record(**event).replaces.is_none());
        let masters = self.latest_masters(masters);
        let clock = masters.first().map(|event| self.clock(self.record(*event).start.clock));
        let changes = self.changes(clock, &changes);
        for change in &changes.list {
            self.single(change.event, Some(change.original));
        }
        for master in masters {
            self.whole(master, &changes);
        }
    }

    /// The masters of the highest sequence. Of several with the same start, the latest; events that merely share their UID
    /// (which some exporters do) all stand.
    fn latest_masters(&mut self, mut events: Vec<u32>) -> Vec<u32> {
        if events.len() < 2 {
            return events;
        }
        let highest = events.iter().map(|event| self.record(*event).sequence).max();
        events.sort_by_key(|event| {
            let record = self.record(*event);
            (record.start.wall, record.sequence, record.written, *event)
        });
        let mut kept = Vec::new();
        for (i, event) in events.iter().enumerate() {
            let record = self.record(*event);
            let copied = events.get(i + 1).is_some_and(|next| self.record(*next).start == record.start);
            if copied || Some(record.sequence) != highest {
                self.copies += 1;
            } else {
                kept.push(*event);
            }
        }
        kept
    }

    /// What the events with a `RECURRENCE-ID` change in a series on this clock; without a master each stands by itself.
    fn changes(&mut self, clock: Option<Clock>, events: &[u32]) -> Changes {
        let mut placed: Vec<(Place, u32, i64, u32)> = Vec::with_capacity(events.len());
        for event in events {
            let record = self.record(*event);
            if let Some(stamp) = record.replaces {
                let place = self.place(clock.unwrap_or(self.clock(stamp.clock)), stamp);
                placed.push((place, record.sequence, record.written, *event));
            }
        }
        placed.sort_unstable();
        let mut changes = Changes::default();
        for (i, (place, _, _, event)) in placed.iter().enumerate() {
            let record = self.record(*event);
            if placed.get(i + 1).is_some_and(|next| next.0 == *place) {
                self.copies += 1;
                continue;
            }
            let clock = clock.or(record.replaces.map(|stamp| self.clock(stamp.clock))).unwrap_or(Clock::Utc);
            let original = match place {
                Place::Key(key) => self.start_of(clock, *key),
                Place::Day(midnight) => self.start_on(clock, *midnight),
            };
            changes.gone.add(*place);
            changes.list.push(Change { event: *event, original });
            if record.and_future {
                changes.shifts.push(self.shift(*event, original));
            }
        }
        changes.sort();
        changes
    }

    /// `RANGE=THISANDFUTURE`: later occurrences move by as much, on the clock of the change, and last as long as it.
    fn shift(&self, event: u32, original: Start) -> Shift {
        let start = self.start(self.record(event).start);
        let before = self.on_clock(start.clock, original).wall;
        let floor = if start.clock == Clock::Date { before.rem_euclid(DAY) } else { 0 };
        let (extent, _) = Extent::of(self, start, self.record(event).end);
        Shift {
            event,
            from: self.key_of(original),
            by: start.wall - (before - floor),
            clock: start.clock,
            extent,
        }
    }

    /// The same moment on another clock.
    pub(super) fn on_clock(&self, clock: Clock, start: Start) -> Start {
        let wall = |clock| matches!(clock, Clock::Date | Clock::Floating);
        if wall(clock) && wall(start.clock) {
            Start { clock, ..start }
        } else {
            self.start_at(clock, start.at)
        }
    }

    /// The occurrence of a series on this clock that a stamp means.
    pub(super) fn place(&self, clock: Clock, stamp: Stamp) -> Place {
        let written = self.clock(stamp.clock);
        match (clock, written) {
            (Clock::Date, _) => Place::Key(stamp.wall - stamp.wall.rem_euclid(DAY)),
            (_, Clock::Date) => Place::Day(stamp.wall),
            (Clock::Floating, Clock::Floating) => Place::Key(stamp.wall),
            (Clock::Floating, _) => Place::Key(self.home.to_wall(self.utc(stamp))),
            // A time without a zone in a series with one: the zone was forgotten.
            (_, Clock::Floating) => Place::Key(self.scale(clock).key(stamp.wall)),
            _ => Place::Key(self.utc(stamp)),
        }
    }

    /// What tells a start apart within its series.
    pub(super) fn key_of(&self, start: Start) -> i64 {
        if matches!(start.clock, Clock::Date | Clock::Floating) { start.wall } else { start.at }
    }

    /// The start with this key in a series on this clock.
    pub(super) fn start_of(&self, clock: Clock, key: i64) -> Start {
        if matches!(clock, Clock::Date | Clock::Floating) {
            self.start_on(clock, key)
        } else {
            self.start_at(clock, key)
        }
    }
}
