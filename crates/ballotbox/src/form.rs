/// What a ballot of one round can hold: how many marks each question's scale has, in order, and whether words are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    marks: Vec<u8>,
    words: bool,
}

/// Questions that no ballot has room for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FormError {
    /// More than [`Form::QUESTIONS`] questions, or none and no words either.
    #[error("a ballot holds the answers to 1 to {} questions", Form::QUESTIONS)]
    Questions,
    /// A scale with no mark, or with more than five.
    #[error("a scale has 1 to {} marks", Form::MARKS)]
    Marks,
}

impl Form {
    /// The most questions with a scale.
    pub const QUESTIONS: usize = 40;
    /// The most marks on a scale.
    pub const MARKS: u8 = 5;
    /// The most characters of somebody's own words.
    pub const WORDS: usize = 600;

    /// A form with these scales, in the order of the questions, and with or without a question to be answered in words.
    pub fn new(marks: Vec<u8>, words: bool) -> Result<Form, FormError> {
        if marks.len() > Form::QUESTIONS || (marks.is_empty() && !words) {
            return Err(FormError::Questions);
        }
        if !marks.iter().all(|marks| (1..=Form::MARKS).contains(marks)) {
            return Err(FormError::Marks);
        }
        Ok(Form { marks, words })
    }

    /// How many marks each scale has, in the order of the questions.
    pub fn marks(&self) -> &[u8] {
        &self.marks
    }

    /// Whether words are asked for.
    pub fn asks_for_words(&self) -> bool {
        self.words
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_has_questions_and_no_more_than_fit() {
        assert_eq!(Form::new(vec![], false), Err(FormError::Questions));
        assert_eq!(Form::new(vec![5; 41], false), Err(FormError::Questions));
        assert_eq!(Form::new(vec![5, 0], true), Err(FormError::Marks));
        assert_eq!(Form::new(vec![6], true), Err(FormError::Marks));
        assert!(Form::new(vec![], true).is_ok() && Form::new(vec![5; 40], true).is_ok());
    }
}
