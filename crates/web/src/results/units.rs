//! All groups that one may read, on one question, in the order of the organisation.

use actions::audit::Act;
use actions::results::Opened;
use askama::Template;
use axum::extract::{Path, Query};
use pulse::{Group, Measure, Place, Reading, RoundId, Shown, Told};
use serde::Deserialize;
use smallteams::Verdict;

use super::said::Says;
use super::unit::names;
use super::{Link, address, closed_on, open};
use crate::Trouble;
use crate::ctx::Ctx;
use crate::form::Choice;
use crate::frame::{Frame, frame};
use crate::pages::{Page, show};

#[derive(Template)]
#[template(path = "results/units.html")]
struct UnitsPage {
    frame: Frame,
    kicker: String,
    heading: String,
    lead: String,
    url: String,
    question: String,
    questions: Vec<Choice>,
    show: String,
    caption: String,
    head: [String; 5],
    rows: Vec<UnitRow>,
    back: Link,
}

struct UnitRow {
    name: String,
    url: String,
    cells: [String; 4],
}

/// Which question.
#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    q: Option<usize>,
}

pub(super) async fn units(ctx: Ctx, Path(round): Path<i64>, Query(asked): Query<Asked>) -> Page {
    let round = RoundId(round);
    let top_place = whole(&ctx, round).await?;
    let opened = open(&ctx, round, top_place, Act::SawGroups).await?;
    let reading = opened.reading.as_deref().ok_or(Trouble::NotFound)?;
    let (words, says) = (ctx.words(), Says::new(&ctx, &opened, reading));
    let at = asked.q.unwrap_or(0);
    let measure = reading.measures().nth(at).ok_or(Trouble::NotFound)?;
    let name = says.name(measure);
    let choice = |(number, measure): (usize, &Measure)| {
        Choice::new(number.to_string(), says.name(measure), number == at)
    };
    let top = reading.published.node(top_place).map(|(node, _)| node.name.clone()).unwrap_or_default();
    show(&UnitsPage {
        frame: frame(&ctx, "/results", format!("{} · {}", words.results_units(), opened.round.name)),
        kicker: format!("{} · {}", opened.round.name, closed_on(&ctx, opened.closing.closed_at)),
        heading: words.results_units(),
        lead: words.results_units_text(),
        url: format!("/results/{round}/units"),
        question: words.results_units_question(),
        questions: reading.measures().enumerate().map(choice).collect(),
        show: words.results_units_show(),
        caption: name,
        head: [
            words.results_group(),
            words.results_answers(),
            words.results_said(),
            words.results_unit_level(),
            words.results_change(),
        ],
        rows: rows(&opened, reading, &says, at),
        back: Link { name: top, url: address(round, top_place), text: String::new() },
    })
}

/// Where all that one may read begins: the whole, or what one has a role for.
async fn whole(ctx: &Ctx, round: RoundId) -> Result<Place, Trouble> {
    let (by, today) = (ctx.actor()?, ctx.today());
    let whole = ctx.desk().read(move |tx| actions::results::whole(tx, &by, round, today)).await?;
    Ok(whole.unwrap_or(Place(0)))
}

/// A row for each smallest group that is shown, in tree order.
fn rows(opened: &Opened, reading: &Reading, says: &Says<'_>, at: usize) -> Vec<UnitRow> {
    let published = &reading.published;
    let mut pools: Vec<usize> = (0..published.pools.len()).collect();
    pools.sort_by_key(|pool| published.pools[*pool].iter().min().copied());
    let row = |pool: usize| {
        let leaf = published.pools[pool].iter().copied().find(|leaf| opened.may_read(*leaf))?;
        let group = Group { place: leaf, shown: Shown::Whole, pools: vec![pool] };
        let told = reading.told(at, &group)?;
        Some(UnitRow {
            name: names(reading, &[pool]).join(", "),
            url: address(opened.round.id, leaf),
            cells: cells(says, &told),
        })
    };
    pools.into_iter().filter_map(row).collect()
}

fn cells(says: &Says<'_>, told: &Told) -> [String; 4] {
    let (words, points) = (says.words, |value| says.points(value));
    let number = |count: u32| says.writes.number(count.into());
    match told {
        Told::Near { answers, side } => {
            [number(*answers), says.near(*side), words.results_none(), words.results_none()]
        }
        Told::Between { answers, low, high } => [
            number(*answers),
            match (points(*low), points(*high)) {
                (low, high) if low == high => low,
                (low, high) => format!("{low}–{high}"),
            },
            words.results_none(),
            words.results_none(),
        ],
        Told::Figures(figures) => {
            let level = figures.level.map(|(level, _)| {
                let interval = level.interval;
                words.results_range(points(level.level), points(interval.low), points(interval.high))
            });
            // Among so many, only what also stays after the correction for many comparisons.
            let change = figures.change.map(|since| match since.change.verdict {
                Verdict::Better if since.change.listed => words.results_since_better(),
                Verdict::Worse if since.change.listed => words.results_since_worse(),
                _ => words.results_since_unsure(),
            });
            let or_none = |text: Option<String>| text.unwrap_or_else(|| words.results_none());
            [number(figures.answers), points(figures.mean), or_none(level), or_none(change)]
        }
    }
}
