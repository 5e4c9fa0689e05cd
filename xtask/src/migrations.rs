//! Migrations are numbered without gaps, and the store knows every one.

use std::path::Path;

use crate::files::Files;
use crate::trouble::Trouble;

const LIST: &str = "crates/store/src/migrate.rs";

pub(crate) fn check(_: &Path, files: &Files) -> anyhow::Result<Vec<Trouble>> {
    let list = files.text(LIST).unwrap_or_default();
    let mut troubles = Vec::new();
    let paths = files.paths().filter(|path| path.starts_with("migrations/"));
    for (number, path) in (1..).zip(paths) {
        let name = path.trim_start_matches("migrations/").trim_end_matches(".sql");
        if !path.ends_with(".sql") || !name.starts_with(&format!("{number:04}-")) {
            troubles
                .push(Trouble::at(path, format!("is not numbered {number:04}: no gaps, no number twice")));
        }
        if !list.contains(&format!("{number} \"{name}\"")) {
            troubles.push(Trouble::at(path, format!("is not in {LIST}")));
        }
    }
    Ok(troubles)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn troubles(paths: &[&str], list: &str) -> Vec<String> {
        let mut files: Vec<(&str, &str)> = paths.iter().map(|path| (*path, "")).collect();
        files.push((LIST, list));
        check(Path::new(""), &Files::of(&files)).unwrap().iter().map(Trouble::to_string).collect()
    }

    #[test]
    fn numbered_and_listed() {
        let paths = ["migrations/0001-a.sql", "migrations/0002-b.sql"];
        assert_eq!(troubles(&paths, r#"migrations![1 "0001-a", 2 "0002-b"]"#), Vec::<String>::new());
        assert_eq!(troubles(&paths, r#"migrations![1 "0001-a"]"#).len(), 1);
    }

    #[test]
    fn gaps_and_twins() {
        let all = r#"1 "0001-a" 2 "0003-c" 2 "0001-b""#;
        assert_eq!(troubles(&["migrations/0001-a.sql", "migrations/0003-c.sql"], all).len(), 1);
        assert_eq!(troubles(&["migrations/0001-a.sql", "migrations/0001-b.sql"], all).len(), 1);
        assert_eq!(troubles(&["migrations/1-a.sql"], r#"1 "1-a""#).len(), 1);
    }
}
