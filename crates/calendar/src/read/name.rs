//! The names of the properties that are read.

/// A property name that means something here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Name {
    AllDay,
    Attendee,
    Begin,
    Busy,
    Categories,
    Class,
    Description,
    End,
    EventEnd,
    ExceptDates,
    ExceptRule,
    Intended,
    Duration,
    Location,
    Organizer,
    Dates,
    RecurrenceId,
    Rule,
    Sequence,
    Start,
    Status,
    Summary,
    Transparency,
    Uid,
    Written,
    ZoneId,
    ZoneLocation,
    ZoneOffsetFrom,
    ZoneOffsetTo,
}

impl Name {
    /// The meaning of a name in any case; `None` for the many that are not read. Few names share length and first letter, so
    /// nearly every name is compared once or not at all.
    pub(super) fn parse(name: &[u8]) -> Option<Name> {
        let name = name.trim_ascii();
        let first = name.first()?.to_ascii_uppercase();
        let (word, meaning) = match (name.len(), first) {
            (3, b'E') => ("END", Name::End),
            (3, b'U') => ("UID", Name::Uid),
            (4, b'T') => ("TZID", Name::ZoneId),
            (5, b'B') => ("BEGIN", Name::Begin),
            (5, b'C') => ("CLASS", Name::Class),
            (5, b'D') => ("DTEND", Name::EventEnd),
            (5, b'R') if name[1].eq_ignore_ascii_case(&b'R') => ("RRULE", Name::Rule),
            (5, b'R') => ("RDATE", Name::Dates),
            (6, b'E') if name[2].eq_ignore_ascii_case(&b'D') => ("EXDATE", Name::ExceptDates),
            (6, b'E') => ("EXRULE", Name::ExceptRule),
            (6, b'S') => ("STATUS", Name::Status),
            (6, b'T') => ("TRANSP", Name::Transparency),
            (7, b'D') if name[5].eq_ignore_ascii_case(&b'R') => ("DTSTART", Name::Start),
            (7, b'D') => ("DTSTAMP", Name::Written),
            (7, b'S') => ("SUMMARY", Name::Summary),
            (8, b'A') => ("ATTENDEE", Name::Attendee),
            (8, b'D') => ("DURATION", Name::Duration),
            (8, b'L') => ("LOCATION", Name::Location),
            (8, b'S') => ("SEQUENCE", Name::Sequence),
            (9, b'O') => ("ORGANIZER", Name::Organizer),
            (10, b'C') => ("CATEGORIES", Name::Categories),
            (10, b'T') => ("TZOFFSETTO", Name::ZoneOffsetTo),
            (11, b'D') => ("DESCRIPTION", Name::Description),
            (12, b'T') => ("TZOFFSETFROM", Name::ZoneOffsetFrom),
            (13, b'R') => ("RECURRENCE-ID", Name::RecurrenceId),
            (14, b'X') => ("X-LIC-LOCATION", Name::ZoneLocation),
            (26, b'X') => ("X-MICROSOFT-CDO-BUSYSTATUS", Name::Busy),
            (27, b'X') => ("X-MICROSOFT-CDO-ALLDAYEVENT", Name::AllDay),
            (30, b'X') => ("X-MICROSOFT-CDO-INTENDEDSTATUS", Name::Intended),
            _ => return None,
        };
        word.as_bytes().eq_ignore_ascii_case(name).then_some(meaning)
    }
}
