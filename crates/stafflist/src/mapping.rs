use std::collections::BTreeMap;

use crate::Column;

/// Which column of a file means what. Each meaning has at most one column, and each column at most one meaning.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mapping(BTreeMap<Column, usize>);

/// Why a file cannot be read by a mapping.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MappingError {
    /// No column says who it is, the same in every list.
    NoPersonKey,
    /// Neither given and family name, nor both in one.
    NoName,
    /// Neither the unit's key nor its name.
    NoUnit,
    /// One column is to mean two things.
    Twice(Column, Column),
}

impl Mapping {
    /// Nothing is known of any column.
    pub fn new() -> Mapping {
        Mapping::default()
    }

    /// What the names of the columns suggest; of two columns that suggest the same, the first.
    pub fn guess(header: &[String]) -> Mapping {
        let mut mapping = Mapping::new();
        for (place, name) in header.iter().enumerate() {
            if let Some(column) = Column::guess(name).filter(|column| mapping.place(*column).is_none()) {
                mapping.put(column, place);
            }
        }
        mapping
    }

    /// What was said of columns with these names before. Columns that are gone are left out.
    pub fn remembered(said: &[(Column, String)], header: &[String]) -> Mapping {
        let mut mapping = Mapping::new();
        for (column, name) in said {
            if let Some(place) = header.iter().position(|there| there == name) {
                mapping.put(*column, place);
            }
        }
        mapping
    }

    /// What is to be remembered: meanings with the names of their columns.
    pub fn to_remember(&self, header: &[String]) -> Vec<(Column, String)> {
        let named = |(column, place): (&Column, &usize)| Some((*column, header.get(*place)?.clone()));
        self.0.iter().filter_map(named).collect()
    }

    /// Says what a column means, by its place from 0.
    pub fn put(&mut self, column: Column, place: usize) {
        self.0.insert(column, place);
    }

    /// The place of the column that means this.
    pub fn place(&self, column: Column) -> Option<usize> {
        self.0.get(&column).copied()
    }

    /// What the column in this place means.
    pub fn meaning(&self, place: usize) -> Option<Column> {
        self.0.iter().find(|(_, at)| **at == place).map(|(column, _)| *column)
    }

    /// Everything that is said.
    pub fn all(&self) -> impl Iterator<Item = (Column, usize)> {
        self.0.iter().map(|(column, place)| (*column, *place))
    }

    /// Whether a list can be read by it.
    pub fn check(&self) -> Vec<MappingError> {
        let has = |column| self.0.contains_key(&column);
        let mut errors = Vec::new();
        if !has(Column::PersonKey) {
            errors.push(MappingError::NoPersonKey);
        }
        let in_two = has(Column::GivenName) && has(Column::FamilyName);
        if !in_two && !has(Column::FullName) {
            errors.push(MappingError::NoName);
        }
        if !has(Column::UnitKey) && !has(Column::UnitName) {
            errors.push(MappingError::NoUnit);
        }
        let all: Vec<_> = self.all().collect();
        for (at, (column, place)) in all.iter().enumerate() {
            if let Some((other, _)) = all[..at].iter().find(|(_, other)| other == place) {
                errors.push(MappingError::Twice(*other, *column));
            }
        }
        errors
    }
}
