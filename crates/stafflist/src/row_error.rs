use crate::Column;

/// What is wrong in one place of the file. The row is left out, and what it is about stays as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowError {
    /// The row, as a spreadsheet program shows it.
    pub row: u32,
    /// The column, from 0; `None` when the row as a whole does not fit.
    pub column: Option<usize>,
    /// What.
    pub wrong: Wrong,
}

/// What may be wrong in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// Nothing stands where something must.
    Missing(Column),
    /// Longer than so many characters.
    TooLong(Column, usize),
    /// Not a date that can mean one day only.
    NoDate(Column),
    /// Not an extent of 0 to 100 per cent.
    NoExtent,
    /// Not a mail address.
    NoMail,
    /// The last day is before the first.
    Backwards,
    /// The same person has another name or address in an earlier row, with this number.
    AnotherPerson(u32),
    /// The unit has another name or lies elsewhere in an earlier row, with this number.
    AnotherUnit(u32),
    /// Another person has the address: in the row with this number, or among those who are there already.
    MailTaken(Option<u32>),
    /// The same person is in the same unit in an earlier row, with this number, and no key tells the employments apart.
    EmployedTwice(u32),
    /// The unit would belong to itself.
    Ring,
    /// The tree would be deeper than the product allows.
    TooDeep,
    /// The rules of the organisation refuse it for another reason, such as a unit that closes before the employment ends.
    DoesNotFit,
}
