//! From the bytes of a file to what is shown of it.

use calendar::{Calendar, Limits, Occurrences, Refusal, Trouble};
use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use week::{Analysis, Booking, Key, Lessons, Owner, Settings, Trend, Window, WorkingHours};
use words::Words;

/// So many weeks before and after are searched for something when the window holds nothing.
const AROUND_WEEKS: i64 = 260;

/// Everything there is to show.
pub(crate) struct Look<'a> {
    pub(crate) window: Window,
    pub(crate) zone: &'a TimeZone,
    pub(crate) analysis: Analysis<'a>,
    pub(crate) trend: Trend,
    pub(crate) troubles: Vec<Trouble>,
    /// Troubles beyond those listed.
    pub(crate) unlisted: usize,
    /// Events of which an equal or newer copy stands in the file too.
    pub(crate) copies: usize,
}

impl Look<'_> {
    /// The number of a series in the list, from 1.
    pub(crate) fn number_of(&self, series: week::Fingerprint) -> Option<usize> {
        self.analysis.reviews.iter().position(|review| review.fingerprint == series).map(|place| place + 1)
    }

    pub(crate) fn troubles(&self) -> usize {
        self.troubles.len() + self.unlisted
    }
}

/// Why there is nothing to show.
pub(crate) enum NoLook {
    /// Not a calendar.
    Refused(Refusal),
    /// So many bookings that they are not counted.
    TooMany(usize),
    /// Nothing booked; the sentence says where something is.
    Nothing(String),
}

/// Reads and counts, and hands what was found to `show` while it can still be borrowed.
pub(crate) fn look(
    bytes: &[u8],
    window: &Window,
    zone: &TimeZone,
    owner: &Owner<'_>,
    words: &Words,
    progress: &dyn Fn(String),
    show: impl Fn(&Look<'_>) -> String,
) -> Result<String, NoLook> {
    progress(words.terminal_progress_reading(bytes.len() as i64 / 1_000_000));
    let calendar = calendar::read(bytes, &Limits::default()).map_err(NoLook::Refused)?;
    progress(words.terminal_progress_counting());
    let occurrences = calendar.occurrences(&span(window.monday(), window.end(), zone));
    progress(words.terminal_progress_sorting(occurrences.list.len() as i64));
    let bookings = week::bookings(&calendar, &occurrences, owner);
    let analysis = analyse(&bookings, zone, window)?;
    if analysis.weeks.iter().all(|week| week.booked() == 0) {
        return Err(NoLook::Nothing(nothing(&calendar, window, zone, owner, words)));
    }
    Ok(show(&Look {
        window: *window,
        zone,
        trend: Trend::of(&analysis.weeks),
        analysis,
        troubles: troubles(&calendar, &occurrences),
        unlisted: calendar.unlisted_troubles() + occurrences.unlisted_troubles,
        copies: occurrences.copies,
    }))
}

fn span(from: Date, to: Date, zone: &TimeZone) -> calendar::Window {
    let at = |day| calendar::Moment::Date(day).timestamp(zone);
    calendar::Window { from: at(from), to: at(to), home: zone.clone() }
}

fn analyse<'a>(bookings: &'a [Booking], zone: &TimeZone, window: &Window) -> Result<Analysis<'a>, NoLook> {
    let settings = Settings { zone: zone.clone(), hours: WorkingHours::default() };
    // Fingerprints are compared within this one run and never shown: any key will do.
    let lessons = Lessons::none(Key::new([0; 32]));
    week::analyse(bookings, &settings, &lessons, window)
        .map_err(|week::TooManyBookings(n)| NoLook::TooMany(n))
}

fn troubles(calendar: &Calendar<'_>, occurrences: &Occurrences) -> Vec<Trouble> {
    let mut troubles = [calendar.troubles(), &occurrences.troubles].concat();
    troubles.sort_by_key(|trouble| (trouble.line, trouble.reason));
    troubles
}

/// What to say of a window without hours: where the nearest hours are.
fn nothing(
    calendar: &Calendar<'_>,
    window: &Window,
    zone: &TimeZone,
    owner: &Owner<'_>,
    words: &Words,
) -> String {
    let last = window.end().saturating_sub(1.day());
    let sentence = words.terminal_nothing(window.monday().to_string(), last.to_string());
    let more = match nearest(calendar, window, zone, owner) {
        Some(monday) => words.terminal_nearest(monday.to_string()),
        None => words.terminal_nothing_at_all(),
    };
    format!("{sentence} {more}")
}

fn nearest(calendar: &Calendar<'_>, window: &Window, zone: &TimeZone, owner: &Owner<'_>) -> Option<Date> {
    let first = window.monday().saturating_sub(AROUND_WEEKS.weeks());
    let around = Window::new(first, AROUND_WEEKS as u32 * 2).ok()?;
    let occurrences = calendar.occurrences(&span(around.monday(), around.end(), zone));
    let bookings = week::bookings(calendar, &occurrences, owner);
    let weeks = analyse(&bookings, zone, &around).ok()?.weeks;
    let away = |monday: &Date| (*monday - window.monday()).get_days().abs();
    weeks.iter().filter(|week| week.booked() > 0).map(|week| week.monday).min_by_key(away)
}
