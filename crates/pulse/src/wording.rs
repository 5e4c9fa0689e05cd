use std::borrow::Cow;

use people::Language;

/// A question in the languages it is asked in.
///
/// Ours are there in all three. An organisation's own is there at least in the language of the organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    sv: Option<Cow<'static, str>>,
    da: Option<Cow<'static, str>>,
    en: Option<Cow<'static, str>>,
    original: Option<Language>,
}

impl Wording {
    /// Our own words: none of the languages is a translation of another.
    pub(crate) const fn ours(sv: &'static str, da: &'static str, en: &'static str) -> Wording {
        Wording::in_all(sv, da, en, None)
    }

    /// Somebody else's Swedish words, unchanged, with working translations of ours.
    pub(crate) const fn swedish(sv: &'static str, da: &'static str, en: &'static str) -> Wording {
        Wording::in_all(sv, da, en, Some(Language::Sv))
    }

    const fn in_all(
        sv: &'static str,
        da: &'static str,
        en: &'static str,
        original: Option<Language>,
    ) -> Wording {
        let [sv, da, en] = [Some(Cow::Borrowed(sv)), Some(Cow::Borrowed(da)), Some(Cow::Borrowed(en))];
        Wording { sv, da, en, original }
    }

    /// The organisation's own words.
    pub(crate) fn own(sv: Option<String>, da: Option<String>, en: Option<String>) -> Wording {
        Wording::read([sv, da, en], None)
    }

    /// Words that were written down before, in Swedish, Danish and English.
    pub(crate) fn read(words: [Option<String>; 3], original: Option<Language>) -> Wording {
        let [sv, da, en] = words.map(|text| text.map(Cow::Owned));
        Wording { sv, da, en, original }
    }

    /// The words in this language, if there are any.
    pub fn in_language(&self, language: Language) -> Option<&str> {
        match language {
            Language::Sv => self.sv.as_deref(),
            Language::Da => self.da.as_deref(),
            Language::En => self.en.as_deref(),
        }
    }

    /// The words in this language, else in the organisation's, else in any: with the language they are in, which the page must
    /// say when it is another than the reader's.
    pub fn for_reader(&self, language: Language, organisation: Language) -> (Language, &str) {
        let wished = [language, organisation].into_iter().chain(Language::ALL);
        let mut found = wished.filter_map(|language| Some((language, self.in_language(language)?)));
        // There is always one: ours have all, and the organisation's own are refused without.
        found.next().unwrap_or((language, ""))
    }

    /// Whether the words in this language are our translation of an official text in another one: figures from it are
    /// not comparable with those of others, and the reader must be told that it is a translation.
    pub fn is_translation(&self, language: Language) -> bool {
        self.original.is_some_and(|original| original != language) && self.in_language(language).is_some()
    }

    /// The language of the official text, if the words are somebody else's.
    pub fn original(&self) -> Option<Language> {
        self.original
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{Da, En, Sv};

    #[test]
    fn a_reader_gets_their_language_else_the_organisations_else_any() {
        let own = Wording::own(Some("Svenska".into()), None, Some("English".into()));
        assert_eq!(own.for_reader(En, Sv), (En, "English"));
        assert_eq!(own.for_reader(Da, En), (En, "English"));
        assert_eq!(own.for_reader(Da, Da), (Sv, "Svenska"));
    }

    #[test]
    fn a_translation_is_one_into_another_language_than_the_original() {
        let theirs = Wording::swedish("sv", "da", "en");
        assert_eq!([Sv, Da, En].map(|language| theirs.is_translation(language)), [false, true, true]);
        let own = Wording::read([Some("sv".into()), None, None], Some(Sv));
        assert!(!own.is_translation(Da));
    }
}
