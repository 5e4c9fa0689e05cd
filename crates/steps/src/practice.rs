use people::Language;

use crate::code::coded;
use crate::{Area, Line, PRACTICES, Side, Text};

/// Something small a leader can practise in everyday work.
#[derive(Debug, PartialEq, Eq)]
pub struct Practice {
    /// Area and number, as in `1.1`; stored, so never reused.
    pub id: &'static str,
    /// The area it belongs to.
    pub area: Area,
    /// Its side of tough care.
    pub side: Side,
    /// About how long it takes each time: 5, 10 or 15 minutes.
    pub minutes: u8,
    /// What to do, one or two sentences.
    pub text: Text,
}

impl Practice {
    /// The practice of the catalogue with this id.
    pub fn by_id(id: &str) -> Option<&'static Practice> {
        PRACTICES.iter().find(|practice| practice.id == id)
    }

    /// The practices of one area, in order.
    pub fn in_area(area: Area) -> impl Iterator<Item = &'static Practice> {
        PRACTICES.iter().filter(move |practice| practice.area == area)
    }

    /// What to do, in this language.
    pub const fn text(&self, language: Language) -> &'static str {
        self.text.text(language)
    }
}

coded! {
    /// Where a practice comes from.
    pub enum PracticeKind {
        /// The catalogue.
        Catalogue = "catalogue",
        /// The manager.
        Own = "own",
    }
}

/// The practice a step is about: one of ours, or the manager's own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PracticeChoice {
    /// One of the forty.
    Catalogue(&'static Practice),
    /// In the manager's own words, on the side and in the area the manager says.
    Own(Line, Side, Area),
}

impl PracticeChoice {
    /// Where it comes from.
    pub fn kind(&self) -> PracticeKind {
        match self {
            PracticeChoice::Catalogue(_) => PracticeKind::Catalogue,
            PracticeChoice::Own(..) => PracticeKind::Own,
        }
    }

    /// Its side of tough care.
    pub fn side(&self) -> Side {
        match self {
            PracticeChoice::Catalogue(practice) => practice.side,
            PracticeChoice::Own(_, side, _) => *side,
        }
    }

    /// Its area.
    pub fn area(&self) -> Area {
        match self {
            PracticeChoice::Catalogue(practice) => practice.area,
            PracticeChoice::Own(_, _, area) => *area,
        }
    }

    /// What to do: own words are the same in every language.
    pub fn text(&self, language: Language) -> &str {
        match self {
            PracticeChoice::Catalogue(practice) => practice.text(language),
            PracticeChoice::Own(words, ..) => words.as_str(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::CARDS;

    /// The marks of the catalogue as written by hand, C for challenge and o for care, area by area.
    const SIDES: [&str; 8] = ["CCCoo", "oooCC", "CCCoo", "oCoCo", "oCCoo", "oCCoC", "oCCoo", "CoCoC"];
    /// The minutes of the catalogue as written by hand, area by area.
    const MINUTES: [[u8; 5]; 8] = [
        [10, 5, 15, 10, 10],
        [5, 15, 10, 10, 10],
        [15, 5, 5, 5, 15],
        [10, 10, 5, 5, 15],
        [5, 10, 5, 15, 10],
        [15, 5, 15, 15, 10],
        [10, 15, 5, 15, 10],
        [10, 5, 10, 15, 10],
    ];

    #[test]
    fn eight_areas_have_five_practices_each_in_order_with_their_marks() {
        for (area, (sides, minutes)) in Area::ALL.iter().zip(SIDES.iter().zip(MINUTES)) {
            let practices: Vec<_> = Practice::in_area(*area).collect();
            let ids: Vec<_> = practices.iter().map(|practice| practice.id.to_owned()).collect();
            let wanted: Vec<_> = (1..=5).map(|n| format!("{}.{n}", area.number())).collect();
            assert_eq!(ids, wanted);
            let marks: String =
                practices.iter().map(|it| if it.side == Side::Challenge { 'C' } else { 'o' }).collect();
            assert_eq!(&marks, sides, "area {}", area.number());
            assert!(practices.iter().map(|it| it.minutes).eq(minutes), "area {}", area.number());
        }
    }

    #[test]
    fn no_text_is_empty_or_used_twice_and_all_are_found_by_id() {
        for language in Language::ALL {
            let mut seen = BTreeSet::new();
            for practice in &PRACTICES {
                let text = practice.text(language);
                assert!(text.ends_with(['.', '?']) && Line::new(text).is_ok(), "{text}");
                assert!(seen.insert(text), "{text} twice");
                assert_eq!(Practice::by_id(practice.id), Some(practice));
            }
            for card in &CARDS {
                assert!(Line::new(card.text.text(language)).is_ok());
                assert!(seen.insert(card.text.text(language)), "{} twice", card.id);
                assert_eq!(crate::Card::by_id(card.id), Some(card));
            }
        }
        let ids: BTreeSet<_> = PRACTICES.iter().map(|it| it.id).chain(CARDS.iter().map(|it| it.id)).collect();
        assert_eq!(ids.len(), 50);
        assert_eq!(Practice::by_id("1.6"), None);
    }

    #[test]
    fn an_own_practice_speaks_its_own_words() {
        let own = PracticeChoice::Own(Line::new("Gå ut först").unwrap(), Side::Care, Area::SeeThePerson);
        assert_eq!(own.text(Language::Da), "Gå ut først".replace('ø', "ö"));
        assert_eq!((own.side(), own.area(), own.kind()), (Side::Care, Area::SeeThePerson, PracticeKind::Own));
        let ours = PracticeChoice::Catalogue(Practice::by_id("2.4").unwrap());
        assert_eq!(
            (ours.side(), ours.area(), ours.kind()),
            (Side::Challenge, Area::SeeThePerson, PracticeKind::Catalogue)
        );
    }
}
