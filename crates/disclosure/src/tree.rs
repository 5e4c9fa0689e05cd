//! The tree of groups with the number of answers in each leaf.

/// The most nodes a tree may have.
pub const MAX_NODES: usize = 1_000_000;

/// How many took part in a leaf.
///
/// `ballots` counts people who sent a ballot. `answers` is the fewest answers any one question got, so that
/// one decision can stand for all questions: a group of K by this count is a group of K for every question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LeafCount {
    /// People who sent a ballot.
    pub ballots: u32,
    /// The fewest answers to any one question; never more than `ballots`.
    pub answers: u32,
}

impl From<u32> for LeafCount {
    /// Everyone answered every question.
    fn from(n: u32) -> LeafCount {
        LeafCount { ballots: n, answers: n }
    }
}

/// A checked forest of groups. Nodes are numbered from 0; a node without children is a leaf, and every
/// respondent sits in exactly one leaf. A node's own staff is an extra leaf under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tree {
    parent: Vec<Option<u32>>,
    child_start: Vec<u32>,
    children: Vec<u32>,
    preorder: Vec<u32>,
    /// Where a node stands in the preorder, and where the nodes below it end.
    span: Vec<(u32, u32)>,
    answers: Vec<u64>,
    ballots: Vec<u64>,
}

/// Why a tree was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TreeError {
    /// More than [`MAX_NODES`] nodes.
    #[error("{0} nodes are more than {MAX_NODES}")]
    TooManyNodes(usize),
    /// A node or its parent is not in the tree.
    #[error("node {0} is not in the tree")]
    NoSuchNode(usize),
    /// A node is its own ancestor.
    #[error("node {0} is its own ancestor")]
    Cycle(usize),
    /// Answers were given for a node that has children.
    #[error("node {0} has children, so its own staff must be an extra leaf")]
    AnswersOnInnerNode(usize),
    /// The same leaf was counted twice.
    #[error("leaf {0} is counted twice")]
    CountedTwice(usize),
    /// A leaf with more answers than ballots.
    #[error("leaf {0} has more answers than ballots")]
    MoreAnswersThanBallots(usize),
}

impl Tree {
    /// A tree from each node's parent (`None` for a root) and the counts of its leaves; a leaf that is not
    /// mentioned is empty.
    ///
    /// # Errors
    /// [`TreeError`], for anything that is not a forest with counts on leaves only.
    pub fn new(parents: &[Option<usize>], leaves: &[(usize, LeafCount)]) -> Result<Tree, TreeError> {
        if parents.len() > MAX_NODES {
            return Err(TreeError::TooManyNodes(parents.len()));
        }
        let parent = parents.iter().map(|p| checked(*p, parents.len())).collect::<Result<Vec<_>, _>>()?;
        let (child_start, children) = child_lists(&parent);
        let mut tree = Tree {
            answers: vec![0; parent.len()],
            ballots: vec![0; parent.len()],
            preorder: Vec::with_capacity(parent.len()),
            span: vec![(0, 0); parent.len()],
            parent,
            child_start,
            children,
        };
        tree.walk()?;
        tree.count(leaves)?;
        Ok(tree)
    }

    /// The number of nodes.
    pub fn len(&self) -> usize {
        self.parent.len()
    }

    /// Whether there are no nodes.
    pub fn is_empty(&self) -> bool {
        self.parent.is_empty()
    }

    /// The parent of a node, `None` for a root.
    pub fn parent(&self, node: usize) -> Option<usize> {
        self.parent[node].map(|p| p as usize)
    }

    /// The children of a node, in order of number.
    pub fn children(&self, node: usize) -> impl DoubleEndedIterator<Item = usize> + '_ {
        let range = self.child_start[node] as usize..self.child_start[node + 1] as usize;
        self.children[range].iter().map(|c| *c as usize)
    }

    /// Whether a node has no children.
    pub fn is_leaf(&self, node: usize) -> bool {
        self.child_start[node] == self.child_start[node + 1]
    }

    /// Every node before its children, whole subtrees together; reversed, every node after its children.
    pub fn preorder(&self) -> impl DoubleEndedIterator<Item = usize> + '_ {
        self.preorder.iter().map(|v| *v as usize)
    }

    /// The leaves below a node, itself included, in tree order.
    pub fn leaves(&self, node: usize) -> impl Iterator<Item = usize> + '_ {
        let (from, to) = self.span[node];
        let below = &self.preorder[from as usize..to as usize];
        below.iter().map(|v| *v as usize).filter(|v| self.is_leaf(*v))
    }

    /// The answers under a node, by the question with the fewest in each leaf.
    pub fn answers(&self, node: usize) -> u64 {
        self.answers[node]
    }

    /// The ballots under a node.
    pub fn ballots(&self, node: usize) -> u64 {
        self.ballots[node]
    }

    fn walk(&mut self) -> Result<(), TreeError> {
        let mut stack: Vec<u32> =
            (0..self.len() as u32).rev().filter(|v| self.parent[*v as usize].is_none()).collect();
        let mut seen = vec![false; self.len()];
        while let Some(node) = stack.pop() {
            seen[node as usize] = true;
            self.preorder.push(node);
            let from = stack.len();
            stack.extend(self.children(node as usize).map(|c| c as u32));
            stack[from..].reverse();
        }
        seen.iter().position(|s| !s).map_or(Ok(()), |node| Err(TreeError::Cycle(node)))
    }

    fn count(&mut self, leaves: &[(usize, LeafCount)]) -> Result<(), TreeError> {
        let mut counted = vec![false; self.len()];
        for (leaf, count) in leaves {
            let taken = counted.get_mut(*leaf).ok_or(TreeError::NoSuchNode(*leaf))?;
            if std::mem::replace(taken, true) {
                return Err(TreeError::CountedTwice(*leaf));
            }
            if !self.is_leaf(*leaf) && count.ballots > 0 {
                return Err(TreeError::AnswersOnInnerNode(*leaf));
            }
            if count.answers > count.ballots {
                return Err(TreeError::MoreAnswersThanBallots(*leaf));
            }
            self.answers[*leaf] = u64::from(count.answers);
            self.ballots[*leaf] = u64::from(count.ballots);
        }
        for at in (0..self.preorder.len()).rev() {
            let node = self.preorder[at] as usize;
            let end = self.children(node).next_back().map_or(at as u32 + 1, |last| self.span[last].1);
            self.span[node] = (at as u32, end);
            if let Some(parent) = self.parent(node) {
                self.answers[parent] += self.answers[node];
                self.ballots[parent] += self.ballots[node];
            }
        }
        Ok(())
    }
}

fn checked(parent: Option<usize>, nodes: usize) -> Result<Option<u32>, TreeError> {
    match parent {
        Some(p) if p >= nodes => Err(TreeError::NoSuchNode(p)),
        other => Ok(other.map(|p| p as u32)),
    }
}

/// All children in one vector, those of node v at `start[v]..start[v + 1]`.
fn child_lists(parent: &[Option<u32>]) -> (Vec<u32>, Vec<u32>) {
    let mut start = vec![0_u32; parent.len() + 1];
    for p in parent.iter().flatten() {
        start[*p as usize + 1] += 1;
    }
    for v in 0..parent.len() {
        start[v + 1] += start[v];
    }
    let mut next = start.clone();
    let mut children = vec![0; start[parent.len()] as usize];
    for (node, p) in parent.iter().enumerate() {
        if let Some(p) = p {
            children[next[*p as usize] as usize] = node as u32;
            next[*p as usize] += 1;
        }
    }
    (start, children)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leaf(node: usize, n: u32) -> (usize, LeafCount) {
        (node, n.into())
    }

    #[test]
    fn totals_add_up_whatever_the_numbering() {
        let tree =
            Tree::new(&[Some(2), Some(2), None, Some(1), Some(1)], &[leaf(0, 3), leaf(3, 4), leaf(4, 5)])
                .expect("a tree");
        assert_eq!((tree.answers(2), tree.answers(1), tree.answers(0)), (12, 9, 3));
        assert_eq!(tree.preorder().collect::<Vec<_>>(), [2, 0, 1, 3, 4]);
    }

    #[test]
    fn refuses_what_is_no_forest() {
        assert_eq!(Tree::new(&[Some(0)], &[]), Err(TreeError::Cycle(0)));
        assert_eq!(Tree::new(&[None, Some(2), Some(1)], &[]), Err(TreeError::Cycle(1)));
        assert_eq!(Tree::new(&[Some(7)], &[]), Err(TreeError::NoSuchNode(7)));
        assert_eq!(Tree::new(&[None, Some(0)], &[leaf(0, 1)]), Err(TreeError::AnswersOnInnerNode(0)));
        assert_eq!(Tree::new(&[None], &[leaf(0, 1), leaf(0, 1)]), Err(TreeError::CountedTwice(0)));
        let odd = LeafCount { ballots: 2, answers: 3 };
        assert_eq!(Tree::new(&[None], &[(0, odd)]), Err(TreeError::MoreAnswersThanBallots(0)));
    }

    #[test]
    fn two_hundred_thousand_deep() {
        let parents: Vec<_> = (0..200_000_usize).map(|v| v.checked_sub(1)).collect();
        let tree = Tree::new(&parents, &[leaf(199_999, 8)]).expect("a chain");
        assert_eq!(tree.answers(0), 8);
    }
}
