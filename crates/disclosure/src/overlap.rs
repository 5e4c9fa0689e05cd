//! Two ways of grouping the same unknown answers, laid over each other: what the sums of both tell together.
//!
//! Every person is an edge between the cell they are in one way and the cell they are in the other way; who
//! is missing from one is an edge to the ground. What can be computed is the cut space of that graph, so the
//! smallest group anything can be computed about is its smallest cut. The proof is in `README.md`.

use crate::mincut::{Graph, MinCut, cuts_below, min_cut, parts, simple};
use std::collections::{BTreeSet, HashMap};

/// A cell of one of the two partitions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CellOf {
    /// A cell of the first partition.
    First(u32),
    /// A cell of the second partition.
    Second(u32),
}

/// A group that the two partitions give away: those for whom exactly one of their two cells is among `cells`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cut {
    /// How many people that is.
    pub people: u64,
    /// The cells to add (those of one partition) and subtract (those of the other).
    pub cells: Vec<CellOf>,
    /// The cells that these people are in, and those that share people with one of these cells: not to show one of them may keep the
    /// group from being given away.
    pub near: Vec<CellOf>,
}

/// Where people lead who are missing from one partition.
const GROUND: u32 = 0;

/// The bipartite graph of two partitions.
#[derive(Debug, Clone)]
pub struct Overlap {
    names: Vec<Option<CellOf>>,
    graph: Graph,
}

impl Overlap {
    /// From groups of people with the same two cells: first cell, second cell, how many.
    ///
    /// A group of 0 still counts: people whose common answers are none, but who may have answered some
    /// question. Who is in neither partition is no part of anything.
    pub fn new(people: impl IntoIterator<Item = (Option<u32>, Option<u32>, u64)>) -> Overlap {
        let mut overlap = Overlap { names: vec![None], graph: vec![Vec::new()] };
        let mut number: HashMap<Option<CellOf>, u32> = HashMap::from([(None, GROUND)]);
        for (first, second, count) in people {
            let a = overlap.node(&mut number, first.map(CellOf::First));
            let b = overlap.node(&mut number, second.map(CellOf::Second));
            if a != b {
                overlap.graph[a as usize].push((b, count));
                overlap.graph[b as usize].push((a, count));
            }
        }
        overlap.graph = simple(overlap.graph);
        overlap
    }

    /// The smallest group that anything can be computed about; `None` when nothing is known of anybody.
    pub fn smallest(&self) -> Option<Cut> {
        let mut best: Option<Cut> = None;
        for part in parts(&self.graph, GROUND) {
            let bound = best.as_ref().map_or(u64::MAX, |cut| cut.people);
            let part = Part::new(&self.graph, part);
            best = min_cut(part.graph.clone(), bound).map(|cut| self.named(&part, &cut)).or(best);
        }
        best
    }

    /// Some groups below `k` that something can be computed about; none exactly when there is none.
    pub fn below(&self, k: u64) -> Vec<Cut> {
        let mut found = Vec::new();
        for part in parts(&self.graph, GROUND) {
            let part = Part::new(&self.graph, part);
            let mut cuts = cuts_below(part.graph.clone(), k);
            if cuts.len() > 1 {
                // Its other side holds all the others.
                cuts.retain(|cut| !part.has_ground(&cut.side));
            }
            found.extend(cuts.iter().map(|cut| self.named(&part, cut)));
        }
        found
    }

    fn node(&mut self, number: &mut HashMap<Option<CellOf>, u32>, cell: Option<CellOf>) -> u32 {
        let next = self.graph.len() as u32;
        let node = *number.entry(cell).or_insert(next);
        if node == next {
            self.graph.push(Vec::new());
            self.names.push(cell);
        }
        node
    }

    /// Names a cut from the side without the ground, which is nobody's cell.
    fn named(&self, part: &Part, cut: &MinCut) -> Cut {
        let mut away = vec![false; part.nodes.len()];
        for at in &cut.side {
            away[*at as usize] = true;
        }
        let side = !part.has_ground(&cut.side);
        let named = part.nodes.iter().zip(&away).filter(|(_, away)| **away == side);
        let mut cells: Vec<CellOf> = named.filter_map(|(node, _)| self.names[*node as usize]).collect();
        cells.sort_unstable();
        let across = |at: &usize| part.graph[*at].iter().any(|(other, _)| away[*other as usize] != away[*at]);
        let around = |at: usize| part.graph[at].iter().map(|(other, _)| *other as usize).chain([at]);
        let inside = (0..part.nodes.len()).filter(across).filter(|at| part.nodes[*at] != GROUND);
        let nodes: BTreeSet<usize> = inside.flat_map(around).collect();
        let mut near: Vec<CellOf> =
            nodes.into_iter().filter_map(|at| self.names[part.nodes[at] as usize]).collect();
        near.sort_unstable();
        Cut { people: cut.weight, cells, near }
    }
}

/// What hangs together without the ground, with its own copy of the ground at the end if anything leads
/// there. A smallest cut never parts anything on both sides of a node that alone joins them, so parts can be
/// looked at one by one.
struct Part {
    nodes: Vec<u32>,
    graph: Graph,
}

impl Part {
    fn new(whole: &Graph, mut nodes: Vec<u32>) -> Part {
        let place: HashMap<u32, u32> = nodes.iter().zip(0..).map(|(node, at)| (*node, at)).collect();
        let ground = nodes.len() as u32;
        let at = |other: &u32| place.get(other).copied().unwrap_or(ground);
        let edges =
            |node: &u32| whole[*node as usize].iter().map(|(other, weight)| (at(other), *weight)).collect();
        let mut graph: Graph = nodes.iter().map(edges).collect();
        let down = |(edges, at): (&Vec<(u32, u64)>, u32)| {
            edges.iter().find(|(other, _)| *other == ground).map(|(_, weight)| (at, *weight))
        };
        let grounded: Vec<(u32, u64)> = graph.iter().zip(0..).filter_map(down).collect();
        if !grounded.is_empty() {
            graph.push(grounded);
            nodes.push(GROUND);
        }
        Part { nodes, graph }
    }

    fn has_ground(&self, side: &[u32]) -> bool {
        side.iter().any(|at| self.nodes[*at as usize] == GROUND)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_who_moved_is_found() {
        let people = [(Some(1), Some(1), 7), (Some(1), Some(2), 1), (Some(2), Some(2), 8)];
        let cut = Overlap::new(people).smallest().expect("something");
        let near = [CellOf::First(1), CellOf::First(2), CellOf::Second(1), CellOf::Second(2)].to_vec();
        assert_eq!(cut, Cut { people: 1, cells: vec![CellOf::First(1), CellOf::Second(1)], near });
    }

    #[test]
    fn one_who_joined_is_found() {
        let cut = Overlap::new([(Some(5), Some(9), 7), (None, Some(9), 1)]).smallest().expect("something");
        let cells = vec![CellOf::First(5), CellOf::Second(9)];
        assert_eq!(cut, Cut { people: 1, cells: cells.clone(), near: cells });
    }

    #[test]
    fn unchanged_groups_tell_nothing_new() {
        let overlap = Overlap::new([(Some(1), Some(1), 7), (Some(2), Some(2), 9), (None, None, 3)]);
        assert_eq!(overlap.smallest().map(|cut| cut.people), Some(7));
        assert_eq!(overlap.below(7), []);
        assert_eq!(overlap.below(10).len(), 2);
        assert_eq!(Overlap::new([]).smallest(), None);
    }

    #[test]
    fn people_without_a_common_answer_still_count() {
        let people = [(Some(1), Some(1), 7), (Some(1), None, 0)];
        assert_eq!(Overlap::new(people).smallest().map(|cut| cut.people), Some(0));
    }
}
