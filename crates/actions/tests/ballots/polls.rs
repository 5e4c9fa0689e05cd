//! A municipality with a round open in it, and people with their telephones.

use std::sync::OnceLock;

use access::{Actor, Role, Roles, Secret};
use actions::ballots::{Cast, Refused, RoundKey, Station};
use actions::clockwork::{Job, Sort};
use actions::rounds::{self, NewRound};
use actions::{Clock, Desk, Fault, Keys, LetterPolicy, Store};
use blindballot::client::{SignedBallot, UnsignedBallot};
use blindballot::{BallotCode, BlindSignature, GroupId, Nonce, PublicKey};
use jiff::civil::{Date, date};
use jiff::{SignedDuration, Timestamp};
use people::{Language, Organisation, OrganisationId, Person, PersonId, Unit, UnitId, UnitSort};
use pulse::{Place, Questionnaire, Reach, RoundId, Set};

pub(crate) const ORGANISATION: OrganisationId = OrganisationId(1);
pub(crate) const TODAY: Date = date(2026, 11, 23);
pub(crate) const MORNING: &str = "2026-11-23T08:00:00Z";
pub(crate) const NETWORK: &str = "192.0.2";
const DAY: SignedDuration = SignedDuration::from_hours(24);

/// A desk over a database, at a time.
pub(crate) fn desk(store: Store, at: Timestamp) -> Desk {
    let keys = Keys::from_bytes([7; 32]);
    Desk::new(store, Clock::standing_at(at), keys, LetterPolicy::Keep, "https://pejling.example")
}

/// An open round, and where one votes in it.
pub(crate) struct Polls {
    pub(crate) desk: Desk,
    pub(crate) station: Station,
    pub(crate) round: RoundKey,
    groups: OnceLock<Vec<(Place, PublicKey)>>,
}

impl Polls {
    /// A municipality whose units have as many people each, and a round open to all of them.
    pub(crate) async fn open(store: Store, units: &[i64]) -> Polls {
        let desk = desk(store, MORNING.parse().unwrap());
        let units = units.to_vec();
        let made = desk.write(move |tx| people_the_place(tx, &units)).await;
        made.unwrap();
        let round = plan(&desk, Reach::Subtree, Set::Practice).await;
        Polls::at(desk, round)
    }

    /// A round of an open group.
    pub(crate) async fn open_to_anyone(store: Store) -> Polls {
        let desk = desk(store, MORNING.parse().unwrap());
        let made = desk.write(|tx| people_the_place(tx, &[8])).await;
        made.unwrap();
        let round = plan(&desk, Reach::Open, Set::Served).await;
        Polls::at(desk, round)
    }

    /// An open round that is there already.
    pub(crate) fn at(desk: Desk, round: RoundId) -> Polls {
        Polls {
            station: Station::new(desk.clone()),
            desk,
            round: (ORGANISATION, round),
            groups: OnceLock::new(),
        }
    }

    pub(crate) async fn groups(&self) -> &[(Place, PublicKey)] {
        if self.groups.get().is_none() {
            let (organisation, round) = self.round;
            let groups = self.desk.read(move |tx| store::rounds::groups(tx, organisation, round)).await;
            let key = |n: Vec<u8>| PublicKey::from_components(&n, &[1, 0, 1]).unwrap();
            let groups = groups.unwrap().into_iter();
            let groups = groups.filter_map(|group| Some((group.place, key(group.modulus?)))).collect();
            let _ = self.groups.set(groups);
        }
        self.groups.get().unwrap()
    }

    /// The group that a person draws in.
    pub(crate) async fn place_of(&self, person: PersonId) -> Place {
        let (organisation, round) = self.round;
        self.desk.read(move |tx| store::rounds::groups_of(tx, organisation, round, person)).await.unwrap()[0]
    }

    /// Gives a person a link that draws.
    pub(crate) async fn invite(&self, person: PersonId) -> Secret {
        let pass = pass_of(person);
        let (hash, (organisation, round)) = (pass.hash(), self.round);
        let invited: Result<(), Fault> =
            self.desk.write(move |tx| store::rounds::invite(tx, organisation, round, person, &hash)).await;
        invited.unwrap();
        pass
    }

    /// The ballot that a code makes in a group.
    pub(crate) async fn ballot(&self, place: Place, code: u128) -> UnsignedBallot {
        let key = &self.groups().await.iter().find(|(at, _)| *at == place).unwrap().1;
        let code = BallotCode::from_secret(code.to_be_bytes()[1..].try_into().unwrap());
        let (round, group) = (blindballot::RoundId(self.round.1.to_wire()), GroupId(place.to_wire()));
        UnsignedBallot::from_code(key, round, group, &code).unwrap()
    }

    /// Draws until somebody has time; gives the blind signature.
    pub(crate) async fn draw(
        &self,
        pass: &Secret,
        place: Place,
        ballot: &UnsignedBallot,
    ) -> Result<BlindSignature, Refused> {
        let blinded = ballot.blinded().as_bytes();
        loop {
            match self.station.draw(self.round, pass, place, blinded, NETWORK).await {
                Err(Refused::Busy) => tokio::time::sleep(std::time::Duration::from_millis(5)).await,
                other => return other.map(|signature| BlindSignature::from_bytes(&signature).unwrap()),
            }
        }
    }

    /// A person invited, with a ballot drawn and ready.
    pub(crate) async fn drawn(&self, person: PersonId, code: u128) -> (Place, SignedBallot) {
        let (pass, place) = (self.invite(person).await, self.place_of(person).await);
        let ballot = self.ballot(place, code).await;
        let signature = self.draw(&pass, place, &ballot).await.unwrap();
        (place, ballot.finish(&signature).unwrap())
    }

    pub(crate) async fn cast(
        &self,
        place: Place,
        ballot: &SignedBallot,
        answers: &str,
    ) -> Result<(), Refused> {
        self.station.cast(self.round, place, signed(ballot, answers), NETWORK).await
    }

    /// Moves the time to closing and closes the round, as the clockwork does.
    pub(crate) async fn close(&self) {
        let (organisation, round) = self.round;
        let closes_at =
            self.desk.read(move |tx| store::rounds::by_id(tx, organisation, round)).await.unwrap().0;
        self.desk.clock.set(closes_at.closes_at);
        work(&self.desk).await;
    }

    /// What closing would count now, by name of the ballot: the box is emptied, looked at, and all of it taken back.
    pub(crate) async fn in_the_box(&self) -> Vec<(Nonce, String)> {
        let (round, keys) = (self.round, self.desk.keys.clone());
        let emptied = self.desk.write(move |tx| {
            actions::ballots::empty_box(tx, &keys, round).unwrap();
            Err::<(), _>(Looked(store::results::cast(tx, round.0, round.1).unwrap()))
        });
        texts(emptied.await.unwrap_err().0)
    }

    /// The answers counted that stand in something published, by name of the ballot.
    pub(crate) async fn counted(&self) -> Vec<(Nonce, String)> {
        let (organisation, round) = self.round;
        texts(self.desk.read(move |tx| store::results::cast(tx, organisation, round)).await.unwrap())
    }

    pub(crate) async fn drawn_in(&self, place: Place) -> u32 {
        let (organisation, round) = self.round;
        let groups = self.desk.read(move |tx| store::rounds::groups(tx, organisation, round)).await.unwrap();
        groups.iter().find(|group| group.place == place).unwrap().drawn
    }

    pub(crate) async fn receipts(&self) -> Vec<[u8; 16]> {
        let receipts = actions::ballots::receipts(&self.desk, self.round.0, self.round.1).await.unwrap();
        receipts.as_chunks().0.to_vec()
    }
}

/// What was seen in the box: an error, so that the transaction that opened it is taken back.
struct Looked(Vec<store::results::Cast>);

impl From<actions::Fault> for Looked {
    fn from(fault: actions::Fault) -> Looked {
        panic!("{fault}")
    }
}

fn texts(cast: Vec<store::results::Cast>) -> Vec<(Nonce, String)> {
    let mark = |it: &Option<disclosure::Answer>| it.map_or('-', |it| char::from(b'0' + it.value()));
    cast.iter().map(|cast| (Nonce(cast.nonce), cast.answers.iter().map(mark).collect())).collect()
}

pub(crate) fn signed(ballot: &SignedBallot, answers: &str) -> Cast {
    Cast {
        nonce: ballot.message.nonce.0,
        signed: Some((ballot.prefix, ballot.signature.as_bytes().to_vec())),
        answers: answers.into(),
        words: None,
    }
}

/// The link that a person gets here: no other process could know it, but this one's children must.
pub(crate) fn pass_of(person: PersonId) -> Secret {
    let mut bytes = [0xa5; 32];
    bytes[..8].copy_from_slice(&person.0.wrapping_mul(0x9e37_79b9_7f4a_7c15_u64 as i64).to_be_bytes());
    Secret::from_random(bytes)
}

/// The people of unit number `unit` (from 0), who are not its manager.
pub(crate) fn staff(unit: i64, count: i64) -> impl Iterator<Item = PersonId> {
    (1..=count).map(move |number| PersonId((unit + 1) * 1000 + number))
}

pub(crate) fn hr() -> Actor {
    let roles = Roles::default().with(Role::Employee).with(Role::Hr);
    Actor { organisation: ORGANISATION, person: PersonId(1), roles }
}

/// A top, and below it units with staff, each led from above.
fn people_the_place(tx: &mut actions::Tx<'_>, units: &[i64]) -> Result<(), Fault> {
    let organisation = Organisation {
        id: ORGANISATION,
        name: "Ekbacka".into(),
        language: Language::Sv,
        zone: "Europe/Stockholm".into(),
        demo: false,
    };
    store::organisations::add(tx, &organisation)?;
    let since = date(2020, 1, 1);
    let top = Unit { id: UnitId(1), parent: None, name: "Kommunen".into(), sort: UnitSort::Unit, sites: 1 };
    store::organisations::add_unit(tx, ORGANISATION, &top, since)?;
    for (number, count) in (0_i64..).zip(units) {
        let (id, name) = (UnitId(number + 2), format!("Enhet {number}"));
        let unit = Unit { id, parent: Some(top.id), name, sort: UnitSort::Unit, sites: 1 };
        store::organisations::add_unit(tx, ORGANISATION, &unit, since)?;
        for person in staff(number, *count) {
            let person = Person {
                id: person,
                organisation: ORGANISATION,
                given_name: "Någon".into(),
                family_name: format!("{person}"),
                mail: None,
                language: None,
                scheme: None,
            };
            store::people::add(tx, &person)?;
            store::people::employ(tx, ORGANISATION, person.id, id, 100, since)?;
        }
    }
    Ok(())
}

async fn plan(desk: &Desk, reach: Reach, set: Set) -> RoundId {
    let opens_at = desk.now();
    let new = NewRound {
        name: "Vår".into(),
        unit: UnitId(1),
        reach,
        questionnaire: Questionnaire::new(set.questions()[..3].to_vec()).unwrap(),
        opens_at,
        closes_at: opens_at + 7 * DAY,
        languages: vec![Language::Sv],
        k: 6,
        consulted_on: Some(TODAY),
        ask_whether_talked: false,
    };
    let round = desk.write(move |tx| rounds::plan(tx, &hr(), &new, TODAY)).await.unwrap();
    for _ in 0..3 {
        work(desk).await;
        desk.clock.set(desk.now() + SignedDuration::from_secs(30));
    }
    round
}

/// Does what is due, as the clockwork does.
pub(crate) async fn work(desk: &Desk) {
    while let Some(job) = actions::clockwork::take(desk).await.unwrap() {
        step(desk, job).await;
        actions::clockwork::done(desk, job).await.unwrap();
    }
}

async fn step(desk: &Desk, job: Job) {
    match job.sort {
        Sort::FreezeRound => desk.write(move |tx| rounds::freeze(tx, job)).await.unwrap(),
        Sort::MakeKeys => rounds::make_keys(desk, job).await.unwrap(),
        Sort::OpenRound => desk.write(move |tx| rounds::open(tx, job)).await.unwrap(),
        Sort::CloseRound => actions::closing::close(desk, job).await.unwrap(),
        _ => {}
    }
}
