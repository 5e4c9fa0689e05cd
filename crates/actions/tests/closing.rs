//! Closing a round, on both databases: what is released, what is told, what is destroyed, and that it happens once.
#![allow(clippy::unwrap_used)]

mod rounds;

use access::{Actor, Role, Roles};
use actions::Desk;
use disclosure::{Figure, Status};
use jiff::SignedDuration;
use jiff::civil::date;
use people::{Language, PersonId, UnitId};
use pulse::{
    ClosedRound, Place, Published, Question, Questionnaire, Reach, Round, RoundId, RoundNode, Withheld,
};
use rounds::{ORGANISATION, QUESTIONS, cast, close, job, lent, municipality, open_round, varied};
use store::testing::on_each_database;

async fn closed(desk: &Desk, round: RoundId) -> Option<ClosedRound> {
    desk.read(move |tx| store::results::closing(tx, ORGANISATION, round)).await.unwrap()
}

async fn published(desk: &Desk, round: RoundId) -> Published {
    let read = desk.read(move |tx| {
        let (planned, _) = store::rounds::by_id(tx, ORGANISATION, round)?;
        store::results::published(tx, ORGANISATION, round, &actions::closing::rules(&planned)?)
    });
    read.await.unwrap()
}

/// Norr has 12 ballots, Söder 4, Öster 3, Väster 18, Mitten 14.
async fn voted(desk: &Desk, round: RoundId) {
    for (place, count) in [(1, 12), (2, 4), (3, 3), (4, 18), (5, 14)] {
        cast(desk, round, place, &lent(&varied(count, place as usize))).await;
    }
}

#[test]
fn a_round_is_closed_once_and_its_links_are_gone() {
    on_each_database(async |store| {
        let desk = municipality(store).await;
        let round = open_round(&desk, 7, false).await;
        voted(&desk, round).await;

        actions::closing::close(&desk, job(round)).await.unwrap();
        assert_eq!(closed(&desk, round).await, None, "its time has not come");

        close(&desk, round).await;
        let first = closed(&desk, round).await.unwrap();
        assert_eq!((first.eligible, first.ballots, first.slips, first.withheld), (63, 51, 51, None));

        let results = published(&desk, round).await;
        let status: Vec<Status> = results.nodes.iter().map(|(_, released)| released.status).collect();
        use Status::{Full, Hidden};
        assert_eq!(status, [Full, Full, Hidden, Hidden, Full, Full]);
        let mut pools = results.pools.clone();
        pools.sort();
        assert_eq!(pools, [vec![Place(1)], vec![Place(2), Place(3)], vec![Place(4)], vec![Place(5)]]);
        // By hand: the marks of Norr's twelve ballots to the first question.
        let norr = results.pools.iter().position(|pool| *pool == [Place(1)]).unwrap();
        let marks: Vec<u8> = varied(12, 1).iter().map(|(answers, _)| answers.as_bytes()[0] - b'0').collect();
        let by_hand = [1, 2, 3, 4, 5].map(|mark| marks.iter().filter(|it| **it == mark).count() as u32);
        assert!(matches!(results.figures[0][norr].get(), Figure::Full(found) if found.counts() == by_hand));

        let (eligible, letters) = desk
            .read(move |tx| {
                let eligible = store::rounds::eligible(tx, ORGANISATION, round)?;
                Ok::<_, actions::Fault>((eligible, store::letters::waiting(tx)?))
            })
            .await
            .unwrap();
        assert_eq!(eligible, 0);
        // Söder's four and Öster's three are one pool: nothing says any more which is whose.
        let kept = desk.read(move |tx| store::results::cast(tx, ORGANISATION, round)).await.unwrap();
        let under = |place| kept.iter().filter(|ballot| ballot.place == Place(place)).count();
        assert_eq!([1, 2, 3, 4, 5].map(under), [12, 7, 0, 18, 14]);
        // 63 asked, five who lead a unit, and the one who leads the whole.
        assert_eq!(letters, 69);

        desk.clock.set(desk.now() + jiff::SignedDuration::from_hours(1));
        actions::closing::close(&desk, job(round)).await.unwrap();
        assert_eq!(closed(&desk, round).await, Some(first), "closing again changes nothing");
        let again = desk.read(store::letters::waiting).await.unwrap();
        assert_eq!(again, letters);
    });
}

#[test]
fn a_leader_is_shown_the_way_to_what_they_lead_in_their_language() {
    on_each_database(async |store| {
        let desk = municipality(store).await;
        let round = open_round(&desk, 7, false).await;
        voted(&desk, round).await;
        close(&desk, round).await;
        let letters = desk.read(|tx| store::letters::latest(tx, ORGANISATION)).await.unwrap();
        let moment = letters[0].created_at;
        assert!(letters.iter().all(|letter| letter.created_at == moment));
        let mut to_leader = None;
        while let Some(letter) = actions::letters::take(&desk).await.unwrap() {
            if letter.recipient == "p3@example.se" {
                to_leader = Some(letter.clone());
            }
            actions::letters::sent(&desk, letter).await.unwrap();
        }
        let to_leader = to_leader.unwrap();
        assert!(to_leader.body.contains("https://pejling.example/results/7/2\n"), "{}", to_leader.body);
        assert!(to_leader.subject.contains("er klar"), "{}", to_leader.subject);
    });
}

#[test]
fn more_ballots_than_were_handed_out_publish_nothing() {
    on_each_database(async |store| {
        let desk = municipality(store).await;
        let round = open_round(&desk, 7, false).await;
        voted(&desk, round).await;
        let extra = store::results::Cast {
            place: Place(4),
            nonce: [9; 32],
            answers: vec![disclosure::Answer::new(3); 4],
            words: None,
        };
        desk.write(move |tx| store::results::add_cast(tx, ORGANISATION, round, &extra)).await.unwrap();
        close(&desk, round).await;
        let closing = closed(&desk, round).await.unwrap();
        assert_eq!((closing.ballots, closing.withheld), (52, Some(Withheld::Ballots)));
        let mut told = 0;
        while let Some(letter) = actions::letters::take(&desk).await.unwrap() {
            let says = ["Der vises intet resultat", "Inget resultat visas"]
                .iter()
                .any(|it| letter.body.contains(it));
            assert!(says, "{}", letter.body);
            told += 1;
            actions::letters::sent(&desk, letter).await.unwrap();
        }
        assert!(told > 0);
        let nothing = desk.read(move |tx| {
            let (planned, _) = store::rounds::by_id(tx, ORGANISATION, round)?;
            store::results::published(tx, ORGANISATION, round, &actions::closing::rules(&planned)?)
        });
        assert!(nothing.await.is_err());
        let kept = desk.read(move |tx| store::results::cast(tx, ORGANISATION, round)).await.unwrap();
        assert!(kept.is_empty(), "what is in no pool is erased at once");
    });
}

#[test]
fn words_are_released_where_enough_voted_and_in_no_order() {
    on_each_database(async |store| {
        let desk = municipality(store).await;
        let round = open_round(&desk, 7, true).await;
        let mut norr = varied(12, 1);
        norr[0].1 = Some("först");
        norr[11].1 = Some("sist");
        cast(&desk, round, 1, &lent(&norr)).await;
        let mut rest = varied(11, 2);
        rest[3].1 = Some("för få bakom");
        cast(&desk, round, 5, &lent(&rest)).await;
        close(&desk, round).await;
        let words = |place| desk.read(move |tx| store::results::words(tx, ORGANISATION, round, Place(place)));
        let mut read = words(1).await.unwrap();
        read.sort();
        assert_eq!(read, ["först", "sist"]);
        assert_eq!((words(5).await.unwrap().len(), words(0).await.unwrap().len()), (0, 0));
    });
}

/// Those served answer by a poster; whoever works in the unit, and leads it, reads it in the same moment, and nobody of another unit does.
#[test]
fn what_those_served_say_is_read_by_those_who_work_there() {
    on_each_database(async |store| {
        let desk = municipality(store).await;
        let round = served_by_norr(&desk).await;
        cast(&desk, round, 0, &lent(&varied(9, 1))).await;
        close(&desk, round).await;
        let may = async |person: i64| {
            let (shelf, by) = (
                desk.results.clone(),
                Actor {
                    organisation: ORGANISATION,
                    person: PersonId(person),
                    roles: Roles::default().with(Role::Employee),
                },
            );
            desk.read(move |tx| actions::results::open(tx, &shelf, &by, round, Place(0), date(2026, 11, 23)))
                .await
                .is_ok()
        };
        assert!(may(205).await && may(2).await, "who works in Norr, and who leads it");
        assert!(!may(301).await, "nobody else");
        let mut told = Vec::new();
        while let Some(letter) = actions::letters::take(&desk).await.unwrap() {
            assert!(letter.body.contains("fingervisning"), "{}", letter.body);
            told.push(letter.recipient.clone());
            actions::letters::sent(&desk, letter).await.unwrap();
        }
        assert!(told.contains(&"p205@example.se".to_owned()) && told.contains(&"p2@example.se".to_owned()));
        assert!(!told.contains(&"p301@example.se".to_owned()));
    });
}

/// A round open to whoever Norr serves.
async fn served_by_norr(desk: &Desk) -> RoundId {
    let find = |code: &&str| Question::ours().find(|it| it.code.to_string() == **code).unwrap().clone();
    let questions = Questionnaire::new(QUESTIONS.iter().map(find).collect()).unwrap();
    let round = Round {
        id: RoundId(9),
        organisation: ORGANISATION,
        name: "Vad tycker ni?".into(),
        planned_by: None,
        unit: UnitId(2),
        reach: Reach::Open,
        opens_at: desk.now(),
        draws_end_at: desk.now() + SignedDuration::from_hours(23),
        closes_at: desk.now() + SignedDuration::from_hours(24),
        languages: vec![Language::Sv],
        k: 6,
        strict: false,
        consulted_on: Some(date(2026, 11, 1)),
        follows: None,
        cancelled_at: None,
    };
    let top = Place(0);
    let node =
        RoundNode { place: top, parent: None, unit: Some(round.unit), name: "Norr".into(), eligible: 0 };
    desk.write(move |tx| {
        store::rounds::add(tx, &round, &questions)?;
        store::rounds::freeze(tx, (ORGANISATION, round.id), std::slice::from_ref(&node), &[], &[top], &[])?;
        store::rounds::open(tx, (ORGANISATION, round.id), b"{}", &[3; 32], None)
    })
    .await
    .unwrap();
    RoundId(9)
}
