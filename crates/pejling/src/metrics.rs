//! Figures for whoever watches the program, in the text format of Prometheus, and whether it is ready: at an address of their own, never
//! among the pages. Routes are templates; nothing tells of a person.

use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::time::Duration;

use actions::Desk;
use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use jobs::Stop;
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::{Family, MetricConstructor};
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};
use tokio::net::TcpListener;

/// Seconds: from a page out of memory to one that somebody gives up on.
const BUCKETS: [f64; 9] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5, 2.0, 10.0];
/// Work that has been due for so long is late: something is wrong, or a node is gone.
const LATE: jiff::SignedDuration = jiff::SignedDuration::from_mins(15);

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Answered {
    method: String,
    route: String,
    status: u16,
}

#[derive(Clone)]
struct Buckets;

impl MetricConstructor<Histogram> for Buckets {
    fn new_metric(&self) -> Histogram {
        Histogram::new(BUCKETS)
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Route {
    route: String,
}

/// What is counted. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Metrics(Arc<Counted>);

struct Counted {
    registry: Registry,
    requests: Family<Answered, Counter>,
    seconds: Family<Route, Histogram, Buckets>,
    letters: Gauge,
    late: Gauge,
    up: Gauge<f64, AtomicU64>,
}

impl Metrics {
    pub(crate) fn new() -> Metrics {
        let mut registry = Registry::with_prefix("pejling");
        let (requests, seconds) = (Family::default(), Family::new_with_constructor(Buckets));
        let (letters, late, up) = (Gauge::default(), Gauge::default(), Gauge::default());
        registry.register("requests", "Requests answered, by route", requests.clone());
        registry.register_with_unit(
            "answered",
            "Time until the answer began",
            Unit::Seconds,
            seconds.clone(),
        );
        registry.register("letters_waiting", "Letters that wait to be sent", letters.clone());
        registry.register("jobs_late", "Jobs due for a quarter of an hour and not done", late.clone());
        registry.register("database_up", "1 when the database answered just now", up.clone());
        Metrics(Arc::new(Counted { registry, requests, seconds, letters, late, up }))
    }

    /// Counts an answer.
    pub(crate) fn answered(&self, method: &str, route: &str, status: u16, took: Duration) {
        let (method, route) = (method.to_owned(), route.to_owned());
        self.0.seconds.get_or_create(&Route { route: route.clone() }).observe(took.as_secs_f64());
        self.0.requests.get_or_create(&Answered { method, route, status }).inc();
    }

    /// Everything as text, with what waits looked up now.
    async fn text(&self, desk: &Desk) -> Result<String, std::fmt::Error> {
        let waits = desk
            .read(|tx| {
                let before = tx.now() - LATE;
                Ok::<_, actions::Fault>((
                    actions::letters::waiting(tx)?,
                    actions::clockwork::late(tx, before)?,
                ))
            })
            .await;
        self.0.up.set(if waits.is_ok() { 1.0 } else { 0.0 });
        if let Ok((letters, late)) = waits {
            self.0.letters.set(letters.into());
            self.0.late.set(late.into());
        }
        let mut text = String::new();
        encode(&mut text, &self.0.registry)?;
        Ok(text)
    }
}

#[derive(Clone)]
struct Watched {
    metrics: Metrics,
    desk: Desk,
    stop: Stop,
}

/// Answers `/metrics` and `/ready` until it is told to stop and everything else has.
pub(crate) async fn serve(listener: TcpListener, metrics: Metrics, desk: Desk, stop: Stop) {
    let routes = Router::new().route("/metrics", get(text)).route("/ready", get(ready));
    let routes = routes.with_state(Watched { metrics, desk, stop });
    if let Err(error) = axum::serve(listener, routes).await {
        tracing::error!(%error, "figures are served no more");
    }
}

async fn text(State(watched): State<Watched>) -> Response {
    const FORMAT: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    match watched.metrics.text(&watched.desk).await {
        Ok(text) => ([(header::CONTENT_TYPE, FORMAT)], text).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// Whether requests should be sent here: not once it was told to stop, and not while the database is away.
async fn ready(State(watched): State<Watched>) -> (StatusCode, &'static str) {
    if *watched.stop.borrow() {
        return (StatusCode::SERVICE_UNAVAILABLE, "stopping\n");
    }
    match actions::access::host(&watched.desk).await {
        Ok(_) => (StatusCode::OK, "ready\n"),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n"),
    }
}
