//! How long an occurrence lasts.

use super::{Expander, Start};
use crate::days::DAY;
use crate::event::End;
use crate::moment::Clock;
use crate::read::values::Length;

/// The length of an event, carried to each of its occurrences.
#[derive(Debug, Clone, Copy)]
pub(super) enum Extent {
    /// By `DTEND`: an occurrence lasts as long on the wall clock as the event does, so that a night shift from 22 to 7 ends at 7
    /// also when the clocks change. The event itself ends when it says.
    Wall { length: i64, own_end: i64 },
    /// By `DURATION`: days follow the wall clock, hours are exact (RFC 5545, 3.3.6).
    Exact(Length),
}

impl Extent {
    /// The extent of an event, and whether it was said to end before it starts.
    pub(super) fn of(expander: &Expander, start: Start, end: End) -> (Extent, bool) {
        match end {
            End::Unsaid if start.clock == Clock::Date => (Extent::days(DAY), false),
            End::Unsaid => (Extent::Exact(Length { days: 0, seconds: 0 }), false),
            End::Lasting(length) if length.total() < 0 => {
                (Extent::Exact(Length { days: 0, seconds: 0 }), true)
            }
            End::Lasting(length) if start.clock == Clock::Date => (Extent::days(length.total()), false),
            End::Lasting(length) => (Extent::Exact(length), false),
            End::At(stamp) => {
                let own_end = expander.utc(stamp);
                let same_clock = expander.clock(stamp.clock) == start.clock;
                let wall = if same_clock || start.clock == Clock::Date {
                    stamp.wall
                } else {
                    expander.start_at(start.clock, own_end).wall
                };
                let length = wall - start.wall;
                match start.clock {
                    Clock::Date => (Extent::days(length), length < 0),
                    _ if own_end < start.at => (Extent::Exact(Length { days: 0, seconds: 0 }), true),
                    _ => (Extent::Wall { length, own_end }, false),
                }
            }
        }
    }

    /// Whole days, at least one.
    fn days(seconds: i64) -> Extent {
        Extent::Exact(Length { days: ((seconds + DAY - 1).div_euclid(DAY)).max(1) as i32, seconds: 0 })
    }

    /// The longest that an occurrence can last, in seconds, with room for a change of the clocks.
    pub(super) fn longest(&self) -> i64 {
        DAY + match self {
            Extent::Wall { length, .. } => (*length).max(0),
            Extent::Exact(length) => length.total().max(0),
        }
    }

    /// The end as wall time on the clock of the start, and in UTC. `own` is the start of the event itself.
    pub(super) fn end(&self, expander: &Expander, start: Start, own: bool) -> (i64, i64) {
        let on = |wall: i64| (wall, expander.start_on(start.clock, wall).at);
        match *self {
            Extent::Exact(Length { days: 0, seconds: 0 }) => (start.wall, start.at),
            Extent::Exact(Length { days, seconds }) => {
                let days = i64::from(days) * DAY;
                match start.clock {
                    Clock::Date | Clock::Floating => on(start.wall + days + seconds),
                    _ if days == 0 => (start.wall + seconds, start.at + seconds),
                    _ => {
                        let at = on(start.wall + days).1 + seconds;
                        (start.wall + days + seconds, at.max(start.at))
                    }
                }
            }
            Extent::Wall { length, own_end } if own && start.clock != Clock::Floating => {
                (start.wall + length, own_end)
            }
            Extent::Wall { length, .. } => {
                let (wall, at) = on(start.wall + length);
                // In a gap of the clocks the wall time of the end may come before the start.
                if at < start.at || (at == start.at && length > 0) {
                    (wall, start.at + length.max(0))
                } else {
                    (wall, at)
                }
            }
        }
    }
}
