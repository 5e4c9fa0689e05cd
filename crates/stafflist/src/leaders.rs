//! Who leads what, by whom the rows call manager.

use std::collections::{BTreeMap, BTreeSet};

use people::{Lead, PersonId, Span, UnitId};

use crate::Column;
use crate::plan::Planning;

impl Planning<'_> {
    /// The manager whom a unit's rows name leads it. A leader's own row names the next manager up, who leads the unit above
    /// where no row of its own names anybody. Units that nobody is named for are left as they are, and so are those that not all rows of could be
    /// read, and whoever acts for somebody.
    pub(crate) fn leaders(&mut self) {
        if !self.list.says(Column::ManagerKey) {
            return;
        }
        let mut leading: BTreeMap<UnitId, Vec<Lead>> = BTreeMap::new();
        for lead in self.chart.leads().filter(|lead| lead.span.holds(self.today)) {
            leading.entry(lead.unit).or_default().push(*lead);
        }
        for (unit, wanted) in self.named() {
            let there = leading.remove(&unit).unwrap_or_default();
            for lead in there.iter().filter(|lead| !lead.acting && !wanted.contains(&lead.person)) {
                self.dismissed(unit, lead.person);
            }
            for person in wanted.into_iter().filter(|person| there.iter().all(|lead| lead.person != *person))
            {
                self.appointed(unit, person);
            }
        }
    }

    fn appointed(&mut self, unit: UnitId, person: PersonId) {
        let lead = Lead { unit, person, acting: false, span: Span::since(self.today) };
        // Refused when it is known already that they will lead it.
        if let Ok(changes) = self.chart.appoint(lead) {
            self.plan.changes.extend(changes);
            let names = (self.person_name(person), self.unit_name(unit));
            self.plan.tally.leading.push(names);
        }
    }

    /// Whoever has left leads nothing.
    pub(crate) fn leads_no_more(&mut self, person: PersonId) {
        let led: BTreeSet<UnitId> = self
            .chart
            .leads()
            .filter(|lead| lead.person == person && lead.span.after(self.today).is_some())
            .map(|lead| lead.unit)
            .collect();
        for unit in led {
            self.dismissed(unit, person);
        }
    }

    fn dismissed(&mut self, unit: UnitId, person: PersonId) {
        if let Ok(changes) = self.chart.dismiss(unit, person, self.today) {
            self.plan.changes.extend(changes);
            let names = (self.person_name(person), self.unit_name(unit));
            self.plan.tally.leading_no_more.push(names);
        }
    }

    fn named(&self) -> BTreeMap<UnitId, BTreeSet<PersonId>> {
        // By unit: who names whom.
        let mut rows: BTreeMap<UnitId, Vec<(PersonId, PersonId)>> = BTreeMap::new();
        let list = self.list;
        for entry in list.entries.iter().filter(|entry| !list.partly_read_units.contains(&entry.unit)) {
            let manager = entry.manager.as_deref().and_then(|key| self.people.get(key));
            let (unit, person) = (self.units.get(&entry.unit), self.people.get(&entry.person));
            if let (Some(unit), Some(person), Some(manager)) = (unit, person, manager) {
                rows.entry(*unit).or_default().push((*person, *manager));
            }
        }
        let mut named: BTreeMap<UnitId, BTreeSet<PersonId>> = BTreeMap::new();
        // Whom a unit's leaders call their manager.
        let mut above: BTreeMap<UnitId, BTreeSet<PersonId>> = BTreeMap::new();
        for (unit, rows) in &rows {
            let by_others: BTreeSet<PersonId> = rows
                .iter()
                .filter(|(person, manager)| person != manager)
                .map(|(_, manager)| *manager)
                .collect();
            let staff = rows.iter().filter(|(person, _)| !by_others.contains(person));
            let mut leaders: BTreeSet<PersonId> = staff.map(|(_, manager)| *manager).collect();
            if leaders.is_empty() {
                leaders = rows.iter().map(|(_, manager)| *manager).collect();
            }
            let next = rows.iter().filter(|(person, manager)| leaders.contains(person) && person != manager);
            above.insert(*unit, next.map(|(_, manager)| *manager).collect());
            named.insert(*unit, leaders);
        }
        self.infer_upwards(&mut named, &above);
        named
    }

    /// A unit that no row names a manager for is led by the one whom all leaders right below it call theirs. One step up: of what lies
    /// higher, the rows of those who lead there say more.
    fn infer_upwards(
        &self,
        named: &mut BTreeMap<UnitId, BTreeSet<PersonId>>,
        above: &BTreeMap<UnitId, BTreeSet<PersonId>>,
    ) {
        let then = self.chart.as_of(self.today);
        let mut called: BTreeMap<UnitId, BTreeSet<PersonId>> = BTreeMap::new();
        for (unit, managers) in above {
            let parent = then.unit(*unit).and_then(|facts| facts.parent);
            if let Some(parent) = parent.filter(|parent| !named.contains_key(parent)) {
                called.entry(parent).or_default().extend(managers);
            }
        }
        named.extend(called.into_iter().filter(|(_, managers)| managers.len() == 1));
    }
}
