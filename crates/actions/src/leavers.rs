//! Those who have left: after a while, nothing is kept of them but that somebody was there.
//!
//! Employments stay, without a name: who was in a group on an earlier day decides what may be shown of it later.

use access::{Actor, Roles, SessionLabel};
use jiff::{SignedDuration, Span};

use crate::audit::{Act, note_itself};
use crate::records::What;
use crate::{Desk, Fault};

/// So many are forgotten in one transaction.
const AT_ONCE: u32 = 50;

/// Forgets those whose last employment ended long ago: everything of theirs, and who they were. Those who have a role given by hand are left
/// alone. Every night.
///
/// # Errors
/// A [`Fault`]; worth trying again.
pub async fn forget(desk: &Desk) -> Result<u32, Fault> {
    let Some(host) = crate::access::host(desk).await? else { return Ok(0) };
    let before = desk.today(&host.zone).saturating_sub(Span::new().days(::records::LEAVERS_DAYS));
    let mut forgotten = 0;
    loop {
        let some = desk
            .write(move |tx| {
                let switched_off = tx.now() - SignedDuration::from_hours(24 * ::records::LEAVERS_DAYS);
                let leavers = store::people::leavers(tx, host.id, before, switched_off, AT_ONCE)?;
                for person in &leavers {
                    let by = Actor { organisation: host.id, person: *person, roles: Roles::default() };
                    // No session has this label: all of theirs end.
                    crate::records::erase_what(tx, &by, SessionLabel(0), What::All)?;
                    store::scim::forget(tx, host.id, *person)?;
                    store::people::make_nameless(tx, host.id, *person)?;
                    note_itself(tx, host.id, Act::LeaverForgotten.of(*person))?;
                }
                Ok::<_, Fault>(u32::try_from(leavers.len()).unwrap_or(AT_ONCE))
            })
            .await?;
        forgotten += some;
        if some < AT_ONCE {
            return Ok(forgotten);
        }
    }
}
