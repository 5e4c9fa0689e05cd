//! What no file of ours says: notes to ourselves, paths of somebody's machine, hosts that packages were fetched from.

use std::path::Path;

use crate::files::Files;
use crate::trouble::Trouble;

/// Where people's and machines' own folders lie.
const FOLDERS: [&str; 4] = ["work", "root", "home", "Users"];
/// What the hosts of registries and their mirrors are called.
const HOSTS: [&str; 7] = ["registry", "mirror", "mirrors", "proxy", "artifactory", "nexus", "pypi"];

pub(crate) fn check(_: &Path, files: &Files) -> anyhow::Result<Vec<Trouble>> {
    let mut troubles = Vec::new();
    for (path, text) in files.texts() {
        for (number, line) in (1..).zip(text.lines()) {
            if let Some(what) = says(line) {
                troubles.push(Trouble::at(format!("{path}:{number}"), what));
            }
        }
    }
    Ok(troubles)
}

fn says(line: &str) -> Option<String> {
    let note = ["TO", "DO"].concat();
    if words(line).any(|word| word == note) {
        return Some("a note to ourselves: do it, or say in CHANGELOG.md that it is not there".into());
    }
    if let Some(folder) = FOLDERS.into_iter().find(|folder| names_folder(line, folder)) {
        return Some(format!("a path of somebody's machine: /{folder}/"));
    }
    hosts(line)
        .find(|host| host.split('.').any(|label| HOSTS.contains(&label)))
        .map(|host| format!("the host of a registry: {host}"))
}

fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split(|letter: char| !letter.is_alphanumeric() && letter != '_')
}

/// Whether `/folder/…` stands in the line as the beginning of a path, not as the middle of one or of an address.
fn names_folder(line: &str, folder: &str) -> bool {
    line.match_indices(&format!("/{folder}/")).any(|(index, found)| {
        let before = line[..index].chars().next_back();
        let after = line[index + found.len()..].chars().next();
        let begins = !before.is_some_and(|letter| letter.is_alphanumeric() || "._-}~*".contains(letter));
        begins && after.is_some_and(|letter| letter.is_alphanumeric() || letter == '.')
    })
}

fn hosts(line: &str) -> impl Iterator<Item = &str> {
    line.split("://").skip(1).filter_map(|rest| {
        rest.split(|letter: char| !letter.is_ascii_alphanumeric() && !".-".contains(letter)).next()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_found() {
        let note = ["// TO", "DO: later"].concat();
        assert!(says(&note).is_some());
        assert!(says(&["see ", "/home", "/ada/x"].concat()).is_some());
        assert!(says(&["cd '", "/work", "/main'"].concat()).is_some());
        assert!(says(&["https:", "//registry.example.org/a"].concat()).is_some());
        assert!(says(&["https:", "//npm.mirror.example.org/a"].concat()).is_some());
    }

    #[test]
    fn what_is_only_alike_is_not() {
        for fine in [
            "TODOS and todo!()",
            "target/work/x and a/home/b",
            "https://example.org/home/ada",
            "GET /work/",
            "https://example.org/registry/a",
            "registry+https://github.com/rust-lang/crates.io-index",
        ] {
            assert_eq!(says(fine), None, "{fine}");
        }
    }
}
