//! From bytes to a [`Calendar`].

mod components;
mod decode;
mod event;
pub(crate) mod lines;
mod name;
pub(crate) mod property;
pub(crate) mod text;
mod timezone;
pub(crate) mod values;

use crate::{Calendar, Limits, Refusal, refusal};

/// Reads an iCalendar file. Events that are broken are left out and listed in [`Calendar::troubles`]; only a file in which
/// there is no calendar at all, or too large a one, is refused.
///
/// UTF-8 is read without a copy; UTF-16 and Windows-1252 (Latin-1) are recognised and decoded.
pub fn read<'a>(bytes: &'a [u8], limits: &Limits) -> Result<Calendar<'a>, Refusal> {
    if bytes.len() > limits.bytes {
        return Err(Refusal::TooLarge { bytes: bytes.len(), limit: limits.bytes });
    }
    let kind = refusal::kind(bytes);
    if matches!(kind, refusal::Kind::Zip | refusal::Kind::Gzip | refusal::Kind::Pdf | refusal::Kind::Empty) {
        return Err(Refusal::NotACalendar(kind));
    }
    components::read(decode::decode(bytes), limits).ok_or(Refusal::NotACalendar(kind))
}
