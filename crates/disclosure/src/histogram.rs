//! Answers on the scale 1 to 5, counted.

/// One answer, 1 to 5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Answer(u8);

impl Answer {
    /// An answer, `None` outside 1 to 5.
    pub fn new(value: u8) -> Option<Answer> {
        (1..=5).contains(&value).then_some(Answer(value))
    }

    /// 1 to 5.
    pub fn value(self) -> u8 {
        self.0
    }
}

/// How many answered 1, 2, 3, 4 and 5. "Don't know" is no answer and is not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Histogram([u32; 5]);

impl Histogram {
    /// From the five counts.
    pub fn new(counts: [u32; 5]) -> Histogram {
        Histogram(counts)
    }

    /// The counts of 1, 2, 3, 4 and 5.
    pub fn counts(&self) -> [u32; 5] {
        self.0
    }

    /// How many answered.
    pub fn answers(&self) -> u64 {
        self.0.iter().map(|c| u64::from(*c)).sum()
    }

    /// The sum of the answers.
    pub fn sum(&self) -> u64 {
        self.weighted(|value| value)
    }

    /// The sum of the squared answers; with the sum it gives the variance.
    pub fn sum_of_squares(&self) -> u64 {
        self.weighted(|value| value * value)
    }

    /// The mean answer, 1 to 5; `None` when nobody answered.
    pub fn mean(&self) -> Option<f64> {
        (self.answers() > 0).then(|| self.sum() as f64 / self.answers() as f64)
    }

    /// The commonest answer and how many gave it; of equally common ones the lowest.
    pub fn mode(&self) -> (u8, u32) {
        let (at, count) =
            (0..5).fold((0, self.0[0]), |best, at| if self.0[at] > best.1 { (at, self.0[at]) } else { best });
        (at as u8 + 1, count)
    }

    /// Adds another histogram; counts stop at the largest number they can hold.
    pub fn add(&mut self, other: &Histogram) {
        for (count, more) in self.0.iter_mut().zip(other.0) {
            *count = count.saturating_add(more);
        }
    }

    fn weighted(&self, worth: impl Fn(u64) -> u64) -> u64 {
        (1..).zip(self.0).map(|(value, count)| worth(value) * u64::from(count)).sum()
    }
}

impl FromIterator<Answer> for Histogram {
    fn from_iter<I: IntoIterator<Item = Answer>>(answers: I) -> Histogram {
        let mut counts = [0_u32; 5];
        for answer in answers {
            counts[usize::from(answer.0) - 1] += 1;
        }
        Histogram(counts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_and_sums() {
        let some: Histogram = [1, 5, 5, 3].into_iter().filter_map(Answer::new).collect();
        assert_eq!(some.counts(), [1, 0, 1, 0, 2]);
        assert_eq!((some.answers(), some.sum(), some.sum_of_squares()), (4, 14, 60));
        assert_eq!(some.mean(), Some(3.5));
        assert_eq!(some.mode(), (5, 2));
        assert_eq!(Histogram::new([2, 2, 0, 0, 0]).mode(), (1, 2));
        assert_eq!(Histogram::default().mean(), None);
        assert_eq!((Answer::new(0), Answer::new(6)), (None, None));
    }
}
