//! Shared by the tests: chance with a fixed seed, trees, and an attacker written apart from the engine (its
//! own published sets, its own arithmetic: whole numbers, never rounded).
#![allow(dead_code, unreachable_pub, reason = "every test program uses its own part")]

pub mod attacker;
pub mod municipality;

/// SplitMix64.
pub struct Chance(pub u64);

impl Chance {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, n: u64) -> u64 {
        self.next() % n
    }

    /// 0 to 1.
    pub fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// A random tree: parents, and people per leaf (empty leaves too), with at most `people` people.
pub fn small_tree(chance: &mut Chance, nodes: usize, people: u64) -> (Vec<Option<usize>>, Vec<(usize, u32)>) {
    let parents: Vec<Option<usize>> = (0..nodes)
        .map(|v| (v > 0 && chance.below(12) > 0).then(|| chance.below(v as u64) as usize))
        .collect();
    let leaves: Vec<usize> = (0..nodes).filter(|v| !parents.contains(&Some(*v))).collect();
    let mut counts = vec![0; leaves.len()];
    for _ in 0..people {
        counts[chance.below(leaves.len() as u64) as usize] += 1;
    }
    (parents, leaves.into_iter().zip(counts).collect())
}
