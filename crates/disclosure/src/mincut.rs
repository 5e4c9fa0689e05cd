//! The smallest edge cut of a connected graph: maximum-adjacency orders as Stoer and Wagner use them,
//! contracting in each round every pair known to be tied at least as strongly as the best cut so far
//! (Nagamochi, Ono and Ibaraki).

use std::collections::BinaryHeap;

/// Neighbours with weights, both ways, each pair once, no loops. A weight of 0 still ties two nodes together.
pub(crate) type Graph = Vec<Vec<(u32, u64)>>;

/// A cut and the nodes on one side of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MinCut {
    pub(crate) weight: u64,
    pub(crate) side: Vec<u32>,
}

/// Merges parallel edges of a graph given as neighbours with weights.
pub(crate) fn simple(mut graph: Graph) -> Graph {
    for edges in &mut graph {
        edges.sort_unstable();
        edges.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            if same {
                kept.1 += next.1;
            }
            same
        });
    }
    graph
}

/// The nodes of each part that hangs together without `ground`, which is in no part.
pub(crate) fn parts(graph: &Graph, ground: u32) -> Vec<Vec<u32>> {
    let mut seen = vec![false; graph.len()];
    let mut parts = Vec::new();
    seen[ground as usize] = true;
    for start in 0..graph.len() {
        if std::mem::replace(&mut seen[start], true) {
            continue;
        }
        let mut part = vec![start as u32];
        let mut next = 0;
        while let Some(node) = part.get(next).copied() {
            next += 1;
            for (other, _) in &graph[node as usize] {
                if !std::mem::replace(&mut seen[*other as usize], true) {
                    part.push(*other);
                }
            }
        }
        parts.push(part);
    }
    parts
}

/// The smallest cut of a connected graph, if it is below `bound`.
pub(crate) fn min_cut(mut graph: Graph, bound: u64) -> Option<MinCut> {
    let mut members = alone(&graph);
    let mut best = MinCut { weight: bound, side: Vec::new() };
    while graph.len() > 1 && best.weight > 0 {
        if let Some((weight, node)) = degrees(&graph).zip(0_usize..).min()
            && weight < best.weight
        {
            best = MinCut { weight, side: members[node].clone() };
        }
        let merged = tied(&graph, best.weight);
        (graph, members) = contract(&graph, members, &merged);
    }
    (!best.side.is_empty()).then_some(best)
}

/// Some cuts of a connected graph below `bound`, on sides that do not overlap; none if there is none.
pub(crate) fn cuts_below(mut graph: Graph, bound: u64) -> Vec<MinCut> {
    let mut members = alone(&graph);
    while graph.len() > 1 {
        let loose: Vec<(u64, usize)> =
            degrees(&graph).zip(0_usize..).filter(|(weight, _)| *weight < bound).collect();
        if !loose.is_empty() {
            // Of two nodes each is the other side of the same cut.
            let sides = if graph.len() == 2 { 1 } else { loose.len() };
            let cut =
                |(weight, node): (u64, usize)| MinCut { weight, side: std::mem::take(&mut members[node]) };
            return loose.into_iter().take(sides).map(cut).collect();
        }
        let merged = tied(&graph, bound);
        (graph, members) = contract(&graph, members, &merged);
    }
    Vec::new()
}

fn alone(graph: &Graph) -> Vec<Vec<u32>> {
    (0..graph.len() as u32).map(|node| vec![node]).collect()
}

fn degrees(graph: &Graph) -> impl Iterator<Item = u64> + '_ {
    graph.iter().map(|edges| edges.iter().map(|(_, weight)| weight).sum())
}

/// For each node the smallest node it is known to be tied to by at least `strength`: no cut below that parts
/// them.
///
/// At least one pair is tied as long as no single node has fewer than `strength` edges: the last of the order
/// to its neighbour.
fn tied(graph: &Graph, strength: u64) -> Vec<usize> {
    let mut leader: Vec<usize> = (0..graph.len()).collect();
    let mut reach = vec![0_u64; graph.len()];
    let mut done = vec![false; graph.len()];
    let mut waiting = BinaryHeap::from([(0_u64, 0_usize)]);
    while let Some((_, node)) = waiting.pop() {
        if std::mem::replace(&mut done[node], true) {
            continue;
        }
        for (other, weight) in &graph[node] {
            let other = *other as usize;
            if done[other] {
                continue;
            }
            reach[other] += weight;
            waiting.push((reach[other], other));
            if reach[other] >= strength {
                let (a, b) = (lead(&mut leader, node), lead(&mut leader, other));
                leader[a.max(b)] = a.min(b);
            }
        }
    }
    (0..graph.len()).map(|node| lead(&mut leader, node)).collect()
}

fn lead(leader: &mut [usize], mut at: usize) -> usize {
    while leader[at] != at {
        leader[at] = leader[leader[at]];
        at = leader[at];
    }
    at
}

fn contract(graph: &Graph, members: Vec<Vec<u32>>, leader: &[usize]) -> (Graph, Vec<Vec<u32>>) {
    let mut number = vec![0_u32; graph.len()];
    let mut kept = 0;
    for node in 0..graph.len() {
        if leader[node] == node {
            number[node] = kept;
            kept += 1;
        }
    }
    let of = |node: usize| number[leader[node]];
    let mut smaller: Graph = vec![Vec::new(); kept as usize];
    let mut together = vec![Vec::new(); kept as usize];
    for (node, names) in members.into_iter().enumerate() {
        let here = of(node);
        together[here as usize].extend(names);
        let outward = graph[node].iter().map(|(other, weight)| (of(*other as usize), *weight));
        smaller[here as usize].extend(outward.filter(|(other, _)| *other != here));
    }
    (simple(smaller), together)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn graph(nodes: usize, edges: &[(u32, u32, u64)]) -> Graph {
        let mut graph = vec![Vec::new(); nodes];
        for (a, b, w) in edges.iter().filter(|(a, b, _)| a != b) {
            graph[*a as usize].push((*b, *w));
            graph[*b as usize].push((*a, *w));
        }
        simple(graph)
    }

    /// Every way of parting the nodes in two.
    fn brute_force(graph: &Graph) -> Option<u64> {
        let inside = |node: u32, mask: u32| mask >> node & 1 == 1;
        let cut = |mask: u32| {
            let from = (0..graph.len() as u32).filter(|a| inside(*a, mask));
            from.flat_map(|a| &graph[a as usize]).filter(|(b, _)| !inside(*b, mask)).map(|(_, w)| w).sum()
        };
        (1..(1_u32 << (graph.len() - 1))).map(cut).min()
    }

    fn outward(graph: &Graph, side: &[u32]) -> u64 {
        let edges = side.iter().flat_map(|a| &graph[*a as usize]);
        edges.filter(|(b, _)| !side.contains(b)).map(|(_, w)| w).sum()
    }

    proptest! {
        #[test]
        fn as_small_as_brute_force(nodes in 2_u32..8, edges in prop::collection::vec((0_u32..8, 0_u32..8, 0_u64..9), 0..20)) {
            let spanning = (1..nodes).map(|v| (v - 1, v, u64::from(v % 3)));
            let more = edges.into_iter().map(|(a, b, w)| (a % nodes, b % nodes, w));
            let graph = graph(nodes as usize, &spanning.chain(more).collect::<Vec<_>>());
            let cut = min_cut(graph.clone(), u64::MAX).expect("two nodes");
            prop_assert_eq!(Some(cut.weight), brute_force(&graph));
            prop_assert_eq!(outward(&graph, &cut.side), cut.weight);
            prop_assert_eq!(min_cut(graph.clone(), cut.weight), None);
            prop_assert_eq!(cuts_below(graph.clone(), cut.weight), []);
            for cut in cuts_below(graph.clone(), cut.weight + 2) {
                prop_assert_eq!(outward(&graph, &cut.side), cut.weight);
            }
            prop_assert!(!cuts_below(graph, cut.weight + 1).is_empty());
        }
    }

    #[test]
    fn parts_are_found() {
        let graph = graph(5, &[(1, 2, 1), (2, 0, 1), (0, 3, 2), (3, 4, 0)]);
        assert_eq!(parts(&graph, 0), [[1, 2], [3, 4]]);
    }
}
