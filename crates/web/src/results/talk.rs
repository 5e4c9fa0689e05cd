//! The guide for the talk with the team: on one sheet of paper, made of the group's own result.

use actions::audit::Act;
use actions::results::Opened;
use askama::Template;
use axum::extract::{Path, Query};
use pulse::{Group, Place, Reading, RoundId, Shown, Why};
use serde::Deserialize;

use super::said::Says;
use super::unit::names;
use super::{Link, Where, address, open};
use crate::Trouble;
use crate::ctx::Ctx;
use crate::frame::{Frame, frame};
use crate::pages::{Page, show};

/// So many questions are suggested to look into, and as many to keep, in a short talk and in a long one.
const TOPICS: [usize; 2] = [1, 3];

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Asked {
    minutes: String,
}

#[derive(Template)]
#[template(path = "results/talk.html")]
struct TalkPage {
    frame: Frame,
    kicker: String,
    heading: String,
    lead: String,
    length: String,
    lengths: Vec<Length>,
    /// How the figures are to be taken, where they are not the group's own.
    notice: String,
    names: Vec<String>,
    topics: String,
    topics_text: String,
    look: Vec<TopicRow>,
    keep_heading: String,
    keep: Vec<TopicRow>,
    none: String,
    agenda: String,
    parts: Vec<(String, String)>,
    asked: String,
    questions: Vec<String>,
    advice: String,
    advices: Vec<String>,
    write: String,
    /// Where the leader writes; empty for everybody else.
    write_url: String,
    back: Link,
}

struct Length {
    name: String,
    url: String,
    current: bool,
}

struct TopicRow {
    name: String,
    why: String,
    facts: Vec<String>,
}

pub(super) async fn guide(ctx: Ctx, Path((round, place)): Where, Query(asked): Query<Asked>) -> Page {
    let (round, place, long) = (RoundId(round), Place(place), asked.minutes == "45");
    let opened = open(&ctx, round, place, Act::SawTalk).await?;
    let reading = opened.reading.as_deref().ok_or(Trouble::NotFound)?;
    let name = reading.published.node(place).map(|(node, _)| &node.name).ok_or(Trouble::NotFound)?;
    let (by, today) = (ctx.actor()?, ctx.today());
    let of = opened.round.clone();
    let led = ctx.desk().read(move |tx| actions::agreed::led(tx, &by, &of, place, today)).await?;
    let group = reading.published.group(place);
    let words = ctx.words();
    let here = address(round, place);
    let (look, keep) = topics(&ctx, &opened, reading, group.as_ref(), long);
    let (notice, names) = notice(&ctx, &opened, (reading, place), group.as_ref());
    let length = |name, minutes: &str, current| {
        let url = format!("{here}/talk?minutes={minutes}");
        Length { name, url, current }
    };
    show(&TalkPage {
        frame: frame(&ctx, "/results", words.talk_heading(name)),
        kicker: opened.round.name.clone(),
        heading: words.talk_heading(name),
        lead: words.talk_lead(),
        length: words.talk_length(),
        lengths: vec![length(words.talk_short(), "15", !long), length(words.talk_long(), "45", long)],
        notice,
        names,
        topics: words.talk_topics(),
        topics_text: words.talk_topics_text(),
        none: if look.is_empty() && group.is_some() { words.talk_none() } else { String::new() },
        look,
        keep_heading: words.talk_keep(),
        keep,
        agenda: words.talk_agenda(),
        parts: agenda(&ctx, long),
        asked: words.talk_asked(),
        questions: vec![
            words.talk_ask_recognise(),
            words.talk_ask_works(),
            words.talk_ask_little(),
            words.talk_ask_less(),
        ],
        advice: words.talk_advice(),
        advices: vec![
            words.talk_advice_do(),
            words.talk_advice_noise(),
            words.talk_advice_who(),
            words.talk_advice_listen(),
            words.talk_advice_one(),
        ],
        write: words.talk_write(),
        write_url: if led.is_empty() { String::new() } else { format!("{here}#agree") },
        back: Link { name: words.results_back(), url: here, text: String::new() },
    })
}

fn topics(
    ctx: &Ctx,
    opened: &Opened,
    reading: &Reading,
    group: Option<&Group>,
    long: bool,
) -> (Vec<TopicRow>, Vec<TopicRow>) {
    let Some(group) = group else { return (Vec::new(), Vec::new()) };
    let says = Says::new(ctx, opened, reading);
    let found = reading.topics(group, &opened.questionnaire, TOPICS[usize::from(long)]);
    let (mut look, mut keep) = (Vec::new(), Vec::new());
    for topic in found {
        let Some(card) = says.card_of(topic.measure, group) else { continue };
        let mut facts: Vec<String> = Vec::new();
        if card.near.is_empty() {
            // What the group said, with its uncertainty, comes first; the rest stands on the page of the answers.
            let said = card.facts.into_iter().next();
            facts.extend(said.map(|fact| format!("{}: {}", fact.name, fact.value)));
        } else {
            facts.push(card.near);
        }
        let row = TopicRow { name: card.name, why: why(ctx, topic.why), facts };
        if topic.why.to_keep() { keep.push(row) } else { look.push(row) }
    }
    (look, keep)
}

fn why(ctx: &Ctx, why: Why) -> String {
    let words = ctx.words();
    match why {
        Why::Worse => words.talk_why_worse(),
        Why::Lacks => words.talk_why_lacks(),
        Why::Apart => words.talk_why_apart(),
        Why::Better => words.talk_why_better(),
        Why::Holds => words.talk_why_holds(),
    }
}

fn notice(
    ctx: &Ctx,
    opened: &Opened,
    (reading, place): (&Reading, Place),
    group: Option<&Group>,
) -> (String, Vec<String>) {
    let left_out: Vec<String> = opened.left_out(place).iter().map(|it| it.name.clone()).collect();
    match group {
        Some(_) if !left_out.is_empty() => (ctx.words().results_walled_text(), left_out),
        None if !left_out.is_empty() => (ctx.words().results_walled_nothing(), left_out),
        None => (ctx.words().talk_nothing(), Vec::new()),
        Some(group) if group.shown == Shown::Together => {
            (ctx.words().talk_together(), names(reading, &group.pools))
        }
        Some(_) => (String::new(), Vec::new()),
    }
}

/// What is done from which minute to which.
fn agenda(ctx: &Ctx, long: bool) -> Vec<(String, String)> {
    let words = ctx.words();
    let parts = if long {
        vec![
            (4, words.talk_frame()),
            (10, words.talk_read()),
            (20, words.talk_threes()),
            (33, words.talk_whole()),
            (42, words.talk_choose()),
            (45, words.talk_close()),
        ]
    } else {
        vec![
            (2, words.talk_frame()),
            (5, words.talk_read()),
            (10, words.talk_one()),
            (13, words.talk_choose()),
            (15, words.talk_close()),
        ]
    };
    let mut from = 0;
    let minutes = |(to, text): (u32, String)| {
        let when = words.talk_minutes(from.to_string(), to.to_string());
        from = to;
        (when, text)
    };
    parts.into_iter().map(minutes).collect()
}
