//! Which booking has which minute: a sweep over the window, `O(n log n)` in the number of bookings.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::{Booking, Fingerprint, Response, Settings, Window};

/// A minute of elapsed time since 1970.
pub(crate) type Minute = i64;

/// The days of a window in minutes, and their working hours.
pub(crate) struct Grid {
    /// Midnights, one more than there are days.
    midnights: Vec<Minute>,
    working: Vec<Option<(Minute, Minute)>>,
}

impl Grid {
    pub(crate) fn new(window: &Window, settings: &Settings) -> Grid {
        let midnights: Vec<Minute> = (0..=window.days()).map(|i| at(window.day(i), 0, settings)).collect();
        let working = (0..window.days())
            .map(|i| {
                let day = window.day(i);
                let hours = settings.hours.on(day.weekday())?;
                Some((at(day, hours.from(), settings), at(day, hours.to(), settings)))
            })
            .collect();
        Grid { midnights, working }
    }

    pub(crate) fn start(&self) -> Minute {
        self.midnights[0]
    }

    pub(crate) fn end(&self) -> Minute {
        self.midnights[self.midnights.len() - 1]
    }

    /// The working hours of a day of the window.
    pub(crate) fn working(&self, day: usize) -> Option<(Minute, Minute)> {
        self.working[day].filter(|(from, to)| from < to)
    }

    /// The day of the window a minute inside it lies in.
    pub(crate) fn day_of(&self, minute: Minute) -> usize {
        self.midnights.partition_point(|midnight| *midnight <= minute).saturating_sub(1)
    }

    /// How far into its day a minute inside the window lies. On a day when the clock is changed, what comes after the change is off by as
    /// much.
    pub(crate) fn minute_of_day(&self, minute: Minute) -> u32 {
        u32::try_from(minute - self.midnights[self.day_of(minute)]).unwrap_or(0)
    }

    fn edges(&self) -> impl Iterator<Item = Minute> + '_ {
        let hours = self.working.iter().flatten().flat_map(|(from, to)| [*from, *to]);
        self.midnights.iter().copied().chain(hours)
    }
}

/// A minute of a day; what the clock skips is moved forward, what it repeats is the first of the two.
fn at(day: Date, minute: u16, settings: &Settings) -> Minute {
    let (day, minute) = if minute >= 1440 { (day.tomorrow().unwrap_or(day), 0) } else { (day, minute) };
    let (hour, minute) = ((minute / 60) as i8, (minute % 60) as i8);
    settings
        .zone
        .to_timestamp(day.at(hour, minute, 0, 0))
        .map_or(0, |timestamp| timestamp.as_second().div_euclid(60))
}

/// The minute a timestamp lies in.
pub(crate) fn minute_of(timestamp: jiff::Timestamp) -> Minute {
    timestamp.as_second().div_euclid(60)
}

/// Who has a minute that several bookings claim: the least.
///
/// Certain goes before tentative; then the shorter, since a short meeting inside a long one is where one goes; with
/// others before alone; the smaller, since a smaller meeting misses one more; then the earlier. What follows only
/// makes the order the same however the bookings are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    tentative: bool,
    length: i64,
    alone: bool,
    others: u32,
    start: Minute,
    series: Fingerprint,
    own_manager: bool,
    recurring: bool,
    at: usize,
}

/// A booking's claim on time inside the window.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Claim {
    pub(crate) from: Minute,
    pub(crate) to: Minute,
    rank: Rank,
}

impl Claim {
    /// `None` when nothing of it lies inside the window. `at` is its place among the claims.
    pub(crate) fn new(booking: &Booking, series: Fingerprint, grid: &Grid, at: usize) -> Option<Claim> {
        let (start, end) = (minute_of(booking.start), minute_of(booking.end));
        let (from, to) = (start.max(grid.start()), end.min(grid.end()));
        let rank = Rank {
            tentative: booking.response == Response::Tentative,
            length: end.saturating_sub(start),
            alone: booking.people == 0,
            others: booking.people,
            start,
            series,
            own_manager: booking.with_own_manager,
            recurring: booking.recurring,
            at,
        };
        (from < to).then_some(Claim { from, to, rank })
    }
}

/// A stretch between two neighbouring edges: nothing begins or ends inside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Segment {
    pub(crate) from: Minute,
    pub(crate) to: Minute,
    pub(crate) day: usize,
    /// Inside working hours.
    pub(crate) inside: bool,
    /// The claim that has it, by its place among the claims; none when nothing is booked.
    pub(crate) winner: Option<usize>,
    /// Two or more claim it.
    pub(crate) double: bool,
}

impl Segment {
    pub(crate) fn minutes(&self) -> u32 {
        u32::try_from(self.to - self.from).unwrap_or(u32::MAX)
    }
}

/// The window cut into segments, and for each claim how many of its minutes others claim too.
pub(crate) fn segments(claims: &[Claim], grid: &Grid) -> (Vec<Segment>, Vec<u32>) {
    let mut edges: Vec<Minute> =
        claims.iter().flat_map(|claim| [claim.from, claim.to]).chain(grid.edges()).collect();
    edges.sort_unstable();
    edges.dedup();
    let mut starting: Vec<usize> = (0..claims.len()).collect();
    let mut ending = starting.clone();
    starting.sort_unstable_by_key(|i| claims[*i].from);
    ending.sort_unstable_by_key(|i| claims[*i].to);
    let (mut starting, mut ending) = (starting.into_iter().peekable(), ending.into_iter().peekable());

    let mut active: BTreeSet<Rank> = BTreeSet::new();
    let mut doubled: Minute = 0;
    let mut shared = vec![0; claims.len()];
    let mut segments = Vec::with_capacity(edges.len());
    let mut day = 0;
    for (k, &from) in edges.iter().enumerate() {
        while let Some(i) = ending.next_if(|i| claims[*i].to <= from) {
            active.remove(&claims[i].rank);
            shared[i] = doubled - shared[i];
        }
        while let Some(i) = starting.next_if(|i| claims[*i].from <= from) {
            active.insert(claims[i].rank);
            shared[i] = doubled;
        }
        let Some(&to) = edges.get(k + 1) else { break };
        while grid.midnights[day + 1] <= from {
            day += 1;
        }
        let inside = grid.working(day).is_some_and(|(open, close)| open <= from && to <= close);
        let double = active.len() > 1;
        doubled += if double { to - from } else { 0 };
        segments.push(Segment { from, to, day, inside, winner: active.first().map(|rank| rank.at), double });
    }
    (segments, shared.into_iter().map(|minutes| u32::try_from(minutes).unwrap_or(u32::MAX)).collect())
}
