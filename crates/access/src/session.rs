use jiff::{SignedDuration, Timestamp};

use crate::Door;

people::id! {
    /// What a session is called in the person's own list of sessions; it opens nothing.
    SessionLabel
}

/// A browser that is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Its name in the list.
    pub label: SessionLabel,
    /// The browser and system, as far as it said.
    pub device: String,
    /// When it signed in.
    pub created_at: Timestamp,
    /// When it was last used, within [`Session::NOTED_EVERY`].
    pub seen_at: Timestamp,
    /// When it ends, however much it is used.
    pub ends_at: Timestamp,
    /// By which door it came in; unknown of those from before doors were remembered.
    pub door: Option<Door>,
    /// When whoever holds it last proved who they are.
    pub proven_at: Timestamp,
}

impl Session {
    /// Unused for this long, a session has ended.
    pub const IDLE: SignedDuration = SignedDuration::from_hours(14 * 24);
    /// After this long, one signs in anew.
    pub const LIFE: SignedDuration = SignedDuration::from_hours(60 * 24);
    /// As [`Session::LIFE`], of those who came by an account: what the organisation's own sign-in says of somebody, roles too, is asked for
    /// again each working day.
    pub const ACCOUNT_LIFE: SignedDuration = SignedDuration::from_hours(12);
    /// So long after somebody proved who they are, they come to what decides what others may without proving it again.
    pub const PROVEN_LASTS: SignedDuration = SignedDuration::from_mins(60);
    /// So long somebody may take to fill in a form on a page they came to in time: what they typed is not lost to a proof.
    pub const FORM_LASTS: SignedDuration = SignedDuration::from_mins(60);
    /// A session's last use is written no more often than this: reading a page then writes nothing.
    pub const NOTED_EVERY: SignedDuration = SignedDuration::from_mins(30);

    /// One that begins now.
    pub fn begun(label: SessionLabel, device: &str, door: Door, now: Timestamp) -> Session {
        let life = if door == Door::Account { Session::ACCOUNT_LIFE } else { Session::LIFE };
        Session {
            label,
            device: device.chars().take(100).collect(),
            created_at: now,
            seen_at: now,
            ends_at: now + life,
            door: Some(door),
            proven_at: now,
        }
    }

    /// Whether it still lets in.
    pub fn lives(&self, now: Timestamp) -> bool {
        now < self.ends_at && now.duration_since(self.seen_at) < Session::IDLE
    }

    /// Whether whoever holds it proved less than `lasts` ago who they are.
    pub fn is_proven(&self, lasts: SignedDuration, now: Timestamp) -> bool {
        now.duration_since(self.proven_at) < lasts
    }

    /// Whether its last use should be written down again.
    pub fn wants_noting(&self, now: Timestamp) -> bool {
        now.duration_since(self.seen_at) >= Session::NOTED_EVERY
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_ends_by_idleness_and_by_age() {
        let born = Timestamp::UNIX_EPOCH;
        let session = |seen_at| Session { seen_at, ..Session::begun(SessionLabel(1), "", Door::Link, born) };
        let hours = SignedDuration::from_hours;
        assert!(session(born).lives(born + hours(13 * 24)));
        assert!(!session(born).lives(born + hours(14 * 24)));
        assert!(!session(born + hours(59 * 24)).lives(born + hours(60 * 24)));
        let by_account = Session::begun(SessionLabel(1), "", Door::Account, born);
        assert!(by_account.lives(born + hours(11)) && !by_account.lives(born + hours(12)));
    }
}
