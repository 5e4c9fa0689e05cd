use std::fmt;

/// Why a text was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// Nothing, or nothing but spaces.
    #[error("the text is empty")]
    Empty,
    /// More characters than there is room for.
    #[error("the text has {len} characters, and {limit} is the most")]
    TooLong {
        /// The most characters.
        limit: usize,
        /// How many there were, after trimming.
        len: usize,
    },
    /// A control character, or a line break where there may be none.
    #[error("the text has a character that cannot be shown")]
    Control,
}

/// One line in the manager's own words: trimmed, 1 to [`Line::LIMIT`] characters, no control characters.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Line(String);

impl Line {
    /// The most characters (Unicode scalar values) in a line.
    pub const LIMIT: usize = 200;

    /// Trims and takes the text.
    pub fn new(text: &str) -> Result<Line, TextError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(TextError::Empty);
        }
        within(text, Line::LIMIT)?;
        if text.chars().any(breaks_a_line) {
            return Err(TextError::Control);
        }
        Ok(Line(text.to_owned()))
    }

    /// A line from a form's field, where nothing at all means none.
    pub fn maybe(text: &str) -> Result<Option<Line>, TextError> {
        if text.trim().is_empty() { Ok(None) } else { Line::new(text).map(Some) }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A few sentences in the manager's own words: trimmed, 0 to [`Words::LIMIT`] characters. Line breaks are kept as `\n`;
/// other control characters are refused.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Words(String);

impl Words {
    /// The most characters (Unicode scalar values), line breaks among them.
    pub const LIMIT: usize = 1000;

    /// Trims and takes the text; a form's `\r\n` becomes `\n`.
    pub fn new(text: &str) -> Result<Words, TextError> {
        let text = text.trim();
        // Counted before anything is copied, and once more without the \r that browsers add.
        within(text, Words::LIMIT * 2)?;
        let text = text.replace("\r\n", "\n");
        within(&text, Words::LIMIT)?;
        if text.chars().any(|c| c != '\n' && breaks_a_line(c)) {
            return Err(TextError::Control);
        }
        Ok(Words(text))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether nothing was written.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn within(text: &str, limit: usize) -> Result<(), TextError> {
    let len = text.chars().count();
    if len > limit { Err(TextError::TooLong { limit, len }) } else { Ok(()) }
}

/// Control characters, and the two separators that break a line without being one.
fn breaks_a_line(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_line_is_trimmed_and_its_limits_are_exact() {
        assert_eq!(Line::new("  på måndag \t").unwrap().as_str(), "på måndag");
        assert_eq!(Line::new(" \u{a0} "), Err(TextError::Empty));
        assert_eq!(Line::maybe("  "), Ok(None));
        assert!(Line::new(&"å".repeat(200)).is_ok());
        assert_eq!(Line::new(&"å".repeat(201)), Err(TextError::TooLong { limit: 200, len: 201 }));
        for broken in ["a\nb", "a\0b", "a\u{2028}b", "a\u{85}b", "a\u{1b}[31mb"] {
            assert_eq!(Line::new(broken), Err(TextError::Control), "{broken:?}");
        }
    }

    #[test]
    fn words_may_be_empty_and_keep_their_lines() {
        assert!(Words::new(" \r\n ").unwrap().is_empty());
        assert_eq!(Words::new("ett\r\ntvå").unwrap().as_str(), "ett\ntvå");
        assert_eq!(Words::new("ett\rtvå"), Err(TextError::Control));
        assert!(Words::new(&"a\r\n".repeat(500)).is_ok());
        assert_eq!(Words::new(&"ö".repeat(1001)), Err(TextError::TooLong { limit: 1000, len: 1001 }));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(256))]
        #[test]
        fn what_was_taken_is_within_its_limits_and_taken_again_unchanged(text in "\\PC{0,220}|.{0,220}") {
            if let Ok(line) = Line::new(&text) {
                prop_assert_eq!(line.as_str(), text.trim());
                prop_assert!((1..=Line::LIMIT).contains(&line.as_str().chars().count()));
                prop_assert_eq!(Line::new(line.as_str()), Ok(line));
            }
            if let Ok(words) = Words::new(&text) {
                prop_assert_eq!(Words::new(words.as_str()), Ok(words));
            }
        }
    }
}
