//! The directory (Entra ID, Okta): its tokens, what its groups give, and who was left locked out. For those who run the installation.

use access::Role;
use actions::scim::{
    Overview, ROLES, ScimRefused, StoredGroup, StoredToken, TOKEN_NAME, TOKENS, TokenRefused,
};
use askama::Template;
use axum::extract::{Form, Path};
use people::{DirectoryGroupId, PersonId};
use serde::Deserialize;
use words::Words;

use crate::Trouble;
use crate::ctx::Ctx;
use crate::dates::writes;
use crate::form::{Choice, Field, errors};
use crate::frame::{Frame, frame};
use crate::installation::Fact;
use crate::pages::{Page, go_saying, show, show_again};
use crate::routes::Routes;
use crate::said::Said;

/// Where the directory itself asks, below the address of the installation: `scim::PATH`, which is not for pages.
const ASKED_AT: &str = "/scim/v2";

pub(crate) fn routes(routes: Routes) -> Routes {
    routes
        .get("/scim", directory)
        .post("/scim/tokens", make_token)
        .post("/scim/tokens/{token}/end", end_token)
        .post("/scim/groups/{group}/role", give_role)
        .post("/scim/locked/{person}/end", let_in)
}

#[derive(Template)]
#[template(path = "scim/directory.html")]
struct DirectoryPage {
    frame: Frame,
    heading: String,
    lead: String,
    errors_title: String,
    errors: Vec<Field>,
    facts: Vec<Fact>,
    tokens_heading: String,
    tokens_text: String,
    /// Empty when there are some.
    tokens_none: String,
    tokens: Vec<TokenRow>,
    name: Field,
    make: String,
    groups_heading: String,
    groups_text: String,
    /// Empty when there are some.
    groups_none: String,
    groups: Vec<GroupRow>,
    save: String,
    locked_heading: String,
    locked_text: String,
    locked: Vec<LockedRow>,
    let_in: String,
}

struct TokenRow {
    name: String,
    made: String,
    seen: String,
    end_url: String,
    end: String,
    end_label: String,
}

struct GroupRow {
    members: String,
    url: String,
    /// The id of its list of roles.
    id: String,
    label: String,
    roles: Vec<Choice>,
    save_label: String,
}

struct LockedRow {
    name: String,
    since: String,
    url: String,
    let_in_label: String,
}

#[derive(Template)]
#[template(path = "scim/token.html")]
struct TokenPage {
    frame: Frame,
    heading: String,
    once: String,
    facts: Vec<Fact>,
    token_label: String,
    token: String,
    copy: String,
    copied: String,
    back: String,
}

#[derive(Deserialize, Default)]
struct TokenForm {
    #[serde(default)]
    name: String,
}

#[derive(Deserialize, Default)]
struct RoleForm {
    #[serde(default)]
    role: String,
}

async fn directory(ctx: Ctx) -> Page {
    show(&directory_page(&ctx, "", None).await?)
}

async fn directory_page(ctx: &Ctx, name: &str, error: Option<String>) -> Result<DirectoryPage, Trouble> {
    let (words, by) = (ctx.words(), ctx.actor()?);
    let Overview { tokens, users, groups, left_locked } =
        ctx.desk().read(move |tx| actions::scim::overview(tx, &by)).await?;
    let name =
        Field::new("name", words.scim_name(), name).with_hint(words.scim_name_hint()).with_error(error);
    let number = |number: u32| writes(ctx.language()).number(number.into());
    let users = match users {
        (0, _) => words.scim_users_none(),
        (all, active) => words.scim_users_active(number(all), number(active)),
    };
    let none = |empty: bool, text: String| if empty { text } else { String::new() };
    Ok(DirectoryPage {
        frame: frame(ctx, "/scim", words.nav_scim()),
        heading: words.nav_scim(),
        lead: words.scim_lead(),
        errors_title: words.form_trouble(),
        errors: errors([&name]),
        facts: vec![address(ctx), Fact { name: words.scim_users(), value: users }],
        tokens_heading: words.scim_tokens(),
        tokens_text: words.scim_tokens_text(),
        tokens_none: none(tokens.is_empty(), words.scim_tokens_none()),
        tokens: tokens.into_iter().map(|token| token_row(ctx, token)).collect(),
        name,
        make: words.scim_make(),
        groups_heading: words.scim_groups(),
        groups_text: words.scim_groups_text(),
        groups_none: none(groups.is_empty(), words.scim_groups_none()),
        groups: groups.into_iter().map(|(group, members)| group_row(words, group, members)).collect(),
        save: words.scim_role_save(),
        locked_heading: words.scim_locked(),
        locked_text: words.scim_locked_text(),
        locked: left_locked
            .into_iter()
            .map(|(person, name, since)| LockedRow {
                since: words.scim_locked_since(writes(ctx.language()).moment(since, &ctx.time_zone())),
                url: format!("/scim/locked/{person}/end"),
                let_in_label: words.scim_let_in_label(&name),
                name,
            })
            .collect(),
        let_in: words.scim_let_in(),
    })
}

fn address(ctx: &Ctx) -> Fact {
    Fact { name: ctx.words().scim_address(), value: ctx.desk().address_of(ASKED_AT) }
}

fn token_row(ctx: &Ctx, token: StoredToken) -> TokenRow {
    let words = ctx.words();
    let moment = |at| writes(ctx.language()).moment(at, &ctx.time_zone());
    TokenRow {
        made: match token.made_by {
            Some(who) => words.scim_made_by(moment(token.made_at), who),
            None => words.scim_made(moment(token.made_at)),
        },
        seen: token.seen_at.map_or_else(|| words.scim_seen_never(), |at| words.scim_seen(moment(at))),
        end_url: format!("/scim/tokens/{}/end", token.id),
        end: words.scim_end(),
        end_label: words.scim_end_label(&token.name),
        name: token.name,
    }
}

fn group_row(words: &Words, group: StoredGroup, members: u32) -> GroupRow {
    let nothing = Choice::new("", words.scim_role_none(), group.role.is_none());
    let roles = ROLES
        .iter()
        .map(|role| Choice::new(role.code(), actions::roles::name(words, *role), group.role == Some(*role)));
    GroupRow {
        members: words.scim_members(members),
        url: format!("/scim/groups/{}/role", group.id),
        id: format!("role-{}", group.id),
        label: words.scim_role(&group.display_name),
        roles: [nothing].into_iter().chain(roles).collect(),
        save_label: words.scim_role_save_label(&group.display_name),
    }
}

/// The answer to this form is the only page that ever has the token.
async fn make_token(ctx: Ctx, Form(form): Form<TokenForm>) -> Page {
    let (words, by) = (ctx.words(), ctx.actor()?);
    let name = form.name.trim();
    let made = actions::scim::make_token(ctx.desk(), by.organisation, Some(by), name).await;
    let error = match made {
        Ok(secret) => {
            return show(&TokenPage {
                frame: frame(&ctx, "/scim", words.nav_scim()),
                heading: words.scim_token_heading(name),
                once: words.scim_token_once(),
                facts: vec![address(&ctx)],
                token_label: words.scim_token(),
                token: secret.text(),
                copy: words.copy(),
                copied: words.copied(),
                back: words.scim_back(),
            });
        }
        Err(TokenRefused::Name) => words.scim_name_wrong(TOKEN_NAME),
        Err(TokenRefused::Full) => words.scim_full(TOKENS),
        Err(TokenRefused::Fault(fault)) => return Err(fault.into()),
    };
    show_again(&directory_page(&ctx, name, Some(error)).await?)
}

async fn end_token(ctx: Ctx, Path(token): Path<i64>) -> Page {
    let by = ctx.actor()?;
    ctx.desk().write(move |tx| actions::scim::end_token(tx, &by, token)).await?;
    go_saying(&ctx, "/scim", Said::TokenEnded)
}

async fn give_role(ctx: Ctx, Path(group): Path<i64>, Form(form): Form<RoleForm>) -> Page {
    let by = ctx.actor()?;
    let role = match form.role.as_str() {
        "" => None,
        code => Some(Role::from_code(code).ok_or(Trouble::Garbled)?),
    };
    let group = DirectoryGroupId(group);
    match ctx.desk().write(move |tx| actions::scim::give_group_role(tx, &by, group, role)).await {
        Ok(()) => go_saying(&ctx, "/scim", Said::Saved),
        Err(ScimRefused::Fault(fault)) => Err(fault.into()),
        Err(_) => Err(Trouble::NotFound),
    }
}

async fn let_in(ctx: Ctx, Path(person): Path<i64>) -> Page {
    let by = ctx.actor()?;
    ctx.desk().write(move |tx| actions::scim::let_in(tx, &by, PersonId(person))).await?;
    go_saying(&ctx, "/scim", Said::Saved)
}
