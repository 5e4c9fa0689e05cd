use std::fmt;

use disclosure::Answer;

use crate::Form;

/// The answers of one ballot, and the words if there are any. Who gave them, and when, is nowhere.
#[derive(Clone, PartialEq, Eq)]
pub struct Ballot {
    answers: Vec<Option<Answer>>,
    words: Option<String>,
}

/// What is no ballot of this form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BallotError {
    /// More or fewer answers than questions.
    #[error("{given} answers to {asked} questions")]
    Answers {
        /// Answers on the ballot.
        given: usize,
        /// Questions on the form.
        asked: usize,
    },
    /// An answer that its scale has not.
    #[error("answer number {0} is not on its scale")]
    Mark(usize),
    /// Words where none are asked for.
    #[error("no words are asked for")]
    WordsNotAsked,
    /// Too many words, or characters that are none.
    #[error("at most {} characters of text", Form::WORDS)]
    Words,
}

/// "Don't know", or left out.
const DONT_KNOW: u8 = b'-';

impl Ballot {
    /// Reads a ballot as it is sent: one character for each question with a scale, a mark `1` to `5` or `-` for "don't know"; and the
    /// words, of which white space at the ends is cut and nothing else changed. Empty words are none.
    ///
    /// # Errors
    /// What does not fit the form.
    pub fn read(form: &Form, answers: &str, words: Option<&str>) -> Result<Ballot, BallotError> {
        let (given, asked) = (answers.len(), form.marks().len());
        if given != asked {
            return Err(BallotError::Answers { given, asked });
        }
        let answers = answers.bytes().zip(form.marks()).enumerate();
        let answers = answers
            .map(|(place, (byte, marks))| answer(byte, *marks).ok_or(BallotError::Mark(place)))
            .collect::<Result<_, _>>()?;
        Ok(Ballot { answers, words: own_words(form, words)? })
    }

    /// The answers in the order of the questions; `None` is "don't know".
    pub fn answers(&self) -> &[Option<Answer>] {
        &self.answers
    }

    /// The words, if there are any: 1 to [`Form::WORDS`] characters.
    pub fn words(&self) -> Option<&str> {
        self.words.as_deref()
    }

    /// The answers as they are sent and stored.
    pub fn text(&self) -> String {
        let text = self.answers.iter().map(|answer| answer.map_or(DONT_KNOW, |answer| b'0' + answer.value()));
        text.map(char::from).collect()
    }
}

/// Says nothing: answers must not end in a log.
impl fmt::Debug for Ballot {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Ballot(..)")
    }
}

fn answer(byte: u8, marks: u8) -> Option<Option<Answer>> {
    if byte == DONT_KNOW {
        return Some(None);
    }
    let value = byte.checked_sub(b'0')?;
    Answer::new(value).filter(|_| value <= marks).map(Some)
}

fn own_words(form: &Form, words: Option<&str>) -> Result<Option<String>, BallotError> {
    let words = words.unwrap_or_default().trim();
    if words.is_empty() {
        return Ok(None);
    }
    if !form.asks_for_words() {
        return Err(BallotError::WordsNotAsked);
    }
    // Control characters could hide in what others read; a new line is all of them that text needs.
    let readable = words.chars().all(|it| it == '\n' || !it.is_control());
    if !readable || words.chars().count() > Form::WORDS {
        return Err(BallotError::Words);
    }
    Ok(Some(words.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn form(marks: Vec<u8>, words: bool) -> Form {
        Form::new(marks, words).unwrap()
    }

    proptest! {
        #[test]
        fn what_was_sent_is_what_is_stored(answers in proptest::collection::vec("[1-5-]", 1..=40), words in "[^\\p{Cc}]{0,600}") {
            let text: String = answers.concat();
            let ballot = Ballot::read(&form(vec![5; answers.len()], true), &text, Some(&words)).unwrap();
            prop_assert_eq!(ballot.text(), text);
            prop_assert_eq!(ballot.words().unwrap_or_default(), words.trim());
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,45}", words in proptest::option::of("\\PC{0,700}")) {
            if let Ok(ballot) = Ballot::read(&form(vec![5, 3, 5], true), &text, words.as_deref()) {
                prop_assert_eq!(ballot.text(), text);
                prop_assert!(ballot.words().is_none_or(|words| (1..=600).contains(&words.chars().count())));
            }
        }
    }

    #[test]
    fn what_does_not_fit_the_form_is_refused() {
        let three = form(vec![5, 3, 5], false);
        let read = |answers, words| Ballot::read(&three, answers, words).unwrap_err();
        assert_eq!(read("55", None), BallotError::Answers { given: 2, asked: 3 });
        assert_eq!(read("5555", None), BallotError::Answers { given: 4, asked: 3 });
        assert_eq!(read("545", None), BallotError::Mark(1), "the second scale has three marks");
        assert_eq!(read("035", None), BallotError::Mark(0));
        assert_eq!(read("536", None), BallotError::Mark(2));
        assert_eq!(read("53\u{20}", None), BallotError::Mark(2));
        assert_eq!(read("535", Some("Tack")), BallotError::WordsNotAsked);
        assert!(Ballot::read(&three, "5-1", Some(" \n")).is_ok(), "nothing written is nothing");
        let asked = form(vec![5], true);
        assert_eq!(Ballot::read(&asked, "1", Some(&"å".repeat(601))).unwrap_err(), BallotError::Words);
        assert_eq!(Ballot::read(&asked, "1", Some("hej\u{7}")).unwrap_err(), BallotError::Words);
        assert!(Ballot::read(&asked, "1", Some(&"å".repeat(600))).is_ok());
    }

    #[test]
    fn a_ballot_is_not_printed() {
        let ballot = Ballot::read(&form(vec![5], true), "4", Some("hemligt")).unwrap();
        assert_eq!(format!("{ballot:?}"), "Ballot(..)");
    }
}
