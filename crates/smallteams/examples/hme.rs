//! `hme [FILE]`: CSV of ballots in, nine columns `q1` to `q9` with 1 to 5 or nothing for "don't know"; the indices as
//! JSON out. `alpha` and `omega` are null where they would not be worth showing, as with fewer than 100 ballots.

mod table;

use std::process::ExitCode;

use serde_json::json;
use smallteams::hme::{self, Ballot, QUESTIONS};
use smallteams::reliability;
use table::{Outcome, Row, Table, run};

fn main() -> ExitCode {
    run([], |table, []| indices(table))
}

fn indices(table: &Table) -> Outcome<String> {
    let ballots = table.rows().map(|row| ballot(&row)).collect::<Outcome<Vec<Ballot>>>()?;
    let found = hme::of_ballots(&ballots)?;
    let complete: Vec<[f64; QUESTIONS]> = ballots.iter().filter_map(|ballot| ballot.complete()).collect();
    let worth = reliability::of(&complete).ok();
    let shown = json!({
        "motivation": found.motivation, "leadership": found.leadership, "steering": found.steering,
        "total": found.total, "alpha": worth.map(|w| w.alpha), "omega": worth.map(|w| w.omega),
    });
    Ok(format!("{shown}\n"))
}

fn ballot(row: &Row<'_>) -> Outcome<Ballot> {
    let mut answers = [None; QUESTIONS];
    for (at, answer) in answers.iter_mut().enumerate() {
        let question = format!("q{}", at + 1);
        if !row.text(&question)?.is_empty() {
            *answer = Some(u8::try_from(row.count(&question)?)?);
        }
    }
    Ok(Ballot::new(answers)?)
}
