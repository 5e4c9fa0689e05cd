//! Units of the list: found again, opened, renamed, moved and closed.

use std::collections::{BTreeSet, HashMap};

use people::{Change, Refused, UnitFacts, UnitId, UnitSort};

use crate::export::own_key;
use crate::plan::Planning;
use crate::{Column, ListedUnit, RowError, Warning, Wrong};

impl Planning<'_> {
    pub(crate) fn units(&mut self) {
        let there = Units::find(self);
        for key in self.parents_first() {
            self.unit(&there, &key);
        }
    }

    /// Keys of the list's units, each after the one it belongs to. Those that belong to themselves are errors and left out.
    fn parents_first(&mut self) -> Vec<String> {
        let mut ordered: Vec<String> = Vec::new();
        let mut placed: BTreeSet<&str> = BTreeSet::new();
        let mut in_ring: BTreeSet<&str> = BTreeSet::new();
        for key in self.list.units.keys() {
            let mut way: Vec<&str> = Vec::new();
            let mut at = Some(key.as_str());
            while let Some(here) = at.filter(|here| !placed.contains(here)) {
                if way.contains(&here) || in_ring.contains(here) {
                    in_ring.extend(way.drain(..));
                    break;
                }
                way.push(here);
                at = self.list.units.get(here).and_then(|unit| unit.parent.as_deref());
            }
            for here in way.into_iter().rev().filter(|here| self.list.units.contains_key(*here)) {
                placed.insert(here);
                ordered.push(here.to_owned());
            }
        }
        let wrong =
            |key: &&str| RowError { row: self.list.units[*key].row, column: None, wrong: Wrong::Ring };
        self.plan.errors.extend(in_ring.iter().map(wrong));
        ordered
    }

    fn unit(&mut self, there: &Units, key: &str) {
        let list = self.list;
        let Some(listed) = list.units.get(key) else { return };
        let top = there.top;
        // Without a top there is nothing to hang it on; a unit whose parent did not come about does not either.
        let parent = match &listed.parent {
            Some(parent) => self.units.get(parent).copied(),
            None => top,
        };
        let found = there.find_again(key, listed);
        let Some(parent) = parent.or(found.filter(|found| Some(*found) == top)) else { return };
        let done = match found {
            Some(unit) => self.known_unit(unit, key, listed, parent, top),
            None => self.new_unit(key, listed, parent, top),
        };
        if let Some(unit) = done {
            self.units.insert(key.to_owned(), unit);
        }
    }

    fn new_unit(
        &mut self,
        key: &str,
        listed: &ListedUnit,
        parent: UnitId,
        top: Option<UnitId>,
    ) -> Option<UnitId> {
        let unit = UnitId((self.fresh)());
        let name = listed.name.clone().unwrap_or_else(|| key.to_owned());
        let sort = listed.sort.unwrap_or_else(|| self.sort(key, Some(parent) == top));
        let facts = UnitFacts { parent: Some(parent), name: name.clone(), sort, sites: 1 };
        let opened = self.chart.open_unit(unit, Some(key.to_owned()), self.today, facts);
        self.take(listed.row, opened).then(|| {
            self.plan.tally.opened.push(name);
            unit
        })
    }

    fn known_unit(
        &mut self,
        unit: UnitId,
        key: &str,
        listed: &ListedUnit,
        parent: UnitId,
        top: Option<UnitId>,
    ) -> Option<UnitId> {
        let life = self.chart.unit(unit)?;
        let facts = life.on(self.today)?.clone();
        if life.key() != Some(key) {
            let change = Change::KeyUnit { unit, key: Some(key.to_owned()) };
            self.chart.apply(&change);
            self.plan.changes.push(change);
        }
        if let Some(name) = listed.name.as_ref().filter(|name| **name != facts.name) {
            let renamed = self.chart.rename_unit(unit, name, self.today);
            if self.take(listed.row, renamed) {
                self.plan.tally.units_renamed.push((facts.name.clone(), name.clone()));
            }
        }
        let says_where =
            [Column::ParentKey, Column::Department, Column::Area].iter().any(|it| self.list.says(*it));
        if says_where && listed.placed && Some(unit) != top && facts.parent != Some(parent) {
            let moved = self.chart.move_unit(unit, parent, self.today);
            if self.take(listed.row, moved) {
                self.plan.tally.units_moved.push((self.unit_name(unit), self.unit_name(parent)));
            }
        }
        Some(unit)
    }

    /// What sort of node a unit is, by what lies below it.
    fn sort(&self, key: &str, below_top: bool) -> UnitSort {
        match (self.list.units.values().any(|unit| unit.parent.as_deref() == Some(key)), below_top) {
            (false, _) => UnitSort::Unit,
            (true, true) => UnitSort::Department,
            (true, false) => UnitSort::Area,
        }
    }

    /// Closes what came by a list and is missing in this one, the deepest first.
    pub(crate) fn close_units(&mut self) {
        if self.list.unread_something {
            return;
        }
        let then = self.chart.as_of(self.today);
        let missing = |unit: &UnitId| {
            let key = self.chart.unit(*unit).and_then(|life| life.key());
            let listed =
                |key: &str| self.list.units.contains_key(key) || self.list.unread_units.contains(key);
            key.is_some_and(|key| !listed(key))
        };
        let mut missing: Vec<(usize, UnitId)> = then
            .units()
            .into_iter()
            .filter(|(unit, facts)| facts.parent.is_some() && missing(unit))
            .map(|(unit, _)| (then.path(unit).len(), unit))
            .collect();
        missing.sort_by_key(|(depth, unit)| (std::cmp::Reverse(*depth), *unit));
        for (_, unit) in missing {
            let name = self.unit_name(unit);
            // What was opened today was there for a day.
            let opened = self.chart.unit(unit).map_or(self.today, people::UnitLife::opened);
            let on = opened.tomorrow().map_or(self.today, |next| next.max(self.today));
            match self.chart.close_unit(unit, on) {
                Ok(changes) => {
                    self.plan.changes.extend(changes);
                    self.plan.tally.closed.push(name);
                }
                // What lies above others need not be named.
                Err(Refused::HasUnits) => {}
                Err(_) => self.plan.warnings.push(Warning::UnitKept(name)),
            }
        }
    }
}

/// The units that are there before the list.
struct Units {
    top: Option<UnitId>,
    top_name: String,
    by_key: HashMap<String, UnitId>,
    /// Those that no list has named yet, by name in lower case; `None` where two have it.
    by_name: HashMap<String, Option<UnitId>>,
}

impl Units {
    fn find(planning: &Planning<'_>) -> Units {
        let mut units =
            Units { top: None, top_name: String::new(), by_key: HashMap::new(), by_name: HashMap::new() };
        for life in planning.chart.units() {
            let Some(facts) = life.on(planning.today) else { continue };
            if facts.parent.is_none() {
                (units.top, units.top_name) = (Some(life.id()), facts.name.to_lowercase());
            }
            match life.key() {
                Some(key) => drop(units.by_key.insert(key.to_owned(), life.id())),
                None => {
                    units.by_key.insert(own_key(life.id().0), life.id());
                    let twice = |there: &mut Option<UnitId>| *there = None;
                    units
                        .by_name
                        .entry(facts.name.to_lowercase())
                        .and_modify(twice)
                        .or_insert(Some(life.id()));
                }
            }
        }
        units
    }

    /// By key; else one that was made by hand, by name. What lies right at the top and is called as the top is the top.
    fn find_again(&self, key: &str, listed: &ListedUnit) -> Option<UnitId> {
        let name = listed.name.as_deref().unwrap_or_default().to_lowercase();
        if let Some(unit) = self.by_key.get(key) {
            return Some(*unit);
        }
        if name == self.top_name {
            return self.top.filter(|_| listed.parent.is_none());
        }
        self.by_name.get(&name).copied().flatten()
    }
}
