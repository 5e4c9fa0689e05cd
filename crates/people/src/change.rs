use jiff::civil::Date;

use crate::{Employment, EmploymentId, Lead, PersonId, Span, UnitFacts, UnitId};

/// One thing that becomes different in a [`Chart`](crate::Chart): what the rules hand to whoever remembers it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A unit is there from a day on.
    OpenUnit {
        /// Which.
        unit: UnitId,
        /// What the HR system calls it.
        key: Option<String>,
        /// Its first day.
        from: Date,
        /// What it is.
        facts: UnitFacts,
    },
    /// The HR system calls a unit something else.
    KeyUnit {
        /// Which.
        unit: UnitId,
        /// What the HR system calls it.
        key: Option<String>,
    },
    /// A unit is something else from a day on, until its next version.
    SetUnit {
        /// Which.
        unit: UnitId,
        /// From this day.
        from: Date,
        /// What it is then.
        facts: UnitFacts,
    },
    /// A unit is no more.
    CloseUnit {
        /// Which.
        unit: UnitId,
        /// The day after its last.
        on: Date,
    },
    /// Another unit takes over what a closed one did.
    Follow {
        /// The closed one.
        unit: UnitId,
        /// The one that follows.
        by: UnitId,
    },
    /// An employment begins.
    Employ(Employment),
    /// An employment ends; one that has not begun is as if it had never been.
    EndEmployment {
        /// Which.
        employment: EmploymentId,
        /// The day after its last.
        on: Date,
    },
    /// What is said of an employment is different, or when it ends; where, who and since when are the same.
    SetEmployment(Employment),
    /// Somebody begins to lead.
    Lead(Lead),
    /// Somebody leads no more; what has not begun is as if it had never been.
    EndLead {
        /// What they led.
        unit: UnitId,
        /// Who.
        person: PersonId,
        /// Since when: one may lead the same unit twice.
        from: Date,
        /// The day after the last.
        on: Date,
    },
}

/// Why something cannot happen in a [`Chart`](crate::Chart). Nothing of it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// No such unit, or it is not there on that day.
    #[error("the unit is not there on that day")]
    NoUnit,
    /// The unit above is not there for as long as this one.
    #[error("the unit above is not there for as long")]
    NoParent,
    /// A unit would belong to itself, by however many steps.
    #[error("a unit cannot belong to itself")]
    Ring,
    /// Deeper than [`DEEPEST`](crate::DEEPEST).
    #[error("the tree is at most {} deep", crate::DEEPEST)]
    TooDeep,
    /// Other units belong to it then.
    #[error("other units belong to it")]
    HasUnits,
    /// People are employed in it then.
    #[error("people are employed in it")]
    HasPeople,
    /// Named twice in one reorganisation, or gone into itself.
    #[error("a unit stands twice")]
    Twice,
    /// No such employment, or it has ended by then.
    #[error("the employment is not there on that day")]
    NoEmployment,
    /// They lead it already on some of those days.
    #[error("they lead it already")]
    LeadsAlready,
    /// They do not lead it then.
    #[error("they do not lead it")]
    LeadsNot,
    /// Leave outside the employment, or on top of other leave.
    #[error("the leave does not fit the employment")]
    LeaveDoesNotFit,
    /// More than 100 per cent.
    #[error("an extent is 0 to 100 per cent")]
    Extent,
    /// The days end before they begin.
    #[error("that ends before it begins")]
    Backwards,
}

impl Change {
    pub(crate) fn leave(employment: &Employment, leave: Vec<Span>) -> Change {
        Change::SetEmployment(Employment { leave, ..employment.clone() })
    }
}
