//! The doors: what keeps out whoever should not come in, each test named for what is promised.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod house;

#[path = "doors/cookies.rs"]
mod cookies;
#[path = "doors/elsewhere.rs"]
mod elsewhere;
#[path = "doors/feedback.rs"]
mod feedback;
#[path = "doors/headers.rs"]
mod headers;
#[path = "doors/limits.rs"]
mod limits;
#[path = "doors/links.rs"]
mod links;
#[path = "doors/marks.rs"]
mod marks;
#[path = "doors/proofs.rs"]
mod proofs;
#[path = "doors/sessions.rs"]
mod sessions;
#[path = "doors/tries.rs"]
mod tries;
