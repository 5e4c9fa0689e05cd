//! Which resources are asked for: the grammar of RFC 7644, 3.4.2.2.

use std::fmt;

use serde_json::{Number, Value};

use crate::path::{LONGEST, Named};

/// The deepest that brackets may stand within brackets.
const DEEPEST: u32 = 20;

/// Something that is true of a resource, or is not.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Filter {
    /// `userName eq "karin"`
    Compare(Named, Comparison, Literal),
    /// `title pr`
    Present(Named),
    /// `emails[type eq "work"]`
    Has(Named, Box<Filter>),
    Not(Box<Filter>),
    And(Box<Filter>, Box<Filter>),
    Or(Box<Filter>, Box<Filter>),
}

/// How a value is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Comparison {
    Equal,
    NotEqual,
    Contains,
    BeginsWith,
    EndsWith,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,
}

impl Comparison {
    const ALL: [(Comparison, &'static str); 9] = [
        (Comparison::Equal, "eq"),
        (Comparison::NotEqual, "ne"),
        (Comparison::Contains, "co"),
        (Comparison::BeginsWith, "sw"),
        (Comparison::EndsWith, "ew"),
        (Comparison::Greater, "gt"),
        (Comparison::GreaterOrEqual, "ge"),
        (Comparison::Less, "lt"),
        (Comparison::LessOrEqual, "le"),
    ];

    fn read(word: &str) -> Option<Comparison> {
        Comparison::ALL.iter().find(|(_, code)| code.eq_ignore_ascii_case(word)).map(|(it, _)| *it)
    }

    fn code(self) -> &'static str {
        Comparison::ALL.iter().find(|(it, _)| *it == self).map_or("", |(_, code)| code)
    }
}

/// What is compared with, as JSON writes it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Literal {
    Null,
    Flag(bool),
    Number(Number),
    Text(String),
}

/// It is no filter, or no path.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("at character {at}: {what}")]
pub(crate) struct Wrong {
    /// Where, counted from 1.
    at: usize,
    what: &'static str,
}

impl Filter {
    /// Reads a filter.
    pub(crate) fn read(text: &str) -> Result<Filter, Wrong> {
        let mut reader = Reader::of(text)?;
        let filter = reader.filter()?;
        reader.end()?;
        Ok(filter)
    }

    /// What must be equal to what, whatever else must be true as well.
    pub(crate) fn equal(&self) -> Vec<(&Named, &str)> {
        match self {
            Filter::Compare(named, Comparison::Equal, Literal::Text(text)) => vec![(named, text)],
            Filter::And(one, other) => [one.equal(), other.equal()].concat(),
            _ => Vec::new(),
        }
    }

    /// Every attribute that is asked about; of [`Filter::Has`] the whole alone.
    pub(crate) fn names(&self) -> Vec<&Named> {
        match self {
            Filter::Compare(named, ..) | Filter::Present(named) | Filter::Has(named, _) => vec![named],
            Filter::Not(filter) => filter.names(),
            Filter::And(one, other) | Filter::Or(one, other) => [one.names(), other.names()].concat(),
        }
    }
}

impl fmt::Display for Literal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Literal::Null => out.write_str("null"),
            Literal::Flag(flag) => flag.fmt(out),
            Literal::Number(number) => number.fmt(out),
            Literal::Text(text) => Value::from(text.as_str()).fmt(out),
        }
    }
}

impl fmt::Display for Filter {
    /// As it is read: brackets stand where `and` and `or` would otherwise be read in another order.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Filter::Compare(named, how, literal) => write!(out, "{named} {} {literal}", how.code()),
            Filter::Present(named) => write!(out, "{named} pr"),
            Filter::Has(named, filter) => write!(out, "{named}[{filter}]"),
            Filter::Not(filter) => write!(out, "not ({filter})"),
            Filter::And(one, other) => {
                match **one {
                    Filter::Or(..) => write!(out, "({one})")?,
                    _ => write!(out, "{one}")?,
                }
                match **other {
                    Filter::Or(..) | Filter::And(..) => write!(out, " and ({other})"),
                    _ => write!(out, " and {other}"),
                }
            }
            Filter::Or(one, other) => match **other {
                Filter::Or(..) => write!(out, "{one} or ({other})"),
                _ => write!(out, "{one} or {other}"),
            },
        }
    }
}

/// Reads filters and paths, from left to right.
pub(crate) struct Reader<'t> {
    text: &'t str,
    at: usize,
    depth: u32,
}

impl<'t> Reader<'t> {
    pub(crate) fn of(text: &'t str) -> Result<Reader<'t>, Wrong> {
        let reader = Reader { text, at: 0, depth: 0 };
        if text.len() > LONGEST { Err(reader.wrong("too long")) } else { Ok(reader) }
    }

    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn wrong(&self, what: &'static str) -> Wrong {
        Wrong { at: self.text[..self.at].chars().count() + 1, what }
    }

    /// Whether the sign stands here; then it is behind us.
    pub(crate) fn takes(&mut self, sign: &str) -> bool {
        let is = self.rest().starts_with(sign);
        if is {
            self.at += sign.len();
        }
        is
    }

    fn blanks(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start_matches(' ').len();
    }

    /// Nothing more stands here.
    pub(crate) fn end(&self) -> Result<(), Wrong> {
        if self.rest().is_empty() {
            Ok(())
        } else {
            Err(self.wrong("something follows that is not expected"))
        }
    }

    /// The word that stands here, and nothing else is done.
    fn word(&self) -> &'t str {
        let rest = self.rest();
        &rest[..rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len())]
    }

    /// Whether ` word ` stands here, as between two filters; then it is behind us.
    fn takes_between(&mut self, word: &str) -> bool {
        let begun = self.at;
        self.blanks();
        if self.at > begun && self.word().eq_ignore_ascii_case(word) {
            self.at += word.len();
            if self.rest().starts_with([' ', '(']) {
                self.blanks();
                return true;
            }
        }
        self.at = begun;
        false
    }

    fn filter(&mut self) -> Result<Filter, Wrong> {
        let mut filter = self.all_of()?;
        while self.takes_between("or") {
            filter = Filter::Or(Box::new(filter), Box::new(self.all_of()?));
        }
        Ok(filter)
    }

    fn all_of(&mut self) -> Result<Filter, Wrong> {
        let mut filter = self.one()?;
        while self.takes_between("and") {
            filter = Filter::And(Box::new(filter), Box::new(self.one()?));
        }
        Ok(filter)
    }

    fn one(&mut self) -> Result<Filter, Wrong> {
        self.blanks();
        if self.takes("(") {
            return self.within(")");
        }
        if self.word().eq_ignore_ascii_case("not") {
            let begun = self.at;
            self.at += "not".len();
            self.blanks();
            if self.takes("(") {
                return Ok(Filter::Not(Box::new(self.within(")")?)));
            }
            self.at = begun;
        }
        let named = self.named()?;
        if named.part.is_none() && self.takes("[") {
            let mut those = self.within("]")?;
            // `emails[type eq "work"].value eq "x"` is not in the grammar, and Entra ID asks so.
            if self.takes(".") {
                let part = Named { uri: None, name: self.part()?, part: None };
                those = Filter::And(Box::new(those), Box::new(self.compared(part)?));
            }
            return Ok(Filter::Has(named, Box::new(those)));
        }
        self.compared(named)
    }

    /// What is asked of an attribute that is behind us.
    fn compared(&mut self, named: Named) -> Result<Filter, Wrong> {
        if !self.takes(" ") {
            return Err(self.wrong("an operator is expected"));
        }
        self.blanks();
        let word = self.word();
        if word.eq_ignore_ascii_case("pr") {
            self.at += word.len();
            return Ok(Filter::Present(named));
        }
        let how = Comparison::read(word).ok_or_else(|| self.wrong("an operator is expected"))?;
        self.at += word.len();
        if !self.takes(" ") {
            return Err(self.wrong("a value is expected"));
        }
        self.blanks();
        Ok(Filter::Compare(named, how, self.literal()?))
    }

    /// A filter, and the bracket that closes it.
    pub(crate) fn within(&mut self, close: &str) -> Result<Filter, Wrong> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(self.wrong("too many brackets within brackets"));
        }
        let filter = self.filter()?;
        self.blanks();
        if !self.takes(close) {
            return Err(self.wrong("a bracket is not closed"));
        }
        self.depth -= 1;
        Ok(filter)
    }

    /// `name`, `name.part`, `uri:name.part`.
    pub(crate) fn named(&mut self) -> Result<Named, Wrong> {
        let rest = self.rest();
        let is_of_uri = |c: char| c.is_ascii_alphanumeric() || ":._-$".contains(c);
        let all = &rest[..rest.find(|c| !is_of_uri(c)).unwrap_or(rest.len())];
        let uri = all.rsplit_once(':').map(|(uri, _)| uri);
        if uri.is_some_and(|uri| uri.is_empty() || uri.starts_with([':', '.']) || uri.ends_with(':')) {
            return Err(self.wrong("the name of an attribute is expected"));
        }
        self.at += uri.map_or(0, |uri| uri.len() + 1);
        let name = self.part()?;
        let part = if self.takes(".") { Some(self.part()?) } else { None };
        Ok(Named { uri: uri.map(str::to_owned), name, part })
    }

    /// A name by itself. `$ref` is one.
    pub(crate) fn part(&mut self) -> Result<String, Wrong> {
        let rest = self.rest();
        let long = rest.strip_prefix('$').unwrap_or(rest);
        let end = long.find(|c: char| !(c.is_ascii_alphanumeric() || "-_".contains(c))).unwrap_or(long.len());
        if !long[..end].starts_with(|c: char| c.is_ascii_alphabetic()) {
            return Err(self.wrong("the name of an attribute is expected"));
        }
        let name = &rest[..rest.len() - long.len() + end];
        self.at += name.len();
        Ok(name.to_owned())
    }

    fn literal(&mut self) -> Result<Literal, Wrong> {
        let rest = self.rest();
        let end = match rest.strip_prefix('"') {
            Some(text) => end_of_text(text).map(|end| end + 2),
            None => Some(rest.find([' ', ')', ']']).unwrap_or(rest.len())),
        };
        let written = end.map_or("", |end| &rest[..end]);
        let literal = match serde_json::from_str(written) {
            Ok(Value::Null) => Literal::Null,
            Ok(Value::Bool(flag)) => Literal::Flag(flag),
            Ok(Value::Number(number)) => Literal::Number(number),
            Ok(Value::String(text)) => Literal::Text(text),
            // Capitals make no difference to some.
            _ if written.eq_ignore_ascii_case("true") => Literal::Flag(true),
            _ if written.eq_ignore_ascii_case("false") => Literal::Flag(false),
            _ => return Err(self.wrong("a value as in JSON is expected")),
        };
        self.at += written.len();
        Ok(literal)
    }
}

/// Where a JSON text ends whose opening quotation mark is behind us.
fn end_of_text(text: &str) -> Option<usize> {
    let mut escaped = false;
    text.bytes().position(|byte| {
        let ends = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        ends
    })
}

#[cfg(test)]
pub(crate) mod tests {
    use proptest::prelude::*;

    use super::*;

    pub(crate) fn any_named() -> impl Strategy<Value = Named> {
        let name = "[a-zA-Z][a-zA-Z0-9_-]{0,8}|\\$ref";
        let uri = prop::option::of("urn:[a-z]{1,5}(:[a-z0-9.]{0,4}[a-z0-9]){0,3}");
        (uri, name, prop::option::of(name)).prop_map(|(uri, name, part)| Named { uri, name, part })
    }

    fn any_literal() -> impl Strategy<Value = Literal> {
        prop_oneof![
            Just(Literal::Null),
            any::<bool>().prop_map(Literal::Flag),
            any::<i64>().prop_map(|number| Literal::Number(number.into())),
            "\\PC{0,12}|[\"\\\\\n]{0,4}".prop_map(Literal::Text),
        ]
    }

    fn any_comparison() -> impl Strategy<Value = Comparison> {
        prop::sample::select(Comparison::ALL.map(|(it, _)| it).to_vec())
    }

    pub(crate) fn any_filter() -> impl Strategy<Value = Filter> {
        let leaf = prop_oneof![
            (any_named(), any_comparison(), any_literal())
                .prop_map(|(named, how, literal)| Filter::Compare(named, how, literal)),
            any_named().prop_map(Filter::Present),
        ];
        leaf.prop_recursive(4, 24, 2, |inner| {
            let boxed = inner.clone().prop_map(Box::new);
            prop_oneof![
                (any_named(), boxed.clone())
                    .prop_map(|(named, it)| Filter::Has(Named { part: None, ..named }, it)),
                boxed.clone().prop_map(Filter::Not),
                (boxed.clone(), boxed.clone()).prop_map(|(one, other)| Filter::And(one, other)),
                (boxed.clone(), boxed).prop_map(|(one, other)| Filter::Or(one, other)),
            ]
        })
    }

    proptest! {
        #[test]
        fn a_filter_reads_back_as_it_is_written(filter in any_filter()) {
            prop_assert_eq!(Filter::read(&filter.to_string()), Ok(filter));
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,200}") {
            let _ = Filter::read(&text);
        }

        /// Near enough to a filter to come far into the reader.
        #[test]
        fn bent_filters_are_read_or_refused(words in prop::collection::vec(
            prop::sample::select(vec!["a", "a.b", "urn:x:a", "eq", "pr", "not", "and", "or", "(", ")", "[", "]", "\"x\"", "\"", "\\", "1", "true", " ", "é"]), 0..24))
        {
            for text in [words.join(" "), words.concat()] {
                if let Ok(filter) = Filter::read(&text) {
                    prop_assert_eq!(Filter::read(&filter.to_string()), Ok(filter));
                }
            }
        }
    }

    // RFC 7644, figure 2.
    #[test]
    fn the_filters_of_the_standard_are_read() {
        for text in [
            r#"userName eq "bjensen""#,
            r#"name.familyName co "O'Malley""#,
            r#"userName sw "J""#,
            r#"urn:ietf:params:scim:schemas:core:2.0:User:userName sw "J""#,
            "title pr",
            r#"meta.lastModified gt "2011-05-13T04:42:34Z""#,
            r#"title pr and userType eq "Employee""#,
            r#"title pr or userType eq "Intern""#,
            r#"schemas eq "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User""#,
            r#"userType eq "Employee" and (emails co "example.com" or emails.value co "example.org")"#,
            r#"userType ne "Employee" and not (emails co "example.com" or emails.value co "example.org")"#,
            r#"userType eq "Employee" and emails[type eq "work" and value co "@example.com"]"#,
            r#"emails[type eq "work" and value co "@example.com"] or ims[type eq "xmpp" and value co "@foo.com"]"#,
        ] {
            assert_eq!(Filter::read(text).map(|filter| filter.to_string()), Ok(text.to_owned()));
        }
        assert!(matches!(Filter::read("USERNAME EQ \"x\" OR title PR"), Ok(Filter::Or(..))), "capitals");
        assert!(matches!(Filter::read("active eq True"), Ok(Filter::Compare(_, _, Literal::Flag(true)))));
    }

    #[test]
    fn entra_ids_own_form_is_read() {
        let entra = Filter::read(r#"emails[type eq "work"].value eq "bo@x.example""#);
        assert_eq!(entra, Filter::read(r#"emails[type eq "work" and value eq "bo@x.example"]"#));
    }

    #[test]
    fn and_binds_closer_than_or() {
        let read = |text: &str| Filter::read(text).unwrap();
        assert_eq!(read("a pr or b pr and c pr"), read("a pr or (b pr and c pr)"));
        assert_ne!(read("a pr or b pr and c pr"), read("(a pr or b pr) and c pr"));
    }

    #[test]
    fn what_is_no_filter_is_refused_with_where() {
        for (text, at) in [
            ("", 1),
            ("userName", 9),
            ("userName eq", 12),
            ("userName eq ", 13),
            ("userName eq \"x", 13),
            ("userName xx \"x\"", 10),
            ("a pr and", 5),
            ("(a pr", 6),
            ("a pr)", 5),
            ("emails[type eq \"work\"", 22),
            ("eq \"x\"", 4),
            ("åäö eq 1", 1),
        ] {
            assert_eq!(Filter::read(text).unwrap_err().at, at, "{text}");
        }
        assert!(Filter::read(&"(".repeat(2_000)).is_err(), "too deep");
        assert!(Filter::read(&"a pr or ".repeat(1_000)).is_err(), "too long");
    }
}
