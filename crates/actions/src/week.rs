//! The week: a calendar in, minutes kept, corrections, guesses and what the calendar does not show.

mod import;
mod subscription;

use ::week::{Fingerprint, Key, Lesson, Lessons, Place, Quarters, Suggestion, Unplanned};
use access::Actor;
use jiff::Span;
use jiff::civil::{Date, Weekday};
pub use store::week::{Hours, StoredWeek, Subscription};

pub use self::import::{ImportRefused, Imported, Line, import, import_subscribed};
pub use self::subscription::{
    address, end_subscription, fetch_again, note_fetch, subscribe, subscriber, subscription,
};
use crate::{Desk, Fault, Tx};

/// How many weeks an import reads and a trend shows.
pub const WEEKS: u32 = 12;

/// Everything the page of a week shows, in one picture of the database.
#[derive(Debug)]
pub struct Overview {
    /// The week asked for, or the latest before it.
    pub week: Option<StoredWeek>,
    /// Minutes by kind in that week and those before it, latest first; at most [`WEEKS`].
    pub kinds: Vec<(Date, [u32; 6])>,
    /// The next imported week after it.
    pub next: Option<Date>,
    /// When the manager works; as for whoever has not said it, without a week.
    pub hours: Hours,
    /// Series that might go, and are not dropped.
    pub suggestions: Vec<Suggestion>,
}

/// The Monday of the latest week that is done: one is looked at from Saturday on, before that it is still being lived.
pub fn latest_done(today: Date) -> Date {
    let monday = monday_of(today);
    let done = matches!(today.weekday(), Weekday::Saturday | Weekday::Sunday);
    if done { monday } else { monday.saturating_sub(Span::new().weeks(1)) }
}

/// The Monday of the week that `day` is in.
pub fn monday_of(day: Date) -> Date {
    day.saturating_sub(Span::new().days(day.weekday().to_monday_zero_offset()))
}

/// The week that begins on `monday`, and what stands around it.
///
/// # Errors
/// A fault.
pub fn overview(tx: &mut Tx<'_>, by: &Actor, monday: Date, suggestions: u32) -> Result<Overview, Fault> {
    let around = store::week::week(tx, by, monday)?;
    Ok(Overview {
        week: around.map(|around| around.week),
        kinds: store::week::kinds_upto(tx, by, monday, WEEKS)?,
        next: around.and_then(|around| around.next),
        hours: around.map(|around| around.hours).unwrap_or_default(),
        suggestions: store::week::suggestions_left(tx, by, suggestions)?,
    })
}

/// Series of the latest import that might go and are not dropped, those with most hours a year first.
///
/// # Errors
/// A fault.
pub fn suggestions(tx: &mut Tx<'_>, by: &Actor, most: u32) -> Result<Vec<Suggestion>, Fault> {
    store::week::suggestions_left(tx, by, most)
}

/// The latest imported weeks, latest first.
///
/// # Errors
/// A fault.
pub fn latest(tx: &mut Tx<'_>, by: &Actor, most: u32) -> Result<Vec<StoredWeek>, Fault> {
    store::week::weeks(tx, by, Date::MAX, most)
}

/// When the actor works.
///
/// # Errors
/// A fault.
pub fn hours(tx: &mut Tx<'_>, by: &Actor) -> Result<Hours, Fault> {
    store::week::hours(tx, by)
}

/// Sets when the actor works. Weeks already imported stay as they were counted; the next import uses it.
///
/// # Errors
/// A fault.
pub fn set_hours(tx: &mut Tx<'_>, by: &Actor, hours: &Hours) -> Result<(), Fault> {
    store::week::save_hours(tx, by, hours)
}

/// What the actor thought of a week before seeing it, in minutes of leading.
///
/// # Errors
/// A fault.
pub fn guess(tx: &mut Tx<'_>, by: &Actor, monday: Date) -> Result<Option<u32>, Fault> {
    store::week::guess(tx, by, monday)
}

/// Notes what the actor thought.
///
/// # Errors
/// A fault.
pub fn make_guess(tx: &mut Tx<'_>, by: &Actor, monday: Date, minutes: u32) -> Result<(), Fault> {
    store::week::save_guess(tx, by, monday, minutes)
}

/// Spreads what the calendar does not show: firefighting, administration, being there, recovery, in quarters.
///
/// # Errors
/// The inner error when they come to more than a whole.
pub fn spread(
    tx: &mut Tx<'_>,
    by: &Actor,
    monday: Date,
    quarters: [Quarters; 4],
) -> Result<Result<(), ::week::GapError>, Fault> {
    let [firefighting, administration, being_there, recovery] = quarters;
    if let Err(refused) = Unplanned::new(firefighting, administration, being_there, recovery) {
        return Ok(Err(refused));
    }
    store::week::save_unplanned(tx, by, monday, quarters)?;
    Ok(Ok(()))
}

/// A series on the review page, as the page sends it back: fingerprints, and where it stood.
#[derive(Debug, Clone)]
pub struct Reviewed {
    /// The series.
    pub series: Fingerprint,
    /// Its telling words.
    pub tokens: Vec<Fingerprint>,
    /// Where it was placed when the page was shown.
    pub was: Place,
    /// Where the manager wants it; the same as `was` when they left it alone.
    pub place: Place,
    /// Whether a strong word of the table placed it.
    pub strong: bool,
}

/// How far a round of corrections reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Corrected {
    /// Series the manager moved.
    pub series: u32,
    /// Others that followed because they are alike.
    pub likes: u32,
}

/// Places series where the manager wants them, and those that are like them too: at once in every stored week, and in
/// every import to come.
///
/// # Errors
/// A fault.
pub async fn correct(desk: &Desk, by: Actor, lines: Vec<Reviewed>) -> Result<Corrected, Fault> {
    let key = Key::new(desk.keys.fingerprints(by.organisation, by.person));
    desk.write(move |tx| {
        let mut corrected = Corrected { series: 0, likes: 0 };
        for line in lines.iter().filter(|line| line.place != line.was) {
            let lesson = Lesson { series: line.series, tokens: line.tokens.clone(), place: line.place };
            store::week::save_lesson(tx, &by, &lesson)?;
            store::week::move_series(tx, &by, line.series, line.place)?;
            corrected.series += 1;
        }
        if corrected.series == 0 {
            return Ok(corrected);
        }
        let lessons = Lessons::new(key.clone(), store::week::lessons(tx, by.organisation, by.person)?);
        for line in lines.iter().filter(|line| line.place == line.was) {
            let place = lessons.place_of(line.series, &line.tokens, line.strong);
            if let Some(place) = place.filter(|place| *place != line.was) {
                store::week::move_series(tx, &by, line.series, place)?;
                corrected.likes += 1;
            }
        }
        Ok(corrected)
    })
    .await
}

/// Clears away weeks older than they are kept, whoever's.
///
/// # Errors
/// A fault.
pub async fn clear_old(desk: &Desk) -> Result<(), Fault> {
    let before = desk.today("UTC").saturating_sub(Span::new().months(::records::WEEKS_MONTHS));
    desk.write(move |tx| store::week::clear(tx, before)).await
}
