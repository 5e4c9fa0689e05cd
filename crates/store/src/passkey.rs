//! Keys in people's phones and computers: their public halves.

use access::Actor;
use jiff::Timestamp;
use people::{OrganisationId, PersonId};

use crate::{Fault, Tx, args, sql::statements};

statements! {
    ADD = "INSERT INTO passkey (organisation, credential, person, label, name, content, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    THERE = "SELECT COUNT(*) FROM passkey WHERE organisation = $1 AND credential = $2";
    BY_CREDENTIAL = "SELECT person, content FROM passkey WHERE organisation = $1 AND credential = $2";
    USED = "UPDATE passkey SET used_at = $3, content = $4 WHERE organisation = $1 AND credential = $2";
    OF = "SELECT label, name, credential, created_at, used_at FROM passkey WHERE organisation = $1 AND person = $2 ORDER BY created_at, label";
    REMOVE = "DELETE FROM passkey WHERE organisation = $1 AND person = $2 AND label = $3";
    FORGET = "DELETE FROM passkey WHERE organisation = $1 AND person = $2";
}

/// A key as its owner sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passkey {
    /// What it is removed by.
    pub label: i64,
    /// What its owner calls it.
    pub name: String,
    /// By which the device names it.
    pub credential: Vec<u8>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it last opened something.
    pub used_at: Option<Timestamp>,
}

/// Remembers a key; `false` when there is one of that name of the device's already.
///
/// # Errors
/// What the database says.
pub fn add(
    tx: &mut Tx<'_>,
    by: &Actor,
    label: i64,
    name: &str,
    (credential, content): (&Vec<u8>, &str),
) -> Result<bool, Fault> {
    let (now, organisation) = (tx.now(), by.organisation.0);
    if tx.one(THERE, args![organisation, credential], |row| row.count(0))? > 0 {
        return Ok(false);
    }
    tx.run(ADD, args![organisation, credential, by.person.0, label, name, content, now])?;
    Ok(true)
}

/// Whose a key is, and what is known of it.
///
/// # Errors
/// What the database says.
pub fn by_credential(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    credential: &Vec<u8>,
) -> Result<Option<(PersonId, String)>, Fault> {
    tx.maybe(BY_CREDENTIAL, args![organisation.0, credential], |row| Ok((PersonId(row.get(0)?), row.get(1)?)))
}

/// Notes that a key opened something, and what is known of it from now on.
///
/// # Errors
/// What the database says.
pub fn used(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    credential: &Vec<u8>,
    content: &str,
) -> Result<(), Fault> {
    let now = tx.now();
    tx.run(USED, args![organisation.0, credential, now, content])?;
    Ok(())
}

/// A person's own keys, the oldest first.
///
/// # Errors
/// What the database says.
pub fn of(tx: &mut Tx<'_>, by: &Actor) -> Result<Vec<Passkey>, Fault> {
    tx.all(OF, args![by.organisation.0, by.person.0], |row| {
        Ok(Passkey {
            label: row.get(0)?,
            name: row.get(1)?,
            credential: row.get(2)?,
            created_at: row.time(3)?,
            used_at: row.time_maybe(4)?,
        })
    })
}

/// Removes one of a person's own keys.
///
/// # Errors
/// What the database says.
pub fn remove(tx: &mut Tx<'_>, by: &Actor, label: i64) -> Result<(), Fault> {
    tx.run(REMOVE, args![by.organisation.0, by.person.0, label])?;
    Ok(())
}

/// Removes all of a person's keys.
///
/// # Errors
/// What the database says.
pub fn forget(tx: &mut Tx<'_>, organisation: OrganisationId, person: PersonId) -> Result<(), Fault> {
    tx.run(FORGET, args![organisation.0, person.0])?;
    Ok(())
}
