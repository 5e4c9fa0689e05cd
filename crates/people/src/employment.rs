use crate::{EmploymentId, Occupation, PersonId, Span, UnitId};

/// A person's work in one unit. Whoever is moved ends one and begins another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Employment {
    /// Its id.
    pub id: EmploymentId,
    /// What the HR system calls it; the same for what follows it when somebody is moved.
    pub key: Option<String>,
    /// Who.
    pub person: PersonId,
    /// Where.
    pub unit: UnitId,
    /// As what, if that is known.
    pub occupation: Option<Occupation>,
    /// Of full time, in per cent, at most 100; 0 for those paid by the hour.
    pub extent_percent: u32,
    /// Paid by the hour: works when called.
    pub hourly: bool,
    /// When.
    pub span: Span,
    /// Away from work: parental leave, studies. Within the employment, never overlapping.
    pub leave: Vec<Span>,
}

impl Employment {
    /// Whether they are away on `day`.
    pub fn on_leave(&self, day: jiff::civil::Date) -> bool {
        self.leave.iter().any(|leave| leave.holds(day))
    }
}

/// A person leading a unit. Two at once share it; an acting one stands in for the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lead {
    /// What is led.
    pub unit: UnitId,
    /// By whom.
    pub person: PersonId,
    /// In place of whoever leads it otherwise.
    pub acting: bool,
    /// When.
    pub span: Span,
}
