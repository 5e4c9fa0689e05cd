//! Figures for nodes and pools, computed from released figures and nothing else.

use crate::release::Figure;
use crate::released::Released;

/// From this many answers a distribution is shown in three classes.
const THREE_CLASSES: u64 = 10;
/// From this many answers a distribution is shown in five classes.
const FIVE_CLASSES: u64 = 20;

/// The least and the greatest a number can be, given what was released.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    /// The least.
    pub low: f64,
    /// The greatest; equal to `low` when the number is known.
    pub high: f64,
}

impl Bounds {
    /// The number itself, when it is known.
    pub fn exact(&self) -> Option<f64> {
        (self.low == self.high).then_some(self.low)
    }
}

/// How the answers spread.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Distribution {
    /// Answers 1-2, 3 and 4-5, for 10 to 19 answers.
    Three([u64; 3]),
    /// Answers 1, 2, 3, 4 and 5, for 20 answers or more.
    Five([u64; 5]),
}

/// What is known of the answers of a node or pool to one question.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// Answers the figure is computed from.
    pub answers: u64,
    /// Ballots below the node that the figure leaves out; 0 unless the node is partial.
    pub left_out: u64,
    /// The mean answer, 1 to 5. Known when every pool in it was released in full.
    pub mean: Bounds,
    /// How the answers spread, for 10 answers or more when every pool in it was released in full.
    pub distribution: Option<Distribution>,
}

impl Estimate {
    /// What is known of several pools together, from their released figures of one question; `left_out` ballots of theirs are in
    /// none of these. `None` without answers.
    pub fn together(figures: &[Released<Figure>], left_out: u64) -> Option<Released<Estimate>> {
        Estimate::of(figures.iter().map(Released::get), left_out).map(Released::seal)
    }

    /// `None` without answers.
    pub(crate) fn of<'a>(figures: impl Iterator<Item = &'a Figure>, left_out: u64) -> Option<Estimate> {
        let (mut answers, mut low, mut high) = (0, 0, 0);
        let mut counts = Some([0_u64; 5]);
        for figure in figures {
            let (least, greatest) = figure.sum_bounds();
            answers += figure.answers();
            low += least;
            high += greatest;
            counts = counts.and_then(|sum| add(sum, figure));
        }
        if answers == 0 {
            return None;
        }
        let mean = Bounds { low: low as f64 / answers as f64, high: high as f64 / answers as f64 };
        Some(Estimate { answers, left_out, mean, distribution: counts.and_then(|c| spread(answers, c)) })
    }
}

fn add(sum: [u64; 5], figure: &Figure) -> Option<[u64; 5]> {
    let Figure::Full(histogram) = figure else { return None };
    let counts = histogram.counts();
    Some(std::array::from_fn(|at| sum[at] + u64::from(counts[at])))
}

fn spread(answers: u64, [a, b, c, d, e]: [u64; 5]) -> Option<Distribution> {
    match answers {
        FIVE_CLASSES.. => Some(Distribution::Five([a, b, c, d, e])),
        THREE_CLASSES.. => Some(Distribution::Three([a + b, c, d + e])),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Histogram, Near, Side};

    fn full(counts: [u32; 5]) -> Figure {
        Figure::Full(Histogram::new(counts))
    }

    #[test]
    fn a_near_pool_makes_the_parent_a_range() {
        let near = Figure::Near(Near { answers: 6, side: Side::High, others_at_most: 1 });
        let both = Estimate::of([full([0, 2, 2, 2, 0]), near].iter(), 0).expect("answers");
        assert_eq!((both.answers, both.mean), (12, Bounds { low: 39.0 / 12.0, high: 48.0 / 12.0 }));
        assert_eq!((both.mean.exact(), both.distribution), (None, None));
    }

    #[test]
    fn classes_widen_with_the_answers() {
        let spread = |counts| Estimate::of([full(counts)].iter(), 0).and_then(|e| e.distribution);
        assert_eq!(spread([3, 2, 2, 1, 1]), None);
        assert_eq!(spread([3, 2, 2, 1, 2]), Some(Distribution::Three([5, 2, 3])));
        assert_eq!(spread([8, 5, 2, 2, 3]), Some(Distribution::Five([8, 5, 2, 2, 3])));
        assert_eq!(Estimate::of([].iter(), 0), None);
    }
}
