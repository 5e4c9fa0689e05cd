//! What may honestly be said of a round: from released figures alone, with their uncertainty.

use disclosure::{Distribution, Estimate, Figure, Side, Status};
use smallteams::change::{self, Change, Changes, Pair};
use smallteams::level::{self, Level, Peers};
use smallteams::{Interval, Sample, detectable, index, said};

use crate::whereabouts::Whereabouts;
use crate::{Group, Index, Place, Published};

/// One thing that was measured: a question, or an index of several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    /// The question's or the index's code.
    pub code: String,
    /// The index, if it is one.
    pub index: Option<Index>,
    /// The questions, by their order in the round.
    pub items: Vec<usize>,
}

/// What is said of one group on one measure.
#[derive(Debug, Clone, Copy, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "one at a time is made for a sentence, and dropped")]
pub enum Told {
    /// The figures.
    Figures(Figures),
    /// Nearly all answered alike: only on which side.
    Near {
        /// How many answered.
        answers: u32,
        /// Where.
        side: Side,
    },
    /// In some part of the group nearly all answered alike, so the mean is known only to lie between two ends.
    Between {
        /// How many answered.
        answers: u32,
        /// The lower end.
        low: f64,
        /// The upper end.
        high: f64,
    },
}

/// The figures of one group on one measure, in points of the scale 1 to 5.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figures {
    /// How many answered; of an index, the question that fewest answered.
    pub answers: u32,
    /// What the group said: its mean.
    pub mean: f64,
    /// Where the mean probably is, had all answered; `None` when no answers within any group differ.
    pub said: Option<Interval>,
    /// How the answers spread, when there are enough of them; of a single question.
    pub distribution: Option<Distribution>,
    /// The level behind it, and whom it was drawn towards; only of a single pool, and not of one whose answers are nearly alike.
    pub level: Option<(Level, Peers)>,
    /// Against the last comparable round; `None` without comparable history.
    pub change: Option<Since>,
    /// The smallest change that would be seen in 80 cases of 100: since last time, or until next time with as many answers.
    pub smallest_change: Option<f64>,
}

/// A change since the last comparable round.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Since {
    /// The mean then.
    pub mean: f64,
    /// How many answered then.
    pub answers: u32,
    /// What may be said of it.
    pub change: Change,
}

/// A round as it can be read: everything that takes long is worked out once.
#[derive(Debug, Clone)]
pub struct Reading {
    /// What was released.
    pub published: Published,
    /// The round before that has something in common with this one, if there is any.
    pub before: Option<Published>,
    /// Who is where in it, and who was where in the one before.
    people: Whereabouts,
    people_before: Option<Whereabouts>,
    /// For each pool, the pools of the round before with the same people.
    comparable: Vec<Option<Vec<usize>>>,
    measured: Vec<Measured>,
}

/// A measure over all pools.
#[derive(Debug, Clone)]
struct Measured {
    measure: Measure,
    /// Its questions in the round before, when all were asked there.
    items_before: Option<Vec<usize>>,
    /// The variance within pools.
    sigma2: Option<f64>,
    levels: Vec<Option<(Level, Peers)>>,
    /// The pools' changes, by pool, and what they have in common.
    changes: Vec<Option<Since>>,
    movement: Option<Changes>,
}

impl Reading {
    /// A reading of what was published, beside what was published before it.
    pub fn new(published: Published, before: Option<Published>) -> Reading {
        let people = Whereabouts::of(&published);
        let people_before = before.as_ref().map(Whereabouts::of);
        let (comparable, measured) = (Vec::new(), Vec::new());
        let mut reading = Reading { published, before, people, people_before, comparable, measured };
        reading.comparable =
            (0..reading.published.pools.len()).map(|pool| reading.same_people(&[pool])).collect();
        let departments = reading.departments();
        let measured = reading.published.measures().into_iter().map(|it| reading.measured(it, &departments));
        reading.measured = measured.collect();
        reading
    }

    /// What was measured, questions first.
    pub fn measures(&self) -> impl Iterator<Item = &Measure> {
        self.measured.iter().map(|measured| &measured.measure)
    }

    /// What is said of a group on a measure, by its place among [`Reading::measures`]; `None` when nobody in it answered.
    pub fn told(&self, measure: usize, group: &Group) -> Option<Told> {
        let measured = self.measured.get(measure)?;
        let (published, items) = (&self.published, &measured.measure.items);
        let estimates: Vec<Estimate> = items
            .iter()
            .map(|item| {
                Estimate::together(&published.figures_of(*item, &group.pools), 0).map(|sealed| *sealed.get())
            })
            .collect::<Option<_>>()?;
        let answers = estimates.iter().map(|estimate| narrow(estimate.answers)).min()?;
        let Some(sample) = published.sample(items, &group.pools, measured.together(published)) else {
            let near = match (&items[..], &group.pools[..]) {
                ([item], [pool]) => published.near(*item, *pool),
                _ => None,
            };
            let mean_of =
                |end: fn(&Estimate) -> f64| estimates.iter().map(end).sum::<f64>() / estimates.len() as f64;
            return Some(match near {
                Some(side) => Told::Near { answers, side },
                None => Told::Between {
                    answers,
                    low: mean_of(|it| it.mean.low),
                    high: mean_of(|it| it.mean.high),
                },
            });
        };
        let change = self.since(measured, group, sample);
        let next =
            |sigma2: f64| detectable::smallest_change((2.0 * sigma2 / f64::from(sample.answers())).sqrt());
        Some(Told::Figures(Figures {
            answers,
            mean: sample.mean(),
            said: measured.sigma2.and_then(|sigma2| self.interval(sample, group, sigma2)),
            distribution: if items.len() == 1 { estimates[0].distribution } else { None },
            level: match group.pools[..] {
                [pool] => measured.levels[pool],
                _ => None,
            },
            smallest_change: change.map(|since| since.change.smallest_change).or(measured.sigma2.map(next)),
            change,
        }))
    }

    /// Whether there is a round before whose people are the group's.
    pub fn has_history(&self, group: &Group) -> bool {
        self.before_of(group).is_some()
    }

    fn before_of(&self, group: &Group) -> Option<Vec<usize>> {
        match group.pools[..] {
            [pool] => self.comparable[pool].clone(),
            _ => self.same_people(&group.pools),
        }
    }

    /// The pools of the round before that hold exactly the people of some pools.
    fn same_people(&self, pools: &[usize]) -> Option<Vec<usize>> {
        let people = self.people.people_in(self.published.leaves_of(pools));
        self.people_before.as_ref()?.same_people(self.before.as_ref()?, people)
    }

    /// Where the mean of all asked probably is. An open group has nobody asked by name: then as if those who answered were few
    /// of many.
    fn interval(&self, sample: Sample, group: &Group, sigma2: f64) -> Option<Interval> {
        let eligible = self.published.eligible(&group.pools);
        let eligible = if eligible == 0 { u32::MAX } else { eligible.max(sample.answers()) };
        said::interval(sample, eligible, sigma2).ok()
    }

    fn since(&self, measured: &Measured, group: &Group, sample: Sample) -> Option<Since> {
        if let [pool] = group.pools[..] {
            return measured.changes[pool];
        }
        let old = self.sample_before(measured, &self.before_of(group)?)?;
        let (sigma2, pair) = (measured.sigma2?, pair(old, sample));
        let change = match &measured.movement {
            Some(movement) => movement.of_another(sigma2, pair),
            None => *change::judge_cautiously(sigma2, &[pair]).ok()?.units.first()?,
        };
        Some(Since { mean: old.mean(), answers: old.answers(), change })
    }

    fn sample_before(&self, measured: &Measured, pools: &[usize]) -> Option<Sample> {
        let before = self.before.as_ref()?;
        before.sample(measured.items_before.as_ref()?, pools, measured.together(before))
    }

    fn measured(&self, measure: Measure, departments: &[u32]) -> Measured {
        let published = &self.published;
        let asked_before = |before: &Published| {
            let place =
                |item: &usize| before.questions.iter().position(|code| *code == published.questions[*item]);
            measure.items.iter().map(place).collect::<Option<Vec<usize>>>()
        };
        let pools = published.pools.len();
        let mut measured = Measured {
            items_before: self.before.as_ref().and_then(asked_before),
            measure,
            sigma2: None,
            levels: vec![None; pools],
            changes: vec![None; pools],
            movement: None,
        };
        let together = measured.together(published);
        let known: Vec<(usize, Sample)> = (0..pools)
            .filter_map(|pool| Some((pool, published.sample(&measured.measure.items, &[pool], together)?)))
            .collect();
        let samples: Vec<Sample> = known.iter().map(|(_, sample)| *sample).collect();
        let of: Vec<u32> = known.iter().map(|(pool, _)| departments[*pool]).collect();
        if let (Ok(all), Ok(levels)) = (level::estimate(&samples), level::by_department(&samples, &of)) {
            measured.sigma2 = Some(all.sigma2);
            for ((pool, _), level) in known.iter().zip(levels) {
                measured.levels[*pool] = Some(level);
            }
            self.compare(&mut measured, &known, all.sigma2);
        }
        measured
    }

    /// Judges the changes of all pools that have a comparable past, together.
    fn compare(&self, measured: &mut Measured, known: &[(usize, Sample)], sigma2: f64) {
        let past = known.iter().filter_map(|(pool, now)| {
            let old = self.sample_before(measured, self.comparable[*pool].as_ref()?)?;
            Some((*pool, old, pair(old, *now)))
        });
        let past: Vec<(usize, Sample, Pair)> = past.collect();
        let pairs: Vec<Pair> = past.iter().map(|(_, _, pair)| *pair).collect();
        let Ok(changes) = change::judge_cautiously(sigma2, &pairs) else { return };
        for ((pool, old, _), change) in past.iter().zip(&changes.units) {
            measured.changes[*pool] =
                Some(Since { mean: old.mean(), answers: old.answers(), change: *change });
        }
        measured.movement = Some(changes);
    }

    /// Which of the nodes right below the top each pool lies under; those under several or under none are each other's.
    pub(crate) fn departments(&self) -> Vec<u32> {
        let published = &self.published;
        let second = |leaf: &Place| {
            let up: Vec<Place> = published.upward(*leaf).collect();
            up.len().checked_sub(2).map_or(u32::MAX, |second| up[second].0)
        };
        let of = |pool: &Vec<Place>| {
            let mut all = pool.iter().map(second);
            let first = all.next().unwrap_or(u32::MAX);
            if all.all(|other| other == first) { first } else { u32::MAX }
        };
        published.pools.iter().map(of).collect()
    }
}

impl Measured {
    /// How much the items go together; all there is when that is not known.
    fn together(&self, published: &Published) -> f64 {
        let of = |index: Index| published.correlations.iter().find(|(found, _)| *found == index);
        self.measure.index.and_then(of).map_or(index::MOST_TOGETHER, |(_, together)| together.get().value())
    }
}

impl Published {
    /// What was measured: every question, then the indices whose questions were all asked.
    pub fn measures(&self) -> Vec<Measure> {
        let question =
            |(at, code): (usize, &String)| Measure { code: code.clone(), index: None, items: vec![at] };
        let asked: Vec<&str> = self.questions.iter().map(String::as_str).collect();
        let index = |index: Index| {
            let items = index.places(&asked)?;
            Some(Measure { code: index.code().to_owned(), index: Some(index), items })
        };
        let questions = self.questions.iter().enumerate().map(question);
        questions.chain(Index::ALL.into_iter().filter_map(index)).collect()
    }

    /// The sample of some pools on some questions, whose items go `together` so much; `None` when a figure is near.
    fn sample(&self, items: &[usize], pools: &[usize], together: f64) -> Option<Sample> {
        let samples = items.iter().map(|item| self.sample_of(*item, pools)).collect::<Option<Vec<_>>>()?;
        match samples[..] {
            [one] => Some(one),
            _ => index::sample(&samples, together).ok(),
        }
    }

    fn sample_of(&self, question: usize, pools: &[usize]) -> Option<Sample> {
        let mut sum = [0_u32; 5];
        for figure in self.figures_of(question, pools) {
            let Figure::Full(histogram) = figure.get() else { return None };
            for (sum, count) in sum.iter_mut().zip(histogram.counts()) {
                *sum = sum.saturating_add(count);
            }
        }
        Sample::of_counts(sum).ok()
    }

    fn near(&self, question: usize, pool: usize) -> Option<Side> {
        match self.figures.get(question)?.get(pool)?.get() {
            Figure::Near(near) => Some(near.side),
            Figure::Full(_) | Figure::Band(_) => None,
        }
    }

    /// The groups that have a name and figures of their own right below a node, and those hidden there.
    pub fn below(&self, place: Place) -> Vec<(Place, Status)> {
        self.children(place).filter_map(|child| Some((child, self.node(child)?.1.status))).collect()
    }
}

fn pair(before: Sample, after: Sample) -> Pair {
    Pair {
        answers_before: before.answers(),
        answers_after: after.answers(),
        difference: after.mean() - before.mean(),
    }
}

fn narrow(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Shown;
    use crate::published::tests::published;
    use smallteams::Verdict;

    const SOME: [&str; 3] = ["full 1 2 3 4 1", "full 2 2 2 1 1", "near 4-5 9"];

    fn group(place: u32, pools: &[usize]) -> Group {
        Group { place: Place(place), shown: Shown::Whole, pools: pools.to_vec() }
    }

    fn figures(reading: &Reading, group: &Group) -> Figures {
        match reading.told(0, group) {
            Some(Told::Figures(figures)) => figures,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_pool_is_told_in_figures_or_in_words_and_a_parent_of_both_between() {
        let reading = Reading::new(published(SOME), None);
        // 1 + 4 + 9 + 16 + 5 over 11.
        let first = figures(&reading, &group(1, &[0]));
        assert!((first.mean - 35.0 / 11.0).abs() < 1e-12);
        assert_eq!(first.answers, 11);
        assert!(first.said.unwrap().contains(first.mean) && first.level.unwrap().0.weight <= 1.0);
        assert_eq!(reading.told(0, &group(4, &[2])), Some(Told::Near { answers: 9, side: Side::High }));
        let Some(Told::Between { answers, low, high }) = reading.told(0, &group(0, &[0, 1, 2])) else {
            panic!("one of the three is near")
        };
        // The near pool's nine: eight of 4 or 5, one of anything.
        let (least, most) = (35.0 + 21.0 + 8.0 * 4.0 + 1.0, 35.0 + 21.0 + 9.0 * 5.0);
        assert_eq!(answers, 28);
        assert!((low - least / 28.0).abs() < 1e-12 && (high - most / 28.0).abs() < 1e-12);
        assert_eq!(reading.told(0, &group(9, &[])), None);
    }

    #[test]
    fn without_a_past_nothing_is_said_of_change_but_what_could_be_seen() {
        let reading = Reading::new(published(SOME), None);
        let told = figures(&reading, &group(1, &[0]));
        assert_eq!(told.change, None);
        let sigma2 = reading.measured[0].sigma2.unwrap();
        assert!((told.smallest_change.unwrap() - 2.8 * (2.0 * sigma2 / 11.0).sqrt()).abs() < 1e-12);
    }

    #[test]
    fn a_change_is_of_the_same_people_and_in_the_three_words() {
        let before = published(["full 9 2 0 0 0", "full 2 2 2 1 1", "full 2 2 2 2 1"]);
        let reading =
            Reading::new(published(["full 0 0 0 2 9", "full 2 2 2 2 0", "near 4-5 9"]), Some(before));
        let first = figures(&reading, &group(1, &[0])).change.unwrap();
        assert_eq!((first.change.verdict, first.answers), (Verdict::Better, 11));
        assert!((first.mean - 13.0 / 11.0).abs() < 1e-12);
        let second = figures(&reading, &group(2, &[1])).change.unwrap();
        assert_eq!(second.change.verdict, Verdict::CannotTell);
        let both = figures(&reading, &group(0, &[0, 1])).change.unwrap();
        assert_eq!(both.change.verdict, Verdict::Better);
        assert!(reading.has_history(&group(0, &[0, 1, 2])));
    }

    #[test]
    fn other_people_are_no_past() {
        let mut before = published(SOME);
        before.members[0].part.unit = people::UnitId(77);
        let reading = Reading::new(published(SOME), Some(before));
        assert_eq!(figures(&reading, &group(1, &[0])).change, None);
        assert!(!reading.has_history(&group(1, &[0])) && reading.has_history(&group(2, &[1])));
    }
}
