//! What concerns one person: who looked at results of the groups they are in or lead, and what was done to their details.

use std::collections::{HashMap, HashSet};

use ::audit::{Act, Kind};
use ::pulse::{Place, RoundId};
use access::{Actor, Role};
use jiff::Timestamp;
use jiff::civil::Date;
use store::audit::{Chained, Which};

use super::{Told, told};
use crate::{Fault, Tx};

/// So many rows are shown at a time.
pub const SHOWN: usize = 50;
/// So many lines are read at a time, and so many at most for one page.
const READ_AT_ONCE: u32 = 500;
const READ_AT_MOST: usize = 5_000;

/// Somebody's looks at one group on one day.
#[derive(Debug, Clone)]
pub struct Seen {
    /// The latest look, with names.
    pub told: Told,
    /// On which day.
    pub day: Date,
    /// How many looks it were.
    pub times: u32,
}

/// One page of looks, and the number to go on from.
#[derive(Debug, Clone)]
pub struct SeenPage {
    /// The latest first.
    pub seen: Vec<Seen>,
    /// Where older ones begin; `None` when there are no more.
    pub older: Option<u64>,
}

/// Who looked at results of the groups that the actor is in or leads: everybody but the actor, and but those who read their own group as
/// one of it. What a colleague reads of the same answers is nobody's business.
///
/// # Errors
/// A fault.
pub fn looks(tx: &mut Tx<'_>, by: &Actor, before: Option<u64>, today: Date) -> Result<SeenPage, Fault> {
    let zone = store::organisations::only(tx)?.ok_or(Fault::NotFound)?.time_zone();
    let mut which = Which {
        kind: Some(Kind::Looks),
        since: Timestamp::MIN,
        until: Timestamp::MAX,
        before: before.unwrap_or(u64::MAX),
        most: READ_AT_ONCE,
    };
    let mut rounds: HashMap<RoundId, HashSet<Place>> = HashMap::new();
    let mut rows: Vec<(Chained, Date, u32)> = Vec::new();
    let mut read = 0;
    loop {
        let lines = store::audit::back(tx, by.organisation, &which)?;
        for it in &lines {
            let day = it.line.at.to_zoned(zone.clone()).date();
            if !concerns(tx, by, &mut rounds, it, today)? {
                which.before = it.number;
                continue;
            }
            match rows.iter().position(|(row, on, _)| *on == day && is_same(row, it)) {
                Some(at) => rows[at].2 += 1,
                None if rows.len() == SHOWN => return page(tx, rows, Some(which.before)),
                None => rows.push((it.clone(), day, 1)),
            }
            which.before = it.number;
        }
        read += lines.len();
        match lines.len() < READ_AT_ONCE as usize {
            true => return page(tx, rows, None),
            false if read >= READ_AT_MOST => return page(tx, rows, Some(which.before)),
            false => {}
        }
    }
}

fn page(tx: &mut Tx<'_>, rows: Vec<(Chained, Date, u32)>, older: Option<u64>) -> Result<SeenPage, Fault> {
    let seen = rows.into_iter().map(|(it, day, times)| Ok(Seen { told: told(tx, it)?, day, times }));
    Ok(SeenPage { seen: seen.collect::<Result<_, Fault>>()?, older })
}

/// Whether two looks are by the same person, in the same standing, at the same group.
fn is_same(one: &Chained, other: &Chained) -> bool {
    let of = |it: &Chained| {
        let line = &it.line;
        let act = match line.act {
            Act::TookFigures | Act::ReleasedToCentre => Some(line.act),
            _ => None,
        };
        (line.actor, line.behalf, line.round, line.place, line.roles.clone(), act)
    };
    of(one) == of(other)
}

fn concerns(
    tx: &mut Tx<'_>,
    by: &Actor,
    rounds: &mut HashMap<RoundId, HashSet<Place>>,
    it: &Chained,
    today: Date,
) -> Result<bool, Fault> {
    let line = &it.line;
    let (Some(round), Some(place)) = (line.round, line.place) else { return Ok(false) };
    if line.actor == Some(by.person) || line.in_roles().eq([Role::Employee]) {
        return Ok(false);
    }
    if let Some(places) = rounds.get(&round) {
        return Ok(places.contains(&place));
    }
    let places = around(tx, by, round, today)?;
    Ok(rounds.entry(round).or_insert(places).contains(&place))
}

/// The places of a round that hold answers of the groups somebody is in or leads: these, all above them, and all below what they lead.
fn around(tx: &mut Tx<'_>, by: &Actor, round: RoundId, today: Date) -> Result<HashSet<Place>, Fault> {
    let (member_of, leads) = store::results::own_places(tx, (by.organisation, round), by.person, today)?;
    let nodes = store::rounds::tree(tx, by.organisation, round)?;
    let parents: HashMap<Place, Option<Place>> = nodes.iter().map(|node| (node.place, node.parent)).collect();
    let above = |place: Place| std::iter::successors(Some(place), |at| parents.get(at).copied().flatten());
    let mut places: HashSet<Place> = member_of.iter().chain(&leads).flat_map(|own| above(*own)).collect();
    places.extend(nodes.iter().map(|node| node.place).filter(|it| above(*it).any(|up| leads.contains(&up))));
    Ok(places)
}

/// What was done to somebody, by whomever, the latest first.
///
/// # Errors
/// A fault.
pub(crate) fn about(tx: &mut Tx<'_>, by: &Actor, most: u32) -> Result<Vec<Told>, Fault> {
    let lines = store::audit::about(tx, (by.organisation, by.person), u64::MAX, most)?;
    lines.into_iter().map(|it| told(tx, it)).collect()
}

/// What was done to somebody's details, by others, the latest first: at most [`SHOWN`], and where older ones begin.
///
/// # Errors
/// A fault.
pub fn done_to(tx: &mut Tx<'_>, by: &Actor, before: Option<u64>) -> Result<(Vec<Told>, Option<u64>), Fault> {
    let most = u32::try_from(SHOWN).unwrap_or(u32::MAX);
    let key = (by.organisation, by.person);
    let lines = store::audit::about(tx, key, before.unwrap_or(u64::MAX), most)?;
    let older = (lines.len() == SHOWN).then(|| lines.last().map(|it| it.number)).flatten();
    let others = lines.into_iter().filter(|it| it.line.actor != Some(by.person));
    Ok((others.map(|it| told(tx, it)).collect::<Result<_, Fault>>()?, older))
}
