use crate::Fault;

/// A row on its way out of a statement; columns are counted from 0.
pub enum Row<'a> {
    /// From SQLite.
    Sqlite(&'a rusqlite::Row<'a>),
    /// From PostgreSQL.
    Postgres(&'a postgres::Row),
}

/// A Rust type that both databases can give.
pub trait Column: Sized {
    /// Reads column `index` of a SQLite row.
    fn sqlite(row: &rusqlite::Row<'_>, index: usize) -> Result<Self, Fault>;
    /// Reads column `index` of a PostgreSQL row.
    fn postgres(row: &postgres::Row, index: usize) -> Result<Self, Fault>;
}

macro_rules! column {
    ($($ty:ty),*) => { $(
        impl Column for $ty {
            fn sqlite(row: &rusqlite::Row<'_>, index: usize) -> Result<Self, Fault> { Ok(row.get(index)?) }
            fn postgres(row: &postgres::Row, index: usize) -> Result<Self, Fault> { Ok(row.try_get(index)?) }
        }
    )* };
}

column!(i64, f64, bool, String, Vec<u8>);
column!(Option<i64>, Option<f64>, Option<bool>, Option<String>, Option<Vec<u8>>);

impl Row<'_> {
    /// Reads column `index`.
    ///
    /// # Errors
    /// When the column is not of type `T`.
    pub fn get<T: Column>(&self, index: usize) -> Result<T, Fault> {
        match self {
            Row::Sqlite(row) => T::sqlite(row, index),
            Row::Postgres(row) => T::postgres(row, index),
        }
    }

    /// Reads column `index` through `read`; `what` names it if it does not read.
    ///
    /// # Errors
    /// When the column is not a text, or `read` gives nothing.
    pub fn parse<T>(
        &self,
        index: usize,
        what: &'static str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<T, Fault> {
        self.parse_maybe(index, what, read)?.ok_or(Fault::Unreadable { what })
    }

    /// As [`Row::parse`], for a column that may be empty.
    ///
    /// # Errors
    /// When the column is not a text, or `read` gives nothing for a text that is there.
    pub fn parse_maybe<T>(
        &self,
        index: usize,
        what: &'static str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, Fault> {
        // Where the text lies, and not a copy of it.
        let text = match self {
            Row::Sqlite(row) => {
                row.get_ref(index)?.as_str_or_null().map_err(|_| Fault::Unreadable { what })?
            }
            Row::Postgres(row) => row.try_get(index)?,
        };
        text.map(|text| read(text).ok_or(Fault::Unreadable { what })).transpose()
    }

    /// Reads a point in time, stored as milliseconds since 1970.
    ///
    /// # Errors
    /// When the column is not a number or out of range.
    pub fn time(&self, index: usize) -> Result<jiff::Timestamp, Fault> {
        instant(self.get(index)?)
    }

    /// As [`Row::time`], for a column that may be empty.
    ///
    /// # Errors
    /// When the column is not a number or out of range.
    pub fn time_maybe(&self, index: usize) -> Result<Option<jiff::Timestamp>, Fault> {
        self.get::<Option<i64>>(index)?.map(instant).transpose()
    }

    /// Reads a calendar date, stored as `2026-11-22`.
    ///
    /// # Errors
    /// When the column is not such a date.
    pub fn date(&self, index: usize) -> Result<jiff::civil::Date, Fault> {
        self.parse(index, "date", read_date)
    }

    /// As [`Row::date`], for a column that may be empty.
    ///
    /// # Errors
    /// When the column is not such a date.
    pub fn date_maybe(&self, index: usize) -> Result<Option<jiff::civil::Date>, Fault> {
        self.parse_maybe(index, "date", read_date)
    }

    /// Reads a number that fits in 32 bits and is not negative.
    ///
    /// # Errors
    /// When it does not fit.
    pub fn count(&self, index: usize) -> Result<u32, Fault> {
        self.get::<i64>(index)?.try_into().map_err(|_| Fault::Unreadable { what: "count" })
    }

    /// Reads bytes of a fixed length.
    ///
    /// # Errors
    /// When there are more or fewer.
    pub fn bytes<const N: usize>(&self, index: usize) -> Result<[u8; N], Fault> {
        self.get::<Vec<u8>>(index)?.try_into().map_err(|_| Fault::Unreadable { what: "bytes" })
    }
}

/// Reads `2026-11-22` and nothing else. A page reads some twenty of them: jiff's own reader knows many forms, and takes ten times as long.
fn read_date(text: &str) -> Option<jiff::civil::Date> {
    let &[a, b, c, d, b'-', e, f, b'-', g, h] = text.as_bytes() else { return None };
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0_i16, |number, digit| {
            digit.is_ascii_digit().then(|| number * 10 + i16::from(digit - b'0'))
        })
    };
    let (year, month, day) = (number(&[a, b, c, d])?, number(&[e, f])?, number(&[g, h])?);
    jiff::civil::Date::new(year, month as i8, day as i8).ok()
}

fn instant(millisecond: i64) -> Result<jiff::Timestamp, Fault> {
    jiff::Timestamp::from_millisecond(millisecond).map_err(|_| Fault::Unreadable { what: "time" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_read_as_jiff_reads_it_and_in_no_other_form() {
        for text in ["0000-01-01", "2024-02-29", "2026-11-22", "9999-12-31"] {
            assert_eq!(read_date(text), text.parse().ok(), "{text}");
            assert!(read_date(text).is_some(), "{text}");
        }
        for text in [
            "",
            "2026-11-2",
            "2026-11-022",
            "20261122",
            "2026-13-01",
            "2025-02-29",
            "2026-00-01",
            "2026/11/22",
            "-026-11-22",
            "2026-11-+2",
        ] {
            assert_eq!(read_date(text), None, "{text}");
        }
    }
}
