//! What anybody can compare: the six words, and the whole manifest to download.

use actions::rounds::Opening;
use askama::Template;
use axum::extract::Path;
use axum::http::header;
use axum::response::IntoResponse;
use pulse::{ClosedRound, Manifest, Round, RoundId};

use super::look::counted;
use super::moment;
use crate::Trouble;
use crate::ctx::Ctx;
use crate::frame::{Frame, frame};
use crate::installation::Fact;
use crate::pages::{Page, show};

#[derive(Template)]
#[template(path = "rounds/manifest.html")]
struct ManifestPage {
    frame: Frame,
    kicker: String,
    heading: String,
    lead: String,
    words_heading: String,
    six: [String; 6],
    words_text: String,
    facts_heading: String,
    facts: Vec<Fact>,
    counted_heading: String,
    counted_text: String,
    /// Once the round has closed.
    counted: Vec<Fact>,
    download_heading: String,
    download_text: String,
    url: String,
    download: String,
    hash: String,
}

pub(super) async fn page(ctx: Ctx, Path(round): Path<i64>) -> Page {
    let (round, opening, closing) = opened(&ctx, round).await?;
    let words = ctx.words();
    let fact = |name, value| Fact { name, value };
    let lines = Manifest::from_bytes(&opening.manifest).map_or(0, |manifest| manifest.size());
    let heading = words.manifest_heading();
    show(&ManifestPage {
        frame: frame(&ctx, "", heading.clone()),
        kicker: round.name.clone(),
        heading,
        lead: words.manifest_lead(),
        words_heading: words.manifest_words(),
        six: pulse_words(&opening.hash),
        words_text: words.manifest_words_text(),
        facts_heading: words.manifest_facts(),
        facts: vec![
            fact(words.rounds_opens(), moment(&ctx, opening.opened_at)),
            fact(words.rounds_closes(), moment(&ctx, round.closes_at)),
            fact(words.rounds_k(), words.rounds_k_value(round.k)),
            fact(words.manifest_lines(), lines.to_string()),
        ],
        counted_heading: words.rounds_counted(),
        counted_text: words.manifest_counted_text(),
        counted: closing.map(|closing| counted(&ctx, &round, &closing)).unwrap_or_default(),
        download_heading: words.manifest_download(),
        download_text: words.manifest_download_text(),
        url: format!("/rounds/{}/manifest.jsonl", round.id),
        download: words.manifest_download_do(),
        hash: pulse::hash_text(&opening.hash),
    })
}

pub(super) async fn file(ctx: Ctx, Path(round): Path<i64>) -> Page {
    let (_, opening, _) = opened(&ctx, round).await?;
    let kind = (header::CONTENT_TYPE, "application/jsonl; charset=utf-8");
    let name = (header::CONTENT_DISPOSITION, "attachment; filename=\"manifest.jsonl\"");
    Ok(([kind, name], opening.manifest).into_response())
}

async fn opened(ctx: &Ctx, round: i64) -> Result<(Round, Opening, Option<ClosedRound>), Trouble> {
    let found = ctx.desk().read(move |tx| actions::rounds::opening_of(tx, RoundId(round))).await?;
    found.ok_or(Trouble::NotFound)
}

/// The six words of a hash.
pub(super) fn pulse_words(hash: &[u8; 32]) -> [String; 6] {
    actions::rounds::six_words(hash)
}
