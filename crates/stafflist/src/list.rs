use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::civil::Date;
use people::UnitSort;
use sheet::Sheet;

use crate::entry::{Cells, LONGEST_KEY, Mistake, number};
use crate::identity_number::{IdentityNumbers, identity_number_in};
use crate::{Column, Entry, ListedPerson, Mapping, RowError, Wrong};

/// Between the names of a department, an area and a unit, where names are all that a unit is known by.
const BETWEEN: &str = " / ";

/// A unit that the list names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedUnit {
    /// The row that first said what it is called.
    pub row: u32,
    /// Its name, where the list has one.
    pub name: Option<String>,
    /// A row says where it lies; else it is only named as the one above another.
    pub placed: bool,
    /// The key of the unit above; without one it lies right below the top.
    pub parent: Option<String>,
    /// What sort of node, where the list says so by its columns.
    pub sort: Option<UnitSort>,
}

/// Everything a file says, row by row, and what could not be read of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StaffList {
    /// By what the HR system calls them.
    pub units: BTreeMap<String, ListedUnit>,
    /// By what the HR system calls them.
    pub people: BTreeMap<String, (u32, ListedPerson)>,
    /// In the order of the file.
    pub entries: Vec<Entry>,
    /// In the order of the file.
    pub errors: Vec<RowError>,
    /// People who stand in a row that could not be read.
    pub unread_people: BTreeSet<String>,
    /// Units that stand in a row that could not be read.
    pub unread_units: BTreeSet<String>,
    /// Units that people are in by a row that could not be read.
    pub partly_read_units: BTreeSet<String>,
    /// A row that could not be read does not even say whom and which unit it is about: nothing can be said to be missing.
    pub unread_something: bool,
    /// Rows about employments that are over: not read any further.
    pub past: u32,
    /// The meanings that the file has columns for.
    pub columns: BTreeSet<Column>,
}

impl StaffList {
    /// Reads a file by a mapping that has been checked.
    ///
    /// # Errors
    /// [`IdentityNumbers`] when personal identity numbers stand in it, in whatever column: then nothing of the file is kept.
    pub fn read(sheet: &Sheet, mapping: &Mapping, today: Date) -> Result<StaffList, IdentityNumbers> {
        if let Some(numbers) = identity_number_in(sheet) {
            return Err(numbers);
        }
        let extents = mapping.place(Column::Extent).map(|place| {
            sheet.rows().iter().filter_map(|row| number(row.cell(place))).fold(0.0_f64, f64::max)
        });
        let mut reading = Reading {
            list: StaffList {
                columns: mapping.all().map(|(column, _)| column).collect(),
                ..StaffList::default()
            },
            mapping,
            today,
            employed: HashMap::new(),
            mails: HashMap::new(),
        };
        for row in sheet.rows() {
            let cells = Cells { row, mapping, fractions: extents.is_some_and(|most| most <= 1.0) };
            if let Err((column, wrong)) = reading.row(&cells) {
                reading.unread(&cells, column, wrong);
            }
        }
        Ok(reading.list)
    }

    /// Whether the file says this of people.
    pub fn says(&self, column: Column) -> bool {
        self.columns.contains(&column)
    }
}

struct Reading<'a> {
    list: StaffList,
    mapping: &'a Mapping,
    today: Date,
    /// The row of each employment, by person, unit and key.
    employed: HashMap<(String, String, Option<String>), u32>,
    /// Whose address, and the row.
    mails: HashMap<String, (String, u32)>,
}

impl Reading<'_> {
    fn row(&mut self, cells: &Cells<'_>) -> Result<(), Mistake> {
        let row = cells.row.number();
        let person = cells.person()?;
        let (unit_key, units) = self.units(cells)?;
        let entry = cells.entry(&person, unit_key)?;
        if entry.to.is_some_and(|to| to <= self.today) {
            self.list.past += 1;
            return Ok(());
        }
        if let Some((earlier, other)) = self.list.people.get(&person.key)
            && *other != person
        {
            return Err((Some(Column::PersonKey), Wrong::AnotherPerson(*earlier)));
        }
        if let Some(mail) = &person.mail
            && let Some((whose, earlier)) = self.mails.get(mail)
            && *whose != person.key
        {
            return Err((Some(Column::Mail), Wrong::MailTaken(Some(*earlier))));
        }
        for (key, unit) in &units {
            if let Some(other) = self.list.units.get(key)
                && !agree(other, unit)
            {
                return Err((None, Wrong::AnotherUnit(other.row)));
            }
        }
        let employment = (entry.person.clone(), entry.unit.clone(), entry.key.clone());
        if let Some(earlier) = self.employed.get(&employment) {
            return Err((None, Wrong::EmployedTwice(*earlier)));
        }
        self.employed.insert(employment, row);
        if let Some(mail) = &person.mail {
            self.mails.insert(mail.clone(), (person.key.clone(), row));
        }
        units.into_iter().for_each(|(key, unit)| self.add_unit(key, unit));
        self.list.people.entry(person.key.clone()).or_insert((row, person));
        self.list.entries.push(entry);
        Ok(())
    }

    /// The key of the row's unit, and all units that the row says something about: itself and those above.
    fn units(&self, cells: &Cells<'_>) -> Result<(String, Vec<(String, ListedUnit)>), Mistake> {
        let row = cells.row.number();
        let mut units = Vec::new();
        let mut above: Option<String> = None;
        for (column, sort) in [(Column::Department, UnitSort::Department), (Column::Area, UnitSort::Area)] {
            let Some(name) = cells.level(column)? else { continue };
            let key = path(above.as_deref(), &name);
            units.push((
                key.clone(),
                ListedUnit { row, name: Some(name), placed: true, parent: above, sort: Some(sort) },
            ));
            above = Some(key);
        }
        let name = cells.unit_name()?;
        let parent = cells.key(Column::ParentKey)?.or(above);
        let key = match (cells.key(Column::UnitKey)?, &name) {
            (Some(key), _) => key,
            (None, Some(name)) if self.mapping.place(Column::UnitKey).is_none() => {
                path(parent.as_deref(), name)
            }
            (None, _) => {
                let wanted =
                    self.mapping.place(Column::UnitKey).map_or(Column::UnitName, |_| Column::UnitKey);
                return Err((Some(wanted), Wrong::Missing(wanted)));
            }
        };
        if parent.as_ref() == Some(&key) {
            return Err((Some(Column::ParentKey), Wrong::Ring));
        }
        if let Some(parent) = parent.clone().filter(|parent| !units.iter().any(|(key, _)| key == parent)) {
            units.push((parent, ListedUnit { row, name: None, placed: false, parent: None, sort: None }));
        }
        units.push((key.clone(), ListedUnit { row, name, placed: true, parent, sort: None }));
        // Names put together may be longer than each of them.
        if units.iter().any(|(key, _)| key.chars().count() > LONGEST_KEY) {
            return Err((Some(Column::UnitName), Wrong::TooLong(Column::UnitName, LONGEST_KEY)));
        }
        Ok((key, units))
    }

    fn add_unit(&mut self, key: String, unit: ListedUnit) {
        match self.list.units.get_mut(&key) {
            // What was only named as the one above another is now said in full.
            Some(known) if unit.placed && !known.placed => *known = unit,
            Some(_) => {}
            None => {
                self.list.units.insert(key, unit);
            }
        }
    }

    fn unread(&mut self, cells: &Cells<'_>, column: Option<Column>, wrong: Wrong) {
        let column = column.and_then(|column| self.mapping.place(column));
        self.list.errors.push(RowError { row: cells.row.number(), column, wrong });
        match (cells.key(Column::PersonKey), self.units(cells)) {
            (Ok(Some(person)), Ok((unit, units))) => {
                self.list.unread_people.insert(person);
                self.list.partly_read_units.insert(unit);
                self.list.unread_units.extend(units.into_iter().map(|(key, _)| key));
            }
            _ => self.list.unread_something = true,
        }
    }
}

/// Whether two rows say the same of a unit; what one of them leaves out is not said.
fn agree(one: &ListedUnit, other: &ListedUnit) -> bool {
    !one.placed || !other.placed || (&one.name, &one.parent) == (&other.name, &other.parent)
}

fn path(above: Option<&str>, name: &str) -> String {
    above.map_or_else(|| name.to_owned(), |above| format!("{above}{BETWEEN}{name}"))
}
