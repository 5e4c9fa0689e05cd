//! The words of `STATUS`, `TRANSP`, `CLASS` and Outlook's busy status.

/// How sure an event is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// `TENTATIVE`
    Tentative,
    /// `CONFIRMED`
    Confirmed,
    /// `CANCELLED`
    Cancelled,
}

/// Whether an event takes time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Transparency {
    /// It does; also when nothing is said.
    #[default]
    Opaque,
    /// It does not.
    Transparent,
}

/// Who may see an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Class {
    /// Everyone with access to the calendar; also when nothing is said.
    #[default]
    Public,
    /// The owner; also for words that RFC 5545 does not know, as it asks.
    Private,
    /// `CONFIDENTIAL`
    Confidential,
}

/// What Outlook shows a time as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Busy {
    /// `FREE`
    Free,
    /// `TENTATIVE`
    Tentative,
    /// `BUSY`
    Busy,
    /// `OOF`
    OutOfOffice,
    /// `WORKINGELSEWHERE`
    Elsewhere,
}

/// The meaning of the first word that equals `text`, whatever the case of its letters.
fn find<T: Copy>(text: &str, words: &[(&str, T)]) -> Option<T> {
    words.iter().find(|(word, _)| word.eq_ignore_ascii_case(text.trim())).map(|(_, meaning)| *meaning)
}

impl Status {
    pub(crate) fn parse(text: &str) -> Option<Status> {
        find(
            text,
            &[
                ("CONFIRMED", Status::Confirmed),
                ("TENTATIVE", Status::Tentative),
                ("CANCELLED", Status::Cancelled),
                ("CANCELED", Status::Cancelled),
            ],
        )
    }
}

impl Transparency {
    pub(crate) fn parse(text: &str) -> Transparency {
        // vCalendar 1.0 writes 0 for opaque and a higher number for transparent.
        find(text, &[("TRANSPARENT", Transparency::Transparent), ("1", Transparency::Transparent)])
            .unwrap_or_default()
    }
}

impl Class {
    pub(crate) fn parse(text: &str) -> Class {
        find(text, &[("PUBLIC", Class::Public), ("", Class::Public), ("CONFIDENTIAL", Class::Confidential)])
            .unwrap_or(Class::Private)
    }
}

impl Busy {
    pub(crate) fn parse(text: &str) -> Option<Busy> {
        let words = [
            ("BUSY", Busy::Busy),
            ("FREE", Busy::Free),
            ("TENTATIVE", Busy::Tentative),
            ("OOF", Busy::OutOfOffice),
            ("WORKINGELSEWHERE", Busy::Elsewhere),
        ];
        find(text, &words)
    }
}
