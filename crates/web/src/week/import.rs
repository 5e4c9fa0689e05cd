//! A calendar in: by hand or from a subscription. The page that answers is the only place where its titles are seen.

use std::collections::HashMap;

use access::Allowance;
use actions::week::{ImportRefused, Imported, Line, Reviewed, latest_done};
use askama::Template;
use axum::extract::{DefaultBodyLimit, Form, Multipart};
use calendar::{Kind as FileKind, Refusal, TroubleReason};
use week::{Fingerprint, Place};

use super::{AwayRow, away_row, pictures, read_hours, say};
use crate::ctx::Ctx;
use crate::dates::{week_number, writes};
use crate::form::{Choice, Field, errors};
use crate::frame::{Frame, frame};
use crate::pages::{Page, go_saying, show, show_again};
use crate::picture::Bar;
use crate::routes::Routes;
use crate::said::Said;
use crate::upload;

/// The largest calendar that is read; said on the page.
const MOST_BYTES: usize = 20_000_000;
/// A review's corrections: two hundred lines of fingerprints.
const CORRECTION_BYTES: usize = 1024 * 1024;
/// So many troubles are listed; the rest are counted.
const TROUBLES: usize = 50;
/// So many series are seen at once; those with less time are folded away.
const UNFOLDED: usize = 12;

pub(super) fn routes(routes: Routes) -> Routes {
    use axum::handler::Handler;
    routes
        .get("/import", ask)
        .post("/import", take_in.layer(DefaultBodyLimit::disable()))
        .post("/import/review", review_subscription)
        .post("/corrections", correct.layer(DefaultBodyLimit::max(CORRECTION_BYTES)))
}

#[derive(Template)]
#[template(path = "week/import.html")]
struct ImportPage {
    frame: Frame,
    heading: String,
    lead: String,
    errors_title: String,
    errors: Vec<Field>,
    /// Empty when the week has been guessed already.
    guess: Option<Field>,
    unit: String,
    calendar: Field,
    send: String,
    promise: String,
    subscribed: Option<Subscribed>,
    how_heading: String,
    how: Vec<(String, String)>,
    settings: String,
}

/// A subscription that can be looked at now.
struct Subscribed {
    heading: String,
    text: String,
    action: String,
}

#[derive(Template)]
#[template(path = "week/review.html")]
struct ReviewPage {
    frame: Frame,
    kicker: String,
    heading: String,
    lead: String,
    /// Of weeks that the file has only a part of.
    partly: Vec<String>,
    /// Only once the week is guessed: before that the answer would give itself away.
    bar: Option<Bar>,
    where_heading: String,
    go_on: String,
    url: String,
    away_heading: String,
    away: Vec<AwayRow>,
    lines_heading: String,
    lines_text: String,
    lines: Vec<LineRow>,
    /// Of the summary of those folded away; empty when none are.
    folded: String,
    folded_lines: Vec<LineRow>,
    save: String,
    more: String,
    trouble_heading: String,
    troubles: Vec<String>,
    aside: String,
}

/// One series on the review page.
struct LineRow {
    number: usize,
    title: String,
    about: String,
    why: String,
    series: String,
    tokens: String,
    was: String,
    strong: &'static str,
    label: String,
    leading: String,
    leads: Vec<Choice>,
    others: Vec<Choice>,
}

async fn import_page(
    ctx: &Ctx,
    typed: &str,
    guess_error: Option<String>,
    file_error: Option<String>,
) -> Result<ImportPage, crate::Trouble> {
    let (words, by) = (ctx.words(), ctx.actor()?);
    let monday = latest_done(ctx.today());
    let (guessed, subscription) = ctx
        .desk()
        .read(move |tx| {
            Ok::<_, actions::Fault>((
                actions::week::guess(tx, &by, monday)?,
                actions::week::subscription(tx, &by)?,
            ))
        })
        .await?;
    let guess = guessed.is_none().then(|| {
        Field::new("guess", words.import_guess(week_number(monday)), typed)
            .with_hint(words.guess_hint())
            .with_error(guess_error)
    });
    let calendar = Field::new("calendar", words.import_file(), "")
        .with_hint(words.import_file_hint(MOST_BYTES / 1_000_000))
        .with_error(file_error);
    let wrong = errors(guess.iter().chain([&calendar]));
    let title = words.import_heading();
    Ok(ImportPage {
        frame: frame(ctx, "/week", if wrong.is_empty() { title } else { words.error_title(title) }),
        heading: words.import_heading(),
        lead: words.import_lead(),
        errors_title: words.form_trouble(),
        errors: wrong,
        guess,
        unit: words.hours_unit(),
        calendar,
        send: words.import_send(),
        promise: words.week_promise(),
        subscribed: subscription.map(|_| Subscribed {
            heading: words.import_subscribed(),
            text: words.import_subscribed_text(),
            action: words.import_review(),
        }),
        how_heading: words.import_how(),
        how: vec![
            ("Outlook".into(), words.import_how_outlook()),
            ("Google".into(), words.import_how_google()),
            ("Apple".into(), words.import_how_apple()),
            ("Nextcloud".into(), words.import_how_nextcloud()),
        ],
        settings: words.import_settings(),
    })
}

async fn ask(ctx: Ctx) -> Page {
    show(&import_page(&ctx, "", None, None).await?)
}

async fn take_in(ctx: Ctx, form: Multipart) -> Page {
    let (words, by) = (ctx.words(), ctx.actor()?);
    actions::access::count_for(ctx.desk(), by, "import", Allowance::IMPORTS).await?;
    let Ok(sent) = upload::receive(form, "calendar", MOST_BYTES).await else {
        return show_again(&import_page(&ctx, "", None, Some(words.import_cut_off())).await?);
    };
    // Longer is no number of hours.
    let guess: String = sent.text("guess").chars().take(20).collect();
    let monday = latest_done(ctx.today());
    if !guess.trim().is_empty() {
        let Some(minutes) = read_hours(&guess) else {
            // No page can put a file back into a form.
            let again = (!sent.content.is_empty()).then(|| words.import_file_again());
            return show_again(&import_page(&ctx, &guess, Some(words.guess_wrong()), again).await?);
        };
        ctx.desk().write(move |tx| actions::week::make_guess(tx, &by, monday, minutes)).await?;
    }
    if sent.too_large {
        let error = words.import_too_large(MOST_BYTES / 1_000_000);
        return show_again(&import_page(&ctx, &guess, None, Some(error)).await?);
    }
    if sent.content.is_empty() {
        return show_again(&import_page(&ctx, &guess, None, Some(words.import_no_file())).await?);
    }
    answer(&ctx, sent.content, &guess).await
}

/// A subscription is fetched anew when the manager looks: nothing of it was kept.
async fn review_subscription(ctx: Ctx) -> Page {
    let by = ctx.actor()?;
    actions::access::count_for(ctx.desk(), by, "import", Allowance::IMPORTS).await?;
    match ctx.site().fetch(by).await? {
        Ok(bytes) => answer(&ctx, bytes, "").await,
        Err(code) => {
            let error = trouble_words(&ctx, code);
            show_again(&import_page(&ctx, "", None, Some(error)).await?)
        }
    }
}

/// Why a subscribed calendar could not be fetched, by its code.
pub(crate) fn trouble_words(ctx: &Ctx, code: &str) -> String {
    let words = ctx.words();
    match code {
        "not-allowed" => words.fetch_not_allowed(),
        "not-found" => words.fetch_not_found(),
        "unauthorised" => words.fetch_unauthorised(),
        "too-large" => words.import_too_large(MOST_BYTES / 1_000_000),
        "too-slow" => words.fetch_too_slow(),
        "certificate" => words.fetch_certificate(),
        "not-a-calendar" => words.import_text(),
        _ => words.fetch_unreachable(),
    }
}

async fn answer(ctx: &Ctx, bytes: Vec<u8>, typed: &str) -> Page {
    let by = ctx.actor()?;
    match actions::week::import(ctx.desk(), by, ctx.zone(), bytes).await {
        Ok(imported) => {
            let monday = imported.weeks.last().map(|week| week.monday);
            let guess = match monday {
                Some(monday) => ctx.desk().read(move |tx| actions::week::guess(tx, &by, monday)).await?,
                None => None,
            };
            show(&review_page(ctx, &imported, guess))
        }
        Err(ImportRefused::Fault(fault)) => Err(fault.into()),
        Err(refused) => {
            let error = refused_words(ctx, &refused);
            show_again(&import_page(ctx, typed, None, Some(error)).await?)
        }
    }
}

fn refused_words(ctx: &Ctx, refused: &ImportRefused) -> String {
    let words = ctx.words();
    match refused {
        ImportRefused::Refused(Refusal::TooLarge { .. }) => words.import_too_large(MOST_BYTES / 1_000_000),
        ImportRefused::Refused(Refusal::NotACalendar(kind)) => match kind {
            FileKind::Empty => words.import_empty(),
            FileKind::Zip | FileKind::Gzip => words.import_zip(),
            FileKind::Html => words.import_html(),
            FileKind::Pdf | FileKind::Binary => words.import_binary(),
            FileKind::Text => words.import_text(),
        },
        ImportRefused::TooMany(_) => words.import_too_many(),
        ImportRefused::Nothing | ImportRefused::Fault(_) => words.import_nothing(actions::week::WEEKS),
    }
}

fn review_page(ctx: &Ctx, imported: &Imported, guess: Option<u32>) -> ReviewPage {
    let (words, writes) = (ctx.words(), writes(ctx.language()));
    let stored = imported.weeks.last().map(|week| actions::week::StoredWeek {
        week: *week,
        imported_at: ctx.desk().now(),
        guess,
        unplanned: None,
    });
    let titles: HashMap<Fingerprint, &str> =
        imported.lines.iter().map(|line| (line.series, line.title.as_str())).collect();
    let monday = stored.map(|stored| stored.week.monday).or(imported.partly.last().copied());
    let monday = monday.unwrap_or(ctx.today());
    let guessed = stored.filter(|stored| stored.guess.is_some());
    let mut lines: Vec<LineRow> =
        imported.lines.iter().enumerate().map(|(number, line)| line_row(ctx, number, line)).collect();
    let folded_lines = lines.split_off(lines.len().min(UNFOLDED));
    ReviewPage {
        frame: frame(ctx, "/week", words.review_title()),
        kicker: words.week_title(week_number(monday)) + " · " + &writes.week(monday),
        heading: guessed.as_ref().map_or_else(|| words.review_title(), |stored| say::sentence(ctx, stored)),
        lead: words.review_lead(imported.events, imported.weeks.len()),
        partly: imported.partly.iter().map(|monday| words.review_partly(week_number(*monday))).collect(),
        bar: guessed.map(|stored| pictures::bar(ctx, &stored.week.minutes())),
        where_heading: words.week_where(),
        go_on: words.review_go_on(),
        url: format!("/week/{monday}"),
        away_heading: words.away_heading(),
        away: imported
            .suggestions
            .iter()
            .take(5)
            .map(|suggestion| away_row(ctx, suggestion, titles.get(&suggestion.fingerprint).copied()))
            .collect(),
        lines_heading: words.review_lines(),
        lines_text: words.review_lines_text(),
        lines,
        folded: if folded_lines.is_empty() { String::new() } else { words.review_folded(folded_lines.len()) },
        folded_lines,
        save: words.review_save(),
        more: if imported.more > 0 { words.review_more(imported.more) } else { String::new() },
        trouble_heading: words.review_troubles(imported.troubles.len() + imported.unlisted),
        troubles: imported
            .troubles
            .iter()
            .take(TROUBLES)
            .map(|trouble| words.review_trouble(trouble.line, trouble_reason(ctx, trouble.reason)))
            .collect(),
        aside: aside_words(ctx, &imported.aside, imported.copies),
    }
}

/// What took no hours; empty when all did.
fn aside_words(ctx: &Ctx, aside: &week::Aside, copies: u32) -> String {
    let words = ctx.words();
    let parts: Vec<String> = [
        (aside.declined, words.aside_declined(aside.declined)),
        (aside.free, words.aside_free(aside.free)),
        (aside.all_day, words.aside_all_day(aside.all_day)),
        (aside.cancelled, words.aside_cancelled(aside.cancelled)),
        (aside.empty, words.aside_empty(aside.empty)),
        (copies, words.aside_copies(copies)),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(_, said)| said)
    .collect();
    if parts.is_empty() { String::new() } else { words.review_aside(parts.join(", ")) }
}

fn line_row(ctx: &Ctx, number: usize, line: &Line) -> LineRow {
    let words = ctx.words();
    let title = if line.title.trim().is_empty() { words.review_untitled() } else { line.title.clone() };
    let choice =
        |place: Place| Choice::new(say::place_code(place), say::place(ctx, place), place == line.place);
    LineRow {
        number,
        about: words.review_about(line.times, say::hours(ctx, line.minutes), say::others(ctx, line.people)),
        why: say::reason(ctx, &line.why),
        series: line.series.to_string(),
        tokens: line.tokens.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
        was: say::place_code(line.place),
        strong: if line.strong() { "1" } else { "" },
        label: words.review_place_of(&title),
        title,
        leading: words.kind_lead(),
        leads: week::Area::ALL.into_iter().map(|area| choice(Place::Lead(area))).collect(),
        others: [
            Place::Coordination,
            Place::Administration,
            Place::Firefighting,
            Place::Recovery,
            Place::Other,
        ]
        .map(choice)
        .to_vec(),
    }
}

fn trouble_reason(ctx: &Ctx, reason: TroubleReason) -> String {
    let words = ctx.words();
    match reason {
        TroubleReason::NotALine => words.trouble_not_a_line(),
        TroubleReason::Unclosed => words.trouble_unclosed(),
        TroubleReason::NoStart | TroubleReason::BadStart => words.trouble_start(),
        TroubleReason::BadEnd | TroubleReason::EndBeforeStart => words.trouble_end(),
        TroubleReason::BadRule => words.trouble_rule(),
        TroubleReason::BadDate | TroubleReason::BadRecurrenceId => words.trouble_date(),
        TroubleReason::UnknownZone => words.trouble_zone(),
        TroubleReason::TooMany
        | TroubleReason::TooManyEvents
        | TroubleReason::TooMuchWork
        | TroubleReason::TooManyOccurrences => words.trouble_too_many(),
    }
}

/// Corrections come as fingerprints and places, never as titles: `place-3`, `was-3`, `series-3`, `tokens-3`, `strong-3`.
async fn correct(ctx: Ctx, Form(form): Form<HashMap<String, String>>) -> Page {
    let by = ctx.actor()?;
    let lines: Vec<Reviewed> = (0..=200).filter_map(|number| read_line(&form, number)).collect();
    let corrected = actions::week::correct(ctx.desk(), by, lines).await?;
    let said = match (corrected.series, corrected.likes) {
        (0, _) => Said::NothingToCorrect,
        (_, 0) => Said::Corrected,
        _ => Said::CorrectedLikes,
    };
    go_saying(&ctx, "/week", said)
}

fn read_line(form: &HashMap<String, String>, number: usize) -> Option<Reviewed> {
    let get = |name: &str| form.get(&format!("{name}-{number}")).map(String::as_str);
    Some(Reviewed {
        series: Fingerprint::from_hex(get("series")?)?,
        tokens: get("tokens")?.split(' ').filter_map(Fingerprint::from_hex).take(week::MAX_TOKENS).collect(),
        was: say::read_place(get("was")?)?,
        place: say::read_place(get("place")?)?,
        strong: get("strong") == Some("1"),
    })
}
