use jiff::civil::Date;

/// Days from `from` until the day before `to`; without `to`, until further notice. Never empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    from: Date,
    to: Option<Date>,
}

impl Span {
    /// From `from` until the day before `to`; `None` when that holds no day.
    pub fn new(from: Date, to: Option<Date>) -> Option<Span> {
        to.is_none_or(|to| from < to).then_some(Span { from, to })
    }

    /// From `from` until further notice.
    pub const fn since(from: Date) -> Span {
        Span { from, to: None }
    }

    /// The first day.
    pub const fn from(self) -> Date {
        self.from
    }

    /// The day after the last, if an end is known.
    pub const fn to(self) -> Option<Date> {
        self.to
    }

    /// Whether `day` is among its days.
    pub fn holds(self, day: Date) -> bool {
        self.from <= day && self.to.is_none_or(|to| day < to)
    }

    /// Whether some day is in both.
    pub fn overlaps(self, other: Span) -> bool {
        self.to.is_none_or(|to| other.from < to) && other.to.is_none_or(|to| self.from < to)
    }

    /// Whether every day of `other` is in this one.
    pub fn covers(self, other: Span) -> bool {
        let ends_later = match (self.to, other.to) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(mine), Some(other)) => other <= mine,
        };
        self.from <= other.from && ends_later
    }

    /// What is left of it before `on`; `None` when nothing is.
    #[must_use]
    pub fn before(self, on: Date) -> Option<Span> {
        Span::new(self.from, Some(self.to.map_or(on, |to| to.min(on))))
    }

    /// What is left of it from `on`; `None` when nothing is.
    #[must_use]
    pub fn after(self, on: Date) -> Option<Span> {
        Span::new(self.from.max(on), self.to)
    }
}
