//! The properties of a `VTIMEZONE`.

use super::lines::Line;
use super::name::Name;
use super::property::Property;
use super::text::unescape;
use super::values;
use crate::limits::{DATES_PER_EVENT, RULES_PER_EVENT};
use crate::moment::Clock;
use crate::rule::Rule;
use crate::trouble::{TroubleReason, Troubles};
use crate::zone::{Definition, Observance};

/// A property of the `VTIMEZONE` itself.
pub(super) fn of_zone(definition: &mut Definition, name: Name, line: Line) {
    let text = line.text();
    let Some(property) = Property::parse(&text) else { return };
    let value = || unescape(property.value.trim().into()).into_owned();
    match name {
        Name::ZoneId => definition.tzid = value(),
        Name::ZoneLocation => definition.location = Some(value()),
        _ => {}
    }
}

/// A property of a `STANDARD` or `DAYLIGHT` part.
pub(super) fn of_observance(part: &mut Observance, name: Name, line: Line, troubles: &mut Troubles) {
    let text = line.text();
    let Some(property) = Property::parse(&text) else { return };
    match name {
        Name::Start => part.start = values::time(property.value, Clock::Floating).map(|stamp| stamp.wall),
        Name::ZoneOffsetFrom => part.from = values::offset(property.value),
        Name::ZoneOffsetTo => part.to = values::offset(property.value),
        Name::Rule => match Rule::parse(property.value) {
            Some(rule) if part.rules.len() < RULES_PER_EVENT => part.rules.push(rule),
            Some(_) => troubles.add(line.number, TroubleReason::TooMany),
            None => troubles.add(line.number, TroubleReason::BadRule),
        },
        Name::Dates => {
            for date in property.value.split(',') {
                match values::time(date.split('/').next().unwrap_or(date), Clock::Floating) {
                    Some(stamp) if part.dates.len() < DATES_PER_EVENT => part.dates.push(stamp),
                    Some(_) => return troubles.add(line.number, TroubleReason::TooMany),
                    None => troubles.add(line.number, TroubleReason::BadDate),
                }
            }
        }
        _ => {}
    }
}
