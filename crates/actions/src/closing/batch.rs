//! From ballots to what is released: pure, in one go, audited. What comes out is sealed; the ballots stay here.

use ::pulse::{Index, Place, ReleasedNode, RoundMember, RoundNode, Withheld};
use disclosure::{
    Answer, Closing, Correlation, Figure, Histogram, LeafCount, Past, Released, Rules, Status, Strict, Tree,
};

use super::earlier::{Earlier, past};

/// A ballot as it is counted: the leaf it was cast in, and the answers in the order of the questions with a scale; "don't know" is `None`.
pub type Counted = (Place, Vec<Option<Answer>>);

/// What is released of a round.
#[derive(Debug)]
pub struct Batch {
    /// What is shown of each node, by place.
    pub nodes: Vec<ReleasedNode>,
    /// The leaves of each pool.
    pub pools: Vec<Vec<Place>>,
    /// The figures: by question, then by pool.
    pub figures: Vec<Vec<Released<Figure>>>,
    /// How much the items of each index go together.
    pub correlations: Vec<(Index, Released<Correlation>)>,
}

/// Decides, audits and releases. `asked` are the codes of the questions with a scale.
///
/// # Errors
/// Why nothing is published: whatever the engine says no to.
pub fn release(
    tree: &[RoundNode],
    rules: Rules,
    asked: &[&str],
    ballots: &[Counted],
) -> Result<Batch, Withheld> {
    let leaves = by_leaf(tree, asked.len(), ballots)?;
    let closing = Closing::new(engine(tree, &leaves)?, rules).map_err(|_| Withheld::Audit)?;
    let figures = figures(&closing, asked.len(), &leaves)?;
    let correlations = correlations(&closing, asked, &figures, ballots)?;
    let pools = places(closing.pools().groups());
    Ok(Batch { nodes: released_nodes(&closing, &pools), pools, figures, correlations })
}

/// The same in strict mode, beside `earlier` rounds; `members` are this round's. How items go together is not released then: over the same
/// people it would tell of those who came or left.
///
/// # Errors
/// Why nothing is published: whatever the engine says no to.
pub(super) fn release_strictly(
    tree: &[RoundNode],
    rules: Rules,
    asked: &[&str],
    ballots: &[Counted],
    members: &[RoundMember],
    earlier: &[Earlier],
) -> Result<Batch, Withheld> {
    let leaves = by_leaf(tree, asked.len(), ballots)?;
    let pasts: Vec<_> = earlier.iter().map(|earlier| earlier.turnover.placed()).collect();
    let strict = Strict::new(engine(tree, &leaves)?, rules, &pasts).map_err(|_| Withheld::Audit)?;
    let mut figures = figures(strict.closing(), asked.len(), &leaves)?;
    let rest = places(strict.rest());
    let of_rest = asked.iter().enumerate().map(|(question, code)| {
        let pasts: Vec<Past> = rest.iter().map(|pool| past(earlier, members, pool, code)).collect();
        strict.release_rest(&histograms(&leaves, question), &pasts).map_err(|_| Withheld::Ballots)
    });
    let of_rest = of_rest.collect::<Result<Vec<_>, _>>()?;
    let mut pools = places(strict.closing().pools().groups());
    // A pool has figures for all questions or for none: a page of half of them would look like a mistake.
    for (at, pool) in rest.into_iter().enumerate() {
        let shown: Option<Vec<Released<Figure>>> = of_rest.iter().map(|question| question[at]).collect();
        if let Some(shown) = shown {
            pools.push(pool);
            figures.iter_mut().zip(shown).for_each(|(figures, figure)| figures.push(figure));
        }
    }
    let nodes = released_nodes(strict.closing(), &pools);
    Ok(Batch { nodes, pools, figures, correlations: Vec::new() })
}

fn engine(tree: &[RoundNode], leaves: &[Leaf]) -> Result<Tree, Withheld> {
    let parents: Vec<Option<usize>> = tree.iter().map(|node| node.parent.map(|up| up.0 as usize)).collect();
    let counts: Vec<(usize, LeafCount)> = leaves.iter().map(|leaf| (leaf.place, leaf.count())).collect();
    Tree::new(&parents, &counts).map_err(|_| Withheld::Ballots)
}

fn histograms(leaves: &[Leaf], question: usize) -> Vec<(usize, Histogram)> {
    leaves.iter().map(|leaf| (leaf.place, leaf.answers[question])).collect()
}

fn figures(
    closing: &Closing,
    questions: usize,
    leaves: &[Leaf],
) -> Result<Vec<Vec<Released<Figure>>>, Withheld> {
    let released = (0..questions).map(|question| closing.release(&histograms(leaves, question)));
    released.collect::<Result<_, _>>().map_err(|_| Withheld::Ballots)
}

fn places(groups: &[Vec<u32>]) -> Vec<Vec<Place>> {
    groups.iter().map(|group| group.iter().map(|leaf| Place(*leaf)).collect()).collect()
}

/// One leaf's answers.
struct Leaf {
    place: usize,
    ballots: u32,
    answers: Vec<Histogram>,
}

impl Leaf {
    fn count(&self) -> LeafCount {
        // Where only words are asked for, every ballot counts.
        let fewest = self.answers.iter().map(Histogram::answers).min().unwrap_or(self.ballots.into());
        LeafCount { ballots: self.ballots, answers: u32::try_from(fewest).unwrap_or(u32::MAX) }
    }
}

/// The answers counted by leaf; an answer list of another length, or a ballot of what is no leaf, is no ballot.
fn by_leaf(tree: &[RoundNode], questions: usize, ballots: &[Counted]) -> Result<Vec<Leaf>, Withheld> {
    let mut inner = vec![false; tree.len()];
    for parent in tree.iter().filter_map(|node| node.parent) {
        *inner.get_mut(parent.0 as usize).ok_or(Withheld::Ballots)? = true;
    }
    let empty = |place| Leaf { place, ballots: 0, answers: vec![Histogram::default(); questions] };
    let mut leaves: Vec<Option<Leaf>> =
        inner.iter().enumerate().map(|(place, inner)| (!inner).then(|| empty(place))).collect();
    for (place, answers) in ballots {
        let leaf = leaves.get_mut(place.0 as usize).and_then(Option::as_mut).ok_or(Withheld::Ballots)?;
        if answers.len() != questions {
            return Err(Withheld::Ballots);
        }
        leaf.ballots += 1;
        for (counted, answer) in leaf.answers.iter_mut().zip(answers) {
            counted.add(&answer.iter().copied().collect());
        }
    }
    Ok(leaves.into_iter().flatten().collect())
}

fn correlations(
    closing: &Closing,
    asked: &[&str],
    figures: &[Vec<Released<Figure>>],
    ballots: &[Counted],
) -> Result<Vec<(Index, Released<Correlation>)>, Withheld> {
    let mut found = Vec::new();
    for index in Index::ALL {
        let Some(items) = index.places(asked).filter(|items| items.len() > 1) else { continue };
        let chosen: Vec<Vec<Released<Figure>>> = items.iter().map(|item| figures[*item].clone()).collect();
        let of_items = |(place, answers): &Counted| {
            (place.0 as usize, items.iter().map(|item| answers[*item]).collect::<Vec<_>>())
        };
        let ballots: Vec<_> = ballots.iter().map(of_items).collect();
        let correlation = closing.correlation(&chosen, &ballots).map_err(|_| Withheld::Ballots)?;
        found.extend(correlation.map(|correlation| (index, correlation)));
    }
    Ok(found)
}

fn released_nodes(closing: &Closing, pools: &[Vec<Place>]) -> Vec<ReleasedNode> {
    let mut pool_of: Vec<Option<u32>> = vec![None; closing.tree().len()];
    for (at, pool) in (0_u32..).zip(pools) {
        for leaf in pool {
            pool_of[leaf.0 as usize] = Some(at);
        }
    }
    (0..closing.tree().len()).map(|node| released_node(closing, &pool_of, node)).collect()
}

fn released_node(closing: &Closing, pool_of: &[Option<u32>], node: usize) -> ReleasedNode {
    let tree = closing.tree();
    let status = closing.publication().status(node);
    let all = tree.ballots(node);
    let kept = match status {
        Status::Hidden => 0,
        Status::Full => all,
        Status::Partial => closing.kept(node),
    };
    let narrow = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
    let mut of_leaves = tree.leaves(node).map(|leaf| pool_of[leaf]);
    let pool = of_leaves.next().flatten().filter(|first| of_leaves.all(|other| other == Some(*first)));
    ReleasedNode {
        status,
        ballots: (status != Status::Hidden).then(|| narrow(kept)),
        left_out: if status == Status::Partial { narrow(all - kept) } else { 0 },
        pool,
    }
}
