//! What is kept about whoever is signed in: to read, to take along, and to erase.

mod document;
mod kept;
mod sections;

use access::Role;
use actions::audit::Act;
use actions::records::What;
use askama::Template;
use axum::extract::Form;
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse;
use serde::Deserialize;

use self::document::Document;
use self::sections::Section;
use crate::Trouble;
use crate::ctx::Ctx;
use crate::form::{Choice, Field, errors};
use crate::frame::{Frame, frame};
use crate::pages::{Page, go_saying, show, show_again};
use crate::routes::Routes;
use crate::said::Said;

pub(crate) fn routes(routes: Routes) -> Routes {
    routes
        .get("/privacy/records", kept::kept)
        .get("/export", export)
        .get("/export.json", export_json)
        .get("/erase", erase)
        .post("/erase", do_erase)
}

#[derive(Template)]
#[template(path = "records/export.html")]
struct ExportPage {
    frame: Frame,
    heading: String,
    lead: String,
    download: String,
    download_text: String,
    erase: String,
    contents: String,
    sections: Vec<Section>,
}

#[derive(Template)]
#[template(path = "records/erase.html")]
struct ErasePage {
    frame: Frame,
    heading: String,
    lead: String,
    errors_title: String,
    errors: Vec<Field>,
    goes: Vec<(String, String)>,
    stays: String,
    stays_texts: Vec<String>,
    first: String,
    take: String,
    what: Field,
    choices: Vec<Choice>,
    sure: Field,
    erase: String,
    cancel: String,
}

#[derive(Deserialize, Default)]
pub(crate) struct EraseForm {
    #[serde(default)]
    what: String,
    #[serde(default)]
    sure: String,
}

async fn export(ctx: Ctx) -> Page {
    let words = ctx.words();
    let everything = actions::records::everything(ctx.desk(), ctx.actor()?).await?;
    show(&ExportPage {
        frame: frame(&ctx, "/settings", words.records_heading()),
        heading: words.records_heading(),
        lead: words.records_lead(),
        download: words.records_download(),
        download_text: words.records_download_text(),
        erase: words.records_to_erase(),
        contents: words.records_contents(),
        sections: sections::sections(&ctx, &everything),
    })
}

async fn export_json(ctx: Ctx) -> Page {
    let by = ctx.actor()?;
    actions::audit::note_soon(ctx.desk(), &by, Act::OwnTaken.of(by.person));
    let everything = actions::records::everything(ctx.desk(), ctx.actor()?).await?;
    let document = Document::of(&everything, ctx.desk().now());
    let text =
        serde_json::to_string_pretty(&document).map_err(|_| Trouble::Fault(actions::Fault::Panicked))?;
    let name = format!("attachment; filename=\"pejling-{}.json\"", ctx.today());
    let name = HeaderValue::from_str(&name).map_err(|_| Trouble::Garbled)?;
    let json = HeaderValue::from_static("application/json; charset=utf-8");
    Ok(([(header::CONTENT_TYPE, json), (header::CONTENT_DISPOSITION, name)], text).into_response())
}

fn erase_page(ctx: &Ctx, chosen: &str, what_error: Option<String>, sure_error: Option<String>) -> ErasePage {
    let words = ctx.words();
    let choice = |code: &str, label, hint: String| Choice::new(code, label, code == chosen).with_hint(hint);
    let mut choices = Vec::new();
    if ctx.is(Role::Leader) {
        choices.push(choice("weeks", words.erase_weeks(), words.erase_weeks_text()));
        choices.push(choice("steps", words.erase_steps(), words.erase_steps_text()));
    }
    choices.push(choice("all", words.erase_all(), words.erase_all_text()));
    let what = Field::new("what", words.erase_what(), chosen).with_error(what_error);
    let sure = Field::new("sure", words.erase_sure(), "").with_error(sure_error);
    ErasePage {
        frame: frame(ctx, "/settings", words.erase_heading()),
        heading: words.erase_heading(),
        lead: words.erase_lead(),
        errors_title: words.form_trouble(),
        errors: errors([&what, &sure]),
        goes: vec![
            (words.erase_weeks(), words.erase_weeks_goes()),
            (words.erase_steps(), words.erase_steps_goes()),
            (words.erase_all(), words.erase_all_goes()),
        ],
        stays: words.erase_stays(),
        stays_texts: vec![
            words.erase_stays_person(),
            words.erase_stays_agreed(),
            words.erase_stays_log(),
            words.erase_stays_session(),
            words.erase_stays_copies(),
        ],
        first: words.erase_first(),
        take: words.records_download(),
        what,
        choices,
        sure,
        erase: words.erase_do(),
        cancel: words.cancel(),
    }
}

async fn erase(ctx: Ctx) -> Page {
    show(&erase_page(&ctx, "", None, None))
}

async fn do_erase(ctx: Ctx, Form(form): Form<EraseForm>) -> Page {
    let (words, by) = (ctx.words(), ctx.actor()?);
    let keep = ctx.signed_in().ok_or(Trouble::SignInFirst)?.session.label;
    let what = match form.what.as_str() {
        "weeks" => Some(What::Weeks),
        "steps" => Some(What::Steps),
        "all" => Some(What::All),
        _ => None,
    };
    let sure = form.sure == "yes";
    let Some(what) = what.filter(|_| sure) else {
        let what_error = what.is_none().then(|| words.erase_what_missing());
        let sure_error = (!sure).then(|| words.erase_sure_missing());
        return show_again(&erase_page(&ctx, &form.what, what_error, sure_error));
    };
    ctx.desk().write(move |tx| actions::records::erase(tx, &by, keep, what)).await?;
    go_saying(&ctx, "/export", Said::Erased)
}
