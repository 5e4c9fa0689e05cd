//! The polling station's routes, and what the ballot page's script speaks with: JSON under `/b/`. No cookie is read or set here, no session looked for, and nothing of
//! an address but its route is logged.

use std::future::Future;
use std::time::Duration;

use access::{Method, Secret, policy_for};
use actions::ballots::{Asked, Cast, Mine, MyGroup, Phase, Refused, RoundKey};
use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, FromRequestParts, MatchedPath, Path, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post, put};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use people::Language;
use pulse::{ManifestLine, Place, Question, RoundId, Scale};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use tokio::time::{Instant, sleep_until};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::timeout::TimeoutLayer;

use crate::Site;
use crate::trouble::number;

/// The bytes of a ballot that is handed in: all of them, however much is in it. A page fills up with blanks.
const CAST_BYTES: usize = 4096;
/// The largest request that is read.
const LARGEST: usize = 8192;
/// The longest a request may take.
const LONGEST: Duration = Duration::from_secs(60);
/// Who draws is answered after a multiple of this, so that the time it took says nothing of the key.
const PACE: Duration = Duration::from_millis(250);
/// Only our own scripts and styles, and nothing to send a form to but ourselves.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
    form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The routes, with layers of their own: none of those that know who comes.
pub(crate) fn router() -> Router<Site> {
    let routes = [
        ("/b/{round}", Method::Get, get(crate::booth::page)),
        ("/slip", Method::Get, get(crate::booth::slip::page)),
        ("/slip", Method::Post, post(crate::booth::slip::answer)),
        ("/b/{round}/questions", Method::Get, get(questions)),
        ("/b/{round}/mine", Method::Post, post(mine)),
        ("/b/{round}/draw", Method::Post, post(draw)),
        ("/b/{round}/slip", Method::Post, post(slip)),
        ("/b/{round}/counted", Method::Get, get(counted)),
        ("/b/{round}/{group}/{nonce}", Method::Put, put(cast)),
    ];
    routes
        .into_iter()
        .fold(Router::new(), |router, (path, method, route)| {
            assert!(policy_for(method, path).is_some(), "{method:?} {path} has no row in access::POLICY");
            router.route(path, route)
        })
        .layer(from_fn(apart))
        .layer(DefaultBodyLimit::max(LARGEST))
        .layer(TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, LONGEST))
        .layer(CatchPanicLayer::custom(|_| Trouble(Refused::Fault(actions::Fault::Panicked)).into_response()))
}

/// Its own strict headers, and which route answered for whatever stands around.
async fn apart(matched: MatchedPath, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(CONTENT_SECURITY_POLICY));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response.extensions_mut().insert(matched);
    response
}

/// The network that a request comes from, counted in memory alone.
pub(crate) struct Network(pub(crate) String);

impl FromRequestParts<Site> for Network {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Network, Self::Rejection> {
        Ok(Network(site.network_of(parts)))
    }
}

type Answer = Result<Response, Trouble>;

/// Why there is no ballot, as the page's script reads it: `{"trouble":"closed"}`.
struct Trouble(Refused);

impl<E: Into<Refused>> From<E> for Trouble {
    fn from(refused: E) -> Trouble {
        Trouble(refused.into())
    }
}

impl IntoResponse for Trouble {
    fn into_response(self) -> Response {
        let (status, trouble) = match self.0 {
            Refused::Unknown => (StatusCode::NOT_FOUND, "unknown"),
            Refused::NotYet => (StatusCode::CONFLICT, "not-yet"),
            Refused::Closed => (StatusCode::GONE, "closed"),
            Refused::DrawsOver => (StatusCode::GONE, "draws-over"),
            Refused::Another => (StatusCode::CONFLICT, "another"),
            Refused::NoneLeft => (StatusCode::CONFLICT, "none-left"),
            Refused::Garbled => (StatusCode::UNPROCESSABLE_ENTITY, "garbled"),
            Refused::NotSigned => (StatusCode::UNPROCESSABLE_ENTITY, "not-signed"),
            Refused::TooMany => (StatusCode::TOO_MANY_REQUESTS, "too-many"),
            Refused::Busy => (StatusCode::SERVICE_UNAVAILABLE, "busy"),
            Refused::Fault(fault) if fault.unavailable() => {
                tracing::warn!(%fault, "a ballot has to wait");
                (StatusCode::SERVICE_UNAVAILABLE, "away")
            }
            fault @ (Refused::Signing | Refused::Fault(_)) => {
                let number = number();
                tracing::error!(number, %fault, "a ballot failed");
                let body = json!({ "trouble": "fault", "number": number });
                return (StatusCode::INTERNAL_SERVER_ERROR, axum::Json(body)).into_response();
            }
        };
        let mut response = (status, axum::Json(json!({ "trouble": trouble }))).into_response();
        if status == StatusCode::SERVICE_UNAVAILABLE {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("1"));
        }
        response
    }
}

fn read<'b, T: Deserialize<'b>>(body: &'b [u8]) -> Result<T, Refused> {
    serde_json::from_slice(body).map_err(|_| Refused::Garbled)
}

fn bytes(text: &str) -> Result<Vec<u8>, Refused> {
    BASE64.decode(text).map_err(|_| Refused::Garbled)
}

fn exactly<const N: usize>(text: &str) -> Result<[u8; N], Refused> {
    bytes(text)?.try_into().map_err(|_| Refused::Garbled)
}

pub(crate) fn key(site: &Site, round: &str) -> Result<RoundKey, Refused> {
    let round: RoundId = round.parse().map_err(|_| Refused::Unknown)?;
    Ok((site.host().id, round))
}

/// `GET /b/{round}/questions`: what is asked, in all its languages, and when.
async fn questions(State(site): State<Site>, Path(round): Path<String>) -> Answer {
    let (organisation, round) = key(&site, &round)?;
    let asked = actions::ballots::asked(site.desk(), organisation, round).await?;
    Ok(axum::Json(asked_json(&asked)).into_response())
}

fn asked_json(asked: &Asked) -> Value {
    let state = match asked.phase {
        Phase::NotYet => "not-yet",
        Phase::Drawing => "open",
        Phase::Casting => "casting",
        Phase::Over => "closed",
    };
    let languages: Vec<_> = asked.languages.iter().map(|language| language.code()).collect();
    json!({
        "name": asked.name,
        "state": state,
        "opens": asked.hours.opens_at.to_string(),
        "drawsEnd": asked.hours.draws_end_at.to_string(),
        "closes": asked.hours.closes_at.to_string(),
        "languages": languages,
        "k": asked.k,
        "open": asked.open,
        "questions": asked.questionnaire.questions().iter().map(question_json).collect::<Vec<_>>(),
        "scales": {
            "agree": each_language(|language| labels(Scale::Agree, language)),
            "compared": each_language(|language| labels(Scale::Compared, language)),
        },
        "dontKnow": each_language(|language| json!(Scale::dont_know(language))),
    })
}

fn question_json(question: &Question) -> Value {
    let texts = each_language(|language| json!(question.wording.in_language(language)));
    let sort = if question.scale == Scale::Words { "words" } else { "scale" };
    json!({ "code": question.code.to_string(), "sort": sort, "scale": question.scale.code(), "texts": texts })
}

fn labels(scale: Scale, language: Language) -> Value {
    (1..=scale.marks()).filter_map(|mark| scale.label(mark, language)).collect()
}

fn each_language(of: impl Fn(Language) -> Value) -> Value {
    Language::ALL
        .iter()
        .map(|language| (language.code().to_owned(), of(*language)))
        .collect::<Map<_, _>>()
        .into()
}

#[derive(Deserialize)]
struct MineBody<'b> {
    pass: &'b str,
}

/// `POST /b/{round}/mine`: where the holder of a link can draw, with what shows that the keys are everybody's.
async fn mine(
    State(site): State<Site>,
    Path(round): Path<String>,
    Network(network): Network,
    body: Bytes,
) -> Answer {
    let body: MineBody<'_> = read(&body)?;
    let pass = Secret::read(body.pass).ok_or(Refused::Unknown)?;
    let mine = site.station().mine(key(&site, &round)?, &pass, &network).await?;
    Ok(axum::Json(mine_json(&mine)).into_response())
}

fn mine_json(mine: &Mine) -> Value {
    let group = |group: &MyGroup| {
        let mut line = line_json(&group.line);
        line["group"] = json!(group.place.0);
        line["drawn"] = json!(group.drawn);
        line
    };
    json!({
        "header": line_json(&mine.header),
        "groups": mine.groups.iter().map(group).collect::<Vec<_>>(),
        "size": mine.size,
        "hash": BASE64.encode(mine.hash),
    })
}

fn line_json(line: &ManifestLine) -> Value {
    let path: Vec<_> = line.path.iter().map(|hash| BASE64.encode(hash)).collect();
    json!({ "index": line.index, "line": line.text, "path": path })
}

#[derive(Deserialize)]
struct DrawBody<'b> {
    pass: &'b str,
    group: u32,
    blinded: &'b str,
}

/// `POST /b/{round}/draw`: signs a blinded message for the holder of a link. Whatever comes of it is answered at an even pace.
async fn draw(
    State(site): State<Site>,
    Path(round): Path<String>,
    Network(network): Network,
    body: Bytes,
) -> Answer {
    at_an_even_pace(async {
        let body: DrawBody<'_> = read(&body)?;
        let pass = Secret::read(body.pass).ok_or(Refused::Unknown)?;
        let (round, blinded) = (key(&site, &round)?, bytes(body.blinded)?);
        let signature = site.station().draw(round, &pass, Place(body.group), &blinded, &network).await?;
        Ok(axum::Json(json!({ "signature": BASE64.encode(signature) })).into_response())
    })
    .await
}

/// Waits until a whole number of [`PACE`]s has passed since it began.
async fn at_an_even_pace<T>(work: impl Future<Output = T>) -> T {
    let began = Instant::now();
    let outcome = work.await;
    let paces = began.elapsed().as_millis() / PACE.as_millis() + 1;
    sleep_until(began + PACE * u32::try_from(paces).unwrap_or(u32::MAX)).await;
    outcome
}

#[derive(Deserialize)]
struct CastBody<'b> {
    #[serde(default)]
    prefix: &'b str,
    #[serde(default)]
    signature: &'b str,
    answers: &'b str,
    /// Written by people, so it may hold characters that JSON escapes.
    words: Option<String>,
}

/// `PUT /b/{round}/{group}/{nonce}`: takes a ballot in. Durable when it answers 204.
async fn cast(
    State(site): State<Site>,
    Path((round, group, nonce)): Path<(String, String, String)>,
    Network(network): Network,
    body: Bytes,
) -> Answer {
    if body.len() != CAST_BYTES {
        return Err(Refused::Garbled.into());
    }
    let body: CastBody<'_> = read(&body)?;
    let signed = match (body.prefix, body.signature) {
        ("", "") => None,
        (prefix, signature) => Some((exactly(prefix)?, bytes(signature)?)),
    };
    let (nonce, answers) = (exactly(&nonce)?, body.answers.to_owned());
    let group = group.parse().map_err(|_| Refused::Unknown)?;
    let cast = Cast { nonce, signed, answers, words: body.words };
    site.station().cast(key(&site, &round)?, Place(group), cast, &network).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

#[derive(Deserialize)]
struct SlipBody<'b> {
    code: &'b str,
    answers: &'b str,
    words: Option<String>,
}

/// `POST /b/{round}/slip`: takes in the ballot of whoever holds a slip, once.
async fn slip(
    State(site): State<Site>,
    Path(round): Path<String>,
    Network(network): Network,
    body: Bytes,
) -> Answer {
    let SlipBody { code, answers, words } = read(&body)?;
    let round = key(&site, &round)?;
    let nonce = site.station().use_slip(round, code, answers, words.as_deref(), &network).await?;
    Ok(axum::Json(json!({ "nonce": BASE64.encode(nonce) })).into_response())
}

/// `GET /b/{round}/counted`: the receipts of the counted ballots, sixteen bytes each, sorted.
async fn counted(State(site): State<Site>, Path(round): Path<String>) -> Answer {
    let (organisation, round) = key(&site, &round)?;
    let receipts = actions::ballots::receipts(site.desk(), organisation, round).await?;
    Ok(([(header::CONTENT_TYPE, "application/octet-stream")], receipts).into_response())
}
