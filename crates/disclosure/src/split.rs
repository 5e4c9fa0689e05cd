//! Figures by one attribute, such as role, at the larger inner nodes.

use crate::beside::{BesideError, Layer, Placed, close_beside};
use crate::closing::Closing;
use crate::tree::{LeafCount, Tree, TreeError};
use std::collections::HashMap;

/// The fewest answers a node needs to be split.
pub const MIN_SPLIT: u64 = 30;

/// A closing for every value of the attribute. Each one releases the answers of the people with that value;
/// its pools are the cells of the split.
#[derive(Debug, Clone, PartialEq)]
pub struct Split {
    /// By value, in the order given.
    pub values: Vec<Closing>,
}

/// Why no split was made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SplitError {
    /// Counts that do not fit the tree.
    #[error(transparent)]
    Tree(#[from] TreeError),
    /// More people with a value in a leaf than people.
    #[error("leaf {0} has more people with a value than ballots")]
    MoreThanBallots(usize),
    /// The search failed.
    #[error(transparent)]
    Beside(#[from] BesideError),
}

/// Splits the inner nodes of a closed round with [`MIN_SPLIT`] answers or more by one attribute: for each
/// value, how many with it there are in each leaf.
///
/// The split cells and the round's pools together give away no group below K. One attribute in a round: with
/// two, the theorem behind this no longer holds.
///
/// # Errors
/// [`SplitError`] for counts that do not fit the round.
pub fn split(closing: &Closing, values: &[Vec<(usize, LeafCount)>]) -> Result<Split, SplitError> {
    let tree = closing.tree();
    let layers = values.iter().map(|counts| layer(tree, counts)).collect::<Result<Vec<_>, _>>()?;
    let values = close_beside(layers, &placed(closing, values)?, closing.rules())?;
    Ok(Split { values })
}

fn layer(tree: &Tree, counts: &[(usize, LeafCount)]) -> Result<Layer, TreeError> {
    let parents: Vec<_> = (0..tree.len()).map(|node| tree.parent(node)).collect();
    let may_show =
        (0..tree.len()).map(|node| !tree.is_leaf(node) && tree.answers(node) >= MIN_SPLIT).collect();
    Ok(Layer { tree: Tree::new(&parents, counts)?, may_show })
}

/// Everyone with a value, and in each leaf those without: at least so many of them answered every question.
fn placed(closing: &Closing, values: &[Vec<(usize, LeafCount)>]) -> Result<Vec<Placed>, SplitError> {
    let tree = closing.tree();
    let pool = |leaf: usize| closing.pools().of(leaf).map(|p| p as u32);
    let mut people = Vec::new();
    let mut with_value: HashMap<usize, u64> = HashMap::new();
    for (value, counts) in values.iter().enumerate() {
        for (leaf, count) in counts {
            *with_value.entry(*leaf).or_default() += u64::from(count.ballots);
            people.push(Placed { other: pool(*leaf), leaf: Some((value, *leaf)), count: *count });
        }
    }
    for leaf in (0..tree.len()).filter(|node| tree.is_leaf(*node)) {
        let taken = with_value.get(&leaf).copied().unwrap_or(0);
        let ballots = tree.ballots(leaf).checked_sub(taken).ok_or(SplitError::MoreThanBallots(leaf))?;
        let answers = tree.answers(leaf).saturating_sub(taken);
        let count = LeafCount { ballots: ballots as u32, answers: answers as u32 };
        people.push(Placed { other: pool(leaf), leaf: None, count });
    }
    Ok(people)
}
