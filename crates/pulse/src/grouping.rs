//! Who is in which key group: the frozen tree of a round, each of whose leaves has enough people.
//!
//! The tree is walked from its leaves up. A unit with enough people is a leaf. The parts of an inner unit that are too
//! small, in tree order (its own staff first, then units, then rests from further down), are joined one after the other until
//! there are enough; a last rest joins the last leaf so made at this unit, or else goes up. A rest at the very top
//! joins the smallest leaf right below the top; else the smallest leaf of joined parts, or the smallest of all, which then stands
//! right below the top itself: no unit's figures ever hold people of another unit. A unit's figures do not hold a part that
//! went up from it, and whoever reads them is told so.

use std::collections::BTreeSet;

use people::{PersonId, UnitId};

use crate::{Place, RoundMember};

/// A unit, those asked in it, and the units below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Branch {
    /// The unit.
    pub unit: UnitId,
    /// Those asked whose answers count here and not in a unit below. Who stands twice counts once.
    pub staff: Vec<PersonId>,
    /// The units below, in order.
    pub below: Vec<Branch>,
}

/// Those of a unit who are in a leaf: how the leaf is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Part {
    /// The unit.
    pub unit: UnitId,
    /// Only its own staff, beside the units below it.
    pub direct: bool,
}

/// A node of the frozen tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupedNode {
    /// Its place; parents come before children, and a subtree's places follow one another.
    pub place: Place,
    /// The node above.
    pub parent: Option<Place>,
    /// The unit it stands for, if it is exactly one.
    pub unit: Option<UnitId>,
    /// For a leaf, whose people are in it, in tree order; empty for an inner node.
    pub parts: Vec<Part>,
    /// Ballots that can be collected below it: its leaves' people. Who is in two leaves has two.
    pub eligible: u32,
}

/// Who is in which key group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grouping {
    /// The tree, parents before children.
    pub nodes: Vec<GroupedNode>,
    /// Whose people are in which leaf.
    pub members: Vec<RoundMember>,
    /// Who may draw where, by place and person.
    pub eligible: Vec<(Place, PersonId)>,
}

/// Fewer people than a key group must have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{asked} people are fewer than the {least} that a round asks")]
pub struct TooFew {
    /// How many there are.
    pub asked: u32,
    /// How many there must be.
    pub least: u32,
}

/// Groups everybody below `top` into leaves of at least `least` people.
///
/// # Errors
/// [`TooFew`] when all together are fewer.
pub fn group(top: &Branch, least: u32) -> Result<Grouping, TooFew> {
    let (node, rest) = settle(top, least as usize);
    let Some(mut node) = node else {
        return Err(TooFew { asked: count(&rest) as u32, least });
    };
    if !rest.is_empty() {
        node.take_in(rest);
    }
    let mut grouping = Grouping { nodes: Vec::new(), members: Vec::new(), eligible: Vec::new() };
    node.number(None, &mut grouping);
    Ok(grouping)
}

/// Some of a unit's people, on their way into a leaf.
#[derive(Debug, Clone)]
struct Members {
    part: Part,
    people: BTreeSet<PersonId>,
}

/// How many different people.
fn count(members: &[Members]) -> usize {
    match members {
        [only] => only.people.len(),
        several => several.iter().flat_map(|members| &members.people).collect::<BTreeSet<_>>().len(),
    }
}

#[derive(Debug)]
enum Node {
    Leaf(Vec<Members>),
    Inner { unit: UnitId, below: Vec<Node> },
}

/// The node of a branch, unless nobody is left for it, and the rest that goes up: fewer than `least` people.
fn settle(branch: &Branch, least: usize) -> (Option<Node>, Vec<Members>) {
    let below: Vec<&Branch> = branch.below.iter().filter(|branch| branch.asks_anybody()).collect();
    let part = Part { unit: branch.unit, direct: !below.is_empty() };
    let own = Members { part, people: branch.staff.iter().copied().collect() };
    let mut nodes = Vec::new();
    let mut small = Small { least, made: Vec::new(), rest: Vec::new() };
    if own.people.len() >= least {
        nodes.push(Node::Leaf(vec![own]));
    } else if !own.people.is_empty() {
        small.join(vec![own]);
    }
    if below.is_empty() {
        return (nodes.pop(), small.rest);
    }
    for branch in below {
        let (node, rest) = settle(branch, least);
        nodes.extend(node);
        small.join(rest);
    }
    let (made, rest) = small.finish();
    nodes.extend(made.into_iter().map(Node::Leaf));
    if nodes.is_empty() {
        return (None, rest);
    }
    (Some(Node::Inner { unit: branch.unit, below: nodes }), rest)
}

impl Branch {
    /// Everybody asked, with the part of a unit they stand in; in tree order.
    pub fn people(&self) -> Vec<(Part, PersonId)> {
        let part = Part { unit: self.unit, direct: self.below.iter().any(Branch::asks_anybody) };
        let mut people: Vec<(Part, PersonId)> = self.staff.iter().map(|person| (part, *person)).collect();
        people.sort_unstable();
        people.dedup();
        people.extend(self.below.iter().flat_map(Branch::people));
        people
    }

    fn asks_anybody(&self) -> bool {
        !self.staff.is_empty() || self.below.iter().any(Branch::asks_anybody)
    }
}

/// Small parts being joined, in order.
struct Small {
    least: usize,
    made: Vec<Vec<Members>>,
    rest: Vec<Members>,
}

impl Small {
    fn join(&mut self, part: Vec<Members>) {
        self.rest.extend(part);
        if count(&self.rest) >= self.least {
            self.made.push(std::mem::take(&mut self.rest));
        }
    }

    /// The leaves made, and the rest if none could take it in.
    fn finish(mut self) -> (Vec<Vec<Members>>, Vec<Members>) {
        if let Some(last) = self.made.last_mut() {
            last.append(&mut self.rest);
        }
        (self.made, self.rest)
    }
}

impl Node {
    /// Takes the rest at the top into a leaf that stands right below it.
    fn take_in(&mut self, rest: Vec<Members>) {
        let Node::Inner { below, .. } = self else {
            unreachable!("a top without units below it leaves no rest");
        };
        let smallest_here = (0..below.len()).filter_map(|at| Some((below[at].leaf_size()?, at))).min();
        let mut leaf = match smallest_here {
            Some((_, at)) => below.remove(at),
            None => {
                let size = (0..below.len()).filter_map(|at| below[at].easiest_to_spare()).min();
                let taken = size.and_then(|size| below.iter_mut().find_map(|node| node.spare(size)));
                below.retain(|node| !node.is_empty());
                let Some(leaf) = taken else { unreachable!("a tree has a leaf") };
                Node::Leaf(leaf)
            }
        };
        if let Node::Leaf(members) = &mut leaf {
            members.extend(rest);
        }
        below.push(leaf);
    }

    fn leaf_size(&self) -> Option<usize> {
        match self {
            Node::Leaf(members) => Some(count(members)),
            Node::Inner { .. } => None,
        }
    }

    fn is_empty(&self) -> bool {
        matches!(self, Node::Inner { below, .. } if below.is_empty())
    }

    /// The leaf below that is easiest to do without: one of joined parts before one of a single unit, then the smallest.
    fn easiest_to_spare(&self) -> Option<(bool, usize)> {
        match self {
            Node::Leaf(members) => Some((members.len() == 1, count(members))),
            Node::Inner { below, .. } => below.iter().filter_map(Node::easiest_to_spare).min(),
        }
    }

    /// Takes the first leaf out that [`Node::easiest_to_spare`] spoke of.
    fn spare(&mut self, wanted: (bool, usize)) -> Option<Vec<Members>> {
        let Node::Inner { below, .. } = self else { return None };
        let here = below
            .iter()
            .position(|node| matches!(node, Node::Leaf(_)) && node.easiest_to_spare() == Some(wanted));
        if let Some(at) = here
            && let Node::Leaf(members) = below.remove(at)
        {
            return Some(members);
        }
        let taken = below.iter_mut().find_map(|node| node.spare(wanted));
        below.retain(|node| !node.is_empty());
        taken
    }

    /// Gives itself and everything below it a place.
    fn number(self, parent: Option<Place>, into: &mut Grouping) -> u32 {
        let at = into.nodes.len();
        let place = Place(at as u32);
        let mut node = GroupedNode { place, parent, unit: None, parts: Vec::new(), eligible: 0 };
        match self {
            Node::Inner { unit, below } => {
                node.unit = Some(unit);
                into.nodes.push(node);
                let eligible = below.into_iter().map(|node| node.number(Some(place), into)).sum();
                into.nodes[at].eligible = eligible;
                eligible
            }
            Node::Leaf(members) => {
                let people: BTreeSet<_> = members.iter().flat_map(|members| &members.people).collect();
                into.eligible.extend(people.iter().map(|person| (place, **person)));
                node.eligible = people.len() as u32;
                node.parts = members.iter().map(|members| members.part).collect();
                node.unit = match node.parts[..] {
                    [Part { unit, direct: false }] => Some(unit),
                    _ => None,
                };
                into.members.extend(members.iter().map(|Members { part, people }| RoundMember {
                    unit: part.unit,
                    direct: part.direct,
                    place,
                    eligible: people.len() as u32,
                }));
                let eligible = node.eligible;
                into.nodes.push(node);
                eligible
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use proptest::prelude::*;

    const LEAST: u32 = 8;

    fn branch(unit: i64, staff: std::ops::Range<i64>, below: Vec<Branch>) -> Branch {
        Branch { unit: UnitId(unit), staff: staff.map(PersonId).collect(), below }
    }

    fn part(unit: i64, direct: bool) -> Part {
        Part { unit: UnitId(unit), direct }
    }

    /// Of a node: its parent's place, its unit, its parts, its people.
    type Shape = (Option<u32>, Option<i64>, Vec<Part>, u32);

    fn shape(grouping: &Grouping) -> Vec<Shape> {
        let nodes = grouping.nodes.iter();
        nodes
            .map(|node| {
                let (parent, unit) = (node.parent.map(|place| place.0), node.unit.map(|unit| unit.0));
                (parent, unit, node.parts.clone(), node.eligible)
            })
            .collect()
    }

    #[test]
    fn one_unit_is_one_leaf() {
        let grouping = group(&branch(1, 0..8, vec![]), LEAST).unwrap();
        assert_eq!(shape(&grouping), [(None, Some(1), vec![part(1, false)], 8)]);
        assert_eq!(group(&branch(1, 0..7, vec![]), LEAST), Err(TooFew { asked: 7, least: 8 }));
        assert_eq!(group(&branch(1, 0..0, vec![]), LEAST), Err(TooFew { asked: 0, least: 8 }));
    }

    #[test]
    fn small_parts_are_joined_in_order_and_the_last_rest_joins_the_last_leaf() {
        let units = vec![
            branch(2, 10..15, vec![]),
            branch(3, 20..30, vec![]),
            branch(4, 30..34, vec![]),
            branch(5, 40..43, vec![]),
        ];
        // 2 own + 5 = 7, with 4 more 11; the last 3 join them.
        let grouping = group(&branch(1, 0..2, units), LEAST).unwrap();
        let joined = vec![part(1, true), part(2, false), part(4, false), part(5, false)];
        assert_eq!(
            shape(&grouping),
            [
                (None, Some(1), vec![], 24),
                (Some(0), Some(3), vec![part(3, false)], 10),
                (Some(0), None, joined, 14),
            ]
        );
    }

    #[test]
    fn a_rest_goes_up_until_there_are_enough() {
        let areas = vec![
            branch(2, 0..1, vec![branch(3, 10..22, vec![]), branch(4, 30..33, vec![])]),
            branch(5, 40..42, vec![branch(6, 50..53, vec![])]),
        ];
        // 1 + 3 of the first area and 2 + 3 of the second, which so has no node of its own.
        let grouping = group(&branch(1, 60..60, areas), LEAST).unwrap();
        let joined = vec![part(2, true), part(4, false), part(5, true), part(6, false)];
        assert_eq!(
            shape(&grouping),
            [
                (None, Some(1), vec![], 21),
                (Some(0), Some(2), vec![], 12),
                (Some(1), Some(3), vec![part(3, false)], 12),
                (Some(0), None, joined, 9),
            ]
        );
    }

    #[test]
    fn a_rest_at_the_top_takes_a_joined_leaf_out_of_its_area() {
        let areas = vec![
            branch(2, 0..0, vec![branch(3, 10..19, vec![]), branch(4, 20..30, vec![])]),
            branch(5, 0..0, vec![branch(6, 50..55, vec![]), branch(7, 60..66, vec![])]),
        ];
        let grouping = group(&branch(1, 70..72, areas), LEAST).unwrap();
        let joined = vec![part(6, false), part(7, false), part(1, true)];
        assert_eq!(
            shape(&grouping),
            [
                (None, Some(1), vec![], 32),
                (Some(0), Some(2), vec![], 19),
                (Some(1), Some(3), vec![part(3, false)], 9),
                (Some(1), Some(4), vec![part(4, false)], 10),
                (Some(0), None, joined, 13),
            ]
        );
    }

    #[test]
    fn who_is_in_two_parts_of_a_leaf_counts_once_in_it() {
        let mut units = vec![branch(2, 10..15, vec![]), branch(3, 13..17, vec![])];
        // 5 + 4 with two of them the same are seven.
        let top = branch(1, 0..0, units.clone());
        assert_eq!(group(&top, LEAST), Err(TooFew { asked: 7, least: 8 }));
        units[1].staff.push(PersonId(99));
        let grouping = group(&branch(1, 0..0, units), LEAST).unwrap();
        assert_eq!(grouping.eligible.len(), 8);
        assert_eq!(grouping.members.iter().map(|member| member.eligible).sum::<u32>(), 10);
    }

    /// Trees of up to five levels, where about one person in five is in more than one unit.
    fn trees() -> impl Strategy<Value = Branch> {
        let staff = |most| prop::collection::vec((0_i64..400).prop_map(PersonId), 0..most);
        let of = |(staff, below)| Branch { unit: UnitId(0), staff, below };
        let leaf = staff(18).prop_map(move |staff| of((staff, Vec::new())));
        let tree = leaf.prop_recursive(4, 60, 6, move |below| {
            (staff(12), prop::collection::vec(below, 0..6)).prop_map(of)
        });
        tree.prop_map(|mut tree| {
            number(&mut tree, &mut 0);
            tree
        })
    }

    fn number(branch: &mut Branch, next: &mut i64) {
        branch.unit = UnitId(*next);
        *next += 1;
        branch.below.iter_mut().for_each(|branch| number(branch, next));
    }

    /// Every unit with its own people and the units above it, the nearest last, in tree order.
    fn units<'a>(
        branch: &'a Branch,
        above: &[UnitId],
        out: &mut Vec<(&'a Branch, BTreeSet<PersonId>, Vec<UnitId>)>,
    ) {
        out.push((branch, branch.staff.iter().copied().collect(), above.to_vec()));
        let above = [above, &[branch.unit]].concat();
        branch.below.iter().for_each(|branch| units(branch, &above, out));
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]

        #[test]
        fn everybody_is_in_one_leaf_for_each_unit_and_no_leaf_is_too_small(tree in trees()) {
            let mut all = Vec::new();
            units(&tree, &[], &mut all);
            let everybody: BTreeSet<_> = all.iter().flat_map(|(_, people, _)| people).copied().collect();
            let grouping = match group(&tree, LEAST) {
                Ok(grouping) => grouping,
                Err(too_few) => {
                    prop_assert_eq!(too_few.asked as usize, everybody.len());
                    prop_assert!(everybody.len() < LEAST as usize);
                    return Ok(());
                }
            };
            // Each unit that has people is a part of one leaf, with all of them.
            let mut found = BTreeMap::new();
            for node in &grouping.nodes {
                for part in &node.parts {
                    prop_assert!(found.insert(part.unit, node.place).is_none(), "{part:?} twice");
                }
            }
            let mut drawing: BTreeMap<Place, BTreeSet<PersonId>> = BTreeMap::new();
            for (unit, people, _) in &all {
                prop_assert_eq!(found.contains_key(&unit.unit), !people.is_empty());
                if let Some(place) = found.get(&unit.unit) {
                    drawing.entry(*place).or_default().extend(people);
                    let member = grouping.members.iter().find(|member| member.unit == unit.unit).unwrap();
                    prop_assert_eq!((member.place, member.eligible as usize), (*place, people.len()));
                }
            }
            let listed: Vec<_> =
                drawing.iter().flat_map(|(place, people)| people.iter().map(|person| (*place, *person))).collect();
            let mut eligible = grouping.eligible.clone();
            eligible.sort();
            prop_assert_eq!(&eligible, &listed);
            for (place, people) in &drawing {
                prop_assert!(people.len() >= LEAST as usize);
                prop_assert_eq!(grouping.nodes[place.0 as usize].eligible as usize, people.len());
            }
        }

        #[test]
        fn the_tree_is_in_order_and_its_figures_hold_nobody_from_elsewhere(tree in trees()) {
            let mut all = Vec::new();
            units(&tree, &[], &mut all);
            let Ok(grouping) = group(&tree, LEAST) else { return Ok(()) };
            let order: BTreeMap<UnitId, usize> =
                all.iter().enumerate().map(|(at, (branch, ..))| (branch.unit, at)).collect();
            let mut sums = vec![0; grouping.nodes.len()];
            for (at, node) in grouping.nodes.iter().enumerate().rev() {
                prop_assert_eq!(node.place, Place(at as u32));
                prop_assert_eq!(node.parent.is_none(), at == 0);
                if !node.parts.is_empty() {
                    sums[at] = node.eligible;
                }
                prop_assert_eq!(node.eligible, sums[at]);
                prop_assert!(node.eligible >= LEAST);
                if let Some(parent) = node.parent {
                    prop_assert!(parent < node.place);
                    sums[parent.0 as usize] += node.eligible;
                }
            }
            let mut rests_at_the_top = 0;
            for node in grouping.nodes.iter().filter(|node| !node.parts.is_empty()) {
                let places: Vec<_> = node.parts.iter().map(|part| order[&part.unit]).collect();
                rests_at_the_top += usize::from(!places.is_sorted());
                let mut above = node.parent;
                while let Some(place) = above {
                    let unit = grouping.nodes[place.0 as usize].unit.unwrap();
                    for part in &node.parts {
                        let (branch, _, ancestors) = &all[order[&part.unit]];
                        prop_assert!(branch.unit == unit || ancestors.contains(&unit));
                    }
                    above = grouping.nodes[place.0 as usize].parent;
                }
            }
            // Only the rest at the top can come after those it joined.
            prop_assert!(rests_at_the_top <= 1);
        }

        #[test]
        fn a_unit_that_is_large_enough_stands_alone_but_for_a_rest_at_the_top(tree in trees()) {
            let mut all = Vec::new();
            units(&tree, &[], &mut all);
            let Ok(grouping) = group(&tree, LEAST) else { return Ok(()) };
            let large = all.iter().filter(|(_, people, _)| people.len() >= LEAST as usize);
            let joined = large.filter(|(branch, ..)| {
                grouping.nodes.iter().any(|node| {
                    node.parts.len() > 1 && node.parts.iter().any(|part| part.unit == branch.unit)
                })
            });
            prop_assert!(joined.count() <= 1);
        }
    }
}
