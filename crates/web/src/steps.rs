//! Steps: the list, and the words that all pages about them share. Choosing one, looking at one and closing one have
//! files of their own.

mod answers;
mod choose;
mod show;

use actions::drops::MyDrop;
use actions::steps::{MyStep, TodayStep};
use askama::Template;
use jiff::civil::{Date, Weekday, date};
use serde::Deserialize;
use steps::{Balance, Done, Moment, Plan, Side, State, StateKind, Weekdays};
use words::Words;

pub(crate) use self::choose::whose_words;
use crate::area;
use crate::ctx::Ctx;
use crate::dates::{Writes, clock, writes};
use crate::drops::{drop_name, freed_words};
use crate::form::Choice;
use crate::frame::{Frame, frame};
use crate::pages::{Page, show};
use crate::picture::{Bar, Share, bar};
use crate::routes::Routes;

pub(crate) fn routes(routes: Routes) -> Routes {
    show::routes(choose::routes(routes.get("/steps", list)))
}

/// A check-in as `base/step.html` draws it.
pub(crate) struct CheckInBox {
    pub(crate) url: String,
    pub(crate) answers: Vec<Choice>,
    /// What was answered; empty while nothing is.
    pub(crate) answered: String,
    pub(crate) change: String,
    pub(crate) change_url: String,
}

impl CheckInBox {
    /// The question, or what was answered unless it is to be changed.
    pub(crate) fn new(words: &Words, url: String, said: Option<Done>, change_url: String) -> CheckInBox {
        CheckInBox {
            url,
            answers: answers(words),
            answered: said.map(|said| answer(words, said)).unwrap_or_default(),
            change: words.check_in_change(),
            change_url,
        }
    }
}

/// The three answers, in the order they are shown.
pub(crate) fn answers(words: &Words) -> Vec<Choice> {
    Done::ALL.iter().map(|done| Choice::new(done.code(), answer(words, *done), false)).collect()
}

pub(crate) fn answer(words: &Words, done: Done) -> String {
    match done {
        Done::Done => words.check_in_done(),
        Done::NotDone => words.check_in_not_done(),
        Done::NoOccasion => words.check_in_no_occasion(),
    }
}

/// The latest check-ins in words, for those who cannot see the dots.
pub(crate) fn latest_words(words: &Words, latest: &[Done]) -> String {
    let count = |done| latest.iter().filter(|it| **it == done).count();
    words.check_in_latest(count(Done::Done), count(Done::NotDone), count(Done::NoOccasion))
}

/// "När jag kommer till morgonmötet, då frågar jag …".
pub(crate) fn plan_words(words: &Words, plan: &Plan) -> String {
    let open = |text: &str| text.trim_end_matches(['.', ',']).to_owned();
    words.step_plan(open(plan.when.as_str()), open(plan.then.as_str()))
}

pub(crate) fn side_words(words: &Words, side: Side) -> String {
    match side {
        Side::Challenge => words.step_challenge(),
        Side::Care => words.step_care(),
    }
}

/// "tisdag och torsdag, 15:00".
pub(crate) fn moment_words(words: &Words, writes: &Writes, moment: &Moment) -> String {
    words.step_asked(days_words(writes, moment.days()), clock(moment.time()))
}

pub(crate) fn days_words(writes: &Writes, days: Weekdays) -> String {
    days.iter().map(|day| writes.weekday(some(day))).collect::<Vec<_>>().join(", ")
}

/// Some day with this name: 1 January 2024 was a Monday.
fn some(day: Weekday) -> Date {
    date(2024, 1, 1 + day.to_monday_zero_offset())
}

/// Days of the week in a form: a box for each.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub(crate) struct DaysForm {
    monday: String,
    tuesday: String,
    wednesday: String,
    thursday: String,
    friday: String,
    saturday: String,
    sunday: String,
}

impl DaysForm {
    pub(crate) const NAMES: [&'static str; 7] =
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    pub(crate) fn of(days: Option<Weekdays>) -> DaysForm {
        let box_of =
            |day| if days.is_some_and(|days| days.has(day)) { "yes".to_owned() } else { String::new() };
        DaysForm {
            monday: box_of(Weekday::Monday),
            tuesday: box_of(Weekday::Tuesday),
            wednesday: box_of(Weekday::Wednesday),
            thursday: box_of(Weekday::Thursday),
            friday: box_of(Weekday::Friday),
            saturday: box_of(Weekday::Saturday),
            sunday: box_of(Weekday::Sunday),
        }
    }

    pub(crate) fn values(&self) -> [&str; 7] {
        [
            &self.monday,
            &self.tuesday,
            &self.wednesday,
            &self.thursday,
            &self.friday,
            &self.saturday,
            &self.sunday,
        ]
    }

    /// The ticked days, if any.
    pub(crate) fn days(&self) -> Option<Weekdays> {
        let week = Weekday::Monday.cycle_forward().take(7);
        Weekdays::new(week.zip(self.values()).filter(|(_, ticked)| !ticked.is_empty()).map(|(day, _)| day))
    }

    /// As boxes to tick.
    pub(crate) fn boxes(&self, writes: &Writes) -> Vec<Choice> {
        let week = Weekday::Monday.cycle_forward().zip(Self::NAMES).zip(self.values());
        week.map(|((day, name), ticked)| Choice::new(name, writes.weekday(some(day)), !ticked.is_empty()))
            .collect()
    }
}

/// A time of day as browsers send it: "15:00", or with seconds.
pub(crate) fn time_of_day(text: &str) -> Option<jiff::civil::Time> {
    let (hour, rest) = text.trim().split_once(':')?;
    let minute = rest.split(':').next()?;
    jiff::civil::Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
}

#[derive(Template)]
#[template(path = "steps/list.html")]
struct ListPage {
    frame: Frame,
    heading: String,
    lead: String,
    empty: Option<Empty>,
    current: Vec<Current>,
    new: String,
    drops: Rows,
    choose_away: String,
    paused: Rows,
    finished: Rows,
    balance: Option<BalancePanel>,
    feed: Row,
}

struct Empty {
    title: String,
    words: String,
    action: String,
    or: String,
}

/// A step under way.
struct Current {
    id: String,
    kicker: String,
    plan: String,
    by: String,
    url: String,
    open: String,
    /// Empty while today is not answered.
    answered: String,
    review: String,
    review_action: String,
    latest_words: String,
    latest: Vec<&'static str>,
}

/// Things under a heading; nothing at all when there are none.
struct Rows {
    heading: String,
    rows: Vec<Row>,
}

struct Row {
    url: String,
    name: String,
    text: String,
}

struct BalancePanel {
    heading: String,
    words: String,
    bar: Bar,
}

async fn list(ctx: Ctx) -> Page {
    let (words, by, today) = (ctx.words(), ctx.actor()?, ctx.today());
    let (steps, drops, glance) = ctx
        .desk()
        .read(move |tx| {
            let glance = actions::steps::today(tx, &by, today)?;
            Ok::<_, actions::Fault>((actions::steps::all(tx, &by)?, actions::drops::all(tx, &by)?, glance))
        })
        .await?;
    let current: Vec<_> = glance.step.iter().chain(&glance.second).map(|it| current(&ctx, it)).collect();
    let empty = (steps.is_empty() && drops.is_empty()).then(|| Empty {
        title: words.steps_empty(),
        words: words.steps_empty_text(),
        action: words.steps_begin(),
        or: words.steps_empty_or(),
    });
    let of = |kind: StateKind| steps.iter().filter(move |it| it.step().state.kind() == kind);
    show(&ListPage {
        frame: frame(&ctx, "/steps", words.nav_steps()),
        heading: words.nav_steps(),
        lead: words.steps_lead(),
        new: if current.is_empty() { words.steps_begin() } else { words.steps_second() },
        empty,
        current,
        drops: Rows {
            heading: words.drops_heading(),
            rows: drops.iter().map(|it| drop_row(&ctx, it)).collect(),
        },
        choose_away: words.drops_choose(),
        paused: Rows {
            heading: words.steps_paused(),
            rows: of(StateKind::Paused).map(|it| step_row(&ctx, it)).collect(),
        },
        finished: Rows {
            heading: words.steps_finished(),
            rows: of(StateKind::Finished).map(|it| step_row(&ctx, it)).collect(),
        },
        balance: balance_panel(words, &actions::steps::balance(&steps)),
        feed: Row { url: "/feed".into(), name: words.feed_heading(), text: words.feed_short() },
    })
}

fn current(ctx: &Ctx, glance: &TodayStep) -> Current {
    let (words, step) = (ctx.words(), glance.mine.step());
    let url = format!("/steps/{}", glance.mine.id().0);
    Current {
        id: format!("step-{}", glance.mine.id().0),
        kicker: words.step_under_way(),
        plan: plan_words(words, &step.chosen.plan),
        by: by_line(ctx, &glance.mine),
        open: if glance.today.is_some() { words.step_open() } else { words.check_in_ask() },
        answered: match &glance.today {
            Some(said) => words.step_open_answered(answer(words, said.outcome)),
            None => String::new(),
        },
        review: if glance.review_due { words.step_review_due() } else { String::new() },
        review_action: words.step_review_do(),
        latest_words: latest_words(words, &glance.latest),
        latest: glance.latest.iter().map(|done| done.code()).collect(),
        url,
    }
}

/// "Se människan · omsorg · dag 9 av 70".
pub(crate) fn by_line(ctx: &Ctx, mine: &MyStep) -> String {
    let (words, practice) = (ctx.words(), &mine.step().chosen.practice);
    let (day, days) = mine.day(ctx.today());
    let place = if mine.step().state == State::Practising && day <= days {
        words.step_day(day, days)
    } else {
        words.step_days(day)
    };
    format!("{} · {} · {place}", area::name(words, practice.area()), side_words(words, practice.side()))
}

fn step_row(ctx: &Ctx, mine: &MyStep) -> Row {
    let (words, dates) = (ctx.words(), writes(ctx.language()));
    let step = mine.step();
    let text = match &step.state {
        State::Practising => String::new(),
        State::Paused { since, until: None } => words.step_paused_since(dates.day(*since)),
        State::Paused { since: _, until: Some(_) } if step.pause_is_over(ctx.today()) => {
            words.step_pause_over()
        }
        State::Paused { since: _, until: Some(until) } => words.step_paused_until(dates.day(*until)),
        State::Finished { on, .. } => {
            let again = mine.stored.look_again_on.filter(|day| *day <= ctx.today());
            let done = mine.check_ins.summary().done;
            match again {
                Some(_) => words.step_look_again(dates.date(*on)),
                None => words.step_finished_on(dates.date(*on), done),
            }
        }
    };
    Row {
        url: format!("/steps/{}", mine.id().0),
        name: step.chosen.practice.text(ctx.language()).to_owned(),
        text,
    }
}

fn drop_row(ctx: &Ctx, mine: &MyDrop) -> Row {
    Row {
        url: format!("/drops/{}", mine.id.0),
        name: drop_name(ctx, &mine.drop),
        text: freed_words(ctx, mine),
    }
}

fn balance_panel(words: &Words, balance: &Balance) -> Option<BalancePanel> {
    let days = balance.days;
    // One side of one step is no balance yet.
    if balance.steps.both() < 2 || days.both() == 0 {
        return None;
    }
    let share = |kind, side: Side, of: u32| Share {
        kind,
        label: side_words(words, side),
        amount: words.balance_days(of),
        minutes: of,
    };
    let shares = [
        share("coordination", Side::Challenge, days.challenge),
        share("firefighting", Side::Care, days.care),
    ];
    Some(BalancePanel {
        heading: words.balance_heading(),
        words: words.balance_text(),
        bar: bar(words.balance_label(days.challenge, days.care), &shares),
    })
}
