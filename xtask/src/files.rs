use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::Context;

/// Every file of the repository by its path from the root, with its text; `None` for what is not text.
///
/// What `.gitignore` names is left out. Git itself is not asked: an unpacked archive is checked too.
#[derive(Debug, Default)]
pub(crate) struct Files(BTreeMap<String, Option<String>>);

impl Files {
    pub(crate) fn read(root: &Path) -> anyhow::Result<Files> {
        let mut files = Files::default();
        files.walk(root, "", &mut Vec::new())?;
        Ok(files)
    }

    /// Made-up files, for tests.
    #[cfg(test)]
    pub(crate) fn of(files: &[(&str, &str)]) -> Files {
        Files(files.iter().map(|(path, text)| ((*path).to_owned(), Some((*text).to_owned()))).collect())
    }

    pub(crate) fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// Whether there is a file, or a folder, at `path`.
    pub(crate) fn has(&self, path: &str) -> bool {
        let folder = format!("{}/", path.trim_end_matches('/'));
        self.0.contains_key(path) || self.paths().any(|other| other.starts_with(&folder))
    }

    pub(crate) fn text(&self, path: &str) -> Option<&str> {
        self.0.get(path)?.as_deref()
    }

    /// Every text file.
    pub(crate) fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().filter_map(|(path, text)| Some((path.as_str(), text.as_deref()?)))
    }

    fn walk(&mut self, folder: &Path, prefix: &str, ignored: &mut Vec<String>) -> anyhow::Result<()> {
        let before = ignored.len();
        if let Ok(text) = fs::read_to_string(folder.join(".gitignore")) {
            ignored.extend(text.lines().map(|line| rule(prefix, line)).filter(|rule| !rule.is_empty()));
        }
        let entries = fs::read_dir(folder).with_context(|| folder.display().to_string())?;
        for entry in entries {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = format!("{prefix}{name}");
            if name == ".git" || ignored.iter().any(|rule| matches(rule, &path, &name)) {
                continue;
            }
            if entry.file_type()?.is_dir() {
                self.walk(&entry.path(), &format!("{path}/"), ignored)?;
            } else if let Ok(bytes) = fs::read(entry.path()) {
                self.0.insert(path, String::from_utf8(bytes).ok().filter(|text| !text.contains('\0')));
            }
        }
        ignored.truncate(before);
        Ok(())
    }
}

/// A line of a `.gitignore` in `prefix`: anchored ones as a path from the root, others as a bare name or `*.end`.
fn rule(prefix: &str, line: &str) -> String {
    let line = line.trim().trim_end_matches('/');
    match line.strip_prefix('/') {
        _ if line.starts_with('#') => String::new(),
        Some(anchored) => format!("/{prefix}{anchored}"),
        None => line.to_owned(),
    }
}

fn matches(rule: &str, path: &str, name: &str) -> bool {
    match (rule.strip_prefix('/'), rule.strip_prefix('*')) {
        (Some(anchored), _) => path == anchored,
        (_, Some(end)) => name.ends_with(end),
        _ => name == rule,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ignored_is_what_gitignore_names() {
        assert!(matches(&rule("", "/target"), "target", "target"));
        assert!(!matches(&rule("", "/target"), "docs/target", "target"));
        assert!(matches(&rule("", "node_modules"), "a/node_modules", "node_modules"));
        assert!(matches(&rule("", "*.profraw"), "a/b.profraw", "b.profraw"));
        assert!(matches(&rule("templates/gallery/", "/out/"), "templates/gallery/out", "out"));
        assert!(rule("", "# words").is_empty());
    }

    #[test]
    fn a_folder_is_there_when_something_lies_in_it() {
        let files = Files::of(&[("docs/it.md", "")]);
        assert!(files.has("docs/it.md") && files.has("docs") && files.has("docs/"));
        assert!(!files.has("doc") && !files.has("docs/it"));
    }
}
