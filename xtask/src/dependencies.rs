//! Every dependency has a line of why in docs/decisions/dependencies.md, and every line a dependency.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::Context;

use crate::files::Files;
use crate::trouble::Trouble;

const REASONS: &str = "docs/decisions/dependencies.md";

pub(crate) fn check(_: &Path, files: &Files) -> anyhow::Result<Vec<Trouble>> {
    let named = named(
        files.text("Cargo.toml").context("Cargo.toml")?,
        files.text("package.json").context("package.json")?,
    )?;
    let reasons = files.text(REASONS).unwrap_or_default();
    let given: BTreeSet<&str> = reasons.lines().filter_map(row).collect();
    let missing = named
        .iter()
        .filter(|name| !given.contains(name.as_str()))
        .map(|name| format!("no line of why for `{name}`"));
    let stale = given
        .iter()
        .filter(|name| !named.contains(**name))
        .map(|name| format!("`{name}` is not a dependency"));
    Ok(missing.chain(stale).map(|what| Trouble::at(REASONS, what)).collect())
}

/// The direct dependencies that are not ours.
fn named(workspace: &str, package: &str) -> anyhow::Result<BTreeSet<String>> {
    let workspace: toml::Table = workspace.parse()?;
    let crates = workspace["workspace"]["dependencies"].as_table().context("workspace.dependencies")?;
    let crates = crates.iter().filter(|(_, value)| value.get("path").is_none()).map(|(name, _)| name.clone());
    let package: serde_json::Value = serde_json::from_str(package)?;
    let packages = package["devDependencies"].as_object().into_iter().flatten().map(|(name, _)| name.clone());
    Ok(crates.chain(packages).collect())
}

/// The name that a row of a table is about: ``| `name` | why |``, with something in the column of why.
fn row(line: &str) -> Option<&str> {
    let (name, why) = line.strip_prefix("| `")?.split_once("` | ")?;
    (why.trim_matches(['|', ' ']).len() > 10).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn troubles(reasons: &str) -> Vec<String> {
        let files = Files::of(&[
            ("Cargo.toml", "[workspace.dependencies]\nweek = { path = \"w\" }\njiff = \"1\"\n"),
            ("package.json", r#"{"devDependencies": {"esbuild": "1"}}"#),
            (REASONS, reasons),
        ]);
        check(Path::new(""), &files).unwrap().iter().map(Trouble::to_string).collect()
    }

    #[test]
    fn each_has_its_reason() {
        let reasons = "| `jiff` | dates and zones |\n| `esbuild` | one stylesheet out of many |\n";
        assert_eq!(troubles(reasons), Vec::<String>::new());
    }

    #[test]
    fn without_reason_and_without_dependency() {
        let said = troubles(
            "| `jiff` |  |\n| `esbuild` | one stylesheet out of many |\n| `week` | of our own making |",
        );
        assert_eq!(
            said,
            [
                format!("{REASONS}: no line of why for `jiff`"),
                format!("{REASONS}: `week` is not a dependency")
            ]
        );
    }
}
