//! `NAME;PARAMETER=value;OTHER="a:b":the value`.

/// A content line taken apart; nothing is copied.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Property<'t> {
    /// The parameters, from after the name's semicolon to before the colon.
    parameters: &'t str,
    pub(crate) value: &'t str,
}

/// The length of the name at the beginning of a content line: up to a colon or semicolon.
pub(crate) fn name_length(line: &str) -> Option<usize> {
    line.bytes().position(|byte| byte == b':' || byte == b';')
}

impl<'t> Property<'t> {
    /// Takes an unfolded content line apart; `None` if it has no colon.
    pub(crate) fn parse(line: &'t str) -> Option<Property<'t>> {
        let name = name_length(line)?;
        if line.as_bytes()[name] == b':' {
            return Some(Property { parameters: "", value: &line[name + 1..] });
        }
        let rest = &line[name + 1..];
        // A quote that is never closed does not hide the value.
        let colon = unquoted(rest, b':').or_else(|| rest.find(':'))?;
        Some(Property { parameters: &rest[..colon], value: &rest[colon + 1..] })
    }

    /// Takes a content line apart at its last colon: for exporters that do not quote `TZID=(UTC+01:00) ...`.
    pub(crate) fn parse_at_last_colon(line: &'t str) -> Option<Property<'t>> {
        let (head, value) = line.rsplit_once(':')?;
        Some(Property { parameters: head.get(name_length(head)? + 1..)?, value })
    }

    /// The first value of a parameter, without its quotes.
    pub(crate) fn parameter(&self, name: &str) -> Option<&'t str> {
        let mut rest = self.parameters;
        while !rest.is_empty() {
            let end = unquoted(rest, b';').unwrap_or(rest.len());
            let (parameter, after) = (&rest[..end], rest.get(end + 1..).unwrap_or(""));
            if let Some((key, value)) = parameter.split_once('=')
                && key.trim().eq_ignore_ascii_case(name)
            {
                return Some(unquote(value));
            }
            rest = after;
        }
        None
    }
}

fn unquote(value: &str) -> &str {
    let value = value.trim();
    match value.strip_prefix('"') {
        Some(inner) => inner.split('"').next().unwrap_or(inner),
        None => value,
    }
}

/// The first place of a byte outside double quotes.
fn unquoted(text: &str, wanted: u8) -> Option<usize> {
    let mut quoted = false;
    text.bytes().position(|byte| {
        quoted ^= byte == b'"';
        byte == wanted && !quoted
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_hide_colons_and_semicolons() {
        let line = r#"DTSTART;X=1;TZID="(UTC+01:00) a; b":20260101T000000"#;
        let property = Property::parse(line).unwrap();
        assert_eq!(property.parameter("tzid"), Some("(UTC+01:00) a; b"));
        assert_eq!(property.parameter("X"), Some("1"));
        assert_eq!(property.parameter("Y"), None);
        assert_eq!(property.value, "20260101T000000");
    }

    #[test]
    fn an_open_quote_does_not_hide_the_value() {
        assert_eq!(Property::parse("A;B=\"c:d").map(|property| property.value), Some("d"));
        assert!(Property::parse("A;B").is_none());
        assert!(Property::parse("A").is_none());
    }
}
