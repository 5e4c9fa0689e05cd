//! Those who have left: after a while, nothing is kept of them but that somebody was there.
//!
//! Employments stay, without a name: who was in a group on an earlier day decides what may be shown of it later.

use access::{Actor, Roles, SessionLabel};
use jiff::Span;

use crate::audit::{Act, note_itself};
use crate::records::What;
use crate::{Desk, Fault};

/// So many days after the last employment a name is kept: whoever comes back for the summer is known again.
pub const KEPT_DAYS: i64 = 180;
/// So many are forgotten in one transaction.
const AT_ONCE: u32 = 50;

/// Forgets those whose last employment ended long ago: everything of theirs, and who they were. Those who have a role given by hand are left
/// alone. Every night.
///
/// # Errors
/// A [`Fault`]; worth trying again.
pub async fn forget(desk: &Desk) -> Result<u32, Fault> {
    let Some(host) = crate::access::host(desk).await? else { return Ok(0) };
    let before = desk.today(&host.zone).saturating_sub(Span::new().days(KEPT_DAYS));
    let mut forgotten = 0;
    loop {
        let some = desk
            .write(move |tx| {
                let leavers = store::people::leavers(tx, host.id, before, AT_ONCE)?;
                for person in &leavers {
                    let by = Actor { organisation: host.id, person: *person, roles: Roles::default() };
                    // No session has this label: all of theirs end.
                    crate::records::erase_what(tx, &by, SessionLabel(0), What::All)?;
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
