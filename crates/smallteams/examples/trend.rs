//! `trend --sigma2 X --tau2 X --mu X --q X [FILE]`: CSV `unit,t,n,mean` in, where `t` counts rounds and a missing round
//! has `n` = 0 or no row; CSV `unit,t,filtered,filtered_var,smoothed,smoothed_var` out, a row for each row in.

mod table;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::process::ExitCode;

use smallteams::trend::{LocalLevel, MAX_ROUNDS, Point, Round};
use table::{Outcome, Row, Table, by_unit, run};

fn main() -> ExitCode {
    run(["--sigma2", "--tau2", "--mu", "--q"], |table, [sigma2, tau2, mu, q]| {
        trend(table, LocalLevel::new(mu, tau2, sigma2, q)?)
    })
}

fn trend(table: &Table, model: LocalLevel) -> Outcome<String> {
    let seen = |row: Row<'_>| Ok((row.text("unit")?.to_owned(), (row.number("t")?, round(&row)?)));
    let mut points = BTreeMap::new();
    for (unit, rounds) in by_unit(table.rows().map(seen))? {
        points.insert(unit.clone(), course(&model, &unit, &rounds)?);
    }
    let mut text = "unit,t,filtered,filtered_var,smoothed,smoothed_var\n".to_owned();
    for row in table.rows() {
        let (unit, t) = (row.text("unit")?, row.number("t")?);
        let p = points[unit][&(t as i64)];
        let (filtered, smoothed) = (p.filtered, p.smoothed);
        writeln!(
            text,
            "{},{t},{filtered},{},{smoothed},{}",
            quoted(unit),
            p.filtered_variance,
            p.smoothed_variance
        )?;
    }
    Ok(text)
}

fn round(row: &Row<'_>) -> Outcome<Option<Round>> {
    match row.count("n")? {
        0 => Ok(None),
        answers => Ok(Some(Round { answers, mean: row.number("mean")? })),
    }
}

/// The points of one unit by round.
fn course(model: &LocalLevel, unit: &str, rounds: &[(f64, Option<Round>)]) -> Outcome<BTreeMap<i64, Point>> {
    let mut seen = BTreeMap::new();
    for (t, round) in rounds {
        if t.fract() != 0.0 || t.abs() > 1e9 {
            return Err(format!("unit {unit}: round {t} is not a whole number").into());
        }
        if seen.insert(*t as i64, *round).is_some() {
            return Err(format!("unit {unit}: round {t} is there twice").into());
        }
    }
    let (Some((first, _)), Some((last, _))) = (seen.first_key_value(), seen.last_key_value()) else {
        return Ok(BTreeMap::new());
    };
    if last - first >= MAX_ROUNDS as i64 {
        return Err(format!("unit {unit}: more than {MAX_ROUNDS} rounds").into());
    }
    let every: Vec<Option<Round>> = (*first..=*last).map(|t| seen.get(&t).copied().flatten()).collect();
    Ok((*first..).zip(model.follow(&every)?).collect())
}

fn quoted(unit: &str) -> String {
    if unit.contains([',', '"']) { format!("\"{}\"", unit.replace('"', "\"\"")) } else { unit.to_owned() }
}
