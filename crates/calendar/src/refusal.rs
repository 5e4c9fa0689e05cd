//! Why a file is not read at all.

/// A file that is not read at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// More bytes than [`Limits::bytes`](crate::Limits::bytes).
    #[error("the file has {bytes} bytes; at most {limit} are read")]
    TooLarge {
        /// Size of the file.
        bytes: usize,
        /// The limit.
        limit: usize,
    },
    /// Not an iCalendar file.
    #[error("the file is not a calendar: {0}")]
    NotACalendar(Kind),
}

/// What a file that is not a calendar seems to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Kind {
    /// Nothing, or blanks only.
    #[error("it is empty")]
    Empty,
    /// A zip archive, which also an Office document is.
    #[error("it is a zip archive")]
    Zip,
    /// A gzip file.
    #[error("it is a gzip file")]
    Gzip,
    /// A PDF document.
    #[error("it is a PDF document")]
    Pdf,
    /// A web page, often the sign-in page in place of the calendar.
    #[error("it is a web page")]
    Html,
    /// Other bytes that are no text.
    #[error("it is not text")]
    Binary,
    /// Text without a calendar in it.
    #[error("it is text without a calendar in it")]
    Text,
}

/// The kind of a file in which no calendar was found.
pub(crate) fn kind(bytes: &[u8]) -> Kind {
    let begins = |magic: &[u8]| bytes.starts_with(magic);
    let text = bytes.trim_ascii_start();
    if text.is_empty() {
        Kind::Empty
    } else if begins(b"PK\x03\x04") || begins(b"PK\x05\x06") {
        Kind::Zip
    } else if begins(b"\x1f\x8b") {
        Kind::Gzip
    } else if begins(b"%PDF") {
        Kind::Pdf
    } else if is_html(text) {
        Kind::Html
    } else if bytes.iter().take(4096).any(|b| *b < 32 && !b.is_ascii_whitespace()) {
        Kind::Binary
    } else {
        Kind::Text
    }
}

fn is_html(text: &[u8]) -> bool {
    let head = text[..text.len().min(1024)].to_ascii_lowercase();
    let has = |word: &[u8]| head.windows(word.len()).any(|part| part == word);
    head.starts_with(b"<") && (has(b"<html") || has(b"<!doctype html"))
}
