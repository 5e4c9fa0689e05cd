//! What goes back: JSON of SCIM's own media type, with the version of what is in it.

use actions::Fault;
use axum::body::Bytes;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value};

use crate::refusal::Refusal;

/// The media type of RFC 7644, 3.1.
pub(crate) const MEDIA_TYPE: &str = "application/scim+json";

pub(crate) type Answer = Result<Response, Refusal>;

/// A body of JSON.
pub(crate) fn json_of(status: StatusCode, body: &Value) -> Response {
    let media_type = [(header::CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE))];
    (status, media_type, body.to_string()).into_response()
}

/// A resource, with where it is and which version.
pub(crate) fn resource_of(
    status: StatusCode,
    version: i64,
    location: &str,
    body: Map<String, Value>,
) -> Response {
    let mut response = json_of(status, &Value::Object(body));
    set(&mut response, header::ETAG, &tag_of(version));
    if status == StatusCode::CREATED {
        set(&mut response, header::LOCATION, location);
    }
    response
}

fn set(response: &mut Response, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
}

/// Weak: two answers of one version may leave out different attributes.
pub(crate) fn tag_of(version: i64) -> String {
    format!("W/\"{version}\"")
}

/// The versions that a header names; `None` where it is not there, or any will do.
pub(crate) fn versions(headers: &HeaderMap, name: HeaderName) -> Option<Vec<i64>> {
    let lines = headers.get_all(name);
    let tags: Vec<&str> =
        lines.iter().filter_map(|line| line.to_str().ok()).flat_map(|line| line.split(',')).collect();
    if tags.is_empty() || tags.iter().any(|tag| tag.trim() == "*") {
        return None;
    }
    let version = |tag: &&str| {
        let tag = tag.trim();
        // No version of ours looks otherwise: it is an old one, or of something else.
        tag.strip_prefix("W/").unwrap_or(tag).trim_matches('"').parse().unwrap_or(0)
    };
    Some(tags.iter().map(version).collect())
}

/// The JSON object that was sent.
pub(crate) fn object(headers: &HeaderMap, body: &Bytes) -> Result<Map<String, Value>, Refusal> {
    let media_type =
        headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or(MEDIA_TYPE);
    let media_type = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    if ![MEDIA_TYPE, "application/json"].contains(&media_type.as_str()) {
        return Err(Refusal::of(StatusCode::UNSUPPORTED_MEDIA_TYPE, "application/scim+json is read"));
    }
    match serde_json::from_slice(body) {
        Ok(Value::Object(object)) => Ok(object),
        _ => Err(Refusal::syntax("the body is not a JSON object")),
    }
}

/// A panic, said as any other fault.
pub(crate) fn panicked() -> Response {
    Refusal::from(Fault::Panicked).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_as_they_are_written() {
        let named = |lines: &[&str]| {
            let mut headers = HeaderMap::new();
            for line in lines {
                headers.append(header::IF_MATCH, line.parse().unwrap());
            }
            versions(&headers, header::IF_MATCH)
        };
        assert_eq!(named(&[]), None);
        assert_eq!(named(&["*"]), None);
        assert_eq!(named(&[&tag_of(7)]), Some(vec![7]));
        assert_eq!(named(&["\"7\", W/\"8\"", "W/\"9\""]), Some(vec![7, 8, 9]));
        assert_eq!(named(&["W/\"e180ee84f0671b1\""]), Some(vec![0]), "no version of ours");
    }
}
