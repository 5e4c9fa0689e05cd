use people::Language;

use crate::{Question, QuestionCode, Set};

/// Questions that are read together: the index is the mean of its questions' means.
///
/// It is formed of released means, never of ballots, and only when every question of it was asked. HME's indices are
/// published on 0 to 100; `smallteams::hme` converts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Index {
    /// All nine of HME.
    Hme,
    /// HME's 1 to 3.
    Motivation,
    /// HME's 4 to 6.
    Leadership,
    /// HME's 7 to 9.
    Steering,
    /// One axis of tough care: clear on what is most important, and an honest word that helps.
    Challenge,
    /// The other axis: the work is noticed, and there is time. With [`Index::Challenge`] it has what the closest manager does
    /// themselves; what the group does is in neither. Ours, not a validated scale.
    Care,
    /// The three of those served.
    Served,
}

impl Index {
    /// All of them, in the order they are shown. The six on conditions are none: each stands for something else to put
    /// right, and a mean would hide which.
    pub const ALL: [Index; 7] = [
        Index::Hme,
        Index::Motivation,
        Index::Leadership,
        Index::Steering,
        Index::Challenge,
        Index::Care,
        Index::Served,
    ];

    /// The code it is stored under.
    pub const fn code(self) -> &'static str {
        match self {
            Index::Hme => "hme",
            Index::Motivation => "hme.motivation",
            Index::Leadership => "hme.leadership",
            Index::Steering => "hme.steering",
            Index::Challenge => "practice.axis.challenge",
            Index::Care => "practice.axis.care",
            Index::Served => "served",
        }
    }

    /// Reads a stored code.
    pub fn from_code(code: &str) -> Option<Index> {
        Index::ALL.into_iter().find(|index| index.code() == code)
    }

    /// Its name.
    pub const fn name(self, language: Language) -> &'static str {
        let [sv, da, en] = match self {
            Index::Hme => {
                ["Hållbart medarbetarengagemang", "Bæredygtigt engagement", "Sustainable engagement"]
            }
            Index::Motivation => ["Motivation", "Motivation", "Motivation"],
            Index::Leadership => ["Ledarskap", "Ledelse", "Leadership"],
            Index::Steering => ["Styrning", "Styring", "Steering"],
            Index::Challenge => ["Utmaning", "Udfordring", "Challenge"],
            Index::Care => ["Omsorg", "Omsorg", "Care"],
            Index::Served => ["De vi är till för", "Dem, vi er til for", "Those we are here for"],
        };
        match language {
            Language::Sv => sv,
            Language::Da => da,
            Language::En => en,
        }
    }

    /// Its questions, in order.
    pub fn questions(self) -> impl Iterator<Item = &'static Question> {
        let (set, areas): (Set, &[usize]) = match self {
            Index::Hme => (Set::Hme, &[1, 2, 3, 4, 5, 6, 7, 8, 9]),
            Index::Motivation => (Set::Hme, &[1, 2, 3]),
            Index::Leadership => (Set::Hme, &[4, 5, 6]),
            Index::Steering => (Set::Hme, &[7, 8, 9]),
            Index::Challenge => (Set::Practice, &[1, 3]),
            Index::Care => (Set::Practice, &[2, 8]),
            Index::Served => (Set::Served, &[1, 2, 3]),
        };
        areas.iter().filter_map(move |number| set.questions().get(number - 1))
    }

    /// Whether it is told on the scale 0 to 100, as HME is.
    pub const fn is_hme(self) -> bool {
        matches!(self, Index::Hme | Index::Motivation | Index::Leadership | Index::Steering)
    }

    /// Where its questions stand among those asked, by their codes; `None` unless all were.
    pub fn places(self, asked: &[&str]) -> Option<Vec<usize>> {
        let place = |question: &Question| {
            let code = question.code.to_string();
            asked.iter().position(|asked| *asked == code)
        };
        self.questions().map(place).collect()
    }

    /// The index from its questions' means, 1 to 5 each; `None` when one of them has no mean.
    pub fn mean(self, mean_of: impl Fn(QuestionCode) -> Option<f64>) -> Option<f64> {
        let means = self.questions().map(|question| mean_of(question.code)).collect::<Option<Vec<_>>>()?;
        Some(means.iter().sum::<f64>() / means.len() as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(index: Index) -> Vec<String> {
        index.questions().map(|question| question.code.to_string()).collect()
    }

    #[test]
    fn hme_is_its_three_parts_in_order() {
        let parts = [Index::Motivation, Index::Leadership, Index::Steering];
        let together: Vec<_> = parts.into_iter().flat_map(codes).collect();
        assert_eq!(codes(Index::Hme), together);
        assert_eq!(together, (1..=9).map(|n| format!("hme.{n}")).collect::<Vec<_>>());
    }

    #[test]
    fn the_axes_of_tough_care_share_no_question() {
        assert_eq!(codes(Index::Challenge), ["practice.direction", "practice.challenge"]);
        assert_eq!(codes(Index::Care), ["practice.person", "practice.myself"]);
        assert_eq!(codes(Index::Served), ["served.heard", "served.whom", "served.why"]);
    }

    #[test]
    fn an_index_is_the_mean_of_its_means_and_needs_them_all() {
        let third = |code: QuestionCode| match code.to_string().as_str() {
            "hme.1" => Some(3.0),
            "hme.2" => Some(4.0),
            "hme.3" => Some(4.4),
            _ => None,
        };
        assert!((Index::Motivation.mean(third).unwrap() - 3.8).abs() < 1e-12);
        assert_eq!(Index::Hme.mean(third), None);
    }

    // The two crates must mean the same by a part of HME.
    #[test]
    fn the_parts_of_hme_are_those_that_are_converted() {
        let mean = |code: QuestionCode| {
            let number: f64 = code.to_string().strip_prefix("hme.")?.parse().ok()?;
            Some(1.0 + number / 4.0)
        };
        let means = [1.25, 1.5, 1.75, 2.0, 2.25, 2.5, 2.75, 3.0, 3.25];
        let hme = smallteams::hme::of_means(means).unwrap();
        for (index, converted) in [
            (Index::Motivation, hme.motivation),
            (Index::Leadership, hme.leadership),
            (Index::Steering, hme.steering),
            (Index::Hme, hme.total),
        ] {
            let mean = index.mean(mean).unwrap();
            assert!(((mean - 1.0) * 25.0 - converted).abs() < 1e-9, "{index:?}");
        }
    }

    #[test]
    fn its_questions_are_found_among_those_asked_or_it_is_not_there() {
        let asked = ["hme.3", "practice.myself", "hme.1", "practice.person", "own.5", "hme.2"];
        assert_eq!(Index::Motivation.places(&asked), Some(vec![2, 5, 0]));
        assert_eq!(Index::Care.places(&asked), Some(vec![3, 1]));
        assert_eq!((Index::Hme.places(&asked), Index::Challenge.places(&asked)), (None, None));
        assert!(Index::Steering.is_hme() && !Index::Served.is_hme());
    }

    #[test]
    fn every_index_has_its_code_and_its_name() {
        for index in Index::ALL {
            assert_eq!(Index::from_code(index.code()), Some(index));
            assert!(Language::ALL.into_iter().all(|language| !index.name(language).is_empty()));
        }
        assert_eq!(Index::from_code("hme.1"), None);
    }
}
