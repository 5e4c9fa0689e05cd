//! The log: for the data protection officer all of it, for everybody what concerns them. No content.

mod export;
mod say;
mod seen;

pub(crate) use say::{what, who};

use actions::audit::{Act, Kind, Told, Which};
use askama::Template;
use axum::extract::Query;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Deserialize;

use crate::Trouble;
use crate::ctx::Ctx;
use crate::dates::writes;
use crate::form::{Choice, Field};
use crate::frame::{Frame, frame};
use crate::pages::{Page, show};
use crate::routes::Routes;

pub(crate) fn routes(routes: Routes) -> Routes {
    routes
        .get("/settings/seen", seen::seen)
        .get("/log", log)
        .get("/log.csv", export::csv)
        .get("/log.json", export::json)
}

/// So many lines are shown at a time.
const SHOWN: u32 = 100;

#[derive(Template)]
#[template(path = "log/log.html")]
struct LogPage {
    frame: Frame,
    heading: String,
    lead: String,
    kind: Field,
    kinds: Vec<Choice>,
    from: Field,
    to: Field,
    show: String,
    none: String,
    lines_heading: String,
    lines: Vec<LineRow>,
    older: String,
    older_url: String,
    take: String,
    take_text: String,
    files: Vec<(String, String)>,
}

struct LineRow {
    who: String,
    what: String,
    when: String,
}

/// What of the log is asked for.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub(super) struct Asked {
    kind: String,
    from: String,
    to: String,
    before: String,
}

impl Asked {
    fn kind(&self) -> Option<Kind> {
        Kind::from_code(&self.kind)
    }

    /// What cannot be read is not asked for.
    fn which(&self, ctx: &Ctx, most: u32) -> Which {
        let begins = |day: Date| day.to_zoned(ctx.time_zone()).map(|zoned| zoned.timestamp()).ok();
        let day = |text: &str| text.trim().parse::<Date>().ok();
        let to = day(&self.to).and_then(|day| day.tomorrow().ok());
        Which {
            kind: self.kind(),
            since: day(&self.from).and_then(begins).unwrap_or(Timestamp::MIN),
            until: to.and_then(begins).unwrap_or(Timestamp::MAX),
            before: self.before.parse().unwrap_or(u64::MAX),
            most,
        }
    }

    /// As the end of an address, from a line on.
    fn query(&self, before: Option<u64>) -> String {
        let mut query = String::new();
        let days =
            [("from", &self.from), ("to", &self.to)].map(|(name, text)| (name, text.trim().parse::<Date>()));
        let days = days.into_iter().filter_map(|(name, day)| Some((name, day.ok()?.to_string())));
        let kind = self.kind().map(|kind| ("kind", kind.code().to_owned()));
        let before = before.map(|before| ("before", before.to_string()));
        for (name, value) in kind.into_iter().chain(days).chain(before) {
            let sign = if query.is_empty() { '?' } else { '&' };
            query += &format!("{sign}{name}={value}");
        }
        query
    }
}

async fn log(ctx: Ctx, Query(asked): Query<Asked>) -> Page {
    let (words, by) = (ctx.words(), ctx.actor()?);
    let which = asked.which(&ctx, SHOWN);
    let lines = read(&ctx, which).await?;
    actions::audit::note_soon(ctx.desk(), &by, Act::LogRead.note());
    let older = lines.last().filter(|_| lines.len() == SHOWN as usize).map(|told| told.it.number);
    let choice = |kind: Kind| Choice::new(kind.code(), say::kind(words, kind), asked.kind() == Some(kind));
    let all = Choice::new("", words.log_all_kinds(), asked.kind().is_none());
    let file = |name: String, path: &str| (name, format!("{path}{}", asked.query(None)));
    show(&LogPage {
        frame: frame(&ctx, "/log", words.nav_log()),
        heading: words.nav_log(),
        lead: words.log_lead(),
        kind: Field::new("kind", words.log_kind(), ""),
        kinds: std::iter::once(all).chain(Kind::ALL.into_iter().map(choice)).collect(),
        from: Field::new("from", words.log_from(), asked.from.clone()),
        to: Field::new("to", words.log_to(), asked.to.clone()),
        show: words.log_show(),
        none: if lines.is_empty() { words.log_none() } else { String::new() },
        lines_heading: words.log_lines(),
        lines: lines.iter().map(|told| row(&ctx, told)).collect(),
        older: words.log_older(),
        older_url: older.map(|before| format!("/log{}", asked.query(Some(before)))).unwrap_or_default(),
        take: words.log_take(),
        take_text: words.log_take_text(writes(ctx.language()).number(export::MOST.into())),
        files: vec![file(words.log_csv(), "/log.csv"), file(words.log_json(), "/log.json")],
    })
}

async fn read(ctx: &Ctx, which: Which) -> Result<Vec<Told>, Trouble> {
    let by = ctx.actor()?;
    Ok(ctx.desk().read(move |tx| actions::audit::read(tx, &by, &which)).await?)
}

fn row(ctx: &Ctx, told: &Told) -> LineRow {
    LineRow { who: say::who(ctx, told), what: say::what(ctx, told), when: say::when(ctx, told.it.line.at) }
}
