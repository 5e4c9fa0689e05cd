use actions::Fault;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use tower_http::csrf::ProtectionError;

/// Why there is no page. Expected trouble has a sentence; the unexpected is logged once, here, and shown as a number.
#[derive(Debug)]
pub enum Trouble {
    /// Nobody is signed in.
    SignInFirst,
    /// The policy table says no.
    NotAllowed,
    /// There is no such page, or it is not one's own: the two look the same.
    NotFound,
    /// The request makes no sense: a form that no page of ours sends.
    Garbled,
    /// Too many tries in a short while.
    TooMany,
    /// The machinery.
    Fault(Fault),
}

impl From<Fault> for Trouble {
    fn from(fault: Fault) -> Trouble {
        match fault {
            Fault::NotFound => Trouble::NotFound,
            fault => Trouble::Fault(fault),
        }
    }
}

impl From<actions::access::SignInRefused> for Trouble {
    fn from(refused: actions::access::SignInRefused) -> Trouble {
        match refused {
            actions::access::SignInRefused::TooMany => Trouble::TooMany,
            actions::access::SignInRefused::NotValid => Trouble::NotFound,
            actions::access::SignInRefused::Fault(fault) => fault.into(),
        }
    }
}

impl From<actions::drops::DropRefused> for Trouble {
    fn from(refused: actions::drops::DropRefused) -> Trouble {
        use actions::drops::DropRefused;
        match refused {
            DropRefused::Fault(fault) => fault.into(),
            DropRefused::Closed | DropRefused::TooMany | DropRefused::Estimate => Trouble::Garbled,
        }
    }
}

/// What a trouble is to the guard, which makes a page of it in the visitor's language.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Failed {
    pub(crate) status: StatusCode,
    /// The number to tell whoever looks in the log.
    pub(crate) number: Option<u64>,
    /// Another site's page sent the form.
    pub(crate) from_elsewhere: bool,
}

impl Failed {
    /// What `response` failed with, if there is no page about it yet: a trouble of ours, or a layer's refusal.
    pub(crate) fn of(response: &Response) -> Option<Failed> {
        let (status, extensions) = (response.status(), response.extensions());
        let page = response
            .headers()
            .get(header::CONTENT_TYPE)
            .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
        if page || !(status.is_client_error() || status.is_server_error()) {
            return None;
        }
        let from_elsewhere = extensions.get::<ProtectionError>().is_some();
        let number = extensions.get::<Number>().map(|number| number.0);
        Some(Failed { status, number, from_elsewhere })
    }
}

/// The number that a fault was logged under.
#[derive(Debug, Clone, Copy)]
struct Number(u64);

impl IntoResponse for Trouble {
    fn into_response(self) -> Response {
        let (status, number) = match self {
            Trouble::SignInFirst => (StatusCode::UNAUTHORIZED, None),
            Trouble::NotAllowed => (StatusCode::FORBIDDEN, None),
            Trouble::NotFound => (StatusCode::NOT_FOUND, None),
            Trouble::Garbled => (StatusCode::UNPROCESSABLE_ENTITY, None),
            Trouble::TooMany => (StatusCode::TOO_MANY_REQUESTS, None),
            Trouble::Fault(fault) => {
                let number = number();
                let away = fault.unavailable();
                tracing::error!(number, %fault, "a request failed");
                let status =
                    if away { StatusCode::SERVICE_UNAVAILABLE } else { StatusCode::INTERNAL_SERVER_ERROR };
                (status, Some(number))
            }
        };
        let mut response = status.into_response();
        if let Some(number) = number {
            response.extensions_mut().insert(Number(number));
        }
        response
    }
}

/// A number to find the line in the log by. It says nothing by itself.
pub(crate) fn number() -> u64 {
    use std::hash::{BuildHasher, RandomState};
    RandomState::new().hash_one(0) % 900_000 + 100_000
}
