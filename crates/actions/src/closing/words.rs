//! Where the words that people wrote may be read: under the smallest shown node with enough ballots, and nowhere twice.

use std::collections::HashMap;

use ::pulse::{Place, RoundNode};
use disclosure::Status;

use super::batch::Batch;

/// Words need this many times as many ballots around them as a figure does: how somebody writes tells more than a mark.
pub const TIMES_K: u32 = 2;

/// Somebody's words, and the leaf they came from.
pub(super) type Written = (Place, String);

/// Each text with the node it may be read at. A pool with too few ballots goes up, together with its neighbours, to the first shown
/// node where they are enough; what is not enough at the top is not shown at all.
///
/// `ballots` counts the ballots of each leaf.
pub(super) fn place(
    tree: &[RoundNode],
    batch: &Batch,
    ballots: impl Fn(Place) -> u32,
    k: u32,
    written: &[Written],
) -> Vec<(Place, String)> {
    let enough = k * TIMES_K;
    // What is on its way up, by the node it has come to: its pools and their ballots.
    let mut waiting: Vec<(Vec<usize>, u32)> = vec![(Vec::new(), 0); tree.len()];
    for (number, pool) in batch.pools.iter().enumerate() {
        if let Some(at) = around(tree, batch, pool) {
            waiting[at].0.push(number);
            waiting[at].1 += pool.iter().map(|leaf| ballots(*leaf)).sum::<u32>();
        }
    }
    let mut read_at: Vec<Option<Place>> = vec![None; batch.pools.len()];
    // Parents stand before their children, so the last are the lowest.
    for at in (0..tree.len()).rev() {
        let (pools, count) = std::mem::take(&mut waiting[at]);
        let shown = batch.nodes[at].status != Status::Hidden;
        if shown && count >= enough {
            pools.into_iter().for_each(|pool| read_at[pool] = Some(tree[at].place));
        } else if let Some(up) = tree[at].parent {
            let up = &mut waiting[up.0 as usize];
            up.0.extend(pools);
            up.1 += count;
        }
    }
    let of_pool = batch.pools.iter().zip(&read_at);
    let of_leaf: HashMap<&Place, Place> = of_pool
        .filter_map(|(pool, at)| Some((pool, (*at)?)))
        .flat_map(|(pool, at)| pool.iter().map(move |leaf| (leaf, at)))
        .collect();
    written.iter().filter_map(|(leaf, words)| Some((*of_leaf.get(leaf)?, words.clone()))).collect()
}

/// The lowest node that is shown and has the whole pool below it.
fn around(tree: &[RoundNode], batch: &Batch, pool: &[Place]) -> Option<usize> {
    let up = |at: &usize| tree[*at].parent.map(|up| up.0 as usize);
    let chain = |leaf: &Place| std::iter::successors(Some(leaf.0 as usize), up).collect::<Vec<_>>();
    let chains: Vec<Vec<usize>> = pool.iter().map(chain).collect();
    let first = chains.first()?;
    let holds_all = |at: &&usize| chains.iter().all(|chain| chain.contains(at));
    first.iter().filter(holds_all).find(|at| batch.nodes[**at].status != Status::Hidden).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use ::pulse::ReleasedNode;

    /// A top, an area of two units and a third unit beside; each unit a pool, all shown.
    fn tree() -> (Vec<RoundNode>, Batch) {
        let node = |place: u32, parent: Option<u32>| RoundNode {
            place: Place(place),
            parent: parent.map(Place),
            unit: None,
            name: "n".into(),
            eligible: 20,
        };
        let tree =
            vec![node(0, None), node(1, Some(0)), node(2, Some(1)), node(3, Some(1)), node(4, Some(0))];
        let shown = ReleasedNode { status: Status::Full, ballots: Some(9), left_out: 0, pool: None };
        let pools = [2, 3, 4].map(|leaf| vec![Place(leaf)]).to_vec();
        (tree, Batch { nodes: vec![shown; 5], pools, figures: Vec::new(), correlations: Vec::new() })
    }

    fn placed(ballots: [u32; 3]) -> Vec<(u32, String)> {
        let (tree, batch) = tree();
        let written = [(Place(2), "a".to_owned()), (Place(3), "b".to_owned()), (Place(4), "c".to_owned())];
        let count = |leaf: Place| ballots[leaf.0 as usize - 2];
        place(&tree, &batch, count, 6, &written).into_iter().map(|(place, words)| (place.0, words)).collect()
    }

    #[test]
    fn words_are_read_where_enough_have_voted() {
        let read = |all: &[(u32, &str)]| all.iter().map(|(at, w)| (*at, (*w).to_owned())).collect::<Vec<_>>();
        assert_eq!(placed([12, 12, 12]), read(&[(2, "a"), (3, "b"), (4, "c")]));
        assert_eq!(placed([7, 7, 12]), read(&[(1, "a"), (1, "b"), (4, "c")]));
        // A rest that is not enough by itself does not become readable by standing beside others'.
        assert_eq!(placed([12, 11, 12]), read(&[(2, "a"), (4, "c")]));
        assert_eq!(placed([12, 7, 7]), read(&[(2, "a"), (0, "b"), (0, "c")]));
        assert_eq!(placed([5, 6, 0]), []);
    }
}
