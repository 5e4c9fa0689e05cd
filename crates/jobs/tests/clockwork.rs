//! The clockwork, running: with another beside it, with work that fails, and when it is told to stop. On both databases.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use access::Tries;
use actions::clockwork::{CLAIM, Job, Sort};
use actions::{Clock, Desk, Fault, Keys, LetterPolicy, Tx};
use jiff::{SignedDuration, Timestamp};
use jobs::{Handlers, LOOK_EVERY, NotDone, run};
use mail::{Channel, Letter, NotSent};
use people::{Language, Organisation, OrganisationId};
use store::Store;
use store::testing::on_each_database;
use tokio::sync::watch;
use tokio::task::JoinHandle;

const ORGANISATION: OrganisationId = OrganisationId(1);

/// What was done, in order.
type Done = Arc<Mutex<Vec<i64>>>;

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
    write(&desk, move |tx| store::organisations::add(tx, &organisation)).await;
    desk
}

async fn write(desk: &Desk, action: impl Fn(&mut Tx<'_>) -> Result<(), Fault> + Send + 'static) {
    desk.write(action).await.unwrap();
}

async fn put(desk: &Desk, sort: Sort, subject: i64) {
    write(desk, move |tx| store::queue::put(tx, ORGANISATION, sort, subject, tx.now())).await;
}

async fn queue_letter(desk: &Desk, recipient: &'static str) {
    write(desk, move |tx| store::letters::add(tx, ORGANISATION, recipient, "Hej", "hemligt", Some(tx.now())))
        .await;
}

/// Handlers that note what they did. `about_step` says how a check-in goes.
fn handlers(done: &Done, about_step: fn(Job) -> Result<(), NotDone>) -> Handlers {
    let (asked, fetched) = (done.clone(), done.clone());
    Handlers {
        ask_about_step: Box::new(move |_, job| {
            let asked = asked.clone();
            Box::pin(async move {
                asked.lock().unwrap().push(job.subject);
                about_step(job)
            })
        }),
        fetch_calendar: Box::new(move |_, job| {
            fetched.lock().unwrap().push(job.subject);
            Box::pin(async { Ok(()) })
        }),
        round: Box::new(|_, _| Box::pin(async { Ok(()) })),
        close_round: Box::new(|_, _| Box::pin(async { Ok(()) })),
        clear_old: Box::new(|_| Box::pin(async { Ok(()) })),
    }
}

/// A way for letters that notes whom they were to. Nobody is reached before it is opened.
#[derive(Clone, Default)]
struct Street {
    tried: Arc<Mutex<Vec<String>>>,
    open: Arc<Mutex<bool>>,
}

impl Channel for Street {
    fn carry<'a>(&'a self, letter: &'a Letter) -> mail::Soon<'a, Result<(), NotSent>> {
        self.tried.lock().unwrap().push(letter.recipient.clone());
        let outcome = match (letter.recipient.contains('@'), *self.open.lock().unwrap()) {
            (false, _) => Err(NotSent::NoSuchAddress),
            (true, false) => Err(NotSent::Refused { code: 450 }),
            (true, true) => Ok(()),
        };
        Box::pin(async move { outcome })
    }
}

struct Running {
    stop: watch::Sender<bool>,
    task: JoinHandle<()>,
}

fn start(desk: &Desk, post: Option<Street>, handlers: Handlers) -> Running {
    let (stop, heard) = watch::channel(false);
    Running { stop, task: tokio::spawn(run(desk.clone(), post, handlers, heard)) }
}

impl Running {
    /// Stops it, which takes less than a second.
    async fn end(self) {
        self.stop.send(true).unwrap();
        tokio::time::timeout(Duration::from_secs(1), self.task).await.expect("it stops in a second").unwrap();
    }
}

async fn until(what: &str, is_so: impl Fn() -> bool) {
    let begun = Instant::now();
    while !is_so() {
        assert!(begun.elapsed() < 30 * LOOK_EVERY, "waited in vain: {what}");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

fn counted(done: &Done) -> usize {
    done.lock().unwrap().len()
}

#[test]
fn two_clockworks_never_do_the_same() {
    on_each_database(|store| async move {
        let desk = desk(store).await;
        for subject in 0..40 {
            put(&desk, Sort::ALL[subject as usize % 2], subject).await;
            if subject % 4 == 0 {
                queue_letter(&desk, "asa@ekbacka.example").await;
            }
        }
        let (done, street) = (Done::default(), Street::default());
        *street.open.lock().unwrap() = true;
        let nodes = [(); 2].map(|()| start(&desk, Some(street.clone()), handlers(&done, |_| Ok(()))));
        until("all of it", || counted(&done) >= 40 && street.tried.lock().unwrap().len() >= 10).await;
        // Long enough for either to look again.
        tokio::time::sleep(LOOK_EVERY).await;
        for node in nodes {
            node.end().await;
        }
        let mut done = done.lock().unwrap().clone();
        done.sort_unstable();
        assert_eq!(done, (0..40).collect::<Vec<_>>());
        assert_eq!(street.tried.lock().unwrap().len(), 10);
    });
}

#[test]
fn what_a_clockwork_left_half_done_is_done_again() {
    on_each_database(|store| async move {
        let desk = desk(store).await;
        put(&desk, Sort::FetchCalendar, 7).await;
        let begun = Done::default();
        let noted = begun.clone();
        let mut for_ever = handlers(&begun, |_| Ok(()));
        for_ever.fetch_calendar = Box::new(move |_, job| {
            noted.lock().unwrap().push(job.subject);
            Box::pin(std::future::pending())
        });
        let first = start(&desk, None::<Street>, for_ever);
        until("it has begun", || counted(&begun) == 1).await;
        first.end().await;

        let done = Done::default();
        let second = start(&desk, None::<Street>, handlers(&done, |_| Ok(())));
        tokio::time::sleep(LOOK_EVERY / 2).await;
        assert_eq!(counted(&done), 0, "it still belongs to the first");
        desk.clock.set(desk.now() + CLAIM);
        until("it is done again", || counted(&done) == 1).await;
        second.end().await;
        desk.clock.set(desk.now() + 100 * CLAIM);
        assert_eq!(actions::clockwork::take(&desk).await.unwrap(), None, "and once only");
    });
}

#[test]
fn what_fails_or_panics_is_tried_again_and_holds_nobody_up() {
    on_each_database(|store| async move {
        let desk = desk(store).await;
        let done = Done::default();
        for subject in 1..=12 {
            put(&desk, Sort::AskAboutStep, subject).await;
        }
        // More of them panic than there are hands.
        let clockwork = start(
            &desk,
            None::<Street>,
            handlers(&done, |job| match (job.subject, job.tries) {
                (1..=5, 1) => panic!("a rule that is wrong"),
                (6, 1) => Err(NotDone::Later("a test")),
                _ => Ok(()),
            }),
        );
        until("all are tried", || counted(&done) == 12).await;
        desk.clock.set(desk.now() + SignedDuration::from_mins(1));
        until("six are tried again", || counted(&done) == 18).await;
        clockwork.end().await;
        let mut again = done.lock().unwrap()[12..].to_vec();
        again.sort_unstable();
        assert_eq!(again, [1, 2, 3, 4, 5, 6]);
    });
}

#[test]
fn a_letter_waits_for_the_mail_server_and_is_sent_once() {
    on_each_database(|store| async move {
        let desk = desk(store).await;
        queue_letter(&desk, "nobody").await;
        queue_letter(&desk, "asa@ekbacka.example").await;
        let (done, street) = (Done::default(), Street::default());
        let clockwork = start(&desk, Some(street.clone()), handlers(&done, |_| Ok(())));
        until("both are tried", || street.tried.lock().unwrap().len() == 2).await;
        *street.open.lock().unwrap() = true;
        desk.clock.set(desk.now() + SignedDuration::from_hours(1));
        until("one is tried again", || street.tried.lock().unwrap().len() == 3).await;
        desk.clock.set(desk.now() + SignedDuration::from_hours(1));
        tokio::time::sleep(2 * LOOK_EVERY).await;
        clockwork.end().await;
        assert_eq!(street.tried.lock().unwrap()[2..], ["asa@ekbacka.example"]);
        let letters = desk.read(|tx| actions::letters::latest(tx, ORGANISATION)).await.unwrap();
        for letter in letters {
            assert_eq!(letter.sent_at.is_some(), letter.recipient.contains('@'));
            assert_eq!(letter.body, "-");
        }
    });
}

#[test]
fn without_a_post_office_letters_stay() {
    on_each_database(|store| async move {
        let desk = desk(store).await;
        queue_letter(&desk, "asa@ekbacka.example").await;
        let clockwork = start(&desk, None::<Street>, handlers(&Done::default(), |_| Ok(())));
        tokio::time::sleep(Duration::from_millis(300)).await;
        clockwork.end().await;
        assert_eq!(desk.read(actions::letters::waiting).await.unwrap(), 1);
    });
}

#[test]
fn it_clears_away_at_the_start_and_every_night() {
    on_each_database(|store| async move {
        let desk = desk(store).await;
        let cleared = Done::default();
        let noted = cleared.clone();
        let mut nightly = handlers(&Done::default(), |_| Ok(()));
        nightly.clear_old = Box::new(move |_| {
            noted.lock().unwrap().push(0);
            Box::pin(async { Ok(()) })
        });
        let clockwork = start(&desk, None::<Street>, nightly);
        until("the start", || counted(&cleared) == 1).await;
        desk.clock.set(Timestamp::UNIX_EPOCH + SignedDuration::from_mins(119));
        tokio::time::sleep(LOOK_EVERY + LOOK_EVERY / 2).await;
        assert_eq!(counted(&cleared), 1, "not before the night");
        desk.clock.set(Timestamp::UNIX_EPOCH + SignedDuration::from_hours(2));
        until("the night", || counted(&cleared) == 2).await;
        clockwork.end().await;
    });
}

#[test]
fn what_has_ended_is_cleared_away_every_hour() {
    on_each_database(|store| async move {
        let desk = desk(store).await;
        let clockwork = start(&desk, None::<Street>, handlers(&Done::default(), |_| Ok(())));
        tokio::time::sleep(LOOK_EVERY + LOOK_EVERY / 2).await;
        let begun = desk.clock.now();
        desk.write(move |tx| store::access::save_tries(tx, &[7; 16], Tries { begun_at: begun, count: 3 }))
            .await
            .unwrap();
        let kept = async || desk.read(|tx| store::access::tries(tx, &[7; 16])).await.unwrap().is_some();
        desk.clock.set(begun + SignedDuration::from_mins(59));
        tokio::time::sleep(LOOK_EVERY + LOOK_EVERY / 2).await;
        assert!(kept().await, "not before the hour");
        desk.clock.set(begun + SignedDuration::from_mins(61));
        let asked = Instant::now();
        while kept().await {
            assert!(asked.elapsed() < Duration::from_secs(60), "an hour has passed");
            tokio::time::sleep(LOOK_EVERY / 4).await;
        }
        clockwork.end().await;
    });
}

#[test]
fn it_ends_when_nobody_is_left_to_stop_it() {
    on_each_database(|store| async move {
        let desk = desk(store).await;
        let Running { stop, task } = start(&desk, None::<Street>, handlers(&Done::default(), |_| Ok(())));
        drop(stop);
        tokio::time::timeout(Duration::from_secs(1), task).await.expect("it stops in a second").unwrap();
    });
}
