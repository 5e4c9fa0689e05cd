//! What a team agreed in its talk, on the page of its results: told to all who may read it, written by whoever leads the unit.

use actions::agreed::{Agreed, AgreedRefused, FollowUp, LOOK_AGAIN_WITHIN_DAYS, NewAgreed, Talk, Telling};
use axum::extract::{Form, Path};
use jiff::ToSpan;
use jiff::civil::Date;
use people::UnitId;
use pulse::{Place, RoundId, RoundState};
use serde::Deserialize;
use steps::{Area, Line, Practice};

use super::said::Says;
use super::{Link, Where, address, may_read, unit};
use crate::area;
use crate::ctx::Ctx;
use crate::dates::writes;
use crate::drops::line_wrong;
use crate::form::{Choice, Field};
use crate::pages::{Page, go_saying, show_again};
use crate::said::Said;
use crate::steps::side_words;

/// Unless the leader says otherwise, the team looks again after so many weeks.
const LOOK_AGAIN_WEEKS: i64 = 6;

/// All that the page has about the talk.
pub(super) struct TalkPart {
    pub(super) heading: String,
    pub(super) text: String,
    pub(super) guide: Link,
    pub(super) agreed_heading: String,
    pub(super) agreed: Vec<Told>,
    pub(super) followed: Option<Followed>,
    pub(super) practise: Option<Practise>,
    pub(super) ask: Option<AskAgreed>,
    /// The words of the button that takes what somebody wrote along to a step; empty for those who do not lead the unit.
    pub(super) take_along: String,
}

/// One thing that was agreed.
pub(super) struct Told {
    pub(super) words: String,
    pub(super) area: String,
    pub(super) by: String,
}

/// What came of the question whether it was talked about.
pub(super) struct Followed {
    pub(super) heading: String,
    pub(super) lines: Vec<String>,
    pub(super) more: Option<Link>,
}

/// Practices in the area the team chose.
pub(super) struct Practise {
    pub(super) heading: String,
    pub(super) text: String,
    pub(super) need: String,
    pub(super) rows: Vec<PractiseRow>,
    pub(super) action: String,
}

pub(super) struct PractiseRow {
    pub(super) id: &'static str,
    pub(super) text: String,
    pub(super) hint: String,
}

/// The form.
pub(super) struct AskAgreed {
    pub(super) heading: String,
    pub(super) text: String,
    /// Whether it stands open: nothing is agreed yet, or something was wrong.
    pub(super) opened: bool,
    pub(super) url: String,
    pub(super) unit: Field,
    pub(super) units: Vec<Choice>,
    pub(super) area: Field,
    pub(super) areas: Vec<Choice>,
    pub(super) words: Field,
    pub(super) talked: Field,
    pub(super) again: Field,
    pub(super) who: String,
    pub(super) save: String,
}

impl AskAgreed {
    pub(super) fn fields(&self) -> [&Field; 5] {
        [&self.unit, &self.area, &self.words, &self.talked, &self.again]
    }
}

/// What was typed.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub(super) struct AgreedForm {
    unit: String,
    area: String,
    words: String,
    talked: String,
    again: String,
}

/// A form that came back: what was typed, and what was wrong by the name of the field.
pub(super) type Again = (AgreedForm, Vec<(&'static str, String)>);

impl AgreedForm {
    fn fresh(today: Date, units: &[(UnitId, String)]) -> AgreedForm {
        AgreedForm {
            unit: units.first().map(|(unit, _)| unit.to_string()).unwrap_or_default(),
            talked: today.to_string(),
            again: today.saturating_add(LOOK_AGAIN_WEEKS.weeks()).to_string(),
            ..AgreedForm::default()
        }
    }

    fn read(&self, ctx: &Ctx) -> Result<NewAgreed, Vec<(&'static str, String)>> {
        let words = ctx.words();
        let mut wrong = Vec::new();
        let unit = self.unit.parse().map(UnitId).map_err(|_| wrong.push(("unit", words.choose_one())));
        let area = Area::from_code(&self.area).ok_or_else(|| wrong.push(("area", words.choose_one())));
        let done = Line::new(&self.words).map_err(|error| wrong.push(("words", line_wrong(ctx, error))));
        let talked = self.talked.trim().parse().map_err(|_| wrong.push(("talked", talked_wrong(ctx))));
        let again = self.again.trim().parse().map_err(|_| wrong.push(("again", again_wrong(ctx))));
        match (unit, area, done, talked, again) {
            (Ok(unit), Ok(area), Ok(words), Ok(talked_on), Ok(look_again_on)) => {
                Ok(NewAgreed { unit, area, words, talked_on, look_again_on })
            }
            _ => Err(wrong),
        }
    }
}

fn talked_wrong(ctx: &Ctx) -> String {
    ctx.words().agreed_talked_wrong()
}

fn again_wrong(ctx: &Ctx) -> String {
    ctx.words().agreed_again_wrong(LOOK_AGAIN_WITHIN_DAYS)
}

pub(super) async fn agree(ctx: Ctx, Path((round, place)): Where, Form(form): Form<AgreedForm>) -> Page {
    let (round, place) = (RoundId(round), Place(place));
    // Whoever may not read the place learns nothing of what was wrong with the form.
    may_read(&ctx, round, place).await?;
    let new = match form.read(&ctx) {
        Ok(new) => new,
        Err(wrong) => return show_again(&unit::page_of(&ctx, round, place, Some((form, wrong))).await?),
    };
    let (by, today, desk) = (ctx.actor()?, ctx.today(), ctx.desk());
    let (shelf, send_at, results) = (desk.results.clone(), desk.send_at(), desk.address_of("/results/"));
    let agreed = desk
        .write(move |tx| {
            let telling = Telling { address: &results, send_at };
            actions::agreed::agree(tx, &shelf, &by, (round, place), &new, today, telling)
        })
        .await;
    let wrong = match agreed {
        Ok(()) => return go_saying(&ctx, &address(round, place), Said::Agreed),
        Err(AgreedRefused::Fault(fault)) => return Err(fault.into()),
        Err(AgreedRefused::NotYours) => ("unit", ctx.words().agreed_not_yours()),
        Err(AgreedRefused::TalkedOn) => ("talked", talked_wrong(&ctx)),
        Err(AgreedRefused::LookAgainOn) => ("again", again_wrong(&ctx)),
    };
    show_again(&unit::page_of(&ctx, round, place, Some((form, vec![wrong]))).await?)
}

/// What the page of a place has about the talk.
pub(super) fn part(
    ctx: &Ctx,
    (round, place): (RoundId, Place),
    talk: &Talk,
    again: Option<Again>,
) -> TalkPart {
    let words = ctx.words();
    let own = |agreed: &&Agreed| talk.leads.iter().any(|(unit, _)| *unit == agreed.unit);
    TalkPart {
        heading: words.talk_link_heading(),
        text: words.talk_link_text(),
        guide: Link {
            name: words.talk_link(),
            url: format!("{}/talk", address(round, place)),
            text: String::new(),
        },
        agreed_heading: words.agreed_heading(),
        agreed: talk.agreed.iter().map(|agreed| told(ctx, agreed)).collect(),
        followed: talk.follow_up.as_ref().and_then(|follow_up| followed(ctx, follow_up)),
        practise: talk.agreed.iter().find(own).map(|agreed| practise(ctx, agreed)),
        ask: (!talk.leads.is_empty()).then(|| ask(ctx, (round, place), talk, again)),
        take_along: if talk.leads.is_empty() { String::new() } else { words.voices_use() },
    }
}

fn told(ctx: &Ctx, agreed: &Agreed) -> Told {
    let (words, dates) = (ctx.words(), writes(ctx.language()));
    Told {
        words: agreed.words.to_string(),
        area: area::name(words, agreed.area),
        by: words.agreed_by(
            &agreed.unit_name,
            dates.date(agreed.talked_on),
            dates.date(agreed.look_again_on),
        ),
    }
}

fn followed(ctx: &Ctx, follow_up: &FollowUp) -> Option<Followed> {
    let (words, dates, zone) = (ctx.words(), writes(ctx.language()), ctx.time_zone());
    let day = |at: jiff::Timestamp| dates.date(at.to_zoned(zone.clone()).date());
    let round = &follow_up.round;
    let (lines, more) = match follow_up.state {
        RoundState::CalledOff => return None,
        RoundState::Planned | RoundState::Frozen => (vec![words.followed_planned(day(round.opens_at))], None),
        RoundState::Open => (vec![words.followed_open(day(round.closes_at))], None),
        RoundState::Closed => answered(ctx, follow_up),
    };
    Some(Followed { heading: words.followed_heading(), lines, more })
}

/// What was answered, as the follow-up's own page says it.
fn answered(ctx: &Ctx, follow_up: &FollowUp) -> (Vec<String>, Option<Link>) {
    let words = ctx.words();
    let nothing = || (vec![words.followed_nothing()], None);
    let Some((opened, place)) = &follow_up.answered else { return nothing() };
    let Some(reading) = opened.reading.as_deref() else { return nothing() };
    let Some(group) = reading.published.group(*place) else { return nothing() };
    let Some(card) = Says::new(ctx, opened, reading).card_of(0, &group) else { return nothing() };
    let mut lines = vec![card.name];
    if !card.near.is_empty() {
        lines.push(card.near);
    }
    lines.extend(card.facts.into_iter().map(|fact| format!("{}: {}", fact.name, fact.value)));
    let url = address(opened.round.id, *place);
    (lines, Some(Link { name: words.followed_all(), url, text: String::new() }))
}

fn practise(ctx: &Ctx, agreed: &Agreed) -> Practise {
    let (words, language) = (ctx.words(), ctx.language());
    Practise {
        heading: words.agreed_practices(),
        text: words.agreed_practices_text(area::name(words, agreed.area)),
        need: agreed.words.to_string(),
        rows: Practice::in_area(agreed.area)
            .map(|practice| PractiseRow {
                id: practice.id,
                text: practice.text(language).to_owned(),
                hint: words.practice_hint(side_words(words, practice.side), practice.minutes),
            })
            .collect(),
        action: words.agreed_practise(),
    }
}

fn ask(ctx: &Ctx, (round, place): (RoundId, Place), talk: &Talk, again: Option<Again>) -> AskAgreed {
    let words = ctx.words();
    let nothing_yet = talk.agreed.is_empty();
    let opened = nothing_yet || again.is_some();
    let (typed, wrong) = again.unwrap_or_else(|| (AgreedForm::fresh(ctx.today(), &talk.leads), Vec::new()));
    let error = |name: &str| wrong.iter().find(|(field, _)| *field == name).map(|(_, words)| words.clone());
    let field =
        |name: &'static str, label, value: &str| Field::new(name, label, value).with_error(error(name));
    let mut areas = vec![Choice::new("", words.choose_one(), typed.area.is_empty())];
    areas.extend(
        Area::ALL
            .iter()
            .map(|area| Choice::new(area.code(), area::name(words, *area), typed.area == area.code())),
    );
    let unit_choice =
        |(unit, name): &(UnitId, String)| Choice::new(unit.to_string(), name, unit.to_string() == typed.unit);
    AskAgreed {
        heading: if nothing_yet { words.agreed_form() } else { words.agreed_change() },
        text: words.agreed_form_text(),
        opened,
        url: format!("{}/agreed", address(round, place)),
        unit: field("unit", words.agreed_unit(), &typed.unit),
        units: talk.leads.iter().map(unit_choice).collect(),
        area: field("area", words.agreed_area(), &typed.area),
        areas,
        words: field("words", words.agreed_words(), &typed.words).with_hint(words.agreed_words_hint()),
        talked: field("talked", words.agreed_talked(), &typed.talked),
        again: field("again", words.agreed_again(), &typed.again).with_hint(words.agreed_again_hint()),
        who: words.agreed_who(),
        save: words.agreed_save(),
    }
}

/// What somebody wrote, as a step's need: on one line, as long as that may be.
pub(super) fn as_need(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(Line::LIMIT).collect()
}
