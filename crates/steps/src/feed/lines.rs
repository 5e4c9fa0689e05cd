/// Octets on a line, its line break not counted (RFC 5545 section 3.1).
const OCTETS: usize = 75;

/// Content lines: folded, and ended with CRLF.
#[derive(Default)]
pub(super) struct Lines(String);

impl Lines {
    /// A property whose value is written as it is.
    pub(super) fn line(&mut self, name: &str, value: &str) {
        self.fold(&format!("{name}:{value}"));
    }

    /// A property whose value is TEXT: escaped (section 3.3.11), without control characters.
    pub(super) fn text(&mut self, name: &str, value: &str) {
        let mut text = String::with_capacity(value.len());
        for c in value.replace("\r\n", "\n").chars() {
            match c {
                '\n' => text.push_str("\\n"),
                '\\' | ';' | ',' => text.extend(['\\', c]),
                c if c.is_control() => {}
                c => text.push(c),
            }
        }
        self.line(name, &text);
    }

    pub(super) fn finish(self) -> String {
        self.0
    }

    /// Breaks a long line between characters, never within one: a continuation's space is its first octet.
    fn fold(&mut self, line: &str) {
        let mut octets = 0;
        for c in line.chars() {
            if octets + c.len_utf8() > OCTETS {
                self.0.push_str("\r\n ");
                octets = 1;
            }
            self.0.push(c);
            octets += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn text_is_escaped() {
        let mut lines = Lines::default();
        lines.text("SUMMARY", "a, b; c\\d\r\ne\nf\0\u{7}");
        assert_eq!(lines.finish(), "SUMMARY:a\\, b\\; c\\\\d\\ne\\nf\r\n");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(256))]
        #[test]
        fn lines_are_short_and_unfold_to_what_was_written(value in "[a-zåäö😀 ,;]{0,300}") {
            let mut lines = Lines::default();
            lines.line("X", &value);
            let folded = lines.finish();
            prop_assert!(folded.ends_with("\r\n"));
            prop_assert!(folded.split("\r\n").all(|line| line.len() <= OCTETS));
            prop_assert_eq!(folded.replace("\r\n ", ""), format!("X:{value}\r\n"));
        }
    }
}
