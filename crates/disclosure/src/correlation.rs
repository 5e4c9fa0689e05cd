//! How much the items of an index go together: what the spread of people's means over the items needs, and no more.

use crate::closing::{Closing, ReleaseError};
use crate::histogram::{Answer, Histogram};
use crate::release::Figure;
use crate::released::Released;

/// With fewer complete ballots than this nothing is said of how items go together.
pub const MIN_TOGETHER: u64 = 100;
/// The number is given in steps of one twentieth.
const STEPS: u8 = 20;

/// The mean correlation between the items of an index over everybody, 0 to 1 in steps of 0.05.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Correlation(u8);

impl Correlation {
    /// 0 to 1. Below zero is given as zero.
    pub fn value(self) -> f64 {
        f64::from(self.0) / f64::from(STEPS)
    }

    /// In twentieths, 0 to 20: what is stored.
    pub fn twentieths(self) -> u8 {
        self.0
    }

    /// Reads a stored number. For the store alone.
    pub fn thaw(twentieths: u8) -> Option<Released<Correlation>> {
        (twentieths <= STEPS).then(|| Released::seal(Correlation(twentieths)))
    }
}

impl Closing {
    /// The mean correlation between the items of an index, rounded to steps of 0.05; `None` with fewer than
    /// [`MIN_TOGETHER`] complete ballots, fewer than two items, or an item that all answered alike.
    ///
    /// `items` holds the released figures of each item, `ballots` the leaf and the answers to the items of everyone.
    ///
    /// It is one number over everybody, and only over pools whose figures are full for every item. So two people of a
    /// pool can change their whole ballots with each other and nothing that is shown changes, this number included. In a
    /// full figure at least insiders + 1 others answered otherwise than any one person, so each still has two possible
    /// answers to every question whatever the insiders know: the second promise holds exactly. A pool that is near
    /// for an item takes no part, for there all may have answered alike, and a change of ballots would hide nothing.
    ///
    /// # Errors
    /// [`ReleaseError`] when there is not one figure a pool, when a ballot is not of a leaf, and when the ballots are
    /// not those the figures were made of.
    pub fn correlation(
        &self,
        items: &[Vec<Released<Figure>>],
        ballots: &[(usize, Vec<Option<Answer>>)],
    ) -> Result<Option<Released<Correlation>>, ReleaseError> {
        let pools = self.pools().groups().len();
        if let Some(other) = items.iter().find(|figures| figures.len() != pools) {
            return Err(ReleaseError::OtherPools { given: other.len(), pools });
        }
        let full = |pool: usize| items.iter().all(|figures| matches!(figures[pool].get(), Figure::Full(_)));
        let used: Vec<bool> = (0..pools).map(full).collect();
        let mut counted = vec![vec![Histogram::default(); pools]; items.len()];
        let mut sums = Sums::new(items.len());
        for (leaf, answers) in ballots {
            if *leaf >= self.tree().len() || !self.tree().is_leaf(*leaf) || answers.len() != items.len() {
                return Err(ReleaseError::NotALeaf(*leaf));
            }
            let Some(pool) = self.pools().of(*leaf).filter(|pool| used[*pool]) else { continue };
            for (answer, counted) in answers.iter().zip(&mut counted) {
                counted[pool].add(&answer.iter().copied().collect());
            }
            if let Some(complete) = answers.iter().copied().collect::<Option<Vec<Answer>>>() {
                sums.add(&complete);
            }
        }
        for (figures, counted) in items.iter().zip(&counted) {
            let others =
                (0..pools).find(|pool| used[*pool] && *figures[*pool].get() != Figure::Full(counted[*pool]));
            if let Some(pool) = others {
                return Err(ReleaseError::OtherAnswers { pool });
            }
        }
        Ok(sums.mean_correlation().map(|mean| Released::seal(rounded(mean))))
    }
}

fn rounded(mean: f64) -> Correlation {
    // Between 0 and 20 after clamping, so nothing is cut off.
    Correlation((mean.clamp(0.0, 1.0) * f64::from(STEPS)).round() as u8)
}

/// Sums over complete ballots, in whole numbers.
struct Sums {
    ballots: u64,
    items: usize,
    each: Vec<u64>,
    /// Of products, row by row; the squares on the diagonal.
    products: Vec<u64>,
}

impl Sums {
    fn new(items: usize) -> Sums {
        Sums { ballots: 0, items, each: vec![0; items], products: vec![0; items * items] }
    }

    fn add(&mut self, ballot: &[Answer]) {
        self.ballots += 1;
        for (row, one) in ballot.iter().enumerate() {
            self.each[row] += u64::from(one.value());
            for (column, other) in ballot.iter().enumerate() {
                self.products[row * self.items + column] += u64::from(one.value()) * u64::from(other.value());
            }
        }
    }

    /// The mean over all pairs of items; `None` with too few ballots, one item, or an item without spread.
    fn mean_correlation(&self) -> Option<f64> {
        if self.ballots < MIN_TOGETHER || self.items < 2 {
            return None;
        }
        let about_mean = |row: usize, column: usize| {
            let products = self.ballots as f64 * self.products[row * self.items + column] as f64;
            products - self.each[row] as f64 * self.each[column] as f64
        };
        let spread: Vec<f64> = (0..self.items).map(|item| about_mean(item, item)).collect();
        if spread.iter().any(|spread| *spread <= 0.0) {
            return None;
        }
        let pairs = (0..self.items).flat_map(|row| (0..row).map(move |column| (row, column)));
        let correlations: Vec<f64> = pairs
            .map(|(row, column)| about_mean(row, column) / (spread[row] * spread[column]).sqrt())
            .collect();
        Some(correlations.iter().sum::<f64>() / correlations.len() as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Rules, Tree};

    type Ballot = (usize, Vec<Option<Answer>>);

    fn ballot(leaf: usize, answers: [u8; 3]) -> Ballot {
        (leaf, answers.into_iter().map(Answer::new).collect())
    }

    /// Units 1 to 4 of 30 people each; whoever answers high to one item does so to the others, in parts.
    fn some() -> Vec<Ballot> {
        let one = |n: u64| {
            ballot(
                1 + n as usize % 4,
                [(n * 7 % 5) as u8 + 1, (n * 7 % 5 / 2 + n * 3 % 3) as u8 + 1, (n % 5) as u8 + 1],
            )
        };
        (0..120).map(one).collect()
    }

    fn close(ballots: &[Ballot]) -> (Closing, Vec<Vec<Released<Figure>>>) {
        let of = |leaf: usize| ballots.iter().filter(move |ballot| ballot.0 == leaf);
        let item =
            |leaf: usize, item: usize| of(leaf).filter_map(|ballot| ballot.1[item]).collect::<Histogram>();
        let count = |leaf: usize| {
            let answers = (0..3).map(|i| item(leaf, i).answers()).min().unwrap_or(0);
            (leaf, crate::LeafCount { ballots: of(leaf).count() as u32, answers: answers as u32 })
        };
        let tree =
            Tree::new(&[None, Some(0), Some(0), Some(0), Some(0)], &(1..5).map(count).collect::<Vec<_>>());
        let closing = Closing::new(tree.unwrap(), Rules::new(6, 1).unwrap()).unwrap();
        let leaves = |i| (1..5).map(|leaf| (leaf, item(leaf, i))).collect::<Vec<_>>();
        let figures = (0..3).map(|i| closing.release(&leaves(i)).unwrap()).collect();
        (closing, figures)
    }

    fn found(ballots: &[Ballot]) -> Option<f64> {
        let (closing, figures) = close(ballots);
        closing.correlation(&figures, ballots).unwrap().map(|found| found.get().value())
    }

    /// Pearson's, pair by pair, from the definition.
    fn by_hand(ballots: &[Ballot]) -> f64 {
        let column =
            |i: usize| -> Vec<f64> { ballots.iter().map(|b| b.1[i].unwrap().value().into()).collect() };
        let mean = |x: &[f64]| x.iter().sum::<f64>() / x.len() as f64;
        let r = |x: Vec<f64>, y: Vec<f64>| {
            let (mx, my) = (mean(&x), mean(&y));
            let s = |a: &[f64], ma: f64, b: &[f64], mb: f64| {
                a.iter().zip(b).map(|(a, b)| (a - ma) * (b - mb)).sum::<f64>()
            };
            s(&x, mx, &y, my) / (s(&x, mx, &x, mx) * s(&y, my, &y, my)).sqrt()
        };
        (r(column(0), column(1)) + r(column(0), column(2)) + r(column(1), column(2))) / 3.0
    }

    #[test]
    fn it_is_the_mean_of_the_pairs_rounded() {
        let (found, by_hand) = (found(&some()).unwrap(), by_hand(&some()));
        assert!(by_hand > 0.05, "{by_hand}");
        assert!((found - by_hand).abs() <= 0.025 + 1e-12, "{found} {by_hand}");
    }

    #[test]
    fn two_of_a_pool_can_change_ballots_and_nothing_shows_it() {
        let mut changed = some();
        let [one, other] = [0, 4];
        assert_eq!(changed[one].0, changed[other].0);
        assert_ne!(changed[one].1, changed[other].1);
        let (a, b) = (changed[one].1.clone(), changed[other].1.clone());
        (changed[one].1, changed[other].1) = (b, a);
        assert_eq!(close(&changed).1, close(&some()).1);
        assert_eq!(found(&changed), found(&some()));
    }

    #[test]
    fn a_pool_that_is_near_takes_no_part() {
        let with = |answer: [u8; 3]| {
            let mut ballots = some();
            ballots.iter_mut().filter(|b| b.0 == 4).for_each(|b| b.1 = ballot(4, answer).1);
            ballots.extend((0..20).map(|n| ballot(1, [n % 5 + 1, n % 4 + 1, n % 3 + 1])));
            found(&ballots)
        };
        assert!(with([5, 5, 5]).is_some());
        assert_eq!(with([5, 5, 5]), with([4, 4, 4]));
        assert_eq!(with([5, 5, 5]), with([1, 5, 2]));
    }

    #[test]
    fn nothing_is_said_of_few_or_of_an_item_all_answered_alike() {
        assert_eq!(found(&some()[..99]), None);
        assert!(found(&some()[..100]).is_some());
        let mut incomplete = some();
        incomplete[..21].iter_mut().for_each(|b| b.1[2] = None);
        assert_eq!(found(&incomplete), None);
    }

    #[test]
    fn other_ballots_than_the_figures_are_of_are_refused() {
        let (closing, figures) = close(&some());
        let mut other = some();
        other[3] = ballot(other[3].0, [5, 1, 1]);
        assert!(matches!(closing.correlation(&figures, &other), Err(ReleaseError::OtherAnswers { .. })));
        assert_eq!(closing.correlation(&figures, &[ballot(0, [1, 2, 3])]), Err(ReleaseError::NotALeaf(0)));
        let short = vec![Vec::new(); 3];
        assert!(matches!(closing.correlation(&short, &some()), Err(ReleaseError::OtherPools { .. })));
    }

    #[test]
    fn it_is_stored_in_twentieths() {
        for twentieths in 0..=20 {
            let thawed = Correlation::thaw(twentieths).unwrap();
            assert_eq!(thawed.get().twentieths(), twentieths);
        }
        assert_eq!(Correlation::thaw(21), None);
        assert_eq!(
            (rounded(-0.3).twentieths(), rounded(0.374).twentieths(), rounded(2.0).twentieths()),
            (0, 7, 20)
        );
    }
}
