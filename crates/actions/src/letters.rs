//! Letters: the outbox of the demo, and what the post office asks for.

use access::Actor;
use jiff::{SignedDuration, Timestamp};
use people::OrganisationId;
pub use store::letters::Letter;

use crate::{Desk, Fault, Tx};

/// After so many tries a letter is given up: by then a day has passed.
const MOST_TRIES: u32 = 12;

/// The latest letters, newest first.
///
/// # Errors
/// A fault.
pub fn latest(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<Vec<Letter>, Fault> {
    store::letters::latest(tx, organisation)
}

/// How many letters wait to be sent.
///
/// # Errors
/// A fault.
pub fn waiting(tx: &mut Tx<'_>) -> Result<u32, Fault> {
    store::letters::waiting(tx)
}

/// Sends a letter to oneself, to see that letters arrive.
///
/// # Errors
/// A fault.
pub async fn send_trial(desk: &Desk, by: Actor) -> Result<(), Fault> {
    let (send_at, address) = (desk.send_at(), desk.address().to_owned());
    desk.write(move |tx| {
        let person = store::people::by_id(tx, by.organisation, by.person)?;
        let mail = person.mail.ok_or(Fault::NotFound)?;
        let words = words::of(person.language.unwrap_or_default());
        let (subject, body) = (words.letter_trial_subject(), words.letter_trial_body(&address));
        store::letters::add(tx, by.organisation, &mail, &subject, &body, send_at)
    })
    .await
}

/// Takes the next letter that is due. If nobody says what became of it, it is due again later: a quarter of a minute
/// after the first try, then twice as long each time, up to four hours.
///
/// # Errors
/// A fault.
pub async fn take(desk: &Desk) -> Result<Option<Letter>, Fault> {
    desk.write(|tx| {
        let taken = store::letters::take(tx, tx.now() + SignedDuration::from_mins(2))?;
        if let Some(letter) = &taken
            && letter.tries > MOST_TRIES
        {
            store::letters::give_up(tx, letter)?;
            tracing::warn!(letter = letter.id, "a letter was given up");
            return Ok(None);
        }
        Ok(taken)
    })
    .await
}

/// A mail server took the letter.
///
/// # Errors
/// A fault.
pub async fn sent(desk: &Desk, letter: Letter) -> Result<(), Fault> {
    desk.write(move |tx| store::letters::sent(tx, &letter)).await
}

/// No mail server would take it: later again.
///
/// # Errors
/// A fault.
pub async fn failed(desk: &Desk, letter: Letter) -> Result<(), Fault> {
    let wait = SignedDuration::from_secs(15 << letter.tries.min(10));
    desk.write(move |tx| store::letters::put_off(tx, &letter, tx.now() + wait)).await
}

/// Clears away letters that wait for nothing.
///
/// # Errors
/// A fault.
pub fn clear(tx: &mut Tx<'_>) -> Result<(), Fault> {
    let before: Timestamp = tx.now() - ::records::LETTERS;
    store::letters::clear(tx, before)
}
