//! What was wrong in a calendar, and where; never what it said.

use crate::limits::TROUBLES;

/// Something that could not be read or was left out. It carries a line and a reason, and never a word of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trouble {
    /// Line of the file, counted from 1 as an editor does; for an event, the line of its `BEGIN:VEVENT`.
    pub line: u32,
    /// What was wrong.
    pub reason: TroubleReason,
}

/// Why something in a calendar was left out or read in another way than written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, thiserror::Error)]
pub enum TroubleReason {
    /// A line that is no `NAME:value`; left out.
    #[error("a line without a name and a value")]
    NotALine,
    /// A component that does not end, or ends where it should not; read as far as it goes.
    #[error("a component that is not closed")]
    Unclosed,
    /// An event without `DTSTART`; left out.
    #[error("an event without a start")]
    NoStart,
    /// An event whose `DTSTART` cannot be read; left out.
    #[error("a start that is not a date or a time")]
    BadStart,
    /// A `DTEND` or `DURATION` that cannot be read; the event is read as if it had none.
    #[error("an end or a length that cannot be read")]
    BadEnd,
    /// An end before the start; the event has no length.
    #[error("an end before the start")]
    EndBeforeStart,
    /// An `RRULE` or `EXRULE` that cannot be read; the event is read without it.
    #[error("a recurrence rule that cannot be read")]
    BadRule,
    /// A value of `RDATE` or `EXDATE` that cannot be read; left out.
    #[error("a date in a list that cannot be read")]
    BadDate,
    /// A `RECURRENCE-ID` that cannot be read; the event is left out, since it would stand beside the occurrence it replaces.
    #[error("a recurrence identifier that cannot be read")]
    BadRecurrenceId,
    /// A time zone that is neither known nor defined in the file; its times are read as local time at home.
    #[error("an unknown time zone")]
    UnknownZone,
    /// More dates, rules or zones than the limit; the rest are left out.
    #[error("more dates, rules or time zones than are read")]
    TooMany,
    /// More events than [`Limits::events`](crate::Limits::events); left out.
    #[error("more events than are read")]
    TooManyEvents,
    /// The rules ask for more work than the limits allow; later occurrences are left out.
    #[error("a recurrence that asks for too much work")]
    TooMuchWork,
    /// More occurrences than the limits allow; later occurrences are left out.
    #[error("more occurrences than are given")]
    TooManyOccurrences,
}

/// A bounded list of troubles.
#[derive(Debug, Clone, Default)]
pub(crate) struct Troubles {
    pub(crate) list: Vec<Trouble>,
    pub(crate) unlisted: usize,
}

impl Troubles {
    pub(crate) fn add(&mut self, line: u32, reason: TroubleReason) {
        if self.list.len() < TROUBLES {
            self.list.push(Trouble { line, reason });
        } else {
            self.unlisted += 1;
        }
    }
}
