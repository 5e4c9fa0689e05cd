//! Who may do what: actors, roles, the one policy table, and the secrets that let people in. Pure rules.

mod actor;
mod delegation;
mod door;
mod policy;
mod secret;
mod session;
mod tries;

pub use actor::{Actor, Role, Roles};
pub use delegation::{Delegation, Part};
pub use door::{Door, RoleMapping};
pub use policy::{Decision, Method, POLICY, Policy, Right, policy_for};
pub use secret::{Purpose, Secret};
pub use session::{Session, SessionLabel};
pub use tries::{Allowance, Tries};
