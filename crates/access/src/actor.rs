use people::{OrganisationId, PersonId};

/// Who does something: a person of an organisation, with the roles they have at this moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Actor {
    /// Where they belong.
    pub organisation: OrganisationId,
    /// Who they are.
    pub person: PersonId,
    /// What they may be.
    pub roles: Roles,
}

/// What a person is to the product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Employed: everyone who can sign in.
    Employee,
    /// Leads at least one unit today.
    Leader,
    /// Develops leaders: people, rounds, programme. Sees no manager's own things.
    Hr,
    /// HR of one authority (nämnd, udvalg) alone: nothing outside it, and what is within only where the action asks which.
    AuthorityHr,
    /// Kommunchef, kommunaldirektør: sees the whole as published.
    TopManager,
    /// Runs the installation. Sees no content.
    It,
    /// Data protection officer: reads the log. Sees no content.
    DataProtection,
    /// Plans rounds for a unit in its leader's place, until a day.
    RoundsDeputy,
    /// Keeps people and units in HR's place, until a day.
    PeopleDeputy,
}

impl Role {
    /// Every role.
    pub const ALL: [Role; 9] = [
        Role::Employee,
        Role::Leader,
        Role::Hr,
        Role::AuthorityHr,
        Role::TopManager,
        Role::It,
        Role::DataProtection,
        Role::RoundsDeputy,
        Role::PeopleDeputy,
    ];
    /// Those that are given by hand. The others follow from employment, leadership and delegation.
    pub const GIVEN: [Role; 5] =
        [Role::Hr, Role::AuthorityHr, Role::TopManager, Role::It, Role::DataProtection];

    /// As stored and as named in the policy table.
    pub const fn code(self) -> &'static str {
        match self {
            Role::Employee => "employee",
            Role::Leader => "leader",
            Role::Hr => "hr",
            Role::AuthorityHr => "authority_hr",
            Role::TopManager => "top_manager",
            Role::It => "it",
            Role::DataProtection => "data_protection",
            Role::RoundsDeputy => "rounds_deputy",
            Role::PeopleDeputy => "people_deputy",
        }
    }

    /// Whether somebody with `roles` gives and takes this role: IT any, HR those that see what HR sees. HR of an authority is no gift of the
    /// centre's, which would choose its own doorkeeper: the authority's own HR gives it, the first one IT. Never to oneself: the action asks.
    pub const fn is_given_by(self, roles: Roles) -> bool {
        match self {
            Role::Hr | Role::TopManager => roles.has(Role::It) || roles.has(Role::Hr),
            Role::AuthorityHr => roles.has(Role::It) || roles.has(Role::AuthorityHr),
            Role::It | Role::DataProtection => roles.has(Role::It),
            Role::Employee | Role::Leader | Role::RoundsDeputy | Role::PeopleDeputy => false,
        }
    }

    /// Reads [`Role::code`].
    pub fn from_code(code: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.code() == code)
    }
}

/// A set of roles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Roles(u16);

impl Roles {
    /// This set and `role`.
    #[must_use]
    pub const fn with(self, role: Role) -> Roles {
        Roles(self.0 | 1 << role as u8)
    }

    /// Whether `role` is among them.
    pub const fn has(self, role: Role) -> bool {
        self.0 & 1 << role as u8 != 0
    }

    /// Those that are in the set.
    pub fn iter(self) -> impl Iterator<Item = Role> {
        Role::ALL.into_iter().filter(move |role| self.has(*role))
    }
}
