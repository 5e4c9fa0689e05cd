//! Drops: to choose, to estimate, to close, and what they have freed.

use std::collections::HashSet;

use access::Actor;
use jiff::ToSpan;
use jiff::civil::Date;
use week::Fingerprint;

use ::steps::{
    Drop, DropError, DropId, DropState, Estimate, Freed, Growth, How, KindMinutes, Line, SeriesWeek, Wanted,
    What, measure, measure_estimates, took_its_place,
};

use crate::steps::whose;
use crate::{Fault, Tx};

/// The most drops a person keeps.
pub const MOST_DROPS: u32 = 200;
/// The most minutes a week that something can be thought to take: forty hours.
pub const MOST_ESTIMATE: u16 = 2400;
/// How many imported weeks are looked at on each side of a drop.
const WEEKS_EACH_SIDE: usize = 8;
/// The fewest imported weeks on each side before anything is said to have taken a drop's place.
const LEAST_WEEKS: usize = 2;

/// What a manager chooses when choosing something away.
#[derive(Debug, Clone)]
pub struct NewDrop {
    /// What.
    pub what: What,
    /// What the manager calls it.
    pub name: Option<Line>,
    /// How.
    pub how: How,
    /// The wanted effect.
    pub wanted: Wanted,
    /// Minutes a week it takes now, as the manager thinks; a series is measured instead.
    pub takes_now: Option<u16>,
}

/// Why something was not done to a drop.
#[derive(Debug, thiserror::Error)]
pub enum DropRefused {
    /// It is kept or given up already.
    #[error("the drop is closed")]
    Closed,
    /// [`MOST_DROPS`] are kept already.
    #[error("there are {MOST_DROPS} drops already")]
    TooMany,
    /// More than [`MOST_ESTIMATE`].
    #[error("an estimate is at most {MOST_ESTIMATE} minutes a week")]
    Estimate,
    /// The machinery; [`Fault::NotFound`] when the drop is not one's own.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<DropError> for DropRefused {
    fn from(error: DropError) -> DropRefused {
        match error {
            DropError::Closed => DropRefused::Closed,
        }
    }
}

/// One of one's own drops, with what it has freed.
#[derive(Debug, Clone)]
pub struct MyDrop {
    /// Its id.
    pub id: DropId,
    /// The drop.
    pub drop: Drop,
    /// What the manager thinks it takes, oldest first.
    pub estimates: Vec<Estimate>,
    /// Wanted against freed.
    pub freed: Option<Freed>,
    /// The kind of time that grew most since, if any did: an index in the order leadership, coordination,
    /// administration, firefighting, recovery, other.
    pub took_its_place: Option<Growth<usize>>,
}

/// Chooses something away from today.
///
/// # Errors
/// [`DropRefused`].
pub fn choose(tx: &mut Tx<'_>, by: &Actor, new: &NewDrop, today: Date) -> Result<DropId, DropRefused> {
    if store::drops::count(tx, whose(by))? >= MOST_DROPS {
        return Err(DropRefused::TooMany);
    }
    let NewDrop { what, name, how, wanted, takes_now } = new.clone();
    let id = DropId(tx.fresh_id()?);
    let drop = Drop { what, name, how, wanted, from: today, state: DropState::Open };
    store::drops::add(tx, whose(by), id, &drop)?;
    if let Some(minutes) = takes_now {
        put_estimate(tx, by, id, minutes, today)?;
    }
    Ok(id)
}

/// Remembers how much time the actor thinks it takes today.
///
/// # Errors
/// [`DropRefused`].
pub fn estimate(
    tx: &mut Tx<'_>,
    by: &Actor,
    id: DropId,
    minutes: u16,
    today: Date,
) -> Result<(), DropRefused> {
    if store::drops::by_id(tx, whose(by), id)?.state != DropState::Open {
        return Err(DropRefused::Closed);
    }
    put_estimate(tx, by, id, minutes, today)
}

fn put_estimate(
    tx: &mut Tx<'_>,
    by: &Actor,
    id: DropId,
    minutes: u16,
    today: Date,
) -> Result<(), DropRefused> {
    if minutes > MOST_ESTIMATE {
        return Err(DropRefused::Estimate);
    }
    Ok(store::drops::put_estimate(tx, by.organisation, id, Estimate { on: today, minutes })?)
}

/// Closes a drop: it stays dropped (`kept`), or it came back.
///
/// # Errors
/// [`DropRefused`].
pub fn end(tx: &mut Tx<'_>, by: &Actor, id: DropId, kept: bool) -> Result<(), DropRefused> {
    let drop = store::drops::by_id(tx, whose(by), id)?;
    let closed = if kept { drop.keep()? } else { drop.give_up()? };
    Ok(store::drops::set_state(tx, whose(by), id, closed.state)?)
}

/// One of one's own drops.
///
/// # Errors
/// [`Fault::NotFound`] when it is not one's own.
pub fn by_id(tx: &mut Tx<'_>, by: &Actor, id: DropId) -> Result<MyDrop, Fault> {
    let drop = store::drops::by_id(tx, whose(by), id)?;
    measured(tx, by, id, drop)
}

/// All of one's own drops, the latest first.
///
/// # Errors
/// A fault.
pub fn all(tx: &mut Tx<'_>, by: &Actor) -> Result<Vec<MyDrop>, Fault> {
    let mut mine = Vec::new();
    for (id, drop) in store::drops::all(tx, whose(by))? {
        mine.push(measured(tx, by, id, drop)?);
    }
    Ok(mine)
}

/// One's own open drops, the latest first.
///
/// # Errors
/// A fault.
pub fn open(tx: &mut Tx<'_>, by: &Actor) -> Result<Vec<MyDrop>, Fault> {
    let mut mine = Vec::new();
    for (id, drop) in store::drops::all(tx, whose(by))? {
        if drop.state == DropState::Open {
            mine.push(measured(tx, by, id, drop)?);
        }
    }
    Ok(mine)
}

fn measured(tx: &mut Tx<'_>, by: &Actor, id: DropId, drop: Drop) -> Result<MyDrop, Fault> {
    let estimates = store::drops::estimates(tx, by.organisation, id)?;
    let weeks = store::week::kinds(tx, by.organisation, by.person)?;
    let freed = match &drop.what {
        What::Series { fingerprint, .. } => {
            // A week with nothing booked is a week off: no meeting was held, and none was dropped.
            let worked: HashSet<Date> = weeks.iter().map(|(monday, _)| *monday).collect();
            let series = store::week::series_weeks(
                tx,
                by.organisation,
                by.person,
                &Fingerprint::from_bytes(*fingerprint),
            )?;
            let series: Vec<_> = series
                .into_iter()
                .filter(|(monday, _)| worked.contains(monday))
                .map(|(monday, minutes)| SeriesWeek { monday, minutes })
                .collect();
            measure(&drop, &series, WEEKS_EACH_SIDE, WEEKS_EACH_SIDE)
        }
        What::Card(_) | What::Own(_) => measure_estimates(&drop, &estimates),
    };
    let took_its_place = took_its_place(&around(&weeks, drop.from));
    Ok(MyDrop { id, drop, estimates, freed, took_its_place })
}

/// Minutes a week of each kind, in the imported weeks nearest before a day and nearest after it; nothing with too few.
fn around(weeks: &[(Date, [u32; 6])], day: Date) -> Vec<KindMinutes<usize>> {
    let mut weeks = weeks.to_vec();
    weeks.sort_by_key(|(monday, _)| *monday);
    let ended = |monday: Date| monday.checked_add(1.week()).is_ok_and(|next_monday| next_monday <= day);
    let mut before: Vec<_> = weeks.iter().filter(|week| ended(week.0)).collect();
    let before = before.split_off(before.len().saturating_sub(WEEKS_EACH_SIDE));
    let mut after: Vec<_> = weeks.iter().filter(|week| week.0 >= day).collect();
    let after = after.split_off(after.len().saturating_sub(WEEKS_EACH_SIDE));
    if before.len().min(after.len()) < LEAST_WEEKS {
        return Vec::new();
    }
    let mean = |weeks: &[&(Date, [u32; 6])], kind: usize| {
        weeks.iter().map(|week| f64::from(week.1[kind])).sum::<f64>() / weeks.len() as f64
    };
    (0..6).map(|kind| KindMinutes { kind, before: mean(&before, kind), after: mean(&after, kind) }).collect()
}
