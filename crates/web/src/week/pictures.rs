//! A week's pictures, from minutes.

use actions::week::Hours;
use jiff::civil::{Date, Weekday};
use week::{Compare, Kind, Minutes, REFERENCES, Value, Week};

use super::{kind_class, say};
use crate::ctx::Ctx;
use crate::dates::{week_number, writes};
use crate::picture::{self, Bar, Beside, DayShares, Days, Figures, Range, Row, Share, Trend, Usual, Weeks};

/// Where the hours went, in one bar.
pub(super) fn bar(ctx: &Ctx, minutes: &Minutes) -> Bar {
    let shares = Kind::ALL.map(|kind| Share {
        kind: kind_class(kind),
        label: say::kind(ctx, kind),
        amount: say::hours(ctx, minutes.of(kind)).into_owned(),
        minutes: minutes.of(kind),
    });
    let said: Vec<String> = shares
        .iter()
        .filter(|share| share.minutes > 0)
        .map(|share| format!("{} {}", share.label, share.amount))
        .collect();
    // A week of leave is a picture too, and has words.
    let label = if said.is_empty() { ctx.words().nothing_booked() } else { said.join(", ") };
    picture::bar(label, &shares)
}

/// A column for each day with work in it, Monday to Friday always.
pub(super) fn days(ctx: &Ctx, week: &Week, hours: &Hours) -> Days {
    let (words, writes) = (ctx.words(), writes(ctx.language()));
    let last = if week.days[5].booked() + week.days[6].booked() > 0 { 7 } else { 5 };
    let days: Vec<DayShares> = week.days[..last]
        .iter()
        .zip(0_i64..)
        .map(|(minutes, number)| DayShares {
            name: writes.weekday_short(Weekday::Monday.wrapping_add(number)),
            amount: writes.hours(minutes.booked()),
            shares: Kind::ALL.map(|kind| (kind_class(kind), minutes.of(kind))).into(),
        })
        .collect();
    let rows = days.iter().zip(&week.days).map(|(day, minutes)| {
        let kinds = Kind::ALL.iter().map(|kind| minutes.of(*kind));
        let cells = kinds.chain([minutes.booked()]).map(|minutes| say::hours(ctx, minutes)).collect();
        Row { name: day.name.clone(), cells }
    });
    let kinds = Kind::ALL.map(|kind| say::kind(ctx, kind));
    let table = Figures {
        open: words.show_figures(),
        caption: words.week_days(),
        head: [words.day()].into_iter().chain(kinds).chain([words.sum()]).collect(),
        rows: rows.collect(),
    };
    let label: Vec<String> = days.iter().map(|day| format!("{} {}", day.name, day.amount)).collect();
    let bound = (hours.contract.minutes() / 5, words.contract_a_day());
    picture::days(words.days_label(label.join(", ")), &days, Some(bound), table)
}

/// Twelve weeks of leading, with the band in which they usually fall. `None` of fewer than two.
pub(super) fn trend(ctx: &Ctx, latest_first: &[(Date, [u32; 6])]) -> Option<Trend> {
    let (words, writes) = (ctx.words(), writes(ctx.language()));
    let weeks = latest_first.iter().rev();
    let weeks = weeks.map(|(monday, kinds)| (*monday, kinds[Kind::Lead.index()], kinds.iter().sum()));
    let trend = week::Trend::of_sums(weeks.clone());
    let ((last, _), (first, _)) = (latest_first.first()?, latest_first.last()?);
    let noise = trend.noise?;
    let minutes = |value: f64| value.max(0.0).round() as u32;
    let usual = Usual {
        low: minutes(trend.mean - noise),
        mean: minutes(trend.mean),
        high: minutes(trend.mean + noise),
    };
    let rows = weeks.clone().map(|(monday, leading, booked)| Row {
        name: words.week_title(week_number(monday)),
        cells: vec![say::hours(ctx, leading), say::hours(ctx, booked)],
    });
    let said = [usual.mean, usual.low, usual.high].map(|minutes| writes.hours(minutes));
    let given = Weeks {
        label: words.trend_label(latest_first.len(), &said[0], &said[1], &said[2]),
        minutes: weeks.map(|(_, leading, booked)| (booked > 0).then_some(leading)).collect(),
        usual: Some(usual),
        ends: [first, last].map(|monday| words.week_title(week_number(*monday))),
        marks: Vec::new(),
        table: Figures {
            open: words.show_figures(),
            caption: words.week_trend(),
            head: vec![words.nav_week(), words.kind_lead(), words.booked()],
            rows: rows.collect(),
        },
    };
    Some(picture::trend(given, |hours| words.hours_short(hours.to_string())))
}

/// One's own week beside published figures: source and year said, and no figure that is the right one.
pub(super) fn beside_published(ctx: &Ctx, week: &Week) -> Vec<Range> {
    let words = ctx.words();
    let booked = week.booked().max(1);
    let share = |minutes: u32| minutes * 100 / booked;
    let meetings: u32 = week.facts.sizes[1..].iter().map(|size| size.minutes).sum();
    let own = [
        (Compare::Meetings, words.beside_meetings(), share(meetings.min(booked))),
        (
            Compare::Administration,
            words.beside_administration(),
            share(week.minutes().of(Kind::Administration)),
        ),
        (Compare::WithOwnManager, words.beside_own_manager(), share(week.facts.with_own_manager.minutes)),
    ];
    own.into_iter().filter_map(|(what, name, here)| beside(ctx, what, &name, here)).collect()
}

fn beside(ctx: &Ctx, what: Compare, name: &str, here: u32) -> Option<Range> {
    let words = ctx.words();
    let published: Vec<_> = REFERENCES.iter().filter(|reference| reference.compare == what).collect();
    let ends = published.iter().filter_map(|reference| match reference.value {
        Value::PerCent(value) => Some((value.round() as u32, value.round() as u32)),
        Value::BelowPerCent(value) => Some((0, value.round() as u32)),
        _ => None,
    });
    let (low, high) = ends.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))?;
    let range = match (low, high) {
        (low, high) if low == high => words.per_cent(low),
        (0, high) => words.below_per_cent(high),
        (low, high) => words.from_to_per_cent(low, high),
    };
    let sources: Vec<String> =
        published.iter().map(|reference| source(reference.source, reference.year)).collect();
    Some(picture::range(Beside {
        label: words.beside_label(name, words.per_cent(here), &range),
        name: words.beside_here(name, words.per_cent(here)),
        published: words.beside_published(range),
        source: sources.join(" · "),
        here,
        low,
        high,
        most: 100,
    }))
}

/// A source with its year, which most name themselves.
fn source(name: &str, year: u16) -> String {
    if name.contains(&year.to_string()) { name.to_owned() } else { format!("{name} ({year})") }
}
