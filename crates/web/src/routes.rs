//! Every route, by noun. Each is guarded by its row in `access::POLICY`: a route without one does not start.

use std::time::Duration;

use access::{Method, Policy, Right, policy_for};
use actions::Fault;
use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::handler::Handler;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get, post, put};
use tower::ServiceBuilder;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{NotForContentType, Predicate, SizeAbove};
use tower_http::csrf::CsrfLayer;
use tower_http::timeout::TimeoutLayer;

use crate::guard::{Post, guard, in_words};
use crate::{Site, Trouble};

/// The largest form that is read; calendars have a limit of their own.
const FORM_BYTES: usize = 64 * 1024;
/// The longest a request may take.
const LONGEST: Duration = Duration::from_secs(60);
/// Nothing from elsewhere, nothing inline, nowhere else to send a form. `data:` is for the signs inside the style sheet.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; \
    font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Routes as they are gathered.
pub(crate) struct Routes {
    site: Site,
    router: Router<Site>,
}

impl Routes {
    fn on<H, T>(mut self, method: Method, path: &'static str, handler: H) -> Routes
    where
        H: Handler<T, Site>,
        T: 'static,
    {
        let Some(policy) = policy_for(method, path) else {
            panic!("{method:?} {path} has no row in access::POLICY");
        };
        let guarded = from_fn_with_state(Post { site: self.site.clone(), policy }, guard);
        let route = match method {
            Method::Get => get(handler),
            Method::Post => post(handler),
            Method::Put => put(handler),
        };
        self.router = self.router.route(path, route.layer(guarded));
        self
    }

    /// A page to look at.
    pub(crate) fn get<H: Handler<T, Site>, T: 'static>(self, path: &'static str, handler: H) -> Routes {
        self.on(Method::Get, path, handler)
    }

    /// Something to do.
    pub(crate) fn post<H: Handler<T, Site>, T: 'static>(self, path: &'static str, handler: H) -> Routes {
        self.on(Method::Post, path, handler)
    }
}

/// The whole product as one service.
pub fn router(site: Site) -> Router {
    let routes = Routes { site: site.clone(), router: Router::new() };
    let routes = [
        crate::today::routes,
        crate::access::routes,
        crate::account::routes,
        crate::passkeys::routes,
        crate::people::routes,
        crate::accessibility::routes,
        crate::week::routes,
        crate::steps::routes,
        crate::drops::routes,
        crate::check_in::routes,
        crate::feed::routes,
        crate::conditions::routes,
        crate::hours::routes,
        crate::records::routes,
        crate::results::routes,
        crate::rounds::routes,
        crate::staff_lists::routes,
        crate::by_hand::routes,
        crate::demo::routes,
        crate::installation::routes,
        crate::scim::routes,
        crate::log::routes,
        crate::roles::routes,
    ]
    .into_iter()
    .fold(routes, |routes, more| more(routes));
    let nowhere = from_fn_with_state(Post { site: site.clone(), policy: &NOWHERE }, guard);
    // Assets and health are asked for without a session: no look into the database.
    let open = Router::new()
        .route("/assets/{*file}", get(crate::assets::file))
        .route("/health", get(crate::installation::health));
    let absent: Router<Site> = Router::new().fallback(any(|| async { Trouble::NotFound }).layer(nowhere));
    let compression = CompressionLayer::new().compress_when(
        SizeAbove::new(860).and(NotForContentType::const_new("font/")).and(NotForContentType::IMAGES),
    );
    // As stacks, outermost first: the router boxes what it is given once for each of its own layers, and copies all boxes
    // at each of them.
    let guarding = ServiceBuilder::new()
        .layer(from_fn_with_state(site.clone(), in_words))
        .layer(CatchPanicLayer::custom(|_| Trouble::Fault(Fault::Panicked).into_response()))
        .layer(TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, LONGEST))
        .layer(from_elsewhere(&site))
        .layer(DefaultBodyLimit::max(FORM_BYTES));
    let leaving = ServiceBuilder::new().layer(from_fn_with_state(site.secure(), carry)).layer(compression);
    let ballots = crate::ballots::router().layer(from_elsewhere(&site));
    routes.router.merge(absent).layer(guarding).merge(open).merge(ballots).with_state(site).layer(leaving)
}

/// Whoever comes where there is nothing is told so.
static NOWHERE: Policy = Policy { method: Method::Get, path: "", right: Right::Anyone, proven: false };

/// What every answer carries, unless it says otherwise itself. Pages are about people: nobody on the way may keep them.
static CARRIED: [(HeaderName, HeaderValue); 7] = [
    (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(CONTENT_SECURITY_POLICY)),
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (header::REFERRER_POLICY, HeaderValue::from_static("same-origin")),
    (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
    (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
    (
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static("camera=(), geolocation=(), microphone=(), browsing-topics=()"),
    ),
    (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
];

/// Writes [`CARRIED`]. On https, browsers are told to stay there.
async fn carry(State(secure): State<bool>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.reserve(CARRIED.len() + 1);
    let stay = HeaderValue::from_static(if secure { "max-age=63072000" } else { "max-age=0" });
    headers.entry(header::STRICT_TRANSPORT_SECURITY).or_insert(stay);
    for (name, value) in &CARRIED {
        headers.entry(name).or_insert_with(|| value.clone());
    }
    response
}

/// Refuses forms that another site's page sends. A proxy may hide the host that people see, so our own address is known.
fn from_elsewhere(site: &Site) -> CsrfLayer {
    CsrfLayer::new().add_trusted_origin(site.desk().address()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use actions::{Clock, Desk, Keys, LetterPolicy};
    use people::{Language, Organisation, OrganisationId};

    use super::*;
    use crate::WebSettings;

    fn routes() -> Routes {
        let store = store::testing::Fresh::sqlite().store;
        let desk = Desk::new(store, Clock::System, Keys::from_bytes([0; 32]), LetterPolicy::Keep, "http://x");
        let (name, zone) = (String::new(), "UTC".to_owned());
        let host = Organisation { id: OrganisationId(1), name, language: Language::Sv, zone, demo: false };
        let fetcher = fetch::Fetcher::new(fetch::Settings::default()).unwrap();
        let doors = crate::Doors::default();
        let settings = WebSettings { proxies: Vec::new(), fetcher, doors, post: false };
        Routes { site: Site::new(desk, host, settings), router: Router::new() }
    }

    async fn page() -> &'static str {
        ""
    }

    #[test]
    #[should_panic(expected = "Get /no-such-row has no row in access::POLICY")]
    fn a_route_without_a_row_does_not_start() {
        let _ = routes().get("/no-such-row", page);
    }

    #[test]
    #[should_panic(expected = "Post /privacy has no row in access::POLICY")]
    fn a_row_for_looking_is_none_for_doing() {
        let _ = routes().get("/privacy", page).post("/privacy", page);
    }
}
