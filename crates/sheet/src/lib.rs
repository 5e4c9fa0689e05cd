//! Rows and columns of text out of what office programs and HR systems export: CSV in the encodings and with the delimiters that
//! occur, and XLSX.
//!
//! [`read`] looks at the bytes alone, whatever the file is called. Nothing is evaluated: of a formula the value that was saved with
//! it is taken. Everything has a limit ([`Limits`]), also what a small file unpacks to.

mod csv_file;
mod date;
mod limits;
mod sheet;
mod text;
mod xlsx_file;

pub use date::read_date;
pub use limits::Limits;
pub use sheet::{Row, Sheet, column_name};

use sheet::Gather;

/// Why a file is not a sheet.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SheetError {
    /// No byte, or no row with anything in it.
    #[error("there is nothing in the file")]
    Empty,
    /// Neither text nor XLSX: a picture, an old XLS, an archive of something else.
    #[error("the file is neither CSV nor XLSX")]
    NeitherCsvNorXlsx,
    /// An XLSX that cannot be read: damaged, or locked with a password.
    #[error("the XLSX file cannot be read")]
    Damaged,
    /// More than [`Limits::bytes`], or unpacks to more than [`Limits::unpacked`].
    #[error("the file is larger than {0} bytes")]
    TooLarge(u64),
    /// More than [`Limits::rows`].
    #[error("the file has more than {0} rows")]
    TooManyRows(u32),
    /// More than [`Limits::columns`], in the row with this number.
    #[error("row {row} has more than {most} columns")]
    TooManyColumns {
        /// The row.
        row: u32,
        /// The limit.
        most: usize,
    },
    /// A cell longer than [`Limits::cell`] characters.
    #[error("row {row}, column {} is longer than {most} characters", column_name(*column))]
    CellTooLong {
        /// The row.
        row: u32,
        /// The column, from 0.
        column: usize,
        /// The limit.
        most: usize,
    },
}

/// Reads a file, CSV or XLSX.
///
/// CSV: UTF-8 with or without a byte order mark, UTF-16 with one, else Windows-1252 (of which Latin-1 is a part); delimited by `;`, `,` or
/// tab, whichever splits the first rows best. XLSX: the first sheet that is shown and has anything in it; dates become `2026-11-29`.
///
/// # Errors
/// [`SheetError`], with row and column where there is one.
pub fn read(bytes: &[u8], limits: &Limits) -> Result<Sheet, SheetError> {
    if bytes.len() as u64 > limits.bytes {
        return Err(SheetError::TooLarge(limits.bytes));
    }
    let mut gather = Gather::new(limits);
    if bytes.starts_with(b"PK\x03\x04") {
        xlsx_file::read(bytes, limits, &mut gather)?;
    } else {
        csv_file::read(&text::decode(bytes)?, &mut gather)?;
    }
    gather.finish()
}
