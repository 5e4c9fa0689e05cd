//! One employment: moved, interrupted by leave, ended.

use askama::Template;
use axum::extract::{Form, Path};
use people::{EmploymentId, PersonId};

use super::person::work_words;
use super::sent::Sent;
use super::{refused_words, unit_choices};
use crate::Trouble;
use crate::ctx::Ctx;
use crate::form::{Choice, Field};
use crate::frame::{Frame, frame};
use crate::pages::{Page, go_saying, show as show_page, show_again};
use crate::said::Said;

type Pairs = Vec<(String, String)>;

#[derive(Template)]
#[template(path = "by_hand/employment.html")]
struct EmploymentPage {
    frame: Frame,
    errors_title: String,
    errors: Vec<Field>,
    kicker: String,
    heading: String,
    lead: String,
    url: String,
    move_heading: String,
    move_to: Field,
    units: Vec<Choice>,
    move_on: Field,
    leave_heading: String,
    leave_from: Field,
    leave_last: Field,
    leave_save: String,
    end_heading: String,
    last: Field,
}

/// Which employment, and whose.
#[derive(Clone, Copy)]
struct Which {
    person: PersonId,
    employment: EmploymentId,
}

impl From<(i64, i64)> for Which {
    fn from((person, employment): (i64, i64)) -> Which {
        Which { person: PersonId(person), employment: EmploymentId(employment) }
    }
}

async fn page(ctx: &Ctx, which: Which, sent: &Sent) -> Result<EmploymentPage, Trouble> {
    let (words, by, today) = (ctx.words(), ctx.actor()?, ctx.today());
    let whole = ctx.desk().read(move |tx| actions::by_hand::person(tx, &by, which.person, today)).await?;
    let found = whole.work.iter().find(|(it, _)| it.id == which.employment && it.span.after(today).is_some());
    let (work, unit) = found.ok_or(Trouble::NotFound)?;
    Ok(EmploymentPage {
        frame: frame(ctx, "/people", words.employment_heading()),
        errors_title: words.form_trouble(),
        errors: sent.errors(),
        kicker: words.employment_lead(whole.person.name(), unit),
        heading: words.employment_heading(),
        lead: work_words(ctx, work),
        url: format!("/people/{}/employments/{}", which.person, which.employment),
        move_heading: words.employment_move(),
        move_to: sent.field("unit", words.employment_move_to(), ""),
        units: unit_choices(ctx, sent.text("unit")).await?,
        move_on: sent.field("on", words.employment_move_on(), today.to_string()),
        leave_heading: words.employment_leave(),
        leave_from: sent.field("from", words.person_from(), "").with_hint(words.employment_leave_hint()),
        leave_last: sent.field("leave-last", words.employment_leave_last(), ""),
        leave_save: words.employment_leave_save(),
        end_heading: words.employment_end(),
        last: sent.field("last", words.employment_last(), ""),
    })
}

pub(super) async fn show(ctx: Ctx, Path(which): Path<(i64, i64)>) -> Page {
    show_page(&page(&ctx, which.into(), &Sent::default()).await?)
}

async fn again(ctx: &Ctx, which: Which, sent: &Sent) -> Page {
    show_again(&page(ctx, which, sent).await?)
}

fn saved(ctx: &Ctx, which: Which) -> Page {
    go_saying(ctx, &format!("/people/{}", which.person), Said::Saved)
}

/// The employment named is the person's own: an address put together of two does nothing.
async fn belongs(ctx: &Ctx, which: Which) -> Result<(), Trouble> {
    page(ctx, which, &Sent::default()).await.map(drop)
}

pub(super) async fn move_to(ctx: Ctx, Path(which): Path<(i64, i64)>, Form(pairs): Form<Pairs>) -> Page {
    let (by, today, which, mut sent) = (ctx.actor()?, ctx.today(), Which::from(which), Sent::new(pairs));
    belongs(&ctx, which).await?;
    let (unit, on) = (sent.unit(&ctx, "unit"), sent.day(&ctx, "on"));
    if !sent.is_wrong() {
        let moved = ctx
            .desk()
            .write(move |tx| actions::by_hand::move_employment(tx, &by, which.employment, unit, on, today))
            .await;
        match moved {
            Ok(()) => return saved(&ctx, which),
            Err(refused) => sent.say("on", refused_words(&ctx, refused)?),
        }
    }
    again(&ctx, which, &sent).await
}

pub(super) async fn leave(ctx: Ctx, Path(which): Path<(i64, i64)>, Form(pairs): Form<Pairs>) -> Page {
    let (by, today, which, mut sent) = (ctx.actor()?, ctx.today(), Which::from(which), Sent::new(pairs));
    belongs(&ctx, which).await?;
    let (from, last) = (sent.day(&ctx, "from"), sent.day_maybe(&ctx, "leave-last"));
    if !sent.is_wrong() {
        let gone = ctx
            .desk()
            .write(move |tx| actions::by_hand::go_on_leave(tx, &by, which.employment, from, last, today))
            .await;
        match gone {
            Ok(()) => return saved(&ctx, which),
            Err(refused) => sent.say("from", refused_words(&ctx, refused)?),
        }
    }
    again(&ctx, which, &sent).await
}

pub(super) async fn end(ctx: Ctx, Path(which): Path<(i64, i64)>, Form(pairs): Form<Pairs>) -> Page {
    let (by, today, which, mut sent) = (ctx.actor()?, ctx.today(), Which::from(which), Sent::new(pairs));
    belongs(&ctx, which).await?;
    let last = sent.day(&ctx, "last");
    if !sent.is_wrong() {
        let ended = ctx
            .desk()
            .write(move |tx| actions::by_hand::end_employment(tx, &by, which.employment, last, today))
            .await;
        match ended {
            Ok(()) => return saved(&ctx, which),
            Err(refused) => sent.say("last", refused_words(&ctx, refused)?),
        }
    }
    again(&ctx, which, &sent).await
}
