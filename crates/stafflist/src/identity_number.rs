use jiff::civil::Date;
use sheet::Sheet;

/// Whether a text looks like a Swedish personal identity number or coordination number, or a Danish CPR number. With a hyphen (or plus)
/// in its place the date is enough; without one it must have twelve digits, or ten of which the last is Sweden's check digit.
///
/// Sweden: Folkbokföringslag (1991:481) § 18, check digit by Luhn. Denmark: the first six digits are a date; since 2007 there is no check digit
/// to rely on.
pub fn looks_like_identity_number(text: &str) -> bool {
    let text = text.trim();
    if !(10..=13).contains(&text.len()) {
        return false;
    }
    let digits: Vec<u32> = text.chars().filter_map(|c| c.to_digit(10)).collect();
    let sign = text.char_indices().find(|(_, c)| matches!(c, '-' | '+')).map(|(at, _)| at);
    let only = text.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '+'));
    if !only {
        return false;
    }
    match (digits.len(), sign) {
        (10, Some(6)) => is_day(&digits[..6]) || is_day_first(&digits[..6]),
        (12, Some(8)) => is_day(&digits[2..8]) && century(&digits),
        (10, None) => is_day(&digits[..6]) && luhn(&digits),
        (12, None) => is_day(&digits[2..8]) && century(&digits) && luhn(&digits[2..]),
        _ => false,
    }
}

/// Where personal identity numbers stand in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IdentityNumbers {
    /// The first row in which one stands.
    pub row: u32,
    /// The column, from 0.
    pub column: usize,
}

/// The first column in which such numbers stand. One with a hyphen or century is enough; bare ones of ten digits may be keys that happen to
/// look so, and count when more than half of the column does.
pub fn identity_number_in(sheet: &Sheet) -> Option<IdentityNumbers> {
    (0..sheet.header().len()).find_map(|column| {
        let mut filled = 0_usize;
        let mut bare = Vec::new();
        for row in sheet.rows() {
            let cell = row.cell(column);
            filled += usize::from(!cell.is_empty());
            if !looks_like_identity_number(cell) {
                continue;
            }
            if cell.len() != 10 {
                return Some(IdentityNumbers { row: row.number(), column });
            }
            bare.push(row.number());
        }
        let row = bare.first().copied().filter(|_| bare.len() * 2 > filled)?;
        Some(IdentityNumbers { row, column })
    })
}

fn number(digits: &[u32]) -> u32 {
    digits.iter().fold(0, |sum, digit| sum * 10 + digit)
}

/// Year, month and day; a coordination number's day is 60 more.
fn is_day(digits: &[u32]) -> bool {
    let day = number(&digits[4..6]);
    exists(number(&digits[2..4]), if day > 60 { day - 60 } else { day })
}

/// Day, month and year, as in Denmark; a substitute number's day is 60 more.
fn is_day_first(digits: &[u32]) -> bool {
    let day = number(&digits[..2]);
    exists(number(&digits[2..4]), if day > 60 { day - 60 } else { day })
}

/// In a leap year, so that every day of some year counts.
fn exists(month: u32, day: u32) -> bool {
    let small = |number: u32| i8::try_from(number).ok();
    small(month).zip(small(day)).is_some_and(|(month, day)| Date::new(2000, month, day).is_ok())
}

fn century(digits: &[u32]) -> bool {
    matches!(number(&digits[..2]), 18..=20)
}

fn luhn(digits: &[u32]) -> bool {
    let doubled = |digit: u32| if digit > 4 { 2 * digit - 9 } else { 2 * digit };
    let sum: u32 = digits.iter().enumerate().map(|(at, d)| if at % 2 == 0 { doubled(*d) } else { *d }).sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    // Skatteverket's and CPR-kontoret's published test numbers.
    #[test]
    fn published_test_numbers_are_known() {
        for text in [
            "189001019802",
            "18900101-9802",
            "900101-9802",
            "9001019802",
            "900101+9802",
            "070761-4285",
            "701063-2391",
        ] {
            assert!(looks_like_identity_number(text), "{text}");
        }
    }

    #[test]
    fn other_numbers_are_not() {
        for text in [
            "",
            "12345",
            "9001019803",
            "901301-9802",
            "4711-0001",
            "2026-11-29",
            "20261129",
            "070761",
            "46701234567",
            "0701234567",
        ] {
            assert!(!looks_like_identity_number(text), "{text}");
        }
    }
}
