//! What stands before every page: who comes, may they, and a page in their language when they may not.

use access::{Decision, Method, Policy, policy_for};
use axum::extract::{MatchedPath, Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};

use crate::ctx::Ctx;
use crate::{Site, Trouble, cookie, pages};

/// What the guard of one route knows.
#[derive(Clone)]
pub(crate) struct Post {
    pub(crate) site: Site,
    pub(crate) policy: &'static Policy,
}

pub(crate) async fn guard(State(post): State<Post>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let Post { site, policy } = post;
    let signed_in = match cookie::session(&site, &parts.headers) {
        None => None,
        Some(secret) => match actions::access::recognise(site.desk(), &secret).await {
            Ok(found) => found,
            Err(fault) => return Trouble::from(fault).into_response(),
        },
    };
    let actor = signed_in.as_ref().map(actions::access::SignedIn::actor);
    let network = site.network_of(&parts);
    let matched = parts.extensions.get::<MatchedPath>().cloned();
    let now = site.desk().now();
    let unproven = signed_in.as_ref().is_some_and(|who| policy.wants_proof(&who.session, now));
    let form_only = policy.method == Method::Post && parts.method == axum::http::Method::GET;
    let ctx = Ctx::new(site.clone(), signed_in, network, &parts);
    let said = ctx.said();
    let response = match policy.right.decide(actor.as_ref(), site.host().demo) {
        Decision::Yes if form_only => {
            Redirect::to(page_above(matched.as_ref(), parts.uri.path())).into_response()
        }
        // Whoever is signed in since long ago proves who they are before they change what others may, and comes back to the page.
        Decision::Yes if unproven && policy.method == Method::Get => {
            Redirect::to(&proof(ctx.path())).into_response()
        }
        Decision::Yes if unproven => {
            Redirect::to(&proof(page_above(matched.as_ref(), parts.uri.path()))).into_response()
        }
        Decision::Yes => {
            parts.extensions.insert(ctx.clone());
            next.run(Request::from_parts(parts, body)).await
        }
        Decision::SignInFirst => sign_in_first(&ctx, policy.method),
        Decision::No => Trouble::NotAllowed.into_response(),
        Decision::Absent => Trouble::NotFound.into_response(),
    };
    let mut response = pages::in_words(&ctx, response);
    // Which route answered, for whatever stands around it.
    if let Some(matched) = matched {
        response.extensions_mut().insert(matched);
    }
    if said.is_some() && response.status() != StatusCode::SEE_OTHER {
        response.headers_mut().append(header::SET_COOKIE, cookie::set_flash(&site, ""));
    }
    response
}

/// What a layer refuses before any guard has looked, such as a form from another site, is said in words too.
pub(crate) async fn in_words(State(site): State<Site>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let stranger = Ctx::new(site, None, String::new(), &parts);
    pages::in_words(&stranger, next.run(Request::from_parts(parts, body)).await)
}

fn sign_in_first(ctx: &Ctx, method: Method) -> Response {
    // What a form wanted to do is not done behind one's back after signing in: back to the page it stood on.
    let back = if method == Method::Get { ctx.path() } else { "/" };
    Redirect::to(&format!("/sign-in?back={}", escape(back))).into_response()
}

/// Where one proves anew who one is, and then comes to `back`.
pub(crate) fn proof(back: &str) -> String {
    format!("/sign-in?again=yes&back={}", escape(back))
}

/// Somebody comes to look at an address that forms are sent to: a form came back, and then they reloaded or chose
/// another language. The nearest page above it is where the form stands.
fn page_above<'p>(matched: Option<&MatchedPath>, path: &'p str) -> &'p str {
    let mut template = matched.map_or("/", MatchedPath::as_str);
    let mut path = path;
    while policy_for(Method::Get, template).is_none() {
        match (template.rsplit_once('/'), path.rsplit_once('/')) {
            (Some((above, _)), Some((path_above, _))) if !above.is_empty() => {
                (template, path) = (above, path_above)
            }
            _ => return "/",
        }
    }
    path
}

/// Escapes a path for use as the value of a query.
pub(crate) fn escape(path: &str) -> String {
    let keep = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    path.bytes()
        .map(|byte| if keep(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}
