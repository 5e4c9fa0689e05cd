//! The form in which a round is planned.

use std::collections::BTreeSet;

use access::Role;
use actions::rounds::{MOST_AT_ONCE, NewRound, RoundRefused};
use askama::Template;
use axum::extract::{Form, Query};
use jiff::civil::{Date, Time, time};
use jiff::{Timestamp, ToSpan};
use people::{Language, UnitId};
use pulse::{
    OwnQuestionError, OwnQuestionId, PlanError, Question, Questionnaire, QuestionnaireError, Reach, Round,
    Scale, Set,
};
use serde::Deserialize;

use super::look::warning_words;
use super::{as_hr, reach_words};
use crate::ctx::Ctx;
use crate::dates::writes;
use crate::form::{Choice, Field, errors};
use crate::frame::{Frame, frame};
use crate::pages::{Page, go_saying, show, show_again};
use crate::said::Said;

/// Rounds open in the morning and close in the evening.
const OPENS: Time = time(7, 0, 0, 0);
const CLOSES: Time = time(20, 0, 0, 0);
/// How long a round is open unless somebody wants otherwise.
const OPEN_FOR_DAYS: i64 = 14;
/// Longest text of own questions in a language: some questions, a line each.
const OWN_TEXT: usize = 2200;
/// Weeks between the rounds of a year, to begin with: four rounds.
const WEEKS: u32 = 13;
/// The same, at most.
const MOST_WEEKS: u32 = 52;
/// So many practice questions are suggested for the step that is being practised.
const MATCHING: usize = 3;

/// Names of the fields of own questions, and of the question answered in words, by language.
const OWN: [&str; 3] = ["own-sv", "own-da", "own-en"];
const IN_WORDS: [&str; 3] = ["words-sv", "words-da", "words-en"];

/// What was typed: names with values, in order; a name may stand more than once.
#[derive(Default, Clone)]
struct Typed(Vec<(String, String)>);

impl Typed {
    fn first(&self, name: &str) -> &str {
        self.0.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value.as_str())
    }

    fn all<'t>(&'t self, name: &'t str) -> impl Iterator<Item = &'t str> {
        self.0.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    fn ticked(&self, name: &str) -> bool {
        self.first(name) == "yes"
    }

    fn put(&mut self, name: &str, value: impl Into<String>) {
        self.0.push((name.to_owned(), value.into()));
    }
}

type Wrong = Vec<(&'static str, String)>;

#[derive(Template)]
#[template(path = "rounds/plan.html")]
struct PlanPage {
    frame: Frame,
    errors_title: String,
    errors: Vec<Field>,
    heading: String,
    lead: String,
    name: Field,
    unit: Field,
    units: Vec<Choice>,
    reach: Field,
    reaches: Vec<Choice>,
    questions: Field,
    sets: Vec<SetPart>,
    own_summary: String,
    own_text: String,
    own: Vec<Field>,
    in_words_summary: String,
    in_words_text: String,
    in_words: Vec<Field>,
    own_limit: usize,
    more_open: bool,
    opens: Field,
    closes: Field,
    languages: Field,
    spoken: Vec<Choice>,
    consulted: Field,
    talked: Field,
    talked_on: bool,
    /// For HR alone.
    more: Option<MorePart>,
    /// There when there is something to know first.
    sure: Option<Field>,
    warnings: Vec<String>,
    save: String,
    cancel: String,
}

struct SetPart {
    legend: String,
    text: String,
    choices: Vec<Choice>,
}

impl SetPart {
    /// Whether anything in it is chosen.
    fn open(&self) -> bool {
        self.choices.iter().any(|choice| choice.current)
    }
}

struct MorePart {
    heading: String,
    k: Field,
    k_least: u32,
    k_most: u32,
    k_unit: String,
    times: Field,
    times_most: u32,
    times_unit: String,
    weeks: Field,
    weeks_most: u32,
    weeks_unit: String,
}

/// What another page wants asked.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Asked {
    /// `need`: what those led need, in their own words.
    ask: String,
}

pub(super) async fn ask(ctx: Ctx, Query(asked): Query<Asked>) -> Page {
    let (by, today) = (ctx.actor()?, ctx.today());
    let leads = ctx.is(Role::Leader);
    let area = ctx
        .desk()
        .read(move |tx| {
            if !leads {
                return Ok::<_, actions::Fault>(None);
            }
            Ok(actions::steps::today(tx, &by, today)?
                .step
                .map(|step| step.mine.step().chosen.practice.area()))
        })
        .await?;
    let mut typed = Typed::default();
    typed.put("opens", today.to_string());
    typed.put("closes", today.saturating_add(OPEN_FOR_DAYS.days()).to_string());
    typed.put("language", ctx.site().host().language.code());
    typed.put("k", Round::K.to_string());
    typed.put("times", "1");
    typed.put("weeks", WEEKS.to_string());
    typed.put("reach", if as_hr(&ctx) { Reach::Subtree.code() } else { Reach::Unit.code() });
    if asked.ask == "need" {
        ask_for_need(&ctx, &mut typed);
    } else if let Some(area) = area {
        for question in Question::matching(area, MATCHING) {
            typed.put("question", question.code.to_string());
        }
    }
    show(&page(&ctx, &typed, &[], &[]).await?)
}

/// A short round with one question, answered in own words, in every language.
fn ask_for_need(ctx: &Ctx, typed: &mut Typed) {
    typed.put("name", ctx.words().rounds_need_name());
    for (field, language) in IN_WORDS.into_iter().zip(Language::ALL) {
        typed.put(field, words::of(language).rounds_need_question());
    }
}

pub(super) async fn plan(ctx: Ctx, Form(pairs): Form<Vec<(String, String)>>) -> Page {
    let (by, today, words) = (ctx.actor()?, ctx.today(), ctx.words());
    let typed = Typed(pairs);
    let (new, series) = match read(&ctx, &typed, today) {
        Ok(read) => read,
        Err(wrong) => return show_again(&page(&ctx, &typed, &wrong, &[]).await?),
    };
    let warnings: Vec<_> = new.questionnaire.warnings().iter().map(|it| warning_words(words, it)).collect();
    if !warnings.is_empty() && !typed.ticked("sure") {
        let wrong = [("sure", words.rounds_sure_first())];
        return show_again(&page(&ctx, &typed, &wrong, &warnings).await?);
    }
    let planned =
        ctx.desk().write(move |tx| actions::rounds::plan_series(tx, &by, &new, series, today)).await;
    match planned {
        Ok(id) => go_saying(&ctx, &format!("/rounds/{id}"), Said::RoundPlanned),
        Err(RoundRefused::Fault(fault)) => Err(fault.into()),
        Err(refused) => show_again(&page(&ctx, &typed, &[refusal(&ctx, &refused)], &warnings).await?),
    }
}

/// A refusal as a sentence by the field that it is about.
fn refusal(ctx: &Ctx, refused: &RoundRefused) -> (&'static str, String) {
    let words = ctx.words();
    match refused {
        RoundRefused::NotYours => ("unit", words.rounds_not_yours()),
        RoundRefused::TooFew(few) => ("unit", words.rounds_too_few(few.asked, few.least)),
        RoundRefused::TooClose(day) => (
            "opens",
            words.rounds_too_close(Round::LEADERS_OWN_APART_DAYS / 7, writes(ctx.language()).date(*day)),
        ),
        RoundRefused::SameQuestions(day) => {
            ("opens", words.rounds_same_questions(writes(ctx.language()).date(*day)))
        }
        RoundRefused::TooLong => ("questions", words.rounds_too_long(Round::LEADERS_OWN_QUESTIONS)),
        RoundRefused::Unsuited => ("questions", words.rounds_unsuited()),
        RoundRefused::NotTranslated(language) => {
            ("language", words.rounds_not_translated(language.own_name()))
        }
        RoundRefused::ConsultedAhead => ("consulted", words.rounds_day_ahead()),
        RoundRefused::Plan(error) => plan_error(ctx, *error),
        RoundRefused::TooLate | RoundRefused::Fault(_) => ("opens", words.rounds_day_wrong()),
    }
}

fn plan_error(ctx: &Ctx, error: PlanError) -> (&'static str, String) {
    let words = ctx.words();
    match error {
        PlanError::Name => ("name", words.rounds_name_wrong(Round::NAME)),
        PlanError::OpensInThePast => ("opens", words.rounds_opens_past()),
        PlanError::TooFarAhead => ("opens", words.rounds_too_far()),
        PlanError::Length => ("closes", words.rounds_length_wrong(Round::LONGEST.as_hours() / 24)),
        PlanError::K => ("k", words.rounds_k_wrong(Round::K_LEAST, Round::K_MOST)),
        PlanError::Languages => ("language", words.choose_one()),
    }
}

/// The round, and how many of it with so many weeks between; or what is wrong by the name of its field.
fn read(ctx: &Ctx, typed: &Typed, today: Date) -> Result<(NewRound, (u32, u32)), Wrong> {
    let words = ctx.words();
    let mut wrong = Wrong::new();
    let unit = typed.first("unit").parse().map(UnitId).map_err(|_| ("unit", words.choose_one()));
    let reach = Reach::from_code(typed.first("reach")).ok_or(("reach", words.choose_one()));
    let (unit, reach) = (taken(&mut wrong, unit), taken(&mut wrong, reach));
    let questionnaire = taken(&mut wrong, read_questions(ctx, typed));
    let opens_at = read_day(ctx, typed, "opens").map(|day| opens_at(ctx, day, today));
    let closes_at = read_day(ctx, typed, "closes").map(|day| at(ctx, day, CLOSES));
    let (opens_at, closes_at) = (taken(&mut wrong, opens_at), taken(&mut wrong, closes_at));
    let consulted_on = match typed.first("consulted").trim() {
        "" => None,
        _ => taken(&mut wrong, read_day(ctx, typed, "consulted")),
    };
    let [k, times, weeks] = if as_hr(ctx) {
        let limits =
            [("k", Round::K_LEAST, Round::K_MOST), ("times", 1, MOST_AT_ONCE), ("weeks", 4, MOST_WEEKS)];
        limits.map(|(name, least, most)| taken(&mut wrong, read_number(ctx, typed, name, least, most)))
    } else {
        [Some(Round::K), Some(1), Some(WEEKS)]
    };
    let needed = (unit, reach, questionnaire, opens_at, closes_at, k, times, weeks);
    let (
        Some(unit),
        Some(reach),
        Some(questionnaire),
        Some(opens_at),
        Some(closes_at),
        Some(k),
        Some(times),
        Some(weeks),
    ) = needed
    else {
        return Err(wrong);
    };
    let new = NewRound {
        name: typed.first("name").to_owned(),
        unit,
        reach,
        questionnaire,
        opens_at,
        closes_at,
        languages: languages(ctx, typed),
        k,
        consulted_on,
        ask_whether_talked: reach != Reach::Open && typed.ticked("talked"),
    };
    if wrong.is_empty() { Ok((new, (times, weeks))) } else { Err(wrong) }
}

/// What was read; what was not is put with the rest that is wrong.
fn taken<T>(wrong: &mut Wrong, read: Result<T, (&'static str, String)>) -> Option<T> {
    read.map_err(|it| wrong.push(it)).ok()
}

fn read_number(
    ctx: &Ctx,
    typed: &Typed,
    name: &'static str,
    least: u32,
    most: u32,
) -> Result<u32, (&'static str, String)> {
    let number = typed.first(name).trim().parse().ok().filter(|number| (least..=most).contains(number));
    number.ok_or_else(|| (name, ctx.words().rounds_number_wrong(least, most)))
}

fn read_day(ctx: &Ctx, typed: &Typed, name: &'static str) -> Result<Date, (&'static str, String)> {
    typed.first(name).trim().parse().map_err(|_| (name, ctx.words().rounds_day_wrong()))
}

fn at(ctx: &Ctx, day: Date, time: Time) -> Timestamp {
    let there = day.to_datetime(time).to_zoned(ctx.time_zone());
    there.map_or(Timestamp::MIN, |there| there.timestamp())
}

/// In the morning; today, when the morning is over, at once.
fn opens_at(ctx: &Ctx, day: Date, today: Date) -> Timestamp {
    let morning = at(ctx, day, OPENS);
    if day == today { morning.max(ctx.desk().now()) } else { morning }
}

/// Those ticked; the organisation's own first.
fn languages(ctx: &Ctx, typed: &Typed) -> Vec<Language> {
    let ticked: BTreeSet<_> = typed.all("language").filter_map(Language::from_code).collect();
    let own = ctx.site().host().language;
    let first = ticked.contains(&own).then_some(own);
    first.into_iter().chain(ticked.into_iter().filter(|language| *language != own)).collect()
}

/// Ours in the order of the sets, then own ones, then the one answered in words.
fn read_questions(ctx: &Ctx, typed: &Typed) -> Result<Questionnaire, (&'static str, String)> {
    let words = ctx.words();
    let ticked: BTreeSet<_> = typed.all("question").collect();
    let ours = Set::ALL.iter().flat_map(|set| set.questions());
    let mut questions: Vec<_> =
        ours.filter(|question| ticked.contains(question.code.to_string().as_str())).cloned().collect();
    let texts = OWN.map(|name| lines(typed.first(name)));
    for at in 0..texts.iter().map(Vec::len).max().unwrap_or(0) {
        let of = |language: usize| texts[language].get(at).copied().unwrap_or_default();
        questions.push(own(ctx, Scale::Agree, OWN, [of(0), of(1), of(2)])?);
    }
    let in_words = IN_WORDS.map(|name| typed.first(name).trim());
    if in_words.iter().any(|text| !text.is_empty()) {
        questions.push(own(ctx, Scale::Words, IN_WORDS, in_words)?);
    }
    Questionnaire::new(questions).map_err(|error| {
        let wrong = match error {
            QuestionnaireError::Empty => words.rounds_no_question(),
            QuestionnaireError::TooMany { .. } => words.rounds_too_long(pulse::MOST_QUESTIONS),
            QuestionnaireError::TooManyOwn { .. } | QuestionnaireError::TooManyInWords { .. } => {
                words.rounds_too_many_own(pulse::MOST_OWN)
            }
            QuestionnaireError::Twice { .. } => words.rounds_twice(),
        };
        ("questions", wrong)
    })
}

fn lines(text: &str) -> Vec<&str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
}

fn own(
    ctx: &Ctx,
    scale: Scale,
    fields: [&'static str; 3],
    texts: [&str; 3],
) -> Result<Question, (&'static str, String)> {
    let (words, needed) = (ctx.words(), ctx.site().host().language);
    let field = |language: Language| {
        let at = Language::ALL.iter().position(|other| *other == language).unwrap_or(0);
        fields[at]
    };
    // The same words are the same question, from round to round.
    let id = OwnQuestionId::of(texts.iter().find(|text| !text.is_empty()).copied().unwrap_or_default());
    Question::own(id, scale, texts, needed).map_err(|error| match error {
        OwnQuestionError::Missing { language } => {
            (field(language), words.rounds_own_missing(language.own_name()))
        }
        OwnQuestionError::Length { language, .. } => {
            (field(language), words.rounds_own_length(pulse::SHORTEST, pulse::LONGEST))
        }
        OwnQuestionError::Control { language } => (field(language), words.text_control()),
    })
}

async fn page(
    ctx: &Ctx,
    typed: &Typed,
    wrong: &[(&'static str, String)],
    warnings: &[String],
) -> Result<PlanPage, crate::Trouble> {
    let (by, today, words) = (ctx.actor()?, ctx.today(), ctx.words());
    let units = ctx.desk().read(move |tx| actions::rounds::plannable(tx, &by, today)).await?;
    let error = |name| wrong.iter().find(|(field, _)| *field == name).map(|(_, words)| words.clone());
    let field = |name, label| Field::new(name, label, typed.first(name)).with_error(error(name));
    let hr = as_hr(ctx);
    let own: Vec<_> = OWN
        .into_iter()
        .zip(Language::ALL)
        .map(|(name, language)| field(name, words.rounds_own_in(language.own_name())))
        .collect();
    let in_words: Vec<_> = IN_WORDS
        .into_iter()
        .zip(Language::ALL)
        .map(|(name, language)| field(name, words.rounds_words_in(language.own_name())))
        .collect();
    let sure = (!warnings.is_empty()).then(|| field("sure", words.rounds_sure()));
    let more = hr.then(|| more_part(ctx, &field));
    let heading = words.rounds_plan();
    let mut page = PlanPage {
        frame: frame(ctx, "/rounds", heading.clone()),
        errors_title: words.form_trouble(),
        errors: Vec::new(),
        lead: if hr {
            words.rounds_plan_lead()
        } else {
            words.rounds_plan_lead_leader(Round::LEADERS_OWN_QUESTIONS)
        },
        name: field("name", words.rounds_name()).with_hint(words.rounds_name_hint()),
        unit: field("unit", words.rounds_unit()),
        units: units
            .into_iter()
            .map(|(unit, name, depth)| {
                let indent = "\u{2003}".repeat(depth as usize);
                let value = unit.to_string();
                let current = typed.first("unit") == value;
                Choice::new(value, format!("{indent}{name}"), current)
            })
            .collect(),
        reach: field("reach", words.rounds_who()),
        reaches: reaches(ctx, typed, hr),
        questions: field("questions", words.rounds_questions()),
        sets: sets(ctx, typed, hr),
        own_summary: words.rounds_own(),
        own_text: words.rounds_own_text(pulse::LONGEST),
        more_open: own
            .iter()
            .chain(&in_words)
            .any(|field| !field.value.is_empty() || !field.error.is_empty()),
        own,
        in_words_summary: words.rounds_words(),
        in_words_text: words.rounds_words_hint(),
        in_words,
        own_limit: OWN_TEXT,
        opens: field("opens", words.rounds_opens()),
        closes: field("closes", words.rounds_closes()),
        languages: field("language", words.rounds_languages()),
        spoken: Language::ALL
            .into_iter()
            .map(|language| {
                let on = typed.all("language").any(|code| code == language.code());
                Choice::new(language.code(), language.own_name(), on)
            })
            .collect(),
        consulted: field("consulted", words.rounds_consult_day()).with_hint(words.rounds_consult_hint()),
        talked: field("talked", words.rounds_talked()).with_hint(words.rounds_talked_hint()),
        talked_on: typed.ticked("talked"),
        more,
        sure,
        warnings: warnings.to_vec(),
        save: words.rounds_plan_do(),
        cancel: words.cancel(),
        heading,
    };
    page.errors = errors(page.fields());
    if !page.errors.is_empty() {
        page.frame.title = words.error_title(&page.heading);
    }
    Ok(page)
}

impl PlanPage {
    fn fields(&self) -> Vec<&Field> {
        let mut fields = vec![&self.name, &self.unit, &self.reach, &self.questions];
        fields.extend(self.own.iter().chain(&self.in_words));
        fields.extend([&self.opens, &self.closes, &self.languages, &self.consulted]);
        fields.extend(self.more.iter().flat_map(|more| [&more.k, &more.times, &more.weeks]));
        fields.extend(&self.sure);
        fields
    }
}

fn reaches(ctx: &Ctx, typed: &Typed, hr: bool) -> Vec<Choice> {
    let offered = Reach::ALL.into_iter().filter(|reach| hr || matches!(reach, Reach::Unit | Reach::Open));
    offered
        .map(|reach| {
            let (label, hint) = reach_words(ctx.words(), reach);
            Choice::new(reach.code(), label, typed.first("reach") == reach.code()).with_hint(hint)
        })
        .collect()
}

fn sets(ctx: &Ctx, typed: &Typed, hr: bool) -> Vec<SetPart> {
    let (words, spoken) = (ctx.words(), ctx.language());
    let offered = Set::ALL.into_iter().filter(|set| !set.questions().is_empty());
    // A manager's own round is short; the nine of HME and those on managers' conditions are for HR to ask.
    let offered = offered.filter(|set| hr || !matches!(set, Set::Hme | Set::Conditions));
    offered
        .map(|set| {
            let (legend, text) = match set {
                Set::Practice => (words.rounds_set_practice(), words.rounds_set_practice_text()),
                Set::Hme => (words.rounds_set_hme(), words.rounds_set_hme_text()),
                Set::Conditions => (words.rounds_set_conditions(), words.rounds_set_conditions_text()),
                Set::Served => (words.rounds_set_served(), words.rounds_set_served_text()),
                Set::Talk => (words.rounds_set_talk(), words.rounds_set_talk_text()),
                Set::Compared | Set::Own => (words.rounds_set_compared(), words.rounds_set_compared_text()),
            };
            let choices = set.questions().iter().map(|question| {
                let code = question.code.to_string();
                let on = typed.all("question").any(|ticked| ticked == code);
                let text = question.wording.for_reader(spoken, ctx.site().host().language).1.to_owned();
                Choice::new(code, text, on)
            });
            SetPart { legend, text, choices: choices.collect() }
        })
        .collect()
}

fn more_part(ctx: &Ctx, field: &impl Fn(&'static str, String) -> Field) -> MorePart {
    let words = ctx.words();
    MorePart {
        heading: words.rounds_more(),
        k: field("k", words.rounds_k()).with_hint(words.rounds_k_hint(Round::K)),
        k_least: Round::K_LEAST,
        k_most: Round::K_MOST,
        k_unit: words.rounds_k_unit(),
        times: field("times", words.rounds_times()).with_hint(words.rounds_times_hint()),
        times_most: MOST_AT_ONCE,
        times_unit: words.rounds_times_unit(),
        weeks: field("weeks", words.rounds_weeks()),
        weeks_most: MOST_WEEKS,
        weeks_unit: words.rounds_weeks_unit(),
    }
}
