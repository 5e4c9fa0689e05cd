use std::collections::BTreeSet;

use crate::{Index, Question, QuestionCode, Reach, Scale, Set};

/// The most questions in a questionnaire.
pub const MOST_QUESTIONS: usize = 40;
/// The most of the organisation's own questions in a questionnaire.
pub const MOST_OWN: usize = 10;
/// The most questions that are answered in words in a questionnaire.
pub const MOST_IN_WORDS: usize = 1;
/// Above this many questions whoever asks is warned: twelve take about two minutes.
pub const WARN_ABOVE: usize = 12;

/// What is asked in a round, in order: at least one question, none twice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Questionnaire(Vec<Question>);

/// Why questions make no questionnaire.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum QuestionnaireError {
    /// There is no question.
    #[error("a questionnaire has at least one question")]
    Empty,
    /// More than [`MOST_QUESTIONS`].
    #[error("{questions} questions are too many: {MOST_QUESTIONS} are possible")]
    TooMany {
        /// How many there were.
        questions: usize,
    },
    /// More than [`MOST_OWN`] of the organisation's own.
    #[error("{own} questions of one's own are too many: {MOST_OWN} are possible")]
    TooManyOwn {
        /// How many there were.
        own: usize,
    },
    /// More than [`MOST_IN_WORDS`] answered in words.
    #[error("{questions} questions answered in words are too many: {MOST_IN_WORDS} is possible")]
    TooManyInWords {
        /// How many there were.
        questions: usize,
    },
    /// A question is there twice.
    #[error("{code} is asked twice")]
    Twice {
        /// Which.
        code: QuestionCode,
    },
}

/// What whoever asks should know before they do. Nothing is forbidden by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Warning {
    /// More than [`WARN_ABOVE`] questions: fewer will answer.
    Long {
        /// How many there are.
        questions: usize,
    },
    /// Some of HME's nine and not all: no index, and nothing to report nationally.
    PartOfHme {
        /// How many there are.
        asked: usize,
    },
    /// All nine of HME, and not one after the other in their order: not comparable with those of others.
    HmeOutOfOrder,
}

impl Questionnaire {
    /// These questions in this order.
    ///
    /// # Errors
    /// None, too many, or one twice.
    pub fn new(questions: Vec<Question>) -> Result<Questionnaire, QuestionnaireError> {
        let count = |wanted: fn(&Question) -> bool| questions.iter().filter(|it| wanted(it)).count();
        let own = count(|question| question.code.set() == Set::Own);
        let in_words = count(|question| question.scale == Scale::Words);
        if questions.is_empty() {
            return Err(QuestionnaireError::Empty);
        }
        if questions.len() > MOST_QUESTIONS {
            return Err(QuestionnaireError::TooMany { questions: questions.len() });
        }
        if own > MOST_OWN {
            return Err(QuestionnaireError::TooManyOwn { own });
        }
        if in_words > MOST_IN_WORDS {
            return Err(QuestionnaireError::TooManyInWords { questions: in_words });
        }
        let mut seen = BTreeSet::new();
        match questions.iter().find(|question| !seen.insert(question.code)) {
            Some(twice) => Err(QuestionnaireError::Twice { code: twice.code }),
            None => Ok(Questionnaire(questions)),
        }
    }

    /// Its questions, in order.
    pub fn questions(&self) -> &[Question] {
        &self.0
    }

    /// Those answered on a scale, in order: what a ballot has a mark for.
    pub fn on_a_scale(&self) -> impl Iterator<Item = &Question> {
        self.0.iter().filter(|question| question.scale != Scale::Words)
    }

    /// What whoever asks should know first.
    pub fn warnings(&self) -> Vec<Warning> {
        let questions = self.0.len();
        let long = (questions > WARN_ABOVE).then_some(Warning::Long { questions });
        long.into_iter().chain(self.hme_warning()).collect()
    }

    fn hme_warning(&self) -> Option<Warning> {
        let nine = Set::Hme.questions();
        match self.0.iter().filter(|question| question.code.set() == Set::Hme).count() {
            0 => None,
            asked if asked < nine.len() => Some(Warning::PartOfHme { asked }),
            _ => (!self.0.windows(nine.len()).any(|some| some == nine)).then_some(Warning::HmeOutOfOrder),
        }
    }

    /// The questions that make no sense to those whom a round with this reach asks.
    pub fn unsuited(&self, reach: Reach) -> impl Iterator<Item = &Question> {
        self.0.iter().filter(move |question| !question.code.set().suits(reach))
    }

    /// The indices that can be formed: those whose questions are all asked.
    pub fn indices(&self) -> impl Iterator<Item = Index> {
        let asked: BTreeSet<_> = self.0.iter().map(|question| question.code).collect();
        Index::ALL
            .into_iter()
            .filter(move |index| index.questions().all(|question| asked.contains(&question.code)))
    }
}

#[cfg(test)]
mod tests {
    use people::Language;

    use super::*;
    use crate::OwnQuestionId;

    fn own(id: i64, scale: Scale) -> Question {
        Question::own(OwnQuestionId(id), scale, ["Vi har arbetsro.", "", ""], Language::Sv).unwrap()
    }

    fn asked(sets: &[Set]) -> Vec<Question> {
        sets.iter().flat_map(|set| set.questions()).cloned().collect()
    }

    #[test]
    fn limits_are_exact() {
        assert_eq!(Questionnaire::new(Vec::new()), Err(QuestionnaireError::Empty));
        let owns = |count| (1..=count).map(|id| own(id, Scale::Agree)).collect::<Vec<_>>();
        assert!(Questionnaire::new(owns(10)).is_ok());
        assert_eq!(Questionnaire::new(owns(11)), Err(QuestionnaireError::TooManyOwn { own: 11 }));
        assert_eq!(Questionnaire::new(owns(41)), Err(QuestionnaireError::TooMany { questions: 41 }));
        let words = |count| (1..=count).map(|id| own(id, Scale::Words)).collect::<Vec<_>>();
        assert!(Questionnaire::new(words(1)).is_ok());
        assert_eq!(Questionnaire::new(words(2)), Err(QuestionnaireError::TooManyInWords { questions: 2 }));
    }

    #[test]
    fn no_question_is_asked_twice() {
        let twice = asked(&[Set::Talk, Set::Served, Set::Talk]);
        assert_eq!(Questionnaire::new(twice.clone()), Err(QuestionnaireError::Twice { code: twice[0].code }));
        // The same words under another id are another question.
        assert!(Questionnaire::new(vec![own(1, Scale::Agree), own(2, Scale::Agree)]).is_ok());
    }

    #[test]
    fn thirteen_questions_are_warned_of_and_twelve_are_not() {
        let twelve = asked(&[Set::Hme, Set::Served]);
        assert_eq!(Questionnaire::new(twelve.clone()).unwrap().warnings(), []);
        let thirteen = [twelve, asked(&[Set::Talk])].concat();
        assert_eq!(Questionnaire::new(thirteen).unwrap().warnings(), [Warning::Long { questions: 13 }]);
    }

    #[test]
    fn hme_in_part_or_in_disorder_is_warned_of() {
        let hme = asked(&[Set::Hme]);
        let warnings = |questions| Questionnaire::new(questions).unwrap().warnings();
        assert_eq!(warnings(hme[..8].to_vec()), [Warning::PartOfHme { asked: 8 }]);
        let mut turned = hme.clone();
        turned.swap(0, 8);
        assert_eq!(warnings(turned), [Warning::HmeOutOfOrder]);
        let mut parted = hme.clone();
        parted.insert(4, own(1, Scale::Agree));
        assert_eq!(warnings(parted), [Warning::HmeOutOfOrder]);
        assert_eq!(warnings([asked(&[Set::Compared]), hme, asked(&[Set::Talk])].concat()), []);
    }

    #[test]
    fn an_index_is_formed_when_all_of_it_is_asked() {
        let indices = |questions| Questionnaire::new(questions).unwrap().indices().collect::<Vec<_>>();
        let all = [Index::Hme, Index::Motivation, Index::Leadership, Index::Steering];
        assert_eq!(indices(asked(&[Set::Hme])), all);
        assert_eq!(indices(asked(&[Set::Hme])[2..6].to_vec()), [Index::Leadership]);
        assert_eq!(indices(asked(&[Set::Practice])), [Index::Challenge, Index::Care]);
        assert_eq!(indices(asked(&[Set::Talk])), []);
    }

    #[test]
    fn questions_that_make_no_sense_are_found() {
        let mixed = Questionnaire::new(asked(&[Set::Talk, Set::Served, Set::Conditions])).unwrap();
        let unsuited = |reach| mixed.unsuited(reach).map(|it| it.code.set()).collect::<BTreeSet<_>>();
        assert_eq!(unsuited(Reach::Unit), unsuited(Reach::Subtree));
        assert_eq!(unsuited(Reach::Subtree), BTreeSet::from([Set::Served, Set::Conditions]));
        assert_eq!(unsuited(Reach::Managers), BTreeSet::from([Set::Served]));
        assert_eq!(unsuited(Reach::Open), BTreeSet::from([Set::Talk, Set::Conditions]));
    }
}
