use jiff::Timestamp;

/// When ballots are handed out and taken in one round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hours {
    /// From when.
    pub opens_at: Timestamp,
    /// Until when they are handed out.
    pub draws_end_at: Timestamp,
    /// Until when they are taken in.
    pub closes_at: Timestamp,
    /// Whether it has been opened: its manifest is public.
    pub opened: bool,
    /// Whether it has been closed, or called off.
    pub over: bool,
}

/// What can be done now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Nothing yet.
    NotYet,
    /// Ballots are handed out and taken in.
    Drawing,
    /// Ballots are taken in, and handed out again to those who have one; no new ones.
    Casting,
    /// Nothing any more.
    Over,
}

impl Hours {
    /// What can be done at `now`.
    pub fn phase(&self, now: Timestamp) -> Phase {
        if self.over || now >= self.closes_at {
            Phase::Over
        } else if !self.opened || now < self.opens_at {
            Phase::NotYet
        } else if now < self.draws_end_at {
            Phase::Drawing
        } else {
            Phase::Casting
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_time_ends_when_the_next_begins() {
        let at = |second| Timestamp::from_second(second).unwrap();
        let hours =
            Hours { opens_at: at(10), draws_end_at: at(20), closes_at: at(30), opened: true, over: false };
        let cases = [
            (9, Phase::NotYet),
            (10, Phase::Drawing),
            (19, Phase::Drawing),
            (20, Phase::Casting),
            (29, Phase::Casting),
            (30, Phase::Over),
        ];
        for (second, phase) in cases {
            assert_eq!(hours.phase(at(second)), phase, "{second}");
            assert_eq!(Hours { over: true, ..hours }.phase(at(second)), Phase::Over);
        }
        assert_eq!(Hours { opened: false, ..hours }.phase(at(15)), Phase::NotYet);
    }
}
