//! The log: each action says here what it does; looks at results are noted; the clockwork puts all of it into the chain.
//!
//! What is done is written in the transaction that does it, into a table that nobody has to wait for. A moment later the clockwork puts what
//! waits there into the chain, many lines at a time. Were the chain itself written by every action, all of them would touch its one last line:
//! on PostgreSQL a staff list of seconds would lose its race against every page that somebody looks at meanwhile.

mod concerning;

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

pub use ::audit::{Act, Detail, Kind};
use ::audit::{Broken, Line, Note};
use access::Actor;
use jiff::Span;
use people::{OrganisationId, PersonId};
pub use store::audit::{Chained, Which};

pub(crate) use self::concerning::about;
pub use self::concerning::{SHOWN, Seen, SeenPage, done_to, looks};

use crate::desk::fresh_id;
use crate::{Desk, Fault, Keys, Tx};

/// So many lines are put into the chain in one transaction.
const AT_ONCE: u32 = 500;
/// So many looks wait in memory at most, while the database does not take them.
const MOST_LOOKS: usize = 20_000;
/// So many lines are read at a time when all are.
const READ_AT_ONCE: u32 = 5_000;

/// Notes what somebody does, in the transaction that does it.
///
/// # Errors
/// A fault.
pub fn note(tx: &mut Tx<'_>, by: &Actor, note: Note) -> Result<(), Fault> {
    note_for(tx, by, None, note)
}

/// As [`note`], by somebody who stands in for another.
///
/// # Errors
/// A fault.
pub(crate) fn note_for(
    tx: &mut Tx<'_>,
    by: &Actor,
    behalf: Option<PersonId>,
    note: Note,
) -> Result<(), Fault> {
    let line = Line { behalf, ..Line::by(by, note, tx.now(), tx.fresh_id()?) };
    store::audit::add(tx, &line)
}

/// Notes what Pejling does by itself.
///
/// # Errors
/// A fault.
pub(crate) fn note_itself(tx: &mut Tx<'_>, organisation: OrganisationId, note: Note) -> Result<(), Fault> {
    let line = Line::by_itself(organisation, note, tx.now(), tx.fresh_id()?);
    store::audit::add(tx, &line)
}

/// Looks that are not written yet: within a second or two the clockwork does it.
#[derive(Clone, Default)]
pub struct Looks(Arc<Mutex<VecDeque<Line>>>);

impl Looks {
    fn add(&self, line: Line) {
        let mut looks = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if looks.len() >= MOST_LOOKS {
            looks.pop_front();
            tracing::error!(
                "the database takes nothing, and more looks are waiting than can: one was not noted"
            );
        }
        looks.push_back(line);
    }

    fn take(&self) -> Vec<Line> {
        let mut looks = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let some = looks.len().min(AT_ONCE as usize);
        looks.drain(..some).collect()
    }

    /// Those that could not be written stand first again.
    fn put_back(&self, lines: Vec<Line>) {
        let mut looks = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for line in lines.into_iter().rev() {
            looks.push_front(line);
        }
    }
}

/// Notes a look in a moment, and lets nobody wait for it: for looks at what is one's own.
pub fn note_soon(desk: &Desk, by: &Actor, note: Note) {
    desk.looks.add(Line::by(by, note, desk.now(), fresh_id()));
}

/// Notes a look before anything is shown: where somebody looks at what others said, and where figures are taken along.
pub(crate) async fn note_look(desk: &Desk, line: Line, at_once: bool) -> Result<(), Fault> {
    if !at_once {
        desk.looks.add(line);
        return Ok(());
    }
    desk.write(move |tx| store::audit::add(tx, &line)).await
}

/// Writes the looks that wait in memory, and puts everything that waits into the chain. Every second, and once more when everything ends.
///
/// # Errors
/// A fault: what was not done is done next time.
pub async fn settle(desk: &Desk) -> Result<(), Fault> {
    loop {
        let looks = desk.looks.take();
        if looks.is_empty() {
            break;
        }
        let lines = looks.clone();
        let written =
            desk.write(move |tx| lines.iter().try_for_each(|line| store::audit::add(tx, line))).await;
        if let Err(fault) = written {
            desk.looks.put_back(looks);
            return Err(fault);
        }
    }
    let waiting = desk.read(|tx| match store::organisations::only(tx)? {
        Some(host) => Ok::<_, Fault>(store::audit::is_waiting(tx, host.id)?.then_some(host.id)),
        None => Ok(None),
    });
    let Some(organisation) = waiting.await? else { return Ok(()) };
    while desk.write(move |tx| store::audit::put_into_chain(tx, organisation, AT_ONCE)).await? == AT_ONCE {}
    Ok(())
}

/// Lets go of lines that were kept long enough, and seals the chain as it is now. Every night.
///
/// # Errors
/// A fault: tried again.
pub async fn keep_the_night(desk: &Desk) -> Result<(), Fault> {
    let Some(host) = crate::access::host(desk).await? else { return Ok(()) };
    let organisation = host.id;
    let today = desk.today(&host.zone).saturating_sub(Span::new().months(::records::LOG_MONTHS));
    let before = today.to_zoned(host.time_zone()).map_or(jiff::Timestamp::MIN, |day| day.timestamp());
    settle(desk).await?;
    desk.write(move |tx| match store::audit::cut(tx, organisation, before)? {
        Some(stays) => {
            let number = i64::try_from(stays).unwrap_or(i64::MAX);
            note_itself(tx, organisation, Act::LogCut.note().thing(number))
        }
        None => Ok(()),
    })
    .await?;
    settle(desk).await?;
    let keys = desk.keys.clone();
    let chain = desk.write(move |tx| {
        let chain = store::audit::chain(tx, organisation)?;
        let seal = keys.seal_of_log(organisation, chain.last, &chain.hash);
        store::audit::seal(tx, organisation, chain.last, &seal)?;
        Ok::<_, Fault>(chain)
    });
    let chain = chain.await?;
    // Where this log goes is another place: whoever shortens the chain must reach that too.
    tracing::info!(line = chain.last, hash = hex(&chain.hash), "the log is sealed");
    Ok(())
}

/// What was found of a chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// The number of the first line there is.
    pub first: u64,
    /// The number of the last line; less than `first` while there is none.
    pub last: u64,
    /// The hash of the last line, in hexadecimal.
    pub hash: String,
    /// What is wrong.
    pub trouble: Option<LogTrouble>,
}

/// What is wrong with the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LogTrouble {
    /// The chain itself.
    #[error("{0}")]
    Chain(Broken),
    /// It is not the chain that was sealed on some night.
    #[error("up to line {0} it is not what was sealed, or the key file is another")]
    Seal(u64),
    /// A line says something that no program of ours writes.
    #[error("a line after {0} cannot be read")]
    Unreadable(u64),
}

/// Reads the whole chain, from its first line to its last, and holds it to the last seal.
///
/// # Errors
/// A fault of the machinery. What is wrong with the chain is no fault.
pub async fn verify(desk: &Desk) -> Result<Option<Verified>, Fault> {
    let Some(host) = crate::access::host(desk).await? else { return Ok(None) };
    let (organisation, keys) = (host.id, desk.keys.clone());
    desk.read(move |tx| verify_in(tx, organisation, &keys)).await.map(Some)
}

fn verify_in(tx: &mut Tx<'_>, organisation: OrganisationId, keys: &Keys) -> Result<Verified, Fault> {
    let chain = store::audit::chain(tx, organisation)?;
    let sealed = store::audit::sealed(tx, organisation)?;
    let mut reading = chain.read();
    let mut verified =
        Verified { first: chain.first, last: chain.last, hash: hex(&chain.hash), trouble: None };
    let mut next = 0;
    // Of what was sealed on a night that has been cut off since, the cut is the end.
    let mut held = sealed.is_none_or(|(number, seal)| {
        number + 1 == chain.first && seal == keys.seal_of_log(organisation, number, &chain.before)
    });
    let trouble = loop {
        let lines = match store::audit::from(tx, organisation, next, READ_AT_ONCE) {
            Ok(lines) => lines,
            Err(Fault::Unreadable { .. }) => break Some(LogTrouble::Unreadable(next)),
            Err(fault) => return Err(fault),
        };
        let broken = lines.iter().find_map(|it| reading.line(&it.line, (it.number, &it.hash)).err());
        if let Some(broken) = broken {
            break Some(LogTrouble::Chain(broken));
        }
        if let Some((number, seal)) = sealed {
            let line = lines.iter().find(|it| it.number == number);
            held |= line.is_some_and(|it| seal == keys.seal_of_log(organisation, number, &it.hash));
        }
        match lines.last() {
            Some(last) => next = last.number + 1,
            None => break reading.end().err().map(LogTrouble::Chain),
        }
    };
    let unsealed = sealed.filter(|_| !held).map(|(number, _)| LogTrouble::Seal(number));
    verified.trouble = trouble.or(unsealed);
    Ok(verified)
}

/// Lines from a number on, as they are taken along by whoever runs the installation: text and hash.
///
/// # Errors
/// A fault.
pub async fn lines_from(desk: &Desk, first: u64) -> Result<Vec<(u64, String, String)>, Fault> {
    let Some(host) = crate::access::host(desk).await? else { return Ok(Vec::new()) };
    let lines = desk.read(move |tx| store::audit::from(tx, host.id, first, READ_AT_ONCE)).await?;
    Ok(lines.into_iter().map(|it| (it.number, it.line.text(it.number), hex(&it.hash))).collect())
}

/// Lines of the log for the data protection officer, the latest first.
///
/// # Errors
/// A fault.
pub fn read(tx: &mut Tx<'_>, by: &Actor, which: &Which) -> Result<Vec<Told>, Fault> {
    let lines = store::audit::back(tx, by.organisation, which)?;
    lines.into_iter().map(|it| told(tx, it)).collect()
}

/// A line with the names of what it is about, as they are now. `None` where there was somebody or something, and no name is left.
#[derive(Debug, Clone)]
pub struct Told {
    /// The line.
    pub it: Chained,
    /// Who did it.
    pub actor: Option<String>,
    /// In whose place.
    pub behalf: Option<String>,
    /// To whom.
    pub person: Option<String>,
    /// In which unit.
    pub unit: Option<String>,
    /// In which round.
    pub round: Option<String>,
    /// In which group.
    pub place: Option<String>,
}

pub(crate) fn told(tx: &mut Tx<'_>, it: Chained) -> Result<Told, Fault> {
    let line = &it.line;
    let key = line.organisation;
    let (actor, behalf, person) =
        (name_of(tx, key, line.actor)?, name_of(tx, key, line.behalf)?, name_of(tx, key, line.person)?);
    let unit = match line.unit {
        Some(unit) => found(store::organisations::unit_name(tx, key, unit))?,
        None => None,
    };
    let round = match line.round {
        Some(round) => store::rounds::find(tx, key, round)?.map(|(round, _)| round.name),
        None => None,
    };
    let place = match (line.round, line.place) {
        (Some(round), Some(place)) => {
            found(store::rounds::node_at(tx, key, round, place))?.map(|node| node.name)
        }
        _ => None,
    };
    Ok(Told { actor, behalf, person, unit, round, place, it })
}

/// What somebody is called; `None` when they were forgotten.
pub(crate) fn name_of(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    person: Option<PersonId>,
) -> Result<Option<String>, Fault> {
    let Some(person) = person else { return Ok(None) };
    if store::people::is_nameless(tx, organisation, person)? {
        return Ok(None);
    }
    Ok(found(store::people::by_id(tx, organisation, person))?.map(|person| person.name()))
}

fn found<T>(looked: Result<T, Fault>) -> Result<Option<T>, Fault> {
    match looked {
        Ok(it) => Ok(Some(it)),
        Err(Fault::NotFound) => Ok(None),
        Err(fault) => Err(fault),
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
