//! Results through the whole router: who reads what, that every page is whole, and that what was published, put together by an attacker
//! who reads the pages and files themselves, gives nobody away.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod house;

use disclosure::{Answer, Figure, Status};
use house::{House, Who, faults};
use jiff::{SignedDuration, Timestamp};
use people::{Language, UnitId};
use pulse::{
    ClosedRound, Place, Question, Questionnaire, Reach, ReleasedNode, Round, RoundId, RoundMember, RoundNode,
};
use store::queue::{Job, Sort};
use store::results::Cast;

const QUESTIONS: [&str; 13] = [
    "practice.direction",
    "practice.person",
    "practice.challenge",
    "practice.myself",
    "hme.1",
    "hme.2",
    "hme.3",
    "hme.4",
    "hme.5",
    "hme.6",
    "hme.7",
    "hme.8",
    "hme.9",
];

/// Enhet 2 is the house's, and Enhet 3; the others have nobody of the house in them.
const LEAVES: [(i64, u32, usize); 4] = [(2, 12, 11), (3, 9, 4), (4, 8, 3), (5, 15, 14)];

/// A closed round over the house; ballots vary with `seed`. All of Enhet 5 answer alike.
async fn closed_round(house: &House, id: i64, seed: usize) {
    closed_round_of(house, id, seed, Reach::Subtree).await;
}

async fn closed_round_of(house: &House, id: i64, seed: usize, reach: Reach) {
    let closes_at = open_round(house, id, seed, false, reach).await;
    house.desk.clock.set(closes_at);
    let (organisation, subject, claimed_until) = (house.organisation.id, id, Timestamp::MAX);
    let job = Job { organisation, id: 1, sort: Sort::CloseRound, subject, tries: 1, claimed_until };
    actions::closing::close(&house.desk, job).await.unwrap();
}

/// A strict round that was closed when somebody was new in Grupp 2, and too many in Grupp 3 and 4: the first has bands, these
/// nothing.
async fn banded_round(house: &House, id: i64) {
    let closes_at = open_round(house, id, 1, true, Reach::Subtree).await;
    house.desk.clock.set(closes_at);
    let key = (house.organisation.id, RoundId(id));
    let write = move |tx: &mut actions::Tx<'_>| {
        let rules = pulse::rules(6).unwrap();
        let hidden = |pool| ReleasedNode { status: Status::Hidden, ballots: None, left_out: 0, pool };
        let full = ReleasedNode { status: Status::Full, ballots: Some(14), left_out: 0, pool: Some(0) };
        let nodes = [hidden(None), hidden(Some(1)), hidden(None), hidden(None), full];
        let figure = |line| Figure::thaw(line, &rules).unwrap();
        let figures = vec![vec![figure("full 2 3 3 3 3"), figure("band 11 30 34")]; QUESTIONS.len()];
        let closed = ClosedRound {
            closed_at: tx.now(),
            eligible: 44,
            drawn: 0,
            slips: 32,
            unused_slips: 0,
            ballots: 32,
            withheld: None,
            erased_at: None,
        };
        store::results::close(tx, key, &closed, &[])?;
        store::results::publish(tx, key, &nodes, &[vec![Place(4)], vec![Place(1)]], &figures, &[])
    };
    house.desk.write(write).await.unwrap();
}

/// A round over the house that takes ballots, and has them; when it closes.
async fn open_round(house: &House, id: i64, seed: usize, strict: bool, reach: Reach) -> Timestamp {
    let organisation = house.organisation.id;
    let opens_at: Timestamp = house.now();
    let round = Round {
        id: RoundId(id),
        organisation,
        name: format!("Runda {id}"),
        planned_by: None,
        unit: UnitId(1),
        reach,
        opens_at,
        draws_end_at: opens_at + SignedDuration::from_hours(23),
        closes_at: opens_at + SignedDuration::from_hours(24),
        languages: vec![Language::Sv],
        k: 6,
        strict,
        consulted_on: None,
        follows: None,
        cancelled_at: None,
    };
    let find = |code: &&str| Question::ours().find(|it| it.code.to_string() == **code).unwrap().clone();
    let questions = Questionnaire::new(QUESTIONS.iter().map(find).collect()).unwrap();
    let closes_at = round.closes_at;
    house
        .desk
        .write(move |tx| {
            store::rounds::add(tx, &round, &questions)?;
            let node = |place: u32, unit: i64, eligible| RoundNode {
                place: Place(place),
                parent: (place > 0).then_some(Place(0)),
                unit: (unit < 4).then_some(UnitId(unit)),
                name: if place == 0 { "Hela".into() } else { format!("Grupp {unit}") },
                eligible,
            };
            let mut nodes = vec![node(0, 1, 44)];
            let mut members = Vec::new();
            for (place, (unit, eligible, _)) in (1..).zip(LEAVES) {
                nodes.push(node(place, unit, eligible));
                if unit < 4 {
                    members.push(RoundMember {
                        part: pulse::grouping::Part { unit: UnitId(unit), direct: false, occupation: None },
                        place: Place(place),
                        eligible,
                    });
                }
            }
            let groups: Vec<Place> = (1..=4).map(Place).collect();
            store::rounds::freeze(tx, (organisation, round.id), &nodes, &members, &groups, &[])?;
            store::rounds::open(tx, (organisation, round.id), b"{}", &[id as u8; 32], None)?;
            for (place, (unit, _, ballots)) in (1..).zip(LEAVES) {
                for n in 0..ballots {
                    let mark = |q: usize| {
                        if unit == 5 { 5 } else { ((n * (q + 2) + seed + n / 3 + q) % 5) as u8 + 1 }
                    };
                    let mut nonce = [place as u8; 32];
                    nonce[0] = n as u8;
                    let answers = (0..QUESTIONS.len()).map(|q| Answer::new(mark(q))).collect();
                    let cast = Cast { place: Place(place), nonce, answers, words: None };
                    store::results::add_cast(tx, organisation, round.id, &cast)?;
                    store::rounds::count_slips(tx, organisation, round.id, Place(place), 1)?;
                }
            }
            Ok::<_, actions::Fault>(())
        })
        .await
        .unwrap();
    closes_at
}

async fn status(house: &House, who: Who, path: &str) -> u16 {
    house.comes(who).await.get(path).await.status
}

#[tokio::test]
async fn a_group_is_read_by_its_people_and_those_who_lead_them() {
    let house = House::new().await;
    closed_round(&house, 7, 1).await;
    // Hela, Grupp 2 (where the house works), Grupp 3 (the other leader's), Grupp 5.
    for (who, expected) in [
        (Who::Employee, [200, 200, 404, 404]),
        (Who::Leader, [200, 200, 404, 404]),
        (Who::OtherLeader, [200, 404, 200, 404]),
        (Who::Hr, [200, 200, 200, 200]),
        (Who::TopManager, [200, 200, 200, 200]),
        (Who::It, [200, 200, 404, 404]),
    ] {
        for (place, expected) in [0, 1, 2, 4].into_iter().zip(expected) {
            for page in ["", "/about-me", "/talk", "/table.csv", "/table.json", "/hme.csv", "/hme.xlsx"] {
                let path = format!("/results/7/{place}{page}");
                assert_eq!(status(&house, who, &path).await, expected, "{path} by {who:?}");
            }
        }
    }
    assert_eq!(status(&house, Who::Hr, "/results/8/0").await, 404);
    assert_eq!(status(&house, Who::Hr, "/results/7/9").await, 404);
}

#[tokio::test]
async fn every_page_of_results_is_whole_in_every_language() {
    let house = House::new().await;
    closed_round(&house, 7, 1).await;
    house.passes(SignedDuration::from_hours(24 * 60));
    closed_round(&house, 8, 2).await;
    let mut browser = house.comes(Who::Hr).await;
    for language in Language::ALL {
        browser.post("/language", &[("language", language.code()), ("back", "/")]).await;
        for path in [
            "/results",
            "/results/8/0",
            "/results/8/1",
            "/results/8/2",
            "/results/8/4",
            "/results/7/1",
            "/results/8/units",
            "/results/8/units?q=3",
            "/results/8/1/about-me",
            "/results/8/1/talk",
            "/results/8/2/talk?minutes=45",
            "/results/8/4/talk?minutes=45",
            "/results/8/0/about-me",
        ] {
            let page = browser.get(path).await;
            assert_eq!(page.status, 200, "{path}");
            let found = faults(&page.text, language.code());
            assert!(found.is_empty(), "{path} in {}: {found:#?}", language.code());
        }
    }
}

#[tokio::test]
async fn a_strict_round_says_what_a_mean_lies_between_and_why() {
    let house = House::new().await;
    banded_round(&house, 9).await;
    let mut browser = house.comes(Who::Hr).await;
    for language in Language::ALL {
        browser.post("/language", &[("language", language.code()), ("back", "/")]).await;
        for path in [
            "/results/9/0",
            "/results/9/1",
            "/results/9/2",
            "/results/9/4",
            "/results/9/1/talk",
            "/results/9/units",
        ] {
            let page = browser.get(path).await;
            assert_eq!(page.status, 200, "{path}");
            let found = faults(&page.text, language.code());
            assert!(found.is_empty(), "{path} in {}: {found:#?}", language.code());
        }
    }
    browser.post("/language", &[("language", "sv"), ("back", "/")]).await;
    let band = browser.get("/results/9/1").await.text;
    assert!(band.contains("Grupp 2 visas ungefärligt"), "{band}");
    // 30 and 34 of eleven.
    assert!(
        band.contains("Medelvärdet ligger mellan 2,7 och 3,1.") && !band.contains("class=\"dot"),
        "{band}"
    );
    assert!(browser.get("/results/9/2").await.text.contains("några få har börjat eller slutat sedan sist"));
    let table = browser.get("/results/9/1/table.csv").await.text;
    assert!(table.contains(";11;;2,73;3,09;"), "{table}");
}

#[tokio::test]
async fn a_hidden_group_names_those_it_is_shown_with_and_a_near_one_has_no_figure() {
    let house = House::new().await;
    closed_round(&house, 7, 1).await;
    let mut browser = house.comes(Who::Hr).await;
    let together = browser.get("/results/7/2").await.text;
    assert!(together.contains("Grupp 3 visas tillsammans med andra"), "{together}");
    assert!(together.contains("<li>Grupp 3</li><li>Grupp 4</li>"), "{together}");
    let near = browser.get("/results/7/4").await.text;
    assert!(near.contains("Nästan alla svarade 4 eller 5.") && !near.contains("class=\"dot"), "{near}");
    // The whole has a near group in it, so its mean is between two ends.
    assert!(browser.get("/results/7/0").await.text.contains("Medelvärdet ligger mellan"));
}

#[tokio::test]
async fn what_an_open_groups_figures_are_worth_stands_beside_them() {
    let house = House::new().await;
    closed_round_of(&house, 7, 1, Reach::Open).await;
    closed_round(&house, 8, 1).await;
    let mut browser = house.comes(Who::Hr).await;
    let worth = "en fingervisning och inget mått";
    assert!(browser.get("/results/7/1").await.text.contains(worth));
    assert!(!browser.get("/results/8/1").await.text.contains(worth));
}

#[tokio::test]
async fn the_first_round_has_no_history_and_the_second_is_compared_with_the_same_people() {
    let house = House::new().await;
    closed_round(&house, 7, 1).await;
    house.passes(SignedDuration::from_hours(24 * 60));
    closed_round(&house, 8, 1).await;
    let mut browser = house.comes(Who::Leader).await;
    assert!(browser.get("/results/7/1").await.text.contains("Ingen jämförbar historik"));
    let second = browser.get("/results/8/1").await.text;
    assert!(second.contains("Går inte att säga än om något har ändrats"), "{second}");
    assert!(second.contains("Minsta förändring som skulle synas"));
}

/// The form as it is typed when everything is right.
fn agreed(house: &House) -> Vec<(&'static str, String)> {
    let today = house.now().to_zoned(house.organisation.time_zone()).date();
    let again = today.saturating_add(jiff::Span::new().weeks(6));
    vec![
        ("unit", "2".into()),
        ("area", "5".into()),
        ("words", "Vi turas om att leda mötet".into()),
        ("talked", today.to_string()),
        ("again", again.to_string()),
    ]
}

async fn send(house: &House, who: Who, form: &[(&'static str, String)]) -> house::Answer {
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    house.comes(who).await.post("/results/7/1/agreed", &form).await
}

#[tokio::test]
async fn the_leader_writes_what_was_agreed_and_all_who_read_the_group_read_it() {
    let house = House::new().await;
    closed_round(&house, 7, 1).await;
    let mut browser = house.comes(Who::Leader).await;
    let page = browser.get("/results/7/1").await.text;
    assert!(
        page.contains("Skriv vad ni kom överens om") && page.contains("Det här är inte privat."),
        "{page}"
    );
    assert_eq!(send(&house, Who::Leader, &agreed(&house)).await.location(), "/results/7/1");
    for who in [Who::Leader, Who::Employee, Who::Hr, Who::TopManager] {
        let page = house.comes(who).await.get("/results/7/1").await.text;
        assert!(page.contains("Vi turas om att leda mötet"), "{who:?}");
        // Practising is the leader's alone.
        assert_eq!(page.contains("Öva på det"), who == Who::Leader, "{who:?}");
        assert_eq!(page.contains("Skriv om det"), who == Who::Leader, "{who:?}");
    }
    for who in [Who::Leader, Who::Employee] {
        let page = house.comes(who).await.get("/").await.text;
        assert!(
            page.contains("Vi turas om att leda mötet") && page.contains("href=\"/results/7/1\""),
            "{who:?}"
        );
    }
    assert!(!house.comes(Who::OtherLeader).await.get("/").await.text.contains("Vi turas om"));
    let mut browser = house.comes(Who::Leader).await;
    for language in Language::ALL {
        browser.post("/language", &[("language", language.code()), ("back", "/")]).await;
        for path in ["/", "/results/7/1", "/results/7/1/talk", "/export", "/erase", "/rounds/new?ask=need"] {
            let found = faults(&browser.get(path).await.text, language.code());
            assert!(found.is_empty(), "{path} in {}: {found:#?}", language.code());
        }
    }
    assert!(browser.get("/export.json").await.text.contains("Vi turas om att leda mötet"));
}

#[tokio::test]
async fn what_is_wrong_comes_back_by_its_field_and_others_do_not_write() {
    let house = House::new().await;
    closed_round(&house, 7, 1).await;
    for (field, value) in [
        ("unit", "3"),
        ("area", ""),
        ("words", " "),
        ("talked", "2020-01-01"),
        ("again", "2020-01-01"),
        ("again", "soon"),
    ] {
        let mut form = agreed(&house);
        form.iter_mut().find(|(name, _)| *name == field).unwrap().1 = value.into();
        let answer = send(&house, Who::Leader, &form).await;
        assert_eq!(answer.status, 422, "{field}: {value}");
        assert!(answer.text.contains(&format!("id=\"{field}-error\"")), "{field}: {value}");
    }
    assert_eq!(send(&house, Who::OtherLeader, &agreed(&house)).await.status, 404);
    assert_eq!(send(&house, Who::Employee, &agreed(&house)).await.status, 403);
    assert_eq!(send(&house, Who::Hr, &agreed(&house)).await.status, 403);
    let page = house.comes(Who::Employee).await.get("/results/7/1").await.text;
    assert!(!page.contains("Det här kom vi överens om"));
}

#[tokio::test]
async fn a_practice_and_a_need_travel_in_the_form_to_the_choice_of_a_step() {
    let house = House::new().await;
    let mut browser = house.comes(Who::Leader).await;
    let given = [("page", "begin"), ("practice", "5.1"), ("whose", "team"), ("need", "Tid att prata")];
    let page = browser.post("/steps/new", &given).await;
    assert_eq!(page.status, 200);
    assert!(page.text.contains("name=\"practice\" value=\"5.1\""), "{}", page.text);
    assert!(page.text.contains("name=\"need\" value=\"Tid att prata\""));
    assert!(faults(&page.text, "sv").is_empty());
    let asking = browser.get("/rounds/new?ask=need").await.text;
    assert!(asking.contains("Vad behöver du mer eller mindre av från din chef"), "{asking}");
}
