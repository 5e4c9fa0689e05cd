//! People in, from the list that the HR system exports: brought, looked at, done, undone.
//!
//! What a list makes different is worked out anew each time it is looked at, and once more when it is done; only what was looked at
//! is done.

use std::fmt::Write;

use access::Actor;
use jiff::SignedDuration;
use people::{Chart, OrganisationId, PersonId};
use sha2::{Digest, Sha256};
use sheet::{Limits, Sheet, SheetError};
use stafflist::{IdentityNumbers, Known, Mapping, MappingError, Plan, StaffList};
pub use store::staff_lists::{Counts, StoredList};
use tokio::sync::Semaphore;

use crate::audit::{Act, note, note_itself};
use crate::{Desk, Fault, Tx};

/// From this age on a file goes when it is cleared next, and so is never older than the record of what is kept says.
const LIES: SignedDuration =
    SignedDuration::from_hours(::records::STAFF_LIST.as_hours() - ::records::CLEARED_EVERY.as_hours());

/// So many of the lists that were done are told of.
const TOLD: u32 = 20;
/// Longest file name that is kept, in characters.
const FILE_NAME: usize = 200;
/// Lists are large: they are read one after the other.
static READER: Semaphore = Semaphore::const_new(1);

/// Why a list is not done, or not undone.
#[derive(Debug, thiserror::Error)]
pub enum StaffListRefused {
    /// It is not there any more: done, called off, or a day old.
    #[error("the list is not there any more")]
    Gone,
    /// The file is not a sheet.
    #[error(transparent)]
    Sheet(#[from] SheetError),
    /// Personal identity numbers stand in it.
    #[error("personal identity numbers in row {}", .0.row)]
    IdentityNumbers(IdentityNumbers),
    /// It is not known what its columns mean.
    #[error("it is not known what the columns mean")]
    Mapping(Vec<MappingError>),
    /// What it makes different is not what was looked at: the organisation, or the meaning of the columns, has changed since.
    #[error("not what was looked at")]
    Different,
    /// It is odd, and nobody has said that it is right all the same.
    #[error("it is odd, and nobody has said that it is right")]
    Unsure,
    /// The organisation has changed since the list was done, or another was.
    #[error("the organisation has changed since")]
    Changed,
    /// People or units that came by the list stand in a round by now.
    #[error("a round has begun with it")]
    InARound,
    /// The machinery.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// A list that is being looked at.
pub struct Look {
    /// The file's name.
    pub file_name: String,
    /// What was read.
    pub sheet: Sheet,
    /// What its columns mean, as was said before or as their names suggest.
    pub mapping: Mapping,
    /// What it would make different; or why nobody can tell yet.
    pub plan: Result<Seen, StaffListRefused>,
}

/// What a list would make different, and a mark of it.
pub struct Seen {
    /// What.
    pub plan: Plan,
    /// Known again when the list is to be done: SHA-256 of what is shown, in hexadecimal.
    pub mark: String,
    /// Rows about employments that are over.
    pub past: u32,
}

/// Takes in a file to be looked at. It lies for a day at most.
///
/// # Errors
/// [`StaffListRefused::Sheet`] or [`StaffListRefused::IdentityNumbers`], and then nothing of it is kept; a fault.
pub async fn bring(
    desk: &Desk,
    by: Actor,
    file_name: &str,
    content: Vec<u8>,
) -> Result<i64, StaffListRefused> {
    keep(desk, by.organisation, Some(by.person), file_name, content).await
}

async fn keep(
    desk: &Desk,
    organisation: OrganisationId,
    by: Option<PersonId>,
    file_name: &str,
    content: Vec<u8>,
) -> Result<i64, StaffListRefused> {
    let content = off_the_road(move || {
        let sheet = sheet::read(&content, &Limits::LIST)?;
        match stafflist::identity_number_in(&sheet) {
            Some(numbers) => Err(StaffListRefused::IdentityNumbers(numbers)),
            None => Ok(content),
        }
    })
    .await?;
    let file_name = match file_name.trim() {
        "" => "-".to_owned(),
        name => name.chars().filter(|c| !c.is_control()).take(FILE_NAME).collect(),
    };
    desk.write(move |tx| {
        store::staff_lists::drop_old(tx, organisation, tx.now() - LIES)?;
        Ok(store::staff_lists::add(tx, organisation, &file_name, by, &content)?)
    })
    .await
}

/// What a list would make different.
///
/// # Errors
/// [`StaffListRefused::Gone`], [`StaffListRefused::Sheet`], a fault. What is wrong with its columns stands in [`Look::plan`].
pub async fn look(desk: &Desk, by: Actor, list: i64) -> Result<Look, StaffListRefused> {
    look_at(desk, by.organisation, list).await
}

async fn look_at(desk: &Desk, organisation: OrganisationId, list: i64) -> Result<Look, StaffListRefused> {
    let (found, before) = gather(desk, organisation, list).await?;
    let (said, today) = (before.columns, before.today);
    off_the_road(move || {
        let sheet = sheet::read(&found.content, &Limits::LIST)?;
        let mapping = mapping(&said, &sheet);
        let plan = seen(&sheet, &mapping, &before.chart, &before.known, today);
        Ok(Look { file_name: found.file_name, sheet, mapping, plan })
    })
    .await
}

/// Says what the columns of this organisation's lists mean.
///
/// # Errors
/// [`StaffListRefused::Mapping`] when no list can be read by it; [`StaffListRefused::Gone`], [`StaffListRefused::Sheet`], a fault.
pub async fn map(desk: &Desk, by: Actor, list: i64, mapping: Mapping) -> Result<(), StaffListRefused> {
    let wrong = mapping.check();
    if !wrong.is_empty() {
        return Err(StaffListRefused::Mapping(wrong));
    }
    let content = desk.read(move |tx| store::staff_lists::file(tx, by.organisation, list)).await?;
    let content = content.ok_or(StaffListRefused::Gone)?;
    let sheet = off_the_road(move || Ok(sheet::read(&content, &Limits::LIST)?)).await?;
    let said = mapping.to_remember(sheet.header());
    desk.write(move |tx| {
        store::staff_lists::set_columns(tx, by.organisation, &said)?;
        Ok(note(tx, &by, Act::ColumnsSaid.note().thing(list))?)
    })
    .await
}

/// Does what a list makes different, if that is still what `mark` was given for ([`Seen::mark`]). `sure`: somebody has said that it is right, however odd.
///
/// # Errors
/// [`StaffListRefused`], and nothing is done.
pub async fn carry_out(
    desk: &Desk,
    by: Actor,
    list: i64,
    mark: String,
    sure: bool,
) -> Result<Counts, StaffListRefused> {
    do_it(desk, by.organisation, Some(by), list, mark, sure).await
}

async fn do_it(
    desk: &Desk,
    organisation: OrganisationId,
    by: Option<Actor>,
    list: i64,
    mark: String,
    sure: bool,
) -> Result<Counts, StaffListRefused> {
    let (found, before) = gather(desk, organisation, list).await?;
    let today = before.today;
    let (plan, before_hash) = off_the_road(move || {
        let sheet = sheet::read(&found.content, &Limits::LIST)?;
        let seen = seen(&sheet, &mapping(&before.columns, &sheet), &before.chart, &before.known, today)?;
        if seen.plan.is_grave() && !sure {
            return Err(StaffListRefused::Unsure);
        }
        if seen.mark != mark {
            return Err(StaffListRefused::Different);
        }
        Ok((seen.plan, hash(&before.chart, &before.known)))
    })
    .await?;
    desk.write(move |tx| {
        let (chart, known) = everyone(tx, organisation)?;
        // Worked out beside the transaction: what it was worked out from must still be so.
        if hash(&chart, &known) != before_hash {
            return Err(StaffListRefused::Different);
        }
        if store::staff_lists::file(tx, organisation, list)?.is_none() {
            return Err(StaffListRefused::Gone);
        }
        let touched = plan.newcomers.iter().chain(&plan.renamed).map(|(id, _)| *id);
        store::staff_lists::keep_before(tx, organisation, list, touched, &plan.changes)?;
        store::staff_lists::set_people(tx, organisation, &plan.newcomers, &plan.renamed)?;
        store::chart::remember(tx, organisation, &plan.changes, today)?;
        let (chart, known) = everyone(tx, organisation)?;
        let counts = Counts::of(&plan.tally, plan.errors.len());
        store::staff_lists::set_done(tx, organisation, list, &counts, &hash(&chart, &known))?;
        let done = Act::StaffListDone.note().thing(list);
        match &by {
            Some(by) => note(tx, by, done)?,
            None => note_itself(tx, organisation, done)?,
        }
        Ok(counts)
    })
    .await
}

/// What became of a list that came by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nightly {
    /// It is done.
    Done(Counts),
    /// Somebody has to look at it: its columns are not known, rows of it could not be read, or it is odd.
    Waits,
}

/// Takes in a list that came by itself at night, and does it when nobody needs to look: every row could be read, and nothing is odd.
///
/// # Errors
/// [`StaffListRefused`]; nothing of it is kept when it is no sheet, or has personal identity numbers in it.
pub async fn take_nightly(
    desk: &Desk,
    file_name: &str,
    content: Vec<u8>,
) -> Result<Nightly, StaffListRefused> {
    let organisation = crate::access::host(desk).await?.ok_or(Fault::NotFound)?.id;
    let list = keep(desk, organisation, None, file_name, content).await?;
    match look_at(desk, organisation, list).await?.plan {
        Ok(seen) if seen.plan.errors.is_empty() && !seen.plan.is_grave() => {
            Ok(Nightly::Done(do_it(desk, organisation, None, list, seen.mark, false).await?))
        }
        Ok(_) | Err(StaffListRefused::Mapping(_)) => Ok(Nightly::Waits),
        Err(refused) => Err(refused),
    }
}

/// Lists that lie waiting for somebody to look at them, the latest first.
///
/// # Errors
/// A [`Fault`].
pub fn waiting(tx: &mut Tx<'_>, by: &Actor) -> Result<Vec<StoredList>, Fault> {
    store::staff_lists::waiting(tx, by.organisation)
}

/// Calls a list off: its file goes.
///
/// # Errors
/// A [`Fault`].
pub fn call_off(tx: &mut Tx<'_>, by: &Actor, list: i64) -> Result<(), Fault> {
    store::staff_lists::call_off(tx, by.organisation, list)
}

/// The organisation as a list, with the columns [`stafflist::EXPORTED`]; `hourly` is the word for pay by the hour.
///
/// # Errors
/// A [`Fault`].
pub fn export(
    tx: &mut Tx<'_>,
    by: &Actor,
    today: jiff::civil::Date,
    hourly: &str,
) -> Result<Vec<[String; 16]>, Fault> {
    let (chart, known) = everyone(tx, by.organisation)?;
    note(tx, by, Act::TookEveryone.note())?;
    Ok(stafflist::export(&chart, &known, today, hourly))
}

/// The lists that were done, the latest first, each with whether it can be undone.
///
/// # Errors
/// A [`Fault`].
pub fn done(tx: &mut Tx<'_>, by: &Actor) -> Result<Vec<(StoredList, bool)>, Fault> {
    let lists = store::staff_lists::done(tx, by.organisation, TOLD)?;
    let latest = lists.first().filter(|list| list.undone_at.is_none()).cloned();
    let can = match &latest {
        Some(latest) => can_be_undone(tx, by, latest)?.is_none(),
        None => false,
    };
    Ok(lists.into_iter().enumerate().map(|(place, list)| (list, can && place == 0)).collect())
}

/// Undoes the latest list: everything is as it was before, also what was before today.
///
/// # Errors
/// [`StaffListRefused::Gone`] when it is not the latest or is undone already, [`StaffListRefused::Changed`], [`StaffListRefused::InARound`].
pub fn undo(tx: &mut Tx<'_>, by: &Actor, list: i64) -> Result<(), StaffListRefused> {
    let latest = store::staff_lists::done(tx, by.organisation, 1)?;
    let Some(latest) = latest.into_iter().find(|it| it.id == list && it.undone_at.is_none()) else {
        return Err(StaffListRefused::Gone);
    };
    if let Some(refused) = can_be_undone(tx, by, &latest)? {
        return Err(refused);
    }
    store::staff_lists::undo(tx, by.organisation, list)?;
    Ok(note(tx, by, Act::StaffListUndone.note().thing(list))?)
}

/// Lets go of files that lay for a day, and of the way back from a list that was done long ago.
///
/// # Errors
/// A [`Fault`].
pub(crate) fn clear_old(tx: &mut Tx<'_>) -> Result<(), Fault> {
    let Some(organisation) = store::organisations::only(tx)?.map(|organisation| organisation.id) else {
        return Ok(());
    };
    store::staff_lists::drop_old(tx, organisation, tx.now() - LIES)?;
    let latest = store::staff_lists::done(tx, organisation, 1)?.pop().and_then(|list| list.done_at);
    if latest.is_some_and(|at| at < tx.now() - ::records::UNDOING) {
        store::staff_lists::forget_before(tx, organisation)?;
        store::staff_lists::forget_hashes(tx, organisation)?;
    }
    Ok(())
}

fn can_be_undone(
    tx: &mut Tx<'_>,
    by: &Actor,
    latest: &StoredList,
) -> Result<Option<StaffListRefused>, Fault> {
    let (chart, known) = everyone(tx, by.organisation)?;
    if latest.after_hash != Some(hash(&chart, &known)) {
        return Ok(Some(StaffListRefused::Changed));
    }
    let begun = store::staff_lists::is_in_a_round(tx, by.organisation, latest.id)?;
    Ok(begun.then_some(StaffListRefused::InARound))
}

struct Found {
    file_name: String,
    content: Vec<u8>,
}

struct Before {
    columns: Vec<(stafflist::Column, String)>,
    chart: Chart,
    known: Vec<Known>,
    today: jiff::civil::Date,
}

async fn gather(
    desk: &Desk,
    organisation: OrganisationId,
    list: i64,
) -> Result<(Found, Before), StaffListRefused> {
    let zone = crate::access::host(desk).await?.map_or_else(|| "UTC".to_owned(), |host| host.zone);
    let today = desk.today(&zone);
    desk.read(move |tx| {
        let content = store::staff_lists::file(tx, organisation, list)?.ok_or(StaffListRefused::Gone)?;
        let file_name = store::staff_lists::by_id(tx, organisation, list)?.file_name;
        let columns = store::staff_lists::columns(tx, organisation)?;
        let (chart, known) = everyone(tx, organisation)?;
        Ok((Found { file_name, content }, Before { columns, chart, known, today }))
    })
    .await
}

fn everyone(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<(Chart, Vec<Known>), Fault> {
    let mut chart = store::chart::tree(tx, organisation)?;
    store::chart::add_staff(tx, organisation, &mut chart)?;
    Ok((chart, store::staff_lists::known(tx, organisation)?))
}

/// What was said of columns with these names; where nothing was, what the names suggest.
fn mapping(said: &[(stafflist::Column, String)], sheet: &Sheet) -> Mapping {
    let remembered = Mapping::remembered(said, sheet.header());
    if remembered.check().is_empty() { remembered } else { Mapping::guess(sheet.header()) }
}

fn seen(
    sheet: &Sheet,
    mapping: &Mapping,
    chart: &Chart,
    known: &[Known],
    today: jiff::civil::Date,
) -> Result<Seen, StaffListRefused> {
    let wrong = mapping.check();
    if !wrong.is_empty() {
        return Err(StaffListRefused::Mapping(wrong));
    }
    let list = StaffList::read(sheet, mapping, today).map_err(StaffListRefused::IdentityNumbers)?;
    let plan = Plan::make(&list, chart, known, today, &mut crate::desk::fresh_id);
    let mut hasher = Hasher::default();
    // Ids are drawn anew each time; what is shown is the same.
    let _ = write!(hasher, "{:?}", (&plan.tally, &plan.errors, &plan.warnings));
    let mark = hasher.finish().iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(Seen { plan, mark, past: list.past })
}

fn hash(chart: &Chart, known: &[Known]) -> [u8; 32] {
    let mut leads: Vec<_> = chart.leads().copied().collect();
    leads.sort_unstable_by_key(|lead| (lead.unit, lead.person, lead.span));
    let mut hasher = Hasher::default();
    for part in chart.units() {
        let _ = write!(hasher, "{part:?}");
    }
    for part in chart.employments() {
        let _ = write!(hasher, "{part:?}");
    }
    let _ = write!(hasher, "{leads:?}{known:?}");
    hasher.finish()
}

/// SHA-256 of what is written.
#[derive(Default)]
struct Hasher(Sha256);

impl Hasher {
    fn finish(self) -> [u8; 32] {
        self.0.finalize().into()
    }
}

impl Write for Hasher {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        self.0.update(text.as_bytes());
        Ok(())
    }
}

/// Work that takes a while, where it does not stand in anybody's way; one piece at a time.
async fn off_the_road<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, StaffListRefused> + Send + 'static,
) -> Result<T, StaffListRefused> {
    let permit = READER.acquire().await.map_err(|_| Fault::Closed)?;
    let working = tokio::task::spawn_blocking(move || {
        let _permit = permit;
        work()
    });
    working.await.map_err(|_| Fault::Closed)?
}
