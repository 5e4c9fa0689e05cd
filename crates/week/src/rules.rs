//! Finds the table's words in a title.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::Place;
use crate::names;
use crate::title::Token;
use crate::words::{self, Entry, Need};

/// A word of the table found in a title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Hit {
    pub(crate) word: &'static str,
    pub(crate) place: Place,
    pub(crate) strength: u8,
    pub(crate) need: Need,
    /// First token, and one past the last.
    pub(crate) tokens: (usize, usize),
    /// First character in the first token, and how many characters matched in all.
    span: (usize, usize),
}

struct Pattern {
    pieces: Vec<Piece>,
    word: &'static str,
    place: Place,
    strength: u8,
    need: Need,
}

struct Piece {
    letters: Vec<char>,
    open_start: bool,
    open_end: bool,
}

/// What may follow a word without making it another one, in any of the three languages.
const ENDINGS: &[&str] = &[
    "", "n", "t", "s", "r", "e", "a", "ns", "ts", "en", "et", "ens", "ets", "er", "ar", "or", "es", "na",
    "ne", "erna", "arna", "orna", "erne", "ene", "rna", "rne", "ernas", "arnas", "ernes",
];

/// What may follow a word of two or three letters: `car` is not in `care`, nor `mus` in `must`.
const SHORT_ENDINGS: &[&str] = &["", "s", "en", "et", "ens", "ets"];

type Index = HashMap<[char; 2], Vec<Pattern>>;

/// The two characters that a pattern is looked up by; a word of one letter has a blank for the second.
fn start(word: &[char], at: usize) -> Option<[char; 2]> {
    Some([*word.get(at)?, word.get(at + 1).copied().unwrap_or(' ')])
}

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let mut index = Index::new();
    for entry in words::TABLES.iter().flat_map(|table| table.iter()) {
        for text in entry.patterns() {
            let pattern = compile(text, entry);
            if let Some(start) = start(&pattern.pieces[0].letters, 0) {
                index.entry(start).or_default().push(pattern);
            }
        }
    }
    index
});

static LEAVE: LazyLock<Vec<Vec<Piece>>> =
    LazyLock::new(|| words::patterns(words::LEAVE).map(pieces).collect());

fn compile(text: &'static str, entry: &Entry) -> Pattern {
    Pattern {
        pieces: pieces(text),
        word: text.trim_matches('*'),
        place: entry.place,
        strength: entry.strength,
        need: entry.need,
    }
}

fn pieces(text: &str) -> Vec<Piece> {
    text.split(' ')
        .map(|word| Piece {
            letters: word.trim_matches('*').chars().collect(),
            open_start: word.starts_with('*'),
            open_end: word.ends_with('*'),
        })
        .collect()
}

impl Piece {
    /// Whether the word holds this piece from a character on.
    fn fits(&self, word: &[char], at: usize) -> bool {
        if at > 0 && !self.open_start {
            return false;
        }
        let Some(rest) = word.get(at..).and_then(|tail| tail.strip_prefix(self.letters.as_slice())) else {
            return false;
        };
        let endings = if self.letters.len() > 3 { ENDINGS } else { SHORT_ENDINGS };
        self.open_end || endings.iter().any(|ending| ending.chars().eq(rest.iter().copied()))
    }
}

/// Every word of the table that the title holds and whose need is met, the longer hiding the shorter inside it.
pub(crate) fn hits(tokens: &[Token], others: u32) -> Vec<Hit> {
    let letters: Vec<Vec<char>> = tokens.iter().map(|token| token.text.chars().collect()).collect();
    let mut found = Vec::new();
    for (first, token) in tokens.iter().enumerate() {
        if token.capital && names::is_given(&token.text) {
            continue;
        }
        for at in 0..letters[first].len() {
            let Some(patterns) = start(&letters[first], at).and_then(|start| INDEX.get(&start)) else {
                continue;
            };
            found.extend(
                patterns
                    .iter()
                    .filter(|pattern| pattern.need.holds(others))
                    .filter_map(|pattern| hit(pattern, &letters, first, at)),
            );
        }
    }
    visible(&found)
}

fn hit(pattern: &Pattern, letters: &[Vec<char>], first: usize, at: usize) -> Option<Hit> {
    let words = letters.get(first..first + pattern.pieces.len())?;
    let fits = pattern
        .pieces
        .iter()
        .zip(words)
        .enumerate()
        .all(|(i, (piece, word))| piece.fits(word, if i == 0 { at } else { 0 }));
    fits.then(|| Hit {
        word: pattern.word,
        place: pattern.place,
        strength: pattern.strength,
        need: pattern.need,
        tokens: (first, first + pattern.pieces.len()),
        span: (at, pattern.pieces.iter().map(|piece| piece.letters.len()).sum()),
    })
}

fn visible(found: &[Hit]) -> Vec<Hit> {
    let hides = |big: &Hit, small: &Hit| {
        let (from, to) = big.tokens;
        let (a, b) = small.tokens;
        let more = big.span.1 > small.span.1;
        if to - from > 1 || b - a > 1 {
            return more && from <= a && b <= to;
        }
        more && from == a
            && big.span.0 <= small.span.0
            && small.span.0 + small.span.1 <= big.span.0 + big.span.1
    };
    found.iter().filter(|small| !found.iter().any(|big| hides(big, small))).copied().collect()
}

/// The hit to believe: the strongest, then the longest, then the first.
pub(crate) fn strongest(hits: &[Hit]) -> Option<&Hit> {
    hits.iter().max_by_key(|hit| (hit.strength, hit.span.1, std::cmp::Reverse((hit.tokens.0, hit.span.0))))
}

/// Which tokens the table knows.
pub(crate) fn known(tokens: &[Token], hits: &[Hit]) -> Vec<bool> {
    let mut known = vec![false; tokens.len()];
    for hit in hits {
        known[hit.tokens.0..hit.tokens.1].fill(true);
    }
    known
}

/// Whether a whole-day title says that the owner is away from work.
pub(crate) fn is_leave(tokens: &[Token]) -> bool {
    let letters: Vec<Vec<char>> = tokens.iter().map(|token| token.text.chars().collect()).collect();
    LEAVE.iter().any(|pieces| {
        letters
            .windows(pieces.len())
            .any(|words| pieces.iter().zip(words).all(|(piece, word)| piece.fits(word, 0)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::title::tokens;

    fn best(title: &str, others: u32) -> Option<&'static str> {
        strongest(&hits(&tokens(title), others)).map(|hit| hit.word)
    }

    #[test]
    fn the_longer_word_hides_the_shorter() {
        assert_eq!(best("Ledningsgruppsmöte", 8), Some("ledningsgrupp"));
        assert_eq!(best("Möte på akutmottagningen", 4), Some("akutmottagning"));
        assert_eq!(best("Akutmöte", 4), Some("akut"));
    }

    #[test]
    fn leave_beside_a_task_is_what_the_task_is_about() {
        let place = |title| strongest(&hits(&tokens(title), 0)).map(|hit| hit.place);
        for title in [
            "Schema & semester",
            "Semester och schema",
            "Ferie og vagtplan",
            "Holiday rota",
            "Godkänna ledighet",
        ] {
            assert_eq!(place(title), Some(Place::Administration), "{title}");
        }
        for title in
            ["Semester", "Semester Grekland", "Ferie", "Annual leave", "Kompledig em", "Ledig fredag", "Fri"]
        {
            assert_eq!(place(title), Some(Place::Recovery), "{title}");
        }
    }

    #[test]
    fn how_firmly_a_time_is_held_says_nothing_of_what_it_is_for() {
        let place = |title| strongest(&hits(&tokens(title), 0)).map(|hit| hit.place);
        for title in ["Preliminärt budgetmöte", "Bokad: fakturor", "Husk vagtplan", "Reminder: invoices"] {
            assert_eq!(place(title), Some(Place::Administration), "{title}");
        }
        for title in ["Preliminärt", "Bokad", "Reserveret", "Kom ihåg!"] {
            assert_eq!(place(title), Some(Place::Other), "{title}");
        }
    }

    #[test]
    fn a_closed_pattern_allows_inflection_only() {
        assert_eq!(best("Lunchen", 0), Some("lunch"));
        assert_eq!(best("Musik", 1), None);
        assert_eq!(best("MUSen", 1), Some("mus"));
        assert_eq!(best("Kort test i Kristianstad", 0), None);
    }

    #[test]
    fn every_pattern_can_be_indexed_and_is_its_own_hit() {
        for entry in words::TABLES.iter().flat_map(|table| table.iter()) {
            for text in entry.patterns() {
                let others = (0..3).find(|others| entry.need.holds(*others)).unwrap();
                let title = text.replace('*', "");
                let found = hits(&tokens(&title), others);
                assert!(!found.is_empty(), "{text}");
                assert!(!text.trim_matches('*').is_empty() && text.to_lowercase() == text, "{text}");
            }
        }
    }

    #[test]
    fn no_pattern_stands_twice_for_the_same_company() {
        let mut seen = std::collections::HashSet::new();
        let mut twice = Vec::new();
        for entry in words::TABLES.iter().flat_map(|table| table.iter()) {
            for text in entry.patterns() {
                if !seen.insert((text, format!("{:?}", entry.need))) {
                    twice.push(text);
                }
            }
        }
        assert!(twice.is_empty(), "{twice:?}");
    }
}
