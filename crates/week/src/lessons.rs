//! What the manager has corrected, and what follows for its likes.

use std::collections::HashMap;

use crate::{Fingerprint, Key, Place};

/// So many lessons are kept in mind; of more, the last ones.
pub const MAX_LESSONS: usize = 5_000;

/// So many words of a title are learned from; of more, the first ones.
pub const MAX_TOKENS: usize = 24;

/// One correction: what a store keeps of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lesson {
    /// The series corrected.
    pub series: Fingerprint,
    /// The telling words of its title, as [`crate::Review::tokens`] gave them.
    pub tokens: Vec<Fingerprint>,
    /// Where the manager placed it.
    pub place: Place,
}

/// A manager's key and all their corrections, ready to be asked.
///
/// A series corrected is placed exactly so. Its likes are judged by naive Bayes over the keyed words they share.
#[derive(Debug, Clone)]
pub struct Lessons {
    key: Key,
    exact: HashMap<Fingerprint, Place>,
    words: HashMap<Fingerprint, HashMap<Place, u32>>,
    places: Vec<(Place, u32)>,
}

/// Likes are followed when this sure; one word that always went one way reaches it against two other places.
const SURE: f64 = 0.7;

/// What a word never seen in a place counts as, in corrections.
const UNSEEN: f64 = 0.1;

/// What the corrections say of a title's likes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Likes {
    pub(crate) place: Place,
    /// At least so many corrections share a word with it and went there.
    pub(crate) corrections: u32,
}

impl Lessons {
    /// From the corrections in the order they were made: of two on one series the later counts.
    pub fn new(key: Key, lessons: Vec<Lesson>) -> Lessons {
        let skip = lessons.len().saturating_sub(MAX_LESSONS);
        let mut latest: HashMap<Fingerprint, Lesson> = HashMap::new();
        for lesson in lessons.into_iter().skip(skip) {
            latest.insert(lesson.series, lesson);
        }
        let mut learned = Lessons { key, exact: HashMap::new(), words: HashMap::new(), places: Vec::new() };
        for lesson in latest.values() {
            learned.learn(lesson);
        }
        learned.places.sort_unstable();
        learned
    }

    /// With nothing corrected yet.
    pub fn none(key: Key) -> Lessons {
        Lessons::new(key, Vec::new())
    }

    /// Where corrections put a series that is known by its fingerprint and words alone: where the manager placed it, or
    /// surely placed its likes. `strong` tells that a strong word of the table placed it where it is; then one correction
    /// of a like is not enough. `None` leaves it where it is.
    pub fn place_of(&self, series: Fingerprint, tokens: &[Fingerprint], strong: bool) -> Option<Place> {
        let needed = if strong { 2 } else { 1 };
        let by_likes =
            || self.likes(tokens).filter(|likes| likes.corrections >= needed).map(|likes| likes.place);
        self.exact(series).or_else(by_likes)
    }

    pub(crate) const fn key(&self) -> &Key {
        &self.key
    }

    fn learn(&mut self, lesson: &Lesson) {
        self.exact.insert(lesson.series, lesson.place);
        match self.places.iter_mut().find(|(place, _)| *place == lesson.place) {
            Some((_, count)) => *count += 1,
            None => self.places.push((lesson.place, 1)),
        }
        let mut tokens: Vec<Fingerprint> = lesson.tokens.iter().take(MAX_TOKENS).copied().collect();
        tokens.sort_unstable();
        tokens.dedup();
        for token in tokens {
            *self.words.entry(token).or_default().entry(lesson.place).or_default() += 1;
        }
    }

    /// Where the manager placed this very series.
    pub(crate) fn exact(&self, series: Fingerprint) -> Option<Place> {
        self.exact.get(&series).copied()
    }

    /// Where its likes went: only when at least half of the words are known from corrections, and the answer is sure.
    pub(crate) fn likes(&self, tokens: &[Fingerprint]) -> Option<Likes> {
        let shared: Vec<&HashMap<Place, u32>> =
            tokens.iter().filter_map(|token| self.words.get(token)).collect();
        if shared.is_empty() || shared.len() * 2 < tokens.len() {
            return None;
        }
        let scores: Vec<f64> =
            self.places.iter().map(|&(place, count)| score(place, count, &shared)).collect();
        let best = (0..scores.len()).max_by(|&a, &b| scores[a].total_cmp(&scores[b]))?;
        let sum: f64 = scores.iter().map(|score| (score - scores[best]).exp()).sum();
        let place = self.places[best].0;
        let corrections = shared.iter().filter_map(|places| places.get(&place)).max().copied()?;
        (1.0 / sum >= SURE).then_some(Likes { place, corrections })
    }
}

/// Log of prior times likelihood, up to a constant common to all places.
fn score(place: Place, count: u32, shared: &[&HashMap<Place, u32>]) -> f64 {
    let count = f64::from(count);
    let likelihood: f64 = shared
        .iter()
        .map(|places| f64::from(places.get(&place).copied().unwrap_or(0)))
        .map(|seen| ((seen + UNSEEN) / (count + 2.0 * UNSEEN)).ln())
        .sum();
    (count + 0.5).ln() + likelihood
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Area;

    fn print(n: u8) -> Fingerprint {
        Fingerprint::from_bytes([n; 16])
    }

    fn lesson(series: u8, tokens: &[u8], place: Place) -> Lesson {
        Lesson { series: print(series), tokens: tokens.iter().map(|n| print(*n)).collect(), place }
    }

    fn lessons(all: Vec<Lesson>) -> Lessons {
        Lessons::new(Key::new([1; 32]), all)
    }

    #[test]
    fn the_later_of_two_corrections_counts() {
        let lessons = lessons(vec![lesson(1, &[10], Place::Other), lesson(1, &[10], Place::Recovery)]);
        assert_eq!(lessons.exact(print(1)), Some(Place::Recovery));
        assert_eq!(lessons.likes(&[print(10)]), Some(Likes { place: Place::Recovery, corrections: 1 }));
    }

    #[test]
    fn a_word_that_went_both_ways_says_nothing() {
        let lead = Place::Lead(Area::Team);
        let lessons = lessons(vec![lesson(1, &[10], lead), lesson(2, &[10], Place::Other)]);
        assert_eq!(lessons.likes(&[print(10)]), None);
    }

    #[test]
    fn half_of_the_words_must_be_known() {
        let lessons = lessons(vec![lesson(1, &[10], Place::Other)]);
        assert!(lessons.likes(&[print(10), print(11)]).is_some());
        assert!(lessons.likes(&[print(10), print(11), print(12)]).is_none());
    }
}
