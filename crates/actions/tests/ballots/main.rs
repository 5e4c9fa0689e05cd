//! What is promised of ballots, on both databases.
#![allow(clippy::unwrap_used, reason = "the helpers of tests fail by panicking")]

mod blindness;
mod clock;
mod crash;
mod polls;
mod promises;
