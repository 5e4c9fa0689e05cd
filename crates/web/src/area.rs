//! The eight areas of the catalogue in words.

use week::Area;
use words::Words;

/// Its name.
pub(crate) fn name(words: &Words, area: Area) -> String {
    match area {
        Area::Direction => words.area_direction(),
        Area::SeeThePerson => words.area_see_the_person(),
        Area::Challenge => words.area_challenge(),
        Area::Trust => words.area_trust(),
        Area::Team => words.area_team(),
        Area::OutsideIn => words.area_outside_in(),
        Area::Learn => words.area_learn(),
        Area::Myself => words.area_myself(),
    }
}

/// What is true when the area is in good shape: one line, beginning in lower case.
pub(crate) fn motto(words: &Words, area: Area) -> String {
    match area {
        Area::Direction => words.area_direction_motto(),
        Area::SeeThePerson => words.area_see_the_person_motto(),
        Area::Challenge => words.area_challenge_motto(),
        Area::Trust => words.area_trust_motto(),
        Area::Team => words.area_team_motto(),
        Area::OutsideIn => words.area_outside_in_motto(),
        Area::Learn => words.area_learn_motto(),
        Area::Myself => words.area_myself_motto(),
    }
}
