//! The figures of a picture as JSON; docs/json/week.schema.json says what each means.

use calendar::{Trouble, TroubleReason};
use jiff::ToSpan;
use serde_json::{Map, Value, json};
use week::{Area, Kind, Minutes, Reason, Review, Rhythm, Size, Suggestion, Tally, Week, Why};

use super::look::Look;

/// Raised when a reader of the JSON would have to change.
const FORMAT: u32 = 1;

/// Writes it, with a line break at the end.
pub(super) fn write(look: &Look<'_>, titles: bool) -> String {
    let analysis = &look.analysis;
    let total = analysis.weeks.iter().fold(Minutes::default(), |sum, week| sum.plus(&week.minutes()));
    let aside = &analysis.aside;
    let value = json!({
        "format": FORMAT,
        "zone": look.zone.iana_name().unwrap_or("UTC"),
        "from": look.window.monday().to_string(),
        "to": look.window.end().saturating_sub(1.day()).to_string(),
        "booked_minutes": total.booked(),
        "minutes": minutes(&total),
        "lead_minutes_by_area": areas(&total),
        "weeks": analysis.weeks.iter().map(week).collect::<Vec<_>>(),
        "trend": {
            "weeks": look.trend.weeks.iter()
                .map(|(monday, lead)| json!({ "monday": monday.to_string(), "lead_minutes": lead }))
                .collect::<Vec<_>>(),
            "mean_minutes": look.trend.mean,
            "noise_minutes": look.trend.noise,
        },
        "choose_away": analysis.suggestions.iter()
            .map(|suggestion| choose_away(suggestion, look))
            .collect::<Vec<_>>(),
        "series": analysis.reviews.iter().zip(1..).map(|(review, number)| series(review, number, titles))
            .collect::<Vec<_>>(),
        "aside": {
            "cancelled": aside.cancelled,
            "declined": aside.declined,
            "all_day": aside.all_day,
            "free": aside.free,
            "empty": aside.empty,
            "copies": look.copies,
        },
        "troubles": {
            "number": look.troubles(),
            "listed": look.troubles.iter().map(trouble).collect::<Vec<_>>(),
        },
    });
    format!("{value:#}\n")
}

fn minutes(minutes: &Minutes) -> Value {
    Kind::ALL.into_iter().map(|kind| (kind.code().to_owned(), Value::from(minutes.of(kind)))).collect()
}

fn areas(minutes: &Minutes) -> Value {
    Area::ALL
        .into_iter()
        .map(|area| (area.number().to_string(), Value::from(minutes.in_area(area))))
        .collect()
}

fn tally(tally: &Tally) -> Value {
    json!({ "times": tally.times, "minutes": tally.minutes })
}

fn week(week: &Week) -> Value {
    let facts = &week.facts;
    let sizes: Map<String, Value> = Size::ALL
        .into_iter()
        .zip(&facts.sizes)
        .map(|(size, of)| (self::size(size).to_owned(), tally(of)))
        .collect();
    let iso = week.monday.iso_week_date();
    json!({
        "monday": week.monday.to_string(),
        "iso_week": format!("{}-W{:02}", iso.year(), iso.week()),
        "booked_minutes": week.booked(),
        "minutes": minutes(&week.minutes()),
        "days": week.days.iter().zip(0_usize..).map(|(day, at)| json!({
            "date": week.monday.saturating_add((at as i64).days()).to_string(),
            "booked_minutes": day.booked(),
            "minutes": minutes(day),
            "undisturbed": tally(&facts.undisturbed[at]),
            "switches": facts.switches[at],
            "away": facts.away[at],
        })).collect::<Vec<_>>(),
        "double_booked_minutes": facts.double_booked,
        "inside_hours_minutes": facts.inside_hours,
        "outside_hours_minutes": facts.outside_hours,
        "working_minutes": facts.working,
        "one_to_ones": tally(&facts.one_to_ones),
        "with_own_manager": tally(&facts.with_own_manager),
        "sizes": sizes,
        "recurring_minutes": facts.recurring,
        "one_off_minutes": facts.one_off,
    })
}

fn series(review: &Review<'_>, number: u32, titles: bool) -> Value {
    let place = review.placed.place;
    let mut value = json!({
        "number": number,
        "kind": place.kind().code(),
        "area": place.area().map(Area::number),
        "minutes": review.minutes,
        "times": review.times,
        "people": review.people,
        "rhythm": rhythm(review.rhythm),
        "reason": reason(review.placed.why),
    });
    if titles {
        value["title"] = review.title.into();
    }
    value
}

fn choose_away(suggestion: &Suggestion, look: &Look<'_>) -> Value {
    json!({
        "series": look.number_of(suggestion.fingerprint),
        "hours_a_year": suggestion.hours_a_year,
        "minutes_each": suggestion.minutes_each,
        "people": suggestion.people,
        "rhythm": rhythm(suggestion.rhythm),
        "weekdays": suggestion.usually.weekdays().map(|day| day.to_monday_one_offset()).collect::<Vec<_>>(),
        "begins": suggestion.usually.time().strftime("%H:%M").to_string(),
        "reasons": suggestion.reasons.iter().map(|reason| why(*reason)).collect::<Vec<_>>(),
    })
}

fn rhythm(rhythm: Rhythm) -> Value {
    let (code, number) = match rhythm {
        Rhythm::Once => ("once", None),
        Rhythm::Daily => ("daily", None),
        Rhythm::TimesAWeek(times) => ("times-a-week", Some(times)),
        Rhythm::Weekly => ("weekly", None),
        Rhythm::EveryWeeks(weeks) => ("every-weeks", Some(weeks)),
        Rhythm::Monthly => ("monthly", None),
        Rhythm::Irregular => ("irregular", None),
    };
    json!({ "code": code, "number": number })
}

fn reason(reason: Reason) -> Value {
    let (code, word, of) = match reason {
        Reason::YourPlacing | Reason::YourPlacingOfLikes { .. } => ("your-placing", None, None),
        Reason::Word { word } => ("word", Some(word), None),
        Reason::WordAndSize { word, size } => ("word-and-size", Some(word), Some(size)),
        Reason::OneToOne => ("one-to-one", None, None),
        Reason::OwnManager => ("own-manager", None, None),
        Reason::Meeting { size } => ("meeting", None, Some(size)),
        Reason::OutOfOffice => ("out-of-office", None, None),
        Reason::Private => ("private", None, None),
        Reason::NoWord => ("no-word", None, None),
    };
    json!({ "code": code, "word": word, "size": of.map(size) })
}

fn why(why: Why) -> Value {
    let (code, number) = match why {
        Why::Big { people } => ("big", Some(people)),
        Why::DoubleBooked { share } => ("double-booked", Some(share)),
        Why::NoAgenda => ("no-agenda", None),
        Why::OutsideHours { share } => ("outside-hours", Some(share)),
        Why::DeclinedByOthers { share } => ("declined-by-others", Some(share)),
        Why::Long { minutes } => ("long", Some(minutes)),
        Why::Administration => ("administration", None),
    };
    json!({ "code": code, "number": number })
}

const fn size(size: Size) -> &'static str {
    match size {
        Size::Alone => "alone",
        Size::Two => "two",
        Size::Few => "few",
        Size::Some => "some",
        Size::Many => "many",
    }
}

fn trouble(trouble: &Trouble) -> Value {
    let reason = match trouble.reason {
        TroubleReason::NotALine => "not-a-line",
        TroubleReason::Unclosed => "unclosed",
        TroubleReason::NoStart => "no-start",
        TroubleReason::BadStart => "bad-start",
        TroubleReason::BadEnd => "bad-end",
        TroubleReason::EndBeforeStart => "end-before-start",
        TroubleReason::BadRule => "bad-rule",
        TroubleReason::BadDate => "bad-date",
        TroubleReason::BadRecurrenceId => "bad-recurrence-id",
        TroubleReason::UnknownZone => "unknown-zone",
        TroubleReason::TooMany => "too-many",
        TroubleReason::TooManyEvents => "too-many-events",
        TroubleReason::TooMuchWork => "too-much-work",
        TroubleReason::TooManyOccurrences => "too-many-occurrences",
    };
    json!({ "line": trouble.line, "reason": reason })
}
