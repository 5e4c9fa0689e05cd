//! SCIM 2.0 (RFC 7643, RFC 7644): how a directory such as Entra ID or Okta says who may sign in. The only crate that knows its JSON.
//!
//! No cookie is read or set and no session looked for: a directory shows a token with each request. Nothing that it sends is logged, and no
//! refusal quotes it.

mod answer;
mod discovery;
mod door;
mod everything;
mod filter;
mod groups;
mod list;
mod matching;
mod patch;
mod path;
mod refusal;
mod schema;
mod shape;
mod users;

use std::sync::Arc;
use std::time::Duration;

use actions::Desk;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::IntoResponse;
use axum::routing::{any, get, post};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::timeout::TimeoutLayer;

use crate::refusal::Refusal;
use crate::schema::{GROUP, USER};

/// Where a directory finds us, below the address of the installation.
pub const PATH: &str = "/scim/v2";

/// The largest request that is read: everybody of a large municipality in one group.
const LARGEST: usize = 4_000_000;
/// The longest a request may take.
const LONGEST: Duration = Duration::from_secs(60);

/// What every request is answered from. Cheap to clone.
#[derive(Clone)]
struct Server(Arc<Inner>);

struct Inner {
    desk: Desk,
    network: Box<dyn Fn(&Parts) -> String + Send + Sync>,
}

impl Server {
    fn desk(&self) -> &Desk {
        &self.0.desk
    }

    fn address(&self) -> String {
        self.desk().address_of(PATH)
    }
}

/// All of SCIM as one service, under [`PATH`]. `network` tells which network a request comes from, as tries are counted.
pub fn router(desk: Desk, network: impl Fn(&Parts) -> String + Send + Sync + 'static) -> Router {
    let server = Server(Arc::new(Inner { desk, network: Box::new(network) }));
    let not_here = || async { Refusal::not_found() };
    let not_offered = || async { Refusal::of(StatusCode::NOT_IMPLEMENTED, "it is not offered here") };
    let routes = Router::new()
        .route("/ServiceProviderConfig", get(discovery::config))
        .route("/ResourceTypes", get(discovery::sorts))
        .route("/ResourceTypes/{name}", get(discovery::sort))
        .route("/Schemas", get(discovery::schemas))
        .route("/Schemas/{uri}", get(discovery::schema))
        .nest(USER.endpoint, users::routes())
        .nest(GROUP.endpoint, groups::routes())
        .route("/.search", post(everything::search))
        .route("/Bulk", any(not_offered))
        .route("/Me", any(not_offered))
        .fallback(not_here)
        .method_not_allowed_fallback(|| async {
            Refusal::of(StatusCode::METHOD_NOT_ALLOWED, "this cannot be done here")
        })
        .with_state(server.clone());
    let guarded = routes
        .layer(DefaultBodyLimit::max(LARGEST))
        .layer(from_fn_with_state(server, door::guard))
        .layer(TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, LONGEST))
        .layer(CatchPanicLayer::custom(|_| answer::panicked()))
        .layer(from_fn(carry));
    Router::new().nest(PATH, guarded)
}

/// What every answer carries. They are about people: nobody on the way may keep them.
async fn carry(request: axum::extract::Request, next: axum::middleware::Next) -> axum::response::Response {
    let mut response = next.run(request).await;
    // What is refused before anything of ours has looked at it, such as a body that is too large.
    let status = response.status();
    if status.is_client_error()
        && response.headers().get(header::CONTENT_TYPE).is_none_or(|it| it != answer::MEDIA_TYPE)
    {
        let detail = status.canonical_reason().unwrap_or("it cannot be read");
        response = Refusal::of(status, detail).into_response();
    }
    for (name, value) in [
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (HeaderName::from_static("content-security-policy"), "default-src 'none'; frame-ancestors 'none'"),
        (header::REFERRER_POLICY, "no-referrer"),
    ] {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}
