//! An open round of one key group, the server it is open on, and everything prepared that a telephone would do.

use std::net::SocketAddr;
use std::path::Path;
use std::time::{Duration, Instant};

use access::{Actor, Role, Roles, Secret};
use actions::clockwork::Sort;
use actions::rounds::{self, NewRound};
use actions::{Clock, Desk, Fault, Keys, LetterPolicy, Store};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use blindballot::client::UnsignedBallot;
use blindballot::{BallotCode, BlindedMessage, GroupId, KeyPair};
use jiff::SignedDuration;
use jiff::civil::date;
use people::{Language, Organisation, OrganisationId, Person, PersonId, Unit, UnitId, UnitSort};
use pulse::{Place, Questionnaire, Reach, RoundId, Set};
use rand::SeedableRng;
use rand::rngs::StdRng;
use tokio::runtime::Runtime;

const ORGANISATION: OrganisationId = OrganisationId(1);

pub(crate) struct Polls {
    pub(crate) address: SocketAddr,
    runtime: Runtime,
    desk: Desk,
    round: RoundId,
    place: Place,
    pair: KeyPair,
    people: usize,
}

/// A ballot signed and packed for the way.
pub(crate) struct Ready {
    pub(crate) path: String,
    pub(crate) body: Vec<u8>,
}

impl Polls {
    pub(crate) fn open(folder: &Path, server: Option<&str>, people: usize) -> Polls {
        std::fs::create_dir_all(folder).expect("a folder");
        for old in ["pejling.db", "pejling.db-wal", "pejling.db-shm"] {
            drop(std::fs::remove_file(folder.join(old)));
        }
        let place = match server {
            Some(server) => actions::Place::Server(server.to_owned()),
            None => actions::Place::File(folder.join("pejling.db")),
        };
        let clock = Clock::standing_at("2026-11-23T08:00:00Z".parse().expect("a time"));
        let store = Store::open(&place, clock.now()).expect("a database");
        let desk = Desk::new(store, clock, Keys::from_bytes([7; 32]), LetterPolicy::Keep, "http://bench");
        let runtime = Runtime::new().expect("a runtime");
        let (round, place, pair) = runtime.block_on(plan(&desk, people));
        let address = runtime.block_on(serve(desk.clone()));
        Polls { address, runtime, desk, round, place, pair, people }
    }

    /// Ballots, each signed as its telephone would have it signed.
    pub(crate) fn signed_ballots(&self, count: usize) -> Vec<Ready> {
        on_all_cores(count, |number| {
            let mut secret = [0; 15];
            secret[..8].copy_from_slice(&(number as u64).to_be_bytes());
            let (round, group) = (blindballot::RoundId(self.round.to_wire()), GroupId(self.place.to_wire()));
            let code = BallotCode::from_secret(secret);
            let ballot =
                UnsignedBallot::from_code(self.pair.public(), round, group, &code).expect("a ballot");
            let mut chance = StdRng::seed_from_u64(number as u64);
            let answer = self.pair.sign_blinded(&mut chance, ballot.blinded()).expect("a signature");
            let ready = ballot.finish(&answer).expect("it is signed");
            let nonce = BASE64.encode(ready.message.nonce.0);
            let body = serde_json::json!({
                "prefix": BASE64.encode(ready.prefix),
                "signature": BASE64.encode(ready.signature.as_bytes()),
                "answers": "543",
            });
            let mut body = body.to_string().into_bytes();
            body.resize(4096, b' ');
            Ready { path: format!("/b/{}/{}/{nonce}", self.round, self.place.0), body }
        })
    }

    /// What person number so and so sends to draw: any number below the modulus can be signed.
    pub(crate) fn draw(&self, number: usize) -> Option<(String, Vec<u8>)> {
        let pass = pass(self.people, number)?;
        let body = serde_json::json!({
            "pass": pass.text(), "group": self.place.0, "blinded": BASE64.encode(blinded(number).as_bytes()),
        });
        Some((format!("/b/{}/draw", self.round), body.to_string().into_bytes()))
    }

    /// How many have drawn, as the database says.
    pub(crate) fn drawn(&self) -> u32 {
        let round = self.round;
        let groups = self.desk.read(move |tx| store::rounds::groups(tx, ORGANISATION, round));
        self.runtime.block_on(groups).expect("groups").iter().map(|group| group.drawn).sum()
    }

    /// What all cores together sign in a second when they do nothing else.
    pub(crate) fn signatures_a_second(&self) -> f64 {
        let (count, began) = (600, Instant::now());
        on_all_cores(count, |number| {
            let mut chance = StdRng::seed_from_u64(number as u64);
            self.pair.sign_blinded(&mut chance, &blinded(number)).expect("a signature")
        });
        count as f64 / began.elapsed().as_secs_f64()
    }
}

fn on_all_cores<T: Send>(count: usize, once: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let cores = std::thread::available_parallelism().expect("cores").get();
    std::thread::scope(|scope| {
        let once = &once;
        let hands: Vec<_> = (0..cores)
            .map(|core| scope.spawn(move || (core..count).step_by(cores).map(once).collect::<Vec<T>>()))
            .collect();
        hands.into_iter().flat_map(|hand| hand.join().expect("it ends")).collect()
    })
}

fn blinded(number: usize) -> BlindedMessage {
    let mut bytes = [0x5a; 384];
    bytes[0] = 0;
    bytes[1..9].copy_from_slice(&(number as u64 + 1).to_be_bytes());
    BlindedMessage::from_bytes(&bytes).expect("as long as a modulus")
}

fn pass(people: usize, number: usize) -> Option<Secret> {
    let mut bytes = [0xa5; 32];
    bytes[..8].copy_from_slice(&(number as u64).to_be_bytes());
    (number < people).then(|| Secret::from_random(bytes))
}

async fn serve(desk: Desk) -> SocketAddr {
    let host = actions::access::host(&desk).await.expect("a database").expect("an organisation");
    let fetcher = fetch::Fetcher::new(fetch::Settings::default()).expect("a fetcher");
    let settings =
        web::WebSettings { proxies: Vec::new(), fetcher, doors: web::Doors::default(), post: false };
    let router = web::router(web::Site::new(desk, host, settings));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("its address");
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    tokio::spawn(async move { axum::serve(listener, service).await });
    address
}

async fn plan(desk: &Desk, people: usize) -> (RoundId, Place, KeyPair) {
    desk.write(move |tx| people_the_place(tx, people)).await.expect("people");
    let new = NewRound {
        name: "Mätning".into(),
        unit: UnitId(1),
        reach: Reach::Subtree,
        questionnaire: Questionnaire::new(Set::Practice.questions()[..3].to_vec()).expect("questions"),
        opens_at: desk.now(),
        closes_at: desk.now() + SignedDuration::from_hours(7 * 24),
        languages: vec![Language::Sv],
        k: 6,
        consulted_on: Some(date(2026, 11, 23)),
        ask_whether_talked: false,
    };
    let hr = Actor {
        organisation: ORGANISATION,
        person: PersonId(1),
        roles: Roles::default().with(Role::Employee).with(Role::Hr),
    };
    let round = desk.write(move |tx| rounds::plan(tx, &hr, &new, date(2026, 11, 23))).await.expect("a plan");
    for _ in 0..3 {
        work(desk).await;
        desk.clock.set(desk.now() + SignedDuration::from_secs(30));
    }
    let keys = desk.keys.clone();
    let invited = desk.write(move |tx| {
        for number in 0..people {
            let hash = pass(people, number).map(|pass| pass.hash()).ok_or(Fault::NotFound)?;
            store::rounds::invite(tx, ORGANISATION, round, PersonId(number as i64 + 1), &hash)?;
        }
        let place = store::rounds::groups(tx, ORGANISATION, round)?[0].place;
        let pair = rounds::private_key(tx, &keys, ORGANISATION, round, place)?;
        Ok::<_, Fault>((place, pair.ok_or(Fault::NotFound)?))
    });
    let (place, pair) = invited.await.expect("an open round");
    (round, place, pair)
}

async fn work(desk: &Desk) {
    while let Some(job) = actions::clockwork::take(desk).await.expect("work") {
        match job.sort {
            Sort::FreezeRound => desk.write(move |tx| rounds::freeze(tx, job)).await.expect("frozen"),
            Sort::MakeKeys => rounds::make_keys(desk, job).await.expect("keys"),
            Sort::OpenRound => desk.write(move |tx| rounds::open(tx, job)).await.expect("open"),
            _ => {}
        }
        actions::clockwork::done(desk, job).await.expect("done");
    }
    tokio::time::sleep(Duration::from_millis(10)).await;
}

fn people_the_place(tx: &mut actions::Tx<'_>, people: usize) -> Result<(), Fault> {
    let (since, zone) = (date(2020, 1, 1), "Europe/Stockholm".to_owned());
    let host =
        Organisation { id: ORGANISATION, name: "Ekbacka".into(), language: Language::Sv, zone, demo: false };
    store::organisations::add(tx, &host)?;
    let unit = Unit { id: UnitId(1), parent: None, name: "Kommunen".into(), sort: UnitSort::Unit, sites: 1 };
    store::organisations::add_unit(tx, ORGANISATION, &unit, since)?;
    for number in 1..=people as i64 {
        let person = Person {
            id: PersonId(number),
            organisation: ORGANISATION,
            given_name: "Någon".into(),
            family_name: format!("{number}"),
            mail: None,
            language: None,
            scheme: None,
        };
        store::people::add(tx, &person)?;
        store::people::employ(tx, ORGANISATION, person.id, unit.id, 100, since)?;
    }
    Ok(())
}
