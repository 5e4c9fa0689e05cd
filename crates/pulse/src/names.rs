use std::collections::BTreeMap;

use people::Language;

use crate::Question;

/// Names that also begin a sentence as another word: `Hans` (his) in Swedish and Danish, `My` in English, `Vi` (we).
const ALSO_WORDS: [&str; 4] = ["Hans", "Min", "My", "Vi"];

impl Question {
    /// The first of these names that stands in the question, in any language, if one does. A question is about what happens, and
    /// answers about one person cannot be shown: the one who writes it is to be told.
    ///
    /// A name stands there when one of its parts does, as a word of its own that begins as the name does, a genitive's `s` after it
    /// or not. A warning and no proof: nicknames pass, and a place may be called as a person is. `names` are the full names of
    /// those asked and of their managers.
    pub fn names_one_of<'n>(&self, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
        let texts: Vec<_> =
            Language::ALL.into_iter().filter_map(|language| self.wording.in_language(language)).collect();
        let mut found = BTreeMap::new();
        for text in &texts {
            for (word, first) in words(text) {
                *found.entry(word).or_insert(true) &= first;
            }
        }
        names.into_iter().find(|name| parts(name).any(|part| stands(&found, part)))
    }
}

/// The words of a text, and whether each begins a sentence.
fn words(text: &str) -> impl Iterator<Item = (&str, bool)> {
    let mut first = true;
    text.split_whitespace().flat_map(move |chunk| {
        let begins = std::mem::replace(&mut first, chunk.ends_with(['.', '!', '?', ':']));
        split(chunk).enumerate().map(move |(at, word)| (word, begins && at == 0))
    })
}

/// The parts of a name that tell: those with a capital, two letters or more, so not `von`, `af` or an initial.
fn parts(name: &str) -> impl Iterator<Item = &str> {
    split(name).filter(|part| part.starts_with(char::is_uppercase) && part.chars().count() > 1)
}

fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

fn stands(found: &BTreeMap<&str, bool>, part: &str) -> bool {
    let only_first = found.get(part).copied();
    only_first.is_some_and(|only_first| !(only_first && ALSO_WORDS.contains(&part)))
        || found.contains_key(format!("{part}s").as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{OwnQuestionId, Scale};

    fn named(text: &str) -> Option<&'static str> {
        let question = Question::own(OwnQuestionId(1), Scale::Agree, [text, "", ""], Language::Sv).unwrap();
        question.names_one_of(["Eva Lindqvist", "Hans von Sten", "My Å. Ek", "Anne-Marie Dahl"])
    }

    #[test]
    fn a_name_is_found_whole_in_part_and_in_the_genitive() {
        for text in
            ["Eva lyssnar på mig.", "Jag litar på Eva.", "Evas möten är bra.", "Fru Lindqvist hör av sig."]
        {
            assert_eq!(named(text), Some("Eva Lindqvist"), "{text}");
        }
        assert_eq!(named("Lyssnar Marie?"), Some("Anne-Marie Dahl"));
        assert_eq!(named("Jag får hjälp av Hans."), Some("Hans von Sten"));
        assert_eq!(named("Är det bra? Sten hjälper oss."), Some("Hans von Sten"));
    }

    #[test]
    fn other_words_are_no_names() {
        for text in [
            "Evangelium och evakuering.",
            "Det finns sten på vägen och en ek.",
            "Hans och hennes arbete tas till vara.",
            "Är det så? Hans arbete tas till vara.",
            "My closest manager listens.",
            "Arbetet är von sig.",
        ] {
            assert_eq!(named(text), None, "{text}");
        }
    }

    #[test]
    fn none_of_ours_names_anybody() {
        let names = ["Hans Vi", "My Min", "Eva Lindqvist", "Mitt Emellan"];
        for question in Question::ours() {
            let found = question.names_one_of(names[..3].iter().copied());
            assert_eq!(found, None, "{}", question.code);
        }
    }
}
