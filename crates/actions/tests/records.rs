//! What is kept about a person is all in the export, and after erasing nothing of it is left in any table but what the
//! page says stays: every table of both databases is looked through.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test says so by failing")]

use std::collections::BTreeMap;

use ::steps::{
    CARDS, Done, How, Line, Moment, Need, PRACTICES, Plan, PracticeChoice, Wanted, Weekdays, Weeks, Whose,
};
use access::{Actor, Door, Purpose, Role, Secret, Session, SessionLabel};
use actions::check_in::{Remark, Said};
use actions::clockwork::{Job, Sort};
use actions::drops::NewDrop;
use actions::records::What;
use actions::steps::{MakesRoom, NewStep};
use actions::{Clock, Desk, Fault, Keys, LetterPolicy, Place, Store, Tx};
use jiff::civil::time;
use jiff::{SignedDuration, Timestamp};
use people::{DirectoryUser, Language, PersonId, Scheme};
use store::testing::Fresh;
use week::{Fingerprint, Lesson, Place as Kept, Quarters};

const NOW: &str = "2026-11-22T12:00:00Z";
/// The session that asks for the erasing.
const KEPT: SessionLabel = SessionLabel(1);

struct House {
    fresh: Fresh,
    desk: Desk,
    manager: Actor,
    other: Actor,
    /// The manager's calendar.
    calendar: String,
    _folder: tempfile::TempDir,
}

fn at_noon() -> Timestamp {
    NOW.parse().unwrap()
}

/// A municipality with two managers, who both have something in every table that can be about them.
async fn house(fresh: Fresh) -> House {
    let folder = tempfile::tempdir().unwrap();
    let keys = Keys::open(&folder.path().join("key")).unwrap();
    let store: Store = fresh.store.clone();
    let desk =
        Desk::new(store, Clock::standing_at(at_noon()), keys, LetterPolicy::Send, "https://pejling.example");
    let request = demo::Request {
        employees: 300,
        seed: 7,
        today: desk.today("Europe/Stockholm"),
        language: Language::Sv,
    };
    let municipality = demo::generate(&request);
    let organisation = actions::demo::load(&desk, &municipality).await.unwrap().id;
    let personas = desk.read(move |tx| store::people::personas(tx, organisation)).await.unwrap();
    let actor = |role: &str| {
        let person = personas.iter().find(|(name, ..)| name == role).unwrap().1;
        Actor { organisation, person, roles: Default::default() }
    };
    let (manager, other) = (actor("manager"), actor("principal"));
    let calendar =
        municipality.calendar_for(municipality.personas().manager, demo::Weeks::default()).unwrap();
    for by in [manager, other] {
        furnish(&desk, by, calendar.clone()).await;
    }
    House { fresh, desk, manager, other, calendar, _folder: folder }
}

/// A step with a drop that makes room for it, a check-in, and protected time; what was estimated goes with the drop.
fn practise(tx: &mut Tx<'_>, by: &Actor) -> Result<(), Fault> {
    let line = |text: &str| Line::new(text).unwrap();
    let today = at_noon().in_tz("Europe/Stockholm").unwrap().date();
    let drop = NewDrop {
        what: ::steps::What::Card(&CARDS[0]),
        name: Some(line("statusmötet")),
        how: How::Shorten,
        wanted: Wanted::new(60).unwrap(),
        takes_now: Some(90),
    };
    let moment =
        Moment::new(Weekdays::from_bits(0b10).unwrap(), time(15, 0, 0, 0), "Europe/Stockholm").unwrap();
    let step = NewStep {
        practice: PracticeChoice::Catalogue(&PRACTICES[3]),
        plan: Plan { when: line("jag kommer till morgonmötet"), then: line("frågar jag hur natten varit") },
        need: Need { whose: Whose::Team, words: None },
        making: MakesRoom::NewDrop(drop),
        weeks: Weeks::new(10).unwrap(),
        moment: Some(moment),
    };
    // The demo's people may practise already: a second step is warned of.
    let id = actions::steps::choose(tx, by, &step, true, today).unwrap();
    let words = Remark::Write(Some(line("gick fint")));
    let said = Said { on: today, outcome: Done::Done, remark: words };
    actions::check_in::check_in(tx, by, id, &said, today).unwrap();
    let wednesdays = Weekdays::from_bits(0b100).unwrap();
    actions::feed::protect(tx, by, wednesdays, time(9, 0, 0, 0), 90, today).unwrap();
    Ok(())
}

async fn furnish(desk: &Desk, by: Actor, calendar: String) {
    actions::week::import(desk, by, "Europe/Stockholm", calendar.into_bytes()).await.unwrap();
    actions::week::subscribe(desk, by, "https://cal.example/secret.ics").await.unwrap();
    let mail = desk
        .read(move |tx| store::people::by_id(tx, by.organisation, by.person))
        .await
        .unwrap()
        .mail
        .unwrap();
    desk.write(move |tx| {
        practise(tx, &by)?;
        let monday = actions::week::latest(tx, &by, 1)?[0].week.monday;
        actions::week::make_guess(tx, &by, monday, 600)?;
        actions::week::set_hours(tx, &by, &actions::week::Hours::default())?;
        let quarter = Quarters::new(1).unwrap();
        actions::week::spread(tx, &by, monday, [quarter; 4])?.unwrap();
        let series = Fingerprint::from_bytes([7; 16]);
        store::week::save_lesson(
            tx,
            &by,
            &Lesson { series, tokens: vec![series], place: Kept::Administration },
        )?;
        let (organisation, person) = (by.organisation, by.person);
        for (salt, label) in [(0, KEPT), (1, SessionLabel(2))] {
            let session = Session::begun(label, "Firefox · Linux", Door::Account, tx.now());
            store::access::add_session(tx, organisation, person, &secret(by, salt), &session, None)?;
        }
        store::account::add(tx, (organisation, person), ("https://id.example", &mail))?;
        let key = (&secret(by, 9).to_vec(), "{}");
        actions::passkeys::keep(tx, &by, "Telefonen", key).unwrap();
        let ends_at = tx.now() + SignedDuration::from_hours(24);
        for (salt, purpose) in [(2, Purpose::SignIn), (3, Purpose::CheckIn), (4, Purpose::Feed)] {
            store::access::add_pass(tx, (organisation, person), &secret(by, salt), purpose, None, ends_at)?;
        }
        store::access::give_role(tx, organisation, person, Role::Hr)?;
        store::access::set_password(tx, organisation, person, &"x".repeat(97))?;
        store::people::set_language(tx, organisation, person, Language::En)?;
        store::people::set_scheme(tx, organisation, person, Some(Scheme::Dark))?;
        let user = store::scim::add_user(tx, organisation, person, &directory_user(person))?;
        let group = store::scim::add_group(tx, organisation, "Chefer", None)?;
        store::scim::add_member(tx, organisation, group, user)?;
        store::scim::set_group_role(tx, organisation, group, Some(Role::It))?;
        store::scim::settle_roles(tx, organisation, person)?;
        store::letters::add(tx, organisation, &mail, "subject", "body", None)
    })
    .await
    .unwrap();
}

fn directory_user(person: PersonId) -> DirectoryUser {
    DirectoryUser {
        user_name: format!("u{person}"),
        external_id: None,
        given_name: None,
        family_name: None,
        display_name: None,
        mail: None,
        employee_number: None,
        active: true,
    }
}

fn secret(by: Actor, salt: u8) -> [u8; 32] {
    let mut bytes = [salt; 32];
    bytes[..8].copy_from_slice(&by.person.0.to_be_bytes());
    Secret::from_random(bytes).hash()
}

/// How many rows of each table are about somebody: `person` is them, a letter is to them, a job is for them.
fn rows_about(house: &House, by: Actor) -> BTreeMap<String, i64> {
    let count = |table: &str, columns: &[String]| {
        let has = |name: &str| columns.iter().any(|column| column == name);
        let person = by.person.0;
        let of = match table {
            "person" | "person_before" => format!("id = {person}"),
            "letter" => format!("recipient = (SELECT mail FROM person WHERE id = {person})"),
            // What is no other's: work about a step that is gone is found too.
            "job" => format!(
                "subject NOT IN (SELECT id FROM person WHERE id <> {person})
                    AND subject NOT IN (SELECT id FROM step WHERE person <> {person})
                    AND subject NOT IN (SELECT id FROM round)"
            ),
            // Who is asked in a round that is open is known until it closes, so that nobody answers twice; then it is gone.
            "eligible" | "invitation" | "draw" => return None,
            // The log stays, for its time: it knows people by number alone.
            "audit_waiting" | "audit_entry" | "audit_chain" => return None,
            _ if has("person") => format!("person = {person}"),
            // What has no person hangs on something that has: a step, or a drop.
            _ if has("step") => format!("step IN (SELECT id FROM step WHERE person = {person})"),
            _ if has("dropped") => format!("dropped IN (SELECT id FROM dropped WHERE person = {person})"),
            "employment_leave" => {
                format!("employment IN (SELECT id FROM employment WHERE person = {person})")
            }
            "employment_leave_before" => {
                format!("employment IN (SELECT id FROM employment_before WHERE person = {person})")
            }
            // Staff lists are the organisation's; what one touched is known by number.
            "staff_list"
            | "staff_list_column"
            | "staff_list_file"
            | "staff_list_touch"
            | "unit_before"
            | "unit_version_before" => return None,
            "organisation" | "unit" | "unit_version" | "unit_succession" | "authority" | "attempt" => {
                return None;
            }
            // Rounds are the organisation's, and ballots nobody's.
            "strict_mode"
            | "round"
            | "round_question"
            | "round_node"
            | "round_member"
            | "round_authority"
            | "key_group"
            | "slip"
            | "ballot_box"
            | "arrival"
            | "ballot"
            | "opening"
            | "manifest"
            | "closing"
            | "receipts"
            | "released_node"
            | "pool_leaf"
            | "released_figure"
            | "released_band"
            | "released_correlation"
            | "released_words"
            | "released_to_centre"
            | "agreed_action" => return None,
            // Who a directory is, and what its groups are.
            "scim_token" | "scim_group" => return None,
            "scim_member" => format!("scim_user IN (SELECT id FROM scim_user WHERE person = {person})"),
            _ => panic!("whose are the rows of {table}? say it here, and on the page about erasing"),
        };
        Some(format!("SELECT COUNT(*) FROM {table} WHERE {of}"))
    };
    let tables = tables(&house.fresh.place);
    tables
        .iter()
        .filter_map(|(table, columns)| {
            Some((table.clone(), number(&house.fresh.place, &count(table, columns)?)))
        })
        .collect()
}

/// Every table and its columns, as the database itself says.
fn tables(place: &Place) -> BTreeMap<String, Vec<String>> {
    let sql = match place {
        Place::File(_) => {
            "SELECT t.name, c.name FROM sqlite_master t JOIN pragma_table_info(t.name) c
                WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'"
        }
        Place::Server(_) => {
            "SELECT table_name::text, column_name::text FROM information_schema.columns WHERE table_schema = 'public'"
        }
    };
    let pairs: Vec<(String, String)> = match place {
        Place::File(path) => {
            let connection = rusqlite::Connection::open(path).unwrap();
            let mut statement = connection.prepare(sql).unwrap();
            let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
            rows.map(Result::unwrap).collect()
        }
        Place::Server(url) => {
            let mut client = postgres::Client::connect(url, postgres::NoTls).unwrap();
            client.query(sql, &[]).unwrap().iter().map(|row| (row.get(0), row.get(1))).collect()
        }
    };
    let mut tables: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (table, column) in pairs {
        tables.entry(table).or_default().push(column);
    }
    // The store's own note of which migrations have run.
    tables.remove("migration");
    tables
}

fn number(place: &Place, sql: &str) -> i64 {
    match place {
        Place::File(path) => {
            rusqlite::Connection::open(path).unwrap().query_row(sql, [], |row| row.get(0)).unwrap()
        }
        Place::Server(url) => {
            postgres::Client::connect(url, postgres::NoTls).unwrap().query_one(sql, &[]).unwrap().get(0)
        }
    }
}

/// A story on each database; queries of the test's own run beside it, so not within the runtime.
fn on_each(story: impl Fn(&tokio::runtime::Runtime, House)) {
    for fresh in [Fresh::sqlite(), Fresh::postgresql()] {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        let house = runtime.block_on(house(fresh));
        story(&runtime, house);
    }
}

fn erase(runtime: &tokio::runtime::Runtime, house: &House, what: What) {
    let by = house.manager;
    let done: Result<(), Fault> =
        runtime.block_on(house.desk.write(move |tx| actions::records::erase(tx, &by, KEPT, what)));
    done.unwrap();
}

const OF_WEEKS: [&str; 9] = [
    "guess",
    "job",
    "lesson",
    "subscription",
    "suggestion",
    "unplanned",
    "week",
    "week_part",
    "week_setting",
];

const OF_STEPS: [&str; 5] = ["check_in", "dropped", "estimate", "leadership_time", "step"];

#[test]
fn after_erasing_all_nothing_is_left_but_what_is_the_organisations() {
    on_each(|runtime, house| {
        let (mine, theirs) = (rows_about(&house, house.manager), rows_about(&house, house.other));
        for table in OF_WEEKS.into_iter().chain(OF_STEPS).chain([
            "letter",
            "pass",
            "password",
            "session",
            "given_role",
            "account",
            "passkey",
        ]) {
            assert!(mine[table] > 0, "the test has nothing in {table}");
        }
        erase(runtime, &house, What::All);
        let left = rows_about(&house, house.manager);
        for (table, count) in &left {
            let stays = match table.as_str() {
                "person" | "employment" | "leadership" | "given_role" | "delegation" | "persona"
                | "scim_user" | "scim_member" | "role_by_group" => mine[table],
                "session" => 1,
                _ => 0,
            };
            assert_eq!(*count, stays, "{table}");
        }
        assert_eq!(rows_about(&house, house.other), theirs, "another manager's rows went too");
        let everything = runtime.block_on(actions::records::everything(&house.desk, house.manager)).unwrap();
        assert_eq!((everything.person.language, everything.person.scheme), (None, None));
        assert_eq!(everything.sessions.iter().map(|session| session.label).collect::<Vec<_>>(), [KEPT]);
        assert!(everything.person.mail.is_some(), "the address is the organisation's");
    });
}

#[test]
fn erasing_weeks_leaves_the_rest_and_erasing_steps_leaves_the_weeks() {
    on_each(|runtime, house| {
        let before = rows_about(&house, house.manager);
        erase(runtime, &house, What::Steps);
        let after = rows_about(&house, house.manager);
        for table in OF_WEEKS {
            // To fetch the calendar; what was to be asked is gone.
            let stays = if table == "job" { 1 } else { before[table] };
            assert_eq!(after[table], stays, "{table}");
        }
        for table in OF_STEPS {
            assert!(before[table] > 0, "the test has nothing in {table}");
            assert_eq!(after[table], 0, "{table}");
        }
        assert_eq!(after["pass"], 1, "only the link that signs in is left");
        erase(runtime, &house, What::Weeks);
        let after = rows_about(&house, house.manager);
        for table in OF_WEEKS {
            assert_eq!(after[table], 0, "{table}");
        }
        for table in ["letter", "password", "session"] {
            assert_eq!(after[table], before[table], "{table}");
        }
    });
}

#[test]
fn the_export_holds_every_row_there_is() {
    on_each(|runtime, house| {
        let everything = runtime.block_on(actions::records::everything(&house.desk, house.manager)).unwrap();
        let steps = &everything.steps;
        let check_ins = steps.steps.iter().map(|mine| mine.check_ins.iter().count()).sum();
        let estimates = steps.drops.iter().map(|mine| mine.estimates.len()).sum();
        let rows = rows_about(&house, house.manager);
        let exported = [
            ("account", everything.accounts.len()),
            ("check_in", check_ins),
            ("dropped", steps.drops.len()),
            ("employment", everything.employments.len()),
            ("estimate", estimates),
            ("given_role", everything.roles.len()),
            ("guess", everything.guesses.len()),
            ("leadership", everything.leaderships.len()),
            ("leadership_time", steps.leadership_time.len()),
            ("lesson", everything.lessons.len()),
            ("letter", everything.letters.len()),
            ("pass", everything.passes.len()),
            ("scim_member", everything.groups.len()),
            ("scim_user", usize::from(everything.directory.is_some())),
            ("passkey", everything.passkeys.len()),
            ("password", usize::from(everything.password_since.is_some())),
            ("session", everything.sessions.len()),
            ("step", steps.steps.len()),
            ("subscription", usize::from(everything.subscription.is_some())),
            ("suggestion", everything.suggestions.len()),
            ("unplanned", everything.unplanned.len()),
            ("week", everything.weeks.len()),
            ("week_part", everything.parts.len()),
            ("week_setting", usize::from(everything.hours.is_some())),
        ];
        for (table, count) in exported {
            assert!(count > 0, "the test has nothing in {table}");
            assert_eq!(i64::try_from(count).unwrap(), rows[table], "{table}");
        }
        let subscription = everything.subscription.unwrap();
        assert_eq!(subscription.address.as_deref(), Some("https://cal.example/secret.ics"));
        assert!(steps.has_feed);
    });
}

#[test]
fn a_calendar_on_its_way_while_its_weeks_are_erased_does_not_bring_them_back() {
    on_each(|runtime, house| {
        let by = house.manager;
        let calendar = house.calendar.clone().into_bytes();
        let job = Job {
            organisation: by.organisation,
            id: 1,
            sort: Sort::FetchCalendar,
            subject: by.person.0,
            tries: 1,
            claimed_until: at_noon(),
        };
        let arrives = || {
            let fetched =
                actions::week::import_subscribed(&house.desk, by, "Europe/Stockholm", calendar.clone());
            runtime.block_on(fetched).unwrap().is_some()
        };
        assert!(arrives(), "while it is subscribed to, it is taken in");
        erase(runtime, &house, What::All);
        assert!(!arrives());
        runtime.block_on(actions::week::fetch_again(&house.desk, job, at_noon())).unwrap();
        let left = rows_about(&house, by);
        for table in OF_WEEKS {
            assert_eq!(left[table], 0, "{table}");
        }
    });
}
