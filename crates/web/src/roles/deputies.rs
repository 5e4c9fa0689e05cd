//! Who does what in one's place.

use access::{Part, Role};
use actions::deputies::{DeputyRefused, Named, NewDeputy};
use askama::Template;
use axum::extract::{Form, Path};
use people::UnitId;

use crate::Trouble;
use crate::by_hand::sent::Sent;
use crate::ctx::Ctx;
use crate::dates::writes;
use crate::form::{Choice, Field};
use crate::frame::{Frame, frame};
use crate::pages::{Page, go_saying, show, show_again};
use crate::said::Said;

#[derive(Template)]
#[template(path = "roles/deputies.html")]
struct DeputiesPage {
    frame: Frame,
    errors_title: String,
    errors: Vec<Field>,
    heading: String,
    lead: String,
    mine_heading: String,
    none: String,
    mine: Vec<DeputyRow>,
    new_heading: String,
    mail: Field,
    what: Field,
    choices: Vec<Choice>,
    first: Field,
    last: Field,
    save: String,
}

struct DeputyRow {
    name: String,
    about: String,
    url: String,
    end: String,
    end_label: String,
}

/// In what somebody acts for another, in words.
fn part_words(ctx: &Ctx, part: Part, unit: &str) -> String {
    let words = ctx.words();
    match part {
        Part::Rounds => words.deputies_rounds(unit),
        Part::Results => words.deputies_results(unit),
        Part::People => words.deputies_people(),
    }
}

/// In what and for which days.
pub(crate) fn about(ctx: &Ctx, named: &Named) -> String {
    let day = |day| writes(ctx.language()).date(day);
    let days = ctx.words().deputies_days(day(named.it.first_day), day(named.it.last_day));
    format!("{} · {days}", part_words(ctx, named.it.part, named.unit.as_deref().unwrap_or_default()))
}

async fn page(ctx: &Ctx, sent: &Sent) -> Result<DeputiesPage, Trouble> {
    let (words, by, today) = (ctx.words(), ctx.actor()?, ctx.today());
    let (mine, mut units) = ctx
        .desk()
        .read(move |tx| {
            let mine = actions::deputies::mine(tx, &by, today)?;
            Ok::<_, actions::Fault>((mine, actions::deputies::units(tx, &by, today)?))
        })
        .await?;
    units.sort_by(|(_, a), (_, b)| writes(ctx.language()).order(a, b));
    let choice = |part: Part, unit: Option<&(UnitId, String)>| {
        let value =
            unit.map_or_else(|| part.code().to_owned(), |(unit, _)| format!("{}-{unit}", part.code()));
        let label = part_words(ctx, part, unit.map_or("", |(_, name)| name));
        Choice { current: value == sent.text("what"), ..Choice::new(value, label, false) }
    };
    let of_units =
        units.iter().flat_map(|unit| [Part::Rounds, Part::Results].map(|part| choice(part, Some(unit))));
    let of_hr = ctx.is(Role::Hr).then(|| choice(Part::People, None));
    let row = |named: Named| DeputyRow {
        about: about(ctx, &named),
        url: format!("/deputies/{}/end", named.it.id),
        end: words.deputies_end(),
        end_label: words.deputies_end_label(&named.person),
        name: named.person,
    };
    Ok(DeputiesPage {
        frame: frame(ctx, "/settings", words.nav_deputies()),
        errors_title: words.form_trouble(),
        errors: sent.errors(),
        heading: words.nav_deputies(),
        lead: words.deputies_lead(),
        mine_heading: words.deputies_heading(),
        none: if mine.is_empty() { words.deputies_none() } else { String::new() },
        mine: mine.into_iter().map(row).collect(),
        new_heading: words.deputies_new(),
        mail: sent.field("mail", words.deputies_mail(), ""),
        what: sent.field("what", words.deputies_what(), ""),
        choices: of_units.chain(of_hr).collect(),
        first: sent.field("first", words.deputies_first(), today.to_string()),
        last: sent.field("last", words.deputies_last(), "").with_hint(words.deputies_last_hint()),
        save: words.deputies_save(),
    })
}

pub(super) async fn deputies(ctx: Ctx) -> Page {
    show(&page(&ctx, &Sent::default()).await?)
}

pub(super) async fn name(ctx: Ctx, Form(pairs): Form<Vec<(String, String)>>) -> Page {
    let (words, by, today, send_at) = (ctx.words(), ctx.actor()?, ctx.today(), ctx.desk().send_at());
    let mut sent = Sent::new(pairs);
    let mail = sent.text("mail").to_owned();
    if mail.is_empty() {
        sent.say("mail", words.required());
    }
    let what = read_what(sent.text("what"));
    if what.is_none() {
        sent.say("what", words.wrong_part());
    }
    let (first_day, last_day) = (sent.day(&ctx, "first"), sent.day(&ctx, "last"));
    if let Some((part, unit)) = what.filter(|_| !sent.is_wrong()) {
        let new = NewDeputy { mail, part, unit, first_day, last_day };
        match ctx.desk().write(move |tx| actions::deputies::name(tx, &by, &new, today, send_at)).await {
            Ok(()) => return go_saying(&ctx, "/deputies", Said::DeputyNamed),
            Err(DeputyRefused::NotYours) => sent.say("what", words.wrong_part()),
            Err(DeputyRefused::Nobody) => sent.say("mail", words.wrong_nobody()),
            Err(DeputyRefused::Oneself) => sent.say("mail", words.wrong_own_deputy()),
            Err(DeputyRefused::Days) => sent.say("last", words.wrong_days()),
            Err(DeputyRefused::Fault(fault)) => return Err(fault.into()),
        }
    }
    show_again(&page(&ctx, &sent).await?)
}

/// `results-4711`, or `people`.
fn read_what(text: &str) -> Option<(Part, Option<UnitId>)> {
    match text.split_once('-') {
        Some((part, unit)) => Some((Part::from_code(part)?, Some(unit.parse().ok()?))),
        None => Some((Part::from_code(text)?, None)),
    }
}

pub(super) async fn end(ctx: Ctx, Path(delegation): Path<i64>) -> Page {
    let by = ctx.actor()?;
    ctx.desk().write(move |tx| actions::deputies::end(tx, &by, delegation)).await?;
    go_saying(&ctx, "/deputies", Said::DeputyEnded)
}
