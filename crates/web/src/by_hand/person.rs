//! A person: name, employments, what they lead.

use actions::by_hand::{Name, Work};
use askama::Template;
use axum::extract::{Form, Path};
use people::{Employment, Occupation, PersonId, UnitId};

use super::sent::Sent;
use super::{refused_words, span_words, unit_choices};
use crate::Trouble;
use crate::ctx::Ctx;
use crate::form::{Choice, Field};
use crate::frame::{Frame, frame};
use crate::pages::{Page, go_saying, show as show_page, show_again};
use crate::said::Said;

/// Longest given or family name, in characters.
const NAME: usize = 100;
/// Longest mail address.
const MAIL: usize = 254;

type Pairs = Vec<(String, String)>;

#[derive(Template)]
#[template(path = "by_hand/person.html")]
struct PersonPage {
    frame: Frame,
    errors_title: String,
    errors: Vec<Field>,
    heading: String,
    lead: String,
    /// Where they are given roles; empty for whoever may not.
    roles_url: String,
    roles: String,
    work_heading: String,
    work_none: String,
    work: Vec<WorkRow>,
    leads_heading: String,
    leads_none: String,
    leads: Vec<LeadRow>,
    name_heading: String,
    name_open: bool,
    name_url: String,
    name: NameFields,
    save: String,
    employ_heading: String,
    employ_open: bool,
    employ_url: String,
    employ: WorkFields,
    employ_save: String,
    appoint_heading: String,
    appoint_open: bool,
    appoint_url: String,
    appoint_unit: Field,
    appoint_units: Vec<Choice>,
    appoint_from: Field,
    appoint_acting: Field,
    appoint_acting_on: bool,
    appoint_save: String,
}

#[derive(Template)]
#[template(path = "by_hand/new.html")]
struct NewPage {
    frame: Frame,
    errors_title: String,
    errors: Vec<Field>,
    heading: String,
    lead: String,
    name: NameFields,
    work: WorkFields,
    save: String,
}

struct NameFields {
    given: Field,
    family: Field,
    mail: Field,
}

struct WorkFields {
    unit: Field,
    units: Vec<Choice>,
    occupation: Field,
    extent: Field,
    percent: String,
    hourly: Field,
    hourly_on: bool,
    from: Field,
}

struct WorkRow {
    unit: String,
    about: String,
    /// Empty when it is over.
    url: String,
    change: String,
    change_label: String,
}

struct LeadRow {
    unit: String,
    about: String,
    url: String,
    end: String,
    end_label: String,
}

fn name_fields(ctx: &Ctx, sent: &Sent, given: &str, family: &str, mail: &str) -> NameFields {
    let words = ctx.words();
    NameFields {
        given: sent.field("given", words.person_given(), given),
        family: sent.field("family", words.person_family(), family),
        mail: sent.field("mail", words.person_mail(), mail).with_hint(words.person_mail_hint()),
    }
}

async fn work_fields(ctx: &Ctx, sent: &Sent) -> Result<WorkFields, Trouble> {
    let words = ctx.words();
    Ok(WorkFields {
        unit: sent.field("unit", words.person_unit(), ""),
        units: unit_choices(ctx, sent.text("unit")).await?,
        occupation: sent.field("occupation", words.person_occupation(), ""),
        extent: sent.field("extent", words.person_extent_label(), "100"),
        percent: words.person_percent(),
        hourly: sent.field("hourly", words.person_hourly_label(), ""),
        hourly_on: sent.ticked("hourly"),
        from: sent.field("from", words.person_from(), ctx.today().to_string()),
    })
}

fn read_name(ctx: &Ctx, sent: &mut Sent) -> Name {
    let (given, family) = (sent.name(ctx, "given", NAME), sent.name(ctx, "family", NAME));
    let mail = sent.text("mail").to_lowercase();
    let whole = mail.split_once('@').is_some_and(|(name, host)| !name.is_empty() && !host.is_empty());
    if !mail.is_empty() && (!whole || mail.len() > MAIL || mail.contains(char::is_whitespace)) {
        sent.say("mail", ctx.words().wrong_mail());
    }
    Name { given, family, mail: Some(mail).filter(|mail| !mail.is_empty()) }
}

fn read_work(ctx: &Ctx, sent: &mut Sent) -> Work {
    let occupation = sent.text("occupation").to_owned();
    if occupation.chars().count() > Occupation::LONGEST {
        sent.say("occupation", ctx.words().wrong_name(Occupation::LONGEST));
    }
    let extent = sent.text("extent").parse().ok().filter(|percent| *percent <= 100);
    if extent.is_none() {
        sent.say("extent", ctx.words().wrong_extent());
    }
    Work {
        unit: sent.unit(ctx, "unit"),
        occupation: Occupation::new(&occupation),
        extent_percent: extent.unwrap_or_default(),
        hourly: sent.ticked("hourly"),
        from: sent.day(ctx, "from"),
    }
}

/// What an employment is, in one line.
pub(super) fn work_words(ctx: &Ctx, it: &Employment) -> String {
    let words = ctx.words();
    let mut parts: Vec<String> = it.occupation.iter().map(ToString::to_string).collect();
    parts.push(if it.hourly { words.person_hourly() } else { words.person_extent(it.extent_percent) });
    parts.push(span_words(ctx, it.span));
    parts.extend(it.leave.iter().map(|leave| words.person_away(span_words(ctx, *leave))));
    parts.join(" · ")
}

async fn page(ctx: &Ctx, person: PersonId, sent: &Sent, open: &str) -> Result<PersonPage, Trouble> {
    let (words, by, today) = (ctx.words(), ctx.actor()?, ctx.today());
    let whole = ctx.desk().read(move |tx| actions::by_hand::person(tx, &by, person, today)).await?;
    let who = &whole.person;
    let work: Vec<_> = whole
        .work
        .iter()
        .map(|(it, unit)| WorkRow {
            about: work_words(ctx, it),
            url: match it.span.after(today) {
                Some(_) => format!("/people/{person}/employments/{}", it.id),
                None => String::new(),
            },
            change: words.person_change(),
            change_label: words.person_change_label(unit),
            unit: unit.clone(),
        })
        .collect();
    let leads: Vec<_> = whole
        .leads
        .iter()
        .map(|(lead, unit)| LeadRow {
            about: match lead.acting {
                true => format!("{} · {}", words.person_acting(), span_words(ctx, lead.span)),
                false => span_words(ctx, lead.span),
            },
            url: format!("/people/{person}/leads/{}/end", lead.unit),
            end: words.person_dismiss(),
            end_label: words.person_dismiss_label(unit),
            unit: unit.clone(),
        })
        .collect();
    Ok(PersonPage {
        frame: frame(ctx, "/people", who.name()),
        errors_title: words.form_trouble(),
        errors: sent.errors(),
        heading: who.name(),
        lead: if whole.key.is_some() { words.people_from_list() } else { String::new() },
        roles_url: roles_url(ctx, who.mail.as_deref()),
        roles: words.roles_give_heading(),
        work_heading: words.person_work(),
        work_none: if work.is_empty() { words.person_work_none() } else { String::new() },
        work,
        leads_heading: words.person_leads(),
        leads_none: if leads.is_empty() { words.person_leads_none() } else { String::new() },
        leads,
        name_heading: words.person_name_heading(),
        name_open: open == "name",
        name_url: format!("/people/{person}/name"),
        name: name_fields(ctx, sent, &who.given_name, &who.family_name, who.mail.as_deref().unwrap_or("")),
        save: words.person_save(),
        employ_heading: words.person_employ_heading(),
        employ_open: open == "employ",
        employ_url: format!("/people/{person}/employments"),
        employ: work_fields(ctx, sent).await?,
        employ_save: words.person_employ(),
        appoint_heading: words.person_appoint_heading(),
        appoint_open: open == "appoint",
        appoint_url: format!("/people/{person}/leads"),
        appoint_unit: sent.field("led", words.person_unit(), ""),
        appoint_units: unit_choices(ctx, sent.text("led")).await?,
        appoint_from: sent.field("led-from", words.person_from(), today.to_string()),
        appoint_acting: sent.field("acting", words.person_acting_label(), ""),
        appoint_acting_on: sent.ticked("acting"),
        appoint_save: words.person_appoint(),
    })
}

/// The page that gives roles, with their address.
fn roles_url(ctx: &Ctx, mail: Option<&str>) -> String {
    let may = [access::Role::Hr, access::Role::It].into_iter().any(|role| ctx.is(role));
    let url = |mail| format!("/roles?mail={}", crate::guard::escape(mail));
    mail.filter(|_| may).map(url).unwrap_or_default()
}

async fn again(ctx: &Ctx, person: PersonId, sent: &Sent, open: &str) -> Page {
    show_again(&page(ctx, person, sent, open).await?)
}

fn saved(ctx: &Ctx, person: PersonId) -> Page {
    go_saying(ctx, &format!("/people/{person}"), Said::Saved)
}

pub(super) async fn show(ctx: Ctx, Path(person): Path<i64>) -> Page {
    show_page(&page(&ctx, PersonId(person), &Sent::default(), "").await?)
}

pub(super) async fn rename(ctx: Ctx, Path(person): Path<i64>, Form(pairs): Form<Pairs>) -> Page {
    let (by, person, mut sent) = (ctx.actor()?, PersonId(person), Sent::new(pairs));
    let name = read_name(&ctx, &mut sent);
    if !sent.is_wrong() {
        match ctx.desk().write(move |tx| actions::by_hand::rename_person(tx, &by, person, &name)).await {
            Ok(()) => return saved(&ctx, person),
            Err(refused) => sent.say("mail", refused_words(&ctx, refused)?),
        }
    }
    again(&ctx, person, &sent, "name").await
}

pub(super) async fn employ(ctx: Ctx, Path(person): Path<i64>, Form(pairs): Form<Pairs>) -> Page {
    let (by, today, person, mut sent) = (ctx.actor()?, ctx.today(), PersonId(person), Sent::new(pairs));
    let work = read_work(&ctx, &mut sent);
    if !sent.is_wrong() {
        match ctx.desk().write(move |tx| actions::by_hand::employ(tx, &by, person, &work, today)).await {
            Ok(()) => return saved(&ctx, person),
            Err(refused) => sent.say("unit", refused_words(&ctx, refused)?),
        }
    }
    again(&ctx, person, &sent, "employ").await
}

pub(super) async fn appoint(ctx: Ctx, Path(person): Path<i64>, Form(pairs): Form<Pairs>) -> Page {
    let (by, today, person, mut sent) = (ctx.actor()?, ctx.today(), PersonId(person), Sent::new(pairs));
    let (unit, from) = (sent.unit(&ctx, "led"), sent.day(&ctx, "led-from"));
    let acting = sent.ticked("acting");
    if !sent.is_wrong() {
        let appointed = ctx
            .desk()
            .write(move |tx| actions::by_hand::appoint(tx, &by, person, unit, acting, from, today))
            .await;
        match appointed {
            Ok(()) => return saved(&ctx, person),
            Err(refused) => sent.say("led", refused_words(&ctx, refused)?),
        }
    }
    again(&ctx, person, &sent, "appoint").await
}

pub(super) async fn dismiss(ctx: Ctx, Path((person, unit)): Path<(i64, i64)>) -> Page {
    let (by, today, person) = (ctx.actor()?, ctx.today(), PersonId(person));
    let dismissed =
        ctx.desk().write(move |tx| actions::by_hand::dismiss(tx, &by, person, UnitId(unit), today)).await;
    match dismissed {
        Ok(()) => saved(&ctx, person),
        Err(refused) => {
            let mut sent = Sent::default();
            sent.say("leads", refused_words(&ctx, refused)?);
            again(&ctx, person, &sent, "").await
        }
    }
}

pub(super) async fn new(ctx: Ctx) -> Page {
    show_page(&new_page(&ctx, &Sent::default()).await?)
}

async fn new_page(ctx: &Ctx, sent: &Sent) -> Result<NewPage, Trouble> {
    let words = ctx.words();
    Ok(NewPage {
        frame: frame(ctx, "/people", words.people_add()),
        errors_title: words.form_trouble(),
        errors: sent.errors(),
        heading: words.people_add(),
        lead: words.people_add_lead(),
        name: name_fields(ctx, sent, "", "", ""),
        work: work_fields(ctx, sent).await?,
        save: words.people_add(),
    })
}

pub(super) async fn add(ctx: Ctx, Form(pairs): Form<Pairs>) -> Page {
    let (by, today, mut sent) = (ctx.actor()?, ctx.today(), Sent::new(pairs));
    let (name, work) = (read_name(&ctx, &mut sent), read_work(&ctx, &mut sent));
    if !sent.is_wrong() {
        match ctx.desk().write(move |tx| actions::by_hand::add_person(tx, &by, &name, &work, today)).await {
            Ok(person) => return saved(&ctx, person),
            Err(refused @ actions::by_hand::ByHandRefused::MailTaken) => {
                sent.say("mail", refused_words(&ctx, refused)?);
            }
            Err(refused) => sent.say("unit", refused_words(&ctx, refused)?),
        }
    }
    show_again(&new_page(&ctx, &sent).await?)
}
