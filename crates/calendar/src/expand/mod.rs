//! From events to occurrences in a window.

mod extent;
mod family;
mod occurrence;
mod scale;
mod series;

pub use occurrence::{Occurrence, Occurrences, Window};

use crate::event::Record;
use crate::moment::{Clock, Stamp};
use crate::trouble::{TroubleReason, Troubles};
use crate::zone::Table;
use crate::{Calendar, days};
use extent::Extent;
use scale::Scale;

/// All occurrences of a calendar that overlap the window.
pub(crate) fn expand(calendar: &Calendar<'_>, window: &Window) -> Occurrences {
    let mut expander = Expander::new(calendar, window);
    let mut rest = calendar.families.as_slice();
    while let Some(first) = rest.first() {
        let size = family_size(calendar, *first, rest);
        let (family, others) = rest.split_at(size);
        expander.family(family);
        rest = others;
    }
    expander.finish()
}

/// How many events at the beginning of the list have the UID of the first. Events without UID stand alone.
fn family_size(calendar: &Calendar<'_>, first: u32, rest: &[u32]) -> usize {
    let at = |number: u32| &calendar.records[number as usize];
    let first = at(first);
    if first.hash == 0 {
        return 1;
    }
    let same = |number: &u32| {
        let other = at(*number);
        other.hash == first.hash && other.uid.says_the_same(first.uid, &calendar.text)
    };
    1 + rest[1..].iter().take_while(|number| same(number)).count()
}

/// What an expansion carries.
struct Expander<'c> {
    calendar: &'c Calendar<'c>,
    home: Table,
    /// Seconds since 1970-01-01 UTC.
    from: i64,
    to: i64,
    list: Vec<Occurrence>,
    troubles: Troubles,
    copies: usize,
    cut_short: bool,
    steps: u64,
}

/// A start on its own clock and as an instant.
#[derive(Debug, Clone, Copy)]
struct Start {
    clock: Clock,
    wall: i64,
    at: i64,
}

impl<'c> Expander<'c> {
    fn new(calendar: &'c Calendar<'c>, window: &Window) -> Expander<'c> {
        Expander {
            calendar,
            home: Table::of(&window.home),
            from: window.from.as_second(),
            to: window.to.as_second(),
            list: Vec::new(),
            troubles: Troubles::default(),
            copies: 0,
            cut_short: false,
            steps: calendar.limits.steps,
        }
    }

    fn finish(mut self) -> Occurrences {
        self.list
            .sort_unstable_by_key(|occurrence| (occurrence.start_at, occurrence.event, occurrence.end_at));
        Occurrences {
            list: self.list,
            troubles: self.troubles.list,
            unlisted_troubles: self.troubles.unlisted,
            copies: self.copies,
            cut_short: self.cut_short,
        }
    }

    fn record(&self, event: u32) -> &'c Record {
        &self.calendar.records[event as usize]
    }

    /// How the times of a clock are counted.
    fn scale(&self, clock: Clock) -> Scale<'_> {
        match clock {
            Clock::Date | Clock::Floating => Scale::Wall,
            Clock::Utc => Scale::Utc,
            Clock::Zone(zone) => Scale::Zone(self.calendar.zones.table(zone).unwrap_or(&self.home)),
        }
    }

    /// The clock, with a zone that is not known read as local time.
    fn clock(&self, clock: Clock) -> Clock {
        match clock {
            Clock::Zone(zone) if self.calendar.zones.table(zone).is_none() => Clock::Floating,
            clock => clock,
        }
    }

    fn utc(&self, stamp: Stamp) -> i64 {
        match self.scale(stamp.clock) {
            Scale::Wall => self.home.to_utc(stamp.wall),
            scale => scale.key(stamp.wall),
        }
    }

    fn start(&self, stamp: Stamp) -> Start {
        Start { clock: self.clock(stamp.clock), wall: stamp.wall, at: self.utc(stamp) }
    }

    /// An instant on a clock.
    fn start_at(&self, clock: Clock, at: i64) -> Start {
        let wall = match self.scale(clock) {
            Scale::Wall => self.home.to_wall(at),
            scale => scale.wall(at),
        };
        Start { clock, wall, at }
    }

    /// A wall time on a clock.
    fn start_on(&self, clock: Clock, wall: i64) -> Start {
        let wall = if clock == Clock::Date { wall - wall.rem_euclid(days::DAY) } else { wall };
        Start { clock, wall, at: self.utc(Stamp { wall, clock }) }
    }

    /// Adds an occurrence if it overlaps the window.
    fn give(&mut self, event: u32, start: Start, extent: &Extent, own: bool, original: Option<Start>) {
        let (end_wall, end_at) = extent.end(self, start, own);
        let within =
            start.at < self.to && (end_at > self.from || end_at == start.at && start.at >= self.from);
        if !within {
            return;
        }
        if self.list.len() >= self.calendar.limits.occurrences {
            if !self.cut_short {
                self.troubles.add(self.record(event).line, TroubleReason::TooManyOccurrences);
            }
            self.cut_short = true;
            return;
        }
        let kind = occurrence::Kind::of(start.clock);
        let original = original.map(|original| {
            (
                occurrence::Kind::of(original.clock),
                if kind_is_wall(original.clock) { original.wall } else { original.at },
            )
        });
        self.list.push(Occurrence {
            event,
            kind,
            start_at: start.at,
            end_at,
            start_wall: start.wall,
            end_wall,
            original,
        });
    }

    /// An event by itself: a single event or a changed occurrence.
    fn single(&mut self, event: u32, original: Option<Start>) {
        let record = self.record(event);
        let start = self.start(record.start);
        let extent = self.extent(event, start);
        self.give(event, start, &extent, true, original);
    }

    fn extent(&mut self, event: u32, start: Start) -> Extent {
        let record = self.record(event);
        let (extent, reversed) = Extent::of(self, start, record.end);
        if reversed {
            self.troubles.add(record.line, TroubleReason::EndBeforeStart);
        }
        extent
    }
}

fn kind_is_wall(clock: Clock) -> bool {
    matches!(clock, Clock::Date | Clock::Floating)
}
