//! Coming in and going out.

use access::Secret;
use actions::access::SignInRefused;
use askama::Template;
use axum::extract::{Form, Path, Query};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Redirect};
use serde::Deserialize;

use crate::ctx::Ctx;
use crate::form::{Field, errors};
use crate::frame::{Frame, frame};
use crate::pages::{Page, go, safe_path, show, show_again};
use crate::routes::Routes;
use crate::said::Said;
use crate::{Trouble, cookie};

pub(crate) fn routes(routes: Routes) -> Routes {
    routes
        .get("/sign-in", sign_in)
        .post("/sign-in", ask_for_link)
        .post("/sign-in/password", with_password)
        .get("/sign-in/{secret}", link)
        .post("/sign-in/{secret}", with_link)
        .post("/sign-out", sign_out)
}

#[derive(Template)]
#[template(path = "access/sign-in.html")]
struct SignInPage {
    frame: Frame,
    /// Whose installation it is.
    host: String,
    heading: String,
    lead: String,
    errors_title: String,
    errors: Vec<Field>,
    back: String,
    link: LinkForm,
    password: PasswordForm,
    /// Where everything is made up nobody has a mailbox.
    trial: Option<Trial>,
}

struct Trial {
    heading: String,
    text: String,
    action: String,
}

struct LinkForm {
    heading: String,
    mail: Field,
    send: String,
}

struct PasswordForm {
    heading: String,
    open: bool,
    mail: Field,
    password: Field,
    send: String,
}

#[derive(Template)]
#[template(path = "access/said.html")]
struct SaidPage {
    frame: Frame,
    heading: String,
    text: String,
    url: String,
    action: String,
}

#[derive(Template)]
#[template(path = "access/link.html")]
struct LinkPage {
    frame: Frame,
    heading: String,
    /// Who signs in by it: whoever got somebody else's link sees that before pressing.
    whose: String,
    text: String,
    url: String,
    action: String,
}

#[derive(Deserialize, Default)]
pub(crate) struct Back {
    #[serde(default)]
    back: String,
}

#[derive(Deserialize, Default)]
pub(crate) struct AskForm {
    #[serde(default)]
    mail: String,
}

#[derive(Deserialize, Default)]
pub(crate) struct WithPassword {
    #[serde(default)]
    mail: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    back: String,
}

fn page(
    ctx: &Ctx,
    back: &str,
    mail: &str,
    mail_error: Option<String>,
    password_error: Option<String>,
) -> SignInPage {
    let words = ctx.words();
    let open = password_error.is_some();
    let link = LinkForm {
        heading: words.sign_in_by_link(),
        mail: Field::new("mail", words.sign_in_mail(), mail)
            .with_hint(words.sign_in_mail_hint())
            .with_error(mail_error),
        send: words.sign_in_send_link(),
    };
    let password = PasswordForm {
        heading: words.sign_in_by_password(),
        open,
        mail: Field::new("password-mail", words.sign_in_mail(), mail),
        password: Field::new("password", words.sign_in_password(), "").with_error(password_error),
        send: words.sign_in(),
    };
    let trial = ctx.site().host().demo.then(|| Trial {
        heading: words.sign_in_trial(),
        text: words.demo_lead(),
        action: words.sign_in_trial_choose(),
    });
    SignInPage {
        frame: frame(ctx, "", words.sign_in()),
        host: ctx.site().host().name.clone(),
        heading: words.sign_in(),
        lead: words.sign_in_lead(),
        errors_title: words.form_trouble(),
        errors: errors([&link.mail, &password.password]),
        back: safe_path(back).to_owned(),
        link,
        password,
        trial,
    }
}

async fn sign_in(ctx: Ctx, Query(Back { back }): Query<Back>) -> Page {
    if ctx.signed_in().is_some() {
        return go(safe_path(&back));
    }
    show(&page(&ctx, &back, "", None, None))
}

async fn ask_for_link(ctx: Ctx, Form(form): Form<AskForm>) -> Page {
    let words = ctx.words();
    let mail = form.mail.trim();
    if !looks_like_mail(mail) {
        return show_again(&page(&ctx, "/", mail, Some(words.sign_in_mail_wrong()), None));
    }
    actions::access::ask_for_link(ctx.desk(), ctx.visitor(), mail, ctx.site().host().language).await?;
    let demo = ctx.site().host().demo;
    show(&SaidPage {
        frame: frame(&ctx, "", words.sign_in_sent()),
        heading: words.sign_in_sent(),
        // The same words whether or not anybody has the address.
        text: words.sign_in_sent_text(mail),
        url: if demo { "/outbox".into() } else { "/".into() },
        action: if demo { words.nav_outbox() } else { words.back() },
    })
}

async fn with_password(ctx: Ctx, headers: HeaderMap, Form(form): Form<WithPassword>) -> Page {
    let words = ctx.words();
    let signed_in =
        actions::access::sign_in_with_password(ctx.desk(), ctx.visitor(), &form.mail, &form.password).await;
    match signed_in {
        Ok(secret) => welcome(&ctx, &headers, &secret, &form.back).await,
        Err(SignInRefused::NotValid) => {
            show_again(&page(&ctx, &form.back, &form.mail, None, Some(words.sign_in_not_valid())))
        }
        Err(refused) => Err(refused.into()),
    }
}

/// A link from a mail shows a button and does nothing yet: programs that look through mail follow links.
async fn link(ctx: Ctx, Path(secret): Path<String>) -> Page {
    let words = ctx.words();
    let whose = match Secret::read(&secret) {
        Some(secret) => actions::access::link_is_for(ctx.desk(), &secret).await?,
        None => None,
    };
    let Some(person) = whose else {
        return show(&SaidPage {
            frame: frame(&ctx, "", words.sign_in_link_used()),
            heading: words.sign_in_link_used(),
            text: words.sign_in_link_used_text(),
            url: "/sign-in".into(),
            action: words.sign_in_new_link(),
        });
    };
    show(&LinkPage {
        frame: frame(&ctx, "", words.sign_in()),
        heading: words.sign_in_link_ready(),
        whose: words.sign_in_link_whose(person.name()),
        text: words.sign_in_link_ready_text(),
        url: format!("/sign-in/{secret}"),
        action: words.sign_in(),
    })
}

async fn with_link(ctx: Ctx, headers: HeaderMap, Path(secret): Path<String>) -> Page {
    let link = Secret::read(&secret).ok_or(Trouble::NotFound)?;
    match actions::access::sign_in_with_link(ctx.desk(), ctx.visitor(), &link).await {
        Ok(secret) => welcome(&ctx, &headers, &secret, "/").await,
        Err(SignInRefused::NotValid) => go(&format!("/sign-in/{secret}")),
        Err(refused) => Err(refused.into()),
    }
}

async fn sign_out(ctx: Ctx, headers: HeaderMap) -> Page {
    if let Some(secret) = cookie::session(ctx.site(), &headers) {
        actions::access::sign_out(ctx.desk(), &secret).await?;
    }
    let mut response = Redirect::to("/").into_response();
    response.headers_mut().append(header::SET_COOKIE, cookie::end_session(ctx.site()));
    response.headers_mut().append(header::SET_COOKIE, cookie::set_flash(ctx.site(), Said::SignedOut.code()));
    Ok(response)
}

/// A session of a secret nobody has seen before: whoever planted an older one gains nothing by it. The older one ends,
/// so that nobody stays signed in behind the one who came.
pub(crate) async fn welcome(ctx: &Ctx, headers: &HeaderMap, secret: &Secret, back: &str) -> Page {
    if let Some(older) = cookie::session(ctx.site(), headers) {
        actions::access::sign_out(ctx.desk(), &older).await?;
    }
    let mut response = Redirect::to(safe_path(back)).into_response();
    response.headers_mut().append(header::SET_COOKIE, cookie::set_session(ctx.site(), secret));
    Ok(response)
}

/// Enough to catch a slip of the finger; whether the address exists shows when the letter arrives.
pub(crate) fn looks_like_mail(text: &str) -> bool {
    let Some((name, host)) = text.rsplit_once('@') else { return false };
    !name.is_empty()
        && host.contains('.')
        && !host.starts_with('.')
        && !host.ends_with('.')
        && text.len() <= 254
        && text.chars().all(|character| !character.is_whitespace() && !character.is_control())
}
