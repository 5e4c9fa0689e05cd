//! What holds for every calendar and for the steps that go with it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

use demo::{DropWay, Municipality, PersonIndex, Request, Weeks, generate};
use jiff::civil::{Date, date};
use jiff::{ToSpan, civil};
use people::Language;
use proptest::prelude::*;

fn municipality(seed: u64, language: Language, today: Date) -> Municipality {
    generate(&Request { employees: 1200, seed, today, language })
}

fn autumn() -> Date {
    date(2026, 11, 18)
}

fn monday(day: Date) -> Date {
    day.saturating_sub(i64::from(day.weekday().to_monday_zero_offset()).days())
}

fn languages() -> impl Strategy<Value = Language> {
    prop::sample::select(Language::ALL.to_vec())
}

fn days() -> impl Strategy<Value = Date> {
    (0i64..1500).prop_map(|after| date(2025, 1, 1).saturating_add(after.days()))
}

/// All managers of the municipality, top and middle too.
fn leaders(demo: &Municipality) -> Vec<PersonIndex> {
    demo.leads.iter().map(|lead| lead.person).collect()
}

/// The text of all events, unfolded, one string each.
fn events(ics: &str) -> Vec<String> {
    let unfolded = ics.replace("\r\n ", "");
    unfolded.split("BEGIN:VEVENT\r\n").skip(1).map(str::to_owned).collect()
}

fn property<'a>(event: &'a str, name: &str) -> Option<&'a str> {
    let line = event.lines().find(|line| line.starts_with(name) && !line[name.len()..].starts_with('-'))?;
    Some(line.split_once(':')?.1)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn files_are_well_formed(seed: u64, language in languages(), today in days(), who: prop::sample::Index) {
        let demo = municipality(seed, language, today);
        let manager = *who.get(&leaders(&demo));
        let ics = demo.calendar_for(manager, Weeks::default()).unwrap();
        let mut open = Vec::new();
        prop_assert!(ics.ends_with("END:VCALENDAR\r\n"));
        for line in ics.split_terminator("\r\n") {
            prop_assert!(line.len() <= 75 && !line.is_empty() && !line.contains(['\r', '\n']), "{line}");
            if let Some(part) = line.strip_prefix("BEGIN:") {
                open.push(part);
            }
            if let Some(part) = line.strip_prefix("END:") {
                prop_assert_eq!(open.pop(), Some(part));
            }
        }
        prop_assert!(open.is_empty());
        prop_assert!(!ics.contains(['{', '}']), "a word was not filled in");
        for event in events(&ics) {
            prop_assert!(!property(&event, "SUMMARY").unwrap().trim().is_empty());
            prop_assert!(property(&event, "DTSTART") < property(&event, "DTEND"));
            prop_assert!(!event.contains(".example") || event.contains("ORGANIZER"));
        }
    }

    #[test]
    fn an_exception_is_of_a_series(seed: u64, language in languages(), today in days()) {
        let demo = municipality(seed, language, today);
        let ics = demo.calendar_for(demo.personas().manager, Weeks::default()).unwrap();
        let all = events(&ics);
        let series: Vec<_> = all.iter().filter(|event| event.contains("RRULE:")).map(|event| property(event, "UID")).collect();
        let changed: Vec<_> = all.iter().filter(|event| event.contains("RECURRENCE-ID")).collect();
        prop_assert!(changed.iter().all(|event| series.contains(&property(event, "UID"))));
        let masters = all.iter().filter(|event| !event.contains("RECURRENCE-ID")).map(|event| property(event, "UID"));
        let mut masters: Vec<_> = masters.collect();
        let count = masters.len();
        masters.sort_unstable();
        masters.dedup();
        prop_assert_eq!(masters.len(), count, "two events with one UID");
    }

    #[test]
    fn hours_and_leading_are_plausible(seed: u64, language in languages()) {
        let demo = municipality(seed, language, autumn());
        let who = demo.personas();
        for manager in [who.manager, who.second_manager, who.top_manager] {
            let weeks = demo.booked_weeks(manager, Weeks { back: 12, ahead: 0 }).unwrap();
            let (mut booked, mut leading) = (0, 0);
            for week in weeks.iter().filter(|week| week.days == 5) {
                prop_assert!((26 * 60..=47 * 60).contains(&week.booked), "{week:?}");
                booked += week.booked;
                leading += week.leading;
            }
            let share = 100 * leading / booked;
            prop_assert!((18..=31).contains(&share), "{share} %");
        }
    }

    #[test]
    fn a_story_goes_with_its_calendar(seed: u64, language in languages(), today in days()) {
        let demo = municipality(seed, language, today);
        for manager in [demo.personas().manager, demo.personas().second_manager] {
            let story = demo.story_for(manager, Weeks::default()).unwrap();
            let ics = demo.calendar_for(manager, Weeks::default()).unwrap();
            let all = events(&ics);
            let series = all.iter().find(|event| property(event, "UID") == Some(&story.drop.series_uid)).unwrap();
            prop_assert_eq!(property(series, "SUMMARY"), Some(story.drop.series_title.as_str()));
            let until = series.lines().find_map(|line| line.strip_prefix("RRULE:")?.split_once("UNTIL=")).unwrap().1;
            let until = civil::DateTime::strptime("%Y%m%dT%H%M%SZ", until).unwrap();
            prop_assert!(until.date() < story.drop.from && until.date().saturating_add(8.days()) >= story.drop.from);
            let same = all.iter().filter(|event| property(event, "SUMMARY") == Some(&story.drop.series_title) && event.contains("RRULE"));
            prop_assert_eq!(same.count(), if story.drop.way == DropWay::Gone { 1 } else { 2 });
            prop_assert!(story.drop.wanted_minutes > 0);

            let step = &story.step;
            let ago = step.started.until(today).unwrap().get_days();
            prop_assert!((45..=56).contains(&ago), "{ago} days ago");
            prop_assert!(step.check_ins.iter().all(|check_in| check_in.on > step.started && check_in.on < today));
            prop_assert!(step.check_ins.is_sorted_by_key(|check_in| check_in.on));
            prop_assert!(!step.check_ins.is_empty());
            if let Some(earlier) = &story.earlier {
                prop_assert!(earlier.closed < step.started && earlier.step.started < earlier.closed);
                prop_assert!(earlier.step.check_ins.iter().all(|check_in| check_in.on < earlier.closed));
            }
        }
    }

    #[test]
    fn estimates_fit_beside_what_was_booked(seed: u64, language in languages(), today in days()) {
        let demo = municipality(seed, language, today);
        let manager = demo.personas().manager;
        let story = demo.story_for(manager, Weeks::default()).unwrap();
        let contract = u32::from(demo.working_hours(manager).unwrap().contract_minutes);
        let weeks = demo.booked_weeks(manager, Weeks::default()).unwrap();
        for estimate in &story.unplanned {
            let week = weeks.iter().find(|week| week.monday == estimate.monday).unwrap();
            let parts = [estimate.firefighting, estimate.administration, estimate.being_there, estimate.recovery];
            let sum: u32 = parts.into_iter().map(u32::from).sum();
            prop_assert!(sum + week.booked <= contract * u32::from(week.days) / 5, "{estimate:?} {week:?}");
        }
        prop_assert!(story.guesses.iter().all(|guess| guess.monday < monday(today)));
        let guessed: u32 = story.guesses.iter().map(|guess| u32::from(guess.hours) * 60).sum();
        let led: u32 = weeks.iter().filter(|week| week.monday < monday(today)).map(|week| week.leading).sum();
        prop_assert!(guessed > led);
    }
}

#[test]
fn the_same_calendar_comes_again_and_another_seed_gives_another() {
    let [one, two, other] = [7, 7, 8].map(|seed| {
        let demo = municipality(seed, Language::Da, autumn());
        (
            demo.calendar_for(demo.personas().manager, Weeks::default()),
            demo.story_for(demo.personas().manager, Weeks::default()),
        )
    });
    assert_eq!(one, two);
    assert_ne!(one.0, other.0);
}

/// What is said of a week must not hang on how many weeks were asked for.
#[test]
fn fewer_weeks_hold_the_same() {
    let demo = municipality(7, Language::Sv, autumn());
    let manager = demo.personas().manager;
    let many = demo.booked_weeks(manager, Weeks::default()).unwrap();
    let few = demo.booked_weeks(manager, Weeks { back: 4, ahead: 1 }).unwrap();
    assert_eq!(many[8..14], few);
}

#[test]
fn the_first_manager_has_all_that_there_is_to_see() {
    for language in Language::ALL {
        let demo = municipality(7, language, autumn());
        let ics = demo.calendar_for(demo.personas().manager, Weeks::default()).unwrap();
        for wanted in [
            "EXDATE;",
            "RECURRENCE-ID;",
            "BYSETPOS=",
            "INTERVAL=2",
            "PARTSTAT=DECLINED",
            "CLASS:PRIVATE",
            "VALUE=DATE",
            "STATUS:CANCELLED",
            "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
            "X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE",
        ] {
            assert!(ics.contains(wanted), "{wanted}");
        }
        assert!(demo.story_for(demo.personas().manager, Weeks::default()).unwrap().earlier.is_some());
    }
}

#[test]
fn leading_rises_a_little_after_the_drop() {
    let (mut before, mut after) = ((0, 0), (0, 0));
    for seed in 0..12 {
        let demo = municipality(seed, Language::Sv, autumn());
        let weeks = demo.booked_weeks(demo.personas().manager, Weeks { back: 12, ahead: 0 }).unwrap();
        for (place, week) in weeks.iter().take(12).enumerate() {
            let sums = if place < 6 { &mut before } else { &mut after };
            *sums = (sums.0 + week.leading, sums.1 + week.booked);
        }
    }
    let [before, after] = [before, after].map(|(leading, booked)| f64::from(leading) / f64::from(booked));
    assert!((0.01..0.06).contains(&(after - before)), "{before:.3} to {after:.3}");
}

#[test]
fn who_leads_nothing_has_no_calendar() {
    let demo = municipality(7, Language::Sv, autumn());
    assert_eq!(demo.calendar_for(demo.personas().employee, Weeks::default()), None);
    assert_eq!(demo.story_for(demo.personas().employee, Weeks::default()), None);
    assert_eq!(demo.calendar_for(PersonIndex(u32::MAX), Weeks::default()), None);
}
