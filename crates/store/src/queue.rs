//! Work for the clockwork, queued in the same transaction as its reason.

use jiff::Timestamp;
use people::OrganisationId;

use crate::{Fault, Tx, args, sql::statements};

statements! {
    /// One of a sort for a subject: asking again moves it.
    PUT = "INSERT INTO job (organisation, id, sort, subject, due_at, tries) VALUES ($1, $2, $3, $4, $5, 0)
        ON CONFLICT (organisation, sort, subject) DO UPDATE SET due_at = excluded.due_at, tries = 0";
    /// Only what this program knows: in the middle of an upgrade a newer one may have queued something else.
    TAKE = "UPDATE job SET due_at = $2, tries = tries + 1
        WHERE (organisation, id) = (SELECT organisation, id FROM job
            WHERE due_at <= $1 AND sort IN ('ask_about_step', 'fetch_calendar', 'freeze_round', 'make_keys', 'open_round',
                'invite_round', 'remind_round', 'close_round') ORDER BY due_at, id LIMIT 1)
        RETURNING organisation, id, sort, subject, tries, due_at";
    LATE = "SELECT CAST(COUNT(*) AS BIGINT) FROM job WHERE due_at < $1";
    /// The claim is what was taken: put anew, or taken by another since, it is another's to end.
    DONE = "DELETE FROM job WHERE organisation = $1 AND id = $2 AND tries = $3 AND due_at = $4";
    PUT_OFF = "UPDATE job SET due_at = $5 WHERE organisation = $1 AND id = $2 AND tries = $3 AND due_at = $4";
    REMOVE = "DELETE FROM job WHERE organisation = $1 AND sort = $2 AND subject = $3";
}

/// What the clockwork can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// Ask a manager by mail how a step went; the subject is the step.
    AskAboutStep,
    /// Fetch a subscribed calendar; the subject is the person.
    FetchCalendar,
    /// Settle who is asked; the subject is the round.
    FreezeRound,
    /// Make the keys of a frozen round.
    MakeKeys,
    /// Open a round.
    OpenRound,
    /// Invite those asked, some at a time.
    InviteRound,
    /// Remind those who have not collected a ballot, some at a time.
    RemindRound,
    /// Close a round and publish its results; the subject is the round.
    CloseRound,
}

impl Sort {
    /// All there are; each stands in the statement that takes.
    pub const ALL: [Sort; 8] = [
        Sort::AskAboutStep,
        Sort::FetchCalendar,
        Sort::FreezeRound,
        Sort::MakeKeys,
        Sort::OpenRound,
        Sort::InviteRound,
        Sort::RemindRound,
        Sort::CloseRound,
    ];

    /// As stored.
    pub const fn code(self) -> &'static str {
        match self {
            Sort::AskAboutStep => "ask_about_step",
            Sort::FetchCalendar => "fetch_calendar",
            Sort::FreezeRound => "freeze_round",
            Sort::MakeKeys => "make_keys",
            Sort::OpenRound => "open_round",
            Sort::InviteRound => "invite_round",
            Sort::RemindRound => "remind_round",
            Sort::CloseRound => "close_round",
        }
    }

    fn from_code(code: &str) -> Option<Sort> {
        Sort::ALL.into_iter().find(|sort| sort.code() == code)
    }
}

/// A piece of work that is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Job {
    /// Whose work.
    pub organisation: OrganisationId,
    /// Its id.
    pub id: i64,
    /// What to do.
    pub sort: Sort,
    /// What about.
    pub subject: i64,
    /// How often it has been taken, this time included.
    pub tries: u32,
    /// Until when it belongs to whoever took it.
    pub claimed_until: Timestamp,
}

/// Queues work, or moves it when it is queued already.
///
/// # Errors
/// What the database says.
pub fn put(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    sort: Sort,
    subject: i64,
    due_at: Timestamp,
) -> Result<(), Fault> {
    let id = tx.fresh_id()?;
    tx.run(PUT, args![organisation.0, id, sort.code(), subject, due_at])?;
    Ok(())
}

/// Takes the next work that is due. Unless it is [`done`] or put anew, it is due again at `again_at`.
///
/// # Errors
/// What the database says.
pub fn take(tx: &mut Tx<'_>, again_at: Timestamp) -> Result<Option<Job>, Fault> {
    let now = tx.now();
    tx.maybe(TAKE, args![now, again_at], |row| {
        Ok(Job {
            organisation: OrganisationId(row.get(0)?),
            id: row.get(1)?,
            sort: row.parse(2, "sort of job", Sort::from_code)?,
            subject: row.get(3)?,
            tries: row.count(4)?,
            claimed_until: row.time(5)?,
        })
    })
}

/// How many jobs have been due since before a time.
///
/// # Errors
/// What the database says.
pub fn late(tx: &mut Tx<'_>, before: Timestamp) -> Result<u32, Fault> {
    tx.one(LATE, args![before], |row| row.count(0))
}

/// Strikes finished work, unless it was put anew or taken by another since.
///
/// # Errors
/// What the database says.
pub fn done(tx: &mut Tx<'_>, job: &Job) -> Result<(), Fault> {
    tx.run(DONE, args![job.organisation.0, job.id, job.tries, job.claimed_until])?;
    Ok(())
}

/// Has unfinished work done later, unless it was put anew or taken by another since.
///
/// # Errors
/// What the database says.
pub fn put_off(tx: &mut Tx<'_>, job: &Job, until: Timestamp) -> Result<(), Fault> {
    tx.run(PUT_OFF, args![job.organisation.0, job.id, job.tries, job.claimed_until, until])?;
    Ok(())
}

/// Strikes work that is no longer wanted.
///
/// # Errors
/// What the database says.
pub fn remove(tx: &mut Tx<'_>, organisation: OrganisationId, sort: Sort, subject: i64) -> Result<(), Fault> {
    tx.run(REMOVE, args![organisation.0, sort.code(), subject])?;
    Ok(())
}
