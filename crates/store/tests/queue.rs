//! Work is taken by one at a time, ended by whoever took it, and never lost.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use jiff::{SignedDuration, Timestamp};
use people::{Language, Organisation, OrganisationId};
use store::queue::{self, Job, Sort};
use store::testing::on_each_database;
use store::{Fault, Store, Tx};

const ORGANISATION: OrganisationId = OrganisationId(1);
const BEGIN: Timestamp = Timestamp::UNIX_EPOCH;
const CLAIM: SignedDuration = SignedDuration::from_mins(5);

async fn at<T: Send + 'static>(
    store: &Store,
    now: Timestamp,
    action: impl Fn(&mut Tx<'_>) -> Result<T, Fault> + Send + 'static,
) -> T {
    store.write(now, action).await.unwrap()
}

async fn begin(store: &Store) {
    let organisation = Organisation {
        id: ORGANISATION,
        name: "Ekbacka".into(),
        language: Language::Sv,
        zone: "Europe/Stockholm".into(),
        demo: true,
    };
    at(store, BEGIN, move |tx| store::organisations::add(tx, &organisation)).await;
}

async fn put(store: &Store, sort: Sort, subject: i64, due_at: Timestamp) {
    at(store, BEGIN, move |tx| queue::put(tx, ORGANISATION, sort, subject, due_at)).await;
}

async fn take(store: &Store, now: Timestamp) -> Option<Job> {
    at(store, now, |tx| queue::take(tx, tx.now() + CLAIM)).await
}

#[test]
fn many_take_at_once_and_each_piece_goes_to_one() {
    const PIECES: i64 = 60;
    const TAKERS: usize = 12;
    on_each_database(|store| async move {
        begin(&store).await;
        for subject in 0..PIECES {
            put(&store, Sort::ALL[subject as usize % Sort::ALL.len()], subject, BEGIN).await;
        }
        let takers: Vec<_> = (0..TAKERS)
            .map(|_| {
                let store = store.clone();
                tokio::spawn(async move {
                    let mut taken = Vec::new();
                    while let Some(job) = take(&store, BEGIN).await {
                        assert_eq!((job.organisation, job.tries), (ORGANISATION, 1));
                        taken.push(job.subject);
                    }
                    taken
                })
            })
            .collect();
        let mut all = Vec::new();
        for taker in takers {
            all.extend(taker.await.unwrap());
        }
        all.sort_unstable();
        assert_eq!(all, (0..PIECES).collect::<Vec<_>>());
    });
}

#[test]
fn work_comes_when_it_is_due_the_oldest_first() {
    on_each_database(|store| async move {
        begin(&store).await;
        let late = BEGIN + SignedDuration::from_hours(1);
        put(&store, Sort::AskAboutStep, 1, late).await;
        put(&store, Sort::FetchCalendar, 2, late - SignedDuration::from_mins(1)).await;
        assert_eq!(take(&store, late - SignedDuration::from_mins(2)).await, None);
        assert_eq!(take(&store, late).await.unwrap().subject, 2);
        assert_eq!(take(&store, late).await.unwrap().subject, 1);
        assert_eq!(take(&store, late).await, None);
    });
}

#[test]
fn what_was_taken_and_never_ended_comes_again() {
    on_each_database(|store| async move {
        begin(&store).await;
        put(&store, Sort::AskAboutStep, 1, BEGIN).await;
        let first = take(&store, BEGIN).await.unwrap();
        assert_eq!(take(&store, BEGIN + CLAIM - SignedDuration::from_millis(1)).await, None);
        let second = take(&store, BEGIN + CLAIM).await.unwrap();
        assert_eq!((second.id, second.tries), (first.id, 2));
        // The first comes back, late: what it says no longer counts.
        at(&store, BEGIN + CLAIM, move |tx| queue::done(tx, &first)).await;
        at(&store, BEGIN + CLAIM, move |tx| queue::put_off(tx, &first, BEGIN)).await;
        assert_eq!(take(&store, BEGIN + CLAIM).await, None);
        at(&store, BEGIN + CLAIM, move |tx| queue::done(tx, &second)).await;
        assert_eq!(take(&store, BEGIN + 100 * CLAIM).await, None);
    });
}

#[test]
fn what_is_put_anew_while_it_is_done_stays() {
    on_each_database(|store| async move {
        begin(&store).await;
        let tomorrow = BEGIN + SignedDuration::from_hours(24);
        put(&store, Sort::FetchCalendar, 1, BEGIN).await;
        let job = take(&store, BEGIN).await.unwrap();
        put(&store, Sort::FetchCalendar, 1, tomorrow).await;
        at(&store, BEGIN, move |tx| queue::done(tx, &job)).await;
        assert_eq!(take(&store, tomorrow - SignedDuration::from_millis(1)).await, None);
        let again = take(&store, tomorrow).await.unwrap();
        assert_eq!((again.subject, again.tries), (1, 1));
        // Put anew for at once, and taken by another: the first no longer ends it.
        put(&store, Sort::FetchCalendar, 1, tomorrow).await;
        let other = take(&store, tomorrow + SignedDuration::from_secs(1)).await.unwrap();
        at(&store, tomorrow, move |tx| queue::done(tx, &again)).await;
        at(&store, tomorrow, move |tx| queue::put_off(tx, &other, tomorrow)).await;
        assert_eq!(take(&store, tomorrow).await.unwrap().tries, 2);
    });
}

#[test]
fn what_is_put_off_waits_and_what_is_removed_is_gone() {
    on_each_database(|store| async move {
        begin(&store).await;
        let later = BEGIN + SignedDuration::from_hours(3);
        put(&store, Sort::AskAboutStep, 1, BEGIN).await;
        let job = take(&store, BEGIN).await.unwrap();
        at(&store, BEGIN, move |tx| queue::put_off(tx, &job, later)).await;
        assert_eq!(take(&store, later - SignedDuration::from_millis(1)).await, None);
        assert_eq!(take(&store, later).await.unwrap().tries, 2);
        at(&store, later, |tx| queue::remove(tx, ORGANISATION, Sort::AskAboutStep, 1)).await;
        assert_eq!(take(&store, later + 100 * CLAIM).await, None);
    });
}
