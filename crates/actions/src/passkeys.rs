//! Passkeys: kept, used, removed. Whether an answer of a device holds is told by who asks: see crate `passkey`.

use ::access::{Actor, Allowance, Door, Secret};
use ::people::{OrganisationId, PersonId};
pub use store::passkey::Passkey;

use crate::access::{Coming, SignInRefused, Visitor, begin_session, count};
use crate::audit::{Act, note};
use crate::{Desk, Fault, Tx};

/// Most keys of one person: a few devices, and some more.
pub const MOST: usize = 20;
/// The longest name of a key, in characters.
pub const NAME_LONGEST: usize = 60;

/// Why a key is not kept.
#[derive(Debug, thiserror::Error)]
pub enum KeyRefused {
    /// There are [`MOST`] already.
    #[error("too many keys")]
    TooMany,
    /// It is there already.
    #[error("the key is there already")]
    There,
    /// The machinery.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// Keeps a key that a device made, under a name.
///
/// # Errors
/// [`KeyRefused`].
pub fn keep(
    tx: &mut Tx<'_>,
    by: &Actor,
    name: &str,
    (credential, content): (&Vec<u8>, &str),
) -> Result<(), KeyRefused> {
    if store::passkey::of(tx, by)?.len() >= MOST {
        return Err(KeyRefused::TooMany);
    }
    let label = tx.fresh_id()?;
    if store::passkey::add(tx, by, label, name, (credential, content))? {
        note(tx, by, Act::PasskeyMade.note())?;
        Ok(())
    } else {
        Err(KeyRefused::There)
    }
}

/// One's own keys.
///
/// # Errors
/// A fault.
pub fn mine(tx: &mut Tx<'_>, by: &Actor) -> Result<Vec<Passkey>, Fault> {
    store::passkey::of(tx, by)
}

/// Removes one of one's own keys.
///
/// # Errors
/// A fault.
pub fn remove(tx: &mut Tx<'_>, by: &Actor, label: i64) -> Result<(), Fault> {
    store::passkey::remove(tx, by, label)?;
    note(tx, by, Act::PasskeyRemoved.note())
}

/// Signs in with a key: `proven` is asked with whose it is and what is known of it, and when the device's answer holds gives what to keep
/// of the key from now on. The secret of the new session.
///
/// # Errors
/// [`SignInRefused`].
pub async fn sign_in(
    desk: &Desk,
    visitor: &Visitor,
    organisation: OrganisationId,
    credential: Vec<u8>,
    proven: impl FnOnce(PersonId, &str) -> Option<String>,
) -> Result<Secret, SignInRefused> {
    let network = desk.keys.counter("passkeys-from", &[&visitor.network]);
    let named = credential.clone();
    let known = desk
        .write(move |tx| {
            count(tx, &network, Allowance::PASSKEYS_FROM_NETWORK)?;
            Ok::<_, SignInRefused>(store::passkey::by_credential(tx, organisation, &named)?)
        })
        .await?;
    let (person, content) = known.ok_or(SignInRefused::NotValid)?;
    let fresh = proven(person, &content).ok_or(SignInRefused::NotValid)?;
    let session = Secret::from_random(desk.random());
    let (hash, device) = (session.hash(), visitor.device.clone());
    desk.write(move |tx| {
        store::passkey::used(tx, organisation, &credential, &fresh)?;
        begin_session(tx, (organisation, person), &hash, Coming::by(Door::Passkey, &device))
    })
    .await?;
    Ok(session)
}
