//! From the many ways to write a time zone to the zone.

use std::cmp::Ordering;
use std::sync::LazyLock;

use jiff::tz::{TimeZone, TimeZoneDatabase};

use super::outlook_names::OUTLOOK_NAMES;
use super::windows_names::WINDOWS_NAMES;

/// The bundled database, never the host's: the same file gives the same answer on every machine.
static BUNDLED: LazyLock<TimeZoneDatabase> = LazyLock::new(TimeZoneDatabase::bundled);

const LONGEST_NAME: usize = 200;

/// The zone of a TZID, if the name alone says which: an IANA name, with or without a prefix of somebody's
/// (`/freeassociation.sourceforge.net/Europe/Stockholm`), a Windows name, or a display name of Outlook
/// (`(UTC+01:00) Amsterdam, Berlin, ...`).
pub(crate) fn known(tzid: &str) -> Option<TimeZone> {
    let name = trimmed(tzid)?;
    iana(name)
        .or_else(|| find(WINDOWS_NAMES, name).and_then(iana))
        .or_else(|| city_list(name))
        .or_else(|| suffix(name))
}

/// The zone that a TZID probably means, when it is not known and the file does not define it: by a city in a translated
/// display name, or a fixed offset (`UTC+02:00`).
pub(crate) fn guessed(tzid: &str) -> Option<TimeZone> {
    let name = trimmed(tzid)?;
    translated(name).or_else(|| fixed(name))
}

fn trimmed(tzid: &str) -> Option<&str> {
    let name = tzid.trim().trim_matches('"').trim();
    (!name.is_empty() && name.len() <= LONGEST_NAME).then_some(name)
}

fn iana(name: &str) -> Option<TimeZone> {
    let name = match name {
        "Z" | "z" => "UTC",
        name => name,
    };
    // jiff gives its unknown zone for this name: not a place.
    if name.eq_ignore_ascii_case("Etc/Unknown") {
        return None;
    }
    BUNDLED.get(name).ok()
}

fn find(names: &[(&str, &'static str)], name: &str) -> Option<&'static str> {
    let place = names.binary_search_by(|(key, _)| order(key, name)).ok()?;
    Some(names[place].1)
}

fn order(a: &str, b: &str) -> Ordering {
    a.bytes().map(|c| c.to_ascii_lowercase()).cmp(b.bytes().map(|c| c.to_ascii_lowercase()))
}

/// What stands in the parentheses, and the cities after them.
fn display_name(name: &str) -> Option<(&str, &str)> {
    let (offset, cities) = name.strip_prefix('(')?.split_once(')')?;
    Some((offset, cities.trim()))
}

/// `(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna`, also with GMT, and with the city list alone.
fn city_list(name: &str) -> Option<TimeZone> {
    let cities = display_name(name).map_or(name, |(_, cities)| cities);
    find(OUTLOOK_NAMES, cities).or_else(|| find(WINDOWS_NAMES, cities)).and_then(iana)
}

fn translated(name: &str) -> Option<TimeZone> {
    let (offset, cities) = display_name(name)?;
    let standard = offset_in(offset)?;
    cities.split(',').find_map(|city| city_with(city.trim(), standard))
}

/// A zone named for this city whose offset in January or July is this one: exporters translate the list of cities, but
/// some city mostly keeps its name.
fn city_with(city: &str, standard: i32) -> Option<TimeZone> {
    const REGIONS: [&str; 8] =
        ["Europe", "America", "Asia", "Africa", "Australia", "Pacific", "Atlantic", "Indian"];
    const JANUARY_AND_JULY: [i64; 2] = [1_735_689_600, 1_751_328_000]; // 2025
    let city = city.replace(' ', "_");
    REGIONS.iter().find_map(|region| {
        let zone = iana(&format!("{region}/{city}"))?;
        let offset = |at: &i64| zone.to_offset(crate::moment::instant(*at)).seconds();
        JANUARY_AND_JULY.iter().any(|at| offset(at) == standard).then_some(zone)
    })
}

/// The longest part after a slash that is an IANA name.
fn suffix(name: &str) -> Option<TimeZone> {
    name.match_indices('/').find_map(|(slash, _)| iana(&name[slash + 1..]))
}

/// `UTC+02:00`, `GMT-5`, `+0530`.
fn fixed(name: &str) -> Option<TimeZone> {
    let seconds = offset_in(name)?;
    Some(TimeZone::fixed(jiff::tz::Offset::from_seconds(seconds).ok()?))
}

fn offset_in(text: &str) -> Option<i32> {
    let text = text.trim();
    let rest = ["UTC", "GMT"].iter().find_map(|zone| {
        let (head, rest) = text.split_at_checked(zone.len())?;
        head.eq_ignore_ascii_case(zone).then_some(rest)
    });
    let rest = rest.unwrap_or(text).trim();
    if rest.is_empty() {
        return (!text.is_empty()).then_some(0);
    }
    let (sign, digits) = match rest.strip_prefix('+') {
        Some(digits) => (1, digits),
        None => (-1, rest.strip_prefix(['-', '\u{2212}'])?),
    };
    let (hours, minutes) = match digits.split_once([':', '.']) {
        Some(parts) => parts,
        None if digits.len() == 4 && digits.is_ascii() => digits.split_at(2),
        None => (digits, "0"),
    };
    let number = |text: &str| (text.len() <= 2).then(|| text.parse::<u8>().ok()).flatten().map(i32::from);
    let (hours, minutes) = (number(hours)?, number(minutes)?);
    (hours <= 14 && minutes < 60).then_some(sign * (hours * 3600 + minutes * 60))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(tzid: &str) -> Option<String> {
        known(tzid).or_else(|| guessed(tzid)).map(|zone| {
            zone.iana_name().map_or_else(|| format!("{:?}", zone.to_fixed_offset().ok()), String::from)
        })
    }

    #[test]
    fn the_lists_are_sorted_and_every_zone_exists() {
        for names in [WINDOWS_NAMES, OUTLOOK_NAMES] {
            assert!(names.is_sorted_by(|a, b| order(a.0, b.0) == Ordering::Less));
            for (key, zone) in names {
                assert!(iana(zone).is_some(), "{key}: {zone}");
            }
        }
    }

    #[test]
    fn ways_to_write_stockholm_and_its_neighbours() {
        for (tzid, zone) in [
            ("Europe/Stockholm", "Europe/Stockholm"),
            ("europe/stockholm", "Europe/Stockholm"),
            ("/freeassociation.sourceforge.net/Europe/Stockholm", "Europe/Stockholm"),
            ("/freeassociation.sourceforge.net/Tzfile/Europe/Stockholm", "Europe/Stockholm"),
            ("/citadel.org/20210210_1/Europe/Stockholm", "Europe/Stockholm"),
            ("W. Europe Standard Time", "Europe/Berlin"),
            ("w. europe standard time", "Europe/Berlin"),
            ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "Europe/Berlin"),
            ("(GMT+01.00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "Europe/Berlin"),
            ("Amsterdam, Berlin, Bern, Rom, Stockholm, Wien", "Europe/Berlin"),
            ("(UTC+01:00) Amsterdã, Estocolmo, Stockholm", "Europe/Stockholm"),
            ("Romance Standard Time", "Europe/Paris"),
            ("FLE Standard Time", "Europe/Kiev"),
        ] {
            assert_eq!(name(tzid).as_deref(), Some(zone), "{tzid}");
        }
    }

    #[test]
    fn offsets_and_strangers() {
        let fixed = |tzid: &str| {
            guessed(tzid).and_then(|zone| zone.to_fixed_offset().ok()).map(|offset| offset.seconds())
        };
        assert_eq!(fixed("UTC+02:00"), Some(7200));
        assert_eq!(fixed("GMT-0530"), Some(-19_800));
        assert_eq!(fixed("+05:45"), Some(20_700));
        for tzid in [
            "Customized Time Zone",
            "foo",
            "",
            "2",
            "UTC+99",
            "(UTC+01:00) Atlantis",
            "/",
            "Etc/Unknown",
            "+é1",
        ] {
            assert_eq!(name(tzid), None, "{tzid}");
        }
    }
}
