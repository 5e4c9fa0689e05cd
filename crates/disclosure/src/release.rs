//! What may be said of one pool's answers to one question.

use crate::guard::Band;
use crate::histogram::Histogram;
use crate::released::Released;
use crate::rules::Rules;

/// Which end of the scale nearly everyone was at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// Nearly all answered 4 or 5.
    High,
    /// Nearly all answered 1, 2 or 3.
    Low,
}

/// A pool in which nearly all answered alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Near {
    /// How many answered.
    pub answers: u64,
    /// Where the commonest answer lies.
    pub side: Side,
    /// At most so many gave another answer than the commonest one.
    pub others_at_most: u64,
}

/// What may be said of one group's answers to one question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Figure {
    /// Everything that can be computed from the counts.
    Full(Histogram),
    /// Only that nearly all answered alike, and on which side.
    Near(Near),
    /// Only what the sum lies between: in strict mode, of a pool that a few people came to or left.
    Band(Band),
}

/// Why a figure was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FigureError {
    /// Too few answers to say anything.
    #[error("{answers} answers are fewer than {least}")]
    TooFew {
        /// Answers given.
        answers: u64,
        /// Answers needed.
        least: u64,
    },
    /// A stored figure that these rules would not have released, or that is not a figure at all.
    #[error("{0:?} is not a figure that these rules release")]
    NotReleased(String),
}

/// Shows the counts if they stay ambiguous for everybody, whatever `rules.insiders()` respondents know of
/// their own answers; otherwise says only that nearly all answered alike.
///
/// Full when at least max(insiders + 1, dominance share) answers differ from the commonest one: take any
/// insiders away and two different answers are left. Near otherwise: all others 4 and all others 5, or any of
/// 1 to 3, look the same. That a group is large enough is for [`Closing`](crate::Closing) to see to; here two
/// people besides the insiders are enough.
///
/// # Errors
/// [`FigureError::TooFew`] below insiders + 2.
pub fn release(histogram: &Histogram, rules: &Rules) -> Result<Figure, FigureError> {
    let answers = histogram.answers();
    let least = u64::from(rules.insiders()) + 2;
    if answers < least {
        return Err(FigureError::TooFew { answers, least });
    }
    let (mode, count) = histogram.mode();
    let needed = rules.must_differ(answers);
    if answers - u64::from(count) >= needed {
        return Ok(Figure::Full(*histogram));
    }
    let side = if mode >= 4 { Side::High } else { Side::Low };
    Ok(Figure::Near(Near { answers, side, others_at_most: needed - 1 }))
}

impl Figure {
    /// How many answered.
    pub fn answers(&self) -> u64 {
        match self {
            Figure::Full(histogram) => histogram.answers(),
            Figure::Near(near) => near.answers,
            Figure::Band(band) => band.answers,
        }
    }

    /// The least and the greatest the sum of the answers can be; equal for a full figure.
    pub fn sum_bounds(&self) -> (u64, u64) {
        let near = match self {
            Figure::Full(histogram) => return (histogram.sum(), histogram.sum()),
            Figure::Band(band) => return (band.low, band.high),
            Figure::Near(near) => near,
        };
        let others = near.others_at_most.min(near.answers);
        let alike = near.answers - others;
        match near.side {
            Side::High => (4 * alike + others, 5 * near.answers),
            Side::Low => (near.answers, 3 * alike + 5 * others),
        }
    }

    /// One line to store the figure as.
    pub fn freeze(&self) -> String {
        match self {
            Figure::Full(histogram) => {
                let [a, b, c, d, e] = histogram.counts();
                format!("full {a} {b} {c} {d} {e}")
            }
            Figure::Near(near) => {
                let side = if near.side == Side::High { "4-5" } else { "1-3" };
                format!("near {side} {}", near.answers)
            }
            Figure::Band(Band { answers, low, high }) => format!("band {answers} {low} {high}"),
        }
    }

    /// Reads a stored figure, made under the same rules. For the store alone: the figure is tried again, so
    /// that what was never releasable does not become so by being stored.
    ///
    /// # Errors
    /// [`FigureError::NotReleased`] for anything these rules would not have released for a group of K or
    /// more.
    pub fn thaw(line: &str, rules: &Rules) -> Result<Released<Figure>, FigureError> {
        let figure = read(line, rules).filter(|figure| figure.answers() >= u64::from(rules.k()));
        figure.map(Released::seal).ok_or_else(|| FigureError::NotReleased(line.chars().take(80).collect()))
    }
}

fn read(line: &str, rules: &Rules) -> Option<Figure> {
    if let Some(near) = line.strip_prefix("near ") {
        let (side, answers) = near.split_once(' ')?;
        let side = match side {
            "4-5" => Side::High,
            "1-3" => Side::Low,
            _ => return None,
        };
        let answers = answers.parse().ok()?;
        let others_at_most = rules.must_differ(answers) - 1;
        return Some(Figure::Near(Near { answers, side, others_at_most }));
    }
    if let Some(band) = line.strip_prefix("band ") {
        let numbers: Vec<u64> = band.split(' ').map(|n| n.parse().ok()).collect::<Option<_>>()?;
        let [answers, low, high] = numbers[..] else { return None };
        let within = answers <= low && low < high && high <= answers.checked_mul(5)?;
        return within.then_some(Figure::Band(Band { answers, low, high }));
    }
    let counts: Vec<u32> =
        line.strip_prefix("full ")?.split(' ').map(|c| c.parse().ok()).collect::<Option<_>>()?;
    let figure = release(&Histogram::new(counts.try_into().ok()?), rules).ok()?;
    matches!(figure, Figure::Full(_)).then_some(figure)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules() -> Rules {
        Rules::new(6, 1).expect("six")
    }

    fn shown(counts: [u32; 5]) -> Figure {
        release(&Histogram::new(counts), &rules()).expect("enough")
    }

    #[test]
    fn one_dissenter_is_not_pointed_at() {
        let near = Near { answers: 8, side: Side::High, others_at_most: 1 };
        assert_eq!(shown([1, 0, 0, 0, 7]), Figure::Near(near));
        assert_eq!(shown([0, 0, 0, 0, 8]), Figure::Near(near));
        assert!(matches!(shown([1, 0, 0, 1, 6]), Figure::Full(_)));
        assert!(matches!(shown([0, 0, 7, 1, 0]), Figure::Near(Near { side: Side::Low, .. })));
    }

    #[test]
    fn bounds_hold_the_true_sum() {
        for counts in [[0, 0, 0, 1, 7], [1, 0, 0, 7, 0], [7, 0, 0, 0, 1], [0, 0, 8, 0, 0], [1, 2, 3, 1, 1]] {
            let (low, high) = shown(counts).sum_bounds();
            assert!((low..=high).contains(&Histogram::new(counts).sum()), "{counts:?}");
        }
        assert_eq!(shown([0, 0, 0, 0, 8]).sum_bounds(), (29, 40));
        assert_eq!(shown([0, 0, 8, 0, 0]).sum_bounds(), (8, 26));
    }

    #[test]
    fn only_what_was_releasable_comes_back() {
        for counts in [[1, 2, 3, 1, 1], [0, 0, 0, 0, 8], [8, 0, 0, 0, 0]] {
            let figure = shown(counts);
            assert_eq!(Figure::thaw(&figure.freeze(), &rules()).map(|f| *f.get()), Ok(figure));
        }
        let band = Figure::Band(Band { answers: 8, low: 20, high: 24 });
        assert_eq!(Figure::thaw(&band.freeze(), &rules()).map(|f| *f.get()), Ok(band));
        for odd in [
            "full 0 0 0 0 8",
            "full 1 1 1 1 1",
            "full 1 2 3",
            "near 4-5 5",
            "near 2 9",
            "",
            "full 1 2 3 1 1 9",
            "near 1-3 -1",
            "band 5 10 14",
            "band 8 20 20",
            "band 8 7 11",
            "band 8 38 41",
            "band 8 20",
        ] {
            assert!(Figure::thaw(odd, &rules()).is_err(), "{odd}");
        }
    }
}
