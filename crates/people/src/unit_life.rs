use jiff::civil::Date;

use crate::{Span, UnitId, UnitSort};

/// What a unit is at a time. All of it may change; the unit stays the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitFacts {
    /// The unit it belongs to; the top has none.
    pub parent: Option<UnitId>,
    /// Its name, 1..=200 characters.
    pub name: String,
    /// What sort of node.
    pub sort: UnitSort,
    /// How many places its work is done at, at most 1000.
    pub sites: u32,
}

/// A unit from its first day to its last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitLife {
    id: UnitId,
    key: Option<String>,
    /// Never empty, by rising day: each holds until the next.
    versions: Vec<(Date, UnitFacts)>,
    closed: Option<Date>,
    followed_by: Vec<UnitId>,
}

impl UnitLife {
    /// A unit that is `facts` from `from` on. `key` is what the HR system calls it.
    pub fn new(id: UnitId, key: Option<String>, from: Date, facts: UnitFacts) -> UnitLife {
        UnitLife { id, key, versions: vec![(from, facts)], closed: None, followed_by: Vec::new() }
    }

    /// Its id.
    pub const fn id(&self) -> UnitId {
        self.id
    }

    /// What the HR system calls it.
    pub fn key(&self) -> Option<&str> {
        self.key.as_deref()
    }

    /// Its first day.
    pub fn opened(&self) -> Date {
        self.versions[0].0
    }

    /// The day after its last, if it is known.
    pub const fn closed(&self) -> Option<Date> {
        self.closed
    }

    /// The units that took its work over when it was closed.
    pub fn followed_by(&self) -> &[UnitId] {
        &self.followed_by
    }

    /// Everything it was, is and is to be, each with its first day.
    pub fn versions(&self) -> &[(Date, UnitFacts)] {
        &self.versions
    }

    /// What it is on `day`; `None` before it is opened and once it is closed.
    pub fn on(&self, day: Date) -> Option<&UnitFacts> {
        if self.closed.is_some_and(|closed| closed <= day) {
            return None;
        }
        let begun = self.versions.partition_point(|(from, _)| *from <= day);
        Some(&self.versions[begun.checked_sub(1)?].1)
    }

    /// Whether it is there on every day of `span`.
    pub fn covers(&self, span: Span) -> bool {
        Span::new(self.opened(), self.closed).is_some_and(|life| life.covers(span))
    }

    pub(crate) fn set_key(&mut self, key: Option<String>) {
        self.key = key;
    }

    /// It is `facts` from `from` until its next version.
    pub(crate) fn set(&mut self, from: Date, facts: UnitFacts) {
        match self.versions.binary_search_by_key(&from, |(from, _)| *from) {
            Ok(at) => self.versions[at].1 = facts,
            Err(at) => self.versions.insert(at, (from, facts)),
        }
    }

    pub(crate) fn close(&mut self, on: Date) {
        self.closed = Some(on);
    }

    pub(crate) fn follow(&mut self, by: UnitId) {
        if !self.followed_by.contains(&by) {
            self.followed_by.push(by);
        }
    }
}
