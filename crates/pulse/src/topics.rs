//! What a group may want to talk about, from what can honestly be told of its answers: never which figure is lowest.

use disclosure::{Distribution, Side};
use smallteams::Verdict;
use week::Area;

use crate::{Figures, Group, Question, Questionnaire, Reading, Scale, Told};

/// The middle of the scale: on neither side.
const MIDDLE: f64 = 3.0;
/// Answers stand apart when at least one in so many lies on each side of the middle.
const ONE_IN: u64 = 3;

/// A question to talk about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Topic {
    /// Its place among [`Reading::measures`].
    pub measure: usize,
    /// The area of leading it is about, if it is a practice question.
    pub area: Option<Area>,
    /// Why.
    pub why: Why,
}

/// Why a question is worth talking about. Those that ask for a talk come first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// Likely worse than last time.
    Worse,
    /// Also when chance is allowed for, the mean is on the side that does not agree; or nearly all answered 1, 2 or 3.
    Lacks,
    /// Many agree and many do not.
    Apart,
    /// Likely better than last time.
    Better,
    /// Also when chance is allowed for, the mean is on the side that agrees; or nearly all answered 4 or 5.
    Holds,
}

impl Why {
    /// Whether it is something to keep, and not something to look into.
    pub const fn to_keep(self) -> bool {
        matches!(self, Why::Better | Why::Holds)
    }
}

impl Reading {
    /// What a group may want to talk about: questions answered by agreeing, at most `most` to look into and `most` to keep. Of
    /// more than that, those whose reason weighs most, and of these the first asked; told in the order asked.
    pub fn topics(&self, group: &Group, questionnaire: &Questionnaire, most: usize) -> Vec<Topic> {
        let mut found: Vec<Topic> = (0_usize..)
            .zip(self.measures())
            .filter_map(|(at, measure)| {
                let question = agreed_to(questionnaire, &measure.code)?;
                let why = why(&self.told(at, group)?)?;
                Some(Topic { measure: at, area: question.code.area(), why })
            })
            .collect();
        found.sort_by_key(|topic| (topic.why, topic.measure));
        let (mut keep, mut look): (Vec<Topic>, Vec<Topic>) =
            found.into_iter().partition(|topic| topic.why.to_keep());
        for list in [&mut keep, &mut look] {
            list.truncate(most);
            list.sort_by_key(|topic| topic.measure);
        }
        look.extend(keep);
        look
    }
}

fn agreed_to<'q>(questionnaire: &'q Questionnaire, code: &str) -> Option<&'q Question> {
    let mut asked = questionnaire.on_a_scale().filter(|question| question.scale == Scale::Agree);
    asked.find(|question| question.code.to_string() == code)
}

fn why(told: &Told) -> Option<Why> {
    match told {
        Told::Near { side: Side::Low, .. } => Some(Why::Lacks),
        Told::Near { side: Side::High, .. } => Some(Why::Holds),
        Told::Between { .. } => None,
        Told::Figures(figures) => changed(figures).or_else(|| stands(figures)),
    }
}

fn changed(figures: &Figures) -> Option<Why> {
    match figures.change?.change.verdict {
        Verdict::Better => Some(Why::Better),
        Verdict::Worse => Some(Why::Worse),
        Verdict::CannotTell => None,
    }
}

fn stands(figures: &Figures) -> Option<Why> {
    if figures.distribution.is_some_and(apart) {
        return Some(Why::Apart);
    }
    let said = figures.said?;
    if said.high < MIDDLE { Some(Why::Lacks) } else { (said.low > MIDDLE).then_some(Why::Holds) }
}

fn apart(spread: Distribution) -> bool {
    let [low, middle, high] = match spread {
        Distribution::Three(counts) => counts,
        Distribution::Five([a, b, middle, d, e]) => [a + b, middle, d + e],
    };
    let least = (low + middle + high).div_ceil(ONE_IN);
    least > 0 && low >= least && high >= least
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::published::tests::published;
    use crate::{Place, Set, Shown};

    fn topics(now: [&str; 3], before: Option<[&str; 3]>, pool: usize, most: usize) -> Vec<Topic> {
        let mut published_now = published(now);
        published_now.questions = vec!["practice.team".into()];
        let questionnaire = Questionnaire::new(Set::Practice.questions().to_vec()).unwrap();
        let reading = Reading::new(published_now, before.map(published));
        let group = Group { place: Place(1), shown: Shown::Whole, pools: vec![pool] };
        reading.topics(&group, &questionnaire, most)
    }

    fn why_of(first: &str) -> Option<Why> {
        let found = topics([first, "full 2 2 2 1 1", "near 4-5 9"], None, 0, 2);
        found.first().map(|topic| topic.why)
    }

    #[test]
    fn a_question_is_worth_talking_about_for_a_reason_that_chance_does_not_give() {
        assert_eq!(why_of("full 6 5 1 0 0"), Some(Why::Lacks));
        assert_eq!(why_of("full 0 0 1 5 6"), Some(Why::Holds));
        assert_eq!(why_of("full 4 2 0 2 4"), Some(Why::Apart));
        assert_eq!(why_of("full 1 2 6 2 1"), None, "around the middle");
        assert_eq!(why_of("near 1-3 9"), Some(Why::Lacks));
        assert_eq!(why_of("near 4-5 9"), Some(Why::Holds));
    }

    #[test]
    fn a_likely_change_weighs_more_than_where_it_stands() {
        let before = ["full 0 0 0 2 9", "full 2 2 2 1 1", "full 2 2 2 2 1"];
        let found = topics(["full 9 2 0 0 0", "full 2 2 2 1 1", "near 4-5 9"], Some(before), 0, 2);
        let team = Topic { measure: 0, area: Some(Area::Team), why: Why::Worse };
        assert_eq!(found, [team]);
        assert_eq!(topics(["full 9 2 0 0 0", "full 2 2 2 1 1", "near 4-5 9"], None, 0, 0), []);
    }

    #[test]
    fn what_asks_for_a_talk_stands_before_what_is_to_be_kept() {
        assert!([Why::Worse, Why::Lacks, Why::Apart].iter().all(|why| !why.to_keep()));
        assert!(Why::Better.to_keep() && Why::Holds.to_keep());
    }
}
