//! Which minutes of a week are taken.

/// Stretches of minutes after Monday's midnight, in the order they were added; they may overlap.
#[derive(Clone, Debug, Default)]
pub(crate) struct Occupied {
    stretches: Vec<(i64, i64)>,
}

impl Occupied {
    /// Takes `minutes` from `start` on.
    pub(crate) fn add(&mut self, start: i64, minutes: i64) {
        self.stretches.push((start, start + minutes));
    }

    /// Whether nothing is taken there.
    pub(crate) fn is_free(&self, start: i64, minutes: i64) -> bool {
        self.stretches.iter().all(|&(from, to)| start + minutes <= from || to <= start)
    }

    /// Minutes taken, those taken twice counted once.
    pub(crate) fn minutes(&self) -> i64 {
        let mut sorted = self.stretches.clone();
        sorted.sort_unstable();
        let (mut sum, mut reached) = (0, i64::MIN);
        for (from, to) in sorted {
            sum += (to - from.max(reached)).max(0);
            reached = reached.max(to);
        }
        sum
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Occupied;

    proptest! {
        /// Against counting minute by minute.
        #[test]
        fn counts_each_minute_once(stretches in prop::collection::vec((0i64..200, 0i64..60), 0..12)) {
            let mut occupied = Occupied::default();
            for &(start, minutes) in &stretches {
                occupied.add(start, minutes);
            }
            let taken = |minute: &i64| stretches.iter().any(|&(start, minutes)| (start..start + minutes).contains(minute));
            prop_assert_eq!(occupied.minutes(), (0..300).filter(taken).count() as i64);
        }
    }
}
