//! What a staff list takes, by the product's own actions, on both databases.
//!
//! `staff_list PEOPLE`: an invented organisation with a unit for every 40 people, in three levels.

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a program that measures; it ends when anything is wrong"
)]

use std::fmt::Write;
use std::time::{Duration, Instant};

use access::{Actor, Role, Roles};
use actions::people::{Founding, Newcomer};
use actions::{Clock, Desk, Keys, LetterPolicy, Store, staff_lists};
use jiff::civil::date;
use people::Language;
use store::testing::on_each_database;

const STAFF: u32 = 40;
const UNITS_IN_AREA: u32 = 15;

fn main() {
    let people = std::env::args().nth(1).and_then(|number| number.parse().ok()).expect("staff_list PEOPLE");
    let (first, next) = (list(people, 0), list(people, 1));
    println!("{people} people, {} units, {:.1} MB", people / STAFF, first.len() as f64 / 1e6);
    on_each_database(async |store| {
        let (desk, by) = house(store).await;
        // SQLite comes first.
        println!("  first night {}", took(&desk, by, &first).await);
        println!("    next night {}", took(&desk, by, &next).await);
        println!("    the same again {}", took(&desk, by, &next).await);
    });
}

async fn house(store: Store) -> (Desk, Actor) {
    let clock = Clock::standing_at("2026-11-22T08:00:00Z".parse().expect("a time"));
    let desk =
        Desk::new(store, clock, Keys::from_bytes([7; 32]), LetterPolicy::Keep, "https://pejling.example");
    let it = Newcomer {
        given_name: "Erik".into(),
        family_name: "Hallberg".into(),
        mail: "erik@ekbacka.example".into(),
    };
    let (name, zone) = ("Ekbacka".to_owned(), "Europe/Stockholm".to_owned());
    let founding = Founding { name, language: Language::Sv, zone, it, leader: None };
    let founded = desk
        .write(move |tx| actions::people::found(tx, &founding, date(2026, 11, 22)))
        .await
        .expect("an organisation");
    (
        desk,
        Actor {
            organisation: founded.organisation,
            person: founded.it,
            roles: Roles::default().with(Role::Hr),
        },
    )
}

/// Brought, looked at and done, in seconds.
async fn took(desk: &Desk, by: Actor, content: &[u8]) -> String {
    let begun = Instant::now();
    let list = staff_lists::bring(desk, by, "list.csv", content.to_vec()).await.expect("a list");
    let brought = begun.elapsed();
    let look = staff_lists::look(desk, by, list).await.expect("a look");
    let seen = look.plan.expect("a plan");
    assert!(seen.plan.errors.is_empty(), "{:?}", seen.plan.errors.first());
    let looked = begun.elapsed();
    let counts = staff_lists::carry_out(desk, by, list, seen.mark, true).await.expect("done");
    let done = begun.elapsed();
    let text = |time: Duration| format!("{:.2}", time.as_secs_f64());
    format!(
        "{} s: brought {}, looked at {}, done {} ({} new, {} moved, {} left, {} changed)",
        text(done),
        text(brought),
        text(looked - brought),
        text(done - looked),
        counts.people_new,
        counts.people_moved,
        counts.people_left,
        counts.people_changed,
    )
}

/// Everybody, on a night: of each night a hundredth is gone, a hundredth new, two moved and one of another extent.
fn list(people: u32, night: u32) -> Vec<u8> {
    let mut text = "Anställningsnr;Förnamn;Efternamn;E-post;Enhetskod;Enhet;Överordnad enhet;Chef;Befattning;Sysselsättningsgrad;Fr o m\n".to_owned();
    for number in 0..people {
        let turn = number % 100;
        let key = if turn == 7 { number + people * night } else { number };
        let unit = number / STAFF;
        let unit = if night > 0 && (turn == 11 || turn == 12) { (unit + 1) % (people / STAFF) } else { unit };
        let leader = unit * STAFF;
        let extent = if night > 0 && turn == 13 { 50 } else { 75 };
        let _ = writeln!(
            text,
            "{key};Förnamn{0};Efternamnsson{1};person{key}@ekbacka.example;E{unit};Enheten nummer {unit};O{2};{leader};Undersköterska;{extent};2020-01-01",
            number % 700,
            number % 900,
            unit / UNITS_IN_AREA,
        );
    }
    text.into_bytes()
}
