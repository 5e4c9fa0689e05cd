//! From a calendar's occurrences to bookings.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use calendar::{
    AttendeeKind, Busy, Calendar, Class, Event, Occurrences, Participation, Status, Transparency,
};
use jiff::Timestamp;

use crate::{Booking, Response, title};

/// Whose calendar it is: what tells the owner and the owner's manager among those invited.
#[derive(Debug, Clone, Copy, Default)]
pub struct Owner<'a> {
    /// The owner's mail addresses; may be empty.
    pub mails: &'a [&'a str],
    /// The mail address of the owner's manager.
    pub manager: Option<&'a str>,
}

/// A mailing list counts as this many: nobody invites one to a talk between two.
const GROUP_COUNTS_AS: u32 = 2;

/// What Outlook puts before the title of a meeting called off by somebody else.
const CALLED_OFF: [&str; 8] =
    ["canceled", "cancelled", "inställt", "inställd", "avbokad", "avlyst", "aflyst", "annulleret"];

/// The bookings of a calendar's occurrences, in their order. Each event is read once; titles are cut and shared.
///
/// Where the owner is not found among those invited, one of them is taken to be the owner under another address.
pub fn bookings(calendar: &Calendar<'_>, occurrences: &Occurrences, owner: &Owner<'_>) -> Vec<Booking> {
    let mut events: HashMap<u32, Option<Booking>> = HashMap::new();
    occurrences
        .list
        .iter()
        .filter_map(|occurrence| {
            let event = events
                .entry(occurrence.event)
                .or_insert_with(|| calendar.event(occurrence.event).map(|event| booking(&event, owner)));
            event.as_ref().map(|event| Booking {
                start: occurrence.starts_at(),
                end: occurrence.ends_at(),
                all_day: occurrence.is_all_day(),
                ..event.clone()
            })
        })
        .collect()
}

/// What all occurrences of an event have in common.
fn booking(event: &Event<'_>, owner: &Owner<'_>) -> Booking {
    let whole = event.title();
    let invited = Invited::of(event, owner);
    Booking {
        title: Arc::from(title::cut(&whole)),
        start: Timestamp::UNIX_EPOCH,
        end: Timestamp::UNIX_EPOCH,
        all_day: false,
        recurring: event.is_recurring(),
        people: invited.others,
        with_own_manager: invited.manager,
        declined_by_others: invited.declined,
        response: response(event, invited.own),
        cancelled: event.status() == Some(Status::Cancelled) || is_called_off(&whole),
        free: match event.busy() {
            Some(busy) => busy == Busy::Free,
            None => event.transparency() == Transparency::Transparent,
        },
        out_of_office: event.busy() == Some(Busy::OutOfOffice),
        private: event.class() != Class::Public,
        has_agenda: event.has_description() && has_agenda(&event.description()),
    }
}

struct Invited {
    own: Option<Participation>,
    others: u32,
    declined: u32,
    manager: bool,
}

impl Invited {
    /// Organizer and attendees, each address once, rooms and things left out.
    fn of(event: &Event<'_>, owner: &Owner<'_>) -> Invited {
        let mut people: BTreeMap<String, (Participation, AttendeeKind)> = BTreeMap::new();
        if let Some(organizer) = event.organizer().filter(|mail| !mail.is_empty()) {
            people.insert(organizer.to_lowercase(), (Participation::Accepted, AttendeeKind::Individual));
        }
        for attendee in event.attendees().filter(calendar::Attendee::is_person) {
            people.insert(attendee.mail.to_lowercase(), (attendee.participation, attendee.kind));
        }
        let mut own = None;
        for mail in owner.mails {
            own = people.remove(&mail.to_lowercase()).map(|(answer, _)| answer).or(own);
        }
        let count = |(_, kind): &(Participation, AttendeeKind)| {
            if *kind == AttendeeKind::Group { GROUP_COUNTS_AS } else { 1 }
        };
        let others: u32 = people.values().map(count).sum();
        let declined = people.values().filter(|(answer, _)| *answer == Participation::Declined).count();
        Invited {
            own,
            others: if own.is_some() { others } else { others.saturating_sub(1) },
            declined: u32::try_from(declined).unwrap_or(u32::MAX),
            manager: owner.manager.is_some_and(|mail| people.contains_key(&mail.to_lowercase())),
        }
    }
}

fn response(event: &Event<'_>, own: Option<Participation>) -> Response {
    match own {
        Some(Participation::Declined) => Response::Declined,
        Some(Participation::Tentative) => Response::Tentative,
        _ if event.status() == Some(Status::Tentative) || event.busy() == Some(Busy::Tentative) => {
            Response::Tentative
        }
        Some(Participation::Accepted) => Response::Accepted,
        _ => Response::None,
    }
}

fn is_called_off(title: &str) -> bool {
    let Some((before, _)) = title.split_once(':') else { return false };
    let before = before.trim();
    before.len() < 20 && CALLED_OFF.contains(&before.to_lowercase().as_str())
}

/// Whether the description says anything before the joining instructions that a meeting service adds below a rule.
fn has_agenda(description: &str) -> bool {
    description
        .lines()
        .map(str::trim)
        .take_while(|line| !line.starts_with("____") && !line.starts_with("-::~"))
        .any(|line| !line.contains("://") && line.chars().filter(|c| c.is_alphabetic()).nth(2).is_some())
}
