//! For those who run the installation: how it is doing, what is left to do before others can come, and whether letters and
//! sign-ins work. No content.

use access::Role;
use actions::LetterPolicy;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use crate::ctx::Ctx;
use crate::frame::{Frame, frame};
use crate::pages::{Page, go_saying, show};
use crate::routes::Routes;
use crate::said::Said;
use crate::{Site, Trouble, account};

pub(crate) fn routes(routes: Routes) -> Routes {
    routes
        .get("/installation", installation)
        .post("/installation/letter", send_letter)
        .post("/installation/link", send_link)
}

/// A name and its value.
#[derive(Debug, Clone)]
pub(crate) struct Fact {
    pub(crate) name: String,
    pub(crate) value: String,
}

/// One thing that is left to do; `url` is empty where it is done on the machine.
struct Left {
    what: String,
    about: String,
    url: &'static str,
    action: String,
}

/// Something that can be tried.
struct Trial {
    id: &'static str,
    heading: String,
    text: String,
    url: &'static str,
    send: String,
}

/// The organisation's own sign-in: there and back again.
struct AccountTrial {
    text: String,
    action: String,
}

#[derive(Template)]
#[template(path = "people/installation.html")]
struct InstallationPage {
    frame: Frame,
    heading: String,
    lead: String,
    left_heading: String,
    left: Vec<Left>,
    facts: Vec<Fact>,
    trials: Vec<Trial>,
    account_heading: String,
    account: Option<AccountTrial>,
}

/// Whether letters go anywhere: in a demo they lie in the outbox, where they can be read.
fn letters_arrive(ctx: &Ctx) -> bool {
    ctx.site().has_post() || ctx.desk().letters == LetterPolicy::Keep
}

async fn installation(ctx: Ctx) -> Page {
    let words = ctx.words();
    let waiting = ctx.desk().read(actions::letters::waiting).await?;
    let host = ctx.site().host();
    let mail = match ctx.desk().letters {
        LetterPolicy::Send if !ctx.site().has_post() => words.installation_mail_none(),
        LetterPolicy::Send => words.installation_mail_sends(),
        LetterPolicy::Keep => words.installation_mail_keeps(),
    };
    let fact = |name: String, value: &str| Fact { name, value: value.to_owned() };
    let doors = ctx.site().doors();
    show(&InstallationPage {
        frame: frame(&ctx, "/installation", words.nav_installation()),
        heading: words.nav_installation(),
        lead: words.installation_lead(),
        left_heading: words.installation_left(),
        left: left(&ctx).await?,
        facts: vec![
            fact(words.installation_version(), env!("CARGO_PKG_VERSION")),
            fact(words.installation_organisation(), &host.name),
            fact(words.installation_zone(), &host.zone),
            fact(words.installation_address(), ctx.desk().address()),
            fact(words.installation_mail(), &mail),
            fact(words.installation_letters(), &waiting.to_string()),
        ],
        trials: trials(&ctx),
        account_heading: words.installation_account(),
        account: doors.account.as_ref().map(|door| AccountTrial {
            text: words.installation_account_text(),
            action: words.sign_in_with(account::name(&ctx, door)),
        }),
    })
}

/// What is left between a new installation and people who sign in.
async fn left(ctx: &Ctx) -> Result<Vec<Left>, Trouble> {
    /// With fewer than this nobody has been brought in yet: a round asks eight at least.
    const SOME: u32 = 8;
    let (words, by, today) = (ctx.words(), ctx.actor()?, ctx.today());
    let (people, given) = ctx
        .desk()
        .read(move |tx| {
            Ok::<_, actions::Fault>((
                actions::people::are_at_least(tx, &by, SOME)?,
                actions::roles::given(tx, &by, today)?,
            ))
        })
        .await?;
    let on_the_machine = |what, about| Left { what, about, url: "", action: String::new() };
    let mut left = Vec::new();
    if !ctx.site().secure() && !ctx.site().host().demo {
        left.push(on_the_machine(words.installation_left_https(), words.installation_left_https_text()));
    }
    if !letters_arrive(ctx) {
        left.push(on_the_machine(words.installation_left_mail(), words.installation_left_mail_text()));
    }
    if !people {
        left.push(Left {
            what: words.installation_left_people(),
            about: words.installation_left_people_text(),
            url: "/staff-lists",
            action: words.nav_staff_lists(),
        });
    }
    if !given.iter().any(|holder| holder.role == Role::Hr) {
        left.push(Left {
            what: words.installation_left_hr(),
            about: words.installation_left_hr_text(),
            url: "/roles",
            action: words.nav_roles(),
        });
    }
    Ok(left)
}

/// A letter, and a letter that signs in, to oneself.
fn trials(ctx: &Ctx) -> Vec<Trial> {
    let words = ctx.words();
    if !letters_arrive(ctx) {
        return Vec::new();
    }
    let letter = Trial {
        id: "trial",
        heading: words.installation_trial(),
        text: words.installation_trial_text(),
        url: "/installation/letter",
        send: words.installation_trial_send(),
    };
    let link = Trial {
        id: "trial-link",
        heading: words.installation_link(),
        text: words.installation_link_text(),
        url: "/installation/link",
        send: words.installation_link_send(),
    };
    vec![letter, link]
}

async fn send_letter(ctx: Ctx) -> Page {
    let by = ctx.actor()?;
    actions::letters::send_trial(ctx.desk(), by).await?;
    go_saying(&ctx, "/installation", Said::LetterSent)
}

/// The same letter as whoever asks for it at the door gets.
async fn send_link(ctx: Ctx) -> Page {
    let mail = ctx.signed_in().and_then(|who| who.person.mail.clone()).ok_or(Trouble::NotFound)?;
    actions::access::ask_for_link(ctx.desk(), ctx.visitor(), &mail, ctx.site().host().language).await?;
    go_saying(&ctx, "/installation", Said::LinkSent)
}

/// Whether this node can answer: asked by whatever stands in front of it.
pub(crate) async fn health(State(site): State<Site>) -> (StatusCode, &'static str) {
    match actions::access::host(site.desk()).await {
        Ok(_) => (StatusCode::OK, "ok\n"),
        Err(fault) => {
            tracing::error!(%fault, "not healthy");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n")
        }
    }
}
