//! Roles given by hand, and deputies.

mod deputies;

pub(crate) use deputies::about as deputy_words;

use access::Role;
use actions::roles::{Holder, NewRole, RoleRefused, name};
use askama::Template;
use axum::extract::{Form, Path, Query};
use people::{PersonId, UnitId};
use serde::Deserialize;

use crate::Trouble;
use crate::by_hand::sent::Sent;
use crate::ctx::Ctx;
use crate::dates::writes;
use crate::form::{Choice, Field};
use crate::frame::{Frame, frame};
use crate::pages::{Page, go_saying, show, show_again};
use crate::routes::Routes;
use crate::said::Said;

pub(crate) fn routes(routes: Routes) -> Routes {
    routes
        .get("/roles", roles)
        .post("/roles", give)
        .post("/roles/{person}/{role}/end", take)
        .get("/deputies", deputies::deputies)
        .post("/deputies", deputies::name)
        .post("/deputies/{delegation}/end", deputies::end)
}

#[derive(Template)]
#[template(path = "roles/roles.html")]
struct RolesPage {
    frame: Frame,
    errors_title: String,
    errors: Vec<Field>,
    heading: String,
    lead: String,
    given_heading: String,
    none: String,
    given: Vec<GivenRow>,
    new_heading: String,
    mail: Field,
    role: Field,
    roles: Vec<Choice>,
    last_day: Field,
    give: String,
}

struct GivenRow {
    name: String,
    about: String,
    /// Empty where it is not theirs to take.
    url: String,
    take: String,
    take_label: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    mail: String,
}

async fn page(ctx: &Ctx, sent: &Sent, mail: &str) -> Result<RolesPage, Trouble> {
    let (words, by, today) = (ctx.words(), ctx.actor()?, ctx.today());
    let (mut given, mut authorities) = ctx
        .desk()
        .read(move |tx| {
            let given = actions::roles::given(tx, &by, today)?;
            Ok::<_, actions::Fault>((given, actions::roles::authorities(tx, &by, today)?))
        })
        .await?;
    authorities.sort_by(|(_, a), (_, b)| writes(ctx.language()).order(a, b));
    given.sort_by(|a, b| writes(ctx.language()).order(&a.name, &b.name).then(a.role.cmp(&b.role)));
    let given: Vec<_> = given.into_iter().map(|it| row(ctx, it)).collect();
    let mine =
        Role::GIVEN.into_iter().filter(|role| *role != Role::AuthorityHr && role.is_given_by(by.roles));
    let choice = |value: String, label: String, role: Role| {
        let current = sent.text("role") == value;
        Choice::new(value, label, current).with_hint(hint(ctx, role))
    };
    let within = |(unit, authority): &(UnitId, String)| {
        let value = format!("{}-{unit}", Role::AuthorityHr.code());
        choice(value, words.roles_authority_hr(authority), Role::AuthorityHr)
    };
    let mut roles: Vec<_> =
        mine.map(|role| choice(role.code().to_owned(), name(words, role), role)).collect();
    roles.extend(authorities.iter().map(within));
    Ok(RolesPage {
        frame: frame(ctx, "/roles", words.nav_roles()),
        errors_title: words.form_trouble(),
        errors: sent.errors(),
        heading: words.nav_roles(),
        lead: words.roles_lead(),
        given_heading: words.roles_heading(),
        none: if given.is_empty() { words.roles_none() } else { String::new() },
        given,
        new_heading: words.roles_give_heading(),
        mail: sent.field("mail", words.roles_mail(), mail).with_hint(words.roles_mail_hint()),
        role: sent.field("role", words.roles_role(), ""),
        roles,
        last_day: sent.field("last-day", words.roles_last_day(), "").with_hint(words.roles_last_day_hint()),
        give: words.roles_give(),
    })
}

fn row(ctx: &Ctx, it: Holder) -> GivenRow {
    let words = ctx.words();
    let role = match &it.authority {
        Some(authority) => words.roles_authority_hr(authority),
        None => name(words, it.role),
    };
    let until = match it.last_day {
        Some(day) => words.roles_until(writes(ctx.language()).date(day)),
        None => words.roles_open_ended(),
    };
    GivenRow {
        about: format!("{role} · {until}"),
        url: match it.can_be_taken {
            true => format!("/roles/{}/{}/end", it.person, it.role.code()),
            false => String::new(),
        },
        take: words.roles_take(),
        take_label: words.roles_take_label(&role, &it.name),
        name: it.name,
    }
}

fn hint(ctx: &Ctx, role: Role) -> String {
    let words = ctx.words();
    match role {
        Role::Hr => words.roles_hr_hint(),
        Role::AuthorityHr => words.roles_authority_hr_hint(),
        Role::TopManager => words.roles_top_manager_hint(),
        Role::It => words.roles_it_hint(),
        Role::DataProtection => words.roles_data_protection_hint(),
        Role::Employee | Role::Leader | Role::RoundsDeputy | Role::PeopleDeputy => String::new(),
    }
}

async fn roles(ctx: Ctx, Query(asked): Query<Asked>) -> Page {
    let mail: String = asked.mail.chars().take(254).collect();
    show(&page(&ctx, &Sent::default(), &mail).await?)
}

async fn give(ctx: Ctx, Form(pairs): Form<Vec<(String, String)>>) -> Page {
    let (by, today, send_at) = (ctx.actor()?, ctx.today(), ctx.desk().send_at());
    let mut sent = Sent::new(pairs);
    let mail = sent.text("mail").to_owned();
    if mail.is_empty() {
        sent.say("mail", ctx.words().required());
    }
    let role = read_role(sent.text("role"));
    if role.is_none() {
        sent.say("role", ctx.words().wrong_role());
    }
    let last_day = sent.day_maybe(&ctx, "last-day");
    if let Some((role, authority)) = role.filter(|_| !sent.is_wrong()) {
        let new = NewRole { mail, role, authority, last_day };
        let given = ctx.desk().write(move |tx| actions::roles::give(tx, &by, &new, today, send_at)).await;
        match given {
            Ok(()) => return go_saying(&ctx, "/roles", Said::RoleGiven),
            Err(refused) => refuse(&ctx, &mut sent, refused)?,
        }
    }
    show_again(&page(&ctx, &sent, "").await?)
}

/// `hr`, or `authority_hr-4711`.
fn read_role(text: &str) -> Option<(Role, Option<UnitId>)> {
    match text.split_once('-') {
        Some((role, unit)) => Some((Role::from_code(role)?, Some(unit.parse().ok()?))),
        None => Some((Role::from_code(text)?, None)),
    }
}

async fn take(ctx: Ctx, Path((person, role)): Path<(i64, String)>) -> Page {
    let (by, today, send_at) = (ctx.actor()?, ctx.today(), ctx.desk().send_at());
    let role = Role::from_code(&role).ok_or(Trouble::NotFound)?;
    let taken = ctx
        .desk()
        .write(move |tx| actions::roles::take(tx, &by, PersonId(person), role, today, send_at))
        .await;
    match taken {
        Ok(()) => go_saying(&ctx, "/roles", Said::RoleTaken),
        Err(RoleRefused::NotYours) => Err(Trouble::NotAllowed),
        Err(refused) => {
            let mut sent = Sent::default();
            refuse(&ctx, &mut sent, refused)?;
            show_again(&page(&ctx, &sent, "").await?)
        }
    }
}

fn refuse(ctx: &Ctx, sent: &mut Sent, refused: RoleRefused) -> Result<(), Trouble> {
    let words = ctx.words();
    match refused {
        RoleRefused::NotYours | RoleRefused::NoAuthority => sent.say("role", words.wrong_role()),
        RoleRefused::Oneself => sent.say("mail", words.wrong_oneself()),
        RoleRefused::Nobody => sent.say("mail", words.wrong_nobody()),
        RoleRefused::Over => sent.say("last-day", words.wrong_role_over()),
        RoleRefused::LastIt => sent.say("role", words.wrong_last_it()),
        RoleRefused::Fault(fault) => return Err(fault.into()),
    }
    Ok(())
}
