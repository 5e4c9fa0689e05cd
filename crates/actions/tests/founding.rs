//! Making a real organisation, on both databases.
#![allow(clippy::unwrap_used, reason = "the helpers of tests fail by panicking")]

use access::Actor;
use actions::people::{FoundRefused, Founded, Founding, Leader, Newcomer, STAFF_AT_MOST};
use actions::{Clock, Desk, Keys, LetterPolicy, Store};
use jiff::civil::date;
use people::Language;
use store::testing::on_each_database;

fn desk(store: Store) -> Desk {
    let clock = Clock::standing_at("2026-11-22T08:00:00Z".parse().unwrap());
    Desk::new(store, clock, Keys::from_bytes([7; 32]), LetterPolicy::Keep, "https://pejling.example")
}

fn newcomer(given_name: &str, mail: &str) -> Newcomer {
    Newcomer { given_name: given_name.into(), family_name: "Hallberg".into(), mail: mail.into() }
}

fn founding() -> Founding {
    Founding {
        name: "Ekbacka kommun".into(),
        language: Language::Sv,
        zone: "Europe/Stockholm".into(),
        it: newcomer("Erik", "Erik@Ekbacka.example"),
        leader: Some(Leader {
            person: newcomer("Karin", "karin@ekbacka.example"),
            unit: "Hemtjänsten".into(),
            staff: 45,
            sites: 2,
        }),
    }
}

async fn found(desk: &Desk, founding: Founding) -> Result<Founded, FoundRefused> {
    desk.write(move |tx| actions::people::found(tx, &founding, date(2026, 11, 22))).await
}

#[test]
fn a_leader_has_their_unit_their_people_and_their_places() {
    on_each_database(async |store| {
        let desk = desk(store);
        let founded = found(&desk, founding()).await.unwrap();
        let leader = founded.leader.unwrap();
        assert_ne!(leader, founded.it);
        let by =
            Actor { organisation: founded.organisation, person: leader, roles: access::Roles::default() };
        let conditions =
            desk.read(move |tx| actions::people::conditions(tx, &by, date(2026, 11, 22))).await.unwrap();
        assert_eq!((conditions.span, conditions.sites), (45, 2));
        assert_eq!(conditions.units[0].name, "Hemtjänsten");
        let it = desk.read(|tx| actions::people::with_mail(tx, " ERIK@ekbacka.example ")).await.unwrap();
        assert_eq!(it.unwrap().id, founded.it);
    });
}

#[test]
fn the_leader_may_be_who_runs_the_installation() {
    on_each_database(async |store| {
        let mut founding = founding();
        founding.leader.as_mut().unwrap().person.mail = "erik@ekbacka.example".into();
        let founded = found(&desk(store), founding).await.unwrap();
        assert_eq!(founded.leader, Some(founded.it));
    });
}

#[test]
fn an_installation_has_one_organisation_and_no_demo_over_it() {
    on_each_database(async |store| {
        let desk = desk(store);
        found(&desk, founding()).await.unwrap();
        let again = found(&desk, founding()).await;
        assert!(matches!(again, Err(FoundRefused::AlreadyThere(name)) if name == "Ekbacka kommun"));
        let request =
            demo::Request { employees: 60, seed: 1, today: date(2026, 11, 22), language: Language::Sv };
        let over = actions::demo::load(&desk, &demo::generate(&request)).await;
        assert!(matches!(over, Err(actions::demo::DemoRefused::NotEmpty)));
    });
}

#[test]
fn nothing_is_founded_over_a_demo() {
    on_each_database(async |store| {
        let desk = desk(store);
        let request =
            demo::Request { employees: 60, seed: 1, today: date(2026, 11, 22), language: Language::Da };
        actions::demo::load(&desk, &demo::generate(&request)).await.unwrap();
        assert!(matches!(found(&desk, founding()).await, Err(FoundRefused::Demo)));
    });
}

#[test]
fn what_cannot_be_is_refused_and_nothing_is_left_of_it() {
    on_each_database(async |store| {
        let desk = desk(store);
        let spoilt: [fn(&mut Founding); 6] = [
            |founding| founding.name = " ".into(),
            |founding| founding.zone = "Mars/Olympus".into(),
            |founding| founding.it.mail = "erik".into(),
            |founding| founding.it.family_name = "x".repeat(101),
            |founding| founding.leader.as_mut().unwrap().unit = String::new(),
            |founding| founding.leader.as_mut().unwrap().staff = STAFF_AT_MOST + 1,
        ];
        for spoil in spoilt {
            let mut founding = founding();
            spoil(&mut founding);
            let refused = found(&desk, founding).await;
            assert!(!matches!(refused, Ok(_) | Err(FoundRefused::Fault(_))), "{refused:?}");
        }
        found(&desk, founding()).await.unwrap();
    });
}
