//! One event of a calendar and what it says.

mod attendee;
mod record;
mod words;

use std::borrow::Cow;

pub use attendee::{Attendee, AttendeeKind, Participation};
pub(crate) use record::{Added, End, Record, Series, Span};
pub use words::{Busy, Class, Status, Transparency};

use crate::Calendar;
use crate::moment::Clock;
use crate::read::lines::unfold;
use crate::read::property::Property;
use crate::read::text::{parts, unescape};

/// One event of a calendar, as a view: texts are unfolded and unescaped when they are asked for.
#[derive(Debug, Clone, Copy)]
pub struct Event<'c> {
    text: &'c str,
    attendees: &'c [Span],
    categories: &'c [Span],
    record: &'c Record,
}

impl<'c> Event<'c> {
    pub(crate) fn new(calendar: &'c Calendar<'_>, record: &'c Record) -> Event<'c> {
        let range = |(from, to): (u32, u32)| from as usize..to as usize;
        Event {
            text: &calendar.text,
            attendees: &calendar.attendees[range(record.attendees)],
            categories: &calendar.categories[range(record.categories)],
            record,
        }
    }

    /// `UID`; empty if the event has none.
    pub fn uid(&self) -> Cow<'c, str> {
        self.record.uid.text(self.text)
    }

    /// `SUMMARY`; empty if the event has none.
    pub fn title(&self) -> Cow<'c, str> {
        self.record.title.text(self.text)
    }

    /// `LOCATION`; empty if the event has none.
    pub fn location(&self) -> Cow<'c, str> {
        self.record.location.text(self.text)
    }

    /// `DESCRIPTION`; empty if the event has none.
    pub fn description(&self) -> Cow<'c, str> {
        self.record.description.text(self.text)
    }

    /// Whether there is a `DESCRIPTION` line.
    pub fn has_description(&self) -> bool {
        !self.record.description.is_empty()
    }

    /// The mail address (or other address) of the `ORGANIZER`, without `mailto:`.
    pub fn organizer(&self) -> Option<Cow<'c, str>> {
        (!self.record.organizer.is_empty()).then(|| Attendee::read(self.record.organizer, self.text).mail)
    }

    /// Everyone and everything invited, in the order of the file.
    pub fn attendees(&self) -> impl ExactSizeIterator<Item = Attendee<'c>> + use<'c> {
        let text = self.text;
        self.attendees.iter().map(move |span| Attendee::read(*span, text))
    }

    /// How many people are invited: attendees that are no room and no resource. A group counts as one.
    pub fn people(&self) -> usize {
        self.attendees().filter(Attendee::is_person).count()
    }

    /// How many of the people declined.
    pub fn declined(&self) -> usize {
        self.attendees()
            .filter(|attendee| attendee.is_person() && attendee.participation == Participation::Declined)
            .count()
    }

    /// `CATEGORIES`, all lists of them joined.
    pub fn categories(&self) -> impl Iterator<Item = Cow<'c, str>> + use<'c> {
        let text = self.text;
        self.categories.iter().flat_map(move |span| match span.value(text) {
            Cow::Borrowed(value) => parts(value).map(|part| unescape(part.trim().into())).collect::<Vec<_>>(),
            Cow::Owned(value) => {
                parts(&value).map(|part| Cow::Owned(unescape(part.trim().into()).into_owned())).collect()
            }
        })
    }

    /// `STATUS`, if it says one of the three words an event can have.
    pub fn status(&self) -> Option<Status> {
        self.record.status
    }

    /// `TRANSP`: whether the event takes time.
    pub fn transparency(&self) -> Transparency {
        self.record.transparency
    }

    /// `CLASS`: who may see it.
    pub fn class(&self) -> Class {
        self.record.class
    }

    /// What Outlook shows the time as (`X-MICROSOFT-CDO-BUSYSTATUS`).
    pub fn busy(&self) -> Option<Busy> {
        self.record.busy
    }

    /// What the organizer wanted the time shown as (`X-MICROSOFT-CDO-INTENDEDSTATUS`).
    pub fn intended(&self) -> Option<Busy> {
        self.record.intended
    }

    /// Whether the event is made of whole days: its start is a date, or Outlook says so (`X-MICROSOFT-CDO-ALLDAYEVENT`; Outlook
    /// also writes such events with times from midnight to midnight, and [`Occurrence::is_all_day`](crate::Occurrence::is_all_day)
    /// sees only the dates).
    pub fn is_all_day(&self) -> bool {
        self.record.all_day || self.record.start.clock == Clock::Date
    }

    /// Whether the event is a series or a changed occurrence of one.
    pub fn is_recurring(&self) -> bool {
        self.record.replaces.is_some() || self.record.series.as_ref().is_some_and(|series| series.recurs())
    }

    /// Whether the event replaces occurrences of a series (`RECURRENCE-ID`).
    pub fn is_change(&self) -> bool {
        self.record.replaces.is_some()
    }

    /// `SEQUENCE`: the number of the revision; 0 if it says none.
    pub fn sequence(&self) -> u32 {
        self.record.sequence
    }

    /// The line of `BEGIN:VEVENT` in the file, from 1.
    pub fn line(&self) -> u32 {
        self.record.line
    }
}

impl Span {
    /// The content line without its folds.
    fn line(self, text: &str) -> Cow<'_, str> {
        unfold(&text[self.at as usize..(self.at + self.length) as usize])
    }

    /// The value of the content line, still escaped.
    fn value(self, text: &str) -> Cow<'_, str> {
        match self.line(text) {
            Cow::Borrowed(line) => Cow::Borrowed(Property::parse(line).map_or("", |property| property.value)),
            Cow::Owned(line) => {
                Cow::Owned(Property::parse(&line).map_or("", |property| property.value).to_owned())
            }
        }
    }

    /// Whether two lines have the same value as a text.
    pub(crate) fn says_the_same(self, other: Span, text: &str) -> bool {
        let raw = |span: Span| &text[span.at as usize..(span.at + span.length) as usize];
        raw(self) == raw(other) || self.text(text) == other.text(text)
    }

    /// The value as a text.
    pub(crate) fn text(self, text: &str) -> Cow<'_, str> {
        unescape(self.value(text))
    }
}
