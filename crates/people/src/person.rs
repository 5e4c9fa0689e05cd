use crate::{Language, OrganisationId, PersonId};

/// A person as the product knows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Theirs alone within the organisation.
    pub id: PersonId,
    /// Whose person.
    pub organisation: OrganisationId,
    /// Given name, 1..=100 characters.
    pub given_name: String,
    /// Family name, 1..=100 characters.
    pub family_name: String,
    /// In lower case. Some have none.
    pub mail: Option<String>,
    /// The language they chose; without a choice the browser decides.
    pub language: Option<Language>,
    /// Light or dark, if they chose.
    pub scheme: Option<Scheme>,
}

impl Person {
    /// Given and family name.
    pub fn name(&self) -> String {
        format!("{} {}", self.given_name, self.family_name)
    }
}

/// Light or dark pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// Dark text on light.
    Light,
    /// Light text on dark.
    Dark,
}

impl Scheme {
    /// As stored, sent and written in the page: `light` or `dark`.
    pub const fn code(self) -> &'static str {
        match self {
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        }
    }

    /// Reads [`Scheme::code`]; anything else is `None`.
    pub fn from_code(code: &str) -> Option<Scheme> {
        match code {
            "light" => Some(Scheme::Light),
            "dark" => Some(Scheme::Dark),
            _ => None,
        }
    }
}
