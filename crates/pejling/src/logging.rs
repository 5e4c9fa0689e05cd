//! The log: ids, routes, numbers and times; never a name, an address, a title, a query or a secret.

use std::hash::{BuildHasher, RandomState};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use tracing::Instrument;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

use crate::metrics::Metrics;
use crate::settings::Log;

/// Whose words are written. Libraries are left out: they write what passes through them.
const OURS: [&str; 9] = ["pejling", "web", "scim", "actions", "store", "mail", "jobs", "fetch", "access"];

/// Carries the id of a request to whoever asked, so that they can name it.
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Begins to log, on standard error.
pub(crate) fn start(log: Log) {
    let ours = Targets::new().with_targets(OURS.map(|ours| (ours, log.level)));
    let to = tracing_subscriber::registry().with(ours);
    let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr);
    // A second start in one process would only lose to the first.
    let _ = if log.json {
        to.with(lines.json().flatten_event(true)).try_init()
    } else {
        to.with(lines.with_ansi(false)).try_init()
    };
    quiet_panics();
}

/// A panic says where, not what: its message may quote what it choked on.
fn quiet_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let at = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(at, "a panic");
    }));
}

/// Ids of requests: counted, and hashed with a secret of this process, so that nobody tells from two how many came between them.
#[derive(Clone, Default)]
pub(crate) struct Ids(Arc<(RandomState, AtomicU64)>);

impl Ids {
    fn next(&self) -> String {
        let (secret, counted) = &*self.0;
        format!("{:016x}", secret.hash_one(counted.fetch_add(1, Ordering::Relaxed)))
    }
}

/// Gives each request an id and writes one line when it is answered: the route as a template, not as it was asked for.
pub(crate) async fn requests(
    State((ids, metrics)): State<(Ids, Option<Metrics>)>,
    request: Request,
    next: Next,
) -> Response {
    let id = ids.next();
    let route = request.extensions().get::<MatchedPath>().map_or("(none)", MatchedPath::as_str).to_owned();
    let method = request.method().clone();
    let method = method.as_str();
    let span = tracing::info_span!("request", id);
    let begun = Instant::now();
    let mut response = next.run(request).instrument(span.clone()).await;
    let (status, took) = (response.status().as_u16(), begun.elapsed());
    let ms = took.as_secs_f64() * 1_000.0;
    if let Some(metrics) = metrics {
        metrics.answered(method, &route, status, took);
    }
    span.in_scope(|| {
        if route == "/health" || route.starts_with("/assets/") {
            tracing::debug!(method, route, status, ms, "answered");
        } else {
            tracing::info!(method, route, status, ms, "answered");
        }
    });
    if let Ok(id) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(REQUEST_ID, id);
    }
    response
}
