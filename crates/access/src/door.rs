use crate::Role;

/// A way in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Door {
    /// A link, by mail or from IT.
    Link,
    /// A password.
    Password,
    /// An account at the organisation's own sign-in.
    Account,
    /// A key in one's phone or computer.
    Passkey,
}

impl Door {
    /// Every door.
    pub const ALL: [Door; 4] = [Door::Link, Door::Password, Door::Account, Door::Passkey];

    /// As stored.
    pub const fn code(self) -> &'static str {
        match self {
            Door::Link => "link",
            Door::Password => "password",
            Door::Account => "account",
            Door::Passkey => "passkey",
        }
    }

    /// Reads [`Door::code`].
    pub fn from_code(code: &str) -> Option<Door> {
        Door::ALL.into_iter().find(|door| door.code() == code)
    }
}

/// Which roles follow from what the organisation's own sign-in says of somebody: for each, the values that give it. Roles that are not
/// named here are given by hand, as everywhere.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RoleMapping(Vec<(Role, Vec<String>)>);

impl RoleMapping {
    /// A mapping; roles without values are left out, and so are those that nobody is given: they follow from the organisation.
    pub fn new(roles: impl IntoIterator<Item = (Role, Vec<String>)>) -> RoleMapping {
        let given = |(role, values): &(Role, Vec<String>)| {
            !values.is_empty() && !matches!(role, Role::Employee | Role::Leader)
        };
        RoleMapping(roles.into_iter().filter(given).collect())
    }

    /// Each role of the mapping, and whether somebody with these values has it.
    pub fn of(&self, values: &[String]) -> Vec<(Role, bool)> {
        let any = |wanted: &Vec<String>| wanted.iter().any(|value| values.contains(value));
        self.0.iter().map(|(role, wanted)| (*role, any(wanted))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_follows_from_any_of_its_values_and_is_lost_without_them() {
        let text = |text: &str| text.to_owned();
        let mapping = RoleMapping::new([
            (Role::Hr, vec![text("g-hr"), text("g-hr-2")]),
            (Role::It, vec![text("g-it")]),
            (Role::TopManager, Vec::new()),
            (Role::Leader, vec![text("g-leaders")]),
        ]);
        assert_eq!(mapping.of(&[text("g-hr-2"), text("g-leaders")]), [(Role::Hr, true), (Role::It, false)]);
        assert_eq!(mapping.of(&[text("G-HR")]), [(Role::Hr, false), (Role::It, false)]);
        assert!(RoleMapping::default().of(&[text("g-hr")]).is_empty());
    }

    #[test]
    fn a_door_reads_back_from_its_code() {
        for door in Door::ALL {
            assert_eq!(Door::from_code(door.code()), Some(door));
        }
        assert_eq!(Door::from_code("window"), None);
    }
}
