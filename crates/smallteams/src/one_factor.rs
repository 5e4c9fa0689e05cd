//! One factor behind several items, by maximum likelihood.
//!
//! EM for factor analysis (Rubin and Thayer 1982) with one factor: slow but it never steps wrong, and with nine items
//! a step costs nothing. Works on correlations, so that the items' units do not matter.

/// The least unique part of an item's variance, as in R's `factanal`: without it the likelihood may have no maximum.
const LEAST_UNIQUE: f64 = 0.005;
/// Steps until the search is given up, as it is when the items have next to nothing in common.
const MAX_STEPS: u32 = 50_000;
/// A step that moves no loading more than this is the last.
const STILL: f64 = 1e-13;

/// The loadings of standardised items, each from -1 to 1, and the unique part of each item's variance.
#[derive(Debug, Clone, Copy)]
pub(crate) struct OneFactor<const K: usize> {
    pub(crate) loadings: [f64; K],
    pub(crate) unique: [f64; K],
}

impl<const K: usize> OneFactor<K> {
    /// From a correlation matrix of at least three items; `None` when the search does not end.
    pub(crate) fn of(correlations: &[[f64; K]; K]) -> Option<Self> {
        let mut factor = Self { loadings: [0.7; K], unique: [0.5; K] };
        for _ in 0..MAX_STEPS {
            let next = factor.step(correlations);
            let moved = |i: usize| (next.loadings[i] - factor.loadings[i]).abs();
            let still = (0..K).all(|i| moved(i) < STILL);
            factor = next;
            if still {
                return Some(factor);
            }
        }
        None
    }

    /// One step of EM: regress the items on what is known of the factor.
    fn step(&self, correlations: &[[f64; K]; K]) -> Self {
        let information: f64 = self.loadings.iter().zip(self.unique).map(|(l, u)| l * l / u).sum();
        let score: [f64; K] =
            std::array::from_fn(|i| self.loadings[i] / self.unique[i] / (1.0 + information));
        let dot = |a: &[f64; K], b: &[f64; K]| a.iter().zip(b).map(|(x, y)| x * y).sum::<f64>();
        let with_score: [f64; K] = std::array::from_fn(|i| dot(&correlations[i], &score));
        let variance = 1.0 / (1.0 + information) + dot(&score, &with_score);
        let loadings = with_score.map(|c| c / variance);
        let unique = std::array::from_fn(|i| (1.0 - loadings[i] * with_score[i]).max(LEAST_UNIQUE));
        Self { loadings, unique }
    }
}
