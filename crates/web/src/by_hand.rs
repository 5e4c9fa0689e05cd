//! People and units by hand: found, looked at, changed.

mod employment;
mod find;
mod person;
pub(crate) mod sent;
mod unit;

use actions::by_hand::ByHandRefused;
use jiff::civil::Date;
use people::{Refused, Span, UnitId};

use crate::Trouble;
use crate::ctx::Ctx;
use crate::dates::writes;
use crate::form::Choice;
use crate::routes::Routes;

pub(crate) fn routes(routes: Routes) -> Routes {
    routes
        .get("/people", find::find)
        .get("/people/new", person::new)
        .post("/people", person::add)
        .get("/people/{person}", person::show)
        .post("/people/{person}/name", person::rename)
        .post("/people/{person}/employments", person::employ)
        .post("/people/{person}/leads", person::appoint)
        .post("/people/{person}/leads/{unit}/end", person::dismiss)
        .get("/people/{person}/employments/{employment}", employment::show)
        .post("/people/{person}/employments/{employment}/move", employment::move_to)
        .post("/people/{person}/employments/{employment}/leave", employment::leave)
        .post("/people/{person}/employments/{employment}/end", employment::end)
        .get("/units", unit::top)
        .get("/units/{unit}", unit::show)
        .post("/units/{unit}/name", unit::rename)
        .post("/units/{unit}/parent", unit::move_to)
        .post("/units/{unit}/merge", unit::merge)
        .post("/units/{unit}/below", unit::open)
        .post("/units/{unit}/end", unit::close)
        .post("/units/{unit}/authority", unit::mark)
        .post("/units/{unit}/authority/end", unit::unmark)
}

/// Units to choose from, by the way to each, after one that is none. `chosen` as it was sent.
async fn unit_choices(ctx: &Ctx, chosen: &str) -> Result<Vec<Choice>, Trouble> {
    let (by, today) = (ctx.actor()?, ctx.today());
    let mut units = ctx.desk().read(move |tx| actions::by_hand::units(tx, &by, today)).await?;
    units.sort_by(|(_, a), (_, b)| writes(ctx.language()).order(a, b));
    let choice = |(id, way): (UnitId, String)| {
        let value = id.to_string();
        Choice { current: value == chosen, ..Choice::new(value, way, false) }
    };
    let none = Choice::new("", ctx.words().people_choose_unit(), chosen.is_empty());
    Ok(std::iter::once(none).chain(units.into_iter().map(choice)).collect())
}

/// Days from the first to the last, as they are said.
fn span_words(ctx: &Ctx, span: Span) -> String {
    let (words, day) = (ctx.words(), |day: Date| writes(ctx.language()).date(day));
    match span.to().and_then(|to| to.yesterday().ok()) {
        Some(last) => words.person_span(day(span.from()), day(last)),
        None => words.person_span_open(day(span.from())),
    }
}

/// Why something was not changed, as a sentence.
///
/// # Errors
/// A fault of the machinery is not said by the field.
fn refused_words(ctx: &Ctx, refused: ByHandRefused) -> Result<String, Trouble> {
    let words = ctx.words();
    Ok(match refused {
        ByHandRefused::Fault(fault) => return Err(fault.into()),
        ByHandRefused::MailTaken => words.wrong_mail_taken(),
        ByHandRefused::Rules(rule) => match rule {
            Refused::NoUnit | Refused::NoParent => words.wrong_not_there(),
            Refused::Ring => words.wrong_ring(),
            Refused::TooDeep => words.wrong_deep(),
            Refused::HasUnits => words.wrong_has_units(),
            Refused::HasPeople => words.wrong_has_people(),
            Refused::Twice => words.wrong_same(),
            Refused::NoEmployment => words.wrong_over(),
            Refused::LeadsAlready => words.wrong_leads_already(),
            Refused::LeadsNot => words.wrong_leads_not(),
            Refused::LeaveDoesNotFit => words.wrong_leave(),
            Refused::Extent => words.wrong_extent(),
            Refused::Backwards => words.wrong_backwards(),
        },
    })
}
