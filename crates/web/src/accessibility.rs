//! How accessible it is, and a form for whoever found that it was not.

use actions::feedback::{FEEDBACK_LONGEST, FeedbackRefused};
use askama::Template;
use axum::extract::Form;
use serde::Deserialize;

use crate::access::looks_like_mail;
use crate::ctx::Ctx;
use crate::form::{Field, errors};
use crate::frame::{Frame, frame};
use crate::pages::{Page, go_saying, show, show_again};
use crate::routes::Routes;
use crate::said::Said;

pub(crate) fn routes(routes: Routes) -> Routes {
    routes.get("/accessibility", accessibility).post("/accessibility", tell)
}

#[derive(Template)]
#[template(path = "people/accessibility.html")]
struct AccessibilityPage {
    frame: Frame,
    heading: String,
    lead: String,
    parts: Vec<(String, String)>,
    tell: String,
    tell_text: String,
    errors_title: String,
    errors: Vec<Field>,
    text: Field,
    longest: usize,
    reply: Field,
    send: String,
    authority: String,
}

#[derive(Deserialize, Default)]
pub(crate) struct TellForm {
    #[serde(default)]
    text: String,
    #[serde(default)]
    reply: String,
}

fn page(
    ctx: &Ctx,
    form: &TellForm,
    text_error: Option<String>,
    reply_error: Option<String>,
) -> AccessibilityPage {
    let words = ctx.words();
    let text = Field::new("text", words.feedback_what(), form.text.as_str())
        .with_hint(words.feedback_what_hint())
        .with_error(text_error);
    let reply = Field::new("reply", words.feedback_reply(), form.reply.as_str())
        .with_hint(words.feedback_reply_hint())
        .with_error(reply_error);
    let errors = errors([&text, &reply]);
    let title = words.nav_accessibility();
    AccessibilityPage {
        frame: frame(ctx, "/accessibility", if errors.is_empty() { title } else { words.error_title(title) }),
        heading: words.nav_accessibility(),
        lead: words.accessibility_lead(),
        parts: vec![
            (words.accessibility_how(), words.accessibility_how_text()),
            (words.accessibility_gaps(), words.accessibility_gaps_text()),
        ],
        tell: words.accessibility_tell(),
        tell_text: words.accessibility_tell_text(),
        errors_title: words.form_trouble(),
        errors,
        text,
        longest: FEEDBACK_LONGEST,
        reply,
        send: words.feedback_send(),
        authority: words.accessibility_authority(),
    }
}

async fn accessibility(ctx: Ctx) -> Page {
    show(&page(&ctx, &TellForm::default(), None, None))
}

async fn tell(ctx: Ctx, Form(form): Form<TellForm>) -> Page {
    let (words, text, reply) = (ctx.words(), form.text.trim(), form.reply.trim());
    let text_error = match text.chars().count() {
        0 => Some(words.required()),
        // A browser counts a new line as one; it sends two.
        _ if text.replace("\r\n", "\n").chars().count() > FEEDBACK_LONGEST => {
            Some(words.feedback_too_long(FEEDBACK_LONGEST))
        }
        _ => None,
    };
    let reply_error = (!reply.is_empty() && !looks_like_mail(reply)).then(|| words.sign_in_mail_wrong());
    if text_error.is_some() || reply_error.is_some() {
        return show_again(&page(&ctx, &form, text_error, reply_error));
    }
    let host = ctx.site().host();
    match actions::feedback::tell(ctx.desk(), ctx.visitor(), host, text, reply).await {
        Ok(()) => go_saying(&ctx, "/accessibility", Said::FeedbackSent),
        Err(FeedbackRefused::Nobody) => {
            show_again(&page(&ctx, &form, Some(words.feedback_nobody(words.role_it())), None))
        }
        Err(FeedbackRefused::TooMany) => {
            show_again(&page(&ctx, &form, Some(words.feedback_too_many()), None))
        }
        Err(FeedbackRefused::Fault(fault)) => Err(fault.into()),
    }
}
