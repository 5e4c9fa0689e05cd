//! What the ballot page's script speaks with, over the whole router: JSON, no cookie, one length, an even pace.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod house;

use std::time::Duration;

use access::{Actor, Role, Roles, Secret};
use actions::clockwork::{Job, Sort};
use actions::rounds::{self, NewRound};
use axum::http::{Method, Request};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use blindballot::client::{SignedBallot, UnsignedBallot};
use blindballot::{BallotCode, BlindSignature, GroupId, Nonce, PublicKey, six_words};
use house::{Answer, House, Who};
use jiff::{SignedDuration, civil::date};
use people::{Language, Person, PersonId, UnitId};
use pulse::{Questionnaire, Reach, RoundId, Set};
use serde_json::{Value, json};
use tokio::time::Instant;

/// A house with a round open in it, and somebody invited.
struct Polls {
    house: House,
    round: RoundId,
    pass: Secret,
}

impl Polls {
    async fn open() -> Polls {
        let house = House::new().await;
        let (organisation, today) = (house.organisation.id, date(2026, 11, 18));
        let hr = Actor {
            organisation,
            person: Who::Hr.id(),
            roles: Roles::default().with(Role::Employee).with(Role::Hr),
        };
        let new = NewRound {
            name: "Höst".into(),
            unit: UnitId(1),
            reach: Reach::Subtree,
            questionnaire: Questionnaire::new(Set::Practice.questions()[..3].to_vec()).unwrap(),
            opens_at: house.now(),
            closes_at: house.now() + SignedDuration::from_hours(7 * 24),
            languages: vec![Language::Sv, Language::En],
            k: 6,
            consulted_on: Some(today),
            ask_whether_talked: false,
        };
        let pass = Secret::from_random([3; 32]);
        let hash = pass.hash();
        let round = house
            .desk
            .write(move |tx| {
                for number in 0..4 {
                    let id = PersonId(900 + number);
                    let (given_name, family_name) = ("Någon".to_owned(), format!("{number}"));
                    let (mail, language, scheme) = (None, None, None);
                    let person = Person { id, organisation, given_name, family_name, mail, language, scheme };
                    store::people::add(tx, &person)?;
                    store::people::employ(tx, organisation, id, UnitId(2), 100, date(2020, 1, 1))?;
                }
                rounds::plan(tx, &hr, &new, today)
            })
            .await
            .unwrap();
        let polls = Polls { house, round, pass };
        for _ in 0..3 {
            polls.work().await;
            polls.house.passes(SignedDuration::from_secs(30));
        }
        let invited = polls
            .house
            .desk
            .write(move |tx| store::rounds::invite(tx, organisation, round, PersonId(900), &hash));
        invited.await.unwrap();
        polls
    }

    async fn work(&self) {
        let desk = &self.house.desk;
        while let Some(job) = actions::clockwork::take(desk).await.unwrap() {
            self.step(job).await;
            actions::clockwork::done(desk, job).await.unwrap();
        }
    }

    async fn step(&self, job: Job) {
        let desk = &self.house.desk;
        match job.sort {
            Sort::FreezeRound => desk.write(move |tx| rounds::freeze(tx, job)).await.unwrap(),
            Sort::MakeKeys => rounds::make_keys(desk, job).await.unwrap(),
            Sort::OpenRound => desk.write(move |tx| rounds::open(tx, job)).await.unwrap(),
            Sort::CloseRound => actions::closing::close(desk, job).await.unwrap(),
            _ => {}
        }
    }

    async fn send(&self, method: Method, path: &str, body: impl Into<Vec<u8>>) -> Answer {
        let path = format!("/b/{}/{path}", self.round);
        let request = Request::builder().method(method).uri(path).body(body.into().into()).unwrap();
        // Even from a browser that is signed in.
        let mut browser = self.house.comes(Who::Employee).await;
        let answer = browser.send(request).await;
        assert!(answer.headers.get("set-cookie").is_none(), "no cookie is set");
        assert_eq!(answer.header("referrer-policy"), "no-referrer");
        assert_eq!(answer.header("cache-control"), "no-store");
        answer
    }

    async fn post(&self, path: &str, body: &Value) -> Answer {
        self.send(Method::POST, path, body.to_string()).await
    }

    async fn mine(&self) -> Value {
        read(&self.post("mine", &json!({ "pass": self.pass.text() })).await)
    }

    /// Draws as the page does, with what the server says of itself; and how long it took.
    async fn draw(&self, code: u8) -> (SignedBallot, Duration) {
        let mine = self.mine().await;
        let line: Value = serde_json::from_str(mine["groups"][0]["line"].as_str().unwrap()).unwrap();
        let bytes = |name: &str| BASE64.decode(line[name].as_str().unwrap()).unwrap();
        let key = PublicKey::from_components(&bytes("n"), &bytes("e")).unwrap();
        let group = GroupId(u128::from(line["group"].as_u64().unwrap()).to_be_bytes());
        let code = BallotCode::from_secret([code; 15]);
        let ballot =
            UnsignedBallot::from_code(&key, blindballot::RoundId(self.round.to_wire()), group, &code)
                .unwrap();
        let blinded = BASE64.encode(ballot.blinded().as_bytes());
        let asked = Instant::now();
        let body = json!({ "pass": self.pass.text(), "group": line["group"], "blinded": blinded });
        let answer = read(&self.post("draw", &body).await);
        let took = asked.elapsed();
        let signature = BASE64.decode(answer["signature"].as_str().unwrap()).unwrap();
        (ballot.finish(&BlindSignature::from_bytes(&signature).unwrap()).unwrap(), took)
    }

    async fn cast(&self, ballot: &SignedBallot, group: &Value, length: usize) -> Answer {
        let body = json!({
            "prefix": BASE64.encode(ballot.prefix),
            "signature": BASE64.encode(ballot.signature.as_bytes()),
            "answers": "5-3",
        });
        let mut body = body.to_string().into_bytes();
        body.resize(length, b' ');
        let path = format!("{group}/{}", BASE64.encode(ballot.message.nonce.0));
        self.send(Method::PUT, &path, body).await
    }
}

fn read(answer: &Answer) -> Value {
    assert_eq!(answer.status, 200, "{}", answer.text);
    serde_json::from_str(&answer.text).unwrap()
}

fn trouble(answer: &Answer) -> (u16, String) {
    let said: Value = serde_json::from_str(&answer.text).unwrap();
    (answer.status, said["trouble"].as_str().unwrap().to_owned())
}

#[tokio::test]
async fn a_ballot_goes_all_the_way_over_http() {
    let polls = Polls::open().await;
    let asked = read(&polls.send(Method::GET, "questions", "").await);
    assert_eq!((asked["state"].as_str(), asked["k"].as_u64()), (Some("open"), Some(6)));
    assert_eq!(asked["languages"], json!(["sv", "en"]));
    assert_eq!(asked["questions"].as_array().unwrap().len(), 3);
    assert_eq!(asked["scales"]["agree"]["sv"].as_array().unwrap().len(), 5);
    let mine = polls.mine().await;
    assert_eq!(mine["groups"][0]["drawn"], json!(false));
    // What stands in the link is the hash of what is answered here, and its six words are the poster's.
    let organisation = polls.house.organisation.id;
    let round = polls.round;
    let opening = polls.house.desk.read(move |tx| store::rounds::opening_of(tx, organisation, round)).await;
    let hash = opening.unwrap().unwrap().hash;
    assert_eq!(mine["hash"], json!(BASE64.encode(hash)));
    assert_eq!(six_words(&hash).len(), 6);
    let (ballot, _) = polls.draw(1).await;
    assert_eq!(polls.mine().await["groups"][0]["drawn"], json!(true));
    let answer = polls.cast(&ballot, &mine["groups"][0]["group"], 4096).await;
    assert_eq!((answer.status, answer.text.as_str()), (204, ""));
    assert_eq!(trouble(&polls.send(Method::GET, "counted", "").await), (409, "not-yet".into()));
    polls.house.passes(SignedDuration::from_hours(7 * 24));
    polls.work().await;
    let browser = &mut polls.house.browser();
    let counted = browser.get(&format!("/b/{round}/counted")).await;
    assert_eq!((counted.status, counted.header("content-type")), (200, "application/octet-stream"));
    let receipts = actions::ballots::receipts(&polls.house.desk, organisation, round).await.unwrap();
    assert_eq!(receipts, Nonce(ballot.message.nonce.0).receipt());
    assert_eq!(
        trouble(&polls.cast(&ballot, &mine["groups"][0]["group"], 4096).await),
        (410, "closed".into())
    );
    let late = polls.post("mine", &json!({ "pass": polls.pass.text() })).await;
    assert_eq!(trouble(&late), (410, "closed".into()));
}

#[tokio::test]
async fn every_ballot_is_as_long_as_every_other() {
    let polls = Polls::open().await;
    let group = polls.mine().await["groups"][0]["group"].clone();
    let (ballot, _) = polls.draw(1).await;
    for length in [1500, 4095, 4097] {
        let answer = polls.cast(&ballot, &group, length).await;
        assert_eq!(trouble(&answer), (422, "garbled".into()), "{length}");
    }
    assert_eq!(polls.cast(&ballot, &group, 9000).await.status, 413);
}

#[tokio::test]
async fn whatever_comes_of_a_draw_is_answered_at_an_even_pace() {
    let polls = Polls::open().await;
    let pace = Duration::from_millis(250);
    let even = |took: Duration| {
        let over = took.as_millis() % pace.as_millis();
        assert!(took >= pace, "{took:?}");
        // The browser's own time comes on top: signing in to show that it does not matter.
        assert!(over < 200, "{took:?}");
    };
    let (_, took) = polls.draw(1).await;
    even(took);
    for body in [
        json!({ "pass": Secret::from_random([9; 32]).text(), "group": 1, "blinded": BASE64.encode([7; 384]) }),
        json!({ "pass": "no pass" }),
    ] {
        let asked = Instant::now();
        let path = format!("/b/{}/draw", polls.round);
        let request = Request::post(path).body(body.to_string().into()).unwrap();
        let answer = polls.house.browser().send(request).await;
        assert!([404, 422].contains(&answer.status));
        even(asked.elapsed());
    }
}

#[tokio::test]
async fn what_is_no_ballot_is_told_from_the_rest_by_a_code() {
    let polls = Polls::open().await;
    let (ballot, _) = polls.draw(1).await;
    let group = polls.mine().await["groups"][0]["group"].clone();
    let body = json!({ "pass": polls.pass.text(), "group": group, "blinded": BASE64.encode([7; 384]) });
    assert_eq!(trouble(&polls.post("draw", &body).await), (409, "another".into()));
    let strange = json!({ "pass": Secret::from_random([9; 32]).text() });
    assert_eq!(trouble(&polls.post("mine", &strange).await), (404, "unknown".into()));
    assert_eq!(trouble(&polls.post("mine", &json!({})).await), (422, "garbled".into()));
    let slip = json!({ "code": "0000-0000-0000-0000", "answers": "543" });
    assert_eq!(trouble(&polls.post("slip", &slip).await), (404, "unknown".into()));
    let forged = SignedBallot { prefix: [0; 32], ..ballot };
    assert_eq!(trouble(&polls.cast(&forged, &group, 4096).await), (422, "not-signed".into()));
    assert_eq!(trouble(&polls.cast(&forged, &json!("first"), 4096).await), (404, "unknown".into()));
    let nowhere = polls.house.browser().get("/b/4711/questions").await;
    assert_eq!(trouble(&nowhere), (404, "unknown".into()));
}
