//! Checking in from a letter, without signing in: the link opens one step's check-in and nothing else.

use access::Secret;
use actions::check_in::{CheckInRefused, Remark, Said as SaidOfDay};
use askama::Template;
use axum::extract::{Form, Path, Query};
use jiff::civil::Date;
use people::Language;
use serde::Deserialize;
use steps::{CheckInError, DAYS_BACK, Done, Line, StateKind};

use crate::Trouble;
use crate::ctx::Ctx;
use crate::dates::writes;
use crate::drops::line_wrong;
use crate::form::{Field, errors};
use crate::frame::{Frame, frame};
use crate::pages::{Page, go_saying, show, show_again};
use crate::routes::Routes;
use crate::said::Said;
use crate::steps::{CheckInBox, latest_words, plan_words};

pub(crate) fn routes(routes: Routes) -> Routes {
    routes.get("/check-in/{secret}", look).post("/check-in/{secret}", check_in)
}

#[derive(Template)]
#[template(path = "steps/check-in.html")]
struct CheckInPage {
    frame: Frame,
    errors_title: String,
    errors: Vec<Field>,
    heading: String,
    day: String,
    plan: String,
    latest_words: String,
    latest: Vec<&'static str>,
    /// Nothing when the step is closed.
    check_in: Option<CheckInBox>,
    closed: String,
    words: Option<AskWords>,
    only: String,
}

/// A few words, once it is answered.
struct AskWords {
    url: String,
    answer: &'static str,
    words: Field,
    save: String,
}

#[derive(Template)]
#[template(path = "access/said.html")]
struct EndedPage {
    frame: Frame,
    heading: String,
    text: String,
    url: String,
    action: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Asked {
    day: String,
    change: String,
    /// That of the letter, of somebody who has chosen one.
    language: String,
}

impl Asked {
    /// The day the letter asked about; today without one, and for one that is still to come.
    fn day(&self, ctx: &Ctx) -> Date {
        self.day.parse().unwrap_or(ctx.today()).min(ctx.today())
    }

    fn url(&self, secret: &str, day: Date) -> String {
        match Language::from_code(&self.language) {
            Some(language) => format!("/check-in/{secret}?day={day}&language={}", language.code()),
            None => format!("/check-in/{secret}?day={day}"),
        }
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct CheckInForm {
    answer: String,
    words: Option<String>,
}

async fn look(ctx: Ctx, Path(secret): Path<String>, Query(asked): Query<Asked>) -> Page {
    match page(&ctx, &secret, &asked, None).await {
        Ok(page) => show(&page),
        Err(Trouble::NotFound) => show(&ended(&ctx)),
        Err(trouble) => Err(trouble),
    }
}

fn ended(ctx: &Ctx) -> EndedPage {
    let words = ctx.words();
    EndedPage {
        frame: frame(ctx, "", words.link_ended()),
        heading: words.link_ended(),
        text: words.link_ended_text(),
        url: "/steps".into(),
        action: words.link_ended_action(),
    }
}

async fn page(
    ctx: &Ctx,
    secret: &str,
    asked: &Asked,
    wrong: Option<(&str, String)>,
) -> Result<CheckInPage, Trouble> {
    let link = Secret::read(secret).ok_or(Trouble::NotFound)?;
    let mine = ctx.desk().read(move |tx| actions::check_in::step_behind(tx, &link)).await?;
    let (words, day) = (ctx.words(), asked.day(ctx));
    let said = mine.check_ins.on(day);
    let url = asked.url(secret, day);
    let closed = mine.step().state.kind() == StateKind::Finished;
    let change = asked.change == "yes";
    let answered = said.map(|said| said.outcome).filter(|_| !change);
    let ask = answered.filter(|_| !closed).map(|answer| AskWords {
        url: url.clone(),
        answer: answer.code(),
        words: ask_words(ctx, said.and_then(|said| said.words.as_ref()), wrong),
        save: words.save(),
    });
    let errors = errors(ask.iter().map(|ask| &ask.words));
    let title = if errors.is_empty() {
        words.check_in_ask_day()
    } else {
        words.error_title(words.check_in_ask_day())
    };
    let latest = mine.latest();
    Ok(CheckInPage {
        frame: frame(ctx, "", title),
        errors_title: words.form_trouble(),
        errors,
        heading: words.check_in_ask_day(),
        day: writes(ctx.language()).full(day),
        plan: plan_words(words, &mine.step().chosen.plan),
        latest_words: latest_words(words, &latest),
        latest: latest.into_iter().map(Done::code).collect(),
        check_in: (!closed)
            .then(|| CheckInBox::new(words, url.clone(), answered, format!("{url}&change=yes#check-in"))),
        closed: if closed { words.step_is_finished() } else { String::new() },
        words: ask,
        only: words.check_in_only(),
    })
}

fn ask_words(ctx: &Ctx, said: Option<&Line>, wrong: Option<(&str, String)>) -> Field {
    let words = ctx.words();
    let (typed, error) = match wrong {
        Some((typed, error)) => (typed.to_owned(), Some(error)),
        None => (said.map(ToString::to_string).unwrap_or_default(), None),
    };
    Field::new("words", words.check_in_words(), typed).with_hint(words.own_words_hint()).with_error(error)
}

async fn check_in(
    ctx: Ctx,
    Path(secret): Path<String>,
    Query(asked): Query<Asked>,
    Form(form): Form<CheckInForm>,
) -> Page {
    let link = Secret::read(&secret).ok_or(Trouble::NotFound)?;
    let (today, on) = (ctx.today(), asked.day(&ctx));
    let outcome = Done::from_code(&form.answer).ok_or(Trouble::Garbled)?;
    let remark = match form.words.as_deref().map(Line::maybe) {
        None => Remark::Keep,
        Some(Ok(words)) => Remark::Write(words),
        Some(Err(wrong)) => {
            let typed = form.words.as_deref().unwrap_or_default();
            let wrong = Some((typed, line_wrong(&ctx, wrong)));
            return show_again(&page(&ctx, &secret, &Asked { change: String::new(), ..asked }, wrong).await?);
        }
    };
    let said = SaidOfDay { on, outcome, remark };
    match ctx.desk().write(move |tx| actions::check_in::by_link(tx, &link, &said, today)).await {
        Ok(()) | Err(CheckInRefused::CheckIn(CheckInError::Finished)) => {
            go_saying(&ctx, &asked.url(&secret, on), Said::CheckedIn)
        }
        Err(CheckInRefused::CheckIn(_)) => {
            let words = ctx.words();
            show_again(&EndedPage { text: words.check_in_day_wrong(DAYS_BACK), ..ended(&ctx) })
        }
        Err(CheckInRefused::Fault(actions::Fault::NotFound)) => show_again(&ended(&ctx)),
        Err(CheckInRefused::Fault(fault)) => Err(fault.into()),
    }
}
