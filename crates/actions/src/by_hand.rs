//! People and units, found and changed by hand: for what no staff list says, or not yet.
//!
//! The rules are the chart's ([`people::Chart`]); what they refuse is nothing done.

use access::Actor;
use jiff::civil::Date;
use people::{
    AsOf, Change, Chart, Employment, EmploymentId, Lead, Member, Person, PersonId, Refused, Span, UnitFacts,
    UnitId, UnitSort,
};

use crate::audit::{Act, note};
use crate::desk::fresh_id;
use crate::{Fault, Tx};

/// So many are shown of those found.
pub const FOUND_AT_MOST: u32 = 50;
/// Words that are looked for; more narrow nothing down.
const WORDS: usize = 3;

/// Why something is not changed.
#[derive(Debug, thiserror::Error)]
pub enum ByHandRefused {
    /// The organisation's rules say no.
    #[error(transparent)]
    Rules(#[from] Refused),
    /// Another person has the address.
    #[error("another person has the address")]
    MailTaken,
    /// The machinery.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// Somebody who was looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Who.
    pub person: PersonId,
    /// Given and family name.
    pub name: String,
    /// Mail address.
    pub mail: Option<String>,
    /// The units they are employed in, by name.
    pub units: Vec<String>,
}

/// Those of whom every word of `looked_for` begins a name, the address or the key: at most [`FOUND_AT_MOST`], in no order, and
/// whether there are more.
///
/// # Errors
/// A [`Fault`].
pub fn find(tx: &mut Tx<'_>, by: &Actor, looked_for: &str, today: Date) -> Result<(Vec<Found>, bool), Fault> {
    let mut given = looked_for.split_whitespace().take(WORDS).map(str::to_owned);
    let words = std::array::from_fn(|_| given.next().unwrap_or_default());
    let mut named = store::people::find(tx, by.organisation, &words, FOUND_AT_MOST + 1)?;
    let more = named.len() > FOUND_AT_MOST as usize;
    named.truncate(FOUND_AT_MOST as usize);
    let mut chart = store::chart::tree(tx, by.organisation)?;
    for (person, ..) in &named {
        store::chart::add_work_of(tx, by.organisation, &mut chart, *person)?;
    }
    let then = chart.as_of(today);
    let units = |person: PersonId| {
        let work = chart.employments().filter(|it| it.person == person && it.span.holds(today));
        work.filter_map(|it| Some(then.unit(it.unit)?.name.clone())).collect()
    };
    let found =
        named.into_iter().map(|(person, name, mail)| Found { person, name, mail, units: units(person) });
    Ok((found.collect(), more))
}

/// A person with everything that can be changed by hand.
pub struct Whole {
    /// Who.
    pub person: Person,
    /// What the HR system calls them: the next list has the last word.
    pub key: Option<String>,
    /// What they were, are and will be employed as, the latest first, with the unit's name.
    pub work: Vec<(Employment, String)>,
    /// What they lead and will lead, with the unit's name.
    pub leads: Vec<(Lead, String)>,
}

/// A person with everything that can be changed by hand.
///
/// # Errors
/// [`Fault::NotFound`] without one.
pub fn person(tx: &mut Tx<'_>, by: &Actor, person: PersonId, today: Date) -> Result<Whole, Fault> {
    let who = store::people::by_id(tx, by.organisation, person)?;
    let key = store::people::key_of(tx, by.organisation, person)?;
    let mut chart = store::chart::tree(tx, by.organisation)?;
    store::chart::add_work_of(tx, by.organisation, &mut chart, person)?;
    let mut work: Vec<_> =
        chart.employments().map(|it| (it.clone(), name_of(&chart, it.unit, today))).collect();
    work.sort_by_key(|(it, _)| std::cmp::Reverse((it.span.to().is_none(), it.span.from())));
    let mut leads: Vec<_> =
        chart.leads().filter(|lead| lead.person == person && lead.span.after(today).is_some()).collect();
    leads.sort_by_key(|lead| (lead.span, lead.unit));
    let leads = leads.into_iter().map(|lead| (*lead, name_of(&chart, lead.unit, today))).collect();
    Ok(Whole { person: who, key, work, leads })
}

/// The units of today, each with the way to it from below the top: `Vård och omsorg / Hemtjänst Åsen`. The top has its own name. In
/// no order.
///
/// # Errors
/// A [`Fault`].
pub fn units(tx: &mut Tx<'_>, by: &Actor, today: Date) -> Result<Vec<(UnitId, String)>, Fault> {
    let chart = store::chart::tree(tx, by.organisation)?;
    let then = chart.as_of(today);
    Ok(then.units().into_iter().map(|(unit, _)| (unit, way_to(&then, unit))).collect())
}

/// The top of the tree.
///
/// # Errors
/// [`Fault::NotFound`] when there is none today.
pub fn top(tx: &mut Tx<'_>, by: &Actor, today: Date) -> Result<UnitId, Fault> {
    let chart = store::chart::tree(tx, by.organisation)?;
    let then = chart.as_of(today);
    let top = then.units().into_iter().find(|(_, facts)| facts.parent.is_none());
    top.map(|(unit, _)| unit).ok_or(Fault::NotFound)
}

/// A unit with what can be changed by hand.
pub struct WholeUnit {
    /// What it is today.
    pub facts: UnitFacts,
    /// What the HR system calls it: the next list has the last word.
    pub key: Option<String>,
    /// The way to it from below the top.
    pub way: String,
    /// Who is in it today, with name.
    pub staff: Vec<(Member, String)>,
    /// Who was given it to lead, with name.
    pub leads: Vec<(Lead, String)>,
    /// The units right below it, with name.
    pub below: Vec<(UnitId, String)>,
    /// Since when it is the top of an authority, if it is.
    pub authority_since: Option<Date>,
}

/// A unit with what can be changed by hand.
///
/// # Errors
/// [`Fault::NotFound`] when it is not there today.
pub fn unit(tx: &mut Tx<'_>, by: &Actor, unit: UnitId, today: Date) -> Result<WholeUnit, Fault> {
    let mut chart = store::chart::tree(tx, by.organisation)?;
    store::chart::add_staff_of(tx, by.organisation, &mut chart, unit)?;
    let then = chart.as_of(today);
    let facts = then.unit(unit).ok_or(Fault::NotFound)?.clone();
    let mut named = |person| Ok::<_, Fault>(store::people::by_id(tx, by.organisation, person)?.name());
    let staff =
        then.staff(unit).into_iter().map(|it| Ok((it, named(it.person)?))).collect::<Result<_, Fault>>()?;
    let leads =
        then.leads(unit).into_iter().map(|it| Ok((*it, named(it.person)?))).collect::<Result<_, Fault>>()?;
    let below = then.children(unit).iter().map(|it| (*it, name_of(&chart, *it, today))).collect();
    let key = chart.unit(unit).and_then(|life| life.key()).map(str::to_owned);
    let way = way_to(&then, unit);
    let authorities = store::authorities::all(tx, by.organisation)?;
    let authority_since = authorities.into_iter().find(|(top, _)| *top == unit).map(|(_, since)| since);
    Ok(WholeUnit { facts, key, way, staff, leads, below, authority_since })
}

/// What is said of a new person: names of 1..=100 characters, an address in lower case or none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// Given name.
    pub given: String,
    /// Family name.
    pub family: String,
    /// Mail address.
    pub mail: Option<String>,
}

/// What is said of a new employment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Work {
    /// Where.
    pub unit: UnitId,
    /// As what.
    pub occupation: Option<people::Occupation>,
    /// Of full time, in per cent.
    pub extent_percent: u32,
    /// Paid by the hour.
    pub hourly: bool,
    /// First day.
    pub from: Date,
}

/// Adds a person with their first employment.
///
/// # Errors
/// [`ByHandRefused`].
pub fn add_person(
    tx: &mut Tx<'_>,
    by: &Actor,
    name: &Name,
    work: &Work,
    today: Date,
) -> Result<PersonId, ByHandRefused> {
    let id = PersonId(tx.fresh_id()?);
    let Name { given, family, mail } = name.clone();
    let (given_name, family_name, organisation) = (given, family, by.organisation);
    let person = Person { id, organisation, given_name, family_name, mail, language: None, scheme: None };
    store::people::add(tx, &person).map_err(taken)?;
    employ_in(tx, by, id, work, today)?;
    note(tx, by, Act::PersonAdded.of(id).at(work.unit))?;
    Ok(id)
}

/// Gives a person another name or address.
///
/// # Errors
/// [`ByHandRefused::MailTaken`], a fault.
pub fn rename_person(
    tx: &mut Tx<'_>,
    by: &Actor,
    person: PersonId,
    name: &Name,
) -> Result<(), ByHandRefused> {
    let Name { given, family, mail } = name;
    store::people::set_name(tx, by.organisation, person, given, family, mail.as_deref()).map_err(taken)?;
    Ok(note(tx, by, Act::PersonRenamed.of(person))?)
}

/// Employs somebody.
///
/// # Errors
/// [`ByHandRefused`].
pub fn employ(
    tx: &mut Tx<'_>,
    by: &Actor,
    person: PersonId,
    work: &Work,
    today: Date,
) -> Result<(), ByHandRefused> {
    employ_in(tx, by, person, work, today)?;
    Ok(note(tx, by, Act::Employed.of(person).at(work.unit))?)
}

fn employ_in(
    tx: &mut Tx<'_>,
    by: &Actor,
    person: PersonId,
    work: &Work,
    today: Date,
) -> Result<(), ByHandRefused> {
    let Work { unit, occupation, extent_percent, hourly, from } = work.clone();
    let (id, key, span, leave) = (EmploymentId(tx.fresh_id()?), None, Span::since(from), Vec::new());
    let employment = Employment { id, key, person, unit, occupation, extent_percent, hourly, span, leave };
    altered(tx, by, today, |chart| Ok(((), chart.employ(employment)?)))
}

/// Moves an employment to another unit from a day on.
///
/// # Errors
/// [`ByHandRefused`].
pub fn move_employment(
    tx: &mut Tx<'_>,
    by: &Actor,
    employment: EmploymentId,
    to: UnitId,
    on: Date,
    today: Date,
) -> Result<(), ByHandRefused> {
    let person = altered(tx, by, today, |chart| {
        let changes = chart.move_employment(employment, to, on, EmploymentId(fresh_id()))?;
        Ok((whose(chart, employment)?, changes))
    })?;
    Ok(note(tx, by, Act::EmploymentMoved.of(person).at(to))?)
}

/// Ends an employment: `last` is its last day.
///
/// # Errors
/// [`ByHandRefused`].
pub fn end_employment(
    tx: &mut Tx<'_>,
    by: &Actor,
    employment: EmploymentId,
    last: Date,
    today: Date,
) -> Result<(), ByHandRefused> {
    let on = last.tomorrow().map_err(|_| Refused::Backwards)?;
    let person = altered(tx, by, today, |chart| {
        let changes = chart.end_employment(employment, on)?;
        Ok((whose(chart, employment)?, changes))
    })?;
    Ok(note(tx, by, Act::EmploymentEnded.of(person))?)
}

/// Notes leave, from its first day to its last, if that is known.
///
/// # Errors
/// [`ByHandRefused`].
pub fn go_on_leave(
    tx: &mut Tx<'_>,
    by: &Actor,
    employment: EmploymentId,
    from: Date,
    last: Option<Date>,
    today: Date,
) -> Result<(), ByHandRefused> {
    let to = last.map(|last| last.tomorrow().map_err(|_| Refused::Backwards)).transpose()?;
    let leave = Span::new(from, to).ok_or(Refused::Backwards)?;
    let person = altered(tx, by, today, |chart| {
        let changes = chart.go_on_leave(employment, leave)?;
        Ok((whose(chart, employment)?, changes))
    })?;
    Ok(note(tx, by, Act::LeaveNoted.of(person))?)
}

/// Gives somebody a unit to lead from a day on.
///
/// # Errors
/// [`ByHandRefused`].
pub fn appoint(
    tx: &mut Tx<'_>,
    by: &Actor,
    person: PersonId,
    unit: UnitId,
    acting: bool,
    from: Date,
    today: Date,
) -> Result<(), ByHandRefused> {
    altered(tx, by, today, |chart| {
        Ok(((), chart.appoint(Lead { unit, person, acting, span: Span::since(from) })?))
    })?;
    Ok(note(tx, by, Act::LeadGiven.of(person).at(unit))?)
}

/// Takes a unit from whoever leads it, from today on.
///
/// # Errors
/// [`ByHandRefused`].
pub fn dismiss(
    tx: &mut Tx<'_>,
    by: &Actor,
    person: PersonId,
    unit: UnitId,
    today: Date,
) -> Result<(), ByHandRefused> {
    altered(tx, by, today, |chart| Ok(((), chart.dismiss(unit, person, today)?)))?;
    Ok(note(tx, by, Act::LeadTaken.of(person).at(unit))?)
}

/// Opens a unit below another from a day on.
///
/// # Errors
/// [`ByHandRefused`].
pub fn open_unit(
    tx: &mut Tx<'_>,
    by: &Actor,
    parent: UnitId,
    name: &str,
    sort: UnitSort,
    from: Date,
    today: Date,
) -> Result<UnitId, ByHandRefused> {
    let unit = UnitId(tx.fresh_id()?);
    let facts = UnitFacts { parent: Some(parent), name: name.to_owned(), sort, sites: 1 };
    altered(tx, by, today, |chart| Ok(((), chart.open_unit(unit, None, from, facts)?)))?;
    note(tx, by, Act::UnitOpened.at(unit))?;
    Ok(unit)
}

/// The unit has another name from a day on.
///
/// # Errors
/// [`ByHandRefused`].
pub fn rename_unit(
    tx: &mut Tx<'_>,
    by: &Actor,
    unit: UnitId,
    name: &str,
    on: Date,
    today: Date,
) -> Result<(), ByHandRefused> {
    altered(tx, by, today, |chart| Ok(((), chart.rename_unit(unit, name, on)?)))?;
    Ok(note(tx, by, Act::UnitRenamed.at(unit))?)
}

/// The unit belongs to another from a day on.
///
/// # Errors
/// [`ByHandRefused`].
pub fn move_unit(
    tx: &mut Tx<'_>,
    by: &Actor,
    unit: UnitId,
    parent: UnitId,
    on: Date,
    today: Date,
) -> Result<(), ByHandRefused> {
    altered(tx, by, today, |chart| Ok(((), chart.move_unit(unit, parent, on)?)))?;
    Ok(note(tx, by, Act::UnitMoved.at(unit))?)
}

/// The unit becomes part of another from a day on: its people and what lies below it go there.
///
/// # Errors
/// [`ByHandRefused`].
pub fn merge_unit(
    tx: &mut Tx<'_>,
    by: &Actor,
    unit: UnitId,
    into: UnitId,
    on: Date,
    today: Date,
) -> Result<(), ByHandRefused> {
    altered(tx, by, today, |chart| {
        Ok(((), chart.merge_units(&[unit], into, on, &mut || EmploymentId(fresh_id()))?))
    })?;
    Ok(note(tx, by, Act::UnitMerged.at(unit))?)
}

/// Closes a unit: `last` is its last day.
///
/// # Errors
/// [`ByHandRefused`].
pub fn close_unit(
    tx: &mut Tx<'_>,
    by: &Actor,
    unit: UnitId,
    last: Date,
    today: Date,
) -> Result<(), ByHandRefused> {
    let on = last.tomorrow().map_err(|_| Refused::Backwards)?;
    altered(tx, by, today, |chart| Ok(((), chart.close_unit(unit, on)?)))?;
    Ok(note(tx, by, Act::UnitClosed.at(unit))?)
}

/// Lets the rules do something to the whole organisation, and remembers what they changed; what the act gives beside the changes.
fn altered<T>(
    tx: &mut Tx<'_>,
    by: &Actor,
    today: Date,
    act: impl FnOnce(&mut Chart) -> Result<(T, Vec<Change>), Refused>,
) -> Result<T, ByHandRefused> {
    let mut chart = store::chart::tree(tx, by.organisation)?;
    store::chart::add_staff(tx, by.organisation, &mut chart)?;
    let (given, changes) = act(&mut chart)?;
    store::chart::remember(tx, by.organisation, &changes, today)?;
    Ok(given)
}

/// Whose an employment is.
fn whose(chart: &Chart, employment: EmploymentId) -> Result<PersonId, Refused> {
    let found = chart.employments().find(|it| it.id == employment);
    found.map(|it| it.person).ok_or(Refused::NoEmployment)
}

fn taken(fault: Fault) -> ByHandRefused {
    if fault.already_there() { ByHandRefused::MailTaken } else { fault.into() }
}

/// What a unit is called on a day; of one that is not there then, what it was or will be.
fn name_of(chart: &Chart, unit: UnitId, day: Date) -> String {
    let Some(life) = chart.unit(unit) else { return String::new() };
    let facts = life.on(day).or_else(|| life.versions().last().map(|(_, facts)| facts));
    facts.map(|facts| facts.name.clone()).unwrap_or_default()
}

fn way_to(then: &AsOf<'_>, unit: UnitId) -> String {
    let path = then.path(unit);
    let below_top = if path.len() > 1 { &path[1..] } else { &path[..] };
    let names = below_top.iter().filter_map(|unit| Some(then.unit(*unit)?.name.as_str()));
    names.collect::<Vec<_>>().join(" / ")
}
