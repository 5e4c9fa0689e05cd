//! Everything a person can do: one function each, in one transaction each, by one actor.
//!
//! Actions read, ask the nouns, and remember. They run as closures given to [`Desk::read`] and [`Desk::write`], so that
//! they never wait half-way; slow work (hashing, fetching) stands outside them.

pub mod access;
pub mod account;
pub mod agreed;
pub mod audit;
pub mod authorities;
pub mod ballots;
pub mod by_hand;
mod chance;
pub mod chart;
pub mod check_in;
mod clock;
pub mod clockwork;
pub mod closing;
pub mod conditions;
pub mod demo;
pub mod deputies;
mod desk;
pub mod drops;
pub mod evidence;
pub mod feed;
pub mod feedback;
mod keys;
pub mod leavers;
pub mod letters;
pub mod passkeys;
pub mod people;
pub mod records;
pub mod results;
pub mod roles;
pub mod rounds;
pub mod scim;
mod sealed;
pub mod staff_lists;
pub mod steps;
pub mod week;

pub use clock::Clock;
pub use desk::{Desk, LetterPolicy};
pub use keys::{KeyFault, Keys};
pub use sealed::Unsealable;
pub use store::condition;
pub use store::{Fault, Place, Store, Tx, Wire};
