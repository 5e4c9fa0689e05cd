//! `speed`: how long each method takes for 400, 20 000 and 200 000 units, as CSV; run it with `--release`.

use std::io::{self, Write};
use std::time::Instant;

use smallteams::change::{self, Pair};
use smallteams::trend::{self, LocalLevel, Round};
use smallteams::{Sample, level};

fn main() -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "method,units,milliseconds")?;
    for units in [400, 20_000, 200_000] {
        let samples = samples(units);
        let pairs = pairs(&samples);
        let courses: Vec<Vec<Option<Round>>> = samples.iter().map(course).collect();
        let model = LocalLevel::new(3.5, 0.1, 0.7, 0.02).ok();
        let mut time = |method: &str, run: &dyn Fn() -> bool| {
            let start = Instant::now();
            let done = run();
            let spent = start.elapsed().as_secs_f64() * 1e3;
            writeln!(out, "{method},{units},{}", if done { format!("{spent:.2}") } else { "failed".into() })
        };
        time("level", &|| level::estimate(&samples).is_ok())?;
        time("change", &|| change::judge(0.7, &pairs).is_ok())?;
        time("trend of 6 rounds", &|| {
            courses.iter().all(|course| model.is_some_and(|model| model.follow(course).is_ok()))
        })?;
        time("drift of 6 rounds", &|| trend::drift(3.5, 0.1, 0.7, &courses).is_ok())?;
    }
    Ok(())
}

/// Units of 3 to 40 answers, spread by a plain rule; what they say does not matter here.
fn samples(units: usize) -> Vec<Sample> {
    let unit = |i: usize| {
        let counts = [1, i % 3, 1 + i % 7, i % 11, i % 19].map(|count| count as u32);
        Sample::of_counts(counts).ok()
    };
    (0..units).filter_map(unit).collect()
}

fn pairs(samples: &[Sample]) -> Vec<Pair> {
    let pair = |two: [Sample; 2]| Pair {
        answers_before: two[0].answers(),
        answers_after: two[1].answers(),
        difference: two[1].mean() - two[0].mean(),
    };
    (0..samples.len()).map(|i| pair([samples[i], samples[(i * 7 + 3) % samples.len()]])).collect()
}

fn course(sample: &Sample) -> Vec<Option<Round>> {
    let round = |t: u32| {
        (t != 2).then(|| Round { answers: sample.answers(), mean: sample.mean() + f64::from(t) / 9.0 })
    };
    (0..6).map(round).collect()
}
