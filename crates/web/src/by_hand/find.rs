//! Anyone, found by the beginning of a name.

use actions::by_hand::{FOUND_AT_MOST, Found};
use askama::Template;
use axum::extract::Query;
use serde::Deserialize;

use crate::ctx::Ctx;
use crate::dates::writes;
use crate::form::Field;
use crate::frame::{Frame, frame};
use crate::pages::{Page, show};

#[derive(Template)]
#[template(path = "by_hand/find.html")]
struct FindPage {
    frame: Frame,
    heading: String,
    lead: String,
    looked_for: Field,
    look: String,
    /// How many there are, in words.
    count: String,
    rows: Vec<Row>,
    add: String,
    units: String,
}

struct Row {
    url: String,
    name: String,
    about: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Looked {
    q: String,
}

pub(super) async fn find(ctx: Ctx, Query(looked): Query<Looked>) -> Page {
    let (words, by, today) = (ctx.words(), ctx.actor()?, ctx.today());
    let q: String = looked.q.chars().take(100).collect();
    let text = q.clone();
    let (mut found, more) = ctx.desk().read(move |tx| actions::by_hand::find(tx, &by, &text, today)).await?;
    found.sort_by(|a, b| writes(ctx.language()).order(&a.name, &b.name));
    show(&FindPage {
        frame: frame(&ctx, "/people", words.nav_people()),
        heading: words.nav_people(),
        lead: words.people_lead(),
        looked_for: Field::new("q", words.people_look_for(), q),
        look: words.people_look(),
        count: match found.len() {
            0 => words.people_none(),
            _ if more => words.people_more(FOUND_AT_MOST),
            number => words.people_found(number),
        },
        rows: found.into_iter().map(|found| row(&ctx, found)).collect(),
        add: words.people_add(),
        units: words.people_units(),
    })
}

fn row(ctx: &Ctx, found: Found) -> Row {
    let units = match found.units.is_empty() {
        true => ctx.words().people_nowhere(),
        false => found.units.join(", "),
    };
    Row {
        url: format!("/people/{}", found.person),
        name: found.name,
        about: found.mail.map_or_else(|| units.clone(), |mail| format!("{units} · {mail}")),
    }
}
