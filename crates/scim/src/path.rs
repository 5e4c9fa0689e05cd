//! How an attribute is named (RFC 7644, 3.10), and what a PATCH points at (3.5.2).

use std::fmt;

use crate::filter::{Filter, Reader, Wrong};

/// The longest path or filter that is read, in bytes.
pub(crate) const LONGEST: usize = 4096;

/// `userName`, `name.givenName`, or with the URI of a schema before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Named {
    /// The URI of a schema, as it was written.
    pub(crate) uri: Option<String>,
    pub(crate) name: String,
    /// A part of it.
    pub(crate) part: Option<String>,
}

impl Named {
    /// Reads the name of an attribute and nothing else.
    pub(crate) fn read(text: &str) -> Result<Named, Wrong> {
        let mut reader = Reader::of(text)?;
        let named = reader.named()?;
        reader.end()?;
        Ok(named)
    }

    /// With the URI before it: what may be the URI of a schema itself.
    pub(crate) fn as_uri(&self) -> Option<String> {
        let uri = self.uri.as_ref()?;
        self.part.is_none().then(|| format!("{uri}:{}", self.name))
    }
}

impl fmt::Display for Named {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(uri) = &self.uri {
            write!(out, "{uri}:")?;
        }
        out.write_str(&self.name)?;
        match &self.part {
            Some(part) => write!(out, ".{part}"),
            None => Ok(()),
        }
    }
}

/// What a PATCH points at: an attribute, those of its values for which something is true, and a part of these.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Path {
    pub(crate) named: Named,
    pub(crate) those: Option<Filter>,
}

impl Path {
    /// Reads a path.
    pub(crate) fn read(text: &str) -> Result<Path, Wrong> {
        let mut reader = Reader::of(text)?;
        let mut named = reader.named()?;
        let mut those = None;
        if named.part.is_none() && reader.takes("[") {
            those = Some(reader.within("]")?);
            if reader.takes(".") {
                named.part = Some(reader.part()?);
            }
        }
        reader.end()?;
        Ok(Path { named, those })
    }
}

impl fmt::Display for Path {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Path { named, those } = self;
        let Some(those) = those else { return named.fmt(out) };
        let whole = Named { part: None, ..named.clone() };
        write!(out, "{whole}[{those}]")?;
        match &named.part {
            Some(part) => write!(out, ".{part}"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::filter::tests::{any_filter, any_named};

    proptest! {
        #[test]
        fn a_path_reads_back_as_it_is_written(named in any_named(), those in prop::option::of(any_filter())) {
            let path = Path { named, those };
            prop_assert_eq!(Path::read(&path.to_string()), Ok(path));
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,200}") {
            let _ = Path::read(&text);
            let _ = Named::read(&text);
        }

        #[test]
        fn bent_paths_are_read_or_refused(text in r#"[a-z.\[\]" ():$]{0,40}"#) {
            if let Ok(path) = Path::read(&text) {
                prop_assert_eq!(Path::read(&path.to_string()), Ok(path));
            }
        }
    }

    #[test]
    fn the_paths_of_the_standard_are_read() {
        let read = |text: &str| Path::read(text).unwrap();
        assert_eq!(read("name.familyName").named.part.as_deref(), Some("familyName"));
        let work = read("emails[type eq \"work\"].value");
        assert_eq!((work.named.name.as_str(), work.named.part.as_deref()), ("emails", Some("value")));
        let extended = read("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber");
        assert_eq!(extended.named.name, "employeeNumber");
        let whole = read("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User");
        assert_eq!(
            whole.named.as_uri().as_deref(),
            Some("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User")
        );
        for wrong in
            ["", "a b", "emails[", "emails[]", "emails[type eq]", "a.b[c pr]", "a..b", ".a", "1a", "a]"]
        {
            assert!(Path::read(wrong).is_err(), "{wrong}");
        }
    }
}
