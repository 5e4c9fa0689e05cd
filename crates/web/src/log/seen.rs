//! What concerns whoever is signed in: who looked at results of their groups, what was done to their details, who is a deputy there.

use actions::audit::{Act, Seen};
use askama::Template;
use axum::extract::Query;
use serde::Deserialize;

use super::say;
use crate::ctx::Ctx;
use crate::dates::writes;
use crate::frame::{Frame, frame};
use crate::pages::{Page, show};
use crate::roles::deputy_words;

#[derive(Template)]
#[template(path = "log/seen.html")]
struct SeenPage {
    frame: Frame,
    heading: String,
    lead: String,
    looks: Part,
    done: Part,
    deputies: Part,
}

/// One part of the page.
struct Part {
    heading: String,
    text: String,
    /// What stands there instead of rows.
    none: String,
    rows: Vec<Row>,
    older: String,
    older_url: String,
}

struct Row {
    name: String,
    about: String,
}

/// From which line on.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Asked {
    looks: Option<u64>,
    done: Option<u64>,
}

pub(super) async fn seen(ctx: Ctx, Query(asked): Query<Asked>) -> Page {
    let (words, by, today) = (ctx.words(), ctx.actor()?, ctx.today());
    let (looks, (done, done_older), deputies) = ctx
        .desk()
        .read(move |tx| {
            let looks = actions::audit::looks(tx, &by, asked.looks, today)?;
            let done = actions::audit::done_to(tx, &by, asked.done)?;
            Ok::<_, actions::Fault>((looks, done, actions::deputies::concerning(tx, &by, today)?))
        })
        .await?;
    let part = |heading, text, none: String, rows: Vec<Row>, older: Option<String>| Part {
        heading,
        text,
        none: if rows.is_empty() { none } else { String::new() },
        rows,
        older: words.log_older(),
        older_url: older.map(|query| format!("/settings/seen?{query}")).unwrap_or_default(),
    };
    let done = done.iter().map(|told| Row {
        name: say::what(&ctx, told),
        about: format!("{} · {}", say::who(&ctx, told), say::when(&ctx, told.it.line.at)),
    });
    let deputies = deputies.iter().map(|named| Row {
        name: words.seen_deputy(&named.person, &named.giver),
        about: deputy_words(&ctx, named),
    });
    show(&SeenPage {
        frame: frame(&ctx, "/settings", words.seen_heading()),
        heading: words.seen_heading(),
        lead: words.seen_lead(),
        looks: part(
            words.seen_looks(),
            words.seen_looks_text(),
            words.seen_looks_none(),
            looks.seen.iter().map(|seen| look_row(&ctx, seen)).collect(),
            looks.older.map(|before| format!("looks={before}")),
        ),
        done: part(
            words.seen_done(),
            words.seen_done_text(),
            words.seen_done_none(),
            done.collect(),
            done_older.map(|before| format!("done={before}")),
        ),
        deputies: part(
            words.seen_deputies(),
            words.seen_deputies_text(),
            words.seen_deputies_none(),
            deputies.collect(),
            None,
        ),
    })
}

/// Who, at which group, on which day, how often.
fn look_row(ctx: &Ctx, seen: &Seen) -> Row {
    let (words, told) = (ctx.words(), &seen.told);
    let mut about: Vec<String> = told.place.iter().chain(&told.round).cloned().collect();
    match told.it.line.act {
        Act::TookFigures => about.push(words.seen_took()),
        Act::ReleasedToCentre => about.push(words.seen_released()),
        _ => {}
    }
    about.push(writes(ctx.language()).date(seen.day));
    if seen.times > 1 {
        about.push(words.times(seen.times));
    }
    Row { name: say::who(ctx, told), about: about.join(" · ") }
}
