//! Who is where in a round that was published, found at once: what rounds are compared by.

use std::collections::HashMap;

use crate::grouping::Part;
use crate::{Place, Published, RoundMember};

/// Which people are in which leaf, and which leaf in which pool.
#[derive(Debug, Clone)]
pub struct Whereabouts {
    leaves: HashMap<Part, Vec<Place>>,
    people: HashMap<Place, Vec<Part>>,
    pool: HashMap<Place, usize>,
}

impl Whereabouts {
    /// Of a round that was published.
    pub fn of(published: &Published) -> Whereabouts {
        let (mut leaves, mut people): (HashMap<_, Vec<_>>, HashMap<_, Vec<_>>) = Default::default();
        for member in &published.members {
            leaves.entry(member.part.clone()).or_default().push(member.place);
            people.entry(member.place).or_default().push(member.part.clone());
        }
        let pools = published.pools.iter().enumerate();
        let pool = pools.flat_map(|(pool, leaves)| leaves.iter().map(move |leaf| (*leaf, pool))).collect();
        Whereabouts { leaves, people, pool }
    }

    /// The whole pools that hold exactly the people of some members of another round, as [`Whereabouts::same_people`].
    pub fn pools_of(&self, published: &Published, members: &[RoundMember]) -> Option<Vec<usize>> {
        self.same_people(published, members.iter().map(|member| member.part.clone()).collect())
    }

    /// The people in some leaves.
    pub(crate) fn people_in(&self, leaves: impl IntoIterator<Item = Place>) -> Vec<Part> {
        leaves.into_iter().filter_map(|leaf| self.people.get(&leaf)).flatten().cloned().collect()
    }

    /// The whole pools that hold exactly these people of another round: what they may be compared with. `None` where there are no
    /// such: then there is no comparable history. `published` is what this was made of.
    ///
    /// Only whole pools may be put together anew; anything else would cut old answers in a way that was never audited.
    pub(crate) fn same_people(&self, published: &Published, mut wanted: Vec<Part>) -> Option<Vec<usize>> {
        wanted.sort_unstable();
        wanted.dedup();
        let mut leaves: Vec<Place> =
            wanted.iter().filter_map(|people| self.leaves.get(people)).flatten().copied().collect();
        leaves.sort_unstable();
        leaves.dedup();
        let mut held = self.people_in(leaves.iter().copied());
        held.sort_unstable();
        if held != wanted || wanted.is_empty() {
            return None;
        }
        let mut pools: Vec<usize> = leaves.iter().filter_map(|leaf| self.pool.get(leaf)).copied().collect();
        pools.sort_unstable();
        pools.dedup();
        let mut pooled: Vec<Place> = published.leaves_of(&pools).collect();
        pooled.sort_unstable();
        (pooled == leaves).then_some(pools)
    }
}

#[cfg(test)]
mod tests {
    use people::UnitId;

    use super::*;
    use crate::published::tests::published;

    fn part(unit: i64, direct: bool) -> Part {
        Part { unit: UnitId(unit), direct, occupation: None }
    }

    fn same(people: &[(i64, bool)]) -> Option<Vec<usize>> {
        let old = published(["full 1 2 3 4 1", "full 2 2 2 1 1", "near 4-5 9"]);
        let people = people.iter().map(|(unit, direct)| part(*unit, *direct)).collect();
        Whereabouts::of(&old).same_people(&old, people)
    }

    #[test]
    fn history_is_of_whole_pools_with_the_same_people() {
        assert_eq!(same(&[(4, false)]), Some(vec![2]));
        assert_eq!(same(&[(2, false), (3, false)]), Some(vec![1]));
        assert_eq!(same(&[(3, false), (2, false), (4, false)]), Some(vec![1, 2]));
        assert_eq!(same(&[(2, false)]), None, "half a pool");
        assert_eq!(same(&[(1, false)]), None, "then only the own staff were asked there");
        assert_eq!(same(&[(4, false), (9, false)]), None, "a unit that is new");
        assert_eq!(same(&[]), None);
        assert_eq!(same(&[(1, true), (3, false), (2, false)]), Some(vec![0, 1]));
    }
}
