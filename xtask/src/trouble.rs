use std::fmt;

/// One thing that breaks a rule: where, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Trouble {
    place: String,
    what: String,
}

impl Trouble {
    /// At `place`, a path or a crate.
    pub(crate) fn at(place: impl Into<String>, what: impl Into<String>) -> Trouble {
        Trouble { place: place.into(), what: what.into() }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.place, self.what)
    }
}
