//! `change --sigma2 X [FILE]`: CSV `unit,n1,n2,diff` in, what may be said about each change as JSON out.

mod table;

use std::process::ExitCode;

use serde_json::{Value, json};
use smallteams::change::{self, Change, Pair};
use table::{Outcome, Row, Table, run};

fn main() -> ExitCode {
    run(["--sigma2"], |table, [sigma2]| changes(table, sigma2))
}

fn changes(table: &Table, sigma2: f64) -> Outcome<String> {
    let pairs = table.rows().map(|row| pair(&row)).collect::<Outcome<Vec<Pair>>>()?;
    let found = change::judge(sigma2, &pairs)?;
    let units: Vec<Value> =
        table.rows().zip(&found.units).map(|(row, change)| shown(&row, change)).collect::<Outcome<_>>()?;
    let movement = found.movement;
    let all = json!({ "median": movement.median, "a": movement.a, "b": movement.b, "units": units });
    Ok(format!("{all}\n"))
}

fn pair(row: &Row<'_>) -> Outcome<Pair> {
    Ok(Pair {
        answers_before: row.count("n1")?,
        answers_after: row.count("n2")?,
        difference: row.number("diff")?,
    })
}

fn shown(row: &Row<'_>, change: &Change) -> Outcome<Value> {
    Ok(json!({
        "unit": row.text("unit")?, "s": change.s, "z": change.z, "p": change.p,
        "verdict": change.verdict.code(), "listed": change.listed,
    }))
}
