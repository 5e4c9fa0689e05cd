use std::io::{Cursor, Read};

use calamine::{Data, DataRef, Reader, SheetType, SheetVisible, Xlsx};
use csv::StringRecord;
use jiff::ToSpan;
use jiff::civil::date;

use crate::sheet::Gather;
use crate::{Limits, SheetError};

/// Files in an XLSX: a workbook with a thousand sheets is no list of people.
const MOST_FILES: usize = 1_000;

pub(crate) fn read(bytes: &[u8], limits: &Limits, gather: &mut Gather<'_>) -> Result<(), SheetError> {
    unpacks_within(bytes, limits)?;
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|_| SheetError::Damaged)?;
    let shown = |it: &&calamine::Sheet| it.typ == SheetType::WorkSheet && it.visible == SheetVisible::Visible;
    let names: Vec<String> = book.sheets_metadata().iter().filter(shown).map(|it| it.name.clone()).collect();
    for name in names {
        read_sheet(&mut book, &name, limits, gather)?;
        if !gather.is_empty() {
            break;
        }
    }
    Ok(())
}

/// Cell by cell: a sheet with one cell in its last corner must not be laid out whole.
fn read_sheet(
    book: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    limits: &Limits,
    gather: &mut Gather<'_>,
) -> Result<(), SheetError> {
    let mut cells = book.worksheet_cells_reader(name).map_err(|_| SheetError::Damaged)?;
    let mut row = (0, StringRecord::new());
    while let Some(cell) = cells.next_cell().map_err(|_| SheetError::Damaged)? {
        let (at, column) = cell.get_position();
        let text = text(cell.get_value());
        if text.is_empty() {
            continue;
        }
        if column as usize >= limits.columns {
            return Err(SheetError::TooManyColumns { row: at.saturating_add(1), most: limits.columns });
        }
        if at != row.0 {
            gather.row(row.0 + 1, std::mem::take(&mut row.1))?;
            row.0 = at;
        }
        // Cells may be left out, and nothing promises their order; the later of two in one place is dropped.
        while row.1.len() < column as usize {
            row.1.push_field("");
        }
        if row.1.len() == column as usize {
            row.1.push_field(&text);
        }
    }
    gather.row(row.0 + 1, row.1)
}

/// What every file in it unpacks to, counted without keeping any: what a file says of its own size may be a lie.
fn unpacks_within(bytes: &[u8], limits: &Limits) -> Result<(), SheetError> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| SheetError::Damaged)?;
    if archive.len() > MOST_FILES {
        return Err(SheetError::TooLarge(limits.unpacked));
    }
    let mut left = limits.unpacked;
    for at in 0..archive.len() {
        let file = archive.by_index(at).map_err(|_| SheetError::Damaged)?;
        let unpacked = std::io::copy(&mut file.take(left + 1), &mut std::io::sink());
        left = left
            .checked_sub(unpacked.map_err(|_| SheetError::Damaged)?)
            .ok_or(SheetError::TooLarge(limits.unpacked))?;
    }
    Ok(())
}

fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::DateTime(moment) if moment.is_datetime() => day(moment.as_f64()).unwrap_or_default(),
        other => match Data::from(other.clone()) {
            Data::Int(number) => number.to_string(),
            // A key of digits is stored as a number; Rust writes it without a point and without an exponent.
            Data::Float(number) => number.to_string(),
            Data::Bool(is) => is.to_string(),
            Data::DateTimeIso(moment) => moment,
            _ => String::new(),
        },
    }
}

/// Days since the day before 1900 as Excel counts them: it has a 29 February 1900 that never was.
fn day(serial: f64) -> Option<String> {
    let whole = serial.floor();
    // Days that jiff knows: until the year 9999.
    if !(1.0..=2_958_465.0).contains(&whole) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "within the range asked for above")]
    let day = date(1899, 12, 30).checked_add((whole as i64).days()).ok()?;
    Some(day.to_string())
}
