//! The talk about results, on both databases: who writes what was agreed, whom it is told to, and who forgets what.
#![allow(clippy::unwrap_used)]

mod rounds;

use access::{Actor, Role, Roles};
use actions::Desk;
use actions::agreed::{self, Agreed, AgreedRefused, NewAgreed, Talk, Telling};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use people::{PersonId, UnitId};
use pulse::{Place, RoundId, RoundState};
use rounds::{ORGANISATION, cast, close, lent, municipality, open_round, varied};
use steps::{Area, Line};
use store::testing::on_each_database;

/// The round closes on the evening of the 23rd.
const TODAY: Date = date(2026, 11, 23);

fn actor(person: i64, roles: &[Role]) -> Actor {
    let roles = roles.iter().fold(Roles::default().with(Role::Employee), |all, role| all.with(*role));
    Actor { organisation: ORGANISATION, person: PersonId(person), roles }
}

/// Who leads Norr, unit 2 at place 1.
fn leader() -> Actor {
    actor(2, &[Role::Leader])
}

async fn closed(desk: &Desk) -> RoundId {
    let round = open_round(desk, 7, false).await;
    for (place, count) in [(1, 12), (2, 4), (3, 3), (4, 18), (5, 14)] {
        cast(desk, round, place, &lent(&varied(count, place as usize))).await;
    }
    close(desk, round).await;
    round
}

fn new(unit: i64) -> NewAgreed {
    NewAgreed {
        unit: UnitId(unit),
        area: Area::Team,
        words: Line::new("Vi börjar varje möte med vad som gick bra").unwrap(),
        talked_on: TODAY,
        look_again_on: TODAY.saturating_add(6.weeks()),
    }
}

async fn agree(desk: &Desk, by: Actor, at: (RoundId, u32), new: NewAgreed) -> Result<(), AgreedRefused> {
    let (shelf, send_at, at) = (desk.results.clone(), desk.send_at(), (at.0, Place(at.1)));
    desk.write(move |tx| {
        let telling = Telling { address: "https://pejling.example/results/", send_at };
        agreed::agree(tx, &shelf, &by, at, &new, TODAY, telling)
    })
    .await
}

async fn talk(desk: &Desk, by: Actor, round: RoundId, place: u32) -> Talk {
    let shelf = desk.results.clone();
    desk.read(move |tx| {
        let (round, _) = store::rounds::by_id(tx, ORGANISATION, round)?;
        agreed::talk(tx, &shelf, &by, &round, Place(place), TODAY)
    })
    .await
    .unwrap()
}

async fn mine(desk: &Desk, person: i64, today: Date) -> Vec<Agreed> {
    desk.read(move |tx| agreed::mine(tx, &actor(person, &[]), today)).await.unwrap()
}

#[test]
fn whoever_leads_the_unit_writes_and_its_people_are_told() {
    on_each_database(async |store| {
        let desk = municipality(store).await;
        let round = closed(&desk).await;
        let letters = desk.read(store::letters::waiting).await.unwrap();
        agree(&desk, leader(), (round, 1), new(2)).await.unwrap();
        // Norr's twelve, whoever leads it left out.
        assert_eq!(desk.read(store::letters::waiting).await.unwrap(), letters + 12);
        let mut told = Vec::new();
        while let Some(letter) = actions::letters::take(&desk).await.unwrap() {
            if letter.subject == "Det här kom Norr överens om" {
                told.push(letter.body.clone());
            }
            actions::letters::sent(&desk, letter).await.unwrap();
        }
        assert_eq!(told.len(), 12);
        assert!(told[0].contains("https://pejling.example/results/7/1") && told[0].contains("2027-01-04"));

        let kept = talk(&desk, actor(205, &[]), round, 1).await;
        assert_eq!((kept.agreed.len(), kept.leads), (1, vec![]));
        assert_eq!(kept.agreed[0].words, new(2).words);
        assert_eq!(mine(&desk, 205, TODAY).await, kept.agreed, "on the first page of those in it");
        assert_eq!(mine(&desk, 2, TODAY).await, kept.agreed, "and of who leads it");
        assert_eq!(mine(&desk, 301, TODAY).await, [], "of nobody else");
        let later = |weeks: i64| TODAY.saturating_add(weeks.weeks());
        assert_eq!(mine(&desk, 205, later(8)).await.len(), 1);
        assert_eq!(mine(&desk, 205, later(9)).await, [], "three weeks after the day to look again");

        let mut again = new(2);
        again.words = Line::new("Något annat").unwrap();
        agree(&desk, leader(), (round, 1), again.clone()).await.unwrap();
        let kept = talk(&desk, leader(), round, 1).await;
        assert_eq!(kept.agreed.iter().map(|one| &one.words).collect::<Vec<_>>(), [&again.words]);
        assert_eq!(kept.leads, [(UnitId(2), "Norr".to_owned())]);
    });
}

#[test]
fn nobody_else_writes_and_no_day_is_taken_that_cannot_be() {
    on_each_database(async |store| {
        let desk = municipality(store).await;
        let round = closed(&desk).await;
        let refused = async |by, at, new| agree(&desk, by, (round, at), new).await.unwrap_err();
        use AgreedRefused::{Fault, LookAgainOn, NotYours, TalkedOn};
        // Another leader may not even read Norr; its people, HR, and who leads the whole may read and not write.
        assert!(matches!(
            refused(actor(3, &[Role::Leader]), 1, new(2)).await,
            Fault(actions::Fault::NotFound)
        ));
        for by in [actor(205, &[]), actor(90, &[Role::Hr]), actor(1, &[Role::Leader])] {
            assert!(matches!(refused(by, 1, new(2)).await, NotYours));
        }
        assert!(matches!(refused(leader(), 1, new(3)).await, NotYours), "another's unit");
        assert!(matches!(refused(leader(), 0, new(2)).await, NotYours), "the whole is not Norr");
        let days = |talked_on, look_again_on| NewAgreed { talked_on, look_again_on, ..new(2) };
        let (before, after) = (TODAY.yesterday().unwrap(), TODAY.tomorrow().unwrap());
        assert!(matches!(refused(leader(), 1, days(before, after)).await, TalkedOn));
        assert!(matches!(refused(leader(), 1, days(after, after)).await, TalkedOn));
        assert!(matches!(refused(leader(), 1, days(TODAY, TODAY)).await, LookAgainOn));
        let far = TODAY.saturating_add(181.days());
        assert!(matches!(refused(leader(), 1, days(TODAY, far)).await, LookAgainOn));
        assert_eq!(talk(&desk, leader(), round, 1).await.agreed, []);
    });
}

#[test]
fn what_one_wrote_is_taken_along_and_after_erasing_it_is_the_teams_alone() {
    on_each_database(async |store| {
        let desk = municipality(store).await;
        let round = closed(&desk).await;
        agree(&desk, leader(), (round, 1), new(2)).await.unwrap();
        let written = async || desk.read(|tx| agreed::written(tx, &leader())).await.unwrap().len();
        assert_eq!(written().await, 1);
        desk.write(|tx| store::agreed::forget_writer(tx, (ORGANISATION, PersonId(2)))).await.unwrap();
        assert_eq!(written().await, 0);
        assert_eq!(talk(&desk, leader(), round, 1).await.agreed.len(), 1);
    });
}

#[test]
fn two_weeks_later_the_answer_stands_beside_what_it_follows() {
    on_each_database(async |store| {
        let desk = municipality(store).await;
        let round = closed(&desk).await;
        assert!(talk(&desk, leader(), round, 1).await.follow_up.is_none());
        let later =
            rounds::open_round_of(&desk, 8, rounds::Made { follows: Some(round), ..Default::default() })
                .await;
        let asked = talk(&desk, leader(), round, 1).await.follow_up.unwrap();
        assert_eq!((asked.state, asked.answered.is_none()), (RoundState::Open, true));
        cast(&desk, later, 1, &lent(&varied(9, 1))).await;
        cast(&desk, later, 4, &lent(&varied(9, 1))).await;
        close(&desk, later).await;
        let answered = talk(&desk, leader(), round, 1).await.follow_up.unwrap().answered.unwrap();
        assert_eq!((answered.0.round.id, answered.1), (later, Place(1)));
        // It is about a talk, and leads to none: nothing is written down of it.
        assert_eq!(talk(&desk, leader(), later, 1).await.leads, []);
        assert!(matches!(agree(&desk, leader(), (later, 1), new(2)).await, Err(AgreedRefused::NotYours)));
        // Whoever may not read the group in it gets nothing of it.
        let elsewhere = talk(&desk, actor(90, &[]), round, 1).await.follow_up.unwrap();
        assert!(elsewhere.answered.is_none());
    });
}

/// Words alone can be asked for: then every ballot counts towards who is shown together.
#[test]
fn a_group_can_be_asked_for_words_alone() {
    on_each_database(async |store| {
        let desk = municipality(store).await;
        let round =
            rounds::open_round_of(&desk, 7, rounds::Made { codes: &[], words: true, ..Default::default() })
                .await;
        let mut norr = vec![("", None); 12];
        norr[3].1 = Some("Tid att prata");
        cast(&desk, round, 1, &norr).await;
        cast(&desk, round, 4, &[("", None); 18]).await;
        close(&desk, round).await;
        let words = |place| desk.read(move |tx| store::results::words(tx, ORGANISATION, round, Place(place)));
        assert_eq!(words(1).await.unwrap(), ["Tid att prata"]);
        let shelf = desk.results.clone();
        let opened = desk
            .read(move |tx| actions::results::open(tx, &shelf, &leader(), round, Place(1), TODAY))
            .await
            .unwrap();
        assert!(opened.reading.unwrap().measures().next().is_none());
    });
}
