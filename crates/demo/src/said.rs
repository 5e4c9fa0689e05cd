//! One thing said in the three languages.

use people::Language;

/// The same text in Swedish, Danish and English.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Said {
    sv: &'static str,
    da: &'static str,
    en: &'static str,
}

/// Short, because the tables hold hundreds of them.
pub(crate) const fn said(sv: &'static str, da: &'static str, en: &'static str) -> Said {
    Said { sv, da, en }
}

impl Said {
    /// The text in one language.
    pub(crate) const fn in_language(&self, language: Language) -> &'static str {
        match language {
            Language::Sv => self.sv,
            Language::Da => self.da,
            Language::En => self.en,
        }
    }

    /// Whether a text is this one, in any of the languages.
    pub(crate) fn is(&self, text: &str) -> bool {
        [self.sv, self.da, self.en].contains(&text)
    }
}
