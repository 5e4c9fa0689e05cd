//! Lists of everyone employed, on both databases: brought, looked at, done, undone.
#![allow(clippy::unwrap_used, reason = "the helpers of tests fail by panicking")]

use access::Actor;
use actions::people::{Founding, Leader, Newcomer};
use actions::staff_lists::{self, StaffListRefused};
use actions::{Clock, Desk, Keys, LetterPolicy, Store};
use jiff::SignedDuration;
use jiff::civil::date;
use people::{Chart, Language};
use stafflist::{Column, Mapping};
use store::testing::on_each_database;

const HEAD: &str =
    "Anställningsnr;Förnamn;Efternamn;E-post;Enhetskod;Enhet;Chef;Befattning;Sysselsättningsgrad";
const FIRST: [&str; 4] = [
    "1;Karin;Hallberg;karin@ekbacka.example;110;Hemtjänsten;1;Enhetschef;100",
    "2;Bo;Berg;bo@ekbacka.example;110;Hemtjänsten;1;Undersköterska;75",
    "3;Cia;Cronholm;cia@ekbacka.example;110;Hemtjänsten;1;Undersköterska;80",
    "4;Dan;Dahl;;120;Nattpatrullen;1;Vårdbiträde;50",
];

fn list(rows: &[&str]) -> Vec<u8> {
    format!("{HEAD}\n{}\n", rows.join("\n")).into_bytes()
}

struct House {
    desk: Desk,
    by: Actor,
}

impl House {
    async fn new(store: Store) -> House {
        let clock = Clock::standing_at("2026-11-22T08:00:00Z".parse().unwrap());
        let desk =
            Desk::new(store, clock, Keys::from_bytes([7; 32]), LetterPolicy::Keep, "https://pejling.example");
        let newcomer = |given_name: &str, mail: &str| Newcomer {
            given_name: given_name.into(),
            family_name: "Hallberg".into(),
            mail: mail.into(),
        };
        let founding = Founding {
            name: "Ekbacka kommun".into(),
            language: Language::Sv,
            zone: "Europe/Stockholm".into(),
            it: newcomer("Erik", "erik@ekbacka.example"),
            leader: Some(Leader {
                person: newcomer("Karin", "karin@ekbacka.example"),
                unit: "Hemtjänsten".into(),
                staff: 45,
                sites: 2,
            }),
        };
        let founded =
            desk.write(move |tx| actions::people::found(tx, &founding, date(2026, 11, 22))).await.unwrap();
        let roles = access::Roles::default().with(access::Role::Hr);
        House { desk, by: Actor { organisation: founded.organisation, person: founded.it, roles } }
    }

    async fn bring(&self, content: Vec<u8>) -> Result<i64, StaffListRefused> {
        staff_lists::bring(&self.desk, self.by, "personal.csv", content).await
    }

    async fn mark(&self, list: i64) -> String {
        staff_lists::look(&self.desk, self.by, list).await.unwrap().plan.unwrap().mark
    }

    /// A minute later than whatever was done before.
    async fn take(&mut self, content: Vec<u8>) -> i64 {
        self.desk.clock = Clock::standing_at(self.desk.now() + SignedDuration::from_mins(1));
        let list = self.bring(content).await.unwrap();
        let mark = self.mark(list).await;
        staff_lists::carry_out(&self.desk, self.by, list, mark, true).await.unwrap();
        list
    }

    async fn undo(&self, list: i64) -> Result<(), StaffListRefused> {
        let by = self.by;
        self.desk.write(move |tx| staff_lists::undo(tx, &by, list)).await
    }

    async fn chart(&self) -> Chart {
        let organisation = self.by.organisation;
        let read: Result<_, store::Fault> = self
            .desk
            .read(move |tx| {
                let mut chart = store::chart::tree(tx, organisation)?;
                store::chart::add_staff(tx, organisation, &mut chart)?;
                Ok(chart)
            })
            .await;
        read.unwrap()
    }

    /// Everything that a list can touch.
    async fn everything(&self) -> String {
        let (chart, organisation) = (self.chart().await, self.by.organisation);
        let known = self.desk.read(move |tx| store::staff_lists::known(tx, organisation)).await.unwrap();
        let mut leads: Vec<_> = chart.leads().map(|it| (it.unit, it.person, it.acting, it.span)).collect();
        leads.sort_unstable();
        let (units, work) = (chart.units().collect::<Vec<_>>(), chart.employments().collect::<Vec<_>>());
        format!("{units:#?}{work:#?}{leads:#?}{known:#?}")
    }

    async fn staff(&self, unit: &str) -> usize {
        let chart = self.chart().await;
        let then = chart.as_of(date(2026, 11, 22));
        let (id, _) = then.units().into_iter().find(|(_, facts)| facts.name == unit).unwrap();
        then.staff(id).len()
    }
}

#[test]
fn a_list_is_brought_looked_at_and_done() {
    on_each_database(async |store| {
        let house = House::new(store).await;
        let list = house.bring(list(&FIRST)).await.unwrap();
        let look = staff_lists::look(&house.desk, house.by, list).await.unwrap();
        let seen = look.plan.unwrap();
        assert_eq!(seen.plan.tally.new, ["Bo Berg", "Cia Cronholm", "Dan Dahl"]);
        assert_eq!(house.staff("Hemtjänsten").await, 46, "looking changes nothing");
        let counts = staff_lists::carry_out(&house.desk, house.by, list, seen.mark, true).await.unwrap();
        assert_eq!((counts.people_new, counts.units_opened, counts.rows_wrong), (3, 1, 0));
        // The 45 who were only counted have become two, beside the one who leads.
        assert_eq!(house.staff("Hemtjänsten").await, 3);
        let gone = staff_lists::look(&house.desk, house.by, list).await;
        assert!(matches!(gone, Err(StaffListRefused::Gone)), "the file is not kept");
        let by = house.by;
        let done = house.desk.read(move |tx| staff_lists::done(tx, &by)).await.unwrap();
        assert_eq!(done.len(), 1);
        assert!(
            done[0].1
                && done[0].0.counts == counts
                && done[0].0.brought_by.as_deref() == Some("Erik Hallberg")
        );
    });
}

#[test]
fn undoing_a_list_leaves_everything_as_it_was() {
    on_each_database(async |store| {
        let mut house = House::new(store).await;
        let founded = house.everything().await;
        let first = house.take(list(&FIRST)).await;
        let before = house.everything().await;
        assert_ne!(founded, before);
        // Names and addresses changed with each other, a move, a unit renamed and one closed, somebody gone and somebody new.
        let second = [
            "1;Karin;Hallberg;karin@ekbacka.example;110;Hemtjänst Norr;1;Enhetschef;100",
            "2;Bo;Bergman;cia@ekbacka.example;130;Dagpatrullen;1;Undersköterska;75",
            "3;Cia;Cronholm;bo@ekbacka.example;110;Hemtjänst Norr;2;Undersköterska;90",
            "5;Eva;Ek;;110;Hemtjänst Norr;1;Undersköterska;100",
        ];
        let second = house.take(list(&second)).await;
        assert_ne!(before, house.everything().await);
        assert!(matches!(house.undo(first).await, Err(StaffListRefused::Gone)), "only the latest");
        house.undo(second).await.unwrap();
        assert_eq!(before, house.everything().await);
        assert!(matches!(house.undo(second).await, Err(StaffListRefused::Gone)), "only once");
    });
}

#[test]
fn what_has_changed_since_is_not_undone() {
    on_each_database(async |store| {
        let mut house = House::new(store).await;
        let taken = house.take(list(&FIRST)).await;
        let organisation = house.by.organisation;
        let unit = house.chart().await.units().last().unwrap().id();
        let renamed: Result<_, store::Fault> = house
            .desk
            .write(move |tx| {
                let mut chart = store::chart::tree(tx, organisation)?;
                let changes = chart.rename_unit(unit, "Ett annat namn", date(2026, 11, 22)).unwrap();
                store::chart::remember(tx, organisation, &changes, date(2026, 11, 22))
            })
            .await;
        renamed.unwrap();
        let by = house.by;
        let done = house.desk.read(move |tx| staff_lists::done(tx, &by)).await.unwrap();
        assert!(!done[0].1, "it is not offered");
        assert!(matches!(house.undo(taken).await, Err(StaffListRefused::Changed)));
    });
}

#[test]
fn only_what_was_looked_at_is_done() {
    on_each_database(async |store| {
        let mut house = House::new(store).await;
        let first = house.bring(list(&FIRST)).await.unwrap();
        let mark = house.mark(first).await;
        // Somebody else does another list meanwhile.
        house.take(list(&FIRST[..3])).await;
        let late = staff_lists::carry_out(&house.desk, house.by, first, mark, true).await;
        assert!(matches!(late, Err(StaffListRefused::Different)));
        let again = house.mark(first).await;
        let counts = staff_lists::carry_out(&house.desk, house.by, first, again, true).await.unwrap();
        assert_eq!((counts.people_new, counts.units_opened), (1, 1));
    });
}

#[test]
fn columns_are_said_once() {
    on_each_database(async |store| {
        let house = House::new(store).await;
        let odd = "Kolumn 1;Kolumn 2;Kolumn 3\n1;Bo Berg;Hemtjänsten\n".as_bytes();
        let list = house.bring(odd.to_vec()).await.unwrap();
        let look = staff_lists::look(&house.desk, house.by, list).await.unwrap();
        assert!(matches!(look.plan, Err(StaffListRefused::Mapping(wrong)) if wrong.len() == 3));
        let mut mapping = Mapping::new();
        mapping.put(Column::PersonKey, 0);
        mapping.put(Column::FullName, 1);
        let unfinished = staff_lists::map(&house.desk, house.by, list, mapping.clone()).await;
        assert!(matches!(unfinished, Err(StaffListRefused::Mapping(_))));
        mapping.put(Column::UnitName, 2);
        staff_lists::map(&house.desk, house.by, list, mapping).await.unwrap();
        assert!(staff_lists::look(&house.desk, house.by, list).await.unwrap().plan.is_ok());
        // The next file with these columns needs no more words.
        let next = house.bring(odd.to_vec()).await.unwrap();
        assert!(staff_lists::look(&house.desk, house.by, next).await.unwrap().plan.is_ok());
    });
}

#[test]
fn a_file_lies_for_a_day_and_the_way_back_for_thirty() {
    on_each_database(async |store| {
        let mut house = House::new(store).await;
        let done = house.take(list(&FIRST)).await;
        let lying = house.bring(list(&FIRST[..2])).await.unwrap();
        let nights = [(1, true), (2, false)];
        for (night, is_there) in nights {
            let mut later = house.desk.clone();
            later.clock = Clock::standing_at(house.desk.now() + SignedDuration::from_hours(23 * night));
            actions::clockwork::clear(&later).await.unwrap();
            let organisation = house.by.organisation;
            let file = later.read(move |tx| store::staff_lists::file(tx, organisation, lying)).await.unwrap();
            assert_eq!(file.is_some(), is_there, "after {night} nights");
        }
        for (days, can) in [(29, true), (31, false)] {
            house.desk.clock = Clock::standing_at(house.desk.now() + SignedDuration::from_hours(24 * days));
            actions::clockwork::clear(&house.desk).await.unwrap();
            let by = house.by;
            let lists = house.desk.read(move |tx| staff_lists::done(tx, &by)).await.unwrap();
            assert_eq!(lists[0].1, can, "after {days} days");
        }
        assert!(matches!(house.undo(done).await, Err(StaffListRefused::Changed)));
    });
}

#[test]
fn a_file_with_personal_identity_numbers_is_refused_when_it_is_brought() {
    on_each_database(async |store| {
        let house = House::new(store).await;
        let text = "Anst.nr;Namn;Enhet;Pnr\n1;Bo Berg;Hemtjänsten;900101-9802\n".as_bytes().to_vec();
        let refused = house.bring(text).await;
        assert!(
            matches!(refused, Err(StaffListRefused::IdentityNumbers(at)) if (at.row, at.column) == (2, 3))
        );
    });
}

#[test]
fn who_left_is_forgotten_after_half_a_year_and_was_there_all_the_same() {
    on_each_database(async |store| {
        let mut house = House::new(store).await;
        house.take(list(&FIRST)).await;
        house.desk.clock = Clock::standing_at(house.desk.now() + SignedDuration::from_hours(24));
        house.take(list(&FIRST[..3])).await;
        let chart = house.chart().await;
        let left = date(2026, 11, 22);
        for (days, forgotten) in [(179, 0), (2, 1), (1, 0)] {
            house.desk.clock = Clock::standing_at(house.desk.now() + SignedDuration::from_hours(24 * days));
            assert_eq!(actions::leavers::forget(&house.desk).await.unwrap(), forgotten, "{days} days later");
        }
        let organisation = house.by.organisation;
        let known = house.desk.read(move |tx| store::staff_lists::known(tx, organisation)).await.unwrap();
        assert!(known.iter().all(|it| it.given_name != "Dan" && it.key.as_deref() != Some("4")));
        // Those who only were counted were nameless before, and so is one more now.
        let there = |chart: &Chart| {
            let then = chart.as_of(left);
            then.units().into_iter().map(|(unit, _)| then.staff(unit)).collect::<Vec<_>>()
        };
        assert_eq!(there(&chart), there(&house.chart().await), "who was where stays");
        // Whoever runs the installation is employed no more, and is needed.
        let by = house.by;
        let found = house.desk.read(move |tx| actions::by_hand::find(tx, &by, "erik", left)).await.unwrap();
        assert_eq!(found.0.len(), 1);
    });
}
