//! The home page: the step, the drop, one question, what is next. Ten seconds, and done.

use access::Role;
use actions::drops::MyDrop;
use actions::steps::TodayStep;
use actions::week::{StoredWeek, latest_done};
use askama::Template;

use crate::ctx::Ctx;
use crate::dates::{week_number, writes};
use crate::drops::{drop_name, freed_words};
use crate::frame::{Frame, frame};
use crate::pages::{Page, show};
use crate::routes::Routes;
use crate::steps::{CheckInBox, by_line, latest_words, plan_words};

pub(crate) fn routes(routes: Routes) -> Routes {
    routes.get("/", today)
}

#[derive(Template)]
#[template(path = "today/front.html")]
struct FrontPage {
    frame: Frame,
    heading: String,
    lead: String,
    sign_in: String,
    try_it: Option<String>,
    promises: Vec<Promise>,
}

/// What the product does, in a few words.
struct Promise {
    icon: &'static str,
    title: String,
    text: String,
}

#[derive(Template)]
#[template(path = "today/today.html")]
struct TodayPage {
    frame: Frame,
    kicker: String,
    heading: String,
    /// The open rounds that ask whoever looks.
    asked: Vec<AskedPart>,
    /// What the teams of whoever looks have agreed.
    agreed: Vec<AgreedPart>,
    step: Option<StepPart>,
    /// Where to begin, for whoever leads and practises nothing yet.
    begin: Option<Next>,
    drops: Option<DropsPart>,
    next_heading: String,
    next: Vec<Next>,
}

/// A round that asks whoever looks.
struct AskedPart {
    id: String,
    heading: String,
    text: String,
    url: String,
    action: String,
    collected: bool,
}

/// What a team agreed in its talk about results.
struct AgreedPart {
    id: String,
    heading: String,
    words: String,
    text: String,
    url: String,
    action: String,
}

/// The step, and the answer in one tap.
struct StepPart {
    heading: String,
    plan: String,
    by: String,
    url: String,
    latest_words: String,
    latest: Vec<&'static str>,
    question: String,
    check_in: CheckInBox,
    /// Empty until it is time to ask whether it has become natural.
    review: String,
    open: String,
}

/// What was chosen away, and what that has freed.
struct DropsPart {
    heading: String,
    rows: Vec<Next>,
}

/// One thing that comes next.
struct Next {
    what: String,
    about: String,
    url: String,
    action: String,
}

async fn today(ctx: Ctx) -> Page {
    match ctx.signed_in() {
        None => front(&ctx),
        Some(_) if ctx.is(Role::Leader) => leader(&ctx).await,
        Some(_) => others(&ctx).await,
    }
}

fn front(ctx: &Ctx) -> Page {
    let words = ctx.words();
    let host = ctx.site().host();
    show(&FrontPage {
        frame: frame(ctx, "/", words.app_name()),
        heading: words.app_motto(),
        lead: words.front_lead(&host.name),
        sign_in: words.sign_in(),
        try_it: host.demo.then(|| words.nav_demo()),
        promises: vec![
            Promise { icon: "week", title: words.front_see(), text: words.front_see_text() },
            Promise { icon: "steps", title: words.front_choose(), text: words.front_choose_text() },
            Promise { icon: "lock", title: words.front_own(), text: words.front_own_text() },
        ],
    })
}

fn greeting(ctx: &Ctx) -> (String, String) {
    let name = ctx.signed_in().map(|who| who.person.given_name.as_str()).unwrap_or_default();
    (writes(ctx.language()).full(ctx.today()), ctx.words().today_hello(name))
}

async fn asked(ctx: &Ctx) -> Result<Vec<AskedPart>, crate::Trouble> {
    let (words, by) = (ctx.words(), ctx.actor()?);
    let rounds = ctx.desk().read(move |tx| actions::rounds::asking_me(tx, &by)).await?;
    let zone = ctx.time_zone();
    let moment = |at| writes(ctx.language()).moment(at, &zone);
    let part = |(round, collected): (pulse::Round, bool)| AskedPart {
        id: format!("asked-{}", round.id),
        heading: words.today_asked(),
        text: if collected {
            words.today_asked_collected(&round.name, moment(round.closes_at))
        } else {
            words.today_asked_until(&round.name, moment(round.draws_end_at))
        },
        url: format!("/rounds/{}/ballot", round.id),
        action: if collected { words.today_asked_again() } else { words.today_asked_do() },
        collected,
    };
    Ok(rounds.into_iter().map(part).collect())
}

async fn agreed(ctx: &Ctx) -> Result<Vec<AgreedPart>, crate::Trouble> {
    let (words, by, today) = (ctx.words(), ctx.actor()?, ctx.today());
    let mine = ctx.desk().read(move |tx| actions::agreed::mine(tx, &by, today)).await?;
    let part = |agreed: actions::agreed::Agreed| AgreedPart {
        id: format!("agreed-{}", agreed.unit),
        heading: words.today_agreed(),
        words: agreed.words.to_string(),
        text: words.today_agreed_text(&agreed.unit_name, writes(ctx.language()).date(agreed.look_again_on)),
        url: format!("/results/{}/{}", agreed.round, agreed.place.0),
        action: words.nav_results(),
    };
    Ok(mine.into_iter().map(part).collect())
}

async fn leader(ctx: &Ctx) -> Page {
    let (words, by, today) = (ctx.words(), ctx.actor()?, ctx.today());
    let (weeks, glance) = ctx
        .desk()
        .read(move |tx| {
            Ok::<_, actions::Fault>((
                actions::week::latest(tx, &by, 1)?,
                actions::steps::today(tx, &by, today)?,
            ))
        })
        .await?;
    let (kicker, heading) = greeting(ctx);
    let mut begin = glance.step.is_none().then(|| Next {
        what: words.today_begin(),
        about: words.today_begin_text(),
        url: "/steps/new".into(),
        action: words.steps_begin(),
    });
    let mut next = vec![next_week(ctx, weeks.first())];
    // Whoever has seen no week yet begins with that: what makes room for a step stands in it.
    if let Some(step) = begin.as_mut().filter(|_| weeks.is_empty()) {
        std::mem::swap(step, &mut next[0]);
    }
    next.extend(glance.second.iter().map(|second| Next {
        what: plan_words(words, &second.mine.step().chosen.plan),
        about: words.today_second(),
        url: format!("/steps/{}", second.mine.id().0),
        action: words.today_open(),
    }));
    next.extend(glance.paused.iter().filter(|paused| paused.pause_over).map(|paused| Next {
        what: plan_words(words, &paused.mine.step().chosen.plan),
        about: words.step_pause_over(),
        url: format!("/steps/{}", paused.mine.id().0),
        action: words.today_open(),
    }));
    show(&TodayPage {
        frame: frame(ctx, "/", words.nav_today()),
        kicker,
        heading,
        asked: asked(ctx).await?,
        agreed: agreed(ctx).await?,
        step: glance.step.as_ref().map(|step| step_part(ctx, step)),
        begin,
        drops: drops_part(ctx, &glance.drops),
        next_heading: words.today_next(),
        next,
    })
}

/// The latest week that is done: seen, waiting for a guess, or still to be given.
fn next_week(ctx: &Ctx, latest: Option<&StoredWeek>) -> Next {
    let words = ctx.words();
    let monday = latest_done(ctx.today());
    let number = week_number(monday);
    match latest.filter(|latest| latest.week.monday >= monday) {
        Some(latest) => Next {
            what: match latest.guess {
                Some(_) => words.today_week_seen(number),
                None => words.today_week_ready(number),
            },
            // Who has not guessed yet is not told.
            about: match latest.guess {
                Some(_) => crate::week::sentence(ctx, latest),
                None => words.guess_heading(),
            },
            url: "/week".into(),
            action: words.today_week_look(),
        },
        None => Next {
            what: words.today_week_ready(number),
            about: words.today_week_ready_text(),
            url: "/import".into(),
            action: words.week_give_calendar(),
        },
    }
}

fn step_part(ctx: &Ctx, glance: &TodayStep) -> StepPart {
    let (words, step) = (ctx.words(), glance.mine.step());
    let url = format!("/steps/{}", glance.mine.id().0);
    let said = glance.today.as_ref().map(|said| said.outcome);
    StepPart {
        heading: words.step_under_way(),
        plan: plan_words(words, &step.chosen.plan),
        by: by_line(ctx, &glance.mine),
        latest_words: latest_words(words, &glance.latest),
        latest: glance.latest.iter().map(|done| done.code()).collect(),
        question: words.today_question(),
        check_in: CheckInBox::new(words, format!("{url}/check-ins?back=/"), said, url.clone()),
        review: if glance.review_due { words.step_review_due() } else { String::new() },
        open: words.today_step_open(),
        url,
    }
}

fn drops_part(ctx: &Ctx, drops: &[MyDrop]) -> Option<DropsPart> {
    let words = ctx.words();
    let rows: Vec<Next> = drops
        .iter()
        .map(|mine| Next {
            what: drop_name(ctx, &mine.drop),
            about: freed_words(ctx, mine),
            url: format!("/drops/{}", mine.id.0),
            action: words.today_open(),
        })
        .collect();
    (!rows.is_empty()).then(|| DropsPart { heading: words.today_dropped(), rows })
}

/// Those who lead nobody: what there is for them here today, and nothing that is not.
async fn others(ctx: &Ctx) -> Page {
    let words = ctx.words();
    let (kicker, heading) = greeting(ctx);
    let mut next = Vec::new();
    if ctx.is(Role::It) {
        next.push(Next {
            what: words.nav_installation(),
            about: words.installation_lead(),
            url: "/installation".into(),
            action: words.today_open(),
        });
    }
    if ctx.is(Role::Hr) {
        next.push(Next {
            what: words.nav_rounds(),
            about: words.today_rounds_text(),
            url: "/rounds".into(),
            action: words.today_open(),
        });
        next.push(Next {
            what: words.nav_staff_lists(),
            about: words.today_staff_lists_text(),
            url: "/staff-lists".into(),
            action: words.today_open(),
        });
    }
    if ctx.is(Role::DataProtection) {
        next.push(Next {
            what: words.nav_log(),
            about: words.today_log_text(),
            url: "/log".into(),
            action: words.today_read(),
        });
    }
    next.push(Next {
        what: words.nav_privacy(),
        about: words.today_privacy_text(),
        url: "/privacy".into(),
        action: words.today_read(),
    });
    next.push(Next {
        what: words.nav_settings(),
        about: words.today_settings_text(),
        url: "/settings".into(),
        action: words.today_open(),
    });
    show(&TodayPage {
        frame: frame(ctx, "/", words.nav_today()),
        kicker,
        heading,
        asked: asked(ctx).await?,
        agreed: agreed(ctx).await?,
        step: None,
        begin: None,
        drops: None,
        next_heading: words.today_for_you(),
        next,
    })
}
