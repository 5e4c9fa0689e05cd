//! The organisation through time: who was in a unit, led by whom, on a day.

use access::Actor;
use jiff::civil::Date;
use people::{Chart, UnitId};

use crate::{Desk, Fault, Tx};

/// The organisation's units and leaders through time, with those who were ever employed in `unit`: enough to answer who was
/// in it, led by whom, on any day ([`Chart::as_of`]).
///
/// # Errors
/// A [`Fault`].
pub fn of_unit(tx: &mut Tx<'_>, by: &Actor, unit: UnitId) -> Result<Chart, Fault> {
    let mut chart = store::chart::tree(tx, by.organisation)?;
    store::chart::add_staff_of(tx, by.organisation, &mut chart, unit)?;
    Ok(chart)
}

/// Lets what was to happen today have happened: a rename on the first of the month is then so everywhere. Every night.
///
/// # Errors
/// A [`Fault`].
pub async fn settle(desk: &Desk) -> Result<(), Fault> {
    let Some(organisation) = crate::access::host(desk).await? else { return Ok(()) };
    let today: Date = desk.today(&organisation.zone);
    desk.write(move |tx| store::chart::settle(tx, organisation.id, today)).await
}
