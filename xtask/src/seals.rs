//! Who may break the seal of what was released: figures are thawed where they are stored and nowhere else.

use std::path::Path;

use crate::files::Files;
use crate::trouble::Trouble;

/// The crates that may thaw: the one that seals, and the one that stores.
const MAY: [&str; 2] = ["crates/disclosure/", "crates/store/"];

pub(crate) fn check(_: &Path, files: &Files) -> anyhow::Result<Vec<Trouble>> {
    let thaw = [":", ":thaw"].concat();
    let mut troubles = Vec::new();
    for (path, text) in files.texts() {
        let ours = path.starts_with("crates/") && path.ends_with(".rs") && path.contains("/src/");
        if !ours || MAY.iter().any(|may| path.starts_with(may)) {
            continue;
        }
        // Tests make figures of their own.
        let lines = (1..).zip(text.lines()).take_while(|(_, line)| line.trim() != "#[cfg(test)]");
        for (number, _) in lines.filter(|(_, line)| line.contains(&thaw)) {
            let what = "thaws a released figure: only `store` does, from what it stored";
            troubles.push(Trouble::at(format!("{path}:{number}"), what));
        }
    }
    Ok(troubles)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> usize {
        check(Path::new(""), &Files::of(&[(path, text)])).map_or(0, |troubles| troubles.len())
    }

    #[test]
    fn only_the_store_thaws() {
        let thaws = "fn f() {\n    Figure::thaw(line, rules)\n}\n";
        assert_eq!(found("crates/web/src/results.rs", thaws), 1);
        assert_eq!(found("crates/store/src/results.rs", thaws), 0);
        assert_eq!(found("crates/pulse/src/a.rs", &format!("#[cfg(test)]\n{thaws}")), 0);
        assert_eq!(found("docs/a.md", thaws), 0);
    }
}
