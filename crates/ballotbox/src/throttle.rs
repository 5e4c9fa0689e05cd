use std::collections::HashMap;

use hmac::{Hmac, Mac};
use jiff::{SignedDuration, Timestamp};
use sha2::Sha256;

/// How often something may be done in [`Throttle::WINDOW`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// From one network.
    pub of_network: u32,
    /// From all of them together.
    pub in_all: u32,
}

/// Counts what comes from where without knowing where that is: networks are counted under a hash with a key that is drawn anew every
/// window and never leaves the memory. When a window is over, counts and key are gone.
pub struct Throttle {
    limit: Limit,
    key: [u8; 32],
    ends: Timestamp,
    in_all: u32,
    of: HashMap<[u8; 8], u32>,
}

/// The limit is reached; it may be done again in a while.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("too many in a short while")]
pub struct TooMany;

impl Throttle {
    /// How long is counted together.
    pub const WINDOW: SignedDuration = SignedDuration::from_hours(1);
    /// The most networks that are counted apart. Past them only the count of all holds.
    pub const NETWORKS: usize = 10_000;

    /// A throttle that has counted nothing. Its first window begins with the first count.
    pub fn new(limit: Limit) -> Throttle {
        Throttle { limit, key: [0; 32], ends: Timestamp::MIN, in_all: 0, of: HashMap::new() }
    }

    /// Counts one more from `network`, unless that is too many. `fresh` draws the key of a new window.
    ///
    /// # Errors
    /// When it is too many; it is not counted then.
    pub fn count(
        &mut self,
        network: &str,
        now: Timestamp,
        fresh: impl FnOnce() -> [u8; 32],
    ) -> Result<(), TooMany> {
        self.turn(now, fresh);
        let name = self.name(network);
        let room = self.of.len() < Throttle::NETWORKS;
        let of_network = self.of.get(&name).copied();
        if self.in_all >= self.limit.in_all || of_network.unwrap_or(0) >= self.limit.of_network {
            return Err(TooMany);
        }
        self.in_all += 1;
        if room || of_network.is_some() {
            *self.of.entry(name).or_default() += 1;
        }
        Ok(())
    }

    /// Whether one more from `network` would be too many.
    pub fn is_full(&self, network: &str, now: Timestamp) -> bool {
        let of_network = self.of.get(&self.name(network)).copied().unwrap_or(0);
        now < self.ends && (self.in_all >= self.limit.in_all || of_network >= self.limit.of_network)
    }

    fn turn(&mut self, now: Timestamp, fresh: impl FnOnce() -> [u8; 32]) {
        if now >= self.ends {
            (self.key, self.ends, self.in_all) = (fresh(), now + Throttle::WINDOW, 0);
            self.of = HashMap::new();
        }
    }

    fn name(&self, network: &str) -> [u8; 8] {
        let mut mac = <Hmac<Sha256> as Mac>::new_from_slice(&self.key)
            .unwrap_or_else(|_| unreachable!("any length is a key"));
        mac.update(network.as_bytes());
        let mut name = [0; 8];
        name.copy_from_slice(&mac.finalize().into_bytes()[..8]);
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(minute: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + SignedDuration::from_mins(minute)
    }

    #[test]
    fn a_network_that_stuffs_does_not_stop_another() {
        let mut throttle = Throttle::new(Limit { of_network: 3, in_all: 100 });
        let mut count = |network| throttle.count(network, at(0), || [1; 32]);
        assert!((0..3).all(|_| count("192.0.2").is_ok()));
        assert_eq!(count("192.0.2"), Err(TooMany));
        assert_eq!(count("198.51.100"), Ok(()));
        assert!(throttle.is_full("192.0.2", at(59)) && !throttle.is_full("198.51.100", at(59)));
    }

    #[test]
    fn many_networks_together_meet_the_limit_of_all() {
        let mut throttle = Throttle::new(Limit { of_network: 3, in_all: 20 });
        let taken = (0..50).filter(|network| throttle.count(&network.to_string(), at(0), || [1; 32]).is_ok());
        assert_eq!(taken.count(), 20);
    }

    #[test]
    fn after_an_hour_everything_counted_is_gone() {
        let mut throttle = Throttle::new(Limit { of_network: 1, in_all: 10 });
        assert_eq!(throttle.count("192.0.2", at(0), || [1; 32]), Ok(()));
        assert_eq!(throttle.count("192.0.2", at(59), || [2; 32]), Err(TooMany));
        let before = throttle.name("192.0.2");
        assert_eq!(throttle.count("192.0.2", at(60), || [2; 32]), Ok(()));
        assert_ne!(throttle.name("192.0.2"), before, "the key is another");
        assert_eq!(throttle.of.len(), 1);
    }

    #[test]
    fn what_is_kept_is_bounded() {
        let mut throttle = Throttle::new(Limit { of_network: 1, in_all: u32::MAX });
        for network in 0..Throttle::NETWORKS + 500 {
            assert_eq!(throttle.count(&network.to_string(), at(0), || [1; 32]), Ok(()));
        }
        assert_eq!(throttle.of.len(), Throttle::NETWORKS);
    }

    proptest! {
        #[test]
        fn no_more_than_allowed_in_any_window(tries in proptest::collection::vec((0_u8..4, 0_i64..3), 0..200)) {
            let mut throttle = Throttle::new(Limit { of_network: 5, in_all: 12 });
            let (mut minute, mut begun, mut all, mut each) = (0, None::<i64>, 0, [0; 4]);
            for (network, later) in tries {
                minute += later;
                if begun.is_none_or(|begun| minute - begun >= 60) {
                    (begun, all, each) = (Some(minute), 0, [0; 4]);
                }
                let expected = all < 12 && each[usize::from(network)] < 5;
                let taken = throttle.count(&network.to_string(), at(minute), || [3; 32]).is_ok();
                prop_assert_eq!(taken, expected);
                all += u32::from(taken);
                each[usize::from(network)] += u32::from(taken);
            }
        }
    }
}
