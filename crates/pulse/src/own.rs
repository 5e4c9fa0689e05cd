use people::Language;
use sha2::{Digest, Sha256};

use crate::{Question, QuestionCode, Scale, Wording};

/// The id of one of the organisation's own questions. It keeps its id, and so its history, from round to round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OwnQuestionId(pub i64);

impl OwnQuestionId {
    /// The id of a question with these words: the same words, blanks and capitals aside, are the same question from round to
    /// round. 53 bits of their SHA-256.
    pub fn of(words: &str) -> OwnQuestionId {
        let plain = words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let [a, b, c, d, e, f, g, h, ..] = <[u8; 32]>::from(Sha256::digest(plain));
        OwnQuestionId((i64::from_be_bytes([a, b, c, d, e, f, g, h]) & ((1 << 53) - 1)).max(1))
    }
}

/// The fewest characters (Unicode scalar values) of an own question in a language.
pub const SHORTEST: usize = 5;
/// The most characters of an own question in a language.
pub const LONGEST: usize = 200;

/// Why an own question was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OwnQuestionError {
    /// It is not there in the organisation's language.
    #[error("the question is needed in {}", .language.code())]
    Missing {
        /// The organisation's language.
        language: Language,
    },
    /// Fewer than [`SHORTEST`] or more than [`LONGEST`] characters.
    #[error("the question has {len} characters in {}: {SHORTEST} to {LONGEST} are possible", .language.code())]
    Length {
        /// Where.
        language: Language,
        /// How many there were, after trimming.
        len: usize,
    },
    /// A control character or a line break.
    #[error("the question has a character that cannot be shown in {}", .language.code())]
    Control {
        /// Where.
        language: Language,
    },
}

impl Question {
    /// A question in the organisation's own words, trimmed. `words` are Swedish, Danish and English, as [`Language::ALL`] has
    /// them; nothing or nothing but spaces means that the question is not asked in that language.
    ///
    /// # Errors
    /// When a text is too short, too long or cannot be shown, or there is none in the organisation's language.
    pub fn own(
        id: OwnQuestionId,
        scale: Scale,
        words: [&str; 3],
        needed: Language,
    ) -> Result<Question, OwnQuestionError> {
        let [sv, da, en] = words;
        let wording =
            Wording::own(taken(sv, Language::Sv)?, taken(da, Language::Da)?, taken(en, Language::En)?);
        if wording.in_language(needed).is_none() {
            return Err(OwnQuestionError::Missing { language: needed });
        }
        Ok(Question { code: QuestionCode::own(id), scale, wording })
    }
}

fn taken(text: &str, language: Language) -> Result<Option<String>, OwnQuestionError> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let len = text.chars().count();
    if !(SHORTEST..=LONGEST).contains(&len) {
        return Err(OwnQuestionError::Length { language, len });
    }
    if text.chars().any(breaks_a_line) {
        return Err(OwnQuestionError::Control { language });
    }
    Ok(Some(text.to_owned()))
}

/// Control characters, and the two separators that break a line without being one.
fn breaks_a_line(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn own(words: [&str; 3]) -> Result<Question, OwnQuestionError> {
        Question::own(OwnQuestionId(7), Scale::Agree, words, Language::Da)
    }

    #[test]
    fn the_organisations_language_is_needed_and_no_other() {
        let danish = own(["", "  Vi har ro til at arbejde. ", "\t"]).unwrap();
        assert_eq!(danish.wording.in_language(Language::Da), Some("Vi har ro til at arbejde."));
        assert_eq!(danish.wording.in_language(Language::Sv), None);
        assert_eq!(danish.code.to_string(), "own.7");
        assert!(!danish.wording.is_translation(Language::Sv));
        let swedish = own(["Vi har arbetsro.", "", ""]);
        assert_eq!(swedish, Err(OwnQuestionError::Missing { language: Language::Da }));
    }

    #[test]
    fn its_limits_are_exact_and_count_characters() {
        for len in [4, 5, 200, 201] {
            let expected = (5..=200).contains(&len);
            assert_eq!(own(["", &"å".repeat(len), ""]).is_ok(), expected, "{len}");
        }
        let short = OwnQuestionError::Length { language: Language::En, len: 2 };
        assert_eq!(own(["", "Vi har ro.", "We"]), Err(short));
    }

    #[test]
    fn what_breaks_a_line_is_refused() {
        for broken in ["Vi\nhar ro.", "Vi\u{2028}har ro.", "Vi har\0 ro."] {
            assert_eq!(own(["", broken, ""]), Err(OwnQuestionError::Control { language: Language::Da }));
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(256))]
        #[test]
        fn what_was_taken_is_taken_again_unchanged(text in "\\PC{0,220}") {
            if let Ok(question) = own(["", &text, ""]) {
                let taken = question.wording.in_language(Language::Da).unwrap().to_owned();
                prop_assert_eq!(&taken, text.trim());
                prop_assert_eq!(own(["", &taken, ""]), Ok(question));
            }
        }
    }
}
