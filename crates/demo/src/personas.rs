//! The people to sign in as.

use people::Language;

use crate::municipality::{Employment, Form, PersonIndex, Personas, Role, UnitKind};
use crate::names::mail_name;
use crate::sector::Sector;
use crate::staff::Staff;
use crate::tree::Tree;

/// Picks the personas and gives them names that are easy to tell apart.
pub(crate) fn choose(tree: &Tree, staff: &mut Staff, language: Language, domain: &str) -> Personas {
    let manager = leader(tree, staff, Sector::HomeCare);
    let it = member(tree, staff, Sector::It).or_else(|| member(tree, staff, Sector::Technical));
    let personas = Personas {
        manager,
        second_manager: leader(tree, staff, Sector::School),
        employee: member(tree, staff, Sector::HomeCare).unwrap_or(manager),
        hr: member(tree, staff, Sector::Hr).unwrap_or_else(|| leader(tree, staff, Sector::Hr)),
        top_manager: staff.leads[0].person,
        it: it.unwrap_or_else(|| leader(tree, staff, Sector::Technical)),
    };
    name_them(&personas, staff, language, domain);
    staff.people[personas.it.0 as usize].roles.push(Role::It);
    personas
}

fn place(tree: &Tree, sector: Sector) -> usize {
    tree.units.iter().position(|unit| unit.sector == Some(sector) && unit.kind == UnitKind::Unit).unwrap_or(0)
}

fn leader(tree: &Tree, staff: &Staff, sector: Sector) -> PersonIndex {
    staff.leads[place(tree, sector)].person
}

/// Somebody permanently employed and not leading, in the first unit of a sector.
fn member(tree: &Tree, staff: &Staff, sector: Sector) -> Option<PersonIndex> {
    let place = place(tree, sector);
    let fits = |employment: &&Employment| {
        employment.unit.0 as usize == place
            && employment.form == Form::Permanent
            && employment.person != staff.leads[place].person
    };
    if place == 0 { None } else { staff.employments.iter().find(fits).map(|employment| employment.person) }
}

fn name_them(personas: &Personas, staff: &mut Staff, language: Language, domain: &str) {
    let names = if language == Language::Da {
        [
            ("Mette", "Kjærgaard"),
            ("Thomas", "Ravnholt"),
            ("Amina", "Warsame"),
            ("Lone", "Bisgaard"),
            ("Henrik", "Thorup"),
            ("Kasper", "Riis"),
        ]
    } else {
        [
            ("Karin", "Hallberg"),
            ("Johan", "Ekström"),
            ("Amina", "Warsame"),
            ("Lena", "Rosén"),
            ("Helena", "Stålhammar"),
            ("Erik", "Törnqvist"),
        ]
    };
    let who = [
        personas.manager,
        personas.second_manager,
        personas.employee,
        personas.hr,
        personas.top_manager,
        personas.it,
    ];
    for (index, (given_name, family_name)) in who.into_iter().zip(names) {
        let wanted = format!("{}@{domain}", mail_name(given_name, family_name));
        let taken = staff.people.iter().position(|person| person.mail.as_ref() == Some(&wanted));
        let person = &mut staff.people[index.0 as usize];
        let old = person.mail.replace(wanted);
        (person.given_name, person.family_name) = (given_name, family_name);
        // Whoever had the address gets the one that was freed.
        if let Some(other) = taken.filter(|&other| other != index.0 as usize) {
            staff.people[other].mail = old;
        }
    }
}
