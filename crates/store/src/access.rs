//! Sessions, passwords, secrets sent by mail, and counted tries.

use access::{Actor, Door, Purpose, Role, Roles, Session, SessionLabel, Tries};
use jiff::Timestamp;
use jiff::civil::Date;
use people::{Language, Organisation, OrganisationId, Person, PersonId, Scheme, UnitId};

use crate::{Fault, Tx, args, sql::statements};

statements! {
    GIVE_ROLE = "INSERT INTO given_role (organisation, person, role, last_day) VALUES ($1, $2, $3, $4)
        ON CONFLICT (organisation, person, role) DO UPDATE SET last_day = excluded.last_day";
    GIVE_WITHIN = "INSERT INTO given_role (organisation, person, role, last_day, authority) VALUES ($1, $2, 'authority_hr', $3, $4)
        ON CONFLICT (organisation, person, role) DO UPDATE SET last_day = excluded.last_day, authority = excluded.authority";
    TAKE_ROLE = "DELETE FROM given_role WHERE organisation = $1 AND person = $2 AND role = $3";
    CLEAR_ROLES = "DELETE FROM given_role WHERE last_day < $1";
    GIVEN = "SELECT person, role, last_day, authority FROM given_role WHERE organisation = $1 ORDER BY person, role";
    ROLES = "SELECT role FROM given_role WHERE organisation = $1 AND person = $2 AND (last_day IS NULL OR last_day >= $3)
        UNION SELECT 'leader' FROM leadership WHERE organisation = $1 AND person = $2 AND valid_from <= $3
            AND (valid_to IS NULL OR valid_to > $3)";
    SET_PASSWORD = "INSERT INTO password (organisation, person, hash, set_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (organisation, person) DO UPDATE SET hash = excluded.hash, set_at = excluded.set_at";
    PASSWORD = "SELECT hash FROM password WHERE organisation = $1 AND person = $2";
    DROP_PASSWORD = "DELETE FROM password WHERE organisation = $1 AND person = $2";

    ADD_SESSION = "INSERT INTO session (secret_hash, organisation, person, label, device, created_at, seen_at, ends_at,
            door, proven_at, provider_session)
        VALUES ($1, $2, $3, $4, $5, $6, $6, $7, $8, $9, $10)";
    /// Everything about who comes, in one look: this runs before every page. Leadership is found by person first and its days after that, in
    /// this order on SQLite (CROSS JOIN): by itself it looks through everybody's leadership.
    SIGNED_IN = "SELECT s.label, s.device, s.created_at, s.seen_at, s.ends_at, s.door, s.proven_at,
            p.organisation, p.id, p.given_name, p.family_name, p.mail, p.language, p.scheme,
            o.name, o.language, o.zone, o.demo,
            EXISTS (SELECT 1 FROM leadership mine CROSS JOIN leadership l
                WHERE mine.organisation = s.organisation AND mine.person = s.person AND mine.valid_from <= $2
                AND l.organisation = mine.organisation AND l.unit = mine.unit AND l.person = mine.person
                AND l.valid_from = mine.valid_from AND (l.valid_to IS NULL OR l.valid_to > $2)),
            COALESCE((SELECT CAST(SUM(CASE g.role WHEN 'hr' THEN 1 WHEN 'top_manager' THEN 2 WHEN 'it' THEN 4
                WHEN 'data_protection' THEN 8 WHEN 'authority_hr' THEN 16 ELSE 0 END) AS BIGINT)
                FROM given_role g WHERE g.organisation = s.organisation AND g.person = s.person
                    AND (g.last_day IS NULL OR g.last_day >= $2)), 0),
            COALESCE((SELECT CAST(SUM(DISTINCT CASE d.part WHEN 'rounds' THEN 1 WHEN 'people' THEN 2 ELSE 0 END) AS BIGINT)
                FROM delegation d WHERE d.organisation = s.organisation AND d.person = s.person
                    AND d.first_day <= $2 AND d.last_day >= $2
                    AND (EXISTS (SELECT 1 FROM leadership l WHERE l.organisation = d.organisation AND l.unit = d.unit AND l.person = d.giver
                            AND l.valid_from <= $2 AND (l.valid_to IS NULL OR l.valid_to > $2))
                        OR d.part = 'people' AND EXISTS (SELECT 1 FROM given_role h WHERE h.organisation = d.organisation
                            AND h.person = d.giver AND h.role = 'hr' AND (h.last_day IS NULL OR h.last_day >= $2)))), 0)
        FROM session s
        JOIN person p ON p.organisation = s.organisation AND p.id = s.person
        JOIN organisation o ON o.id = s.organisation
        WHERE s.secret_hash = $1";
    SEEN = "UPDATE session SET seen_at = $2 WHERE secret_hash = $1";
    END_SESSION = "DELETE FROM session WHERE secret_hash = $1";
    END_BY_LABEL = "DELETE FROM session WHERE organisation = $1 AND person = $2 AND label = $3";
    END_ALL_BUT = "DELETE FROM session WHERE organisation = $1 AND person = $2 AND label <> $3";
    SESSIONS = "SELECT label, device, created_at, seen_at, ends_at, door, proven_at FROM session
        WHERE organisation = $1 AND person = $2 ORDER BY seen_at DESC, label";
    CLEAR_SESSIONS = "DELETE FROM session WHERE ends_at <= $1 OR seen_at <= $2";

    ADD_PASS = "INSERT INTO pass (secret_hash, organisation, person, purpose, subject, created_at, ends_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    /// Whoever may not sign in has nothing that opens anything.
    PASS = "SELECT organisation, person, subject FROM pass p WHERE secret_hash = $1 AND purpose = $2 AND ends_at > $3
        AND NOT EXISTS (SELECT 1 FROM sign_in_lock l WHERE l.organisation = p.organisation AND l.person = p.person)";
    END_PASS = "DELETE FROM pass WHERE secret_hash = $1";
    END_PASSES = "DELETE FROM pass WHERE organisation = $1 AND person = $2 AND purpose = $3";
    COUNT_PASSES = "SELECT COUNT(*) FROM pass WHERE organisation = $1 AND person = $2 AND purpose = $3 AND ends_at > $4";
    CLEAR_PASSES = "DELETE FROM pass WHERE ends_at <= $1";

    TRIES = "SELECT begun_at, tries FROM attempt WHERE counter = $1";
    SAVE_TRIES = "INSERT INTO attempt (counter, begun_at, tries) VALUES ($1, $2, $3)
        ON CONFLICT (counter) DO UPDATE SET begun_at = excluded.begun_at, tries = excluded.tries";
    FORGET_TRIES = "DELETE FROM attempt WHERE counter = $1";
    CLEAR_TRIES = "DELETE FROM attempt WHERE begun_at <= $1";
}

/// Who comes with a session: the session, the person and the organisation, read in one look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn {
    /// Their session.
    pub session: Session,
    /// Who they are.
    pub person: Person,
    /// Where they belong.
    pub organisation: Organisation,
    /// What they may be, today.
    pub roles: Roles,
}

impl SignedIn {
    /// As the one who does something.
    pub fn actor(&self) -> Actor {
        Actor { organisation: self.organisation.id, person: self.person.id, roles: self.roles }
    }
}

/// Gives a role by hand.
///
/// # Errors
/// What the database says; leader and employee are not given but follow from the organisation.
pub fn give_role(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    person: PersonId,
    role: Role,
) -> Result<(), Fault> {
    give_role_until(tx, organisation, person, role, None)
}

/// Gives a role by hand until its last day; one that they have gets that end.
///
/// # Errors
/// As [`give_role`].
pub fn give_role_until(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    person: PersonId,
    role: Role,
    last_day: Option<Date>,
) -> Result<(), Fault> {
    let last_day = last_day.map(|day| day.to_string());
    tx.run(GIVE_ROLE, args![organisation.0, person.0, role.code(), last_day.as_deref()])?;
    Ok(())
}

/// Makes somebody HR of one authority, until a last day; whoever is that of another becomes it of this.
///
/// # Errors
/// What the database says.
pub fn give_hr_within(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    person: PersonId,
    authority: UnitId,
    last_day: Option<Date>,
) -> Result<(), Fault> {
    let last_day = last_day.map(|day| day.to_string());
    tx.run(GIVE_WITHIN, args![organisation.0, person.0, last_day.as_deref(), authority.0])?;
    Ok(())
}

/// Takes a role; whether they had it.
///
/// # Errors
/// What the database says.
pub fn take_role(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    person: PersonId,
    role: Role,
) -> Result<bool, Fault> {
    Ok(tx.run(TAKE_ROLE, args![organisation.0, person.0, role.code()])? > 0)
}

/// A role that was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Given {
    /// To whom.
    pub person: PersonId,
    /// Which.
    pub role: Role,
    /// Its last day, if it has one.
    pub last_day: Option<Date>,
    /// For HR of one authority, the unit at its top.
    pub authority: Option<UnitId>,
}

/// Every role that was given by hand, whether or not it still holds.
///
/// # Errors
/// What the database says.
pub fn given_roles(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<Vec<Given>, Fault> {
    tx.all(GIVEN, args![organisation.0], |row| {
        Ok(Given {
            person: PersonId(row.get(0)?),
            role: row.parse(1, "role", Role::from_code)?,
            last_day: row.date_maybe(2)?,
            authority: row.get::<Option<i64>>(3)?.map(UnitId),
        })
    })
}

/// Clears away roles whose last day has passed.
///
/// # Errors
/// What the database says.
pub fn clear_ended_roles(tx: &mut Tx<'_>, today: Date) -> Result<(), Fault> {
    tx.run(CLEAR_ROLES, args![&today.to_string()])?;
    Ok(())
}

/// What a person may be on `day`.
///
/// # Errors
/// What the database says.
pub fn roles(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    person: PersonId,
    day: Date,
) -> Result<Roles, Fault> {
    let given = tx.all(ROLES, args![organisation.0, person.0, &day.to_string()], |row| {
        row.parse(0, "role", Role::from_code)
    })?;
    Ok(given.into_iter().fold(Roles::default().with(Role::Employee), Roles::with))
}

/// Sets or replaces a password, given as an argon2id PHC string.
///
/// # Errors
/// What the database says.
pub fn set_password(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    person: PersonId,
    hash: &str,
) -> Result<(), Fault> {
    let now = tx.now();
    tx.run(SET_PASSWORD, args![organisation.0, person.0, hash, now])?;
    Ok(())
}

/// A person's password as a PHC string, if they have one.
///
/// # Errors
/// What the database says.
pub fn password(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    person: PersonId,
) -> Result<Option<String>, Fault> {
    tx.maybe(PASSWORD, args![organisation.0, person.0], |row| row.get(0))
}

/// Takes a password away: from then on a link is the only way in.
///
/// # Errors
/// What the database says.
pub fn drop_password(tx: &mut Tx<'_>, organisation: OrganisationId, person: PersonId) -> Result<(), Fault> {
    tx.run(DROP_PASSWORD, args![organisation.0, person.0])?;
    Ok(())
}

/// Remembers a new session by its secret's hash, and what the provider calls its own.
///
/// # Errors
/// What the database says.
pub fn add_session(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    person: PersonId,
    secret_hash: &[u8; 32],
    session: &Session,
    provider_session: Option<&str>,
) -> Result<(), Fault> {
    let Session { label, device, created_at, seen_at: _, ends_at, door, proven_at } = session;
    let door = door.map(Door::code);
    let who = args![
        secret_hash,
        organisation.0,
        person.0,
        label.0,
        device,
        *created_at,
        *ends_at,
        door,
        *proven_at,
        provider_session
    ];
    tx.run(ADD_SESSION, who)?;
    Ok(())
}

/// Who holds a session's secret, whether or not it still lives.
///
/// # Errors
/// What the database says.
pub fn signed_in(tx: &mut Tx<'_>, secret_hash: &[u8; 32], day: Date) -> Result<Option<SignedIn>, Fault> {
    tx.maybe(SIGNED_IN, args![secret_hash, &day.to_string()], |row| {
        let id = OrganisationId(row.get(7)?);
        let (leads, given, stands_in) = (row.get(18)?, row.get::<i64>(19)?, row.get::<i64>(20)?);
        let roles = [
            (leads, Role::Leader),
            (given & 1 > 0, Role::Hr),
            (given & 2 > 0, Role::TopManager),
            (given & 4 > 0, Role::It),
            (given & 8 > 0, Role::DataProtection),
            (given & 16 > 0, Role::AuthorityHr),
            (stands_in & 1 > 0, Role::RoundsDeputy),
            (stands_in & 2 > 0, Role::PeopleDeputy),
        ];
        let roles = roles.into_iter().filter(|(is, _)| *is).map(|(_, role)| role);
        let roles = roles.fold(Roles::default().with(Role::Employee), Roles::with);
        Ok(SignedIn {
            session: read_session(row)?,
            person: Person {
                organisation: id,
                id: PersonId(row.get(8)?),
                given_name: row.get(9)?,
                family_name: row.get(10)?,
                mail: row.get(11)?,
                language: row.parse_maybe(12, "language", Language::from_code)?,
                scheme: row.parse_maybe(13, "scheme", Scheme::from_code)?,
            },
            organisation: Organisation {
                id,
                name: row.get(14)?,
                language: row.parse(15, "language", Language::from_code)?,
                zone: row.get(16)?,
                demo: row.get(17)?,
            },
            roles,
        })
    })
}

/// Notes that a session was used.
///
/// # Errors
/// What the database says.
pub fn seen(tx: &mut Tx<'_>, secret_hash: &[u8; 32]) -> Result<(), Fault> {
    let now = tx.now();
    tx.run(SEEN, args![secret_hash, now])?;
    Ok(())
}

/// Ends the session of a secret.
///
/// # Errors
/// What the database says.
pub fn end_session(tx: &mut Tx<'_>, secret_hash: &[u8; 32]) -> Result<(), Fault> {
    tx.run(END_SESSION, args![secret_hash])?;
    Ok(())
}

/// Ends one of a person's own sessions by its name in the list.
///
/// # Errors
/// What the database says.
pub fn end_session_by_label(tx: &mut Tx<'_>, by: &Actor, label: SessionLabel) -> Result<(), Fault> {
    tx.run(END_BY_LABEL, args![by.organisation.0, by.person.0, label.0])?;
    Ok(())
}

/// Ends all of a person's sessions but one.
///
/// # Errors
/// What the database says.
pub fn end_other_sessions(tx: &mut Tx<'_>, by: &Actor, keep: SessionLabel) -> Result<(), Fault> {
    tx.run(END_ALL_BUT, args![by.organisation.0, by.person.0, keep.0])?;
    Ok(())
}

/// A person's own sessions, the last used first.
///
/// # Errors
/// What the database says.
pub fn sessions(tx: &mut Tx<'_>, by: &Actor) -> Result<Vec<Session>, Fault> {
    tx.all(SESSIONS, args![by.organisation.0, by.person.0], read_session)
}

/// Remembers a secret that is good for one thing until `ends_at`.
///
/// # Errors
/// What the database says.
pub fn add_pass(
    tx: &mut Tx<'_>,
    (organisation, person): (OrganisationId, PersonId),
    secret_hash: &[u8; 32],
    purpose: Purpose,
    subject: Option<i64>,
    ends_at: Timestamp,
) -> Result<(), Fault> {
    let now = tx.now();
    tx.run(ADD_PASS, args![secret_hash, organisation.0, person.0, purpose.code(), subject, now, ends_at])?;
    Ok(())
}

/// Whose secret it is and what about, while it lasts.
///
/// # Errors
/// What the database says.
pub fn pass(
    tx: &mut Tx<'_>,
    secret_hash: &[u8; 32],
    purpose: Purpose,
) -> Result<Option<(OrganisationId, PersonId, Option<i64>)>, Fault> {
    let now = tx.now();
    tx.maybe(PASS, args![secret_hash, purpose.code(), now], |row| {
        Ok((OrganisationId(row.get(0)?), PersonId(row.get(1)?), row.get(2)?))
    })
}

/// Uses a secret up.
///
/// # Errors
/// What the database says.
pub fn end_pass(tx: &mut Tx<'_>, secret_hash: &[u8; 32]) -> Result<(), Fault> {
    tx.run(END_PASS, args![secret_hash])?;
    Ok(())
}

/// Revokes all of a person's secrets for one purpose.
///
/// # Errors
/// What the database says.
pub fn end_passes(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    person: PersonId,
    purpose: Purpose,
) -> Result<(), Fault> {
    tx.run(END_PASSES, args![organisation.0, person.0, purpose.code()])?;
    Ok(())
}

/// How many of a person's secrets for one purpose still last.
///
/// # Errors
/// What the database says.
pub fn count_passes(tx: &mut Tx<'_>, by: &Actor, purpose: Purpose) -> Result<u32, Fault> {
    let now = tx.now();
    tx.one(COUNT_PASSES, args![by.organisation.0, by.person.0, purpose.code(), now], |row| row.count(0))
}

/// Tries counted under a key.
///
/// # Errors
/// What the database says.
pub fn tries(tx: &mut Tx<'_>, counter: &[u8; 16]) -> Result<Option<Tries>, Fault> {
    tx.maybe(TRIES, args![counter], |row| Ok(Tries { begun_at: row.time(0)?, count: row.count(1)? }))
}

/// Remembers tries under a key.
///
/// # Errors
/// What the database says.
pub fn save_tries(tx: &mut Tx<'_>, counter: &[u8; 16], tries: Tries) -> Result<(), Fault> {
    tx.run(SAVE_TRIES, args![counter, tries.begun_at, tries.count])?;
    Ok(())
}

/// Forgets the tries under a key, after one that succeeded.
///
/// # Errors
/// What the database says.
pub fn forget_tries(tx: &mut Tx<'_>, counter: &[u8; 16]) -> Result<(), Fault> {
    tx.run(FORGET_TRIES, args![counter])?;
    Ok(())
}

/// Clears away what has ended: sessions and secrets, and counts of tries begun before a time.
///
/// # Errors
/// What the database says.
pub fn clear_ended(tx: &mut Tx<'_>, tries_before: Timestamp) -> Result<(), Fault> {
    let now = tx.now();
    tx.run(CLEAR_SESSIONS, args![now, now - Session::IDLE])?;
    tx.run(CLEAR_PASSES, args![now])?;
    tx.run(CLEAR_TRIES, args![tries_before])?;
    Ok(())
}

fn read_session(row: &crate::Row<'_>) -> Result<Session, Fault> {
    Ok(Session {
        label: SessionLabel(row.get(0)?),
        device: row.get(1)?,
        created_at: row.time(2)?,
        seen_at: row.time(3)?,
        ends_at: row.time(4)?,
        door: row.parse_maybe(5, "door", Door::from_code)?,
        proven_at: row.time_maybe(6)?.map_or_else(|| row.time(2), Ok)?,
    })
}
