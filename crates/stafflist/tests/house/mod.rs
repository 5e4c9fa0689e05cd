//! A small organisation that lists are brought to.
#![allow(dead_code, reason = "each test file uses a part")]

use jiff::ToSpan;
use jiff::civil::{Date, date};
use people::{Chart, Employment, EmploymentId, PersonId, Span, UnitFacts, UnitId, UnitSort};
use sheet::Limits;
use stafflist::{IdentityNumbers, Known, Mapping, Plan, StaffList};

pub(crate) const TODAY: Date = date(2026, 11, 29);
const TOP: UnitId = UnitId(1);

pub(crate) fn day(number: i64) -> Date {
    TODAY + number.days()
}

pub(crate) struct House {
    pub(crate) chart: Chart,
    pub(crate) known: Vec<Known>,
    pub(crate) today: Date,
    next: i64,
}

impl House {
    pub(crate) fn new() -> House {
        let mut chart = Chart::new();
        let facts =
            UnitFacts { parent: None, name: "Ekbacka".into(), sort: UnitSort::Municipality, sites: 1 };
        chart.open_unit(TOP, None, date(2020, 1, 1), facts).unwrap();
        House { chart, known: Vec::new(), today: TODAY, next: 100 }
    }

    pub(crate) fn read(text: &str) -> Result<StaffList, IdentityNumbers> {
        House::read_on(text, TODAY)
    }

    fn read_on(text: &str, today: Date) -> Result<StaffList, IdentityNumbers> {
        let sheet = sheet::read(text.as_bytes(), &Limits::LIST).unwrap();
        let mapping = Mapping::guess(sheet.header());
        assert_eq!(mapping.check(), []);
        StaffList::read(&sheet, &mapping, today)
    }

    /// What a list would make different.
    pub(crate) fn look(&self, text: &str) -> Plan {
        self.look_with(text, |next| next)
    }

    /// The same with other ids.
    pub(crate) fn look_with(&self, text: &str, id: impl Fn(i64) -> i64) -> Plan {
        let list = House::read_on(text, self.today).unwrap();
        let mut next = self.next;
        Plan::make(&list, &self.chart, &self.known, self.today, &mut || {
            next += 1;
            id(next)
        })
    }

    /// Does it, as whoever remembers it would.
    pub(crate) fn take(&mut self, text: &str) -> Plan {
        let plan = self.look(text);
        plan.changes.iter().for_each(|change| self.chart.apply(change));
        self.next += 100_000;
        for (id, person) in &plan.renamed {
            let known = self.known.iter_mut().find(|known| known.id == *id).unwrap();
            known.key = Some(person.key.clone());
            known.given_name.clone_from(&person.given_name);
            known.family_name.clone_from(&person.family_name);
            known.mail.clone_from(&person.mail);
        }
        for (id, person) in &plan.newcomers {
            self.known.push(Known {
                id: *id,
                key: Some(person.key.clone()),
                number: None,
                given_name: person.given_name.clone(),
                family_name: person.family_name.clone(),
                mail: person.mail.clone(),
                placeholder: false,
            });
        }
        plan
    }

    /// The organisation as a list.
    pub(crate) fn export(&self) -> String {
        let head = "Anställningsnr;Förnamn;Efternamn;E-post;Enhetskod;Enhet;Överordnad enhet;Chef;Befattning;Sysselsättningsgrad;\
            Anställningsform;Fr o m;T o m;Ledig fr o m;Ledig t o m;Anställningsid";
        let rows = stafflist::export(&self.chart, &self.known, self.today, "Timavlönad");
        let line = |row: &[String; 16]| row.join(";");
        format!("{head}\n{}\n", rows.iter().map(line).collect::<Vec<_>>().join("\n"))
    }

    fn fresh(&mut self) -> i64 {
        self.next += 1;
        self.next
    }

    pub(crate) fn by_hand(&mut self, given: &str, family: &str, mail: Option<&str>, unit: &str) {
        self.enter(given, family, mail, unit, false);
    }

    pub(crate) fn placeholder(&mut self, number: &str, unit: &str) {
        self.enter("Medarbetare", number, None, unit, true);
    }

    fn enter(&mut self, given: &str, family: &str, mail: Option<&str>, unit: &str, placeholder: bool) {
        let person = PersonId(self.fresh());
        self.known.push(Known {
            id: person,
            key: None,
            number: None,
            given_name: given.into(),
            family_name: family.into(),
            mail: mail.map(str::to_owned),
            placeholder,
        });
        let from = date(2024, 1, 1);
        let there = self.chart.units().find(|life| life.on(TODAY).is_some_and(|facts| facts.name == unit));
        let unit = match there.map(people::UnitLife::id) {
            Some(unit) => unit,
            None => {
                let id = UnitId(self.fresh());
                let facts =
                    UnitFacts { parent: Some(TOP), name: unit.into(), sort: UnitSort::Unit, sites: 1 };
                self.chart.open_unit(id, None, from, facts).unwrap();
                id
            }
        };
        let employment = Employment {
            id: EmploymentId(self.fresh()),
            key: None,
            person,
            unit,
            occupation: None,
            extent_percent: 100,
            hourly: false,
            span: Span::since(from),
            leave: Vec::new(),
        };
        self.chart.employ(employment).unwrap();
    }

    /// The unit that is or last was called so.
    pub(crate) fn unit(&self, name: &str) -> UnitId {
        let called = |life: &&people::UnitLife| life.versions().last().unwrap().1.name == name;
        self.chart.units().find(called).unwrap().id()
    }

    pub(crate) fn staff(&self, unit: &str) -> Vec<String> {
        self.staff_on(unit, self.today)
    }

    pub(crate) fn staff_on(&self, unit: &str, day: Date) -> Vec<String> {
        let staff = self.chart.as_of(day).staff(self.unit(unit));
        let mut names: Vec<_> = staff.iter().map(|member| named(self, member.person)).collect();
        names.sort();
        names
    }

    pub(crate) fn leaders(&self, unit: &str) -> Vec<String> {
        let leads = self
            .chart
            .as_of(self.today)
            .leads(self.unit(unit))
            .iter()
            .map(|it| it.person)
            .collect::<Vec<_>>();
        let mut names: Vec<_> = leads.into_iter().map(|person| named(self, person)).collect();
        names.sort();
        names
    }
}

pub(crate) fn named(house: &House, person: PersonId) -> String {
    let known = house.known.iter().find(|known| known.id == person).unwrap();
    format!("{} {}", known.given_name, known.family_name)
}
