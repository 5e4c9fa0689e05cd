//! A small municipality with a round that is open, and ballots in it.
#![allow(clippy::unwrap_used, dead_code, reason = "helpers of several tests")]

use actions::{Clock, Desk, Fault, Keys, LetterPolicy, Store, Tx};
use disclosure::Answer;
use jiff::Timestamp;
use jiff::civil::date;
use people::{Language, Organisation, OrganisationId, Person, PersonId, Unit, UnitId, UnitSort};
use pulse::grouping::Part;
use pulse::{
    OwnQuestionId, Place, Question, Questionnaire, Reach, Round, RoundId, RoundMember, RoundNode, Scale,
};
use store::queue::{Job, Sort};
use store::results::Cast;

pub(crate) const ORGANISATION: OrganisationId = OrganisationId(1);
pub(crate) const TOP: UnitId = UnitId(1);

/// A unit of the municipality: people asked in it.
pub(crate) const UNITS: [(i64, &str, u32); 5] =
    [(2, "Norr", 12), (3, "Söder", 9), (4, "Öster", 8), (5, "Väster", 20), (6, "Mitten", 14)];

pub(crate) fn time(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// The municipality at noon on a Monday. Person `100 u + n` works in unit `u`, and person `u` leads it.
pub(crate) async fn municipality(store: Store) -> Desk {
    let clock = Clock::standing_at(time("2026-11-23T11:00:00Z"));
    let desk =
        Desk::new(store, clock, Keys::from_bytes([7; 32]), LetterPolicy::Send, "https://pejling.example");
    desk.write(|tx| {
        let (name, zone) = ("Övningskommun".to_owned(), "Europe/Stockholm".to_owned());
        let organisation = Organisation { id: ORGANISATION, name, language: Language::Sv, zone, demo: false };
        store::organisations::add(tx, &organisation)?;
        unit(tx, 1, None, "Kommunen", UnitSort::Municipality)?;
        for (id, name, people) in UNITS {
            unit(tx, id, Some(TOP), name, UnitSort::Unit)?;
            person(tx, id)?;
            store::people::lead(tx, ORGANISATION, PersonId(id), UnitId(id), date(2020, 1, 1))?;
            for n in 0..i64::from(people) {
                person(tx, 100 * id + n)?;
                store::people::employ(
                    tx,
                    ORGANISATION,
                    PersonId(100 * id + n),
                    UnitId(id),
                    100,
                    date(2020, 1, 1),
                )?;
            }
        }
        for (id, lead) in [(1, true), (90, false)] {
            person(tx, id)?;
            if lead {
                store::people::lead(tx, ORGANISATION, PersonId(id), TOP, date(2020, 1, 1))?;
            }
        }
        Ok::<_, Fault>(())
    })
    .await
    .unwrap();
    desk
}

fn unit(tx: &mut Tx<'_>, id: i64, parent: Option<UnitId>, name: &str, sort: UnitSort) -> Result<(), Fault> {
    let unit = Unit { id: UnitId(id), parent, name: name.into(), sort, sites: 1 };
    store::organisations::add_unit(tx, ORGANISATION, &unit, date(2020, 1, 1))
}

pub(crate) fn person(tx: &mut Tx<'_>, id: i64) -> Result<(), Fault> {
    let person = Person {
        id: PersonId(id),
        organisation: ORGANISATION,
        given_name: "Anna".into(),
        family_name: "Åberg".into(),
        mail: Some(format!("p{id}@example.se")),
        language: (id == 3).then_some(Language::Da),
        scheme: None,
    };
    store::people::add(tx, &person)
}

pub(crate) const QUESTIONS: [&str; 4] =
    ["practice.direction", "practice.person", "practice.challenge", "practice.myself"];

/// A round of four questions that is open until the evening. Its units are the leaves, in order.
pub(crate) async fn open_round(desk: &Desk, id: i64, words: bool) -> RoundId {
    open_round_of(desk, id, Made { words, ..Made::default() }).await
}

/// A round that is open, as a test needs it.
pub(crate) struct Made<'a> {
    /// The codes of what it asks on a scale.
    pub(crate) codes: &'a [&'a str],
    /// Whether it asks for words too.
    pub(crate) words: bool,
    /// The round of which it asks whether it was talked about.
    pub(crate) follows: Option<RoundId>,
    pub(crate) strict: bool,
    /// Somebody new in Norr.
    pub(crate) newcomer: Option<PersonId>,
    /// When it opened, if not a week before it closes.
    pub(crate) opened: Option<Timestamp>,
}

impl Default for Made<'_> {
    fn default() -> Self {
        Made { codes: &QUESTIONS, words: false, follows: None, strict: false, newcomer: None, opened: None }
    }
}

pub(crate) async fn open_round_of(desk: &Desk, id: i64, made: Made<'_>) -> RoundId {
    let Made { codes, words, follows, strict, newcomer, opened } = made;
    let round = Round {
        id: RoundId(id),
        organisation: ORGANISATION,
        name: "Hösten".into(),
        planned_by: None,
        unit: TOP,
        reach: Reach::Subtree,
        opens_at: opened.unwrap_or_else(|| {
            time("2026-11-16T07:00:00Z") + jiff::SignedDuration::from_hours(24 * 40 * (id - 7))
        }),
        draws_end_at: time("2026-11-23T16:00:00Z") + jiff::SignedDuration::from_hours(24 * 40 * (id - 7)),
        closes_at: time("2026-11-23T17:00:00Z") + jiff::SignedDuration::from_hours(24 * 40 * (id - 7)),
        languages: vec![Language::Sv],
        k: 6,
        strict,
        consulted_on: Some(date(2026, 11, 1)),
        follows,
        cancelled_at: None,
    };
    let mut questions: Vec<Question> = codes
        .iter()
        .map(|code| Question::ours().find(|it| it.code.to_string() == *code).unwrap().clone())
        .collect();
    if words {
        let texts = ["Vad behövs mest?", "", ""];
        questions.push(Question::own(OwnQuestionId(1), Scale::Words, texts, Language::Sv).unwrap());
    }
    let questions = Questionnaire::new(questions).unwrap();
    let node = |place: u32, unit: i64, name: &str, eligible| RoundNode {
        place: Place(place),
        parent: (place > 0).then_some(Place(0)),
        unit: Some(UnitId(unit)),
        name: name.into(),
        eligible,
    };
    desk.write(move |tx| {
        store::rounds::add(tx, &round, &questions)?;
        let mut nodes = vec![node(0, 1, "Kommunen", UNITS.iter().map(|unit| unit.2).sum())];
        let (mut members, mut eligible) = (Vec::new(), Vec::new());
        for (place, (unit, name, people)) in (1..).zip(UNITS) {
            let newcomer = newcomer.filter(|_| place == 1);
            eligible.extend(newcomer.map(|person| (Place(place), person)));
            let people = people + u32::from(newcomer.is_some());
            nodes.push(node(place, unit, name, people));
            members.push(RoundMember {
                part: Part { unit: UnitId(unit), direct: false, occupation: None },
                place: Place(place),
                eligible: people,
            });
            let before = people - u32::from(newcomer.is_some());
            eligible.extend((0..i64::from(before)).map(|n| (Place(place), PersonId(100 * unit + n))));
        }
        let groups: Vec<Place> = (1..=5).map(Place).collect();
        store::rounds::freeze(tx, (ORGANISATION, round.id), &nodes, &members, &groups, &eligible)?;
        store::rounds::open(tx, (ORGANISATION, round.id), b"{}", &[3; 32], None)
    })
    .await
    .unwrap();
    RoundId(id)
}

/// Puts ballots into a unit's group, with as many slips made: `answers` as they stand on a ballot.
pub(crate) async fn cast(desk: &Desk, round: RoundId, place: u32, ballots: &[(&str, Option<&str>)]) {
    let ballots: Vec<(String, Option<String>)> =
        ballots.iter().map(|(answers, words)| ((*answers).into(), words.map(Into::into))).collect();
    desk.write(move |tx| {
        for (n, (answers, words)) in ballots.iter().enumerate() {
            let mut nonce = [place as u8; 32];
            nonce[..8].copy_from_slice(&(n as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15).to_le_bytes());
            let answers = answers.bytes().map(|mark| Answer::new(mark.wrapping_sub(b'0'))).collect();
            let cast = Cast { place: Place(place), nonce, answers, words: words.clone() };
            store::results::add_cast(tx, ORGANISATION, round, &cast)?;
            store::rounds::count_slips(tx, ORGANISATION, round, Place(place), 1)?;
        }
        Ok::<_, Fault>(())
    })
    .await
    .unwrap();
}

/// Closes a round as the clockwork does, at its time.
pub(crate) async fn close(desk: &Desk, round: RoundId) {
    let closes_at =
        desk.read(move |tx| store::rounds::by_id(tx, ORGANISATION, round)).await.unwrap().0.closes_at;
    desk.clock.set(closes_at);
    actions::closing::close(desk, job(round)).await.unwrap();
}

pub(crate) fn job(round: RoundId) -> Job {
    let (id, tries) = (1, 1);
    Job {
        organisation: ORGANISATION,
        id,
        sort: Sort::CloseRound,
        subject: round.0,
        tries,
        claimed_until: Timestamp::MAX,
    }
}

/// Ballots of four answers that differ from each other.
pub(crate) fn varied(count: usize, seed: usize) -> Vec<(String, Option<&'static str>)> {
    let mark = |n: usize| char::from(b'1' + (n % 5) as u8);
    (0..count).map(|n| ((0..4).map(|q| mark(n * (q + 2) + seed + n / 3)).collect(), None)).collect()
}

pub(crate) fn lent<'a>(ballots: &'a [(String, Option<&'a str>)]) -> Vec<(&'a str, Option<&'a str>)> {
    ballots.iter().map(|(answers, words)| (answers.as_str(), *words)).collect()
}
