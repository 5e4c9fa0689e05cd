//! A calendar in, corrections, guesses and the subscribed calendar, on both databases.
#![allow(clippy::unwrap_used, reason = "the helpers of tests fail by panicking")]

#[path = "week/mod.rs"]
mod house;

use actions::clockwork::Sort;
use actions::drops::NewDrop;
use actions::week::{Corrected, ImportRefused};
use actions::{Desk, Fault};
use house::{
    Ics, MONDAYS, ORGANISATION, ZONE, correct, desk, employee, import, kept, line, manager, other_manager,
    overview, three_weeks,
};
use jiff::civil::{Date, date};
use jiff::{SignedDuration, Span};
use store::testing::{Fresh, on_each_database};
use week::{Area, Kind, Place, Quarters, Week};

const HOUR: u32 = 60;

async fn written<T: Send + 'static>(
    desk: &Desk,
    write: impl Fn(&mut actions::Tx<'_>) -> Result<T, Fault> + Send + 'static,
) -> T {
    desk.write(write).await.unwrap()
}

fn mondays(weeks: &[actions::week::StoredWeek]) -> Vec<Date> {
    weeks.iter().map(|stored| stored.week.monday).collect()
}

#[test]
fn minutes_parts_and_suggestions_are_kept() {
    on_each_database(async |store| {
        let desk = desk(store).await;
        let by = manager();
        let budget = MONDAYS[0].saturating_add(Span::new().days(4));
        let imported = import(&desk, by, &three_weeks().weekly("Budget", budget, (9, 10), 3)).await;
        let weeks = kept(&desk, by).await;
        assert_eq!(mondays(&weeks), MONDAYS);
        for stored in &weeks {
            let days = stored.week.days.map(|day| day.booked());
            assert_eq!(days, [2 * HOUR, HOUR, HOUR, 3 * HOUR, HOUR, 0, 0]);
            assert_eq!(stored.week.facts.double_booked, HOUR);
        }
        assert_eq!(weeks.iter().map(|stored| stored.week).collect::<Vec<_>>(), imported.weeks);
        let series = line(&imported, "Mombasse").series;
        let minutes = desk
            .read(move |tx| store::week::series_weeks(tx, by.organisation, by.person, &series))
            .await
            .unwrap();
        assert_eq!(minutes, MONDAYS.map(|monday| (monday, 2 * HOUR)));
        let view = overview(&desk, by, MONDAYS[2]).await;
        let might_go: Vec<_> = view.suggestions.iter().map(|suggestion| suggestion.fingerprint).collect();
        assert_eq!(might_go, [line(&imported, "Budget").series]);
        assert_eq!(view.suggestions, imported.suggestions);
        assert!(kept(&desk, other_manager()).await.is_empty(), "nobody else's");
    });
}

#[test]
fn a_second_import_replaces_its_weeks_and_keeps_older_ones() {
    on_each_database(async |store| {
        let desk = desk(store).await;
        let by = manager();
        let shown = import(&desk, by, &three_weeks().weekly("Budget", MONDAYS[0], (15, 16), 3)).await;
        assert_eq!(shown.suggestions.len(), 1);
        // Only the last of the three, with a new series instead of the others; it goes on, so the week is whole.
        let shorter = Ics::default().weekly("Rabarber", MONDAYS[2], (10, 14), 2);
        let imported = import(&desk, by, &shorter).await;
        let weeks = kept(&desk, by).await;
        assert_eq!(mondays(&weeks), MONDAYS);
        let booked: Vec<u32> = weeks.iter().map(|stored| stored.week.booked()).collect();
        assert_eq!(booked, [8 * HOUR, 8 * HOUR, 4 * HOUR]);
        let series = line(&imported, "Rabarber").series;
        let minutes = desk
            .read(move |tx| store::week::series_weeks(tx, by.organisation, by.person, &series))
            .await
            .unwrap();
        assert_eq!(minutes.iter().map(|week| week.1).collect::<Vec<_>>(), [0, 0, 4 * HOUR]);
        assert!(overview(&desk, by, MONDAYS[2]).await.suggestions.is_empty(), "those of the latest import");
        // Of the week that was replaced no part of the first file is left to correct.
        correct(&desk, by, &shown, "Mombasse", Place::Lead(Area::Team)).await;
        let leading: Vec<u32> = kept(&desk, by).await.iter().map(|stored| stored.week.leading()).collect();
        assert_eq!(leading, [2 * HOUR, 2 * HOUR, 0]);
    });
}

#[test]
fn a_file_that_no_week_is_kept_of_leaves_what_might_go_as_it_was() {
    on_each_database(async |store| {
        let desk = desk(store).await;
        let by = manager();
        let whole = import(&desk, by, &three_weeks().weekly("Budget", MONDAYS[0], (15, 16), 3)).await;
        assert_eq!(whole.suggestions.len(), 1);
        let wednesday = MONDAYS[2].saturating_add(Span::new().days(2));
        let scrap = import(&desk, by, &Ics::default().weekly("Rabarber", wednesday, (10, 11), 1)).await;
        assert!(scrap.weeks.is_empty() && scrap.suggestions.is_empty());
        assert_eq!(overview(&desk, by, MONDAYS[2]).await.suggestions, whole.suggestions);
    });
}

#[test]
fn weeks_off_do_not_count_as_time_that_a_drop_has_freed() {
    on_each_database(async |store| {
        let desk = desk(store).await;
        let by = manager();
        // The meeting every week; then two weeks off, with nothing booked; then a week of work with the meeting in it again.
        let meeting = |first, weeks| Ics::default().weekly("Mombasse", first, (9, 11), weeks);
        let monday = |weeks: i64| MONDAYS[0].saturating_sub(Span::new().weeks(weeks));
        let before =
            import(&desk, by, &meeting(monday(5), 4).weekly("Kvirrevitt", MONDAYS[2], (9, 10), 2)).await;
        let what = steps::What::Series {
            fingerprint: *line(&before, "Mombasse").series.as_bytes(),
            times_a_year: 52,
            minutes_each: 120,
            people: 0,
        };
        let wanted = steps::Wanted::new(120).unwrap();
        let new = NewDrop { what, name: None, how: steps::How::Drop, wanted, takes_now: None };
        let id = desk.write(move |tx| actions::drops::choose(tx, &by, &new, monday(1))).await.unwrap();
        let freed =
            async || desk.read(move |tx| actions::drops::by_id(tx, &by, id)).await.unwrap().freed.unwrap();
        let seen = freed().await;
        assert_eq!((seen.before, seen.known), (120.0, false), "one week of work since");
        import(&desk, by, &meeting(MONDAYS[1], 3)).await;
        let seen = freed().await;
        assert_eq!((seen.known, seen.after, seen.freed), (true, 120.0, 0.0));
    });
}

#[test]
fn a_week_that_a_file_has_only_a_part_of_stays_as_it_was() {
    on_each_database(async |store| {
        let desk = desk(store).await;
        let by = manager();
        let whole = import(&desk, by, &three_weeks()).await;
        assert!(whole.partly.is_empty());
        let before = kept(&desk, by).await;
        // From the Wednesday of the first week to the Tuesday of the last.
        let wednesday = MONDAYS[0].saturating_add(Span::new().days(2));
        let middle = MONDAYS[1].saturating_add(Span::new().days(1));
        let cut =
            Ics::default().weekly("Rabarber", wednesday, (10, 14), 2).weekly("Selleri", middle, (8, 9), 2);
        let imported = import(&desk, by, &cut).await;
        assert_eq!(imported.partly, [MONDAYS[0], MONDAYS[2]]);
        assert_eq!(imported.weeks.iter().map(|week| week.monday).collect::<Vec<_>>(), [MONDAYS[1]]);
        let after = kept(&desk, by).await;
        assert_eq!(mondays(&after), MONDAYS);
        assert_eq!((after[0].week, after[2].week), (before[0].week, before[2].week));
        assert_eq!(after[1].week.booked(), 5 * HOUR, "the week in the middle is the file's");
        // A correction of the first file still moves what stands of it, and nothing of the second is in those weeks.
        correct(&desk, by, &whole, "Mombasse", Place::Lead(Area::Team)).await;
        correct(&desk, by, &imported, "Rabarber", Place::Lead(Area::Team)).await;
        let leading: Vec<u32> = kept(&desk, by).await.iter().map(|stored| stored.week.leading()).collect();
        assert_eq!(leading, [2 * HOUR, 4 * HOUR, 2 * HOUR]);
    });
}

#[test]
fn a_file_that_begins_in_mid_week_gives_that_week_when_nothing_is_known_of_it() {
    on_each_database(async |store| {
        let desk = desk(store).await;
        let by = manager();
        let wednesday = MONDAYS[0].saturating_add(Span::new().days(2));
        let file = Ics::default().weekly("Rabarber", wednesday, (10, 14), 3);
        assert!(import(&desk, by, &file).await.partly.is_empty());
        let again = import(&desk, by, &file.weekly("Selleri", wednesday, (15, 16), 3)).await;
        assert!(again.partly.is_empty(), "nothing is remembered of the days before");
        let booked: Vec<u32> = kept(&desk, by).await.iter().map(|stored| stored.week.booked()).collect();
        assert_eq!(booked, [5 * HOUR; 3]);
    });
}

#[test]
fn the_same_file_again_changes_nothing() {
    on_each_database(async |store| {
        let desk = desk(store).await;
        let by = manager();
        import(&desk, by, &three_weeks()).await;
        let first = kept(&desk, by).await;
        let shown = import(&desk, by, &three_weeks()).await;
        assert_eq!(kept(&desk, by).await, first);
        let to = Place::Lead(Area::Team);
        correct(&desk, by, &shown, "Mombasse", to).await;
        let leading: Vec<u32> = kept(&desk, by).await.iter().map(|stored| stored.week.leading()).collect();
        assert_eq!(leading, [2 * HOUR; 3], "no part stands twice");
    });
}

#[test]
fn a_correction_moves_every_week_changes_no_total_and_takes_its_likes_with_it() {
    on_each_database(async |store| {
        let desk = desk(store).await;
        let by = manager();
        let shown = import(&desk, by, &three_weeks()).await;
        let before = kept(&desk, by).await;
        assert_eq!(before[0].week.leading(), 0);
        let to = Place::Lead(Area::SeeThePerson);
        let corrected = correct(&desk, by, &shown, "Kvirrevitt", to).await;
        assert_eq!(corrected, Corrected { series: 1, likes: 1 });
        let after = kept(&desk, by).await;
        for (before, after) in before.iter().zip(&after) {
            assert_eq!(after.week.days.map(|day| day.booked()), before.week.days.map(|day| day.booked()));
            // Tuesday's, and Wednesday's that is like it.
            assert_eq!(after.week.leading(), 2 * HOUR);
            assert_eq!(after.week.facts, before.week.facts);
        }
        // A double-booked hour counts once, wherever its series stand.
        let corrected = correct(&desk, by, &shown, "Tuttifrutt", Place::Recovery).await;
        assert_eq!(corrected.series, 1);
        for stored in kept(&desk, by).await {
            assert_eq!(stored.week.days[3].booked(), 3 * HOUR);
        }
    });
}

#[test]
fn a_correction_sticks_at_the_next_import() {
    on_each_database(async |store| {
        let desk = desk(store).await;
        let by = manager();
        let shown = import(&desk, by, &three_weeks()).await;
        let to = Place::Lead(Area::Trust);
        correct(&desk, by, &shown, "Kvirrevitt", to).await;
        let corrected = kept(&desk, by).await;
        let again = import(&desk, by, &three_weeks()).await;
        assert_eq!(line(&again, "Kvirrevitt").place, to);
        assert_eq!(line(&again, "Kvirrevitt blåsippa").place, to);
        assert_eq!(kept(&desk, by).await, corrected);
        // A new title that is like it, in a week to come.
        desk.clock.set(desk.now() + SignedDuration::from_hours(7 * 24));
        let monday = date(2026, 11, 16);
        let next = Ics::default().weekly("Kvirrevitt vitsippa", monday, (9, 10), 1);
        assert_eq!(line(&import(&desk, by, &next).await, "Kvirrevitt vitsippa").place, to);
        // Corrected once more: the latest word counts.
        let shown = import(&desk, by, &three_weeks()).await;
        correct(&desk, by, &shown, "Kvirrevitt", Place::Other).await;
        assert_eq!(line(&import(&desk, by, &three_weeks()).await, "Kvirrevitt").place, Place::Other);
        // Nobody else learns from it.
        assert_ne!(line(&import(&desk, other_manager(), &three_weeks()).await, "Kvirrevitt").place, to);
    });
}

#[test]
fn what_was_left_alone_is_no_correction() {
    on_each_database(async |store| {
        let desk = desk(store).await;
        let by = manager();
        let shown = import(&desk, by, &three_weeks()).await;
        let corrected = correct(&desk, by, &shown, "no such title", Place::Other).await;
        assert_eq!(corrected, Corrected { series: 0, likes: 0 });
        let lessons = desk.read(move |tx| store::week::lessons(tx, by.organisation, by.person)).await;
        assert!(lessons.unwrap().is_empty());
    });
}

#[test]
fn one_title_has_another_fingerprint_with_another_manager_and_another_key() {
    on_each_database(async |store| {
        let desk = desk(store.clone()).await;
        let mine = import(&desk, manager(), &three_weeks()).await;
        let theirs = import(&desk, other_manager(), &three_weeks()).await;
        let mut elsewhere = desk.clone();
        elsewhere.keys = actions::Keys::from_bytes([8; 32]);
        let stolen = import(&elsewhere, manager(), &three_weeks()).await;
        for of_mine in &mine.lines {
            for other in [&theirs, &stolen] {
                let same_title = line(other, &of_mine.title);
                assert_ne!(of_mine.series, same_title.series);
                assert!(!of_mine.tokens.is_empty());
                assert!(of_mine.tokens.iter().all(|token| !same_title.tokens.contains(token)));
            }
        }
    });
}

#[test]
fn a_correction_with_anothers_fingerprints_moves_nothing_of_theirs() {
    on_each_database(async |store| {
        let desk = desk(store).await;
        let mine = import(&desk, manager(), &three_weeks()).await;
        import(&desk, other_manager(), &three_weeks()).await;
        let before = kept(&desk, manager()).await;
        correct(&desk, other_manager(), &mine, "Mombasse", Place::Lead(Area::Team)).await;
        assert_eq!(kept(&desk, manager()).await, before);
        assert!(kept(&desk, other_manager()).await.iter().all(|stored| stored.week.leading() == 0));
    });
}

#[test]
fn a_guess_and_two_taps_stand_beside_their_week() {
    on_each_database(async |store| {
        let desk = desk(store).await;
        let by = manager();
        import(&desk, by, &three_weeks()).await;
        let [_, monday, last] = MONDAYS;
        let quarters = |counts: [u8; 4]| counts.map(|count| Quarters::new(count).unwrap());
        for counts in [[2, 0, 0, 0], [2, 0, 2, 0]] {
            written(&desk, move |tx| actions::week::spread(tx, &by, monday, quarters(counts))).await.unwrap();
        }
        let refused =
            written(&desk, move |tx| actions::week::spread(tx, &by, monday, quarters([2, 0, 2, 1]))).await;
        assert!(refused.is_err(), "five quarters");
        written(&desk, move |tx| actions::week::make_guess(tx, &by, monday, 18 * HOUR)).await;
        written(&desk, move |tx| actions::week::make_guess(tx, &by, monday, 12 * HOUR + 30)).await;
        let view = overview(&desk, by, monday).await;
        let shown = view.week.unwrap();
        assert_eq!((shown.week.monday, shown.guess), (monday, Some(12 * HOUR + 30)));
        let spread = shown.unplanned.unwrap().quarters().map(Quarters::count);
        assert_eq!(spread, [2, 0, 2, 0]);
        assert_eq!(view.next, Some(last));
        let before = overview(&desk, by, MONDAYS[0]).await.week.unwrap();
        assert_eq!((before.week.monday, before.guess, before.unplanned), (MONDAYS[0], None, None));
        let kinds = |week: &Week| (week.monday, Kind::ALL.map(|kind| week.minutes().of(kind)));
        assert_eq!(view.kinds, [kinds(&shown.week), kinds(&before.week)]);
        // The next import of the same week leaves both where they are.
        import(&desk, by, &three_weeks()).await;
        assert_eq!(overview(&desk, by, monday).await.week, view.week);
        assert_eq!(overview(&desk, by, last).await.next, None);
        assert!(overview(&desk, other_manager(), monday).await.week.is_none());
    });
}

#[test]
fn what_is_refused_leaves_everything_as_it_was() {
    on_each_database(async |store| {
        let desk = desk(store).await;
        let by = manager();
        import(&desk, by, &three_weeks()).await;
        let before = kept(&desk, by).await;
        let long_ago = Ics::default().weekly("Rabarber", date(2020, 1, 6), (10, 14), 3);
        let refused = actions::week::import(&desk, by, ZONE, long_ago.bytes()).await;
        assert!(matches!(refused, Err(ImportRefused::Nothing)));
        let refused = actions::week::import(&desk, by, ZONE, b"PK\x03\x04zip".to_vec()).await;
        assert!(matches!(refused, Err(ImportRefused::Refused(_))));
        assert_eq!(kept(&desk, by).await, before);
    });
}

#[test]
fn nobody_waits_for_somebody_elses_large_calendar() {
    on_each_database(async |store| {
        let desk = desk(store).await;
        let large =
            (0..16_000).fold(Ics::default(), |ics, _| ics.weekly("Mombasse", MONDAYS[0], (9, 11), 12));
        assert!(large.bytes().len() > 2_000_000);
        let finished = std::cell::Cell::new(false);
        let theirs = async {
            drop(actions::week::import(&desk, other_manager(), ZONE, large.bytes()).await);
            finished.set(true);
        };
        let ours = async {
            import(&desk, manager(), &three_weeks()).await;
            assert!(!finished.get(), "the large one was waited for");
        };
        tokio::join!(theirs, ours);
    });
}

#[test]
fn weeks_are_kept_for_two_years() {
    on_each_database(async |store| {
        let desk = desk(store).await;
        let by = manager();
        import(&desk, by, &three_weeks()).await;
        written(&desk, move |tx| actions::week::make_guess(tx, &by, MONDAYS[0], HOUR)).await;
        // Two years after the second Monday: the first week is older than that.
        desk.clock.set("2028-11-02T12:00:00Z".parse().unwrap());
        actions::week::clear_old(&desk).await.unwrap();
        assert_eq!(mondays(&kept(&desk, by).await), MONDAYS[1..]);
        let guess = desk.read(move |tx| actions::week::guess(tx, &by, MONDAYS[0])).await.unwrap();
        assert_eq!(guess, None);
    });
}

const ADDRESS: &str = "https://calendars.example/secret-Sorgsamtal4711/basic.ics";

#[test]
fn a_subscribed_address_is_sealed_to_its_owner_and_fetched_for_leaders_alone() {
    on_each_database(async |store| {
        let desk = desk(store).await;
        for by in [manager(), employee()] {
            actions::week::subscribe(&desk, by, ADDRESS).await.unwrap();
        }
        let found = desk.read(|tx| actions::week::subscription(tx, &manager())).await.unwrap().unwrap();
        assert!(!String::from_utf8_lossy(&found.sealed).contains("Sorgsamtal"));
        assert_eq!((found.fetched_at, found.trouble.as_str()), (None, ""));

        let mut fetched_for = Vec::new();
        while let Some(job) = actions::clockwork::take(&desk).await.unwrap() {
            assert_eq!(job.sort, Sort::FetchCalendar);
            if let Some((by, zone, address)) = actions::week::subscriber(&desk, job).await.unwrap() {
                assert_eq!((zone.as_str(), address.as_str()), (ZONE, ADDRESS));
                fetched_for.push(by.person);
            }
            actions::clockwork::done(&desk, job).await.unwrap();
        }
        assert_eq!(fetched_for, [manager().person], "and not for somebody who leads nothing");

        // A seal moved to another's row does not open, nor with another key.
        let sealed = found.sealed.clone();
        written(&desk, move |tx| store::week::save_subscription(tx, &other_manager(), &sealed)).await;
        let theirs = actions::week::address(&desk, ORGANISATION, other_manager().person).await.unwrap();
        assert_eq!(theirs, None);
        let mut elsewhere = desk.clone();
        elsewhere.keys = actions::Keys::from_bytes([8; 32]);
        let stolen = actions::week::address(&elsewhere, ORGANISATION, manager().person).await.unwrap();
        assert_eq!(stolen, None);

        actions::week::note_fetch(&desk, ORGANISATION, manager().person, "too-slow").await.unwrap();
        let found = desk.read(|tx| actions::week::subscription(tx, &manager())).await.unwrap().unwrap();
        assert_eq!(found.trouble, "too-slow");
        written(&desk, |tx| actions::week::end_subscription(tx, &manager())).await;
        assert_eq!(desk.read(|tx| actions::week::subscription(tx, &manager())).await.unwrap(), None);
    });
}

#[tokio::test]
async fn no_file_of_the_database_holds_a_subscribed_address() {
    let fresh = Fresh::sqlite();
    let desk = desk(fresh.store.clone()).await;
    actions::week::subscribe(&desk, manager(), ADDRESS).await.unwrap();
    let mut bytes = Vec::new();
    for file in std::fs::read_dir(fresh.folder().unwrap()).unwrap() {
        bytes.extend(std::fs::read(file.unwrap().path()).unwrap());
    }
    let holds = |text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    assert!(holds("fetch_calendar"), "the files that were read are the database's");
    for part in [ADDRESS, "calendars.example", "Sorgsamtal4711"] {
        assert!(!holds(part), "{part}");
    }
}

#[test]
fn erasing_leaves_nothing_of_ones_own_and_all_of_the_others() {
    on_each_database(async |store| {
        let desk = desk(store).await;
        let by = manager();
        for by in [by, other_manager()] {
            let shown = import(&desk, by, &three_weeks()).await;
            correct(&desk, by, &shown, "Mombasse", Place::Lead(Area::Team)).await;
            written(&desk, move |tx| actions::week::make_guess(tx, &by, MONDAYS[2], HOUR)).await;
            actions::week::subscribe(&desk, by, ADDRESS).await.unwrap();
        }
        let theirs = kept(&desk, other_manager()).await;
        written(&desk, move |tx| store::week::erase(tx, &by)).await;
        let view = overview(&desk, by, MONDAYS[2]).await;
        assert!(view.week.is_none() && view.kinds.is_empty() && view.suggestions.is_empty());
        let lessons = desk.read(move |tx| store::week::lessons(tx, by.organisation, by.person)).await;
        assert!(lessons.unwrap().is_empty());
        assert_eq!(desk.read(move |tx| actions::week::guess(tx, &by, MONDAYS[2])).await.unwrap(), None);
        assert_eq!(desk.read(move |tx| actions::week::subscription(tx, &by)).await.unwrap(), None);
        assert_eq!(kept(&desk, other_manager()).await, theirs);
    });
}
