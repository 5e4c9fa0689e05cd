//! A calendar that has been read.

use std::borrow::Cow;

use crate::event::{Event, Record, Span};
use crate::expand::{self, Occurrences, Window};
use crate::trouble::Troubles;
use crate::zone::Zones;
use crate::{Limits, Trouble};

/// The events of a file, and what was wrong with it.
#[derive(Debug, Clone)]
pub struct Calendar<'a> {
    pub(crate) text: Cow<'a, str>,
    pub(crate) records: Vec<Record>,
    /// Places of all `ATTENDEE` lines; a record has a range of them.
    pub(crate) attendees: Vec<Span>,
    /// Places of all `CATEGORIES` lines; a record has a range of them.
    pub(crate) categories: Vec<Span>,
    pub(crate) zones: Zones,
    /// The records so ordered that those with the same UID stand together.
    pub(crate) families: Vec<u32>,
    pub(crate) troubles: Troubles,
    pub(crate) limits: Limits,
}

impl Calendar<'_> {
    /// The events in the order of the file: single events, series, and changed occurrences of series.
    pub fn events(&self) -> impl ExactSizeIterator<Item = Event<'_>> {
        self.records.iter().map(|record| Event::new(self, record))
    }

    /// The event with this number, counted from 0 in the order of the file; see [`Occurrence::event`](crate::Occurrence).
    pub fn event(&self, number: u32) -> Option<Event<'_>> {
        self.records.get(number as usize).map(|record| Event::new(self, record))
    }

    /// What was wrong, in about the order of the file; at most [`TROUBLES`](crate::TROUBLES) of them.
    pub fn troubles(&self) -> &[Trouble] {
        &self.troubles.list
    }

    /// How many troubles there were beyond those listed.
    pub fn unlisted_troubles(&self) -> usize {
        self.troubles.unlisted
    }

    /// The occurrences that overlap a window, sorted by start: recurrences expanded, changed occurrences in place of the
    /// original ones, removed ones left out. Events with `STATUS:CANCELLED` are included; ask [`Event::status`].
    pub fn occurrences(&self, window: &Window) -> Occurrences {
        expand::expand(self, window)
    }
}
