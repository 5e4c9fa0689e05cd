//! People, their employments and what they lead.

use jiff::Timestamp;
use jiff::civil::Date;
use people::{EmploymentId, Language, Occupation, OrganisationId, Person, PersonId, Scheme, UnitId};

use crate::{Fault, Row, Tx, args, sql::statements};

statements! {
    ADD = "INSERT INTO person (organisation, id, given_name, family_name, mail, language, scheme)
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    ADD_PLACEHOLDER = "INSERT INTO person (organisation, id, given_name, family_name, placeholder) VALUES ($1, $2, $3, $4, TRUE)";
    BY_ID = "SELECT organisation, id, given_name, family_name, mail, language, scheme FROM person
        WHERE organisation = $1 AND id = $2";
    BY_MAIL = "SELECT organisation, id, given_name, family_name, mail, language, scheme FROM person WHERE mail = $1";
    /// Every word begins a name, the address or the key. Words that are not asked for are empty, and begin everything.
    FIND = "SELECT id, given_name, family_name, mail FROM person WHERE organisation = $1 AND NOT placeholder
        AND lower(' ' || given_name || ' ' || family_name || ' ' || COALESCE(mail, '') || ' ' || COALESCE(external_key, '')) LIKE $2
        AND lower(' ' || given_name || ' ' || family_name || ' ' || COALESCE(mail, '') || ' ' || COALESCE(external_key, '')) LIKE $3
        AND lower(' ' || given_name || ' ' || family_name || ' ' || COALESCE(mail, '') || ' ' || COALESCE(external_key, '')) LIKE $4
        LIMIT $5";
    SOME = "SELECT COUNT(*) FROM (SELECT id FROM person WHERE organisation = $1 AND NOT placeholder LIMIT $2) people";
    KEY_OF = "SELECT external_key FROM person WHERE organisation = $1 AND id = $2";
    SET_NAME = "UPDATE person SET given_name = $3, family_name = $4, mail = $5 WHERE organisation = $1 AND id = $2";
    /// Whose last employment was over by a day, or who never had one, who leads nothing since, whom no role or demo holds on to,
    /// and whom the directory has not let sign in since.
    LEAVERS = "SELECT p.id FROM person p WHERE p.organisation = $1 AND NOT p.placeholder
        AND NOT EXISTS (SELECT 1 FROM employment e WHERE e.organisation = p.organisation AND e.person = p.id
            AND (e.valid_to IS NULL OR e.valid_to > $2))
        AND NOT EXISTS (SELECT 1 FROM leadership l WHERE l.organisation = p.organisation AND l.person = p.id
            AND (l.valid_to IS NULL OR l.valid_to > $2))
        AND NOT EXISTS (SELECT 1 FROM given_role g WHERE g.organisation = p.organisation AND g.person = p.id)
        AND NOT EXISTS (SELECT 1 FROM persona a WHERE a.organisation = p.organisation AND a.person = p.id)
        AND NOT EXISTS (SELECT 1 FROM scim_user u WHERE u.organisation = p.organisation AND u.person = p.id
            AND (u.active OR u.changed_at > $3))
        ORDER BY p.id LIMIT $4";
    /// As those who are only counted.
    NAMELESS = "UPDATE person SET given_name = '–', family_name = '–', mail = NULL, external_key = NULL, language = NULL, scheme = NULL,
        placeholder = TRUE WHERE organisation = $1 AND id = $2";
    IS_NAMELESS = "SELECT placeholder FROM person WHERE organisation = $1 AND id = $2";
    KEYLESS = "UPDATE employment SET external_key = NULL WHERE organisation = $1 AND person = $2";
    SET_LANGUAGE = "UPDATE person SET language = $3 WHERE organisation = $1 AND id = $2";
    SET_SCHEME = "UPDATE person SET scheme = $3 WHERE organisation = $1 AND id = $2";
    ADD_EMPLOYMENT = "INSERT INTO employment (organisation, id, person, unit, extent_percent, valid_from)
        VALUES ($1, $2, $3, $4, $5, $6)";
    SET_OCCUPATION = "UPDATE employment SET occupation = $3 WHERE organisation = $1 AND id = $2";
    ADD_LEADERSHIP = "INSERT INTO leadership (organisation, unit, person, valid_from) VALUES ($1, $2, $3, $4)";
    ADD_PERSONA = "INSERT INTO persona (organisation, place, role, person) VALUES ($1, $2, $3, $4)";
    PERSONAS = "SELECT a.role, p.id, p.given_name, p.family_name FROM persona a
        JOIN person p ON p.organisation = a.organisation AND p.id = a.person
        WHERE a.organisation = $1 ORDER BY a.place";
    EMPLOYED_IN = "SELECT u.name, e.extent_percent, e.valid_from FROM employment e
        JOIN unit u ON u.organisation = e.organisation AND u.id = e.unit
        WHERE e.organisation = $1 AND e.person = $2 ORDER BY e.valid_from, u.name";
}

/// Whether there are at least so many people with a name.
///
/// # Errors
/// What the database says.
pub fn are_at_least(tx: &mut Tx<'_>, organisation: OrganisationId, number: u32) -> Result<bool, Fault> {
    Ok(tx.one(SOME, args![organisation.0, i64::from(number)], |row| row.count(0))? >= number)
}

/// Remembers a new person.
///
/// # Errors
/// What the database says: [`Fault::already_there`] when another has the address.
pub fn add(tx: &mut Tx<'_>, person: &Person) -> Result<(), Fault> {
    let Person { id, organisation, given_name, family_name, mail, language, scheme } = person;
    let language = language.map(Language::code);
    let scheme = scheme.map(Scheme::code);
    tx.run(ADD, args![organisation.0, id.0, given_name, family_name, mail.as_ref(), language, scheme])?;
    Ok(())
}

/// Remembers somebody who is only counted, until people are brought in.
///
/// # Errors
/// What the database says.
pub fn add_placeholder(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    given_name: &str,
    family_name: &str,
) -> Result<PersonId, Fault> {
    let id = tx.fresh_id()?;
    tx.run(ADD_PLACEHOLDER, args![organisation.0, id, given_name, family_name])?;
    Ok(PersonId(id))
}

/// The person with an id.
///
/// # Errors
/// [`Fault::NotFound`] without one.
pub fn by_id(tx: &mut Tx<'_>, organisation: OrganisationId, person: PersonId) -> Result<Person, Fault> {
    tx.one(BY_ID, args![organisation.0, person.0], read)
}

/// The person with an address, however it was typed.
///
/// # Errors
/// What the database says.
pub fn by_mail(tx: &mut Tx<'_>, mail: &str) -> Result<Option<Person>, Fault> {
    tx.maybe(BY_MAIL, args![&mail.trim().to_lowercase()], read)
}

/// Somebody who was looked for: id, name and address.
pub type Named = (PersonId, String, Option<String>);

/// Those of whom each of `words` begins a name, the address or what the HR system calls them; in no order. Capitals make no difference.
///
/// # Errors
/// What the database says.
pub fn find(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    words: &[String; 3],
    most: u32,
) -> Result<Vec<Named>, Fault> {
    // What LIKE would take for a sign of its own stands in no name.
    let plain = |word: &String| word.to_lowercase().replace(['%', '_', '\\'], "");
    let [one, two, three] = words.each_ref().map(|word| format!("% {}%", plain(word)));
    tx.all(FIND, args![organisation.0, &one, &two, &three, most], |row| {
        let name = format!("{} {}", row.get::<String>(1)?, row.get::<String>(2)?);
        Ok((PersonId(row.get(0)?), name, row.get(3)?))
    })
}

/// What the HR system calls a person, if they came by a staff list.
///
/// # Errors
/// [`Fault::NotFound`] without the person.
pub fn key_of(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    person: PersonId,
) -> Result<Option<String>, Fault> {
    tx.one(KEY_OF, args![organisation.0, person.0], |row| row.get(0))
}

/// Those whose last employment was over by `before`, or who never had one, and whom the directory has not let sign in since `switched_off_before`; at most
/// `most`.
///
/// # Errors
/// What the database says.
pub fn leavers(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    before: Date,
    switched_off_before: Timestamp,
    most: u32,
) -> Result<Vec<PersonId>, Fault> {
    tx.all(LEAVERS, args![organisation.0, &before.to_string(), switched_off_before, most], |row| {
        Ok(PersonId(row.get(0)?))
    })
}

/// Forgets who a person was; that somebody was there stays.
///
/// # Errors
/// What the database says.
pub fn make_nameless(tx: &mut Tx<'_>, organisation: OrganisationId, person: PersonId) -> Result<(), Fault> {
    for sql in [NAMELESS, KEYLESS] {
        tx.run(sql, args![organisation.0, person.0])?;
    }
    Ok(())
}

/// Whether somebody has no name: only counted, or forgotten.
///
/// # Errors
/// What the database says.
pub fn is_nameless(tx: &mut Tx<'_>, organisation: OrganisationId, person: PersonId) -> Result<bool, Fault> {
    Ok(tx.maybe(IS_NAMELESS, args![organisation.0, person.0], |row| row.get(0))?.unwrap_or(true))
}

/// Gives a person another name or address.
///
/// # Errors
/// What the database says: [`Fault::already_there`] when another has the address.
pub fn set_name(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    person: PersonId,
    given_name: &str,
    family_name: &str,
    mail: Option<&str>,
) -> Result<(), Fault> {
    tx.run(SET_NAME, args![organisation.0, person.0, given_name, family_name, mail])?;
    Ok(())
}

/// Remembers the language a person chose.
///
/// # Errors
/// What the database says.
pub fn set_language(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    person: PersonId,
    to: Language,
) -> Result<(), Fault> {
    tx.run(SET_LANGUAGE, args![organisation.0, person.0, to.code()])?;
    Ok(())
}

/// Remembers light or dark; `None` follows the browser.
///
/// # Errors
/// What the database says.
pub fn set_scheme(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    person: PersonId,
    to: Option<Scheme>,
) -> Result<(), Fault> {
    tx.run(SET_SCHEME, args![organisation.0, person.0, to.map(Scheme::code)])?;
    Ok(())
}

/// Employs a person in a unit.
///
/// # Errors
/// What the database says.
pub fn employ(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    person: PersonId,
    unit: UnitId,
    extent_percent: u32,
    from: Date,
) -> Result<EmploymentId, Fault> {
    let id = tx.fresh_id()?;
    tx.run(ADD_EMPLOYMENT, args![organisation.0, id, person.0, unit.0, extent_percent, &from.to_string()])?;
    Ok(EmploymentId(id))
}

/// Says what somebody is employed as.
///
/// # Errors
/// What the database says.
pub fn set_occupation(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    employment: EmploymentId,
    occupation: &Occupation,
) -> Result<(), Fault> {
    tx.run(SET_OCCUPATION, args![organisation.0, employment.0, occupation.as_str()])?;
    Ok(())
}

/// Gives a person a unit to lead.
///
/// # Errors
/// What the database says.
pub fn lead(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    person: PersonId,
    unit: UnitId,
    from: Date,
) -> Result<(), Fault> {
    tx.run(ADD_LEADERSHIP, args![organisation.0, unit.0, person.0, &from.to_string()])?;
    Ok(())
}

/// Where a person is employed: unit, extent in per cent, since when.
///
/// # Errors
/// What the database says.
pub fn employments(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    person: PersonId,
) -> Result<Vec<(String, u32, Date)>, Fault> {
    tx.all(EMPLOYED_IN, args![organisation.0, person.0], |row| Ok((row.get(0)?, row.count(1)?, row.date(2)?)))
}

/// Makes a person one of those to try as, in a demo.
///
/// # Errors
/// What the database says.
pub fn add_persona(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    place: u32,
    role: &str,
    person: PersonId,
) -> Result<(), Fault> {
    tx.run(ADD_PERSONA, args![organisation.0, place, role, person.0])?;
    Ok(())
}

/// Those to try as, in a demo: role, person and name.
///
/// # Errors
/// What the database says.
pub fn personas(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
) -> Result<Vec<(String, PersonId, String)>, Fault> {
    tx.all(PERSONAS, args![organisation.0], |row| {
        let name = format!("{} {}", row.get::<String>(2)?, row.get::<String>(3)?);
        Ok((row.get(0)?, PersonId(row.get(1)?), name))
    })
}

fn read(row: &Row<'_>) -> Result<Person, Fault> {
    Ok(Person {
        organisation: OrganisationId(row.get(0)?),
        id: PersonId(row.get(1)?),
        given_name: row.get(2)?,
        family_name: row.get(3)?,
        mail: row.get(4)?,
        language: row.parse_maybe(5, "language", Language::from_code)?,
        scheme: row.parse_maybe(6, "scheme", Scheme::from_code)?,
    })
}
