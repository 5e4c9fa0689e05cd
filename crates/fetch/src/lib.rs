//! Fetches a subscribed calendar from an address that somebody typed, without being led anywhere it must not go.
//!
//! The address is untrusted, and so is whoever answers. Only https, and only to public addresses on the ports of the web
//! unless IT lists the host; every redirect is checked like the first address; a name is resolved once, everything it resolves
//! to is checked, and the connection goes to an address that was checked, so that a name which changes its mind between
//! the check and the connection gains nothing. Nothing is sent but the question: no cookies, no credentials, no referrer.
//! Time and size are bounded, before and after unpacking. Whether the answer is a calendar is for the `calendar` crate.
//!
//! An address is a secret (whoever has it can read the calendar), so neither [`Address`] nor [`FetchRefused`] says more
//! than the host when printed, and nothing here is logged.
//!
//! [`Fetcher::send`] goes the same guarded way to a service that IT names, such as the one people sign in at.

mod address;
mod body;
mod exchange;
mod fetcher;
mod network;
mod refused;
mod special;

pub use address::{Address, LONGEST};
pub use fetcher::{Fetcher, Limits, Settings, SettingsRefused};
pub use network::{Internet, Network, Soon};
pub use refused::{FetchRefused, Why};
