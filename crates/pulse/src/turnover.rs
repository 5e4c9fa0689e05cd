//! Who came, left and moved between two rounds, by the personnel roster: not by who answered, which nobody knows.

use std::collections::{BTreeMap, HashMap};

use disclosure::Placed;
use people::PersonId;

use crate::grouping::Part;
use crate::{Place, Published};

/// Where people were counted in an earlier round and where they are now. Who is in neither is not in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Turnover {
    /// By pool then and leaf now: how many.
    counts: BTreeMap<(Option<u32>, Option<Place>), u32>,
}

impl Turnover {
    /// Lays two rosters beside each other.
    ///
    /// `then`: those asked in the earlier round, as the chart says today of that day; `now`: those asked in this one, by leaf. Whoever
    /// stands in several places is followed from one to the next in the order given. The chart may have been put right since:
    /// where it names fewer people than were asked, the rest have left; where it names more, as many are counted as come.
    pub fn new(earlier: &Published, then: &[(Part, PersonId)], now: &[(Place, PersonId)]) -> Turnover {
        let pool_of: HashMap<Place, u32> = (0..)
            .zip(&earlier.pools)
            .flat_map(|(at, pool)| pool.iter().map(move |leaf| (*leaf, at)))
            .collect();
        let mut asked: HashMap<Part, (Option<u32>, u32)> = HashMap::new();
        for member in &earlier.members {
            asked.insert(member.part.clone(), (pool_of.get(&member.place).copied(), member.eligible));
        }
        let mut were: BTreeMap<PersonId, Vec<Option<u32>>> = BTreeMap::new();
        let mut named: HashMap<Part, u32> = HashMap::new();
        for (part, person) in then {
            let Some((pool, _)) = asked.get(part) else { continue };
            were.entry(*person).or_default().push(*pool);
            *named.entry(part.clone()).or_default() += 1;
        }
        let mut turnover = Turnover::default();
        let mut still: BTreeMap<PersonId, Vec<Place>> = BTreeMap::new();
        for (leaf, person) in now {
            still.entry(*person).or_default().push(*leaf);
        }
        let mut went_on: HashMap<u32, BTreeMap<Place, u32>> = HashMap::new();
        for (person, leaves) in &still {
            let pools = were.remove(person).unwrap_or_default();
            for at in 0..leaves.len().max(pools.len()) {
                let (pool, leaf) = (pools.get(at).copied().flatten(), leaves.get(at).copied());
                turnover.add(pool, leaf, 1);
                if let (Some(pool), Some(leaf)) = (pool, leaf) {
                    *went_on.entry(pool).or_default().entry(leaf).or_default() += 1;
                }
            }
        }
        for pools in were.into_values() {
            pools.into_iter().for_each(|pool| turnover.add(pool, None, 1));
        }
        for (part, (pool, asked)) in asked {
            let named = named.get(&part).copied().unwrap_or(0);
            turnover.add(pool, None, asked.saturating_sub(named));
            let most = pool.and_then(|pool| went_on.get(&pool)?.iter().max_by_key(|(_, people)| **people));
            turnover.add(None, most.map(|(leaf, _)| *leaf), named.saturating_sub(asked));
        }
        turnover
    }

    fn add(&mut self, pool: Option<u32>, leaf: Option<Place>, people: u32) {
        if people > 0 && (pool.is_some() || leaf.is_some()) {
            *self.counts.entry((pool, leaf)).or_default() += people;
        }
    }

    /// As the disclosure engine takes it: pools as the partition that stands fast, leaves as those of layer 0.
    pub fn placed(&self) -> Vec<Placed> {
        let placed = |((pool, leaf), people): (&(Option<u32>, Option<Place>), &u32)| Placed {
            other: *pool,
            leaf: leaf.map(|leaf| (0, leaf.0 as usize)),
            count: (*people).into(),
        };
        self.counts.iter().map(placed).collect()
    }

    /// How many are in `leaves` now and were in none of `pools`, and how many were and are not.
    pub fn since(&self, leaves: &[Place], pools: &[usize]) -> (u32, u32) {
        let here = |leaf: &Option<Place>| leaf.is_some_and(|leaf| leaves.contains(&leaf));
        let there = |pool: &Option<u32>| pool.is_some_and(|pool| pools.contains(&(pool as usize)));
        let (mut joiners, mut leavers) = (0, 0);
        for ((pool, leaf), people) in &self.counts {
            match (there(pool), here(leaf)) {
                (false, true) => joiners += people,
                (true, false) => leavers += people,
                _ => {}
            }
        }
        (joiners, leavers)
    }
}

#[cfg(test)]
mod tests {
    use people::UnitId;

    use super::*;
    use crate::published::tests::published;

    const SOME: [&str; 3] = ["full 1 2 3 4 1", "full 2 2 2 1 1", "near 4-5 9"];

    /// Ten people in each of four parts: pools 0, 1, 1 and 2.
    fn parts() -> [Part; 4] {
        let part = |unit, direct| Part { unit: UnitId(unit), direct, occupation: None };
        [part(1, true), part(2, false), part(3, false), part(4, false)]
    }

    fn then() -> Vec<(Part, PersonId)> {
        (0..40).map(|n: i64| (parts()[n as usize / 10].clone(), PersonId(n))).collect()
    }

    fn now() -> Vec<(Place, PersonId)> {
        (0..40).map(|n: i64| (Place(1 + n as u32 / 10), PersonId(n))).collect()
    }

    fn turnover(then: &[(Part, PersonId)], now: &[(Place, PersonId)]) -> Turnover {
        Turnover::new(&published(SOME), then, now)
    }

    #[test]
    fn nobody_came_or_left() {
        let same = turnover(&then(), &now());
        let groups: Vec<_> = same
            .placed()
            .iter()
            .map(|it| (it.other, it.leaf.map(|(_, leaf)| leaf), it.count.ballots))
            .collect();
        assert_eq!(
            groups,
            [(Some(0), Some(1), 10), (Some(1), Some(2), 10), (Some(1), Some(3), 10), (Some(2), Some(4), 10)]
        );
        assert_eq!(same.since(&[Place(2), Place(3)], &[1]), (0, 0));
        assert_eq!(same.since(&[Place(2)], &[1]), (0, 10), "half a pool");
    }

    #[test]
    fn who_came_left_and_moved_is_counted() {
        let mut now = now();
        now.remove(0);
        now.push((Place(4), PersonId(99)));
        now.iter_mut().filter(|(_, person)| person.0 == 11).for_each(|it| it.0 = Place(4));
        let changed = turnover(&then(), &now);
        assert_eq!(changed.since(&[Place(1)], &[0]), (0, 1));
        assert_eq!(changed.since(&[Place(4)], &[2]), (2, 0));
        assert_eq!(changed.since(&[Place(2), Place(3)], &[1]), (0, 1));
        assert_eq!(changed.since(&[Place(2), Place(3), Place(4)], &[1, 2]), (1, 0));
    }

    #[test]
    fn a_chart_put_right_since_counts_as_change() {
        // Two of the ten in unit 4 were erased; unit 1 is said to have had one more than was asked.
        let mut then = then();
        then.retain(|(_, person)| !(38..40).contains(&person.0));
        then.push((parts()[0].clone(), PersonId(77)));
        let mut now: Vec<_> = now().into_iter().filter(|(_, person)| person.0 < 38).collect();
        now.push((Place(1), PersonId(77)));
        let changed = turnover(&then, &now);
        assert_eq!(changed.since(&[Place(4)], &[2]), (0, 2));
        assert_eq!(changed.since(&[Place(1)], &[0]), (1, 0));
    }

    #[test]
    fn who_works_in_two_places_is_followed_in_both() {
        let mut twice = then();
        twice.push((parts()[3].clone(), PersonId(0)));
        twice.retain(|(_, person)| person.0 != 39);
        let mut now = now();
        now.push((Place(4), PersonId(0)));
        now.retain(|(_, person)| person.0 != 39);
        assert_eq!(turnover(&twice, &now).since(&[Place(4)], &[2]), (0, 0));
        assert_eq!(turnover(&twice, &now).since(&[Place(1)], &[0]), (0, 0));
    }
}
