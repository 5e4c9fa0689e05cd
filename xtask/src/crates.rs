//! What every crate must have: the house's lints, and a first line that says what it is.

use std::path::Path;

use crate::files::Files;
use crate::trouble::Trouble;

pub(crate) fn check(_: &Path, files: &Files) -> anyhow::Result<Vec<Trouble>> {
    let manifests = files.paths().filter(|path| path.starts_with("crates/") && path.ends_with("/Cargo.toml"));
    let mut troubles = Vec::new();
    for path in manifests.filter(|path| path.matches('/').count() == 2) {
        let manifest: toml::Table = files.text(path).unwrap_or_default().parse()?;
        let inherited = |table: &str, key: &str| {
            manifest.get(table).and_then(|table| table.get(key)).is_some_and(|value| {
                value.as_bool() == Some(true)
                    || value.get("workspace").and_then(toml::Value::as_bool) == Some(true)
            })
        };
        if !inherited("lints", "workspace") {
            troubles.push(Trouble::at(path, "needs `[lints] workspace = true`"));
        }
        for key in ["version", "edition", "license", "publish"] {
            if !inherited("package", key) {
                troubles.push(Trouble::at(path, format!("needs `{key}.workspace = true`")));
            }
        }
        let folder = path.trim_end_matches("Cargo.toml");
        let first =
            ["src/lib.rs", "src/main.rs"].iter().find_map(|file| files.text(&format!("{folder}{file}")));
        let first = first.unwrap_or_default();
        if !first.starts_with("//! ") && !first.starts_with("#![doc = include_str!(\"../README.md\")]") {
            troubles.push(Trouble::at(
                folder,
                "its lib.rs or main.rs must begin by saying what it is: `//! …`, or its README",
            ));
        }
    }
    Ok(troubles)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "[package]\nname = \"a\"\nversion.workspace = true\nedition.workspace = true\n\
        license.workspace = true\npublish.workspace = true\n[lints]\nworkspace = true\n";

    fn troubles(manifest: &str, source: &str) -> Vec<String> {
        let files = Files::of(&[("crates/a/Cargo.toml", manifest), ("crates/a/src/lib.rs", source)]);
        check(Path::new(""), &files).unwrap().iter().map(Trouble::to_string).collect()
    }

    #[test]
    fn a_good_crate_passes() {
        for source in ["//! What a is.\n", "#![doc = include_str!(\"../README.md\")]\n"] {
            assert_eq!(troubles(GOOD, source), Vec::<String>::new());
        }
    }

    #[test]
    fn each_thing_is_missed() {
        assert_eq!(troubles(&GOOD.replace("[lints]\nworkspace = true\n", ""), "//! A.").len(), 1);
        assert_eq!(
            troubles(&GOOD.replace("workspace = true\npublish", "workspace = false\npublish"), "//! A.")
                .len(),
            1
        );
        assert_eq!(troubles(GOOD, "use std;").len(), 1);
        assert_eq!(troubles("[package]\nname = \"a\"\n", "").len(), 6);
    }
}
