/// A statement, written once for both databases. Only [`statements!`] makes one, so that the test which prepares every
/// statement on both databases cannot miss any.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Sql {
    text: &'static str,
    on_sqlite: &'static str,
}

impl Sql {
    /// For [`statements!`] alone: the text as it is written, and as SQLite reads it.
    pub(crate) const fn new(text: &'static str, on_sqlite: &'static [u8]) -> Sql {
        match std::str::from_utf8(on_sqlite) {
            Ok(on_sqlite) => Sql { text, on_sqlite },
            Err(_) => panic!("a statement is text"),
        }
    }

    /// The text, with PostgreSQL's `$1` parameters.
    pub const fn text(self) -> &'static str {
        self.text
    }

    /// The text, in SQLite's words.
    pub(crate) const fn on_sqlite(self) -> &'static str {
        self.on_sqlite
    }
}

/// Declares the statements of a file: a constant each, and `STATEMENTS` with all of them.
macro_rules! statements {
    ($($(#[$doc:meta])* $name:ident = $text:expr;)*) => {
        $($(#[$doc])* const $name: $crate::Sql = {
            const TEXT: &str = $text;
            const ON_SQLITE: [u8; TEXT.len()] = $crate::dialect::on_sqlite(TEXT);
            $crate::Sql::new(TEXT, &ON_SQLITE)
        };)*
        /// Every statement of this file.
        pub(crate) const STATEMENTS: &[$crate::Sql] = &[$($name),*];
    };
}
pub(crate) use statements;
