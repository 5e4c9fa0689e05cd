//! Real concurrent writers: nobody gets past a limit, and nobody is turned away for having lost a race.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

use jiff::Timestamp;
use people::{Language, Organisation, OrganisationId, Person, PersonId};
use store::testing::on_each_database;
use store::{Fault, Store, Tx};

const CAP: usize = 5;
const WRITERS: i64 = 24;

#[derive(Debug)]
enum Refused {
    Full,
    Fault(Fault),
}

impl From<Fault> for Refused {
    fn from(fault: Fault) -> Self {
        Refused::Fault(fault)
    }
}

fn person(number: i64) -> Person {
    Person {
        id: PersonId(number),
        organisation: OrganisationId(1),
        given_name: "Åse".into(),
        family_name: format!("Nummer {number}"),
        mail: Some(format!("p{number}@ekbacka.example")),
        language: None,
        scheme: None,
    }
}

async fn begin(store: &Store) {
    let organisation = Organisation {
        id: OrganisationId(1),
        name: "Ekbacka".into(),
        language: Language::Sv,
        zone: "Europe/Stockholm".into(),
        demo: true,
    };
    let done: Result<(), Fault> =
        store.write(Timestamp::UNIX_EPOCH, move |tx| store::organisations::add(tx, &organisation)).await;
    done.unwrap();
}

/// "If fewer than five, one more": the classic that READ COMMITTED lets through.
fn add_below_cap(tx: &mut Tx<'_>, number: i64) -> Result<(), Refused> {
    let mut there = 0;
    for other in 1..=WRITERS {
        there += usize::from(store::people::by_mail(tx, &format!("p{other}@ekbacka.example"))?.is_some());
    }
    if there >= CAP {
        return Err(Refused::Full);
    }
    Ok(store::people::add(tx, &person(number))?)
}

#[test]
fn a_cap_holds_against_writers_at_once() {
    on_each_database(|store| async move {
        begin(&store).await;
        let writers: Vec<_> = (1..=WRITERS)
            .map(|number| {
                let store = store.clone();
                tokio::spawn(async move {
                    store.write(Timestamp::UNIX_EPOCH, move |tx| add_below_cap(tx, number)).await
                })
            })
            .collect();
        let (mut added, mut full) = (0, 0);
        for writer in writers {
            match writer.await.unwrap() {
                Ok(()) => added += 1,
                Err(Refused::Full) => full += 1,
                Err(Refused::Fault(fault)) => panic!("a writer gave up: {fault}"),
            }
        }
        assert_eq!((added, full), (CAP, WRITERS as usize - CAP));
    });
}

#[test]
fn what_is_refused_leaves_nothing_and_disturbs_nobody_in_the_same_group() {
    on_each_database(|store| async move {
        begin(&store).await;
        let writers: Vec<_> = (1..=WRITERS)
            .map(|number| {
                let store = store.clone();
                tokio::spawn(async move {
                    store
                        .write(Timestamp::UNIX_EPOCH, move |tx| {
                            store::people::add(tx, &person(number))?;
                            if number % 2 == 0 { Err(Refused::Full) } else { Ok(()) }
                        })
                        .await
                })
            })
            .collect();
        for writer in writers {
            drop(writer.await.unwrap());
        }
        for number in 1..=WRITERS {
            let there = store
                .read(Timestamp::UNIX_EPOCH, move |tx| {
                    store::people::by_mail(tx, &format!("P{number}@EKBACKA.example"))
                })
                .await;
            assert_eq!(there.unwrap().is_some(), number % 2 == 1, "writer {number}");
        }
    });
}

#[test]
fn a_rule_that_panics_takes_nobody_with_it() {
    on_each_database(|store| async move {
        begin(&store).await;
        let outcome: Result<(), Fault> =
            store.write(Timestamp::UNIX_EPOCH, |_| panic!("a rule that is wrong")).await;
        assert!(matches!(outcome, Err(Fault::Panicked)));
        let after: Result<(), Fault> =
            store.write(Timestamp::UNIX_EPOCH, |tx| store::people::add(tx, &person(1))).await;
        assert!(after.is_ok());
    });
}

#[test]
fn a_second_of_its_kind_is_told_from_other_trouble() {
    on_each_database(|store| async move {
        begin(&store).await;
        let twice: Result<(), Fault> = store
            .write(Timestamp::UNIX_EPOCH, |tx| {
                store::people::add(tx, &person(1))?;
                store::people::add(tx, &Person { id: PersonId(2), ..person(1) })
            })
            .await;
        assert!(twice.unwrap_err().already_there());
    });
}
