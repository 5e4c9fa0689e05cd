use std::collections::HashSet;

use people::{AsOf, Organisation, UnitId};
use pulse::grouping::{GroupedNode, Grouping, Part};
use pulse::{Place, Reach, Round, RoundId, RoundNode, RoundState};
use store::queue::{Job, Sort};
use words::Words;

use crate::{Fault, Tx};

/// Settles who is asked, as people are employed today, and has keys made and the round opened. A round that too few are left
/// for is called off. Done already, it does nothing.
///
/// # Errors
/// A fault.
pub fn freeze(tx: &mut Tx<'_>, job: Job) -> Result<(), Fault> {
    let id = RoundId(job.subject);
    let Some(organisation) = store::organisations::only(tx)?.filter(|it| it.id == job.organisation) else {
        return Ok(());
    };
    let Some((round, RoundState::Planned)) = store::rounds::find(tx, organisation.id, id)? else {
        return Ok(());
    };
    let chart = super::chart(tx, organisation.id)?;
    let on = chart.as_of(tx.now().to_zoned(organisation.time_zone()).date());
    if round.reach == Reach::Open {
        freeze_open(tx, &round, &on)?;
    } else {
        match super::grouped(&on, round.unit, round.reach) {
            Ok(grouping) => freeze_grouped(tx, &round, &on, &organisation, &grouping)?,
            Err(_) => return super::end(tx, &round),
        }
        let now = tx.now();
        store::queue::put(tx, organisation.id, Sort::MakeKeys, id.0, now)?;
    }
    let open_at = round.opens_at.max(tx.now());
    store::queue::put(tx, organisation.id, Sort::OpenRound, id.0, open_at)
}

/// One node and one group, that nobody is known in.
fn freeze_open(tx: &mut Tx<'_>, round: &Round, on: &AsOf<'_>) -> Result<(), Fault> {
    let name = on.unit(round.unit).map(|facts| facts.name.clone()).ok_or(Fault::NotFound)?;
    let top = Place(0);
    let node = RoundNode { place: top, parent: None, unit: Some(round.unit), name, eligible: 0 };
    let (whose, nodes) = ((round.organisation, round.id), [node]);
    store::rounds::freeze(tx, whose, &nodes, &[], &[top], &[])?;
    crate::authorities::freeze(tx, whose, (&nodes, &[]), on)
}

fn freeze_grouped(
    tx: &mut Tx<'_>,
    round: &Round,
    on: &AsOf<'_>,
    organisation: &Organisation,
    grouping: &Grouping,
) -> Result<(), Fault> {
    let words = words::of(organisation.language);
    let nodes: Vec<_> = grouping
        .nodes
        .iter()
        .map(|node| {
            let GroupedNode { place, parent, unit, eligible, .. } = *node;
            let above = parent.and_then(|parent| grouping.nodes[parent.0 as usize].unit);
            let name = name(node, (round.reach, above), on, words);
            RoundNode { place, parent, unit, name, eligible }
        })
        .collect();
    let leaves = grouping.nodes.iter().filter(|node| !node.parts.is_empty());
    let groups: Vec<_> = leaves.map(|node| node.place).collect();
    let whose = (round.organisation, round.id);
    store::rounds::freeze(tx, whose, &nodes, &grouping.members, &groups, &grouping.eligible)?;
    crate::authorities::freeze(tx, whose, (&nodes, &grouping.members), on)
}

/// A unit's name, or the names of all that are joined: units, or occupations.
fn name(node: &GroupedNode, (reach, above): (Reach, Option<UnitId>), on: &AsOf<'_>, words: &Words) -> String {
    let of = |unit| on.unit(unit).map_or("", |facts| facts.name.as_str());
    if let Some(unit) = node.unit {
        return of(unit).to_owned();
    }
    let part = |part: &Part| match (&part.occupation, reach) {
        (Some(occupation), _) => occupation.to_string(),
        (None, Reach::Occupations) => words.rounds_group_no_occupation(),
        (None, _) if part.direct => words.rounds_group_own(of(part.unit)),
        (None, _) => of(part.unit).to_owned(),
    };
    // An occupation stands there once, however many units its people are in.
    let mut told = HashSet::new();
    let mut names: Vec<_> = node.parts.iter().map(part).collect();
    names.retain(|name| told.insert(name.clone()));
    let mut names = names.join(", ");
    if let (Reach::Occupations, Some(unit)) = (reach, above) {
        names = words.rounds_group_of_unit(names, of(unit));
    }
    if names.chars().count() <= RoundNode::NAME {
        return names;
    }
    names.chars().take(RoundNode::NAME - 1).chain(['…']).collect()
}
