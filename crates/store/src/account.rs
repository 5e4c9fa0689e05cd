//! Who somebody is at the organisation's own sign-in, and the sessions that came by it.

use access::Actor;
use jiff::Timestamp;
use people::{OrganisationId, PersonId};

use crate::{Fault, Tx, args, sql::statements};

statements! {
    PERSON = "SELECT person FROM account WHERE organisation = $1 AND issuer = $2 AND subject = $3";
    ADD = "INSERT INTO account (organisation, issuer, subject, person, created_at) VALUES ($1, $2, $3, $4, $5)";
    OF_ISSUER = "SELECT COUNT(*) FROM account WHERE organisation = $1 AND person = $2 AND issuer = $3";
    OF = "SELECT issuer, created_at FROM account WHERE organisation = $1 AND person = $2 ORDER BY created_at, issuer";
    FORGET = "DELETE FROM account WHERE organisation = $1 AND person = $2";
    END_SESSIONS = "DELETE FROM session WHERE organisation = $1 AND person = $2 AND door = 'account'
        AND (CAST($3 AS TEXT) IS NULL OR provider_session = $3)";
}

/// An account that is somebody's. Its name at the provider is not told on: it is of no use to anybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// At which provider.
    pub issuer: String,
    /// Since when it is known to be theirs.
    pub since: Timestamp,
}

/// Whose an account is, if that is known.
///
/// # Errors
/// What the database says.
pub fn person(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    (issuer, subject): (&str, &str),
) -> Result<Option<PersonId>, Fault> {
    tx.maybe(PERSON, args![organisation.0, issuer, subject], |row| Ok(PersonId(row.get(0)?)))
}

/// Remembers whose an account is.
///
/// # Errors
/// What the database says.
pub fn add(
    tx: &mut Tx<'_>,
    (organisation, person): (OrganisationId, PersonId),
    (issuer, subject): (&str, &str),
) -> Result<(), Fault> {
    let now = tx.now();
    tx.run(ADD, args![organisation.0, issuer, subject, person.0, now])?;
    Ok(())
}

/// Whether somebody already has an account of this provider.
///
/// # Errors
/// What the database says.
pub fn has(
    tx: &mut Tx<'_>,
    (organisation, person): (OrganisationId, PersonId),
    issuer: &str,
) -> Result<bool, Fault> {
    tx.one(OF_ISSUER, args![organisation.0, person.0, issuer], |row| Ok(row.count(0)? > 0))
}

/// Somebody's own accounts.
///
/// # Errors
/// What the database says.
pub fn of(tx: &mut Tx<'_>, by: &Actor) -> Result<Vec<Account>, Fault> {
    tx.all(OF, args![by.organisation.0, by.person.0], |row| {
        Ok(Account { issuer: row.get(0)?, since: row.time(1)? })
    })
}

/// Forgets which accounts are somebody's.
///
/// # Errors
/// What the database says.
pub fn forget(tx: &mut Tx<'_>, organisation: OrganisationId, person: PersonId) -> Result<(), Fault> {
    tx.run(FORGET, args![organisation.0, person.0])?;
    Ok(())
}

/// Ends the sessions that began with one sign-in at the provider, or with `None` all of somebody's that came by their account.
///
/// # Errors
/// What the database says.
pub fn end_sessions(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    person: PersonId,
    provider_session: Option<&str>,
) -> Result<(), Fault> {
    tx.run(END_SESSIONS, args![organisation.0, person.0, provider_session])?;
    Ok(())
}
