//! "What could be computed about me?": the attacker, run on what was published.

use actions::audit::Act;
use actions::results::Attack;
use askama::Template;
use axum::extract::Path;
use pulse::{Place, Published, RoundId};

use super::{Link, Where, address, open};
use crate::Trouble;
use crate::ctx::Ctx;
use crate::dates::writes;
use crate::frame::{Frame, frame};
use crate::installation::Fact;
use crate::pages::{Page, show};

#[derive(Template)]
#[template(path = "results/about.html")]
struct AboutPage {
    frame: Frame,
    kicker: String,
    heading: String,
    lead: String,
    facts: Vec<Fact>,
    names: Vec<String>,
    conclusion: String,
    /// Whether what was promised holds.
    safe: bool,
    not: String,
    not_parts: Vec<String>,
    back: Link,
}

pub(super) async fn about_me(ctx: Ctx, Path((round, place)): Where) -> Page {
    let (round, place) = (RoundId(round), Place(place));
    let opened = open(&ctx, round, place, Act::SawComputable).await?;
    let reading = opened.reading.as_deref().ok_or(Trouble::NotFound)?;
    let published = &reading.published;
    let (words, writes) = (ctx.words(), writes(ctx.language()));
    let name = published.node(place).map(|(node, _)| node.name.clone()).ok_or(Trouble::NotFound)?;
    let (of, k) = (opened.clone(), opened.round.k);
    let attack = ctx.desk().read(move |tx| actions::results::attack(tx, &of, place)).await?;
    let shown = attack.shown;
    let found = found(attack, published, k);
    let mut facts = vec![Fact {
        name: words.results_about_shown(),
        value: writes.number(i64::try_from(shown).unwrap_or(i64::MAX)),
    }];
    facts.extend(found.people.map(|(answers, eligible)| Fact {
        name: words.results_about_smallest(),
        value: words.results_about_people(writes.number(answers.into()), writes.number(eligible.into())),
    }));
    let conclusion = match (found.safe, found.names.is_empty()) {
        (false, _) => words.results_about_unsafe(),
        (true, true) => words.results_about_nothing(),
        (true, false) => words.results_about_safe(opened.round.k.to_string()),
    };
    show(&AboutPage {
        frame: frame(&ctx, "/results", words.results_about_heading()),
        kicker: opened.round.name.clone(),
        heading: words.results_about_heading(),
        lead: words.results_about_lead(&name),
        facts,
        names: found.names,
        conclusion,
        safe: found.safe,
        not: words.results_about_not(),
        not_parts: vec![words.results_about_guess(), words.results_about_known(), words.results_about_next()],
        back: Link { name: words.results_back(), url: address(round, place), text: String::new() },
    })
}

/// The smallest group found: what it is called, how many answered and were asked, and whether that is as many as promised.
struct Found {
    names: Vec<String>,
    people: Option<(u32, u32)>,
    safe: bool,
}

/// Of all that the attack found, the smallest group.
fn found(attack: Attack, published: &Published, k: u32) -> Found {
    let mut smallest = Found { names: Vec::new(), people: None, safe: true };
    for found in attack.found {
        let found = match found {
            Ok(Some(found)) => found,
            Ok(None) => continue,
            Err(_) => return Found { safe: false, ..smallest },
        };
        let name = |leaf: &Place| published.node(*leaf).map(|(node, _)| node.name.clone());
        let names = found.leaves.iter().filter_map(name).collect();
        let Some(answers) = found.answers.filter(|answers| *answers >= k) else {
            return Found { names, people: None, safe: false };
        };
        if smallest.people.is_none_or(|(least, _)| answers < least) {
            smallest = Found { names, people: Some((answers, found.eligible)), safe: true };
        }
    }
    smallest
}
