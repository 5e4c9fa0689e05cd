//! Strict mode over time: what a later round may say of a group that has changed little since its last exact
//! figure, so that nothing is learnt of those who came or left even if nobody else changed an answer.

use crate::histogram::Histogram;
use crate::release::{Figure, FigureError, release};
use crate::rules::Rules;

/// A pool's last exact figure, and how the pool has changed since: by the personnel roster, not by who
/// answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Since {
    /// The sum of the answers in the last exact figure.
    pub sum: u64,
    /// People in it now who were not then.
    pub joiners: u32,
    /// People in it then who are not now.
    pub leavers: u32,
    /// People who know their own answers and how these changed. 0 is the intended setting: each one widens
    /// the band by 8.
    pub insiders: u32,
}

/// The sum of a pool's answers, as far as it may be told: it lies from `low` to `high`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Band {
    /// How many answered.
    pub answers: u64,
    /// The least sum.
    pub low: u64,
    /// The greatest sum.
    pub high: u64,
}

/// What may be shown of a pool whose exact figure would tell of those who came or left; `None` for nothing of its own.
///
/// With c = joiners + leavers from 1 to K - 1 the sum is shown only as the band of 4 (c + 2 insiders) + 1
/// values that it falls in, in a row of such bands laid so that, if nobody changed an answer, the sum falls
/// in the same band whatever those who came or left answered. At either end of the scale the last band takes
/// in what is too narrow to keep everybody's answer open. Where the band would be wider than one point of the mean, and where so many
/// came or left that no band says anything, nothing is shown. Without any change the figure is that of last time, if nobody
/// changed an answer: it is shown.
pub(crate) fn guard(
    histogram: &Histogram,
    rules: &Rules,
    since: Since,
) -> Result<Option<Figure>, FigureError> {
    let answers = histogram.answers();
    let changed = u64::from(since.joiners) + u64::from(since.leavers);
    if changed == 0 {
        return Ok(Some(release(histogram, rules)?));
    }
    let width = 4 * (changed + 2 * u64::from(since.insiders)) + 1;
    if changed >= u64::from(rules.k()) || width > answers {
        return Ok(None);
    }
    let (low, high) = band(histogram.sum(), answers, width, start(since), since.insiders);
    Ok(Some(Figure::Band(Band { answers, low, high })))
}

/// The least sum today if nobody changed an answer: joiners answer 1, leavers had answered 5, insiders went
/// from 5 to 1.
fn start(since: Since) -> i64 {
    let last = i64::try_from(since.sum).unwrap_or(i64::MAX / 2);
    last + i64::from(since.joiners) - 5 * i64::from(since.leavers) - 4 * i64::from(since.insiders)
}

fn band(sum: u64, answers: u64, width: u64, start: i64, insiders: u32) -> (u64, u64) {
    let (floor, ceiling) = (answers as i64, 5 * answers as i64);
    let width = width as i64;
    let shortest = 4 * i64::from(insiders) + 2;
    let mut low = start + (sum as i64 - start).div_euclid(width) * width;
    let mut high = low + width - 1;
    // The bands are fixed before the sum is known: a short one at the end is one with its neighbour.
    if high - floor + 1 < shortest {
        high += width;
    }
    if ceiling - low + 1 < shortest {
        low -= width;
    }
    if low - floor < shortest {
        low = floor;
    }
    if ceiling - high < shortest {
        high = ceiling;
    }
    (low.max(floor) as u64, high.min(ceiling) as u64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rules() -> Rules {
        Rules::new(6, 1).expect("six")
    }

    fn since(sum: u64, joiners: u32, leavers: u32) -> Since {
        Since { sum, joiners, leavers, insiders: 0 }
    }

    fn shown(counts: [u32; 5], since: Since) -> Option<Figure> {
        guard(&Histogram::new(counts), &rules(), since).expect("enough")
    }

    #[test]
    fn only_those_between_none_and_k_are_banded() {
        let counts = [2, 2, 3, 2, 3];
        assert!(matches!(shown(counts, since(38, 0, 0)), Some(Figure::Full(_))));
        assert_eq!(shown(counts, since(38, 3, 3)), None);
        let band = Band { answers: 12, low: 34, high: 38 };
        assert_eq!(shown(counts, since(38, 1, 0)), Some(Figure::Band(band)));
        assert_eq!(
            shown(counts, since(38, 2, 1)),
            None,
            "13 values are more than a point of the mean of twelve"
        );
    }

    proptest! {
        /// Nobody who stayed changed an answer: every answer of those who came and left gives the same band.
        #[test]
        fn the_same_band_whatever_they_answered(
            stay in prop::collection::vec(0_usize..5, 20..30),
            came in prop::collection::vec(0_usize..5, 0..3),
            left in prop::collection::vec(0_usize..5, 0..3),
            others in prop::collection::vec(0_usize..5, 4),
        ) {
            prop_assume!(!came.is_empty() || !left.is_empty());
            let count = |answers: &[usize]| answers.iter().fold([0; 5], |mut h, a| { h[*a] += 1; h });
            let last = Histogram::new(count(&[&stay[..], &left].concat())).sum();
            let since = since(last, came.len() as u32, left.len() as u32);
            let now = shown(count(&[&stay[..], &came].concat()), since);
            let other = shown(count(&[&stay[..], &others[..came.len()]].concat()), since);
            prop_assert_eq!(now, other);
            // From the last sum alone: every sum there could be now, whatever leavers and joiners answered,
            // is in the band.
            let Some(Figure::Band(Band { answers, low, high })) = now else { return Err(TestCaseError::fail("no band")) };
            let least = last + came.len() as u64 - 5 * left.len() as u64;
            let greatest = last + 5 * came.len() as u64 - left.len() as u64;
            prop_assert!(low <= least.max(answers) && greatest.min(5 * answers) <= high);
        }

        /// The bands part the whole range, and none leaves a single answer vector.
        #[test]
        fn bands_part_the_range(answers in 6_u64..40, width in 5_u64..40, start in -50_i64..250, insiders in 0_u32..2) {
            prop_assume!(width > 4 * (1 + 2 * u64::from(insiders)) && width <= answers);
            let mut next = answers;
            while next <= 5 * answers {
                let (low, high) = band(next, answers, width, start, insiders);
                prop_assert_eq!(low, next);
                prop_assert!(high - low + 1 >= 4 * u64::from(insiders) + 2);
                for sum in low..=high {
                    prop_assert_eq!(band(sum, answers, width, start, insiders), (low, high));
                }
                next = high + 1;
            }
        }
    }
}
