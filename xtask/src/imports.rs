//! Who may use whom: `layers.rs` against what cargo knows, and against the picture in ARCHITECTURE.md.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::Context;
use serde_json::Value;

use crate::cargo;
use crate::files::Files;
use crate::layers::{LAYERS, Layer, Nature, UNNAMED, WORLDLY};
use crate::trouble::Trouble;

/// Where the picture stands, and the heading it stands under.
const MAP: &str = "ARCHITECTURE.md";
const PICTURE: &str = "## Who may use whom";

/// A crate of the workspace and what it names as its dependencies, tests apart.
#[derive(Debug)]
struct Crate {
    name: String,
    uses: Vec<String>,
}

pub(crate) fn check(root: &Path, files: &Files) -> anyhow::Result<Vec<Trouble>> {
    let crates = crates(&cargo::metadata(root)?)?;
    let mut troubles = unlisted(&crates, LAYERS);
    troubles.extend(arrows(&crates, LAYERS));
    troubles.extend(picture(files.text(MAP).unwrap_or_default(), LAYERS));
    for layer in LAYERS.iter().filter(|layer| layer.nature == Nature::Pure) {
        if crates.iter().any(|found| found.name == layer.name) {
            troubles.extend(worldly(layer.name, &cargo::built_with(root, layer.name)?));
        }
    }
    Ok(troubles)
}

fn crates(metadata: &Value) -> anyhow::Result<Vec<Crate>> {
    let packages = metadata["packages"].as_array().context("cargo metadata lists packages")?;
    Ok(packages.iter().filter(|package| package["source"].is_null()).map(read).collect())
}

fn read(package: &Value) -> Crate {
    let dependencies = package["dependencies"].as_array().into_iter().flatten();
    let uses = dependencies
        .filter(|dependency| dependency["kind"].is_null())
        .filter_map(|dependency| dependency["name"].as_str());
    Crate {
        name: package["name"].as_str().unwrap_or_default().to_owned(),
        uses: uses.map(str::to_owned).collect(),
    }
}

fn unlisted(crates: &[Crate], layers: &[Layer]) -> Vec<Trouble> {
    let names = crates.iter().map(|one| one.name.as_str()).filter(|name| *name != "xtask");
    names
        .filter(|name| !layers.iter().any(|layer| layer.name == *name))
        .map(|name| Trouble::at(name, "has no row in xtask/src/layers.rs"))
        .collect()
}

fn arrows(crates: &[Crate], layers: &[Layer]) -> Vec<Trouble> {
    let ours: BTreeSet<&str> = layers.iter().map(|layer| layer.name).collect();
    let mut troubles = Vec::new();
    for layer in layers {
        let Some(found) = crates.iter().find(|one| one.name == layer.name) else { continue };
        for used in found.uses.iter().map(String::as_str) {
            let pure = layer.nature != Nature::Worldly;
            if ours.contains(used) && used != layer.name && !layer.may_use.contains(&used) {
                troubles.push(Trouble::at(layer.name, format!("may not use `{used}`")));
            } else if pure && (WORLDLY.contains(&used) || UNNAMED.contains(&used)) {
                troubles.push(Trouble::at(layer.name, format!("is pure and may not use `{used}`")));
            }
        }
    }
    troubles
}

fn worldly(name: &str, built_with: &[String]) -> Vec<Trouble> {
    let found: BTreeSet<&str> = built_with.iter().map(String::as_str).collect();
    let worldly = WORLDLY.iter().filter(|one| found.contains(**one));
    worldly.map(|one| Trouble::at(name, format!("is pure, but is built with `{one}`"))).collect()
}

/// The first fenced block under [`PICTURE`] holds one line per layer: names, then two spaces, then words about them.
fn picture(map: &str, layers: &[Layer]) -> Vec<Trouble> {
    let after = map.split_once(PICTURE).map_or("", |(_, after)| after);
    let block = after.split("```").nth(1).unwrap_or_default();
    let drawn: BTreeSet<&str> = block
        .lines()
        .skip(1)
        .flat_map(|line| line.trim().split("   ").next().unwrap_or_default().split_whitespace())
        .collect();
    let listed: BTreeSet<&str> = layers.iter().map(|layer| layer.name).collect();
    let missing = listed.difference(&drawn).map(|name| format!("`{name}` is missing under \"{PICTURE}\""));
    let stale = drawn
        .difference(&listed)
        .map(|name| format!("`{name}` under \"{PICTURE}\" is no crate of layers.rs"));
    missing.chain(stale).map(|what| Trouble::at(MAP, what)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &[Layer] = &[
        Layer { name: "rules", nature: Nature::Pure, may_use: &[] },
        Layer { name: "shelf", nature: Nature::Worldly, may_use: &["rules"] },
        Layer { name: "door", nature: Nature::Worldly, may_use: &["rules"] },
    ];

    fn package(name: &str, uses: &[&str]) -> Crate {
        Crate { name: name.into(), uses: uses.iter().map(|used| (*used).into()).collect() }
    }

    fn said(troubles: Vec<Trouble>) -> Vec<String> {
        troubles.iter().map(Trouble::to_string).collect()
    }

    #[test]
    fn arrows_point_down_only() {
        let good = [
            package("rules", &["jiff"]),
            package("shelf", &["rules", "rusqlite"]),
            package("door", &["rules"]),
        ];
        assert_eq!(arrows(&good, SMALL), []);
        let bad = [package("rules", &["door", "tokio", "serde"]), package("door", &["shelf"])];
        assert_eq!(
            said(arrows(&bad, SMALL)),
            [
                "rules: may not use `door`",
                "rules: is pure and may not use `tokio`",
                "rules: is pure and may not use `serde`",
                "door: may not use `shelf`"
            ]
        );
    }

    #[test]
    fn what_it_is_built_with_counts_too() {
        let built_with = ["rules", "middle", "getrandom"].map(str::to_owned);
        assert_eq!(said(worldly("rules", &built_with)), ["rules: is pure, but is built with `getrandom`"]);
        assert_eq!(worldly("rules", &built_with[..2]), []);
    }

    #[test]
    fn every_crate_has_a_row() {
        assert_eq!(
            said(unlisted(&[package("attic", &[])], SMALL)),
            ["attic: has no row in xtask/src/layers.rs"]
        );
    }

    #[test]
    fn tests_may_use_more() {
        let text = r#"{"packages": [{"name": "rules", "source": null, "dependencies": [
            {"name": "tokio", "kind": "dev"}, {"name": "cc", "kind": "build"}, {"name": "jiff", "kind": null}]},
            {"name": "jiff", "source": "registry", "dependencies": []}]}"#;
        let crates = crates(&serde_json::from_str(text).unwrap()).unwrap();
        assert_eq!(crates.len(), 1);
        assert_eq!(crates[0].uses, ["jiff"]);
    }

    #[test]
    fn the_picture_names_the_same_crates() {
        let map = |block: &str| format!("# Map\n\n{PICTURE}\n\n```text\n{block}\n```\n");
        assert_eq!(picture(&map("  door    at the edge\n shelf   remembers\n rules   decide"), SMALL), []);
        assert_eq!(
            said(picture(&map("  door attic   at the edge\n rules"), SMALL)),
            [
                "ARCHITECTURE.md: `shelf` is missing under \"## Who may use whom\"",
                "ARCHITECTURE.md: `attic` under \"## Who may use whom\" is no crate of layers.rs"
            ]
        );
        assert_eq!(picture("", SMALL).len(), 3);
    }

    #[test]
    fn the_table_points_down_only() {
        for (index, layer) in LAYERS.iter().enumerate() {
            for used in layer.may_use {
                assert!(
                    LAYERS[..index].iter().any(|lower| lower.name == *used),
                    "{} uses {used}",
                    layer.name
                );
            }
        }
    }
}
