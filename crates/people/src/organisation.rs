use jiff::tz::TimeZone;

use crate::{Language, OrganisationId, UnitId};

/// A municipality or a region.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    /// Its id.
    pub id: OrganisationId,
    /// Its own name.
    pub name: String,
    /// What is spoken where nothing else is known.
    pub language: Language,
    /// Its IANA time zone, such as `Europe/Stockholm`.
    pub zone: String,
    /// Made up by the demo generator: said on every page, and never mixed with real people.
    pub demo: bool,
}

impl Organisation {
    /// Its time zone; UTC when the name is unknown.
    pub fn time_zone(&self) -> TimeZone {
        TimeZone::get(&self.zone).unwrap_or(TimeZone::UTC)
    }
}

/// A node in the organisation's tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Its id.
    pub id: UnitId,
    /// The unit it belongs to; the top has none.
    pub parent: Option<UnitId>,
    /// Its name, 1..=200 characters.
    pub name: String,
    /// What sort of node.
    pub sort: UnitSort,
    /// How many places its work is done at.
    pub sites: u32,
}

/// What sort of node a unit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum UnitSort {
    /// The top.
    Municipality,
    /// A förvaltning: an authority of its own.
    Department,
    /// Units under one manager's manager.
    Area,
    /// Where people work.
    Unit,
}

impl UnitSort {
    /// All, from the top down.
    pub const ALL: [UnitSort; 4] =
        [UnitSort::Municipality, UnitSort::Department, UnitSort::Area, UnitSort::Unit];

    /// Reads [`UnitSort::code`]; anything else is `None`.
    pub fn from_code(code: &str) -> Option<UnitSort> {
        UnitSort::ALL.into_iter().find(|sort| sort.code() == code)
    }

    /// As stored.
    pub const fn code(self) -> &'static str {
        match self {
            UnitSort::Municipality => "municipality",
            UnitSort::Department => "department",
            UnitSort::Area => "area",
            UnitSort::Unit => "unit",
        }
    }
}

/// What a manager has to lead with: shown beside the week, and carried upward. Structure, not behaviour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conditions {
    /// The units they lead.
    pub units: Vec<Unit>,
    /// Their span of control: people employed in those units, themselves not counted.
    pub span: u32,
    /// Places the work is done at.
    pub sites: u32,
    /// The manager above them, if there is one.
    pub own_manager: Option<(crate::PersonId, String)>,
}
