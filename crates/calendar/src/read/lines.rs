//! Content lines: lines of the file joined where they are folded (RFC 5545, 3.1).

use std::borrow::Cow;

/// A content line as it lies in the text, folds included.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Line<'t> {
    pub(crate) raw: &'t str,
    /// Whether `raw` holds folds.
    pub(crate) folded: bool,
    /// Where `raw` begins in the text.
    pub(crate) at: usize,
    /// Number of its first line in the file, from 1.
    pub(crate) number: u32,
}

impl<'t> Line<'t> {
    /// The line without its folds.
    pub(crate) fn text(&self) -> Cow<'t, str> {
        if self.folded { unfold(self.raw) } else { Cow::Borrowed(self.raw) }
    }
}

/// The content lines of a text. Lines end with CR LF, LF, or, in a text without any LF, with CR.
pub(crate) struct Lines<'t> {
    text: &'t str,
    at: usize,
    number: u32,
    end: char,
}

impl<'t> Lines<'t> {
    pub(crate) fn new(text: &'t str) -> Lines<'t> {
        let end = if text.contains('\n') { '\n' } else { '\r' };
        Lines { text, at: 0, number: 1, end }
    }
}

impl<'t> Iterator for Lines<'t> {
    type Item = Line<'t>;

    fn next(&mut self) -> Option<Line<'t>> {
        let begin = self.at;
        if begin >= self.text.len() {
            return None;
        }
        let number = self.number;
        let mut folded = false;
        let end = loop {
            self.number += 1;
            let Some(length) = self.text[self.at..].find(self.end) else {
                self.at = self.text.len();
                break self.at;
            };
            let end = self.at + length;
            self.at = end + 1;
            match self.text.as_bytes().get(self.at) {
                Some(b' ' | b'\t') => folded = true,
                _ => break end,
            }
        };
        let raw = self.text[begin..end].trim_end_matches('\r');
        Some(Line { raw, folded, at: begin, number })
    }
}

/// A content line with its folds removed.
pub(crate) fn unfold(raw: &str) -> Cow<'_, str> {
    if !raw.contains(['\n', '\r']) {
        return Cow::Borrowed(raw);
    }
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = rest.find(['\n', '\r']) {
        text.push_str(&rest[..at]);
        let after = rest[at..].trim_start_matches(['\n', '\r']);
        rest = after.strip_prefix([' ', '\t']).unwrap_or(after);
    }
    text.push_str(rest);
    Cow::Owned(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<(String, u32)> {
        Lines::new(text).map(|line| (unfold(line.raw).into_owned(), line.number)).collect()
    }

    #[test]
    fn folds_and_ends() {
        let expected = [("A:1".to_owned(), 1), ("B:23".to_owned(), 2), ("C:".to_owned(), 4)];
        assert_eq!(lines("A:1\r\nB:2\r\n 3\r\nC:"), expected);
        assert_eq!(lines("A:1\nB:2\n\t3\nC:\n"), expected);
        assert_eq!(lines("A:1\rB:2\r 3\rC:"), expected);
        assert_eq!(lines("A:1\r\r\nB:2\r\r\n 3\r\r\nC:"), expected);
        assert_eq!(lines("A:\n  1\n  2"), [("A: 1 2".to_owned(), 1)], "only one blank belongs to the fold");
    }
}
