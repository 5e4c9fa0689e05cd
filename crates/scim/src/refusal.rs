//! Why something is not done, as RFC 7644, 3.12, says it. Values are never quoted: they are about people.

use actions::Fault;
use actions::scim::ScimRefused;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use crate::answer::json_of;
use crate::filter::Wrong;

pub(crate) const ERROR_URI: &str = "urn:ietf:params:scim:api:messages:2.0:Error";

/// Why something is not done.
#[derive(Debug)]
pub(crate) struct Refusal {
    status: StatusCode,
    /// One of the words of RFC 7644, table 9.
    sort: Option<&'static str>,
    detail: String,
    /// So many seconds until it is worth trying again.
    again_after: Option<u32>,
}

impl Refusal {
    pub(crate) fn of(status: StatusCode, detail: impl Into<String>) -> Refusal {
        Refusal { status, sort: None, detail: detail.into(), again_after: None }
    }

    fn bad(sort: &'static str, detail: impl Into<String>) -> Refusal {
        Refusal { sort: Some(sort), ..Refusal::of(StatusCode::BAD_REQUEST, detail) }
    }

    pub(crate) fn syntax(detail: impl Into<String>) -> Refusal {
        Refusal::bad("invalidSyntax", detail)
    }

    pub(crate) fn filter(detail: impl Into<String>) -> Refusal {
        Refusal::bad("invalidFilter", detail)
    }

    pub(crate) fn path(wrong: &Wrong) -> Refusal {
        Refusal::bad("invalidPath", format!("the path cannot be read: {wrong}"))
    }

    pub(crate) fn value(attribute: &str, wanted: &str) -> Refusal {
        Refusal::bad("invalidValue", format!("{attribute}: {wanted}"))
    }

    pub(crate) fn no_target(detail: impl Into<String>) -> Refusal {
        Refusal::bad("noTarget", detail)
    }

    pub(crate) fn mutability(attribute: &str) -> Refusal {
        Refusal::bad("mutability", format!("{attribute} cannot be changed or removed"))
    }

    pub(crate) fn not_found() -> Refusal {
        Refusal::of(StatusCode::NOT_FOUND, "there is no such resource")
    }

    /// Found in the log by the id that every answer carries (`x-request-id`).
    fn fault(fault: &Fault) -> Refusal {
        if fault.unavailable() {
            tracing::warn!(%fault, "a directory is not answered");
            let detail = "the database does not answer; try again in a while";
            return Refusal { again_after: Some(10), ..Refusal::of(StatusCode::SERVICE_UNAVAILABLE, detail) };
        }
        tracing::error!(%fault, "a request of a directory failed");
        Refusal::of(StatusCode::INTERNAL_SERVER_ERROR, "it failed; the log says why")
    }

    fn json(&self) -> Value {
        let mut body = json!({
            "schemas": [ERROR_URI],
            "status": self.status.as_str(),
            "detail": self.detail,
        });
        if let Some(sort) = self.sort {
            body["scimType"] = json!(sort);
        }
        body
    }
}

impl From<ScimRefused> for Refusal {
    fn from(refused: ScimRefused) -> Refusal {
        let detail = refused.to_string();
        let unique =
            |detail| Refusal { sort: Some("uniqueness"), ..Refusal::of(StatusCode::CONFLICT, detail) };
        match refused {
            ScimRefused::NoToken => Refusal::of(StatusCode::UNAUTHORIZED, detail),
            ScimRefused::TooMany => {
                let again_after = Some(15 * 60);
                Refusal { again_after, ..Refusal::of(StatusCode::TOO_MANY_REQUESTS, detail) }
            }
            ScimRefused::NotFound => Refusal::not_found(),
            ScimRefused::Version => Refusal::of(StatusCode::PRECONDITION_FAILED, detail),
            ScimRefused::Taken(_) | ScimRefused::TwoPeople => unique(detail),
            ScimRefused::IdentityNumber(_)
            | ScimRefused::Length(_)
            | ScimRefused::NoSuchMember
            | ScimRefused::Full => Refusal::bad("invalidValue", detail),
            // Two at once: one of them came first.
            ScimRefused::Fault(fault) if fault.already_there() => unique("another came first".to_owned()),
            ScimRefused::Fault(fault) => Refusal::fault(&fault),
        }
    }
}

impl From<Fault> for Refusal {
    fn from(fault: Fault) -> Refusal {
        ScimRefused::from(fault).into()
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut response = json_of(self.status, &self.json());
        let headers = response.headers_mut();
        if self.status == StatusCode::UNAUTHORIZED {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        if let Some(seconds) = self.again_after {
            headers.insert(header::RETRY_AFTER, seconds.into());
        }
        response
    }
}
