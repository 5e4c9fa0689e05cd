//! Whether the methods keep what they promise, on made-up municipalities where the truth is known: people answer whole
//! numbers from 1 to 5, the same people answer again, some leave, some are silent.
//!
//! `cargo test -p smallteams --test simulated -- --nocapture` prints the figures.

#![allow(clippy::unwrap_used, reason = "helpers of tests, where a panic is the report")]
#![allow(clippy::print_stdout, reason = "the figures are the report")]

use smallteams::change::{self, Pair};
use smallteams::index;
use smallteams::level;
use smallteams::said;
use smallteams::step_effect::{self, BeforeAfter};
use smallteams::trend::{self, LocalLevel, Round};
use smallteams::{Sample, Verdict};
use statrs::distribution::{ContinuousCDF, Normal};

const CLASSES: [(&str, usize, usize); 5] =
    [("3-6", 3, 6), ("7-9", 7, 9), ("10-14", 10, 14), ("15-24", 15, 24), ("25+", 25, 60)];
const ITEMS: usize = 3;
/// Standard deviations: between units, between people, and of one person's answer to one item on one day.
const UNIT: f64 = 0.35;
const PERSON: f64 = 0.6;
const ANSWER: f64 = 0.6;
const CENTRE: f64 = 3.7;

/// Knuth's linear congruential generator, so that every run draws the same.
struct Chance(u64);

impl Chance {
    fn uniform(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 11) as f64 + 0.5) / (1u64 << 53) as f64
    }

    fn normal(&mut self, deviation: f64) -> f64 {
        deviation * (-2.0 * self.uniform().ln()).sqrt() * (std::f64::consts::TAU * self.uniform()).cos()
    }

    fn between(&mut self, low: usize, high: usize) -> usize {
        low + (self.uniform() * (high - low + 1) as f64) as usize
    }

    /// One person's answer to one item, a whole number.
    fn item(&mut self, unit: f64, person: f64) -> f64 {
        (CENTRE + unit + person + self.normal(ANSWER)).round().clamp(1.0, 5.0)
    }

    /// One person's mean over the items.
    fn ballot(&mut self, unit: f64, person: f64) -> f64 {
        (0..ITEMS).map(|_| self.item(unit, person)).sum::<f64>() / ITEMS as f64
    }

    fn person(&mut self) -> f64 {
        self.normal(PERSON)
    }
}

/// The level behind the answers of a unit: the mean that endlessly many people would have.
fn truth(unit: f64) -> f64 {
    let latent = Normal::new(CENTRE + unit, PERSON.hypot(ANSWER)).unwrap();
    1.0 + (1..=4).map(|k| 1.0 - latent.cdf(f64::from(k) + 0.5)).sum::<f64>()
}

/// Hits of tries.
#[derive(Clone, Copy, Default)]
struct Share(u32, u32);

impl Share {
    fn add(&mut self, hit: bool) {
        self.0 += u32::from(hit);
        self.1 += 1;
    }

    fn percent(self) -> f64 {
        100.0 * f64::from(self.0) / f64::from(self.1)
    }
}

fn total(shares: &[Share]) -> Share {
    shares.iter().fold(Share::default(), |sum, share| Share(sum.0 + share.0, sum.1 + share.1))
}

#[track_caller]
fn within(share: Share, low: f64, high: f64, what: &str) {
    let percent = share.percent();
    println!("{what}: {percent:.1} % of {}", share.1);
    assert!(low <= percent && percent <= high, "{what}: {percent:.2} %, should be {low} to {high}");
}

#[test]
fn the_interval_of_the_level_holds_in_every_size() {
    let mut chance = Chance(1);
    let mut covered = [Share::default(); 5];
    let mut widths = [0.0; 5];
    let (mut ours, mut raw) = (0.0, 0.0);
    for _ in 0..25 {
        let units: Vec<(usize, f64, Sample)> = (0..400)
            .map(|i| {
                let (class, unit) = (i % 5, chance.normal(UNIT));
                let n = chance.between(CLASSES[class].1, CLASSES[class].2);
                let ballots: Vec<f64> = (0..n)
                    .map(|_| {
                        let person = chance.person();
                        chance.ballot(unit, person)
                    })
                    .collect();
                (class, truth(unit), Sample::of(&ballots).unwrap())
            })
            .collect();
        let found = level::estimate(&units.iter().map(|unit| unit.2).collect::<Vec<_>>()).unwrap();
        for ((class, truth, sample), level) in units.iter().zip(&found.units) {
            covered[*class].add(level.interval.contains(*truth));
            widths[*class] += level.interval.width();
            if *class == 0 {
                ours += (level.level - truth).powi(2);
                raw += (sample.mean() - truth).powi(2);
            }
        }
    }
    for ((class, share), width) in CLASSES.iter().zip(covered).zip(widths) {
        let width = width / f64::from(share.1);
        within(share, 93.0, 97.0, &format!("level, {} answers, mean width {width:.2}", class.0));
    }
    let gain: f64 = (ours / raw).sqrt();
    println!("error of the level, 3-6 answers: {:.0} % of that of the mean", 100.0 * gain);
    assert!(gain < 0.85);
}

#[test]
fn the_interval_of_few_units_holds() {
    let mut chance = Chance(2);
    let mut covered = Share::default();
    for _ in 0..500 {
        let units: Vec<(f64, Sample)> = (0..5)
            .map(|_| {
                let (unit, n) = (chance.normal(UNIT), chance.between(5, 14));
                let people: Vec<f64> = (0..n).map(|_| chance.person()).collect();
                let ballots: Vec<f64> =
                    people.into_iter().map(|person| chance.ballot(unit, person)).collect();
                (truth(unit), Sample::of(&ballots).unwrap())
            })
            .collect();
        let found = level::estimate(&units.iter().map(|unit| unit.1).collect::<Vec<_>>()).unwrap();
        for ((truth, _), level) in units.iter().zip(&found.units) {
            covered.add(level.interval.contains(*truth));
        }
    }
    within(covered, 93.0, 97.0, "level, five units");
}

#[test]
fn the_interval_of_what_was_said_holds() {
    let mut chance = Chance(3);
    let mut covered = Share::default();
    for _ in 0..25 {
        let units: Vec<(u32, f64, Sample)> = (0..400)
            .map(|i| {
                let unit = chance.normal(UNIT);
                let members = chance.between(CLASSES[i % 5].1 + 2, CLASSES[i % 5].2 + 4);
                let people: Vec<f64> = (0..members).map(|_| chance.person()).collect();
                let all: Vec<f64> = people.into_iter().map(|person| chance.ballot(unit, person)).collect();
                // People are drawn independently, so the first are a random part of all.
                let answered = (members as f64 * (0.5 + 0.4 * chance.uniform())).ceil() as usize;
                let truth = all.iter().sum::<f64>() / members as f64;
                (members as u32, truth, Sample::of(&all[..answered]).unwrap())
            })
            .collect();
        let sigma2 = level::estimate(&units.iter().map(|unit| unit.2).collect::<Vec<_>>()).unwrap().sigma2;
        for (members, truth, sample) in units {
            covered.add(said::interval(sample, members, sigma2).unwrap().contains(truth));
        }
    }
    within(covered, 93.0, 97.0, "what was said");
}

/// Two rounds of one unit: the same people, but for one in ten who is new, and one in five who is silent.
fn two_rounds(chance: &mut Chance, class: usize, moved: f64) -> (Sample, Sample) {
    let unit = chance.normal(UNIT);
    let members = (chance.between(CLASSES[class].1, CLASSES[class].2) as f64 / 0.8).round() as usize;
    let (mut before, mut after) = (Vec::new(), Vec::new());
    while before.len() < 3 || after.len() < 3 {
        (before, after) = (Vec::new(), Vec::new());
        for _ in 0..members {
            let first = chance.person();
            let second = if chance.uniform() < 0.1 { chance.person() } else { first };
            if chance.uniform() < 0.8 {
                before.push(chance.ballot(unit, first));
            }
            if chance.uniform() < 0.8 {
                after.push(chance.ballot(unit + moved, second));
            }
        }
    }
    (Sample::of(&before).unwrap(), Sample::of(&after).unwrap())
}

#[derive(Default)]
struct Found {
    false_alarms: [Share; 5],
    found: [Share; 5],
    unpaired: [Share; 5],
    listed_unchanged: Share,
}

/// Municipalities of 400 units where every fifth moved by `size`, up or down; the unpaired test beside.
fn changes(
    seed: u64,
    size: f64,
    municipalities: usize,
    judge: fn(f64, &[Pair]) -> Result<change::Changes, change::ChangeError>,
) -> Found {
    let (mut chance, mut counted) = (Chance(seed), Found::default());
    for _ in 0..municipalities {
        let moved: Vec<f64> =
            (0..400).map(|i| if i % 5 == 0 { [size, -size][i / 5 % 2] } else { 0.0 }).collect();
        let class = |i: usize| i / 10 % 5;
        let rounds: Vec<(Sample, Sample)> =
            moved.iter().enumerate().map(|(i, moved)| two_rounds(&mut chance, class(i), *moved)).collect();
        let before: Vec<Sample> = rounds.iter().map(|round| round.0).collect();
        let sigma2 = level::estimate(&before).unwrap().sigma2;
        let pair = |(before, after): &(Sample, Sample)| Pair {
            answers_before: before.answers(),
            answers_after: after.answers(),
            difference: after.mean() - before.mean(),
        };
        let pairs: Vec<Pair> = rounds.iter().map(pair).collect();
        for (i, unit) in judge(sigma2, &pairs).unwrap().units.iter().enumerate() {
            let right = if moved[i] > 0.0 { Verdict::Better } else { Verdict::Worse };
            if moved[i] == 0.0 {
                counted.false_alarms[class(i)].add(unit.verdict != Verdict::CannotTell);
            } else {
                counted.found[class(i)].add(unit.verdict == right);
                let z = pairs[i].difference / pairs[i].unpaired(sigma2).sqrt();
                counted.unpaired[class(i)].add(Verdict::of_z(z) == right);
            }
            if unit.listed {
                counted.listed_unchanged.add(moved[i] == 0.0);
            }
        }
    }
    counted
}

#[test]
fn few_false_alarms_and_more_found_than_by_the_unpaired_test() {
    for (seed, size) in [(4, 0.35), (5, 0.63)] {
        let counted = changes(seed, size, 40, change::judge);
        for (i, class) in CLASSES.iter().enumerate() {
            let (found, unpaired) = (counted.found[i].percent(), counted.unpaired[i].percent());
            println!("a change of {size}, {} answers: found {found:.0} %, unpaired {unpaired:.0} %", class.0);
            within(counted.false_alarms[i], 0.0, 5.0, "  false alarms");
            assert!(found > unpaired || found > 95.0);
        }
        within(total(&counted.false_alarms), 0.0, 5.0, "false alarms in all");
        within(counted.listed_unchanged, 0.0, 10.0, "unchanged among the listed");
        let least = if size > 0.5 { [20.0, 90.0] } else { [8.0, 45.0] };
        assert!(counted.found[0].percent() > least[0] && counted.found[4].percent() > least[1]);
    }
}

/// The rule sets its measure by what most units do. When none changed there is nothing that widens it, and the rate is
/// the 5 % of its limit and a little more, for units differ in how many are new; the list over all units names about one.
#[test]
fn when_nothing_changed_verdicts_come_at_the_rate_of_the_limit() {
    let counted = changes(6, 0.0, 40, change::judge);
    for (class, share) in CLASSES.iter().zip(counted.false_alarms) {
        println!("nothing changed, {} answers: verdicts {:.1} %", class.0, share.percent());
    }
    within(total(&counted.false_alarms), 3.0, 7.0, "nothing changed: verdicts");
    println!("nothing changed: {} of 16000 listed", counted.listed_unchanged.1);
    assert!(counted.listed_unchanged.1 <= 60);
}

/// What people are told goes by the cautious rule: below 5 % in every size, changes anywhere or none.
#[test]
fn with_caution_false_alarms_stay_below_the_limit_also_when_nothing_changed() {
    for (seed, size) in [(6, 0.0), (16, 0.0), (4, 0.35), (5, 0.63)] {
        let counted = changes(seed, size, 40, change::judge_cautiously);
        for (class, share) in CLASSES.iter().zip(counted.false_alarms) {
            within(share, 0.0, 5.0, &format!("cautious, changed {size}, {}", class.0));
        }
        within(total(&counted.false_alarms), 0.0, 5.0, &format!("cautious, changed {size}, in all"));
        if size > 0.0 {
            println!("found {:.0} % of those of 25 or more", counted.found[4].percent());
            println!(
                "found {:.0} % in all, unpaired {:.0} %",
                total(&counted.found).percent(),
                total(&counted.unpaired).percent()
            );
            assert!(total(&counted.found).percent() > total(&counted.unpaired).percent());
        }
    }
}

/// A unit's class, its true level, and its ballots in two rounds.
type ItemByItem = (usize, f64, Vec<[f64; ITEMS]>, Vec<[f64; ITEMS]>);

/// An index known by its items alone, with one rounded correlation over everybody: what the product reads from.
#[test]
fn intervals_and_verdicts_hold_for_an_index_known_by_its_items() {
    let mut chance = Chance(9);
    let (mut covered, mut said_held) = ([Share::default(); 5], Share::default());
    let mut alarms = [Share::default(); 5];
    for _ in 0..25 {
        let units: Vec<ItemByItem> = (0..400)
            .map(|i| {
                let (class, unit) = (i % 5, chance.normal(UNIT));
                let n = chance.between(CLASSES[class].1.max(6), CLASSES[class].2.max(6));
                let people: Vec<f64> = (0..n).map(|_| chance.person()).collect();
                let mut round = || -> Vec<[f64; ITEMS]> {
                    people.iter().map(|person| std::array::from_fn(|_| chance.item(unit, *person))).collect()
                };
                (class, truth(unit), round(), round())
            })
            .collect();
        let everybody: Vec<[f64; ITEMS]> = units.iter().flat_map(|unit| unit.2.clone()).collect();
        let together = (mean_correlation(&everybody) * 20.0).round() / 20.0;
        let index = |ballots: &[[f64; ITEMS]]| {
            let items: [Sample; ITEMS] = std::array::from_fn(|item| {
                Sample::of(&ballots.iter().map(|b| b[item]).collect::<Vec<_>>()).unwrap()
            });
            index::sample(&items, together).unwrap()
        };
        let before: Vec<Sample> = units.iter().map(|unit| index(&unit.2)).collect();
        let after: Vec<Sample> = units.iter().map(|unit| index(&unit.3)).collect();
        let found = level::estimate(&before).unwrap();
        for ((class, truth, ballots, _), level) in units.iter().zip(&found.units) {
            covered[*class].add(level.interval.contains(*truth));
            // As if a third more were asked, of whom these answered.
            let answered = ballots.len() * 3 / 4;
            let part = index(&ballots[..answered]);
            let interval = said::interval(part, ballots.len() as u32, found.sigma2).unwrap();
            said_held.add(interval.contains(index(ballots).mean()));
        }
        let pairs: Vec<Pair> = before
            .iter()
            .zip(&after)
            .map(|(b, a)| Pair {
                answers_before: b.answers(),
                answers_after: a.answers(),
                difference: a.mean() - b.mean(),
            })
            .collect();
        for (unit, change) in units.iter().zip(change::judge_cautiously(found.sigma2, &pairs).unwrap().units)
        {
            alarms[unit.0].add(change.verdict != Verdict::CannotTell);
        }
    }
    for ((class, covered), alarms) in CLASSES.iter().zip(covered).zip(alarms) {
        within(covered, 93.0, 97.0, &format!("index by its items, level, {}", class.0));
        within(alarms, 0.0, 5.0, &format!("index by its items, false alarms, {}", class.0));
    }
    within(said_held, 93.0, 97.0, "index by its items, what was said");
}

fn mean_correlation(ballots: &[[f64; ITEMS]]) -> f64 {
    let n = ballots.len() as f64;
    let mean = |i: usize| ballots.iter().map(|b| b[i]).sum::<f64>() / n;
    let s = |i: usize, j: usize| {
        let (a, b) = (mean(i), mean(j));
        ballots.iter().map(|x| (x[i] - a) * (x[j] - b)).sum::<f64>() / n
    };
    let r = |i: usize, j: usize| s(i, j) / (s(i, i) * s(j, j)).sqrt();
    (r(0, 1) + r(0, 2) + r(1, 2)) / 3.0
}

#[test]
fn a_step_taken_when_things_are_low_is_not_credited_with_regression_to_the_mean() {
    let mut chance = Chance(7);
    let (mut covered, mut credited, mut found, mut naive) =
        (Share::default(), Share::default(), Share::default(), 0.0);
    for i in 0..4_000 {
        let effect = if i % 2 == 0 { 0.0 } else { 0.6 };
        let unit = |chance: &mut Chance, moved: f64| {
            let level = chance.normal(UNIT);
            let noise = 0.2;
            BeforeAfter {
                before: CENTRE + level + chance.normal(noise),
                after: CENTRE + level + moved + chance.normal(noise),
            }
        };
        let others: Vec<BeforeAfter> = (0..24).map(|_| unit(&mut chance, 0.0)).collect();
        // Leaders act when the round before was low.
        let own = std::iter::repeat_with(|| unit(&mut chance, effect))
            .find(|own| own.before < CENTRE - 0.4)
            .unwrap();
        let estimate = step_effect::estimate(own, &others).unwrap();
        covered.add(estimate.interval.contains(effect));
        if effect == 0.0 {
            credited.add(estimate.verdict() == Verdict::Better);
            naive += (own.after - own.before) / 2_000.0;
        } else {
            found.add(estimate.verdict() == Verdict::Better);
        }
    }
    within(covered, 93.0, 97.0, "effect of a step");
    within(credited, 0.0, 5.0, "credited without effect");
    println!(
        "the naive difference without effect is {naive:.2}; an effect of 0.6 is found in {:.0} %",
        found.percent()
    );
    assert!(naive > 0.1 && found.percent() > 50.0);
}

#[test]
fn the_band_of_a_trend_holds_with_the_drift_it_finds() {
    let mut chance = Chance(8);
    let (mu, tau2, sigma2, q) = (CENTRE, 0.1, 0.6, 0.02);
    let courses: Vec<Vec<(f64, Option<Round>)>> = (0..400)
        .map(|_| {
            let mut level = mu + chance.normal(f64::sqrt(tau2));
            (0..8)
                .map(|_| {
                    level += chance.normal(f64::sqrt(q));
                    let answers = chance.between(5, 20);
                    let mean = level + chance.normal((sigma2 / answers as f64).sqrt());
                    (level, (chance.uniform() < 0.9).then_some(Round { answers: answers as u32, mean }))
                })
                .collect()
        })
        .collect();
    let rounds: Vec<Vec<Option<Round>>> =
        courses.iter().map(|course| course.iter().map(|round| round.1).collect()).collect();
    let found = trend::drift(mu, tau2, sigma2, &rounds).unwrap();
    println!("drift {found:.4}, true {q}");
    assert!((found / q - 1.0).abs() < 0.25);
    let model = LocalLevel::new(mu, tau2, sigma2, found).unwrap();
    let mut covered = Share::default();
    for (course, rounds) in courses.iter().zip(&rounds) {
        for (point, (level, _)) in model.follow(rounds).unwrap().iter().zip(course) {
            covered.add((point.smoothed - level).abs() <= 1.96 * point.smoothed_variance.sqrt());
        }
    }
    within(covered, 93.0, 97.0, "band of a trend");
}
