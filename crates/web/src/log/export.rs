//! The log to take along.

use actions::audit::{Act, Told};
use axum::extract::Query;
use serde_json::{Value, json};

use super::{Asked, read};
use crate::ctx::Ctx;
use crate::pages::{Page, file};

/// The most lines in one file; whoever wants more chooses a time.
pub(super) const MOST: u32 = 10_000;
/// What opens a csv file in the programs of the Nordic countries: a mark of UTF-8, and a semicolon between the columns.
const MARK: &str = "\u{feff}";

pub(super) async fn csv(ctx: Ctx, Query(asked): Query<Asked>) -> Page {
    let lines = take(&ctx, &asked, "csv").await?;
    let head = lines.first().map(|row| row.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(";"));
    let mut text = format!("{MARK}{}\r\n", head.unwrap_or_default());
    for row in lines {
        let cells: Vec<_> = row.iter().map(|(_, value)| cell(value)).collect();
        text += &cells.join(";");
        text += "\r\n";
    }
    Ok(file("text/csv; charset=utf-8", &format!("pejling-log-{}.csv", ctx.today()), text.into_bytes()))
}

pub(super) async fn json(ctx: Ctx, Query(asked): Query<Asked>) -> Page {
    let lines = take(&ctx, &asked, "json").await?;
    let object = |row: [(&'static str, Value); 21]| {
        let known = row.into_iter().filter(|(_, value)| !value.is_null());
        Value::Object(known.map(|(name, value)| (name.to_owned(), value)).collect())
    };
    let whole = json!({ "lines": lines.into_iter().map(object).collect::<Vec<_>>() });
    Ok(file("application/json", &format!("pejling-log-{}.json", ctx.today()), whole.to_string().into_bytes()))
}

/// Reads what is asked for, and has it in the log before anything leaves.
async fn take(
    ctx: &Ctx,
    asked: &Asked,
    format: &'static str,
) -> Result<Vec<[(&'static str, Value); 21]>, crate::Trouble> {
    let by = ctx.actor()?;
    ctx.desk().write(move |tx| actions::audit::note(tx, &by, Act::LogTaken.note().saying(format))).await?;
    let lines = read(ctx, asked.which(ctx, MOST)).await?;
    Ok(lines.iter().map(row).collect())
}

/// What was hashed, and the names of it as they are now.
fn row(told: &Told) -> [(&'static str, Value); 21] {
    let (it, line) = (&told.it, &told.it.line);
    let hash: String = it.hash.iter().map(|byte| format!("{byte:02x}")).collect();
    [
        ("number", json!(it.number)),
        ("at", json!(line.at.to_string())),
        ("kind", json!(line.act.kind().code())),
        ("act", json!(line.act.code())),
        ("actor", json!(line.actor.map(|it| it.0))),
        ("actor_name", json!(told.actor)),
        ("roles", json!(line.roles)),
        ("in_place_of", json!(line.behalf.map(|it| it.0))),
        ("in_place_of_name", json!(told.behalf)),
        ("person", json!(line.person.map(|it| it.0))),
        ("person_name", json!(told.person)),
        ("unit", json!(line.unit.map(|it| it.0))),
        ("unit_name", json!(told.unit)),
        ("round", json!(line.round.map(|it| it.0))),
        ("round_name", json!(told.round)),
        ("place", json!(line.place.map(|it| it.0))),
        ("place_name", json!(told.place)),
        ("thing", json!(line.thing)),
        ("detail", json!(line.detail.as_ref().map(|detail| detail.code()))),
        ("until", json!(line.until.map(|day| day.to_string()))),
        ("hash", json!(hash)),
    ]
}

/// A cell of the csv. What a spreadsheet would run is text.
fn cell(value: &Value) -> String {
    let text = match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let runs = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let text = if runs { format!("'{text}") } else { text };
    match text.contains([';', '"', '\n', '\r']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_holds_what_it_says_and_runs_nothing() {
        for (value, written) in [
            (json!("Hemtjänst"), "Hemtjänst"),
            (json!("=1+1"), "'=1+1"),
            (json!("a;b"), "\"a;b\""),
            (json!("sa \"nej\""), "\"sa \"\"nej\"\"\""),
            (json!(7), "7"),
            (Value::Null, ""),
        ] {
            assert_eq!(cell(&value), written);
        }
    }
}
