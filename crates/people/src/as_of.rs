use std::collections::{BTreeSet, HashMap};

use jiff::civil::Date;

use crate::{Chart, DEEPEST, Employment, Lead, Occupation, PersonId, UnitFacts, UnitId};

/// An organisation on one day: every question about it has one answer.
pub struct AsOf<'c> {
    day: Date,
    units: HashMap<UnitId, &'c UnitFacts>,
    children: HashMap<UnitId, Vec<UnitId>>,
    employments: HashMap<UnitId, Vec<&'c Employment>>,
    leads: HashMap<UnitId, Vec<&'c Lead>>,
}

/// Somebody in a unit on a day, however many employments they have in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Member {
    /// Who.
    pub person: PersonId,
    /// Of full time in this unit, in per cent.
    pub extent_percent: u32,
    /// Paid by the hour, in all their employments here.
    pub hourly: bool,
    /// Away, in all their employments here.
    pub on_leave: bool,
}

/// Who leads a unit on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaders {
    /// Those who lead, by id: more than one share it. Those who act stand before whom they act for.
    pub people: Vec<PersonId>,
    /// They stand in for others.
    pub acting: bool,
    /// The unit that they were given: the asked one, or the nearest above it that anybody leads.
    pub of: UnitId,
}

impl<'c> AsOf<'c> {
    pub(crate) fn new(chart: &'c Chart, day: Date) -> AsOf<'c> {
        let units: HashMap<_, _> =
            chart.units.values().filter_map(|life| Some((life.id(), life.on(day)?))).collect();
        let mut children: HashMap<_, Vec<_>> = HashMap::new();
        for life in chart.units.values() {
            if let Some(parent) = units.get(&life.id()).and_then(|facts| facts.parent) {
                children.entry(parent).or_default().push(life.id());
            }
        }
        let mut employments: HashMap<_, Vec<_>> = HashMap::new();
        for employment in chart.employments.values().filter(|employment| employment.span.holds(day)) {
            employments.entry(employment.unit).or_default().push(employment);
        }
        let mut leads: HashMap<_, Vec<_>> = HashMap::new();
        for lead in chart.leads.iter().filter(|lead| lead.span.holds(day)) {
            leads.entry(lead.unit).or_default().push(lead);
        }
        AsOf { day, units, children, employments, leads }
    }

    /// The day.
    pub const fn day(&self) -> Date {
        self.day
    }

    /// What a unit is; `None` when it is not there.
    pub fn unit(&self, unit: UnitId) -> Option<&'c UnitFacts> {
        self.units.get(&unit).copied()
    }

    /// Every unit that is there, by id.
    pub fn units(&self) -> Vec<(UnitId, &'c UnitFacts)> {
        let mut units: Vec<_> = self.units.iter().map(|(id, facts)| (*id, *facts)).collect();
        units.sort_by_key(|(id, _)| *id);
        units
    }

    /// The units right below one, by id.
    pub fn children(&self, unit: UnitId) -> &[UnitId] {
        self.children.get(&unit).map_or(&[], Vec::as_slice)
    }

    /// The way from the top down to a unit, itself last. Empty when it is not there.
    pub fn path(&self, unit: UnitId) -> Vec<UnitId> {
        let mut path = Vec::new();
        let mut at = Some(unit);
        while let Some(here) = at.filter(|_| path.len() < DEEPEST) {
            let Some(facts) = self.unit(here) else { break };
            path.push(here);
            at = facts.parent;
        }
        path.reverse();
        path
    }

    /// The authority a unit belongs to, of those whose top units are `tops`: the nearest that it is or lies below. Authorities are legal
    /// persons of their own, and walls.
    pub fn authority(&self, unit: UnitId, tops: &BTreeSet<UnitId>) -> Option<UnitId> {
        self.path(unit).into_iter().rev().find(|above| tops.contains(above))
    }

    /// The unit and everything below it.
    pub fn below(&self, unit: UnitId) -> Vec<UnitId> {
        let mut found: Vec<_> = self.unit(unit).map(|_| unit).into_iter().collect();
        let mut next = 0;
        while let Some(here) = found.get(next).copied() {
            found.extend(self.children(here));
            next += 1;
        }
        found
    }

    /// Who was in this unit, not counting the units below it: each person once, by id.
    pub fn staff(&self, unit: UnitId) -> Vec<Member> {
        let mut members: Vec<Member> = Vec::new();
        let mut employments: Vec<_> = self
            .employments
            .get(&unit)
            .filter(|_| self.units.contains_key(&unit))
            .cloned()
            .unwrap_or_default();
        employments.sort_by_key(|employment| employment.person);
        for employment in employments {
            let on_leave = employment.on_leave(self.day);
            let (person, hourly) = (employment.person, employment.hourly);
            match members.last_mut().filter(|member| member.person == person) {
                Some(member) => {
                    member.extent_percent += employment.extent_percent;
                    member.hourly &= hourly;
                    member.on_leave &= on_leave;
                }
                None => {
                    let extent_percent = employment.extent_percent;
                    members.push(Member { person, extent_percent, hourly, on_leave });
                }
            }
        }
        members
    }

    /// What those in a unit and below were employed as; whoever has several employments there, as in the largest. Who is not there is
    /// not known.
    pub fn occupations(&self, top: UnitId) -> HashMap<PersonId, Occupation> {
        let mut employments: Vec<_> =
            self.below(top).iter().filter_map(|unit| self.employments.get(unit)).flatten().collect();
        employments.sort_by_key(|it| (it.extent_percent, std::cmp::Reverse(it.id)));
        employments.iter().filter_map(|it| Some((it.person, it.occupation.clone()?))).collect()
    }

    /// Those that were given this unit to lead, acting or not, by person.
    pub fn leads(&self, unit: UnitId) -> Vec<&'c Lead> {
        let mut leads = self.leads.get(&unit).cloned().unwrap_or_default();
        leads.sort_by_key(|lead| lead.person);
        leads
    }

    /// Led by whom: those who act, else those it was given to, else whoever leads the nearest unit above that anybody
    /// leads. `None` when nobody does, all the way up.
    pub fn leaders(&self, unit: UnitId) -> Option<Leaders> {
        self.path(unit).into_iter().rev().find_map(|of| {
            let leads = self.leads(of);
            let acting = leads.iter().any(|lead| lead.acting);
            let people: Vec<_> =
                leads.iter().filter(|lead| lead.acting == acting).map(|lead| lead.person).collect();
            (!people.is_empty()).then_some(Leaders { people, acting, of })
        })
    }
}
