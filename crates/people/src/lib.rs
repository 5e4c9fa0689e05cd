//! The organisation: units in a tree, people, their employments and who leads what, through time. Pure rules.
//!
//! [`Chart`] holds all of it. [`Chart::as_of`] is the one answer to who was where on a day, led by whom; `reorganise.rs` has
//! what can happen to it, and every such happening is a list of [`Change`]s that whoever remembers it applies as well.

mod as_of;
mod change;
mod chart;
mod directory;
mod employment;
mod id;
mod language;
mod occupation;
mod organisation;
mod person;
mod reorganise;
mod span;
mod staff_changes;
mod unit_life;

pub use as_of::{AsOf, Leaders, Member};
pub use change::{Change, Refused};
pub use chart::{Chart, DEEPEST};
pub use directory::{
    DirectoryGroupId, DirectoryMail, DirectoryUser, DirectoryUserId, Meeting, WrongLength, address_after,
};
pub use employment::{Employment, Lead};
pub use id::{EmploymentId, OrganisationId, PersonId, UnitId};
pub use language::Language;
pub use occupation::Occupation;
pub use organisation::{Conditions, Organisation, Unit, UnitSort};
pub use person::{Person, Scheme};
pub use span::Span;
pub use unit_life::{UnitFacts, UnitLife};
