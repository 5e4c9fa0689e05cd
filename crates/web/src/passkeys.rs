//! The door of passkeys: made, named and removed in the settings, used at the sign-in page. Only browsers with scripts have them.

use access::Actor;
use actions::access::SignInRefused;
use actions::passkeys::{KeyRefused, NAME_LONGEST};
use axum::extract::{Form, Path};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::IntoResponse;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use passkey::{Owner, Passkeys};
use people::{OrganisationId, PersonId};
use serde::Deserialize;

use crate::access::{said_page, welcome};
use crate::ctx::Ctx;
use crate::pages::{Page, go_saying, show};
use crate::routes::Routes;
use crate::said::Said;
use crate::{Trouble, away};

pub(crate) fn routes(routes: Routes) -> Routes {
    routes
        .post("/sign-in/passkey/question", ask)
        .post("/sign-in/passkey", sign_in)
        .post("/settings/passkeys/question", ask_to_make)
        .post("/settings/passkeys", make)
        .post("/settings/passkeys/{key}/end", end)
}

/// What a sealed cookie of this door is about: one question is no answer to another.
const TO_OPEN: &str = "passkey";
/// With whose it will be: what one person was asked is no question to another who signs in on the same browser.
fn to_make(by: &Actor) -> String {
    format!("new passkey {} {}", by.organisation, by.person)
}

#[derive(Deserialize)]
pub(crate) struct Answer {
    answer: String,
    #[serde(default)]
    back: String,
}

#[derive(Deserialize)]
pub(crate) struct NewKey {
    answer: String,
    #[serde(default)]
    name: String,
}

/// Where browsers have no keys there is no such page.
fn keys(ctx: &Ctx) -> Result<&Passkeys, Trouble> {
    ctx.site().passkeys().ok_or(Trouble::NotFound)
}

/// A person's number as their keys keep it.
fn number(organisation: OrganisationId, person: PersonId) -> [u8; 16] {
    let mut number = [0; 16];
    number[..8].copy_from_slice(&organisation.0.to_be_bytes());
    number[8..].copy_from_slice(&person.0.to_be_bytes());
    number
}

/// Asks the browser, and gives it the challenge to keep, sealed.
fn question(ctx: &Ctx, about: &str, options: impl FnOnce(&[u8; 32]) -> String) -> Page {
    let challenge = ctx.desk().random();
    let kind = [(header::CONTENT_TYPE, "application/json")];
    let mut response = (kind, options(&challenge)).into_response();
    away::keep(ctx, &mut response, about, &URL_SAFE_NO_PAD.encode(challenge))?;
    Ok(response)
}

/// The challenge that this browser was given.
fn challenge(ctx: &Ctx, headers: &HeaderMap, about: &str) -> Option<[u8; 32]> {
    URL_SAFE_NO_PAD.decode(away::kept(ctx, headers, about)?).ok()?.try_into().ok()
}

async fn ask(ctx: Ctx) -> Page {
    let keys = keys(&ctx)?;
    question(&ctx, TO_OPEN, |challenge| keys.to_open(challenge))
}

async fn sign_in(ctx: Ctx, headers: HeaderMap, Form(form): Form<Answer>) -> Page {
    let keys = keys(&ctx)?;
    let mut response = match enter(&ctx, keys, &headers, &form.answer).await {
        Ok(secret) => welcome(&ctx, &headers, &secret, &form.back).await?,
        Err(SignInRefused::NotValid) => {
            let words = ctx.words();
            let again = ("/sign-in", words.sign_in_again());
            let mut page = show(&said_page(&ctx, words.passkey_no(), words.passkey_no_text(), again))?;
            *page.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
            page
        }
        Err(refused) => return Err(refused.into()),
    };
    away::over(&ctx, &mut response);
    Ok(response)
}

async fn enter(
    ctx: &Ctx,
    keys: &Passkeys,
    headers: &HeaderMap,
    answer: &str,
) -> Result<access::Secret, SignInRefused> {
    let challenge = challenge(ctx, headers, TO_OPEN).ok_or(SignInRefused::NotValid)?;
    let credential = Passkeys::named(answer).map_err(|_| SignInRefused::NotValid)?;
    let organisation = ctx.site().host().id;
    let proven = |person, content: &str| {
        let proof = keys.proven(&challenge, answer, content, &number(organisation, person));
        proof.inspect_err(|refused| tracing::warn!(%refused, "a passkey opened nothing")).ok()
    };
    actions::passkeys::sign_in(ctx.desk(), ctx.visitor(), organisation, credential, proven).await
}

async fn ask_to_make(ctx: Ctx) -> Page {
    let (keys, by) = (keys(&ctx)?, ctx.actor()?);
    let person = &ctx.signed_in().ok_or(Trouble::SignInFirst)?.person;
    let name = person.name();
    let mine = ctx.desk().read(move |tx| actions::passkeys::mine(tx, &by)).await?;
    let have: Vec<_> = mine.into_iter().map(|key| key.credential).collect();
    let owner = Owner {
        number: number(by.organisation, by.person),
        mail: person.mail.as_deref().unwrap_or(&name),
        name: &name,
    };
    question(&ctx, &to_make(&by), |challenge| keys.to_make(challenge, &owner, &have))
}

async fn make(ctx: Ctx, headers: HeaderMap, Form(form): Form<NewKey>) -> Page {
    let (keys, by) = (keys(&ctx)?, ctx.actor()?);
    let challenge = challenge(&ctx, &headers, &to_make(&by)).ok_or(Trouble::Garbled)?;
    let made = keys.made(&challenge, &form.answer).map_err(|_| Trouble::Garbled)?;
    let typed: String = form.name.trim().chars().filter(|c| !c.is_control()).take(NAME_LONGEST).collect();
    let name = match (typed.is_empty(), ctx.visitor().device.as_str()) {
        (false, _) => typed,
        (true, "") => ctx.words().session_unknown(),
        (true, device) => device.chars().take(NAME_LONGEST).collect(),
    };
    let keeping = ctx
        .desk()
        .write(move |tx| actions::passkeys::keep(tx, &by, &name, (&made.credential, &made.content)))
        .await;
    let mut response = match keeping {
        Ok(()) => go_saying(&ctx, "/settings", Said::PasskeyMade)?,
        Err(KeyRefused::TooMany | KeyRefused::There) => return Err(Trouble::Garbled),
        Err(KeyRefused::Fault(fault)) => return Err(fault.into()),
    };
    away::over(&ctx, &mut response);
    Ok(response)
}

async fn end(ctx: Ctx, Path(key): Path<i64>) -> Page {
    let by = ctx.actor()?;
    ctx.desk().write(move |tx| actions::passkeys::remove(tx, &by, key)).await?;
    go_saying(&ctx, "/settings", Said::PasskeyGone)
}
