//! What the answers say of a step, from the first day to the round after it, on both databases.
#![allow(clippy::unwrap_used)]

mod rounds;

use access::{Actor, Role, Roles};
use actions::Desk;
use actions::evidence::{Answers, of_step};
use actions::steps::{MakesRoom, NewStep};
use jiff::civil::{Date, date};
use people::PersonId;
use pulse::{Place, RoundId, StepEvidence};
use rounds::{ORGANISATION, UNITS, cast, close, lent, municipality, open_round, varied};
use steps::{Area, Line, Need, Plan, PracticeChoice, Side, StepId, Weeks, Whose};
use store::testing::on_each_database;

const BEGAN: Date = date(2026, 11, 24);
/// Leads Norr and Söder.
const LEADERS: [PersonId; 2] = [PersonId(2), PersonId(3)];

fn leader(person: PersonId) -> Actor {
    let roles = Roles::default().with(Role::Employee).with(Role::Leader);
    Actor { organisation: ORGANISATION, person, roles }
}

async fn step(desk: &Desk, person: PersonId) -> StepId {
    let line = |text| Line::new(text).unwrap();
    let new = NewStep {
        practice: PracticeChoice::Own(line("Säga vad som gäller"), Side::Challenge, Area::Direction),
        plan: Plan { when: line("mötet börjar"), then: line("säger jag det viktigaste") },
        need: Need { whose: Whose::Team, words: None },
        making: MakesRoom::NothingYet(line("det ryms")),
        weeks: Weeks::new(8).unwrap(),
        moment: None,
    };
    desk.write(move |tx| actions::steps::choose(tx, &leader(person), &new, false, BEGAN)).await.unwrap()
}

async fn answers(desk: &Desk, by: PersonId, step: StepId) -> Result<Answers, actions::Fault> {
    let shelf = desk.results.clone();
    desk.read(move |tx| of_step(tx, &shelf, &leader(by), step, BEGAN)).await
}

async fn lived(desk: &Desk, id: i64) -> RoundId {
    let round = open_round(desk, id, false).await;
    for (place, (_, _, people)) in (1..).zip(UNITS) {
        cast(desk, round, place, &lent(&varied(people as usize, id as usize + place as usize))).await;
    }
    close(desk, round).await;
    round
}

#[test]
fn a_step_is_read_between_a_round_before_it_and_one_that_opened_four_weeks_into_it() {
    on_each_database(async |store| {
        let desk = municipality(store).await;
        let [mine, theirs] = [step(&desk, LEADERS[0]).await, step(&desk, LEADERS[1]).await];
        assert!(matches!(answers(&desk, LEADERS[0], mine).await, Ok(Answers::NotBefore)));
        lived(&desk, 7).await;
        assert!(matches!(answers(&desk, LEADERS[0], mine).await, Ok(Answers::NotAfter)));
        let after = lived(&desk, 8).await;
        let Ok(Answers::Told { evidence, question, results, .. }) = answers(&desk, LEADERS[0], mine).await
        else {
            panic!("there are both")
        };
        assert_eq!((question.code.to_string().as_str(), results), ("practice.direction", (after, Place(1))));
        // By hand: the marks of Norr's twelve to the first question. Four others are too few to stand beside.
        let mean = |seed| {
            let marks =
                varied(12, seed).into_iter().map(|(answers, _)| f64::from(answers.as_bytes()[0] - b'0'));
            marks.sum::<f64>() / 12.0
        };
        let StepEvidence::Alone { after, since } = evidence else { panic!("{evidence:?}") };
        assert!((since.mean - mean(8)).abs() < 1e-12 && (after - mean(9)).abs() < 1e-12);
        assert!(matches!(answers(&desk, LEADERS[0], theirs).await, Err(actions::Fault::NotFound)));
        let stepping = desk.read(|tx| store::steps::stepping(tx, ORGANISATION, BEGAN, date(2027, 1, 1)));
        assert_eq!(stepping.await.unwrap(), LEADERS.into());
        let before =
            desk.read(|tx| store::steps::stepping(tx, ORGANISATION, date(2026, 1, 1), date(2026, 11, 23)));
        assert!(before.await.unwrap().is_empty());
    });
}
