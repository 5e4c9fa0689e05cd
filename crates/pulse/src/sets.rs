mod conditions;
mod hme;
mod practice;
mod served;
mod since;

use crate::{Question, Reach};

/// A set of questions that belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Set {
    /// The nine of HME, the index of sustainable engagement of Swedish municipalities and regions.
    Hme,
    /// What the closest manager does, one for each of the eight areas of the catalogue.
    Practice,
    /// For those served.
    Served,
    /// For managers, on what they have to lead with.
    Conditions,
    /// Whether the answers were talked about.
    Talk,
    /// Compared with last time.
    Compared,
    /// The organisation's own.
    Own,
}

impl Set {
    /// All of them, in the order they are offered.
    pub const ALL: [Set; 7] =
        [Set::Practice, Set::Hme, Set::Conditions, Set::Served, Set::Talk, Set::Compared, Set::Own];

    /// What the codes of its questions begin with.
    pub const fn code(self) -> &'static str {
        match self {
            Set::Hme => "hme",
            Set::Practice => "practice",
            Set::Served => "served",
            Set::Conditions => "conditions",
            Set::Talk => "talk",
            Set::Compared => "compared",
            Set::Own => "own",
        }
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Set> {
        Set::ALL.into_iter().find(|set| set.code() == code)
    }

    /// Its questions, in order. An organisation's own are not here.
    pub fn questions(self) -> &'static [Question] {
        match self {
            Set::Hme => &hme::HME,
            Set::Practice => &practice::PRACTICE,
            Set::Served => &served::SERVED,
            Set::Conditions => &conditions::CONDITIONS,
            Set::Talk => &since::TALK,
            Set::Compared => &since::COMPARED,
            Set::Own => &[],
        }
    }

    /// Whether its questions make sense to those whom a round with this reach asks.
    pub fn suits(self, reach: Reach) -> bool {
        match self {
            Set::Own => true,
            Set::Hme | Set::Practice | Set::Talk | Set::Compared => reach != Reach::Open,
            Set::Served => reach == Reach::Open,
            Set::Conditions => reach == Reach::Managers,
        }
    }
}

impl Question {
    /// All of ours, set by set.
    pub fn ours() -> impl Iterator<Item = &'static Question> {
        Set::ALL.into_iter().flat_map(|set| set.questions())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use people::Language;

    use super::*;

    #[test]
    fn the_sets_have_as_many_questions_as_they_should() {
        let counts = Set::ALL.map(|set| (set, set.questions().len()));
        let expected = [
            (Set::Practice, 8),
            (Set::Hme, 9),
            (Set::Conditions, 6),
            (Set::Served, 3),
            (Set::Talk, 1),
            (Set::Compared, 1),
            (Set::Own, 0),
        ];
        assert_eq!(counts, expected);
    }

    #[test]
    fn every_question_of_ours_is_a_sentence_of_its_own_in_every_language() {
        for language in Language::ALL {
            let mut seen = BTreeSet::new();
            for question in Question::ours() {
                let text = question.wording.in_language(language).unwrap();
                assert!((10..=100).contains(&text.chars().count()), "{text}");
                assert!(text.ends_with('.') || text.ends_with('?'), "{text}");
                assert_eq!(text, text.trim());
                assert!(text.starts_with(char::is_uppercase), "{text}");
                assert!(text.split_whitespace().count() <= 20, "{text}");
                assert!(seen.insert(text), "{text}");
            }
        }
    }

    #[test]
    fn codes_begin_with_their_set_and_are_there_once() {
        let mut seen = BTreeSet::new();
        for set in Set::ALL {
            assert_eq!(Set::from_code(set.code()), Some(set));
            for question in set.questions() {
                let code = question.code.to_string();
                assert_eq!(question.code.set(), set);
                assert_eq!(code.split_once('.').map(|(first, _)| first), Some(set.code()));
                assert!(seen.insert(code));
            }
        }
        assert_eq!(Set::from_code(""), None);
    }

    #[test]
    fn hme_alone_is_a_translation_in_danish_and_english() {
        for question in Question::ours() {
            let hme = question.code.set() == Set::Hme;
            assert!(!question.wording.is_translation(Language::Sv));
            assert_eq!(question.wording.is_translation(Language::Da), hme);
            assert_eq!(question.wording.is_translation(Language::En), hme);
        }
    }
}
