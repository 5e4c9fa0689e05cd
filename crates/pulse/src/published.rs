use std::collections::{BTreeSet, HashSet};

use disclosure::{Correlation, Figure, Released, Status};
use jiff::Timestamp;

use crate::{Index, Place, RoundMember, RoundNode};

/// How a round was closed: counts of the whole, and whether anything was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosedRound {
    /// When.
    pub closed_at: Timestamp,
    /// People asked.
    pub eligible: u32,
    /// Ballots collected.
    pub drawn: u32,
    /// Slips made.
    pub slips: u32,
    /// Of these, never used.
    pub unused_slips: u32,
    /// Ballots counted.
    pub ballots: u32,
    /// Why nothing was published, if so.
    pub withheld: Option<Withheld>,
    /// When the ballots were erased.
    pub erased_at: Option<Timestamp>,
}

/// Why nothing was published of a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Withheld {
    /// The audit found something that could be computed about too few, or could not be made.
    Audit,
    /// More ballots than were collected and made, or ballots that fit no question: something is wrong with them.
    Ballots,
}

impl Withheld {
    /// As stored.
    pub const fn code(self) -> &'static str {
        match self {
            Withheld::Audit => "audit",
            Withheld::Ballots => "ballots",
        }
    }

    /// Reads [`Withheld::code`].
    pub fn from_code(code: &str) -> Option<Withheld> {
        [Withheld::Audit, Withheld::Ballots].into_iter().find(|why| why.code() == code)
    }
}

/// What is shown of one node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReleasedNode {
    /// Whether its own figures are shown.
    pub status: Status,
    /// Ballots the figures count; `None` where hidden.
    pub ballots: Option<u32>,
    /// Ballots below it that its figures leave out.
    pub left_out: u32,
    /// The smallest group a hidden node is shown in, if all its people are in one.
    pub pool: Option<u32>,
}

/// Everything that was released of one round, and nothing else: what every page, export and letter is made of.
#[derive(Debug, Clone)]
pub struct Published {
    /// The frozen tree by place, and what is shown of each node.
    pub nodes: Vec<(RoundNode, ReleasedNode)>,
    /// Which units' people are in which leaf.
    pub members: Vec<RoundMember>,
    /// The leaves of each pool.
    pub pools: Vec<Vec<Place>>,
    /// The codes of the questions with a scale, in the order asked.
    pub questions: Vec<String>,
    /// The figures: by question, then by pool.
    pub figures: Vec<Vec<Released<Figure>>>,
    /// How much the items of each index go together.
    pub correlations: Vec<(Index, Released<Correlation>)>,
    /// The nodes whose figures leave out people behind a wall: none in what was published, some in what a reader is shown of it.
    pub walled: BTreeSet<Place>,
}

/// How a group's figures are shown to those in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// By themselves.
    Whole,
    /// Without a few ballots.
    Without(u32),
    /// Together with others: too few answered.
    Together,
    /// Without those behind a wall.
    Walled,
}

/// People whose answers are shown as one: whole pools.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The node it is the figures of.
    pub place: Place,
    /// How.
    pub shown: Shown,
    /// Its pools.
    pub pools: Vec<usize>,
}

impl Published {
    /// The node at a place.
    pub fn node(&self, place: Place) -> Option<&(RoundNode, ReleasedNode)> {
        self.nodes.get(place.0 as usize)
    }

    /// The nodes right below one, in tree order.
    pub fn children(&self, place: Place) -> impl Iterator<Item = Place> + '_ {
        self.nodes.iter().filter(move |(node, _)| node.parent == Some(place)).map(|(node, _)| node.place)
    }

    /// The node and those above it, the nearest first.
    pub fn upward(&self, place: Place) -> impl Iterator<Item = Place> + '_ {
        let above =
            |place: &Place| self.node(*place).and_then(|(node, _)| node.parent).filter(|up| up.0 < place.0);
        std::iter::successors(Some(place).filter(|place| self.node(*place).is_some()), above)
    }

    /// Whether `place` is `above` or below it.
    pub fn is_below(&self, place: Place, above: Place) -> bool {
        self.upward(place).any(|up| up == above)
    }

    /// Whether a node has none below it.
    pub fn is_leaf(&self, place: Place) -> bool {
        self.children(place).next().is_none()
    }

    /// The leaves below a node, itself included.
    pub fn leaves(&self, place: Place) -> Vec<Place> {
        let above: HashSet<Place> = self.nodes.iter().filter_map(|(node, _)| node.parent).collect();
        let leaves = self.nodes.iter().map(|(node, _)| node.place).filter(|leaf| !above.contains(leaf));
        leaves.filter(|leaf| self.is_below(*leaf, place)).collect()
    }

    /// What is shown to those at a place; `None` where nothing is.
    pub fn group(&self, place: Place) -> Option<Group> {
        let (_, released) = self.node(place)?;
        let (shown, pools) = match released.status {
            _ if self.walled.contains(&place) => (Shown::Walled, self.pools_below(place)),
            Status::Full => (Shown::Whole, self.pools_below(place)),
            Status::Partial => (Shown::Without(released.left_out), self.pools_below(place)),
            Status::Hidden => {
                (Shown::Together, released.pool.map(|pool| pool as usize).into_iter().collect())
            }
        };
        (!pools.is_empty()).then_some(Group { place, shown, pools })
    }

    /// The same without some pools: what is left to somebody from whom a wall keeps these. Only whole pools go, so that what stays is sums
    /// of figures that were published as they are.
    #[must_use]
    pub fn without(&self, closed: &BTreeSet<usize>) -> Published {
        let mut left = self.clone();
        if closed.is_empty() {
            return left;
        }
        let open: Vec<usize> = (0..self.pools.len()).filter(|pool| !closed.contains(pool)).collect();
        let renumbered = |pool: u32| open.iter().position(|old| *old == pool as usize).map(|new| new as u32);
        for (node, released) in &mut left.nodes {
            released.pool = released.pool.and_then(renumbered);
            let Some(group) = self.group(node.place) else { continue };
            if group.shown != Shown::Together && !group.pools.iter().all(|pool| open.contains(pool)) {
                (released.ballots, released.left_out) = (None, 0);
                left.walled.insert(node.place);
            }
        }
        left.pools = open.iter().map(|pool| self.pools[*pool].clone()).collect();
        let figures = |of: &Vec<_>| open.iter().filter_map(|pool| of.get(*pool)).copied().collect();
        left.figures = self.figures.iter().map(figures).collect();
        left
    }

    /// The pools wholly below a node.
    pub fn pools_below(&self, place: Place) -> Vec<usize> {
        let whole =
            |pool: &Vec<Place>| !pool.is_empty() && pool.iter().all(|leaf| self.is_below(*leaf, place));
        self.pools.iter().enumerate().filter(|(_, pool)| whole(pool)).map(|(at, _)| at).collect()
    }

    /// The leaves of some pools.
    pub fn leaves_of<'a>(&'a self, pools: &'a [usize]) -> impl Iterator<Item = Place> + 'a {
        pools.iter().filter_map(|pool| self.pools.get(*pool)).flatten().copied()
    }

    /// People asked in some pools.
    pub fn eligible(&self, pools: &[usize]) -> u32 {
        self.leaves_of(pools).filter_map(|leaf| self.node(leaf)).map(|(node, _)| node.eligible).sum()
    }

    /// The figures of a question, for some pools.
    pub fn figures_of(&self, question: usize, pools: &[usize]) -> Vec<Released<Figure>> {
        let figures = self.figures.get(question).map_or(&[][..], Vec::as_slice);
        pools.iter().filter_map(|pool| figures.get(*pool)).copied().collect()
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use disclosure::Rules;
    use people::UnitId;

    use crate::grouping::Part;

    /// A figure as it is stored.
    pub(crate) fn figure(line: &str) -> Released<Figure> {
        Figure::thaw(line, &Rules::new(6, 1).unwrap()).unwrap()
    }

    /// A top with its own staff and three units; the two small ones are shown together. Figures of one question.
    pub(crate) fn published(figures: [&str; 3]) -> Published {
        let node = |place: u32, parent: Option<u32>, unit: Option<i64>, status, pool| {
            let released = ReleasedNode { status, ballots: None, left_out: 0, pool };
            let (place, parent, unit) = (Place(place), parent.map(Place), unit.map(UnitId));
            (RoundNode { place, parent, unit, name: format!("n{}", place.0), eligible: 10 }, released)
        };
        let member = |unit, direct, place| RoundMember {
            part: Part { unit: UnitId(unit), direct, occupation: None },
            place: Place(place),
            eligible: 10,
        };
        Published {
            nodes: vec![
                node(0, None, Some(1), Status::Full, None),
                node(1, Some(0), None, Status::Full, Some(0)),
                node(2, Some(0), Some(2), Status::Hidden, Some(1)),
                node(3, Some(0), Some(3), Status::Hidden, Some(1)),
                node(4, Some(0), Some(4), Status::Full, Some(2)),
            ],
            members: vec![member(1, true, 1), member(2, false, 2), member(3, false, 3), member(4, false, 4)],
            pools: vec![vec![Place(1)], vec![Place(2), Place(3)], vec![Place(4)]],
            questions: vec!["practice.team".into()],
            figures: vec![figures.iter().map(|line| figure(line)).collect()],
            correlations: Vec::new(),
            walled: BTreeSet::new(),
        }
    }

    const SOME: [&str; 3] = ["full 1 2 3 4 1", "full 2 2 2 1 1", "near 4-5 9"];

    #[test]
    fn a_hidden_unit_is_shown_in_its_pool_and_a_parent_in_all() {
        let published = published(SOME);
        let group = |place| published.group(Place(place)).map(|group| (group.shown, group.pools));
        assert_eq!(group(0), Some((Shown::Whole, vec![0, 1, 2])));
        assert_eq!(group(2), Some((Shown::Together, vec![1])));
        assert_eq!(group(4), Some((Shown::Whole, vec![2])));
        assert_eq!(group(9), None);
        assert_eq!((published.eligible(&[1]), published.eligible(&[0, 1, 2])), (20, 40));
        assert_eq!(published.leaves(Place(0)), [1, 2, 3, 4].map(Place));
    }
}
