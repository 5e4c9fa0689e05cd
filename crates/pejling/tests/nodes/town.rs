//! A municipality with people who can be asked, somebody signed in, a directory, and a round.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use access::{Actor, Role, Roles, Secret};
use actions::rounds::{self, NewRound};
use actions::{Clock, Desk, Fault, Keys, LetterPolicy, Place as Database, Store};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use blindballot::client::UnsignedBallot;
use blindballot::{BallotCode, BlindSignature, GroupId, PublicKey};
use jiff::SignedDuration;
use people::{Language, OrganisationId, Person, PersonId, UnitId};
use postgres::{Client, NoTls};
use pulse::{Place, Questionnaire, Reach, RoundId, RoundState, Set};
use tempfile::TempDir;
use tokio::runtime::Runtime;

use crate::support::{code, err, out, run};

/// How many are asked.
pub(crate) const PEOPLE: usize = 60;
/// The first of them; the others follow.
const FIRST: i64 = 1_000;
/// A key is made in seconds, and the clockwork looks every second.
const ROUND_OPENS_WITHIN: Duration = Duration::from_secs(60);

pub(crate) struct Town {
    folder: TempDir,
    pub(crate) database: String,
    /// Path of the links that sign in who runs the installation, and the manager.
    pub(crate) links: [String; 2],
    /// The directory's.
    pub(crate) token: String,
    runtime: Runtime,
    desk: Desk,
    organisation: OrganisationId,
    unit: UnitId,
    booth: Option<Booth>,
}

/// Where ballots are drawn and cast.
#[derive(Clone)]
pub(crate) struct Booth {
    pub(crate) round: RoundId,
    place: Place,
    key: PublicKey,
}

impl Town {
    pub(crate) fn found(database: &str) -> Town {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data").display().to_string();
        let done = |arguments: &[&str]| {
            let output = run(&[arguments, &["--data", &data, "--database", database]].concat());
            assert_eq!(code(&output), 0, "{arguments:?}: {}", err(&output));
            out(&output)
        };
        let said = done(&[
            "found",
            "--name",
            "Ekvalla kommun",
            "--it",
            "Karin Hallberg <karin@ekvalla.example>",
            "--leader",
            "Per Lind <per@ekvalla.example>",
            "--unit",
            "Tallbacken",
        ]);
        let link = |who: &str| {
            let line = said.lines().find_map(|line| line.strip_prefix(&format!("sign-in {who} "))).unwrap();
            format!("/sign-in/{}", line.rsplit('/').next().unwrap())
        };
        let links = [link("it"), link("leader")];
        let token = done(&["scim", "token", "Entra ID"]).trim().to_owned();
        let store = Store::open(&Database::read(database), Clock::System.now()).unwrap();
        let keys = Keys::open(&folder.path().join("data/pejling.key")).unwrap();
        let desk = Desk::new(store, Clock::System, keys, LetterPolicy::Keep, ADDRESS);
        let runtime = Runtime::new().unwrap();
        let host = runtime.block_on(actions::access::host(&desk)).unwrap().unwrap();
        let (organisation, since) = (host.id, desk.today(&host.zone));
        let led = "SELECT unit FROM leadership";
        let unit = UnitId(Client::connect(database, NoTls).unwrap().query_one(led, &[]).unwrap().get(0));
        let settle = desk.write(move |tx| {
            for number in 0..PEOPLE {
                let person = Person {
                    id: PersonId(FIRST + number as i64),
                    organisation,
                    given_name: "Någon".into(),
                    family_name: format!("{number}"),
                    mail: Some(format!("p{number}@people.example")),
                    language: None,
                    scheme: None,
                };
                store::people::add(tx, &person)?;
                store::people::employ(tx, organisation, person.id, unit, 100, since)?;
            }
            Ok::<_, Fault>(())
        });
        runtime.block_on(settle).unwrap();
        let database = database.to_owned();
        Town { folder, database, links, token, runtime, desk, organisation, unit, booth: None }
    }

    pub(crate) fn key_file(&self) -> PathBuf {
        self.folder.path().join("data/pejling.key")
    }

    pub(crate) fn address(&self) -> &'static str {
        ADDRESS
    }

    /// Plans a round, and waits until the nodes have opened it and invited everybody.
    pub(crate) fn open_round(&self) -> RoundId {
        let today = self.desk.today("Europe/Stockholm");
        let new = NewRound {
            name: "Mätning".into(),
            unit: self.unit,
            reach: Reach::Subtree,
            questionnaire: Questionnaire::new(Set::Practice.questions()[..3].to_vec()).unwrap(),
            opens_at: self.desk.now(),
            closes_at: self.desk.now() + SignedDuration::from_hours(7 * 24),
            languages: vec![Language::Sv],
            k: 6,
            consulted_on: Some(today),
            ask_whether_talked: false,
        };
        let roles = Roles::default().with(Role::Employee).with(Role::Hr);
        let hr = Actor { organisation: self.organisation, person: PersonId(FIRST), roles };
        let planned = self.desk.write(move |tx| rounds::plan(tx, &hr, &new, today));
        let round = self.runtime.block_on(planned).unwrap();
        let begun = Instant::now();
        while !self.is_open_to_everybody(round) {
            assert!(begun.elapsed() < ROUND_OPENS_WITHIN, "the round does not open");
            std::thread::sleep(Duration::from_millis(200));
        }
        round
    }

    fn is_open_to_everybody(&self, round: RoundId) -> bool {
        let organisation = self.organisation;
        let read = self.desk.read(move |tx| {
            let open = store::rounds::by_id(tx, organisation, round)?.1 == RoundState::Open;
            Ok::<_, Fault>(open && store::letters::waiting(tx)? as usize >= PEOPLE)
        });
        self.runtime.block_on(read).unwrap()
    }

    /// Gives everybody a link that this test knows.
    pub(crate) fn with_passes(mut self, round: RoundId) -> Town {
        let (organisation, keys) = (self.organisation, self.desk.keys.clone());
        let invited = self.desk.write(move |tx| {
            for number in 0..PEOPLE {
                let person = PersonId(FIRST + number as i64);
                store::rounds::invite(tx, organisation, round, person, &pass(number).hash())?;
            }
            let groups = store::rounds::groups(tx, organisation, round)?;
            assert_eq!(groups.len(), 1, "one unit is one group");
            let place = groups[0].place;
            let pair = rounds::private_key(tx, &keys, organisation, round, place)?.ok_or(Fault::NotFound)?;
            Ok::<_, Fault>((place, pair.public().clone()))
        });
        let (place, key) = self.runtime.block_on(invited).unwrap();
        self.booth = Some(Booth { round, place, key });
        self
    }

    pub(crate) fn booth(&self) -> &Booth {
        self.booth.as_ref().unwrap()
    }

    /// The chain of the log, through everything.
    pub(crate) fn log_is_whole(&self) {
        let data = self.folder.path().join("data").display().to_string();
        let verified = run(&["log", "verify", "--data", &data, "--database", &self.database]);
        assert_eq!(code(&verified), 0, "{}{}", out(&verified), err(&verified));
    }
}

/// Where letters would say that it is.
const ADDRESS: &str = "http://pejling.example";

fn pass(number: usize) -> Secret {
    let mut bytes = [0xa5; 32];
    bytes[..8].copy_from_slice(&(number as u64).to_be_bytes());
    Secret::from_random(bytes)
}

/// What is sent to draw, and what to do with the answer.
pub(crate) struct Telephone {
    ballot: UnsignedBallot,
    pub(crate) draw: String,
}

impl Booth {
    pub(crate) fn telephone(&self, number: usize) -> Telephone {
        let mut secret = [0; 15];
        secret[..8].copy_from_slice(&(number as u64 + 1).to_be_bytes());
        let (round, group) = (blindballot::RoundId(self.round.to_wire()), GroupId(self.place.to_wire()));
        let ballot =
            UnsignedBallot::from_code(&self.key, round, group, &BallotCode::from_secret(secret)).unwrap();
        let blinded = BASE64.encode(ballot.blinded().as_bytes());
        let draw =
            serde_json::json!({ "pass": pass(number).text(), "group": self.place.0, "blinded": blinded });
        Telephone { ballot, draw: draw.to_string() }
    }

    /// The path that a ballot is sent to, and all of what is sent but for the answers.
    pub(crate) fn ready(&self, telephone: &Telephone, answer: &str) -> (String, serde_json::Value) {
        let answer: serde_json::Value = serde_json::from_str(answer).unwrap();
        let signature = BASE64.decode(answer["signature"].as_str().unwrap()).unwrap();
        let ready = telephone.ballot.finish(&BlindSignature::from_bytes(&signature).unwrap()).unwrap();
        let path = format!("/b/{}/{}/{}", self.round, self.place.0, BASE64.encode(ready.message.nonce.0));
        let body = serde_json::json!({
            "prefix": BASE64.encode(ready.prefix),
            "signature": BASE64.encode(ready.signature.as_bytes()),
        });
        (path, body)
    }
}
