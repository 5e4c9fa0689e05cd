use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;

/// Where the time comes from. The only place that reads the machine's clock.
#[derive(Debug, Clone)]
pub enum Clock {
    /// The machine's.
    System,
    /// One that stands still until a test moves it.
    Standing(Arc<Mutex<Timestamp>>),
}

impl Clock {
    /// A clock that stands at `time`.
    pub fn standing_at(time: Timestamp) -> Clock {
        Clock::Standing(Arc::new(Mutex::new(time)))
    }

    /// The time now, to the millisecond: what is stored reads back equal.
    #[expect(clippy::disallowed_methods, reason = "this is where the clock is read")]
    pub fn now(&self) -> Timestamp {
        let time = match self {
            Clock::System => Timestamp::now(),
            Clock::Standing(time) => *time.lock().unwrap_or_else(PoisonError::into_inner),
        };
        Timestamp::from_millisecond(time.as_millisecond()).unwrap_or(time)
    }

    /// Moves a standing clock; the machine's cannot be moved.
    pub fn set(&self, to: Timestamp) {
        if let Clock::Standing(time) = self {
            *time.lock().unwrap_or_else(PoisonError::into_inner) = to;
        }
    }
}
