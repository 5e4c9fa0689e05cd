use std::future::Future;
use std::pin::Pin;

use crate::Letter;

/// Something that comes when it is ready.
pub type Soon<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// A way for a letter to reach somebody. Mail is the only one today; a text message or a digital mailbox would be
/// another, chosen by what the recipient's address is.
pub trait Channel: Send + Sync {
    /// Hands a letter over. `Ok` means that somebody else has taken responsibility for it.
    ///
    /// Takes at most a minute.
    fn carry<'a>(&'a self, letter: &'a Letter) -> Soon<'a, Result<(), NotSent>>;
}

/// Why a letter was not sent. Holds no address and none of the server's words, which often repeat it: it may be logged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotSent {
    /// The recipient's address is none: it will not be sent later either.
    #[error("the recipient's address cannot be written")]
    NoSuchAddress,
    /// The server is away, too slow, or not to be trusted: later, perhaps.
    #[error("the mail server cannot be reached")]
    Unreachable,
    /// The server does not want it, by its SMTP code: later, perhaps.
    #[error("the mail server answered {code}")]
    Refused {
        /// As in RFC 5321; 535 says that name or password is wrong.
        code: u16,
    },
}
