//! What a directory (Entra ID, Okta) does here: its users become people who may sign in, or may not any more, and its groups give roles.
//!
//! How it says so (SCIM) is the edge's; who a user is here, and what the directory decides about them, is decided here and in
//! [`people::Meeting`].

use access::{Actor, Allowance, Role, Secret};
use jiff::SignedDuration;
use people::{
    DirectoryGroupId, DirectoryUser, DirectoryUserId, Meeting, OrganisationId, Person, PersonId, WrongLength,
    address_after,
};
use stafflist::looks_like_identity_number;
pub use store::scim::{StoredGroup, StoredToken, StoredUser};

use crate::access::SignInRefused;
use crate::audit::{Act, note, note_itself};
use crate::{Desk, Fault, Tx};

/// What a group can give.
pub const ROLES: [Role; 3] = [Role::Hr, Role::TopManager, Role::It];
/// The most tokens there are at once: one for each directory, and the next one while it is changed.
pub const TOKENS: usize = 10;
/// The longest name of a token, in characters.
pub const TOKEN_NAME: usize = 100;
/// The most members that a group has.
pub const MEMBERS: usize = 50_000;
/// The most groups: a directory sends those that were assigned, not all it has.
pub const GROUPS: usize = 1_000;
/// So many of those who stayed locked out are shown.
const SHOWN: u32 = 50;
/// That a token was used is written no more often than this.
const NOTED_EVERY: SignedDuration = SignedDuration::from_mins(30);

/// A directory that has shown its token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Directory {
    /// Whose it is.
    pub organisation: OrganisationId,
}

/// Why something that a directory asks for is not done. Values are never quoted: they are about people.
#[derive(Debug, thiserror::Error)]
pub enum ScimRefused {
    /// No token, or one that is not valid.
    #[error("the token is missing or not valid")]
    NoToken,
    /// Too many tokens that were not valid.
    #[error("too many tries")]
    TooMany,
    /// There is no such user or group.
    #[error("not found")]
    NotFound,
    /// It is not the version that was asked for.
    #[error("it has changed since")]
    Version,
    /// Another has it.
    #[error("{0} belongs to another")]
    Taken(&'static str),
    /// The employee number is one person's, and the address another's.
    #[error("employeeNumber and the address belong to two different people")]
    TwoPeople,
    /// A personal identity number.
    #[error("{0} is a personal identity number, which is kept nowhere here")]
    IdentityNumber(&'static str),
    /// It does not fit.
    #[error(transparent)]
    Length(#[from] WrongLength),
    /// A member that is no user.
    #[error("a member is not a user that is known here")]
    NoSuchMember,
    /// More than there can be.
    #[error("there are too many")]
    Full,
    /// The machinery.
    #[error(transparent)]
    Fault(Fault),
}

impl From<Fault> for ScimRefused {
    fn from(fault: Fault) -> ScimRefused {
        match fault {
            Fault::NotFound => ScimRefused::NotFound,
            fault => ScimRefused::Fault(fault),
        }
    }
}

/// Why there is no new token.
#[derive(Debug, thiserror::Error)]
pub enum TokenRefused {
    /// Without a name nobody knows which one to end.
    #[error("a token needs a name of 1 to {TOKEN_NAME} characters")]
    Name,
    /// There are [`TOKENS`].
    #[error("there are {TOKENS} tokens already: end one first")]
    Full,
    /// The machinery.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// Makes a token for a directory: the secret is told once and never kept. `by` is nobody on the command line.
///
/// # Errors
/// [`TokenRefused`].
pub async fn make_token(
    desk: &Desk,
    organisation: OrganisationId,
    by: Option<Actor>,
    name: &str,
) -> Result<Secret, TokenRefused> {
    let name = name.trim().to_owned();
    if name.is_empty() || name.chars().count() > TOKEN_NAME {
        return Err(TokenRefused::Name);
    }
    let secret = Secret::from_random(desk.random());
    let hash = secret.hash();
    desk.write(move |tx| {
        if store::scim::tokens(tx, organisation)?.len() >= TOKENS {
            return Err(TokenRefused::Full);
        }
        store::scim::add_token(tx, organisation, &name, &hash, by.map(|by| by.person))?;
        match by {
            Some(by) => note(tx, &by, Act::TokenMade.note())?,
            None => note_itself(tx, organisation, Act::TokenMade.note())?,
        }
        Ok(())
    })
    .await?;
    Ok(secret)
}

/// Ends a token: whoever holds it is refused from now on.
///
/// # Errors
/// A [`Fault`].
pub fn end_token(tx: &mut Tx<'_>, by: &Actor, token: i64) -> Result<(), Fault> {
    store::scim::end_token(tx, by.organisation, token)?;
    note(tx, by, Act::TokenEnded.note())
}

/// How things are with the directory: for those who run the installation.
#[derive(Debug, Clone)]
pub struct Overview {
    /// What it shows who it is by.
    pub tokens: Vec<StoredToken>,
    /// Users, and how many of them may sign in.
    pub users: (u32, u32),
    /// Groups, with how many members.
    pub groups: Vec<(StoredGroup, u32)>,
    /// Who may not sign in though the directory does not know them any more; the latest, with the moment.
    pub left_locked: Vec<(PersonId, String, jiff::Timestamp)>,
}

/// How things are with the directory.
///
/// # Errors
/// A [`Fault`].
pub fn overview(tx: &mut Tx<'_>, by: &Actor) -> Result<Overview, Fault> {
    let here = by.organisation;
    let groups = store::scim::groups(tx, here)?;
    let counted = groups.into_iter().map(|group| {
        let members = store::scim::count_members(tx, here, group.id)?;
        Ok((group, members))
    });
    let groups = counted.collect::<Result<_, Fault>>()?;
    Ok(Overview {
        tokens: store::scim::tokens(tx, here)?,
        users: store::scim::count_users(tx, here)?,
        groups,
        left_locked: store::scim::left_locked(tx, here, SHOWN)?,
    })
}

/// Says what the members of a group may be: those who are in it get it now, and those who come later then.
///
/// # Errors
/// [`ScimRefused::NotFound`] for a group that is not there, or a role that no group gives; a fault.
pub fn give_group_role(
    tx: &mut Tx<'_>,
    by: &Actor,
    group: DirectoryGroupId,
    role: Option<Role>,
) -> Result<(), ScimRefused> {
    if role.is_some_and(|role| !ROLES.contains(&role)) {
        return Err(ScimRefused::NotFound);
    }
    store::scim::group(tx, by.organisation, group)?;
    store::scim::set_group_role(tx, by.organisation, group, role)?;
    let said = role.map_or(Act::GroupRoleSaid.note(), |role| Act::GroupRoleSaid.note().saying(role.code()));
    note(tx, by, said)?;
    for person in store::scim::member_people(tx, by.organisation, group)? {
        settle_roles(tx, by.organisation, person)?;
    }
    Ok(())
}

/// Lets somebody sign in again whom the directory locked out and does not know any more. Whoever it does know is the directory's to let in.
///
/// # Errors
/// A [`Fault`]; [`Fault::NotFound`] for whoever the directory knows.
pub fn let_in(tx: &mut Tx<'_>, by: &Actor, person: PersonId) -> Result<(), Fault> {
    match store::scim::user_of(tx, by.organisation, person)? {
        Some(_) => Err(Fault::NotFound),
        None => {
            store::scim::unlock(tx, by.organisation, person)?;
            note(tx, by, Act::LetIn.of(person))
        }
    }
}

/// The directory that shows a token. Tokens that are not valid are counted by network; one that is valid is always taken.
///
/// # Errors
/// [`ScimRefused::NoToken`], [`ScimRefused::TooMany`], or a fault.
pub async fn recognise(desk: &Desk, network: &str, secret: Option<Secret>) -> Result<Directory, ScimRefused> {
    let hash = secret.map(|secret| secret.hash());
    let found = match hash {
        None => None,
        Some(hash) => desk.glance(move |tx| store::scim::token(tx, &hash)).await?,
    };
    let Some((organisation, token, seen_at)) = found else {
        let counter = desk.keys.counter("scim-token", &[network]);
        let counted =
            desk.write(move |tx| crate::access::count(tx, &counter, Allowance::TOKENS_FROM_NETWORK));
        return Err(match counted.await {
            Ok(()) => ScimRefused::NoToken,
            Err(SignInRefused::Fault(fault)) => fault.into(),
            Err(_) => ScimRefused::TooMany,
        });
    };
    if seen_at.is_none_or(|at| desk.now().duration_since(at) >= NOTED_EVERY) {
        desk.write(move |tx| store::scim::token_seen(tx, organisation, token)).await?;
    }
    Ok(Directory { organisation })
}

/// A user.
///
/// # Errors
/// [`ScimRefused::NotFound`], a fault.
pub fn user(tx: &mut Tx<'_>, by: &Directory, id: DirectoryUserId) -> Result<StoredUser, ScimRefused> {
    Ok(store::scim::user(tx, by.organisation, id)?)
}

/// Which users may be the ones asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Among {
    /// Any of them.
    All,
    /// The one with an id.
    Id(DirectoryUserId),
    /// The one with a user name, however it is written.
    Named(String),
    /// Those that the directory itself calls so.
    Called(String),
}

/// The users among whom those asked for are, in the order of their ids.
///
/// # Errors
/// A fault.
pub fn users_among(tx: &mut Tx<'_>, by: &Directory, among: &Among) -> Result<Vec<StoredUser>, ScimRefused> {
    let here = by.organisation;
    Ok(match among {
        Among::All => store::scim::users(tx, here, 0, u32::MAX)?,
        Among::Id(id) => match store::scim::user(tx, here, *id) {
            Err(Fault::NotFound) => Vec::new(),
            found => vec![found?],
        },
        Among::Named(name) => store::scim::user_named(tx, here, name)?.into_iter().collect(),
        Among::Called(name) => store::scim::users_called(tx, here, name)?,
    })
}

/// How many users there are, and those of a page.
///
/// # Errors
/// A fault.
pub fn users_page(
    tx: &mut Tx<'_>,
    by: &Directory,
    skip: u32,
    most: u32,
) -> Result<(u32, Vec<StoredUser>), ScimRefused> {
    let (all, _) = store::scim::count_users(tx, by.organisation)?;
    Ok((all, store::scim::users(tx, by.organisation, skip, most)?))
}

/// Takes in a user: somebody who is known already, or somebody new without an employment.
///
/// # Errors
/// [`ScimRefused`].
pub fn add_user(tx: &mut Tx<'_>, by: &Directory, said: &DirectoryUser) -> Result<StoredUser, ScimRefused> {
    let here = by.organisation;
    may_be_kept(said)?;
    if store::scim::user_named(tx, here, &said.user_name)?.is_some() {
        return Err(ScimRefused::Taken("userName"));
    }
    let with_number = match &said.employee_number {
        Some(number) => store::scim::person_with_key(tx, here, number)?,
        None => None,
    };
    let with_address = match said.address() {
        Some(address) => store::people::by_mail(tx, &address)?.map(|person| person.id),
        None => None,
    };
    let person = match Meeting::of(with_number, with_address) {
        Meeting::Two => return Err(ScimRefused::TwoPeople),
        Meeting::New => add_person(tx, here, said)?,
        Meeting::Known(person) => {
            if store::scim::user_of(tx, here, person)?.is_some() {
                let attribute = if with_number.is_some() { "employeeNumber" } else { "emails" };
                return Err(ScimRefused::Taken(attribute));
            }
            tell_person(tx, here, person, None, said)?;
            person
        }
    };
    let id = store::scim::add_user(tx, here, person, said)?;
    let_sign_in(tx, here, person, said.active)?;
    user(tx, by, id)
}

/// Changes a user into what `change` makes of it. `wanted` are the versions that it may have; none means any.
///
/// # Errors
/// What `change` says, or [`ScimRefused`].
pub fn change_user<E: From<ScimRefused>>(
    tx: &mut Tx<'_>,
    by: &Directory,
    id: DirectoryUserId,
    wanted: Option<&[i64]>,
    change: impl FnOnce(&StoredUser) -> Result<DirectoryUser, E>,
) -> Result<StoredUser, E> {
    let before = user(tx, by, id)?;
    is_wanted(wanted, before.version)?;
    let said = change(&before)?;
    if said == before.said {
        return Ok(before);
    }
    remember_user(tx, by, &before, &said).map_err(E::from)
}

fn remember_user(
    tx: &mut Tx<'_>,
    by: &Directory,
    before: &StoredUser,
    said: &DirectoryUser,
) -> Result<StoredUser, ScimRefused> {
    let here = by.organisation;
    may_be_kept(said)?;
    let named = store::scim::user_named(tx, here, &said.user_name)?;
    if named.is_some_and(|named| named.id != before.id) {
        return Err(ScimRefused::Taken("userName"));
    }
    tell_person(tx, here, before.person, Some(&before.said), said)?;
    store::scim::set_user(tx, here, before.id, said)?;
    if said.active != before.said.active {
        let_sign_in(tx, here, before.person, said.active)?;
        settle_roles(tx, here, before.person)?;
    }
    user(tx, by, before.id)
}

/// Lets go of a user. The person stays if the staff list knows them, and may not sign in; else they are forgotten at night, as whoever
/// has no employment is.
///
/// # Errors
/// [`ScimRefused::NotFound`], [`ScimRefused::Version`], a fault.
pub fn remove_user(
    tx: &mut Tx<'_>,
    by: &Directory,
    id: DirectoryUserId,
    wanted: Option<&[i64]>,
) -> Result<(), ScimRefused> {
    let before = user(tx, by, id)?;
    is_wanted(wanted, before.version)?;
    store::scim::drop_user(tx, by.organisation, id)?;
    settle_roles(tx, by.organisation, before.person)?;
    let_sign_in(tx, by.organisation, before.person, false)
}

/// A group.
///
/// # Errors
/// [`ScimRefused::NotFound`], a fault.
pub fn group(tx: &mut Tx<'_>, by: &Directory, id: DirectoryGroupId) -> Result<StoredGroup, ScimRefused> {
    Ok(store::scim::group(tx, by.organisation, id)?)
}

/// Every group, in the order of their ids.
///
/// # Errors
/// A fault.
pub fn groups(tx: &mut Tx<'_>, by: &Directory) -> Result<Vec<StoredGroup>, ScimRefused> {
    Ok(store::scim::groups(tx, by.organisation)?)
}

/// The members of a group, in the order of their ids.
///
/// # Errors
/// A fault.
pub fn members(
    tx: &mut Tx<'_>,
    by: &Directory,
    id: DirectoryGroupId,
) -> Result<Vec<DirectoryUserId>, ScimRefused> {
    Ok(store::scim::members(tx, by.organisation, id)?)
}

/// What a directory says of a group, besides its members.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupSaid {
    /// How it is shown, 1..=200 characters.
    pub display_name: String,
    /// What the directory itself calls it, 1..=254 characters.
    pub external_id: Option<String>,
}

/// What happens to the members of a group.
pub enum Membership {
    /// These are in it too.
    Add(Vec<DirectoryUserId>),
    /// These are not in it.
    Remove(Vec<DirectoryUserId>),
    /// Those of whom this is true are not in it.
    RemoveThose(Box<dyn Fn(DirectoryUserId) -> bool>),
    /// These are in it and nobody else.
    Replace(Vec<DirectoryUserId>),
}

/// Takes in a group. Its members get nothing by it until somebody has said here what the group gives.
///
/// # Errors
/// [`ScimRefused`].
pub fn add_group(
    tx: &mut Tx<'_>,
    by: &Directory,
    said: &GroupSaid,
    members: Vec<DirectoryUserId>,
) -> Result<StoredGroup, ScimRefused> {
    group_may_be_kept(said)?;
    if store::scim::groups(tx, by.organisation)?.len() >= GROUPS {
        return Err(ScimRefused::Full);
    }
    let external_id = said.external_id.as_deref();
    let id = store::scim::add_group(tx, by.organisation, &said.display_name, external_id)?;
    enrol(tx, by, id, None, Membership::Add(members))?;
    group(tx, by, id)
}

/// Changes a group into what `change` makes of it. `wanted` are the versions that it may have; none means any.
///
/// # Errors
/// What `change` says, or [`ScimRefused`].
pub fn change_group<E: From<ScimRefused>>(
    tx: &mut Tx<'_>,
    by: &Directory,
    id: DirectoryGroupId,
    wanted: Option<&[i64]>,
    change: impl FnOnce(&StoredGroup) -> Result<(GroupSaid, Vec<Membership>), E>,
) -> Result<StoredGroup, E> {
    let before = group(tx, by, id)?;
    is_wanted(wanted, before.version)?;
    let (said, memberships) = change(&before)?;
    remember_group(tx, by, &before, &said, memberships).map_err(E::from)
}

fn remember_group(
    tx: &mut Tx<'_>,
    by: &Directory,
    before: &StoredGroup,
    said: &GroupSaid,
    memberships: Vec<Membership>,
) -> Result<StoredGroup, ScimRefused> {
    group_may_be_kept(said)?;
    let mut changed = before.display_name != said.display_name || before.external_id != said.external_id;
    for membership in memberships {
        changed |= enrol(tx, by, before.id, before.role, membership)?;
    }
    if changed {
        let external_id = said.external_id.as_deref();
        store::scim::set_group(tx, by.organisation, before.id, &said.display_name, external_id)?;
    }
    group(tx, by, before.id)
}

/// Lets go of a group, and takes back what it gave.
///
/// # Errors
/// [`ScimRefused::NotFound`], [`ScimRefused::Version`], a fault.
pub fn remove_group(
    tx: &mut Tx<'_>,
    by: &Directory,
    id: DirectoryGroupId,
    wanted: Option<&[i64]>,
) -> Result<(), ScimRefused> {
    let before = group(tx, by, id)?;
    is_wanted(wanted, before.version)?;
    let had = match before.role {
        Some(_) => store::scim::member_people(tx, by.organisation, id)?,
        None => Vec::new(),
    };
    store::scim::drop_group(tx, by.organisation, id)?;
    for person in had {
        settle_roles(tx, by.organisation, person)?;
    }
    Ok(())
}

/// Whether any membership changed.
fn enrol(
    tx: &mut Tx<'_>,
    by: &Directory,
    group: DirectoryGroupId,
    role: Option<Role>,
    membership: Membership,
) -> Result<bool, ScimRefused> {
    let here = by.organisation;
    let (leave, come) = match membership {
        Membership::Add(come) => (Vec::new(), come),
        Membership::Remove(leave) => (leave, Vec::new()),
        Membership::RemoveThose(those) => {
            let members = store::scim::members(tx, here, group)?;
            (members.into_iter().filter(|member| those(*member)).collect(), Vec::new())
        }
        Membership::Replace(come) => {
            let members = store::scim::members(tx, here, group)?;
            let stay: std::collections::HashSet<_> = come.iter().copied().collect();
            (members.into_iter().filter(|member| !stay.contains(member)).collect(), come)
        }
    };
    let mut changed = Vec::new();
    for user in leave {
        if store::scim::drop_member(tx, here, group, user)? {
            changed.push(user);
        }
    }
    for user in come {
        if store::scim::add_member(tx, here, group, user)? {
            changed.push(user);
        } else if matches!(store::scim::user(tx, here, user), Err(Fault::NotFound)) {
            return Err(ScimRefused::NoSuchMember);
        }
    }
    if store::scim::count_members(tx, here, group)? as usize > MEMBERS {
        return Err(ScimRefused::Full);
    }
    if role.is_some() {
        for user in &changed {
            let person = store::scim::user(tx, here, *user)?.person;
            settle_roles(tx, here, person)?;
        }
    }
    Ok(!changed.is_empty())
}

fn is_wanted(wanted: Option<&[i64]>, version: i64) -> Result<(), ScimRefused> {
    if wanted.is_none_or(|wanted| wanted.contains(&version)) { Ok(()) } else { Err(ScimRefused::Version) }
}

/// Nothing too long, and no personal identity number: not even as the name in an address.
fn may_be_kept(said: &DirectoryUser) -> Result<(), ScimRefused> {
    said.check()?;
    no_identity_number(said.texts().map(|(attribute, text, _)| (attribute, text)))
}

fn group_may_be_kept(said: &GroupSaid) -> Result<(), ScimRefused> {
    let external_id = said.external_id.as_deref().map(|text| ("externalId", text, 254));
    let texts = [Some(("displayName", said.display_name.as_str(), 200)), external_id];
    for (attribute, text, longest) in texts.into_iter().flatten() {
        if !(1..=longest).contains(&text.chars().count()) {
            return Err(WrongLength { attribute, shortest: 1, longest }.into());
        }
        no_identity_number([(attribute, text)].into_iter())?;
    }
    Ok(())
}

fn no_identity_number<'t>(texts: impl Iterator<Item = (&'static str, &'t str)>) -> Result<(), ScimRefused> {
    for (attribute, text) in texts {
        let name = text.split('@').next().unwrap_or_default();
        if text.split_whitespace().chain([name]).any(looks_like_identity_number) {
            return Err(ScimRefused::IdentityNumber(attribute));
        }
    }
    Ok(())
}

fn add_person(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    said: &DirectoryUser,
) -> Result<PersonId, ScimRefused> {
    let (id, (given_name, family_name)) = (PersonId(tx.fresh_id()?), said.name());
    let mail = said.address();
    let person = Person { id, organisation, given_name, family_name, mail, language: None, scheme: None };
    store::people::add(tx, &person)?;
    Ok(id)
}

/// The person becomes as the directory says, where the staff list does not know better.
fn tell_person(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    person: PersonId,
    before: Option<&DirectoryUser>,
    said: &DirectoryUser,
) -> Result<(), ScimRefused> {
    let is = store::people::by_id(tx, organisation, person)?;
    let listed = store::people::key_of(tx, organisation, person)?.is_some();
    let (given, family) = if listed { (is.given_name.clone(), is.family_name.clone()) } else { said.name() };
    let (said_before, said_now) = (before.and_then(DirectoryUser::address), said.address());
    let mail = address_after(is.mail.as_deref(), listed, said_before.as_deref(), said_now.as_deref());
    if let Some(mail) = mail.as_deref().filter(|mail| is.mail.as_deref() != Some(*mail))
        && store::people::by_mail(tx, mail)?.is_some()
    {
        return Err(ScimRefused::Taken("emails"));
    }
    if (&given, &family, &mail) != (&is.given_name, &is.family_name, &is.mail) {
        store::people::set_name(tx, organisation, person, &given, &family, mail.as_deref())?;
    }
    Ok(())
}

fn let_sign_in(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    person: PersonId,
    active: bool,
) -> Result<(), ScimRefused> {
    let act = if active {
        store::scim::unlock(tx, organisation, person)?;
        Act::LetIn
    } else {
        store::scim::lock(tx, organisation, person)?;
        Act::LockedOut
    };
    note_itself(tx, organisation, act.of(person))?;
    Ok(())
}

/// Gives somebody what their groups give, and takes back what they gave. The log tells of each.
fn settle_roles(tx: &mut Tx<'_>, organisation: OrganisationId, person: PersonId) -> Result<(), Fault> {
    let settled = store::scim::settle_roles(tx, organisation, person)?;
    for (act, roles) in [(Act::RoleGiven, settled.given), (Act::RoleTaken, settled.taken)] {
        for role in roles {
            note_itself(tx, organisation, act.of(person).saying(role.code()))?;
        }
    }
    Ok(())
}
