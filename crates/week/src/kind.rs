use crate::Area;

/// The six kinds of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Leadership contribution: strengthens the conditions, abilities or attitudes of those one leads.
    Lead,
    /// Coordination: with other leaders, authorities, unions, projects and suppliers.
    Coordination,
    /// Administration: rotas, budgets, reports, mail, systems.
    Administration,
    /// Firefighting: what could not wait.
    Firefighting,
    /// Recovery: breaks, exercise, leave.
    Recovery,
    /// Other: private, travel, and what the calendar does not say.
    Other,
}

impl Kind {
    /// All six, in the order they are shown.
    pub const ALL: [Kind; 6] = [
        Kind::Lead,
        Kind::Coordination,
        Kind::Administration,
        Kind::Firefighting,
        Kind::Recovery,
        Kind::Other,
    ];

    /// The name it is stored and sent by.
    pub const fn code(self) -> &'static str {
        match self {
            Kind::Lead => "lead",
            Kind::Coordination => "coordination",
            Kind::Administration => "administration",
            Kind::Firefighting => "firefighting",
            Kind::Recovery => "recovery",
            Kind::Other => "other",
        }
    }

    /// Reads a stored name; anything else is `None`.
    pub fn from_code(code: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Its place in [`Kind::ALL`].
    pub const fn index(self) -> usize {
        self as usize
    }
}

/// Where a booking's time is placed: a kind, and for leadership contribution the area.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Place {
    /// Leadership contribution in an area.
    Lead(Area),
    /// Coordination.
    Coordination,
    /// Administration.
    Administration,
    /// Firefighting.
    Firefighting,
    /// Recovery.
    Recovery,
    /// Other.
    Other,
}

impl Place {
    /// The kind of time.
    pub const fn kind(self) -> Kind {
        match self {
            Place::Lead(_) => Kind::Lead,
            Place::Coordination => Kind::Coordination,
            Place::Administration => Kind::Administration,
            Place::Firefighting => Kind::Firefighting,
            Place::Recovery => Kind::Recovery,
            Place::Other => Kind::Other,
        }
    }

    /// The area: of leadership contribution only.
    pub const fn area(self) -> Option<Area> {
        match self {
            Place::Lead(area) => Some(area),
            _ => None,
        }
    }

    /// Puts the two together. `None` when leadership lacks its area or another kind carries one.
    pub const fn from_parts(kind: Kind, area: Option<Area>) -> Option<Place> {
        match (kind, area) {
            (Kind::Lead, Some(area)) => Some(Place::Lead(area)),
            (Kind::Lead, None) | (_, Some(_)) => None,
            (Kind::Coordination, None) => Some(Place::Coordination),
            (Kind::Administration, None) => Some(Place::Administration),
            (Kind::Firefighting, None) => Some(Place::Firefighting),
            (Kind::Recovery, None) => Some(Place::Recovery),
            (Kind::Other, None) => Some(Place::Other),
        }
    }
}
