//! The list of rounds, and one round as whoever planned it sees it.

use access::Role;
use actions::rounds::{GroupView, MOST_SLIPS, Outlook, RoundRefused, RoundView};
use askama::Template;
use axum::extract::{Form, Path};
use pulse::{ClosedRound, Participation, Reach, Round, RoundId, RoundState, Warning};
use serde::Deserialize;
use words::Words;

use super::manifest::pulse_words;
use super::strict::StrictPart;
use super::{as_hr, date, days, moment, reach_words, state_words};
use crate::ctx::Ctx;
use crate::dates::writes;
use crate::form::{Field, errors};
use crate::frame::{Frame, frame};
use crate::installation::Fact;
use crate::pages::{Page, go_saying, show, show_again};
use crate::said::Said;

/// More groups than this do not stand open on the page of a round.
const OPEN_GROUPS: usize = 20;

#[derive(Template)]
#[template(path = "rounds/list.html")]
struct ListPage {
    frame: Frame,
    heading: String,
    lead: String,
    /// Empty for who plans none.
    plan: String,
    plan_url: &'static str,
    parts: Vec<ListPart>,
    empty_heading: String,
    empty: String,
    strict: Option<StrictPart>,
}

struct ListPart {
    id: &'static str,
    heading: String,
    rows: Vec<ListRow>,
}

struct ListRow {
    name: String,
    about: String,
    state: String,
    url: String,
}

pub(super) async fn list(ctx: Ctx) -> Page {
    let by = ctx.actor()?;
    let mut rounds = ctx.desk().read(move |tx| actions::rounds::all(tx, &by)).await?;
    let words = ctx.words();
    let heading = words.rounds_heading();
    let mut coming: Vec<_> = rounds
        .extract_if(.., |(_, state)| matches!(state, RoundState::Planned | RoundState::Frozen))
        .collect();
    coming.reverse();
    let open: Vec<_> = rounds.extract_if(.., |(_, state)| *state == RoundState::Open).collect();
    let part = |id, heading, rounds: &[(Round, RoundState)]| ListPart {
        id,
        heading,
        rows: rounds.iter().map(|(round, state)| row(&ctx, round, *state)).collect(),
    };
    let parts = vec![
        part("open", words.rounds_open_now(), &open),
        part("coming", words.rounds_coming(), &coming),
        part("done", words.rounds_done(), &rounds),
    ];
    show(&ListPage {
        frame: frame(&ctx, "/rounds", heading.clone()),
        heading,
        lead: if as_hr(&ctx) { words.rounds_lead() } else { words.rounds_lead_leader() },
        plan: if may_plan(&ctx) { words.rounds_plan() } else { String::new() },
        plan_url: if may_plan(&ctx) { "/rounds/new" } else { "" },
        parts: parts.into_iter().filter(|part| !part.rows.is_empty()).collect(),
        empty_heading: words.rounds_none(),
        empty: words.rounds_none_text(),
        strict: super::strict::part(&ctx).await?,
    })
}

fn may_plan(ctx: &Ctx) -> bool {
    [Role::Hr, Role::AuthorityHr, Role::Leader, Role::RoundsDeputy].into_iter().any(|role| ctx.is(role))
}

impl ListPage {
    fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }
}

fn row(ctx: &Ctx, round: &Round, state: RoundState) -> ListRow {
    ListRow {
        name: round.name.clone(),
        about: days(ctx, round),
        state: state_words(ctx.words(), state),
        url: format!("/rounds/{}", round.id),
    }
}

#[derive(Template)]
#[template(path = "rounds/round.html")]
struct RoundPage {
    frame: Frame,
    errors_title: String,
    errors: Vec<Field>,
    kicker: String,
    heading: String,
    lead: String,
    keys: Option<KeysPart>,
    warnings: Vec<String>,
    consult: Option<ConsultPart>,
    six: Option<SixPart>,
    participation: String,
    participation_heading: String,
    counted: Option<CountedPart>,
    facts_heading: String,
    facts: Vec<Fact>,
    groups: Option<GroupsPart>,
    questions_heading: String,
    questions: Vec<String>,
    cancel: Option<CancelPart>,
}

struct KeysPart {
    heading: String,
    text: String,
    made: u32,
    wanted: u32,
}

struct ConsultPart {
    url: String,
    heading: String,
    text: String,
    day: Field,
    save: String,
}

struct SixPart {
    heading: String,
    words: [String; 6],
    text: String,
    poster_url: String,
    poster: String,
    manifest_url: String,
    manifest: String,
}

/// What was in the box when it was opened.
struct CountedPart {
    heading: String,
    facts: Vec<Fact>,
    read: String,
}

struct GroupsPart {
    heading: String,
    text: String,
    /// What opens the table, when it is too long to stand open.
    open: String,
    name: String,
    asked: String,
    slips: String,
    rows: Vec<GroupRow>,
    make: Option<MakePart>,
}

struct GroupRow {
    name: String,
    asked: String,
    slips: String,
}

/// The form that makes slips.
struct MakePart {
    url: String,
    heading: String,
    text: String,
    group: Field,
    groups: Vec<crate::form::Choice>,
    count: Field,
    most: u32,
    unit: String,
    save: String,
}

struct CancelPart {
    url: String,
    summary: String,
    text: String,
    save: String,
}

pub(super) async fn one(ctx: Ctx, Path(round): Path<i64>) -> Page {
    show(&page(&ctx, round, &[]).await?)
}

/// The same page, with what was wrong by the name of a field.
pub(super) async fn again(ctx: &Ctx, round: i64, field: &'static str, wrong: String) -> Page {
    show_again(&page(ctx, round, &[(field, wrong)]).await?)
}

async fn page(ctx: &Ctx, round: i64, wrong: &[(&'static str, String)]) -> Result<RoundPage, crate::Trouble> {
    let (by, today) = (ctx.actor()?, ctx.today());
    let (view, outlook) = ctx
        .desk()
        .read(move |tx| {
            let view = actions::rounds::by_id(tx, &by, RoundId(round))?;
            let planned = view.state == RoundState::Planned && view.round.asks_by_name();
            let (unit, reach) = (view.round.unit, view.round.reach);
            let outlook = if planned {
                match actions::rounds::outlook(tx, by.organisation, unit, reach, today) {
                    Err(RoundRefused::Fault(fault)) => return Err(fault),
                    seen => seen.ok(),
                }
            } else {
                None
            };
            Ok::<_, actions::Fault>((view, outlook))
        })
        .await?;
    Ok(page_of(ctx, &view, outlook, wrong))
}

fn page_of(
    ctx: &Ctx,
    view: &RoundView,
    outlook: Option<Outlook>,
    wrong: &[(&'static str, String)],
) -> RoundPage {
    let (words, round) = (ctx.words(), &view.round);
    let consult = consult_part(ctx, view, wrong);
    let groups = groups_part(ctx, view, wrong);
    let made = groups.as_ref().and_then(|groups| groups.make.as_ref());
    let fields = consult.iter().map(|part| &part.day).chain(made.map(|make| &make.count));
    let errors = errors(fields);
    let title = if errors.is_empty() { round.name.clone() } else { words.error_title(&round.name) };
    let participation = view.participation.map(|step| participation_words(words, step)).unwrap_or_default();
    RoundPage {
        frame: frame(ctx, "/rounds", title),
        errors_title: words.form_trouble(),
        errors,
        kicker: words.rounds_kicker(&view.unit, state_words(words, view.state)),
        heading: round.name.clone(),
        lead: lead(ctx, view, outlook),
        keys: keys_part(words, view),
        warnings: warnings(words, view),
        consult,
        six: six_part(words, view),
        participation,
        participation_heading: words.rounds_participation(),
        counted: counted_part(ctx, view),
        facts_heading: words.rounds_facts(),
        facts: facts(ctx, view),
        groups,
        questions_heading: words.rounds_questions(),
        questions: questions(ctx, view),
        cancel: cancel_part(words, view),
    }
}

/// What could still be planned otherwise.
fn warnings(words: &Words, view: &RoundView) -> Vec<String> {
    let coming = matches!(view.state, RoundState::Planned | RoundState::Frozen);
    let warnings = view.questionnaire.warnings();
    warnings.iter().filter(|_| coming).map(|it| warning_words(words, it)).collect()
}

/// Where the round is, and what happens next.
fn lead(ctx: &Ctx, view: &RoundView, outlook: Option<Outlook>) -> String {
    let (words, round) = (ctx.words(), &view.round);
    match (view.state, outlook) {
        (RoundState::Planned, Some(seen)) => {
            // The day before has gone by when it was planned for today: then it is done at once.
            let settled_at = round.frozen_at().max(ctx.desk().now());
            words.rounds_lead_planned(date(ctx, settled_at), seen.eligible, seen.groups)
        }
        (RoundState::Planned, None) if round.reach == Reach::Open => words.rounds_lead_planned_open(),
        (RoundState::Planned, None) => words.rounds_lead_too_few(Round::LEAST_ELIGIBLE),
        (RoundState::Frozen, _) => words.rounds_lead_frozen(moment(ctx, round.opens_at)),
        (RoundState::Open, _) => words.rounds_lead_open(moment(ctx, round.closes_at)),
        (RoundState::Closed, _) if view.closing.as_ref().is_some_and(|it| it.withheld.is_some()) => {
            words.rounds_lead_withheld()
        }
        (RoundState::Closed, _) => words.rounds_lead_closed(),
        (RoundState::CalledOff, _) => words.rounds_lead_called_off(),
    }
}

fn keys_part(words: &Words, view: &RoundView) -> Option<KeysPart> {
    let (wanted, made) = view.keys;
    let making = view.state == RoundState::Frozen && view.round.asks_by_name();
    making.then(|| KeysPart {
        heading: words.rounds_keys(),
        text: if made < wanted {
            words.rounds_keys_making(made, wanted)
        } else {
            words.rounds_keys_ready(wanted)
        },
        made,
        wanted,
    })
}

pub(super) fn warning_words(words: &Words, warning: &Warning) -> String {
    match warning {
        Warning::Long { questions } => words.rounds_warn_long(*questions),
        Warning::PartOfHme { asked } => words.rounds_warn_part_of_hme(*asked),
        Warning::HmeOutOfOrder => words.rounds_warn_hme_order(),
    }
}

fn consult_part(ctx: &Ctx, view: &RoundView, wrong: &[(&'static str, String)]) -> Option<ConsultPart> {
    let words = ctx.words();
    let waiting = matches!(view.state, RoundState::Planned | RoundState::Frozen);
    (waiting && view.round.consulted_on.is_none() && may_plan(ctx)).then(|| ConsultPart {
        url: format!("/rounds/{}/consultation", view.round.id),
        heading: words.rounds_consult(),
        text: words.rounds_consult_text(),
        day: Field::new("day", words.rounds_consult_day(), ctx.today().to_string())
            .with_error(error(wrong, "day")),
        save: words.rounds_consult_save(),
    })
}

fn error(wrong: &[(&'static str, String)], name: &str) -> Option<String> {
    wrong.iter().find(|(field, _)| *field == name).map(|(_, words)| words.clone())
}

fn six_part(words: &Words, view: &RoundView) -> Option<SixPart> {
    let id = view.round.id;
    let hash = view.hash?;
    Some(SixPart {
        heading: words.manifest_words(),
        words: pulse_words(&hash),
        text: words.rounds_words_text(),
        poster_url: if view.state == RoundState::Open {
            format!("/rounds/{id}/poster")
        } else {
            String::new()
        },
        poster: words.rounds_poster(),
        manifest_url: format!("/rounds/{id}/manifest"),
        manifest: words.rounds_manifest(),
    })
}

fn participation_words(words: &Words, step: Participation) -> String {
    match step {
        Participation::BelowQuarter => words.rounds_collected_below_quarter(),
        Participation::BelowHalf => words.rounds_collected_below_half(),
        Participation::BelowThreeQuarters => words.rounds_collected_below_three_quarters(),
        Participation::Most => words.rounds_collected_most(),
    }
}

fn counted_part(ctx: &Ctx, view: &RoundView) -> Option<CountedPart> {
    let (words, closing) = (ctx.words(), view.closing.as_ref()?);
    let facts = counted(ctx, &view.round, closing);
    Some(CountedPart { heading: words.rounds_counted(), facts, read: words.rounds_counted_read() })
}

/// Ballots counted beside those handed out, so that anybody sees that there are no more of the one than of the other.
pub(super) fn counted(ctx: &Ctx, round: &Round, closing: &ClosedRound) -> Vec<Fact> {
    let words = ctx.words();
    let number = |count: u32| number(ctx, count);
    let mut facts = vec![Fact { name: words.rounds_counted_ballots(), value: number(closing.ballots) }];
    if round.asks_by_name() {
        facts.push(Fact { name: words.rounds_counted_drawn(), value: number(closing.drawn) });
        let slips = match closing.slips {
            0 => words.slips_none(),
            made => words.slips_made_left(number(made), number(closing.unused_slips)),
        };
        facts.push(Fact { name: words.slips(), value: slips });
    }
    facts
}

fn facts(ctx: &Ctx, view: &RoundView) -> Vec<Fact> {
    let (words, round) = (ctx.words(), &view.round);
    let fact = |name, value| Fact { name, value };
    let languages: Vec<_> = round.languages.iter().map(|language| language.own_name()).collect();
    let consulted =
        round.consulted_on.map_or(words.rounds_consulted_not(), |day| writes(ctx.language()).date(day));
    let mut facts = vec![
        fact(words.rounds_who(), reach_words(words, round.reach).0),
        fact(words.rounds_opens(), moment(ctx, round.opens_at)),
        fact(words.rounds_closes(), moment(ctx, round.closes_at)),
        fact(words.rounds_languages(), languages.join(", ")),
        fact(words.rounds_k(), words.rounds_k_value(round.k)),
        fact(words.rounds_consulted(), consulted),
    ];
    if round.strict {
        facts.push(fact(words.rounds_strict(), words.rounds_strict_on()));
    }
    if let Some(top) = view.nodes.first().filter(|_| round.asks_by_name()) {
        facts.push(fact(words.rounds_asked(), number(ctx, top.eligible)));
    }
    facts
}

fn number(ctx: &Ctx, count: impl TryInto<i64>) -> String {
    writes(ctx.language()).number(count.try_into().unwrap_or(i64::MAX))
}

fn groups_part(ctx: &Ctx, view: &RoundView, wrong: &[(&'static str, String)]) -> Option<GroupsPart> {
    let words = ctx.words();
    if view.groups.is_empty() || !view.round.asks_by_name() {
        return None;
    }
    let slips = |group: &GroupView| match group.slips {
        0 => words.slips_none(),
        made => words.slips_made_left(number(ctx, made), number(ctx, group.slips_left)),
    };
    let row = |group: &GroupView| GroupRow {
        name: group.name.clone(),
        asked: number(ctx, group.eligible),
        slips: slips(group),
    };
    Some(GroupsPart {
        heading: words.rounds_groups(),
        text: words.rounds_groups_text(Round::LEAST_ELIGIBLE),
        open: if view.groups.len() > OPEN_GROUPS {
            words.rounds_groups_open(number(ctx, view.groups.len()))
        } else {
            String::new()
        },
        name: words.rounds_group(),
        asked: words.rounds_asked(),
        slips: words.slips(),
        rows: view.groups.iter().map(row).collect(),
        make: make_part(ctx, view, wrong),
    })
}

fn make_part(ctx: &Ctx, view: &RoundView, wrong: &[(&'static str, String)]) -> Option<MakePart> {
    let words = ctx.words();
    let open = view.state == RoundState::Open && ctx.desk().now() < view.round.draws_end_at;
    let choice =
        |group: &GroupView| crate::form::Choice::new(group.place.0.to_string(), group.name.clone(), false);
    (open && as_hr(ctx)).then(|| MakePart {
        url: format!("/rounds/{}/slips", view.round.id),
        heading: words.slips_make(),
        text: words.slips_make_text(),
        group: Field::new("place", words.rounds_group(), ""),
        groups: view.groups.iter().map(choice).collect(),
        count: Field::new("count", words.slips_count(), "").with_error(error(wrong, "count")),
        most: MOST_SLIPS,
        unit: words.slips_unit(),
        save: words.slips_make_do(),
    })
}

fn questions(ctx: &Ctx, view: &RoundView) -> Vec<String> {
    let spoken = ctx.language();
    let questions = view.questionnaire.questions().iter();
    questions
        .map(|question| question.wording.for_reader(spoken, ctx.site().host().language).1.to_owned())
        .collect()
}

fn cancel_part(words: &Words, view: &RoundView) -> Option<CancelPart> {
    let over = matches!(view.state, RoundState::Closed | RoundState::CalledOff);
    (!over).then(|| CancelPart {
        url: format!("/rounds/{}/cancellation", view.round.id),
        summary: words.rounds_cancel(),
        text: words.rounds_cancel_text(),
        save: words.rounds_cancel_do(),
    })
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct DayForm {
    day: String,
}

pub(super) async fn note_consultation(ctx: Ctx, Path(round): Path<i64>, Form(form): Form<DayForm>) -> Page {
    let (by, today) = (ctx.actor()?, ctx.today());
    let words = ctx.words();
    let Ok(day) = form.day.parse() else {
        return again(&ctx, round, "day", words.rounds_day_wrong()).await;
    };
    let noted = ctx
        .desk()
        .write(move |tx| actions::rounds::note_consultation(tx, &by, RoundId(round), day, today))
        .await;
    match noted {
        Ok(()) => go_saying(&ctx, &format!("/rounds/{round}"), Said::Saved),
        Err(RoundRefused::ConsultedAhead) => again(&ctx, round, "day", words.rounds_day_ahead()).await,
        Err(refused) => Err(refused.into()),
    }
}

pub(super) async fn call_off(ctx: Ctx, Path(round): Path<i64>) -> Page {
    let by = ctx.actor()?;
    ctx.desk().write(move |tx| actions::rounds::call_off(tx, &by, RoundId(round))).await?;
    go_saying(&ctx, &format!("/rounds/{round}"), Said::RoundCalledOff)
}
