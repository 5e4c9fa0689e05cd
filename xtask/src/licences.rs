//! Under which terms and from where everything comes that we build with, by the lists in deny.toml.
//!
//! `cargo deny check` says the same and knows of published weaknesses besides; compiling it costs more than all our
//! tests, so that it is run by hand and by those who have it.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Context;
use serde_json::Value;

use crate::cargo;
use crate::files::Files;
use crate::trouble::Trouble;

const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// The licences that deny.toml allows: to everyone, and to one crate alone.
#[derive(Debug, Default)]
struct Allowed {
    all: Vec<String>,
    one: BTreeMap<String, Vec<String>>,
}

pub(crate) fn check(root: &Path, files: &Files) -> anyhow::Result<Vec<Trouble>> {
    let allowed = allowed(files.text("deny.toml").context("deny.toml")?)?;
    let metadata = cargo::metadata(root)?;
    let packages = metadata["packages"].as_array().context("cargo metadata lists packages")?;
    Ok(packages.iter().flat_map(|package| judge(package, &allowed)).collect())
}

fn allowed(deny: &str) -> anyhow::Result<Allowed> {
    let deny: toml::Table = deny.parse()?;
    let licenses = deny.get("licenses").context("deny.toml: licenses")?;
    let list = |value: Option<&toml::Value>| -> Vec<String> {
        let items = value.and_then(toml::Value::as_array).into_iter().flatten();
        items.filter_map(toml::Value::as_str).map(str::to_owned).collect()
    };
    let exceptions = licenses.get("exceptions").and_then(toml::Value::as_array).into_iter().flatten();
    let one = exceptions
        .filter_map(|row| Some((row.get("crate")?.as_str()?.to_owned(), list(row.get("allow")))))
        .collect();
    Ok(Allowed { all: list(licenses.get("allow")), one })
}

fn judge(package: &Value, allowed: &Allowed) -> Vec<Trouble> {
    let name = package["name"].as_str().unwrap_or_default();
    let none = Vec::new();
    let own = allowed.one.get(name).unwrap_or(&none);
    let mut troubles = Vec::new();
    match package["license"].as_str() {
        Some(terms) if accepts(terms, &|licence| allowed.all.iter().chain(own).any(|one| one == licence)) => {
        }
        Some(terms) => troubles
            .push(Trouble::at(name, format!("its licence is {terms}, which deny.toml does not allow"))),
        None => troubles.push(Trouble::at(name, "says no licence")),
    }
    if package["source"].as_str().is_some_and(|source| source != CRATES_IO) {
        troubles.push(Trouble::at(name, "comes from elsewhere than crates.io"));
    }
    troubles
}

/// Whether the terms, an SPDX expression, can be met with the licences that `has` knows: `AND` binds before `OR`.
fn accepts(terms: &str, has: &impl Fn(&str) -> bool) -> bool {
    let spaced =
        terms.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ").replace(" WITH ", "+WITH+");
    let mut words = spaced.split_whitespace().peekable();
    any(&mut words, has) && words.next().is_none()
}

type Words<'a> = std::iter::Peekable<std::str::SplitWhitespace<'a>>;

fn any(words: &mut Words<'_>, has: &impl Fn(&str) -> bool) -> bool {
    let mut met = every(words, has);
    while words.next_if_eq(&"OR").is_some() {
        met |= every(words, has);
    }
    met
}

fn every(words: &mut Words<'_>, has: &impl Fn(&str) -> bool) -> bool {
    let mut met = single(words, has);
    while words.next_if_eq(&"AND").is_some() {
        met &= single(words, has);
    }
    met
}

fn single(words: &mut Words<'_>, has: &impl Fn(&str) -> bool) -> bool {
    match words.next() {
        Some("(") => {
            let met = any(words, has);
            words.next() == Some(")") && met
        }
        Some(licence) => has(&licence.replace("+WITH+", " WITH ")),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DENY: &str = "[licenses]\nallow = [\"MIT\", \"Apache-2.0\"]\nexceptions = [{ crate = \"roots\", allow = [\"MPL-2.0\"] }]\n";

    #[test]
    fn expressions_are_read_as_spdx_says() {
        let has = |licence: &str| ["MIT", "Zlib", "Apache-2.0 WITH LLVM-exception"].contains(&licence);
        for good in [
            "MIT",
            "GPL-3.0 OR MIT",
            "MIT/Apache-2.0",
            "(GPL-3.0 OR MIT) AND Zlib",
            "Apache-2.0 WITH LLVM-exception",
        ] {
            assert!(accepts(good, &has), "{good}");
        }
        for bad in [
            "GPL-3.0",
            "MIT AND GPL-3.0",
            "(MIT",
            "MIT)",
            "",
            "GPL-3.0 OR",
            "Apache-2.0",
            "GPL-3.0 OR MIT AND X",
        ] {
            assert!(!accepts(bad, &has), "{bad}");
        }
    }

    #[test]
    fn a_licence_is_allowed_to_all_or_to_one() {
        let allowed = allowed(DENY).unwrap();
        let judged = |text: &str| judge(&serde_json::from_str(text).unwrap(), &allowed).len();
        assert_eq!(judged(r#"{"name": "a", "license": "MIT", "source": null}"#), 0);
        assert_eq!(judged(r#"{"name": "roots", "license": "MPL-2.0", "source": null}"#), 0);
        assert_eq!(judged(r#"{"name": "a", "license": "MPL-2.0", "source": null}"#), 1);
        assert_eq!(judged(r#"{"name": "a", "license": null, "source": null}"#), 1);
        assert_eq!(judged(r#"{"name": "a", "license": "MIT", "source": "git+https://example.org/a"}"#), 1);
    }
}
