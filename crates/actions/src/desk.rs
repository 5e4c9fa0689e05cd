use std::sync::Arc;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::audit::Looks;
use crate::results::Shelf;
use crate::{Clock, Fault, Keys, Store, Tx};

/// What every edge holds: the store, the clock, the keys and how letters leave. Cheap to clone.
#[derive(Clone)]
pub struct Desk {
    store: Store,
    /// Where the time comes from.
    pub clock: Clock,
    /// The installation's secrets.
    pub keys: Keys,
    /// How letters leave.
    pub letters: LetterPolicy,
    /// Results that were worked out already.
    pub results: Shelf,
    /// Looks at results that are not in the log yet.
    pub looks: Looks,
    address: Arc<str>,
}

/// Whether letters are sent or only looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LetterPolicy {
    /// A mail server takes them.
    Send,
    /// They stay in the outbox: the demo, where nobody is real.
    Keep,
}

impl Desk {
    /// A desk over an open store. `address` is where people reach the product, such as `https://pejling.example`.
    pub fn new(store: Store, clock: Clock, keys: Keys, letters: LetterPolicy, address: &str) -> Desk {
        Desk {
            store,
            clock,
            keys,
            letters,
            results: Shelf::default(),
            looks: Looks::default(),
            address: address.trim_end_matches('/').into(),
        }
    }

    /// The same desk at another time, which stands still: for living through what was.
    pub(crate) fn at(&self, time: Timestamp) -> Desk {
        Desk { clock: Clock::standing_at(time), ..self.clone() }
    }

    /// The time now.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Today in `zone`, an IANA name; UTC's today when the name is unknown.
    pub fn today(&self, zone: &str) -> jiff::civil::Date {
        self.now().to_zoned(TimeZone::get(zone).unwrap_or(TimeZone::UTC)).date()
    }

    /// An address within the product, for a letter: `path` begins with `/`.
    pub fn address_of(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }

    /// Where people reach the product.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// When a letter written now is to be sent.
    pub fn send_at(&self) -> Option<Timestamp> {
        (self.letters == LetterPolicy::Send).then(|| self.now())
    }

    /// Runs an action that only looks.
    ///
    /// # Errors
    /// What the action says, or a [`Fault`].
    pub async fn read<T, E>(
        &self,
        action: impl Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Fault> + Send + 'static,
    {
        self.store.read(self.now(), action).await
    }

    /// Runs a few looks by key, sooner than [`Desk::read`] would; see [`Store::glance`].
    ///
    /// # Errors
    /// What the action says, or a [`Fault`].
    pub async fn glance<T, E>(
        &self,
        action: impl Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Fault> + Send + 'static,
    {
        self.store.glance(self.now(), action).await
    }

    /// Runs an action that changes something; see [`Store::write`].
    ///
    /// # Errors
    /// What the action says, or a [`Fault`].
    pub async fn write<T, E>(
        &self,
        action: impl Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Fault> + Send + 'static,
    {
        self.store.write(self.now(), action).await
    }

    /// Overwrites what deleted rows left behind; see [`Store::sweep`].
    ///
    /// # Errors
    /// A fault; worth trying again.
    pub async fn sweep(&self) -> Result<(), Fault> {
        self.store.sweep().await
    }

    /// Secret random bytes.
    pub fn random<const N: usize>(&self) -> [u8; N] {
        random()
    }
}

/// Secret random bytes from the operating system.
///
/// # Panics
/// When the operating system has none: then nothing can be secret, and nothing should go on.
#[expect(clippy::disallowed_methods, clippy::expect_used, reason = "this is where chance is drawn")]
pub(crate) fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the operating system has randomness");
    bytes
}

/// An id that nothing has: 53 random bits, as `Tx::fresh_id` draws them.
pub(crate) fn fresh_id() -> i64 {
    (i64::from_le_bytes(random()) & ((1 << 53) - 1)).max(1)
}
