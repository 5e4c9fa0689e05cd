//! Several resources, a page at a time (RFC 7644, 3.4.2).

use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Map, Value, json};

use crate::answer::{Answer, json_of};
use crate::filter::Filter;
use crate::path::{LONGEST, Named};
use crate::refusal::Refusal;
use crate::shape::Wanted;

const LIST_URI: &str = "urn:ietf:params:scim:api:messages:2.0:ListResponse";
/// The most resources in one answer.
pub(crate) const MOST: u32 = 200;
/// As many, when nobody says how many.
const USUAL: u32 = 100;
/// The most attributes that are named in one request.
const NAMED: usize = 100;

/// What is asked for.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Asked {
    pub(crate) filter: Option<Filter>,
    /// The first of them, counted from 1.
    pub(crate) start: u32,
    pub(crate) count: u32,
    pub(crate) wanted: Wanted,
}

impl Asked {
    /// As a query says it.
    pub(crate) fn in_query(query: Option<&str>) -> Result<Asked, Refusal> {
        let mut given = Map::new();
        for pair in query.unwrap_or_default().split('&') {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let value = unescaped(value).ok_or_else(|| Refusal::syntax("the query cannot be read"))?;
            let value = match name {
                "attributes" | "excludedAttributes" => value.split(',').map(str::trim).collect(),
                "startIndex" | "count" => match value.parse::<i64>() {
                    Ok(number) => number.into(),
                    Err(_) => return Err(Refusal::value(name, "a number is expected")),
                },
                _ => value.into(),
            };
            given.insert(name.to_owned(), value);
        }
        Asked::of(given)
    }

    /// As the body of a search says it.
    pub(crate) fn in_body(body: Map<String, Value>) -> Result<Asked, Refusal> {
        Asked::of(body)
    }

    fn of(given: Map<String, Value>) -> Result<Asked, Refusal> {
        let number = |name: &str, usual: u32| match given.get(name) {
            None | Some(Value::Null) => Ok::<u32, Refusal>(usual),
            Some(value) => {
                let number = value.as_i64().ok_or_else(|| Refusal::value(name, "a number is expected"))?;
                Ok(u32::try_from(number.clamp(0, i64::from(u32::MAX / 2))).unwrap_or(0))
            }
        };
        let filter = match given.get("filter") {
            None | Some(Value::Null) => None,
            Some(Value::String(text)) if text.trim().is_empty() => None,
            Some(Value::String(text)) => Some(
                Filter::read(text.trim())
                    .map_err(|wrong| Refusal::filter(format!("the filter cannot be read: {wrong}")))?,
            ),
            Some(_) => return Err(Refusal::filter("a text is expected")),
        };
        let wanted = match (names(&given, "attributes")?, names(&given, "excludedAttributes")?) {
            (None, None) => Wanted::All,
            (Some(only), None) => Wanted::Only(only),
            (None, Some(but)) => Wanted::AllBut(but),
            (Some(_), Some(_)) => {
                return Err(Refusal::value("attributes", "it does not go together with excludedAttributes"));
            }
        };
        let (start, count) = (number("startIndex", 1)?.max(1), number("count", USUAL)?.min(MOST));
        Ok(Asked { filter, start, count, wanted })
    }

    /// How many of them are not shown, since they come before.
    pub(crate) fn skipped(&self) -> usize {
        self.start as usize - 1
    }
}

fn names(given: &Map<String, Value>, name: &str) -> Result<Option<Vec<Named>>, Refusal> {
    let texts: Vec<&str> = match given.get(name) {
        None | Some(Value::Null) => return Ok(None),
        Some(Value::Array(texts)) => texts.iter().filter_map(Value::as_str).collect(),
        Some(_) => return Err(Refusal::value(name, "a list of names is expected")),
    };
    let texts: Vec<_> = texts.into_iter().filter(|text| !text.is_empty()).collect();
    if texts.len() > NAMED {
        return Err(Refusal::value(name, "there are too many"));
    }
    let read = |text: &&str| Named::read(text).map_err(|wrong| Refusal::value(name, &wrong.to_string()));
    let names = texts.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    Ok((!names.is_empty()).then_some(names))
}

/// `%20` and `+` are blanks; what is not UTF-8 is nothing.
fn unescaped(text: &str) -> Option<String> {
    // Three characters for each byte at most.
    if text.len() > 3 * LONGEST {
        return None;
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
                let (high, low) = (digit(rest.next())?, digit(rest.next())?);
                u8::try_from(high * 16 + low).ok()?
            }
            byte => byte,
        });
    }
    String::from_utf8(bytes).ok()
}

/// A page of them.
pub(crate) struct Listed {
    /// How many there are in all.
    pub(crate) total: u32,
    pub(crate) resources: Vec<Map<String, Value>>,
}

pub(crate) fn list(asked: &Asked, listed: Listed) -> Response {
    let Listed { total, resources } = listed;
    json_of(
        StatusCode::OK,
        &json!({
            "schemas": [LIST_URI],
            "totalResults": total,
            "startIndex": asked.start,
            "itemsPerPage": resources.len(),
            "Resources": resources,
        }),
    )
}

/// Those of whom a filter is true: all are counted, and a page of them is shown.
pub(crate) fn list_filtered<T>(
    asked: &Asked,
    all: &[T],
    holds: impl Fn(&T) -> Result<bool, Refusal>,
    mut shown: impl FnMut(&T) -> Map<String, Value>,
) -> Answer {
    let (mut total, mut resources) = (0_usize, Vec::new());
    for one in all {
        if holds(one)? {
            if total >= asked.skipped() && resources.len() < asked.count as usize {
                resources.push(shown(one));
            }
            total += 1;
        }
    }
    let total = u32::try_from(total).unwrap_or(u32::MAX);
    Ok(list(asked, Listed { total, resources }))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_query_says_what_is_asked_for() {
        let asked = Asked::in_query(Some(
            "filter=userName%20eq+%22k%C3%A5re%22&startIndex=3&count=1000&attributes=userName,name.givenName",
        ))
        .unwrap();
        assert_eq!(asked.filter.unwrap().to_string(), "userName eq \"kåre\"");
        assert_eq!((asked.start, asked.count), (3, MOST));
        assert!(matches!(asked.wanted, Wanted::Only(only) if only.len() == 2));
        let usual = Asked::in_query(None).unwrap();
        assert_eq!((usual.filter, usual.start, usual.count, usual.wanted), (None, 1, USUAL, Wanted::All));
        let low = Asked::in_query(Some("startIndex=-5&count=-1&filter=")).unwrap();
        assert_eq!((low.filter, low.start, low.count), (None, 1, 0), "RFC 7644, table 6");
        for wrong in
            ["filter=x", "count=many", "attributes=a&excludedAttributes=b", "filter=%zz", "attributes=1"]
        {
            assert!(Asked::in_query(Some(wrong)).is_err(), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn any_query_is_read_or_refused(query in "\\PC{0,100}|(filter|count|attributes)=[%a-f0-9+=&]{0,40}") {
            let _ = Asked::in_query(Some(&query));
        }
    }
}
