//! The book of documents is whole: `docs/SUMMARY.md` lists every document in `docs/`, and tests that are named as proof exist.

use std::collections::BTreeSet;
use std::path::Path;

use crate::files::Files;
use crate::links::{links, resolve};
use crate::trouble::Trouble;

const SUMMARY: &str = "docs/SUMMARY.md";
/// Where tests are named as proof of what is promised.
const PROOFS: [&str; 2] = ["docs/threat-model.md", "docs/asvs.md"];

pub(crate) fn check(_: &Path, files: &Files) -> anyhow::Result<Vec<Trouble>> {
    let summary = files.text(SUMMARY).unwrap_or_default();
    let listed: BTreeSet<String> = links(summary).iter().filter_map(|link| resolve(SUMMARY, link)).collect();
    let documents = files.paths().filter(|path| path.starts_with("docs/") && path.ends_with(".md"));
    let mut troubles: Vec<Trouble> = documents
        .filter(|path| *path != SUMMARY && !listed.contains(*path))
        .map(|path| Trouble::at(path, format!("{SUMMARY} does not list it")))
        .collect();
    let written: BTreeSet<&str> = files
        .texts()
        .filter(|(path, _)| path.ends_with(".rs"))
        .flat_map(|(_, text)| functions(text))
        .collect();
    for document in PROOFS {
        let named = files.text(document).unwrap_or_default().split('`').skip(1).step_by(2);
        let absent = named.filter(|name| is_sentence(name) && !written.contains(name));
        troubles.extend(absent.map(|name| Trouble::at(document, format!("there is no test `{name}`"))));
    }
    Ok(troubles)
}

/// The names of all functions in a text of Rust.
fn functions(text: &str) -> impl Iterator<Item = &str> {
    text.split("fn ").skip(1).filter_map(|rest| rest.split_once('(')).map(|(name, _)| name)
}

/// Whether it is written as tests are named: three words or more.
fn is_sentence(name: &str) -> bool {
    let plain = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_';
    name.chars().all(plain) && name.matches('_').count() > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn troubles(files: &[(&str, &str)]) -> Vec<String> {
        check(Path::new(""), &Files::of(files)).unwrap().iter().map(Trouble::to_string).collect()
    }

    #[test]
    fn every_document_is_listed() {
        let files =
            [(SUMMARY, "- [A](a.md)\n- [B](../B.md)"), ("docs/a.md", ""), ("docs/sv/c.md", ""), ("B.md", "")];
        assert_eq!(troubles(&files), ["docs/sv/c.md: docs/SUMMARY.md does not list it"]);
    }

    #[test]
    fn every_test_that_is_named_exists() {
        let summary = (SUMMARY, "- [A](asvs.md)");
        let document = ("docs/asvs.md", "`it_is_there`, `it_is_gone`, `spawn_blocking`, `a.b_c_d`");
        let code = ("crates/x/tests/y.rs", "async fn it_is_there() {}");
        assert_eq!(troubles(&[summary, document, code]), ["docs/asvs.md: there is no test `it_is_gone`"]);
    }
}
