//! The settings of a round that decide what may be shown. Frozen when the round opens.

/// The largest K the engine reckons with.
pub const MAX_K: u32 = 200;

/// What decides which figures may be shown.
///
/// K counts respondents: with `insiders` people who each know their own answer, K = (others wanted) +
/// insiders, so five others and one insider give K = 6.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rules {
    k: u32,
    insiders: u32,
    coverage_min: f64,
    partial: bool,
    tie: f64,
    dominance: f64,
}

/// Why a set of rules was refused.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
pub enum RulesError {
    /// K must leave room for the insiders: at least 2 × insiders + 2, and no more than [`MAX_K`].
    #[error("K = {k} is outside {least}..={MAX_K} for {insiders} insiders")]
    K {
        /// The K asked for.
        k: u32,
        /// The insiders asked for.
        insiders: u32,
        /// The least K for that many insiders.
        least: u32,
    },
    /// The smallest coverage is a share, 0 to 1.
    #[error("coverage {0} is not a share from 0 to 1")]
    Coverage(f64),
    /// The weight per answer is 0 to 1.
    #[error("weight per answer {0} is not from 0 to 1")]
    Tie(f64),
    /// The dominance share is 0 to 0.5: above that a result could have two modes and still be called "nearly
    /// all".
    #[error("dominance {0} is not from 0 to 0.5")]
    Dominance(f64),
}

impl Rules {
    /// Rules with the product's other defaults: partial nodes allowed from 80 % coverage, 1e-6 weight per
    /// answer, no dominance share.
    ///
    /// # Errors
    /// [`RulesError::K`] unless 2 × `insiders` + 2 ≤ `k` ≤ [`MAX_K`].
    pub fn new(k: u32, insiders: u32) -> Result<Rules, RulesError> {
        let least = insiders.saturating_mul(2).saturating_add(2);
        if k < least || k > MAX_K {
            return Err(RulesError::K { k, insiders, least });
        }
        Ok(Rules { k, insiders, coverage_min: 0.8, partial: true, tie: 1e-6, dominance: 0.0 })
    }

    /// The smallest share of a node's answers that a partial figure must hold, 0 to 1.
    ///
    /// # Errors
    /// [`RulesError::Coverage`] outside 0 to 1.
    pub fn coverage_min(self, share: f64) -> Result<Rules, RulesError> {
        if !(0.0..=1.0).contains(&share) {
            return Err(RulesError::Coverage(share));
        }
        Ok(Rules { coverage_min: share, ..self })
    }

    /// Whether a node may be shown without a residual of fewer than K answers.
    pub fn partial(self, allowed: bool) -> Rules {
        Rules { partial: allowed, ..self }
    }

    /// What one answer adds to a node's weight of 1, so that of two equal choices the larger node is shown; 0
    /// to 1.
    ///
    /// # Errors
    /// [`RulesError::Tie`] outside 0 to 1.
    pub fn tie(self, weight: f64) -> Result<Rules, RulesError> {
        if !(0.0..=1.0).contains(&weight) {
            return Err(RulesError::Tie(weight));
        }
        Ok(Rules { tie: weight, ..self })
    }

    /// The share of answers that must differ from the commonest one before a figure is shown in full, 0 to
    /// 0.5.
    ///
    /// # Errors
    /// [`RulesError::Dominance`] outside 0 to 0.5.
    pub fn dominance(self, share: f64) -> Result<Rules, RulesError> {
        if !(0.0..=0.5).contains(&share) {
            return Err(RulesError::Dominance(share));
        }
        Ok(Rules { dominance: share, ..self })
    }

    /// The smallest number of respondents anything may be computed about.
    pub fn k(&self) -> u32 {
        self.k
    }

    /// How many respondents are reckoned to pool what they know of their own answers.
    pub fn insiders(&self) -> u32 {
        self.insiders
    }

    /// What showing a node of `answers` in full is worth.
    pub(crate) fn weight(&self, answers: u64) -> f64 {
        1.0 + self.tie * answers as f64
    }

    /// The share kept when `residual` of `answers` are left out, or `None` where a partial figure is not
    /// allowed.
    pub(crate) fn coverage(&self, answers: u64, residual: u64) -> Option<f64> {
        let kept = answers.checked_sub(residual)?;
        if !self.partial || kept < u64::from(self.k) {
            return None;
        }
        let share = kept as f64 / answers as f64;
        (share >= self.coverage_min).then_some(share)
    }

    /// How many answers must differ from the commonest one for a figure of `answers` to be shown in full: the
    /// larger of insiders + 1 and the dominance share, rounded up.
    pub(crate) fn must_differ(&self, answers: u64) -> u64 {
        // Without the small allowance 0.07 × 100 would round up to 8.
        let share = (self.dominance * answers as f64 - 1e-9).ceil().max(0.0) as u64;
        share.max(u64::from(self.insiders) + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_insiders_need_room() {
        assert!(Rules::new(6, 2).is_ok());
        assert!(Rules::new(5, 2).is_err());
        assert!(Rules::new(MAX_K + 1, 0).is_err());
        assert!(Rules::new(6, u32::MAX).is_err());
    }

    #[test]
    fn shares_stay_shares() {
        let rules = Rules::new(6, 1).expect("six");
        for odd in [-0.1, 1.1, f64::NAN] {
            assert!(rules.coverage_min(odd).is_err());
            assert!(rules.tie(odd).is_err());
            assert!(rules.dominance(odd).is_err());
        }
        assert!(rules.dominance(0.51).is_err());
    }

    #[test]
    fn dominance_rounds_up_the_share_and_not_the_arithmetic() {
        let rules = Rules::new(6, 1).and_then(|r| r.dominance(0.07)).expect("rules");
        assert_eq!(rules.must_differ(100), 7);
        assert_eq!(rules.must_differ(101), 8);
        assert_eq!(rules.must_differ(6), 2);
    }
}
