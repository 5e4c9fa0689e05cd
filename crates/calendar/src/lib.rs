#![doc = include_str!("../README.md")]

mod calendar;
mod days;
mod event;
mod expand;
mod limits;
mod moment;
mod read;
mod refusal;
mod rule;
mod trouble;
mod zone;

pub use calendar::Calendar;
pub use event::{Attendee, AttendeeKind, Busy, Class, Event, Participation, Status, Transparency};
pub use expand::{Occurrence, Occurrences, Window};
pub use limits::{
    CHANGES_PER_ZONE, DATES_PER_EVENT, Limits, OWN_ZONES, RULES_PER_EVENT, TROUBLES, ZONE_STEPS,
};
pub use moment::Moment;
pub use read::read;
pub use refusal::{Kind, Refusal};
pub use trouble::{Trouble, TroubleReason};
