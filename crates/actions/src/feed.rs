//! The private feed: a step's moments and protected time, in the manager's own calendar.

use access::{Actor, Purpose, Roles, Secret};
use jiff::civil::{Date, Time};
use jiff::{SignedDuration, Timestamp};
use people::Language;
pub use store::leadership_time::LeadershipTime;

use ::steps::{FeedEvent, FeedInput, Holds, State, StepId, Weekdays};

use crate::steps::whose;
use crate::{Desk, Fault, Tx};

/// The most protected times: a feed has at most a hundred events, and no week has room for more than a few.
pub const MOST_TIMES: usize = 20;
/// How long a feed lasts unless it is ended: calendars forget no address, so people must not need to make a new one.
const LASTS: SignedDuration = SignedDuration::from_hours(10 * 365 * 24);
/// How long a step's moment is shown to be, in minutes.
const MOMENT_MINUTES: u16 = 15;

/// Why time was not protected.
#[derive(Debug, thiserror::Error)]
pub enum ProtectRefused {
    /// [`MOST_TIMES`] are protected already.
    #[error("there are {MOST_TIMES} protected times already")]
    TooMany,
    /// Shorter than a minute or longer than a day.
    #[error("protected time is from a minute to a day long")]
    Minutes,
    /// The machinery.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// Makes a feed and gives its address, which is shown once: the database knows a hash alone. An earlier address ends.
///
/// # Errors
/// A fault.
pub async fn make(desk: &Desk, by: Actor) -> Result<String, Fault> {
    let secret = Secret::from_random(desk.random());
    let address = desk.address_of(&format!("/feed/{}.ics", secret.text()));
    desk.write(move |tx| {
        end(tx, &by)?;
        let ends_at = tx.now() + LASTS;
        store::access::add_pass(tx, whose(&by), &secret.hash(), Purpose::Feed, None, ends_at)
    })
    .await?;
    Ok(address)
}

/// Revokes the feed: its address leads nowhere from now on.
///
/// # Errors
/// A fault.
pub fn end(tx: &mut Tx<'_>, by: &Actor) -> Result<(), Fault> {
    store::access::end_passes(tx, by.organisation, by.person, Purpose::Feed)
}

/// Whether there is a feed.
///
/// # Errors
/// A fault.
pub fn exists(tx: &mut Tx<'_>, by: &Actor) -> Result<bool, Fault> {
    Ok(store::access::count_passes(tx, by, Purpose::Feed)? > 0)
}

/// One's own protected time.
///
/// # Errors
/// A fault.
pub fn times(tx: &mut Tx<'_>, by: &Actor) -> Result<Vec<LeadershipTime>, Fault> {
    store::leadership_time::all(tx, whose(by))
}

/// Protects time for leading, every week on some days, from today.
///
/// # Errors
/// [`ProtectRefused`].
pub fn protect(
    tx: &mut Tx<'_>,
    by: &Actor,
    days: Weekdays,
    from: Time,
    minutes: u16,
    today: Date,
) -> Result<(), ProtectRefused> {
    if !(1..=24 * 60).contains(&minutes) {
        return Err(ProtectRefused::Minutes);
    }
    if times(tx, by)?.len() >= MOST_TIMES {
        return Err(ProtectRefused::TooMany);
    }
    let time = LeadershipTime { id: tx.fresh_id()?, days, from, minutes, first: today };
    Ok(store::leadership_time::add(tx, whose(by), &time)?)
}

/// Protects a time no more.
///
/// # Errors
/// [`Fault::NotFound`] when it is not one's own.
pub fn unprotect(tx: &mut Tx<'_>, by: &Actor, id: i64) -> Result<(), Fault> {
    match store::leadership_time::remove(tx, whose(by), id)? {
        0 => Err(Fault::NotFound),
        _ => Ok(()),
    }
}

/// The feed behind a secret, as iCalendar. `home` is where the product is reached.
///
/// # Errors
/// [`Fault::NotFound`] when the feed has been ended or never was.
pub fn read(tx: &mut Tx<'_>, secret: &Secret, home: &str) -> Result<String, Fault> {
    let found = store::access::pass(tx, &secret.hash(), Purpose::Feed)?;
    let (organisation, person, _) = found.ok_or(Fault::NotFound)?;
    let by = Actor { organisation, person, roles: Roles::default() };
    let host = store::organisations::only(tx)?.ok_or(Fault::NotFound)?;
    let language = store::people::by_id(tx, organisation, person)?.language.unwrap_or(host.language);
    let mut events = Vec::new();
    for stored in store::steps::all(tx, whose(&by))? {
        let moment = stored.step.chosen.moment.as_ref().filter(|_| stored.step.state == State::Practising);
        if let Some(moment) = moment {
            events.push(FeedEvent {
                key: format!("step-{}", stored.id.0),
                sequence: stored.moment_changes,
                holds: Holds::Moment,
                title: words::of(language).feed_step(),
                description: description(language, stored.id, home),
                days: moment.days(),
                from: moment.time(),
                minutes: MOMENT_MINUTES,
                first: stored.step.began,
                last: stored.step.review_on(),
            });
        }
    }
    for time in times(tx, &by)? {
        events.push(FeedEvent {
            key: format!("time-{}", time.id),
            sequence: 0,
            holds: Holds::LeadershipTime,
            title: words::of(language).feed_time(),
            description: String::new(),
            days: time.days,
            from: time.from,
            minutes: time.minutes,
            first: time.first,
            last: None,
        });
    }
    events.truncate(::steps::MOST_EVENTS);
    let input = FeedInput {
        // The organisation's own number: the same wherever the product is moved.
        domain: &format!("{organisation}.pejling"),
        name: &words::of(language).feed_name(),
        stamp: whole_second(tx.now()),
        zone: &host.zone,
        events: &events,
    };
    // Keys, minutes and zone are ours and within the feed's limits.
    ::steps::feed(&input).map_err(|_| Fault::Unreadable { what: "feed" })
}

/// A colleague may look over one's shoulder at a calendar: what the step is about stands behind the link alone.
fn description(language: Language, id: StepId, home: &str) -> String {
    words::of(language).feed_step_text(format!("{home}/steps/{}", id.0))
}

fn whole_second(at: Timestamp) -> Timestamp {
    Timestamp::from_second(at.as_second()).unwrap_or(at)
}
