//! Links within the repository lead somewhere, and every document can be reached.

use std::collections::BTreeSet;
use std::path::Path;

use crate::files::Files;
use crate::trouble::Trouble;

pub(crate) fn check(_: &Path, files: &Files) -> anyhow::Result<Vec<Trouble>> {
    let mut troubles = Vec::new();
    let mut linked = BTreeSet::new();
    for (path, text) in files.texts().filter(|(path, _)| path.ends_with(".md")) {
        for link in links(text) {
            match resolve(path, link) {
                Some(target) if files.has(&target) && has_heading(files.text(&target), link) => {
                    linked.insert(target);
                }
                _ => troubles.push(Trouble::at(path, format!("`{link}` leads nowhere"))),
            }
        }
    }
    let reached = |path: &str| {
        linked
            .iter()
            .any(|target| path == target || path.starts_with(&format!("{}/", target.trim_end_matches('/'))))
    };
    let unreached = files.paths().filter(|path| path.starts_with("docs/") && !reached(path));
    troubles.extend(unreached.map(|path| Trouble::at(path, "no document links to it")));
    Ok(troubles)
}

/// The targets of `[…](target)` and `![…](target)` that lie within the repository. What stands in a code block or
/// between backticks is not a link; a label may be code, its target stands after the backticks.
pub(crate) fn links(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut code = false;
    for line in text.lines() {
        if line.trim_start().starts_with("```") {
            code = !code;
        } else if !code {
            let spoken = line.split('`').step_by(2);
            found.extend(
                spoken.flat_map(|part| part.split("](").skip(1)).filter_map(|rest| rest.split(')').next()),
            );
        }
    }
    found.retain(|link| !link.contains("://") && !link.starts_with('#') && !link.starts_with("mailto:"));
    found
}

/// Whether the document has the heading that `link` names, where it names one: `#a-heading`.
fn has_heading(text: Option<&str>, link: &str) -> bool {
    let Some((_, anchor)) = link.split_once('#') else { return true };
    let mut headings = text.unwrap_or_default().lines().filter(|line| line.starts_with('#'));
    headings.any(|heading| slug(heading) == anchor)
}

/// How a heading is named in an address.
fn slug(heading: &str) -> String {
    let words = heading.trim_start_matches('#').trim().to_lowercase();
    let kept = words.chars().filter(|letter| letter.is_alphanumeric() || " -_".contains(*letter));
    kept.map(|letter| if letter == ' ' { '-' } else { letter }).collect()
}

/// The path from the root that `link` in the document `from` means; `None` when it leaves the repository.
pub(crate) fn resolve(from: &str, link: &str) -> Option<String> {
    let link = link.split('#').next().unwrap_or_default();
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in link.trim_end_matches('/').split('/') {
        match part {
            "." => {}
            ".." => _ = parts.pop()?,
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn troubles(files: &[(&str, &str)]) -> Vec<String> {
        check(Path::new(""), &Files::of(files)).unwrap().iter().map(Trouble::to_string).collect()
    }

    #[test]
    fn links_that_lead_somewhere() {
        let files = [
            (
                "README.md",
                "# To a week's end\n[a](docs/a.md), ![p](docs/p/week.png) [`x`](crates/) [w](https://example.org) [h](#h)",
            ),
            (
                "docs/a.md",
                "[back](../README.md#to-a-weeks-end) `[no](nothing.md)`\n```\n[no](nothing.md)\n```\n",
            ),
            ("docs/p/week.png", ""),
            ("crates/x", ""),
        ];
        assert_eq!(troubles(&files), Vec::<String>::new());
    }

    #[test]
    fn links_that_do_not() {
        assert_eq!(troubles(&[("a.md", "[b](b.md)")]), ["a.md: `b.md` leads nowhere"]);
        assert_eq!(troubles(&[("a.md", "[`b`](b.md)")]), ["a.md: `b.md` leads nowhere"]);
        assert_eq!(troubles(&[("a.md", "[b](b.md#c)"), ("b.md", "# B")]), ["a.md: `b.md#c` leads nowhere"]);
        assert_eq!(troubles(&[("a.md", "[b](../b.md)"), ("b.md", "")]), ["a.md: `../b.md` leads nowhere"]);
    }

    #[test]
    fn documents_that_nothing_links_to() {
        assert_eq!(troubles(&[("docs/a.md", ""), ("b.md", "")]), ["docs/a.md: no document links to it"]);
        assert_eq!(
            troubles(&[("docs/json/a.json", ""), ("b.md", "[all](docs/json/)")]),
            Vec::<String>::new()
        );
    }
}
