//! Deputies: somebody acts for somebody else, in one stated part, from a day to a day. Never in what is a manager's own.

use access::{Actor, Delegation, Part, Role};
use jiff::Timestamp;
use jiff::civil::Date;
use people::UnitId;

use crate::audit::{Act, note};
use crate::{Fault, Tx};

/// Why nobody was named.
#[derive(Debug, thiserror::Error)]
pub enum DeputyRefused {
    /// Only what one may do oneself is given: a manager's unit, HR's people.
    #[error("not theirs to give")]
    NotYours,
    /// Nobody has that address.
    #[error("nobody has that address")]
    Nobody,
    /// Nobody is their own deputy.
    #[error("nobody is their own deputy")]
    Oneself,
    /// The days are over, the wrong way round, or more than a year.
    #[error("the days do not fit")]
    Days,
    /// The machinery.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// A deputy as somebody means to name one.
#[derive(Debug, Clone)]
pub struct NewDeputy {
    /// Whose address.
    pub mail: String,
    /// In what.
    pub part: Part,
    /// Of which unit; `None` for people.
    pub unit: Option<UnitId>,
    /// From this day.
    pub first_day: Date,
    /// To this day.
    pub last_day: Date,
}

/// A delegation with the names of those it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The delegation.
    pub it: Delegation,
    /// Who it is for.
    pub giver: String,
    /// Who acts.
    pub person: String,
    /// Of which unit.
    pub unit: Option<String>,
}

/// Lets somebody act for the actor. They get a letter.
///
/// # Errors
/// [`DeputyRefused`].
pub fn name(
    tx: &mut Tx<'_>,
    by: &Actor,
    new: &NewDeputy,
    today: Date,
    send_at: Option<Timestamp>,
) -> Result<(), DeputyRefused> {
    let theirs = match (new.part, new.unit) {
        (Part::People, None) => by.roles.has(Role::Hr),
        (Part::Rounds | Part::Results, Some(unit)) => {
            units(tx, by, today)?.iter().any(|(led, _)| *led == unit)
        }
        _ => false,
    };
    if !theirs {
        return Err(DeputyRefused::NotYours);
    }
    if !Delegation::days_fit(new.first_day, new.last_day, today) {
        return Err(DeputyRefused::Days);
    }
    let person =
        store::people::by_mail(tx, &new.mail)?.filter(|person| person.organisation == by.organisation);
    let person = person.ok_or(DeputyRefused::Nobody)?;
    if person.id == by.person {
        return Err(DeputyRefused::Oneself);
    }
    let it = Delegation {
        id: tx.fresh_id()?,
        giver: by.person,
        person: person.id,
        part: new.part,
        unit: new.unit,
        first_day: new.first_day,
        last_day: new.last_day,
    };
    store::delegations::add(tx, by.organisation, &it)?;
    let named = Act::DeputyNamed.of(person.id).thing(it.id).saying(it.part.code()).until(Some(it.last_day));
    note(tx, by, ::audit::Note { unit: it.unit, ..named })?;
    if let Some(mail) = &person.mail {
        let organisation = store::organisations::only(tx)?.ok_or(Fault::NotFound)?;
        let words = words::of(person.language.unwrap_or(organisation.language));
        let giver = store::people::by_id(tx, by.organisation, by.person)?.name();
        let (subject, body) =
            (words.letter_deputy_subject(&giver), words.letter_deputy_body(&person.given_name, &giver));
        store::letters::add(tx, by.organisation, mail, &subject, &body, send_at)?;
    }
    Ok(())
}

/// Ends a delegation of the actor's.
///
/// # Errors
/// [`Fault::NotFound`] when it is another's, or there is none.
pub fn end(tx: &mut Tx<'_>, by: &Actor, id: i64) -> Result<(), Fault> {
    let it = store::delegations::by_id(tx, by.organisation, id)?;
    if it.giver != by.person {
        return Err(Fault::NotFound);
    }
    store::delegations::end(tx, by.organisation, id)?;
    let ended = Act::DeputyEnded.of(it.person).thing(id).saying(it.part.code());
    note(tx, by, ::audit::Note { unit: it.unit, ..ended })
}

/// Who acts for the actor, today or later.
///
/// # Errors
/// A fault.
pub fn mine(tx: &mut Tx<'_>, by: &Actor, today: Date) -> Result<Vec<Named>, Fault> {
    let found = store::delegations::by_giver(tx, by.organisation, by.person, today)?;
    found.into_iter().map(|it| named(tx, by, it)).collect()
}

/// Whom the actor acts for, and who acts for somebody in the units that the actor works in or leads: today or later.
///
/// # Errors
/// A fault.
pub fn concerning(tx: &mut Tx<'_>, by: &Actor, today: Date) -> Result<Vec<Named>, Fault> {
    let mut found = store::delegations::of_person(tx, by.organisation, by.person, today)?;
    for it in store::delegations::around(tx, by.organisation, by.person, today)? {
        if !found.iter().any(|other| other.id == it.id) {
            found.push(it);
        }
    }
    found.into_iter().map(|it| named(tx, by, it)).collect()
}

/// Every delegation that is kept of the actor: what they gave, and what they were given.
///
/// # Errors
/// A fault.
pub(crate) fn of(tx: &mut Tx<'_>, by: &Actor) -> Result<Vec<Named>, Fault> {
    let mut found = store::delegations::of_person(tx, by.organisation, by.person, Date::MIN)?;
    found.extend(store::delegations::by_giver(tx, by.organisation, by.person, Date::MIN)?);
    found.into_iter().map(|it| named(tx, by, it)).collect()
}

/// The units the actor leads today, with name.
///
/// # Errors
/// A fault.
pub fn units(tx: &mut Tx<'_>, by: &Actor, today: Date) -> Result<Vec<(UnitId, String)>, Fault> {
    let chart = store::chart::tree(tx, by.organisation)?;
    let on = chart.as_of(today);
    let units = on.units().into_iter();
    let led = units.filter(|(unit, _)| on.leads(*unit).iter().any(|lead| lead.person == by.person));
    Ok(led.map(|(unit, facts)| (unit, facts.name.clone())).collect())
}

fn named(tx: &mut Tx<'_>, by: &Actor, it: Delegation) -> Result<Named, Fault> {
    let mut name = |person| Ok::<_, Fault>(store::people::by_id(tx, by.organisation, person)?.name());
    let (giver, person) = (name(it.giver)?, name(it.person)?);
    let unit = it.unit.map(|unit| store::organisations::unit_name(tx, by.organisation, unit)).transpose()?;
    Ok(Named { it, giver, person, unit })
}
