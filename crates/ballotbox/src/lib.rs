//! What is put into the box and how it comes out: ballots, and when. Nothing in here knows who.
//!
//! Only `store` and `actions` may use this crate: what does not depend on it cannot print an answer.

mod arrival;
mod ballot;
mod form;
mod hours;
mod throttle;

pub use arrival::{Arrival, NotAnArrival};
pub use ballot::{Ballot, BallotError};
pub use blindballot::Nonce;
pub use form::{Form, FormError};
pub use hours::{Hours, Phase};
pub use throttle::{Limit, Throttle, TooMany};
