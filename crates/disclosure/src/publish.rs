//! The best publication of a tree: as many nodes shown as possible, and nothing under K computable.
//!
//! A table with one row per node. Its column is the *rest*: how many answers below the node are not yet in a
//! closed group. All that a node's ancestors need to know of it is that rest, exactly below K and as "K or
//! more" above, so the table finds the true optimum over all 3^nodes choices in time nodes × K². The proof is
//! in `README.md`.

use crate::rules::Rules;
use crate::tree::Tree;

/// The most entries (nodes × (K + 2)) the table may have; each takes 12 bytes.
pub const MAX_TABLE: usize = 64_000_000;

/// What is shown of a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// Nothing of its own; its people are in a pool.
    Hidden,
    /// Everyone below.
    Full,
    /// Everyone below except a rest of fewer than K answers. Equals the groups already closed below, so it
    /// tells nothing new.
    Partial,
}

/// The chosen status of every node.
#[derive(Debug, Clone, PartialEq)]
pub struct Publication {
    pub(crate) status: Vec<Status>,
    pub(crate) objective: f64,
}

/// Why no publication was computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PublishError {
    /// Nodes × (K + 2) above [`MAX_TABLE`].
    #[error("{nodes} nodes with K = {k} are too many at once")]
    TooLarge {
        /// Nodes in the tree.
        nodes: usize,
        /// The K asked for.
        k: u32,
    },
    /// A publication needs one status per node.
    #[error("{given} statuses for {nodes} nodes")]
    WrongLength {
        /// Statuses given.
        given: usize,
        /// Nodes in the tree.
        nodes: usize,
    },
}

impl Publication {
    /// The status of a node.
    pub fn status(&self, node: usize) -> Status {
        self.status[node]
    }

    /// The statuses of all nodes, by number.
    pub fn statuses(&self) -> &[Status] {
        &self.status
    }

    /// The sum of the weights of what is shown: 1 + tie × answers for a full node, times its coverage for a
    /// partial one.
    pub fn objective(&self) -> f64 {
        self.objective
    }

    /// A publication decided elsewhere, to be audited like any other. Its objective is not known and set to
    /// 0.
    ///
    /// # Errors
    /// [`PublishError::WrongLength`] unless there is one status per node.
    pub fn decided_elsewhere(tree: &Tree, status: Vec<Status>) -> Result<Publication, PublishError> {
        if status.len() != tree.len() {
            return Err(PublishError::WrongLength { given: status.len(), nodes: tree.len() });
        }
        Ok(Publication { status, objective: 0.0 })
    }
}

/// The best publication of `tree`.
///
/// # Errors
/// [`PublishError::TooLarge`] for a table above [`MAX_TABLE`].
pub fn publish(tree: &Tree, rules: &Rules) -> Result<Publication, PublishError> {
    publish_among(tree, rules, |_| true)
}

/// The best publication of `tree` that shows only nodes for which `may_show` holds.
///
/// # Errors
/// [`PublishError::TooLarge`] for a table above [`MAX_TABLE`].
pub fn publish_among(
    tree: &Tree,
    rules: &Rules,
    may_show: impl Fn(usize) -> bool,
) -> Result<Publication, PublishError> {
    let states = rules.k() as usize + 2;
    if tree.len().saturating_mul(states) > MAX_TABLE {
        return Err(PublishError::TooLarge { nodes: tree.len(), k: rules.k() });
    }
    let mut table = Table::new(tree, rules, states);
    for node in tree.preorder().rev() {
        let open = table.gather(node);
        table.choose(node, &open, may_show(node));
    }
    Ok(table.trace())
}

/// The rest is nobody at all.
const NOBODY: usize = 0;

/// The rest is people of whom `answers` answered the question with the fewest answers; 0 differs from
/// [`NOBODY`], for there may be people in it who answered other questions.
fn rest_of(answers: u64, k: u32) -> usize {
    1 + answers.min(u64::from(k)) as usize
}

struct Table<'a> {
    tree: &'a Tree,
    rules: &'a Rules,
    states: usize,
    /// Best sum below and at a node that leaves each rest.
    best: Vec<f64>,
    /// How that best came about at the node: its status, and the rest before it was decided.
    choice: Vec<(Status, u8)>,
    /// How a rest over a node and its elder siblings came about: the siblings' rest and the node's own.
    joined: Vec<(u8, u8)>,
}

impl<'a> Table<'a> {
    fn new(tree: &'a Tree, rules: &'a Rules, states: usize) -> Table<'a> {
        let size = tree.len() * states;
        Table {
            tree,
            rules,
            states,
            best: vec![f64::NEG_INFINITY; size],
            choice: vec![(Status::Hidden, 0); size],
            joined: vec![(0, 0); size],
        }
    }

    fn at(&self, node: usize, state: usize) -> usize {
        node * self.states + state
    }

    /// The best sum strictly below `node` for each rest, before the node itself is decided.
    fn gather(&mut self, node: usize) -> Vec<f64> {
        let mut open = vec![f64::NEG_INFINITY; self.states];
        if self.tree.is_leaf(node) {
            let state = if self.tree.ballots(node) == 0 {
                NOBODY
            } else {
                rest_of(self.tree.answers(node), self.rules.k())
            };
            open[state] = 0.0;
            return open;
        }
        open[NOBODY] = 0.0;
        let tree = self.tree;
        for child in tree.children(node) {
            open = self.join(&open, child);
        }
        open
    }

    fn join(&mut self, elder: &[f64], child: usize) -> Vec<f64> {
        let mut open = vec![f64::NEG_INFINITY; self.states];
        let row = self.at(child, 0);
        for (a, above) in elder.iter().enumerate().filter(|(_, v)| v.is_finite()) {
            for b in 0..self.states {
                let sum = above + self.best[row + b];
                let both = self.both(a, b);
                if sum > open[both] {
                    open[both] = sum;
                    self.joined[row + both] = (a as u8, b as u8);
                }
            }
        }
        open
    }

    fn both(&self, a: usize, b: usize) -> usize {
        match (a, b) {
            (NOBODY, one) | (one, NOBODY) => one,
            _ => (a + b - 1).min(self.states - 1),
        }
    }

    fn choose(&mut self, node: usize, open: &[f64], may_show: bool) {
        for (rest, sum) in open.iter().enumerate() {
            self.offer(node, rest, *sum, Status::Hidden, rest);
        }
        if !may_show {
            return;
        }
        let answers = self.tree.answers(node);
        let weight = self.rules.weight(answers);
        if answers >= u64::from(self.rules.k()) {
            for rest in [NOBODY, self.states - 1] {
                self.offer(node, NOBODY, open[rest] + weight, Status::Full, rest);
            }
        }
        if self.tree.is_leaf(node) {
            return;
        }
        for (rest, sum) in open.iter().enumerate().take(self.states - 1).skip(1) {
            if let Some(share) = self.rules.coverage(answers, rest as u64 - 1) {
                self.offer(node, rest, sum + weight * share, Status::Partial, rest);
            }
        }
    }

    fn offer(&mut self, node: usize, leaves: usize, sum: f64, status: Status, before: usize) {
        let at = self.at(node, leaves);
        if sum > self.best[at] {
            self.best[at] = sum;
            self.choice[at] = (status, before as u8);
        }
    }

    /// Walks the table from the roots down and reads off the statuses.
    fn trace(&self) -> Publication {
        let mut status = vec![Status::Hidden; self.tree.len()];
        let mut rest = vec![NOBODY; self.tree.len()];
        let mut objective = 0.0;
        for node in self.tree.preorder() {
            if self.tree.parent(node).is_none() {
                rest[node] = self.best_rest(node);
                objective += self.best[self.at(node, rest[node])];
            }
            let (chosen, before) = self.choice[self.at(node, rest[node])];
            status[node] = chosen;
            let mut over = before as usize;
            for child in self.tree.children(node).rev() {
                let (elder, own) = self.joined[self.at(child, over)];
                rest[child] = own as usize;
                over = elder as usize;
            }
        }
        Publication { status, objective }
    }

    fn best_rest(&self, root: usize) -> usize {
        let row = &self.best[self.at(root, 0)..self.at(root, self.states)];
        (0..self.states).fold(NOBODY, |best, state| if row[state] > row[best] { state } else { best })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::LeafCount;

    fn rules(k: u32) -> Rules {
        Rules::new(k, 0).and_then(|r| r.tie(0.0)).expect("rules")
    }

    #[test]
    fn a_lone_remainder_is_left_out_of_the_parent() {
        let tree = Tree::new(&[None, Some(0), Some(0)], &[(1, 20.into()), (2, 3.into())]).expect("a tree");
        let shown = publish(&tree, &rules(6)).expect("small");
        assert_eq!(shown.statuses(), [Status::Partial, Status::Full, Status::Hidden]);
        assert!((shown.objective() - (1.0 + 20.0 / 23.0)).abs() < 1e-12);
    }

    #[test]
    fn without_partial_nodes_one_of_the_two_must_go() {
        let tree = Tree::new(&[None, Some(0), Some(0)], &[(1, 20.into()), (2, 3.into())]).expect("a tree");
        assert_eq!(publish(&tree, &rules(6).partial(false)).expect("small").objective(), 1.0);
    }

    #[test]
    fn people_who_skipped_a_question_are_not_nobody() {
        // Three ballots without one common answer: the parent shown in full would tell their sum on the other
        // questions.
        let skipped = LeafCount { ballots: 3, answers: 0 };
        let tree = Tree::new(&[None, Some(0), Some(0)], &[(1, 8.into()), (2, skipped)]).expect("a tree");
        let shown = publish(&tree, &rules(6)).expect("small");
        assert_eq!(shown.statuses(), [Status::Partial, Status::Full, Status::Hidden]);
        let nobody = Tree::new(&[None, Some(0), Some(0)], &[(1, 8.into())]).expect("a tree");
        assert_eq!(publish(&nobody, &rules(6)).expect("small").status(0), Status::Full);
    }

    #[test]
    fn a_chain_two_hundred_thousand_deep() {
        let parents: Vec<_> = (0..200_000_usize).map(|v| v.checked_sub(1)).collect();
        let tree = Tree::new(&parents, &[(199_999, 8.into())]).expect("a chain");
        assert_eq!(publish(&tree, &rules(6)).expect("fits").objective(), 200_000.0);
    }

    #[test]
    fn refuses_what_will_not_fit() {
        let tree = Tree::new(&vec![None; 400_000], &[]).expect("a forest");
        assert!(matches!(publish(&tree, &rules(200)), Err(PublishError::TooLarge { .. })));
    }
}
