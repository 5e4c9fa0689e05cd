/// How many have collected a ballot, in four coarse steps: the one thing anybody sees of a round while it is open. Finer
/// steps, watched from day to day, would tell who.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Participation {
    /// Fewer than a quarter.
    BelowQuarter,
    /// From a quarter up to half.
    BelowHalf,
    /// From half up to three quarters.
    BelowThreeQuarters,
    /// Three quarters or more.
    Most,
}

impl Participation {
    /// The step for `collected` ballots, slips among them, of `eligible`. `None` where nobody was asked by name.
    pub fn of(collected: u32, eligible: u32) -> Option<Participation> {
        let quarters = (u64::from(collected) * 4).checked_div(eligible.into())?;
        Some(match quarters {
            0 => Participation::BelowQuarter,
            1 => Participation::BelowHalf,
            2 => Participation::BelowThreeQuarters,
            _ => Participation::Most,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_begins_with_its_quarter() {
        use Participation::{BelowHalf, BelowQuarter, BelowThreeQuarters, Most};
        let steps = [(0, BelowQuarter), (4, BelowQuarter), (5, BelowHalf), (9, BelowHalf)];
        let more =
            [(10, BelowThreeQuarters), (14, BelowThreeQuarters), (15, Most), (20, Most), (u32::MAX, Most)];
        for (collected, step) in steps.into_iter().chain(more) {
            assert_eq!(Participation::of(collected, 20), Some(step), "{collected}");
        }
        assert_eq!(Participation::of(3, 0), None);
    }
}
