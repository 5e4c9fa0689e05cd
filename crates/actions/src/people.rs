//! What a person chooses for themselves, who is there, and how an organisation begins.

use access::{Actor, Role};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use people::{
    Conditions, Language, Organisation, OrganisationId, Person, PersonId, Scheme, Unit, UnitId, UnitSort,
};

use crate::{Fault, Tx};

/// The organisation of this installation, once it has one.
///
/// # Errors
/// A [`Fault`].
pub fn organisation(tx: &mut Tx<'_>) -> Result<Option<Organisation>, Fault> {
    store::organisations::only(tx)
}

/// Chooses a language.
///
/// # Errors
/// A [`Fault`].
pub fn choose_language(tx: &mut Tx<'_>, by: &Actor, language: Language) -> Result<(), Fault> {
    store::people::set_language(tx, by.organisation, by.person, language)
}

/// Chooses light or dark; `None` follows the device.
///
/// # Errors
/// A [`Fault`].
pub fn choose_scheme(tx: &mut Tx<'_>, by: &Actor, scheme: Option<Scheme>) -> Result<(), Fault> {
    store::people::set_scheme(tx, by.organisation, by.person, scheme)
}

/// What the actor has to lead with today.
///
/// # Errors
/// A [`Fault`].
pub fn conditions(tx: &mut Tx<'_>, by: &Actor, today: jiff::civil::Date) -> Result<Conditions, Fault> {
    store::organisations::conditions(tx, by.organisation, by.person, today)
}

/// Somebody who is to have an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Newcomer {
    /// Given name, 1..=100 characters.
    pub given_name: String,
    /// Family name, 1..=100 characters.
    pub family_name: String,
    /// Mail address, 3..=254 characters.
    pub mail: String,
}

/// The first leader of a new organisation, and what they lead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leader {
    /// Who.
    pub person: Newcomer,
    /// The name of their unit, 1..=200 characters.
    pub unit: String,
    /// How many they lead, at most [`STAFF_AT_MOST`].
    pub staff: u32,
    /// At how many places, at most 1000.
    pub sites: u32,
}

/// A real organisation to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Founding {
    /// Its name, 1..=200 characters.
    pub name: String,
    /// What is spoken where nothing else is known.
    pub language: Language,
    /// Its IANA time zone.
    pub zone: String,
    /// Who runs the installation.
    pub it: Newcomer,
    /// The first leader, where one is known. May be the same person, by mail address.
    pub leader: Option<Leader>,
}

/// A new organisation, and who can sign in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Founded {
    /// The organisation.
    pub organisation: OrganisationId,
    /// Who runs the installation.
    pub it: PersonId,
    /// The first leader.
    pub leader: Option<PersonId>,
}

/// Why an organisation is not made.
#[derive(Debug, thiserror::Error)]
pub enum FoundRefused {
    /// There is one.
    #[error("this database already holds {0}: an installation has one organisation")]
    AlreadyThere(String),
    /// There is an invented one.
    #[error(
        "this database holds an invented municipality, and real people are never mixed with invented ones: \
         found the organisation in another folder"
    )]
    Demo,
    /// A name that is empty or too long.
    #[error("{0} is not a name of 1 to {1} characters")]
    Name(String, usize),
    /// Not an address.
    #[error("{0} is not a mail address")]
    Mail(String),
    /// Not a zone.
    #[error("{0} is not a time zone: write a name such as Europe/Stockholm")]
    Zone(String),
    /// More than a unit can hold.
    #[error("a unit has at most {STAFF_AT_MOST} people and 1000 places")]
    TooLarge,
    /// The machinery.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// The most that one leader can be said to lead when an organisation is founded.
pub const STAFF_AT_MOST: u32 = 500;

/// Makes a real organisation in an empty database: its top, who runs it, and the first leader with a unit. The staff
/// has neither names nor addresses until people are brought in; they are there to be counted.
///
/// # Errors
/// [`FoundRefused`].
pub fn found(tx: &mut Tx<'_>, founding: &Founding, today: Date) -> Result<Founded, FoundRefused> {
    founding.check()?;
    match store::organisations::only(tx)? {
        Some(there) if there.demo => return Err(FoundRefused::Demo),
        Some(there) => return Err(FoundRefused::AlreadyThere(there.name)),
        None => {}
    }
    let organisation = OrganisationId(tx.fresh_id()?);
    let Founding { name, language, zone, .. } = founding.clone();
    store::organisations::add(tx, &Organisation { id: organisation, name, language, zone, demo: false })?;
    let top = add_unit(tx, organisation, None, &founding.name, 1, today)?;
    let it = add_person(tx, organisation, &founding.it)?;
    store::access::give_role(tx, organisation, it, Role::It)?;
    store::people::employ(tx, organisation, it, top, FULL_TIME, today)?;
    let leader = match &founding.leader {
        None => None,
        Some(leader) if same_mail(&leader.person.mail, &founding.it.mail) => Some((leader, it)),
        Some(leader) => Some((leader, add_person(tx, organisation, &leader.person)?)),
    };
    if let Some((leader, person)) = leader {
        let unit = add_unit(tx, organisation, Some(top), &leader.unit, leader.sites, today)?;
        store::people::employ(tx, organisation, person, unit, FULL_TIME, today)?;
        store::people::lead(tx, organisation, person, unit, today)?;
        add_staff(tx, organisation, unit, leader.staff, founding.language, today)?;
    }
    Ok(Founded { organisation, it, leader: leader.map(|(_, person)| person) })
}

/// Whether at least so many people are here by name.
///
/// # Errors
/// A [`Fault`].
pub fn are_at_least(tx: &mut Tx<'_>, by: &Actor, number: u32) -> Result<bool, Fault> {
    store::people::are_at_least(tx, by.organisation, number)
}

/// The person with an address, however it was typed.
///
/// # Errors
/// A [`Fault`].
pub fn with_mail(tx: &mut Tx<'_>, mail: &str) -> Result<Option<Person>, Fault> {
    store::people::by_mail(tx, mail)
}

const FULL_TIME: u32 = 100;

impl Founding {
    fn check(&self) -> Result<(), FoundRefused> {
        check_name(&self.name, 200)?;
        if self.zone.len() > 64 || TimeZone::get(&self.zone).is_err() {
            return Err(FoundRefused::Zone(self.zone.clone()));
        }
        self.it.check()?;
        let Some(leader) = &self.leader else { return Ok(()) };
        leader.person.check()?;
        check_name(&leader.unit, 200)?;
        if leader.staff > STAFF_AT_MOST || leader.sites > 1_000 {
            return Err(FoundRefused::TooLarge);
        }
        Ok(())
    }
}

impl Newcomer {
    fn check(&self) -> Result<(), FoundRefused> {
        check_name(&self.given_name, 100)?;
        check_name(&self.family_name, 100)?;
        let mail = self.mail.trim();
        let whole = mail.split_once('@').is_some_and(|(name, host)| !name.is_empty() && !host.is_empty());
        if whole && (3..=254).contains(&mail.chars().count()) && !mail.contains(char::is_whitespace) {
            Ok(())
        } else {
            Err(FoundRefused::Mail(self.mail.clone()))
        }
    }
}

fn check_name(name: &str, most: usize) -> Result<(), FoundRefused> {
    if !name.trim().is_empty() && name.chars().count() <= most {
        Ok(())
    } else {
        Err(FoundRefused::Name(name.chars().take(most).collect(), most))
    }
}

fn same_mail(a: &str, b: &str) -> bool {
    a.trim().to_lowercase() == b.trim().to_lowercase()
}

fn add_unit(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    parent: Option<UnitId>,
    name: &str,
    sites: u32,
    from: Date,
) -> Result<UnitId, Fault> {
    let id = UnitId(tx.fresh_id()?);
    let sort = if parent.is_some() { UnitSort::Unit } else { UnitSort::Municipality };
    store::organisations::add_unit(
        tx,
        organisation,
        &Unit { id, parent, name: name.to_owned(), sort, sites },
        from,
    )?;
    Ok(id)
}

fn add_person(tx: &mut Tx<'_>, organisation: OrganisationId, who: &Newcomer) -> Result<PersonId, Fault> {
    let person = Person {
        id: PersonId(tx.fresh_id()?),
        organisation,
        given_name: who.given_name.trim().to_owned(),
        family_name: who.family_name.trim().to_owned(),
        mail: Some(who.mail.trim().to_lowercase()),
        language: None,
        scheme: None,
    };
    store::people::add(tx, &person)?;
    Ok(person.id)
}

/// People who are only counted: the words for "employee" and a number in place of a name, and no way to sign in.
fn add_staff(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    unit: UnitId,
    number: u32,
    language: Language,
    from: Date,
) -> Result<(), Fault> {
    let given_name = words::of(language).people_unnamed();
    for place in 1..=number {
        let id = store::people::add_placeholder(tx, organisation, &given_name, &place.to_string())?;
        store::people::employ(tx, organisation, id, unit, FULL_TIME, from)?;
    }
    Ok(())
}
