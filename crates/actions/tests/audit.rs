//! The log, on both databases: every administrative act writes one line; the chain is whole whatever writes at once, and what is done to it
//! is found; looks at results are in it, and each person sees those that concern them.
#![allow(clippy::unwrap_used, reason = "the helpers of tests fail by panicking")]

mod rounds;

use access::{Actor, Delegation, Part, Role, Roles, Secret, SessionLabel};
use actions::access::Visitor;
use actions::audit::{Act, LogTrouble, Which};
use actions::by_hand::{self, Name, Work};
use actions::deputies::{self, DeputyRefused, NewDeputy};
use actions::records::What;
use actions::roles::{self as roles_given, NewRole, RoleRefused};
use actions::{Clock, Desk, Fault, Keys, LetterPolicy, Place as Database, Store, Tx};
use jiff::civil::{Date, date};
use jiff::{SignedDuration, Timestamp};
use people::{PersonId, UnitId, UnitSort};
use pulse::{Place, RoundId};
use rounds::{ORGANISATION, TOP, UNITS, cast, close, lent, municipality, open_round, varied};
use store::audit::Chained;
use store::testing::{Fresh, on_each_database};

const TODAY: Date = date(2026, 11, 23);

fn actor(person: i64, roles: &[Role]) -> Actor {
    let roles = roles.iter().fold(Roles::default().with(Role::Employee), |set, role| set.with(*role));
    Actor { organisation: ORGANISATION, person: PersonId(person), roles }
}

/// Person 90 is HR and IT here; the leader of Norr is 2, and 200 works there.
fn hr() -> Actor {
    actor(90, &[Role::Hr, Role::It])
}

fn leader() -> Actor {
    actor(2, &[Role::Leader])
}

async fn lines(desk: &Desk) -> Vec<Chained> {
    actions::audit::settle(desk).await.unwrap();
    let which =
        Which { kind: None, since: Timestamp::MIN, until: Timestamp::MAX, before: u64::MAX, most: 10_000 };
    desk.read(move |tx| store::audit::back(tx, ORGANISATION, &which)).await.unwrap()
}

async fn trouble(desk: &Desk) -> Option<LogTrouble> {
    actions::audit::verify(desk).await.unwrap().unwrap().trouble
}

/// Does something, and gives the lines that it wrote.
async fn written<E: std::fmt::Debug + From<Fault> + Send + 'static>(
    desk: &Desk,
    act: impl Fn(&mut Tx<'_>) -> Result<(), E> + Send + 'static,
) -> Vec<Chained> {
    let before = lines(desk).await.len();
    desk.write(act).await.unwrap();
    let mut after = lines(desk).await;
    after.truncate(after.len() - before);
    after
}

/// A look at a database of the test's own, beside the program's.
fn run(place: &Database, sql: &str) -> Result<u64, String> {
    match place {
        Database::File(path) => {
            let connection = rusqlite::Connection::open(path).unwrap();
            connection.execute(sql, []).map(|rows| rows as u64).map_err(|error| error.to_string())
        }
        Database::Server(url) => {
            let mut client = postgres::Client::connect(url, postgres::NoTls).unwrap();
            client.execute(sql, &[]).map_err(|error| {
                error.as_db_error().map_or_else(|| error.to_string(), |it| it.message().to_owned())
            })
        }
    }
}

macro_rules! each_writes_one_line {
    ($desk:expr, $($act:ident by $by:expr => $do:expr;)*) => { $( {
        let by = $by;
        let written = written($desk, $do).await;
        let acts: Vec<_> = written.iter().map(|it| it.line.act).collect();
        assert_eq!(acts, [Act::$act], "{} writes one line", stringify!($act));
        assert_eq!(written[0].line.actor, Some(by.person), "{}", stringify!($act));
        assert!(!written[0].line.roles.is_empty());
    } )* };
}

/// A role for whoever has an address.
fn role(mail: &str, role: Role, last_day: Option<Date>) -> NewRole {
    NewRole { mail: mail.into(), role, authority: None, last_day }
}

#[test]
fn every_administrative_act_writes_one_line() {
    on_each_database(async |store| {
        let desk = municipality(store).await;
        let (hr, leader) = (hr(), leader());
        let work = |unit| Work { unit, occupation: None, extent_percent: 80, hourly: false, from: TODAY };
        let name =
            |mail: &str| Name { given: "Åsa".into(), family: "Öberg".into(), mail: Some(mail.into()) };
        let (norr, soder, first) = (UnitId(2), UnitId(3), PersonId(200));
        let employment =
            desk.read(move |tx| by_hand::person(tx, &hr, first, TODAY)).await.unwrap().work[0].0.id;
        let opened = std::sync::Arc::new(std::sync::atomic::AtomicI64::new(0));
        let (opening, opened_then) = (opened.clone(), opened.clone());
        let unit = move || UnitId(opened.load(std::sync::atomic::Ordering::SeqCst));
        let at = move || opened_then.load(std::sync::atomic::Ordering::SeqCst);
        let deputy = move |part, unit| NewDeputy {
            mail: "p300@example.se".into(),
            part,
            unit,
            first_day: TODAY,
            last_day: date(2026, 12, 31),
        };
        each_writes_one_line! { &desk,
            PersonAdded by hr => move |tx| by_hand::add_person(tx, &hr, &name("asa@example.se"), &work(norr), TODAY).map(drop);
            PersonRenamed by hr => move |tx| by_hand::rename_person(tx, &hr, first, &name("b@example.se"));
            Employed by hr => move |tx| by_hand::employ(tx, &hr, first, &work(soder), TODAY);
            LeaveNoted by hr => move |tx| by_hand::go_on_leave(tx, &hr, employment, date(2026, 12, 1), Some(date(2026, 12, 5)), TODAY);
            EmploymentMoved by hr => move |tx| by_hand::move_employment(tx, &hr, employment, UnitId(4), date(2027, 1, 1), TODAY);
            LeadGiven by hr => move |tx| by_hand::appoint(tx, &hr, first, soder, true, TODAY, TODAY);
            LeadTaken by hr => move |tx| by_hand::dismiss(tx, &hr, first, soder, TODAY);
            UnitOpened by hr => move |tx| {
                let unit = by_hand::open_unit(tx, &hr, TOP, "Nytt", UnitSort::Unit, TODAY, TODAY)?;
                opening.store(unit.0, std::sync::atomic::Ordering::SeqCst);
                Ok::<_, by_hand::ByHandRefused>(())
            };
            UnitRenamed by hr => { let unit = unit.clone(); move |tx| by_hand::rename_unit(tx, &hr, unit(), "Nyare", TODAY, TODAY) };
            UnitMoved by hr => { let unit = unit.clone(); move |tx| by_hand::move_unit(tx, &hr, unit(), norr, TODAY, TODAY) };
            UnitMerged by hr => { let at = at.clone(); move |tx| by_hand::merge_unit(tx, &hr, UnitId(at()), soder, date(2027, 2, 1), TODAY) };
            StrictBegun by hr => move |tx| actions::rounds::switch_strict(tx, &hr, true);
            StrictEnded by hr => move |tx| actions::rounds::switch_strict(tx, &hr, false);
            AuthorityMarked by hr => move |tx| actions::authorities::mark(tx, &hr, norr, TODAY);
            AuthorityUnmarked by hr => move |tx| actions::authorities::unmark(tx, &hr, norr);
            RoleGiven by hr => move |tx| roles_given::give(tx, &hr, &role("p300@example.se", Role::DataProtection, None), TODAY, None);
            RoleTaken by hr => move |tx| roles_given::take(tx, &hr, PersonId(300), Role::DataProtection, TODAY, None);
            DeputyNamed by leader => move |tx| deputies::name(tx, &leader, &deputy(Part::Results, Some(norr)), TODAY, None);
            DeputyEnded by leader => move |tx| {
                let mine = deputies::mine(tx, &leader, TODAY)?;
                deputies::end(tx, &leader, mine[0].it.id)
            };
            TookEveryone by hr => move |tx| actions::staff_lists::export(tx, &hr, TODAY, "timme").map(drop);
            OwnErased by leader => move |tx| actions::records::erase(tx, &leader, SessionLabel(0), What::Steps);
        }
        let closes = written(&desk, move |tx| {
            let unit = by_hand::open_unit(tx, &hr, TOP, "Kort", UnitSort::Unit, TODAY, TODAY)?;
            by_hand::close_unit(tx, &hr, unit, date(2026, 12, 31), TODAY)
        });
        let mut acts: Vec<_> = closes.await.iter().map(|it| it.line.act.code()).collect();
        acts.sort_unstable();
        assert_eq!(acts, [Act::UnitClosed.code(), Act::UnitOpened.code()]);
        let by = leader;
        let set = actions::access::set_password(&desk, by, SessionLabel(0), "ett riktigt långt lösenord");
        set.await.unwrap().unwrap();
        actions::access::set_password(&desk, by, SessionLabel(0), "").await.unwrap().unwrap();
        let mut latest: Vec<_> = lines(&desk).await.iter().take(2).map(|it| it.line.act.code()).collect();
        latest.sort_unstable();
        assert_eq!(latest, [Act::PasswordDropped.code(), Act::PasswordSet.code()]);
        assert_eq!(trouble(&desk).await, None);
    });
}

#[test]
fn who_was_given_a_role_is_in_the_log_when_they_sign_in_and_nobody_else_is() {
    on_each_database(|store| async {
        let desk = municipality(store).await;
        desk.write(|tx| store::access::give_role(tx, ORGANISATION, PersonId(90), Role::Hr)).await.unwrap();
        let visitor = Visitor { network: String::new(), device: String::new() };
        let mut said = Vec::new();
        for person in [2, 90, 200] {
            let lasts = SignedDuration::from_mins(30);
            let link = actions::access::link_for(&desk, ORGANISATION, PersonId(person), lasts).await.unwrap();
            let secret = Secret::read(link.rsplit('/').next().unwrap()).unwrap();
            let before = lines(&desk).await.len();
            actions::access::sign_in_with_link(&desk, &visitor, &secret).await.unwrap();
            let mut new = lines(&desk).await;
            new.truncate(new.len() - before);
            said.extend(new.into_iter().map(|it| it.line));
        }
        let [line] = said.as_slice() else { panic!("{said:?}") };
        assert_eq!((line.act, line.actor, line.person), (Act::SignedIn, Some(PersonId(90)), None));
        assert_eq!(line.detail.as_ref().unwrap().code(), "link");
    });
}

#[test]
fn what_is_refused_writes_nothing() {
    on_each_database(async |store| {
        let desk = municipality(store).await;
        let hr = hr();
        let full = desk.write(move |tx| by_hand::close_unit(tx, &hr, UnitId(2), TODAY, TODAY)).await;
        assert!(full.is_err());
        assert_eq!(lines(&desk).await, []);
    });
}

#[test]
fn two_nodes_that_write_at_once_never_fork_the_chain() {
    on_each_database(async |store| {
        let one = municipality(store.clone()).await;
        let other =
            Desk::new(store, one.clock.clone(), one.keys.clone(), LetterPolicy::Keep, "https://b.example");
        let work = |desk: Desk, who: i64| async move {
            for number in 0..15 {
                let by = actor(who, &[Role::Hr]);
                desk.write(move |tx| actions::audit::note(tx, &by, Act::StrictBegun.note().thing(number)))
                    .await
                    .unwrap();
                actions::audit::settle(&desk).await.unwrap();
            }
        };
        let all: Vec<_> = (0..4)
            .map(|who| {
                tokio::spawn(work(if who % 2 == 0 { one.clone() } else { other.clone() }, 2 + who % 2))
            })
            .collect();
        for one in all {
            one.await.unwrap();
        }
        let lines = lines(&one).await;
        let numbers: Vec<_> = lines.iter().rev().map(|it| it.number).collect();
        assert_eq!(numbers, (1..=60).collect::<Vec<_>>());
        assert_eq!(trouble(&one).await, None);
    });
}

fn on_each(story: impl Fn(&tokio::runtime::Runtime, &Desk, &Database)) {
    for fresh in [Fresh::sqlite(), Fresh::postgresql()] {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        let desk = runtime.block_on(municipality(fresh.store.clone()));
        runtime.block_on(async {
            for number in 1..=6 {
                let by = hr();
                desk.clock.set(desk.now() + SignedDuration::from_secs(1));
                let note = Act::PersonRenamed.of(PersonId(200)).thing(number);
                desk.write(move |tx| actions::audit::note(tx, &by, note)).await.unwrap();
            }
            actions::audit::keep_the_night(&desk).await.unwrap();
        });
        story(&runtime, &desk, &fresh.place);
    }
}

#[test]
fn the_database_refuses_to_change_or_delete_a_line() {
    on_each(|runtime, desk, place| {
        for sql in [
            "UPDATE audit_entry SET actor = 3 WHERE number = 2",
            "DELETE FROM audit_entry WHERE number = 2",
            "DELETE FROM audit_entry",
            "UPDATE audit_chain SET last_number = 3",
            "UPDATE audit_chain SET first_number = 0",
            "DELETE FROM audit_chain",
        ] {
            let refused = run(place, sql).unwrap_err();
            assert!(refused.contains("the log is only added to"), "{sql}: {refused}");
        }
        let by = hr();
        runtime
            .block_on(desk.write(move |tx| actions::audit::note(tx, &by, Act::StrictEnded.note())))
            .unwrap();
        for sql in ["UPDATE audit_waiting SET actor = 3", "DELETE FROM audit_waiting"] {
            assert!(run(place, sql).unwrap_err().contains("the log is only added to"), "{sql}");
        }
        assert_eq!(runtime.block_on(trouble(desk)), None);
    });
}

fn without_triggers(place: &Database) {
    for (table, triggers) in [
        ("audit_entry", ["audit_entry_stays", "audit_entry_kept"]),
        ("audit_chain", ["audit_chain_goes_on", "audit_chain_kept"]),
    ] {
        for trigger in triggers {
            let sql = match place {
                Database::File(_) => format!("DROP TRIGGER {trigger}"),
                Database::Server(_) => format!("DROP TRIGGER {trigger} ON {table}"),
            };
            run(place, &sql).unwrap();
        }
    }
}

#[test]
fn whoever_owns_the_database_and_changes_it_is_found() {
    for (done, number) in [
        ("UPDATE audit_entry SET actor = 3 WHERE number = 2", 2),
        ("UPDATE audit_entry SET at = at + 1 WHERE number = 6", 6),
        ("DELETE FROM audit_entry WHERE number = 4", 4),
        ("DELETE FROM audit_entry WHERE number = 6", 6),
        ("UPDATE audit_entry SET person = NULL WHERE number = 1", 1),
    ] {
        on_each(|runtime, desk, place| {
            without_triggers(place);
            assert_eq!(run(place, done), Ok(1), "{done}");
            let found = runtime.block_on(trouble(desk)).map(|it| it.to_string()).unwrap_or_default();
            assert!(found.contains(&number.to_string()), "{done}: {found}");
        });
    }
}

/// The chain alone cannot tell that its end was taken off together with what says where it ends. What was sealed on a night can.
#[test]
fn a_chain_written_anew_without_the_key_file_is_found() {
    on_each(|runtime, desk, place| {
        without_triggers(place);
        let sql = "UPDATE audit_chain SET last_number = 4, last_hash = (SELECT hash FROM audit_entry WHERE number = 4)";
        assert_eq!(run(place, sql), Ok(1));
        assert_eq!(run(place, "DELETE FROM audit_entry WHERE number > 4"), Ok(2));
        assert_eq!(runtime.block_on(trouble(desk)), Some(LogTrouble::Seal(6)));
        let other = Desk::new(
            store_of(place),
            Clock::standing_at(desk.now()),
            Keys::from_bytes([9; 32]),
            LetterPolicy::Keep,
            "https://c.example",
        );
        assert_eq!(runtime.block_on(trouble(&other)), Some(LogTrouble::Seal(6)));
    });
}

fn store_of(place: &Database) -> Store {
    Store::open(place, Timestamp::UNIX_EPOCH).unwrap()
}

#[test]
fn after_two_years_lines_go_and_the_chain_begins_after_them() {
    on_each(|runtime, desk, _| {
        runtime.block_on(async {
            assert_eq!(trouble(desk).await, None);
            let years = SignedDuration::from_hours(24 * 366 * 2);
            desk.clock.set(desk.now() + years);
            let by = hr();
            desk.write(move |tx| actions::audit::note(tx, &by, Act::StrictBegun.note())).await.unwrap();
            actions::audit::keep_the_night(desk).await.unwrap();
            let lines = lines(desk).await;
            let left: Vec<_> = lines.iter().map(|it| (it.number, it.line.act, it.line.thing)).collect();
            assert_eq!(left, [(8, Act::LogCut, Some(7)), (7, Act::StrictBegun, None)]);
            assert_eq!(trouble(desk).await, None);
            desk.clock.set(desk.now() + years);
            actions::audit::keep_the_night(desk).await.unwrap();
            assert_eq!(trouble(desk).await, None, "also when all of it went");
        });
    });
}

#[test]
fn the_chain_stays_whole_when_a_person_is_forgotten() {
    on_each(|runtime, desk, _| {
        let before = runtime.block_on(lines(desk));
        runtime
            .block_on(desk.write(|tx| store::people::make_nameless(tx, ORGANISATION, PersonId(200))))
            .unwrap();
        assert_eq!(runtime.block_on(lines(desk)), before);
        assert_eq!(runtime.block_on(trouble(desk)), None);
        let which =
            Which { kind: None, since: Timestamp::MIN, until: Timestamp::MAX, before: u64::MAX, most: 1 };
        let by = hr();
        let told = runtime.block_on(desk.read(move |tx| actions::audit::read(tx, &by, &which))).unwrap();
        assert_eq!((told[0].person.clone(), told[0].actor.clone()), (None, Some("Anna Åberg".to_owned())));
    });
}

/// A closed round, asked of all units; where Norr is 1, Söder 2 and so on.
async fn closed_round(desk: &Desk) -> RoundId {
    let round = open_round(desk, 7, false).await;
    for (place, (_, _, people)) in (1..).zip(UNITS) {
        let ballots = varied(people as usize, place as usize);
        cast(desk, round, place, &lent(&ballots)).await;
    }
    close(desk, round).await;
    round
}

async fn look(
    desk: &Desk,
    by: Actor,
    round: RoundId,
    place: u32,
    file: Option<&'static str>,
) -> Result<(), Fault> {
    let act = if file.is_some() { Act::TookFigures } else { Act::SawGroup };
    actions::results::look(desk, by, (round, Place(place)), (act, file), TODAY).await.map(drop)
}

/// Who has looked at what concerns somebody: who, in which roles, in whose place, at which place, how often.
type Looked = (i64, String, Option<i64>, u32, u32);

async fn looked_at(desk: &Desk, person: i64) -> Vec<Looked> {
    actions::audit::settle(desk).await.unwrap();
    let by = actor(person, &[]);
    let page = desk.read(move |tx| actions::audit::looks(tx, &by, None, TODAY)).await.unwrap();
    let mut looked: Vec<_> = page
        .seen
        .into_iter()
        .map(|seen| {
            let line = seen.told.it.line;
            let behalf = line.behalf.map(|it| it.0);
            (line.actor.unwrap().0, line.roles, behalf, line.place.unwrap().0, seen.times)
        })
        .collect();
    looked.sort();
    looked
}

#[test]
fn each_person_sees_who_looked_at_what_concerns_them() {
    on_each_database(async |store| {
        let desk = municipality(store).await;
        let round = closed_round(&desk).await;
        let (norr, hr) = (1, actor(90, &[Role::Hr]));
        let it = Delegation {
            id: 1,
            giver: PersonId(2),
            person: PersonId(300),
            part: Part::Results,
            unit: Some(UnitId(2)),
            first_day: TODAY,
            last_day: date(2026, 12, 31),
        };
        desk.write(move |tx| store::delegations::add(tx, ORGANISATION, &it)).await.unwrap();
        look(&desk, leader(), round, norr, None).await.unwrap();
        look(&desk, leader(), round, norr, None).await.unwrap();
        look(&desk, actor(201, &[]), round, norr, None).await.unwrap();
        look(&desk, hr, round, 0, None).await.unwrap();
        look(&desk, hr, round, 2, Some("table_csv")).await.unwrap();
        look(&desk, actor(300, &[]), round, norr, None).await.unwrap();
        assert!(look(&desk, actor(301, &[]), round, norr, None).await.is_err(), "not theirs to read");
        assert_eq!(
            lines(&desk)
                .await
                .iter()
                .filter(|it| it.line.round == Some(round) && it.line.place.is_some())
                .count(),
            6
        );
        let of_norr = vec![
            (2, "leader".to_owned(), None, norr, 2),
            (90, "hr".to_owned(), None, 0, 1),
            (300, "leader".to_owned(), Some(2), norr, 1),
        ];
        assert_eq!(looked_at(&desk, 200).await, of_norr, "and not the colleague");
        assert_eq!(looked_at(&desk, 2).await, of_norr[1..], "and not one's own looks");
        assert_eq!(
            looked_at(&desk, 305).await,
            [(90, "hr".to_owned(), None, 0, 1), (90, "hr".to_owned(), None, 2, 1)],
            "of another unit, that and the whole"
        );
        assert_eq!(looked_at(&desk, 1).await.len(), 4, "who leads the whole sees looks at all of it");
        assert_eq!(trouble(&desk).await, None);
    });
}

/// HR's look stands in the database before anything is shown; a manager's own is noted a moment later.
#[test]
fn nobody_waits_for_a_look_at_what_is_their_own() {
    on_each_database(async |store| {
        let desk = municipality(store).await;
        let round = closed_round(&desk).await;
        actions::audit::settle(&desk).await.unwrap();
        let waiting = |desk: Desk| async move {
            desk.read(|tx| store::audit::is_waiting(tx, ORGANISATION)).await.unwrap()
        };
        look(&desk, leader(), round, 1, None).await.unwrap();
        assert!(!waiting(desk.clone()).await);
        look(&desk, actor(90, &[Role::Hr]), round, 1, None).await.unwrap();
        assert!(waiting(desk.clone()).await);
        let lines = lines(&desk).await;
        assert_eq!(lines.iter().filter(|it| it.line.act == Act::SawGroup).count(), 2);
    });
}

#[test]
fn a_deputy_does_what_was_given_for_as_long_as_it_was_and_the_giver_may() {
    on_each_database(async |store| {
        let desk = municipality(store).await;
        let (by, norr) = (leader(), UnitId(2));
        let new = |part, unit, first, last| NewDeputy {
            mail: "P300@example.se".into(),
            part,
            unit,
            first_day: first,
            last_day: last,
        };
        let refused = |by: Actor, new: NewDeputy| {
            let desk = desk.clone();
            async move { desk.write(move |tx| deputies::name(tx, &by, &new, TODAY, None)).await }
        };
        let last = date(2026, 12, 31);
        let wrong = refused(by, new(Part::Results, Some(UnitId(3)), TODAY, last)).await;
        assert!(matches!(wrong, Err(DeputyRefused::NotYours)), "another's unit");
        let wrong = refused(by, new(Part::People, None, TODAY, last)).await;
        assert!(matches!(wrong, Err(DeputyRefused::NotYours)), "HR's");
        let wrong = refused(by, new(Part::Results, Some(norr), last, TODAY)).await;
        assert!(matches!(wrong, Err(DeputyRefused::Days)));
        let wrong = refused(by, new(Part::Results, Some(norr), TODAY, date(2028, 1, 1))).await;
        assert!(matches!(wrong, Err(DeputyRefused::Days)));
        let wrong = refused(
            actor(2, &[Role::Leader]),
            NewDeputy { mail: "p2@example.se".into(), ..new(Part::Results, Some(norr), TODAY, last) },
        )
        .await;
        assert!(matches!(wrong, Err(DeputyRefused::Oneself)));
        refused(by, new(Part::Rounds, Some(norr), TODAY, last)).await.unwrap();
        refused(actor(90, &[Role::Hr]), new(Part::People, None, date(2026, 12, 1), last)).await.unwrap();
        desk.write(|tx| store::access::give_role(tx, ORGANISATION, PersonId(90), Role::Hr)).await.unwrap();
        let secret = [5; 32];
        desk.write(move |tx| {
            let (label, now) = (SessionLabel(1), tx.now());
            let ends_at = now + SignedDuration::from_hours(24 * 300);
            let session = access::Session {
                label,
                device: String::new(),
                created_at: now,
                seen_at: now,
                ends_at,
                door: None,
                proven_at: now,
            };
            store::access::add_session(tx, ORGANISATION, PersonId(300), &secret, &session, None)
        })
        .await
        .unwrap();
        let roles = |day: Date| {
            let desk = desk.clone();
            async move {
                let found = desk.read(move |tx| store::access::signed_in(tx, &secret, day)).await.unwrap();
                let roles: Vec<_> = found.unwrap().roles.iter().collect();
                roles
            }
        };
        let (rounds, people) = (Role::RoundsDeputy, Role::PeopleDeputy);
        assert_eq!(roles(TODAY).await, [Role::Employee, rounds]);
        assert_eq!(roles(date(2026, 12, 1)).await, [Role::Employee, rounds, people]);
        assert_eq!(roles(date(2026, 12, 31)).await, [Role::Employee, rounds, people]);
        assert_eq!(roles(date(2027, 1, 1)).await, [Role::Employee], "it ends by itself");
        desk.write(|tx| store::access::take_role(tx, ORGANISATION, PersonId(90), Role::Hr)).await.unwrap();
        assert_eq!(
            roles(date(2026, 12, 1)).await,
            [Role::Employee, rounds],
            "no longer than the giver is HR"
        );
        let deputy = actor(300, &[Role::RoundsDeputy]);
        let units = desk.read(move |tx| actions::rounds::plannable(tx, &deputy, TODAY)).await.unwrap();
        assert_eq!(units.iter().map(|(unit, ..)| *unit).collect::<Vec<_>>(), [norr]);
        let told = desk.read(move |tx| deputies::concerning(tx, &actor(200, &[]), TODAY)).await.unwrap();
        assert_eq!(told.len(), 1, "whoever works there sees it");
        assert_eq!(desk.read(move |tx| deputies::concerning(tx, &actor(400, &[]), TODAY)).await.unwrap(), []);
        let hr = actor(90, &[Role::Hr]);
        let dismissed = desk.write(move |tx| by_hand::dismiss(tx, &hr, PersonId(2), norr, TODAY)).await;
        dismissed.unwrap();
        assert_eq!(roles(date(2026, 12, 1)).await, [Role::Employee], "no longer than the giver leads");
        let units = desk.read(move |tx| actions::rounds::plannable(tx, &deputy, TODAY)).await.unwrap();
        assert!(units.is_empty());
    });
}

#[test]
fn nobody_gives_themselves_a_role_and_somebody_runs_the_installation() {
    on_each_database(async |store| {
        let desk = municipality(store).await;
        let (it, hr) = (actor(90, &[Role::It]), actor(1, &[Role::Hr]));
        desk.write(|tx| store::access::give_role(tx, ORGANISATION, PersonId(90), Role::It)).await.unwrap();
        let give = |by: Actor, mail: &'static str, role: Role, last: Option<Date>| {
            let desk = desk.clone();
            let new = self::role(mail, role, last);
            async move { desk.write(move |tx| roles_given::give(tx, &by, &new, TODAY, None)).await }
        };
        assert!(matches!(give(it, "p90@example.se", Role::Hr, None).await, Err(RoleRefused::Oneself)));
        assert!(matches!(give(hr, "p2@example.se", Role::It, None).await, Err(RoleRefused::NotYours)));
        assert!(matches!(
            give(hr, "p2@example.se", Role::DataProtection, None).await,
            Err(RoleRefused::NotYours)
        ));
        assert!(matches!(give(it, "p2@example.se", Role::Leader, None).await, Err(RoleRefused::NotYours)));
        assert!(matches!(give(it, "nobody@example.se", Role::Hr, None).await, Err(RoleRefused::Nobody)));
        let over = give(it, "p2@example.se", Role::Hr, Some(date(2026, 11, 22))).await;
        assert!(matches!(over, Err(RoleRefused::Over)));
        give(it, "p3@example.se", Role::DataProtection, None).await.unwrap();
        give(hr, "p2@example.se", Role::Hr, Some(date(2026, 12, 31))).await.unwrap();
        let letters = desk.read(|tx| store::letters::latest(tx, ORGANISATION)).await.unwrap();
        let mut to: Vec<_> = letters.iter().map(|letter| letter.recipient.as_str()).collect();
        to.sort_unstable();
        assert_eq!(
            to,
            ["p2@example.se", "p3@example.se", "p3@example.se"],
            "the data protection officer is told"
        );
        let roles = |day| {
            let desk = desk.clone();
            async move {
                desk.read(move |tx| store::access::roles(tx, ORGANISATION, PersonId(2), day)).await.unwrap()
            }
        };
        assert!(roles(date(2026, 12, 31)).await.has(Role::Hr));
        assert!(!roles(date(2027, 1, 1)).await.has(Role::Hr), "it ends by itself");
        let take = |by: Actor, person: i64, role: Role| {
            let desk = desk.clone();
            async move {
                desk.write(move |tx| roles_given::take(tx, &by, PersonId(person), role, TODAY, None)).await
            }
        };
        assert!(matches!(take(it, 90, Role::It).await, Err(RoleRefused::LastIt)));
        give(it, "p4@example.se", Role::It, Some(date(2027, 1, 1))).await.unwrap();
        assert!(
            matches!(take(it, 90, Role::It).await, Err(RoleRefused::LastIt)),
            "one with an end is not enough"
        );
        give(it, "p4@example.se", Role::It, None).await.unwrap();
        take(it, 90, Role::It).await.unwrap();
        assert!(matches!(take(hr, 3, Role::DataProtection).await, Err(RoleRefused::NotYours)));
    });
}
