//! Every sentence of the product, in Swedish, Danish and English, as a typed function.
//!
//! The sentences stand in `words/{sv,da,en}/*.ftl`, one file per noun, and are compiled: `words.week_title(…)`.

mod number;

pub use number::Number;
use people::Language;

/// The sentences of one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words(Language);

#[allow(
    missing_docs,
    clippy::all,
    clippy::pedantic,
    unused_variables,
    reason = "generated: the sentence itself is what there is to say"
)]
mod sentences {
    use super::{Language, Number, Words, put_together};

    include!(concat!(env!("OUT_DIR"), "/sentences.rs"));
}

/// As `concat`, which makes a text of any length of pieces: of a few known ones, in line and without its checks.
#[inline]
fn put_together<const N: usize>(pieces: [&str; N]) -> String {
    let mut sentence = String::with_capacity(pieces.iter().map(|piece| piece.len()).sum());
    for piece in pieces {
        sentence.push_str(piece);
    }
    sentence
}

/// The sentences of `language`.
pub fn of(language: Language) -> &'static Words {
    match language {
        Language::Sv => &Words(Language::Sv),
        Language::Da => &Words(Language::Da),
        Language::En => &Words(Language::En),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_put_together_from_its_pieces_and_by_number() {
        let [sv, da, en] = [Language::Sv, Language::Da, Language::En].map(of);
        assert_eq!(sv.week_sentence("11", "42"), "11 av 42 timmar gick till att leda.");
        assert_eq!(en.times(1), "once");
        assert_eq!(en.times(3_u64), "3 times");
        assert_eq!(da.others(1), "én anden");
        assert_eq!(sv.others(12_000), "12000 andra");
    }
}
