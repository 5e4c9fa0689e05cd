//! What a directory says of people: its tokens, users, groups and members, the roles its groups give, and who may not sign in.

use access::Role;
use jiff::Timestamp;
use people::{DirectoryGroupId, DirectoryMail, DirectoryUser, DirectoryUserId, OrganisationId, PersonId};

use crate::{Fault, Row, Tx, args, sql::statements};

statements! {
    ADD_TOKEN = "INSERT INTO scim_token (organisation, id, secret_hash, name, made_at, made_by) VALUES ($1, $2, $3, $4, $5, $6)";
    TOKENS = "SELECT t.id, t.name, t.made_at, p.given_name, p.family_name, t.seen_at FROM scim_token t
        LEFT JOIN person p ON p.organisation = t.organisation AND p.id = t.made_by
        WHERE t.organisation = $1 ORDER BY t.made_at DESC, t.id";
    TOKEN = "SELECT organisation, id, seen_at FROM scim_token WHERE secret_hash = $1";
    TOKEN_SEEN = "UPDATE scim_token SET seen_at = $3 WHERE organisation = $1 AND id = $2";
    END_TOKEN = "DELETE FROM scim_token WHERE organisation = $1 AND id = $2";

    ADD_USER = "INSERT INTO scim_user (organisation, id, person, user_name, user_name_key, external_id, given_name, family_name,
            display_name, mail, mail_sort, mail_primary, employee_number, active, version, created_at, changed_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 1, $15, $15)";
    SET_USER = "UPDATE scim_user SET user_name = $3, user_name_key = $4, external_id = $5, given_name = $6, family_name = $7,
            display_name = $8, mail = $9, mail_sort = $10, mail_primary = $11, employee_number = $12, active = $13,
            version = version + 1, changed_at = $14
        WHERE organisation = $1 AND id = $2";
    DROP_USER = "DELETE FROM scim_user WHERE organisation = $1 AND id = $2";
    DROP_USER_OF = "DELETE FROM scim_user WHERE organisation = $1 AND person = $2";
    USER = "SELECT id, person, user_name, external_id, given_name, family_name, display_name, mail, mail_sort, mail_primary,
            employee_number, active, version, created_at, changed_at FROM scim_user WHERE organisation = $1 AND id = $2";
    USER_OF = "SELECT id, person, user_name, external_id, given_name, family_name, display_name, mail, mail_sort, mail_primary,
            employee_number, active, version, created_at, changed_at FROM scim_user WHERE organisation = $1 AND person = $2";
    USER_NAMED = "SELECT id, person, user_name, external_id, given_name, family_name, display_name, mail, mail_sort, mail_primary,
            employee_number, active, version, created_at, changed_at FROM scim_user WHERE organisation = $1 AND user_name_key = $2";
    USERS_CALLED = "SELECT id, person, user_name, external_id, given_name, family_name, display_name, mail, mail_sort, mail_primary,
            employee_number, active, version, created_at, changed_at FROM scim_user WHERE organisation = $1 AND external_id = $2
        ORDER BY id";
    USERS = "SELECT id, person, user_name, external_id, given_name, family_name, display_name, mail, mail_sort, mail_primary,
            employee_number, active, version, created_at, changed_at FROM scim_user WHERE organisation = $1
        ORDER BY id LIMIT $2 OFFSET $3";
    COUNT_USERS = "SELECT COUNT(*) FROM scim_user WHERE organisation = $1";
    WITH_KEY = "SELECT id FROM person WHERE organisation = $1 AND external_key = $2";

    ADD_GROUP = "INSERT INTO scim_group (organisation, id, display_name, external_id, version, created_at, changed_at)
        VALUES ($1, $2, $3, $4, 1, $5, $5)";
    SET_GROUP = "UPDATE scim_group SET display_name = $3, external_id = $4, version = version + 1, changed_at = $5
        WHERE organisation = $1 AND id = $2";
    SET_GROUP_ROLE = "UPDATE scim_group SET role = $3 WHERE organisation = $1 AND id = $2";
    DROP_GROUP = "DELETE FROM scim_group WHERE organisation = $1 AND id = $2";
    GROUP = "SELECT id, display_name, external_id, role, version, created_at, changed_at FROM scim_group
        WHERE organisation = $1 AND id = $2";
    GROUPS = "SELECT id, display_name, external_id, role, version, created_at, changed_at FROM scim_group
        WHERE organisation = $1 ORDER BY id";
    GROUPS_OF = "SELECT g.id, g.display_name, g.external_id, g.role, g.version, g.created_at, g.changed_at FROM scim_group g
        JOIN scim_member m ON m.organisation = g.organisation AND m.scim_group = g.id
        JOIN scim_user u ON u.organisation = m.organisation AND u.id = m.scim_user
        WHERE u.organisation = $1 AND u.person = $2 ORDER BY g.id";
    MEMBERS = "SELECT scim_user FROM scim_member WHERE organisation = $1 AND scim_group = $2 ORDER BY scim_user";
    COUNT_MEMBERS = "SELECT COUNT(*) FROM scim_member WHERE organisation = $1 AND scim_group = $2";
    MEMBER_PEOPLE = "SELECT u.person FROM scim_member m JOIN scim_user u ON u.organisation = m.organisation AND u.id = m.scim_user
        WHERE m.organisation = $1 AND m.scim_group = $2 ORDER BY u.person";
    /// Somebody who is not there becomes no member.
    ADD_MEMBER = "INSERT INTO scim_member (organisation, scim_group, scim_user)
        SELECT u.organisation, $2, u.id FROM scim_user u WHERE u.organisation = $1 AND u.id = $3 ON CONFLICT DO NOTHING";
    DROP_MEMBER = "DELETE FROM scim_member WHERE organisation = $1 AND scim_group = $2 AND scim_user = $3";

    WANTED_ROLES = "SELECT DISTINCT g.role FROM scim_user u
        JOIN scim_member m ON m.organisation = u.organisation AND m.scim_user = u.id
        JOIN scim_group g ON g.organisation = m.organisation AND g.id = m.scim_group
        WHERE u.organisation = $1 AND u.person = $2 AND u.active AND g.role IS NOT NULL";
    ROLES_BY_GROUP = "SELECT role FROM role_by_group WHERE organisation = $1 AND person = $2 ORDER BY role";
    GIVE_ROLE = "INSERT INTO given_role (organisation, person, role) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    NOTE_ROLE = "INSERT INTO role_by_group (organisation, person, role) VALUES ($1, $2, $3)";
    /// What is noted of it goes with it.
    TAKE_ROLE = "DELETE FROM given_role WHERE organisation = $1 AND person = $2 AND role = $3";

    LOCK = "INSERT INTO sign_in_lock (organisation, person, since) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    UNLOCK = "DELETE FROM sign_in_lock WHERE organisation = $1 AND person = $2";
    LOCKED = "SELECT since FROM sign_in_lock WHERE organisation = $1 AND person = $2";
    END_SESSIONS = "DELETE FROM session WHERE organisation = $1 AND person = $2";
    /// Locked, and no user of the directory by now: nobody but us can let them in again.
    LEFT_LOCKED = "SELECT p.id, p.given_name, p.family_name, l.since FROM sign_in_lock l
        JOIN person p ON p.organisation = l.organisation AND p.id = l.person
        WHERE l.organisation = $1 AND NOT p.placeholder AND NOT EXISTS
            (SELECT 1 FROM scim_user u WHERE u.organisation = l.organisation AND u.person = l.person)
        ORDER BY l.since DESC, p.id LIMIT $2";
    COUNT_ACTIVE = "SELECT COUNT(*) FROM scim_user WHERE organisation = $1 AND active";
}

/// What a directory shows who it is by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredToken {
    /// Its id.
    pub id: i64,
    /// Which directory it was made for.
    pub name: String,
    /// When it was made.
    pub made_at: Timestamp,
    /// Who made it, if anybody did in a browser and is still here.
    pub made_by: Option<String>,
    /// When it was last used, within the half hour.
    pub seen_at: Option<Timestamp>,
}

/// A user of the directory, as kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredUser {
    /// Its id.
    pub id: DirectoryUserId,
    /// Who it is here.
    pub person: PersonId,
    /// What the directory says.
    pub said: DirectoryUser,
    /// One more with each change.
    pub version: i64,
    /// When it came.
    pub created_at: Timestamp,
    /// When it last changed.
    pub changed_at: Timestamp,
}

/// A group of the directory, as kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredGroup {
    /// Its id.
    pub id: DirectoryGroupId,
    /// How the directory shows it.
    pub display_name: String,
    /// What the directory itself calls it.
    pub external_id: Option<String>,
    /// What its members may be.
    pub role: Option<Role>,
    /// One more with each change.
    pub version: i64,
    /// When it came.
    pub created_at: Timestamp,
    /// When it last changed.
    pub changed_at: Timestamp,
}

/// Remembers a token by its secret's hash.
///
/// # Errors
/// What the database says.
pub fn add_token(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    name: &str,
    secret_hash: &[u8; 32],
    by: Option<PersonId>,
) -> Result<(), Fault> {
    let (id, now) = (tx.fresh_id()?, tx.now());
    tx.run(ADD_TOKEN, args![organisation.0, id, secret_hash, name, now, by.map(|by| by.0)])?;
    Ok(())
}

/// Every token, the latest made first.
///
/// # Errors
/// What the database says.
pub fn tokens(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<Vec<StoredToken>, Fault> {
    tx.all(TOKENS, args![organisation.0], |row| {
        let name = (row.get::<Option<String>>(3)?, row.get::<Option<String>>(4)?);
        Ok(StoredToken {
            id: row.get(0)?,
            name: row.get(1)?,
            made_at: row.time(2)?,
            made_by: name.0.zip(name.1).map(|(given, family)| format!("{given} {family}")),
            seen_at: row.time_maybe(5)?,
        })
    })
}

/// Whose token a secret is, which, and when it was last used.
///
/// # Errors
/// What the database says.
pub fn token(
    tx: &mut Tx<'_>,
    secret_hash: &[u8; 32],
) -> Result<Option<(OrganisationId, i64, Option<Timestamp>)>, Fault> {
    tx.maybe(TOKEN, args![secret_hash], |row| {
        Ok((OrganisationId(row.get(0)?), row.get(1)?, row.time_maybe(2)?))
    })
}

/// Notes that a token was used.
///
/// # Errors
/// What the database says.
pub fn token_seen(tx: &mut Tx<'_>, organisation: OrganisationId, token: i64) -> Result<(), Fault> {
    let now = tx.now();
    tx.run(TOKEN_SEEN, args![organisation.0, token, now])?;
    Ok(())
}

/// Ends a token.
///
/// # Errors
/// What the database says.
pub fn end_token(tx: &mut Tx<'_>, organisation: OrganisationId, token: i64) -> Result<(), Fault> {
    tx.run(END_TOKEN, args![organisation.0, token])?;
    Ok(())
}

/// Remembers a new user.
///
/// # Errors
/// What the database says: [`Fault::already_there`] when another has the user name, or is the same person.
pub fn add_user(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    person: PersonId,
    said: &DirectoryUser,
) -> Result<DirectoryUserId, Fault> {
    let (id, now, mail) = (tx.fresh_id()?, tx.now(), said.mail.as_ref());
    tx.run(
        ADD_USER,
        args![
            organisation.0,
            id,
            person.0,
            &said.user_name,
            &said.user_name.to_lowercase(),
            said.external_id.as_ref(),
            said.given_name.as_ref(),
            said.family_name.as_ref(),
            said.display_name.as_ref(),
            mail.map(|mail| &mail.value),
            mail.and_then(|mail| mail.sort.as_ref()),
            mail.and_then(|mail| mail.primary),
            said.employee_number.as_ref(),
            said.active,
            now,
        ],
    )?;
    Ok(DirectoryUserId(id))
}

/// Remembers what the directory says of a user by now.
///
/// # Errors
/// What the database says: [`Fault::already_there`] when another has the user name.
pub fn set_user(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: DirectoryUserId,
    said: &DirectoryUser,
) -> Result<(), Fault> {
    let (now, mail) = (tx.now(), said.mail.as_ref());
    tx.run(
        SET_USER,
        args![
            organisation.0,
            id.0,
            &said.user_name,
            &said.user_name.to_lowercase(),
            said.external_id.as_ref(),
            said.given_name.as_ref(),
            said.family_name.as_ref(),
            said.display_name.as_ref(),
            mail.map(|mail| &mail.value),
            mail.and_then(|mail| mail.sort.as_ref()),
            mail.and_then(|mail| mail.primary),
            said.employee_number.as_ref(),
            said.active,
            now,
        ],
    )?;
    Ok(())
}

/// Lets go of a user, and of its memberships.
///
/// # Errors
/// What the database says.
pub fn drop_user(tx: &mut Tx<'_>, organisation: OrganisationId, id: DirectoryUserId) -> Result<(), Fault> {
    tx.run(DROP_USER, args![organisation.0, id.0])?;
    Ok(())
}

/// Forgets what the directory said of a person, and that they may not sign in.
///
/// # Errors
/// What the database says.
pub fn forget(tx: &mut Tx<'_>, organisation: OrganisationId, person: PersonId) -> Result<(), Fault> {
    for sql in [DROP_USER_OF, UNLOCK] {
        tx.run(sql, args![organisation.0, person.0])?;
    }
    Ok(())
}

/// A user by id.
///
/// # Errors
/// [`Fault::NotFound`] without one.
pub fn user(tx: &mut Tx<'_>, organisation: OrganisationId, id: DirectoryUserId) -> Result<StoredUser, Fault> {
    tx.one(USER, args![organisation.0, id.0], read_user)
}

/// What the directory says of a person, if anything.
///
/// # Errors
/// What the database says.
pub fn user_of(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    person: PersonId,
) -> Result<Option<StoredUser>, Fault> {
    tx.maybe(USER_OF, args![organisation.0, person.0], read_user)
}

/// The user with a name, however it is written.
///
/// # Errors
/// What the database says.
pub fn user_named(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    user_name: &str,
) -> Result<Option<StoredUser>, Fault> {
    tx.maybe(USER_NAMED, args![organisation.0, &user_name.to_lowercase()], read_user)
}

/// The users that the directory itself calls so.
///
/// # Errors
/// What the database says.
pub fn users_called(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    external_id: &str,
) -> Result<Vec<StoredUser>, Fault> {
    tx.all(USERS_CALLED, args![organisation.0, external_id], read_user)
}

/// Users in the order of their ids: at most `most` after `skip`.
///
/// # Errors
/// What the database says.
pub fn users(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    skip: u32,
    most: u32,
) -> Result<Vec<StoredUser>, Fault> {
    tx.all(USERS, args![organisation.0, most, skip], read_user)
}

/// How many users there are, and how many of them are active.
///
/// # Errors
/// What the database says.
pub fn count_users(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<(u32, u32), Fault> {
    let all = tx.one(COUNT_USERS, args![organisation.0], |row| row.count(0))?;
    Ok((all, tx.one(COUNT_ACTIVE, args![organisation.0], |row| row.count(0))?))
}

/// The person whom the HR system calls so.
///
/// # Errors
/// What the database says.
pub fn person_with_key(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    key: &str,
) -> Result<Option<PersonId>, Fault> {
    tx.maybe(WITH_KEY, args![organisation.0, key], |row| Ok(PersonId(row.get(0)?)))
}

/// Remembers a new group.
///
/// # Errors
/// What the database says.
pub fn add_group(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    display_name: &str,
    external_id: Option<&str>,
) -> Result<DirectoryGroupId, Fault> {
    let (id, now) = (tx.fresh_id()?, tx.now());
    tx.run(ADD_GROUP, args![organisation.0, id, display_name, external_id, now])?;
    Ok(DirectoryGroupId(id))
}

/// Remembers what the directory says of a group by now; its version is the next.
///
/// # Errors
/// What the database says.
pub fn set_group(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: DirectoryGroupId,
    display_name: &str,
    external_id: Option<&str>,
) -> Result<(), Fault> {
    let now = tx.now();
    tx.run(SET_GROUP, args![organisation.0, id.0, display_name, external_id, now])?;
    Ok(())
}

/// Says what the members of a group may be.
///
/// # Errors
/// What the database says.
pub fn set_group_role(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: DirectoryGroupId,
    role: Option<Role>,
) -> Result<(), Fault> {
    tx.run(SET_GROUP_ROLE, args![organisation.0, id.0, role.map(Role::code)])?;
    Ok(())
}

/// Lets go of a group.
///
/// # Errors
/// What the database says.
pub fn drop_group(tx: &mut Tx<'_>, organisation: OrganisationId, id: DirectoryGroupId) -> Result<(), Fault> {
    tx.run(DROP_GROUP, args![organisation.0, id.0])?;
    Ok(())
}

/// A group by id.
///
/// # Errors
/// [`Fault::NotFound`] without one.
pub fn group(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: DirectoryGroupId,
) -> Result<StoredGroup, Fault> {
    tx.one(GROUP, args![organisation.0, id.0], read_group)
}

/// Every group, in the order of their ids.
///
/// # Errors
/// What the database says.
pub fn groups(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<Vec<StoredGroup>, Fault> {
    tx.all(GROUPS, args![organisation.0], read_group)
}

/// The groups a person is in.
///
/// # Errors
/// What the database says.
pub fn groups_of(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    person: PersonId,
) -> Result<Vec<StoredGroup>, Fault> {
    tx.all(GROUPS_OF, args![organisation.0, person.0], read_group)
}

/// The members of a group, in the order of their ids.
///
/// # Errors
/// What the database says.
pub fn members(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: DirectoryGroupId,
) -> Result<Vec<DirectoryUserId>, Fault> {
    tx.all(MEMBERS, args![organisation.0, id.0], |row| Ok(DirectoryUserId(row.get(0)?)))
}

/// How many members a group has.
///
/// # Errors
/// What the database says.
pub fn count_members(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: DirectoryGroupId,
) -> Result<u32, Fault> {
    tx.one(COUNT_MEMBERS, args![organisation.0, id.0], |row| row.count(0))
}

/// Who the members of a group are here.
///
/// # Errors
/// What the database says.
pub fn member_people(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: DirectoryGroupId,
) -> Result<Vec<PersonId>, Fault> {
    tx.all(MEMBER_PEOPLE, args![organisation.0, id.0], |row| Ok(PersonId(row.get(0)?)))
}

/// Takes a user into a group; whether that changed anything.
///
/// # Errors
/// What the database says.
pub fn add_member(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    group: DirectoryGroupId,
    user: DirectoryUserId,
) -> Result<bool, Fault> {
    Ok(tx.run(ADD_MEMBER, args![organisation.0, group.0, user.0])? > 0)
}

/// Takes a user out of a group; whether that changed anything.
///
/// # Errors
/// What the database says.
pub fn drop_member(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    group: DirectoryGroupId,
    user: DirectoryUserId,
) -> Result<bool, Fault> {
    Ok(tx.run(DROP_MEMBER, args![organisation.0, group.0, user.0])? > 0)
}

/// What became different of the roles that groups give somebody.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SettledRoles {
    /// What they did not have before.
    pub given: Vec<Role>,
    /// What they have no more.
    pub taken: Vec<Role>,
}

/// Makes a person's roles those that their groups give, beside those given by hand.
///
/// # Errors
/// What the database says.
pub fn settle_roles(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    person: PersonId,
) -> Result<SettledRoles, Fault> {
    let here = args![organisation.0, person.0];
    let wanted = tx.all(WANTED_ROLES, here, |row| row.parse(0, "role", Role::from_code))?;
    let had = tx.all(ROLES_BY_GROUP, here, |row| row.parse(0, "role", Role::from_code))?;
    let mut settled = SettledRoles::default();
    for role in wanted.iter().filter(|role| !had.contains(role)) {
        // What was given by hand is not the group's to take back.
        if tx.run(GIVE_ROLE, args![organisation.0, person.0, role.code()])? > 0 {
            tx.run(NOTE_ROLE, args![organisation.0, person.0, role.code()])?;
            settled.given.push(*role);
        }
    }
    for role in had.into_iter().filter(|role| !wanted.contains(role)) {
        tx.run(TAKE_ROLE, args![organisation.0, person.0, role.code()])?;
        settled.taken.push(role);
    }
    Ok(settled)
}

/// From now on a person may not sign in, and is signed in nowhere.
///
/// # Errors
/// What the database says.
pub fn lock(tx: &mut Tx<'_>, organisation: OrganisationId, person: PersonId) -> Result<(), Fault> {
    let now = tx.now();
    tx.run(LOCK, args![organisation.0, person.0, now])?;
    tx.run(END_SESSIONS, args![organisation.0, person.0])?;
    Ok(())
}

/// A person may sign in again.
///
/// # Errors
/// What the database says.
pub fn unlock(tx: &mut Tx<'_>, organisation: OrganisationId, person: PersonId) -> Result<(), Fault> {
    tx.run(UNLOCK, args![organisation.0, person.0])?;
    Ok(())
}

/// Since when a person may not sign in, if so.
///
/// # Errors
/// What the database says.
pub fn locked(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    person: PersonId,
) -> Result<Option<Timestamp>, Fault> {
    tx.maybe(LOCKED, args![organisation.0, person.0], |row| row.time(0))
}

/// Those who may not sign in and whom the directory does not know any more: id, name and since when, the latest first.
///
/// # Errors
/// What the database says.
pub fn left_locked(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    most: u32,
) -> Result<Vec<(PersonId, String, Timestamp)>, Fault> {
    tx.all(LEFT_LOCKED, args![organisation.0, most], |row| {
        let name = format!("{} {}", row.get::<String>(1)?, row.get::<String>(2)?);
        Ok((PersonId(row.get(0)?), name, row.time(3)?))
    })
}

fn read_user(row: &Row<'_>) -> Result<StoredUser, Fault> {
    let mail = match row.get::<Option<String>>(7)? {
        Some(value) => Some(DirectoryMail { value, sort: row.get(8)?, primary: row.get(9)? }),
        None => None,
    };
    Ok(StoredUser {
        id: DirectoryUserId(row.get(0)?),
        person: PersonId(row.get(1)?),
        said: DirectoryUser {
            user_name: row.get(2)?,
            external_id: row.get(3)?,
            given_name: row.get(4)?,
            family_name: row.get(5)?,
            display_name: row.get(6)?,
            mail,
            employee_number: row.get(10)?,
            active: row.get(11)?,
        },
        version: row.get(12)?,
        created_at: row.time(13)?,
        changed_at: row.time(14)?,
    })
}

fn read_group(row: &Row<'_>) -> Result<StoredGroup, Fault> {
    Ok(StoredGroup {
        id: DirectoryGroupId(row.get(0)?),
        display_name: row.get(1)?,
        external_id: row.get(2)?,
        role: row.parse_maybe(3, "role", Role::from_code)?,
        version: row.get(4)?,
        created_at: row.time(5)?,
        changed_at: row.time(6)?,
    })
}
