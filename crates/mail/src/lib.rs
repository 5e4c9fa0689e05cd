//! Letters out, by mail.
//!
//! A letter is plain text to one person. Sending may happen twice (a server may take a letter and be gone before it has
//! said so), so a letter carries an id of its own that stays the same, and mail programs show it once.

mod channel;
mod letter;
mod post_office;

pub use channel::{Channel, NotSent, Soon};
pub use letter::Letter;
pub use post_office::{PostOffice, Security, Settings, SettingsRefused};
