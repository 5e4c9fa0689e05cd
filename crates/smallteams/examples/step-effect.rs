//! `step-effect [FILE]`: CSV `unit,before,after,step` in, one row with `step` 1; what goes together with the step as
//! JSON out.

mod table;

use std::process::ExitCode;

use serde_json::json;
use smallteams::step_effect::{self, BeforeAfter};
use table::{Outcome, Table, run};

fn main() -> ExitCode {
    run([], |table, []| effect(table))
}

fn effect(table: &Table) -> Outcome<String> {
    let (mut own, mut others) = (Vec::new(), Vec::new());
    for row in table.rows() {
        let unit = BeforeAfter { before: row.number("before")?, after: row.number("after")? };
        match row.count("step")? {
            0 => others.push(unit),
            1 => own.push(unit),
            _ => return Err("step is 0 or 1".into()),
        }
    }
    let [unit] = own[..] else {
        return Err(format!("{} rows have step 1, it must be one", own.len()).into());
    };
    let found = step_effect::estimate(unit, &others)?;
    let shown = json!({
        "effect": found.effect, "low": found.interval.low, "high": found.interval.high,
        "placebo_p": found.placebo_p, "expected": found.expected,
    });
    Ok(format!("{shown}\n"))
}
