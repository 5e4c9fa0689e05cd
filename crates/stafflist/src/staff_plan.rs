//! Employments of the list: begun, moved, described anew and ended.

use std::collections::{BTreeMap, HashMap, HashSet};

use people::{Employment, EmploymentId, PersonId, Span, UnitId};

use crate::plan::{Known, Planning};
use crate::{Column, Entry, RowError, Wrong};

impl Planning<'_> {
    pub(crate) fn staff(&mut self, known: &[Known]) {
        let mut working: HashMap<PersonId, Vec<Employment>> = HashMap::new();
        for it in self.chart.employments().filter(|it| it.span.after(self.today).is_some()) {
            working.entry(it.person).or_default().push(it.clone());
        }
        let mut listed: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
        for entry in &self.list.entries {
            listed.entry(&entry.person).or_default().push(entry);
        }
        let newcomers: HashSet<PersonId> = self.plan.newcomers.iter().map(|(id, _)| *id).collect();
        for (key, entries) in listed {
            let Some(person) = self.people.get(key).copied() else { continue };
            let there = working.remove(&person).unwrap_or_default();
            let there = there.into_iter().filter(|it| self.is_listed(it.unit)).collect();
            let is_new = newcomers.contains(&person);
            self.person(person, is_new, &entries, there);
        }
        let listed: HashSet<PersonId> = self.people.values().copied().collect();
        for person in known.iter().filter(|person| !listed.contains(&person.id)) {
            let Some(there) = working.remove(&person.id) else { continue };
            let unread = |key: &String| self.list.unread_something || self.list.unread_people.contains(key);
            if person.placeholder {
                self.placeholder_ends(&there);
            } else if person.key.as_ref().is_some_and(|key| !unread(key)) {
                self.leaves(person.id, &there);
            }
        }
    }

    /// One person: each employment of the list is laid beside one that is there, by key, else by unit, else whichever is left.
    fn person(&mut self, person: PersonId, is_new: bool, entries: &[&Entry], mut there: Vec<Employment>) {
        let mut pairs: Vec<(&Entry, Option<Employment>)> = Vec::new();
        let mut left: Vec<&Entry> = entries.to_vec();
        let same_key = |entry: &Entry, it: &Employment| entry.key.is_some() && entry.key == it.key;
        let same_unit = |entry: &Entry, it: &Employment| self.units.get(&entry.unit) == Some(&it.unit);
        let any = |_: &Entry, _: &Employment| true;
        for way in [&same_key as &dyn Fn(&Entry, &Employment) -> bool, &same_unit, &any] {
            left.retain(|entry| {
                let found = there.iter().position(|it| way(entry, it));
                found.inspect(|at| pairs.push((entry, Some(there.remove(*at))))).is_none()
            });
        }
        pairs.extend(left.into_iter().map(|entry| (entry, None)));
        let (mut moved, mut changed) = (false, false);
        for (entry, before) in pairs {
            let Some(unit) = self.units.get(&entry.unit).copied() else {
                self.plan.errors.push(RowError { row: entry.row, column: None, wrong: Wrong::DoesNotFit });
                continue;
            };
            match before {
                None => changed |= self.begins(person, unit, entry),
                Some(before) if before.unit == unit => changed |= self.described(before, entry),
                Some(before) => moved |= self.moves(&before, unit, entry),
            }
        }
        // A row about them could not be read: what it would have said is not known.
        let unread = entries.first().is_some_and(|entry| self.list.unread_people.contains(&entry.person));
        if !unread {
            for it in there {
                changed |= self.ends(&it);
            }
        }
        if changed && !moved && !is_new {
            let name = self.person_name(person);
            self.plan.tally.changed.push(name);
        }
    }

    fn begins(&mut self, person: PersonId, unit: UnitId, entry: &Entry) -> bool {
        let opened = self.chart.unit(unit).map_or(self.today, people::UnitLife::opened);
        let from = entry.from.unwrap_or(self.today).max(opened);
        let Some(span) = Span::new(from, entry.to) else {
            self.plan.errors.push(RowError { row: entry.row, column: None, wrong: Wrong::DoesNotFit });
            return false;
        };
        let employment = Employment {
            id: EmploymentId((self.fresh)()),
            key: entry.key.clone(),
            person,
            unit,
            occupation: entry.occupation.clone(),
            extent_percent: entry.extent_percent,
            hourly: entry.hourly,
            span,
            leave: within(span, entry.leave),
        };
        let begun = self.chart.employ(employment);
        self.take(entry.row, begun)
    }

    fn moves(&mut self, before: &Employment, unit: UnitId, entry: &Entry) -> bool {
        let on = entry.from.unwrap_or(self.today).max(self.today).max(before.span.from());
        let next = EmploymentId((self.fresh)());
        let moved = self.chart.move_employment(before.id, unit, on, next);
        if !self.take(entry.row, moved) {
            return false;
        }
        let names = (self.person_name(before.person), self.unit_name(before.unit), self.unit_name(unit));
        self.plan.tally.moved.push(names);
        if let Some(after) = self.chart.employment(next).cloned() {
            self.described(after, entry);
        }
        true
    }

    /// What the list says of an employment that goes on; what it has no column for stays as it is.
    fn described(&mut self, before: Employment, entry: &Entry) -> bool {
        let mut after = before.clone();
        let list = self.list;
        if list.says(Column::EmploymentKey) {
            after.key.clone_from(&entry.key);
        }
        if list.says(Column::Occupation) {
            after.occupation.clone_from(&entry.occupation);
        }
        if list.says(Column::Extent) {
            after.extent_percent = entry.extent_percent;
        }
        if list.says(Column::Form) {
            after.hourly = entry.hourly;
        }
        if list.says(Column::To)
            && let Some(span) = Span::new(before.span.from(), entry.to)
        {
            after.span = span;
        }
        let over = |leave: &Span| leave.to().is_some_and(|to| to <= self.today);
        if list.says(Column::LeaveFrom) {
            after.leave = before.leave.iter().copied().filter(over).collect();
            let begin = after.leave.last().and_then(|leave| leave.to());
            after.leave.extend(
                within(after.span, entry.leave)
                    .into_iter()
                    .filter_map(|it| it.after(begin.unwrap_or(it.from()))),
            );
        } else {
            after.leave = before
                .leave
                .iter()
                .filter_map(|it| after.span.to().map_or(Some(*it), |to| it.before(to)))
                .collect();
        }
        if after == before {
            return false;
        }
        let described = self.chart.describe_employment(after);
        self.take(entry.row, described)
    }

    fn ends(&mut self, employment: &Employment) -> bool {
        let on = self.today;
        match self.chart.end_employment(employment.id, on) {
            Ok(changes) => {
                self.plan.changes.extend(changes);
                true
            }
            Err(_) => false,
        }
    }

    fn leaves(&mut self, person: PersonId, there: &[Employment]) {
        let (listed, by_hand): (Vec<_>, Vec<_>) = there.iter().partition(|it| self.is_listed(it.unit));
        let ended = listed.into_iter().filter(|it| self.ends(it)).count();
        if ended == 0 || !by_hand.is_empty() {
            return;
        }
        self.plan.tally.left.push(self.person_name(person));
        self.leads_no_more(person);
    }

    /// Those who were only counted are so no longer where the list has people.
    fn placeholder_ends(&mut self, there: &[Employment]) {
        for it in there {
            if self.units.values().any(|unit| *unit == it.unit) {
                self.ends(it);
            }
        }
    }
}

fn within(span: Span, leave: Option<Span>) -> Vec<Span> {
    let inside = |leave: Span| {
        let begun = leave.after(span.from())?;
        span.to().map_or(Some(begun), |to| begun.before(to))
    };
    leave.and_then(inside).into_iter().collect()
}
