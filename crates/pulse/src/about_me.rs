//! "What could be computed about me?": the attacker, run on what was published.

use std::collections::{BTreeMap, BTreeSet};

use disclosure::{DerivableError, Derived, Family, Status};

use crate::{Place, Published};

/// The smallest group with somebody in it that anything can be computed about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Computable {
    /// Its leaves.
    pub leaves: Vec<Place>,
    /// People asked in them.
    pub eligible: u32,
    /// The answers of the question that most answered. `None` if the group is not one that was ever shown, which must not be.
    pub answers: Option<u32>,
}

impl Published {
    /// Every figure that is shown, as the leaves it counts: every node with figures of its own, and every pool.
    pub fn shown(&self) -> Vec<Vec<Place>> {
        // Leaves in no pool are those without ballots. Each is put below all that stand above it, so that nobody looks through all of them.
        let pooled: BTreeSet<Place> = self.pools.iter().flatten().copied().collect();
        let mut below: BTreeMap<Place, Vec<Place>> = BTreeMap::new();
        for leaf in pooled {
            self.upward(leaf).for_each(|above| below.entry(above).or_default().push(leaf));
        }
        let of_node = |place: Place, status: Status| -> Vec<Place> {
            match status {
                _ if self.walled.contains(&place) => self.leaves_of(&self.pools_below(place)).collect(),
                Status::Hidden => Vec::new(),
                Status::Full => below.get(&place).cloned().unwrap_or_default(),
                Status::Partial => self.leaves_of(&self.pools_below(place)).collect(),
            }
        };
        let nodes = self.nodes.iter().map(|(node, released)| of_node(node.place, released.status));
        nodes.chain(self.pools.iter().cloned()).filter(|shown| !shown.is_empty()).collect()
    }

    /// For each of these leaves the smallest group with its people that anything can be computed about, from everything shown, by adding
    /// and subtracting in any mixture; `None` when nothing can.
    ///
    /// # Errors
    /// Of a leaf, when there are too many overlapping groups to be sure, which does not happen to pools of a tree; of all, when there
    /// are more figures than can be attacked.
    pub fn computable_about(
        &self,
        leaves: &[Place],
    ) -> Result<Vec<Result<Option<Computable>, DerivableError>>, DerivableError> {
        let weight = self.nodes.iter().map(|(node, _)| u64::from(node.eligible.max(1))).collect();
        let shown =
            self.shown().into_iter().map(|leaves| leaves.into_iter().map(|leaf| leaf.0).collect()).collect();
        let family = Family::new(weight, shown).map_err(|_| DerivableError)?;
        let reduced = family.reduced();
        let about = |leaf: &Place| Ok(reduced.smallest_with(leaf.0)?.map(|derived| self.computable(derived)));
        Ok(leaves.iter().map(about).collect())
    }

    fn computable(&self, derived: Derived) -> Computable {
        let mut leaves: Vec<Place> = derived.atoms.into_iter().map(Place).collect();
        leaves.sort_unstable();
        let of = |leaf: &Place| self.node(*leaf).map_or(0, |(node, _)| node.eligible);
        Computable { eligible: leaves.iter().map(of).sum(), answers: self.answers_of(&leaves), leaves }
    }

    /// The answers of the best answered question in leaves that are whole pools.
    fn answers_of(&self, leaves: &[Place]) -> Option<u32> {
        let touched = |pool: &usize| self.pools[*pool].iter().any(|leaf| leaves.contains(leaf));
        let pools: Vec<usize> = (0..self.pools.len()).filter(touched).collect();
        let mut whole: Vec<Place> = self.leaves_of(&pools).collect();
        whole.sort_unstable();
        if whole != leaves {
            return None;
        }
        let answers = |question: usize| {
            self.figures_of(question, &pools).iter().map(|it| it.get().answers()).sum::<u64>()
        };
        (0..self.questions.len()).map(answers).max().and_then(|most| u32::try_from(most).ok())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::published::tests::published;

    const SOME: [&str; 3] = ["full 1 2 3 4 1", "full 2 2 2 1 1", "near 4-5 9"];

    fn about(published: &Published, leaf: u32) -> Option<Computable> {
        let [found] = <[_; 1]>::try_from(published.computable_about(&[Place(leaf)]).unwrap()).unwrap();
        found.unwrap()
    }

    #[test]
    fn it_is_the_pool() {
        let found = about(&published(SOME), 2).unwrap();
        assert_eq!(found, Computable { leaves: vec![Place(2), Place(3)], eligible: 20, answers: Some(8) });
    }

    #[test]
    fn a_careless_publication_is_seen_through() {
        let mut careless = published(SOME);
        careless.nodes[2].1.status = Status::Full;
        let found = about(&careless, 3).unwrap();
        assert_eq!(
            (found.leaves, found.answers),
            (vec![Place(3)], None),
            "the pool less the unit that is shown"
        );
    }

    #[test]
    fn nobody_who_is_in_no_figure_is_computed() {
        let mut without = published(SOME);
        without.pools.remove(2);
        without.nodes[4].1.status = Status::Hidden;
        without.nodes[0].1.status = Status::Hidden;
        assert_eq!(about(&without, 4), None);
    }
}
