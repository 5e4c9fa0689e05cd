//! Coming in by an account, on both databases.
#![allow(clippy::unwrap_used, reason = "the helpers of tests fail by panicking")]

use access::{Door, Role, RoleMapping, Secret};
use actions::access::Visitor;
use actions::account::{AccountRefused, Said};
use actions::people::{Founded, Founding, Leader, Newcomer};
use actions::{Clock, Desk, Keys, LetterPolicy, Store};
use jiff::SignedDuration;
use jiff::civil::date;
use people::Language;
use store::testing::on_each_database;

fn newcomer(given_name: &str, mail: &str) -> Newcomer {
    Newcomer { given_name: given_name.into(), family_name: "Hallberg".into(), mail: mail.into() }
}

async fn house(store: Store) -> (Desk, Founded) {
    let clock = Clock::standing_at("2026-11-22T08:00:00Z".parse().unwrap());
    let keys = Keys::from_bytes([7; 32]);
    let desk = Desk::new(store, clock, keys, LetterPolicy::Keep, "https://pejling.example");
    let founding = Founding {
        name: "Ekbacka kommun".into(),
        language: Language::Sv,
        zone: "Europe/Stockholm".into(),
        it: newcomer("Erik", "erik@ekbacka.example"),
        leader: Some(Leader {
            person: newcomer("Karin", "karin@ekbacka.example"),
            unit: "Hemtjänsten".into(),
            staff: 5,
            sites: 1,
        }),
    };
    let founded =
        desk.write(move |tx| actions::people::found(tx, &founding, date(2026, 11, 22))).await.unwrap();
    (desk, founded)
}

fn said(subject: &str, mail: Option<&str>, values: &[&str], session: &str) -> Said {
    Said {
        issuer: "https://id.example".into(),
        subject: subject.into(),
        mail: mail.map(str::to_owned),
        values: values.iter().map(|value| (*value).to_owned()).collect(),
        proven_at: None,
        session: Some(session.into()),
    }
}

struct Visit<'v>(&'v Desk, &'v Founded);

impl Visit<'_> {
    async fn comes(&self, said: Said) -> Result<Secret, AccountRefused> {
        let visitor = Visitor { network: "192.0.2".into(), device: "Firefox · Linux".into() };
        let mapping =
            RoleMapping::new([(Role::Hr, vec!["g-hr".to_owned()]), (Role::It, vec!["g-it".to_owned()])]);
        actions::account::sign_in(self.0, &visitor, self.1.organisation, said, mapping).await
    }

    async fn who(&self, secret: &Secret) -> Option<actions::access::SignedIn> {
        actions::access::recognise(self.0, secret).await.unwrap()
    }
}

#[test]
fn an_account_is_somebodys_from_the_first_time_on_whatever_address_it_has() {
    on_each_database(async |store| {
        let (desk, founded) = house(store).await;
        let visit = Visit(&desk, &founded);
        let nobody = visit.comes(said("1", None, &[], "s")).await;
        assert!(matches!(nobody, Err(AccountRefused::NoAddress)));
        let stranger = visit.comes(said("1", Some("stranger@ekbacka.example"), &[], "s")).await;
        assert!(matches!(stranger, Err(AccountRefused::Nobody)));
        let first = visit.comes(said("1", Some("karin@ekbacka.example"), &[], "s")).await.unwrap();
        let karin = visit.who(&first).await.unwrap();
        assert_eq!((Some(karin.person.id), karin.session.door), (founded.leader, Some(Door::Account)));
        for mail in [None, Some("erik@ekbacka.example"), Some("stranger@ekbacka.example")] {
            let again = visit.comes(said("1", mail, &[], "s")).await.unwrap();
            assert_eq!(visit.who(&again).await.unwrap().person.id, karin.person.id, "{mail:?}");
        }
        let another = visit.comes(said("2", Some("karin@ekbacka.example"), &[], "s")).await;
        assert!(matches!(another, Err(AccountRefused::AnotherAccount)));
        let (organisation, person) = (founded.organisation, karin.person.id);
        desk.write(move |tx| actions::account::forget(tx, organisation, person)).await.unwrap();
        assert!(visit.who(&first).await.is_none(), "what came of it has ended");
        assert!(visit.comes(said("2", Some("karin@ekbacka.example"), &[], "s")).await.is_ok());
    });
}

#[test]
fn mapped_roles_are_as_the_provider_says_and_others_are_left_alone() {
    on_each_database(async |store| {
        let (desk, founded) = house(store).await;
        let visit = Visit(&desk, &founded);
        let roles = async |values: &[&str]| {
            let secret = visit.comes(said("1", Some("karin@ekbacka.example"), values, "s")).await.unwrap();
            let roles = visit.who(&secret).await.unwrap().roles;
            [Role::Leader, Role::Hr, Role::It].map(|role| roles.has(role))
        };
        assert_eq!(roles(&["g-it", "g-hr"]).await, [true, true, true]);
        assert_eq!(roles(&["g-hr"]).await, [true, true, false]);
        assert_eq!(roles(&[]).await, [true, false, false]);
        let (organisation, person) = (founded.organisation, founded.leader.unwrap());
        let give = move |tx: &mut actions::Tx<'_>| {
            store::access::give_role(tx, organisation, person, Role::TopManager)
        };
        desk.write(give).await.unwrap();
        let secret = visit.comes(said("1", None, &[], "s")).await.unwrap();
        assert!(visit.who(&secret).await.unwrap().roles.has(Role::TopManager), "no mapping names it");
    });
}

#[test]
fn a_sign_out_there_ends_the_sessions_that_came_of_it() {
    on_each_database(async |store| {
        let (desk, founded) = house(store).await;
        let visit = Visit(&desk, &founded);
        let karin = async |session| visit.comes(said("1", Some("karin@ekbacka.example"), &[], session)).await;
        let (one, two) = (karin("s-1").await.unwrap(), karin("s-2").await.unwrap());
        let erik = visit.comes(said("9", Some("erik@ekbacka.example"), &[], "s-1")).await.unwrap();
        let organisation = founded.organisation;
        let tell = async |subject: &'static str, session: Option<&'static str>| {
            let account = ("https://id.example", subject);
            desk.write(move |tx| actions::account::ended(tx, organisation, account, session)).await.unwrap();
        };
        tell("unknown", None).await;
        tell("1", Some("s-3")).await;
        assert!(visit.who(&one).await.is_some());
        tell("1", Some("s-1")).await;
        assert!(visit.who(&one).await.is_none());
        assert!(visit.who(&two).await.is_some() && visit.who(&erik).await.is_some());
        tell("1", None).await;
        assert!(visit.who(&two).await.is_none());
        assert!(visit.who(&erik).await.is_some(), "somebody else's session of the same name");
    });
}

#[test]
fn what_a_browser_keeps_of_a_sign_in_opens_for_its_own_door_and_for_a_while() {
    on_each_database(async |store| {
        let (desk, _) = house(store).await;
        let sealed = actions::account::seal_away(&desk, "account", "state\n/week").unwrap();
        assert_eq!(actions::account::open_away(&desk, "account", &sealed).as_deref(), Some("state\n/week"));
        assert_eq!(actions::account::open_away(&desk, "passkey", &sealed), None);
        let mut bent = sealed.clone();
        bent[30] ^= 1;
        assert_eq!(actions::account::open_away(&desk, "account", &bent), None);
        desk.clock.set(desk.now() + SignedDuration::from_mins(15));
        assert_eq!(actions::account::open_away(&desk, "account", &sealed), None);
    });
}
