//! What the example programs share: a comma-separated table in, text out, and errors that end the program.

use std::collections::HashMap;
use std::error::Error;
use std::io::{self, Read, Write};
use std::process::ExitCode;

pub(crate) type Outcome<T> = Result<T, Box<dyn Error>>;

/// The most text a program takes, in bytes.
const MAX_INPUT: u64 = 512 << 20;

/// A table with a heading; every row has as many fields as the heading.
pub(crate) struct Table {
    columns: HashMap<String, usize>,
    rows: Vec<Vec<String>>,
}

impl Table {
    pub(crate) fn parse(text: &str) -> Outcome<Self> {
        let mut lines = text.trim_start_matches('\u{feff}').lines().filter(|line| !line.trim().is_empty());
        let heading = fields(lines.next().ok_or("the table is empty")?);
        let rows: Vec<Vec<String>> = lines.map(fields).collect();
        if let Some(at) = rows.iter().position(|row| row.len() != heading.len()) {
            return Err(format!(
                "row {}: {} fields, the heading has {}",
                at + 1,
                rows[at].len(),
                heading.len()
            )
            .into());
        }
        Ok(Self { columns: heading.into_iter().zip(0..).collect(), rows })
    }

    pub(crate) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().zip(1..).map(|(fields, number)| Row { table: self, fields, number })
    }
}

pub(crate) struct Row<'a> {
    table: &'a Table,
    fields: &'a [String],
    number: usize,
}

impl<'a> Row<'a> {
    pub(crate) fn text(&self, column: &str) -> Outcome<&'a str> {
        let at = self.table.columns.get(column).ok_or_else(|| format!("there is no column {column}"))?;
        Ok(&self.fields[*at])
    }

    pub(crate) fn number(&self, column: &str) -> Outcome<f64> {
        let text = self.text(column)?;
        text.parse().map_err(|_| format!("row {}: {column} is no number: {text:?}", self.number).into())
    }

    /// A whole number; `6.0` is one.
    #[allow(dead_code, reason = "not every program counts")]
    pub(crate) fn count(&self, column: &str) -> Outcome<u32> {
        let number = self.number(column)?;
        let whole = number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number);
        whole
            .then_some(number as u32)
            .ok_or_else(|| format!("row {}: {column} is no count", self.number).into())
    }
}

/// Fields between commas; quotes may hold commas, and two quotes are one.
fn fields(line: &str) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut quoted = false;
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.next_if_eq(&'"').is_some() => push(&mut fields, '"'),
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(String::new()),
            _ => push(&mut fields, letter),
        }
    }
    fields.iter().map(|field| field.trim().to_owned()).collect()
}

fn push(fields: &mut [String], letter: char) {
    if let Some(last) = fields.last_mut() {
        last.push(letter);
    }
}

/// Rows in groups by `unit`, in the order in which units first appear.
#[allow(dead_code, reason = "not every program groups")]
pub(crate) fn by_unit<T>(rows: impl Iterator<Item = Outcome<(String, T)>>) -> Outcome<Vec<(String, Vec<T>)>> {
    let mut at = HashMap::new();
    let mut groups: Vec<(String, Vec<T>)> = Vec::new();
    for row in rows {
        let (unit, value) = row?;
        let index = *at.entry(unit.clone()).or_insert(groups.len());
        if index == groups.len() {
            groups.push((unit, Vec::new()));
        }
        groups[index].1.push(value);
    }
    Ok(groups)
}

/// Runs a program whose options are all `--name NUMBER`, followed by a file or standard input.
#[allow(dead_code, reason = "the tests take only the table")]
pub(crate) fn run<const N: usize>(
    options: [&str; N],
    program: impl FnOnce(&Table, [f64; N]) -> Outcome<String>,
) -> ExitCode {
    match read(options).and_then(|(table, values)| program(&table, values)) {
        Ok(text) => write(&text),
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn read<const N: usize>(options: [&str; N]) -> Outcome<(Table, [f64; N])> {
    let mut values = [None; N];
    let mut file = None;
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match options.iter().position(|option| *option == argument) {
            Some(at) => {
                let text = arguments.next().ok_or_else(|| format!("{argument} needs a number"))?;
                values[at] = Some(text.parse().map_err(|_| format!("{argument}: {text:?} is no number"))?);
            }
            None if argument.starts_with("--") => return Err(format!("unknown option {argument}").into()),
            None if file.is_some() => return Err("only one file can be read".into()),
            None => file = Some(argument),
        }
    }
    if let Some(at) = values.iter().position(Option::is_none) {
        return Err(format!("{} is missing", options[at]).into());
    }
    let table = Table::parse(&input(file.as_deref())?)?;
    Ok((table, values.map(Option::unwrap_or_default)))
}

fn input(file: Option<&str>) -> Outcome<String> {
    let mut text = String::new();
    let read = match file {
        Some(path) => std::fs::File::open(path)?.take(MAX_INPUT + 1).read_to_string(&mut text)?,
        None => io::stdin().lock().take(MAX_INPUT + 1).read_to_string(&mut text)?,
    };
    if read as u64 > MAX_INPUT { Err("the table is too large".into()) } else { Ok(text) }
}

fn write(text: &str) -> ExitCode {
    match io::stdout().lock().write_all(text.as_bytes()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}
