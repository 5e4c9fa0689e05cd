//! What is printed: the poster, and sheets of slips.

use actions::rounds::{MOST_SLIPS, SlipsRefused};
use askama::Template;
use axum::extract::{Form, Path};
use pulse::{BallotLink, Place, RoundId, RoundState, SlipCode};
use serde::Deserialize;

use super::manifest::pulse_words;
use super::qr::{Qr, qr};
use super::{days, look, moment};
use crate::Trouble;
use crate::ctx::Ctx;
use crate::form::Field;
use crate::frame::{Frame, frame};
use crate::pages::{Page, show};

#[derive(Template)]
#[template(path = "rounds/poster.html")]
struct PosterPage {
    frame: Frame,
    organisation: String,
    heading: String,
    days: String,
    lead: String,
    qr: Qr,
    qr_label: String,
    address: String,
    words_heading: String,
    six: [String; 6],
    words_text: String,
    facts: Vec<String>,
    print: String,
}

pub(super) async fn poster(ctx: Ctx, Path(round): Path<i64>) -> Page {
    let by = ctx.actor()?;
    let view = ctx.desk().read(move |tx| actions::rounds::by_id(tx, &by, RoundId(round))).await?;
    let Some(hash) = view.hash.filter(|_| view.state == RoundState::Open) else {
        return Err(Trouble::NotFound);
    };
    let (words, round) = (ctx.words(), &view.round);
    let named = round.asks_by_name();
    let (address, link) = if named {
        (ctx.desk().address().to_owned(), ctx.desk().address_of("/"))
    } else {
        let link = ctx.desk().address_of(&BallotLink::Open.path(round.id, &hash));
        (ctx.desk().address_of(&format!("/b/{}", round.id)), link)
    };
    let facts = if named {
        vec![words.poster_named_where(), words.poster_named_slip(), words.poster_named_promise(round.k)]
    } else {
        vec![words.poster_open_where(), words.poster_open_worth(), words.poster_open_promise(round.k)]
    };
    show(&PosterPage {
        frame: frame(&ctx, "/rounds", words.poster_title(&round.name)),
        organisation: ctx.site().host().name.clone(),
        heading: round.name.clone(),
        days: days(&ctx, round),
        lead: if named { words.poster_named_lead() } else { words.poster_open_lead() },
        qr: qr(&link),
        qr_label: words.poster_qr(&address),
        address,
        words_heading: words.manifest_words(),
        six: pulse_words(&hash),
        words_text: if named { words.manifest_words_text() } else { words.poster_open_words() },
        facts,
        print: words.poster_print(),
    })
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct SlipsForm {
    place: String,
    count: String,
}

#[derive(Template)]
#[template(path = "rounds/slips.html")]
struct SlipsPage {
    frame: Frame,
    heading: String,
    lead: String,
    how_heading: String,
    how: Vec<String>,
    once: String,
    sheet_heading: String,
    /// Ticked, the slips on the page are larger: the codes are here once, so the choice is too.
    large: Field,
    slips: Vec<SlipPart>,
    back_url: String,
    back: String,
}

struct SlipPart {
    heading: String,
    qr: Qr,
    qr_label: String,
    text: String,
    code_label: String,
    code: String,
    until: String,
    six: String,
}

/// Makes slips and shows them: the answer to this form is the only page that ever has their codes.
pub(super) async fn slips(ctx: Ctx, Path(round): Path<i64>, Form(form): Form<SlipsForm>) -> Page {
    let by = ctx.actor()?;
    let place = form.place.parse().map(Place).map_err(|_| Trouble::NotFound)?;
    let count = form.count.trim().parse().unwrap_or(0);
    let made =
        ctx.desk().write(move |tx| actions::rounds::make_slips(tx, &by, RoundId(round), place, count)).await;
    let words = ctx.words();
    let made = match made {
        Ok(made) => made,
        Err(SlipsRefused::Count) => {
            return look::again(&ctx, round, "count", words.slips_count_wrong(MOST_SLIPS)).await;
        }
        Err(SlipsRefused::TooMany { left }) => {
            return look::again(&ctx, round, "count", words.slips_too_many(left)).await;
        }
        Err(refused) => return Err(refused.into()),
    };
    let six = pulse_words(&made.hash).join(" ");
    let address = ctx.desk().address_of("/slip");
    let slip = |code: &SlipCode| {
        let link = ctx.desk().address_of(&BallotLink::Slip(code).path(made.round.id, &made.hash));
        SlipPart {
            heading: made.round.name.clone(),
            qr: qr(&link),
            qr_label: words.slips_qr(),
            text: words.slips_text(&address),
            code_label: words.slips_code(),
            code: code.in_fours(),
            until: words.slips_until(moment(&ctx, made.round.closes_at)),
            six: six.clone(),
        }
    };
    let heading = words.slips_heading(made.codes.len(), &made.group);
    show(&SlipsPage {
        frame: frame(&ctx, "/rounds", heading.clone()),
        heading,
        lead: words.slips_lead(),
        how_heading: words.slips_how(),
        how: vec![
            words.slips_how_print(),
            words.slips_how_cut(),
            words.slips_how_draw(),
            words.slips_how_tick(),
            words.slips_how_return(),
        ],
        once: words.slips_once(),
        sheet_heading: words.slips_sheet(),
        large: Field::new("large-print", words.slips_large(), "").with_hint(words.slips_large_hint()),
        slips: made.codes.iter().map(slip).collect(),
        back_url: format!("/rounds/{}", made.round.id),
        back: words.rounds_back(),
    })
}
