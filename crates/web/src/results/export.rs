//! Figures to take along: the same that the page shows, and nothing else.

use actions::audit::Act;
use actions::results::Opened;
use axum::extract::Path;
use disclosure::{Distribution, Side};
use pulse::{Figures, Group, Index, Place, Reading, RoundId, Shown, Told};
use rust_xlsxwriter::{Format, Workbook, XlsxError};
use serde_json::{Value, json};
use smallteams::hme::of_mean;

use super::Where;
use super::said::Says;
use super::unit::names;
use crate::Trouble;
use crate::ctx::Ctx;
use crate::pages::{Page, file};

/// What opens a csv file in the programs of the Nordic countries: a mark of UTF-8, and a semicolon between the columns.
const MARK: &str = "\u{feff}";

/// The columns of a table, as they are named in both formats.
const COLUMNS: [&str; 20] = [
    "group",
    "measure",
    "text",
    "answers",
    "mean",
    "mean_low",
    "mean_high",
    "level",
    "level_low",
    "level_high",
    "own_weight",
    "near",
    "change",
    "before_mean",
    "before_answers",
    "smallest_change",
    "low_1_2",
    "middle_3",
    "high_4_5",
    "counts_1_to_5",
];

/// Opens a place for whoever takes its figures along: that they do is in the log before anything leaves.
async fn take(ctx: &Ctx, (round, place): (i64, u32), file: &'static str) -> Result<Opened, Trouble> {
    let (by, today, at) = (ctx.actor()?, ctx.today(), (RoundId(round), Place(place)));
    Ok(actions::results::look(ctx.desk(), by, at, (Act::TookFigures, Some(file)), today).await?)
}

pub(super) async fn table_csv(ctx: Ctx, Path((round, place)): Where) -> Page {
    let opened = take(&ctx, (round, place), "table_csv").await?;
    let rows = table(&ctx, &opened, Place(place))?;
    let written = |value: &Value| cell(&ctx, value);
    let lines =
        rows.iter().map(|row| row.iter().map(|(_, value)| written(value)).collect::<Vec<_>>().join(";"));
    let text = [COLUMNS.join(";")]
        .into_iter()
        .chain(lines)
        .fold(MARK.to_owned(), |text, line| text + &line + "\r\n");
    Ok(file("text/csv; charset=utf-8", &format!("pejling-{round}-{place}.csv"), text.into_bytes()))
}

pub(super) async fn table_json(ctx: Ctx, Path((round, place)): Where) -> Page {
    let opened = take(&ctx, (round, place), "table_json").await?;
    let rows = table(&ctx, &opened, Place(place))?;
    let object = |row: Row| {
        let known = row.into_iter().filter(|(_, value)| !value.is_null());
        Value::Object(known.map(|(name, value)| (name.to_owned(), value)).collect())
    };
    let whole = json!({
        "round": opened.round.name,
        "closed": opened.closing.closed_at.to_string(),
        "fewest_answers": opened.round.k,
        "figures": rows.into_iter().map(object).collect::<Vec<_>>(),
    });
    Ok(file("application/json", &format!("pejling-{round}-{place}.json"), whole.to_string().into_bytes()))
}

pub(super) async fn hme_csv(ctx: Ctx, Path((round, place)): Where) -> Page {
    let opened = take(&ctx, (round, place), "hme_csv").await?;
    let rows = hme(&ctx, &opened, Place(place))?;
    let line = |row: &HmeRow| row.iter().map(|value| cell(&ctx, value)).collect::<Vec<_>>().join(";");
    let text = rows.iter().fold(MARK.to_owned(), |text, row| text + &line(row) + "\r\n");
    Ok(file("text/csv; charset=utf-8", &format!("hme-{round}-{place}.csv"), text.into_bytes()))
}

pub(super) async fn hme_xlsx(ctx: Ctx, Path((round, place)): Where) -> Page {
    let opened = take(&ctx, (round, place), "hme_xlsx").await?;
    let rows = hme(&ctx, &opened, Place(place))?;
    let book = sheet(&rows).map_err(|_| Trouble::Garbled)?;
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    Ok(file(kind, &format!("hme-{round}-{place}.xlsx"), book))
}

type Row = Vec<(&'static str, Value)>;
/// Code, question, answers, mean, HME, and what HME lies between.
type HmeRow = [Value; 7];

/// One row for each measure of the group that is shown at a place.
fn table(ctx: &Ctx, opened: &Opened, place: Place) -> Result<Vec<Row>, Trouble> {
    let (reading, group) = shown(opened, place)?;
    let says = Says::new(ctx, opened, reading);
    let name = group_name(ctx, opened, reading, &group);
    let told = reading.measures().enumerate().filter_map(|(at, measure)| {
        let told = reading.told(at, &group)?;
        let values = row([json!(name), json!(measure.code), json!(says.name(measure))], &told);
        Some(COLUMNS.into_iter().zip(values).collect())
    });
    Ok(told.collect())
}

fn shown(opened: &Opened, place: Place) -> Result<(&Reading, Group), Trouble> {
    let reading = opened.reading.as_deref().ok_or(Trouble::NotFound)?;
    let group = reading.published.group(place).ok_or(Trouble::NotFound)?;
    Ok((reading, group))
}

/// What a group is called: the node, all that are shown together, or the node without those behind a wall.
fn group_name(ctx: &Ctx, opened: &Opened, reading: &Reading, group: &Group) -> String {
    let name = || reading.published.node(group.place).map(|(node, _)| node.name.clone()).unwrap_or_default();
    match group.shown {
        Shown::Together => names(reading, &group.pools).join(", "),
        Shown::Walled => {
            let left_out: Vec<_> = opened.left_out(group.place).iter().map(|it| it.name.as_str()).collect();
            ctx.words().results_walled_name(name(), left_out.join(", "))
        }
        Shown::Whole | Shown::Without(_) => name(),
    }
}

fn row(named: [Value; 3], told: &Told) -> Vec<Value> {
    let mut row: Vec<Value> = named.into();
    row.extend(match told {
        Told::Near { answers, side } => {
            let near = if *side == Side::High { "4-5" } else { "1-3" };
            let mut values = vec![Value::Null; 17];
            (values[0], values[8]) = (json!(answers), json!(near));
            values
        }
        Told::Between { answers, low, high } => {
            let mut values = vec![Value::Null; 17];
            (values[0], values[2], values[3]) = (json!(answers), hundredths(*low), hundredths(*high));
            values
        }
        Told::Figures(figures) => of_figures(figures).into(),
    });
    row
}

fn of_figures(figures: &Figures) -> [Value; 17] {
    let level = figures.level.map(|(level, _)| level);
    let since = figures.change;
    let or_null = |value: Option<f64>| value.map_or(Value::Null, hundredths);
    let (three, five) = match figures.distribution {
        None => ([Value::Null, Value::Null, Value::Null], Value::Null),
        Some(Distribution::Three(counts)) => (counts.map(|count| json!(count)), Value::Null),
        Some(Distribution::Five(counts @ [a, b, c, d, e])) => {
            ([json!(a + b), json!(c), json!(d + e)], json!(counts.map(|count| count.to_string()).join(" ")))
        }
    };
    let [low, middle, high] = three;
    [
        json!(figures.answers),
        hundredths(figures.mean),
        or_null(figures.said.map(|said| said.low)),
        or_null(figures.said.map(|said| said.high)),
        or_null(level.map(|level| level.level)),
        or_null(level.map(|level| level.interval.low)),
        or_null(level.map(|level| level.interval.high)),
        or_null(level.map(|level| level.weight)),
        Value::Null,
        since.map_or(Value::Null, |since| json!(since.change.verdict.code())),
        or_null(since.map(|since| since.mean)),
        since.map_or(Value::Null, |since| json!(since.answers)),
        or_null(figures.smallest_change),
        low,
        middle,
        high,
        five,
    ]
}

/// Two decimals are more than any of these figures is certain to.
fn hundredths(value: f64) -> Value {
    json!((value * 100.0).round() / 100.0)
}

/// The nine questions and four indices, 0 to 100.
fn hme(ctx: &Ctx, opened: &Opened, place: Place) -> Result<Vec<HmeRow>, Trouble> {
    let (reading, group) = shown(opened, place)?;
    let says = Says::new(ctx, opened, reading);
    let asked = reading.measures().any(|measure| measure.index == Some(Index::Hme));
    if !asked {
        return Err(Trouble::NotFound);
    }
    let words = ctx.words();
    let mut rows = vec![[
        json!(group_name(ctx, opened, reading, &group)),
        json!(words.results_units_question()),
        json!(words.results_answers()),
        json!(words.results_said()),
        json!("HME 0-100"),
        json!(words.results_hme_low()),
        json!(words.results_hme_high()),
    ]];
    let of_hme = |code: &str| code == "hme" || code.starts_with("hme.");
    for (at, measure) in reading.measures().enumerate().filter(|(_, measure)| of_hme(&measure.code)) {
        let [answers, mean, of_100, low, high] = hme_of(reading.told(at, &group).as_ref());
        rows.push([json!(measure.code), json!(says.name(measure)), answers, mean, of_100, low, high]);
    }
    Ok(rows)
}

/// Answers, mean, HME, and what HME lies between. A mean that is only known to lie between two ends is told where both are written
/// alike, as the page does: the mean with one decimal, and HME whole, as it is reported.
fn hme_of(told: Option<&Told>) -> [Value; 5] {
    match told {
        Some(Told::Figures(figures)) => {
            let of_100 = hundredths(of_mean(figures.mean));
            [json!(figures.answers), hundredths(figures.mean), of_100, Value::Null, Value::Null]
        }
        Some(Told::Between { answers, low, high }) => {
            let (of_low, of_high) = (of_mean(*low), of_mean(*high));
            let mean = alike((low * 10.0).round(), (high * 10.0).round()).map(|tenths| json!(tenths / 10.0));
            let of_100 = alike(of_low.round(), of_high.round()).map(|whole| json!(whole));
            let [mean, of_100] = [mean, of_100].map(Option::unwrap_or_default);
            [json!(answers), mean, of_100, hundredths(of_low), hundredths(of_high)]
        }
        Some(Told::Near { answers, .. }) => {
            [json!(answers), Value::Null, Value::Null, Value::Null, Value::Null]
        }
        None => [const { Value::Null }; 5],
    }
}

/// Whole numbers that are the same.
fn alike(low: f64, high: f64) -> Option<f64> {
    (low == high).then_some(low)
}

fn sheet(rows: &[HmeRow]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let bold = Format::new().set_bold();
    let sheet = book.add_worksheet().set_name("HME")?;
    for (at, row) in (0_u32..).zip(rows) {
        for (column, value) in (0_u16..).zip(row) {
            match value {
                Value::Number(number) => {
                    sheet.write_number(at, column, number.as_f64().unwrap_or_default())?
                }
                Value::String(text) if at == 0 => sheet.write_string_with_format(at, column, text, &bold)?,
                Value::String(text) => sheet.write_string(at, column, text)?,
                _ => sheet,
            };
        }
    }
    sheet.set_column_width(1, 60)?;
    book.save_to_buffer()
}

/// A value as a csv cell: numbers as the reader's language writes them, and no text that a spreadsheet would run.
fn cell(ctx: &Ctx, value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Number(number) if ctx.language() != people::Language::En => {
            number.to_string().replace('.', ",")
        }
        Value::Number(number) => number.to_string(),
        Value::String(text) => quoted(text),
        other => quoted(&other.to_string()),
    }
}

fn quoted(text: &str) -> String {
    let harmless = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    format!("\"{harmless}{}\"", text.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_runs_in_a_spreadsheet_or_breaks_the_row() {
        assert_eq!(quoted("=cmd()"), "\"'=cmd()\"");
        assert_eq!(quoted("Norr; \"Söder\""), "\"Norr; \"\"Söder\"\"\"");
    }

    #[test]
    fn a_large_group_with_an_unanimous_corner_still_has_its_hme() {
        let of = |low, high| hme_of(Some(&Told::Between { answers: 3863, low, high }));
        // (3.70 - 1) / 4 and (3.71 - 1) / 4: 67.5 and 67.75, both 68 when whole.
        assert_eq!(of(3.70, 3.71), [json!(3863), json!(3.7), json!(68.0), json!(67.5), json!(67.75)]);
        // 66 and 68 are not the same, and neither are 3.6 and 3.7.
        let [_, mean, of_100, low, high] = of(3.64, 3.70);
        assert_eq!((mean, of_100, low, high), (Value::Null, Value::Null, json!(66.0), json!(67.5)));
        let [answers, mean, of_100, low, _] = hme_of(Some(&Told::Near { answers: 9, side: Side::High }));
        assert_eq!((answers, mean, of_100, low), (json!(9), Value::Null, Value::Null, Value::Null));
    }

    #[test]
    fn every_row_has_every_column() {
        let named = || [json!("a"), json!("b"), json!("c")];
        let near = Told::Near { answers: 7, side: Side::High };
        let between = Told::Between { answers: 7, low: 3.0, high: 4.0 };
        for told in [near, between] {
            assert_eq!(row(named(), &told).len(), COLUMNS.len());
        }
        let near = row(named(), &near);
        assert_eq!((&near[3], &near[11]), (&json!(7), &json!("4-5")));
        assert!(near[4].is_null(), "no mean");
    }
}
