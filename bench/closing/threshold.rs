//! What is usually done: a mean for every group with five answers or more, and nothing else. It is what all the rest is the price of
//! not doing: by subtraction it shows whom it hides.

use actions::closing::Counted;
use pulse::RoundNode;

const FEWEST: u32 = 5;

/// Means of every group and question; how many.
pub(crate) fn means(tree: &[RoundNode], ballots: &[Counted], questions: usize) -> usize {
    let mut sums = vec![(0_u32, 0_u32); tree.len() * questions];
    for (place, answers) in ballots {
        let row = place.0 as usize * questions;
        for (sum, answer) in sums[row..].iter_mut().zip(answers) {
            if let Some(answer) = answer {
                *sum = (sum.0 + 1, sum.1 + u32::from(answer.value()));
            }
        }
    }
    // Parents stand before their children.
    for node in tree.iter().rev() {
        let Some(parent) = node.parent else { continue };
        for question in 0..questions {
            let (count, sum) = sums[node.place.0 as usize * questions + question];
            let above = &mut sums[parent.0 as usize * questions + question];
            *above = (above.0 + count, above.1 + sum);
        }
    }
    let shown = sums.iter().filter(|(count, _)| *count >= FEWEST);
    shown.map(|(count, sum)| f64::from(*sum) / f64::from(*count)).filter(|mean| mean.is_finite()).count()
}
