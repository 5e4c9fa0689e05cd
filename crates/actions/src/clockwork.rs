//! What the clockwork asks for: work that is due, and what became of it.
//!
//! Work is done at least once. Whoever takes a piece has it to themselves for [`CLAIM`]; if they never say what became
//! of it, because the machine went dark, somebody takes it again. So doing it twice must be the same as doing it once.

use jiff::{SignedDuration, Timestamp};
pub use store::queue::{Job, Sort};

use crate::letters::Letter;
use crate::{Desk, Fault, access, letters};

/// How long a piece of work belongs to whoever took it. Longer than any of it takes.
pub const CLAIM: SignedDuration = SignedDuration::from_mins(5);
/// After so many tries work is given up: by then eight hours have passed.
pub const MOST_TRIES: u32 = 10;
/// Longest wait between two tries.
const LONGEST_WAIT: SignedDuration = SignedDuration::from_hours(4);

/// Takes the next piece of work that is due; nobody else gets it before [`CLAIM`] has passed.
///
/// # Errors
/// A fault.
pub async fn take(desk: &Desk) -> Result<Option<Job>, Fault> {
    desk.write(|tx| {
        // What has been taken so often and never finished takes whoever does it down with it.
        while let Some(job) = store::queue::take(tx, tx.now() + CLAIM)? {
            if job.tries <= MOST_TRIES {
                return Ok(Some(job));
            }
            give_up(tx, &job)?;
        }
        Ok(None)
    })
    .await
}

/// The work is done. If it was asked for anew meanwhile, that stands.
///
/// # Errors
/// A fault.
pub async fn done(desk: &Desk, job: Job) -> Result<(), Fault> {
    desk.write(move |tx| store::queue::done(tx, &job)).await
}

/// The work could not be done: again in a minute, then after twice as long each time, up to four hours; given up after [`MOST_TRIES`].
///
/// # Errors
/// A fault.
pub async fn failed(desk: &Desk, job: Job) -> Result<(), Fault> {
    desk.write(move |tx| {
        if job.tries >= MOST_TRIES {
            return give_up(tx, &job);
        }
        store::queue::put_off(tx, &job, tx.now() + wait_after(job.tries))
    })
    .await
}

/// A letter that can never be sent: not tried again.
///
/// # Errors
/// A fault.
pub async fn give_up_letter(desk: &Desk, letter: Letter) -> Result<(), Fault> {
    tracing::warn!(letter = letter.id, "a letter was given up");
    desk.write(move |tx| store::letters::give_up(tx, &letter)).await
}

/// Clears away what nobody needs any more: sessions and passes that have ended, letters long sent, staff lists that were never done.
///
/// # Errors
/// A fault.
pub async fn clear(desk: &Desk) -> Result<(), Fault> {
    desk.write(|tx| {
        access::clear_ended(tx)?;
        crate::roles::clear_ended(tx)?;
        crate::staff_lists::clear_old(tx)?;
        letters::clear(tx)
    })
    .await
}

/// How many jobs have been due since before a time.
///
/// # Errors
/// A fault.
pub fn late(tx: &mut crate::Tx<'_>, before: Timestamp) -> Result<u32, Fault> {
    store::queue::late(tx, before)
}

fn wait_after(tries: u32) -> SignedDuration {
    SignedDuration::from_mins(1 << tries.saturating_sub(1).min(10)).min(LONGEST_WAIT)
}

fn give_up(tx: &mut crate::Tx<'_>, job: &Job) -> Result<(), Fault> {
    let (organisation, sort) = (job.organisation.0, job.sort.code());
    tracing::warn!(organisation, job = job.id, sort, tries = job.tries, "work was given up");
    store::queue::done(tx, job)
}
