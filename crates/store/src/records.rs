//! Everything that is kept about one person, as they may ask to see it.

use ::week::SeriesPart;
use access::Actor;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::{Fault, Tx, args, sql::statements};

statements! {
    EMPLOYMENTS = "SELECT u.name, e.occupation, e.extent_percent, e.valid_from, e.valid_to FROM employment e
        JOIN unit u ON u.organisation = e.organisation AND u.id = e.unit
        WHERE e.organisation = $1 AND e.person = $2 ORDER BY e.valid_from, u.name";
    LEADERSHIPS = "SELECT u.name, l.valid_from, l.valid_to FROM leadership l
        JOIN unit u ON u.organisation = l.organisation AND u.id = l.unit
        WHERE l.organisation = $1 AND l.person = $2 ORDER BY l.valid_from, u.name";
    GIVEN_ROLES = "SELECT role FROM given_role WHERE organisation = $1 AND person = $2 ORDER BY role";
    PASSWORD_SINCE = "SELECT set_at FROM password WHERE organisation = $1 AND person = $2";
    PASSES = "SELECT purpose, created_at, ends_at FROM pass WHERE organisation = $1 AND person = $2
        ORDER BY created_at, purpose";
    LETTERS = "SELECT l.subject, l.created_at, l.sent_at FROM letter l
        JOIN person p ON p.organisation = l.organisation AND p.mail = l.recipient
        WHERE p.organisation = $1 AND p.id = $2 ORDER BY l.created_at, l.id";
    HAS_HOURS = "SELECT COUNT(*) FROM week_setting WHERE organisation = $1 AND person = $2";
    PARTS = "SELECT monday, day, fingerprint, kind, area, minutes, outside, double_booked, people, times FROM week_part
        WHERE organisation = $1 AND person = $2 ORDER BY day, fingerprint";
    GUESSES = "SELECT monday, minutes FROM guess WHERE organisation = $1 AND person = $2 ORDER BY monday";
    UNPLANNED = "SELECT monday, firefighting, administration, being_there, recovery FROM unplanned
        WHERE organisation = $1 AND person = $2 ORDER BY monday";
    FORGET_LETTERS = "DELETE FROM letter WHERE organisation = $1
        AND recipient = (SELECT mail FROM person WHERE organisation = $1 AND id = $2)";
    END_PASSES = "DELETE FROM pass WHERE organisation = $1 AND person = $2";
    FORGET_CHOICES = "UPDATE person SET language = NULL, scheme = NULL WHERE organisation = $1 AND id = $2";
}

/// Where somebody is or was employed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Employment {
    /// The unit's name.
    pub unit: String,
    /// As what, if that is known.
    pub occupation: Option<String>,
    /// Of full time, in per cent.
    pub extent_percent: u32,
    /// First day.
    pub from: Date,
    /// The day after the last; `None` while it lasts.
    pub to: Option<Date>,
}

/// What somebody leads or led.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leadership {
    /// The unit's name.
    pub unit: String,
    /// First day.
    pub from: Date,
    /// The day after the last; `None` while it lasts.
    pub to: Option<Date>,
}

/// A link that opens something, without its secret: nobody has that but whoever was sent it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pass {
    /// `sign_in`, `check_in` or `feed`.
    pub purpose: String,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it ends.
    pub ends_at: Timestamp,
}

/// A letter to somebody, without what it says: that is emptied once it is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterTo {
    /// One line.
    pub subject: String,
    /// When it was written.
    pub created_at: Timestamp,
    /// When a mail server took it.
    pub sent_at: Option<Timestamp>,
}

/// Quarters of what the calendar does not show, as the manager spread them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spread {
    /// The week.
    pub monday: Date,
    /// 0 to 4.
    pub firefighting: u32,
    /// 0 to 4.
    pub administration: u32,
    /// 0 to 4.
    pub being_there: u32,
    /// 0 to 4.
    pub recovery: u32,
}

/// A person's employments, past ones too.
///
/// # Errors
/// What the database says.
pub fn employments(tx: &mut Tx<'_>, by: &Actor) -> Result<Vec<Employment>, Fault> {
    tx.all(EMPLOYMENTS, args![by.organisation.0, by.person.0], |row| {
        Ok(Employment {
            unit: row.get(0)?,
            occupation: row.get(1)?,
            extent_percent: row.count(2)?,
            from: row.date(3)?,
            to: row.date_maybe(4)?,
        })
    })
}

/// What a person leads and led.
///
/// # Errors
/// What the database says.
pub fn leaderships(tx: &mut Tx<'_>, by: &Actor) -> Result<Vec<Leadership>, Fault> {
    tx.all(LEADERSHIPS, args![by.organisation.0, by.person.0], |row| {
        Ok(Leadership { unit: row.get(0)?, from: row.date(1)?, to: row.date_maybe(2)? })
    })
}

/// Roles given to a person by hand, as codes.
///
/// # Errors
/// What the database says.
pub fn given_roles(tx: &mut Tx<'_>, by: &Actor) -> Result<Vec<String>, Fault> {
    tx.all(GIVEN_ROLES, args![by.organisation.0, by.person.0], |row| row.get(0))
}

/// When a person set the password they have.
///
/// # Errors
/// What the database says.
pub fn password_since(tx: &mut Tx<'_>, by: &Actor) -> Result<Option<Timestamp>, Fault> {
    tx.maybe(PASSWORD_SINCE, args![by.organisation.0, by.person.0], |row| row.time(0))
}

/// Links that open something for a person.
///
/// # Errors
/// What the database says.
pub fn passes(tx: &mut Tx<'_>, by: &Actor) -> Result<Vec<Pass>, Fault> {
    tx.all(PASSES, args![by.organisation.0, by.person.0], |row| {
        Ok(Pass { purpose: row.get(0)?, created_at: row.time(1)?, ends_at: row.time(2)? })
    })
}

/// Letters to a person's address.
///
/// # Errors
/// What the database says.
pub fn letters(tx: &mut Tx<'_>, by: &Actor) -> Result<Vec<LetterTo>, Fault> {
    tx.all(LETTERS, args![by.organisation.0, by.person.0], |row| {
        Ok(LetterTo { subject: row.get(0)?, created_at: row.time(1)?, sent_at: row.time_maybe(2)? })
    })
}

/// Whether a manager has said when they work; without, the defaults hold and nothing is kept.
///
/// # Errors
/// What the database says.
pub fn has_hours(tx: &mut Tx<'_>, by: &Actor) -> Result<bool, Fault> {
    tx.one(HAS_HOURS, args![by.organisation.0, by.person.0], |row| Ok(row.count(0)? > 0))
}

/// Every series on every day of a manager's weeks.
///
/// # Errors
/// What the database says.
pub fn parts(tx: &mut Tx<'_>, by: &Actor) -> Result<Vec<SeriesPart>, Fault> {
    tx.all(PARTS, args![by.organisation.0, by.person.0], crate::week::read_part)
}

/// What a manager thought of their weeks, in minutes of leading.
///
/// # Errors
/// What the database says.
pub fn guesses(tx: &mut Tx<'_>, by: &Actor) -> Result<Vec<(Date, u32)>, Fault> {
    tx.all(GUESSES, args![by.organisation.0, by.person.0], |row| Ok((row.date(0)?, row.count(1)?)))
}

/// How a manager spread what the calendar does not show.
///
/// # Errors
/// What the database says.
pub fn unplanned(tx: &mut Tx<'_>, by: &Actor) -> Result<Vec<Spread>, Fault> {
    tx.all(UNPLANNED, args![by.organisation.0, by.person.0], |row| {
        Ok(Spread {
            monday: row.date(0)?,
            firefighting: row.count(1)?,
            administration: row.count(2)?,
            being_there: row.count(3)?,
            recovery: row.count(4)?,
        })
    })
}

/// Forgets every letter to a person, every link that opens something for them, and the language and look they chose.
///
/// # Errors
/// What the database says.
pub fn forget_letters_and_choices(tx: &mut Tx<'_>, by: &Actor) -> Result<(), Fault> {
    for sql in [FORGET_LETTERS, END_PASSES, FORGET_CHOICES] {
        tx.run(sql, args![by.organisation.0, by.person.0])?;
    }
    Ok(())
}
