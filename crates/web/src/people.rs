//! What a person chooses for themselves: language, light or dark, password, sessions.

use access::{Door, Session, SessionLabel};
use actions::access::{PASSWORD_LONGEST, PASSWORD_SHORTEST, PasswordRefused};
use askama::Template;
use axum::extract::{Form, Path};
use axum::http::header;
use axum::response::{IntoResponse, Redirect};
use people::{Language, Scheme};
use serde::Deserialize;
use words::Words;

use crate::ctx::Ctx;
use crate::dates::writes;
use crate::form::{Field, errors};
use crate::frame::{Frame, frame};
use crate::pages::{Page, go_saying, safe_path, show, show_again};
use crate::routes::Routes;
use crate::said::Said;
use crate::{Trouble, cookie, guard};

pub(crate) fn routes(routes: Routes) -> Routes {
    routes
        .post("/language", choose_language)
        .post("/scheme", choose_scheme)
        .get("/settings", settings)
        .post("/settings/password", set_password)
        .post("/settings/sessions/{label}/end", end_session)
        .get("/privacy", privacy)
}

#[derive(Deserialize, Default)]
pub(crate) struct LanguageForm {
    #[serde(default)]
    language: String,
    #[serde(default)]
    back: String,
}

#[derive(Deserialize, Default)]
pub(crate) struct SchemeForm {
    #[serde(default)]
    scheme: String,
    #[serde(default)]
    back: String,
}

#[derive(Deserialize, Default)]
pub(crate) struct PasswordForm {
    #[serde(default)]
    password: String,
    #[serde(default)]
    remove: String,
}

#[derive(Template)]
#[template(path = "people/settings.html")]
struct SettingsPage {
    frame: Frame,
    heading: String,
    who: String,
    links: Vec<Link>,
    errors_title: String,
    errors: Vec<Field>,
    /// Instead of what changes how one signs in, for whoever has to prove first who they are.
    prove: Option<Prove>,
    /// Where browsers have passkeys.
    passkeys: Option<PasskeyPart>,
    /// Where the organisation wants passwords.
    password: Option<PasswordPart>,
    sessions_heading: String,
    sessions_text: String,
    sessions: Vec<SessionRow>,
}

struct Prove {
    heading: String,
    text: String,
    url: String,
}

struct PasskeyPart {
    heading: String,
    text: String,
    keys: Vec<SessionRow>,
    name: Field,
    make: String,
    trouble: String,
}

struct PasswordPart {
    heading: String,
    text: String,
    field: Field,
    save: String,
    /// Empty when there is none to remove.
    remove: String,
}

/// A way on from the settings.
struct Link {
    url: &'static str,
    label: String,
    text: String,
}

struct SessionRow {
    device: String,
    when: String,
    end_url: String,
    end: String,
    end_label: String,
}

async fn choose_language(ctx: Ctx, Form(form): Form<LanguageForm>) -> Page {
    let language = Language::from_code(&form.language).ok_or(Trouble::Garbled)?;
    if let Ok(by) = ctx.actor() {
        ctx.desk().write(move |tx| actions::people::choose_language(tx, &by, language)).await?;
    }
    let mut response = Redirect::to(safe_path(&form.back)).into_response();
    response.headers_mut().append(header::SET_COOKIE, cookie::set_language(ctx.site(), language));
    Ok(response)
}

async fn choose_scheme(ctx: Ctx, Form(form): Form<SchemeForm>) -> Page {
    let scheme = Scheme::from_code(&form.scheme);
    if let Ok(by) = ctx.actor() {
        ctx.desk().write(move |tx| actions::people::choose_scheme(tx, &by, scheme)).await?;
    }
    let mut response = Redirect::to(safe_path(&form.back)).into_response();
    response.headers_mut().append(header::SET_COOKIE, cookie::set_scheme(ctx.site(), scheme));
    Ok(response)
}

async fn settings_page(ctx: &Ctx, password_error: Option<String>) -> Result<SettingsPage, Trouble> {
    let (words, by) = (ctx.words(), ctx.actor()?);
    let who = ctx.signed_in().ok_or(Trouble::SignInFirst)?;
    let (sessions, has_password) = ctx.desk().read(move |tx| actions::access::doors(tx, &by)).await?;
    let zone = ctx.time_zone();
    let keys = ctx.desk().read(move |tx| actions::passkeys::mine(tx, &by)).await?;
    let keys = keys.into_iter().map(|key| {
        let moment = |at| writes(ctx.language()).moment(at, &zone);
        SessionRow {
            when: match key.used_at {
                Some(at) => words.session_seen(moment(at)),
                None => words.passkey_since(moment(key.created_at)),
            },
            end_url: format!("/settings/passkeys/{}/end", key.label),
            end: words.passkey_remove(),
            end_label: words.passkey_remove_label(&key.name),
            device: key.name,
        }
    });
    // A form that came back was opened in time: the policy lets it be sent for a while longer, so it is shown again.
    let proven = password_error.is_some() || who.session.is_proven(Session::PROVEN_LASTS, ctx.desk().now());
    let prove = (!proven && (ctx.site().passkeys().is_some() || ctx.site().doors().password))
        .then(|| Prove { heading: words.prove(), text: words.prove_first(), url: guard::proof("/settings") });
    let passkeys = ctx.site().passkeys().filter(|_| proven).map(|_| PasskeyPart {
        heading: words.passkeys_heading(),
        text: words.passkeys_text(),
        keys: keys.collect(),
        name: Field::new("name", words.passkey_name(), &ctx.visitor().device)
            .with_hint(words.passkey_name_hint()),
        make: words.passkey_make(),
        trouble: words.passkey_trouble(),
    });
    let sessions = sessions
        .into_iter()
        .map(|session| {
            let device = if session.device.is_empty() { words.session_unknown() } else { session.device };
            let seen = words.session_seen(writes(ctx.language()).moment(session.seen_at, &zone));
            let seen = match session.door {
                Some(door) => format!("{seen} · {}", by_door(words, door)),
                None => seen,
            };
            let end = words.session_end();
            if session.label == who.session.label {
                let when = format!("{} · {seen}", words.session_here());
                SessionRow { device, when, end_url: "/sign-out".into(), end_label: end.clone(), end }
            } else {
                let end_url = format!("/settings/sessions/{}/end", session.label);
                SessionRow { when: seen, end_url, end, end_label: words.session_end_label(&device), device }
            }
        })
        .collect();
    let password = (ctx.site().doors().password && proven).then(|| PasswordPart {
        heading: words.password_heading(),
        text: if has_password { words.password_has() } else { words.password_has_not() },
        field: Field::new("password", words.password_new(), "")
            .with_hint(words.password_hint(PASSWORD_SHORTEST))
            .with_error(password_error),
        save: words.password_save(),
        remove: if has_password { words.password_remove() } else { String::new() },
    });
    let mut links = Vec::new();
    if ctx.is(access::Role::Leader) {
        links.push(Link {
            url: "/settings/hours",
            label: words.settings_hours(),
            text: words.settings_hours_text(),
        });
    }
    if [access::Role::Leader, access::Role::Hr].into_iter().any(|role| ctx.is(role)) {
        links.push(Link {
            url: "/deputies",
            label: words.nav_deputies(),
            text: words.settings_deputies_text(),
        });
    }
    links.push(Link { url: "/settings/seen", label: words.seen_heading(), text: words.settings_seen_text() });
    links.push(Link { url: "/export", label: words.settings_export(), text: words.settings_export_text() });
    Ok(SettingsPage {
        frame: frame(ctx, "/settings", words.nav_settings()),
        heading: words.nav_settings(),
        who: match &who.person.mail {
            Some(mail) => format!("{} · {mail}", who.person.name()),
            None => who.person.name(),
        },
        links,
        errors_title: words.form_trouble(),
        prove,
        passkeys,
        errors: errors(password.iter().map(|part| &part.field)),
        password,
        sessions_heading: words.sessions_heading(),
        sessions_text: words.sessions_text(),
        sessions,
    })
}

pub(crate) fn by_door(words: &Words, door: Door) -> String {
    match door {
        Door::Link => words.session_by_link(),
        Door::Password => words.session_by_password(),
        Door::Account => words.session_by_account(),
        Door::Passkey => words.session_by_passkey(),
    }
}

async fn settings(ctx: Ctx) -> Page {
    show(&settings_page(&ctx, None).await?)
}

async fn set_password(ctx: Ctx, Form(form): Form<PasswordForm>) -> Page {
    if !ctx.site().doors().password {
        return Err(Trouble::NotFound);
    }
    let (words, by) = (ctx.words(), ctx.actor()?);
    let keep = ctx.signed_in().ok_or(Trouble::SignInFirst)?.session.label;
    let removing = form.remove == "yes";
    if form.password.is_empty() && !removing {
        return show_again(&settings_page(&ctx, Some(words.required())).await?);
    }
    let password = if removing { "" } else { form.password.as_str() };
    match actions::access::set_password(ctx.desk(), by, keep, password).await? {
        Ok(()) if removing => go_saying(&ctx, "/settings", Said::PasswordGone),
        Ok(()) => go_saying(&ctx, "/settings", Said::PasswordSet),
        Err(refused) => {
            let error = match refused {
                PasswordRefused::TooShort => words.password_too_short(PASSWORD_SHORTEST),
                PasswordRefused::TooLong => words.password_too_long(PASSWORD_LONGEST),
            };
            show_again(&settings_page(&ctx, Some(error)).await?)
        }
    }
}

async fn end_session(ctx: Ctx, Path(label): Path<i64>) -> Page {
    let by = ctx.actor()?;
    ctx.desk().write(move |tx| actions::access::end_session(tx, &by, SessionLabel(label))).await?;
    go_saying(&ctx, "/settings", Said::SessionEnded)
}

#[derive(Template)]
#[template(path = "people/text.html")]
struct TextPage {
    frame: Frame,
    heading: String,
    lead: String,
    parts: Vec<(String, String)>,
    /// Where there is more of it: address and words.
    onward: (&'static str, String),
}

async fn privacy(ctx: Ctx) -> Page {
    let words = ctx.words();
    show(&TextPage {
        frame: frame(&ctx, "/privacy", words.nav_privacy()),
        heading: words.nav_privacy(),
        lead: words.privacy_lead(),
        parts: vec![
            (words.privacy_calendar(), words.privacy_calendar_text()),
            (words.privacy_steps(), words.privacy_steps_text()),
            (words.privacy_others(), words.privacy_others_text()),
            (words.privacy_log(), words.privacy_log_text()),
            (words.privacy_signing_in(), words.privacy_signing_in_text()),
            (words.privacy_how_long(), words.privacy_how_long_text()),
            (words.privacy_rights(), words.privacy_rights_text()),
        ],
        onward: ("/privacy/records", words.kept_more()),
    })
}
