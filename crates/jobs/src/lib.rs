//! The clockwork: sends letters, does queued work and clears away, beside the pages.
//!
//! Every node may run one. Work is taken with a claim, so that two nodes never do the same piece at once; a node that
//! goes dark loses its claim after a while, and somebody else does the work again. Nothing here stops the pages: trouble is
//! logged, by number and never by name, and tried again later.

mod calendars;
mod clearing;
mod clockwork;
mod handlers;
mod letters;
mod log;
mod rounds;
mod staff_lists;
mod work;

pub use calendars::fetch_calendar;
pub use clockwork::{LOOK_EVERY, PARTING, Stop, run};
pub use handlers::{Handler, Handlers, NotDone, Soon};
pub use rounds::move_round;
pub use staff_lists::take_staff_list;
