//! Honest statistics for small teams.
//!
//! A team of six that answers a few questions says something, but less than its mean pretends. This crate turns
//! answers into figures that carry their uncertainty: what the team said ([`said`]), the level behind it
//! ([`level`]), whether anything changed ([`change`]), the course over rounds ([`trend`]), whether a step helped
//! ([`step_effect`]), and what the questions themselves are worth ([`reliability`], [`hme`]).
//!
//! Pure: no clock, no chance, no input or output. Every method names its assumption and its source.

pub mod change;
pub mod detectable;
mod false_discovery;
pub mod hme;
pub mod index;
pub mod interval;
pub mod level;
pub mod movement;
mod one_factor;
pub mod reliability;
mod reml;
pub mod said;
pub mod sample;
mod search;
pub mod step_effect;
pub mod trend;
pub mod verdict;

pub use interval::Interval;
pub use sample::Sample;
pub use verdict::Verdict;

/// The most units one computation takes: ten times the groups of the largest installation foreseen.
pub const MAX_UNITS: usize = 2_000_000;
