//! People and units by hand, on both databases.
#![allow(clippy::unwrap_used, reason = "the helpers of tests fail by panicking")]

use access::{Actor, Role, Roles};
use actions::by_hand::{self, ByHandRefused, Name, Work};
use actions::people::{Founding, Newcomer};
use actions::{Clock, Desk, Keys, LetterPolicy, Store};
use jiff::civil::{Date, date};
use people::{Language, PersonId, Refused, UnitId, UnitSort};
use store::testing::on_each_database;

const TODAY: Date = date(2026, 11, 22);

struct House {
    desk: Desk,
    by: Actor,
    top: UnitId,
}

impl House {
    async fn new(store: Store) -> House {
        let clock = Clock::standing_at("2026-11-22T08:00:00Z".parse().unwrap());
        let desk =
            Desk::new(store, clock, Keys::from_bytes([7; 32]), LetterPolicy::Keep, "https://pejling.example");
        let it = Newcomer {
            given_name: "Erik".into(),
            family_name: "Hallberg".into(),
            mail: "erik@ekbacka.example".into(),
        };
        let (name, zone) = ("Ekbacka".to_owned(), "Europe/Stockholm".to_owned());
        let founding = Founding { name, language: Language::Sv, zone, it, leader: None };
        let founded = desk.write(move |tx| actions::people::found(tx, &founding, TODAY)).await.unwrap();
        let roles = Roles::default().with(Role::Hr);
        let by = Actor { organisation: founded.organisation, person: founded.it, roles };
        let top = desk.read(move |tx| by_hand::top(tx, &by, TODAY)).await.unwrap();
        House { desk, by, top }
    }

    async fn open(&self, parent: UnitId, name: &'static str) -> UnitId {
        let by = self.by;
        let opened = self
            .desk
            .write(move |tx| by_hand::open_unit(tx, &by, parent, name, UnitSort::Unit, TODAY, TODAY));
        opened.await.unwrap()
    }

    async fn add(&self, given: &str, family: &str, unit: UnitId) -> Result<PersonId, ByHandRefused> {
        let by = self.by;
        let mail = Some(format!("{}.{}@ekbacka.example", given.to_lowercase(), family.to_lowercase()));
        let name = Name { given: given.into(), family: family.into(), mail };
        let occupation = people::Occupation::new("Lärare");
        let work = Work { unit, occupation, extent_percent: 80, hourly: false, from: TODAY };
        self.desk.write(move |tx| by_hand::add_person(tx, &by, &name, &work, TODAY)).await
    }

    async fn found(&self, looked_for: &'static str) -> Vec<String> {
        let by = self.by;
        let (found, _) = self.desk.read(move |tx| by_hand::find(tx, &by, looked_for, TODAY)).await.unwrap();
        let mut names: Vec<_> =
            found.into_iter().map(|it| format!("{}: {}", it.name, it.units.join(","))).collect();
        names.sort();
        names
    }

    async fn staff(&self, unit: UnitId, on: Date) -> Vec<String> {
        let by = self.by;
        match self.desk.read(move |tx| by_hand::unit(tx, &by, unit, on)).await {
            Ok(whole) => whole.staff.into_iter().map(|(_, name)| name).collect(),
            Err(_) => Vec::new(),
        }
    }
}

#[test]
fn anyone_is_found_by_the_beginning_of_any_name_address_or_key() {
    on_each_database(async |store| {
        let house = House::new(store).await;
        let school = house.open(house.top, "Skolan").await;
        for (given, family) in [("Åsa", "Öberg"), ("Bo", "Åkesson"), ("Anna-Karin", "Von Essen")] {
            house.add(given, family, school).await.unwrap();
        }
        assert_eq!(house.found("ås").await, ["Åsa Öberg: Skolan"]);
        assert_eq!(house.found("ÖB ÅSA").await, ["Åsa Öberg: Skolan"]);
        assert_eq!(house.found("å").await, ["Bo Åkesson: Skolan", "Åsa Öberg: Skolan"]);
        assert_eq!(house.found("essen").await, ["Anna-Karin Von Essen: Skolan"]);
        assert_eq!(house.found("erik@").await, ["Erik Hallberg: Ekbacka"]);
        assert_eq!(house.found("sson").await, Vec::<String>::new(), "the beginning, not the middle");
        assert_eq!(house.found("%").await.len(), 4, "a sign of LIKE's is none");
    });
}

#[test]
fn a_person_is_moved_away_and_ended_from_a_day_on() {
    on_each_database(async |store| {
        let house = House::new(store).await;
        let (one, other) = (house.open(house.top, "Ett").await, house.open(house.top, "Två").await);
        let (by, person) = (house.by, house.add("Åsa", "Öberg", one).await.unwrap());
        let whole = move |tx: &mut actions::Tx<'_>| by_hand::person(tx, &by, person, TODAY);
        let work = house.desk.read(whole).await.unwrap().work[0].0.clone();
        let (id, on) = (work.id, date(2027, 1, 1));
        house.desk.write(move |tx| by_hand::move_employment(tx, &by, id, other, on, TODAY)).await.unwrap();
        assert_eq!(house.staff(one, date(2026, 12, 31)).await, ["Åsa Öberg"]);
        assert_eq!(house.staff(one, on).await, Vec::<String>::new());
        assert_eq!(house.staff(other, on).await, ["Åsa Öberg"]);
        let next = house.desk.read(whole).await.unwrap().work[0].0.id;
        let last = date(2027, 6, 30);
        let leave = move |from, to| {
            move |tx: &mut actions::Tx<'_>| by_hand::go_on_leave(tx, &by, next, from, Some(to), TODAY)
        };
        house.desk.write(leave(date(2027, 2, 1), date(2027, 2, 28))).await.unwrap();
        let again = house.desk.write(leave(date(2027, 2, 28), date(2027, 3, 5))).await;
        assert!(matches!(again, Err(ByHandRefused::Rules(Refused::LeaveDoesNotFit))));
        let backwards = house.desk.write(leave(date(2027, 4, 2), date(2027, 4, 1))).await;
        assert!(matches!(backwards, Err(ByHandRefused::Rules(Refused::Backwards))), "a day less than one");
        house.desk.write(move |tx| by_hand::end_employment(tx, &by, next, last, TODAY)).await.unwrap();
        assert_eq!(house.staff(other, last).await, ["Åsa Öberg"], "the last day is a day");
        assert_eq!(house.staff(other, date(2027, 7, 1)).await, Vec::<String>::new());
    });
}

#[test]
fn an_address_is_somebodys_alone() {
    on_each_database(async |store| {
        let house = House::new(store).await;
        house.add("Åsa", "Öberg", house.top).await.unwrap();
        let twice = house.add("ÅSA", "öberg", house.top).await;
        assert!(matches!(twice, Err(ByHandRefused::MailTaken)));
        let (by, bo) = (house.by, house.add("Bo", "Berg", house.top).await.unwrap());
        let name = Name {
            given: "Bo".into(),
            family: "Berg".into(),
            mail: Some("åsa.öberg@ekbacka.example".into()),
        };
        let renamed = house.desk.write(move |tx| by_hand::rename_person(tx, &by, bo, &name)).await;
        assert!(matches!(renamed, Err(ByHandRefused::MailTaken)));
    });
}

#[test]
fn a_unit_is_renamed_moved_merged_and_closed() {
    on_each_database(async |store| {
        let house = House::new(store).await;
        let by = house.by;
        let (school, north) = (house.open(house.top, "Skolan").await, house.open(house.top, "Norr").await);
        let small = house.open(school, "Lilla skolan").await;
        house.add("Åsa", "Öberg", small).await.unwrap();
        let on = date(2027, 1, 1);
        house.desk.write(move |tx| by_hand::rename_unit(tx, &by, small, "Lärkan", on, TODAY)).await.unwrap();
        house.desk.write(move |tx| by_hand::move_unit(tx, &by, small, north, TODAY, TODAY)).await.unwrap();
        let ring = house.desk.write(move |tx| by_hand::move_unit(tx, &by, north, small, TODAY, TODAY)).await;
        assert!(matches!(ring, Err(ByHandRefused::Rules(Refused::Ring))));
        let way = move |day| {
            move |tx: &mut actions::Tx<'_>| Ok::<_, actions::Fault>(by_hand::unit(tx, &by, small, day)?.way)
        };
        assert_eq!(house.desk.read(way(TODAY)).await.unwrap(), "Norr / Lilla skolan");
        assert_eq!(house.desk.read(way(on)).await.unwrap(), "Norr / Lärkan");
        let full = house.desk.write(move |tx| by_hand::close_unit(tx, &by, small, TODAY, TODAY)).await;
        assert!(matches!(full, Err(ByHandRefused::Rules(Refused::HasPeople))));
        house.desk.write(move |tx| by_hand::merge_unit(tx, &by, small, school, on, TODAY)).await.unwrap();
        assert_eq!(house.staff(school, on).await, ["Åsa Öberg"]);
        assert_eq!(house.staff(small, date(2026, 12, 31)).await, ["Åsa Öberg"], "what was, was");
        let last = date(2027, 3, 31);
        house.desk.write(move |tx| by_hand::close_unit(tx, &by, north, last, TODAY)).await.unwrap();
    });
}

#[test]
fn somebody_leads_and_leads_no_more() {
    on_each_database(async |store| {
        let house = House::new(store).await;
        let school = house.open(house.top, "Skolan").await;
        let (by, asa) = (house.by, house.add("Åsa", "Öberg", school).await.unwrap());
        let appoint =
            move |tx: &mut actions::Tx<'_>| by_hand::appoint(tx, &by, asa, school, false, TODAY, TODAY);
        house.desk.write(appoint).await.unwrap();
        let twice = house.desk.write(appoint).await;
        assert!(matches!(twice, Err(ByHandRefused::Rules(Refused::LeadsAlready))));
        let leads = move |tx: &mut actions::Tx<'_>| {
            Ok::<_, actions::Fault>(by_hand::person(tx, &by, asa, TODAY)?.leads.len())
        };
        assert_eq!(house.desk.read(leads).await.unwrap(), 1);
        house.desk.write(move |tx| by_hand::dismiss(tx, &by, asa, school, TODAY)).await.unwrap();
        assert_eq!(house.desk.read(leads).await.unwrap(), 0);
    });
}
