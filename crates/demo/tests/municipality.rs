//! What holds for every municipality, whatever the seed and the size.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

use std::collections::HashSet;

use demo::{EMPLOYEES, Form, Municipality, Request, Role, Sector, UnitIndex, UnitKind, generate};
use jiff::civil::date;
use people::Language;
use proptest::prelude::*;

fn municipality(employees: u32, seed: u64, language: Language) -> Municipality {
    generate(&Request { employees, seed, today: date(2026, 10, 14), language })
}

fn languages() -> impl Strategy<Value = Language> {
    prop::sample::select(Language::ALL.to_vec())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn has_as_many_people_as_asked_for(employees in 50u32..4000, seed: u64, language in languages()) {
        prop_assert_eq!(municipality(employees, seed, language).people.len(), employees as usize);
    }

    #[test]
    fn is_a_tree_with_a_leader_for_every_unit(employees in 50u32..4000, seed: u64, language in languages()) {
        let demo = municipality(employees, seed, language);
        prop_assert_eq!(demo.leads.len(), demo.units.len());
        for (place, unit) in demo.units.iter().enumerate() {
            match unit.parent {
                None => prop_assert!(place == 0 && unit.kind == UnitKind::Municipality),
                Some(parent) => {
                    prop_assert!((parent.0 as usize) < place);
                    let above = demo.unit(parent).unwrap();
                    prop_assert!(above.kind != UnitKind::Unit);
                    prop_assert!(above.parent.is_none() || above.authority == unit.authority);
                }
            }
            prop_assert_eq!(unit.kind == UnitKind::Unit, !unit.sites.is_empty());
            prop_assert!((unit.authority.0 as usize) < demo.authorities.len());
            let lead = demo.leads[place];
            prop_assert_eq!(lead.unit, UnitIndex(place as u32));
            prop_assert!(lead.from < demo.today);
            prop_assert!(demo.person(lead.person).unwrap().roles.contains(&Role::Manager));
        }
    }

    #[test]
    fn spans_keep_to_their_sector(employees in 1000u32..8000, seed: u64, language in languages()) {
        let demo = municipality(employees, seed, language);
        for (place, unit) in demo.units.iter().enumerate().filter(|(_, unit)| unit.kind == UnitKind::Unit) {
            let span = unit.sector.unwrap().span();
            let staff = demo.staff_of(UnitIndex(place as u32)).len();
            prop_assert!(span.contains(&staff), "{} leads {staff}, not {span:?}", unit.name);
        }
    }

    #[test]
    fn names_of_units_and_mails_are_unique(employees in 50u32..6000, seed: u64, language in languages()) {
        let demo = municipality(employees, seed, language);
        let names: HashSet<_> = demo.units.iter().map(|unit| &unit.name).collect();
        prop_assert_eq!(names.len(), demo.units.len());
        let mails: Vec<_> = demo.people.iter().filter_map(|person| person.mail.as_deref()).collect();
        prop_assert_eq!(mails.iter().collect::<HashSet<_>>().len(), mails.len());
        for mail in mails {
            let (name, domain) = mail.split_once('@').unwrap();
            prop_assert!(domain.ends_with(".example") && domain == demo.domain);
            prop_assert!(name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'.'), "{mail}");
        }
    }

    #[test]
    fn nobody_is_employed_over_full_time(employees in 50u32..4000, seed: u64) {
        let demo = municipality(employees, seed, Language::Sv);
        let mut extents = vec![0u32; demo.people.len()];
        let mut pairs = HashSet::new();
        for employment in &demo.employments {
            extents[employment.person.0 as usize] += u32::from(employment.extent);
            prop_assert!(pairs.insert((employment.person, employment.unit)));
            prop_assert_eq!(employment.form == Form::Hourly, employment.extent == 0);
            prop_assert!(employment.from < demo.today);
            prop_assert_eq!(employment.form == Form::Temporary, employment.until.is_some());
            prop_assert!(employment.until.is_none_or(|until| until > demo.today));
        }
        prop_assert!(extents.iter().all(|&extent| extent <= 100));
    }

    #[test]
    fn the_personas_are_who_they_should_be(employees in 50u32..4000, seed: u64, language in languages()) {
        let demo = municipality(employees, seed, language);
        let who = demo.personas();
        let everyone = [who.manager, who.second_manager, who.employee, who.hr, who.top_manager, who.it];
        prop_assert_eq!(everyone.iter().collect::<HashSet<_>>().len(), everyone.len());
        prop_assert!(everyone.iter().all(|&person| demo.person(person).unwrap().mail.is_some()));
        let unit = demo.unit_led_by(who.manager).unwrap();
        prop_assert_eq!(demo.unit(unit).unwrap().sector, Some(Sector::HomeCare));
        prop_assert_eq!(demo.unit(unit).unwrap().sites.len(), 2);
        prop_assert!(demo.staff_of(unit).contains(&who.employee));
        if employees >= 1000 {
            prop_assert_eq!(demo.staff_of(unit).len(), 45);
        }
        let school = demo.unit_led_by(who.second_manager).unwrap();
        prop_assert_eq!(demo.unit(school).unwrap().sector, Some(Sector::School));
        prop_assert_eq!(demo.leader_of(UnitIndex::ROOT), Some(who.top_manager));
        prop_assert!(demo.person(who.hr).unwrap().roles.contains(&Role::Hr));
        prop_assert!(demo.person(who.it).unwrap().roles.contains(&Role::It));
    }
}

#[test]
fn the_same_seed_gives_the_same_and_another_gives_another() {
    let first = municipality(2000, 7, Language::Sv);
    assert_eq!(first, municipality(2000, 7, Language::Sv));
    let other = municipality(2000, 8, Language::Sv);
    assert_ne!(first.people, other.people);
    assert_ne!(first.units, other.units);
}

#[test]
fn a_size_out_of_range_is_brought_within() {
    assert_eq!(municipality(0, 1, Language::Da).people.len(), *EMPLOYEES.start() as usize);
}

#[test]
fn some_have_two_employments_and_some_are_paid_by_the_hour() {
    let demo = municipality(5000, 7, Language::Sv);
    let two = demo.employments.len() - demo.people.len();
    assert!((50..500).contains(&two), "{two} second employments among 5 000");
    let hourly = demo.employments.iter().filter(|employment| employment.form == Form::Hourly).count();
    assert!((200..900).contains(&hourly), "{hourly} by the hour among 5 000");
}
