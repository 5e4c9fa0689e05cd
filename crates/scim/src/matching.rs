//! Whether a filter is true of a resource (RFC 7644, 3.4.2.2). Of what is not kept here nothing is true.

use std::cmp::Ordering;

use jiff::Timestamp;
use serde_json::{Map, Value};

use crate::filter::{Comparison, Filter, Literal};
use crate::path::Named;
use crate::refusal::Refusal;
use crate::schema::{Attribute, Kind, Place, Sort, among};

/// What a filter looks at.
#[derive(Clone, Copy)]
pub(crate) enum Within<'r> {
    /// A resource.
    Resource(&'r Sort, &'r Map<String, Value>),
    /// One value of an attribute with these parts.
    Value(&'static [Attribute], &'r Value),
}

/// Whether `filter` is true of it.
///
/// # Errors
/// When two things are compared that cannot be.
pub(crate) fn holds(filter: &Filter, within: Within<'_>) -> Result<bool, Refusal> {
    Ok(match filter {
        Filter::And(one, other) => holds(one, within)? && holds(other, within)?,
        Filter::Or(one, other) => holds(one, within)? || holds(other, within)?,
        Filter::Not(filter) => !holds(filter, within)?,
        Filter::Present(named) => !found(named, within).1.is_empty(),
        Filter::Has(named, filter) => {
            let (Some(Kind::Parts(parts)), values) = found(named, within) else { return Ok(false) };
            for value in values {
                if holds(filter, Within::Value(parts, value))? {
                    return Ok(true);
                }
            }
            false
        }
        Filter::Compare(named, Comparison::NotEqual, literal) => {
            !is(named, Comparison::Equal, literal, within)?
        }
        Filter::Compare(named, how, literal) => is(named, *how, literal, within)?,
    })
}

fn is(named: &Named, how: Comparison, literal: &Literal, within: Within<'_>) -> Result<bool, Refusal> {
    let compared = compared(named, within);
    if *literal == Literal::Null {
        return Ok(how == Comparison::Equal && compared.is_none_or(|(_, values)| values.is_empty()));
    }
    let Some((attribute, values)) = compared else { return Ok(false) };
    for value in values {
        if compare(attribute, value, how, literal)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The values under a name, and of what kind they are.
fn found<'r>(named: &Named, within: Within<'r>) -> (Option<Kind>, Vec<&'r Value>) {
    match within {
        Within::Value(parts, value) => {
            let part = among(parts, &named.name).filter(|_| named.part.is_none());
            (part.map(|part| part.kind), part.and_then(|part| value.get(part.name)).into_iter().collect())
        }
        Within::Resource(sort, resource) => {
            let (attribute, value) = match sort.place(named) {
                None => return (None, Vec::new()),
                Some(Place::Extension(extension)) => (None, resource.get(extension.uri)),
                Some(Place::Own(attribute)) => (Some(attribute), resource.get(attribute.name)),
                Some(Place::Extended(extension, attribute)) => {
                    let parts = resource.get(extension.uri);
                    (Some(attribute), parts.and_then(|parts| parts.get(attribute.name)))
                }
            };
            let values: Vec<&Value> = match value {
                Some(Value::Array(values)) => values.iter().collect(),
                value => value.into_iter().collect(),
            };
            match (attribute, &named.part) {
                (Some(attribute), Some(part)) => {
                    let part = attribute.part(part);
                    let values = values.into_iter().filter_map(|value| value.get(part?.name));
                    (part.map(|part| part.kind), values.collect())
                }
                (attribute, _) => (attribute.map(|attribute| attribute.kind), values),
            }
        }
    }
}

/// What is compared: of an attribute with parts its `value`.
fn compared<'r>(named: &Named, within: Within<'r>) -> Option<(&'static Attribute, Vec<&'r Value>)> {
    let attribute = match within {
        Within::Value(parts, _) => among(parts, &named.name)?,
        Within::Resource(sort, _) => match sort.place(named)? {
            Place::Own(attribute) | Place::Extended(_, attribute) => attribute,
            Place::Extension(_) => return None,
        },
    };
    let (_, values) = found(named, within);
    match (attribute.kind, &named.part) {
        (Kind::Parts(_), Some(part)) => Some((attribute.part(part)?, values)),
        (Kind::Parts(_), None) => {
            let part = attribute.part("value")?;
            Some((part, values.into_iter().filter_map(|value| value.get(part.name)).collect()))
        }
        (_, None) => Some((attribute, values)),
        (_, Some(_)) => None,
    }
}

fn compare(
    attribute: &Attribute,
    value: &Value,
    how: Comparison,
    literal: &Literal,
) -> Result<bool, Refusal> {
    let cannot = || Refusal::filter(format!("{} cannot be compared so", attribute.name));
    match (attribute.kind, value, literal) {
        (Kind::Flag, Value::Bool(is), Literal::Flag(wanted)) if how == Comparison::Equal => Ok(is == wanted),
        (Kind::Flag, Value::Bool(is), Literal::Text(wanted)) if how == Comparison::Equal => {
            Ok(is.to_string().eq_ignore_ascii_case(wanted))
        }
        (Kind::Time, Value::String(is), Literal::Text(wanted)) => {
            let time = |text: &str| text.parse::<Timestamp>().map_err(|_| cannot());
            ordered(time(is)?.cmp(&time(wanted)?), how).ok_or_else(cannot)
        }
        (Kind::Text | Kind::Reference(_), Value::String(is), Literal::Text(wanted)) => {
            let alike = |text: &str| if attribute.exact { text.to_owned() } else { text.to_lowercase() };
            let (is, wanted) = (alike(is), alike(wanted));
            Ok(match how {
                Comparison::Contains => is.contains(&wanted),
                Comparison::BeginsWith => is.starts_with(&wanted),
                Comparison::EndsWith => is.ends_with(&wanted),
                how => ordered(is.cmp(&wanted), how).ok_or_else(cannot)?,
            })
        }
        _ => Err(cannot()),
    }
}

fn ordered(order: Ordering, how: Comparison) -> Option<bool> {
    match how {
        Comparison::Equal => Some(order.is_eq()),
        Comparison::NotEqual => Some(order.is_ne()),
        Comparison::Greater => Some(order.is_gt()),
        Comparison::GreaterOrEqual => Some(order.is_ge()),
        Comparison::Less => Some(order.is_lt()),
        Comparison::LessOrEqual => Some(order.is_le()),
        Comparison::Contains | Comparison::BeginsWith | Comparison::EndsWith => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::schema::USER;

    fn karin() -> Map<String, Value> {
        let Value::Object(karin) = json!({
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
            "id": "17",
            "externalId": "aB",
            "userName": "Karin@kommun.example",
            "name": { "givenName": "Karin", "familyName": "Åkesson" },
            "emails": [{ "value": "karin.akesson@kommun.example", "type": "work", "primary": true }],
            "active": true,
            "meta": { "lastModified": "2026-11-22T08:00:00Z" },
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": { "employeeNumber": "4711" },
        }) else {
            unreachable!()
        };
        karin
    }

    fn of_karin(filter: &str) -> Result<bool, Refusal> {
        holds(&Filter::read(filter).unwrap(), Within::Resource(&USER, &karin()))
    }

    #[test]
    fn what_is_true_of_a_resource_is_found() {
        for (filter, is) in [
            (r#"userName eq "karin@KOMMUN.example""#, true),
            (r#"userName eq "karin""#, false),
            (r#"userName ne "karin""#, true),
            (r#"externalId eq "aB""#, true),
            (r#"externalId eq "ab""#, false),
            (r#"name.familyName sw "åk""#, true),
            (r#"name.familyName gt "Z""#, true),
            ("name pr", true),
            ("displayName pr", false),
            ("displayName eq null", true),
            (r#"nickName eq "x""#, false),
            ("nickName pr", false),
            (r#"emails co "akesson""#, true),
            (r#"emails[type eq "work" and value ew "kommun.example"]"#, true),
            (r#"emails[type eq "home"]"#, false),
            ("emails[primary eq true]", true),
            ("emails.primary eq \"True\"", true),
            ("active eq true", true),
            ("active eq \"False\"", false),
            (r#"meta.lastModified gt "2026-11-22T07:59:59Z""#, true),
            (r#"meta.lastModified lt "2026-11-22T09:00:00+01:00""#, false),
            (r#"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber eq "4711""#, true),
            ("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User pr", true),
            (r#"urn:ietf:params:scim:schemas:core:2.0:User:userName sw "kar""#, true),
            (r#"schemas eq "urn:ietf:params:scim:schemas:core:2.0:User""#, true),
            (r#"not (active eq true) or id eq "17""#, true),
            (r#"active eq false and id eq "17""#, false),
        ] {
            assert_eq!(of_karin(filter).unwrap(), is, "{filter}");
        }
    }

    #[test]
    fn what_cannot_be_compared_is_refused() {
        for filter in
            ["active gt true", r#"active co "t""#, "userName eq 5", r#"meta.lastModified gt "yesterday""#]
        {
            assert!(of_karin(filter).is_err(), "{filter}");
        }
    }
}
