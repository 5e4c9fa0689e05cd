//! Roles given by hand: to whom, until when, by whom. Nobody gives themselves one, and whoever watches is told.

use access::{Actor, Role};
use jiff::Timestamp;
use jiff::civil::Date;
use people::{OrganisationId, Person, PersonId, UnitId};
use store::access::Given;

use crate::audit::{Act, note};
use crate::{Fault, Tx};

/// Why a role was not given or taken.
#[derive(Debug, thiserror::Error)]
pub enum RoleRefused {
    /// It is not theirs to give.
    #[error("not theirs to give")]
    NotYours,
    /// Nobody gives themselves a role, or a longer time with one.
    #[error("nobody gives themselves a role")]
    Oneself,
    /// Nobody has that address.
    #[error("nobody has that address")]
    Nobody,
    /// No authority was named that there is.
    #[error("no such authority")]
    NoAuthority,
    /// The last day has passed.
    #[error("the last day has passed")]
    Over,
    /// Then nobody would be left who runs the installation.
    #[error("somebody must run the installation")]
    LastIt,
    /// The machinery.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// Somebody with a role that was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// Which role.
    pub role: Role,
    /// The last day, if there is one.
    pub last_day: Option<Date>,
    /// For HR of one authority, its name.
    pub authority: Option<String>,
    /// Whether the actor may take it.
    pub can_be_taken: bool,
}

/// Every role that was given and still holds.
///
/// # Errors
/// A fault.
pub fn given(tx: &mut Tx<'_>, by: &Actor, today: Date) -> Result<Vec<Holder>, Fault> {
    let given = store::access::given_roles(tx, by.organisation)?;
    let holds = given.into_iter().filter(|it| it.last_day.is_none_or(|last| last >= today));
    let mut holders = Vec::new();
    for Given { person, role, last_day, authority } in holds {
        let can_be_taken = gives(tx, by, role, authority, today)?;
        // HR of an authority alone sees who is that, and no roles of others.
        if by.roles.has(Role::It) || by.roles.has(Role::Hr) || can_be_taken {
            let name = store::people::by_id(tx, by.organisation, person)?.name();
            let authority = match authority {
                Some(unit) => Some(store::organisations::unit_name(tx, by.organisation, unit)?),
                None => None,
            };
            holders.push(Holder { person, name, role, last_day, authority, can_be_taken });
        }
    }
    Ok(holders)
}

/// The authorities that somebody gives the role of HR in, by name: IT all, and its own HR theirs.
///
/// # Errors
/// A fault.
pub fn authorities(tx: &mut Tx<'_>, by: &Actor, today: Date) -> Result<Vec<(UnitId, String)>, Fault> {
    let mut found = Vec::new();
    for unit in crate::authorities::tops(tx, by.organisation)? {
        if gives(tx, by, Role::AuthorityHr, Some(unit), today)? {
            found.push((unit, store::organisations::unit_name(tx, by.organisation, unit)?));
        }
    }
    Ok(found)
}

/// Whether somebody gives and takes a role, in an authority where it is one of an authority.
fn gives(
    tx: &mut Tx<'_>,
    by: &Actor,
    role: Role,
    authority: Option<UnitId>,
    today: Date,
) -> Result<bool, Fault> {
    let within = role != Role::AuthorityHr || by.roles.has(Role::It);
    Ok(role.is_given_by(by.roles)
        && (within || authority.is_some() && crate::authorities::kept_by(tx, by, today)? == authority))
}

/// A role to give: to whom, which, and until when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRole {
    /// Their address.
    pub mail: String,
    /// Which.
    pub role: Role,
    /// For HR of one authority, the unit at its top.
    pub authority: Option<UnitId>,
    /// The last day, if there is to be one.
    pub last_day: Option<Date>,
}

/// Gives a role to whoever has an address, until a last day or until somebody takes it. They get a letter, and so do the data protection
/// officers: what is given in secret is what is to be feared.
///
/// # Errors
/// [`RoleRefused`].
pub fn give(
    tx: &mut Tx<'_>,
    by: &Actor,
    new: &NewRole,
    today: Date,
    send_at: Option<Timestamp>,
) -> Result<(), RoleRefused> {
    let NewRole { mail, role, authority, last_day } = new;
    let (role, last_day) = (*role, *last_day);
    let authority = authority.filter(|_| role == Role::AuthorityHr);
    if !gives(tx, by, role, authority, today)? {
        return Err(RoleRefused::NotYours);
    }
    if role == Role::AuthorityHr {
        let tops = crate::authorities::tops(tx, by.organisation)?;
        authority.filter(|unit| tops.contains(unit)).ok_or(RoleRefused::NoAuthority)?;
    }
    if last_day.is_some_and(|last| last < today) {
        return Err(RoleRefused::Over);
    }
    let person = store::people::by_mail(tx, mail)?.filter(|person| person.organisation == by.organisation);
    let person = person.ok_or(RoleRefused::Nobody)?;
    if person.id == by.person {
        return Err(RoleRefused::Oneself);
    }
    if role == Role::It && last_day.is_some() && !others_run_it(tx, by, person.id)? {
        return Err(RoleRefused::LastIt);
    }
    match authority {
        Some(unit) => store::access::give_hr_within(tx, by.organisation, person.id, unit, last_day)?,
        None => store::access::give_role_until(tx, by.organisation, person.id, role, last_day)?,
    }
    note(tx, by, Act::RoleGiven.of(person.id).saying(role.code()).until(last_day))?;
    Ok(tell(tx, by, &person, role, true, today, send_at)?)
}

/// Takes a role. Whoever has one may give it up themselves.
///
/// # Errors
/// [`RoleRefused`]; a role that somebody does not have is [`Fault::NotFound`].
pub fn take(
    tx: &mut Tx<'_>,
    by: &Actor,
    person: PersonId,
    role: Role,
    today: Date,
    send_at: Option<Timestamp>,
) -> Result<(), RoleRefused> {
    let given = store::access::given_roles(tx, by.organisation)?;
    let authority = given.iter().find(|it| it.person == person && it.role == role);
    let authority = authority.and_then(|it| it.authority);
    if !gives(tx, by, role, authority, today)? {
        return Err(RoleRefused::NotYours);
    }
    let who = store::people::by_id(tx, by.organisation, person)?;
    if role == Role::It && !others_run_it(tx, by, person)? {
        return Err(RoleRefused::LastIt);
    }
    if !store::access::take_role(tx, by.organisation, person, role)? {
        return Err(Fault::NotFound.into());
    }
    note(tx, by, Act::RoleTaken.of(person).saying(role.code()))?;
    Ok(tell(tx, by, &who, role, false, today, send_at)?)
}

/// Whether somebody else runs the installation, with no end to it.
fn others_run_it(tx: &mut Tx<'_>, by: &Actor, but: PersonId) -> Result<bool, Fault> {
    let given = store::access::given_roles(tx, by.organisation)?;
    Ok(given.iter().any(|it| it.role == Role::It && it.person != but && it.last_day.is_none()))
}

/// Everybody who was given a role, and holds it on a day.
pub(crate) fn holders(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    role: Role,
    day: Date,
) -> Result<Vec<Person>, Fault> {
    let given = store::access::given_roles(tx, organisation)?.into_iter();
    given
        .filter(|it| it.role == role && it.last_day.is_none_or(|last| last >= day))
        .map(|it| store::people::by_id(tx, organisation, it.person))
        .collect()
}

fn tell(
    tx: &mut Tx<'_>,
    by: &Actor,
    person: &Person,
    role: Role,
    is_given: bool,
    today: Date,
    send_at: Option<Timestamp>,
) -> Result<(), Fault> {
    let organisation = store::organisations::only(tx)?.ok_or(Fault::NotFound)?;
    let giver = store::people::by_id(tx, by.organisation, by.person)?.name();
    let mut told = vec![person.clone()];
    let readers = holders(tx, by.organisation, Role::DataProtection, today)?;
    told.extend(readers.into_iter().filter(|reader| reader.id != person.id));
    for reader in told {
        let Some(mail) = &reader.mail else { continue };
        let words = words::of(reader.language.unwrap_or(organisation.language));
        let called = name(words, role);
        let (subject, body) = match is_given {
            true => (
                words.letter_role_given_subject(&called),
                words.letter_role_given_body(&giver, person.name(), &called),
            ),
            false => (
                words.letter_role_taken_subject(&called),
                words.letter_role_taken_body(&giver, &called, person.name()),
            ),
        };
        store::letters::add(tx, by.organisation, mail, &subject, &body, send_at)?;
    }
    Ok(())
}

/// Clears away roles and delegations whose last day has passed: they ended by themselves. The log still tells of them.
///
/// # Errors
/// A fault.
pub(crate) fn clear_ended(tx: &mut Tx<'_>) -> Result<(), Fault> {
    let Some(organisation) = store::organisations::only(tx)? else { return Ok(()) };
    let today = tx.now().to_zoned(organisation.time_zone()).date();
    store::access::clear_ended_roles(tx, today)?;
    store::delegations::clear_ended(tx, today)
}

/// What a role is called.
pub fn name(words: &words::Words, role: Role) -> String {
    match role {
        Role::Employee => words.role_employee(),
        Role::Leader => words.role_leader(),
        Role::Hr => words.role_hr(),
        Role::AuthorityHr => words.role_authority_hr(),
        Role::TopManager => words.role_top_manager(),
        Role::It => words.role_it(),
        Role::DataProtection => words.role_data_protection(),
        Role::RoundsDeputy => words.role_rounds_deputy(),
        Role::PeopleDeputy => words.role_people_deputy(),
    }
}
