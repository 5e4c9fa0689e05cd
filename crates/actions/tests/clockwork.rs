//! Work that fails is tried again, later each time, and in the end given up; on both databases.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use actions::clockwork::{self, CLAIM, Job, MOST_TRIES, Sort};
use actions::{Clock, Desk, Fault, Keys, LetterPolicy};
use jiff::{SignedDuration, Timestamp};
use people::{Language, Organisation, OrganisationId};
use store::Store;
use store::testing::on_each_database;

const ORGANISATION: OrganisationId = OrganisationId(1);
const MILLISECOND: SignedDuration = SignedDuration::from_millis(1);

async fn desk(store: Store) -> Desk {
    let clock = Clock::standing_at(Timestamp::UNIX_EPOCH);
    let keys = Keys::from_bytes([7; 32]);
    let desk = Desk::new(store, clock, keys, LetterPolicy::Send, "https://pejling.example");
    let organisation = Organisation {
        id: ORGANISATION,
        name: "Ekbacka".into(),
        language: Language::Sv,
        zone: "Europe/Stockholm".into(),
        demo: true,
    };
    let added: Result<(), Fault> = desk.write(move |tx| store::organisations::add(tx, &organisation)).await;
    added.unwrap();
    desk
}

async fn put(desk: &Desk, subject: i64) {
    let put: Result<(), Fault> = desk
        .write(move |tx| store::queue::put(tx, ORGANISATION, Sort::FetchCalendar, subject, tx.now()))
        .await;
    put.unwrap();
}

async fn take(desk: &Desk) -> Option<Job> {
    clockwork::take(desk).await.unwrap()
}

fn move_on(desk: &Desk, by: SignedDuration) {
    desk.clock.set(desk.now() + by);
}

#[test]
fn what_fails_waits_longer_each_time_and_is_given_up() {
    on_each_database(|store| async move {
        let desk = desk(store).await;
        put(&desk, 1).await;
        let mut waits = Vec::new();
        for tries in 1..=MOST_TRIES {
            let job = take(&desk).await.unwrap();
            assert_eq!(job.tries, tries);
            let failed_at = desk.now();
            clockwork::failed(&desk, job).await.unwrap();
            assert_eq!(take(&desk).await, None, "at once after try {tries}");
            if tries < MOST_TRIES {
                let minutes = (1 << (tries - 1)).min(240);
                move_on(&desk, SignedDuration::from_mins(minutes) - MILLISECOND);
                assert_eq!(take(&desk).await, None, "too early after try {tries}");
                move_on(&desk, MILLISECOND);
                waits.push(desk.now().duration_since(failed_at).as_mins());
            }
        }
        assert_eq!(waits, [1, 2, 4, 8, 16, 32, 64, 128, 240]);
        move_on(&desk, SignedDuration::from_hours(1000));
        assert_eq!(take(&desk).await, None, "given up");
    });
}

#[test]
fn what_takes_whoever_does_it_down_is_given_up_and_the_rest_goes_on() {
    on_each_database(|store| async move {
        let desk = desk(store).await;
        put(&desk, 1).await;
        for _ in 1..=MOST_TRIES {
            assert_eq!(take(&desk).await.unwrap().subject, 1);
            move_on(&desk, CLAIM);
        }
        put(&desk, 2).await;
        assert_eq!(take(&desk).await.unwrap().subject, 2);
        assert_eq!(take(&desk).await, None);
        move_on(&desk, CLAIM);
        assert_eq!(take(&desk).await.unwrap().subject, 2, "only what was never ended comes again");
    });
}

#[test]
fn what_is_done_is_done() {
    on_each_database(|store| async move {
        let desk = desk(store).await;
        put(&desk, 1).await;
        let job = take(&desk).await.unwrap();
        clockwork::done(&desk, job).await.unwrap();
        move_on(&desk, SignedDuration::from_hours(1000));
        assert_eq!(take(&desk).await, None);
    });
}
