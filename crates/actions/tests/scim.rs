//! What a directory does, on both databases: who its users are here, who may sign in, and what its groups give.
#![allow(clippy::unwrap_used, reason = "the helpers of tests fail by panicking")]

use access::{Actor, Role, Secret};
use actions::access::{SignInRefused, Visitor};
use actions::people::{Founding, Leader, Newcomer};
use actions::scim::{self, Directory, GroupSaid, Membership, ScimRefused, StoredUser, TokenRefused};
use actions::{Clock, Desk, Fault, Keys, LetterPolicy, Store, Tx, staff_lists};
use jiff::SignedDuration;
use jiff::civil::date;
use people::{DirectoryMail, DirectoryUser, DirectoryUserId, Language, Person, PersonId};
use store::testing::on_each_database;

const LIST: &str = "Anställningsnr;Förnamn;Efternamn;E-post;Enhetskod;Enhet;Chef;Befattning;Sysselsättningsgrad\n\
    1;Karin;Hallberg;karin@ekbacka.example;110;Hemtjänsten;1;Enhetschef;100\n\
    2;Bo;Berg;bo@ekbacka.example;110;Hemtjänsten;1;Undersköterska;75\n\
    4;Dan;Dahl;;110;Hemtjänsten;1;Vårdbiträde;50\n";

struct House {
    desk: Desk,
    it: Actor,
    by: Directory,
}

impl House {
    /// With Karin (1), Bo (2) and Dan (4, without an address) on the staff list.
    async fn new(store: Store) -> House {
        let clock = Clock::standing_at("2026-11-22T08:00:00Z".parse().unwrap());
        let desk =
            Desk::new(store, clock, Keys::from_bytes([7; 32]), LetterPolicy::Send, "https://pejling.example");
        let newcomer = |given_name: &str, mail: &str| Newcomer {
            given_name: given_name.into(),
            family_name: "Hallberg".into(),
            mail: mail.into(),
        };
        let founding = Founding {
            name: "Ekbacka kommun".into(),
            language: Language::Sv,
            zone: "Europe/Stockholm".into(),
            it: newcomer("Erik", "erik@ekbacka.example"),
            leader: Some(Leader {
                person: newcomer("Karin", "karin@ekbacka.example"),
                unit: "Hemtjänsten".into(),
                staff: 3,
                sites: 2,
            }),
        };
        let founded =
            desk.write(move |tx| actions::people::found(tx, &founding, date(2026, 11, 22))).await.unwrap();
        let roles = access::Roles::default().with(Role::It);
        let it = Actor { organisation: founded.organisation, person: founded.it, roles };
        let house = House { desk, it, by: Directory { organisation: founded.organisation } };
        house.list(LIST).await;
        house
    }

    async fn list(&self, text: &str) {
        let list = staff_lists::bring(&self.desk, self.it, "lista.csv", text.into()).await.unwrap();
        let mark = staff_lists::look(&self.desk, self.it, list).await.unwrap().plan.unwrap().mark;
        staff_lists::carry_out(&self.desk, self.it, list, mark, true).await.unwrap();
    }

    async fn add(&self, said: DirectoryUser) -> Result<StoredUser, ScimRefused> {
        let by = self.by;
        self.desk.write(move |tx| scim::add_user(tx, &by, &said)).await
    }

    async fn set(&self, user: &StoredUser, said: DirectoryUser) -> Result<StoredUser, ScimRefused> {
        let (by, id) = (self.by, user.id);
        let change =
            move |tx: &mut Tx<'_>| scim::change_user::<ScimRefused>(tx, &by, id, None, |_| Ok(said.clone()));
        self.desk.write(change).await
    }

    async fn remove(&self, user: &StoredUser) {
        let (by, id) = (self.by, user.id);
        self.desk.write(move |tx| scim::remove_user(tx, &by, id, None)).await.unwrap();
    }

    async fn person(&self, person: PersonId) -> Person {
        let here = self.by.organisation;
        self.desk.read(move |tx| store::people::by_id(tx, here, person)).await.unwrap()
    }

    async fn with_mail(&self, mail: &'static str) -> Option<Person> {
        self.desk.read(move |tx| store::people::by_mail(tx, mail)).await.unwrap()
    }

    async fn people(&self) -> usize {
        let here = self.by.organisation;
        let known = self.desk.read(move |tx| store::staff_lists::known(tx, here)).await.unwrap();
        known.iter().filter(|person| !person.placeholder).count()
    }

    async fn roles(&self, person: PersonId) -> Vec<Role> {
        let here = self.by.organisation;
        let roles = self.desk.read(move |tx| store::access::roles(tx, here, person, date(2026, 11, 22)));
        roles.await.unwrap().iter().filter(|role| scim::ROLES.contains(role)).collect()
    }

    /// Signs somebody in by a link.
    async fn sign_in(&self, person: PersonId) -> Result<Secret, SignInRefused> {
        let lasts = SignedDuration::from_mins(30);
        let link = actions::access::link_for(&self.desk, self.by.organisation, person, lasts).await.unwrap();
        let secret = Secret::read(link.rsplit('/').next().unwrap()).unwrap();
        actions::access::sign_in_with_link(&self.desk, &visitor(), &secret).await
    }

    async fn is_in(&self, session: &Secret) -> bool {
        actions::access::recognise(&self.desk, session).await.unwrap().is_some()
    }
}

fn visitor() -> Visitor {
    Visitor { network: "192.0.2".into(), device: "Firefox · Linux".into() }
}

fn user(user_name: &str) -> DirectoryUser {
    DirectoryUser {
        user_name: user_name.into(),
        external_id: None,
        given_name: None,
        family_name: None,
        display_name: None,
        mail: None,
        employee_number: None,
        active: true,
    }
}

fn mail(value: &str) -> Option<DirectoryMail> {
    Some(DirectoryMail { value: value.into(), sort: Some("work".into()), primary: Some(true) })
}

#[test]
fn whoever_is_on_the_staff_list_is_met_and_never_doubled() {
    on_each_database(async |store| {
        let house = House::new(store).await;
        let before = house.people().await;
        let by_address = house.add(DirectoryUser {
            given_name: Some("Robert".into()),
            mail: mail("Bo@Ekbacka.example"),
            ..user("bober")
        });
        let bo = by_address.await.unwrap();
        let is = house.person(bo.person).await;
        assert_eq!(
            (is.given_name.as_str(), is.mail.as_deref()),
            ("Bo", Some("bo@ekbacka.example")),
            "the list decides"
        );
        let by_number = DirectoryUser {
            employee_number: Some("4".into()),
            mail: mail("dan@ekbacka.example"),
            ..user("dandah")
        };
        let dan = house.add(by_number.clone()).await.unwrap();
        let is = house.person(dan.person).await;
        assert_eq!(
            (is.name().as_str(), is.mail.as_deref()),
            ("Dan Dahl", Some("dan@ekbacka.example")),
            "filled in"
        );
        assert_eq!(house.people().await, before, "nobody is new");

        let followed = DirectoryUser { mail: mail("dan.dahl@ekbacka.example"), ..by_number };
        house.set(&dan, followed).await.unwrap();
        assert_eq!(house.person(dan.person).await.mail.as_deref(), Some("dan.dahl@ekbacka.example"));

        let twice = house.add(DirectoryUser { employee_number: Some("4".into()), ..user("dan2") }).await;
        assert!(matches!(twice, Err(ScimRefused::Taken("employeeNumber"))), "{twice:?}");
        let two = DirectoryUser {
            employee_number: Some("1".into()),
            mail: mail("bo@ekbacka.example"),
            ..user("x")
        };
        assert!(matches!(house.add(two).await, Err(ScimRefused::TwoPeople)));
        assert!(matches!(house.add(user("DANDAH")).await, Err(ScimRefused::Taken("userName"))));
    });
}

#[test]
fn whoever_is_new_gets_no_employment_and_the_staff_list_finds_them_later() {
    on_each_database(async |store| {
        let house = House::new(store).await;
        let said = DirectoryUser {
            given_name: Some("Eva".into()),
            family_name: Some("Ek".into()),
            employee_number: Some("5".into()),
            ..user("Eva.Ek@ekbacka.example")
        };
        let eva = house.add(said.clone()).await.unwrap();
        let is = house.person(eva.person).await;
        assert_eq!((is.name().as_str(), is.mail.as_deref()), ("Eva Ek", Some("eva.ek@ekbacka.example")));
        let (here, person) = (house.by.organisation, eva.person);
        let work = house.desk.read(move |tx| store::people::employments(tx, here, person)).await.unwrap();
        assert!(work.is_empty());
        house.set(&eva, DirectoryUser { family_name: Some("Ask".into()), ..said.clone() }).await.unwrap();
        assert_eq!(house.person(eva.person).await.name(), "Eva Ask", "nobody else says what she is called");

        // Nobody without an employment is forgotten while the directory lets them sign in.
        assert_eq!(actions::leavers::forget(&house.desk).await.unwrap(), 0);

        let before = house.people().await;
        house.list(&format!("{LIST}5;Eva;Alm;;110;Hemtjänsten;1;Undersköterska;100\n")).await;
        assert_eq!(house.people().await, before, "the list knows her by the number");
        assert_eq!(house.person(eva.person).await.name(), "Eva Alm");
        house.set(&eva, said).await.unwrap();
        assert_eq!(house.person(eva.person).await.name(), "Eva Alm", "the list decides from now on");
    });
}

#[test]
fn whoever_is_switched_off_is_signed_out_and_stays_out() {
    on_each_database(async |store| {
        let house = House::new(store).await;
        let said = DirectoryUser { mail: mail("bo@ekbacka.example"), ..user("bober") };
        let bo = house.add(said.clone()).await.unwrap();
        let session = house.sign_in(bo.person).await.unwrap();
        assert!(house.is_in(&session).await);

        house.set(&bo, DirectoryUser { active: false, ..said.clone() }).await.unwrap();
        assert!(!house.is_in(&session).await, "the session ends at once");
        assert!(matches!(house.sign_in(bo.person).await, Err(SignInRefused::NotValid)));
        // Not by a password either.
        let by = Actor { organisation: house.by.organisation, person: bo.person, roles: Default::default() };
        let password = "a long enough password";
        actions::access::set_password(&house.desk, by, access::SessionLabel(0), password)
            .await
            .unwrap()
            .unwrap();
        let visitor = visitor();
        let with_password =
            || actions::access::sign_in_with_password(&house.desk, &visitor, "bo@ekbacka.example", password);
        assert!(matches!(with_password().await, Err(SignInRefused::NotValid)));
        // And no letter is sent.
        actions::access::ask_for_link(&house.desk, &visitor, "bo@ekbacka.example", Language::Sv)
            .await
            .unwrap();
        let here = house.by.organisation;
        let letters = house.desk.read(move |tx| actions::letters::latest(tx, here)).await.unwrap();
        assert_eq!(letters.len(), 0);

        house.set(&bo, said.clone()).await.unwrap();
        house.sign_in(bo.person).await.unwrap();
        with_password().await.unwrap();

        // Whoever is let go of while still on the staff list stays out, until the directory or IT lets them in.
        house.remove(&bo).await;
        assert!(matches!(house.sign_in(bo.person).await, Err(SignInRefused::NotValid)));
        let it = house.it;
        let overview = house.desk.read(move |tx| scim::overview(tx, &it)).await.unwrap();
        assert_eq!(
            overview.left_locked.iter().map(|(_, name, _)| name.as_str()).collect::<Vec<_>>(),
            ["Bo Berg"]
        );
        house.desk.write(move |tx| scim::let_in(tx, &it, bo.person)).await.unwrap();
        house.sign_in(bo.person).await.unwrap();
        let again = house.add(DirectoryUser { active: false, ..said }).await.unwrap();
        assert_eq!(again.person, bo.person);
        let known = house.desk.write(move |tx| scim::let_in(tx, &it, bo.person)).await;
        assert!(matches!(known, Err(Fault::NotFound)), "the directory knows him: it decides");
        assert!(house.sign_in(bo.person).await.is_err());
    });
}

#[test]
fn whoever_the_directory_lets_go_of_and_nobody_else_knows_is_forgotten() {
    on_each_database(async |store| {
        let mut house = House::new(store).await;
        let [gone, off, on] = ["gone", "off", "on"].map(|name| user(&format!("{name}@ekbacka.example")));
        let gone = house.add(gone).await.unwrap();
        let off = house.add(DirectoryUser { active: false, ..off }).await.unwrap();
        let on = house.add(on).await.unwrap();
        house.remove(&gone).await;
        assert_eq!(actions::leavers::forget(&house.desk).await.unwrap(), 1);
        assert_eq!(house.person(gone.person).await.mail, None);
        assert!(house.with_mail("off@ekbacka.example").await.is_some(), "only switched off, and today");
        let half_a_year = SignedDuration::from_hours(24 * (::records::LEAVERS_DAYS + 1));
        house.desk.clock = Clock::standing_at(house.desk.now() + half_a_year);
        assert_eq!(actions::leavers::forget(&house.desk).await.unwrap(), 1);
        assert!(house.with_mail("on@ekbacka.example").await.is_some());
        let (by, id) = (house.by, off.id);
        let gone = house.desk.read(move |tx| scim::user(tx, &by, id)).await;
        assert!(matches!(gone, Err(ScimRefused::NotFound)), "what the directory said is gone too");
        assert!(house.sign_in(on.person).await.is_ok());
    });
}

#[test]
fn groups_give_roles_and_take_back_only_what_they_gave() {
    on_each_database(async |store| {
        let house = House::new(store).await;
        let (here, it, by) = (house.by.organisation, house.it, house.by);
        let bo_said = DirectoryUser { mail: mail("bo@ekbacka.example"), ..user("bober") };
        let bo = house.add(bo_said.clone()).await.unwrap();
        let dan =
            house.add(DirectoryUser { employee_number: Some("4".into()), ..user("dandah") }).await.unwrap();
        let dans = dan.person;
        house.desk.write(move |tx| store::access::give_role(tx, here, dans, Role::Hr)).await.unwrap();
        let said = GroupSaid { display_name: "HR-avdelningen".into(), external_id: None };
        let group = said.clone();
        let group = house.desk.write(move |tx| scim::add_group(tx, &by, &group, vec![bo.id])).await.unwrap();
        assert!(house.roles(bo.person).await.is_empty(), "a group gives nothing by itself");

        let give = async |role: Option<Role>| {
            house.desk.write(move |tx| scim::give_group_role(tx, &it, group.id, role)).await.unwrap();
        };
        let enrol = async |membership: fn(DirectoryUserId) -> Membership, user: DirectoryUserId| {
            let said = said.clone();
            let change = move |tx: &mut Tx<'_>| {
                scim::change_group::<ScimRefused>(tx, &by, group.id, None, |_| {
                    Ok((said.clone(), vec![membership(user)]))
                })
            };
            house.desk.write(change).await
        };
        give(Some(Role::Hr)).await;
        assert_eq!(house.roles(bo.person).await, [Role::Hr]);
        enrol(|user| Membership::Add(vec![user]), dan.id).await.unwrap();
        house.set(&bo, DirectoryUser { active: false, ..bo_said.clone() }).await.unwrap();
        assert!(house.roles(bo.person).await.is_empty(), "switched off");
        house.set(&bo, bo_said).await.unwrap();
        assert_eq!(house.roles(bo.person).await, [Role::Hr]);
        enrol(|_| Membership::Replace(Vec::new()), dan.id).await.unwrap();
        assert!(house.roles(bo.person).await.is_empty());
        assert_eq!(house.roles(dan.person).await, [Role::Hr], "given by hand");

        enrol(|user| Membership::Add(vec![user]), bo.id).await.unwrap();
        give(Some(Role::TopManager)).await;
        assert_eq!(house.roles(bo.person).await, [Role::TopManager]);
        give(None).await;
        assert!(house.roles(bo.person).await.is_empty());
        give(Some(Role::It)).await;
        house.desk.write(move |tx| scim::remove_group(tx, &by, group.id, None)).await.unwrap();
        assert!(house.roles(bo.person).await.is_empty());
        let leads =
            house.desk.write(move |tx| scim::give_group_role(tx, &it, group.id, Some(Role::Leader))).await;
        assert!(matches!(leads, Err(ScimRefused::NotFound)));
    });
}

#[test]
fn versions_count_changes_and_nothing_else() {
    on_each_database(async |store| {
        let house = House::new(store).await;
        let (by, said) = (house.by, user("kahal@ekbacka.example"));
        let first = house.add(said.clone()).await.unwrap();
        assert_eq!(first.version, 1);
        assert_eq!(house.set(&first, said.clone()).await.unwrap(), first, "nothing is different");
        let named = DirectoryUser { display_name: Some("Kalle".into()), ..said };
        let second = house.set(&first, named.clone()).await.unwrap();
        assert_eq!(second.version, 2);
        let late = house.desk.write(move |tx| {
            scim::change_user::<ScimRefused>(tx, &by, first.id, Some(&[1]), |_| Ok(named.clone()))
        });
        assert!(matches!(late.await, Err(ScimRefused::Version)));
        let late = house.desk.write(move |tx| scim::remove_user(tx, &by, first.id, Some(&[1]))).await;
        assert!(matches!(late, Err(ScimRefused::Version)));
        house.desk.write(move |tx| scim::remove_user(tx, &by, first.id, Some(&[1, 2]))).await.unwrap();
    });
}

#[test]
fn personal_identity_numbers_are_kept_nowhere() {
    on_each_database(async |store| {
        let house = House::new(store).await;
        // Skatteverket's and CPR-kontoret's published test numbers.
        for (said, attribute) in [
            (user("18900101-9802"), "userName"),
            (user("189001019802@ekbacka.example"), "userName"),
            (DirectoryUser { external_id: Some("900101-9802".into()), ..user("a") }, "externalId"),
            (DirectoryUser { employee_number: Some("070761-4285".into()), ..user("a") }, "employeeNumber"),
            (DirectoryUser { display_name: Some("Bo 900101-9802".into()), ..user("a") }, "displayName"),
        ] {
            let refused = house.add(said).await.unwrap_err();
            assert!(
                matches!(refused, ScimRefused::IdentityNumber(which) if which == attribute),
                "{refused:?}"
            );
            assert!(!refused.to_string().contains("9802") && !refused.to_string().contains("4285"));
        }
        let by = house.by;
        let said = GroupSaid { display_name: "900101-9802".into(), external_id: None };
        let group = house.desk.write(move |tx| scim::add_group(tx, &by, &said, Vec::new())).await;
        assert!(matches!(group, Err(ScimRefused::IdentityNumber("displayName"))));
    });
}

#[test]
fn a_token_lets_in_until_it_ends_and_guesses_are_counted() {
    on_each_database(async |store| {
        let house = House::new(store).await;
        let (desk, it) = (&house.desk, house.it);
        let here = it.organisation;
        let make = async |name: &str| scim::make_token(desk, here, Some(it), name).await;
        assert!(matches!(make(" ").await, Err(TokenRefused::Name)));
        assert!(matches!(make(&"x".repeat(101)).await, Err(TokenRefused::Name)));
        let secret = make("Entra ID").await.unwrap();
        assert_eq!(scim::recognise(desk, "192.0.2", Some(secret.clone())).await.unwrap(), house.by);
        let tokens = || desk.read(move |tx| Ok::<_, Fault>(scim::overview(tx, &it)?.tokens));
        let made = tokens().await.unwrap().remove(0);
        assert_eq!((made.name.as_str(), made.made_by.as_deref()), ("Entra ID", Some("Erik Hallberg")));
        assert_eq!(made.seen_at, Some(desk.now()));

        for _ in 0..30 {
            let wrong = Secret::from_random(desk.random());
            assert!(matches!(scim::recognise(desk, "192.0.2", Some(wrong)).await, Err(ScimRefused::NoToken)));
        }
        assert!(matches!(scim::recognise(desk, "192.0.2", None).await, Err(ScimRefused::TooMany)));
        assert!(
            matches!(scim::recognise(desk, "198.51.100", None).await, Err(ScimRefused::NoToken)),
            "elsewhere"
        );
        assert!(
            scim::recognise(desk, "192.0.2", Some(secret.clone())).await.is_ok(),
            "what is valid is always taken"
        );

        desk.write(move |tx| scim::end_token(tx, &it, made.id)).await.unwrap();
        assert!(scim::recognise(desk, "198.51.100", Some(secret)).await.is_err());
        for _ in 0..scim::TOKENS {
            make("en till").await.unwrap();
        }
        assert!(matches!(make("en för mycket").await, Err(TokenRefused::Full)));
    });
}
