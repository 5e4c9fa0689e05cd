//! The private feed: the steps' moments and protected time, in the manager's own calendar.

use access::Secret;
use actions::feed::{MOST_TIMES, ProtectRefused};
use askama::Template;
use axum::extract::{Form, Path};
use axum::http::header;
use axum::response::IntoResponse;
use jiff::civil::Weekday;
use serde::Deserialize;
use steps::Weekdays;

use crate::Trouble;
use crate::ctx::Ctx;
use crate::dates::{clock, writes};
use crate::form::{Choice, Field, errors};
use crate::frame::{Frame, frame};
use crate::pages::{Page, go_saying, show, show_again};
use crate::routes::Routes;
use crate::said::Said;
use crate::steps::{DaysForm, days_words, time_of_day};

/// The longest protected time that the form takes: a working day.
const LONGEST: u16 = 480;

pub(crate) fn routes(routes: Routes) -> Routes {
    routes
        .get("/feed", look)
        .post("/feed", make)
        .post("/feed/end", end)
        .post("/feed/times", protect)
        .post("/feed/times/{time}/end", unprotect)
        .get("/feed/{secret}", feed)
}

#[derive(Template)]
#[template(path = "steps/feed.html")]
struct FeedPage {
    frame: Frame,
    errors_title: String,
    errors: Vec<Field>,
    heading: String,
    lead: String,
    address_heading: String,
    address_text: String,
    /// Only in the answer to making it.
    address: String,
    address_label: String,
    copy: String,
    copied: String,
    make: String,
    /// Empty when there is no feed.
    end: String,
    how: String,
    how_text: Vec<String>,
    times_heading: String,
    times_text: String,
    times: Vec<TimeRow>,
    days: Field,
    boxes: Vec<Choice>,
    from: Field,
    minutes: Field,
    unit: String,
    longest: u16,
    protect: String,
    back: String,
}

struct TimeRow {
    text: String,
    hours: String,
    url: String,
    end: String,
    end_label: String,
}

#[derive(Deserialize, Clone)]
#[serde(default)]
struct TimeForm {
    #[serde(flatten)]
    days: DaysForm,
    from: String,
    minutes: String,
}

impl Default for TimeForm {
    fn default() -> TimeForm {
        TimeForm {
            days: DaysForm::of(Weekdays::new([Weekday::Wednesday])),
            from: "08:30".into(),
            minutes: "60".into(),
        }
    }
}

async fn page(
    ctx: &Ctx,
    form: &TimeForm,
    address: String,
    wrong: &[(&'static str, String)],
) -> Result<FeedPage, Trouble> {
    let (words, by, dates) = (ctx.words(), ctx.actor()?, writes(ctx.language()));
    let (exists, times) = ctx
        .desk()
        .read(move |tx| {
            Ok::<_, actions::Fault>((actions::feed::exists(tx, &by)?, actions::feed::times(tx, &by)?))
        })
        .await?;
    let times = times
        .into_iter()
        .map(|time| {
            let text = days_words(dates, time.days);
            let until = time.from.wrapping_add(jiff::Span::new().minutes(i64::from(time.minutes)));
            let hours = format!("{}–{}", clock(time.from), clock(until));
            TimeRow {
                end_label: words.feed_time_end_label(format!("{text} {hours}")),
                text,
                hours,
                url: format!("/feed/times/{}/end", time.id),
                end: words.feed_time_end(),
            }
        })
        .collect();
    let error = |name| wrong.iter().find(|(field, _)| *field == name).map(|(_, words)| words.clone());
    let field = |name, label, value: &str| Field::new(name, label, value).with_error(error(name));
    let days = field("days", words.feed_time_days(), "");
    let from = field("from", words.feed_time_from(), &form.from);
    let minutes = field("minutes", words.feed_time_minutes(), &form.minutes);
    let errors = errors([&days, &from, &minutes]);
    let heading = words.feed_heading();
    Ok(FeedPage {
        frame: frame(
            ctx,
            "/steps",
            if errors.is_empty() { heading.clone() } else { words.error_title(&heading) },
        ),
        errors_title: words.form_trouble(),
        errors,
        heading,
        lead: words.feed_lead(),
        address_heading: words.feed_address(),
        address_text: match (address.is_empty(), exists) {
            (false, _) => words.feed_address_new(),
            (true, true) => words.feed_address_has(),
            (true, false) => words.feed_address_none(),
        },
        address,
        address_label: words.feed_address_label(),
        copy: words.copy(),
        copied: words.copied(),
        make: if exists { words.feed_make_again() } else { words.feed_make() },
        end: if exists { words.feed_end() } else { String::new() },
        how: words.feed_how(),
        how_text: vec![words.feed_how_outlook(), words.feed_how_google(), words.feed_how_apple()],
        times_heading: words.feed_times(),
        times_text: words.feed_times_text(),
        times,
        days,
        boxes: form.days.boxes(dates),
        from,
        minutes,
        unit: words.minutes_unit(),
        longest: LONGEST,
        protect: words.feed_protect(),
        back: words.step_all(),
    })
}

async fn look(ctx: Ctx) -> Page {
    show(&page(&ctx, &TimeForm::default(), String::new(), &[]).await?)
}

/// The answer is the page itself and not a way to it: the address is told once, here, and kept nowhere.
async fn make(ctx: Ctx) -> Page {
    let address = actions::feed::make(ctx.desk(), ctx.actor()?).await?;
    show(&page(&ctx, &TimeForm::default(), address, &[]).await?)
}

async fn end(ctx: Ctx) -> Page {
    let by = ctx.actor()?;
    ctx.desk().write(move |tx| actions::feed::end(tx, &by)).await?;
    go_saying(&ctx, "/feed", Said::FeedEnded)
}

async fn protect(ctx: Ctx, Form(form): Form<TimeForm>) -> Page {
    let (words, by, today) = (ctx.words(), ctx.actor()?, ctx.today());
    let days = form.days.days().ok_or_else(|| ("days", words.feed_time_days_wrong()));
    let from = time_of_day(&form.from).ok_or_else(|| ("from", words.time_wrong()));
    let minutes: Option<u16> = form.minutes.trim().parse().ok();
    let minutes = minutes.filter(|it| (5..=LONGEST).contains(it));
    let minutes = minutes.ok_or_else(|| ("minutes", words.minutes_wrong(5, LONGEST)));
    let (days, from, minutes) = match (days, from, minutes) {
        (Ok(days), Ok(from), Ok(minutes)) => (days, from, minutes),
        (days, from, minutes) => {
            let wrong: Vec<_> = [days.err(), from.err(), minutes.err()].into_iter().flatten().collect();
            return show_again(&page(&ctx, &form, String::new(), &wrong).await?);
        }
    };
    let done = ctx.desk().write(move |tx| actions::feed::protect(tx, &by, days, from, minutes, today)).await;
    match done {
        Ok(()) => go_saying(&ctx, "/feed", Said::Saved),
        Err(ProtectRefused::TooMany) => {
            let wrong = [("days", words.feed_time_too_many(MOST_TIMES))];
            show_again(&page(&ctx, &form, String::new(), &wrong).await?)
        }
        Err(ProtectRefused::Minutes) => Err(Trouble::Garbled),
        Err(ProtectRefused::Fault(fault)) => Err(fault.into()),
    }
}

async fn unprotect(ctx: Ctx, Path(id): Path<i64>) -> Page {
    let by = ctx.actor()?;
    ctx.desk().write(move |tx| actions::feed::unprotect(tx, &by, id)).await?;
    go_saying(&ctx, "/feed", Said::Saved)
}

/// For a calendar program, which holds the secret and cannot sign in.
async fn feed(ctx: Ctx, Path(secret): Path<String>) -> Page {
    let secret = Secret::read(secret.strip_suffix(".ics").unwrap_or(&secret)).ok_or(Trouble::NotFound)?;
    let home = ctx.desk().address().to_owned();
    let calendar = ctx.desk().read(move |tx| actions::feed::read(tx, &secret, &home)).await?;
    let headers = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8"),
        (header::CACHE_CONTROL, "private, max-age=900"),
        (header::CONTENT_DISPOSITION, "inline; filename=\"pejling.ics\""),
    ];
    Ok((headers, calendar).into_response())
}
