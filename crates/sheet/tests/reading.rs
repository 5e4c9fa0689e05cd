//! Files as they are exported: encodings, delimiters, titles above the header, XLSX, and what is no list.
#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use sheet::{Limits, SheetError, read};

fn cells(bytes: &[u8]) -> (Vec<String>, Vec<(u32, Vec<String>)>) {
    let sheet = read(bytes, &Limits::LIST).unwrap();
    let wide = sheet.header().len();
    let rows =
        sheet.rows().iter().map(|row| (row.number(), (0..wide).map(|at| row.cell(at).to_owned()).collect()));
    (sheet.header().to_vec(), rows.collect())
}

const TEXT: &str = "Namn;Enhet\nÅsa Öberg;Ängen\n";

fn asa() -> (Vec<String>, Vec<(u32, Vec<String>)>) {
    (vec!["Namn".into(), "Enhet".into()], vec![(2, vec!["Åsa Öberg".into(), "Ängen".into()])])
}

#[test]
fn every_encoding_that_occurs_is_read() {
    let with_mark = [&[0xEF, 0xBB, 0xBF], TEXT.as_bytes()].concat();
    let latin: Vec<u8> = TEXT.chars().map(|c| u8::try_from(c as u32).unwrap()).collect();
    let wide = |mark: [u8; 2], bytes: fn(u16) -> [u8; 2]| {
        let text: Vec<u8> = TEXT.encode_utf16().flat_map(bytes).collect();
        [&mark[..], &text].concat()
    };
    let little = wide([0xFF, 0xFE], u16::to_le_bytes);
    let big = wide([0xFE, 0xFF], u16::to_be_bytes);
    for bytes in [TEXT.as_bytes().to_vec(), with_mark, latin, little, big] {
        assert_eq!(cells(&bytes), asa());
    }
    // Windows-1252 beyond Latin-1.
    assert_eq!(cells(b"Namn;Enhet\nA\x96B;\x80\n").1, [(2, vec!["A–B".to_owned(), "€".to_owned()])]);
}

#[test]
fn every_delimiter_that_occurs_is_read() {
    for delimiter in [";", ",", "\t"] {
        let text = format!("Namn{delimiter}Enhet\r\nÅsa Öberg{delimiter}Ängen\r\n");
        assert_eq!(cells(text.as_bytes()), asa());
    }
    // A comma within a cell divides nothing.
    let rows = cells("Namn;Enhet\n\"Öberg, Åsa\";\"Äng;en\"\n".as_bytes()).1;
    assert_eq!(rows, [(2, vec!["Öberg, Åsa".to_owned(), "Äng;en".to_owned()])]);
}

#[test]
fn a_title_above_the_header_and_empty_rows_are_passed() {
    let text = "Personallista\n2026-11-29\n\nNamn;Enhet;Yrke\n;;\nÅsa;Ängen;\nBo;Dalen;Lärare;extra\n";
    let (header, rows) = cells(text.as_bytes());
    assert_eq!(header, ["Namn", "Enhet", "Yrke", ""]);
    assert_eq!(rows.iter().map(|(number, _)| *number).collect::<Vec<_>>(), [6, 7]);
    assert_eq!(rows[1].1[3], "extra");
}

#[test]
fn a_line_break_within_a_cell_counts_as_a_line() {
    let (_, rows) = cells("Namn;Enhet\n\"Åsa\nÖberg\";Ängen\nBo;Dalen\n".as_bytes());
    assert_eq!(rows.iter().map(|(number, _)| *number).collect::<Vec<_>>(), [2, 4]);
}

fn book(fill: impl FnOnce(&mut Workbook)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(&mut book);
    book.save_to_buffer().unwrap()
}

#[test]
fn an_xlsx_is_read_with_numbers_dates_and_saved_values_of_formulas() {
    let bytes = book(|book| {
        book.add_worksheet().set_hidden(true).write(0, 0, "hidden").unwrap();
        let sheet = book.add_worksheet().set_active(true);
        for (column, name) in ["Nr", "Från", "Grad", "Namn"].into_iter().enumerate() {
            sheet.write(0, u16::try_from(column).unwrap(), name).unwrap();
        }
        let day = Format::new().set_num_format("yyyy-mm-dd");
        sheet.write(2, 0, 1_234_567).unwrap();
        sheet.write_with_format(2, 1, ExcelDateTime::from_ymd(2026, 2, 28).unwrap(), &day).unwrap();
        sheet.write(2, 2, 0.75).unwrap();
        sheet
            .write_formula(2, 3, rust_xlsxwriter::Formula::new("=HYPERLINK(\"http://x\")").set_result("Åsa"))
            .unwrap();
        book.add_worksheet().write(0, 0, "the next sheet").unwrap();
    });
    let (header, rows) = cells(&bytes);
    assert_eq!(header, ["Nr", "Från", "Grad", "Namn"]);
    assert_eq!(rows, [(3, ["1234567", "2026-02-28", "0.75", "Åsa"].map(str::to_owned).to_vec())]);
}

#[test]
fn days_are_counted_as_excel_counts_them() {
    // From Excel's own documentation: 1 January 1900 is 1, 1 March 1900 is 61, 1 January 2008 is 39448.
    let bytes = book(|book| {
        let sheet = book.add_worksheet();
        let day = Format::new().set_num_format("yyyy-mm-dd");
        for (column, serial) in [61.0, 39_448.0, 39_448.75].into_iter().enumerate() {
            let column = u16::try_from(column).unwrap();
            sheet.write(0, column, format!("{column}")).unwrap();
            sheet.write_with_format(1, column, serial, &day).unwrap();
        }
    });
    assert_eq!(cells(&bytes).1[0].1, ["1900-03-01", "2008-01-01", "2008-01-01"]);
}

#[test]
fn what_is_no_list_is_said_to_be_none() {
    let refused = |bytes: &[u8]| read(bytes, &Limits::LIST).unwrap_err();
    assert_eq!(refused(b""), SheetError::Empty);
    assert_eq!(refused(b"\n\n;;\n"), SheetError::Empty);
    assert_eq!(refused(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), SheetError::NeitherCsvNorXlsx);
    // An old XLS.
    assert_eq!(refused(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0"), SheetError::NeitherCsvNorXlsx);
    assert_eq!(refused(b"PK\x03\x04 and then nothing"), SheetError::Damaged);
    let whole = book(|book| drop(book.add_worksheet().write(0, 0, "Namn")));
    assert_eq!(refused(&whole[..whole.len() / 2]), SheetError::Damaged);
}

#[test]
fn every_limit_is_said_where_it_is_met() {
    let limits = Limits { bytes: 200, unpacked: 20_000, rows: 3, columns: 4, cell: 5 };
    let refused = |text: &str| read(text.as_bytes(), &limits).unwrap_err();
    assert_eq!(refused(&"a;b\n".repeat(51)), SheetError::TooLarge(200));
    assert_eq!(refused("a;b\n1;2\n3;4\n5;6\n7;8\n"), SheetError::TooManyRows(3));
    assert_eq!(refused("a;b\n1;2;3;4;5\n"), SheetError::TooManyColumns { row: 2, most: 4 });
    assert_eq!(refused("a;b\n1;åäöåäö\n"), SheetError::CellTooLong { row: 2, column: 1, most: 5 });
    assert!(read("a;b\n1;åäöåä\n".as_bytes(), &limits).is_ok());
}

#[test]
fn a_small_file_that_unpacks_to_much_is_refused_by_what_it_unpacks_to() {
    let bomb = book(|book| {
        let sheet = book.add_worksheet();
        for row in 0..3_000 {
            sheet.write(row, 0, "a".repeat(900)).unwrap();
        }
    });
    let limits = Limits { unpacked: 100_000, ..Limits::LIST };
    assert_eq!(read(&bomb, &limits), Err(SheetError::TooLarge(100_000)));
}

#[test]
fn a_cell_in_the_last_corner_takes_no_room() {
    let bytes = book(|book| {
        let sheet = book.add_worksheet();
        sheet.write(0, 0, "Namn").unwrap();
        sheet.write(1_048_575, 1, "far down").unwrap();
    });
    assert_eq!(cells(&bytes).1, [(1_048_576, vec![String::new(), "far down".to_owned()])]);
    let wide = book(|book| drop(book.add_worksheet().write(0, 16_383, "far out")));
    assert_eq!(read(&wide, &Limits::LIST), Err(SheetError::TooManyColumns { row: 1, most: 100 }));
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..600), zip in any::<bool>()) {
        let bytes = if zip { [b"PK\x03\x04", &bytes[..]].concat() } else { bytes };
        let _ = read(&bytes, &Limits::LIST);
    }

    #[test]
    fn no_damage_to_an_xlsx_makes_it_panic(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = book(|book| drop(book.add_worksheet().write(0, 0, "Namn").unwrap().write(1, 0, 7)));
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let _ = read(&bytes, &Limits::LIST);
    }

    #[test]
    fn what_is_written_as_csv_is_read_back(rows in proptest::collection::vec(proptest::collection::vec("[a-zåäö;,\" ]{0,8}", 2..5), 1..8)) {
        let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
        let line = |row: &Vec<String>| row.iter().map(quoted).collect::<Vec<_>>().join(";");
        let text = format!("h1;h2;h3;h4;h5\n{}\n", rows.iter().map(line).collect::<Vec<_>>().join("\n"));
        let sheet = read(text.as_bytes(), &Limits::LIST).unwrap();
        let filled: Vec<_> = rows.iter().filter(|row| row.iter().any(|cell| !cell.trim().is_empty())).collect();
        prop_assert_eq!(sheet.rows().len(), filled.len());
        for (read, written) in sheet.rows().iter().zip(filled) {
            for (at, cell) in written.iter().enumerate() {
                prop_assert_eq!(read.cell(at), cell.trim());
            }
        }
    }
}
