//! Prints the occurrences of a calendar in a window: `occurrences FILE.ics --from DATE --to DATE [--zone ZONE]`.
//!
//! CSV `uid,start,end`, sorted by start, then uid. The window `[from, to)` is in ZONE (UTC without it) and holds the starts.
//! Instants are RFC 3339 in UTC; floating times stay floating when no ZONE is given; whole days are dates.

use std::error::Error;
use std::io::Write;
use std::process::ExitCode;

use calendar::{Calendar, Limits, Moment, Occurrence, Window};
use jiff::civil::Date;
use jiff::tz::{TimeZone, TimeZoneDatabase};

const USAGE: &str = "usage: occurrences FILE.ics --from DATE --to DATE [--zone ZONE]";

/// What was asked for.
struct Question {
    file: String,
    from: Date,
    to: Date,
    zone: Option<String>,
}

fn main() -> ExitCode {
    match answer() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn answer() -> Result<(), Box<dyn Error>> {
    let question = question()?;
    let home = match &question.zone {
        Some(name) => TimeZoneDatabase::bundled().get(name)?,
        None => TimeZone::UTC,
    };
    let window = Window {
        from: question.from.to_zoned(home.clone())?.timestamp(),
        to: question.to.to_zoned(home.clone())?.timestamp(),
        home: home.clone(),
    };
    let bytes = std::fs::read(&question.file).map_err(|error| format!("{}: {error}", question.file))?;
    let calendar = calendar::read(&bytes, &Limits::default())?;
    let occurrences = calendar.occurrences(&window);
    for trouble in calendar.troubles().iter().chain(&occurrences.troubles) {
        eprintln!("line {}: {}", trouble.line, trouble.reason);
    }
    let in_window = |occurrence: &&Occurrence| occurrence.starts_at() >= window.from;
    let mut rows: Vec<_> = occurrences
        .list
        .iter()
        .filter(in_window)
        .map(|occurrence| row(&calendar, occurrence, &question))
        .collect();
    rows.sort();
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    writeln!(out, "uid,start,end")?;
    for (_, uid, start, end) in rows {
        writeln!(out, "{uid},{start},{end}")?;
    }
    Ok(out.flush()?)
}

/// The instant of the start, the UID for CSV, and both ends as text.
fn row(
    calendar: &Calendar,
    occurrence: &Occurrence,
    question: &Question,
) -> (jiff::Timestamp, String, String, String) {
    let uid = calendar.event(occurrence.event).map(|event| quoted(&event.uid())).unwrap_or_default();
    let floats = question.zone.is_none();
    let start = written(occurrence.start(), occurrence.starts_at(), floats);
    let end = written(occurrence.end(), occurrence.ends_at(), floats);
    (occurrence.starts_at(), uid, start, end)
}

fn written(moment: Moment, instant: jiff::Timestamp, floats: bool) -> String {
    match moment {
        Moment::Date(date) => date.to_string(),
        Moment::Floating(local) if floats => local.to_string(),
        _ => instant.to_string(),
    }
}

fn quoted(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

fn question() -> Result<Question, Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (mut file, mut from, mut to, mut zone) = (None, None, None, None);
    while let Some(argument) = arguments.next() {
        let mut next = || arguments.next().ok_or(USAGE);
        match argument.as_str() {
            "--from" => from = Some(next()?.parse()?),
            "--to" => to = Some(next()?.parse()?),
            "--zone" => zone = Some(next()?),
            _ if file.is_none() => file = Some(argument),
            _ => return Err(USAGE.into()),
        }
    }
    match (file, from, to) {
        (Some(file), Some(from), Some(to)) => Ok(Question { file, from, to, zone }),
        _ => Err(USAGE.into()),
    }
}
