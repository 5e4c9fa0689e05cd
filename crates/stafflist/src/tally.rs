/// What a list makes different, in names: what is shown before it is done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// People that were not known.
    pub new: Vec<String>,
    /// People who were employed, and are no longer.
    pub left: Vec<String>,
    /// People who are in another unit: name, from, to.
    pub moved: Vec<(String, String, String)>,
    /// People of whom something else is different: extent, occupation, leave, another employment, last day.
    pub changed: Vec<String>,
    /// People with another name or address: as it was, as it is.
    pub renamed: Vec<(String, String)>,
    /// Units that were not known.
    pub opened: Vec<String>,
    /// Units that are no more.
    pub closed: Vec<String>,
    /// Units with another name: as it was, as it is.
    pub units_renamed: Vec<(String, String)>,
    /// Units that lie elsewhere: unit, the one above.
    pub units_moved: Vec<(String, String)>,
    /// Who begins to lead: name, unit.
    pub leading: Vec<(String, String)>,
    /// Who leads no more: name, unit.
    pub leading_no_more: Vec<(String, String)>,
}

impl Tally {
    /// Whether nothing is different.
    pub fn is_empty(&self) -> bool {
        *self == Tally::default()
    }
}

/// What looks odd in a list that can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// So many of those that came by lists are gone: more than a third.
    ManyGone {
        /// Gone.
        gone: usize,
        /// Of so many.
        of: usize,
    },
    /// So many units are closed: more than a third.
    ManyClosed {
        /// Closed.
        closed: usize,
        /// Of so many.
        of: usize,
    },
    /// A row could not be read so far as to say what it is about: nobody leaves and nothing is closed by this list.
    NothingEnds,
    /// So many people have no address: they can answer on paper, and not sign in.
    WithoutMail(usize),
    /// So many units have nobody who leads them.
    WithoutLeader(usize),
    /// No column says who leads, and so many units have nobody.
    NoColumnOfLeaders(usize),
    /// No column says what units are called, and so many new ones are named by their code.
    NamedByCode(usize),
    /// So many rows name a manager who is not in the list.
    UnknownManagers(usize),
    /// A unit is not in the list, but something was put into it by hand: it stays.
    UnitKept(String),
}

impl Warning {
    /// Whether somebody must say that it is so indeed.
    pub const fn is_grave(&self) -> bool {
        matches!(self, Warning::ManyGone { .. } | Warning::ManyClosed { .. })
    }
}
