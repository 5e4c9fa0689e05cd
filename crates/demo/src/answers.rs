//! What people answered in a pulse: made up like everything else here, with teams that differ, people who differ more, and teams
//! that move a little from one round to the next.

use crate::chance::Chance;

/// Of a hundred asked, so many answer.
const ANSWERING: usize = 78;
/// Of a hundred answers, so many are "don't know".
const NOT_KNOWING: usize = 3;
/// Levels and spreads are in hundredths of a mark. Answers lie around 3.7, as such answers do.
const MIDDLE: i64 = 370;
/// How far teams, questions and people lie from there, at most.
const TEAMS: i64 = 70;
const QUESTIONS: i64 = 35;
const PEOPLE: i64 = 90;
const EACH: i64 = 100;
/// One team in five moves from one round to the next, by so much.
const MOVING: usize = 20;
const MOVE: i64 = 80;

/// The ballots of a team: for each person who answered, one mark from 1 to 5 for each question, or `None` for "don't know". `team` is
/// what the team is called, so that it is the same team from round to round; `round` counts from 0.
pub fn answers(seed: u64, team: &str, round: u32, asked: u32, questions: usize) -> Vec<Vec<Option<u8>>> {
    let level = MIDDLE + level_of(seed, team) + moved(seed, team, round);
    let mut chance = Chance::for_purpose(seed, team, round.into());
    let mut ballots = Vec::new();
    for _ in 0..asked {
        if !chance.percent(ANSWERING) {
            continue;
        }
        let own = around(&mut chance, PEOPLE);
        let mark = |question: usize| {
            let of_question = around(&mut Chance::for_purpose(seed, "question", question as u64), QUESTIONS);
            let mark = (level + of_question + own + around(&mut chance, EACH) + 50).div_euclid(100);
            let known = !chance.percent(NOT_KNOWING);
            known.then_some(mark.clamp(1, 5) as u8)
        };
        ballots.push((0..questions).map(mark).collect());
    }
    ballots
}

fn level_of(seed: u64, team: &str) -> i64 {
    around(&mut Chance::for_purpose(seed, team, 1 << 32), TEAMS)
}

fn moved(seed: u64, team: &str, round: u32) -> i64 {
    let mut chance = Chance::for_purpose(seed, team, 1 << 33);
    if round == 0 || !chance.percent(MOVING) {
        return 0;
    }
    if chance.percent(70) { MOVE } else { -MOVE }
}

/// From `-most` to `most`, more often near 0: the mean of three.
fn around(chance: &mut Chance, most: i64) -> i64 {
    (0..3).map(|_| chance.between(-most, most)).sum::<i64>() * 2 / 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_answers_and_they_are_answers() {
        let ballots = answers(7, "Skolan", 1, 400, 9);
        assert_eq!(ballots, answers(7, "Skolan", 1, 400, 9));
        assert_ne!(ballots, answers(7, "Parken", 1, 400, 9));
        assert!((270..=350).contains(&ballots.len()), "{}", ballots.len());
        let marks: Vec<u8> = ballots.iter().flatten().filter_map(|mark| *mark).collect();
        assert!(marks.iter().all(|mark| (1..=5).contains(mark)));
        assert!((1..=5).all(|mark| marks.contains(&mark)));
        assert!(ballots.iter().all(|ballot| ballot.len() == 9));
    }
}
