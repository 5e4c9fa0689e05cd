use jiff::civil::Date;
use people::{Occupation, Span};
use sheet::{Row, read_date};

use crate::{Column, Mapping, Wrong};

/// Longest key of a person, a unit or an employment, in characters.
pub(crate) const LONGEST_KEY: usize = 100;
/// Longest given or family name.
const LONGEST_NAME: usize = 100;
/// Longest name of a unit.
const LONGEST_UNIT: usize = 200;
/// Longest mail address.
const LONGEST_MAIL: usize = 254;

/// Words in a form of employment that mean pay by the hour.
const HOURLY: [&str; 8] =
    ["timavl", "timanst", "timvik", "intermittent", "timeløn", "timelønnet", "hourly", "behovsanst"];
/// A date that HR systems write for "until further notice".
const NEVER: i16 = 2_900;

/// Who a row is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedPerson {
    /// What the HR system calls them.
    pub key: String,
    /// Given name.
    pub given_name: String,
    /// Family name.
    pub family_name: String,
    /// Mail address, in lower case.
    pub mail: Option<String>,
}

/// One employment of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The row it stands in.
    pub row: u32,
    /// Whose: the key of a [`ListedPerson`].
    pub person: String,
    /// What the HR system calls it.
    pub key: Option<String>,
    /// Where: the key of a [`ListedUnit`](crate::ListedUnit).
    pub unit: String,
    /// As what.
    pub occupation: Option<Occupation>,
    /// Of full time, in per cent.
    pub extent_percent: u32,
    /// Paid by the hour.
    pub hourly: bool,
    /// First day, if the list says so.
    pub from: Option<Date>,
    /// The day after the last, if there is one.
    pub to: Option<Date>,
    /// Away.
    pub leave: Option<Span>,
    /// The person whom the row calls manager.
    pub manager: Option<String>,
}

/// Reads the cells of one row by what they mean.
pub(crate) struct Cells<'a> {
    pub(crate) row: &'a Row,
    pub(crate) mapping: &'a Mapping,
    /// The extents of this file are fractions: 1 means all of full time.
    pub(crate) fractions: bool,
}

/// What is wrong, and with which column.
pub(crate) type Mistake = (Option<Column>, Wrong);

impl Cells<'_> {
    pub(crate) fn get(&self, column: Column) -> &str {
        self.mapping.place(column).map_or("", |place| self.row.cell(place))
    }

    fn short(&self, column: Column, longest: usize) -> Result<Option<String>, Mistake> {
        // Several lines in a cell become one.
        let text = self.get(column).split_whitespace().collect::<Vec<_>>().join(" ");
        match text.chars().count() {
            0 => Ok(None),
            length if length > longest => Err((Some(column), Wrong::TooLong(column, longest))),
            _ => Ok(Some(text)),
        }
    }

    fn needed(&self, column: Column, longest: usize) -> Result<String, Mistake> {
        self.short(column, longest)?.ok_or((Some(column), Wrong::Missing(column)))
    }

    pub(crate) fn person(&self) -> Result<ListedPerson, Mistake> {
        let key = self.needed(Column::PersonKey, LONGEST_KEY)?;
        let (given_name, family_name) = self.name()?;
        let mail = self.short(Column::Mail, LONGEST_MAIL)?.map(|mail| mail.to_lowercase());
        if mail.as_deref().is_some_and(|mail| !is_mail(mail)) {
            return Err((Some(Column::Mail), Wrong::NoMail));
        }
        Ok(ListedPerson { key, given_name, family_name, mail })
    }

    fn name(&self) -> Result<(String, String), Mistake> {
        if self.mapping.place(Column::GivenName).is_some() && self.mapping.place(Column::FamilyName).is_some()
        {
            let given = self.needed(Column::GivenName, LONGEST_NAME)?;
            return Ok((given, self.needed(Column::FamilyName, LONGEST_NAME)?));
        }
        let full = self.needed(Column::FullName, LONGEST_NAME)?;
        let halves = match full.split_once(',') {
            Some((family, given)) => (given.trim(), family.trim()),
            // The last word is the family name; a list that means something else has two columns or a comma.
            None => full.rsplit_once(' ').unwrap_or((&full, "")),
        };
        match halves {
            ("", _) | (_, "") => Err((Some(Column::FullName), Wrong::Missing(Column::FamilyName))),
            (given, family) => Ok((given.to_owned(), family.to_owned())),
        }
    }

    pub(crate) fn unit_name(&self) -> Result<Option<String>, Mistake> {
        self.short(Column::UnitName, LONGEST_UNIT)
    }

    pub(crate) fn key(&self, column: Column) -> Result<Option<String>, Mistake> {
        self.short(column, LONGEST_KEY)
    }

    pub(crate) fn level(&self, column: Column) -> Result<Option<String>, Mistake> {
        self.short(column, LONGEST_UNIT)
    }

    fn date(&self, column: Column) -> Result<Option<Date>, Mistake> {
        match self.get(column) {
            "" => Ok(None),
            text => match read_date(text) {
                Some(day) if day.year() >= NEVER => Ok(None),
                Some(day) => Ok(Some(day)),
                None => Err((Some(column), Wrong::NoDate(column))),
            },
        }
    }

    /// The day after a last day.
    fn end(&self, column: Column) -> Result<Option<Date>, Mistake> {
        let last = self.date(column)?;
        last.map(|day| day.tomorrow().map_err(|_| (Some(column), Wrong::NoDate(column)))).transpose()
    }

    fn extent(&self) -> Result<Option<u32>, Mistake> {
        let cell = self.get(Column::Extent);
        if cell.is_empty() {
            return Ok(None);
        }
        let wrong = (Some(Column::Extent), Wrong::NoExtent);
        let number = number(cell).ok_or(wrong)?;
        let percent = if self.fractions && !cell.contains('%') { number * 100.0 } else { number };
        if !(0.0..=100.0).contains(&percent) {
            return Err(wrong);
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 100")]
        Ok(Some(percent.round() as u32))
    }

    /// The employment, in the unit with this key.
    pub(crate) fn entry(&self, person: &ListedPerson, unit: String) -> Result<Entry, Mistake> {
        let form = self.get(Column::Form).to_lowercase();
        let hourly = HOURLY.iter().any(|word| form.contains(word));
        let (from, to) = (self.date(Column::From)?, self.end(Column::To)?);
        if from.zip(to).is_some_and(|(from, to)| to <= from) {
            return Err((Some(Column::To), Wrong::Backwards));
        }
        let (leave_from, leave_to) = (self.date(Column::LeaveFrom)?, self.end(Column::LeaveTo)?);
        let leave = match leave_from {
            None => None,
            Some(begin) => Some(Span::new(begin, leave_to).ok_or((Some(Column::LeaveTo), Wrong::Backwards))?),
        };
        let occupation = self.short(Column::Occupation, Occupation::LONGEST)?;
        Ok(Entry {
            row: self.row.number(),
            person: person.key.clone(),
            key: self.key(Column::EmploymentKey)?,
            unit,
            occupation: occupation.as_deref().and_then(Occupation::new),
            // Whoever is paid by the hour has no extent; of others, without a word, full time is meant.
            extent_percent: self.extent()?.unwrap_or(if hourly { 0 } else { 100 }),
            hourly,
            from,
            to,
            leave,
            manager: self.key(Column::ManagerKey)?,
        })
    }
}

/// A number with point or comma, with or without a per cent sign.
pub(crate) fn number(text: &str) -> Option<f64> {
    let plain: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '%')
        .map(|c| if c == ',' { '.' } else { c })
        .collect();
    plain.parse().ok().filter(|number: &f64| number.is_finite())
}

fn is_mail(mail: &str) -> bool {
    let whole = mail.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
    whole && mail.matches('@').count() == 1 && !mail.contains([' ', ',', ';', '<', '>', '"'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_point_or_comma() {
        let read = [("75", 75.0), ("75 %", 75.0), ("0,75", 0.75), ("87.5", 87.5), ("1\u{a0}00", 100.0)];
        for (text, value) in read {
            assert_eq!(number(text), Some(value), "{text}");
        }
        assert_eq!([number(""), number("heltid"), number("inf")], [None, None, None]);
    }

    #[test]
    fn a_mail_address_has_a_name_and_a_host() {
        assert!(is_mail("asa.akerlund@ekbacka.se"));
        for text in
            ["asa", "@ekbacka.se", "asa@ekbacka", "a@b.se; c@d.se", "a@b@c.se", "Åsa <asa@ekbacka.se>"]
        {
            assert!(!is_mail(text), "{text}");
        }
    }
}
