use week::Area;

use crate::{Question, QuestionCode, Set};

/// The areas whose questions go with an area's own, the nearest first. Two reasons only: what the one area cannot do without, and
/// for challenging and seeing the person each other, since they are two sides of one thing.
const fn neighbours(area: Area) -> [Area; 3] {
    use Area::{Challenge, Direction, Learn, Myself, OutsideIn, SeeThePerson, Team, Trust};
    match area {
        // whose need it answers, whether it is followed up, what is free
        Direction => [OutsideIn, Challenge, Trust],
        // time for them, the straight word, the group
        SeeThePerson => [Myself, Challenge, Team],
        // being seen first, clear what for, better for it
        Challenge => [SeeThePerson, Direction, Learn],
        // the frame, what came of it, being seen
        Trust => [Direction, Learn, SeeThePerson],
        // what talking led to, being seen, those we are here for
        Team => [Learn, SeeThePerson, OutsideIn],
        // what matters most, what became better, talking of it
        OutsideIn => [Direction, Learn, Team],
        // safe to talk, those we are here for, room to try
        Learn => [Team, OutsideIn, Trust],
        // seeing others, what matters most, leaving room
        Myself => [SeeThePerson, Direction, Trust],
    }
}

/// The fewest questions that match an area.
pub const FEWEST_MATCHING: usize = 2;
/// The most questions that match an area.
pub const MOST_MATCHING: usize = 4;

impl Question {
    /// The practice question of an area.
    pub fn of_area(area: Area) -> &'static Question {
        // There are as many as areas, in the same order.
        &Set::Practice.questions()[usize::from(area.number()) - 1]
    }

    /// The practice questions to ask when a step in this area is practised: the area's own first, then its neighbours'.
    /// There are `how_many` of them, though never fewer than [`FEWEST_MATCHING`] nor more than [`MOST_MATCHING`].
    pub fn matching(area: Area, how_many: usize) -> Vec<&'static Question> {
        let how_many = how_many.clamp(FEWEST_MATCHING, MOST_MATCHING);
        let areas = std::iter::once(area).chain(neighbours(area));
        areas.map(Question::of_area).take(how_many).collect()
    }
}

impl QuestionCode {
    /// The area that a practice question is about; `None` for any other question.
    pub fn area(self) -> Option<Area> {
        Area::ALL.into_iter().find(|area| Question::of_area(*area).code == self)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_area_of_the_catalogue_has_its_question() {
        let codes = Area::ALL.map(|area| Question::of_area(area).code.to_string());
        let expected = ["direction", "person", "challenge", "trust", "team", "outside_in", "learn", "myself"];
        assert_eq!(codes, expected.map(|area| format!("practice.{area}")));
        assert!(Area::ALL.into_iter().all(|area| Question::of_area(area).code.area() == Some(area)));
    }

    #[test]
    fn an_areas_own_question_comes_first_and_none_twice() {
        for area in Area::ALL {
            for (asked, got) in [(0, 2), (2, 2), (3, 3), (4, 4), (9, 4)] {
                let questions = Question::matching(area, asked);
                let codes: BTreeSet<_> = questions.iter().map(|question| question.code).collect();
                assert_eq!((questions.len(), codes.len()), (got, got), "{area:?}");
                assert_eq!(questions[0].code.area(), Some(area));
            }
        }
    }

    #[test]
    fn challenge_and_care_are_asked_together() {
        let near = |area, other| Question::matching(area, 3).contains(&Question::of_area(other));
        assert!(near(Area::SeeThePerson, Area::Challenge) && near(Area::Challenge, Area::SeeThePerson));
    }

    #[test]
    fn every_area_is_somebodys_neighbour() {
        let near: BTreeSet<Area> = Area::ALL.into_iter().flat_map(neighbours).collect();
        assert_eq!(near, BTreeSet::from(Area::ALL));
    }

    #[test]
    fn only_practice_questions_are_about_an_area() {
        for question in Question::ours() {
            assert_eq!(question.code.area().is_some(), question.code.set() == Set::Practice);
        }
    }
}
