//! The file one takes along. Its shape is a promise, told in `docs/export.md`: keys are added, never renamed or removed.

mod steps;

use std::collections::BTreeMap;
use std::fmt::Display;

use actions::records::Everything;
use actions::week::StoredWeek;
use jiff::Timestamp;
use jiff::civil::{Date, Weekday};
use people::{Language, Scheme};
use serde::{Serialize, Serializer};
use week::{Area, Kind, Lesson, Place, Rhythm, SeriesPart, Suggestion, Tally, Why};

/// Said in the file, so that whoever reads it years later knows which description is meant.
const SCHEMA: &str = "pejling-export/1";

/// A date as `2026-11-22`, a time as `2026-11-22T14:05:00Z`.
struct Text<T>(T);

impl<T: Display> Serialize for Text<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&self.0)
    }
}

/// Everything about one person.
#[derive(Serialize)]
pub(super) struct Document {
    schema: &'static str,
    made_at: Text<Timestamp>,
    person: Person,
    employments: Vec<Employment>,
    leaderships: Vec<Leadership>,
    roles: Vec<String>,
    sessions: Vec<Session>,
    accounts: Vec<Account>,
    passkeys: Vec<Passkey>,
    password_since: Option<Text<Timestamp>>,
    links: Vec<Link>,
    letters: Vec<Letter>,
    working_hours: Option<WorkingHours>,
    subscription: Option<Subscription>,
    weeks: Vec<Week>,
    series: Vec<Series>,
    guesses: Vec<Guess>,
    unplanned: Vec<Unplanned>,
    corrections: Vec<Correction>,
    suggestions: Vec<Suggested>,
    steps: Vec<steps::Step>,
    drops: Vec<steps::Dropped>,
    leadership_time: Vec<steps::Protected>,
    has_feed: bool,
    agreed: Vec<Agreed>,
    directory: Option<Directory>,
    directory_groups: Vec<String>,
    locked_since: Option<Text<Timestamp>>,
    deputies: Vec<Deputy>,
    log: Vec<Logged>,
}

/// What the directory says of somebody.
#[derive(Serialize)]
struct Directory {
    user_name: String,
    external_id: Option<String>,
    given_name: Option<String>,
    family_name: Option<String>,
    display_name: Option<String>,
    mail: Option<String>,
    employee_number: Option<String>,
    active: bool,
    created_at: Text<Timestamp>,
    changed_at: Text<Timestamp>,
}

impl Directory {
    fn of(user: &actions::scim::StoredUser) -> Directory {
        let said = &user.said;
        Directory {
            user_name: said.user_name.clone(),
            external_id: said.external_id.clone(),
            given_name: said.given_name.clone(),
            family_name: said.family_name.clone(),
            display_name: said.display_name.clone(),
            mail: said.mail.as_ref().map(|mail| mail.value.clone()),
            employee_number: said.employee_number.clone(),
            active: said.active,
            created_at: Text(user.created_at),
            changed_at: Text(user.changed_at),
        }
    }
}

#[derive(Serialize)]
struct Person {
    id: i64,
    given_name: String,
    family_name: String,
    mail: Option<String>,
    language: Option<&'static str>,
    scheme: Option<&'static str>,
}

#[derive(Serialize)]
struct Employment {
    unit: String,
    occupation: Option<String>,
    extent_percent: u32,
    from: Text<Date>,
    to: Option<Text<Date>>,
}

#[derive(Serialize)]
struct Leadership {
    unit: String,
    from: Text<Date>,
    to: Option<Text<Date>>,
}

#[derive(Serialize)]
struct Session {
    device: String,
    created_at: Text<Timestamp>,
    seen_at: Text<Timestamp>,
    ends_at: Text<Timestamp>,
    /// By which door.
    door: Option<&'static str>,
}

#[derive(Serialize)]
struct Account {
    issuer: String,
    since: Text<Timestamp>,
}

#[derive(Serialize)]
struct Passkey {
    name: String,
    created_at: Text<Timestamp>,
    used_at: Option<Text<Timestamp>>,
}

#[derive(Serialize)]
struct Link {
    purpose: String,
    created_at: Text<Timestamp>,
    ends_at: Text<Timestamp>,
}

#[derive(Serialize)]
struct Letter {
    subject: String,
    created_at: Text<Timestamp>,
    sent_at: Option<Text<Timestamp>>,
}

#[derive(Serialize)]
struct WorkingHours {
    contract_minutes: u32,
    /// By `monday` to `sunday`; a day off is not there.
    days: BTreeMap<&'static str, DayHours>,
}

#[derive(Serialize)]
struct DayHours {
    from: String,
    to: String,
}

#[derive(Serialize)]
struct Subscription {
    address: Option<String>,
    fetched_at: Option<Text<Timestamp>>,
    trouble: String,
}

#[derive(Serialize)]
struct Week {
    monday: Text<Date>,
    imported_at: Text<Timestamp>,
    days: Vec<Day>,
    leading_minutes_by_area: BTreeMap<&'static str, u32>,
    double_booked_minutes: u32,
    inside_hours_minutes: u32,
    outside_hours_minutes: u32,
    working_minutes: u32,
    recurring_minutes: u32,
    one_off_minutes: u32,
    one_to_ones: Counted,
    with_own_manager: Counted,
    by_number_of_people: BTreeMap<&'static str, Counted>,
}

#[derive(Serialize)]
struct Day {
    date: Text<Date>,
    minutes: BTreeMap<&'static str, u32>,
    undisturbed: Counted,
    switches: u32,
    away: bool,
}

#[derive(Serialize)]
struct Counted {
    times: u32,
    minutes: u32,
}

#[derive(Serialize)]
struct Series {
    series: String,
    date: Text<Date>,
    #[serde(flatten)]
    place: Placed,
    minutes: u32,
    outside_hours_minutes: u32,
    double_booked_minutes: u32,
    others_invited: u32,
    times: u32,
}

/// A kind of time and, for leadership contribution, the area.
#[derive(Serialize)]
struct Placed {
    kind: &'static str,
    area: Option<&'static str>,
}

#[derive(Serialize)]
struct Guess {
    monday: Text<Date>,
    leading_minutes: u32,
}

#[derive(Serialize)]
struct Unplanned {
    monday: Text<Date>,
    firefighting_quarters: u32,
    administration_quarters: u32,
    being_there_quarters: u32,
    recovery_quarters: u32,
}

#[derive(Serialize)]
struct Correction {
    series: String,
    words: Vec<String>,
    #[serde(flatten)]
    place: Placed,
}

#[derive(Serialize)]
struct Suggested {
    series: String,
    hours_a_year: f64,
    minutes_each: u32,
    rhythm: String,
    weekdays: Vec<&'static str>,
    begins: String,
    others_invited: u32,
    reasons: Vec<Reason>,
}

/// Why a series might go; the figure is people, per cent or minutes, as the reason says.
#[derive(Serialize)]
struct Reason {
    reason: &'static str,
    figure: Option<u32>,
}

/// Who acts for whom, in what.
#[derive(Serialize)]
struct Deputy {
    r#for: String,
    deputy: String,
    part: &'static str,
    unit: Option<String>,
    first_day: Text<Date>,
    last_day: Text<Date>,
}

impl Deputy {
    fn of(named: &actions::deputies::Named) -> Deputy {
        Deputy {
            r#for: named.giver.clone(),
            deputy: named.person.clone(),
            part: named.it.part.code(),
            unit: named.unit.clone(),
            first_day: Text(named.it.first_day),
            last_day: Text(named.it.last_day),
        }
    }
}

/// A line of the log about whoever takes it along.
#[derive(Serialize)]
struct Logged {
    at: Text<Timestamp>,
    act: &'static str,
    by: Option<String>,
    roles: String,
    unit: Option<String>,
    detail: Option<String>,
    until: Option<Text<Date>>,
}

impl Logged {
    fn of(told: &actions::audit::Told) -> Logged {
        let line = &told.it.line;
        Logged {
            at: Text(line.at),
            act: line.act.code(),
            by: told.actor.clone(),
            roles: line.roles.clone(),
            unit: told.unit.clone(),
            detail: line.detail.as_ref().map(|detail| detail.code().to_owned()),
            until: line.until.map(Text),
        }
    }
}

/// What a team agreed, as whoever wrote it down takes it along.
#[derive(Serialize)]
struct Agreed {
    unit: String,
    area: &'static str,
    words: String,
    talked_on: Text<Date>,
    look_again_on: Text<Date>,
    told_at: Text<Timestamp>,
}

impl Agreed {
    fn of(agreed: &actions::agreed::Agreed) -> Agreed {
        Agreed {
            unit: agreed.unit_name.clone(),
            area: agreed.area.code(),
            words: agreed.words.to_string(),
            talked_on: Text(agreed.talked_on),
            look_again_on: Text(agreed.look_again_on),
            told_at: Text(agreed.told_at),
        }
    }
}

impl Document {
    /// What is kept, as it is at `made_at`.
    pub(super) fn of(kept: &Everything, made_at: Timestamp) -> Document {
        let person = &kept.person;
        Document {
            schema: SCHEMA,
            made_at: Text(made_at),
            person: Person {
                id: person.id.0,
                given_name: person.given_name.clone(),
                family_name: person.family_name.clone(),
                mail: person.mail.clone(),
                language: person.language.map(Language::code),
                scheme: person.scheme.map(Scheme::code),
            },
            employments: each(&kept.employments, |one| Employment {
                unit: one.unit.clone(),
                occupation: one.occupation.clone(),
                extent_percent: one.extent_percent,
                from: Text(one.from),
                to: one.to.map(Text),
            }),
            leaderships: each(&kept.leaderships, |one| Leadership {
                unit: one.unit.clone(),
                from: Text(one.from),
                to: one.to.map(Text),
            }),
            roles: kept.roles.clone(),
            sessions: each(&kept.sessions, |one| Session {
                device: one.device.clone(),
                created_at: Text(one.created_at),
                seen_at: Text(one.seen_at),
                ends_at: Text(one.ends_at),
                door: one.door.map(access::Door::code),
            }),
            accounts: each(&kept.accounts, |one| Account {
                issuer: one.issuer.clone(),
                since: Text(one.since),
            }),
            passkeys: each(&kept.passkeys, |one| Passkey {
                name: one.name.clone(),
                created_at: Text(one.created_at),
                used_at: one.used_at.map(Text),
            }),
            password_since: kept.password_since.map(Text),
            links: each(&kept.passes, |one| Link {
                purpose: one.purpose.clone(),
                created_at: Text(one.created_at),
                ends_at: Text(one.ends_at),
            }),
            letters: each(&kept.letters, |one| Letter {
                subject: one.subject.clone(),
                created_at: Text(one.created_at),
                sent_at: one.sent_at.map(Text),
            }),
            working_hours: kept.hours.as_ref().map(working_hours),
            subscription: kept.subscription.as_ref().map(|one| Subscription {
                address: one.address.clone(),
                fetched_at: one.fetched_at.map(Text),
                trouble: one.trouble.clone(),
            }),
            weeks: each(&kept.weeks, week),
            series: each(&kept.parts, series),
            guesses: each(&kept.guesses, |(monday, minutes)| Guess {
                monday: Text(*monday),
                leading_minutes: *minutes,
            }),
            unplanned: each(&kept.unplanned, |one| Unplanned {
                monday: Text(one.monday),
                firefighting_quarters: one.firefighting,
                administration_quarters: one.administration,
                being_there_quarters: one.being_there,
                recovery_quarters: one.recovery,
            }),
            corrections: each(&kept.lessons, correction),
            suggestions: each(&kept.suggestions, suggested),
            steps: each(&kept.steps.steps, steps::step),
            drops: each(&kept.steps.drops, steps::dropped),
            leadership_time: each(&kept.steps.leadership_time, steps::protected),
            has_feed: kept.steps.has_feed,
            agreed: kept.agreed.iter().map(Agreed::of).collect(),
            directory: kept.directory.as_ref().map(Directory::of),
            directory_groups: each(&kept.groups, |group| group.display_name.clone()),
            locked_since: kept.locked_since.map(Text),
            deputies: kept.deputies.iter().map(Deputy::of).collect(),
            log: kept.log.iter().map(Logged::of).collect(),
        }
    }
}

fn each<T, U>(list: &[T], shape: impl FnMut(&T) -> U) -> Vec<U> {
    list.iter().map(shape).collect()
}

const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const SIZES: [&str; 5] = ["alone", "two", "three-to-five", "six-to-nine", "ten-or-more"];

fn working_hours(hours: &actions::week::Hours) -> WorkingHours {
    let clock = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
    let day = |(index, name)| {
        let hours = hours.working.on(Weekday::Monday.wrapping_add(index))?;
        Some((name, DayHours { from: clock(hours.from()), to: clock(hours.to()) }))
    };
    WorkingHours {
        contract_minutes: hours.contract.minutes(),
        days: (0_i64..).zip(DAYS).filter_map(day).collect(),
    }
}

fn week(stored: &StoredWeek) -> Week {
    let (week, facts) = (&stored.week, &stored.week.facts);
    let days = (0..7).map(|day: usize| Day {
        date: Text(week.monday.saturating_add(jiff::Span::new().days(i64::try_from(day).unwrap_or(0)))),
        minutes: Kind::ALL.iter().map(|kind| (kind.code(), week.days[day].of(*kind))).collect(),
        undisturbed: counted(facts.undisturbed[day]),
        switches: facts.switches[day],
        away: facts.away[day],
    });
    let minutes = week.minutes();
    Week {
        monday: Text(week.monday),
        imported_at: Text(stored.imported_at),
        days: days.collect(),
        leading_minutes_by_area: Area::ALL
            .iter()
            .map(|area| (area_code(*area), minutes.in_area(*area)))
            .collect(),
        double_booked_minutes: facts.double_booked,
        inside_hours_minutes: facts.inside_hours,
        outside_hours_minutes: facts.outside_hours,
        working_minutes: facts.working,
        recurring_minutes: facts.recurring,
        one_off_minutes: facts.one_off,
        one_to_ones: counted(facts.one_to_ones),
        with_own_manager: counted(facts.with_own_manager),
        by_number_of_people: SIZES.into_iter().zip(facts.sizes.map(counted)).collect(),
    }
}

fn counted(tally: Tally) -> Counted {
    Counted { times: tally.times, minutes: tally.minutes }
}

fn placed(place: Place) -> Placed {
    Placed { kind: place.kind().code(), area: place.area().map(area_code) }
}

/// The number of the guidepost in the catalogue, as `G1` to `G8`: words change, numbers do not.
fn area_code(area: Area) -> &'static str {
    ["G1", "G2", "G3", "G4", "G5", "G6", "G7", "G8"]
        .get(usize::from(area.number()).saturating_sub(1))
        .copied()
        .unwrap_or_default()
}

fn series(part: &SeriesPart) -> Series {
    Series {
        series: part.fingerprint.to_string(),
        date: Text(part.day),
        place: placed(part.place),
        minutes: part.minutes,
        outside_hours_minutes: part.outside,
        double_booked_minutes: part.double,
        others_invited: part.people,
        times: part.times,
    }
}

fn correction(lesson: &Lesson) -> Correction {
    Correction {
        series: lesson.series.to_string(),
        words: lesson.tokens.iter().map(ToString::to_string).collect(),
        place: placed(lesson.place),
    }
}

fn suggested(one: &Suggestion) -> Suggested {
    Suggested {
        series: one.fingerprint.to_string(),
        hours_a_year: one.hours_a_year,
        minutes_each: one.minutes_each,
        rhythm: rhythm(one.rhythm),
        weekdays: one.usually.weekdays().map(|day| DAYS[day.to_monday_zero_offset() as usize]).collect(),
        begins: crate::dates::clock(one.usually.time()),
        others_invited: one.people,
        reasons: one.reasons.iter().map(reason).collect(),
    }
}

fn rhythm(rhythm: Rhythm) -> String {
    match rhythm {
        Rhythm::Once => "once".into(),
        Rhythm::Daily => "daily".into(),
        Rhythm::TimesAWeek(times) => format!("{times} times a week"),
        Rhythm::Weekly => "weekly".into(),
        Rhythm::EveryWeeks(weeks) => format!("every {weeks} weeks"),
        Rhythm::Monthly => "monthly".into(),
        Rhythm::Irregular => "irregular".into(),
    }
}

fn reason(why: &Why) -> Reason {
    let (reason, figure) = match why {
        Why::Big { people } => ("big", Some(*people)),
        Why::DoubleBooked { share } => ("double-booked", Some(*share)),
        Why::NoAgenda => ("no-agenda", None),
        Why::OutsideHours { share } => ("outside-hours", Some(*share)),
        Why::DeclinedByOthers { share } => ("declined-by-others", Some(*share)),
        Why::Long { minutes } => ("long", Some(*minutes)),
        Why::Administration => ("administration", None),
    };
    Reason { reason, figure }
}

#[cfg(test)]
mod tests {
    use super::*;
    use week::Size;

    #[test]
    fn sizes_and_areas_are_named_in_their_order() {
        assert_eq!(SIZES.len(), Size::ALL.len());
        assert_eq!(Size::ALL[2], Size::Few);
        let codes: Vec<_> = Area::ALL.iter().map(|area| area_code(*area)).collect();
        assert_eq!(codes, ["G1", "G2", "G3", "G4", "G5", "G6", "G7", "G8"]);
    }
}
