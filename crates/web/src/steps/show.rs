//! One step: how it goes, what it gave, and closing it.

use actions::check_in::{CheckInRefused, Remark, Said as SaidOfDay};
use actions::steps::{MyStep, StepRefused, StepStory};
use askama::Template;
use axum::extract::{Form, Path, Query};
use jiff::ToSpan;
use serde::Deserialize;
use steps::{
    Because, CheckInError, DAYS_BACK, Done, Help, Line, Natural, Outcome, Room, State, StateKind, StepId,
    Verdict, Words as OwnWords,
};

use super::answers::AnswersPart;
use super::choose::{moment, whose_words};
use super::{CheckInBox, DaysForm, answer, answers, by_line, latest_words, moment_words, plan_words};
use crate::Trouble;
use crate::ctx::Ctx;
use crate::dates::{clock, week_number, writes};
use crate::drops::{drop_name, freed_words, line_wrong};
use crate::form::{Choice, Field, errors};
use crate::frame::{Frame, frame};
use crate::pages::{Page, go, go_saying, safe_path, show, show_again};
use crate::picture::{Figures, Row};
use crate::routes::Routes;
use crate::said::Said;

/// For how many weeks a step can be put aside from its page; 0 is until the manager says so.
const PAUSE_WEEKS: [i64; 4] = [0, 1, 2, 4];

pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .get("/steps/{step}", look)
        .post("/steps/{step}/check-ins", check_in)
        .post("/steps/{step}/pause", pause)
        .post("/steps/{step}/resume", resume)
        .post("/steps/{step}/moment", set_moment)
        .get("/steps/{step}/finish", ask_finish)
        .post("/steps/{step}/finish", finish)
}

#[derive(Template)]
#[template(path = "steps/step.html")]
struct StepPage {
    frame: Frame,
    errors_title: String,
    errors: Vec<Field>,
    kicker: String,
    plan: String,
    by: String,
    practice: String,
    review: Option<Review>,
    ask: Option<AskToday>,
    resume: Option<Resume>,
    learned: Option<Learned>,
    went: Went,
    helped: Helped,
    answered: AnswersPart,
    why_heading: String,
    facts: Vec<(String, String)>,
    drop: Option<DropLine>,
    moment: Option<AskMoment>,
    close: Option<Close>,
    back: String,
}

struct Review {
    text: String,
    url: String,
    action: String,
}

struct AskToday {
    heading: String,
    check_in: CheckInBox,
    more: String,
    more_open: bool,
    url: String,
    day: Field,
    days: Vec<Choice>,
    answer: Field,
    answers: Vec<Choice>,
    words: Field,
    save: String,
}

struct Resume {
    heading: String,
    text: String,
    url: String,
    action: String,
    /// Asked when another step is practised.
    warned: Option<Field>,
}

struct Learned {
    heading: String,
    natural: String,
    words: Vec<String>,
    again: String,
    again_url: String,
    again_action: String,
}

struct Went {
    heading: String,
    summary: String,
    latest: Vec<&'static str>,
    latest_words: String,
    said: Vec<(String, String)>,
    table: Option<Figures>,
}

struct Helped {
    heading: String,
    kind: &'static str,
    verdict: String,
    because: Vec<String>,
    caution: String,
}

struct DropLine {
    label: String,
    url: String,
    name: String,
    text: String,
}

struct AskMoment {
    open: String,
    opened: bool,
    url: String,
    days: Field,
    boxes: Vec<Choice>,
    time: Field,
    save: String,
}

struct Close {
    heading: String,
    pause_url: String,
    pause: String,
    pause_text: String,
    pause_for: Field,
    pauses: Vec<Choice>,
    finish_url: String,
    finish: String,
    finish_text: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Asked {
    change: String,
}

/// A form that came back: which fields, what was typed, and what was wrong.
#[derive(Default)]
struct Again {
    check_in: Option<(CheckInForm, Vec<(&'static str, String)>)>,
    moment: Option<(MomentForm, (&'static str, String))>,
    second: bool,
}

async fn look(ctx: Ctx, Path(id): Path<i64>, Query(asked): Query<Asked>) -> Page {
    show(&step_page(&ctx, StepId(id), &asked, Again::default()).await?)
}

async fn step_page(ctx: &Ctx, id: StepId, asked: &Asked, again: Again) -> Result<StepPage, Trouble> {
    let (words, by) = (ctx.words(), ctx.actor()?);
    let story = ctx.desk().read(move |tx| actions::steps::story(tx, &by, id)).await?;
    let mine = &story.mine;
    let step = mine.step();
    let kind = step.state.kind();
    let change = asked.change == "yes";
    let ask = (kind != StateKind::Finished).then(|| ask_today(ctx, mine, change, again.check_in.as_ref()));
    let moment = (kind != StateKind::Finished).then(|| ask_moment(ctx, mine, again.moment.as_ref()));
    let resume = (kind == StateKind::Paused).then(|| resume_part(ctx, mine, again.second));
    let fields = ask.iter().flat_map(|ask| [&ask.day, &ask.answer, &ask.words]);
    let fields = fields.chain(moment.iter().map(|ask| &ask.time));
    let errors = errors(fields.chain(resume.iter().filter_map(|it| it.warned.as_ref())));
    let title = step.chosen.practice.text(ctx.language()).to_owned();
    Ok(StepPage {
        frame: frame(ctx, "/steps", if errors.is_empty() { title } else { words.error_title(title) }),
        errors_title: words.form_trouble(),
        errors,
        kicker: match kind {
            StateKind::Practising => words.step_under_way(),
            StateKind::Paused => words.step_is_paused(),
            StateKind::Finished => words.step_is_finished(),
        },
        plan: plan_words(words, &step.chosen.plan),
        by: by_line(ctx, mine),
        practice: step.chosen.practice.text(ctx.language()).to_owned(),
        review: step.review_is_due(ctx.today()).then(|| Review {
            text: words.step_review_due(),
            url: format!("/steps/{}/finish", id.0),
            action: words.step_review_do(),
        }),
        ask,
        resume,
        learned: learned(ctx, mine),
        went: went(ctx, mine),
        helped: helped(ctx, &story.help),
        answered: super::answers::part(ctx, id).await?,
        why_heading: words.step_why(),
        facts: facts(ctx, mine),
        drop: drop_line(ctx, &story),
        moment,
        close: (kind != StateKind::Finished).then(|| close(ctx, mine)),
        back: words.step_all(),
    })
}

fn ask_today(
    ctx: &Ctx,
    mine: &MyStep,
    change: bool,
    again: Option<&(CheckInForm, Vec<(&'static str, String)>)>,
) -> AskToday {
    let (words, today) = (ctx.words(), ctx.today());
    let said = mine.check_ins.on(today);
    let here = format!("/steps/{}", mine.id().0);
    let url = format!("{here}/check-ins");
    let typed = again.map(|(form, _)| form.clone()).unwrap_or_else(|| CheckInForm {
        day: today.to_string(),
        answer: said.map(|said| said.outcome.code().to_owned()).unwrap_or_default(),
        words: said.and_then(|said| said.words.as_ref()).map(ToString::to_string),
    });
    let wrong = |name| {
        let (_, wrong) = again?;
        wrong.iter().find(|(field, _)| *field == name).map(|(_, words)| words.clone())
    };
    let mut choices = answers(words);
    for choice in &mut choices {
        choice.current = choice.value == typed.answer;
    }
    AskToday {
        heading: words.check_in_ask(),
        check_in: CheckInBox::new(
            words,
            url.clone(),
            said.filter(|_| !change).map(|said| said.outcome),
            format!("{here}?change=yes#check-in"),
        ),
        more: words.check_in_more(),
        more_open: again.is_some(),
        url,
        day: Field::new("day", words.check_in_day(), "").with_error(wrong("day")),
        days: days_back(ctx, mine, &typed.day),
        answer: Field::new("answer", words.check_in_how(), "").with_error(wrong("answer")),
        answers: choices,
        words: Field::new("words", words.check_in_words(), typed.words.unwrap_or_default())
            .with_hint(words.own_words_hint())
            .with_error(wrong("words")),
        save: words.save(),
    }
}

/// The days that can be checked in on, today first.
fn days_back(ctx: &Ctx, mine: &MyStep, chosen: &str) -> Vec<Choice> {
    let (today, dates) = (ctx.today(), writes(ctx.language()));
    (0..=i64::from(DAYS_BACK))
        .map_while(|back| today.checked_sub(back.days()).ok())
        .take_while(|day| *day >= mine.step().began)
        .map(|day| Choice::new(day.to_string(), dates.full(day), day.to_string() == chosen))
        .collect()
}

fn ask_moment(ctx: &Ctx, mine: &MyStep, again: Option<&(MomentForm, (&'static str, String))>) -> AskMoment {
    let (words, now) = (ctx.words(), mine.step().chosen.moment.as_ref());
    let typed = again.map(|(form, _)| form.clone()).unwrap_or_else(|| MomentForm {
        days: DaysForm::of(now.map(steps::Moment::days)),
        time: now.map_or_else(|| "15:00".to_owned(), |moment| clock(moment.time())),
    });
    AskMoment {
        open: words.step_moment_change(),
        opened: again.is_some(),
        url: format!("/steps/{}/moment", mine.id().0),
        days: Field::new("days", words.plan_days(), "").with_hint(words.plan_days_hint()),
        boxes: typed.days.boxes(writes(ctx.language())),
        time: Field::new("time", words.plan_time(), typed.time)
            .with_error(again.map(|(_, (_, error))| error.clone())),
        save: words.save(),
    }
}

fn resume_part(ctx: &Ctx, mine: &MyStep, second: bool) -> Resume {
    let (words, dates) = (ctx.words(), writes(ctx.language()));
    let text = match mine.step().state {
        State::Paused { .. } if mine.step().pause_is_over(ctx.today()) => words.step_pause_over(),
        State::Paused { until: Some(until), .. } => words.step_paused_until(dates.date(until)),
        State::Paused { since, .. } => words.step_paused_since(dates.date(since)),
        State::Practising | State::Finished { .. } => String::new(),
    };
    Resume {
        heading: words.step_is_paused(),
        text,
        url: format!("/steps/{}/resume", mine.id().0),
        action: words.step_resume(),
        warned: second.then(|| {
            Field::new("warned", words.step_resume_warned(), "").with_error(Some(words.step_resume_second()))
        }),
    }
}

fn learned(ctx: &Ctx, mine: &MyStep) -> Option<Learned> {
    let (words, dates) = (ctx.words(), writes(ctx.language()));
    let State::Finished { on, outcome } = &mine.step().state else { return None };
    let due = mine.stored.look_again_on.is_some_and(|day| day <= ctx.today());
    let practice = match &mine.step().chosen.practice {
        steps::PracticeChoice::Catalogue(practice) => format!("?practice={}", practice.id),
        steps::PracticeChoice::Own(..) => String::new(),
    };
    Some(Learned {
        heading: words.step_closed_on(dates.date(*on)),
        natural: match outcome.natural {
            Natural::Yes => words.natural_was_yes(),
            Natural::Partly => words.natural_was_partly(),
            Natural::No => words.natural_was_no(),
        },
        words: outcome.learned.iter().flat_map(|it| it.as_str().lines().map(str::to_owned)).collect(),
        again: match mine.stored.look_again_on {
            Some(_) if due => words.step_look_again_now(),
            Some(day) => words.step_look_again_later(dates.date(day)),
            None => String::new(),
        },
        again_url: format!("/steps/new{practice}"),
        again_action: words.step_take_again(),
    })
}

fn went(ctx: &Ctx, mine: &MyStep) -> Went {
    let (words, dates) = (ctx.words(), writes(ctx.language()));
    let summary = mine.check_ins.summary();
    let latest = mine.latest();
    let said = mine.check_ins.iter().filter_map(|it| {
        let own = it.words.as_ref()?;
        Some((format!("{} · {}", dates.day(it.on), answer(words, it.outcome)), own.to_string()))
    });
    let mut said: Vec<_> = said.collect();
    said.reverse();
    said.truncate(5);
    let rows: Vec<_> = mine
        .check_ins
        .weeks()
        .into_iter()
        .rev()
        .map(|week| Row {
            name: words.week_short(week_number(week.monday).to_string()),
            cells: [week.count.done, week.count.not_done, week.count.no_occasion]
                .map(|it| it.to_string().into())
                .into(),
        })
        .collect();
    Went {
        heading: words.step_went(),
        summary: match (summary.days(), summary.occasions()) {
            (0, _) => words.step_went_nothing(),
            (_, 0) => words.step_went_no_occasion(),
            (_, occasions) => words.step_went_of(summary.done, occasions),
        },
        latest_words: latest_words(words, &latest),
        latest: latest.into_iter().map(Done::code).collect(),
        said,
        table: (!rows.is_empty()).then(|| Figures {
            open: words.step_weeks(),
            caption: words.step_weeks(),
            head: vec![
                words.week_column(),
                words.check_in_done(),
                words.check_in_not_done(),
                words.check_in_no_occasion(),
            ],
            rows,
        }),
    }
}

fn helped(ctx: &Ctx, help: &Help) -> Helped {
    let words = ctx.words();
    let (kind, verdict) = match help.verdict {
        Verdict::LikelyBetter => ("better", words.help_better()),
        Verdict::CannotTellYet => ("unsure", words.help_unsure()),
        Verdict::LikelyNot => ("worse", words.help_not()),
    };
    Helped {
        heading: words.help_heading(),
        kind,
        verdict,
        because: help.because.iter().map(|because| because_words(ctx, *because, help)).collect(),
        caution: words.help_caution(),
    }
}

fn because_words(ctx: &Ctx, because: Because, help: &Help) -> String {
    let (words, dates) = (ctx.words(), writes(ctx.language()));
    let figures =
        help.leading.map(|it| [it.before, it.after, it.low, it.high].map(|hours| dates.hours_signed(hours)));
    let [before, after, low, high] = figures.unwrap_or_default();
    match because {
        Because::LeadingRose => words.help_rose(before, after, low, high),
        Because::LeadingFell => words.help_fell(before, after, low, high),
        Because::LeadingWithinNoise => words.help_noise(before, after, low, high),
        Because::TooFewWeeks => words.help_few_weeks(),
        Because::Freed => words.help_freed(),
        Because::FreedLittle => words.help_freed_little(),
        Because::FreedNothing => words.help_freed_nothing(),
        Because::FreedNotKnown => words.help_freed_not_known(),
        Because::NoDrop => words.help_no_drop(),
        Because::Practised => words.help_practised(),
        Because::SeldomPractised => words.help_seldom(),
        Because::TooFewCheckIns => words.help_few_check_ins(),
    }
}

fn facts(ctx: &Ctx, mine: &MyStep) -> Vec<(String, String)> {
    let (words, dates) = (ctx.words(), writes(ctx.language()));
    let (step, chosen) = (mine.step(), &mine.step().chosen);
    let mut facts = vec![(words.step_need(), whose_words(ctx, chosen.need.whose))];
    if let Some(need) = &chosen.need.words {
        facts.push((words.step_need_words(), format!("”{need}”")));
    }
    if let Room::NothingYet(why) = &chosen.room {
        facts.push((words.step_no_room(), why.to_string()));
    }
    facts.push((words.step_began(), dates.date(step.began)));
    if let Some(review) = step.review_on() {
        facts.push((words.step_review_on(), dates.date(review)));
    }
    if step.state.kind() != StateKind::Finished {
        let asked = match &chosen.moment {
            Some(moment) => moment_words(words, dates, moment),
            None => words.step_never_asked(),
        };
        facts.push((words.step_moment(), asked));
    }
    facts
}

fn drop_line(ctx: &Ctx, story: &StepStory) -> Option<DropLine> {
    let mine = story.drop.as_ref()?;
    Some(DropLine {
        label: ctx.words().step_room(),
        url: format!("/drops/{}", mine.id.0),
        name: drop_name(ctx, &mine.drop),
        text: freed_words(ctx, mine),
    })
}

fn close(ctx: &Ctx, mine: &MyStep) -> Close {
    let (words, id) = (ctx.words(), mine.id().0);
    let practising = mine.step().state == State::Practising;
    Close {
        heading: if practising { words.step_close_or_pause() } else { words.step_close() },
        pause_url: if practising { format!("/steps/{id}/pause") } else { String::new() },
        pause: words.step_pause(),
        pause_text: words.step_pause_text(),
        pause_for: Field::new("weeks", words.step_pause_for(), ""),
        pauses: PAUSE_WEEKS
            .iter()
            .map(|weeks| {
                let label =
                    if *weeks == 0 { words.step_pause_open() } else { words.step_pause_weeks(*weeks) };
                Choice::new(weeks.to_string(), label, *weeks == 0)
            })
            .collect(),
        finish_url: format!("/steps/{id}/finish"),
        finish: words.step_finish(),
        finish_text: words.step_finish_text(),
    }
}

#[derive(Deserialize, Default, Clone)]
#[serde(default)]
struct CheckInForm {
    answer: String,
    day: String,
    /// Only where it was asked for.
    words: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Back {
    back: String,
}

/// One tap from a page; or a day, an answer and some words.
async fn check_in(
    ctx: Ctx,
    Path(id): Path<i64>,
    Query(Back { back }): Query<Back>,
    Form(form): Form<CheckInForm>,
) -> Page {
    let (by, id, today) = (ctx.actor()?, StepId(id), ctx.today());
    let said = match said_of_day(&ctx, id, &form).await? {
        Ok(said) => said,
        Err(wrong) => return check_in_again(&ctx, id, form, wrong).await,
    };
    match ctx.desk().write(move |tx| actions::check_in::check_in(tx, &by, id, &said, today)).await {
        Ok(()) => {
            let here = format!("/steps/{}", id.0);
            let back = if back.is_empty() { &here } else { safe_path(&back) };
            go_saying(&ctx, back, Said::CheckedIn)
        }
        // Closed meanwhile in another window: the page says so itself.
        Err(CheckInRefused::CheckIn(CheckInError::Finished)) => go(&format!("/steps/{}", id.0)),
        Err(CheckInRefused::CheckIn(_)) => {
            let wrong = ("day", ctx.words().check_in_day_wrong(DAYS_BACK));
            check_in_again(&ctx, id, form, wrong).await
        }
        Err(CheckInRefused::Fault(fault)) => Err(fault.into()),
    }
}

type Wrong = (&'static str, String);

async fn said_of_day(ctx: &Ctx, id: StepId, form: &CheckInForm) -> Result<Result<SaidOfDay, Wrong>, Trouble> {
    let words = ctx.words();
    let on = match form.day.as_str() {
        "" => ctx.today(),
        day => match day.parse() {
            Ok(day) => day,
            Err(_) => return Ok(Err(("day", words.choose_one()))),
        },
    };
    // Words may be added to what was answered in one tap, without answering again.
    let answered = match Done::from_code(&form.answer) {
        Some(outcome) => Some(outcome),
        None => {
            let by = ctx.actor()?;
            let mine = ctx.desk().read(move |tx| actions::steps::by_id(tx, &by, id)).await?;
            mine.check_ins.on(on).map(|said| said.outcome)
        }
    };
    let remark = match form.words.as_deref().map(Line::maybe).transpose() {
        Ok(words) => words.map_or(Remark::Keep, Remark::Write),
        Err(wrong) => return Ok(Err(("words", line_wrong(ctx, wrong)))),
    };
    let said = answered.map(|outcome| SaidOfDay { on, outcome, remark });
    Ok(said.ok_or_else(|| ("answer", words.choose_one())))
}

async fn check_in_again(ctx: &Ctx, id: StepId, form: CheckInForm, wrong: Wrong) -> Page {
    let again = Again { check_in: Some((form, vec![wrong])), ..Again::default() };
    show_again(&step_page(ctx, id, &Asked::default(), again).await?)
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct PauseForm {
    weeks: String,
}

async fn pause(ctx: Ctx, Path(id): Path<i64>, Form(form): Form<PauseForm>) -> Page {
    let (by, id, today) = (ctx.actor()?, StepId(id), ctx.today());
    let weeks: i64 = form.weeks.parse().map_err(|_| Trouble::Garbled)?;
    if !PAUSE_WEEKS.contains(&weeks) {
        return Err(Trouble::Garbled);
    }
    let until = if weeks == 0 { None } else { today.checked_add(weeks.weeks()).ok() };
    let done = ctx.desk().write(move |tx| actions::steps::pause(tx, &by, id, until, today)).await;
    done_or_already(&ctx, id, done, Said::StepPaused)
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct ResumeForm {
    warned: String,
}

async fn resume(ctx: Ctx, Path(id): Path<i64>, Form(form): Form<ResumeForm>) -> Page {
    let (by, id, today) = (ctx.actor()?, StepId(id), ctx.today());
    let warned = form.warned == "yes";
    let done = ctx.desk().write(move |tx| actions::steps::resume(tx, &by, id, warned, today)).await;
    if let Err(StepRefused::Step(steps::StepError::OneAtATime { .. })) = done {
        let again = Again { second: true, ..Again::default() };
        return show_again(&step_page(&ctx, id, &Asked::default(), again).await?);
    }
    done_or_already(&ctx, id, done, Said::StepResumed)
}

/// What a step's state does not allow was done already, or in another window: its page says how it stands.
fn done_or_already(ctx: &Ctx, id: StepId, done: Result<(), StepRefused>, said: Said) -> Page {
    let here = format!("/steps/{}", id.0);
    match done {
        Ok(()) => go_saying(ctx, &here, said),
        Err(StepRefused::Step(_)) => go(&here),
        Err(StepRefused::Fault(fault)) => Err(fault.into()),
        Err(StepRefused::Drop(_) | StepRefused::TooMany) => Err(Trouble::Garbled),
    }
}

#[derive(Deserialize, Default, Clone)]
#[serde(default)]
struct MomentForm {
    #[serde(flatten)]
    days: DaysForm,
    time: String,
}

async fn set_moment(ctx: Ctx, Path(id): Path<i64>, Form(form): Form<MomentForm>) -> Page {
    let (by, id) = (ctx.actor()?, StepId(id));
    let chosen = match moment(&ctx, &form.days, &form.time) {
        Ok(chosen) => chosen,
        Err(wrong) => {
            let again = Again { moment: Some((form, wrong)), ..Again::default() };
            return show_again(&step_page(&ctx, id, &Asked::default(), again).await?);
        }
    };
    let done = ctx.desk().write(move |tx| actions::steps::set_moment(tx, &by, id, chosen.as_ref())).await;
    done_or_already(&ctx, id, done, Said::Saved)
}

#[derive(Template)]
#[template(path = "steps/finish.html")]
struct FinishPage {
    frame: Frame,
    errors_title: String,
    errors: Vec<Field>,
    heading: String,
    plan: String,
    went: Went,
    helped: Helped,
    url: String,
    natural: Field,
    naturals: Vec<Choice>,
    learned: Field,
    limit: usize,
    save: String,
    back_url: String,
    back: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct FinishForm {
    natural: String,
    learned: String,
}

async fn finish_page(
    ctx: &Ctx,
    id: StepId,
    form: &FinishForm,
    wrong: Option<(&'static str, String)>,
) -> Result<FinishPage, Trouble> {
    let (words, by) = (ctx.words(), ctx.actor()?);
    let story = ctx.desk().read(move |tx| actions::steps::story(tx, &by, id)).await?;
    let error = |name| wrong.as_ref().filter(|(field, _)| *field == name).map(|(_, words)| words.clone());
    let natural = Field::new("natural", words.natural_ask(), "").with_error(error("natural"));
    let learned = Field::new("learned", words.finish_learned(), &form.learned)
        .with_hint(words.own_words_hint())
        .with_error(error("learned"));
    let choice = |value: Natural, label, hint| {
        Choice::new(value.code(), label, form.natural == value.code()).with_hint(hint)
    };
    let heading = words.finish_heading();
    let errors = errors([&natural, &learned]);
    Ok(FinishPage {
        frame: frame(
            ctx,
            "/steps",
            if errors.is_empty() { heading.clone() } else { words.error_title(&heading) },
        ),
        errors_title: words.form_trouble(),
        errors,
        heading,
        plan: plan_words(words, &story.mine.step().chosen.plan),
        went: went(ctx, &story.mine),
        helped: helped(ctx, &story.help),
        url: format!("/steps/{}/finish", id.0),
        natural,
        naturals: vec![
            choice(Natural::Yes, words.natural_yes(), words.natural_yes_hint()),
            choice(Natural::Partly, words.natural_partly(), words.natural_partly_hint()),
            choice(Natural::No, words.natural_no(), words.natural_no_hint()),
        ],
        learned,
        limit: OwnWords::LIMIT,
        save: words.finish_save(),
        back_url: format!("/steps/{}", id.0),
        back: words.finish_not_yet(),
    })
}

async fn ask_finish(ctx: Ctx, Path(id): Path<i64>) -> Page {
    show(&finish_page(&ctx, StepId(id), &FinishForm::default(), None).await?)
}

async fn finish(ctx: Ctx, Path(id): Path<i64>, Form(form): Form<FinishForm>) -> Page {
    let (by, id, today) = (ctx.actor()?, StepId(id), ctx.today());
    let outcome = match outcome(&ctx, &form) {
        Ok(outcome) => outcome,
        Err(wrong) => return show_again(&finish_page(&ctx, id, &form, Some(wrong)).await?),
    };
    let done = ctx.desk().write(move |tx| actions::steps::finish(tx, &by, id, &outcome, today)).await;
    done_or_already(&ctx, id, done.map(|_| ()), Said::StepFinished)
}

fn outcome(ctx: &Ctx, form: &FinishForm) -> Result<Outcome, (&'static str, String)> {
    let natural = Natural::from_code(&form.natural).ok_or(("natural", ctx.words().choose_one()))?;
    let learned = OwnWords::new(&form.learned).map_err(|wrong| ("learned", line_wrong(ctx, wrong)))?;
    Ok(Outcome { natural, learned: Some(learned).filter(|it| !it.is_empty()) })
}
