use crate::{Fingerprint, Placed, Rhythm};

/// A line of the review: one series, or the titles that are as good as one.
///
/// Borrows a title and is meant for the page that answers an upload. A correction posts `fingerprint` and `tokens`.
#[derive(Clone, PartialEq, Eq)]
pub struct Review<'a> {
    /// The most common title, cut to [`crate::MAX_TITLE_CHARS`] characters.
    pub title: &'a str,
    /// How many different titles are as good as this one.
    pub titles: u32,
    /// What the series is known by.
    pub fingerprint: Fingerprint,
    /// What its likes are known by.
    pub tokens: Vec<Fingerprint>,
    /// Times in the window.
    pub times: u32,
    /// Minutes in the window, each counted once.
    pub minutes: u32,
    /// Others invited, the median.
    pub people: u32,
    /// Where it landed, and why.
    pub placed: Placed,
    /// How often it comes.
    pub rhythm: Rhythm,
}

impl std::fmt::Debug for Review<'_> {
    /// Without the title.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Review")
            .field("fingerprint", &self.fingerprint)
            .field("times", &self.times)
            .field("minutes", &self.minutes)
            .field("placed", &self.placed)
            .finish_non_exhaustive()
    }
}
