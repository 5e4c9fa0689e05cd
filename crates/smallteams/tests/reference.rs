//! Every method against values computed elsewhere: lme4, factanal, lm, nnls and p.adjust of R, and plain matrix
//! algebra. The scripts that made them lie beside the data.

#![allow(clippy::unwrap_used, reason = "helpers of tests, where a panic is the report")]

#[path = "../examples/table/mod.rs"]
mod table;

use smallteams::Sample;
use smallteams::change::{self, Pair};
use smallteams::hme::{self, Ballot, QUESTIONS};
use smallteams::level;
use smallteams::reliability;
use smallteams::step_effect::{self, BeforeAfter};
use smallteams::trend::{self, LocalLevel, Round};
use table::{Row, Table, by_unit};

fn read(name: &str) -> Table {
    let path = format!("{}/tests/reference/{name}.csv", env!("CARGO_MANIFEST_DIR"));
    Table::parse(&std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))).unwrap()
}

fn only(table: &Table) -> Row<'_> {
    table.rows().next().unwrap()
}

/// Equal within `within`, relative to the reference when that is above one.
#[track_caller]
fn same(ours: f64, reference: f64, within: f64, what: &str) {
    let off = (ours - reference).abs() / reference.abs().max(1.0);
    assert!(off <= within, "{what}: {ours} here, {reference} there");
}

fn samples(name: &str) -> Vec<(String, Sample)> {
    let table = read(name);
    let rows = table.rows().map(|row| Ok((row.text("unit")?.to_owned(), row.number("y")?)));
    by_unit(rows).unwrap().into_iter().map(|(unit, ys)| (unit, Sample::of(&ys).unwrap())).collect()
}

fn level_as_lme4(name: &str) {
    let units = samples(&format!("level-{name}"));
    let found = level::estimate(&units.iter().map(|unit| unit.1).collect::<Vec<_>>()).unwrap();
    let components = read(&format!("level-{name}.components"));
    let there = only(&components);
    let tau2 = found.tau2.unwrap();
    for (ours, column) in [(found.mu, "mu"), (tau2, "tau2"), (found.sigma2, "sigma2")] {
        let reference = there.number(column).unwrap();
        same(ours, reference, 1e-6, &format!("{name} {column}"));
        // Small variances must agree in their own size too.
        assert!(
            (ours - reference).abs() <= 1e-6 * reference.abs() + 1e-12,
            "{name} {column} {ours} {reference}"
        );
    }
    for (row, (unit, ours)) in read(&format!("level-{name}.units")).rows().zip(units.iter().zip(&found.units))
    {
        assert_eq!(row.text("unit").unwrap(), unit.0);
        assert_eq!(row.count("n").unwrap(), ours.sample.answers());
        let level = row.number("level").unwrap();
        let half = 1.96 * row.number("variance").unwrap().sqrt();
        same(ours.sample.mean(), row.number("mean").unwrap(), 1e-12, "mean");
        same(ours.level, level, 1e-6, &format!("{name} level of {}", unit.0));
        same(ours.interval.low, (level - half).clamp(1.0, 5.0), 1e-6, "low");
        same(ours.interval.high, (level + half).clamp(1.0, 5.0), 1e-6, "high");
    }
}

#[test]
fn level_of_8_units_is_that_of_lme4() {
    level_as_lme4("8");
}

#[test]
fn level_of_40_units_is_that_of_lme4() {
    level_as_lme4("40");
}

#[test]
fn level_of_400_units_is_that_of_lme4() {
    level_as_lme4("400");
}

#[test]
fn level_of_balanced_units_is_that_of_lme4() {
    level_as_lme4("balanced");
}

#[test]
fn level_of_units_of_very_different_size_is_that_of_lme4() {
    level_as_lme4("uneven");
}

#[test]
fn level_of_units_that_differ_much_is_that_of_lme4() {
    level_as_lme4("normal");
}

#[test]
fn level_of_units_that_do_not_differ_is_that_of_lme4() {
    level_as_lme4("zero");
    let units: Vec<Sample> = samples("level-zero").into_iter().map(|unit| unit.1).collect();
    let found = level::estimate(&units).unwrap();
    assert_eq!(found.tau2, Some(0.0));
    assert!(found.units.iter().all(|unit| unit.weight == 0.0 && unit.level == found.mu));
}

#[test]
fn few_units_have_the_interval_of_a_t_test() {
    let units = samples("level-few");
    let found = level::estimate(&units.iter().map(|unit| unit.1).collect::<Vec<_>>()).unwrap();
    for (row, (unit, ours)) in read("level-few.units").rows().zip(units.iter().zip(&found.units)) {
        assert_eq!(row.text("unit").unwrap(), unit.0);
        same(ours.interval.low, row.number("low").unwrap().clamp(1.0, 5.0), 1e-9, "low");
        same(ours.interval.high, row.number("high").unwrap().clamp(1.0, 5.0), 1e-9, "high");
        same(found.sigma2, row.number("sigma2").unwrap(), 1e-12, "sigma2");
    }
}

#[test]
fn change_is_that_of_quantiles_nnls_and_p_adjust() {
    for name in ["400", "43", "few", "tied", "flat", "steep"] {
        let table = read(&format!("change-{name}"));
        let pair = |row: Row<'_>| Pair {
            answers_before: row.count("n1").unwrap(),
            answers_after: row.count("n2").unwrap(),
            difference: row.number("diff").unwrap(),
        };
        let pairs: Vec<Pair> = table.rows().map(pair).collect();
        let movement = read(&format!("change-{name}.movement"));
        let there = only(&movement);
        let found = change::judge(there.number("sigma2").unwrap(), &pairs).unwrap();
        for (ours, column) in
            [(found.movement.median, "median"), (found.movement.a, "a"), (found.movement.b, "b")]
        {
            same(ours, there.number(column).unwrap(), 1e-9, &format!("{name} {column}"));
        }
        for (row, ours) in read(&format!("change-{name}.units")).rows().zip(&found.units) {
            same(ours.s, row.number("s").unwrap(), 1e-9, "s");
            same(ours.z, row.number("z").unwrap(), 1e-9, "z");
            let p = row.number("p").unwrap();
            assert!((ours.p - p).abs() <= 1e-9 * p, "p: {} here, {p} there", ours.p);
            assert_eq!(ours.verdict.code(), row.text("verdict").unwrap());
            assert_eq!(ours.beyond_the_common.to_string(), row.text("beyond").unwrap());
            assert_eq!(ours.listed.to_string(), row.text("listed").unwrap());
        }
    }
}

#[test]
fn trend_is_that_of_the_joint_normal_distribution() {
    let (table, model) = (read("trend"), read("trend.model"));
    let round = |row: &Row<'_>| {
        let answers = row.count("n").unwrap();
        (answers > 0).then(|| Round { answers, mean: row.number("mean").unwrap() })
    };
    let courses = by_unit(table.rows().map(|row| Ok((row.text("unit")?.to_owned(), round(&row))))).unwrap();
    let [mu, tau2, sigma2, q, likeliest] =
        ["mu", "tau2", "sigma2", "q", "likeliest_q"].map(|column| only(&model).number(column).unwrap());
    let model = LocalLevel::new(mu, tau2, sigma2, q).unwrap();
    let ours = courses.iter().flat_map(|(_, rounds)| model.follow(rounds).unwrap());
    for (row, ours) in read("trend.levels").rows().zip(ours) {
        same(ours.filtered, row.number("filtered").unwrap(), 1e-10, "filtered");
        same(ours.filtered_variance, row.number("filtered_var").unwrap(), 1e-10, "filtered variance");
        same(ours.smoothed, row.number("smoothed").unwrap(), 1e-10, "smoothed");
        same(ours.smoothed_variance, row.number("smoothed_var").unwrap(), 1e-10, "smoothed variance");
    }
    let rounds: Vec<_> = courses.into_iter().map(|(_, rounds)| rounds).collect();
    let found = trend::drift(mu, tau2, sigma2, &rounds).unwrap();
    assert!((found / likeliest - 1.0).abs() < 1e-5, "{found} {likeliest}");
}

#[test]
fn step_effect_is_that_of_lm_and_predict() {
    for name in ["12", "24", "80"] {
        let table = read(&format!("step_effect-{name}"));
        let unit = |row: Row<'_>| BeforeAfter {
            before: row.number("before").unwrap(),
            after: row.number("after").unwrap(),
        };
        let (own, others): (Vec<_>, Vec<_>) = table.rows().partition(|row| row.count("step").unwrap() == 1);
        let others: Vec<BeforeAfter> = others.into_iter().map(unit).collect();
        let found = step_effect::estimate(own.into_iter().map(unit).next().unwrap(), &others).unwrap();
        let effect = read(&format!("step_effect-{name}.effect"));
        let there = only(&effect);
        for (ours, column) in [
            (found.effect, "effect"),
            (found.interval.low, "low"),
            (found.interval.high, "high"),
            (found.placebo_p, "placebo_p"),
            (found.expected, "expected"),
        ] {
            same(ours, there.number(column).unwrap(), 1e-9, &format!("{name} {column}"));
        }
    }
}

#[test]
fn alpha_and_omega_are_those_of_covariances_and_factanal() {
    for name in ["300", "uneven", "reversed", "bound"] {
        let table = read(&format!("hme-{name}"));
        let answer = |row: &Row<'_>, at: usize| row.count(&format!("q{}", at + 1)).unwrap() as u8;
        let ballot = |row: Row<'_>| Ballot::new(std::array::from_fn(|at| Some(answer(&row, at)))).unwrap();
        let ballots: Vec<Ballot> = table.rows().map(ballot).collect();
        let complete: Vec<[f64; QUESTIONS]> = ballots.iter().filter_map(|ballot| ballot.complete()).collect();
        let (hme, worth) = (hme::of_ballots(&ballots).unwrap(), reliability::of(&complete).unwrap());
        let there = read(&format!("hme-{name}.worth"));
        for (ours, column, within) in [
            (worth.alpha, "alpha", 1e-10),
            (worth.omega, "omega", 1e-6),
            (hme.motivation, "motivation", 1e-12),
            (hme.leadership, "leadership", 1e-12),
            (hme.steering, "steering", 1e-12),
            (hme.total, "total", 1e-12),
        ] {
            same(ours, only(&there).number(column).unwrap(), within, &format!("{name} {column}"));
        }
    }
}
