//! Whose a round is to see and to change.

use std::collections::{BTreeSet, HashSet};

use access::{Actor, Part, Role};
use jiff::civil::Date;
use people::{AsOf, PersonId, UnitId};
use pulse::Round;

use crate::{Fault, Tx};

/// What somebody may do with rounds beside those they planned themselves.
#[derive(Debug, Default)]
pub(super) struct Theirs {
    /// Whether all of them are theirs: HR of the centre. Asking is no wall; reading what was answered is.
    all: bool,
    /// For whom they plan today, and of which unit.
    instead: Vec<(PersonId, UnitId)>,
    /// The units of the authority that they are HR of.
    keeps: HashSet<UnitId>,
}

impl Theirs {
    /// Of somebody, in the organisation as it is on a day.
    pub(super) fn of(tx: &mut Tx<'_>, by: &Actor, on: &AsOf<'_>) -> Result<Theirs, Fault> {
        let all = by.roles.has(Role::Hr);
        let keeps = match crate::authorities::kept_by(tx, by, on.day())? {
            Some(authority) => {
                let mut tops: BTreeSet<UnitId> = crate::authorities::tops(tx, by.organisation)?;
                tops.insert(authority);
                let within = |unit: &UnitId| on.authority(*unit, &tops) == Some(authority);
                on.below(authority).into_iter().filter(within).collect()
            }
            None => HashSet::new(),
        };
        Ok(Theirs { all, instead: stood_in_for(tx, by, on.day())?, keeps })
    }

    /// As [`Theirs::of`], today as this transaction has it.
    pub(super) fn today(tx: &mut Tx<'_>, by: &Actor) -> Result<Theirs, Fault> {
        let Some(host) = store::organisations::only(tx)? else { return Ok(Theirs::default()) };
        let today = tx.now().to_zoned(host.time_zone()).date();
        let chart = match by.roles.has(Role::AuthorityHr) {
            true => store::chart::tree(tx, by.organisation)?,
            false => people::Chart::default(),
        };
        Theirs::of(tx, by, &chart.as_of(today))
    }

    /// Whether they plan rounds of a unit as HR: any round, as often as they will.
    pub(super) fn as_hr(&self, unit: UnitId) -> bool {
        self.all || self.keeps.contains(&unit)
    }

    /// Whom they stand in for when they plan for a unit.
    pub(super) fn instead(&self, unit: UnitId) -> Option<PersonId> {
        self.instead.iter().find(|(_, its)| *its == unit).map(|(giver, _)| *giver)
    }

    pub(super) fn may_see(&self, by: &Actor, round: &Round) -> bool {
        by.roles.has(Role::TopManager) || self.may_change(by, round)
    }

    pub(super) fn may_change(&self, by: &Actor, round: &Round) -> bool {
        self.as_hr(round.unit) || round.planned_by == Some(by.person) || self.behalf(by, round).is_some()
    }

    /// Whom they stand in for when they do something to a round.
    pub(super) fn behalf(&self, by: &Actor, round: &Round) -> Option<PersonId> {
        let of_its_planner = |(giver, unit): &&(PersonId, UnitId)| {
            round.planned_by == Some(*giver) && round.unit == *unit && *giver != by.person
        };
        self.instead.iter().find(of_its_planner).map(|(giver, _)| *giver)
    }
}

fn stood_in_for(tx: &mut Tx<'_>, by: &Actor, today: Date) -> Result<Vec<(PersonId, UnitId)>, Fault> {
    if !by.roles.has(Role::RoundsDeputy) {
        return Ok(Vec::new());
    }
    let held = store::delegations::holding(tx, by.organisation, by.person, Part::Rounds, today)?;
    Ok(held.into_iter().filter_map(|it| Some((it.giver, it.unit?))).collect())
}
