//! What is kept: every sort of it, in which tables, on what ground, for how long, and who can read it.
//!
//! This is the record of processing (GDPR article 30) and the rows for a retention plan, as data. Pages and documents show it, the
//! clockwork clears by its times, and tests hold it to the schema: a table that belongs to no record fails one.

mod kept;
mod record;

pub use kept::{
    CLEARED_EVERY, EndsWith, Kept, LEAVERS_DAYS, LETTERS, LOG_MONTHS, STAFF_LIST, TRIES, UNDOING,
    WEEKS_MONTHS,
};
pub use record::{Area, Ground, Public, RECORDS, Reader, Record, What};
