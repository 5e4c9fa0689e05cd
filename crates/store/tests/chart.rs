//! What the rules change is what is read back, on both databases; and table `unit` says what is so today.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

use jiff::Timestamp;
use jiff::civil::{Date, date};
use people::{
    Change, Chart, Employment, EmploymentId, Language, Lead, Organisation, OrganisationId, Person, PersonId,
    Span, UnitFacts, UnitId, UnitSort,
};
use store::testing::on_each_database;
use store::{Fault, Tx};

const HERE: OrganisationId = OrganisationId(1);
const FIRST: Date = date(2026, 1, 1);

fn facts(parent: Option<i64>, name: &str) -> UnitFacts {
    UnitFacts { parent: parent.map(UnitId), name: name.into(), sort: UnitSort::Unit, sites: 2 }
}

/// Everything that can happen to a chart, at least once.
fn story() -> (Chart, Vec<Change>) {
    let (mut chart, mut done) = (Chart::new(), Vec::new());
    let mut next = 100;
    let mut fresh = || {
        next += 1;
        EmploymentId(next)
    };
    done.extend(chart.open_unit(UnitId(1), None, FIRST, facts(None, "Ekbacka")).unwrap());
    for (unit, key) in [(2, Some("200")), (3, None), (4, None), (5, None), (6, None)] {
        let key = key.map(str::to_owned);
        done.extend(
            chart.open_unit(UnitId(unit), key, FIRST, facts(Some(1), &format!("Enhet {unit}"))).unwrap(),
        );
    }
    for (id, person, unit) in [(1, 1, 2), (2, 2, 2), (3, 3, 3), (4, 4, 5)] {
        let key = (id == 1).then(|| "A1".to_owned());
        let (id, person, unit, span) = (EmploymentId(id), PersonId(person), UnitId(unit), Span::since(FIRST));
        let occupation = people::Occupation::new("Undersköterska").filter(|_| id.0 < 3);
        let (extent_percent, hourly, leave) = (75, person.0 == 4, Vec::new());
        done.extend(
            chart
                .employ(Employment { id, key, person, unit, occupation, extent_percent, hourly, span, leave })
                .unwrap(),
        );
    }
    let leave = Span::new(date(2026, 3, 1), Some(date(2026, 9, 1))).unwrap();
    done.extend(chart.go_on_leave(EmploymentId(1), leave).unwrap());
    for (unit, person, acting, to) in
        [(2, 1, false, None), (2, 2, true, Some(date(2026, 9, 1))), (3, 3, false, None)]
    {
        let span = Span::new(date(2026, 2, 1), to).unwrap();
        done.extend(
            chart.appoint(Lead { unit: UnitId(unit), person: PersonId(person), acting, span }).unwrap(),
        );
    }
    done.extend(chart.rename_unit(UnitId(2), "Åsen", date(2026, 4, 1)).unwrap());
    done.extend(chart.rename_unit(UnitId(2), "Ängen", date(2026, 12, 1)).unwrap());
    done.extend(chart.move_unit(UnitId(3), UnitId(2), date(2026, 5, 1)).unwrap());
    done.extend(chart.move_employment(EmploymentId(1), UnitId(4), date(2026, 6, 1), fresh()).unwrap());
    done.extend(chart.merge_units(&[UnitId(3)], UnitId(2), date(2026, 7, 1), &mut fresh).unwrap());
    let to = |_| UnitId(6);
    done.extend(
        chart.split_unit(UnitId(5), &[UnitId(4), UnitId(6)], date(2026, 8, 1), to, &mut fresh).unwrap(),
    );
    done.extend(chart.dismiss(UnitId(2), PersonId(2), date(2026, 8, 1)).unwrap());
    let changed = Employment {
        key: Some("A2".to_owned()),
        occupation: people::Occupation::new("Vårdbiträde"),
        extent_percent: 50,
        span: Span::new(FIRST, Some(date(2026, 10, 1))).unwrap(),
        ..chart.employment(EmploymentId(2)).unwrap().clone()
    };
    done.extend(chart.describe_employment(changed).unwrap());
    done.extend(chart.end_employment(EmploymentId(2), date(2026, 8, 15)).unwrap());
    done.extend(chart.end_employment(EmploymentId(101), date(2026, 6, 1)).unwrap());
    (chart, done)
}

fn people(tx: &mut Tx<'_>) -> Result<(), Fault> {
    let (name, zone) = ("Ekbacka".to_owned(), "Europe/Stockholm".to_owned());
    store::organisations::add(
        tx,
        &Organisation { id: HERE, name, language: Language::Sv, zone, demo: false },
    )?;
    for id in 1..=4 {
        let (given_name, family_name) = ("Åse".to_owned(), format!("Nummer {id}"));
        let (id, organisation) = (PersonId(id), HERE);
        let (mail, language, scheme) = (None, None, None);
        store::people::add(
            tx,
            &Person { id, organisation, given_name, family_name, mail, language, scheme },
        )?;
    }
    Ok(())
}

type Everything = (Vec<people::UnitLife>, Vec<Employment>, Vec<(UnitId, PersonId, bool, Span)>);

fn everything(chart: &Chart) -> Everything {
    let mut leads: Vec<_> = chart.leads().map(|it| (it.unit, it.person, it.acting, it.span)).collect();
    leads.sort_unstable();
    (chart.units().cloned().collect(), chart.employments().cloned().collect(), leads)
}

#[test]
fn a_chart_is_read_back_as_it_was_made() {
    on_each_database(async |store| {
        let (chart, changes) = story();
        let today = date(2026, 8, 20);
        let read: Result<_, Fault> = store
            .write(Timestamp::UNIX_EPOCH, move |tx| {
                people(tx)?;
                store::chart::remember(tx, HERE, &changes, today)?;
                let mut read = store::chart::tree(tx, HERE)?;
                store::chart::add_staff(tx, HERE, &mut read)?;
                let mut of_unit = store::chart::tree(tx, HERE)?;
                store::chart::add_staff_of(tx, HERE, &mut of_unit, UnitId(2))?;
                Ok((read, of_unit))
            })
            .await;
        let (read, of_unit) = read.unwrap();
        assert_eq!(everything(&read), everything(&chart));
        for day in [date(2026, 1, 2), date(2026, 4, 1), date(2026, 7, 30), today, date(2027, 1, 1)] {
            assert_eq!(of_unit.as_of(day).staff(UnitId(2)), chart.as_of(day).staff(UnitId(2)));
        }
    });
}

#[test]
fn table_unit_says_what_is_so_on_the_day() {
    on_each_database(async |store| {
        let (_, changes) = story();
        let led = async |today: Date| -> Vec<String> {
            let looked: Result<_, Fault> = store
                .write(Timestamp::UNIX_EPOCH, move |tx| {
                    store::chart::settle(tx, HERE, today)?;
                    store::organisations::conditions(tx, HERE, PersonId(1), today)
                })
                .await;
            looked.unwrap().units.into_iter().map(|unit| unit.name).collect()
        };
        let made: Result<(), Fault> = store
            .write(Timestamp::UNIX_EPOCH, move |tx| {
                people(tx)?;
                store::chart::remember(tx, HERE, &changes, FIRST)
            })
            .await;
        made.unwrap();
        assert_eq!(led(date(2026, 3, 31)).await, ["Enhet 2"]);
        assert_eq!(led(date(2026, 4, 1)).await, ["Åsen"]);
        assert_eq!(led(date(2026, 12, 24)).await, ["Ängen"]);
    });
}
