//! What can happen to people in units: employed, moved, away, gone; and to those who lead.

use jiff::civil::Date;

use crate::{Change, Chart, Employment, EmploymentId, Lead, PersonId, Refused, Span, UnitId};

type Done = Result<Vec<Change>, Refused>;

impl Chart {
    /// Employs somebody in a unit that is there for all of it.
    ///
    /// # Errors
    /// [`Refused::Twice`] when the id is taken, [`Refused::NoUnit`], [`Refused::Extent`], [`Refused::LeaveDoesNotFit`].
    pub fn employ(&mut self, employment: Employment) -> Done {
        if self.employments.contains_key(&employment.id) {
            return Err(Refused::Twice);
        }
        self.place_stays(employment.unit, employment.span)?;
        sound(&employment)?;
        Ok(self.apply_all(vec![Change::Employ(employment)]))
    }

    /// What is said of an employment is different: key, occupation, extent, pay by the hour, leave, or its last day. Who, where
    /// and since when stay as they are.
    ///
    /// # Errors
    /// [`Refused::NoEmployment`] when it is another person's, in another unit or from another day; [`Refused::NoUnit`] when the unit is
    /// not there for all of it; [`Refused::Extent`], [`Refused::LeaveDoesNotFit`].
    pub fn describe_employment(&mut self, changed: Employment) -> Done {
        let known = self.employments.get(&changed.id).ok_or(Refused::NoEmployment)?;
        let core = |it: &Employment| (it.person, it.unit, it.span.from());
        if core(known) != core(&changed) {
            return Err(Refused::NoEmployment);
        }
        if *known == changed {
            return Ok(Vec::new());
        }
        self.place_stays(changed.unit, changed.span)?;
        sound(&changed)?;
        Ok(self.apply_all(vec![Change::SetEmployment(changed)]))
    }

    /// Moves an employment to another unit on `on`: it ends, and goes on as `next`, with the leave that is left.
    ///
    /// # Errors
    /// [`Refused::NoEmployment`] when it is over by then, [`Refused::NoUnit`].
    pub fn move_employment(&mut self, id: EmploymentId, to: UnitId, on: Date, next: EmploymentId) -> Done {
        let employment = self.employments.get(&id).ok_or(Refused::NoEmployment)?;
        if on < employment.span.from() {
            return Err(Refused::NoEmployment);
        }
        let span = employment.span.after(on).ok_or(Refused::NoEmployment)?;
        self.place_stays(to, span)?;
        let leave = employment.leave.iter().filter_map(|leave| leave.after(on)).collect();
        let moved = Employment { id: next, unit: to, span, leave, ..employment.clone() };
        Ok(self.apply_all(vec![Change::EndEmployment { employment: id, on }, Change::Employ(moved)]))
    }

    /// Ends an employment: `on` is the day after its last. What the person leads they go on leading.
    ///
    /// # Errors
    /// [`Refused::NoEmployment`] when it is over by then.
    pub fn end_employment(&mut self, id: EmploymentId, on: Date) -> Done {
        let employment = self.employments.get(&id).ok_or(Refused::NoEmployment)?;
        employment.span.after(on).ok_or(Refused::NoEmployment)?;
        Ok(self.apply_all(vec![Change::EndEmployment { employment: id, on }]))
    }

    /// Notes that somebody is away for a time.
    ///
    /// # Errors
    /// [`Refused::NoEmployment`], [`Refused::LeaveDoesNotFit`].
    pub fn go_on_leave(&mut self, id: EmploymentId, leave: Span) -> Done {
        let employment = self.employments.get(&id).ok_or(Refused::NoEmployment)?;
        let mut all = employment.leave.clone();
        all.push(leave);
        all.sort_unstable();
        let change = Change::leave(employment, all);
        if let Change::SetEmployment(changed) = &change {
            sound(changed)?;
        }
        Ok(self.apply_all(vec![change]))
    }

    /// Gives somebody a unit to lead. Two at once share it; `acting` ones stand in for the others.
    ///
    /// # Errors
    /// [`Refused::NoUnit`], [`Refused::LeadsAlready`] when they do on any of those days.
    pub fn appoint(&mut self, lead: Lead) -> Done {
        self.place_stays(lead.unit, lead.span)?;
        let same = |other: &Lead| (other.unit, other.person) == (lead.unit, lead.person);
        if self.leads.iter().any(|other| same(other) && other.span.overlaps(lead.span)) {
            return Err(Refused::LeadsAlready);
        }
        Ok(self.apply_all(vec![Change::Lead(lead)]))
    }

    /// Takes a unit from whoever leads it: `on` is the day after their last.
    ///
    /// # Errors
    /// [`Refused::LeadsNot`] when they do not lead it on `on` or after.
    pub fn dismiss(&mut self, unit: UnitId, person: PersonId, on: Date) -> Done {
        let theirs =
            |lead: &&Lead| (lead.unit, lead.person) == (unit, person) && lead.span.after(on).is_some();
        let end = |lead: &Lead| Change::EndLead { unit, person, from: lead.span.from(), on };
        let changes: Vec<_> = self.leads.iter().filter(theirs).map(end).collect();
        if changes.is_empty() { Err(Refused::LeadsNot) } else { Ok(self.apply_all(changes)) }
    }

    fn place_stays(&self, unit: UnitId, span: Span) -> Result<(), Refused> {
        let stays = self.units.get(&unit).is_some_and(|life| life.covers(span));
        if stays { Ok(()) } else { Err(Refused::NoUnit) }
    }
}

fn sound(employment: &Employment) -> Result<(), Refused> {
    if employment.extent_percent > 100 {
        return Err(Refused::Extent);
    }
    let inside = employment.leave.iter().all(|leave| employment.span.covers(*leave));
    let apart = employment
        .leave
        .windows(2)
        .all(|pair| pair[0].from() <= pair[1].from() && !pair[0].overlaps(pair[1]));
    if inside && apart { Ok(()) } else { Err(Refused::LeaveDoesNotFit) }
}
