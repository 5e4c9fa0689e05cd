//! Choosing a step, one question at a time: what makes room, whose need, what to practise, when and what then.
//!
//! What has been answered travels in the form itself, never in an address, and nothing is kept until the end.

use access::Actor;
use actions::drops::MyDrop;
use actions::steps::{MakesRoom, NewStep, StepRefused};
use askama::Template;
use axum::extract::{Form, Query};
use jiff::civil::Weekday;
use serde::Deserialize;
use steps::{
    Area, Line, Moment, Need, Plan, Practice, PracticeChoice, Side, StepError, TextError, Weekdays, Weeks,
    Whose,
};

use super::{DaysForm, plan_words, side_words, time_of_day};
use crate::Trouble;
use crate::area;
use crate::ctx::Ctx;
use crate::dates::writes;
use crate::drops::{AskDrop, DropForm, drop_name, line_wrong};
use crate::form::{Choice, Field, errors};
use crate::frame::{Frame, frame};
use crate::pages::{Page, go_saying, show, show_again};
use crate::routes::Routes;
use crate::said::Said;

/// What the form's page is called by another page that begins it with something given.
const BEGIN: &str = "begin";
/// How many questions there are, as the manager counts them.
const QUESTIONS: u8 = 4;

pub(super) fn routes(routes: Routes) -> Routes {
    routes.get("/steps/new", begin).post("/steps/new", turn).post("/steps", choose)
}

/// What has been answered so far.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
struct Draft {
    page: String,
    go: String,
    warned: String,
    room: String,
    why: String,
    #[serde(flatten)]
    drop: DropForm,
    whose: String,
    need: String,
    practice: String,
    own_practice: String,
    own_side: String,
    own_area: String,
    pick: String,
    when: String,
    then: String,
    weeks: String,
    #[serde(flatten)]
    days: DaysForm,
    time: String,
}

/// The pages of the form, in order; the second and third are asked for only when there is need.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum At {
    Room,
    Drop,
    Why,
    Need,
    Practice,
    Plan,
}

impl At {
    const ALL: [(At, &'static str); 6] = [
        (At::Room, "room"),
        (At::Drop, "drop"),
        (At::Why, "why"),
        (At::Need, "need"),
        (At::Practice, "practice"),
        (At::Plan, "plan"),
    ];

    fn code(self) -> &'static str {
        At::ALL.iter().find(|(at, _)| *at == self).map_or("", |(_, code)| code)
    }

    fn from_code(code: &str) -> Option<At> {
        At::ALL.iter().find(|(_, known)| *known == code).map(|(at, _)| *at)
    }

    /// The pages that these answers lead through.
    fn path(draft: &Draft) -> Vec<At> {
        let room = match draft.room.as_str() {
            "new" => Some(At::Drop),
            "nothing" => Some(At::Why),
            _ => None,
        };
        [Some(At::Room), room, Some(At::Need), Some(At::Practice), Some(At::Plan)]
            .into_iter()
            .flatten()
            .collect()
    }

    fn beside(self, draft: &Draft, forward: bool) -> At {
        let path = At::path(draft);
        let here = path.iter().position(|at| *at == self).unwrap_or(0);
        let there = if forward { here + 1 } else { here.saturating_sub(1) };
        path.get(there).copied().unwrap_or(self)
    }

    fn question(self) -> u8 {
        match self {
            At::Room | At::Drop | At::Why => 1,
            At::Need => 2,
            At::Practice => 3,
            At::Plan => QUESTIONS,
        }
    }

    /// The fields that stand on the page; the others are carried.
    fn fields(self) -> &'static [&'static str] {
        match self {
            At::Room => &["room"],
            At::Drop => &["what", "own", "name", "how", "wanted", "now"],
            At::Why => &["why"],
            At::Need => &["whose", "need"],
            At::Practice => &["practice", "own_practice", "own_side", "own_area"],
            At::Plan => &[
                "pick",
                "when",
                "then",
                "weeks",
                "time",
                "monday",
                "tuesday",
                "wednesday",
                "thursday",
                "friday",
                "saturday",
                "sunday",
            ],
        }
    }
}

/// What is wrong: by the name of the field, in words.
type Wrong = (&'static str, String);

impl Draft {
    /// What stands in the form when it is opened.
    fn fresh(asked: &Asked) -> Draft {
        Draft {
            warned: asked.warned.clone(),
            room: asked.drop.clone(),
            practice: asked.practice.clone(),
            drop: DropForm::fresh(),
            weeks: "10".into(),
            days: DaysForm::of(Weekdays::new([Weekday::Tuesday, Weekday::Thursday])),
            time: "15:00".into(),
            ..Draft::default()
        }
    }

    /// The form as it is opened, with what another page gave along: a practice, or a need in somebody's words.
    fn given(self) -> Draft {
        let fresh = Draft::fresh(&Asked::default());
        let Draft { warned, whose, need, practice, .. } = self;
        Draft { warned, whose, need, practice, ..fresh }
    }

    /// Everything answered, by the name of its field.
    fn pairs(&self) -> Vec<(&'static str, &str)> {
        let mut pairs = vec![
            ("warned", self.warned.as_str()),
            ("room", &self.room),
            ("why", &self.why),
            ("whose", &self.whose),
            ("need", &self.need),
            ("practice", &self.practice),
            ("own_practice", &self.own_practice),
            ("own_side", &self.own_side),
            ("own_area", &self.own_area),
            ("pick", &self.pick),
            ("when", &self.when),
            ("then", &self.then),
            ("weeks", &self.weeks),
            ("time", &self.time),
        ];
        pairs.extend(self.drop.pairs());
        pairs.extend(DaysForm::NAMES.into_iter().zip(self.days.values()));
        pairs
    }

    fn making(&self, ctx: &Ctx) -> Result<MakesRoom, Vec<Wrong>> {
        match self.room.as_str() {
            "new" => Ok(MakesRoom::NewDrop(self.drop.read(ctx)?)),
            "nothing" => Ok(MakesRoom::NothingYet(line(ctx, "why", &self.why)?)),
            id => match id.parse() {
                Ok(id) => Ok(MakesRoom::Drop(steps::DropId(id))),
                Err(_) => Err(vec![("room", ctx.words().choose_one())]),
            },
        }
    }

    fn need(&self, ctx: &Ctx) -> Result<Need, Vec<Wrong>> {
        let whose = Whose::from_code(&self.whose).ok_or_else(|| vec![("whose", ctx.words().choose_one())])?;
        let words = Line::maybe(&self.need).map_err(|wrong| vec![("need", line_wrong(ctx, wrong))])?;
        Ok(Need { whose, words })
    }

    fn practice(&self, ctx: &Ctx) -> Result<PracticeChoice, Vec<Wrong>> {
        let missing = || vec![("practice", ctx.words().choose_one())];
        if self.practice != "own" {
            return Practice::by_id(&self.practice).map(PracticeChoice::Catalogue).ok_or_else(missing);
        }
        let words = line(ctx, "own_practice", &self.own_practice)?;
        let wrong = |field| vec![(field, ctx.words().choose_one())];
        let side = Side::from_code(&self.own_side).ok_or_else(|| wrong("own_side"))?;
        let area = Area::from_code(&self.own_area).ok_or_else(|| wrong("own_area"))?;
        Ok(PracticeChoice::Own(words, side, area))
    }

    /// Own words, else the suggestion that was picked.
    fn when(&self) -> &str {
        if self.when.trim().is_empty() { &self.pick } else { &self.when }
    }

    fn plan(&self, ctx: &Ctx) -> Result<(Plan, Weeks, Option<Moment>), Vec<Wrong>> {
        let (when, then) = (line(ctx, "when", self.when()), line(ctx, "then", &self.then));
        let weeks = self.weeks.parse().ok().and_then(Weeks::new).ok_or(("weeks", ctx.words().choose_one()));
        let moment = moment(ctx, &self.days, &self.time);
        match (when, then, weeks, moment) {
            (Ok(when), Ok(then), Ok(weeks), Ok(moment)) => Ok((Plan { when, then }, weeks, moment)),
            (when, then, weeks, moment) => {
                let mut wrong: Vec<Wrong> =
                    [when.err(), then.err()].into_iter().flatten().flatten().collect();
                wrong.extend(weeks.err());
                wrong.extend(moment.err());
                Err(wrong)
            }
        }
    }

    /// What is wrong on one page.
    fn wrong(&self, ctx: &Ctx, at: At) -> Vec<Wrong> {
        match at {
            At::Room if matches!(self.room.as_str(), "new" | "nothing") => Vec::new(),
            At::Room | At::Drop | At::Why => self.making(ctx).err().unwrap_or_default(),
            At::Need => self.need(ctx).err().unwrap_or_default(),
            At::Practice => self.practice(ctx).err().unwrap_or_default(),
            At::Plan => self.plan(ctx).err().unwrap_or_default(),
        }
    }

    fn read(&self, ctx: &Ctx) -> Result<NewStep, Vec<Wrong>> {
        let (plan, weeks, moment) = self.plan(ctx)?;
        Ok(NewStep {
            practice: self.practice(ctx)?,
            plan,
            need: self.need(ctx)?,
            making: self.making(ctx)?,
            weeks,
            moment,
        })
    }
}

fn line(ctx: &Ctx, field: &'static str, text: &str) -> Result<Line, Vec<Wrong>> {
    Line::new(text).map_err(|wrong: TextError| vec![(field, line_wrong(ctx, wrong))])
}

/// When to be asked: with no day ticked, never.
pub(super) fn moment(ctx: &Ctx, days: &DaysForm, time: &str) -> Result<Option<Moment>, Wrong> {
    let Some(days) = days.days() else { return Ok(None) };
    let wrong = || ("time", ctx.words().time_wrong());
    let time = time_of_day(time).ok_or_else(wrong)?;
    Moment::new(days, time, ctx.zone()).map(Some).map_err(|_| wrong())
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Asked {
    warned: String,
    drop: String,
    practice: String,
}

#[derive(Template)]
#[template(path = "steps/choose.html")]
struct ChoosePage {
    frame: Frame,
    errors_title: String,
    errors: Vec<Field>,
    progress: String,
    question: u8,
    questions: u8,
    heading: String,
    lead: String,
    action: &'static str,
    carried: Vec<(&'static str, String)>,
    part: Part,
    next: String,
    /// Empty on the first page.
    back: String,
    cancel: String,
}

enum Part {
    Room(Field, Vec<Choice>),
    Drop(Box<AskDrop>),
    Why(Field),
    Need(Field, Vec<Choice>, Field, AskGroup),
    Practice(Box<AskPractice>),
    Plan(Box<AskPlan>),
}

/// The way to a short round that asks the group itself.
struct AskGroup {
    text: String,
    action: String,
}

struct AskPractice {
    field: Field,
    areas: Vec<AreaPart>,
    own: AreaPart,
    words: Field,
    side: Field,
    sides: Vec<Choice>,
    area: Field,
    own_areas: Vec<Choice>,
}

struct AreaPart {
    name: String,
    motto: String,
    open: bool,
    choices: Vec<Choice>,
}

struct AskPlan {
    practice: String,
    side: String,
    pick: Field,
    picks: Vec<Choice>,
    when: Field,
    then: Field,
    weeks: Field,
    week_choices: Vec<Choice>,
    days: Field,
    boxes: Vec<Choice>,
    time: Field,
}

#[derive(Template)]
#[template(path = "steps/warned.html")]
struct WarnedPage {
    frame: Frame,
    heading: String,
    text: String,
    plans: Vec<String>,
    /// Empty when there is no going on.
    go_on: String,
    go_on_url: String,
    /// What is carried on in a form; where there is nothing, a link will do.
    carried: Vec<(&'static str, String)>,
    back: String,
}

async fn begin(ctx: Ctx, Query(asked): Query<Asked>) -> Page {
    let by = ctx.actor()?;
    let practising = practising(&ctx, by).await?;
    if practising.len() > usize::from(asked.warned == "yes") {
        return show(&warned(&ctx, practising, &asked));
    }
    let draft = Draft::fresh(&asked);
    let page = page(&ctx, by, At::Room, &draft, Vec::new()).await?;
    show(&page)
}

/// Begins with what another page gave along: it travels in the form, as everything here does.
async fn begin_with(ctx: &Ctx, by: Actor, draft: Draft) -> Page {
    let practising = practising(ctx, by).await?;
    if practising.len() > usize::from(draft.warned == "yes") {
        let given = [("whose", &draft.whose), ("need", &draft.need), ("practice", &draft.practice)];
        let mut page = warned(ctx, practising, &Asked::default());
        page.carried = vec![("page", BEGIN.to_owned()), ("warned", "yes".to_owned())];
        page.carried.extend(given.map(|(name, value)| (name, value.clone())));
        return show(&page);
    }
    show(&page(ctx, by, At::Room, &draft, Vec::new()).await?)
}

/// The plans of the steps that are practised.
async fn practising(ctx: &Ctx, by: Actor) -> Result<Vec<String>, Trouble> {
    let today = ctx.today();
    let now = ctx.desk().read(move |tx| actions::steps::today(tx, &by, today)).await?;
    let steps = now.step.into_iter().chain(now.second);
    Ok(steps.map(|it| plan_words(ctx.words(), &it.mine.step().chosen.plan)).collect())
}

fn warned(ctx: &Ctx, plans: Vec<String>, asked: &Asked) -> WarnedPage {
    let words = ctx.words();
    let third = plans.len() > 1;
    let heading = if third { words.choose_third() } else { words.choose_second() };
    let mut go_on_url = String::from("/steps/new?warned=yes");
    // Ids alone are carried on: digits, and those of practices.
    for (name, value) in [("drop", &asked.drop), ("practice", &asked.practice)] {
        if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
            go_on_url.push_str(&format!("&{name}={value}"));
        }
    }
    WarnedPage {
        frame: frame(ctx, "/steps", heading.clone()),
        heading,
        text: if third { words.choose_third_text() } else { words.choose_second_text() },
        plans,
        go_on: if third { String::new() } else { words.choose_second_go_on() },
        go_on_url,
        carried: Vec::new(),
        back: words.choose_second_back(),
    }
}

/// To the next page, or back to the one before: nothing that was typed is lost either way.
async fn turn(ctx: Ctx, Form(draft): Form<Draft>) -> Page {
    let by = ctx.actor()?;
    if draft.page == BEGIN {
        return begin_with(&ctx, by, draft.given()).await;
    }
    let at = At::from_code(&draft.page).ok_or(Trouble::Garbled)?;
    if draft.go == "back" {
        return show(&page(&ctx, by, at.beside(&draft, false), &draft, Vec::new()).await?);
    }
    let wrong = draft.wrong(&ctx, at);
    if !wrong.is_empty() {
        return show_again(&page(&ctx, by, at, &draft, wrong).await?);
    }
    show(&page(&ctx, by, at.beside(&draft, true), &draft, Vec::new()).await?)
}

async fn choose(ctx: Ctx, Form(draft): Form<Draft>) -> Page {
    let by = ctx.actor()?;
    for at in At::path(&draft) {
        let wrong = draft.wrong(&ctx, at);
        if !wrong.is_empty() {
            return show_again(&page(&ctx, by, at, &draft, wrong).await?);
        }
    }
    // Every page was right, so the whole is.
    let new = draft.read(&ctx).map_err(|_| Trouble::Garbled)?;
    let (warned_of, today) = (draft.warned == "yes", ctx.today());
    match ctx.desk().write(move |tx| actions::steps::choose(tx, &by, &new, warned_of, today)).await {
        Ok(id) => go_saying(&ctx, &format!("/steps/{}", id.0), Said::StepChosen),
        Err(StepRefused::Step(StepError::OneAtATime { .. })) => {
            let practising = practising(&ctx, by).await?;
            show_again(&warned(&ctx, practising, &Asked::default()))
        }
        Err(StepRefused::Drop(_) | StepRefused::Fault(actions::Fault::NotFound)) => {
            let wrong = vec![("room", ctx.words().choose_drop_gone())];
            show_again(&page(&ctx, by, At::Room, &draft, wrong).await?)
        }
        Err(StepRefused::TooMany) => {
            let wrong = vec![("when", ctx.words().choose_too_many(actions::steps::MOST_STEPS))];
            show_again(&page(&ctx, by, At::Plan, &draft, wrong).await?)
        }
        Err(StepRefused::Fault(fault)) => Err(fault.into()),
        Err(StepRefused::Step(_)) => Err(Trouble::Garbled),
    }
}

async fn page(ctx: &Ctx, by: Actor, at: At, draft: &Draft, wrong: Vec<Wrong>) -> Result<ChoosePage, Trouble> {
    let words = ctx.words();
    let (mut part, heading, lead) = match at {
        At::Room => {
            let open = ctx.desk().read(move |tx| actions::drops::open(tx, &by)).await?;
            (ask_room(ctx, draft, &open), words.choose_room(), words.choose_room_text())
        }
        At::Drop => {
            let ask = AskDrop::new(ctx, &draft.drop, &wrong).await?;
            (Part::Drop(Box::new(ask)), words.drop_new(), words.drop_new_text())
        }
        At::Why => {
            let field =
                Field::new("why", words.choose_why_field(), &draft.why).with_hint(words.choose_why_hint());
            (Part::Why(field), words.choose_why(), words.choose_why_text())
        }
        At::Need => (ask_need(ctx, draft), words.choose_need(), words.choose_need_text()),
        At::Practice => (ask_practice(ctx, draft), words.choose_practice(), words.choose_practice_text()),
        At::Plan => (ask_plan(ctx, draft), words.choose_plan(), words.choose_plan_text()),
    };
    part.tell(&wrong);
    let errors = errors(part.fields());
    let title = if errors.is_empty() { heading.clone() } else { words.error_title(&heading) };
    let mut carried = vec![("page", at.code().to_owned())];
    let left_out = at.fields();
    carried.extend(
        draft
            .pairs()
            .into_iter()
            .filter(|(name, value)| !left_out.contains(name) && !value.is_empty())
            .map(|(name, value)| (name, value.to_owned())),
    );
    let last = at == At::Plan;
    Ok(ChoosePage {
        frame: frame(ctx, "/steps", title),
        errors_title: words.form_trouble(),
        errors,
        progress: words.choose_progress(at.question(), QUESTIONS),
        question: at.question(),
        questions: QUESTIONS,
        heading,
        lead,
        action: if last { "/steps" } else { "/steps/new" },
        carried,
        part,
        next: if last { words.choose_begin() } else { words.go_on() },
        back: if at == At::Room { String::new() } else { words.back() },
        cancel: words.cancel(),
    })
}

impl Part {
    /// Every field on the page, in order.
    fn fields(&self) -> Vec<&Field> {
        match self {
            Part::Room(field, _) | Part::Why(field) => vec![field],
            Part::Drop(ask) => ask.fields(),
            Part::Need(whose, _, need, _) => vec![whose, need],
            Part::Practice(ask) => vec![&ask.field, &ask.words, &ask.side, &ask.area],
            Part::Plan(ask) => vec![&ask.when, &ask.then, &ask.weeks, &ask.time],
        }
    }

    /// Writes what is wrong by its field.
    fn tell(&mut self, wrong: &[Wrong]) {
        let fields: Vec<&mut Field> = match self {
            Part::Room(field, _) | Part::Why(field) => vec![field],
            Part::Drop(_) => return,
            Part::Need(whose, _, need, _) => vec![whose, need],
            Part::Practice(ask) => {
                let AskPractice { field, words, side, area, .. } = &mut **ask;
                vec![field, words, side, area]
            }
            Part::Plan(ask) => {
                let AskPlan { when, then, weeks, time, .. } = &mut **ask;
                vec![when, then, weeks, time]
            }
        };
        for field in fields {
            if let Some((_, words)) = wrong.iter().find(|(name, _)| *name == field.name) {
                field.error.clone_from(words);
            }
        }
    }
}

fn ask_room(ctx: &Ctx, draft: &Draft, open: &[MyDrop]) -> Part {
    let words = ctx.words();
    let choice = |value: String, label, hint| {
        let current = draft.room == value;
        Choice::new(value, label, current).with_hint(hint)
    };
    let mut choices: Vec<_> = open
        .iter()
        .map(|mine| {
            let wanted = words.choose_room_wanted(mine.drop.wanted.minutes());
            choice(mine.id.0.to_string(), drop_name(ctx, &mine.drop), wanted)
        })
        .collect();
    choices.push(choice("new".into(), words.choose_room_new(), words.choose_room_new_hint()));
    choices.push(choice("nothing".into(), words.choose_room_nothing(), words.choose_room_nothing_hint()));
    Part::Room(Field::new("room", words.choose_room_field(), &draft.room), choices)
}

fn ask_need(ctx: &Ctx, draft: &Draft) -> Part {
    let words = ctx.words();
    let choices = Whose::ALL
        .iter()
        .map(|whose| Choice::new(whose.code(), whose_words(ctx, *whose), draft.whose == whose.code()))
        .collect();
    Part::Need(
        Field::new("whose", words.choose_need_whose(), &draft.whose),
        choices,
        Field::new("need", words.choose_need_words(), &draft.need).with_hint(words.choose_need_hint()),
        AskGroup { text: words.choose_need_ask_text(), action: words.choose_need_ask() },
    )
}

pub(crate) fn whose_words(ctx: &Ctx, whose: Whose) -> String {
    let words = ctx.words();
    match whose {
        Whose::Team => words.need_team(),
        Whose::Served => words.need_served(),
        Whose::Colleague => words.need_colleague(),
        Whose::OwnManager => words.need_own_manager(),
        Whose::Myself => words.need_myself(),
    }
}

fn ask_practice(ctx: &Ctx, draft: &Draft) -> Part {
    let (words, language) = (ctx.words(), ctx.language());
    let chosen = Practice::by_id(&draft.practice);
    let areas = Area::ALL
        .iter()
        .map(|area| AreaPart {
            name: area::name(words, *area),
            motto: area::motto(words, *area),
            open: chosen.is_some_and(|practice| practice.area == *area),
            choices: Practice::in_area(*area)
                .map(|practice| {
                    let hint = words.practice_hint(side_words(words, practice.side), practice.minutes);
                    Choice::new(practice.id, practice.text(language), draft.practice == practice.id)
                        .with_hint(hint)
                })
                .collect(),
        })
        .collect();
    let own = draft.practice == "own";
    let sides = Side::ALL
        .iter()
        .map(|side| Choice::new(side.code(), side_words(words, *side), draft.own_side == side.code()))
        .collect();
    let mut own_areas = vec![Choice::new("", words.choose_one(), draft.own_area.is_empty())];
    own_areas.extend(
        Area::ALL
            .iter()
            .map(|area| Choice::new(area.code(), area::name(words, *area), draft.own_area == area.code())),
    );
    Part::Practice(Box::new(AskPractice {
        field: Field::new("practice", words.choose_practice_field(), &draft.practice),
        areas,
        own: AreaPart {
            name: words.practice_own(),
            motto: words.practice_own_text(),
            open: own,
            choices: vec![Choice::new("own", words.practice_own_choice(), own)],
        },
        words: Field::new("own_practice", words.practice_own_words(), &draft.own_practice)
            .with_hint(words.own_words_hint()),
        side: Field::new("own_side", words.practice_own_side(), &draft.own_side),
        sides,
        area: Field::new("own_area", words.practice_own_area(), &draft.own_area),
        own_areas,
    }))
}

fn ask_plan(ctx: &Ctx, draft: &Draft) -> Part {
    let (words, language) = (ctx.words(), ctx.language());
    let practice = draft.practice(ctx).ok();
    let mut picks = vec![Choice::new("", words.plan_pick_none(), draft.pick.is_empty())];
    picks.extend(Plan::suggestions(language).map(|text| Choice::new(text, text, draft.pick == text)));
    let week_choices = (Weeks::LEAST..=Weeks::MOST)
        .map(|weeks| {
            let weeks = weeks.to_string();
            Choice::new(weeks.clone(), weeks.clone(), draft.weeks == weeks)
        })
        .collect();
    Part::Plan(Box::new(AskPlan {
        practice: practice.as_ref().map(|it| it.text(language).to_owned()).unwrap_or_default(),
        side: practice.map(|it| side_words(words, it.side())).unwrap_or_default(),
        pick: Field::new("pick", words.plan_pick(), &draft.pick),
        picks,
        when: Field::new("when", words.plan_when(), &draft.when).with_hint(words.plan_when_hint()),
        then: Field::new("then", words.plan_then(), &draft.then).with_hint(words.plan_then_hint()),
        weeks: Field::new("weeks", words.plan_weeks(), &draft.weeks).with_hint(words.plan_weeks_hint()),
        week_choices,
        days: Field::new("days", words.plan_days(), "").with_hint(words.plan_days_hint()),
        boxes: draft.days.boxes(writes(language)),
        time: Field::new("time", words.plan_time(), &draft.time),
    }))
}
