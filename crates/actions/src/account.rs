//! Coming in by an account at the organisation's own sign-in, and what that says of somebody's roles.

use ::access::{Actor, Door, RoleMapping, Secret};
use ::people::{OrganisationId, PersonId};
use jiff::SignedDuration;
pub use store::account::Account;

use crate::access::{Coming, SignInRefused, Visitor, begin_session};
use crate::audit::{Act, note_itself};
use crate::{Desk, Fault, Tx, sealed};

/// How long somebody may be away at the provider: long enough to find a telephone and a new password.
pub const AWAY_LASTS: SignedDuration = SignedDuration::from_mins(15);

/// What the provider says of somebody, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Who says it.
    pub issuer: String,
    /// Who it is, by a name that never changes and is never given to somebody else.
    pub subject: String,
    /// Their address, when the provider knows that it is theirs.
    pub mail: Option<String>,
    /// The values that roles follow from.
    pub values: Vec<String>,
    /// When they proved there who they are, if it says so.
    pub proven_at: Option<jiff::Timestamp>,
    /// What the provider calls its own session.
    pub session: Option<String>,
}

/// Why an account lets nobody in.
#[derive(Debug, thiserror::Error)]
pub enum AccountRefused {
    /// The provider says no address, or none that it has verified.
    #[error("no verified address")]
    NoAddress,
    /// Nobody here has the address.
    #[error("nobody has the address")]
    Nobody,
    /// Whoever has the address has come by another account. Perhaps the address was somebody else's before.
    #[error("the person has another account")]
    AnotherAccount,
    /// The machinery.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// Signs in whoever the provider says it is; the secret of the new session. The first time somebody is found by their address, and then
/// by the account alone. Roles that `mapping` names are theirs or not as the provider says.
///
/// # Errors
/// [`AccountRefused`].
pub async fn sign_in(
    desk: &Desk,
    visitor: &Visitor,
    organisation: OrganisationId,
    said: Said,
    mapping: RoleMapping,
) -> Result<Secret, AccountRefused> {
    let secret = Secret::from_random(desk.random());
    let (hash, device) = (secret.hash(), visitor.device.clone());
    desk.write(move |tx| {
        let person = whose(tx, organisation, &said)?;
        give_roles(tx, organisation, person, &mapping.of(&said.values))?;
        // Of whoever is signed in there the provider may ask nothing: then nobody has proven anything here.
        let proven_at = said.proven_at.map_or(jiff::Timestamp::UNIX_EPOCH, |at| at.min(tx.now()));
        let coming = Coming {
            door: Door::Account,
            device: &device,
            proven_at: Some(proven_at),
            provider_session: said.session.as_deref(),
        };
        begin_session(tx, (organisation, person), &hash, coming).map_err(|refused| match refused {
            SignInRefused::Fault(fault) => AccountRefused::Fault(fault),
            // The directory has locked it: to whoever comes it is as if nobody had the address.
            _ => AccountRefused::Nobody,
        })
    })
    .await
    .map(|()| secret)
}

fn whose(tx: &mut Tx<'_>, organisation: OrganisationId, said: &Said) -> Result<PersonId, AccountRefused> {
    let account = (said.issuer.as_str(), said.subject.as_str());
    if let Some(person) = store::account::person(tx, organisation, account)? {
        return Ok(person);
    }
    let mail = said.mail.as_deref().ok_or(AccountRefused::NoAddress)?;
    let found = store::people::by_mail(tx, mail)?.filter(|person| person.organisation == organisation);
    let person = found.ok_or(AccountRefused::Nobody)?.id;
    if store::account::has(tx, (organisation, person), &said.issuer)? {
        return Err(AccountRefused::AnotherAccount);
    }
    store::account::add(tx, (organisation, person), account)?;
    Ok(person)
}

fn give_roles(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    person: PersonId,
    roles: &[(::access::Role, bool)],
) -> Result<(), Fault> {
    let today = tx.now().to_zoned(jiff::tz::TimeZone::UTC).date();
    let has = store::access::roles(tx, organisation, person, today)?;
    for (role, theirs) in roles {
        let act = match (has.has(*role), theirs) {
            (false, true) => {
                store::access::give_role(tx, organisation, person, *role)?;
                Act::RoleGiven
            }
            (true, false) => {
                store::access::take_role(tx, organisation, person, *role)?;
                Act::RoleTaken
            }
            _ => continue,
        };
        note_itself(tx, organisation, act.of(person).saying(role.code()))?;
    }
    Ok(())
}

/// One's own accounts.
///
/// # Errors
/// A fault.
pub fn mine(tx: &mut Tx<'_>, by: &Actor) -> Result<Vec<Account>, Fault> {
    store::account::of(tx, by)
}

/// Forgets which accounts are somebody's, so that another one may be: for IT, when somebody was given a new account.
///
/// # Errors
/// A fault.
pub fn forget(tx: &mut Tx<'_>, organisation: OrganisationId, person: PersonId) -> Result<(), Fault> {
    store::account::end_sessions(tx, organisation, person, None)?;
    store::account::forget(tx, organisation, person)?;
    note_itself(tx, organisation, Act::AccountForgotten.of(person))
}

/// Ends what the provider says has ended there: one sign-in, or all of somebody's. Who is unknown here has nothing to end.
///
/// # Errors
/// A fault.
pub fn ended(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    (issuer, subject): (&str, &str),
    session: Option<&str>,
) -> Result<(), Fault> {
    match store::account::person(tx, organisation, (issuer, subject))? {
        Some(person) => store::account::end_sessions(tx, organisation, person, session),
        None => Ok(()),
    }
}

/// Seals what is remembered of somebody who is away for a moment, for the browser to keep: any node opens it, nobody else reads it, and
/// it is of no use for anything but `about`, or later than [`AWAY_LASTS`].
///
/// # Errors
/// A fault.
pub fn seal_away(desk: &Desk, about: &str, text: &str) -> Result<Vec<u8>, Fault> {
    let text = format!("{} {text}", desk.now().as_millisecond());
    sealed::seal(&desk.keys.away(), about.as_bytes(), &text).map_err(|_| Fault::Panicked)
}

/// Opens what [`seal_away`] sealed, while it lasts.
pub fn open_away(desk: &Desk, about: &str, sealed: &[u8]) -> Option<String> {
    let text = sealed::open(&desk.keys.away(), about.as_bytes(), sealed).ok()?;
    let (since, text) = text.split_once(' ')?;
    let since = jiff::Timestamp::from_millisecond(since.parse().ok()?).ok()?;
    (desk.now().duration_since(since) < AWAY_LASTS).then(|| text.to_owned())
}
