//! Who and what is invited.

use std::borrow::Cow;

use super::record::Span;
use crate::read::property::Property;
use crate::read::text::unescape;

/// A person, group, room or thing that is invited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attendee<'c> {
    /// The address without `mailto:`.
    pub mail: Cow<'c, str>,
    /// What was answered.
    pub participation: Participation,
    /// What is invited.
    pub kind: AttendeeKind,
}

/// `PARTSTAT`: what an attendee answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Participation {
    /// Nothing yet; also when nothing is said.
    #[default]
    NeedsAction,
    /// Will come.
    Accepted,
    /// Will not come.
    Declined,
    /// May come.
    Tentative,
    /// Somebody else comes.
    Delegated,
    /// Another word.
    Other,
}

/// `CUTYPE`: what is invited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum AttendeeKind {
    /// A person; also when nothing is said.
    #[default]
    Individual,
    /// A group of people.
    Group,
    /// A thing.
    Resource,
    /// A room.
    Room,
    /// Not known, or another word.
    Unknown,
}

impl<'c> Attendee<'c> {
    pub(super) fn read(span: Span, text: &'c str) -> Attendee<'c> {
        match span.line(text) {
            Cow::Borrowed(line) => of_line(line),
            Cow::Owned(line) => {
                let attendee = of_line(&line);
                Attendee { mail: Cow::Owned(attendee.mail.into_owned()), ..attendee }
            }
        }
    }

    /// Whether this is no room and no resource.
    pub fn is_person(&self) -> bool {
        !matches!(self.kind, AttendeeKind::Room | AttendeeKind::Resource)
    }
}

fn of_line(line: &str) -> Attendee<'_> {
    let Some(property) = Property::parse(line) else {
        return Attendee {
            mail: Cow::Borrowed(""),
            participation: Participation::Other,
            kind: AttendeeKind::Unknown,
        };
    };
    Attendee {
        mail: unescape(Cow::Borrowed(without_scheme(property.value.trim()))),
        participation: property.parameter("PARTSTAT").map_or_else(Default::default, participation),
        kind: property.parameter("CUTYPE").map_or_else(Default::default, kind),
    }
}

fn without_scheme(address: &str) -> &str {
    const SCHEME: &str = "mailto:";
    match address.split_at_checked(SCHEME.len()) {
        Some((scheme, mail)) if scheme.eq_ignore_ascii_case(SCHEME) => mail.trim_start(),
        _ => address,
    }
}

fn participation(word: &str) -> Participation {
    match word.to_ascii_uppercase().as_str() {
        "NEEDS-ACTION" => Participation::NeedsAction,
        "ACCEPTED" => Participation::Accepted,
        "DECLINED" => Participation::Declined,
        "TENTATIVE" => Participation::Tentative,
        "DELEGATED" => Participation::Delegated,
        _ => Participation::Other,
    }
}

fn kind(word: &str) -> AttendeeKind {
    match word.to_ascii_uppercase().as_str() {
        "INDIVIDUAL" => AttendeeKind::Individual,
        "GROUP" => AttendeeKind::Group,
        "RESOURCE" => AttendeeKind::Resource,
        "ROOM" => AttendeeKind::Room,
        _ => AttendeeKind::Unknown,
    }
}
