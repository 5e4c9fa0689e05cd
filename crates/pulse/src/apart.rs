//! Rounds that would show the same answers in two ways, by unit and by occupation, are kept apart: asked some weeks later, people answer
//! anew.

use jiff::{SignedDuration, Timestamp};

use crate::Round;

/// From the closing of one to the opening of the other.
const APART: SignedDuration = SignedDuration::from_hours(24 * Round::LEADERS_OWN_APART_DAYS as i64);

/// When a round from `opens` to `closes` can open: at the earliest as wanted, and at least [`Round::LEADERS_OWN_APART_DAYS`] from each of
/// those `taken`, before and after.
pub fn first_free((opens, closes): (Timestamp, Timestamp), taken: &[(Timestamp, Timestamp)]) -> Timestamp {
    let length = closes.duration_since(opens);
    let near = |at: Timestamp| {
        let near = |other: &&(Timestamp, Timestamp)| at < other.1 + APART && other.0 < at + length + APART;
        taken.iter().filter(near).map(|(_, closes)| *closes + APART).max()
    };
    let mut at = opens;
    while let Some(later) = near(at) {
        at = later;
    }
    at
}

/// Whether a round that opens then need not look at one that closed so long before.
pub fn long_past(closed: Timestamp, opens: Timestamp) -> bool {
    closed + APART <= opens
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_free_is_apart_from_all_and_what_was_free_stays(
            wanted in 0_i64..300,
            length in 1_i64..42,
            taken in prop::collection::vec((0_i64..300, 1_i64..42), 0..6),
        ) {
            let day = |number: i64| Timestamp::UNIX_EPOCH + SignedDuration::from_hours(24 * number);
            let times: Vec<_> = taken.iter().map(|(from, length)| (day(*from), day(from + length))).collect();
            let free = first_free((day(wanted), day(wanted + length)), &times);
            let free = free.duration_since(day(0)).as_hours() / 24;
            let apart = |at: i64| {
                taken.iter().all(|(from, other)| at - (from + other) >= 28 || from - (at + length) >= 28)
            };
            prop_assert!(free >= wanted && apart(free));
            prop_assert_eq!(free == wanted, apart(wanted));
            let recent: Vec<_> = times.into_iter().filter(|(_, closed)| !long_past(*closed, day(wanted))).collect();
            prop_assert_eq!(first_free((day(wanted), day(wanted + length)), &recent), day(free));
        }
    }
}
