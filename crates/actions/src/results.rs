//! Reading what was released of a round: whose it is to read, and what may be said of it.

use std::collections::{BTreeSet, HashSet, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

use ::audit::Line;
use ::pulse::{
    ClosedRound, Computable, Ground, Place, Published, Questionnaire, Reach, Reading, Round, RoundId,
    RoundState, Viewer, Walls,
};
use access::{Actor, Role, Roles};
use disclosure::DerivableError;
use jiff::civil::Date;
use people::{OrganisationId, PersonId, UnitId};

use crate::audit::Act;
use crate::authorities::{self, Authority};
use crate::closing::rules;
use crate::{Desk, Fault, Tx};

/// Readings kept at hand: what was released never changes, and working it out takes longer than anything else on the page.
const MOST_KEPT: usize = 16;
/// How many rounds back something comparable is looked for.
const ROUNDS_BACK: usize = 12;

/// Readings that were worked out already.
#[derive(Debug, Clone, Default)]
pub struct Shelf(Arc<Mutex<Kept>>);

/// A round, and whose; beside the round before it that is named, or else beside the latest comparable one; and the pools that a wall keeps
/// from the reader, in the round and in the one before.
type Key = (OrganisationId, RoundId, Option<RoundId>, [BTreeSet<usize>; 2]);
/// The one put there last stands last.
type Kept = VecDeque<(Key, Arc<Reading>)>;

impl Shelf {
    pub(crate) fn find(&self, key: &Key) -> Option<Arc<Reading>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.iter().find(|(of, _)| of == key).map(|(_, reading)| reading.clone())
    }

    pub(crate) fn put(&self, key: Key, reading: Arc<Reading>) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|(of, _)| *of != key);
        kept.push_back((key, reading));
        while kept.len() > MOST_KEPT {
            kept.pop_front();
        }
    }
}

/// A closed round that somebody may read something of.
#[derive(Debug, Clone)]
pub struct Closed {
    /// The round.
    pub round: Round,
    /// How it was closed.
    pub closing: ClosedRound,
    /// Where the reader stands.
    pub viewer: Viewer,
    /// The name of where they begin to read.
    pub home: Option<(Place, String)>,
    /// The top of what they read by a role.
    pub whole: Option<Place>,
}

/// A closed round opened for reading.
#[derive(Debug, Clone)]
pub struct Opened {
    /// The round.
    pub round: Round,
    /// How it was closed.
    pub closing: ClosedRound,
    /// Where the reader stands.
    pub viewer: Viewer,
    /// What was asked.
    pub questionnaire: Questionnaire,
    /// What may be said to the reader: nothing that a wall keeps from them is in it. `None` where nothing was published.
    pub reading: Option<Arc<Reading>>,
    /// What lets them read it.
    pub standing: Standing,
    /// The authorities with people in the round, and what they have released of it.
    pub authorities: Vec<Authority>,
    walls: Walls,
    closed: ClosedTo,
}

impl Opened {
    /// Whether a place is the reader's to read.
    pub fn may_read(&self, place: Place) -> bool {
        match &self.reading {
            Some(reading) => self.viewer.may_read(&reading.published, &self.walls, place),
            None => self.viewer.home(&self.walls).is_some(),
        }
    }

    /// The authorities whose people are not in what the reader is shown of a place, or without whom nothing is shown of it.
    pub fn left_out(&self, place: Place) -> Vec<&Authority> {
        let Some(reading) = &self.reading else { return Vec::new() };
        let below = |leaf: &Place| reading.published.is_below(*leaf, place);
        let closed = self.closed.leaves.iter().filter(|pool| pool.iter().any(below)).flatten();
        let behind = closed
            .filter(|leaf| !self.viewer.grounds(&self.walls).any(|it| self.walls.lets_through(it, **leaf)));
        let out: BTreeSet<UnitId> = behind.flat_map(|leaf| self.walls.authorities_at(*leaf)).collect();
        self.authorities.iter().filter(|it| out.contains(&it.unit)).collect()
    }

    /// The authority that a place lies in, if it lies in one.
    pub fn authority(&self, place: Place) -> Option<&Authority> {
        let Some(Ground::Authority(unit)) = self.walls.ground(place) else { return None };
        self.authorities.iter().find(|it| it.unit == unit)
    }

    /// The top of what the reader reads by a role.
    pub fn whole(&self) -> Option<Place> {
        self.viewer.whole(&self.walls)
    }
}

/// What lets somebody read what is shown at a place: the nearest reason there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// They lead it, or a unit around it.
    Leads,
    /// They are one of those it is about.
    Member,
    /// They read all that no wall keeps from them: HR, of the centre or of an authority, or the top manager.
    Everything(Role),
    /// They read it in the place of somebody who leads it.
    Instead(PersonId),
}

impl Standing {
    /// Whether it is the reader's own group.
    const fn is_own(self) -> bool {
        matches!(self, Standing::Leads | Standing::Member)
    }

    const fn role(self) -> Role {
        match self {
            Standing::Leads | Standing::Instead(_) => Role::Leader,
            Standing::Member => Role::Employee,
            Standing::Everything(role) => role,
        }
    }

    const fn behalf(self) -> Option<PersonId> {
        match self {
            Standing::Instead(giver) => Some(giver),
            _ => None,
        }
    }
}

/// The closed rounds that the actor may read something of, the latest first.
///
/// # Errors
/// A fault.
pub fn closed(tx: &mut Tx<'_>, by: &Actor, today: Date) -> Result<Vec<Closed>, Fault> {
    let mut found = Vec::new();
    for (round, state) in store::rounds::latest(tx, by.organisation)? {
        if state != RoundState::Closed {
            continue;
        }
        let Sight { viewer, walls, .. } = sight(tx, by, round.id, today)?;
        let Some(home) = viewer.home(&walls) else { continue };
        let Some(closing) = store::results::closing(tx, by.organisation, round.id)? else { continue };
        let name = store::rounds::node_at(tx, by.organisation, round.id, home)?.name;
        let whole = viewer.whole(&walls);
        found.push(Closed { round, closing, viewer, home: Some((home, name)), whole });
    }
    Ok(found)
}

/// Opens what is shown at a place of a round.
///
/// # Errors
/// [`Fault::NotFound`] when there is no such round or place, it is not closed, or it is not the actor's to read: they look the same.
pub fn open(
    tx: &mut Tx<'_>,
    shelf: &Shelf,
    by: &Actor,
    round: RoundId,
    place: Place,
    today: Date,
) -> Result<Opened, Fault> {
    let (round, state) = store::rounds::by_id(tx, by.organisation, round)?;
    let closing = store::results::closing(tx, by.organisation, round.id)?;
    let (RoundState::Closed, Some(closing)) = (state, closing) else { return Err(Fault::NotFound) };
    let sight = sight(tx, by, round.id, today)?;
    let (reading, closed) = match closing.withheld {
        None => {
            let closed = closed_to(tx, by, &round, &sight, today)?;
            (Some(reading(tx, shelf, &round, &closed)?), closed)
        }
        Some(_) => (None, ClosedTo::default()),
    };
    let Sight { viewer, instead, walls } = sight;
    let may = |viewer: &Viewer| match &reading {
        Some(reading) => viewer.may_read(&reading.published, &walls, place),
        None => viewer.home(&walls).is_some(),
    };
    if !may(&viewer) {
        return Err(Fault::NotFound);
    }
    let questionnaire = store::rounds::questionnaire(tx, by.organisation, round.id)?;
    let standing = standing(by, &viewer, &instead, may);
    let authorities = authorities::of_round(tx, by, round.id, &walls, today)?;
    Ok(Opened { round, closing, viewer, questionnaire, reading, standing, authorities, walls, closed })
}

/// The top of what the actor reads of a round by a role, if they have one that reads.
///
/// # Errors
/// A fault.
pub fn whole(tx: &mut Tx<'_>, by: &Actor, round: RoundId, today: Date) -> Result<Option<Place>, Fault> {
    let Sight { viewer, walls, .. } = sight(tx, by, round, today)?;
    Ok(viewer.whole(&walls))
}

/// As [`open`], for somebody who looks at it now or takes it along: and that they do is in the log. Looks at one's own group are noted a
/// moment later, so that the page waits for nothing; a look at what others said, and figures that are taken along, before anything is shown.
///
/// # Errors
/// As [`open`].
pub async fn look(
    desk: &Desk,
    by: Actor,
    (round, place): (RoundId, Place),
    (act, file): (Act, Option<&'static str>),
    today: Date,
) -> Result<Opened, Fault> {
    let shelf = desk.results.clone();
    let opened = desk.read(move |tx| open(tx, &shelf, &by, round, place, today)).await?;
    let note = ::audit::Note { detail: file, ..act.in_place(round, place) };
    let reader = Actor { roles: Roles::default().with(opened.standing.role()), ..by };
    let line = Line::by(&reader, note, desk.now(), crate::desk::fresh_id());
    let line = Line { behalf: opened.standing.behalf(), ..line };
    crate::audit::note_look(desk, line, !opened.standing.is_own() || file.is_some()).await?;
    Ok(opened)
}

/// The nearest reason by which `may` somebody read.
fn standing(
    by: &Actor,
    viewer: &Viewer,
    instead: &[(Place, PersonId)],
    may: impl Fn(&Viewer) -> bool,
) -> Standing {
    let of_others = |place: &Place| instead.iter().any(|(other, _)| other == place);
    let leads: Vec<_> = viewer.leads.iter().copied().filter(|place| !of_others(place)).collect();
    let leading = Viewer { leads, ..Viewer::default() };
    let member = Viewer { member_of: viewer.member_of.clone(), ..Viewer::default() };
    let given = instead.iter().find(|(place, _)| may(&Viewer { leads: vec![*place], ..Viewer::default() }));
    let by_role = |ground: fn(&Ground) -> bool| {
        let reads = viewer.reads.iter().copied().filter(ground).collect();
        may(&Viewer { reads, ..Viewer::default() })
    };
    match given {
        _ if may(&leading) => Standing::Leads,
        _ if may(&member) => Standing::Member,
        _ if by_role(|ground| *ground != Ground::Centre) => Standing::Everything(Role::AuthorityHr),
        _ if by_role(|ground| *ground == Ground::Centre) && by.roles.has(Role::Hr) => {
            Standing::Everything(Role::Hr)
        }
        _ if by_role(|ground| *ground == Ground::Centre) => Standing::Everything(Role::TopManager),
        // What is left is somebody's whom they stand in for, alone or together with what is above.
        Some((_, giver)) => Standing::Instead(*giver),
        None => Standing::Member,
    }
}

/// What people at a place wrote, in no order: only what was opened for reading. Where a wall keeps some of those there from the reader, none:
/// nothing says whose words are whose.
///
/// # Errors
/// A fault.
pub fn words(tx: &mut Tx<'_>, opened: &Opened, place: Place) -> Result<Vec<String>, Fault> {
    let Some(reading) = &opened.reading else { return Ok(Vec::new()) };
    let is_whole = !reading.published.walled.contains(&place) && reading.published.group(place).is_some();
    match opened.may_read(place) && is_whole {
        true => store::results::words(tx, opened.round.organisation, opened.round.id, place),
        false => Ok(Vec::new()),
    }
}

/// What an attacker finds who has everything that was published of a round, on both sides of every wall.
#[derive(Debug, Clone)]
pub struct Attack {
    /// How many figures were published.
    pub shown: usize,
    /// For each leaf at the place that is shown to the reader, the smallest group with its people that anything can be computed about.
    pub found: Vec<Result<Option<Computable>, DerivableError>>,
}

/// Attacks the leaves at a place that was opened for reading.
///
/// # Errors
/// A fault.
pub fn attack(tx: &mut Tx<'_>, opened: &Opened, place: Place) -> Result<Attack, Fault> {
    let reading = opened.reading.as_ref().filter(|_| opened.may_read(place)).ok_or(Fault::NotFound)?;
    let round = &opened.round;
    let all: Published;
    let is_walled = !opened.closed.leaves.is_empty();
    let published = match is_walled {
        false => &reading.published,
        true => {
            all = store::results::published(tx, round.organisation, round.id, &rules(round)?)?;
            &all
        }
    };
    let mut leaves = reading.published.leaves(place);
    if is_walled {
        leaves.retain(|leaf| reading.published.pools.iter().any(|pool| pool.contains(leaf)));
    }
    Ok(Attack {
        shown: published.shown().len() * published.questions.len(),
        found: published.computable_about(&leaves).unwrap_or_else(|unsure| vec![Err(unsure)]),
    })
}

/// Where somebody stands in a round, and what stands around them.
struct Sight {
    viewer: Viewer,
    /// Of what they lead there, what is another's, and whose.
    instead: Vec<(Place, PersonId)>,
    walls: Walls,
}

fn sight(tx: &mut Tx<'_>, by: &Actor, round: RoundId, today: Date) -> Result<Sight, Fault> {
    let mut reads = Vec::new();
    if by.roles.has(Role::Hr) || by.roles.has(Role::TopManager) {
        reads.push(Ground::Centre);
    }
    reads.extend(authorities::kept_by(tx, by, today)?.map(Ground::Authority));
    let key = (by.organisation, round);
    let (member_of, mut leads) = store::results::own_places(tx, key, by.person, today)?;
    let mut instead = store::delegations::places(tx, key, by.person, today)?;
    instead.retain(|(place, _)| !leads.contains(place));
    leads.extend(instead.iter().map(|(place, _)| *place));
    Ok(Sight { viewer: Viewer { reads, member_of, leads }, instead, walls: authorities::walls(tx, key)? })
}

/// The pools of a round, and of the one it is read beside, that a wall keeps from a reader.
#[derive(Debug, Clone, Default)]
struct ClosedTo {
    pools: [BTreeSet<usize>; 2],
    /// The leaves of those in the round itself.
    leaves: Vec<Vec<Place>>,
    /// The one before, where it was looked for.
    before: Option<Round>,
}

/// What is closed to a reader. An earlier round has its own walls, and what was released of this one was not released of that.
fn closed_to(
    tx: &mut Tx<'_>,
    by: &Actor,
    round: &Round,
    sight: &Sight,
    today: Date,
) -> Result<ClosedTo, Fault> {
    if !store::authorities::any_walls(tx, by.organisation)? {
        return Ok(ClosedTo::default());
    }
    let (here, leaves) = closed_pools(tx, round, sight)?;
    let before = before(tx, round)?;
    let there = match &before {
        Some(before) => closed_pools_of(tx, by, before, today)?,
        None => BTreeSet::new(),
    };
    Ok(ClosedTo { pools: [here, there], leaves, before })
}

/// The pools of a closed round that a wall keeps from somebody.
///
/// # Errors
/// A fault.
pub(crate) fn closed_pools_of(
    tx: &mut Tx<'_>,
    by: &Actor,
    round: &Round,
    today: Date,
) -> Result<BTreeSet<usize>, Fault> {
    if !store::authorities::any_walls(tx, by.organisation)? {
        return Ok(BTreeSet::new());
    }
    let sight = sight(tx, by, round.id, today)?;
    Ok(closed_pools(tx, round, &sight)?.0)
}

/// With their leaves.
fn closed_pools(
    tx: &mut Tx<'_>,
    round: &Round,
    sight: &Sight,
) -> Result<(BTreeSet<usize>, Vec<Vec<Place>>), Fault> {
    if sight.walls.is_empty() {
        return Ok(Default::default());
    }
    let key = (round.organisation, round.id);
    let nodes = store::rounds::tree(tx, key.0, key.1)?.len();
    let pools = store::results::pools(tx, key, nodes)?;
    let closed = sight.viewer.closed_pools(&pools, &sight.walls);
    let leaves = closed.iter().map(|pool| pools[*pool].clone()).collect();
    Ok((closed, leaves))
}

fn reading(tx: &mut Tx<'_>, shelf: &Shelf, round: &Round, closed: &ClosedTo) -> Result<Arc<Reading>, Fault> {
    let key = (round.organisation, round.id, None, closed.pools.clone());
    if let Some(reading) = shelf.find(&key) {
        return Ok(reading);
    }
    let published = store::results::published(tx, round.organisation, round.id, &rules(round)?)?;
    let before = match &closed.before {
        Some(before) => Some(before.clone()),
        None => before(tx, round)?,
    };
    let before = match before {
        Some(before) => {
            Some(store::results::published(tx, before.organisation, before.id, &rules(&before)?)?)
        }
        None => None,
    };
    let [here, there] = &closed.pools;
    let before = before.map(|before| before.without(there));
    let reading = Arc::new(Reading::new(published.without(here), before));
    shelf.put(key, reading.clone());
    Ok(reading)
}

/// The latest round before this one that asked the same sort of people some of the same.
fn before(tx: &mut Tx<'_>, round: &Round) -> Result<Option<Round>, Fault> {
    let key = round.organisation;
    let questions = store::rounds::questionnaire(tx, key, round.id)?;
    let questions: HashSet<String> = questions.on_a_scale().map(|one| one.code.to_string()).collect();
    let earlier = store::rounds::latest(tx, key)?.into_iter().filter(|(other, state)| {
        *state == RoundState::Closed && other.closes_at < round.closes_at && alike(other.reach, round.reach)
    });
    for (other, _) in earlier.take(ROUNDS_BACK) {
        let withheld =
            store::results::closing(tx, key, other.id)?.is_none_or(|closing| closing.withheld.is_some());
        let asked = store::rounds::questionnaire(tx, key, other.id)?;
        let common = asked.questions().iter().any(|one| questions.contains(&one.code.to_string()));
        if common && !withheld && shares_people(tx, round, &other)? {
            return Ok(Some(other));
        }
    }
    Ok(None)
}

/// Whether some unit was asked in both.
fn shares_people(tx: &mut Tx<'_>, round: &Round, other: &Round) -> Result<bool, Fault> {
    let now = store::rounds::members(tx, round.organisation, round.id)?;
    let then = store::rounds::members(tx, other.organisation, other.id)?;
    let then: HashSet<_> = then.iter().map(|one| &one.part).collect();
    Ok(now.iter().any(|one| then.contains(&one.part)))
}

/// Whether two rounds asked the same sort of people.
fn alike(one: Reach, other: Reach) -> bool {
    let sort = |reach| match reach {
        Reach::Unit | Reach::Subtree => 0,
        Reach::Managers => 1,
        Reach::Open => 2,
        Reach::Occupations => 3,
    };
    sort(one) == sort(other)
}
