//! A unit: who works in it, who leads it, what lies below; renamed, moved, merged, opened and closed.

use actions::authorities::AuthorityRefused;
use actions::by_hand::WholeUnit;
use askama::Template;
use axum::extract::{Form, Path};
use people::{UnitId, UnitSort};

use super::sent::Sent;
use super::{refused_words, span_words, unit_choices};
use crate::Trouble;
use crate::ctx::Ctx;
use crate::dates::writes;
use crate::form::{Choice, Field};
use crate::frame::{Frame, frame};
use crate::pages::{Page, go, go_saying, show as show_page, show_again};
use crate::said::Said;

/// Longest name of a unit, in characters.
const NAME: usize = 200;

type Pairs = Vec<(String, String)>;

#[derive(Template)]
#[template(path = "by_hand/unit.html")]
struct UnitPage {
    frame: Frame,
    errors_title: String,
    errors: Vec<Field>,
    kicker: String,
    heading: String,
    lead: String,
    led_heading: String,
    led_none: String,
    led: Vec<Link>,
    below_heading: String,
    below: Vec<Link>,
    staff_heading: String,
    staff_none: String,
    staff: Vec<Link>,
    url: String,
    /// Which form came back.
    open: &'static str,
    /// The top is neither moved, merged nor closed.
    is_top: bool,
    rename_heading: String,
    name: Field,
    name_on: Field,
    save: String,
    below_new_heading: String,
    new_name: Field,
    new_from: Field,
    new_save: String,
    move_heading: String,
    parent: Field,
    parents: Vec<Choice>,
    parent_on: Field,
    merge_heading: String,
    into: Field,
    intos: Vec<Choice>,
    into_on: Field,
    close_heading: String,
    last: Field,
    authority: Option<AuthorityPart>,
}

/// Whether the unit is an authority of its own, and what one may do about it.
struct AuthorityPart {
    heading: String,
    text: String,
    /// More, before what is done; may be empty.
    before: String,
    /// Empty where nothing can be done.
    button: String,
    url: String,
}

struct Link {
    url: String,
    name: String,
    about: String,
}

async fn page(ctx: &Ctx, unit: UnitId, sent: &Sent, open: &'static str) -> Result<UnitPage, Trouble> {
    let (words, by, today) = (ctx.words(), ctx.actor()?, ctx.today());
    let whole = ctx.desk().read(move |tx| actions::by_hand::unit(tx, &by, unit, today)).await?;
    let now = today.to_string();
    let authority = authority_part(ctx, &whole, unit)?;
    let staff = people_rows(ctx, &whole);
    let led: Vec<_> = whole
        .leads
        .iter()
        .map(|(lead, name)| Link {
            url: format!("/people/{}", lead.person),
            name: name.clone(),
            about: if lead.acting { words.person_acting() } else { span_words(ctx, lead.span) },
        })
        .collect();
    let mut below: Vec<_> = whole
        .below
        .iter()
        .map(|(id, name)| Link { url: format!("/units/{id}"), name: name.clone(), about: String::new() })
        .collect();
    below.sort_by(|a, b| writes(ctx.language()).order(&a.name, &b.name));
    Ok(UnitPage {
        frame: frame(ctx, "/people", whole.facts.name.clone()),
        errors_title: words.form_trouble(),
        errors: sent.errors(),
        kicker: whole.way.rsplit_once(" / ").map(|(above, _)| above.to_owned()).unwrap_or_default(),
        heading: whole.facts.name.clone(),
        lead: if whole.key.is_some() { words.people_from_list() } else { String::new() },
        led_heading: words.unit_led_by(),
        led_none: if led.is_empty() { words.unit_led_none() } else { String::new() },
        led,
        below_heading: words.unit_below(),
        below,
        staff_heading: words.unit_staff(),
        staff_none: if staff.is_empty() { words.unit_staff_none() } else { String::new() },
        staff,
        url: format!("/units/{unit}"),
        open,
        is_top: whole.facts.parent.is_none(),
        rename_heading: words.unit_rename(),
        name: sent.field("name", words.unit_name(), whole.facts.name.clone()),
        name_on: sent.field("name-on", words.unit_on(), now.clone()),
        save: words.person_save(),
        below_new_heading: words.unit_open(),
        new_name: sent.field("new-name", words.unit_name(), ""),
        new_from: sent.field("new-from", words.person_from(), now.clone()),
        new_save: words.unit_open_save(),
        move_heading: words.unit_move(),
        parent: sent.field("parent", words.unit_move_to(), ""),
        parents: unit_choices(ctx, sent.text("parent")).await?,
        parent_on: sent.field("parent-on", words.unit_on(), now.clone()),
        merge_heading: words.unit_merge(),
        into: sent.field("into", words.unit_merge_into(), "").with_hint(words.unit_merge_hint()),
        intos: unit_choices(ctx, sent.text("into")).await?,
        into_on: sent.field("into-on", words.unit_on(), now),
        close_heading: words.unit_close(),
        last: sent.field("last", words.unit_last(), "").with_hint(words.unit_close_hint()),
        authority,
    })
}

/// `None` for the whole, which is no authority within itself, and where it is none and not theirs to mark.
fn authority_part(ctx: &Ctx, whole: &WholeUnit, unit: UnitId) -> Result<Option<AuthorityPart>, Trouble> {
    let (words, by) = (ctx.words(), ctx.actor()?);
    if whole.facts.parent.is_none() {
        return Ok(None);
    }
    let heading = words.unit_authority();
    Ok(match whole.authority_since {
        Some(since) => {
            let may = actions::authorities::may_unmark(&by);
            Some(AuthorityPart {
                heading,
                text: words.unit_authority_since(writes(ctx.language()).date(since)),
                before: if may { words.unit_authority_unmark_text() } else { String::new() },
                button: if may { words.unit_authority_unmark() } else { String::new() },
                url: format!("/units/{unit}/authority/end"),
            })
        }
        None => actions::authorities::may_mark(&by).then(|| AuthorityPart {
            heading,
            text: words.unit_authority_ask(),
            before: String::new(),
            button: words.unit_authority_mark(),
            url: format!("/units/{unit}/authority"),
        }),
    })
}

pub(super) async fn mark(ctx: Ctx, Path(unit): Path<i64>) -> Page {
    let (by, today, unit) = (ctx.actor()?, ctx.today(), UnitId(unit));
    let marked = ctx.desk().write(move |tx| actions::authorities::mark(tx, &by, unit, today)).await;
    marked_page(&ctx, unit, marked)
}

pub(super) async fn unmark(ctx: Ctx, Path(unit): Path<i64>) -> Page {
    let (by, unit) = (ctx.actor()?, UnitId(unit));
    let unmarked = ctx.desk().write(move |tx| actions::authorities::unmark(tx, &by, unit)).await;
    marked_page(&ctx, unit, unmarked)
}

fn marked_page(ctx: &Ctx, unit: UnitId, done: Result<(), AuthorityRefused>) -> Page {
    match done {
        Ok(()) => saved(ctx, unit),
        Err(AuthorityRefused::Fault(fault)) => Err(fault.into()),
        Err(_) => Err(Trouble::NotAllowed),
    }
}

fn people_rows(ctx: &Ctx, whole: &WholeUnit) -> Vec<Link> {
    let words = ctx.words();
    let row = |(member, name): &(people::Member, String)| Link {
        url: format!("/people/{}", member.person),
        name: name.clone(),
        about: if member.hourly { words.person_hourly() } else { words.person_extent(member.extent_percent) },
    };
    let mut rows: Vec<_> = whole.staff.iter().map(row).collect();
    rows.sort_by(|a, b| writes(ctx.language()).order(&a.name, &b.name));
    rows
}

/// The top: where one begins to look.
pub(super) async fn top(ctx: Ctx) -> Page {
    let (by, today) = (ctx.actor()?, ctx.today());
    let top = ctx.desk().read(move |tx| actions::by_hand::top(tx, &by, today)).await?;
    go(&format!("/units/{top}"))
}

pub(super) async fn show(ctx: Ctx, Path(unit): Path<i64>) -> Page {
    show_page(&page(&ctx, UnitId(unit), &Sent::default(), "").await?)
}

fn saved(ctx: &Ctx, unit: UnitId) -> Page {
    go_saying(ctx, &format!("/units/{unit}"), Said::Saved)
}

async fn again(ctx: &Ctx, unit: UnitId, sent: &Sent, open: &'static str) -> Page {
    show_again(&page(ctx, unit, sent, open).await?)
}

pub(super) async fn rename(ctx: Ctx, Path(unit): Path<i64>, Form(pairs): Form<Pairs>) -> Page {
    let (by, today, unit, mut sent) = (ctx.actor()?, ctx.today(), UnitId(unit), Sent::new(pairs));
    let (name, on) = (sent.name(&ctx, "name", NAME), sent.day(&ctx, "name-on"));
    if !sent.is_wrong() {
        match ctx.desk().write(move |tx| actions::by_hand::rename_unit(tx, &by, unit, &name, on, today)).await
        {
            Ok(()) => return saved(&ctx, unit),
            Err(refused) => sent.say("name-on", refused_words(&ctx, refused)?),
        }
    }
    again(&ctx, unit, &sent, "name").await
}

pub(super) async fn move_to(ctx: Ctx, Path(unit): Path<i64>, Form(pairs): Form<Pairs>) -> Page {
    let (by, today, unit, mut sent) = (ctx.actor()?, ctx.today(), UnitId(unit), Sent::new(pairs));
    let (parent, on) = (sent.unit(&ctx, "parent"), sent.day(&ctx, "parent-on"));
    if !sent.is_wrong() {
        match ctx.desk().write(move |tx| actions::by_hand::move_unit(tx, &by, unit, parent, on, today)).await
        {
            Ok(()) => return saved(&ctx, unit),
            Err(refused) => sent.say("parent", refused_words(&ctx, refused)?),
        }
    }
    again(&ctx, unit, &sent, "parent").await
}

pub(super) async fn merge(ctx: Ctx, Path(unit): Path<i64>, Form(pairs): Form<Pairs>) -> Page {
    let (by, today, unit, mut sent) = (ctx.actor()?, ctx.today(), UnitId(unit), Sent::new(pairs));
    let (into, on) = (sent.unit(&ctx, "into"), sent.day(&ctx, "into-on"));
    if !sent.is_wrong() {
        match ctx.desk().write(move |tx| actions::by_hand::merge_unit(tx, &by, unit, into, on, today)).await {
            Ok(()) => return saved(&ctx, into),
            Err(refused) => sent.say("into", refused_words(&ctx, refused)?),
        }
    }
    again(&ctx, unit, &sent, "into").await
}

pub(super) async fn open(ctx: Ctx, Path(unit): Path<i64>, Form(pairs): Form<Pairs>) -> Page {
    let (by, today, unit, mut sent) = (ctx.actor()?, ctx.today(), UnitId(unit), Sent::new(pairs));
    let (name, from) = (sent.name(&ctx, "new-name", NAME), sent.day(&ctx, "new-from"));
    if !sent.is_wrong() {
        let opened = ctx
            .desk()
            .write(move |tx| actions::by_hand::open_unit(tx, &by, unit, &name, UnitSort::Unit, from, today))
            .await;
        match opened {
            Ok(_) => return saved(&ctx, unit),
            Err(refused) => sent.say("new-from", refused_words(&ctx, refused)?),
        }
    }
    again(&ctx, unit, &sent, "below").await
}

pub(super) async fn close(ctx: Ctx, Path(unit): Path<i64>, Form(pairs): Form<Pairs>) -> Page {
    let (by, today, unit, mut sent) = (ctx.actor()?, ctx.today(), UnitId(unit), Sent::new(pairs));
    let last = sent.day(&ctx, "last");
    if !sent.is_wrong() {
        match ctx.desk().write(move |tx| actions::by_hand::close_unit(tx, &by, unit, last, today)).await {
            Ok(()) => return go_saying(&ctx, "/people", Said::Saved),
            Err(refused) => sent.say("last", refused_words(&ctx, refused)?),
        }
    }
    again(&ctx, unit, &sent, "last").await
}
