//! Those around a manager, and the words that name them in a title.

use people::Language;

use crate::chance::Chance;
use crate::municipality::{Municipality, PersonIndex, UnitIndex, UnitKind};
use crate::said::{Said, said};
use crate::sector::Sector;

/// A manager with unit, staff, peers and closest manager.
pub(crate) struct Company<'a> {
    demo: &'a Municipality,
    unit: UnitIndex,
    pub(crate) manager: PersonIndex,
    pub(crate) sector: Option<Sector>,
    pub(crate) first_line: bool,
    pub(crate) staff: Vec<PersonIndex>,
    pub(crate) peers: Vec<PersonIndex>,
    pub(crate) boss: Option<PersonIndex>,
    /// The working day, in minutes after midnight.
    pub(crate) day: (i64, i64),
}

impl Company<'_> {
    /// `None` for somebody who leads nothing.
    pub(crate) fn of(demo: &Municipality, manager: PersonIndex) -> Option<Company<'_>> {
        let unit = demo.unit_led_by(manager)?;
        let node = demo.unit(unit)?;
        let hours = demo.working_hours(manager)?;
        let first_line = node.kind == UnitKind::Unit;
        let leaders = |above: UnitIndex| demo.units_under(above).filter_map(|unit| demo.leader_of(unit));
        let staff = if first_line { demo.staff_of(unit) } else { leaders(unit).collect() };
        let mut peers: Vec<_> = node
            .parent
            .map_or_else(|| staff.clone(), |above| leaders(above).filter(|&peer| peer != manager).collect());
        if peers.is_empty() {
            peers = staff.iter().copied().take(4).collect();
        }
        let minute = |time: jiff::civil::Time| i64::from(time.hour()) * 60 + i64::from(time.minute());
        let day = (minute(hours.start), minute(hours.end));
        let boss = demo.manager_of_leader(manager);
        Some(Company { demo, unit, manager, sector: node.sector, first_line, staff, peers, boss, day })
    }

    fn in_language(&self, text: Said) -> &'static str {
        text.in_language(self.demo.language)
    }

    /// One of the staff.
    pub(crate) fn one(&self, chance: &mut Chance) -> Option<PersonIndex> {
        (!self.staff.is_empty()).then(|| *chance.pick(&self.staff))
    }

    /// So many of the staff, each once.
    pub(crate) fn some_colleagues(&self, number: usize, chance: &mut Chance) -> Vec<PersonIndex> {
        let mut left = self.staff.clone();
        (0..number.min(left.len())).map(|_| left.swap_remove(chance.below(left.len()))).collect()
    }

    /// Somebody from a supporting office, always the same; `None` where there is no such office.
    pub(crate) fn support(&self, sector: Sector) -> Option<PersonIndex> {
        let fits =
            |unit: &&crate::municipality::Unit| unit.sector == Some(sector) && unit.kind == UnitKind::Unit;
        let place = self.demo.units.iter().position(|unit| fits(&unit))?;
        let staff = self.demo.staff_of(UnitIndex(place as u32));
        staff.get(self.unit.0 as usize % staff.len().max(1)).copied().filter(|&person| person != self.manager)
    }

    /// Where a meeting with so many is held.
    pub(crate) fn location(&self, guests: usize, chance: &mut Chance) -> Option<String> {
        let room = said("Konferensrum", "Mødelokale", "Meeting room");
        let online = said("Microsoft Teams-möte", "Microsoft Teams-møde", "Microsoft Teams meeting");
        match (guests, chance.below(3)) {
            (0, _) | (1, 0) => None,
            (_, 1) => Some(self.in_language(online).to_owned()),
            _ => Some(format!("{} {}", self.in_language(room), chance.between(1, 6))),
        }
    }

    /// A title with its words filled in. `who` is the one of `{name}`.
    pub(crate) fn title(&self, text: Said, who: Option<PersonIndex>, chance: &mut Chance) -> String {
        let text = self.in_language(text);
        let Some((before, rest)) = text.split_once('{') else { return text.to_owned() };
        let Some((word, after)) = rest.split_once('}') else { return text.to_owned() };
        let filled = match word {
            "name" => who.map(|person| self.called(person, chance)),
            "boss" => Some(
                self.boss
                    .map_or_else(|| self.in_language(CHAIR).to_owned(), |boss| self.called(boss, chance)),
            ),
            "site" => self
                .demo
                .unit(self.unit)
                .filter(|unit| !unit.sites.is_empty())
                .map(|unit| chance.pick(&unit.sites).clone()),
            "area" => self
                .demo
                .unit(self.unit)
                .and_then(|unit| self.demo.unit(unit.parent?))
                .map(|above| above.name.clone()),
            "place" => Some(chance.pick(&self.demo.units).name.clone()),
            "team" => Some(self.years(chance)),
            _ => None,
        };
        format!("{before}{}{after}", filled.unwrap_or_default()).trim().to_owned()
    }

    /// Full name or, as often as not, given name only.
    fn called(&self, person: PersonIndex, chance: &mut Chance) -> String {
        let Some(person) = self.demo.person(person) else { return String::new() };
        if chance.percent(50) { person.full_name() } else { person.given_name.to_owned() }
    }

    fn years(&self, chance: &mut Chance) -> String {
        let years = chance.pick(&["1-3", "4-6", "7-9"]);
        match self.demo.language {
            Language::Sv => format!("åk {years}"),
            Language::Da => format!("{years}. klasse"),
            Language::En => format!("years {years}"),
        }
    }
}

/// The closest manager of whoever leads the municipality.
const CHAIR: Said = said("kommunstyrelsens ordförande", "borgmesteren", "the chair of the board");
