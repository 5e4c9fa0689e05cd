//! Steps, drops, check-ins and the feed, on both databases.
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]

use ::steps::{
    Area, CARDS, Done, DropId, DropState, How, Line, Moment, Natural, Need, Outcome, PRACTICES, Plan,
    PracticeChoice, Side, State, StepError, StepId, Wanted, Weekdays, Weeks, What, Whose, Words,
};
use access::{Actor, Purpose, Role, Roles, Secret};
use actions::check_in::{CheckInRefused, Remark, Said};
use actions::drops::{DropRefused, NewDrop};
use actions::steps::{MakesRoom, NewStep, StepRefused};
use actions::{Clock, Desk, Fault, Keys, LetterPolicy, Store};
use jiff::civil::{Date, Weekday, date, time};
use jiff::{Timestamp, ToSpan};
use people::{Language, Organisation, OrganisationId, Person, PersonId, Unit, UnitId, UnitSort};
use store::queue::Sort;
use store::testing::on_each_database;

const TODAY: Date = date(2026, 11, 23); // a Monday

/// Two managers of one municipality, at noon on [`TODAY`].
async fn two_managers(store: Store) -> (Desk, Actor, Actor) {
    let clock = Clock::standing_at("2026-11-23T11:00:00Z".parse().unwrap());
    let keys = Keys::from_bytes([7; 32]);
    let desk = Desk::new(store, clock, keys, LetterPolicy::Send, "https://pejling.example");
    desk.write(|tx| {
        let id = OrganisationId(1);
        let (name, zone) = ("Övningskommun".to_owned(), "Europe/Stockholm".to_owned());
        store::organisations::add(tx, &Organisation { id, name, language: Language::Sv, zone, demo: false })?;
        let unit = Unit { id: UnitId(1), parent: None, name: "Norr".into(), sort: UnitSort::Unit, sites: 1 };
        store::organisations::add_unit(tx, id, &unit, date(2020, 1, 1))?;
        for (number, mail) in [(1, "anna@example.se"), (2, "bo@example.se")] {
            let person = Person {
                id: PersonId(number),
                organisation: id,
                given_name: "Anna".into(),
                family_name: "Åberg".into(),
                mail: Some(mail.into()),
                language: None,
                scheme: None,
            };
            store::people::add(tx, &person)?;
            store::people::lead(tx, id, person.id, unit.id, date(2020, 1, 1))?;
        }
        Ok::<_, Fault>(())
    })
    .await
    .unwrap();
    let roles = Roles::default().with(Role::Employee).with(Role::Leader);
    let actor = |number| Actor { organisation: OrganisationId(1), person: PersonId(number), roles };
    (desk, actor(1), actor(2))
}

fn line(text: &str) -> Line {
    Line::new(text).unwrap()
}

fn moment() -> Moment {
    let days = Weekdays::new([Weekday::Tuesday, Weekday::Thursday]).unwrap();
    Moment::new(days, time(15, 0, 0, 0), "Europe/Stockholm").unwrap()
}

fn new_drop() -> NewDrop {
    NewDrop {
        what: What::Card(&CARDS[0]),
        name: None,
        how: How::Shorten,
        wanted: Wanted::new(60).unwrap(),
        takes_now: Some(90),
    }
}

fn new_step(making: MakesRoom) -> NewStep {
    NewStep {
        practice: PracticeChoice::Catalogue(&PRACTICES[3]),
        plan: Plan { when: line("jag kommer till morgonmötet"), then: line("frågar jag hur natten varit") },
        need: Need { whose: Whose::Team, words: Some(line("vi vet inte vad som är viktigast")) },
        making,
        weeks: Weeks::new(10).unwrap(),
        moment: Some(moment()),
    }
}

fn nothing_yet() -> MakesRoom {
    MakesRoom::NothingYet(line("allt beslutas av någon annan"))
}

async fn choose(desk: &Desk, by: Actor, new: NewStep, warned: bool) -> Result<StepId, StepRefused> {
    desk.write(move |tx| actions::steps::choose(tx, &by, &new, warned, TODAY)).await
}

async fn due(desk: &Desk) -> Option<store::queue::Job> {
    let far = desk.now() + jiff::SignedDuration::from_hours(24 * 365);
    desk.write(move |tx| store::queue::take(tx, far)).await.unwrap()
}

fn at(desk: &Desk, time: &str) {
    desk.clock.set(time.parse::<Timestamp>().unwrap());
}

#[test]
fn a_step_and_its_new_drop_read_back_as_they_were_chosen() {
    on_each_database(async |store| {
        let (desk, anna, _) = two_managers(store).await;
        let new = new_step(MakesRoom::NewDrop(new_drop()));
        let id = choose(&desk, anna, new.clone(), false).await.unwrap();
        let story = desk.read(move |tx| actions::steps::story(tx, &anna, id)).await.unwrap();
        let step = story.mine.step();
        assert_eq!(step.chosen.practice, new.practice);
        assert_eq!((&step.chosen.plan, &step.chosen.need), (&new.plan, &new.need));
        assert_eq!((step.chosen.weeks, &step.chosen.moment), (new.weeks, &new.moment));
        assert_eq!((step.began, &step.state), (TODAY, &State::Practising));
        let drop = story.drop.unwrap();
        assert_eq!((&drop.drop.what, drop.drop.how), (&What::Card(&CARDS[0]), How::Shorten));
        assert_eq!(drop.estimates.len(), 1);
        assert!(!drop.freed.unwrap().known);

        let own = PracticeChoice::Own(line("något eget"), Side::Care, Area::Myself);
        let new = NewStep { practice: own.clone(), moment: None, ..new_step(MakesRoom::Drop(drop.id)) };
        let second = choose(&desk, anna, new, true).await.unwrap();
        let mine = desk.read(move |tx| actions::steps::by_id(tx, &anna, second)).await.unwrap();
        assert_eq!((&mine.step().chosen.practice, &mine.step().chosen.moment), (&own, &None));
    });
}

#[test]
fn one_step_at_a_time_a_second_when_warned_and_never_a_third() {
    on_each_database(async |store| {
        let (desk, anna, bo) = two_managers(store).await;
        let first = choose(&desk, anna, new_step(nothing_yet()), false).await.unwrap();
        let refused = choose(&desk, anna, new_step(nothing_yet()), false).await;
        assert!(matches!(refused, Err(StepRefused::Step(StepError::OneAtATime { practising: 1 }))));
        choose(&desk, anna, new_step(nothing_yet()), true).await.unwrap();
        let refused = choose(&desk, anna, new_step(MakesRoom::NewDrop(new_drop())), true).await;
        assert!(matches!(refused, Err(StepRefused::Step(StepError::OneAtATime { practising: 2 }))));
        // A refused step leaves no drop behind, and another manager is not in the way.
        assert_eq!(desk.read(move |tx| actions::drops::all(tx, &anna)).await.unwrap().len(), 0);
        choose(&desk, bo, new_step(nothing_yet()), false).await.unwrap();
        // A step that rests makes room for another, and cannot come back as a third.
        desk.write(move |tx| actions::steps::pause(tx, &anna, first, None, TODAY)).await.unwrap();
        choose(&desk, anna, new_step(nothing_yet()), true).await.unwrap();
        let back = desk.write(move |tx| actions::steps::resume(tx, &anna, first, true, TODAY)).await;
        assert!(matches!(back, Err(StepRefused::Step(StepError::OneAtATime { practising: 2 }))));
    });
}

#[test]
fn what_is_anothers_is_not_found_by_any_action() {
    on_each_database(async |store| {
        let (desk, anna, bo) = two_managers(store).await;
        let id = choose(&desk, anna, new_step(MakesRoom::NewDrop(new_drop())), false).await.unwrap();
        let drop = desk.read(move |tx| actions::drops::all(tx, &anna)).await.unwrap()[0].id;
        let said = Said { on: TODAY, outcome: Done::Done, remark: Remark::Keep };
        let refused = desk
            .write(move |tx| {
                let not_step = |done: Result<(), StepRefused>| match done {
                    Err(StepRefused::Fault(Fault::NotFound)) => true,
                    other => panic!("{other:?}"),
                };
                let not_drop = |done: Result<(), DropRefused>| match done {
                    Err(DropRefused::Fault(Fault::NotFound)) => true,
                    other => panic!("{other:?}"),
                };
                let outcome = Outcome { natural: Natural::Yes, learned: None };
                let finished = actions::steps::finish(tx, &bo, id, &outcome, TODAY).map(|_| ());
                let chosen = actions::steps::choose(tx, &bo, &new_step(MakesRoom::Drop(drop)), false, TODAY);
                let checked = actions::check_in::check_in(tx, &bo, id, &said, TODAY);
                Ok::<_, Fault>([
                    not_step(actions::steps::pause(tx, &bo, id, None, TODAY)),
                    not_step(actions::steps::resume(tx, &bo, id, true, TODAY)),
                    not_step(finished),
                    not_step(actions::steps::set_moment(tx, &bo, id, None)),
                    not_step(chosen.map(|_| ())),
                    not_drop(actions::drops::estimate(tx, &bo, drop, 5, TODAY)),
                    not_drop(actions::drops::end(tx, &bo, drop, true)),
                    matches!(checked, Err(CheckInRefused::Fault(Fault::NotFound))),
                    matches!(actions::steps::by_id(tx, &bo, id), Err(Fault::NotFound)),
                    matches!(actions::steps::story(tx, &bo, id), Err(Fault::NotFound)),
                    matches!(actions::drops::by_id(tx, &bo, drop), Err(Fault::NotFound)),
                    actions::steps::all(tx, &bo)?.is_empty(),
                    actions::drops::all(tx, &bo)?.is_empty(),
                ])
            })
            .await
            .unwrap();
        assert_eq!(refused, [true; 13]);
        let today = desk.read(move |tx| actions::steps::today(tx, &anna, TODAY)).await.unwrap();
        assert!(today.step.unwrap().today.is_none(), "nothing was checked in by another");
    });
}

#[test]
fn a_day_has_one_check_in_and_its_words_stay_until_they_are_rewritten() {
    on_each_database(async |store| {
        let (desk, anna, _) = two_managers(store).await;
        let id = choose(&desk, anna, new_step(nothing_yet()), false).await.unwrap();
        let put = async |outcome, remark, on| {
            let said = Said { on, outcome, remark };
            desk.write(move |tx| actions::check_in::check_in(tx, &anna, id, &said, TODAY)).await
        };
        let glance = async || desk.read(move |tx| actions::steps::today(tx, &anna, TODAY)).await.unwrap();
        put(Done::Done, Remark::Write(Some(line("gick lätt"))), TODAY).await.unwrap();
        put(Done::NotDone, Remark::Keep, TODAY).await.unwrap();
        let now = glance().await.step.unwrap();
        assert_eq!(now.mine.check_ins.iter().count(), 1);
        assert_eq!(now.latest, [Done::NotDone]);
        assert_eq!(now.today.unwrap().words, Some(line("gick lätt")));
        put(Done::NotDone, Remark::Write(None), TODAY).await.unwrap();
        assert_eq!(glance().await.step.unwrap().today.unwrap().words, None);
        let yesterday = TODAY.yesterday().unwrap();
        assert!(matches!(put(Done::Done, Remark::Keep, yesterday).await, Err(CheckInRefused::CheckIn(_))));
    });
}

#[test]
fn a_letter_asks_at_the_moment_and_stops_when_the_step_rests_or_is_closed() {
    on_each_database(async |store| {
        let (desk, anna, _) = two_managers(store).await;
        let id = choose(&desk, anna, new_step(nothing_yet()), false).await.unwrap();
        at(&desk, "2026-11-24T13:59:00Z");
        assert_eq!(due(&desk).await, None);
        at(&desk, "2026-11-24T14:00:30Z");
        let job = due(&desk).await.unwrap();
        assert_eq!((job.sort, job.subject), (Sort::AskAboutStep, id.0));
        actions::check_in::ask(&desk, job).await.unwrap();
        let letters = async || desk.read(|tx| actions::letters::latest(tx, OrganisationId(1))).await.unwrap();
        let letter = &letters().await[0];
        assert_eq!(letter.recipient, "anna@example.se");
        assert!(letter.body.contains("https://pejling.example/check-in/"));
        assert!(!letter.body.contains("morgonmötet"), "a letter says nothing of the step: {}", letter.body);
        // Thursday next; not at all once today is answered.
        assert_eq!(due(&desk).await, None);
        at(&desk, "2026-11-26T14:00:30Z");
        let said = Said { on: date(2026, 11, 26), outcome: Done::Done, remark: Remark::Keep };
        desk.write(move |tx| actions::check_in::check_in(tx, &anna, id, &said, said.on)).await.unwrap();
        let job = due(&desk).await.unwrap();
        actions::check_in::ask(&desk, job).await.unwrap();
        assert_eq!(letters().await.len(), 1);
        // Resting: nothing waits. Taken up: asked again. Closed: nothing waits.
        desk.write(move |tx| actions::steps::pause(tx, &anna, id, None, date(2026, 11, 26))).await.unwrap();
        at(&desk, "2026-12-04T12:00:00Z");
        assert_eq!(due(&desk).await, None);
        desk.write(move |tx| actions::steps::resume(tx, &anna, id, false, date(2026, 12, 4))).await.unwrap();
        at(&desk, "2026-12-08T14:01:00Z");
        let waiting = due(&desk).await.unwrap();
        let outcome = Outcome { natural: Natural::Partly, learned: Words::new("det går").ok() };
        let closed = date(2026, 12, 8);
        desk.write(move |tx| actions::steps::finish(tx, &anna, id, &outcome, closed)).await.unwrap();
        // A question that was on its way when the step was closed writes no letter and is not asked again.
        actions::check_in::ask(&desk, waiting).await.unwrap();
        assert_eq!(letters().await.len(), 1);
        at(&desk, "2026-12-31T12:00:00Z");
        assert_eq!(due(&desk).await, None);
        let mine = desk.read(move |tx| actions::steps::by_id(tx, &anna, id)).await.unwrap();
        assert_eq!(mine.stored.look_again_on, Some(date(2027, 1, 5)));
        assert_eq!(mine.step().paused_days, 8);
    });
}

#[test]
fn a_letters_link_is_in_the_language_that_was_chosen() {
    on_each_database(async |store| {
        let (desk, anna, _) = two_managers(store).await;
        desk.write(move |tx| actions::people::choose_language(tx, &anna, Language::Da)).await.unwrap();
        choose(&desk, anna, new_step(nothing_yet()), false).await.unwrap();
        at(&desk, "2026-11-24T14:00:30Z");
        let job = due(&desk).await.unwrap();
        actions::check_in::ask(&desk, job).await.unwrap();
        let letters = desk.read(|tx| actions::letters::latest(tx, OrganisationId(1))).await.unwrap();
        let body = &letters[0].body;
        assert!(body.contains("?day=2026-11-24&language=da\n"), "{body}");
    });
}

/// The secret of the check-in link in the latest letter.
async fn link(desk: &Desk) -> Secret {
    let letters = desk.read(|tx| actions::letters::latest(tx, OrganisationId(1))).await.unwrap();
    let (_, rest) = letters[0].body.split_once("/check-in/").unwrap();
    Secret::read(rest.split('?').next().unwrap()).unwrap()
}

#[test]
fn a_letters_link_opens_one_step_for_a_fortnight_and_is_no_session() {
    on_each_database(async |store| {
        let (desk, anna, _) = two_managers(store).await;
        let first = choose(&desk, anna, new_step(nothing_yet()), false).await.unwrap();
        let second =
            choose(&desk, anna, NewStep { moment: None, ..new_step(nothing_yet()) }, true).await.unwrap();
        at(&desk, "2026-11-24T14:01:00Z");
        let job = due(&desk).await.unwrap();
        actions::check_in::ask(&desk, job).await.unwrap();
        let secret = link(&desk).await;
        let today = date(2026, 11, 24);
        let said = Said { on: today, outcome: Done::NoOccasion, remark: Remark::Keep };
        let behind = secret.clone();
        desk.write(move |tx| actions::check_in::by_link(tx, &behind, &said, today)).await.unwrap();
        let count = async |id| {
            let mine = desk.read(move |tx| actions::steps::by_id(tx, &anna, id)).await.unwrap();
            mine.check_ins.iter().count()
        };
        assert_eq!((count(first).await, count(second).await), (1, 0));
        // Neither a session, nor a way to sign in, nor a feed.
        assert!(actions::access::recognise(&desk, &secret).await.unwrap().is_none());
        assert!(actions::access::link_is_for(&desk, &secret).await.unwrap().is_none());
        let as_feed = secret.clone();
        let read = desk.read(move |tx| actions::feed::read(tx, &as_feed, "")).await;
        assert!(matches!(read, Err(Fault::NotFound)));
        at(&desk, "2026-12-08T14:02:00Z");
        let late = desk.read(move |tx| actions::check_in::step_behind(tx, &secret)).await;
        assert!(matches!(late, Err(Fault::NotFound)), "a fortnight is over");
    });
}

#[test]
fn a_feed_shows_moments_and_protected_time_until_it_is_revoked() {
    on_each_database(async |store| {
        let (desk, anna, bo) = two_managers(store).await;
        choose(&desk, anna, new_step(nothing_yet()), false).await.unwrap();
        let wednesday = Weekdays::new([Weekday::Wednesday]).unwrap();
        let half_past_eight = time(8, 30, 0, 0);
        desk.write(move |tx| actions::feed::protect(tx, &anna, wednesday, half_past_eight, 90, TODAY))
            .await
            .unwrap();
        let address = actions::feed::make(&desk, anna).await.unwrap();
        let read = async |address: &str| {
            let secret = address.strip_prefix("https://pejling.example/feed/").unwrap();
            let secret = Secret::read(secret.strip_suffix(".ics").unwrap()).unwrap();
            desk.read(move |tx| actions::feed::read(tx, &secret, "https://pejling.example")).await
        };
        let calendar = read(&address).await.unwrap();
        assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 2);
        assert!(calendar.contains("DTSTART;TZID=Europe/Stockholm:20261125T083000"), "{calendar}");
        assert!(calendar.contains("DTSTART;TZID=Europe/Stockholm:20261124T150000"), "{calendar}");
        assert!(!calendar.contains("morgonmötet"), "a calendar says nothing of the step");
        // Another's time cannot be taken away; a new address ends the old; ending it ends both.
        let time = desk.read(move |tx| actions::feed::times(tx, &anna)).await.unwrap()[0].id;
        let taken = desk.write(move |tx| actions::feed::unprotect(tx, &bo, time)).await;
        assert!(matches!(taken, Err(Fault::NotFound)));
        let newer = actions::feed::make(&desk, anna).await.unwrap();
        assert!(matches!(read(&address).await, Err(Fault::NotFound)));
        assert!(read(&newer).await.is_ok());
        desk.write(move |tx| actions::feed::end(tx, &anna)).await.unwrap();
        assert!(matches!(read(&newer).await, Err(Fault::NotFound)));
    });
}

#[test]
fn an_estimate_before_and_one_after_say_what_a_drop_freed() {
    on_each_database(async |store| {
        let (desk, anna, _) = two_managers(store).await;
        let id: DropId =
            desk.write(move |tx| actions::drops::choose(tx, &anna, &new_drop(), TODAY)).await.unwrap();
        let later = TODAY.checked_add(3.weeks()).unwrap();
        desk.write(move |tx| actions::drops::estimate(tx, &anna, id, 25, later)).await.unwrap();
        let mine = desk.read(move |tx| actions::drops::by_id(tx, &anna, id)).await.unwrap();
        let freed = mine.freed.unwrap();
        assert_eq!((freed.known, freed.before, freed.after, freed.wanted), (true, 90.0, 25.0, 60.0));
        desk.write(move |tx| actions::drops::end(tx, &anna, id, true)).await.unwrap();
        let again = desk.write(move |tx| actions::drops::end(tx, &anna, id, false)).await;
        assert!(matches!(again, Err(DropRefused::Closed)));
        let mine = desk.read(move |tx| actions::drops::by_id(tx, &anna, id)).await.unwrap();
        assert_eq!(mine.drop.state, DropState::Kept);
        // A closed drop makes room for nothing new.
        let refused = choose(&desk, anna, new_step(MakesRoom::Drop(id)), false).await;
        assert!(matches!(refused, Err(StepRefused::Drop(DropRefused::Closed))));
    });
}

#[test]
fn a_series_reads_back_and_waits_for_the_calendar() {
    on_each_database(async |store| {
        let (desk, anna, _) = two_managers(store).await;
        let what = What::Series { fingerprint: [9; 16], times_a_year: 46, minutes_each: 60, people: 9 };
        let name = Some(line("Schemamötet"));
        let new = NewDrop { what, name: name.clone(), takes_now: None, ..new_drop() };
        let expected = new.what.clone();
        let id = desk.write(move |tx| actions::drops::choose(tx, &anna, &new, TODAY)).await.unwrap();
        let mine = desk.read(move |tx| actions::drops::by_id(tx, &anna, id)).await.unwrap();
        assert_eq!((mine.drop.what, mine.drop.name), (expected, name));
        assert!(!mine.freed.unwrap().known);
    });
}

#[test]
fn erased_is_gone_for_one_and_untouched_for_another() {
    on_each_database(async |store| {
        let (desk, anna, bo) = two_managers(store).await;
        for by in [anna, bo] {
            let id = choose(&desk, by, new_step(MakesRoom::NewDrop(new_drop())), false).await.unwrap();
            let said = Said { on: TODAY, outcome: Done::Done, remark: Remark::Keep };
            desk.write(move |tx| actions::check_in::check_in(tx, &by, id, &said, TODAY)).await.unwrap();
            actions::feed::make(&desk, by).await.unwrap();
            let days = Weekdays::new([Weekday::Friday]).unwrap();
            desk.write(move |tx| actions::feed::protect(tx, &by, days, time(9, 0, 0, 0), 60, TODAY))
                .await
                .unwrap();
        }
        desk.write(move |tx| actions::steps::erase(tx, &anna)).await.unwrap();
        let everything = async |by: Actor| {
            let all = desk.read(move |tx| actions::steps::everything(tx, &by)).await.unwrap();
            (all.steps.len(), all.drops.len(), all.leadership_time.len(), all.has_feed)
        };
        assert_eq!(everything(anna).await, (0, 0, 0, false));
        assert_eq!(everything(bo).await, (1, 1, 1, true));
        let links =
            desk.read(move |tx| store::access::count_passes(tx, &anna, Purpose::CheckIn)).await.unwrap();
        assert_eq!(links, 0);
        at(&desk, "2026-11-24T14:01:00Z");
        let job = due(&desk).await.unwrap();
        assert_eq!(due(&desk).await, None, "only the other's step is asked about");
        let asked = desk.read(move |tx| store::steps::owner(tx, job.organisation, StepId(job.subject))).await;
        assert_eq!(asked.unwrap(), Some(bo.person));
    });
}
