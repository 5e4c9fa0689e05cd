/// Declares a type for the ids of one noun, so that a person's id cannot be taken for a unit's.
#[macro_export]
macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(out)
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::num::ParseIntError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map($name)
            }
        }
    };
}

id! {
    /// An installation's organisation: a municipality or a region.
    OrganisationId
}
id! {
    /// A person, whatever employments they have.
    PersonId
}
id! {
    /// A unit in the organisation's tree.
    UnitId
}
id! {
    /// One employment of a person in a unit. A person may have several.
    EmploymentId
}
