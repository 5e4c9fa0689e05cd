//! A small generator of pseudo-random numbers that gives the same numbers on every platform, for ever.
//!
//! SplitMix64: Steele, Lea and Flood, *Fast Splittable Pseudorandom Number Generators*, OOPSLA 2014, with the
//! constants of Vigna's public-domain `splitmix64.c`. Integers only: no result hangs on a platform's floating point.

/// The golden ratio times 2^64: the step of the counter.
const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;

/// A stream of numbers. Not for secrets.
#[derive(Clone, Debug)]
pub(crate) struct Chance {
    state: u64,
}

impl Chance {
    /// The stream of a seed.
    pub(crate) const fn new(seed: u64) -> Chance {
        Chance { state: seed }
    }

    /// A stream of its own for a purpose and a number, so that what is drawn in one does not move what is drawn
    /// in another.
    pub(crate) fn for_purpose(seed: u64, purpose: &str, number: u64) -> Chance {
        let mut mixed = Chance::new(seed).next();
        for byte in purpose.bytes() {
            mixed = Chance::new(mixed ^ u64::from(byte)).next();
        }
        Chance::new(Chance::new(mixed ^ number.wrapping_mul(GOLDEN)).next())
    }

    /// The next 64 bits.
    pub(crate) fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(GOLDEN);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number from 0 and below `limit`; 0 when `limit` is 0. The bias is under 2^-32 for limits below 2^32.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        ((u128::from(self.next()) * limit as u128) >> 64) as usize
    }

    /// A number from `low` to `high`, both included.
    pub(crate) fn between(&mut self, low: i64, high: i64) -> i64 {
        low + self.below((high - low + 1).max(1) as usize) as i64
    }

    /// True so many times in a hundred.
    pub(crate) fn percent(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of a list. The list must not be empty.
    pub(crate) fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }

    /// The place of one weight among weights, drawn in proportion to them. The weights must not all be 0.
    pub(crate) fn weighted(&mut self, weights: impl Iterator<Item = usize> + Clone) -> usize {
        let mut left = self.below(weights.clone().sum());
        for (place, weight) in weights.enumerate() {
            if left < weight {
                return place;
            }
            left -= weight;
        }
        0
    }
}

#[cfg(test)]
mod tests {
    use super::Chance;

    /// The five numbers that rosettacode.org ("Pseudo-random numbers/Splitmix64") gives for the seed 1234567.
    #[test]
    fn agrees_with_the_published_numbers() {
        let mut chance = Chance::new(1_234_567);
        let drawn: Vec<u64> = (0..5).map(|_| chance.next()).collect();
        let published = [
            6_457_827_717_110_365_317,
            3_203_168_211_198_807_973,
            9_817_491_932_198_370_423,
            4_593_380_528_125_082_431,
            16_408_922_859_458_223_821,
        ];
        assert_eq!(drawn, published);
    }
}
