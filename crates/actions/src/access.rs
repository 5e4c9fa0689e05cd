//! Coming in and going out: links by mail, passwords, sessions.

use ::access::{Actor, Allowance, Door, Purpose, Role, Secret, Session, SessionLabel, Tries};
use ::people::{Language, Organisation, OrganisationId, Person, PersonId};
use argon2::password_hash::phc::PasswordHash;
use argon2::{Argon2, PasswordHasher, PasswordVerifier};
use jiff::{SignedDuration, Timestamp};
pub use store::access::SignedIn;

use crate::audit::{Act, note};
use crate::{Desk, Fault, Tx};

/// How long a sign-in link may lie in a mailbox.
pub const LINK_LASTS: SignedDuration = SignedDuration::from_mins(30);
/// The shortest password that is taken (NIST SP 800-63B-4: 15 when it is the only factor).
pub const PASSWORD_SHORTEST: usize = 15;
/// The longest: more would only be work for whoever hashes it.
pub const PASSWORD_LONGEST: usize = 200;

/// Why somebody is not let in.
#[derive(Debug, thiserror::Error)]
pub enum SignInRefused {
    /// Too many tries in a short while.
    #[error("too many tries")]
    TooMany,
    /// Address and password do not belong together, the link is used up, or the directory lets them in no more. Which of these is not said.
    #[error("not valid")]
    NotValid,
    /// The machinery.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// Why a password is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PasswordRefused {
    /// Shorter than [`PASSWORD_SHORTEST`] characters.
    #[error("too short")]
    TooShort,
    /// Longer than [`PASSWORD_LONGEST`] characters.
    #[error("too long")]
    TooLong,
}

/// A browser that asks to come in.
#[derive(Debug, Clone)]
pub struct Visitor {
    /// The network it comes from: an IPv4 /24 or an IPv6 /56, so that a home is one and a country is not.
    pub network: String,
    /// The browser and system, as far as it says; at most 100 characters.
    pub device: String,
}

/// Sends a sign-in link, if anybody has the address. What the visitor is told is the same either way.
///
/// # Errors
/// [`SignInRefused::TooMany`], or a fault.
pub async fn ask_for_link(
    desk: &Desk,
    visitor: &Visitor,
    mail: &str,
    fallback: Language,
) -> Result<(), SignInRefused> {
    let mail = mail.trim().to_lowercase();
    let counters = [
        (desk.keys.counter("link-to", &[&mail]), Allowance::LINKS_TO_ADDRESS),
        (desk.keys.counter("link-from", &[&visitor.network]), Allowance::LINKS_FROM_NETWORK),
    ];
    let (secret, send_at) = (Secret::from_random(desk.random()), desk.send_at());
    let link = desk.address_of(&format!("/sign-in/{}", secret.text()));
    desk.write(move |tx| {
        for (counter, allowance) in &counters {
            count(tx, counter, *allowance)?;
        }
        let Some(person) = store::people::by_mail(tx, &mail)? else { return Ok(()) };
        let whose = (person.organisation, person.id);
        if store::scim::locked(tx, whose.0, whose.1)?.is_some() {
            return Ok(());
        }
        let ends_at = tx.now() + LINK_LASTS;
        store::access::add_pass(tx, whose, &secret.hash(), Purpose::SignIn, None, ends_at)?;
        let words = words::of(person.language.unwrap_or(fallback));
        let body = words.letter_sign_in_body(&person.given_name, LINK_LASTS.as_mins(), &link);
        store::letters::add(tx, person.organisation, &mail, &words.letter_sign_in_subject(), &body, send_at)?;
        Ok(())
    })
    .await
}

/// Makes a sign-in link for somebody directly: the demo prints them.
///
/// # Errors
/// A fault.
pub async fn link_for(
    desk: &Desk,
    organisation: OrganisationId,
    person: PersonId,
    lasts: SignedDuration,
) -> Result<String, Fault> {
    let secret = Secret::from_random(desk.random());
    let path = format!("/sign-in/{}", secret.text());
    desk.write(move |tx| {
        let ends_at = tx.now() + lasts;
        store::access::add_pass(tx, (organisation, person), &secret.hash(), Purpose::SignIn, None, ends_at)
    })
    .await?;
    Ok(desk.address_of(&path))
}

/// Whom a sign-in link lets in, while it is good: asked before the button is shown, and changes nothing.
///
/// # Errors
/// A fault.
pub async fn link_is_for(desk: &Desk, secret: &Secret) -> Result<Option<Person>, Fault> {
    let hash = secret.hash();
    desk.read(move |tx| match store::access::pass(tx, &hash, Purpose::SignIn)? {
        Some((organisation, person, _)) => store::people::by_id(tx, organisation, person).map(Some),
        None => Ok(None),
    })
    .await
}

/// Uses a sign-in link up; the secret of the new session.
///
/// # Errors
/// [`SignInRefused::NotValid`] for a link that is used or too old, or a fault.
pub async fn sign_in_with_link(
    desk: &Desk,
    visitor: &Visitor,
    link: &Secret,
) -> Result<Secret, SignInRefused> {
    let (hash, session) = (link.hash(), Secret::from_random(desk.random()));
    let (new, device) = (session.hash(), visitor.device.clone());
    desk.write(move |tx| {
        let pass = store::access::pass(tx, &hash, Purpose::SignIn)?;
        let (organisation, person, _) = pass.ok_or(SignInRefused::NotValid)?;
        store::access::end_pass(tx, &hash)?;
        begin_session(tx, (organisation, person), &new, Coming::by(Door::Link, &device))
    })
    .await?;
    Ok(session)
}

/// Signs in with address and password; the secret of the new session.
///
/// # Errors
/// [`SignInRefused`].
pub async fn sign_in_with_password(
    desk: &Desk,
    visitor: &Visitor,
    mail: &str,
    password: &str,
) -> Result<Secret, SignInRefused> {
    let mail = mail.trim().to_lowercase();
    let pair = desk.keys.counter("password", &[&mail, &visitor.network]);
    let network = desk.keys.counter("passwords-from", &[&visitor.network]);
    let found = desk
        .write(move |tx| {
            count(tx, &pair, Allowance::PASSWORD)?;
            count(tx, &network, Allowance::PASSWORDS_FROM_NETWORK)?;
            let Some(person) = store::people::by_mail(tx, &mail)? else {
                return Ok::<_, SignInRefused>(None);
            };
            let hash = store::access::password(tx, person.organisation, person.id)?;
            Ok(hash.map(|hash| (person.organisation, person.id, hash)))
        })
        .await?;
    // Without a person or a password, as much time is spent on a hash that fits nothing: the clock tells no names.
    let hash = found.as_ref().map_or_else(|| NOBODYS_HASH.to_owned(), |found| found.2.clone());
    let right = verify(password.to_owned(), hash).await?;
    let Some((organisation, person, _)) = found.filter(|_| right) else {
        tracing::warn!("an address and a password did not belong together: nobody came in");
        return Err(SignInRefused::NotValid);
    };
    let session = Secret::from_random(desk.random());
    let (new, device) = (session.hash(), visitor.device.clone());
    desk.write(move |tx| {
        store::access::forget_tries(tx, &pair)?;
        begin_session(tx, (organisation, person), &new, Coming::by(Door::Password, &device))
    })
    .await?;
    Ok(session)
}

/// Who comes with a session's secret; notes now and then that they did.
///
/// # Errors
/// A fault.
pub async fn recognise(desk: &Desk, secret: &Secret) -> Result<Option<SignedIn>, Fault> {
    let (hash, today) = (secret.hash(), desk.today("UTC"));
    let found = desk.glance(move |tx| store::access::signed_in(tx, &hash, today)).await?;
    let now = desk.now();
    let found = found.filter(|found| found.session.lives(now));
    if found.as_ref().is_some_and(|found| found.session.wants_noting(now)) {
        desk.write(move |tx| store::access::seen(tx, &hash)).await?;
    }
    Ok(found)
}

/// Ends the session of a secret.
///
/// # Errors
/// A fault.
pub async fn sign_out(desk: &Desk, secret: &Secret) -> Result<(), Fault> {
    let hash = secret.hash();
    desk.write(move |tx| store::access::end_session(tx, &hash)).await
}

/// Ends one of one's own sessions.
///
/// # Errors
/// A fault.
pub fn end_session(tx: &mut Tx<'_>, by: &Actor, label: SessionLabel) -> Result<(), Fault> {
    store::access::end_session_by_label(tx, by, label)
}

/// One's own sessions, and whether one has a password.
///
/// # Errors
/// A fault.
pub fn doors(tx: &mut Tx<'_>, by: &Actor) -> Result<(Vec<Session>, bool), Fault> {
    let sessions = store::access::sessions(tx, by)?;
    let now = tx.now();
    let password = store::access::password(tx, by.organisation, by.person)?.is_some();
    Ok((sessions.into_iter().filter(|session| session.lives(now)).collect(), password))
}

/// Sets a password, or with an empty one takes it away; every other session ends.
///
/// # Errors
/// The inner error when the password is not taken.
pub async fn set_password(
    desk: &Desk,
    by: Actor,
    keep: SessionLabel,
    password: &str,
) -> Result<Result<(), PasswordRefused>, Fault> {
    let hash = match password.chars().count() {
        0 => None,
        length if length < PASSWORD_SHORTEST => return Ok(Err(PasswordRefused::TooShort)),
        length if length > PASSWORD_LONGEST => return Ok(Err(PasswordRefused::TooLong)),
        _ => Some(hash_password(password.to_owned()).await?),
    };
    desk.write(move |tx| {
        match &hash {
            Some(hash) => store::access::set_password(tx, by.organisation, by.person, hash)?,
            None => store::access::drop_password(tx, by.organisation, by.person)?,
        }
        store::access::end_other_sessions(tx, &by, keep)?;
        let act = if hash.is_some() { Act::PasswordSet } else { Act::PasswordDropped };
        note(tx, &by, act.of(by.person))
    })
    .await?;
    Ok(Ok(()))
}

/// Counts a try of `sort` by a person.
///
/// # Errors
/// [`SignInRefused::TooMany`], or a fault.
pub async fn count_for(
    desk: &Desk,
    by: Actor,
    sort: &str,
    allowance: Allowance,
) -> Result<(), SignInRefused> {
    let counter = desk.keys.counter(sort, &[&by.organisation.to_string(), &by.person.to_string()]);
    desk.write(move |tx| count(tx, &counter, allowance)).await
}

/// Clears away what has ended.
///
/// # Errors
/// A fault.
pub fn clear_ended(tx: &mut Tx<'_>) -> Result<(), Fault> {
    // Nothing is older when it is cleared than the record of what is kept says.
    store::access::clear_ended(tx, tx.now() - (::records::TRIES - ::records::CLEARED_EVERY))
}

/// The organisation to greet visitors for.
///
/// # Errors
/// A fault.
pub async fn host(desk: &Desk) -> Result<Option<Organisation>, Fault> {
    desk.read(store::organisations::only).await
}

/// How somebody comes.
pub(crate) struct Coming<'c> {
    pub(crate) door: Door,
    pub(crate) device: &'c str,
    /// When they proved who they are, if not here and now.
    pub(crate) proven_at: Option<Timestamp>,
    /// What the provider calls its own session, of those who come by an account.
    pub(crate) provider_session: Option<&'c str>,
}

impl Coming<'_> {
    pub(crate) fn by(door: Door, device: &str) -> Coming<'_> {
        Coming { door, device, proven_at: None, provider_session: None }
    }
}

pub(crate) fn begin_session(
    tx: &mut Tx<'_>,
    (organisation, person): (OrganisationId, PersonId),
    secret_hash: &[u8; 32],
    coming: Coming<'_>,
) -> Result<(), SignInRefused> {
    // Whichever door they come to: the directory has locked it.
    if store::scim::locked(tx, organisation, person)?.is_some() {
        return Err(SignInRefused::NotValid);
    }
    let label = SessionLabel(tx.fresh_id()?);
    let begun = Session::begun(label, coming.device, coming.door, tx.now());
    let session = Session { proven_at: coming.proven_at.unwrap_or(begun.proven_at), ..begun };
    store::access::add_session(tx, organisation, person, secret_hash, &session, coming.provider_session)?;
    Ok(note_sign_in(tx, organisation, person, coming.door)?)
}

/// Of those who were given a role, what others may follows from what they do. When everybody else comes to work is nobody's business.
fn note_sign_in(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    person: PersonId,
    door: Door,
) -> Result<(), Fault> {
    let today = tx.now().to_zoned(jiff::tz::TimeZone::UTC).date();
    let roles = store::access::roles(tx, organisation, person, today)?;
    if !Role::GIVEN.into_iter().any(|role| roles.has(role)) {
        return Ok(());
    }
    note(tx, &Actor { organisation, person, roles }, Act::SignedIn.note().saying(door.code()))
}

pub(crate) fn count(tx: &mut Tx<'_>, counter: &[u8; 16], allowance: Allowance) -> Result<(), SignInRefused> {
    let earlier = store::access::tries(tx, counter)?;
    let tries = Tries::one_more(earlier, allowance, tx.now()).ok_or(SignInRefused::TooMany)?;
    Ok(store::access::save_tries(tx, counter, tries)?)
}

/// argon2id of a random text that nobody knows, with the same cost as everybody's.
const NOBODYS_HASH: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5LWtub3dzLWl0$Q2pPZ2RmU0dxTnJ5dWJZc1hZb1VtR0ZkQ3hRVGZ4ZHk";

async fn verify(password: String, hash: String) -> Result<bool, Fault> {
    // Longer ones cannot be right, and would only be work.
    if password.chars().count() > PASSWORD_LONGEST {
        return Ok(false);
    }
    blocking(move || {
        PasswordHash::new(&hash)
            .is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
    })
    .await
}

async fn hash_password(password: String) -> Result<String, Fault> {
    let hash =
        blocking(move || Argon2::default().hash_password(password.as_bytes()).map(|hash| hash.to_string()));
    hash.await?.map_err(|_| Fault::Panicked)
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Fault> {
    tokio::task::spawn_blocking(work).await.map_err(|_| Fault::Panicked)
}
