//! An invented municipality, and how its people vote. Nothing is drawn by chance that a seed does not decide.

use actions::closing::Counted;
use disclosure::Answer;
use people::UnitId;
use pulse::grouping::Part;
use pulse::{Place, RoundMember, RoundNode};

/// How many groups lie right below one.
const FAN_OUT: usize = 6;

pub(crate) struct Municipality {
    pub(crate) tree: Vec<RoundNode>,
    pub(crate) members: Vec<RoundMember>,
}

impl Municipality {
    /// A tree filled level by level. Leaves have from half to one and a half of the people that an even share would give them.
    pub(crate) fn new(people: u32, groups: usize) -> Municipality {
        let first_leaf = (groups - 2) / FAN_OUT + 1;
        let leaves = (groups - first_leaf) as u64;
        // Whole numbers that add up: people up to the end of each leaf.
        let weight = |leaf: u64| 50 + mix(leaf) % 101;
        let all: u64 = (0..leaves).map(weight).sum();
        let mut eligible = vec![0_u32; groups];
        let (mut passed, mut placed) = (0, 0);
        for leaf in 0..leaves {
            passed += weight(leaf);
            let until = (u64::from(people) * passed / all) as u32;
            eligible[first_leaf + leaf as usize] = until - placed;
            placed = until;
        }
        for node in (1..groups).rev() {
            eligible[(node - 1) / FAN_OUT] += eligible[node];
        }
        let place = |node: usize| Place(node as u32);
        let node = |node: usize| RoundNode {
            place: place(node),
            parent: node.checked_sub(1).map(|before| place(before / FAN_OUT)),
            unit: Some(UnitId(node as i64 + 1)),
            name: format!("Enhet {node}"),
            eligible: eligible[node],
        };
        let member = |node: usize| RoundMember {
            part: Part { unit: UnitId(node as i64 + 1), direct: false, occupation: None },
            place: place(node),
            eligible: eligible[node],
        };
        Municipality {
            tree: (0..groups).map(node).collect(),
            members: (first_leaf..groups).map(member).collect(),
        }
    }

    /// Seven to nine of ten vote. Groups differ by half a mark or so, people within them by more; all groups
    /// move a little between rounds, and one in twenty by a whole mark.
    pub(crate) fn ballots(&self, round: u64, questions: usize) -> Vec<Counted> {
        let mut ballots = Vec::new();
        for member in &self.members {
            let unit = mix(member.part.unit.0 as u64);
            let moves = if unit.is_multiple_of(20) { -1.0 } else { (share(mix(unit)) - 0.5) * 0.4 };
            let level = 2.6 + share(unit) * 1.6 + round as f64 * moves;
            for person in 0..u64::from(member.eligible) {
                let chance = mix(unit ^ mix(person << 8 | round));
                if share(chance) > 0.7 + share(mix(unit ^ round)) * 0.2 {
                    continue;
                }
                let own = level + (share(mix(chance)) - 0.5) * 2.0;
                let answer = |question: u64| {
                    let drawn = mix(chance ^ mix(question + 1));
                    let mark = (own + (share(drawn) - 0.5) * 2.0).round().clamp(1.0, 5.0);
                    // Every fiftieth answer is "don't know".
                    if drawn.is_multiple_of(50) { None } else { Answer::new(mark as u8) }
                };
                ballots.push((member.place, (0..questions as u64).map(answer).collect()));
            }
        }
        ballots
    }
}

/// A well-mixed number (splitmix64, Steele, Lea and Flood 2014).
fn mix(number: u64) -> u64 {
    let number = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

/// From 0 up to 1.
fn share(number: u64) -> f64 {
    (number >> 11) as f64 / (1_u64 << 53) as f64
}
