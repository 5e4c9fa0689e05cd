use people::Language;

/// A sentence of ours in the three languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text {
    /// Swedish.
    pub sv: &'static str,
    /// Danish.
    pub da: &'static str,
    /// English.
    pub en: &'static str,
}

impl Text {
    /// The sentence in this language.
    pub const fn text(&self, language: Language) -> &'static str {
        match language {
            Language::Sv => self.sv,
            Language::Da => self.da,
            Language::En => self.en,
        }
    }
}
