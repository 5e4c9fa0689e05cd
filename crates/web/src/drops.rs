//! Drops: choosing something away, and what it gave.

use actions::drops::{DropRefused, MOST_DROPS, MOST_ESTIMATE, MyDrop, NewDrop};
use askama::Template;
use axum::extract::{Form, Path, Query};
use serde::Deserialize;
use steps::{CARDS, Card, Drop, DropId, DropState, Freed, FreedBy, How, Line, TextError, Wanted, What};
use week::{Fingerprint, Suggestion};

use crate::Trouble;
use crate::ctx::Ctx;
use crate::dates::writes;
use crate::form::{Choice, Field, errors};
use crate::frame::{Frame, frame};
use crate::pages::{Page, go_saying, show, show_again};
use crate::routes::Routes;
use crate::said::Said;
use crate::week::{away_row, times_a_year};

/// The wanted minutes a week that a form begins with: an hour.
const WANTED_AT_FIRST: u16 = 60;
/// So many series of one's weeks can be chosen among.
const SERIES: u32 = 5;

pub(crate) fn routes(routes: Routes) -> Routes {
    routes
        .get("/drops/new", ask)
        .post("/drops", choose)
        .get("/drops/{drop}", look)
        .post("/drops/{drop}/estimate", estimate)
        .post("/drops/{drop}/end", end)
}

/// What the manager calls a drop, else what it is.
pub(crate) fn drop_name(ctx: &Ctx, drop: &Drop) -> String {
    match (&drop.name, &drop.what) {
        (Some(name), _) => name.to_string(),
        (None, What::Series { .. }) => ctx.words().drop_series_unnamed(),
        (None, What::Card(card)) => card.text.text(ctx.language()).to_owned(),
        (None, What::Own(words)) => words.to_string(),
    }
}

/// One line about a drop: where it stands, and freed against wanted.
pub(crate) fn freed_words(ctx: &Ctx, mine: &MyDrop) -> String {
    let words = ctx.words();
    let wanted = mine.drop.wanted.minutes();
    match (mine.drop.state, mine.freed.filter(|freed| freed.known)) {
        (DropState::Kept, _) => words.drop_kept(),
        (DropState::GivenUp, _) => words.drop_given_up(),
        (DropState::Open, Some(freed)) if freed.freed >= 0.5 => {
            words.drop_freed_of(whole(freed.freed), wanted)
        }
        (DropState::Open, Some(_)) => words.drop_freed_none_of(wanted),
        (DropState::Open, None) => words.drop_not_known(wanted),
    }
}

/// What is wrong with a line of text.
pub(crate) fn line_wrong(ctx: &Ctx, wrong: TextError) -> String {
    match wrong {
        TextError::Empty => ctx.words().required(),
        TextError::TooLong { limit, len } => ctx.words().text_too_long(len, limit),
        TextError::Control => ctx.words().text_control(),
    }
}

fn whole(minutes: f64) -> i64 {
    minutes.round() as i64
}

/// A drop as it is typed.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub(crate) struct DropForm {
    fingerprint: String,
    times: String,
    minutes: String,
    people: String,
    what: String,
    own: String,
    name: String,
    how: String,
    wanted: String,
    now: String,
}

impl DropForm {
    /// What stands in the form when it is opened.
    pub(crate) fn fresh() -> DropForm {
        DropForm { how: How::Drop.code().into(), wanted: WANTED_AT_FIRST.to_string(), ..DropForm::default() }
    }

    /// Everything typed, by the name of its field.
    pub(crate) fn pairs(&self) -> [(&'static str, &str); 10] {
        [
            ("fingerprint", &self.fingerprint),
            ("times", &self.times),
            ("minutes", &self.minutes),
            ("people", &self.people),
            ("what", &self.what),
            ("own", &self.own),
            ("name", &self.name),
            ("how", &self.how),
            ("wanted", &self.wanted),
            ("now", &self.now),
        ]
    }

    /// The series it is about, if it is about one: what the week's page said of it.
    fn series(&self) -> Option<What> {
        read_series([&self.fingerprint, &self.times, &self.minutes, &self.people])
    }

    /// The series that was chosen among those of the weeks.
    fn chosen(&self) -> Option<What> {
        let parts: Vec<&str> = self.what.split('-').collect();
        read_series(parts.try_into().ok()?)
    }

    /// The drop, or what is wrong by the name of its field.
    pub(crate) fn read(&self, ctx: &Ctx) -> Result<NewDrop, Vec<(&'static str, String)>> {
        let words = ctx.words();
        let line = |field, wrong| (field, line_wrong(ctx, wrong));
        let chosen = self.chosen();
        let what = match self.series().or(chosen.clone()) {
            Some(series) => Ok(series),
            None if self.what == "own" => {
                Line::new(&self.own).map(What::Own).map_err(|wrong| line("own", wrong))
            }
            None => Card::by_id(&self.what).map(What::Card).ok_or(("what", words.choose_one())),
        };
        let name = match chosen {
            Some(_) => Line::maybe(&self.own).map_err(|wrong| line("own", wrong)),
            None => Line::maybe(&self.name).map_err(|wrong| line("name", wrong)),
        };
        let how = How::from_code(&self.how).ok_or(("how", words.choose_one()));
        let wanted = self.wanted.trim().parse().ok().and_then(Wanted::new);
        let wanted = wanted.ok_or_else(|| ("wanted", words.minutes_wrong(1, Wanted::MOST)));
        let now = minutes_maybe(ctx, &self.now);
        match (what, name, how, wanted, now) {
            (Ok(what), Ok(name), Ok(how), Ok(wanted), Ok(takes_now)) => {
                Ok(NewDrop { what, name, how, wanted, takes_now })
            }
            (what, name, how, wanted, now) => {
                let wrong = [what.err(), name.err(), how.err(), wanted.err(), now.err()];
                Err(wrong.into_iter().flatten().collect())
            }
        }
    }
}

/// A series as the pages pass it on: its fingerprint, times a year, minutes each time and others invited. No title.
fn read_series([fingerprint, times, minutes, people]: [&str; 4]) -> Option<What> {
    let times_a_year: u16 = times.parse().ok().filter(|times| *times > 0)?;
    Some(What::Series {
        fingerprint: *Fingerprint::from_hex(fingerprint)?.as_bytes(),
        times_a_year,
        minutes_each: minutes.parse().ok()?,
        people: people.parse().ok()?,
    })
}

/// Minutes a week, or nothing.
fn minutes_maybe(ctx: &Ctx, text: &str) -> Result<Option<u16>, (&'static str, String)> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let minutes = text.trim().parse().ok().filter(|minutes| *minutes <= MOST_ESTIMATE);
    minutes.map(Some).ok_or_else(|| ("now", ctx.words().minutes_wrong(0, MOST_ESTIMATE)))
}

/// The questions about a drop, as `drops/bits.html` draws them.
pub(crate) struct AskDrop {
    /// What is known of the series; empty when it is not one.
    pub(crate) series: String,
    pub(crate) what: Field,
    pub(crate) cards: Vec<Choice>,
    pub(crate) own: Field,
    pub(crate) name: Field,
    pub(crate) how: Field,
    pub(crate) hows: Vec<Choice>,
    pub(crate) wanted: Field,
    pub(crate) unit: String,
    /// Asked of what the calendar does not measure.
    pub(crate) now: Field,
    pub(crate) most_wanted: u16,
    pub(crate) most_now: u16,
}

impl AskDrop {
    /// With the series of one's own weeks that might go, before what often can.
    pub(crate) async fn new(
        ctx: &Ctx,
        form: &DropForm,
        wrong: &[(&'static str, String)],
    ) -> Result<AskDrop, Trouble> {
        let (words, by) = (ctx.words(), ctx.actor()?);
        let mine = ctx.desk().read(move |tx| actions::week::suggestions(tx, &by, SERIES)).await?;
        let error = |name| wrong.iter().find(|(field, _)| *field == name).map(|(_, words)| words.clone());
        let field = |name, label, value: &str| Field::new(name, label, value).with_error(error(name));
        let mut cards: Vec<_> = mine.iter().map(|series| of_weeks(ctx, series, form)).collect();
        let (what, hint) = match cards.is_empty() {
            true => (words.drop_what(), words.drop_own_hint()),
            false => (words.drop_what_of_weeks(), words.drop_own_hint_of_weeks()),
        };
        cards.extend(
            CARDS
                .iter()
                .map(|card| Choice::new(card.id, card.text.text(ctx.language()), form.what == card.id)),
        );
        cards.push(Choice::new("own", words.drop_own(), form.what == "own"));
        Ok(AskDrop {
            series: form.series().map(|series| series_words(ctx, &series)).unwrap_or_default(),
            what: field("what", what, &form.what),
            cards,
            own: field("own", words.drop_own_words(), &form.own).with_hint(hint),
            name: field("name", words.drop_name(), &form.name).with_hint(words.own_words_hint()),
            how: field("how", words.drop_how(), &form.how),
            hows: How::ALL
                .iter()
                .map(|how| Choice::new(how.code(), how_words(ctx, *how), form.how == how.code()))
                .collect(),
            wanted: field("wanted", words.drop_wanted(), &form.wanted).with_hint(words.drop_wanted_hint()),
            unit: words.minutes_a_week(),
            now: field("now", words.drop_now(), &form.now).with_hint(words.drop_now_hint()),
            most_wanted: Wanted::MOST,
            most_now: MOST_ESTIMATE,
        })
    }

    pub(crate) fn fields(&self) -> Vec<&Field> {
        vec![&self.what, &self.own, &self.name, &self.how, &self.wanted, &self.now]
    }
}

/// One of the series that might go: what it is, why it might, and its hours a year.
fn of_weeks(ctx: &Ctx, series: &Suggestion, form: &DropForm) -> Choice {
    let row = away_row(ctx, series, None);
    let numbers = format!("{}-{}-{}", times_a_year(series), series.minutes_each, series.people);
    let code = format!("{}-{numbers}", series.fingerprint);
    let current = form.what == code;
    Choice::new(code, row.name, current).with_hint(format!("{} · {}", row.hours, row.why))
}

fn how_words(ctx: &Ctx, how: How) -> String {
    let words = ctx.words();
    match how {
        How::Drop => words.drop_how_drop(),
        How::Delegate => words.drop_how_delegate(),
        How::Shorten => words.drop_how_shorten(),
        How::Rarer => words.drop_how_rarer(),
    }
}

fn series_words(ctx: &Ctx, series: &What) -> String {
    let What::Series { times_a_year, minutes_each, people, .. } = series else { return String::new() };
    ctx.words().drop_series(*times_a_year, *minutes_each, *people)
}

#[derive(Template)]
#[template(path = "drops/new.html")]
struct NewPage {
    frame: Frame,
    errors_title: String,
    errors: Vec<Field>,
    heading: String,
    lead: String,
    carried: Vec<(&'static str, String)>,
    ask: AskDrop,
    save: String,
    cancel: String,
}

async fn new_page(ctx: &Ctx, form: &DropForm, wrong: &[(&'static str, String)]) -> Result<NewPage, Trouble> {
    let words = ctx.words();
    let ask = AskDrop::new(ctx, form, wrong).await?;
    let errors = errors(ask.fields());
    let heading = words.drop_new();
    let title = if errors.is_empty() { heading.clone() } else { words.error_title(&heading) };
    let carried = if ask.series.is_empty() { Vec::new() } else { form.pairs()[..4].to_vec() };
    Ok(NewPage {
        frame: frame(ctx, "/steps", title),
        errors_title: words.form_trouble(),
        errors,
        heading,
        lead: words.drop_new_text(),
        carried: carried.into_iter().map(|(name, value)| (name, value.to_owned())).collect(),
        ask,
        save: words.drop_save(),
        cancel: words.cancel(),
    })
}

async fn ask(ctx: Ctx, Query(asked): Query<DropForm>) -> Page {
    let mut form = DropForm { how: How::Drop.code().into(), ..asked };
    form.wanted = match form.series() {
        // What a week of it takes, rounded to minutes.
        Some(What::Series { times_a_year, minutes_each, .. }) => {
            let a_week = u32::from(times_a_year) * u32::from(minutes_each) / 52;
            a_week.clamp(1, u32::from(Wanted::MOST)).to_string()
        }
        _ => WANTED_AT_FIRST.to_string(),
    };
    show(&new_page(&ctx, &form, &[]).await?)
}

async fn choose(ctx: Ctx, Form(form): Form<DropForm>) -> Page {
    let (by, today) = (ctx.actor()?, ctx.today());
    let new = match form.read(&ctx) {
        Ok(new) => new,
        Err(wrong) => return show_again(&new_page(&ctx, &form, &wrong).await?),
    };
    match ctx.desk().write(move |tx| actions::drops::choose(tx, &by, &new, today)).await {
        Ok(id) => go_saying(&ctx, &format!("/drops/{}", id.0), Said::DropChosen),
        Err(DropRefused::TooMany) => {
            let wrong = [("what", ctx.words().drop_too_many(MOST_DROPS))];
            show_again(&new_page(&ctx, &form, &wrong).await?)
        }
        Err(refused) => Err(refused.into()),
    }
}

#[derive(Template)]
#[template(path = "drops/drop.html")]
struct DropPage {
    frame: Frame,
    errors_title: String,
    errors: Vec<Field>,
    kicker: String,
    name: String,
    text: String,
    freed_heading: String,
    freed: String,
    bars: Vec<FreedBar>,
    freed_how: String,
    place: String,
    ask: Option<AskEstimate>,
    end: Option<AskEnd>,
    step_url: &'static str,
    step: String,
}

/// Wanted beside freed, as lines on one scale.
struct FreedBar {
    name: String,
    amount: String,
    kind: &'static str,
    width: f64,
}

struct AskEstimate {
    url: String,
    heading: String,
    text: String,
    now: Field,
    unit: String,
    most: u16,
    save: String,
    given_heading: String,
    given: Vec<(String, String)>,
}

struct AskEnd {
    url: String,
    heading: String,
    text: String,
    keep: String,
    give_up: String,
}

async fn look(ctx: Ctx, Path(id): Path<i64>) -> Page {
    show(&drop_page(&ctx, DropId(id), None).await?)
}

async fn drop_page(ctx: &Ctx, id: DropId, wrong: Option<(&str, String)>) -> Result<DropPage, Trouble> {
    let (words, by) = (ctx.words(), ctx.actor()?);
    let mine = ctx.desk().read(move |tx| actions::drops::by_id(tx, &by, id)).await?;
    let drop = &mine.drop;
    let open = drop.state == DropState::Open;
    let name = drop_name(ctx, drop);
    let measured = matches!(drop.what, What::Series { .. });
    let ask = (open && !measured).then(|| ask_estimate(ctx, &mine, wrong));
    let errors = errors(ask.iter().map(|ask| &ask.now));
    let title = if errors.is_empty() { name.clone() } else { words.error_title(&name) };
    let since = words.drop_since(writes(ctx.language()).date(drop.from));
    Ok(DropPage {
        frame: frame(ctx, "/steps", title),
        errors_title: words.form_trouble(),
        errors,
        kicker: format!("{} · {since}", how_words(ctx, drop.how)),
        name,
        text: series_words(ctx, &drop.what),
        freed_heading: words.drop_freed_heading(),
        freed: freed_sentence(ctx, &mine),
        bars: bars(ctx, mine.freed, drop.wanted),
        freed_how: if measured { words.drop_measured() } else { words.drop_estimated() },
        place: place_words(ctx, &mine),
        ask,
        end: open.then(|| AskEnd {
            url: format!("/drops/{}/end", id.0),
            heading: words.drop_end(),
            text: words.drop_end_text(),
            keep: words.drop_keep(),
            give_up: words.drop_give_up(),
        }),
        step_url: "/steps",
        step: words.drop_back(),
    })
}

fn freed_sentence(ctx: &Ctx, mine: &MyDrop) -> String {
    let words = ctx.words();
    let wanted = mine.drop.wanted.minutes();
    match mine.freed {
        Some(freed) if freed.known && freed.freed >= 0.5 => words.drop_freed_of(whole(freed.freed), wanted),
        Some(freed) if freed.known => words.drop_freed_none_of(wanted),
        Some(Freed { by: FreedBy::OwnEstimate, .. }) => words.drop_estimate_later(wanted),
        _ => words.drop_calendar_later(wanted),
    }
}

/// Drawn only when it is known: a bar of nothing looks like a failure.
fn bars(ctx: &Ctx, freed: Option<Freed>, wanted: Wanted) -> Vec<FreedBar> {
    let Some(freed) = freed.filter(|freed| freed.known) else { return Vec::new() };
    let words = ctx.words();
    let got = freed.freed.max(0.0);
    let most = got.max(freed.wanted).max(1.0);
    let bar = |name, kind, minutes: f64| FreedBar {
        name,
        amount: words.minutes_short(whole(minutes)),
        kind,
        width: (minutes / most * 1000.0).round() / 10.0,
    };
    vec![
        bar(words.drop_bar_wanted(), "administration", f64::from(wanted.minutes())),
        bar(words.drop_bar_freed(), "leadership", got),
    ]
}

fn place_words(ctx: &Ctx, mine: &MyDrop) -> String {
    let words = ctx.words();
    let Some(growth) = mine.took_its_place else { return String::new() };
    let kind = match growth.kind {
        0 => words.drop_place_lead(),
        1 => words.drop_place_coordination(),
        2 => words.drop_place_administration(),
        3 => words.drop_place_firefighting(),
        4 => words.drop_place_recovery(),
        _ => words.drop_place_other(),
    };
    words.drop_place(kind, whole(growth.minutes))
}

fn ask_estimate(ctx: &Ctx, mine: &MyDrop, wrong: Option<(&str, String)>) -> AskEstimate {
    let (words, dates) = (ctx.words(), writes(ctx.language()));
    let (typed, error) =
        wrong.map_or((String::new(), None), |(typed, error)| (typed.to_owned(), Some(error)));
    AskEstimate {
        url: format!("/drops/{}/estimate", mine.id.0),
        heading: words.drop_estimate(),
        text: words.drop_estimate_text(),
        now: Field::new("now", words.drop_estimate_field(), typed).with_error(error),
        unit: words.minutes_a_week(),
        most: MOST_ESTIMATE,
        save: words.save(),
        given_heading: words.drop_estimates(),
        given: mine
            .estimates
            .iter()
            .rev()
            .take(8)
            .map(|it| (dates.date(it.on), words.minutes_short(i64::from(it.minutes))))
            .collect(),
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct EstimateForm {
    now: String,
}

async fn estimate(ctx: Ctx, Path(id): Path<i64>, Form(form): Form<EstimateForm>) -> Page {
    let (by, today, id) = (ctx.actor()?, ctx.today(), DropId(id));
    let minutes = match minutes_maybe(&ctx, &form.now) {
        Ok(Some(minutes)) => minutes,
        Ok(None) => {
            let wrong = Some((form.now.as_str(), ctx.words().required()));
            return show_again(&drop_page(&ctx, id, wrong).await?);
        }
        Err((_, error)) => return show_again(&drop_page(&ctx, id, Some((&form.now, error))).await?),
    };
    match ctx.desk().write(move |tx| actions::drops::estimate(tx, &by, id, minutes, today)).await {
        // Closed meanwhile in another window: the page says so itself.
        Ok(()) | Err(DropRefused::Closed) => go_saying(&ctx, &format!("/drops/{}", id.0), Said::Saved),
        Err(refused) => Err(refused.into()),
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct EndForm {
    outcome: String,
}

async fn end(ctx: Ctx, Path(id): Path<i64>, Form(form): Form<EndForm>) -> Page {
    let (by, id) = (ctx.actor()?, DropId(id));
    let kept = match form.outcome.as_str() {
        "keep" => true,
        "give-up" => false,
        _ => return Err(Trouble::Garbled),
    };
    match ctx.desk().write(move |tx| actions::drops::end(tx, &by, id, kept)).await {
        Ok(()) | Err(DropRefused::Closed) => go_saying(&ctx, &format!("/drops/{}", id.0), Said::Saved),
        Err(refused) => Err(refused.into()),
    }
}
