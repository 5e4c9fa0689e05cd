//! Who comes: a directory with a token (RFC 6750), or nobody.

use access::Secret;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::Server;
use crate::refusal::Refusal;

/// Lets in whoever shows a token that is valid.
pub(crate) async fn guard(State(server): State<Server>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let network = (server.0.network)(&parts);
    match actions::scim::recognise(server.desk(), &network, shown(&parts.headers)).await {
        Ok(directory) => {
            parts.extensions.insert(directory);
            next.run(Request::from_parts(parts, body)).await
        }
        Err(refused) => Refusal::from(refused).into_response(),
    }
}

/// The token that a request shows.
fn shown(headers: &HeaderMap) -> Option<Secret> {
    let (scheme, token) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    if scheme.eq_ignore_ascii_case("bearer") { Secret::read(token.trim()) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_shown_as_bearers_do() {
        let token = Secret::from_random([7; 32]).text();
        let shows = |line: &str| {
            let headers = HeaderMap::from_iter([(header::AUTHORIZATION, line.parse().unwrap())]);
            shown(&headers).is_some()
        };
        assert!(shows(&format!("Bearer {token}")) && shows(&format!("bearer {token}")));
        for no in [token.as_str(), "Bearer", "Bearer x", &format!("Basic {token}"), ""] {
            assert!(!shows(no), "{no}");
        }
        assert!(shown(&HeaderMap::new()).is_none());
    }
}
