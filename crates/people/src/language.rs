/// A language the product speaks. Stored and sent as its ISO 639-1 code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Language {
    /// Swedish, `sv`: also what is spoken when nothing is known.
    #[default]
    Sv,
    /// Danish, `da`.
    Da,
    /// English, `en`.
    En,
}

impl Language {
    /// All three, in the order they are offered.
    pub const ALL: [Language; 3] = [Language::Sv, Language::Da, Language::En];

    /// The ISO 639-1 code: `sv`, `da` or `en`.
    pub const fn code(self) -> &'static str {
        match self {
            Language::Sv => "sv",
            Language::Da => "da",
            Language::En => "en",
        }
    }

    /// The language's own name for itself, as offered in a menu.
    pub const fn own_name(self) -> &'static str {
        match self {
            Language::Sv => "Svenska",
            Language::Da => "Dansk",
            Language::En => "English",
        }
    }

    /// Reads an ISO 639-1 code; anything else is `None`.
    pub fn from_code(code: &str) -> Option<Language> {
        Language::ALL.into_iter().find(|language| language.code() == code)
    }
}
