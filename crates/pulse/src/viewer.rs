use std::collections::BTreeSet;

use crate::{Ground, Place, Published, Walls};

/// Who reads a round, by where they stand in its tree.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Viewer {
    /// Where everything is theirs to read by a role they were given: the centre for HR and the top manager, an authority for its own HR.
    pub reads: Vec<Ground>,
    /// The leaves whose people they are one of.
    pub member_of: Vec<Place>,
    /// The nodes they lead.
    pub leads: Vec<Place>,
}

impl Viewer {
    /// Whether they may read what is shown at a place: the groups they are in themselves, of any size, and all that they lead or have the
    /// role for, as far as no wall stands between. What is shown there to them may still leave out others: [`Viewer::closed_pools`].
    pub fn may_read(&self, published: &Published, walls: &Walls, place: Place) -> bool {
        if published.node(place).is_none() {
            return false;
        }
        let through = |own: Place| {
            own == place || walls.ground(own).is_some_and(|ground| walls.lets_through(ground, place))
        };
        let by_role = |ground: &Ground| match ground {
            Ground::Centre => walls.lets_through(*ground, place),
            Ground::Authority(_) => walls.ground(place) == Some(*ground),
        };
        self.reads.iter().any(by_role)
            || self.own().any(|own| published.is_below(own, place) && through(own))
            || self.leads.iter().any(|led| published.is_below(place, *led) && through(*led))
    }

    /// The pools with people behind a wall: none of their figures is in anything that is shown to this viewer. A pool that they are in
    /// themselves is never closed to them: it is the smallest group that their own is shown in.
    pub fn closed_pools(&self, pools: &[Vec<Place>], walls: &Walls) -> BTreeSet<usize> {
        if walls.is_empty() {
            return BTreeSet::new();
        }
        let grounds: BTreeSet<Ground> = self.grounds(walls).collect();
        let open = |leaf: &Place| grounds.iter().any(|ground| walls.lets_through(*ground, *leaf));
        let own = |pool: &[Place]| self.own().any(|own| pool.contains(&own));
        let closed = |(_, pool): &(usize, &Vec<Place>)| !own(pool) && !pool.iter().all(open);
        pools.iter().enumerate().filter(closed).map(|(at, _)| at).collect()
    }

    /// Where they stand: by what they are, lead and have a role for.
    pub fn grounds<'a>(&'a self, walls: &'a Walls) -> impl Iterator<Item = Ground> + 'a {
        self.own().filter_map(|own| walls.ground(own)).chain(self.reads.iter().copied())
    }

    /// Where they begin to read: what they lead, else their own group, else the whole of what they have a role for.
    pub fn home(&self, walls: &Walls) -> Option<Place> {
        self.own().next().or_else(|| self.whole(walls))
    }

    /// The top of what they read by a role.
    pub fn whole(&self, walls: &Walls) -> Option<Place> {
        let top = |ground: &Ground| match ground {
            Ground::Centre => std::iter::once(Place(0))
                .chain(walls.places())
                .find(|place| walls.lets_through(*ground, *place)),
            Ground::Authority(top) => {
                walls.top_of(*top).filter(|place| walls.ground(*place) == Some(*ground))
            }
        };
        self.reads.iter().filter_map(top).min()
    }

    fn own(&self) -> impl Iterator<Item = Place> + '_ {
        self.leads.iter().chain(&self.member_of).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::published::tests::published;

    fn reads(viewer: &Viewer) -> Vec<u32> {
        let published = published(["full 1 2 3 4 1", "full 2 2 2 1 1", "near 4-5 9"]);
        let walls = Walls::default();
        (0..6).filter(|place| viewer.may_read(&published, &walls, Place(*place))).collect()
    }

    #[test]
    fn one_reads_ones_own_groups_and_what_one_leads() {
        let member = Viewer { member_of: vec![Place(2)], ..Viewer::default() };
        assert_eq!(reads(&member), [0, 2]);
        let leader = Viewer { leads: vec![Place(4)], member_of: vec![Place(1)], reads: Vec::new() };
        assert_eq!(reads(&leader), [0, 1, 4]);
        let head = Viewer { leads: vec![Place(0)], ..Viewer::default() };
        assert_eq!(reads(&head), [0, 1, 2, 3, 4]);
        let hr = Viewer { reads: vec![Ground::Centre], ..Viewer::default() };
        assert_eq!(reads(&hr), [0, 1, 2, 3, 4]);
        assert_eq!(reads(&Viewer::default()), [] as [u32; 0]);
        let walls = Walls::default();
        assert_eq!(
            (leader.home(&walls), hr.home(&walls), member.home(&walls)),
            (Some(Place(4)), Some(Place(0)), Some(Place(2)))
        );
    }
}
