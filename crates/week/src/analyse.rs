//! From bookings to weeks.

use std::collections::{BTreeMap, HashMap};

use crate::choose_away::{self, Habits};
use crate::classify::{Features, Reading};
use crate::slots::{self, Claim, Grid, Segment};
use crate::window::monday_of;
use crate::{
    Booking, Fingerprint, Lessons, Placed, Response, Review, Rhythm, SeriesPart, Settings, Suggestion,
    UNDISTURBED_MINUTES, Usually, Week, Window, rules, title,
};

/// More bookings than this are refused: some thirty a day for ten years, five times over.
pub const MAX_BOOKINGS: usize = 500_000;

/// A booking of this length is a whole day, even where the calendar gives it hours (a day may have 23).
const WHOLE_DAY_MINUTES: i64 = 23 * 60;

/// What a window of a calendar amounts to. Borrows titles from the bookings, for the page that answers an upload.
#[derive(Debug, Clone, PartialEq)]
pub struct Analysis<'a> {
    /// Every week of the window, in order, empty ones too.
    pub weeks: Vec<Week>,
    /// The weeks by series and day: what a store keeps so that a correction can move the minutes.
    pub parts: Vec<SeriesPart>,
    /// One line for each series, the most minutes first.
    pub reviews: Vec<Review<'a>>,
    /// Series that might go, the most hours a year first.
    pub suggestions: Vec<Suggestion>,
    /// What took no time.
    pub aside: Aside,
}

/// Bookings inside the window that count as no hours; each in the first line that fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Aside {
    /// Called off.
    pub cancelled: u32,
    /// Declined by the owner.
    pub declined: u32,
    /// Whole days, and bookings as long as a day.
    pub all_day: u32,
    /// Marked as free.
    pub free: u32,
    /// End before or at their start.
    pub empty: u32,
}

/// The calendar holds more bookings than [`MAX_BOOKINGS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{0} bookings are more than the {MAX_BOOKINGS} an analysis takes")]
pub struct TooManyBookings(pub usize);

/// Analyses the bookings that lie in the window. The order of the bookings makes no difference.
///
/// # Errors
/// [`TooManyBookings`].
pub fn analyse<'a>(
    bookings: &'a [Booking],
    settings: &Settings,
    lessons: &Lessons,
    window: &Window,
) -> Result<Analysis<'a>, TooManyBookings> {
    if bookings.len() > MAX_BOOKINGS {
        return Err(TooManyBookings(bookings.len()));
    }
    let grid = Grid::new(window, settings);
    let (counted, aside) = sort_out(bookings, &grid);
    let series = Series::group(&counted, lessons);
    let mut claims = Vec::with_capacity(counted.len());
    let mut claimants = Vec::with_capacity(counted.len());
    for (booking, at) in counted.iter().zip(&series.of_booking) {
        if let Some(claim) = Claim::new(booking, series.all[*at].fingerprint, &grid, claims.len()) {
            claims.push(claim);
            claimants.push(Claimant { booking, series: *at });
        }
    }
    let (segments, shared) = slots::segments(&claims, &grid);
    let sums = Sums { window, grid: &grid, series: &series, claims: &claims, claimants: &claimants };
    let parts = sums.parts(&segments);
    let weeks = sums.weeks(bookings, &segments, &parts);
    let habits = sums.habits(&parts, &shared);
    let mut reviews: Vec<Review<'a>> =
        series.all.iter().zip(&habits).map(|(s, habits)| s.review(habits)).collect();
    reviews.sort_by_key(|review| (std::cmp::Reverse(review.minutes), review.fingerprint));
    let suggestions = choose_away::suggest(&series.placed(), &habits, window);
    Ok(Analysis { weeks, parts, reviews, suggestions, aside })
}

/// The bookings that take time, and what was put aside.
fn sort_out<'a>(bookings: &'a [Booking], grid: &Grid) -> (Vec<&'a Booking>, Aside) {
    let mut aside = Aside::default();
    let mut counted = Vec::new();
    for booking in bookings {
        let (start, end) = (slots::minute_of(booking.start), slots::minute_of(booking.end));
        if start >= grid.end() || end.max(start + 1) <= grid.start() {
            continue;
        }
        if booking.cancelled {
            aside.cancelled += 1;
        } else if booking.response == Response::Declined {
            aside.declined += 1;
        } else if is_whole_day(booking) {
            aside.all_day += 1;
        } else if booking.free {
            aside.free += 1;
        } else if end <= start {
            aside.empty += 1;
        } else {
            counted.push(booking);
        }
    }
    (counted, aside)
}

fn is_whole_day(booking: &Booking) -> bool {
    booking.all_day || slots::minute_of(booking.end) - slots::minute_of(booking.start) >= WHOLE_DAY_MINUTES
}

/// One series of the window.
struct One<'a> {
    fingerprint: Fingerprint,
    tokens: Vec<Fingerprint>,
    title: &'a str,
    titles: u32,
    placed: Placed,
}

impl<'a> One<'a> {
    fn review(&self, habits: &Habits) -> Review<'a> {
        Review {
            title: self.title,
            titles: self.titles,
            fingerprint: self.fingerprint,
            tokens: self.tokens.clone(),
            times: habits.times,
            minutes: habits.minutes,
            people: habits.people,
            placed: self.placed,
            rhythm: habits.rhythm,
        }
    }
}

struct Series<'a> {
    all: Vec<One<'a>>,
    of_booking: Vec<usize>,
}

impl<'a> Series<'a> {
    /// Groups by fingerprint. A series has one place: that of its most common title and company.
    fn group(counted: &[&'a Booking], lessons: &Lessons) -> Series<'a> {
        let mut readings: HashMap<Features<'a>, Reading> = HashMap::new();
        let mut groups: BTreeMap<Fingerprint, BTreeMap<Features<'a>, u32>> = BTreeMap::new();
        let mut fingerprints = Vec::with_capacity(counted.len());
        for booking in counted {
            let features = Features::of(booking);
            let reading = readings.entry(features).or_insert_with(|| Reading::new(&features, lessons.key()));
            *groups.entry(reading.series).or_default().entry(features).or_default() += 1;
            fingerprints.push(reading.series);
        }
        let index: HashMap<Fingerprint, usize> = groups.keys().copied().zip(0..).collect();
        let all = groups
            .iter()
            .filter_map(|(fingerprint, group)| {
                let (features, _) = group.iter().rev().max_by_key(|(_, times)| **times)?;
                let reading = readings.get(features)?;
                let mut titles: Vec<&str> = group.keys().map(|features| features.title).collect();
                titles.dedup();
                Some(One {
                    fingerprint: *fingerprint,
                    tokens: reading.tokens.clone(),
                    title: features.title,
                    titles: u32::try_from(titles.len()).unwrap_or(u32::MAX),
                    placed: reading.placed(lessons),
                })
            })
            .collect();
        Series { all, of_booking: fingerprints.iter().map(|print| index[print]).collect() }
    }

    fn placed(&self) -> Vec<(Fingerprint, Placed)> {
        self.all.iter().map(|one| (one.fingerprint, one.placed)).collect()
    }
}

#[derive(Clone, Copy)]
struct Claimant<'a> {
    booking: &'a Booking,
    series: usize,
}

/// What the sums are made from.
struct Sums<'a, 's> {
    window: &'s Window,
    grid: &'s Grid,
    series: &'s Series<'a>,
    claims: &'s [Claim],
    claimants: &'s [Claimant<'a>],
}

impl Sums<'_, '_> {
    fn parts(&self, segments: &[Segment]) -> Vec<SeriesPart> {
        let mut parts: BTreeMap<(usize, usize), SeriesPart> = BTreeMap::new();
        for (claim, claimant) in self.claims.iter().zip(self.claimants) {
            let day = self.grid.day_of(claim.from);
            let part = parts.entry((day, claimant.series)).or_insert_with(|| self.part(day, claimant.series));
            part.times += 1;
            part.people = part.people.max(claimant.booking.people);
        }
        for segment in segments {
            let Some(winner) = segment.winner else { continue };
            let series = self.claimants[winner].series;
            let part = parts.entry((segment.day, series)).or_insert_with(|| self.part(segment.day, series));
            let minutes = segment.minutes();
            part.people = part.people.max(self.claimants[winner].booking.people);
            part.minutes += minutes;
            part.outside += if segment.inside { 0 } else { minutes };
            part.double += if segment.double { minutes } else { 0 };
        }
        parts.into_values().collect()
    }

    fn part(&self, day: usize, series: usize) -> SeriesPart {
        let day = self.window.day(day as u32);
        let one = &self.series.all[series];
        SeriesPart {
            fingerprint: one.fingerprint,
            monday: monday_of(day),
            day,
            place: one.placed.place,
            minutes: 0,
            outside: 0,
            double: 0,
            people: 0,
            times: 0,
        }
    }

    fn weeks(&self, bookings: &[Booking], segments: &[Segment], parts: &[SeriesPart]) -> Vec<Week> {
        let mut weeks: Vec<Week> =
            (0..self.window.weeks()).map(|week| Week::empty(self.window.day(week * 7))).collect();
        let away = days_away(bookings, self.grid, self.window.days() as usize);
        for (day, away) in away.iter().enumerate() {
            weeks[day / 7].facts.away[day % 7] = *away;
            let hours = self.grid.working(day).filter(|_| !away);
            weeks[day / 7].facts.working += hours.map_or(0, |(open, close)| (close - open) as u32);
        }
        for part in parts {
            let day = (part.day - self.window.monday()).get_days() as usize;
            weeks[day / 7].days[day % 7].add(part.place, part.minutes);
        }
        self.count_claims(&mut weeks);
        self.count_segments(&mut weeks, segments);
        undisturbed(&mut weeks, segments);
        weeks
    }

    fn count_claims(&self, weeks: &mut [Week]) {
        for (claim, claimant) in self.claims.iter().zip(self.claimants) {
            let facts = &mut weeks[self.grid.day_of(claim.from) / 7].facts;
            facts.sizes[claimant.booking.size().index()].times += 1;
            match (claimant.booking.one_to_one(), claimant.booking.with_own_manager) {
                (true, true) => facts.with_own_manager.times += 1,
                (true, false) => facts.one_to_ones.times += 1,
                _ => {}
            }
        }
    }

    fn count_segments(&self, weeks: &mut [Week], segments: &[Segment]) {
        let mut last: Option<(usize, usize)> = None;
        for segment in segments {
            let Some(winner) = segment.winner else { continue };
            let booking = self.claimants[winner].booking;
            let minutes = segment.minutes();
            let facts = &mut weeks[segment.day / 7].facts;
            if last.is_some_and(|(day, claim)| day == segment.day && claim != winner) {
                facts.switches[segment.day % 7] += 1;
            }
            last = Some((segment.day, winner));
            facts.double_booked += if segment.double { minutes } else { 0 };
            *(if segment.inside { &mut facts.inside_hours } else { &mut facts.outside_hours }) += minutes;
            *(if booking.recurring { &mut facts.recurring } else { &mut facts.one_off }) += minutes;
            facts.sizes[booking.size().index()].minutes += minutes;
            match (booking.one_to_one(), booking.with_own_manager) {
                (true, true) => facts.with_own_manager.minutes += minutes,
                (true, false) => facts.one_to_ones.minutes += minutes,
                _ => {}
            }
        }
    }

    fn habits(&self, parts: &[SeriesPart], shared: &[u32]) -> Vec<Habits> {
        let mut collected: Vec<Vec<usize>> = vec![Vec::new(); self.series.all.len()];
        for (i, claimant) in self.claimants.iter().enumerate() {
            collected[claimant.series].push(i);
        }
        let mut sums: HashMap<Fingerprint, (u32, u32)> = HashMap::new();
        for part in parts {
            let (minutes, outside) = sums.entry(part.fingerprint).or_default();
            *minutes += part.minutes;
            *outside += part.outside;
        }
        self.series
            .all
            .iter()
            .zip(&collected)
            .map(|(one, claims)| {
                self.habit(claims, shared, sums.get(&one.fingerprint).copied().unwrap_or_default())
            })
            .collect()
    }

    /// Minutes that these claims cover together, each counted once.
    fn claimed(&self, claims: &[usize]) -> u64 {
        let mut stretches: Vec<_> =
            claims.iter().map(|i| (self.claims[*i].from, self.claims[*i].to)).collect();
        stretches.sort_unstable();
        let mut covered_to = self.grid.start();
        let mut minutes = 0;
        for (from, to) in stretches {
            minutes += (to - from.max(covered_to)).max(0) as u64;
            covered_to = covered_to.max(to);
        }
        minutes
    }

    fn habit(&self, claims: &[usize], shared: &[u32], (minutes, outside): (u32, u32)) -> Habits {
        let bookings = || claims.iter().map(|i| self.claimants[*i].booking);
        let times: Vec<_> = claims
            .iter()
            .map(|i| {
                let from = self.claims[*i].from;
                (self.window.day(self.grid.day_of(from) as u32), self.grid.minute_of_day(from))
            })
            .collect();
        let mut days: Vec<_> = times.iter().map(|(day, _)| *day).collect();
        days.sort_unstable();
        days.dedup();
        let lengths = claims.iter().map(|i| (self.claims[*i].to - self.claims[*i].from) as u32).collect();
        Habits {
            times: claims.len() as u32,
            minutes,
            outside,
            minutes_each: median(lengths),
            claimed: self.claimed(claims),
            scheduled: claims.iter().map(|i| (self.claims[*i].to - self.claims[*i].from) as u64).sum(),
            shared: claims.iter().map(|i| u64::from(shared[*i])).sum(),
            people: median(bookings().map(|booking| booking.people).collect()),
            invited: bookings().map(|booking| u64::from(booking.people)).sum(),
            declined: bookings()
                .map(|booking| u64::from(booking.declined_by_others.min(booking.people)))
                .sum(),
            with_agenda: bookings().filter(|booking| booking.has_agenda).count() as u32,
            recurring: bookings().any(|booking| booking.recurring),
            private: bookings().any(|booking| booking.private),
            last: days.last().copied(),
            rhythm: Rhythm::of(&days),
            usually: Usually::of(&times),
        }
    }
}

/// The lower middle value; 0 of none.
fn median(mut values: Vec<u32>) -> u32 {
    values.sort_unstable();
    values.get(values.len().saturating_sub(1) / 2).copied().unwrap_or(0)
}

/// Days on which a whole-day booking says that the owner is away, free or not: many calendars mark leave as free.
fn days_away(bookings: &[Booking], grid: &Grid, days: usize) -> Vec<bool> {
    let mut steps = vec![0_i64; days + 1];
    let mut leave: HashMap<&str, bool> = HashMap::new();
    for booking in
        bookings.iter().filter(|b| is_whole_day(b) && !b.cancelled && b.response != Response::Declined)
    {
        let from = slots::minute_of(booking.start).max(grid.start());
        let to = slots::minute_of(booking.end).min(grid.end());
        let title = title::cut(&booking.title);
        let says_so = booking.out_of_office
            || (booking.people == 0
                && *leave.entry(title).or_insert_with(|| rules::is_leave(&title::tokens(title))));
        if from < to && says_so {
            steps[grid.day_of(from)] += 1;
            steps[grid.day_of(to - 1) + 1] -= 1;
        }
    }
    let mut depth = 0;
    steps[..days]
        .iter()
        .map(|step| {
            depth += step;
            depth > 0
        })
        .collect()
}

fn undisturbed(weeks: &mut [Week], segments: &[Segment]) {
    let mut run: Option<(usize, u32)> = None;
    let mut close = |run: Option<(usize, u32)>| {
        if let Some((day, minutes)) = run.filter(|(_, minutes)| *minutes >= UNDISTURBED_MINUTES) {
            weeks[day / 7].facts.undisturbed[day % 7].add(minutes);
        }
    };
    for segment in segments {
        let idle = segment.inside && segment.winner.is_none();
        match run {
            Some((day, minutes)) if idle && day == segment.day => {
                run = Some((day, minutes + segment.minutes()))
            }
            _ => {
                close(run);
                run = idle.then(|| (segment.day, segment.minutes()));
            }
        }
    }
    close(run);
    for facts in weeks.iter_mut().map(|week| &mut week.facts) {
        for (tally, _) in facts.undisturbed.iter_mut().zip(facts.away).filter(|(_, away)| *away) {
            *tally = crate::Tally::default();
        }
    }
}
