//! Rounds from plan to opening, on both databases.
#![allow(clippy::unwrap_used, reason = "the helpers of tests fail by panicking")]

use access::{Actor, Role, Roles};
use actions::clockwork::{Job, Sort};
use actions::rounds::{self, NewRound, RoundRefused, SlipsRefused};
use actions::{Clock, Desk, Keys, LetterPolicy, Store};
use jiff::SignedDuration;
use jiff::civil::{Date, date};
use people::{Language, Organisation, OrganisationId, Person, PersonId, Unit, UnitId, UnitSort};
use pulse::{Manifest, Place, Question, Questionnaire, Reach, RoundId, RoundState, Set, SlipCode};
use store::ballots::Drawn;
use store::testing::on_each_database;

const ORGANISATION: OrganisationId = OrganisationId(1);
const TODAY: Date = date(2026, 11, 23);
const TOP: UnitId = UnitId(1);
const SCHOOL: UnitId = UnitId(2);
const SMALL: UnitId = UnitId(3);
const SMALLER: UnitId = UnitId(4);
const HR: PersonId = PersonId(500);
const LEADER: PersonId = PersonId(200);

/// The top with a school of 12, and two units of 5 and 4 people; each led by somebody employed in it.
async fn made(store: Store) -> Desk {
    let clock = Clock::standing_at("2026-11-23T08:00:00Z".parse().unwrap());
    let desk =
        Desk::new(store, clock, Keys::from_bytes([7; 32]), LetterPolicy::Keep, "https://pejling.example");
    desk.write(|tx| {
        let organisation = Organisation {
            id: ORGANISATION,
            name: "Ekbacka".into(),
            language: Language::Sv,
            zone: "Europe/Stockholm".into(),
            demo: false,
        };
        store::organisations::add(tx, &organisation)?;
        let units = [
            (TOP, None, "Kommunen"),
            (SCHOOL, Some(TOP), "Skolan"),
            (SMALL, Some(TOP), "Ån"),
            (SMALLER, Some(TOP), "Ön"),
        ];
        for (id, parent, name) in units {
            let unit = Unit { id, parent, name: name.into(), sort: UnitSort::Unit, sites: 1 };
            store::organisations::add_unit(tx, ORGANISATION, &unit, date(2020, 1, 1))?;
        }
        for (unit, first, count) in
            [(TOP, 100, 1), (SCHOOL, 200, 12), (SMALL, 300, 5), (SMALLER, 400, 4), (TOP, 500, 1)]
        {
            for id in first..first + count {
                let person = Person {
                    id: PersonId(id),
                    organisation: ORGANISATION,
                    given_name: "Någon".into(),
                    family_name: format!("{id}"),
                    mail: (id % 100 != 3).then(|| format!("p{id}@ekbacka.example")),
                    language: None,
                    scheme: None,
                };
                store::people::add(tx, &person)?;
                store::people::employ(tx, ORGANISATION, person.id, unit, 100, date(2020, 1, 1))?;
            }
            if first != 500 {
                store::people::lead(tx, ORGANISATION, PersonId(first), unit, date(2020, 1, 1))?;
            }
        }
        Ok::<_, actions::Fault>(())
    })
    .await
    .unwrap();
    desk
}

fn hr() -> Actor {
    let roles = Roles::default().with(Role::Employee).with(Role::Hr);
    Actor { organisation: ORGANISATION, person: HR, roles }
}

fn leader() -> Actor {
    let roles = Roles::default().with(Role::Employee).with(Role::Leader);
    Actor { organisation: ORGANISATION, person: LEADER, roles }
}

fn questions(set: Set) -> Questionnaire {
    Questionnaire::new(set.questions().to_vec()).unwrap()
}

fn new(desk: &Desk, unit: UnitId, reach: Reach) -> NewRound {
    let opens_at = desk.now();
    NewRound {
        name: "Vår".into(),
        unit,
        reach,
        questionnaire: questions(Set::Talk),
        opens_at,
        closes_at: opens_at + SignedDuration::from_hours(7 * 24),
        languages: vec![Language::Sv, Language::Da],
        k: 6,
        consulted_on: Some(TODAY),
        ask_whether_talked: false,
    }
}

async fn plan(desk: &Desk, by: Actor, new: NewRound) -> Result<RoundId, RoundRefused> {
    desk.write(move |tx| rounds::plan(tx, &by, &new, TODAY)).await
}

async fn state(desk: &Desk, id: RoundId) -> RoundState {
    desk.read(move |tx| rounds::by_id(tx, &hr(), id)).await.unwrap().state
}

/// Does what is due, as the clockwork does, and nothing that is due later.
async fn work(desk: &Desk) -> Vec<Sort> {
    let mut did = Vec::new();
    while let Some(job) = actions::clockwork::take(desk).await.unwrap() {
        did.push(job.sort);
        step(desk, job).await;
        actions::clockwork::done(desk, job).await.unwrap();
    }
    did
}

async fn step(desk: &Desk, job: Job) {
    match job.sort {
        Sort::FreezeRound => desk.write(move |tx| rounds::freeze(tx, job)).await.unwrap(),
        Sort::MakeKeys => rounds::make_keys(desk, job).await.unwrap(),
        Sort::OpenRound => desk.write(move |tx| rounds::open(tx, job)).await.unwrap(),
        Sort::InviteRound => rounds::invite(desk, job).await.unwrap(),
        Sort::RemindRound => rounds::remind(desk, job).await.unwrap(),
        _ => {}
    }
}

#[test]
fn a_round_is_frozen_given_keys_opened_and_mailed() {
    on_each_database(async |store| {
        let desk = made(store).await;
        let id = plan(&desk, hr(), new(&desk, TOP, Reach::Subtree)).await.unwrap();
        assert_eq!(state(&desk, id).await, RoundState::Planned);
        work(&desk).await;
        // Opening was tried once before the keys were there, and again some seconds later.
        desk.clock.set(desk.now() + SignedDuration::from_secs(10));
        work(&desk).await;
        let view = desk.read(move |tx| rounds::by_id(tx, &hr(), id)).await.unwrap();
        assert_eq!(view.state, RoundState::Open);
        // Managers count at the top: its own, HR, and three managers are five; with 4 + 3 of the small units eleven.
        let shape: Vec<_> =
            view.nodes.iter().map(|node| (node.name.as_str(), node.eligible, node.unit)).collect();
        let joined = "Egen personal i Kommunen, Ån, Ön";
        assert_eq!(shape, [("Kommunen", 23, Some(TOP)), ("Skolan", 11, Some(SCHOOL)), (joined, 12, None)]);
        assert_eq!(view.keys, (2, 2));
        let opening = desk.read(move |tx| rounds::opening_of(tx, id)).await.unwrap().unwrap().1;
        let manifest = Manifest::from_bytes(&opening.manifest).unwrap();
        assert_eq!((manifest.size(), manifest.hash()), (6, opening.hash));
        assert_eq!(view.hash, Some(opening.hash));
        // The sealed key signs for the modulus that stands in the manifest.
        let keys = desk.keys.clone();
        let pair = desk
            .read(move |tx| rounds::private_key(tx, &keys, ORGANISATION, id, Place(1)))
            .await
            .unwrap()
            .unwrap();
        let (_, lines) = manifest.lines_of(&[Place(1)]);
        assert!(lines[0].text.contains(&pair.public().to_jwk().n));
        // Who has an address is written to, once.
        let letters = desk.read(|tx| actions::letters::latest(tx, ORGANISATION)).await.unwrap();
        assert_eq!(letters.len(), 20);
        assert!(
            letters.iter().all(|letter| letter.body.contains(&format!("https://pejling.example/b/{id}#")))
        );
        let words = blindballot::six_words(&opening.hash).join(" ");
        assert!(letters.iter().all(|letter| letter.body.contains(&words)));
    });
}

#[test]
fn nothing_opens_before_it_was_taken_up_and_it_opens_when_it_was() {
    on_each_database(async |store| {
        let desk = made(store).await;
        let mut wanted = new(&desk, SCHOOL, Reach::Unit);
        wanted.consulted_on = None;
        let id = plan(&desk, hr(), wanted).await.unwrap();
        work(&desk).await;
        desk.clock.set(desk.now() + SignedDuration::from_secs(10));
        work(&desk).await;
        assert_eq!(state(&desk, id).await, RoundState::Frozen);
        let ahead = TODAY.tomorrow().unwrap();
        let refused = desk.write(move |tx| rounds::note_consultation(tx, &hr(), id, ahead, TODAY)).await;
        assert!(matches!(refused, Err(RoundRefused::ConsultedAhead)));
        desk.write(move |tx| rounds::note_consultation(tx, &hr(), id, TODAY, TODAY)).await.unwrap();
        work(&desk).await;
        assert_eq!(state(&desk, id).await, RoundState::Open);
    });
}

#[test]
fn a_round_that_was_never_taken_up_ends_with_its_time() {
    on_each_database(async |store| {
        let desk = made(store).await;
        let mut wanted = new(&desk, SCHOOL, Reach::Unit);
        wanted.consulted_on = None;
        let id = plan(&desk, hr(), wanted).await.unwrap();
        work(&desk).await;
        desk.clock.set(desk.now() + SignedDuration::from_hours(8 * 24));
        work(&desk).await;
        assert_eq!(state(&desk, id).await, RoundState::CalledOff);
    });
}

#[test]
fn a_round_planned_ahead_is_frozen_the_day_before_as_people_are_then() {
    on_each_database(async |store| {
        let desk = made(store).await;
        let mut wanted = new(&desk, SCHOOL, Reach::Unit);
        let month = SignedDuration::from_hours(30 * 24);
        (wanted.opens_at, wanted.closes_at) = (wanted.opens_at + month, wanted.closes_at + month);
        let id = plan(&desk, hr(), wanted).await.unwrap();
        assert_eq!(work(&desk).await, []);
        desk.write(|tx| {
            let person = Person {
                id: PersonId(299),
                organisation: ORGANISATION,
                given_name: "Ny".into(),
                family_name: "Kollega".into(),
                mail: None,
                language: None,
                scheme: None,
            };
            store::people::add(tx, &person)?;
            store::people::employ(tx, ORGANISATION, person.id, SCHOOL, 100, date(2026, 12, 1))
        })
        .await
        .unwrap();
        desk.clock.set(desk.now() + SignedDuration::from_hours(29 * 24));
        assert_eq!(work(&desk).await, [Sort::FreezeRound, Sort::MakeKeys]);
        let view = desk.read(move |tx| rounds::by_id(tx, &hr(), id)).await.unwrap();
        assert_eq!((view.state, view.nodes[0].eligible), (RoundState::Frozen, 12));
    });
}

#[test]
fn a_manager_plans_a_short_one_for_their_own_unit_four_weeks_apart() {
    on_each_database(async |store| {
        let desk = made(store).await;
        let by = leader();
        let id = plan(&desk, by, new(&desk, SCHOOL, Reach::Unit)).await.unwrap();
        let again = plan(&desk, by, new(&desk, SCHOOL, Reach::Unit)).await;
        assert!(matches!(again, Err(RoundRefused::TooClose(day)) if day == date(2026, 12, 21)));
        for (unit, reach) in [(SCHOOL, Reach::Subtree), (SMALL, Reach::Unit), (TOP, Reach::Unit)] {
            let refused = plan(&desk, by, new(&desk, unit, reach)).await;
            assert!(matches!(refused, Err(RoundRefused::NotYours)), "{unit} {reach:?}");
        }
        let mut long = new(&desk, SCHOOL, Reach::Unit);
        long.questionnaire = questions(Set::Hme);
        assert!(matches!(plan(&desk, by, long).await, Err(RoundRefused::TooLong)));
        desk.write(move |tx| rounds::call_off(tx, &by, id)).await.unwrap();
        plan(&desk, by, new(&desk, SCHOOL, Reach::Unit)).await.unwrap();
    });
}

#[test]
fn what_cannot_be_asked_is_refused() {
    on_each_database(async |store| {
        let desk = made(store).await;
        let few = plan(&desk, hr(), new(&desk, SMALL, Reach::Subtree)).await;
        assert!(matches!(few, Err(RoundRefused::TooFew(few)) if few.asked == 4));
        let mut odd = new(&desk, TOP, Reach::Subtree);
        odd.questionnaire = questions(Set::Served);
        assert!(matches!(plan(&desk, hr(), odd).await, Err(RoundRefused::Unsuited)));
        let mut own = new(&desk, TOP, Reach::Subtree);
        let question =
            Question::own(pulse::OwnQuestionId(7), pulse::Scale::Agree, ["Vi har ro.", "", ""], Language::Sv);
        own.questionnaire = Questionnaire::new(vec![question.unwrap()]).unwrap();
        let refused = plan(&desk, hr(), own.clone()).await;
        assert!(matches!(refused, Err(RoundRefused::NotTranslated(Language::Da))));
        own.languages = vec![Language::Sv];
        let asked = own.questionnaire.clone();
        let id = plan(&desk, hr(), own).await.unwrap();
        let view = desk.read(move |tx| rounds::by_id(tx, &hr(), id)).await.unwrap();
        assert_eq!(view.questionnaire, asked);
    });
}

#[test]
fn making_keys_goes_on_where_it_was_stopped() {
    on_each_database(async |store| {
        let desk = made(store).await;
        let id = plan(&desk, hr(), new(&desk, TOP, Reach::Subtree)).await.unwrap();
        let job = actions::clockwork::take(&desk).await.unwrap().unwrap();
        desk.write(move |tx| rounds::freeze(tx, job)).await.unwrap();
        let modulus = async |place: usize| {
            let groups = desk.read(move |tx| store::rounds::groups(tx, ORGANISATION, id)).await.unwrap();
            groups[place].modulus.clone()
        };
        // Stopped as soon as one key is there, as when the machine goes dark.
        let job = Job { sort: Sort::MakeKeys, ..job };
        let one_made = async {
            while modulus(0).await.is_none() && modulus(1).await.is_none() {
                tokio::time::sleep(std::time::Duration::from_millis(5)).await;
            }
        };
        tokio::select! {
            made = rounds::make_keys(&desk, job) => made.unwrap(),
            () = one_made => {}
        }
        let before = [modulus(0).await, modulus(1).await];
        assert!(before.iter().any(Option::is_some));
        rounds::make_keys(&desk, job).await.unwrap();
        let after = [modulus(0).await, modulus(1).await];
        for (before, after) in before.iter().zip(&after) {
            assert!(after.is_some());
            assert!(before.is_none() || before == after);
        }
        rounds::make_keys(&desk, job).await.unwrap();
        assert_eq!([modulus(0).await, modulus(1).await], after);
    });
}

#[test]
fn a_round_to_open_at_once_may_take_a_while_to_fill_in() {
    on_each_database(async |store| {
        let desk = made(store).await;
        let wanted = new(&desk, SCHOOL, Reach::Unit);
        desk.clock.set(desk.now() + SignedDuration::from_mins(59));
        let id = plan(&desk, hr(), wanted.clone()).await.unwrap();
        let view = desk.read(move |tx| rounds::by_id(tx, &hr(), id)).await.unwrap();
        assert_eq!(view.round.opens_at, desk.now());
        desk.clock.set(desk.now() + SignedDuration::from_mins(2));
        let late = plan(&desk, hr(), wanted).await;
        assert!(matches!(late, Err(RoundRefused::Plan(pulse::PlanError::OpensInThePast))));
    });
}

#[test]
fn an_open_group_needs_nobody_and_no_key() {
    on_each_database(async |store| {
        let desk = made(store).await;
        let mut served = new(&desk, SMALLER, Reach::Open);
        served.questionnaire = questions(Set::Served);
        let id = plan(&desk, hr(), served).await.unwrap();
        assert_eq!(work(&desk).await, [Sort::FreezeRound, Sort::OpenRound]);
        let view = desk.read(move |tx| rounds::by_id(tx, &hr(), id)).await.unwrap();
        assert_eq!((view.state, view.participation, view.nodes.len()), (RoundState::Open, None, 1));
        let opening = desk.read(move |tx| rounds::opening_of(tx, id)).await.unwrap().unwrap().1;
        let text = String::from_utf8(opening.manifest).unwrap();
        assert!(text.ends_with("{\"group\":0,\"name\":\"Ön\",\"eligible\":0}\n"), "{text}");
    });
}

#[test]
fn slips_and_ballots_together_are_never_more_than_those_asked() {
    on_each_database(async |store| {
        let desk = made(store).await;
        let new = new(&desk, TOP, Reach::Subtree);
        let id = rounds::plan_and_open(&desk, hr(), new, TODAY).await.unwrap();
        let make = async |by: Actor, count| {
            desk.write(move |tx| rounds::make_slips(tx, &by, id, Place(1), count)).await
        };
        assert!(matches!(make(leader(), 1).await, Err(SlipsRefused::NotYours)));
        assert!(matches!(make(hr(), 12).await, Err(SlipsRefused::TooMany { left: 11 })));
        let made = make(hr(), 6).await.unwrap();
        assert_eq!(made.codes.len(), 6);
        assert!(matches!(make(hr(), 6).await, Err(SlipsRefused::TooMany { left: 5 })));
        let view = desk.read(move |tx| rounds::by_id(tx, &hr(), id)).await.unwrap();
        assert_eq!((view.groups[0].slips, view.groups[0].slips_left), (6, 6));
        // Slips not used are not counted as collected.
        assert_eq!(view.participation, Some(pulse::Participation::BelowQuarter));
        assert!(made.codes.iter().all(|code| SlipCode::read(&code.in_fours()).unwrap() == *code));
    });
}

#[test]
fn two_reminders_go_to_those_with_a_ballot_left_and_no_more() {
    on_each_database(async |store| {
        let desk = made(store).await;
        let wanted = new(&desk, SCHOOL, Reach::Unit);
        let (opens, closes) = (wanted.opens_at, wanted.closes_at);
        let id = rounds::plan_and_open(&desk, hr(), wanted, TODAY).await.unwrap();
        work(&desk).await;
        let count = async || desk.read(|tx| actions::letters::latest(tx, ORGANISATION)).await.unwrap().len();
        // Eleven asked, ten with an address.
        assert_eq!(count().await, 10);
        let to_one = async || {
            let letters = desk.read(|tx| actions::letters::latest(tx, ORGANISATION)).await.unwrap();
            letters.into_iter().filter(|letter| letter.recipient == "p206@ekbacka.example").count()
        };
        assert_eq!(to_one().await, 1);
        // One collects their ballot, and is left in peace from then on.
        desk.write(move |tx| {
            let groups = store::rounds::groups(tx, ORGANISATION, id)?;
            let drawn = Drawn { blinded_hash: [1; 32], blind_signature: vec![1; 384] };
            store::ballots::add_draw(tx, (ORGANISATION, id), groups[0].place, PersonId(206), &drawn)
        })
        .await
        .unwrap();
        let half = closes.duration_since(opens) / 2;
        for (at, letters) in [(half, 19), (half, 19), (half / 6 * 11, 28), (half / 12 * 23, 28)] {
            desk.clock.set(opens + at);
            work(&desk).await;
            assert_eq!(count().await, letters);
        }
        assert_eq!(to_one().await, 1);
        let mine = async |person| {
            let by = Actor { person: PersonId(person), ..leader() };
            desk.read(move |tx| rounds::asking_me(tx, &by))
                .await
                .unwrap()
                .into_iter()
                .map(|(round, done)| (round.id, done))
                .collect::<Vec<_>>()
        };
        assert_eq!(mine(205).await, [(id, false)]);
        assert_eq!(mine(300).await, []);
    });
}

#[test]
fn called_off_a_round_forgets_who_was_asked_and_its_keys() {
    on_each_database(async |store| {
        let desk = made(store).await;
        let wanted = new(&desk, SCHOOL, Reach::Unit);
        let id = rounds::plan_and_open(&desk, leader(), wanted, TODAY).await.unwrap();
        let outsider = Actor { person: PersonId(300), ..leader() };
        let refused = desk.write(move |tx| rounds::call_off(tx, &outsider, id)).await;
        assert!(matches!(refused, Err(RoundRefused::Fault(actions::Fault::NotFound))));
        desk.write(move |tx| rounds::call_off(tx, &leader(), id)).await.unwrap();
        assert_eq!(state(&desk, id).await, RoundState::CalledOff);
        let keys = desk.keys.clone();
        let key =
            desk.read(move |tx| rounds::private_key(tx, &keys, ORGANISATION, id, Place(0))).await.unwrap();
        assert!(key.is_none());
        let asked = desk.read(move |tx| store::rounds::eligible(tx, ORGANISATION, id)).await.unwrap();
        assert_eq!(asked, 0);
        let again = desk.write(move |tx| rounds::call_off(tx, &leader(), id)).await;
        assert!(matches!(again, Err(RoundRefused::TooLate)));
        assert_eq!(work(&desk).await, []);
    });
}

#[test]
fn a_year_of_rounds_is_planned_in_one_go_and_each_asks_whether_it_was_talked_about() {
    on_each_database(async |store| {
        let desk = made(store).await;
        let mut wanted = new(&desk, TOP, Reach::Managers);
        wanted.unit = TOP;
        wanted.reach = Reach::Subtree;
        wanted.ask_whether_talked = true;
        let planned = wanted.clone();
        desk.write(move |tx| rounds::plan_series(tx, &hr(), &planned, (4, 13), TODAY)).await.unwrap();
        let all = desk.read(|tx| rounds::all(tx, &hr())).await.unwrap();
        let mut days: Vec<_> = all
            .iter()
            .map(|(round, _)| (round.opens_at.to_string()[..10].to_owned(), round.name.clone()))
            .collect();
        days.reverse();
        let day = |day: &str, name: &str| (day.to_owned(), name.to_owned());
        assert_eq!(
            days,
            [
                day("2026-11-23", "Vår 1"),
                day("2026-12-14", "Vår 1: pratade vi om det?"),
                day("2027-02-22", "Vår 2"),
                day("2027-03-15", "Vår 2: pratade vi om det?"),
                day("2027-05-24", "Vår 3"),
                day("2027-06-14", "Vår 3: pratade vi om det?"),
                day("2027-08-23", "Vår 4"),
                day("2027-09-13", "Vår 4: pratade vi om det?"),
            ]
        );
        assert_eq!(all[6].0.follows, Some(all[7].0.id));
        // The fifth would open too far ahead, and then none is planned.
        let refused = desk.write(move |tx| rounds::plan_series(tx, &hr(), &wanted, (6, 13), TODAY)).await;
        assert!(matches!(refused, Err(RoundRefused::Plan(_))));
        assert_eq!(desk.read(|tx| rounds::all(tx, &hr())).await.unwrap().len(), 8);
    });
}

#[test]
fn a_round_takes_strict_mode_when_it_opens_and_keeps_it() {
    on_each_database(async |store| {
        let desk = made(store).await;
        let refused = desk.write(|tx| rounds::switch_strict(tx, &leader(), true)).await;
        assert!(matches!(refused, Err(RoundRefused::NotYours)));
        let id = plan(&desk, hr(), new(&desk, TOP, Reach::Subtree)).await.unwrap();
        desk.write(|tx| rounds::switch_strict(tx, &hr(), true)).await.unwrap();
        let since = desk.now();
        work(&desk).await;
        desk.clock.set(since + SignedDuration::from_mins(1));
        work(&desk).await;
        desk.write(|tx| rounds::switch_strict(tx, &hr(), true)).await.unwrap();
        assert_eq!(desk.read(|tx| rounds::strict_since(tx, &hr())).await.unwrap(), Some(since));
        desk.write(|tx| rounds::switch_strict(tx, &hr(), false)).await.unwrap();
        assert_eq!(desk.read(|tx| rounds::strict_since(tx, &hr())).await.unwrap(), None);
        let (round, state) = desk.read(move |tx| store::rounds::by_id(tx, ORGANISATION, id)).await.unwrap();
        assert!(round.strict && state == RoundState::Open, "an open round is not changed");
    });
}

#[test]
fn a_single_round_is_followed_too_with_what_was_taken_up_and_not_when_it_is_called_off() {
    on_each_database(async |store| {
        let desk = made(store).await;
        let mut wanted = new(&desk, SCHOOL, Reach::Unit);
        (wanted.ask_whether_talked, wanted.consulted_on) = (true, None);
        let id = plan(&desk, leader(), wanted).await.unwrap();
        let all = desk.read(|tx| rounds::all(tx, &leader())).await.unwrap();
        let follow_up = all.iter().map(|(round, _)| round).find(|round| round.follows == Some(id)).unwrap();
        assert_eq!((follow_up.consulted_on, &*follow_up.name), (None, "Vår: pratade vi om det?"));
        let later = follow_up.id;
        desk.write(move |tx| rounds::note_consultation(tx, &leader(), id, TODAY, TODAY)).await.unwrap();
        let view = desk.read(move |tx| rounds::by_id(tx, &leader(), later)).await.unwrap();
        assert_eq!(view.round.consulted_on, Some(TODAY));
        desk.write(move |tx| rounds::call_off(tx, &leader(), id)).await.unwrap();
        assert_eq!(state(&desk, later).await, RoundState::CalledOff);
        assert_eq!(work(&desk).await, []);
    });
}

/// Teachers in the school, carers in the two small units; what the top's own and the leaders do is not known.
async fn with_occupations(store: Store) -> Desk {
    let desk = made(store).await;
    desk.write(|tx| {
        let chart = {
            let mut chart = store::chart::tree(tx, ORGANISATION)?;
            store::chart::add_staff(tx, ORGANISATION, &mut chart)?;
            chart
        };
        for employment in chart.employments() {
            let name = match employment.person.0 {
                201..=299 => "Lärare",
                301..=349 | 401..=449 => "Undersköterska",
                _ => continue,
            };
            let name = people::Occupation::new(name).unwrap();
            store::people::set_occupation(tx, ORGANISATION, employment.id, &name)?;
        }
        Ok::<_, actions::Fault>(())
    })
    .await
    .unwrap();
    desk
}

#[test]
fn by_occupation_nobody_is_asked_by_unit_and_everybody_reads_their_own() {
    on_each_database(async |store| {
        let desk = with_occupations(store).await;
        let id = plan(&desk, hr(), new(&desk, TOP, Reach::Occupations)).await.unwrap();
        work(&desk).await;
        // Opening may have been tried before the keys were there.
        desk.clock.set(desk.now() + SignedDuration::from_secs(10));
        work(&desk).await;
        assert_eq!(state(&desk, id).await, RoundState::Open);
        let view = desk.read(move |tx| rounds::by_id(tx, &hr(), id)).await.unwrap();
        let nodes: Vec<_> = view.nodes.iter().map(|node| (node.name.as_str(), node.eligible)).collect();
        // Seven carers are too few to be asked alone.
        assert_eq!(
            nodes,
            [
                ("Kommunen", 23),
                ("Lärare i Kommunen", 11),
                ("Undersköterska, Yrke inte angivet i Kommunen", 12)
            ]
        );
        let places = |person: i64| {
            let own = desk
                .read(move |tx| store::results::own_places(tx, (ORGANISATION, id), PersonId(person), TODAY));
            async move { own.await.unwrap() }
        };
        assert_eq!(places(205).await, (vec![Place(1)], vec![]), "a teacher");
        assert_eq!(places(402).await, (vec![Place(2)], vec![]), "a carer");
        assert_eq!(places(500).await, (vec![Place(2)], vec![]), "HR, whose occupation is not known");
        let (_, led) = places(LEADER.0).await;
        assert_eq!(led, [Place(1)], "the school's own are among the teachers");
        assert_eq!(places(100).await.1[0], Place(0), "who leads the whole reads the whole");
    });
}

#[test]
fn the_same_is_not_asked_by_unit_and_by_occupation_at_the_same_time() {
    on_each_database(async |store| {
        let desk = with_occupations(store).await;
        let by_unit = new(&desk, TOP, Reach::Subtree);
        let mut by_occupation = new(&desk, TOP, Reach::Occupations);
        plan(&desk, hr(), by_unit.clone()).await.unwrap();
        let refused = plan(&desk, hr(), by_occupation.clone()).await.unwrap_err();
        assert!(
            matches!(refused, RoundRefused::SameQuestions(day) if day == date(2026, 12, 29)),
            "{refused:?}"
        );
        let other = NewRound { questionnaire: questions(Set::Hme), ..by_occupation.clone() };
        plan(&desk, hr(), other).await.unwrap();
        by_occupation.opens_at = by_unit.closes_at + SignedDuration::from_hours(28 * 24);
        by_occupation.closes_at = by_occupation.opens_at + SignedDuration::from_hours(7 * 24);
        plan(&desk, hr(), by_occupation).await.unwrap();
        let school = NewRound { questionnaire: questions(Set::Hme), ..new(&desk, SCHOOL, Reach::Unit) };
        let refused = plan(&desk, hr(), school).await.unwrap_err();
        assert!(matches!(refused, RoundRefused::SameQuestions(_)), "{refused:?}");
    });
}

#[test]
fn a_manager_does_not_ask_by_occupation() {
    on_each_database(async |store| {
        let desk = with_occupations(store).await;
        let refused = plan(&desk, leader(), new(&desk, SCHOOL, Reach::Occupations)).await.unwrap_err();
        assert!(matches!(refused, RoundRefused::NotYours), "{refused:?}");
    });
}
