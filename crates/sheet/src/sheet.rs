use csv::StringRecord;

use crate::{Limits, SheetError};

/// The header may stand this far down: reports begin with a title and a date.
const HEADER_WITHIN: usize = 20;

/// Rows of text below a header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    header: Vec<String>,
    rows: Vec<Row>,
}

/// A row with at least one cell that is not empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    number: u32,
    cells: StringRecord,
}

impl Sheet {
    /// The names of the columns, as many as the widest row has cells. Some may be empty.
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// The rows below the header.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }
}

impl Row {
    /// Its number as a spreadsheet program shows it: the first of the file is 1.
    pub const fn number(&self) -> u32 {
        self.number
    }

    /// The text in a column, from 0, without the space around it; empty where there is nothing.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).unwrap_or_default()
    }

    fn filled(&self) -> usize {
        self.cells.iter().filter(|cell| !cell.is_empty()).count()
    }
}

/// What a spreadsheet program calls a column: 0 is `A`, 26 is `AA`.
pub fn column_name(column: usize) -> String {
    let mut name = String::new();
    let mut left = column + 1;
    while left > 0 {
        left -= 1;
        name.insert(0, char::from(b'A' + u8::try_from(left % 26).unwrap_or_default()));
        left /= 26;
    }
    name
}

/// Takes rows in as they are read, within the limits.
pub(crate) struct Gather<'l> {
    limits: &'l Limits,
    rows: Vec<Row>,
    widest: usize,
}

impl<'l> Gather<'l> {
    pub(crate) const fn new(limits: &'l Limits) -> Gather<'l> {
        Gather { limits, rows: Vec::new(), widest: 0 }
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    pub(crate) fn row(&mut self, number: u32, mut cells: StringRecord) -> Result<(), SheetError> {
        cells.trim();
        let row = Row { number, cells };
        let filled = row.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty());
        let Some(last) = filled.map(|(column, _)| column).last() else { return Ok(()) };
        let Limits { rows, columns, cell: longest, .. } = *self.limits;
        if self.rows.len() >= rows as usize + HEADER_WITHIN {
            return Err(SheetError::TooManyRows(rows));
        }
        if last >= columns {
            return Err(SheetError::TooManyColumns { row: number, most: columns });
        }
        // Bytes first: counting characters is seldom needed.
        let too_long = |cell: &str| cell.len() > longest && cell.chars().count() > longest;
        if let Some(column) = row.cells.iter().position(too_long) {
            return Err(SheetError::CellTooLong { row: number, column, most: longest });
        }
        self.widest = self.widest.max(last + 1);
        self.rows.push(row);
        Ok(())
    }

    /// The header is the first row that is at least half as full as the fullest near the top.
    pub(crate) fn finish(mut self) -> Result<Sheet, SheetError> {
        let fullest = self.rows.iter().take(HEADER_WITHIN).map(Row::filled).max().ok_or(SheetError::Empty)?;
        let at = self.rows.iter().position(|row| row.filled() * 2 >= fullest).unwrap_or_default();
        let rows = self.rows.split_off(at + 1);
        let header = self.rows.pop().ok_or(SheetError::Empty)?;
        if rows.len() > self.limits.rows as usize {
            return Err(SheetError::TooManyRows(self.limits.rows));
        }
        let header = (0..self.widest).map(|column| header.cell(column).to_owned()).collect();
        Ok(Sheet { header, rows })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_spreadsheet_programs_name_them() {
        let named = [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")];
        for (column, name) in named {
            assert_eq!(column_name(column), name);
        }
    }
}
