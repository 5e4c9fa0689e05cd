//! A list of everyone employed, as an HR system exports it, and what it makes different in the organisation. Pure rules.
//!
//! A [`Mapping`] says what each column of a file means. [`StaffList::read`] reads the rows by it: what is wrong with one is a
//! [`RowError`] with row and column, and the rest goes on. [`Plan::make`] lays the list beside the organisation as it is, and says what
//! would become different from today on. Nothing is done here.
//!
//! The list is taken to be whole: whoever came by an earlier list and is missing in this one has left. What was entered by hand is left
//! alone, and so is everything about a row that could not be read.

mod column;
mod entry;
mod export;
mod identity_number;
mod leaders;
mod list;
mod mapping;
mod people_plan;
mod plan;
mod row_error;
mod staff_plan;
mod tally;
mod unit_plan;

pub use column::Column;
pub use entry::{Entry, ListedPerson};
pub use export::{EXPORTED, export};
pub use identity_number::{IdentityNumbers, identity_number_in, looks_like_identity_number};
pub use list::{ListedUnit, StaffList};
pub use mapping::{Mapping, MappingError};
pub use plan::{Known, Plan};
pub use row_error::{RowError, Wrong};
pub use tally::{Tally, Warning};
