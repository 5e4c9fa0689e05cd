use std::collections::{BTreeMap, BTreeSet};

use disclosure::Status;
use people::UnitId;
use proptest::prelude::*;

use super::*;
use crate::grouping::Part;
use crate::published::tests::figure;
use crate::{Published, ReleasedNode, Viewer};

/// A tree in which each node stands for the unit of its number, some units are the top of an authority, some leaves hold people of two
/// units, and leaves are in pools by chance, across every wall.
#[derive(Debug, Clone)]
struct Town {
    parents: Vec<Option<u32>>,
    tops: BTreeSet<u32>,
    /// For a leaf, the other leaf whose unit's people are in it too.
    guests: BTreeMap<u32, u32>,
    pools: Vec<Vec<Place>>,
    statuses: Vec<Status>,
    released: BTreeSet<UnitId>,
}

impl Town {
    fn up(&self, place: u32) -> Vec<u32> {
        std::iter::successors(Some(place), |at| self.parents[*at as usize]).collect()
    }

    /// The authority of a unit, found by walking up.
    fn authority(&self, unit: u32) -> Option<UnitId> {
        self.up(unit).into_iter().find(|at| self.tops.contains(at)).map(|top| UnitId(top.into()))
    }

    fn leaves(&self) -> Vec<u32> {
        let count = self.parents.len() as u32;
        (0..count).filter(|place| !self.parents.contains(&Some(*place))).collect()
    }

    /// The units with people in a leaf.
    fn parts(&self, leaf: u32) -> Vec<u32> {
        std::iter::once(leaf).chain(self.guests.get(&leaf).copied()).collect()
    }

    fn published(&self) -> Published {
        let node = |(place, parent): (u32, &Option<u32>)| {
            let mixed = self.guests.contains_key(&place);
            let pool = self.pools.iter().position(|pool| pool.contains(&Place(place)));
            let status = self.statuses[place as usize];
            let released =
                ReleasedNode { status, ballots: None, left_out: 0, pool: pool.map(|at| at as u32) };
            let unit = (!mixed).then_some(UnitId(place.into()));
            let parent = parent.map(Place);
            (RoundNode { place: Place(place), parent, unit, name: "n".into(), eligible: 10 }, released)
        };
        let member = |leaf: u32| {
            let part = |unit: u32| Part { unit: UnitId(unit.into()), direct: false, occupation: None };
            self.parts(leaf).into_iter().map(move |unit| RoundMember {
                part: part(unit),
                place: Place(leaf),
                eligible: 5,
            })
        };
        Published {
            nodes: (0..).zip(&self.parents).map(node).collect(),
            members: self.leaves().into_iter().flat_map(member).collect(),
            pools: self.pools.clone(),
            questions: vec!["practice.team".into()],
            figures: vec![vec![figure("full 1 2 3 4 1"); self.pools.len()]],
            correlations: Vec::new(),
            walled: BTreeSet::new(),
        }
    }

    fn walls(&self, published: &Published) -> Walls {
        let units = 0..self.parents.len() as u32;
        let stood = units.filter_map(|unit| Some((UnitId(unit.into()), self.authority(unit)?))).collect();
        let nodes: Vec<RoundNode> = published.nodes.iter().map(|(node, _)| node.clone()).collect();
        Walls::new(&nodes, &published.members, &stood, self.released.clone())
    }

    /// Where somebody may stand by being, or leading, at a place: by the units' own authorities.
    fn stands(&self, place: u32) -> BTreeSet<Option<UnitId>> {
        self.parts(place).into_iter().map(|unit| self.authority(unit)).collect()
    }
}

fn towns() -> impl Strategy<Value = Town> {
    (3_usize..14)
        .prop_flat_map(|count| {
            let parents = (1..count).map(|at| 0..at as u32).collect::<Vec<_>>();
            let bits = || proptest::collection::vec(any::<bool>(), count);
            let sorts = proptest::collection::vec(0_usize..3, count);
            let chances = proptest::collection::vec(0_usize..6, count);
            (parents, bits(), bits(), proptest::collection::vec(0_u32..9, count), sorts, chances)
        })
        .prop_map(|(parents, tops, released, guests, sorts, chances)| {
            let parents: Vec<Option<u32>> =
                std::iter::once(None).chain(parents.into_iter().map(Some)).collect();
            let count = parents.len() as u32;
            let leaf = |place: &u32| !parents.contains(&Some(*place));
            let tops: BTreeSet<u32> = (0..count).filter(|place| tops[*place as usize]).collect();
            let leaves: Vec<u32> = (0..count).filter(leaf).collect();
            let guest = |place: &u32| {
                let other = leaves.get(guests[*place as usize] as usize).filter(|other| *other != place)?;
                Some((*place, *other))
            };
            let mut pools: BTreeMap<usize, Vec<Place>> = BTreeMap::new();
            for place in &leaves {
                pools.entry(chances[*place as usize]).or_default().push(Place(*place));
            }
            Town {
                guests: leaves.iter().filter_map(guest).collect(),
                released: tops
                    .iter()
                    .filter(|top| released[**top as usize])
                    .map(|top| UnitId((*top).into()))
                    .collect(),
                pools: pools.into_values().collect(),
                statuses: sorts
                    .iter()
                    .map(|sort| [Status::Full, Status::Partial, Status::Hidden][*sort])
                    .collect(),
                tops,
                parents,
            }
        })
}

fn with_viewers() -> impl Strategy<Value = (Town, Viewer)> {
    (towns(), any::<[prop::sample::Index; 4]>(), 0_u8..16).prop_map(|(town, at, which)| {
        let count = town.parents.len();
        let leaves = town.leaves();
        let tops: Vec<u32> = town.tops.iter().copied().collect();
        let mut reads = Vec::new();
        if which & 1 > 0 {
            reads.push(Ground::Centre);
        }
        if which & 2 > 0 && !tops.is_empty() {
            reads.push(Ground::Authority(UnitId(at[0].get(&tops).to_owned().into())));
        }
        let member_of = (which & 4 > 0).then(|| Place(*at[1].get(&leaves))).into_iter().collect();
        let leads = (which & 8 > 0).then(|| Place(at[2].index(count) as u32)).into_iter().collect();
        (town, Viewer { reads, member_of, leads })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn no_figure_that_somebody_reads_counts_anybody_behind_a_wall((town, viewer) in with_viewers()) {
        let published = town.published();
        let walls = town.walls(&published);
        let shown = published.without(&viewer.closed_pools(&published.pools, &walls));
        let own: Vec<Place> = viewer.leads.iter().chain(&viewer.member_of).copied().collect();
        // Where the viewer stands: one authority, or the centre, for each of what they are, lead and have a role for.
        let mut stands: BTreeSet<Option<UnitId>> =
            own.iter().map(|own| town.stands(own.0)).filter(|set| set.len() == 1).flatten().collect();
        stands.extend(viewer.reads.iter().map(|ground| match ground {
            Ground::Centre => None,
            Ground::Authority(top) => Some(*top),
        }));
        let open = |unit: u32| match town.authority(unit) {
            None => true,
            Some(top) => stands.contains(&Some(top)) || stands.contains(&None) && town.released.contains(&top),
        };
        for place in (0..town.parents.len() as u32).map(Place) {
            if !viewer.may_read(&shown, &walls, place) {
                continue;
            }
            let Some(group) = shown.group(place) else { continue };
            for pool in &group.pools {
                let leaves = &shown.pools[*pool];
                let mine = leaves.iter().any(|leaf| own.contains(leaf));
                let through = leaves.iter().flat_map(|leaf| town.parts(leaf.0)).all(open);
                prop_assert!(mine || through, "{place:?} counts somebody behind a wall");
            }
        }
    }

    #[test]
    fn nobody_reads_a_node_of_another_authority((town, viewer) in with_viewers()) {
        let published = town.published();
        let walls = town.walls(&published);
        let by_role = Viewer { reads: viewer.reads, ..Viewer::default() };
        for place in 0..town.parents.len() as u32 {
            let here: BTreeSet<Option<UnitId>> =
                if town.guests.contains_key(&place) { town.stands(place) } else { [town.authority(place)].into() };
            let may = by_role.may_read(&published, &walls, Place(place));
            let within = by_role.reads.iter().any(|ground| match ground {
                Ground::Authority(top) => here == [Some(*top)].into(),
                Ground::Centre => here.iter().flatten().all(|top| town.released.contains(top)),
            });
            prop_assert_eq!(may, within, "place {}", place);
        }
    }

    #[test]
    fn without_authorities_all_is_as_it_was_published((town, viewer) in with_viewers()) {
        let town = Town { tops: BTreeSet::new(), released: BTreeSet::new(), ..town };
        let published = town.published();
        let walls = town.walls(&published);
        prop_assert!(walls.is_empty());
        prop_assert!(viewer.closed_pools(&published.pools, &walls).is_empty());
        let central = Viewer { reads: vec![Ground::Centre], ..Viewer::default() };
        for place in 0..town.parents.len() as u32 {
            prop_assert!(central.may_read(&published, &walls, Place(place)));
        }
    }

    #[test]
    fn the_figures_of_what_is_left_are_the_published_ones((town, viewer) in with_viewers()) {
        let mut published = town.published();
        // Each pool has a figure of its own, so that one that is mistaken for another shows.
        let of_pool = |pool: usize| figure(&format!("full {} 2 3 4 1", pool + 1));
        published.figures = vec![(0..published.pools.len()).map(of_pool).collect()];
        let closed = viewer.closed_pools(&published.pools, &town.walls(&published));
        let shown = published.without(&closed);
        prop_assert_eq!(shown.pools.len() + closed.len(), published.pools.len());
        for (at, pool) in shown.pools.iter().enumerate() {
            let before = published.pools.iter().position(|it| it == pool).unwrap();
            prop_assert_eq!(shown.figures[0][at].get(), published.figures[0][before].get());
        }
        for (node, released) in &shown.nodes {
            let pool = released.pool.map(|pool| shown.pools[pool as usize].clone());
            let before = published.nodes[node.place.0 as usize].1.pool.map(|pool| published.pools[pool as usize].clone());
            prop_assert!(pool.is_none() || pool == before);
        }
    }
}
