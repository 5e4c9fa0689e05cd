//! Reading what was released of a round: whose it is to read, and what may be said of it.

use std::collections::{HashSet, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

use ::audit::Line;
use ::pulse::{ClosedRound, Place, Questionnaire, Reach, Reading, Round, RoundId, RoundState, Viewer};
use access::{Actor, Role, Roles};
use jiff::civil::Date;
use people::{OrganisationId, PersonId};

use crate::audit::Act;
use crate::closing::rules;
use crate::{Desk, Fault, Tx};

/// Readings kept at hand: what was released never changes, and working it out takes longer than anything else on the page.
const MOST_KEPT: usize = 16;
/// How many rounds back something comparable is looked for.
const ROUNDS_BACK: usize = 12;

/// Readings that were worked out already.
#[derive(Debug, Clone, Default)]
pub struct Shelf(Arc<Mutex<Kept>>);

/// A round, and whose; beside the round before it that is named, or else beside the latest comparable one.
type Key = (OrganisationId, RoundId, Option<RoundId>);
/// The one put there last stands last.
type Kept = VecDeque<(Key, Arc<Reading>)>;

impl Shelf {
    pub(crate) fn find(&self, key: Key) -> Option<Arc<Reading>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.iter().find(|(of, _)| *of == key).map(|(_, reading)| reading.clone())
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
    /// What may be said; `None` where nothing was published.
    pub reading: Option<Arc<Reading>>,
    /// What lets them read it.
    pub standing: Standing,
}

/// What lets somebody read what is shown at a place: the nearest reason there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// They lead it, or a unit around it.
    Leads,
    /// They are one of those it is about.
    Member,
    /// They read everything: HR or the top manager.
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
        let (viewer, _) = viewer(tx, by, round.id, today)?;
        let Some(home) = viewer.home() else { continue };
        let Some(closing) = store::results::closing(tx, by.organisation, round.id)? else { continue };
        let name = store::rounds::node_at(tx, by.organisation, round.id, home)?.name;
        found.push(Closed { round, closing, viewer, home: Some((home, name)) });
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
    let (viewer, instead) = viewer(tx, by, round.id, today)?;
    let reading = match closing.withheld {
        None => Some(reading(tx, shelf, &round)?),
        Some(_) => None,
    };
    let may = match &reading {
        Some(reading) => viewer.may_read(&reading.published, place),
        None => viewer.home().is_some(),
    };
    if !may {
        return Err(Fault::NotFound);
    }
    let questionnaire = store::rounds::questionnaire(tx, by.organisation, round.id)?;
    let standing = standing(by, &viewer, &instead, |viewer| match &reading {
        Some(reading) => viewer.may_read(&reading.published, place),
        None => viewer.home().is_some(),
    });
    Ok(Opened { round, closing, viewer, questionnaire, reading, standing })
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
    match given {
        _ if may(&leading) => Standing::Leads,
        _ if may(&member) => Standing::Member,
        Some((_, giver)) if !viewer.everything => Standing::Instead(*giver),
        _ if by.roles.has(Role::Hr) => Standing::Everything(Role::Hr),
        _ => Standing::Everything(Role::TopManager),
    }
}

/// What people at a place wrote, in no order. Only for whoever may read the place: [`open`] is asked first.
///
/// # Errors
/// A fault.
pub fn words(tx: &mut Tx<'_>, by: &Actor, round: RoundId, place: Place) -> Result<Vec<String>, Fault> {
    store::results::words(tx, by.organisation, round, place)
}

/// Where somebody stands in a round; and of what they lead there, what is another's, and whose.
fn viewer(
    tx: &mut Tx<'_>,
    by: &Actor,
    round: RoundId,
    today: Date,
) -> Result<(Viewer, Vec<(Place, PersonId)>), Fault> {
    let everything = by.roles.has(Role::Hr) || by.roles.has(Role::TopManager);
    let key = (by.organisation, round);
    let (member_of, mut leads) = store::results::own_places(tx, key, by.person, today)?;
    let mut instead = store::delegations::places(tx, key, by.person, today)?;
    instead.retain(|(place, _)| !leads.contains(place));
    leads.extend(instead.iter().map(|(place, _)| *place));
    Ok((Viewer { everything, member_of, leads }, instead))
}

fn reading(tx: &mut Tx<'_>, shelf: &Shelf, round: &Round) -> Result<Arc<Reading>, Fault> {
    let key = (round.organisation, round.id, None);
    if let Some(reading) = shelf.find(key) {
        return Ok(reading);
    }
    let published = store::results::published(tx, key.0, key.1, &rules(round)?)?;
    let before = before(tx, round, &published.questions)?;
    let reading = Arc::new(Reading::new(published, before));
    shelf.put(key, reading.clone());
    Ok(reading)
}

/// The latest round before this one that asked the same sort of people some of the same.
fn before(tx: &mut Tx<'_>, round: &Round, questions: &[String]) -> Result<Option<::pulse::Published>, Fault> {
    let key = round.organisation;
    let earlier = store::rounds::latest(tx, key)?.into_iter().filter(|(other, state)| {
        *state == RoundState::Closed && other.closes_at < round.closes_at && alike(other.reach, round.reach)
    });
    for (other, _) in earlier.take(ROUNDS_BACK) {
        let withheld =
            store::results::closing(tx, key, other.id)?.is_none_or(|closing| closing.withheld.is_some());
        let asked = store::rounds::questionnaire(tx, key, other.id)?;
        let common = asked.questions().iter().any(|one| questions.contains(&one.code.to_string()));
        if common && !withheld && shares_people(tx, round, &other)? {
            return store::results::published(tx, key, other.id, &rules(&other)?).map(Some);
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
