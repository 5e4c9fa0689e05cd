//! Who is asked, and where their answers count.

use std::collections::{BTreeSet, HashMap, HashSet};

use people::{AsOf, PersonId, UnitId};

use crate::Reach;
use crate::grouping::{Asked, Branch};

/// Those asked on a day below `top`, each where their answers count.
///
/// Who is employed in a unit and not on leave counts there; who leads it counts one level up, however many levels they lead. So
/// whoever leads `top` is not asked, unless nothing is above it. Units without anybody are left out by
/// [`group`](crate::grouping::group). Those served ([`Reach::Open`]) are nobody we know.
pub fn asked(on: &AsOf<'_>, top: UnitId, reach: Reach) -> Asked {
    let all = on.below(top);
    let within: HashSet<UnitId> = match reach {
        Reach::Unit => own(on, top).into_iter().collect(),
        Reach::Subtree | Reach::Occupations | Reach::Managers => all.iter().copied().collect(),
        Reach::Open => HashSet::new(),
    };
    let mut staff: HashMap<UnitId, BTreeSet<PersonId>> = HashMap::new();
    for (person, unit) in respondents(on, &all, reach) {
        let unit = where_it_counts(on, person, unit);
        if within.contains(&unit) {
            staff.entry(unit).or_default().insert(person);
        }
    }
    let occupations = (reach == Reach::Occupations).then(|| on.occupations(top));
    Asked { top: branch(on, top, &within, &mut staff), occupations }
}

/// The unit and those below it that nobody else leads.
fn own(on: &AsOf<'_>, top: UnitId) -> Vec<UnitId> {
    let mut found = vec![top];
    let mut next = 0;
    while let Some(here) = found.get(next).copied() {
        let leads_too = |unit: &UnitId| {
            let above = on.leads(top);
            on.leads(*unit).iter().all(|lead| above.iter().any(|over| over.person == lead.person))
        };
        found.extend(on.children(here).iter().copied().filter(leads_too));
        next += 1;
    }
    found
}

/// People with the unit by which they are asked.
fn respondents(on: &AsOf<'_>, units: &[UnitId], reach: Reach) -> Vec<(PersonId, UnitId)> {
    let at_work = units.iter().flat_map(|unit| {
        let here = on.staff(*unit).into_iter().filter(|member| !member.on_leave);
        here.map(|member| (member.person, *unit))
    });
    if reach != Reach::Managers {
        return at_work.collect();
    }
    let away: HashSet<PersonId> = {
        let here: HashSet<_> = at_work.map(|(person, _)| person).collect();
        let on_leave = units.iter().flat_map(|unit| on.staff(*unit)).filter(|member| member.on_leave);
        on_leave.map(|member| member.person).filter(|person| !here.contains(person)).collect()
    };
    let lead = units.iter().filter_map(|unit| Some((*unit, on.leaders(*unit)?)));
    lead.filter(|(unit, leaders)| leaders.of == *unit)
        .flat_map(|(unit, leaders)| leaders.people.into_iter().map(move |person| (person, unit)))
        .filter(|(person, _)| !away.contains(person))
        .collect()
}

/// The nearest unit, upwards, that the person does not lead; the top when they lead all the way.
fn where_it_counts(on: &AsOf<'_>, person: PersonId, unit: UnitId) -> UnitId {
    let path = on.path(unit);
    let leads = |unit: &&UnitId| on.leads(**unit).iter().any(|lead| lead.person == person);
    path.iter().rev().find(|unit| !leads(unit)).or(path.first()).copied().unwrap_or(unit)
}

fn branch(
    on: &AsOf<'_>,
    unit: UnitId,
    within: &HashSet<UnitId>,
    staff: &mut HashMap<UnitId, BTreeSet<PersonId>>,
) -> Branch {
    let mut below: Vec<UnitId> =
        on.children(unit).iter().copied().filter(|unit| within.contains(unit)).collect();
    // Neighbours in the tree are joined and pooled; ids are drawn by chance, names at least are always the same.
    below.sort_by_key(|unit| (on.unit(*unit).map(|facts| facts.name.clone()), *unit));
    let below = below.into_iter().map(|unit| branch(on, unit, within, staff)).collect();
    Branch { unit, staff: staff.remove(&unit).into_iter().flatten().collect(), below }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};
    use people::{Change, Chart, Employment, EmploymentId, Lead, Span, UnitFacts, UnitSort};

    use super::*;

    const DAY: Date = date(2026, 11, 23);

    struct Made(Chart, i64);

    impl Made {
        fn unit(&mut self, unit: i64, parent: Option<i64>) {
            let facts = UnitFacts {
                parent: parent.map(UnitId),
                name: format!("unit {unit}"),
                sort: UnitSort::Unit,
                sites: 1,
            };
            let from = date(2020, 1, 1);
            self.0.apply(&Change::OpenUnit { unit: UnitId(unit), key: None, from, facts });
        }

        fn employ(&mut self, person: i64, unit: i64, leave: Vec<Span>) {
            self.1 += 1;
            self.0.apply(&Change::Employ(Employment {
                id: EmploymentId(self.1),
                key: None,
                person: PersonId(person),
                unit: UnitId(unit),
                occupation: None,
                extent_percent: 100,
                hourly: false,
                span: always(),
                leave,
            }));
        }

        fn lead(&mut self, person: i64, unit: i64) {
            let (person, unit) = (PersonId(person), UnitId(unit));
            self.0.apply(&Change::Lead(Lead { unit, person, acting: false, span: always() }));
        }
    }

    fn always() -> Span {
        Span::new(date(2020, 1, 1), None).unwrap()
    }

    /// A top (1) led by 100, over an area (2) led by 200 with units 3 (led by 300) and 4 (nobody), and a unit 5 led by 200 too.
    fn made() -> Made {
        let mut made = Made(Chart::new(), 0);
        for (unit, parent) in [(1, None), (2, Some(1)), (3, Some(2)), (4, Some(2)), (5, Some(2))] {
            made.unit(unit, parent);
        }
        for (person, unit) in [(100, 1), (200, 2), (200, 5), (300, 3)] {
            made.lead(person, unit);
        }
        let work = [(100, 1), (101, 1), (200, 5), (201, 2), (300, 3), (301, 3), (302, 3), (401, 4), (501, 5)];
        for (person, unit) in work {
            made.employ(person, unit, vec![]);
        }
        made
    }

    fn counted(branch: &Branch) -> Vec<(i64, Vec<i64>)> {
        let own = (branch.unit.0, branch.staff.iter().map(|person| person.0).collect());
        std::iter::once(own).chain(branch.below.iter().flat_map(counted)).collect()
    }

    fn of(made: &Made, top: i64, reach: Reach) -> Vec<(i64, Vec<i64>)> {
        counted(&asked(&made.0.as_of(DAY), UnitId(top), reach).top)
    }

    #[test]
    fn a_manager_counts_one_level_up_and_the_very_top_where_it_is() {
        let all = of(&made(), 1, Reach::Subtree);
        // 200 leads both 5 and 2, and so counts at 1.
        let expected = [
            (1, vec![100, 101, 200]),
            (2, vec![201, 300]),
            (3, vec![301, 302]),
            (4, vec![401]),
            (5, vec![501]),
        ];
        assert_eq!(all, expected);
        assert_eq!(of(&made(), 3, Reach::Subtree), [(3, vec![301, 302])]);
    }

    #[test]
    fn a_managers_own_unit_is_what_nobody_else_leads_and_the_managers_right_below() {
        let expected = [(2, vec![201, 300]), (4, vec![401]), (5, vec![501])];
        assert_eq!(of(&made(), 2, Reach::Unit), expected);
    }

    #[test]
    fn managers_are_asked_for_what_is_above_them() {
        let expected = [(1, vec![100, 200]), (2, vec![300]), (3, vec![]), (4, vec![]), (5, vec![])];
        assert_eq!(of(&made(), 1, Reach::Managers), expected);
        assert_eq!(of(&made(), 1, Reach::Open), [(1, vec![])]);
    }

    #[test]
    fn occupations_are_known_only_where_they_are_asked_for() {
        let of = |reach| asked(&made().0.as_of(DAY), UnitId(1), reach).occupations.is_some();
        let by_occupation = Reach::ALL.into_iter().filter(|reach| of(*reach)).collect::<Vec<_>>();
        assert_eq!(by_occupation, [Reach::Occupations]);
    }

    #[test]
    fn who_is_on_leave_is_not_asked_and_who_works_in_two_units_is_asked_in_both() {
        let mut made = made();
        made.employ(600, 3, vec![Span::new(date(2026, 11, 1), Some(date(2026, 12, 1))).unwrap()]);
        made.employ(301, 4, vec![]);
        let all = of(&made, 2, Reach::Subtree);
        assert_eq!(all[1], (3, vec![301, 302]));
        assert_eq!(all[2], (4, vec![301, 401]));
    }
}
