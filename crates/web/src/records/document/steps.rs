//! Steps, drops, check-ins and protected time in the file.

use actions::drops::MyDrop;
use actions::feed::LeadershipTime;
use actions::steps::MyStep;
use jiff::civil::Date;
use serde::Serialize;
use steps::{CheckIn, Estimate, Moment, Natural, PracticeChoice, Room, State, Weekdays, What};
use week::Fingerprint;

use super::{DAYS, Text, each};
use crate::dates::clock;

#[derive(Serialize)]
pub(super) struct Step {
    id: i64,
    /// Of the catalogue; `null` for one's own.
    practice: Option<&'static str>,
    own: Option<String>,
    side: &'static str,
    area: String,
    when: String,
    then: String,
    whose_need: &'static str,
    need: Option<String>,
    /// The drop that makes room, or why nothing does.
    drop: Option<i64>,
    no_room: Option<String>,
    weeks: u8,
    asked: Option<Asked>,
    began: Text<Date>,
    paused_days: u16,
    state: &'static str,
    paused_since: Option<Text<Date>>,
    paused_until: Option<Text<Date>>,
    finished_on: Option<Text<Date>>,
    became_natural: Option<&'static str>,
    learned: Option<String>,
    look_again_on: Option<Text<Date>>,
    check_ins: Vec<CheckedIn>,
}

#[derive(Serialize)]
struct Asked {
    days: Vec<&'static str>,
    time: String,
    zone: String,
    /// How often it has been changed.
    changes: u32,
}

#[derive(Serialize)]
struct CheckedIn {
    date: Text<Date>,
    outcome: &'static str,
    words: Option<String>,
}

#[derive(Serialize)]
pub(super) struct Dropped {
    id: i64,
    series: Option<String>,
    times_a_year: Option<u16>,
    minutes_each: Option<u16>,
    people: Option<u16>,
    card: Option<&'static str>,
    own: Option<String>,
    name: Option<String>,
    how: &'static str,
    wanted_minutes_a_week: u16,
    began: Text<Date>,
    state: &'static str,
    estimates: Vec<Estimated>,
}

#[derive(Serialize)]
struct Estimated {
    date: Text<Date>,
    minutes_a_week: u16,
}

#[derive(Serialize)]
pub(super) struct Protected {
    days: Vec<&'static str>,
    from: String,
    minutes: u16,
    began: Text<Date>,
}

pub(super) fn step(mine: &MyStep) -> Step {
    let (step, chosen) = (mine.step(), &mine.step().chosen);
    let (practice, own) = match &chosen.practice {
        PracticeChoice::Catalogue(practice) => (Some(practice.id), None),
        PracticeChoice::Own(words, ..) => (None, Some(words.to_string())),
    };
    let (drop, no_room) = match &chosen.room {
        Room::Drop(drop) => (Some(drop.0), None),
        Room::NothingYet(why) => (None, Some(why.to_string())),
    };
    let (paused_since, paused_until) = match step.state {
        State::Paused { since, until } => (Some(Text(since)), until.map(Text)),
        _ => (None, None),
    };
    let (finished_on, outcome) = match &step.state {
        State::Finished { on, outcome } => (Some(Text(*on)), Some(outcome)),
        _ => (None, None),
    };
    Step {
        id: mine.id().0,
        practice,
        own,
        side: step.side().code(),
        area: format!("G{}", chosen.practice.area().number()),
        when: chosen.plan.when.to_string(),
        then: chosen.plan.then.to_string(),
        whose_need: chosen.need.whose.code(),
        need: chosen.need.words.as_ref().map(ToString::to_string),
        drop,
        no_room,
        weeks: chosen.weeks.get(),
        asked: chosen.moment.as_ref().map(|moment| asked(moment, mine.stored.moment_changes)),
        began: Text(step.began),
        paused_days: step.paused_days,
        state: step.state.kind().code(),
        paused_since,
        paused_until,
        finished_on,
        became_natural: outcome.map(|it| Natural::code(it.natural)),
        learned: outcome.and_then(|it| it.learned.as_ref()).map(ToString::to_string),
        look_again_on: mine.stored.look_again_on.map(Text),
        check_ins: mine.check_ins.iter().map(checked_in).collect(),
    }
}

fn asked(moment: &Moment, changes: u32) -> Asked {
    Asked { days: days(moment.days()), time: clock(moment.time()), zone: moment.zone().to_owned(), changes }
}

fn checked_in(one: &CheckIn) -> CheckedIn {
    CheckedIn {
        date: Text(one.on),
        outcome: one.outcome.code(),
        words: one.words.as_ref().map(ToString::to_string),
    }
}

pub(super) fn dropped(mine: &MyDrop) -> Dropped {
    let drop = &mine.drop;
    let mut dropped = Dropped {
        id: mine.id.0,
        series: None,
        times_a_year: None,
        minutes_each: None,
        people: None,
        card: None,
        own: None,
        name: drop.name.as_ref().map(ToString::to_string),
        how: drop.how.code(),
        wanted_minutes_a_week: drop.wanted.minutes(),
        began: Text(drop.from),
        state: drop.state.code(),
        estimates: each(&mine.estimates, |Estimate { on, minutes }| Estimated {
            date: Text(*on),
            minutes_a_week: *minutes,
        }),
    };
    match &drop.what {
        What::Series { fingerprint, times_a_year, minutes_each, people } => {
            dropped.series = Some(Fingerprint::from_bytes(*fingerprint).to_string());
            dropped.times_a_year = Some(*times_a_year);
            dropped.minutes_each = Some(*minutes_each);
            dropped.people = Some(*people);
        }
        What::Card(card) => dropped.card = Some(card.id),
        What::Own(words) => dropped.own = Some(words.to_string()),
    }
    dropped
}

pub(super) fn protected(time: &LeadershipTime) -> Protected {
    Protected {
        days: days(time.days),
        from: clock(time.from),
        minutes: time.minutes,
        began: Text(time.first),
    }
}

fn days(days: Weekdays) -> Vec<&'static str> {
    days.iter().map(|day| DAYS[usize::from(day.to_monday_zero_offset().unsigned_abs())]).collect()
}
