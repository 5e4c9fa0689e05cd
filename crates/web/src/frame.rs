//! What stands around every page, as finished words and addresses: everything `base/layout.html` needs.

use access::{Right, Role};
use people::{Language, Scheme};

use crate::ctx::Ctx;
use crate::form::Choice;

/// The frame of one page.
#[derive(Debug, Clone)]
pub(crate) struct Frame {
    /// BCP 47: `sv`, `da` or `en`.
    pub(crate) lang: &'static str,
    /// `light`, `dark` or `auto` (as the device says).
    pub(crate) scheme: &'static str,
    /// The page's own title; the product's name is added.
    pub(crate) title: String,
    /// Where style, scripts and fonts are served, without a slash at the end.
    pub(crate) assets: String,
    /// Where the brand leads.
    pub(crate) home: &'static str,
    /// The banner of demo mode; empty outside it.
    pub(crate) demo: String,
    /// The answer to what was just done.
    pub(crate) flash: Option<Flash>,
    /// The main menu; the first four stand in the bar of a phone. Empty before sign-in: then there is no menu.
    pub(crate) nav: Vec<NavItem>,
    /// More of the menu, under headings.
    pub(crate) groups: Vec<NavGroup>,
    /// Where the choice of language is posted, and the languages.
    pub(crate) language_url: &'static str,
    pub(crate) languages: Vec<Choice>,
    /// Where the choice of light or dark is posted, and the choices.
    pub(crate) scheme_url: &'static str,
    pub(crate) schemes: Vec<Choice>,
    /// The address to come back to after either choice.
    pub(crate) back: String,
    pub(crate) words: FrameWords,
    /// Addresses in the foot of every page.
    pub(crate) foot: Vec<NavItem>,
}

/// The frame's own sentences.
#[derive(Debug, Clone)]
pub(crate) struct FrameWords {
    pub(crate) skip: String,
    pub(crate) menu: String,
    pub(crate) more: String,
    pub(crate) language: String,
    pub(crate) look: String,
}

/// One place in the menu.
#[derive(Debug, Clone)]
pub(crate) struct NavItem {
    pub(crate) label: String,
    /// One word for the bar of a phone, at most ten letters.
    pub(crate) short: String,
    pub(crate) url: &'static str,
    /// A name in `base/icon.html`.
    pub(crate) icon: &'static str,
    pub(crate) current: bool,
}

/// Places in the menu under a heading: a unit, or a role.
#[derive(Debug, Clone)]
pub(crate) struct NavGroup {
    pub(crate) name: String,
    pub(crate) items: Vec<NavItem>,
}

/// What is said once, after something was done.
#[derive(Debug, Clone)]
pub(crate) struct Flash {
    /// `done` or `trouble`.
    pub(crate) kind: &'static str,
    pub(crate) text: String,
}

/// The frame of a page called `title`, whose place in the menu is `url`.
pub(crate) fn frame(ctx: &Ctx, url: &str, title: impl Into<String>) -> Frame {
    let words = ctx.words();
    let host = ctx.site().host();
    Frame {
        lang: ctx.language().code(),
        scheme: ctx.scheme().map_or("auto", Scheme::code),
        title: title.into(),
        assets: ctx.site().assets().root().to_owned(),
        home: "/",
        demo: if host.demo { words.demo_banner(&host.name) } else { String::new() },
        flash: ctx.said().map(|said| Flash { kind: "done", text: said.words(words) }),
        nav: nav(ctx, url),
        groups: groups(ctx, url),
        language_url: "/language",
        languages: Language::ALL
            .into_iter()
            .map(|language| Choice::new(language.code(), language.own_name(), language == ctx.language()))
            .collect(),
        scheme_url: "/scheme",
        schemes: [
            ("auto", words.scheme_auto()),
            ("light", words.scheme_light()),
            ("dark", words.scheme_dark()),
        ]
        .into_iter()
        .map(|(code, label)| Choice::new(code, label, code == ctx.scheme().map_or("auto", Scheme::code)))
        .collect(),
        back: ctx.path().to_owned(),
        words: FrameWords {
            skip: words.skip_to_content(),
            menu: words.menu(),
            more: words.menu_more(),
            language: words.language_choice(),
            look: words.scheme_choice(),
        },
        foot: foot(ctx, url),
    }
}

fn item(label: String, url: &'static str, icon: &'static str, here: &str) -> NavItem {
    NavItem { short: label.clone(), label, url, icon, current: url == here }
}

fn nav(ctx: &Ctx, here: &str) -> Vec<NavItem> {
    let words = ctx.words();
    if ctx.signed_in().is_none() {
        return Vec::new();
    }
    let mut nav = vec![item(words.nav_today(), "/", "today", here)];
    if ctx.is(Role::Leader) {
        nav.push(item(words.nav_week(), "/week", "week", here));
        nav.push(NavItem {
            short: words.nav_steps_short(),
            ..item(words.nav_steps(), "/steps", "steps", here)
        });
        nav.push(NavItem {
            short: words.nav_conditions_short(),
            ..item(words.nav_conditions(), "/conditions", "people", here)
        });
    }
    if ctx.may(Right::Planner) {
        nav.push(item(words.nav_rounds(), "/rounds", "talk", here));
    }
    nav.push(item(words.nav_results(), "/results", "pulse", here));
    nav.push(item(words.nav_settings(), "/settings", "settings", here));
    nav
}

fn groups(ctx: &Ctx, here: &str) -> Vec<NavGroup> {
    let words = ctx.words();
    let mut groups = Vec::new();
    let mut people = Vec::new();
    if ctx.may(Right::PeopleKeeper) {
        people.push(item(words.nav_people(), "/people", "people", here));
        people.push(item(words.nav_staff_lists(), "/staff-lists", "people", here));
    }
    if ctx.may(Right::RoleGiver) {
        people.push(item(words.nav_roles(), "/roles", "lock", here));
    }
    if !people.is_empty() {
        groups.push(NavGroup { name: words.nav_group_people(), items: people });
    }
    if ctx.is(Role::It) {
        let items = vec![
            item(words.nav_installation(), "/installation", "settings", here),
            item(words.nav_scim(), "/scim", "people", here),
        ];
        groups.push(NavGroup { name: words.nav_group_it(), items });
    }
    if ctx.is(Role::DataProtection) {
        let items = vec![item(words.nav_log(), "/log", "lock", here)];
        groups.push(NavGroup { name: words.role_data_protection(), items });
    }
    if ctx.site().host().demo && ctx.signed_in().is_some() {
        let items = vec![
            item(words.nav_demo(), "/demo", "people", here),
            item(words.nav_outbox(), "/outbox", "talk", here),
        ];
        groups.push(NavGroup { name: words.nav_group_demo(), items });
    }
    groups
}

fn foot(ctx: &Ctx, here: &str) -> Vec<NavItem> {
    let words = ctx.words();
    vec![
        item(words.nav_privacy(), "/privacy", "lock", here),
        item(words.nav_accessibility(), "/accessibility", "people", here),
    ]
}
