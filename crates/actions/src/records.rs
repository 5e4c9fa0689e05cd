//! What is kept about a person: all of it to see, and all that is theirs to erase.

use ::week::{Lesson, SeriesPart, Suggestion};
use access::{Actor, Session};
use jiff::Timestamp;
use jiff::civil::Date;
use people::Person;
use store::queue::Sort;
pub use store::records::{Employment, Leadership, LetterTo, Pass, Spread};
use store::week::{Hours, StoredWeek};

use crate::audit::{Act, note};
use crate::{Desk, Fault, Tx};

/// More than are ever kept: weeks are cleared away after two years, suggestions are at most fifty.
const ALL: u32 = 1_000;

/// Everything that is kept about one person. Secrets themselves are kept by nobody: only when they were made.
#[derive(Debug, Clone)]
pub struct Everything {
    /// Who they are.
    pub person: Person,
    /// Where they are and were employed.
    pub employments: Vec<Employment>,
    /// What they lead and led.
    pub leaderships: Vec<Leadership>,
    /// Roles given by hand, as codes.
    pub roles: Vec<String>,
    /// Where they are signed in.
    pub sessions: Vec<Session>,
    /// Their accounts at the organisation's own sign-in.
    pub accounts: Vec<crate::account::Account>,
    /// Their passkeys.
    pub passkeys: Vec<crate::passkeys::Passkey>,
    /// Since when they have the password they have.
    pub password_since: Option<Timestamp>,
    /// Links that open something for them.
    pub passes: Vec<Pass>,
    /// Letters to them.
    pub letters: Vec<LetterTo>,
    /// When they work, if they have said.
    pub hours: Option<Hours>,
    /// The calendar they subscribe to.
    pub subscription: Option<OwnSubscription>,
    /// Their weeks, latest first.
    pub weeks: Vec<StoredWeek>,
    /// The same minutes by series and day.
    pub parts: Vec<SeriesPart>,
    /// What they thought of their weeks, in minutes of leading.
    pub guesses: Vec<(Date, u32)>,
    /// How they spread what the calendar does not show.
    pub unplanned: Vec<Spread>,
    /// Their corrections.
    pub lessons: Vec<Lesson>,
    /// Series that might go.
    pub suggestions: Vec<Suggestion>,
    /// Their steps, drops, check-ins and protected time.
    pub steps: crate::steps::Everything,
    /// What they wrote down of what their teams agreed.
    pub agreed: Vec<crate::agreed::Agreed>,
    /// What the directory says of them.
    pub directory: Option<crate::scim::StoredUser>,
    /// The directory's groups they are in.
    pub groups: Vec<crate::scim::StoredGroup>,
    /// Since when the directory does not let them sign in.
    pub locked_since: Option<Timestamp>,
    /// For whom they act, and who acts for them.
    pub deputies: Vec<crate::deputies::Named>,
    /// What the log tells of what was done to them, the latest first.
    pub log: Vec<crate::audit::Told>,
}

/// A subscribed calendar as its owner may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnSubscription {
    /// Its address, opened; `None` when the key file is not the one it was sealed with.
    pub address: Option<String>,
    /// When it was last fetched.
    pub fetched_at: Option<Timestamp>,
    /// Why the last fetch failed, as a code; empty when it went well.
    pub trouble: String,
}

/// What to erase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// Weeks, guesses, corrections, working hours and the subscription.
    Weeks,
    /// Steps, drops, check-ins, protected time and the feed.
    Steps,
    /// Both, and letters, links, the password, passkeys, the account, other sessions, and the language and look chosen.
    All,
}

impl What {
    /// As the log says it.
    pub const fn code(self) -> &'static str {
        match self {
            What::Weeks => "weeks",
            What::Steps => "steps",
            What::All => "all",
        }
    }
}

/// All that is kept about the actor, in one picture of the database.
///
/// # Errors
/// A fault.
pub async fn everything(desk: &Desk, by: Actor) -> Result<Everything, Fault> {
    let address = crate::week::address(desk, by.organisation, by.person).await?;
    desk.read(move |tx| {
        let subscription = store::week::subscription(tx, by.organisation, by.person)?;
        let hours =
            if store::records::has_hours(tx, &by)? { Some(store::week::hours(tx, &by)?) } else { None };
        Ok(Everything {
            person: store::people::by_id(tx, by.organisation, by.person)?,
            employments: store::records::employments(tx, &by)?,
            leaderships: store::records::leaderships(tx, &by)?,
            roles: store::records::given_roles(tx, &by)?,
            sessions: store::access::sessions(tx, &by)?,
            accounts: store::account::of(tx, &by)?,
            passkeys: store::passkey::of(tx, &by)?,
            password_since: store::records::password_since(tx, &by)?,
            passes: store::records::passes(tx, &by)?,
            letters: store::records::letters(tx, &by)?,
            hours,
            subscription: subscription.map(|kept| OwnSubscription {
                address: address.clone(),
                fetched_at: kept.fetched_at,
                trouble: kept.trouble,
            }),
            weeks: store::week::weeks(tx, &by, Date::MAX, ALL)?,
            parts: store::records::parts(tx, &by)?,
            guesses: store::records::guesses(tx, &by)?,
            unplanned: store::records::unplanned(tx, &by)?,
            lessons: store::week::lessons(tx, by.organisation, by.person)?,
            suggestions: store::week::suggestions(tx, &by, ALL)?,
            steps: crate::steps::everything(tx, &by)?,
            agreed: crate::agreed::written(tx, &by)?,
            directory: store::scim::user_of(tx, by.organisation, by.person)?,
            groups: store::scim::groups_of(tx, by.organisation, by.person)?,
            locked_since: store::scim::locked(tx, by.organisation, by.person)?,
            deputies: crate::deputies::of(tx, &by)?,
            log: crate::audit::about(tx, &by, ALL)?,
        })
    })
    .await
}

/// Erases what is the actor's own, all or nothing. `keep` is the session that asks: it goes on, so that it can be told.
/// Who they are, where they are employed and what they lead is the organisation's, and stays.
///
/// # Errors
/// A fault.
pub fn erase(tx: &mut Tx<'_>, by: &Actor, keep: access::SessionLabel, what: What) -> Result<(), Fault> {
    erase_what(tx, by, keep, what)?;
    note(tx, by, Act::OwnErased.of(by.person).saying(what.code()))
}

pub(crate) fn erase_what(
    tx: &mut Tx<'_>,
    by: &Actor,
    keep: access::SessionLabel,
    what: What,
) -> Result<(), Fault> {
    if matches!(what, What::Weeks | What::All) {
        store::queue::remove(tx, by.organisation, Sort::FetchCalendar, by.person.0)?;
        store::week::erase(tx, by)?;
    }
    if matches!(what, What::Steps | What::All) {
        crate::steps::erase(tx, by)?;
    }
    if what == What::All {
        store::records::forget_letters_and_choices(tx, by)?;
        store::agreed::forget_writer(tx, (by.organisation, by.person))?;
        store::access::drop_password(tx, by.organisation, by.person)?;
        store::account::forget(tx, by.organisation, by.person)?;
        store::passkey::forget(tx, by.organisation, by.person)?;
        store::access::end_other_sessions(tx, by, keep)?;
    }
    Ok(())
}
