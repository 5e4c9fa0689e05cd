use std::fmt::Display;
use std::sync::Arc;

use actions::{Desk, clockwork};
use jiff::{SignedDuration, Timestamp};

use crate::clockwork::{LOOK_EVERY, Stop, is_stopped, rest};
use crate::handlers::Handlers;

/// After so many hours of the day, in UTC: the small hours wherever this is used.
const NIGHT: i64 = 2;
/// When clearing did not work.
const AGAIN: SignedDuration = SignedDuration::from_hours(1);

/// Clears away once at the start, in case the machine is off at night; then what has ended every hour, and what is old every
/// night. Every node does: what is gone already costs nothing to clear again.
pub(crate) async fn run(desk: Desk, handlers: Arc<Handlers>, stop: Stop) {
    let (mut hour, mut night) = (desk.now(), desk.now());
    while !is_stopped(&stop) {
        let now = desk.now();
        if now >= hour {
            told(clockwork::clear(&desk).await);
            hour = now + records::CLEARED_EVERY;
        }
        if now >= night {
            let cleared = told((handlers.clear_old)(desk.clone()).await);
            night = if cleared { next_night(now) } else { now + AGAIN };
        }
        rest(&stop, LOOK_EVERY).await;
    }
}

/// Whether it was done; why not goes into the log.
fn told<E: Display>(done: Result<(), E>) -> bool {
    if let Err(reason) = &done {
        tracing::warn!(%reason, "what is old could not be cleared away");
    }
    done.is_ok()
}

/// The first beginning of a night after `now`.
fn next_night(now: Timestamp) -> Timestamp {
    let (day, night) = (SignedDuration::from_hours(24), SignedDuration::from_hours(NIGHT));
    let into_the_night = (now.as_second() - night.as_secs()).rem_euclid(day.as_secs());
    now + day - SignedDuration::from_secs(into_the_night)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_night_is_the_first_after_now() {
        let cases = [
            ("2026-11-22T01:59:59Z", "2026-11-22T02:00:00Z"),
            ("2026-11-22T02:00:00Z", "2026-11-23T02:00:00Z"),
            ("2026-11-22T21:00:00Z", "2026-11-23T02:00:00Z"),
            ("2024-02-28T23:59:59Z", "2024-02-29T02:00:00Z"),
            ("1969-12-31T12:00:00Z", "1970-01-01T02:00:00Z"),
        ];
        for (now, night) in cases {
            assert_eq!(next_night(now.parse().unwrap()), night.parse().unwrap(), "{now}");
        }
    }
}
