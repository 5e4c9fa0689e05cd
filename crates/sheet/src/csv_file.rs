use csv::{ReaderBuilder, StringRecord};

use crate::SheetError;
use crate::sheet::Gather;

/// How many rows are looked at to find out what divides them.
const SAMPLE: usize = 20;

pub(crate) fn read(text: &str, gather: &mut Gather<'_>) -> Result<(), SheetError> {
    // The reader counts the second half of a line end to the next line.
    let text = &text.replace("\r\n", "\n");
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter(text))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut record = StringRecord::new();
    loop {
        // What a reader of text can refuse, unequal rows and broken UTF-8, is allowed or cannot be.
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => return Ok(()),
            Err(_) => return Err(SheetError::NeitherCsvNorXlsx),
        }
        let line = record.position().map_or(0, csv::Position::line);
        gather.row(u32::try_from(line).unwrap_or(u32::MAX), std::mem::take(&mut record))?;
    }
}

/// The delimiter that gives the first rows the most cells and, among equals, the one that is the more usual here.
fn delimiter(text: &str) -> u8 {
    let cells = |delimiter: u8| -> usize {
        let reader = ReaderBuilder::new()
            .delimiter(delimiter)
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        reader.into_records().take(SAMPLE).map_while(Result::ok).map(|record| record.len()).sum()
    };
    let [semicolon, comma, tab] = [b';', b',', b'\t'].map(|it| (cells(it), it));
    [comma, tab].into_iter().fold(semicolon, |best, next| if next.0 > best.0 { next } else { best }).1
}
