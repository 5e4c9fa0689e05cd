//! Only where everything is made up: try as somebody else, and the letters that would have been sent.

use actions::access::SignInRefused;
use askama::Template;
use axum::extract::Path;
use axum::http::HeaderMap;

use crate::access::welcome;
use crate::ctx::Ctx;
use crate::dates::writes;
use crate::frame::{Frame, frame};
use crate::pages::{Page, go, show};
use crate::routes::Routes;

pub(crate) fn routes(routes: Routes) -> Routes {
    routes.get("/demo", demo).post("/demo/{role}", try_as).get("/outbox", outbox)
}

#[derive(Template)]
#[template(path = "demo/people.html")]
struct DemoPage {
    frame: Frame,
    heading: String,
    lead: String,
    people: Vec<DemoPerson>,
}

struct DemoPerson {
    name: String,
    role: String,
    url: String,
    action: String,
    /// The action with the name, for whoever hears the buttons one after the other.
    label: String,
}

#[derive(Template)]
#[template(path = "demo/outbox.html")]
struct OutboxPage {
    frame: Frame,
    heading: String,
    lead: String,
    empty: String,
    letters: Vec<LetterRow>,
}

struct LetterRow {
    subject: String,
    to: String,
    lines: Vec<Line>,
}

/// A line of a letter: words, or an address to follow.
struct Line {
    text: String,
    url: bool,
}

async fn demo(ctx: Ctx) -> Page {
    let words = ctx.words();
    let people = ctx.desk().read(actions::demo::people).await?;
    let people = people
        .into_iter()
        .map(|person| DemoPerson {
            role: match person.role.as_str() {
                "manager" => words.demo_manager(),
                "principal" => words.demo_principal(),
                "employee" => words.demo_employee(),
                "hr" => words.demo_hr(),
                "top-manager" => words.demo_top_manager(),
                "authority-hr" => words.demo_authority_hr(),
                "data-protection" => words.role_data_protection(),
                _ => words.demo_it(),
            },
            action: words.sign_in(),
            label: words.demo_try(&person.name),
            name: person.name,
            url: format!("/demo/{}", person.role),
        })
        .collect();
    show(&DemoPage {
        frame: frame(&ctx, "/demo", words.nav_demo()),
        heading: words.nav_demo(),
        lead: words.demo_lead(),
        people,
    })
}

async fn try_as(ctx: Ctx, headers: HeaderMap, Path(role): Path<String>) -> Page {
    match actions::demo::sign_in(ctx.desk(), ctx.visitor(), &role).await {
        Ok(secret) => welcome(&ctx, &headers, &secret, "/").await,
        Err(SignInRefused::NotValid) => go("/demo"),
        Err(refused) => Err(refused.into()),
    }
}

async fn outbox(ctx: Ctx) -> Page {
    let words = ctx.words();
    let host = ctx.site().host().id;
    let letters = ctx.desk().read(move |tx| actions::letters::latest(tx, host)).await?;
    let zone = ctx.time_zone();
    let letters = letters
        .into_iter()
        .map(|letter| LetterRow {
            to: words.outbox_to(&letter.recipient, writes(ctx.language()).moment(letter.created_at, &zone)),
            subject: letter.subject,
            lines: letter
                .body
                .lines()
                .map(|line| Line {
                    url: line.starts_with(ctx.desk().address()) && !line.contains(char::is_whitespace),
                    text: line.to_owned(),
                })
                .collect(),
        })
        .collect();
    show(&OutboxPage {
        frame: frame(&ctx, "/outbox", words.nav_outbox()),
        heading: words.nav_outbox(),
        lead: words.outbox_lead(),
        empty: words.outbox_empty(),
        letters,
    })
}
