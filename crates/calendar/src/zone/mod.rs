//! Time zones: names, definitions in the file, and fast conversion.

mod names;
mod observance;
mod outlook_names;
mod table;
mod windows_names;

use std::collections::HashMap;

pub(crate) use observance::{Definition, Observance};
pub(crate) use table::Table;

use crate::limits::{OWN_ZONES, ZONE_STEPS};
use crate::moment::Clock;
use crate::read::text::unescape;

/// The zones a calendar uses, each once.
#[derive(Debug, Clone, Default)]
pub(crate) struct Zones {
    /// `None`: neither known nor defined, so local time at home.
    tables: Vec<Option<Table>>,
}

impl Zones {
    /// The table of a zone; `None` for one that is read at home.
    pub(crate) fn table(&self, zone: u16) -> Option<&Table> {
        self.tables.get(usize::from(zone))?.as_ref()
    }
}

/// Collects the zones of a file while it is read: a definition may stand after the events that use it.
#[derive(Debug)]
pub(crate) struct ZoneBook {
    zones: Zones,
    /// TZIDs that name a known zone.
    known: HashMap<String, Clock>,
    /// Known zones by their IANA name, so that each has one table.
    by_iana: HashMap<String, Clock>,
    /// TZIDs of the present calendar object that need its definition, with the line of their first use.
    own: HashMap<String, (u16, u32)>,
    definitions: Vec<Definition>,
    last: (String, Clock),
    steps: u64,
    own_zones: usize,
}

impl ZoneBook {
    pub(crate) fn new() -> ZoneBook {
        ZoneBook {
            zones: Zones::default(),
            known: HashMap::new(),
            by_iana: HashMap::new(),
            own: HashMap::new(),
            definitions: Vec::new(),
            last: (String::new(), Clock::Floating),
            steps: ZONE_STEPS,
            own_zones: 0,
        }
    }

    /// The clock of a TZID used on this line. `None` when there are more zones than the limit.
    pub(crate) fn clock(&mut self, tzid: &str, line: u32) -> Option<Clock> {
        if self.last.0 == tzid {
            return Some(self.last.1);
        }
        let clock = self.find(tzid, line)?;
        self.last.0.clear();
        self.last.0.push_str(tzid);
        self.last.1 = clock;
        Some(clock)
    }

    fn find(&mut self, tzid: &str, line: u32) -> Option<Clock> {
        // Some exporters escape the commas of a parameter as they do those of the property.
        let tzid = &*unescape(tzid.into());
        if let Some(clock) = self.known.get(tzid) {
            return Some(*clock);
        }
        if let Some((zone, _)) = self.own.get(tzid) {
            return Some(Clock::Zone(*zone));
        }
        if self.zones.tables.len() >= usize::from(u16::MAX) || self.own_zones >= OWN_ZONES {
            return None;
        }
        if let Some(clock) = self.known_clock(tzid) {
            self.own_zones += 1;
            self.known.insert(tzid.to_owned(), clock);
            return Some(clock);
        }
        self.own_zones += 1;
        let zone = self.push(None);
        self.own.insert(tzid.to_owned(), (zone, line));
        Some(Clock::Zone(zone))
    }

    fn known_clock(&mut self, tzid: &str) -> Option<Clock> {
        let zone = names::known(tzid)?;
        let name =
            zone.iana_name().map_or_else(|| format!("{:?}", zone.to_fixed_offset().ok()), str::to_owned);
        if matches!(name.as_str(), "UTC" | "Etc/UTC") {
            return Some(Clock::Utc);
        }
        if let Some(clock) = self.by_iana.get(&name) {
            return Some(*clock);
        }
        let clock = Clock::Zone(self.push(Some(Table::of(&zone))));
        self.by_iana.insert(name, clock);
        Some(clock)
    }

    fn push(&mut self, table: Option<Table>) -> u16 {
        self.zones.tables.push(table);
        (self.zones.tables.len() - 1) as u16
    }

    /// A `VTIMEZONE` was read. `false` when there are more than the limit.
    pub(crate) fn define(&mut self, definition: Definition) -> bool {
        let fits = self.definitions.len() < OWN_ZONES;
        if fits {
            self.definitions.push(definition);
        }
        fits
    }

    /// What an unknown TZID means in the present calendar object: its definition, or what the names suggest.
    fn own_table(&mut self, tzid: &str) -> Option<Table> {
        let definition = self.definitions.iter().find(|definition| definition.tzid == tzid);
        let by_definition = definition.and_then(|definition| definition.table(&mut self.steps));
        let by_location = || names::known(definition?.location.as_deref()?);
        by_definition.or_else(|| by_location().or_else(|| names::guessed(tzid)).as_ref().map(Table::of))
    }

    /// A calendar object ends: its own zones get their definitions. Gives the lines of first use of those without one.
    pub(crate) fn settle(&mut self) -> Vec<u32> {
        let mut unknown = Vec::new();
        let mut own: Vec<_> = std::mem::take(&mut self.own).into_iter().collect();
        own.sort_unstable_by_key(|(_, (zone, _))| *zone);
        for (tzid, (zone, line)) in own {
            let table = self.own_table(&tzid);
            if table.is_none() {
                unknown.push(line);
            }
            self.zones.tables[usize::from(zone)] = table;
        }
        self.definitions.clear();
        self.last.0.clear();
        unknown.sort_unstable();
        unknown
    }

    pub(crate) fn into_zones(self) -> Zones {
        self.zones
    }
}
