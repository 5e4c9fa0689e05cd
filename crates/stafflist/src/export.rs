//! The organisation as a list: what a next list would have to say for nothing to become different.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;
use people::{Chart, Employment, PersonId, UnitId};

use crate::{Column, Known};

/// What somebody or a unit that came by no list is called: a list with this finds them again.
pub(crate) fn own_key(id: i64) -> String {
    format!("#{id}")
}

/// The columns of an exported list, in order.
pub const EXPORTED: [Column; 16] = [
    Column::PersonKey,
    Column::GivenName,
    Column::FamilyName,
    Column::Mail,
    Column::UnitKey,
    Column::UnitName,
    Column::ParentKey,
    Column::ManagerKey,
    Column::Occupation,
    Column::Extent,
    Column::Form,
    Column::From,
    Column::To,
    Column::LeaveFrom,
    Column::LeaveTo,
    Column::EmploymentKey,
];

/// Everyone employed on `today` or later, a row of [`EXPORTED`] for each employment; `hourly` is the word for pay by the hour. Those who are only
/// counted are left out, and so is a second leave.
pub fn export(chart: &Chart, known: &[Known], today: Date, hourly: &str) -> Vec<[String; 16]> {
    let people: HashMap<PersonId, &Known> =
        known.iter().filter(|person| !person.placeholder).map(|person| (person.id, person)).collect();
    let leads = Leads::new(chart, &people, today);
    let then = chart.as_of(today);
    let mut rows: Vec<(String, [String; 16])> = Vec::new();
    let mut places: HashMap<UnitId, usize> = HashMap::new();
    for it in chart.employments().filter(|it| it.span.after(today).is_some()) {
        let (Some(person), Some(facts)) = (people.get(&it.person), then.unit(it.unit)) else { continue };
        let key = |unit: UnitId| unit_key(chart, unit);
        let place = places.entry(it.unit).or_default();
        let manager = leads.named_by(it, place);
        let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        let last = |to: Option<Date>| day(to.and_then(|to| to.yesterday().ok()));
        let away = it.leave.iter().find(|leave| leave.after(today).is_some());
        let row = [
            person_key(person),
            person.given_name.clone(),
            person.family_name.clone(),
            person.mail.clone().unwrap_or_default(),
            key(it.unit),
            facts.name.clone(),
            // What lies right below the top needs no more words.
            facts
                .parent
                .filter(|parent| then.unit(*parent).is_some_and(|it| it.parent.is_some()))
                .map(key)
                .unwrap_or_default(),
            manager.and_then(|manager| people.get(&manager)).map(|it| person_key(it)).unwrap_or_default(),
            it.occupation.as_ref().map(ToString::to_string).unwrap_or_default(),
            // A bare 1 could be all of full time.
            format!("{} %", it.extent_percent),
            if it.hourly { hourly.to_owned() } else { String::new() },
            day(Some(it.span.from())),
            last(it.span.to()),
            day(away.map(|leave| leave.from())),
            last(away.and_then(|leave| leave.to())),
            it.key.clone().unwrap_or_default(),
        ];
        let way = then.path(it.unit).into_iter().filter_map(|unit| Some(then.unit(unit)?.name.as_str()));
        rows.push((way.collect::<Vec<_>>().join(" / "), row));
    }
    rows.sort_by(|(a, one), (b, other)| (a, &one[2], &one[1]).cmp(&(b, &other[2], &other[1])));
    rows.into_iter().map(|(_, row)| row).collect()
}

fn person_key(person: &Known) -> String {
    person.key.clone().unwrap_or_else(|| own_key(person.id.0))
}

fn unit_key(chart: &Chart, unit: UnitId) -> String {
    let key = chart.unit(unit).and_then(|life| life.key());
    key.map_or_else(|| own_key(unit.0), str::to_owned)
}

/// Who leads what, not counting those who act for somebody.
struct Leads(BTreeMap<UnitId, Vec<PersonId>>);

impl Leads {
    fn new(chart: &Chart, people: &HashMap<PersonId, &Known>, today: Date) -> Leads {
        let mut leads: BTreeMap<UnitId, Vec<PersonId>> = BTreeMap::new();
        let lead_now = chart.leads().filter(|lead| lead.span.holds(today) && !lead.acting);
        for lead in lead_now.filter(|lead| people.contains_key(&lead.person)) {
            leads.entry(lead.unit).or_default().push(lead.person);
        }
        leads.values_mut().for_each(|people| people.sort_unstable());
        Leads(leads)
    }

    /// Whom a row calls manager: those who share the unit in turn, so that each is named; a leader's own row themselves.
    fn named_by(&self, it: &Employment, place: &mut usize) -> Option<PersonId> {
        let leaders = self.0.get(&it.unit)?;
        if leaders.contains(&it.person) {
            return Some(it.person);
        }
        *place += 1;
        leaders.get((*place - 1) % leaders.len()).copied()
    }
}
