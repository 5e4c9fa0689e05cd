//! Time for leading that managers protect in their own calendars.

use jiff::civil::{Date, Time};
use people::{OrganisationId, PersonId};
use steps::Weekdays;

use crate::{Fault, Tx, args, sql::statements};

statements! {
    ADD = "INSERT INTO leadership_time (organisation, id, person, days, begins_minute, minutes, begins)
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    ALL = "SELECT id, days, begins_minute, minutes, begins FROM leadership_time
        WHERE organisation = $1 AND person = $2 ORDER BY days, begins_minute, id";
    REMOVE = "DELETE FROM leadership_time WHERE organisation = $1 AND person = $2 AND id = $3";
    ERASE = "DELETE FROM leadership_time WHERE organisation = $1 AND person = $2";
}

/// Protected time: some days of the week, from a time of day, for a while.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeadershipTime {
    /// Its id.
    pub id: i64,
    /// The days.
    pub days: Weekdays,
    /// When it begins, where the organisation is, in whole minutes.
    pub from: Time,
    /// How long it is, in minutes: 1 to 1440.
    pub minutes: u16,
    /// The first day it may come.
    pub first: Date,
}

/// Remembers protected time of a person's.
///
/// # Errors
/// What the database says.
pub fn add(
    tx: &mut Tx<'_>,
    (organisation, person): (OrganisationId, PersonId),
    time: &LeadershipTime,
) -> Result<(), Fault> {
    let LeadershipTime { id, days, from, minutes, first } = time;
    let (days, minutes) = (u32::from(days.bits()), u32::from(*minutes));
    tx.run(ADD, args![organisation.0, *id, person.0, days, minute_of(*from), minutes, &first.to_string()])?;
    Ok(())
}

/// All of a person's protected time.
///
/// # Errors
/// What the database says.
pub fn all(
    tx: &mut Tx<'_>,
    (organisation, person): (OrganisationId, PersonId),
) -> Result<Vec<LeadershipTime>, Fault> {
    tx.all(ALL, args![organisation.0, person.0], |row| {
        Ok(LeadershipTime {
            id: row.get(0)?,
            days: days_of(row.count(1)?)?,
            from: time_of(row.count(2)?)?,
            minutes: row.count(3)?.try_into().map_err(|_| Fault::Unreadable { what: "minutes" })?,
            first: row.date(4)?,
        })
    })
}

/// Forgets one; another person's is left alone.
///
/// # Errors
/// What the database says.
pub fn remove(
    tx: &mut Tx<'_>,
    (organisation, person): (OrganisationId, PersonId),
    id: i64,
) -> Result<u64, Fault> {
    tx.run(REMOVE, args![organisation.0, person.0, id])
}

/// Forgets all of a person's.
///
/// # Errors
/// What the database says.
pub fn erase(tx: &mut Tx<'_>, (organisation, person): (OrganisationId, PersonId)) -> Result<(), Fault> {
    tx.run(ERASE, args![organisation.0, person.0])?;
    Ok(())
}

/// Minutes after midnight.
pub(crate) fn minute_of(time: Time) -> u32 {
    u32::from(time.hour().unsigned_abs()) * 60 + u32::from(time.minute().unsigned_abs())
}

/// Reads [`minute_of`].
pub(crate) fn time_of(minute: u32) -> Result<Time, Fault> {
    let part = |part: u32| i8::try_from(part).unwrap_or(i8::MAX);
    Time::new(part(minute / 60), part(minute % 60), 0, 0)
        .map_err(|_| Fault::Unreadable { what: "time of day" })
}

/// Reads [`Weekdays::bits`].
pub(crate) fn days_of(bits: u32) -> Result<Weekdays, Fault> {
    let bits = u8::try_from(bits).ok().and_then(Weekdays::from_bits);
    bits.ok_or(Fault::Unreadable { what: "days of the week" })
}
