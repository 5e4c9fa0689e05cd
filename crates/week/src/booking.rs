use std::fmt;
use std::sync::Arc;

use jiff::Timestamp;

/// The owner's answer to an invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Response {
    /// Said yes.
    Accepted,
    /// Own booking, or not answered: takes time like an accepted one.
    #[default]
    None,
    /// Said maybe: takes time, but gives way to what is certain.
    Tentative,
    /// Said no: takes no time.
    Declined,
}

/// How many take part, the owner included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Size {
    /// Nobody else is invited.
    Alone,
    /// Two.
    Two,
    /// Three to five.
    Few,
    /// Six to nine.
    Some,
    /// Ten or more.
    Many,
}

impl Size {
    /// All five, smallest first: the order of [`crate::Facts::sizes`].
    pub const ALL: [Size; 5] = [Size::Alone, Size::Two, Size::Few, Size::Some, Size::Many];

    /// The size of a booking with so many others invited.
    pub const fn of_others(others: u32) -> Size {
        match others {
            0 => Size::Alone,
            1 => Size::Two,
            2..=4 => Size::Few,
            5..=8 => Size::Some,
            _ => Size::Many,
        }
    }

    pub(crate) const fn index(self) -> usize {
        self as usize
    }
}

/// One occurrence in a calendar, as an analysis wants it. Lives in memory only.
///
/// `Debug` leaves out the title, so that it cannot reach a log.
#[derive(Clone, PartialEq, Eq)]
pub struct Booking {
    /// The title. Read up to [`crate::MAX_TITLE_CHARS`] characters.
    pub title: Arc<str>,
    /// When it starts.
    pub start: Timestamp,
    /// When it ends; at or before the start means no time.
    pub end: Timestamp,
    /// Whole days: no hours, but may tell that the owner is away.
    pub all_day: bool,
    /// One of a series.
    pub recurring: bool,
    /// Other human beings invited, rooms and the owner left out; 0 = alone.
    pub people: u32,
    /// Whether the owner's own manager is invited or invites.
    pub with_own_manager: bool,
    /// How many of `people` have declined.
    pub declined_by_others: u32,
    /// The owner's answer.
    pub response: Response,
    /// Called off: takes no time.
    pub cancelled: bool,
    /// Marked as free: takes no time.
    pub free: bool,
    /// Marked as out of office.
    pub out_of_office: bool,
    /// Marked as private or confidential.
    pub private: bool,
    /// Whether there is any text in the description.
    pub has_agenda: bool,
}

impl Booking {
    /// An own booking of a stretch of time, alone; the rest is filled in with struct update syntax.
    pub fn own(title: &str, start: Timestamp, end: Timestamp) -> Booking {
        Booking {
            title: Arc::from(title),
            start,
            end,
            all_day: false,
            recurring: false,
            people: 0,
            with_own_manager: false,
            declined_by_others: 0,
            response: Response::None,
            cancelled: false,
            free: false,
            out_of_office: false,
            private: false,
            has_agenda: false,
        }
    }

    /// Whether it is a talk between two.
    pub const fn one_to_one(&self) -> bool {
        self.people == 1
    }

    /// How many take part.
    pub const fn size(&self) -> Size {
        Size::of_others(self.people)
    }
}

impl fmt::Debug for Booking {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Booking")
            .field("start", &self.start)
            .field("end", &self.end)
            .field("all_day", &self.all_day)
            .field("recurring", &self.recurring)
            .field("people", &self.people)
            .field("response", &self.response)
            .finish_non_exhaustive()
    }
}
