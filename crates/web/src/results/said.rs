//! One measure of one group, in sentences.

use actions::results::Opened;
use disclosure::{Distribution, Side};
use pulse::{Figures, Group, Index, Measure, QuestionCode, Reading, Scale, Set, Told};
use smallteams::hme::of_mean;
use smallteams::level::MIN_UNITS_TO_POOL;
use smallteams::{Interval, Verdict};
use words::Words;

use super::called;
use super::drawn::{Dots, Drawn, Point, Tick, dots};
use crate::ctx::Ctx;
use crate::dates::{Writes, writes};
use crate::installation::Fact;
use crate::picture;

/// Questions that were asked as one set, with their indices.
pub(super) struct Section {
    pub(super) id: &'static str,
    pub(super) name: String,
    /// The marks over its rows; none where nothing has a picture.
    pub(super) marks: Vec<Tick>,
    /// Whether any of them has a dot.
    pub(super) dotted: bool,
    pub(super) cards: Vec<Card>,
}

/// One measure on the page: a row, and what stands behind it.
pub(super) struct Card {
    pub(super) name: String,
    /// "Index", or empty.
    pub(super) sort: String,
    /// What was said in one figure, or empty; and in a few words what else there is to say.
    pub(super) figure: String,
    pub(super) short: Vec<String>,
    /// What is told instead of a figure, and why; empty where there is one. What lies between two ends has a picture too.
    pub(super) near: String,
    pub(super) near_why: String,
    pub(super) picture: Option<Dots>,
    pub(super) facts: Vec<Fact>,
    /// How the answers spread.
    pub(super) spread: Option<picture::Figures>,
    pub(super) change: Change,
}

/// What is said of the change since last time.
pub(super) struct Change {
    /// `better`, `worse` or `unsure`; empty without comparable history.
    pub(super) kind: &'static str,
    pub(super) words: String,
    pub(super) more: String,
}

/// What sentences are made with.
pub(super) struct Says<'a> {
    pub(super) words: &'static Words,
    pub(super) writes: &'static Writes,
    pub(super) opened: &'a Opened,
    pub(super) reading: &'a Reading,
    language: people::Language,
}

impl<'a> Says<'a> {
    pub(super) fn new(ctx: &Ctx, opened: &'a Opened, reading: &'a Reading) -> Says<'a> {
        Says { words: ctx.words(), writes: writes(ctx.language()), opened, reading, language: ctx.language() }
    }

    pub(super) fn name(&self, measure: &Measure) -> String {
        called(self.opened, &measure.code, self.language)
    }

    /// Every measure of a group that anybody answered, set by set: each index before its questions.
    pub(super) fn sections(&self, group: &Group) -> Vec<Section> {
        let measures: Vec<&Measure> = self.reading.measures().collect();
        let mut sets: Vec<Set> = Vec::new();
        for set in measures.iter().filter_map(|measure| set_of(measure)) {
            if !sets.contains(&set) {
                sets.push(set);
            }
        }
        sets.into_iter()
            .filter_map(|set| {
                let told = |at: usize| Some(self.card(measures[at], &self.reading.told(at, group)?));
                let cards: Vec<Card> = order(&measures, set).into_iter().filter_map(told).collect();
                let pictures = || cards.iter().filter_map(|card| card.picture.as_ref());
                let marks = pictures().next().map(|picture| picture.ticks.clone()).unwrap_or_default();
                let dotted = pictures().any(|picture| picture.rows.iter().any(|row| row.here.is_some()));
                let (id, name) = (set.code(), self.set_name(set));
                (!cards.is_empty()).then_some(Section { id, name, marks, dotted, cards })
            })
            .collect()
    }

    fn set_name(&self, set: Set) -> String {
        match set {
            Set::Practice => self.words.rounds_set_practice(),
            Set::Hme => self.words.rounds_set_hme(),
            Set::Conditions => self.words.rounds_set_conditions(),
            Set::Served => self.words.rounds_set_served(),
            Set::Talk => self.words.rounds_set_talk(),
            Set::Compared => self.words.rounds_set_compared(),
            Set::Own => self.words.results_set_own(),
        }
    }

    /// One measure of a group, by its place among all; `None` when nobody answered it.
    pub(super) fn card_of(&self, at: usize, group: &Group) -> Option<Card> {
        let measure = self.reading.measures().nth(at)?;
        Some(self.card(measure, &self.reading.told(at, group)?))
    }

    /// What a measure is answered on. Every index is of questions that are answered on the same.
    fn scale(&self, measure: &Measure) -> Scale {
        let questions = self.opened.questionnaire.questions();
        let question = questions.iter().find(|question| question.code.to_string() == measure.code);
        question.map_or(Scale::Agree, |question| question.scale)
    }

    fn card(&self, measure: &Measure, told: &Told) -> Card {
        let words = self.words;
        let mut card = Card {
            name: self.name(measure),
            sort: if measure.index.is_some() { words.results_index() } else { String::new() },
            figure: String::new(),
            short: Vec::new(),
            near: String::new(),
            near_why: String::new(),
            picture: None,
            facts: Vec::new(),
            spread: None,
            change: Change { kind: "", words: String::new(), more: String::new() },
        };
        let answers =
            |count: u32| Fact { name: words.results_answers(), value: self.writes.number(count.into()) };
        match told {
            Told::Near { answers: count, side } => {
                card.near = self.near(*side);
                card.short.push(card.near.clone());
                card.near_why = words.results_near_why();
                card.facts.push(answers(*count));
            }
            Told::Between { answers: count, low, high } => {
                card.near = self.between(*low, *high);
                card.short.push(card.near.clone());
                card.picture = Some(self.band(&card.name, *low, *high, self.scale(measure)));
                card.near_why = match self.opened.round.strict {
                    true => words.results_between_strict_why(),
                    false => words.results_between_why(),
                };
                if measure.index.is_some_and(|index| index.is_hme()) {
                    card.facts.push(self.hme(of_mean(*low), of_mean(*high)));
                }
                card.facts.push(answers(*count));
            }
            Told::Figures(figures) => {
                let scale = self.scale(measure);
                card.picture = Some(self.picture(&card.name, figures, scale));
                card.facts = self.facts(measure, figures, scale);
                card.facts.push(answers(figures.answers));
                card.facts.extend(figures.smallest_change.map(|smallest| Fact {
                    name: words.results_smallest(),
                    value: words.results_points(self.points(smallest)),
                }));
                card.spread = figures.distribution.map(|spread| self.spread(&card.name, spread, scale));
                card.change = self.change(figures);
                card.figure = self.points(figures.mean);
                card.short = self.short(figures);
            }
        }
        card
    }

    /// "4,0": always with one decimal, so that figures under each other are alike.
    pub(super) fn points(&self, value: f64) -> String {
        self.writes.points(value)
    }

    pub(super) fn near(&self, side: Side) -> String {
        match side {
            Side::High => self.words.results_near_high(),
            Side::Low => self.words.results_near_low(),
        }
    }

    /// What a mean lies between; one figure when its two ends are written alike.
    fn between(&self, low: f64, high: f64) -> String {
        let (low, high) = (self.points(low), self.points(high));
        if low == high { self.words.results_about(low) } else { self.words.results_between(low, high) }
    }

    /// The same as a picture: a line, and no dot on it.
    fn band(&self, name: &str, low: f64, high: f64, scale: Scale) -> Dots {
        let said = self.words.results_said();
        let label = self.words.results_picture(name, format!("{said}: {}", self.between(low, high)), "");
        dots(label, vec![(said, "between", Drawn::Between(Interval { low, high }))], self.marks(scale))
    }

    /// What stands under the marks of a scale.
    fn marks(&self, scale: Scale) -> Vec<String> {
        let mark = |mark: u8| match scale {
            // Three words have room under the line, five have not.
            Scale::Compared => scale.label(mark, self.language).unwrap_or_default().to_owned(),
            Scale::Agree | Scale::Words => mark.to_string(),
        };
        (1..=scale.marks()).map(mark).collect()
    }

    fn picture(&self, name: &str, figures: &Figures, scale: Scale) -> Dots {
        let said = Point { value: figures.mean, interval: figures.said.filter(|said| said.width() > 0.0) };
        let mut rows = vec![(self.words.results_said(), "said", Drawn::At(said))];
        if let Some((level, _)) = &figures.level {
            let level = Point { value: level.level, interval: Some(level.interval) };
            rows.push((self.words.results_level(), "level", Drawn::At(level)));
        }
        let level = if figures.level.is_some() { self.level(figures, scale) } else { String::new() };
        let named =
            |name: String, text: String| if text.is_empty() { text } else { format!("{name}: {text}") };
        let label = self.words.results_picture(
            name,
            named(self.words.results_said(), self.said(figures, scale)),
            named(self.words.results_level(), level),
        );
        dots(label, rows, self.marks(scale))
    }

    fn facts(&self, measure: &Measure, figures: &Figures, scale: Scale) -> Vec<Fact> {
        let mut facts = vec![Fact { name: self.words.results_said(), value: self.said(figures, scale) }];
        if figures.level.is_some() {
            facts.push(Fact { name: self.words.results_level(), value: self.level(figures, scale) });
        }
        if measure.index.is_some_and(|index| index.is_hme()) {
            let of_100 = of_mean(figures.mean);
            facts.push(self.hme(of_100, of_100));
        }
        facts
    }

    /// HME in whole points of a hundred, as it is reported; two where they differ.
    fn hme(&self, low: f64, high: f64) -> Fact {
        let [low, high] = [low, high].map(|points| self.writes.number(points.round() as i64));
        let points = if low == high { low } else { format!("{low}–{high}") };
        Fact { name: "HME".into(), value: self.words.results_hme(points) }
    }

    fn said(&self, figures: &Figures, scale: Scale) -> String {
        let (mean, top) = (self.points(figures.mean), scale.marks().to_string());
        match figures.said.filter(|said| said.width() > 0.0) {
            Some(said) => {
                let (low, high) = self.ends(said, scale);
                self.words.results_said_text(mean, top, low, high)
            }
            None => self.words.results_said_all(mean, top),
        }
    }

    /// An interval's ends, within the scale.
    fn ends(&self, interval: Interval, scale: Scale) -> (String, String) {
        let top = f64::from(scale.marks());
        (self.points(interval.low.min(top)), self.points(interval.high.min(top)))
    }

    fn level(&self, figures: &Figures, scale: Scale) -> String {
        let Some((level, _)) = &figures.level else { return String::new() };
        let value = self.points(level.level);
        let (low, high) = self.ends(level.interval, scale);
        // Fewer groups than can be compared: each stands for itself.
        if self.reading.published.pools.len() < MIN_UNITS_TO_POOL || level.weight >= 1.0 {
            return self.words.results_level_alone(value, low, high);
        }
        let percent = self.writes.number((level.weight * 100.0).round() as i64);
        self.words.results_level_text(value, low, high, percent)
    }

    pub(super) fn change(&self, figures: &Figures) -> Change {
        let words = self.words;
        let Some(since) = &figures.change else {
            return Change { kind: "", words: words.results_no_history(), more: String::new() };
        };
        let (kind, verdict) = match since.change.verdict {
            Verdict::Better => ("better", words.results_better()),
            Verdict::Worse => ("worse", words.results_worse()),
            Verdict::CannotTell => ("unsure", words.results_cannot_tell()),
        };
        let mut more = words.results_then(self.points(since.mean), self.writes.number(since.answers.into()));
        if since.change.beyond_the_common {
            more = format!("{more} {}", words.results_beyond());
        }
        Change { kind, words: verdict, more }
    }

    /// The level behind it, and what may be said of a change.
    fn short(&self, figures: &Figures) -> Vec<String> {
        let words = self.words;
        let level =
            figures.level.as_ref().map(|(level, _)| words.results_short_level(self.points(level.level)));
        let since = figures.change.as_ref().map(|since| match since.change.verdict {
            Verdict::Better => words.results_since_better(),
            Verdict::Worse => words.results_since_worse(),
            Verdict::CannotTell => words.results_since_unsure(),
        });
        level.into_iter().chain(since).collect()
    }

    fn spread(&self, name: &str, spread: Distribution, scale: Scale) -> picture::Figures {
        let top = scale.marks();
        let mark = |mark: u8| match scale.label(mark, self.language) {
            Some(label) => format!("{mark} {label}"),
            None => mark.to_string(),
        };
        // Classes as `disclosure` made them, as far as the scale goes.
        let classes: Vec<(u8, String, u64)> = match spread {
            Distribution::Three([low, middle, high]) => {
                vec![(1, "1–2".into(), low), (3, mark(3), middle), (4, "4–5".into(), high)]
            }
            Distribution::Five(counts) => {
                (1..).zip(counts).map(|(at, count): (u8, u64)| (at, mark(at), count)).collect()
            }
        };
        let row = |(_, name, count): (u8, String, u64)| picture::Row {
            name,
            cells: vec![self.writes.number(i64::try_from(count).unwrap_or(i64::MAX)).into()],
        };
        let rows = classes.into_iter().filter(|(first, ..)| *first <= top).map(row).collect();
        picture::Figures {
            open: self.words.results_figures_open(),
            caption: self.words.results_spread(name),
            head: vec![self.words.results_answer(), self.words.results_answers()],
            rows,
        }
    }
}

/// The set that a measure's questions are of.
fn set_of(measure: &Measure) -> Option<Set> {
    match measure.index {
        Some(index) => index.questions().next().map(|question| question.code.set()),
        None => QuestionCode::read(&measure.code).map(QuestionCode::set),
    }
}

/// The places of a set's measures in the order they are read: an index, then its questions; what is in none comes last. The whole of HME
/// stands before its three parts.
fn order(measures: &[&Measure], set: Set) -> Vec<usize> {
    let of_set = |at: &usize| set_of(measures[*at]) == Some(set);
    let (indices, questions): (Vec<usize>, Vec<usize>) =
        (0..measures.len()).filter(of_set).partition(|at| measures[*at].index.is_some());
    let parts = |at: &usize| match measures[*at].index {
        Some(Index::Hme) => &[][..],
        _ => &measures[*at].items[..],
    };
    let mut order = Vec::new();
    for at in
        indices.iter().flat_map(|at| [*at].into_iter().chain(parts(at).iter().copied())).chain(questions)
    {
        if !order.contains(&at) {
            order.push(at);
        }
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measure(code: &str, index: Option<Index>, items: &[usize]) -> Measure {
        Measure { code: code.into(), index, items: items.to_vec() }
    }

    #[test]
    fn an_index_stands_before_its_questions_and_the_whole_of_hme_before_its_parts() {
        let question = |at: usize, code: &str| measure(code, None, &[at]);
        let mut measures: Vec<Measure> = (0..9).map(|at| question(at, &format!("hme.{}", at + 1))).collect();
        measures.push(question(9, "practice.team"));
        measures.push(question(10, "practice.direction"));
        measures.push(question(11, "practice.challenge"));
        measures.push(measure("hme", Some(Index::Hme), &[0, 1, 2, 3, 4, 5, 6, 7, 8]));
        measures.push(measure("hme.motivation", Some(Index::Motivation), &[0, 1, 2]));
        measures.push(measure("hme.leadership", Some(Index::Leadership), &[3, 4, 5]));
        measures.push(measure("hme.steering", Some(Index::Steering), &[6, 7, 8]));
        measures.push(measure("practice.axis.challenge", Some(Index::Challenge), &[10, 11]));
        let measures: Vec<&Measure> = measures.iter().collect();
        assert_eq!(order(&measures, Set::Hme), [12, 13, 0, 1, 2, 14, 3, 4, 5, 15, 6, 7, 8]);
        assert_eq!(order(&measures, Set::Practice), [16, 10, 11, 9]);
        assert!(order(&measures, Set::Served).is_empty());
    }

    #[test]
    fn an_own_question_is_of_the_own_set() {
        assert_eq!(set_of(&measure("own.7", None, &[0])), Some(Set::Own));
        assert_eq!(set_of(&measure("served", Some(Index::Served), &[0, 1, 2])), Some(Set::Served));
    }
}
