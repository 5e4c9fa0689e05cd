use access::{Actor, Role};
use jiff::Timestamp;
use people::{OrganisationId, PersonId};
use store::queue::{Job, Sort};
use store::week::Subscription;

use crate::{Desk, Fault, Tx, sealed};

/// Subscribes to a calendar by its address, which is sealed before it is stored, and asks the clockwork to fetch it.
///
/// # Errors
/// A fault.
pub async fn subscribe(desk: &Desk, by: Actor, address: &str) -> Result<(), Fault> {
    let key = desk.keys.subscriptions();
    let sealed =
        sealed::seal(&key, &about(by.organisation, by.person), address).map_err(|_| Fault::Panicked)?;
    desk.write(move |tx| {
        store::week::save_subscription(tx, &by, &sealed)?;
        store::queue::put(tx, by.organisation, Sort::FetchCalendar, by.person.0, tx.now())
    })
    .await
}

/// The actor's subscription, without its address.
///
/// # Errors
/// A fault.
pub fn subscription(tx: &mut Tx<'_>, by: &Actor) -> Result<Option<Subscription>, Fault> {
    store::week::subscription(tx, by.organisation, by.person)
}

/// The address of somebody's subscribed calendar, opened in memory. `None` without one, or when the key file is not the
/// one it was sealed with.
///
/// # Errors
/// A fault.
pub async fn address(
    desk: &Desk,
    organisation: OrganisationId,
    person: PersonId,
) -> Result<Option<String>, Fault> {
    let found = desk.read(move |tx| store::week::subscription(tx, organisation, person)).await?;
    let key = desk.keys.subscriptions();
    Ok(found.and_then(|found| sealed::open(&key, &about(organisation, person), &found.sealed).ok()))
}

/// Whose subscribed calendar a piece of work is about, as the one who fetches it: their zone, and the address opened in
/// memory. `None` when they have ended the subscription, lead nothing any more, or the key file is another.
///
/// # Errors
/// A fault.
pub async fn subscriber(desk: &Desk, job: Job) -> Result<Option<(Actor, String, String)>, Fault> {
    let (organisation, person) = (job.organisation, PersonId(job.subject));
    let today = desk.today("UTC");
    let found = desk
        .read(move |tx| {
            let roles = store::access::roles(tx, organisation, person, today)?;
            Ok::<_, Fault>((roles, store::organisations::only(tx)?))
        })
        .await?;
    let (roles, Some(host)) = found else { return Ok(None) };
    let address = address(desk, organisation, person).await?;
    let by = Actor { organisation, person, roles };
    Ok(address.filter(|_| roles.has(Role::Leader)).map(|address| (by, host.zone, address)))
}

/// Asks the clockwork to fetch a calendar again, unless the subscription has ended.
///
/// # Errors
/// A fault.
pub async fn fetch_again(desk: &Desk, job: Job, at: Timestamp) -> Result<(), Fault> {
    desk.write(move |tx| match store::week::subscription(tx, job.organisation, PersonId(job.subject))? {
        Some(_) => store::queue::put(tx, job.organisation, Sort::FetchCalendar, job.subject, at),
        None => Ok(()),
    })
    .await
}

/// Notes how a fetch went: `trouble` is a code, or empty when it went well.
///
/// # Errors
/// A fault.
pub async fn note_fetch(
    desk: &Desk,
    organisation: OrganisationId,
    person: PersonId,
    trouble: &'static str,
) -> Result<(), Fault> {
    desk.write(move |tx| store::week::note_fetch(tx, organisation, person, trouble)).await
}

/// Ends the actor's subscription; weeks already counted stay.
///
/// # Errors
/// A fault.
pub fn end_subscription(tx: &mut Tx<'_>, by: &Actor) -> Result<(), Fault> {
    store::queue::remove(tx, by.organisation, Sort::FetchCalendar, by.person.0)?;
    store::week::end_subscription(tx, by)
}

/// Whose it is, so that a seal moved to another's row does not open.
fn about(organisation: OrganisationId, person: PersonId) -> Vec<u8> {
    [organisation.0.to_be_bytes(), person.0.to_be_bytes()].concat()
}
