//! `cargo xtask check`: the rules of the house that the compiler does not keep. No network, about two seconds.

#![expect(clippy::print_stdout, reason = "what it found is what it is for")]

mod book;
mod cargo;
mod crates;
mod dependencies;
mod files;
mod imports;
mod layers;
mod licences;
mod links;
mod migrations;
mod seals;

mod tracked;
mod trouble;
mod words;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use anyhow::Context;

use crate::files::Files;
use crate::trouble::Trouble;

type Check = fn(&Path, &Files) -> anyhow::Result<Vec<Trouble>>;

/// What is checked, by the name it is reported under.
const CHECKS: &[(&str, Check)] = &[
    ("imports", imports::check),
    ("crates", crates::check),
    ("dependencies", dependencies::check),
    ("licences", licences::check),
    ("words", words::check),
    ("migrations", migrations::check),
    ("seals", seals::check),
    ("links", links::check),
    ("book", book::check),
    ("tracked", tracked::check),
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments != ["check"] {
        println!("usage: cargo xtask check");
        return ExitCode::from(2);
    }
    match check() {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            println!("xtask: {error:#}");
            ExitCode::from(2)
        }
    }
}

/// Runs every check; how many troubles there were.
fn check() -> anyhow::Result<usize> {
    let root = root()?;
    let files = Files::read(&root)?;
    let mut found = 0;
    for (name, check) in CHECKS {
        let begun = Instant::now();
        let troubles = check(&root, &files).with_context(|| format!("check {name}"))?;
        for trouble in &troubles {
            println!("{name}: {trouble}");
        }
        found += troubles.len();
        println!("{name:<13}{:>3} found  {:>5} ms", troubles.len(), begun.elapsed().as_millis());
    }
    println!("xtask check: {} checks, {found} troubles", CHECKS.len());
    Ok(found)
}

fn root() -> anyhow::Result<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    Ok(here.parent().context("xtask lies in the workspace")?.to_path_buf())
}
