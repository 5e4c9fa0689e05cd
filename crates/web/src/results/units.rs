//! All groups that one may read, on one question, in the order of the organisation.

use std::collections::BTreeMap;

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
    /// How to open a part; empty where all of it stands open.
    open: String,
    parts: Vec<Part>,
    back: Link,
}

/// A part of the organisation: so many groups in one list are more than anybody reads.
struct Part {
    name: String,
    about: String,
    rows: Vec<UnitRow>,
}

struct UnitRow {
    name: String,
    url: String,
    cells: [String; 4],
    changed: bool,
}

/// A row with the nodes it lies below, from the top.
type Lying = (Vec<Place>, UnitRow);

/// A part with more groups is split into the parts below it, if it has any.
const FEW: usize = 20;

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
    let parts = parts(0, rows(&opened, reading, &says, at));
    let folded = parts.len() > 1;
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
        open: if folded { words.results_units_open() } else { String::new() },
        parts: parts.into_iter().map(|(place, rows)| part(&says, reading, place, rows)).collect(),
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
fn rows(opened: &Opened, reading: &Reading, says: &Says<'_>, at: usize) -> Vec<Lying> {
    let published = &reading.published;
    let mut pools: Vec<usize> = (0..published.pools.len()).collect();
    pools.sort_by_key(|pool| published.pools[*pool].iter().min().copied());
    let row = |pool: usize| {
        let leaf = published.pools[pool].iter().copied().find(|leaf| opened.may_read(*leaf))?;
        let group = Group { place: leaf, shown: Shown::Whole, pools: vec![pool] };
        let told = reading.told(at, &group)?;
        let mut path: Vec<Place> = published.upward(leaf).collect();
        path.reverse();
        let row = UnitRow {
            name: names(reading, &[pool]).join(", "),
            url: address(opened.round.id, leaf),
            cells: cells(says, &told),
            changed: listed(&told).is_some(),
        };
        Some((path, row))
    };
    pools.into_iter().filter_map(row).collect()
}

/// The rows below the node at `depth` of their paths, in the largest parts of the tree with few enough; what lies right below a node that is
/// split is a part of its own.
fn parts(depth: usize, rows: Vec<Lying>) -> Vec<(Place, Vec<UnitRow>)> {
    let Some(here) = rows.first().and_then(|(path, _)| path.get(depth).copied()) else { return Vec::new() };
    let mut own = Vec::new();
    let mut below: BTreeMap<Place, Vec<Lying>> = BTreeMap::new();
    let few = rows.len() <= FEW;
    for (path, row) in rows {
        match path.get(depth + 1) {
            Some(child) if !few && path.len() > depth + 2 => {
                below.entry(*child).or_default().push((path, row));
            }
            _ => own.push(row),
        }
    }
    let own = Some((here, own)).filter(|(_, rows)| !rows.is_empty());
    own.into_iter().chain(below.into_values().flat_map(|rows| parts(depth + 1, rows))).collect()
}

fn part(says: &Says<'_>, reading: &Reading, place: Place, rows: Vec<UnitRow>) -> Part {
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let changed = rows.iter().filter(|row| row.changed).count();
    let mut about = vec![says.words.results_units_part(count(rows.len()))];
    about.extend((changed > 0).then(|| says.words.results_units_changed(count(changed))));
    let name = reading.published.node(place).map(|(node, _)| node.name.clone()).unwrap_or_default();
    Part { name, about: about.join(" · "), rows }
}

/// The change of a group that is told among so many: only what also stays after the correction for many comparisons.
fn listed(told: &Told) -> Option<Verdict> {
    let Told::Figures(figures) = told else { return None };
    let change = figures.change.as_ref()?.change;
    Some(change.verdict).filter(|verdict| change.listed && *verdict != Verdict::CannotTell)
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
            let change = figures.change.as_ref().map(|_| match listed(told) {
                Some(Verdict::Better) => words.results_since_better(),
                Some(Verdict::Worse) => words.results_since_worse(),
                _ => words.results_since_unsure(),
            });
            let or_none = |text: Option<String>| text.unwrap_or_else(|| words.results_none());
            [number(figures.answers), points(figures.mean), or_none(level), or_none(change)]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lying(path: &[u32]) -> Lying {
        let row =
            UnitRow { name: String::new(), url: String::new(), cells: Default::default(), changed: false };
        (path.iter().copied().map(Place).collect(), row)
    }

    fn sizes(rows: Vec<Lying>) -> Vec<(u32, usize)> {
        parts(0, rows).into_iter().map(|(place, rows)| (place.0, rows.len())).collect()
    }

    #[test]
    fn what_is_few_stands_together_and_what_is_many_by_the_parts_of_the_organisation() {
        let few = (1..=20).map(|leaf| lying(&[0, leaf])).collect();
        assert_eq!(sizes(few), [(0, 20)]);
        assert_eq!(sizes(Vec::new()), []);
        // A department of two areas, 15 and 6 groups, its own people beside; another of 20; and the whole's own people.
        let many: Vec<Lying> = [lying(&[0, 1]), lying(&[0, 2, 3])]
            .into_iter()
            .chain((5..20).map(|leaf| lying(&[0, 2, 4, leaf])))
            .chain((21..27).map(|leaf| lying(&[0, 2, 20, leaf])))
            .chain((28..48).map(|leaf| lying(&[0, 27, leaf])))
            .collect();
        assert_eq!(sizes(many), [(0, 1), (2, 1), (4, 15), (20, 6), (27, 20)]);
        // Nothing to split by: many groups right below one node stay in one list.
        assert_eq!(sizes((1..=30).map(|leaf| lying(&[0, leaf])).collect()), [(0, 30)]);
    }
}
