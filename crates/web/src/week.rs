//! The week: where it went, what the calendar does not show, twelve weeks, and what might go.

mod import;
mod pictures;
mod say;

pub(crate) use import::trouble_words;
pub(crate) use say::{sentence, usually};

use actions::week::{Hours, Overview, StoredWeek, latest_done, monday_of};
use askama::Template;
use axum::extract::{Form, Path, Query};
use jiff::civil::Date;
use serde::Deserialize;
use week::{Gap, Kind, Quarters, Suggestion, Unplanned};

use crate::ctx::Ctx;
use crate::dates::{week_number, writes};
use crate::form::{Choice, Field, errors};
use crate::frame::{Frame, frame};
use crate::installation::Fact;
use crate::pages::{Page, go, show, show_again};
use crate::picture::{Bar, Days, Range, Trend};
use crate::routes::Routes;
use crate::{Trouble, dates};

/// So many suggestions stand on the page of a week.
const SUGGESTIONS: u32 = 3;
/// The most hours that can be guessed: more than a week of work.
const MOST_HOURS: f64 = 80.0;
/// Where the latest week stands, besides at its own address.
const LATEST: &str = "/week";
/// What the calendar does not show is spread in quarters.
const WHOLE: u8 = 4;

pub(crate) fn routes(routes: Routes) -> Routes {
    import::routes(
        routes
            .get("/week", latest)
            .get("/week/{monday}", one)
            .post("/week/{monday}/guess", guess)
            .post("/week/{monday}/unplanned", spread),
    )
}

#[derive(Template)]
#[template(path = "week/week.html")]
struct WeekPage {
    frame: Frame,
    kicker: String,
    heading: String,
    lead: String,
    earlier: Option<Way>,
    later: Option<Way>,
    where_heading: String,
    bar: Bar,
    gap: GapPart,
    days_heading: String,
    days: Days,
    facts_heading: String,
    facts: Vec<Fact>,
    trend_heading: String,
    trend_note: String,
    trend: Option<Trend>,
    others_heading: String,
    others_text: String,
    others: Vec<Range>,
    away: AwayPart,
    again: String,
}

/// A way to another week.
struct Way {
    url: String,
    label: String,
}

/// What the calendar does not show.
struct GapPart {
    heading: String,
    text: String,
    url: String,
    /// What to tap; empty when it is spread, or when there is nothing to spread.
    taps: Vec<Choice>,
    question: String,
    spread: Vec<Fact>,
    again: String,
}

/// What might go.
struct AwayPart {
    heading: String,
    text: String,
    rows: Vec<AwayRow>,
    own_url: &'static str,
    own: String,
}

/// A series that might go, without its title: nobody but the manager's calendar has that.
pub(crate) struct AwayRow {
    pub(crate) name: String,
    pub(crate) why: String,
    pub(crate) hours: String,
    pub(crate) url: String,
    pub(crate) action: String,
    pub(crate) label: String,
}

#[derive(Template)]
#[template(path = "week/empty.html")]
struct EmptyPage {
    frame: Frame,
    heading: String,
    title: String,
    text: String,
    url: &'static str,
    action: String,
    promise: String,
}

#[derive(Template)]
#[template(path = "week/guess.html")]
struct GuessPage {
    frame: Frame,
    kicker: String,
    heading: String,
    text: String,
    errors_title: String,
    errors: Vec<Field>,
    url: String,
    guess: Field,
    unit: String,
    send: String,
    skip: String,
}

async fn latest(ctx: Ctx) -> Page {
    let by = ctx.actor()?;
    let view = ctx.desk().glance(move |tx| actions::week::overview(tx, &by, Date::MAX, SUGGESTIONS)).await?;
    match &view.week {
        Some(stored) => show_week(&ctx, stored, &view, false),
        None => {
            let words = ctx.words();
            show(&EmptyPage {
                frame: frame(&ctx, "/week", words.nav_week()),
                heading: words.nav_week(),
                title: words.week_empty(),
                text: words.week_empty_text(),
                url: "/import",
                action: words.week_give_calendar(),
                promise: words.week_promise(),
            })
        }
    }
}

#[derive(Deserialize, Default)]
struct Look {
    /// `no`: the manager would rather see than guess.
    #[serde(default)]
    guess: String,
}

async fn one(ctx: Ctx, Path(monday): Path<String>, Query(look): Query<Look>) -> Page {
    let (by, monday) = (ctx.actor()?, read_monday(&monday)?);
    let view = ctx.desk().glance(move |tx| actions::week::overview(tx, &by, monday, SUGGESTIONS)).await?;
    let stored = view.week.as_ref().filter(|stored| stored.week.monday == monday).ok_or(Trouble::NotFound)?;
    show_week(&ctx, stored, &view, look.guess == "no")
}

fn read_monday(text: &str) -> Result<Date, Trouble> {
    let day: Date = text.parse().map_err(|_| Trouble::NotFound)?;
    if (1970..=2200).contains(&day.year()) { Ok(monday_of(day)) } else { Err(Trouble::NotFound) }
}

fn show_week(ctx: &Ctx, stored: &StoredWeek, view: &Overview, unguessed: bool) -> Page {
    // One guesses the week that was just lived, once and before seeing it; older weeks are only looked at.
    let unseen = !unguessed && stored.guess.is_none() && stored.unplanned.is_none();
    if unseen && stored.week.monday == latest_done(ctx.today()) && view.next.is_none() {
        return show(&guess_page(ctx, stored, "", None));
    }
    show(&week_page(ctx, stored, view))
}

fn week_page(ctx: &Ctx, stored: &StoredWeek, view: &Overview) -> WeekPage {
    let words = ctx.words();
    let week = &stored.week;
    let monday = week.monday;
    let earlier = view.kinds.get(1).map(|(before, _)| way(words.week_earlier(), *before));
    let heading = say::sentence(ctx, stored);
    WeekPage {
        frame: frame(ctx, "/week", words.week_title(week_number(monday))),
        kicker: say::kicker(ctx, week),
        heading,
        lead: words.week_lead(),
        earlier,
        later: view.next.map(|next| way(words.week_later(), next)),
        where_heading: words.week_where(),
        bar: pictures::bar(ctx, &week.minutes()),
        gap: gap_part(ctx, stored, &view.hours),
        days_heading: words.week_days(),
        days: pictures::days(ctx, week, &view.hours),
        facts_heading: words.week_facts(),
        facts: say::facts(ctx, &week.facts),
        trend_heading: words.week_trend(),
        trend_note: words.week_trend_note(),
        trend: pictures::trend(ctx, &view.kinds),
        others_heading: words.week_others(),
        others_text: words.week_others_text(),
        others: pictures::beside_published(ctx, week),
        away: away_part(ctx, &view.suggestions),
        again: words.week_give_again(),
    }
}

fn way(label: String, monday: Date) -> Way {
    Way { url: format!("/week/{monday}"), label }
}

fn gap_part(ctx: &Ctx, stored: &StoredWeek, hours: &Hours) -> GapPart {
    let words = ctx.words();
    let writes = writes(ctx.language());
    let facts = &stored.week.facts;
    let days_away = facts.away[..5].iter().filter(|away| **away).count();
    let contract = hours.contract.less_days_away(u32::try_from(days_away).unwrap_or(0));
    let gap = week::gap(contract, facts.inside_hours, stored.unplanned.unwrap_or_default());
    let whole = say::hours(ctx, gap.minutes);
    // The latest week stands at /week too: whoever taps there stays there, and keeps their place on the page.
    let back = if ctx.path() == LATEST { "?back=/week" } else { "" };
    let url = format!("/week/{}/unplanned{back}", stored.week.monday);
    let (spread, left) = (spread_facts(ctx, &gap), WHOLE - quarters(stored.unplanned));
    let taps = if gap.minutes == 0 || left == 0 { Vec::new() } else { taps(ctx) };
    GapPart {
        heading: words.gap_heading(),
        text: if contract == 0 && gap.over > 0 {
            words.gap_away_over(say::hours(ctx, gap.over))
        } else if contract == 0 {
            words.gap_away()
        } else if gap.over > 0 {
            words.gap_over(say::hours(ctx, gap.over), writes.hours(contract))
        } else if gap.minutes == 0 {
            words.gap_none()
        } else {
            words.gap_text(writes.hours(contract), whole)
        },
        url,
        question: if left == WHOLE { words.gap_first() } else { words.gap_second() },
        taps,
        again: if spread.is_empty() { String::new() } else { words.gap_again() },
        spread,
    }
}

fn quarters(unplanned: Option<Unplanned>) -> u8 {
    unplanned.map_or(0, |unplanned| unplanned.quarters().iter().map(|quarters| quarters.count()).sum())
}

fn taps(ctx: &Ctx) -> Vec<Choice> {
    let words = ctx.words();
    vec![
        Choice::new("firefighting", words.gap_firefighting(), false),
        Choice::new("administration", words.gap_administration(), false),
        Choice::new("being-there", words.gap_being_there(), false),
        Choice::new("recovery", words.gap_recovery(), false),
    ]
}

fn spread_facts(ctx: &Ctx, gap: &Gap) -> Vec<Fact> {
    let words = ctx.words();
    [
        (words.gap_firefighting(), gap.firefighting),
        (words.gap_administration(), gap.administration),
        (words.gap_being_there(), gap.being_there),
        (words.gap_recovery(), gap.recovery),
    ]
    .into_iter()
    .filter(|(_, minutes)| *minutes > 0)
    .map(|(name, minutes)| Fact { name, value: words.about(say::hours(ctx, half_hours(minutes))) })
    .collect()
}

/// From an hour on to the nearest half: two taps are no measurement.
fn half_hours(minutes: u32) -> u32 {
    if minutes < 60 { minutes } else { (minutes + 15) / 30 * 30 }
}

fn away_part(ctx: &Ctx, suggestions: &[Suggestion]) -> AwayPart {
    let words = ctx.words();
    AwayPart {
        heading: words.away_heading(),
        text: if suggestions.is_empty() { words.away_nothing() } else { words.away_text() },
        rows: suggestions.iter().map(|suggestion| away_row(ctx, suggestion, None)).collect(),
        own_url: "/drops/new",
        own: words.away_own(),
    }
}

/// A row for a suggestion; `title` is known only on the page that answers an upload.
pub(crate) fn away_row(ctx: &Ctx, suggestion: &Suggestion, title: Option<&str>) -> AwayRow {
    let words = ctx.words();
    let described = say::series(ctx, suggestion);
    let mut why: Vec<String> = suggestion.reasons.iter().map(|reason| say::why_away(ctx, reason)).collect();
    let name = match title {
        Some(title) => {
            why.insert(0, described);
            title.to_owned()
        }
        None => described,
    };
    let times = times_a_year(suggestion);
    AwayRow {
        why: why.join(" · "),
        hours: words.away_hours(ctx_number(ctx, suggestion.hours_a_year)),
        // Fingerprint and numbers alone: the title stays where it is.
        url: format!(
            "/drops/new?fingerprint={}&times={times}&minutes={}&people={}",
            suggestion.fingerprint, suggestion.minutes_each, suggestion.people
        ),
        action: words.away_try(),
        label: words.away_try_label(&name),
        name,
    }
}

/// How often a year a series comes, by its hours.
pub(crate) fn times_a_year(series: &Suggestion) -> u16 {
    let times = (series.hours_a_year * 60.0 / f64::from(series.minutes_each.max(1))).round();
    times.clamp(1.0, f64::from(u16::MAX)) as u16
}

fn ctx_number(ctx: &Ctx, hours: f64) -> String {
    dates::writes(ctx.language()).number(hours.round() as i64)
}

fn guess_page(ctx: &Ctx, stored: &StoredWeek, typed: &str, error: Option<String>) -> GuessPage {
    let words = ctx.words();
    let monday = stored.week.monday;
    let guess =
        Field::new("guess", words.guess_label(), typed).with_hint(words.guess_hint()).with_error(error);
    let title = words.guess_heading();
    GuessPage {
        frame: frame(ctx, "/week", if guess.error.is_empty() { title } else { words.error_title(title) }),
        kicker: say::kicker(ctx, &stored.week),
        heading: words.guess_heading(),
        text: words.guess_text(),
        errors_title: words.form_trouble(),
        errors: errors([&guess]),
        url: format!("/week/{monday}/guess"),
        guess,
        unit: words.hours_unit(),
        send: words.guess_send(),
        skip: words.guess_skip(),
    }
}

#[derive(Deserialize, Default)]
pub(crate) struct GuessForm {
    #[serde(default)]
    guess: String,
    #[serde(default)]
    skip: String,
}

/// Hours as typed, with comma or point, to minutes.
pub(crate) fn read_hours(text: &str) -> Option<u32> {
    let hours: f64 = text.trim().replace(',', ".").parse().ok()?;
    (0.0..=MOST_HOURS).contains(&hours).then(|| (hours * 60.0).round() as u32)
}

async fn guess(ctx: Ctx, Path(monday): Path<String>, Form(form): Form<GuessForm>) -> Page {
    let (by, monday) = (ctx.actor()?, read_monday(&monday)?);
    let view = ctx.desk().read(move |tx| actions::week::overview(tx, &by, monday, 0)).await?;
    let stored = view.week.filter(|stored| stored.week.monday == monday).ok_or(Trouble::NotFound)?;
    if form.skip == "yes" {
        return go(&format!("/week/{monday}?guess=no"));
    }
    match read_hours(&form.guess) {
        Some(minutes) => {
            ctx.desk().write(move |tx| actions::week::make_guess(tx, &by, monday, minutes)).await?;
            go(&format!("/week/{monday}"))
        }
        None => show_again(&guess_page(&ctx, &stored, &form.guess, Some(ctx.words().guess_wrong()))),
    }
}

/// Which page to come back to; empty for the week's own.
#[derive(Deserialize, Default)]
struct Back {
    #[serde(default)]
    back: String,
}

#[derive(Deserialize, Default)]
pub(crate) struct SpreadForm {
    #[serde(default)]
    add: String,
}

/// One tap puts half of what is not in the calendar somewhere; the second tap the other half.
async fn spread(
    ctx: Ctx,
    Path(monday): Path<String>,
    Query(Back { back }): Query<Back>,
    Form(form): Form<SpreadForm>,
) -> Page {
    let (by, monday) = (ctx.actor()?, read_monday(&monday)?);
    let place = ["firefighting", "administration", "being-there", "recovery"]
        .iter()
        .position(|name| *name == form.add);
    ctx.desk()
        .write(move |tx| {
            let view = actions::week::overview(tx, &by, monday, 0)?;
            let stored = view.week.filter(|stored| stored.week.monday == monday);
            let Some(stored) = stored else { return Ok::<_, actions::Fault>(()) };
            let mut counts = match place {
                Some(_) => stored.unplanned.unwrap_or_default().quarters().map(Quarters::count),
                // "Begin again".
                None => [0; 4],
            };
            if let Some(place) = place {
                counts[place] += 2;
            }
            // A third tap, from an old page, is more than a whole: what stands stays.
            if counts.iter().sum::<u8>() <= WHOLE {
                let quarters = counts.map(|count| Quarters::new(count).unwrap_or_default());
                let _ = actions::week::spread(tx, &by, monday, quarters)?;
            }
            Ok(())
        })
        .await?;
    if back == LATEST { go("/week#gap") } else { go(&format!("/week/{monday}#gap")) }
}

/// The name that pictures and css know a kind of time by.
pub(crate) fn kind_class(kind: Kind) -> &'static str {
    match kind {
        Kind::Lead => "leadership",
        other => other.code(),
    }
}
