//! The log: who did what to the organisation, and who looked at results. Lines are added and never changed, each bound to the one
//! before it by a hash. There is no content in it: ids, codes and days, never a name, a title, an answer or anything typed.

mod act;
mod chain;
mod line;

pub use act::{Act, Kind};
pub use chain::{Broken, Chain, Hash, Reading};
pub use line::{Detail, Line, Note};
