//! Coming in and going out.

use access::{Door, Secret};
use actions::access::SignInRefused;
use askama::Template;
use axum::extract::{Form, Path, Query};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Redirect};
use serde::Deserialize;

use crate::ctx::Ctx;
use crate::form::{Field, errors};
use crate::frame::{Frame, frame};
use crate::guard::escape;
use crate::pages::{Page, go, safe_path, show, show_again};
use crate::routes::Routes;
use crate::said::Said;
use crate::{Trouble, account, away, cookie};

pub(crate) fn routes(routes: Routes) -> Routes {
    routes
        .get("/sign-in", sign_in)
        .post("/sign-in", ask_for_link)
        .post("/sign-in/password", with_password)
        .get("/sign-in/{secret}", link)
        .post("/sign-in/{secret}", with_link)
        .post("/sign-out", sign_out)
}

/// What a sealed cookie of this door is about.
const ABOUT: &str = "link";

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
    again: String,
    /// The organisation's own sign-in is the main door where it is there; otherwise links are.
    account: Option<AccountLink>,
    link: Option<LinkForm>,
    passkey: Option<PasskeyForm>,
    password: Option<PasswordForm>,
    /// Where everything is made up nobody has a mailbox.
    trial: Option<Trial>,
}

struct Trial {
    heading: String,
    text: String,
    action: String,
}

struct AccountLink {
    heading: String,
    text: String,
    url: String,
    action: String,
}

struct PasskeyForm {
    heading: String,
    text: String,
    open: String,
    trouble: String,
}

struct LinkForm {
    heading: String,
    open: bool,
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
pub(crate) struct SaidPage {
    pub(crate) frame: Frame,
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

/// What comes with whoever is sent to sign in, and goes round with every form of the page.
#[derive(Deserialize, Default)]
pub(crate) struct Back {
    #[serde(default)]
    pub(crate) back: String,
    /// Not empty when somebody who is signed in is to prove who they are.
    #[serde(default)]
    again: String,
}

impl Back {
    pub(crate) fn again(&self) -> bool {
        !self.again.is_empty()
    }
}

#[derive(Deserialize, Default)]
pub(crate) struct AskForm {
    #[serde(default)]
    mail: String,
    #[serde(flatten)]
    asked: Back,
}

#[derive(Deserialize, Default)]
pub(crate) struct WithPassword {
    #[serde(default)]
    mail: String,
    #[serde(default)]
    password: String,
    #[serde(flatten)]
    asked: Back,
}

fn page(
    ctx: &Ctx,
    asked: &Back,
    mail: &str,
    mail_error: Option<String>,
    password_error: Option<String>,
) -> SignInPage {
    let words = ctx.words();
    let doors = ctx.site().doors();
    let back = safe_path(&asked.back);
    let again = ctx.signed_in().filter(|_| asked.again());
    let account = doors.account.as_ref().map(|door| AccountLink {
        heading: words.sign_in_by_account(),
        text: if again.is_some() { words.prove_by_account_text() } else { words.sign_in_by_account_text() },
        url: format!("/sign-in/account?back={}{}", escape(back), again.map_or("", |_| "&again=yes")),
        action: words.sign_in_with(account::name(ctx, door)),
    });
    let link = doors.link.then(|| LinkForm {
        heading: words.sign_in_by_link(),
        open: account.is_none() || mail_error.is_some(),
        mail: Field::new("mail", words.sign_in_mail(), mail)
            .with_hint(words.sign_in_mail_hint())
            .with_error(mail_error),
        send: words.sign_in_send_link(),
    });
    let passkey = ctx.site().passkeys().map(|_| PasskeyForm {
        heading: words.passkey_sign_in(),
        text: words.passkey_sign_in_text(),
        open: words.passkey_sign_in_open(),
        trouble: words.passkey_trouble(),
    });
    let password = doors.password.then(|| PasswordForm {
        heading: words.sign_in_by_password(),
        open: password_error.is_some(),
        mail: Field::new("password-mail", words.sign_in_mail(), mail),
        password: Field::new("password", words.sign_in_password(), "").with_error(password_error),
        send: words.sign_in(),
    });
    let trial = ctx.site().host().demo.then(|| Trial {
        heading: words.sign_in_trial(),
        text: words.demo_lead(),
        action: words.sign_in_trial_choose(),
    });
    let (heading, lead) = match again {
        Some(who) => (words.prove(), words.prove_lead(who.person.name())),
        None if account.is_some() => (words.sign_in(), words.sign_in_lead_account()),
        None => (words.sign_in(), words.sign_in_lead()),
    };
    SignInPage {
        frame: frame(ctx, "", heading.clone()),
        host: ctx.site().host().name.clone(),
        heading,
        lead,
        errors_title: words.form_trouble(),
        errors: errors(link.iter().map(|form| &form.mail).chain(password.iter().map(|form| &form.password))),
        back: back.to_owned(),
        again: asked.again.clone(),
        account,
        link,
        passkey,
        password,
        trial,
    }
}

async fn sign_in(ctx: Ctx, Query(asked): Query<Back>) -> Page {
    let mail = match ctx.signed_in() {
        Some(who) if asked.again() => who.person.mail.as_deref().unwrap_or_default(),
        Some(_) => return go(safe_path(&asked.back)),
        None => "",
    };
    show(&page(&ctx, &asked, mail, None, None))
}

async fn ask_for_link(ctx: Ctx, Form(form): Form<AskForm>) -> Page {
    if !ctx.site().doors().link {
        return Err(Trouble::NotFound);
    }
    let words = ctx.words();
    let mail = form.mail.trim();
    if !looks_like_mail(mail) {
        return show_again(&page(&ctx, &form.asked, mail, Some(words.sign_in_mail_wrong()), None));
    }
    actions::access::ask_for_link(ctx.desk(), ctx.visitor(), mail, ctx.site().host().language).await?;
    let demo = ctx.site().host().demo;
    let on = if demo { ("/outbox", words.nav_outbox()) } else { ("/", words.back()) };
    // The same words whether or not anybody has the address.
    let mut response = show(&said_page(&ctx, words.sign_in_sent(), words.sign_in_sent_text(mail), on))?;
    // Whoever opens the link in this browser comes to where they were going.
    away::keep(&ctx, &mut response, ABOUT, safe_path(&form.asked.back))?;
    Ok(response)
}

/// A page that says one thing and leads on.
pub(crate) fn said_page(ctx: &Ctx, heading: String, text: String, (url, action): (&str, String)) -> SaidPage {
    SaidPage { frame: frame(ctx, "", heading.clone()), heading, text, url: url.into(), action }
}

async fn with_password(ctx: Ctx, headers: HeaderMap, Form(form): Form<WithPassword>) -> Page {
    if !ctx.site().doors().password {
        return Err(Trouble::NotFound);
    }
    let words = ctx.words();
    let signed_in =
        actions::access::sign_in_with_password(ctx.desk(), ctx.visitor(), &form.mail, &form.password).await;
    match signed_in {
        Ok(secret) => welcome(&ctx, &headers, &secret, &form.asked.back).await,
        Err(SignInRefused::NotValid) => {
            show_again(&page(&ctx, &form.asked, &form.mail, None, Some(words.sign_in_not_valid())))
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
        let (text, again) = if ctx.site().doors().link {
            (words.sign_in_link_used_text(), words.sign_in_new_link())
        } else {
            (words.sign_in_link_used_other(), words.sign_in_again())
        };
        return show(&said_page(&ctx, words.sign_in_link_used(), text, ("/sign-in", again)));
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
        Ok(secret) => {
            let back = away::kept(&ctx, &headers, ABOUT);
            let mut response = welcome(&ctx, &headers, &secret, back.as_deref().unwrap_or("/")).await?;
            away::over(&ctx, &mut response);
            Ok(response)
        }
        Err(SignInRefused::NotValid) => go(&format!("/sign-in/{secret}")),
        Err(refused) => Err(refused.into()),
    }
}

async fn sign_out(ctx: Ctx, headers: HeaderMap) -> Page {
    if let Some(secret) = cookie::session(ctx.site(), &headers) {
        actions::access::sign_out(ctx.desk(), &secret).await?;
    }
    let by_account = ctx.signed_in().is_some_and(|who| who.session.door == Some(Door::Account));
    let on = if by_account && ctx.site().doors().account.is_some() { "/sign-out" } else { "/" };
    let mut response = Redirect::to(on).into_response();
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
