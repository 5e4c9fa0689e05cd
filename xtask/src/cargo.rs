//! What cargo knows of the workspace. Everything is asked `--locked` and `--offline`: a check fetches nothing.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, bail};
use serde_json::Value;

/// `cargo metadata` for this machine's kind, so that what only other systems need is not asked for.
pub(crate) fn metadata(root: &Path) -> anyhow::Result<Value> {
    let host = host(root)?;
    let arguments =
        ["metadata", "--format-version", "1", "--locked", "--offline", "--filter-platform", &host];
    Ok(serde_json::from_str(&run(root, "cargo", &arguments)?)?)
}

/// The names of everything that `package` is built with, itself included.
pub(crate) fn built_with(root: &Path, package: &str) -> anyhow::Result<Vec<String>> {
    let arguments = ["tree", "--locked", "--offline", "-p", package, "-e", "normal", "--prefix", "none"];
    let text = run(root, "cargo", &arguments)?;
    Ok(text.lines().filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect())
}

fn host(root: &Path) -> anyhow::Result<String> {
    let text = run(root, "rustc", &["-vV"])?;
    let host = text.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.context("rustc says what it compiles for")?.to_owned())
}

fn run(root: &Path, program: &str, arguments: &[&str]) -> anyhow::Result<String> {
    let output =
        Command::new(program).args(arguments).current_dir(root).output().context(program.to_owned())?;
    if !output.status.success() {
        bail!(
            "{program} {}: {}(is something not fetched yet? `cargo fetch --locked` does it)",
            arguments.join(" "),
            String::from_utf8_lossy(&output.stderr)
        );
    }
    Ok(String::from_utf8(output.stdout)?)
}
