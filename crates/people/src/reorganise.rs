//! What can happen to units: opened, renamed, moved, merged, split and closed. Each from a day on; what was before that day
//! stays as it was.

use jiff::civil::Date;

use crate::{
    Change, Chart, DEEPEST, Employment, EmploymentId, PersonId, Refused, Span, UnitFacts, UnitId, UnitLife,
};

type Done = Result<Vec<Change>, Refused>;

impl Chart {
    /// Opens a unit on `from`.
    ///
    /// # Errors
    /// [`Refused::Twice`] when the id is taken, [`Refused::NoParent`], [`Refused::TooDeep`].
    pub fn open_unit(&mut self, unit: UnitId, key: Option<String>, from: Date, facts: UnitFacts) -> Done {
        if self.units.contains_key(&unit) {
            return Err(Refused::Twice);
        }
        self.parent_stays(facts.parent, Span::since(from))?;
        let changes = self.apply_all(vec![Change::OpenUnit { unit, key, from, facts }]);
        self.hangs_together(unit, from).inspect_err(|_| {
            self.units.remove(&unit);
        })?;
        Ok(changes)
    }

    /// The unit has another name from `on`.
    ///
    /// # Errors
    /// [`Refused::NoUnit`].
    pub fn rename_unit(&mut self, unit: UnitId, name: &str, on: Date) -> Done {
        let then = self.open_on(unit, on)?.on(on).ok_or(Refused::NoUnit)?.name.clone();
        self.set_from(unit, on, |facts| {
            let same = facts.name == then;
            if same {
                name.clone_into(&mut facts.name);
            }
            same
        })
    }

    /// The unit belongs to `parent` from `on`, with all that belongs to it.
    ///
    /// # Errors
    /// [`Refused::NoUnit`], [`Refused::NoParent`], [`Refused::Ring`], [`Refused::TooDeep`].
    pub fn move_unit(&mut self, unit: UnitId, parent: UnitId, on: Date) -> Done {
        let before = self.open_on(unit, on)?.clone();
        let then = before.on(on).ok_or(Refused::NoUnit)?.parent;
        let span = Span::new(on, before.closed()).ok_or(Refused::NoUnit)?;
        self.parent_stays(Some(parent), span)?;
        let changes = self.set_from(unit, on, |facts| {
            let same = facts.parent == then;
            if same {
                facts.parent = Some(parent);
            }
            same
        })?;
        self.hangs_together(unit, on).inspect_err(|_| {
            self.units.insert(unit, before);
        })?;
        Ok(changes)
    }

    /// Sort and number of places are different from `on`.
    ///
    /// # Errors
    /// [`Refused::NoUnit`].
    pub fn describe_unit(&mut self, unit: UnitId, sort: crate::UnitSort, sites: u32, on: Date) -> Done {
        self.open_on(unit, on)?;
        self.set_from(unit, on, |facts| {
            (facts.sort, facts.sites) = (sort, sites);
            true
        })
    }

    /// Closes a unit: `on` is the day after its last. Whoever leads it leads it no more.
    ///
    /// # Errors
    /// [`Refused::NoUnit`]; [`Refused::HasUnits`] or [`Refused::HasPeople`] when any are left in it.
    pub fn close_unit(&mut self, unit: UnitId, on: Date) -> Done {
        self.can_close(unit, on)?;
        let mut changes = self.leads_end(unit, on);
        changes.push(Change::CloseUnit { unit, on });
        Ok(self.apply_all(changes))
    }

    /// Units become part of `into` on a day: their people and the units below them go there, and they close.
    ///
    /// # Errors
    /// [`Refused::Twice`], [`Refused::NoUnit`], [`Refused::Ring`] when `into` lies below one of them.
    pub fn merge_units(
        &mut self,
        units: &[UnitId],
        into: UnitId,
        on: Date,
        fresh: &mut dyn FnMut() -> EmploymentId,
    ) -> Done {
        let mut after = self.clone();
        let mut changes = Vec::new();
        after.open_for_good(into, on)?;
        for (index, unit) in units.iter().enumerate() {
            if *unit == into || units[..index].contains(unit) {
                return Err(Refused::Twice);
            }
            after.open_on(*unit, on)?;
            changes.extend(after.move_children(*unit, into, on)?);
            changes.extend(after.move_people(*unit, on, |_| into, fresh)?);
            changes.extend(after.close_unit(*unit, on)?);
            changes.extend(after.apply_all(vec![Change::Follow { unit: *unit, by: into }]));
        }
        *self = after;
        Ok(changes)
    }

    /// A unit is divided: on a day the people go where `goes_to` says, one of `into`, and the unit closes. The units below it
    /// go with the first of `into`.
    ///
    /// # Errors
    /// [`Refused::NoUnit`] when there is nothing to go to, or somebody is sent elsewhere; [`Refused::Twice`].
    pub fn split_unit(
        &mut self,
        unit: UnitId,
        into: &[UnitId],
        on: Date,
        goes_to: impl Fn(PersonId) -> UnitId,
        fresh: &mut dyn FnMut() -> EmploymentId,
    ) -> Done {
        let mut after = self.clone();
        let first = *into.first().ok_or(Refused::NoUnit)?;
        after.open_on(unit, on)?;
        for (index, part) in into.iter().enumerate() {
            if *part == unit || into[..index].contains(part) {
                return Err(Refused::Twice);
            }
            after.open_for_good(*part, on)?;
        }
        let mut changes = Vec::new();
        changes.extend(after.move_children(unit, first, on)?);
        let to = |person| Some(goes_to(person)).filter(|part| into.contains(part));
        if after.employed_from(unit, on).iter().any(|employment| to(employment.person).is_none()) {
            return Err(Refused::NoUnit);
        }
        changes.extend(after.move_people(unit, on, |person| to(person).unwrap_or(first), fresh)?);
        changes.extend(after.close_unit(unit, on)?);
        let follow = into.iter().map(|by| Change::Follow { unit, by: *by }).collect();
        changes.extend(after.apply_all(follow));
        *self = after;
        Ok(changes)
    }

    fn move_children(&mut self, unit: UnitId, to: UnitId, on: Date) -> Done {
        let mut changes = Vec::new();
        while let Some((child, day)) = self.child_from(unit, on) {
            changes.extend(self.move_unit(child, to, day)?);
        }
        Ok(changes)
    }

    fn move_people(
        &mut self,
        unit: UnitId,
        on: Date,
        to: impl Fn(PersonId) -> UnitId,
        fresh: &mut dyn FnMut() -> EmploymentId,
    ) -> Done {
        let mut changes = Vec::new();
        for employment in self.employed_from(unit, on) {
            let begin = employment.span.from().max(on);
            changes.extend(self.move_employment(employment.id, to(employment.person), begin, fresh())?);
        }
        Ok(changes)
    }

    /// The unit, when it is there on `on`.
    pub(crate) fn open_on(&self, unit: UnitId, on: Date) -> Result<&UnitLife, Refused> {
        self.units.get(&unit).filter(|life| life.on(on).is_some()).ok_or(Refused::NoUnit)
    }

    /// The unit, when it is there from `on` and no end of it is known.
    fn open_for_good(&self, unit: UnitId, on: Date) -> Result<(), Refused> {
        let life = self.open_on(unit, on)?;
        if life.closed().is_some() { Err(Refused::NoUnit) } else { Ok(()) }
    }

    fn parent_stays(&self, parent: Option<UnitId>, span: Span) -> Result<(), Refused> {
        let Some(parent) = parent else { return Ok(()) };
        let stays = self.units.get(&parent).is_some_and(|life| life.covers(span));
        if stays { Ok(()) } else { Err(Refused::NoParent) }
    }

    /// Changes what the unit is on `on` and, for as long as `alter` says that it applies, what it is to be after.
    fn set_from(&mut self, unit: UnitId, on: Date, alter: impl Fn(&mut UnitFacts) -> bool) -> Done {
        let life = self.open_on(unit, on)?;
        let mut now = life.on(on).ok_or(Refused::NoUnit)?.clone();
        let mut changes = Vec::new();
        let old = now.clone();
        alter(&mut now);
        if now != old {
            changes.push(Change::SetUnit { unit, from: on, facts: now });
        }
        for (from, facts) in life.versions().iter().filter(|(from, _)| *from > on) {
            let mut facts = facts.clone();
            if !alter(&mut facts) {
                break;
            }
            changes.push(Change::SetUnit { unit, from: *from, facts });
        }
        Ok(self.apply_all(changes))
    }

    /// Whether the way up from `unit` ends at a top, on every day from `on` that anything changes; and the ways below it.
    fn hangs_together(&self, unit: UnitId, on: Date) -> Result<(), Refused> {
        let later = self.units.values().flat_map(|life| life.versions().iter().map(|(from, _)| *from));
        let mut days: Vec<_> = later.filter(|day| *day > on).chain([on]).collect();
        days.sort_unstable();
        days.dedup();
        days.into_iter().try_for_each(|day| {
            let above = self.steps_up(unit, day)?;
            let below = self.steps_down(unit, day);
            if above + below > DEEPEST { Err(Refused::TooDeep) } else { Ok(()) }
        })
    }

    /// How many units lie on the way up from `unit`, itself counted.
    fn steps_up(&self, unit: UnitId, day: Date) -> Result<usize, Refused> {
        let mut at = unit;
        for steps in 1..=self.units.len() + 1 {
            let Some(parent) = self.units.get(&at).and_then(|life| life.on(day)?.parent) else {
                return Ok(steps);
            };
            if parent == unit {
                return Err(Refused::Ring);
            }
            at = parent;
        }
        Err(Refused::Ring)
    }

    /// How many levels lie below `unit`. Called once there is known to be no ring.
    fn steps_down(&self, unit: UnitId, day: Date) -> usize {
        let mut level = vec![unit];
        for steps in 0..=DEEPEST {
            let below = |life: &&UnitLife| {
                life.on(day).and_then(|facts| facts.parent).is_some_and(|parent| level.contains(&parent))
            };
            level = self.units.values().filter(below).map(UnitLife::id).collect();
            if level.is_empty() {
                return steps;
            }
        }
        DEEPEST
    }

    /// A unit that belongs to `unit` on `on` or any day after, and the first such day.
    fn child_from(&self, unit: UnitId, on: Date) -> Option<(UnitId, Date)> {
        self.units.values().find_map(|life| {
            let later = life.versions().iter().map(|(from, _)| *from).filter(|from| *from > on);
            let belongs = |day: &Date| life.on(*day).is_some_and(|facts| facts.parent == Some(unit));
            std::iter::once(on).chain(later).find(belongs).map(|day| (life.id(), day))
        })
    }

    /// Employments in `unit` that last on `on` or any day after.
    fn employed_from(&self, unit: UnitId, on: Date) -> Vec<Employment> {
        let there = |employment: &&Employment| employment.unit == unit && employment.span.after(on).is_some();
        self.employments.values().filter(there).cloned().collect()
    }

    fn can_close(&self, unit: UnitId, on: Date) -> Result<(), Refused> {
        let life = self.units.get(&unit).ok_or(Refused::NoUnit)?;
        if on <= life.opened() || life.closed().is_some_and(|closed| closed <= on) {
            return Err(Refused::NoUnit);
        }
        if self.child_from(unit, on).is_some() {
            return Err(Refused::HasUnits);
        }
        if self.employments.values().any(|it| it.unit == unit && it.span.after(on).is_some()) {
            return Err(Refused::HasPeople);
        }
        Ok(())
    }

    fn leads_end(&self, unit: UnitId, on: Date) -> Vec<Change> {
        let there = |lead: &&crate::Lead| lead.unit == unit && lead.span.after(on).is_some();
        let end =
            |lead: &crate::Lead| Change::EndLead { unit, person: lead.person, from: lead.span.from(), on };
        self.leads.iter().filter(there).map(end).collect()
    }
}
