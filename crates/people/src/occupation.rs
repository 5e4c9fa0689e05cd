use std::sync::Arc;

/// What somebody is employed as: "undersköterska", "lærer". As the HR system names it; compared letter by letter.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Occupation(Arc<str>);

impl Occupation {
    /// Longest name, in characters.
    pub const LONGEST: usize = 100;

    /// Takes a name of 1..=[`Occupation::LONGEST`] characters on one line, without the space around it; `None` for anything else.
    pub fn new(name: &str) -> Option<Occupation> {
        let name = name.trim();
        let fits = (1..=Occupation::LONGEST).contains(&name.chars().count());
        (fits && !name.chars().any(char::is_control)).then(|| Occupation(name.into()))
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Occupation {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_short_line() {
        let taken = |name: &str| Occupation::new(name).map(|it| it.to_string());
        assert_eq!(taken(" Undersköterska "), Some("Undersköterska".to_owned()));
        assert_eq!(taken(&"å".repeat(100)), Some("å".repeat(100)));
        assert_eq!(
            [taken(""), taken("  "), taken("a\nb"), taken(&"å".repeat(101))],
            [None, None, None, None]
        );
    }
}
