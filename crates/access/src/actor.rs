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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Employed: everyone who can sign in.
    Employee,
    /// Leads at least one unit today.
    Leader,
    /// Develops leaders: people, rounds, programme. Sees no manager's own things.
    Hr,
    /// Kommunchef, kommunaldirektør: sees the whole as published.
    TopManager,
    /// Runs the installation. Sees no content.
    It,
}

impl Role {
    /// Every role.
    pub const ALL: [Role; 5] = [Role::Employee, Role::Leader, Role::Hr, Role::TopManager, Role::It];

    /// As stored and as named in the policy table.
    pub const fn code(self) -> &'static str {
        match self {
            Role::Employee => "employee",
            Role::Leader => "leader",
            Role::Hr => "hr",
            Role::TopManager => "top_manager",
            Role::It => "it",
        }
    }

    /// Reads [`Role::code`].
    pub fn from_code(code: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.code() == code)
    }
}

/// A set of roles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Roles(u8);

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
