use people::Language;
use sha2::{Digest, Sha256};

use crate::{Question, QuestionCode, Questionnaire, QuestionnaireError, Scale, Wording};

/// What the canonical form begins with. Another form gets another number.
pub const CANONICAL_HEAD: &[u8] = b"pejling questions 1\n";

/// Why bytes are not the canonical form of a questionnaire.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CanonicalError {
    /// It is not written as it should be, from this byte on.
    #[error("not the canonical form of a questionnaire, from byte {at}")]
    Form {
        /// Counted from 0.
        at: usize,
    },
    /// Well written, but the questions make no questionnaire.
    #[error(transparent)]
    Questionnaire(#[from] QuestionnaireError),
}

impl Questionnaire {
    /// The questionnaire as bytes: what is asked, in which order, in which words, on which scale. Two questionnaires have the same
    /// bytes only if they are the same, since [`Questionnaire::from_canonical`] reads them back.
    ///
    /// | bytes | what |
    /// |---|---|
    /// | 20 | [`CANONICAL_HEAD`] |
    /// | 8 | how many questions |
    /// | | then for each, in order: |
    /// | 8 + n | its code, as a text |
    /// | 1 | its scale: 1 agree, 2 compared, 3 words |
    /// | 1 | the language of an official text: 0 none, 1 Swedish, 2 Danish, 3 English |
    /// | 8 + n | the question in Swedish, as a text; empty when it is not asked in it |
    /// | 8 + n | in Danish, likewise |
    /// | 8 + n | in English, likewise |
    ///
    /// A text is the number of its bytes and then its bytes, UTF-8. Numbers have their most significant byte first. Nothing stands
    /// between or after. A scale's labels are not here: other labels are another scale.
    pub fn canonical(&self) -> Vec<u8> {
        let mut bytes = CANONICAL_HEAD.to_vec();
        put_number(&mut bytes, self.questions().len());
        for question in self.questions() {
            put_text(&mut bytes, &question.code.to_string());
            bytes.push(scale_byte(question.scale));
            bytes.push(language_byte(question.wording.original()));
            for language in LANGUAGES {
                put_text(&mut bytes, question.wording.in_language(language).unwrap_or_default());
            }
        }
        bytes
    }

    /// The SHA-256 of the canonical form: the question hash of a round's manifest.
    pub fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.canonical()).into()
    }

    /// Reads the canonical form. The words are those that were written, whatever our questions say today.
    ///
    /// # Errors
    /// When the bytes are anything else.
    pub fn from_canonical(bytes: &[u8]) -> Result<Questionnaire, CanonicalError> {
        let mut reader = Reader { bytes, at: 0 };
        let questions = reader.questionnaire().ok_or(CanonicalError::Form { at: reader.at })?;
        Ok(Questionnaire::new(questions)?)
    }
}

/// The order of the languages in the form. A language to come is a new form.
const LANGUAGES: [Language; 3] = [Language::Sv, Language::Da, Language::En];
const ORIGINALS: [Option<Language>; 4] = [None, Some(Language::Sv), Some(Language::Da), Some(Language::En)];

const fn scale_byte(scale: Scale) -> u8 {
    match scale {
        Scale::Agree => 1,
        Scale::Compared => 2,
        Scale::Words => 3,
    }
}

const fn language_byte(language: Option<Language>) -> u8 {
    match language {
        None => 0,
        Some(Language::Sv) => 1,
        Some(Language::Da) => 2,
        Some(Language::En) => 3,
    }
}

fn put_number(bytes: &mut Vec<u8>, number: usize) {
    bytes.extend((number as u64).to_be_bytes());
}

fn put_text(bytes: &mut Vec<u8>, text: &str) {
    put_number(bytes, text.len());
    bytes.extend(text.as_bytes());
}

/// Where in the bytes the reading is. What cannot be read is `None`, and `at` stays where it begins.
struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn questionnaire(&mut self) -> Option<Vec<Question>> {
        if self.bytes.get(..CANONICAL_HEAD.len())? != CANONICAL_HEAD {
            return None;
        }
        self.at = CANONICAL_HEAD.len();
        let count = self.number()?;
        // Grows as questions are read, not as a number claims.
        let questions = (0..count).map(|_| self.question()).collect::<Option<Vec<_>>>()?;
        (self.at == self.bytes.len()).then_some(questions)
    }

    fn question(&mut self) -> Option<Question> {
        let code = QuestionCode::read(self.text()?)?;
        let scale = self.byte(|byte| Scale::ALL.into_iter().find(|scale| scale_byte(*scale) == byte))?;
        let original = self.byte(|byte| ORIGINALS.get(usize::from(byte)).copied())?;
        let mut words = [None, None, None];
        for word in &mut words {
            *word = Some(self.text()?).filter(|text| !text.is_empty()).map(str::to_owned);
        }
        Some(Question { code, scale, wording: Wording::read(words, original) })
    }

    fn text(&mut self) -> Option<&'a str> {
        let len = usize::try_from(self.number()?).ok()?;
        let end = self.at.checked_add(len)?;
        let text = std::str::from_utf8(self.bytes.get(self.at..end)?).ok()?;
        self.at = end;
        Some(text)
    }

    fn number(&mut self) -> Option<u64> {
        let (number, _) = self.bytes.get(self.at..)?.split_first_chunk()?;
        self.at += number.len();
        Some(u64::from_be_bytes(*number))
    }

    fn byte<T>(&mut self, read: impl Fn(u8) -> Option<T>) -> Option<T> {
        let read = read(*self.bytes.get(self.at)?)?;
        self.at += 1;
        Some(read)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;
    use proptest::sample::{select, subsequence};

    use super::*;
    use crate::{OwnQuestionId, Set};

    #[test]
    fn the_form_is_as_described_byte_by_byte() {
        let own =
            Question::own(OwnQuestionId(5), Scale::Words, ["Väl?!.", "", "Well?"], Language::Sv).unwrap();
        let ours = Set::Talk.questions()[0].clone();
        let bytes = Questionnaire::new(vec![own, ours]).unwrap().canonical();
        let first = [
            b"pejling questions 1\n".as_slice(),
            b"\0\0\0\0\0\0\0\x02",
            b"\0\0\0\0\0\0\0\x05own.5",
            b"\x03\x00",
            b"\0\0\0\0\0\0\0\x07V\xc3\xa4l?!.",
            b"\0\0\0\0\0\0\0\0",
            b"\0\0\0\0\0\0\0\x05Well?",
            b"\0\0\0\0\0\0\0\x0btalk.talked",
            b"\x01\x00",
        ]
        .concat();
        assert_eq!(bytes[..first.len()], first);
    }

    // Python: hashlib.sha256 over the bytes of the table, put together by hand from the text of the documentation.
    #[test]
    fn the_hash_is_that_of_another_hand() {
        let own =
            Question::own(OwnQuestionId(5), Scale::Words, ["Väl?!.", "", "Well?"], Language::Sv).unwrap();
        let hash = Questionnaire::new(vec![own]).unwrap().hash();
        let hex: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(hex, "1b596a30b64809a9da764367d749e8d9be56d45b7da8f3ab70007be7228b9d7b");
    }

    #[test]
    fn what_is_not_the_form_is_refused_and_says_where() {
        let good = Questionnaire::new(Set::Served.questions().to_vec()).unwrap().canonical();
        let refused =
            |bytes: &[u8]| matches!(Questionnaire::from_canonical(bytes), Err(CanonicalError::Form { .. }));
        assert!(good.iter().enumerate().all(|(at, _)| refused(&good[..at])));
        assert!(refused(&[good.as_slice(), b"\0"].concat()));
        let with = |at: usize, byte: u8| {
            let mut bytes = good.clone();
            bytes[at] = byte;
            Questionnaire::from_canonical(&bytes)
        };
        assert_eq!(with(0, b'P'), Err(CanonicalError::Form { at: 0 }));
        // A claim of very many questions, or of a very long text, is read no further than there are bytes.
        assert_eq!(with(20, 0xff), Err(CanonicalError::Form { at: good.len() }));
        assert!(matches!(with(28, 0xff), Err(CanonicalError::Form { .. })));
        // After "served.heard" stand the scale and the language of the original.
        assert_eq!(with(48, 9), Err(CanonicalError::Form { at: 48 }));
        assert_eq!(with(49, 4), Err(CanonicalError::Form { at: 49 }));
    }

    #[test]
    fn twice_the_same_question_is_well_written_and_no_questionnaire() {
        let one = Questionnaire::new(Set::Talk.questions().to_vec()).unwrap().canonical();
        let question = &one[28..];
        let twice = [CANONICAL_HEAD, &2_u64.to_be_bytes(), question, question].concat();
        let code = Set::Talk.questions()[0].code;
        assert_eq!(
            Questionnaire::from_canonical(&twice),
            Err(CanonicalError::Questionnaire(QuestionnaireError::Twice { code }))
        );
    }

    /// Texts that meet: short, of few letters, so that pieces of one are pieces of another.
    fn text() -> impl Strategy<Value = String> {
        prop_oneof!["[abå.0-9]{5,8}", Just(String::new()), "\\PC{5,200}"]
    }

    fn own() -> impl Strategy<Value = Question> {
        (0..12_i64, select(vec![Scale::Agree, Scale::Compared]), [text(), text(), text()]).prop_filter_map(
            "a text in Swedish within the limits",
            |(id, scale, words)| {
                let words = words.each_ref().map(String::as_str);
                Question::own(OwnQuestionId(id), scale, words, Language::Sv).ok()
            },
        )
    }

    fn questionnaire() -> impl Strategy<Value = Questionnaire> {
        let ours: Vec<Question> = Question::ours().cloned().collect();
        let ours = subsequence(ours, 0..6);
        (ours, proptest::collection::vec(own(), 0..5))
            .prop_map(|(ours, own)| [ours, own].concat())
            .prop_shuffle()
            .prop_filter_map("a questionnaire", |questions| Questionnaire::new(questions).ok())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(128))]
        #[test]
        fn what_was_written_is_read_back(questionnaire in questionnaire()) {
            prop_assert_eq!(Questionnaire::from_canonical(&questionnaire.canonical()), Ok(questionnaire));
        }

        #[test]
        fn different_questionnaires_have_different_bytes_and_hashes(
            some in proptest::collection::vec(questionnaire(), 2..4)
        ) {
            let mut seen = BTreeMap::new();
            let mut hashes = BTreeMap::new();
            for one in &some {
                prop_assert_eq!(seen.entry(one.canonical()).or_insert(one), &one);
                prop_assert_eq!(hashes.entry(one.hash()).or_insert(one), &one);
            }
        }

        #[test]
        fn a_changed_byte_is_refused_or_another_questionnaire(
            questionnaire in questionnaire(), at in any::<prop::sample::Index>(), by in 1..=255_u8
        ) {
            let mut bytes = questionnaire.canonical();
            let at = at.index(bytes.len());
            bytes[at] ^= by;
            if let Ok(read) = Questionnaire::from_canonical(&bytes) {
                prop_assert_eq!(read.canonical(), bytes);
                prop_assert_ne!(read, questionnaire);
            }
        }
    }
}
