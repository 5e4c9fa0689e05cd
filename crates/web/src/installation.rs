//! For those who run the installation: how it is doing, and whether letters arrive. No content.

use actions::LetterPolicy;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use crate::Site;
use crate::ctx::Ctx;
use crate::frame::{Frame, frame};
use crate::pages::{Page, go_saying, show};
use crate::routes::Routes;
use crate::said::Said;

pub(crate) fn routes(routes: Routes) -> Routes {
    routes.get("/installation", installation).post("/installation/letter", send_letter)
}

/// A name and its value.
#[derive(Debug, Clone)]
pub(crate) struct Fact {
    pub(crate) name: String,
    pub(crate) value: String,
}

#[derive(Template)]
#[template(path = "people/installation.html")]
struct InstallationPage {
    frame: Frame,
    heading: String,
    lead: String,
    facts: Vec<Fact>,
    trial: String,
    trial_text: String,
    trial_send: String,
}

async fn installation(ctx: Ctx) -> Page {
    let words = ctx.words();
    let waiting = ctx.desk().read(actions::letters::waiting).await?;
    let host = ctx.site().host();
    let mail = match ctx.desk().letters {
        LetterPolicy::Send => words.installation_mail_sends(),
        LetterPolicy::Keep => words.installation_mail_keeps(),
    };
    let fact = |name: String, value: &str| Fact { name, value: value.to_owned() };
    show(&InstallationPage {
        frame: frame(&ctx, "/installation", words.nav_installation()),
        heading: words.nav_installation(),
        lead: words.installation_lead(),
        facts: vec![
            fact(words.installation_version(), env!("CARGO_PKG_VERSION")),
            fact(words.installation_organisation(), &host.name),
            fact(words.installation_zone(), &host.zone),
            fact(words.installation_address(), ctx.desk().address()),
            fact(words.installation_mail(), &mail),
            fact(words.installation_letters(), &waiting.to_string()),
        ],
        trial: words.installation_trial(),
        trial_text: words.installation_trial_text(),
        trial_send: words.installation_trial_send(),
    })
}

async fn send_letter(ctx: Ctx) -> Page {
    let by = ctx.actor()?;
    actions::letters::send_trial(ctx.desk(), by).await?;
    go_saying(&ctx, "/installation", Said::LetterSent)
}

/// Whether this node can answer: asked by whatever stands in front of it.
pub(crate) async fn health(State(site): State<Site>) -> (StatusCode, &'static str) {
    match actions::access::host(site.desk()).await {
        Ok(_) => (StatusCode::OK, "ok\n"),
        Err(fault) => {
            tracing::error!(%fault, "not healthy");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n")
        }
    }
}
