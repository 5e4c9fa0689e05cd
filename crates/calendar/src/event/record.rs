//! An event as it is kept: small, with the places of its texts instead of copies.

use super::words::{Busy, Class, Status, Transparency};
use crate::moment::Stamp;
use crate::read::values::Length;
use crate::rule::Rule;

/// The place of a content line in the text; length 0 means that there is none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) at: u32,
    pub(crate) length: u32,
}

impl Span {
    pub(crate) fn is_empty(self) -> bool {
        self.length == 0
    }
}

/// How an event ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    /// Nothing is said: a whole day for days, no length for times.
    Unsaid,
    /// `DTEND`
    At(Stamp),
    /// `DURATION`
    Lasting(Length),
}

/// A value of `RDATE`; a period has an end of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Added {
    pub(crate) start: Stamp,
    pub(crate) end: End,
}

/// What makes an event a series.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Series {
    pub(crate) rules: Vec<Rule>,
    /// `EXRULE`, which RFC 2445 had.
    pub(crate) except_rules: Vec<Rule>,
    pub(crate) added: Vec<Added>,
    pub(crate) removed: Vec<Stamp>,
}

impl Series {
    /// Whether there can be more than one occurrence.
    pub(crate) fn recurs(&self) -> bool {
        !self.rules.is_empty() || !self.added.is_empty()
    }
}

/// An event as it is kept.
#[derive(Debug, Clone)]
pub(crate) struct Record {
    pub(crate) line: u32,
    /// Of the UID; 0 if there is none.
    pub(crate) hash: u64,
    pub(crate) uid: Span,
    pub(crate) title: Span,
    pub(crate) location: Span,
    pub(crate) description: Span,
    pub(crate) organizer: Span,
    /// From and to in the calendar's list.
    pub(crate) attendees: (u32, u32),
    /// From and to in the calendar's list.
    pub(crate) categories: (u32, u32),
    pub(crate) start: Stamp,
    pub(crate) end: End,
    /// `RECURRENCE-ID`
    pub(crate) replaces: Option<Stamp>,
    /// `RANGE=THISANDFUTURE`
    pub(crate) and_future: bool,
    pub(crate) series: Option<Box<Series>>,
    pub(crate) sequence: u32,
    /// `DTSTAMP`, which tells copies with the same sequence apart.
    pub(crate) written: i64,
    pub(crate) status: Option<Status>,
    pub(crate) transparency: Transparency,
    pub(crate) class: Class,
    pub(crate) busy: Option<Busy>,
    pub(crate) intended: Option<Busy>,
    /// `X-MICROSOFT-CDO-ALLDAYEVENT`
    pub(crate) all_day: bool,
}
