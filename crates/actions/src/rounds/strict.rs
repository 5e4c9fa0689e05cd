//! Strict mode, for the whole organisation: HR switches it, and a round takes it as it is when it opens.

use access::{Actor, Role};
use jiff::Timestamp;

use super::RoundRefused;
use crate::audit::{Act, note};
use crate::{Fault, Tx};

/// Since when strict mode is on; `None` while it is off.
///
/// # Errors
/// A fault.
pub fn strict_since(tx: &mut Tx<'_>, by: &Actor) -> Result<Option<Timestamp>, Fault> {
    store::rounds::strict_since(tx, by.organisation)
}

/// Switches strict mode on or off for rounds that open from now on. Those that are open, or closed, stay as they are.
///
/// # Errors
/// [`RoundRefused::NotYours`] for others than HR.
pub fn switch_strict(tx: &mut Tx<'_>, by: &Actor, on: bool) -> Result<(), RoundRefused> {
    if !by.roles.has(Role::Hr) {
        return Err(RoundRefused::NotYours);
    }
    match on {
        true => store::rounds::begin_strict(tx, by.organisation)?,
        false => store::rounds::end_strict(tx, by.organisation)?,
    }
    Ok(note(tx, by, if on { Act::StrictBegun } else { Act::StrictEnded }.note())?)
}
