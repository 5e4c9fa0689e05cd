use std::collections::BTreeSet;
use std::sync::LazyLock;

use ::week::{
    Area, Booking, Fingerprint, Key, Lessons, Owner, Place, Reason, Rhythm, SeriesPart, Settings, Suggestion,
    Week, Window,
};
use access::Actor;
use calendar::{Limits, Refusal, Trouble};
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Span, Timestamp};
use tokio::sync::Semaphore;

use super::{StoredWeek, WEEKS, latest_done};
use crate::{Desk, Fault, Tx};

/// How many calendars are read at once: the rest wait, and pages go on being served meanwhile. Large ones, which take time and memory,
/// wait for each other alone: whoever has an ordinary calendar never waits for one.
static READERS: LazyLock<Semaphore> = LazyLock::new(|| Semaphore::new(2));
static READERS_OF_LARGE: LazyLock<Semaphore> = LazyLock::new(|| Semaphore::new(1));
/// Some years of an ordinary calendar are smaller, in bytes.
const LARGE: usize = 2_000_000;
/// So many lines stand on a review page; of more series, those with most minutes.
const LINES: usize = 200;
/// A file that has something in so many weeks before and after those looked at has them whole.
const WEEKS_AROUND: u32 = 2;
/// So much of a title is shown, in characters: enough to know it again.
const TITLE: usize = 120;

/// Why a calendar was not taken in.
#[derive(Debug, thiserror::Error)]
pub enum ImportRefused {
    /// It is not a calendar, or too large.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// It has no booking with hours in the weeks that are looked at.
    #[error("nothing booked in the weeks looked at")]
    Nothing,
    /// It has more bookings than a calendar has.
    #[error(transparent)]
    TooMany(#[from] ::week::TooManyBookings),
    /// The machinery.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// What a calendar gave, with its titles: for the page that answers, and gone with it.
pub struct Imported {
    /// The weeks that were kept, oldest first.
    pub weeks: Vec<Week>,
    /// Mondays of weeks that the file has only a part of, and that stay as they were: nothing counted is lost.
    pub partly: Vec<Date>,
    /// A line for each series, those with most minutes first.
    pub lines: Vec<Line>,
    /// How many series there were beside those.
    pub more: usize,
    /// Series that might go.
    pub suggestions: Vec<Suggestion>,
    /// Bookings that took no hours.
    pub aside: ::week::Aside,
    /// What could not be read, by line.
    pub troubles: Vec<Trouble>,
    /// Troubles beyond those listed.
    pub unlisted: usize,
    /// How many events were left out because an equal or newer copy of them stands in the calendar too.
    pub copies: u32,
    /// Events in the file.
    pub events: usize,
}

/// One series in the weeks looked at.
pub struct Line {
    /// Its title, or the beginning of a long one. Never stored, never logged.
    pub title: String,
    /// What it is known by.
    pub series: Fingerprint,
    /// What its likes are known by.
    pub tokens: Vec<Fingerprint>,
    /// How many times it came.
    pub times: u32,
    /// Minutes it took.
    pub minutes: u32,
    /// Others invited.
    pub people: u32,
    /// How often it comes.
    pub rhythm: Rhythm,
    /// Where it is placed.
    pub place: Place,
    /// Why.
    pub why: Reason,
}

impl Line {
    /// Whether a strong word of the table placed it: then one correction of a like does not move it.
    pub fn strong(&self) -> bool {
        matches!(self.why, Reason::Word { .. } | Reason::WordAndSize { .. })
    }

    /// The area of leadership contribution it counts to, if it does.
    pub fn area(&self) -> Option<Area> {
        self.place.area()
    }
}

/// Reads a calendar in memory, keeps minutes, counts and fingerprints, and gives the titles back to whoever sent it.
///
/// # Errors
/// [`ImportRefused`]; nothing is kept then.
pub async fn import(desk: &Desk, by: Actor, zone: &str, bytes: Vec<u8>) -> Result<Imported, ImportRefused> {
    let (imported, counted) = count(desk, by, zone, bytes).await?;
    let partly = desk.write(move |tx| keep(tx, &by, &counted)).await?;
    Ok(imported.without(partly))
}

/// The same for a calendar that was fetched from its address. `None`, and nothing kept, when the subscription has ended
/// since: whoever erased their weeks while the calendar was on its way does not get them back.
///
/// # Errors
/// [`ImportRefused`]; nothing is kept then.
pub async fn import_subscribed(
    desk: &Desk,
    by: Actor,
    zone: &str,
    bytes: Vec<u8>,
) -> Result<Option<Imported>, ImportRefused> {
    let (imported, counted) = count(desk, by, zone, bytes).await?;
    let partly = desk
        .write(move |tx| match store::week::subscription(tx, by.organisation, by.person)? {
            Some(_) => keep(tx, &by, &counted).map(Some),
            None => Ok(None),
        })
        .await?;
    Ok(partly.map(|partly| imported.without(partly)))
}

async fn count(
    desk: &Desk,
    by: Actor,
    zone: &str,
    bytes: Vec<u8>,
) -> Result<(Imported, Counted), ImportRefused> {
    let today = desk.today(zone);
    let about = desk
        .read(move |tx| {
            let hours = store::week::hours(tx, &by)?;
            let lessons = store::week::lessons(tx, by.organisation, by.person)?;
            let own = store::people::by_id(tx, by.organisation, by.person)?.mail;
            let above = store::organisations::conditions(tx, by.organisation, by.person, today)?.own_manager;
            let manager = match above {
                Some((manager, _)) => store::people::by_id(tx, by.organisation, manager)?.mail,
                None => None,
            };
            Ok::<_, Fault>((hours, lessons, own, manager))
        })
        .await?;
    let (hours, lessons, own, manager) = about;
    let key = Key::new(desk.keys.fingerprints(by.organisation, by.person));
    let home = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    let settings = Settings { zone: home.clone(), hours: hours.working };
    let readers = if bytes.len() < LARGE { &READERS } else { &READERS_OF_LARGE };
    let permit = readers.acquire().await.map_err(|_| Fault::Closed)?;
    let counted = tokio::task::spawn_blocking(move || {
        // Held by the reading itself: whoever asked may have gone.
        let _permit = permit;
        let lessons = Lessons::new(key, lessons);
        let first = latest_done(today).saturating_sub(Span::new().weeks(WEEKS - 1));
        let owner = Whose { own, manager };
        read(&bytes, &settings, &lessons, first, &owner)
    })
    .await
    .map_err(|_| Fault::Panicked)??;
    Ok(counted)
}

/// What is kept of a calendar.
struct Counted {
    weeks: Vec<Week>,
    parts: Vec<SeriesPart>,
    suggestions: Vec<Suggestion>,
    /// The first and the last day that the file has anything on, in the weeks looked at and those around.
    days: (Date, Date),
}

/// Gives the Mondays of the weeks that were left as they were.
fn keep(tx: &mut Tx<'_>, by: &Actor, counted: &Counted) -> Result<Vec<Date>, Fault> {
    let partly = partly(tx, by, counted)?;
    let whole = |monday: Date| !partly.contains(&monday);
    let weeks: Vec<Week> = counted.weeks.iter().filter(|week| whole(week.monday)).copied().collect();
    let parts: Vec<SeriesPart> = counted.parts.iter().filter(|part| whole(part.monday)).copied().collect();
    store::week::save_weeks(tx, by.organisation, by.person, &weeks, &parts)?;
    // Of a file that no week was kept of, nothing else is kept either: what it knows of a year is less than what is remembered.
    if !weeks.is_empty() {
        store::week::save_suggestions(tx, by.organisation, by.person, &counted.suggestions)?;
    }
    Ok(partly)
}

/// A file that begins or ends in mid-week does not know the rest of that week. Where something is remembered of the rest,
/// what is remembered is the better.
fn partly(tx: &mut Tx<'_>, by: &Actor, counted: &Counted) -> Result<Vec<Date>, Fault> {
    let (first, last) = counted.days;
    let edges: BTreeSet<Date> =
        [counted.weeks.first(), counted.weeks.last()].into_iter().flatten().map(|week| week.monday).collect();
    let mut partly = Vec::new();
    for monday in edges {
        let stored = store::week::weeks(tx, by, monday, 1)?;
        let beyond =
            |stored: &StoredWeek| stored.week.monday == monday && stored.week.reaches_beyond(first, last);
        if stored.first().is_some_and(beyond) {
            partly.push(monday);
        }
    }
    Ok(partly)
}

impl Imported {
    fn without(mut self, partly: Vec<Date>) -> Imported {
        self.weeks.retain(|week| !partly.contains(&week.monday));
        self.partly = partly;
        self
    }
}

struct Whose {
    own: Option<String>,
    manager: Option<String>,
}

fn read(
    bytes: &[u8],
    settings: &Settings,
    lessons: &Lessons,
    first: Date,
    whose: &Whose,
) -> Result<(Imported, Counted), ImportRefused> {
    let calendar = calendar::read(bytes, &Limits::default())?;
    let window = Window::new(first, WEEKS).map_err(|_| ImportRefused::Nothing)?;
    let occurrences = calendar.occurrences(&around(&window, &settings.zone)?);
    let mails: Vec<&str> = whose.own.iter().map(String::as_str).collect();
    let owner = Owner { mails: &mails, manager: whose.manager.as_deref() };
    let bookings = ::week::bookings(&calendar, &occurrences, &owner);
    let days = days(&bookings, &settings.zone).ok_or(ImportRefused::Nothing)?;
    let analysis = ::week::analyse(&bookings, settings, lessons, &window)?;
    // Empty weeks at either end are time outside the file, not weeks without work: an old export takes nothing away.
    let booked = |week: &Week| week.booked() > 0;
    let (begins, ends) = (analysis.weeks.iter().position(booked), analysis.weeks.iter().rposition(booked));
    let (Some(begins), Some(ends)) = (begins, ends) else { return Err(ImportRefused::Nothing) };
    let lines = analysis.reviews.iter().take(LINES).map(line).collect();
    let mut troubles = calendar.troubles().to_vec();
    troubles.extend_from_slice(&occurrences.troubles);
    troubles.sort_by_key(|trouble| trouble.line);
    let weeks = analysis.weeks[begins..=ends].to_vec();
    let imported = Imported {
        weeks: weeks.clone(),
        partly: Vec::new(),
        more: analysis.reviews.len().saturating_sub(LINES),
        lines,
        suggestions: analysis.suggestions.clone(),
        aside: analysis.aside,
        troubles,
        unlisted: calendar.unlisted_troubles() + occurrences.unlisted_troubles,
        copies: u32::try_from(occurrences.copies).unwrap_or(u32::MAX),
        events: calendar.events().len(),
    };
    Ok((imported, Counted { weeks, parts: analysis.parts, suggestions: analysis.suggestions, days }))
}

/// The weeks looked at, and those that tell whether the file has the first and the last of them whole.
fn around(window: &Window, zone: &TimeZone) -> Result<calendar::Window, ImportRefused> {
    let weeks = Span::new().weeks(WEEKS_AROUND);
    let at =
        |day: Date| zone.to_timestamp(day.to_datetime(Time::midnight())).map_err(|_| ImportRefused::Nothing);
    let from = at(window.monday().saturating_sub(weeks))?;
    let to = at(window.end().saturating_add(weeks))?;
    Ok(calendar::Window { from, to, home: zone.clone() })
}

/// The first and the last day with anything in the calendar, whatever it is.
fn days(bookings: &[Booking], zone: &TimeZone) -> Option<(Date, Date)> {
    let day = |at: Timestamp| zone.to_datetime(at).date();
    let first = bookings.iter().map(|booking| booking.start).min()?;
    // The midnight that a booking ends at is the day before's.
    let last =
        bookings.iter().map(|booking| booking.start.max(booking.end - SignedDuration::from_secs(1))).max()?;
    Some((day(first), day(last)))
}

fn line(review: &::week::Review<'_>) -> Line {
    Line {
        title: cut(review.title),
        series: review.fingerprint,
        tokens: review.tokens.clone(),
        times: review.times,
        minutes: review.minutes,
        people: review.people,
        rhythm: review.rhythm,
        place: review.placed.place,
        why: review.placed.why,
    }
}

fn cut(title: &str) -> String {
    match title.char_indices().nth(TITLE) {
        Some((end, _)) => format!("{}…", title[..end].trim_end()),
        None => title.to_owned(),
    }
}
