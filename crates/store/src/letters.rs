//! Letters waiting to be sent.

use jiff::Timestamp;
use people::OrganisationId;

use crate::{Fault, Row, Tx, args, sql::statements};

statements! {
    ADD = "INSERT INTO letter (organisation, id, recipient, subject, body, created_at, try_at, tries)
        VALUES ($1, $2, $3, $4, $5, $6, $7, 0)";
    /// Takes the next letter that is due, for `$2`, so that no other node sends it meanwhile.
    TAKE = "UPDATE letter SET try_at = $2, tries = tries + 1
        WHERE (organisation, id) = (SELECT organisation, id FROM letter WHERE try_at <= $1 ORDER BY try_at, id LIMIT 1)
        RETURNING organisation, id, recipient, subject, body, created_at, sent_at, tries";
    SENT = "UPDATE letter SET sent_at = $3, try_at = NULL, body = '-' WHERE organisation = $1 AND id = $2";
    GIVE_UP = "UPDATE letter SET try_at = NULL, body = '-' WHERE organisation = $1 AND id = $2";
    PUT_OFF = "UPDATE letter SET try_at = $3 WHERE organisation = $1 AND id = $2 AND sent_at IS NULL";
    LATEST = "SELECT organisation, id, recipient, subject, body, created_at, sent_at, tries FROM letter
        WHERE organisation = $1 ORDER BY created_at DESC, id LIMIT 50";
    WAITING = "SELECT COUNT(*) FROM letter WHERE try_at IS NOT NULL";
    CLEAR = "DELETE FROM letter WHERE created_at <= $1 AND try_at IS NULL";
    FORGET_TO = "DELETE FROM letter WHERE organisation = $1 AND recipient = $2";
}

/// A letter, sent or waiting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Whose letter.
    pub organisation: OrganisationId,
    /// Its id.
    pub id: i64,
    /// The address.
    pub recipient: String,
    /// One line.
    pub subject: String,
    /// Plain text. Emptied to `-` once sent: a letter holds secrets.
    pub body: String,
    /// When it was written.
    pub created_at: Timestamp,
    /// When a mail server took it.
    pub sent_at: Option<Timestamp>,
    /// How often it has been tried.
    pub tries: u32,
}

/// Queues a letter, to be sent at once or, without `try_at`, never: in the demo letters are only looked at.
///
/// # Errors
/// What the database says.
pub fn add(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    recipient: &str,
    subject: &str,
    body: &str,
    try_at: Option<Timestamp>,
) -> Result<(), Fault> {
    let (id, now) = (tx.fresh_id()?, tx.now());
    tx.run(ADD, args![organisation.0, id, recipient, subject, body, now, try_at])?;
    Ok(())
}

/// Takes the next letter that is due; nobody else gets it before `again_at`.
///
/// # Errors
/// What the database says.
pub fn take(tx: &mut Tx<'_>, again_at: Timestamp) -> Result<Option<Letter>, Fault> {
    let now = tx.now();
    tx.maybe(TAKE, args![now, again_at], read)
}

/// Notes that a mail server took a letter, and forgets what it said.
///
/// # Errors
/// What the database says.
pub fn sent(tx: &mut Tx<'_>, letter: &Letter) -> Result<(), Fault> {
    let now = tx.now();
    tx.run(SENT, args![letter.organisation.0, letter.id, now])?;
    Ok(())
}

/// Stops trying to send a letter.
///
/// # Errors
/// What the database says.
pub fn give_up(tx: &mut Tx<'_>, letter: &Letter) -> Result<(), Fault> {
    tx.run(GIVE_UP, args![letter.organisation.0, letter.id])?;
    Ok(())
}

/// Tries a letter again later.
///
/// # Errors
/// What the database says.
pub fn put_off(tx: &mut Tx<'_>, letter: &Letter, until: Timestamp) -> Result<(), Fault> {
    tx.run(PUT_OFF, args![letter.organisation.0, letter.id, until])?;
    Ok(())
}

/// The fifty latest letters, newest first.
///
/// # Errors
/// What the database says.
pub fn latest(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<Vec<Letter>, Fault> {
    tx.all(LATEST, args![organisation.0], read)
}

/// How many letters wait.
///
/// # Errors
/// What the database says.
pub fn waiting(tx: &mut Tx<'_>) -> Result<u32, Fault> {
    tx.one(WAITING, args![], |row| row.count(0))
}

/// Clears away letters written before `before` that wait for nothing.
///
/// # Errors
/// What the database says.
pub fn clear(tx: &mut Tx<'_>, before: Timestamp) -> Result<(), Fault> {
    tx.run(CLEAR, args![before])?;
    Ok(())
}

/// Forgets every letter to an address.
///
/// # Errors
/// What the database says.
pub fn forget_to(tx: &mut Tx<'_>, organisation: OrganisationId, recipient: &str) -> Result<(), Fault> {
    tx.run(FORGET_TO, args![organisation.0, recipient])?;
    Ok(())
}

fn read(row: &Row<'_>) -> Result<Letter, Fault> {
    Ok(Letter {
        organisation: OrganisationId(row.get(0)?),
        id: row.get(1)?,
        recipient: row.get(2)?,
        subject: row.get(3)?,
        body: row.get(4)?,
        created_at: row.time(5)?,
        sent_at: row.time_maybe(6)?,
        tries: row.count(7)?,
    })
}
