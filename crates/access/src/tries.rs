use jiff::{SignedDuration, Timestamp};

/// How many tries are allowed in how long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowance {
    /// So many.
    pub tries: u32,
    /// In so long, counted from the first.
    pub within: SignedDuration,
}

impl Allowance {
    /// Passwords tried for one person *from one network*. Counted for the pair, so that nobody can lock out somebody
    /// else: from elsewhere, and by a link, the owner always gets in.
    pub const PASSWORD: Allowance = Allowance { tries: 5, within: SignedDuration::from_mins(15) };
    /// Passwords tried from one network, for whomever.
    pub const PASSWORDS_FROM_NETWORK: Allowance =
        Allowance { tries: 60, within: SignedDuration::from_mins(15) };
    /// Sign-in links sent to one address: enough for whoever is impatient, too few to fill a mailbox.
    pub const LINKS_TO_ADDRESS: Allowance = Allowance { tries: 4, within: SignedDuration::from_mins(15) };
    /// Sign-in links asked for from one network.
    pub const LINKS_FROM_NETWORK: Allowance = Allowance { tries: 600, within: SignedDuration::from_mins(15) };
    /// Tokens of directories that were not valid, from one network.
    pub const TOKENS_FROM_NETWORK: Allowance = Allowance { tries: 30, within: SignedDuration::from_mins(15) };
    /// Answers of passkeys from one network: nothing can be guessed, but each is work.
    pub const PASSKEYS_FROM_NETWORK: Allowance =
        Allowance { tries: 600, within: SignedDuration::from_mins(15) };
    /// What is hard to use, told from one network: nobody is asked who they are.
    pub const FEEDBACK_FROM_NETWORK: Allowance =
        Allowance { tries: 5, within: SignedDuration::from_hours(1) };
    /// The same, from everywhere: whoever runs the installation still finds their other mail.
    pub const FEEDBACK: Allowance = Allowance { tries: 60, within: SignedDuration::from_hours(1) };
    /// Calendars read for one person.
    pub const IMPORTS: Allowance = Allowance { tries: 30, within: SignedDuration::from_mins(15) };
}

/// Tries counted so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tries {
    /// When the first was made.
    pub begun_at: Timestamp,
    /// How many since.
    pub count: u32,
}

impl Tries {
    /// Counts one more; `None` when that is more than `allowance` has room for.
    pub fn one_more(earlier: Option<Tries>, allowance: Allowance, now: Timestamp) -> Option<Tries> {
        match earlier {
            Some(tries) if now.duration_since(tries.begun_at) < allowance.within => {
                (tries.count < allowance.tries).then(|| Tries { count: tries.count + 1, ..tries })
            }
            _ => Some(Tries { begun_at: now, count: 1 }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn never_more_than_allowed_within_the_time(gaps in prop::collection::vec(0_i64..600, 1..60)) {
            let allowance = Allowance { tries: 5, within: SignedDuration::from_mins(15) };
            let (mut now, mut tries, mut let_in) = (Timestamp::UNIX_EPOCH, None, Vec::new());
            for gap in gaps {
                now += SignedDuration::from_secs(gap);
                if let Some(next) = Tries::one_more(tries, allowance, now) {
                    tries = Some(next);
                    let_in.push(now);
                }
            }
            // Two full windows can touch each other, but never more than that fits in one window's length.
            for first in &let_in {
                let within = let_in.iter().filter(|at| *at >= first && at.duration_since(*first) < allowance.within);
                prop_assert!(within.count() <= 10);
            }
        }
    }
}
