//! Backups between both databases, broken ones, and places that must not be written over.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

use std::io::{Read, Write};
use std::path::Path;

use backup::{Backup, Folder, There, Trouble, move_to, restore};
use jiff::Timestamp;
use people::{Language, Organisation, OrganisationId, Person, PersonId, Unit, UnitId, UnitSort};
use store::copy::{self, NotFilled};
use store::testing::Fresh;
use store::{Fault, Place, Tx};

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn now() -> Timestamp {
    at("2026-11-22T23:35:00Z")
}

const KAROLINA: PersonId = PersonId(7);

/// An organisation in which a unit points to one with a higher number, a text has every kind of sign in it, and there are bytes.
fn fill(tx: &mut Tx<'_>) -> Result<(), Fault> {
    let organisation = OrganisationId(3);
    store::organisations::add(
        tx,
        &Organisation {
            id: organisation,
            name: "Ekbacka \"kommun\"\n\\ Ærø 🌲".into(),
            language: Language::Sv,
            zone: "Europe/Stockholm".into(),
            demo: true,
        },
    )?;
    let unit = |id, parent, name: &str| Unit {
        id: UnitId(id),
        parent,
        name: name.into(),
        sort: UnitSort::Unit,
        sites: 1,
    };
    let from = "2020-01-01".parse().unwrap();
    store::organisations::add_unit(tx, organisation, &unit(9, None, "Över"), from)?;
    store::organisations::add_unit(tx, organisation, &unit(2, Some(UnitId(9)), "Under"), from)?;
    let person = Person {
        organisation,
        id: KAROLINA,
        given_name: "Karolina".into(),
        family_name: "Åström".into(),
        mail: Some("karolina@ekbacka.example".into()),
        language: None,
        scheme: None,
    };
    store::people::add(tx, &person)?;
    let tries = access::Tries { begun_at: tx.now(), count: 1 };
    store::access::save_tries(tx, &[5; 16], tries)?;
    let days = (organisation, KAROLINA);
    store::access::add_pass(tx, days, &[0xab; 32], access::Purpose::SignIn, None, at("2030-01-01T00:00:00Z"))
}

fn filled(fresh: &Fresh) {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_time().build().unwrap();
    runtime.block_on(fresh.store.write(now(), fill)).unwrap();
}

/// What a database says of its people, in its own words.
fn family_names(place: &Place) -> Vec<String> {
    struct Names(Vec<String>, bool);
    impl copy::Taker for Names {
        type Error = Fault;
        fn table(&mut self, header: &copy::Header) -> Result<(), Fault> {
            self.1 = header.table == "person";
            Ok(())
        }
        fn row(&mut self, row: &[copy::Value]) -> Result<(), Fault> {
            if let (true, copy::Value::Text(name)) = (self.1, &row[3]) {
                self.0.push(name.clone());
            }
            Ok(())
        }
    }
    let mut names = Names(Vec::new(), false);
    copy::read(place, &mut names).unwrap();
    names.0
}

/// A place for each database with nothing in it, not even tables.
fn nothing(folder: &Path, like: &Fresh) -> (Place, Option<Fresh>) {
    match like.place {
        Place::File(_) => (Place::File(folder.join("restored.db")), None),
        Place::Server(_) => {
            let fresh = Fresh::postgresql();
            let place = fresh.place.clone();
            (place, Some(fresh))
        }
    }
}

fn close(fresh: Fresh) -> (Place, Option<tempfile::TempDir>) {
    fresh.close()
}

#[test]
fn a_backup_goes_back_into_either_database() {
    let folder = tempfile::tempdir().unwrap();
    for (number, from) in [Fresh::sqlite(), Fresh::postgresql()].into_iter().enumerate() {
        filled(&from);
        let backups = Folder::at(folder.path().join(number.to_string()));
        // Made while the store is open: somebody could be working.
        let backup = backups.make(&from.place, "key", now()).unwrap();
        let contents = backup.check().unwrap();
        assert_eq!((contents.made.key.as_str(), contents.rows()), ("key", 5));
        assert!(contents.sums.iter().all(|sum| sum.table != "attempt"), "never backed up");
        for (other, to) in [Fresh::sqlite(), Fresh::postgresql()].into_iter().enumerate() {
            let (place, keep) = nothing(&folder.path().join(number.to_string()), &to);
            drop(keep.map(close));
            let place = match place {
                Place::File(path) => Place::File(path.with_extension(other.to_string())),
                server => server,
            };
            let brought = restore(&backup, &place, There::MustBeEmpty, now()).unwrap();
            assert_eq!((brought.tables, brought.rows), (4, 5));
            assert_eq!(family_names(&place), ["Åström"]);
            let again = backups.make(&place, "key", at("2026-11-23T00:00:00Z")).unwrap();
            assert_eq!(again.check().unwrap().sums, contents.sums, "a backup of it is the same");
            std::fs::remove_file(again.path()).unwrap();
        }
    }
}

#[test]
fn a_changed_or_cut_backup_is_refused_wherever_it_is_broken() {
    let from = Fresh::sqlite();
    filled(&from);
    let folder = tempfile::tempdir().unwrap();
    let backup = Folder::at(folder.path()).make(&from.place, "key", now()).unwrap();
    let packed = std::fs::read(backup.path()).unwrap();
    let mut text = Vec::new();
    flate2::read::GzDecoder::new(packed.as_slice()).read_to_end(&mut text).unwrap();
    let broken = folder.path().join("broken.backup.gz");
    let refused = |bytes: &[u8]| {
        std::fs::write(&broken, bytes).unwrap();
        matches!(Backup::at(&broken).check(), Err(Trouble::Broken { .. }))
    };
    let pack = |text: &[u8]| {
        let mut gz = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        gz.write_all(text).unwrap();
        gz.finish().unwrap()
    };
    assert!(!refused(&packed) && !refused(&pack(&text)));
    for end in (0..packed.len()).step_by(29) {
        assert!(refused(&packed[..end]), "cut after {end}");
    }
    for place in (0..text.len()).step_by(23) {
        let mut other = text.clone();
        other[place] ^= 1;
        assert!(refused(&pack(&other)), "byte {place} changed");
    }
    assert!(refused(&pack(&[text.as_slice(), b"[1]\n"].concat())), "something after its end");
    // A whole table taken out, with a row before its table in another.
    let lines: Vec<&[u8]> = text.split_inclusive(|byte| *byte == b'\n').collect();
    for without in 0..lines.len() {
        let rest: Vec<u8> = lines
            .iter()
            .enumerate()
            .filter(|(at, _)| *at != without)
            .flat_map(|(_, line)| line.to_vec())
            .collect();
        assert!(refused(&pack(&rest)), "line {without} taken out");
    }
    let to = Place::File(folder.path().join("to.db"));
    std::fs::write(&broken, &packed[..packed.len() / 2]).unwrap();
    restore(&Backup::at(&broken), &to, There::MustBeEmpty, now()).unwrap_err();
    assert!(!Path::new(&folder.path().join("to.db")).exists());
}

#[test]
fn what_is_there_stays_unless_somebody_says_otherwise() {
    let folder = tempfile::tempdir().unwrap();
    for fresh in [Fresh::sqlite(), Fresh::postgresql()] {
        filled(&fresh);
        let backups = Folder::at(folder.path());
        let backup = backups.make(&fresh.place, "key", now()).unwrap();
        let not = |there| match restore(&backup, &fresh.place, there, now()) {
            Err(Trouble::NotFilled(refused)) => refused,
            other => panic!("{other:?}"),
        };
        assert!(matches!(not(There::MustBeEmpty), NotFilled::NotEmpty));
        assert!(matches!(not(There::Replaced), NotFilled::InUse), "the store is open");
        let (place, _kept) = close(fresh);
        let brought = restore(&backup, &place, There::Replaced, now()).unwrap();
        assert_eq!(brought.rows, 5);
        if let Place::File(path) = &place {
            let aside = copy::kept_aside(path, now());
            assert!(aside.ends_with("pejling.db.before-20261122T233500Z"), "{aside:?}");
            assert_eq!(family_names(&Place::File(aside)), ["Åström"]);
        }
        assert_eq!(family_names(&place), ["Åström"]);
        std::fs::remove_file(backup.path()).unwrap();
    }
}

#[test]
fn a_move_compares_both_places_and_leaves_the_first_as_it_was() {
    let (lite, server) = (Fresh::sqlite(), Fresh::postgresql());
    filled(&lite);
    let folder = tempfile::tempdir().unwrap();
    let backups = Folder::at(folder.path());
    let moved = |from: &Place, to: &Place, now| move_to(from, to, &backups, "key", now);
    assert!(matches!(moved(&lite.place, &server.place, now()), Err(Trouble::NotFilled(NotFilled::InUse))));
    let ((lite, _folder), (server, _)) = (close(lite), close(server));
    assert_eq!(moved(&lite, &server, now()).unwrap().rows, 5);
    assert!(matches!(moved(&lite, &server, now()), Err(Trouble::NotFilled(NotFilled::NotEmpty))));
    let back = Place::File(folder.path().join("back.db"));
    assert_eq!(moved(&server, &back, at("2026-11-23T00:00:00Z")).unwrap().rows, 5);
    assert_eq!(family_names(&back), ["Åström"]);
    assert_eq!(family_names(&lite), ["Åström"]);
}

#[test]
fn a_backup_of_a_newer_program_is_refused() {
    let from = Fresh::sqlite();
    filled(&from);
    let folder = tempfile::tempdir().unwrap();
    let Place::File(path) = &from.place else { panic!("a file") };
    let lite = rusqlite::Connection::open(path).unwrap();
    lite.execute("INSERT INTO migration VALUES (900, 'x', x'00', 0)", []).unwrap();
    let backup = Folder::at(folder.path()).make(&from.place, "key", now()).unwrap();
    let to = Place::File(folder.path().join("to.db"));
    let refused = restore(&backup, &to, There::MustBeEmpty, now()).unwrap_err();
    assert!(matches!(refused, Trouble::NotFilled(NotFilled::Newer(900, _))), "{refused}");
}
