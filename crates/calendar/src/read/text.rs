//! Text values (RFC 5545, 3.3.11).

use std::borrow::Cow;

/// A text value with its escapes undone and control characters removed. Copies only when there is something to undo.
pub(crate) fn unescape(value: Cow<'_, str>) -> Cow<'_, str> {
    let plain = |byte: u8| byte != b'\\' && (byte >= b' ' || byte == b'\t') && byte != 0x7F;
    if value.bytes().all(plain) {
        return value;
    }
    let mut text = String::with_capacity(value.len());
    let mut characters = value.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => match characters.next() {
                Some('n' | 'N') => text.push('\n'),
                Some(escaped @ ('\\' | ';' | ',' | ':' | '"')) => text.push(escaped),
                // Not an escape of RFC 5545: a path of Windows, mostly.
                Some(other) => text.extend(['\\', other]),
                None => text.push('\\'),
            },
            '\t' => text.push('\t'),
            control if control.is_control() => {}
            other => text.push(other),
        }
    }
    Cow::Owned(text)
}

/// The parts of a list of texts, between commas that are not escaped.
pub(crate) fn parts(value: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(value);
    std::iter::from_fn(move || {
        let text = rest?;
        let mut escaped = false;
        let comma = text.bytes().position(|byte| {
            let found = byte == b',' && !escaped;
            escaped = byte == b'\\' && !escaped;
            found
        });
        rest = comma.map(|at| &text[at + 1..]);
        Some(&text[..comma.unwrap_or(text.len())])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes() {
        assert_eq!(unescape("plain å".into()), "plain å");
        assert!(matches!(unescape("plain".into()), Cow::Borrowed(_)));
        assert_eq!(unescape(r"a\, b\; c\\n\nd\N".into()), "a, b; c\\n\nd\n");
        assert_eq!(unescape("a\0b\u{7}c".into()), "abc");
        assert_eq!(unescape(r"C:\temp\".into()), r"C:\temp\");
        assert_eq!(parts(r"a,b\,c,\\,d").collect::<Vec<_>>(), ["a", r"b\,c", r"\\", "d"]);
    }
}
