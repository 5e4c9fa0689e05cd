//! Strict mode through the whole closing, on both databases: what is published of a round in which one is new, and nobody else has
//! changed an answer, is the same whatever the one answered.
#![allow(clippy::unwrap_used)]

mod rounds;

use actions::Desk;
use disclosure::{Figure, Status};
use people::{PersonId, UnitId};
use pulse::{Place, Published, RoundId};
use rounds::{Made, ORGANISATION, UNITS, cast, close, lent, municipality, open_round, open_round_of, varied};
use store::testing::on_each_database;

const NEWCOMER: PersonId = PersonId(9001);

async fn published(desk: &Desk, round: RoundId) -> Published {
    let read = desk.read(move |tx| {
        let (planned, _) = store::rounds::by_id(tx, ORGANISATION, round)?;
        store::results::published(tx, ORGANISATION, round, &actions::closing::rules(&planned)?)
    });
    read.await.unwrap()
}

/// Everybody answers as always.
async fn vote(desk: &Desk, round: RoundId, newcomer: Option<&str>) {
    for (place, (_, _, people)) in (1..).zip(UNITS) {
        let ballots = varied(people as usize, place as usize);
        let mut ballots = lent(&ballots);
        ballots.extend(newcomer.filter(|_| place == 1).map(|answers| (answers, None)));
        cast(desk, round, place, &ballots).await;
    }
}

/// Two rounds forty days apart, with a newcomer in Norr in between: what is published of the second.
async fn second(store: store::Store, strict: bool, answers: &str) -> Published {
    second_opened(store, strict, answers, None).await
}

async fn second_opened(
    store: store::Store,
    strict: bool,
    answers: &str,
    opened: Option<jiff::Timestamp>,
) -> Published {
    let desk = municipality(store).await;
    let first = open_round(&desk, 7, false).await;
    vote(&desk, first, None).await;
    close(&desk, first).await;
    desk.write(|tx| {
        rounds::person(tx, NEWCOMER.0)?;
        store::people::employ(tx, ORGANISATION, NEWCOMER, UnitId(2), 100, jiff::civil::date(2026, 12, 1))
    })
    .await
    .unwrap();
    let round =
        open_round_of(&desk, 8, Made { strict, newcomer: Some(NEWCOMER), opened, ..Made::default() }).await;
    vote(&desk, round, Some(answers)).await;
    close(&desk, round).await;
    published(&desk, round).await
}

fn shown(published: &Published) -> String {
    let nodes: Vec<_> = published.nodes.iter().map(|(_, released)| released).collect();
    format!("{nodes:?} {:?} {:?} {:?}", published.pools, published.figures, published.correlations)
}

#[test]
fn what_is_published_is_the_same_whatever_the_newcomer_answered() {
    let mut first: Option<String> = None;
    for answers in ["1111", "5555", "3142", "1551"] {
        on_each_database(async |store| {
            let published = second(store, true, answers).await;
            let status: Vec<Status> = published.nodes.iter().map(|(_, released)| released.status).collect();
            use Status::{Full, Hidden};
            assert_eq!(
                status,
                [Hidden, Hidden, Full, Full, Full, Full],
                "the whole would tell of the newcomer too"
            );
        });
        let fresh = store::testing::Fresh::sqlite();
        let runtime = tokio::runtime::Runtime::new().unwrap();
        let said = shown(&runtime.block_on(second(fresh.store.clone(), true, answers)));
        assert_eq!(*first.get_or_insert_with(|| said.clone()), said, "{answers}");
    }
}

#[test]
fn a_unit_with_one_newcomer_is_shown_within_a_band_that_is_stored_and_read_back() {
    on_each_database(async |store| {
        let published = second(store, true, "5555").await;
        let (_, norr) = published.nodes[1];
        let pool = norr.pool.unwrap() as usize;
        assert_eq!(published.pools[pool], [Place(1)]);
        let all: u64 =
            varied(12, 1).iter().map(|(answers, _)| u64::from(answers.as_bytes()[0] - b'0')).sum::<u64>() + 5;
        let Figure::Band(band) = *published.figures[0][pool].get() else { panic!("no band") };
        assert_eq!((band.answers, band.high - band.low), (13, 4));
        assert!((band.low..=band.high).contains(&all), "{band:?} {all}");
    });
}

#[test]
fn without_strict_mode_the_newcomer_can_be_worked_out() {
    on_each_database(async |store| {
        let published = second(store, false, "1551").await;
        let sum = |place: u32, question: usize| {
            let pool = published.pools.iter().position(|pool| pool == &[Place(place)]).unwrap();
            published.figures[question][pool].get().sum_bounds().0
        };
        let before =
            varied(12, 1).iter().map(|(answers, _)| u64::from(answers.as_bytes()[1] - b'0')).sum::<u64>();
        assert_eq!(sum(1, 1) - before, 5, "this is what strict mode is for");
    });
}

#[test]
fn a_round_that_closed_while_this_one_was_open_counts_too() {
    on_each_database(async |store| {
        let opened = Some(rounds::time("2026-11-20T07:00:00Z"));
        let published = second_opened(store, true, "5555", opened).await;
        let (_, norr) = published.nodes[1];
        let pool = norr.pool.unwrap() as usize;
        assert!(
            matches!(published.figures[0][pool].get(), Figure::Band(_)),
            "{:?}",
            published.figures[0][pool]
        );
    });
}
