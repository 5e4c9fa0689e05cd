//! The door of the organisation's own sign-in: there and back again, and out.

use actions::account::{AccountRefused, Said};
use axum::extract::{Form, Query};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use provider::{Claimed, Ended, ProviderRefused, Way};
use serde::Deserialize;

use crate::access::{Back, said_page, welcome};
use crate::ctx::Ctx;
use crate::pages::{Page, go, safe_path, show};
use crate::routes::Routes;
use crate::{AccountDoor, Trouble, away};

pub(crate) fn routes(routes: Routes) -> Routes {
    routes
        .get("/sign-in/account", send)
        .get("/sign-in/account/back", back)
        .post("/sign-in/account/ended", ended)
        .get("/sign-out", out)
        .get("/sign-out/account", out_there)
}

/// What a sealed cookie of this door is about.
const ABOUT: &str = "account";
/// A longer way back is forgotten: the cookie has to fit.
const LONGEST_BACK: usize = 1_000;

/// What the provider adds to the address that it sends people back to.
#[derive(Deserialize, Default)]
pub(crate) struct FromProvider {
    #[serde(default)]
    state: String,
    #[serde(default)]
    code: String,
    #[serde(default)]
    error: String,
    /// RFC 9207: who sends them.
    iss: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct Word {
    logout_token: String,
}

/// Why somebody did not come in.
enum Failed {
    /// What came back belongs to no sign-in that this browser began, or to one that took too long.
    Lost,
    Provider(ProviderRefused),
    Account(AccountRefused),
}

impl From<ProviderRefused> for Failed {
    fn from(refused: ProviderRefused) -> Failed {
        Failed::Provider(refused)
    }
}

impl From<AccountRefused> for Failed {
    fn from(refused: AccountRefused) -> Failed {
        Failed::Account(refused)
    }
}

fn door(ctx: &Ctx) -> Option<&AccountDoor> {
    ctx.site().doors().account.as_ref()
}

/// What people call it, or if IT has not said that, words that fit everywhere.
pub(crate) fn name(ctx: &Ctx, door: &AccountDoor) -> String {
    if door.name.is_empty() { ctx.words().account_unnamed() } else { door.name.clone() }
}

/// A link leads here and not a form: from a form the browser goes to no other site.
async fn send(ctx: Ctx, Query(asked): Query<Back>) -> Page {
    let (Some(door), back) = (door(&ctx), safe_path(&asked.back)) else { return go("/sign-in") };
    if ctx.signed_in().is_some() && !asked.again() {
        return go(back);
    }
    let now = ctx.desk().now();
    let chance = [(); 3].map(|()| ctx.desk().random());
    match door.provider.send(chance, asked.again().then_some(now), now).await {
        Ok((address, way)) => {
            let back = if back.len() > LONGEST_BACK { "/" } else { back };
            let mut response = Redirect::to(&address).into_response();
            away::keep(&ctx, &mut response, ABOUT, &format!("{}\n{back}", way.text()))?;
            Ok(response)
        }
        Err(refused) => failed(&ctx, door, refused.into()),
    }
}

async fn back(ctx: Ctx, headers: HeaderMap, Query(from): Query<FromProvider>) -> Page {
    let Some(door) = door(&ctx) else { return go("/sign-in") };
    let mut response = match come(&ctx, door, &headers, &from).await {
        Ok((secret, back)) => welcome(&ctx, &headers, &secret, &back).await?,
        Err(why) => failed(&ctx, door, why)?,
    };
    away::over(&ctx, &mut response);
    Ok(response)
}

async fn come(
    ctx: &Ctx,
    door: &AccountDoor,
    headers: &HeaderMap,
    from: &FromProvider,
) -> Result<(access::Secret, String), Failed> {
    let text = away::kept(ctx, headers, ABOUT).ok_or(Failed::Lost)?;
    let (way, back) = text.split_once('\n').ok_or(Failed::Lost)?;
    let way = Way::read(way).filter(|way| way.leads_from(&from.state)).ok_or(Failed::Lost)?;
    if from.iss.as_deref().is_some_and(|issuer| issuer != door.provider.issuer()) {
        return Err(ProviderRefused::NotValid("another provider sent them back").into());
    }
    if from.code.is_empty() {
        return Err(ProviderRefused::SaidNo(provider::plain(&from.error)).into());
    }
    let claimed = door.provider.welcome(&way, &from.code, ctx.desk().now()).await?;
    let organisation = ctx.site().host().id;
    let (visitor, mapping) = (ctx.visitor(), door.roles.clone());
    let secret = actions::account::sign_in(ctx.desk(), visitor, organisation, said(claimed), mapping).await?;
    Ok((secret, back.to_owned()))
}

fn said(claimed: Claimed) -> Said {
    let Claimed { issuer, subject, person, values, proven_at, session } = claimed;
    Said { issuer, subject, mail: person, values, proven_at, session }
}

/// Says what happened and what to do. What exactly did not hold stands in the log.
fn failed(ctx: &Ctx, door: &AccountDoor, why: Failed) -> Page {
    let (words, name) = (ctx.words(), name(ctx, door));
    let again = ("/sign-in", words.sign_in_again());
    let (status, heading, text) = match why {
        Failed::Account(AccountRefused::Fault(fault)) => return Err(fault.into()),
        Failed::Lost => (StatusCode::UNPROCESSABLE_ENTITY, words.account_lost(), words.account_lost_text()),
        Failed::Provider(refused) => {
            tracing::warn!(%refused, "nobody came in by the sign-in service");
            match refused {
                ProviderRefused::Away(_) => {
                    (StatusCode::BAD_GATEWAY, words.account_away(), words.account_away_text(&name))
                }
                _ => (StatusCode::UNPROCESSABLE_ENTITY, words.account_no(), words.account_no_text(&name)),
            }
        }
        Failed::Account(AccountRefused::NoAddress) => {
            tracing::warn!("the sign-in service says no verified address: see sign_in.claim");
            (StatusCode::FORBIDDEN, words.account_nobody(), words.account_no_address_text(&name))
        }
        Failed::Account(AccountRefused::Nobody) => {
            (StatusCode::FORBIDDEN, words.account_nobody(), words.account_nobody_text(&name))
        }
        Failed::Account(AccountRefused::AnotherAccount) => {
            (StatusCode::FORBIDDEN, words.account_another(), words.account_another_text())
        }
    };
    let mut page = said_page(ctx, heading, text, again);
    // Not to this address again: what the provider added to it is used up, and none of it stands on the page.
    page.frame.back = "/sign-in".to_owned();
    let mut response = show(&page)?;
    *response.status_mut() = status;
    Ok(response)
}

/// The provider's own word that a sign-in ended there (OpenID Connect Back-Channel Logout 1.0): no browser comes here.
async fn ended(ctx: Ctx, Form(word): Form<Word>) -> Page {
    let door = door(&ctx).ok_or(Trouble::NotFound)?;
    let told = match door.provider.told(&word.logout_token, ctx.desk().now()).await {
        Ok(told) => told,
        Err(refused) => {
            tracing::warn!(%refused, "a word of a sign-out was not taken");
            return Ok(plain(StatusCode::BAD_REQUEST));
        }
    };
    let organisation = ctx.site().host().id;
    let Ended { issuer, subject, session } = told;
    ctx.desk()
        .write(move |tx| actions::account::ended(tx, organisation, (&issuer, &subject), session.as_deref()))
        .await?;
    Ok(plain(StatusCode::OK))
}

/// An answer to a program.
fn plain(status: StatusCode) -> Response {
    let kind = [(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"))];
    (status, kind, "").into_response()
}

/// Whoever signed out here is still signed in there; on a computer that is shared that matters.
async fn out(ctx: Ctx) -> Page {
    let words = ctx.words();
    match door(&ctx) {
        Some(door) if ctx.signed_in().is_none() => {
            let name = name(&ctx, door);
            let on = ("/sign-out/account", words.sign_out_there(&name));
            show(&said_page(&ctx, words.sign_out_done(), words.sign_out_done_text(&name), on))
        }
        _ => go("/"),
    }
}

async fn out_there(ctx: Ctx) -> Page {
    let Some(door) = door(&ctx) else { return go("/") };
    let here = ctx.desk().address_of("/");
    match door.provider.way_out(&here, ctx.desk().now()).await {
        Ok(Some(address)) => go(&address),
        Ok(None) => go("/"),
        Err(refused) => failed(&ctx, door, refused.into()),
    }
}
