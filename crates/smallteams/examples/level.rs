//! `level [FILE]`: CSV `unit,y` in, the level of each unit as JSON out. `tau2` is null for fewer than eight units,
//! which are not pooled.

mod table;

use std::process::ExitCode;

use serde_json::{Value, json};
use smallteams::Sample;
use smallteams::level::{self, Level};
use table::{Outcome, Table, by_unit, run};

fn main() -> ExitCode {
    run([], |table, []| levels(table))
}

fn levels(table: &Table) -> Outcome<String> {
    let units = by_unit(table.rows().map(|row| Ok((row.text("unit")?.to_owned(), row.number("y")?))))?;
    let samples = units.iter().map(|(_, answers)| Sample::of(answers)).collect::<Result<Vec<_>, _>>()?;
    let found = level::estimate(&samples)?;
    let units: Vec<Value> =
        units.iter().zip(&found.units).map(|((unit, _), level)| shown(unit, level)).collect();
    let all = json!({ "mu": found.mu, "tau2": found.tau2, "sigma2": found.sigma2, "units": units });
    Ok(format!("{all}\n"))
}

fn shown(unit: &str, level: &Level) -> Value {
    json!({
        "unit": unit, "n": level.sample.answers(), "mean": level.sample.mean(), "level": level.level,
        "weight": level.weight, "low": level.interval.low, "high": level.interval.high,
    })
}
