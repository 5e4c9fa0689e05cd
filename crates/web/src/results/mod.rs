//! Results of rounds: which there are, what was said, and what may be taken along.

mod about;
mod agreed;
mod drawn;
mod export;
mod release;
mod said;
mod talk;
mod unit;
mod units;

use actions::audit::Act;
use actions::results::{Closed, Opened};
use askama::Template;
use axum::extract::Path;
use people::Language;
use pulse::{Place, RoundId, Withheld};

use crate::ctx::Ctx;
use crate::dates::writes;
use crate::frame::{Frame, frame};
use crate::pages::{Page, show};
use crate::routes::Routes;

pub(crate) fn routes(routes: Routes) -> Routes {
    routes
        .get("/results", list)
        .get("/results/{round}/units", units::units)
        .get("/results/{round}/{place}", unit::unit)
        .get("/results/{round}/{place}/about-me", about::about_me)
        .get("/results/{round}/{place}/talk", talk::guide)
        .post("/results/{round}/{place}/agreed", agreed::agree)
        .post("/results/{round}/{place}/release", release::release)
        .get("/results/{round}/{place}/table.csv", export::table_csv)
        .get("/results/{round}/{place}/table.json", export::table_json)
        .get("/results/{round}/{place}/hme.csv", export::hme_csv)
        .get("/results/{round}/{place}/hme.xlsx", export::hme_xlsx)
}

#[derive(Template)]
#[template(path = "results/list.html")]
struct ListPage {
    frame: Frame,
    heading: String,
    lead: String,
    empty: String,
    empty_text: String,
    rounds: Vec<RoundRow>,
}

struct RoundRow {
    name: String,
    text: String,
    url: String,
    action: String,
    /// The whole, for whoever may read it and begins to read elsewhere; else empty.
    whole_url: String,
    whole: String,
}

/// A link with its words.
struct Link {
    name: String,
    url: String,
    /// More words beside it, or none.
    text: String,
}

async fn list(ctx: Ctx) -> Page {
    let (by, today) = (ctx.actor()?, ctx.today());
    let closed = ctx.desk().read(move |tx| actions::results::closed(tx, &by, today)).await?;
    let words = ctx.words();
    show(&ListPage {
        frame: frame(&ctx, "/results", words.results_heading()),
        heading: words.results_heading(),
        lead: words.results_lead(),
        empty: words.results_empty(),
        empty_text: words.results_empty_text(),
        rounds: closed.iter().filter_map(|closed| row(&ctx, closed)).collect(),
    })
}

fn row(ctx: &Ctx, closed: &Closed) -> Option<RoundRow> {
    let (place, name) = closed.home.as_ref()?;
    let words = ctx.words();
    let whole = closed.whole.filter(|whole| whole != place);
    Some(RoundRow {
        name: closed.round.name.clone(),
        text: format!(
            "{} · {}",
            closed_on(ctx, closed.closing.closed_at),
            answered(ctx, closed.closing.ballots, closed.closing.eligible)
        ),
        url: address(closed.round.id, *place),
        action: words.results_read(name),
        whole_url: whole.map(|whole| address(closed.round.id, whole)).unwrap_or_default(),
        whole: words.results_read_whole(),
    })
}

fn address(round: RoundId, place: Place) -> String {
    format!("/results/{round}/{}", place.0)
}

fn closed_on(ctx: &Ctx, at: jiff::Timestamp) -> String {
    let zone = ctx.time_zone();
    ctx.words().results_closed_on(writes(ctx.language()).date(at.to_zoned(zone).date()))
}

fn answered(ctx: &Ctx, ballots: u32, eligible: u32) -> String {
    let number = |count: u32| writes(ctx.language()).number(count.into());
    match eligible {
        0 => ctx.words().results_answered_open(number(ballots)),
        _ => ctx.words().results_answered(number(ballots), number(eligible)),
    }
}

/// Opens a place of a round for whoever asks; `act` is how they look at it, which the log tells.
async fn open(ctx: &Ctx, round: RoundId, place: Place, act: Act) -> Result<Opened, crate::Trouble> {
    let (by, today) = (ctx.actor()?, ctx.today());
    Ok(actions::results::look(ctx.desk(), by, (round, place), (act, None), today).await?)
}

/// Whether a place is theirs to read, for what shows nothing of it.
async fn may_read(ctx: &Ctx, round: RoundId, place: Place) -> Result<(), crate::Trouble> {
    let (by, today, shelf) = (ctx.actor()?, ctx.today(), ctx.desk().results.clone());
    let open = move |tx: &mut actions::Tx<'_>| actions::results::open(tx, &shelf, &by, round, place, today);
    ctx.desk().read(open).await?;
    Ok(())
}

/// The path of a place of a round.
type Where = Path<(i64, u32)>;

/// What a question or an index is called in `language`, or in another that it was asked in.
fn called(opened: &Opened, code: &str, language: Language) -> String {
    if let Some(index) = pulse::Index::from_code(code) {
        return index.name(language).to_owned();
    }
    let question = opened.questionnaire.questions().iter().find(|question| question.code.to_string() == code);
    let others = [language].into_iter().chain(Language::ALL);
    let text =
        question.and_then(|question| others.into_iter().find_map(|one| question.wording.in_language(one)));
    text.unwrap_or(code).to_owned()
}

/// Why nothing was published, in words.
fn why(ctx: &Ctx, withheld: Withheld) -> String {
    match withheld {
        Withheld::Audit => ctx.words().results_withheld_audit(),
        Withheld::Ballots => ctx.words().results_withheld_ballots(),
    }
}
