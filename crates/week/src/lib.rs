//! A manager's week: where the hours went, why each landed where it did, and what might go.
//!
//! Pure rules. Titles are borrowed while an analysis runs and are in nothing that is meant to be kept: what a
//! store may keep are [`SeriesPart`], [`Week`] and [`Lesson`], which know a series by a keyed [`Fingerprint`] alone.
//!
//! Times are counted in whole minutes of elapsed time; a booking's start and end are cut down to the minute.

mod analyse;
mod area;
mod before_after;
mod booking;
mod choose_away;
mod classify;
mod fingerprint;
mod from_calendar;
mod gap;
mod kind;
mod lessons;
mod names;
mod parts;
mod reference;
mod review;
mod rhythm;
mod rules;
mod settings;
mod slots;
mod title;
mod trend;
mod usually;
mod week;
mod window;
mod words;

pub use analyse::{Analysis, Aside, MAX_BOOKINGS, TooManyBookings, analyse};
pub use area::Area;
pub use before_after::{BeforeAfter, MIN_WEEKS, NeedsMoreWeeks, Verdict, WORTHWHILE_MINUTES, before_after};
pub use booking::{Booking, Response, Size};
pub use choose_away::{
    BIG_FROM, LONG_FROM_MINUTES, MANY_SHARE, MAX_SUGGESTIONS, Suggestion, WORKING_WEEKS_A_YEAR, Why,
};
pub use classify::{Placed, Reason};
pub use fingerprint::{Fingerprint, Key};
pub use from_calendar::{Owner, bookings};
pub use gap::{Contract, Gap, GapError, Quarters, Unplanned, gap};
pub use kind::{Kind, Place};
pub use lessons::{Lesson, Lessons, MAX_LESSONS, MAX_TOKENS};
pub use parts::{SeriesPart, apply_correction, recount, series_minutes};
pub use reference::{Compare, REFERENCES, Reference, Value};
pub use review::Review;
pub use rhythm::Rhythm;
pub use settings::{DayHours, Settings, SettingsError, WorkingHours};
pub use title::MAX_TITLE_CHARS;
pub use trend::{TREND_WEEKS, Trend};
pub use usually::Usually;
pub use week::{Facts, Minutes, Tally, UNDISTURBED_MINUTES, Week};
pub use window::{MAX_WEEKS, Window, WindowError};
