//! The organisation's own sign-in (Entra ID, Keycloak and others), asked who somebody is: OpenID Connect's authorization code flow
//! with PKCE, and its two ways of signing out.
//!
//! What a provider says is believed after its signature, issuer, audience, time and nonce have been checked, and of that only what the settings
//! name: who somebody is, and which values of one claim stand for roles. Nothing is stored and nothing is logged here; tokens are
//! dropped as soon as they are read. Time and chance are parameters.

mod claims;
mod key;
mod known;
mod line;
mod provider;
mod refused;
mod token;
mod way;

pub use claims::{Claimed, Ended};
pub use line::{Line, Soon};
pub use provider::{Provider, Settings, plain};
pub use refused::ProviderRefused;
pub use way::{Chance, Way};
