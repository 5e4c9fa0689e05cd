//! A staff list out of a folder at night, on both databases.
#![allow(clippy::unwrap_used, reason = "the helpers of tests fail by panicking")]

use std::fs;

use actions::people::{Founding, Newcomer};
use actions::{Clock, Desk, Keys, LetterPolicy, Store};
use jiff::{SignedDuration, Timestamp};
use people::{Language, OrganisationId};
use store::testing::on_each_database;

const HEAD: &str = "Anställningsnr;Namn;Enhet;Sysselsättningsgrad";

/// A desk an hour from now: what the test writes has settled.
async fn desk(store: Store) -> (Desk, OrganisationId) {
    let probe = tempfile::NamedTempFile::new().unwrap();
    let now = Timestamp::try_from(probe.as_file().metadata().unwrap().modified().unwrap()).unwrap();
    let clock = Clock::standing_at(now + SignedDuration::from_hours(1));
    let desk =
        Desk::new(store, clock, Keys::from_bytes([7; 32]), LetterPolicy::Keep, "https://pejling.example");
    let it = Newcomer {
        given_name: "Erik".into(),
        family_name: "Hallberg".into(),
        mail: "e@ekbacka.example".into(),
    };
    let (name, zone) = ("Ekbacka".to_owned(), "Europe/Stockholm".to_owned());
    let founding = Founding { name, language: Language::Sv, zone, it, leader: None };
    let today = desk.today("Europe/Stockholm");
    let founded = desk.write(move |tx| actions::people::found(tx, &founding, today)).await.unwrap();
    (desk, founded.organisation)
}

async fn names(desk: &Desk, organisation: OrganisationId) -> Vec<String> {
    let known = desk.read(move |tx| store::staff_lists::known(tx, organisation)).await.unwrap();
    let mut names: Vec<_> = known.into_iter().filter(|it| it.key.is_some()).map(|it| it.given_name).collect();
    names.sort();
    names
}

#[test]
fn the_newest_list_in_the_folder_is_done_and_deleted() {
    on_each_database(async |store| {
        let (desk, organisation) = desk(store).await;
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        fs::write(path("igar.csv"), format!("{HEAD}\n1;Gammal Lista;Ett;100\n")).unwrap();
        std::thread::sleep(std::time::Duration::from_millis(20));
        fs::write(path("i dag.csv"), format!("{HEAD}\n1;Åsa Öberg;Ett;100\n2;Bo Berg;Ett;50\n")).unwrap();
        fs::write(path("lasmig.md"), "Not a list.").unwrap();
        jobs::take_staff_list(&desk, folder.path()).await.unwrap();
        assert_eq!(names(&desk, organisation).await, ["Bo", "Åsa"]);
        assert!(!path("igar.csv").exists() && !path("i dag.csv").exists());
        assert!(path("lasmig.md").exists(), "everything else is left alone");
        // An empty folder is no trouble, one that is not there is worth another try.
        jobs::take_staff_list(&desk, folder.path()).await.unwrap();
        assert!(jobs::take_staff_list(&desk, &path("nowhere")).await.is_err());
    });
}

#[test]
fn a_list_that_is_odd_waits_for_somebody_and_one_that_is_none_is_put_aside() {
    on_each_database(async |store| {
        let (mut desk, organisation) = desk(store).await;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("list.csv");
        let waiting = async |desk: &Desk| {
            desk.read(move |tx| store::staff_lists::waiting(tx, organisation)).await.unwrap().len()
        };
        fs::write(&path, format!("{HEAD}\n1;Åsa Öberg;Ett;100\n2;Bo Berg;Ett;180\n")).unwrap();
        jobs::take_staff_list(&desk, folder.path()).await.unwrap();
        assert_eq!(
            (names(&desk, organisation).await.len(), waiting(&desk).await),
            (0, 1),
            "a row cannot be read"
        );
        fs::write(&path, "Nr;Namn;Enhet;Pnr\n1;Åsa Öberg;Ett;900101-9802\n").unwrap();
        jobs::take_staff_list(&desk, folder.path()).await.unwrap();
        assert!(folder.path().join("not-taken/list.csv").exists() && !path.exists());
        assert_eq!(waiting(&desk).await, 1, "nothing of it is kept");
        // Still being written.
        desk.clock = Clock::standing_at(desk.now() - SignedDuration::from_hours(1));
        fs::write(&path, format!("{HEAD}\n1;Åsa Öberg;Ett;100\n")).unwrap();
        jobs::take_staff_list(&desk, folder.path()).await.unwrap();
        assert!(path.exists());
        assert_eq!(names(&desk, organisation).await.len(), 0);
    });
}
