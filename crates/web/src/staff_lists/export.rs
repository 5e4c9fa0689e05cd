//! The organisation as a list, to begin from where there is no HR system, and to see what a list can look like.

use rust_xlsxwriter::{Format, Workbook, XlsxError};
use stafflist::EXPORTED;

use super::telling;
use crate::Trouble;
use crate::ctx::Ctx;
use crate::pages::{Page, file};

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

pub(super) async fn export(ctx: Ctx) -> Page {
    let (by, today, hourly) = (ctx.actor()?, ctx.today(), ctx.words().person_hourly());
    let rows = ctx.desk().write(move |tx| actions::staff_lists::export(tx, &by, today, &hourly)).await?;
    let header = EXPORTED.map(|column| telling::meaning(&ctx, column));
    let book = workbook(&header, &rows).map_err(|_| Trouble::Garbled)?;
    Ok(file(XLSX, &format!("pejling-{today}.xlsx"), book))
}

/// Every cell is text: a key stays as it is written, and nothing is run.
fn workbook(header: &[String; 16], rows: &[[String; 16]]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let bold = Format::new().set_bold();
    let sheet = book.add_worksheet();
    for (column, name) in (0_u16..).zip(header) {
        sheet.write_string_with_format(0, column, name, &bold)?;
        sheet.set_column_width(column, 18)?;
    }
    for (at, row) in (1_u32..).zip(rows) {
        for (column, cell) in (0_u16..).zip(row).filter(|(_, cell)| !cell.is_empty()) {
            sheet.write_string(at, column, cell)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    book.save_to_buffer()
}

#[cfg(test)]
mod tests {
    use super::*;
    use people::Language;
    use stafflist::Column;

    #[test]
    fn what_goes_out_is_understood_when_it_comes_in_in_each_language() {
        for language in Language::ALL {
            let words = words::of(language);
            for column in EXPORTED {
                assert_eq!(Column::guess(&telling::meaning_in(words, column)), Some(column), "{language:?}");
            }
            let hourly = words.person_hourly();
            let row: [String; 16] =
                std::array::from_fn(|at| if at == 10 { hourly.clone() } else { at.to_string() });
            let header = EXPORTED.map(|column| telling::meaning_in(words, column));
            let book = workbook(&header, &[row]).unwrap_or_default();
            let read =
                sheet::read(&book, &sheet::Limits::LIST).map(|sheet| sheet.rows()[0].cell(15).to_owned());
            assert_eq!(read.as_deref(), Ok("15"));
        }
    }
}
