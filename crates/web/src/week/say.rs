//! A week in words.

use std::borrow::Cow;
use std::sync::LazyLock;

use actions::week::StoredWeek;
use people::Language;
use week::{Area, Facts, Kind, Place, Reason, Rhythm, Size, Suggestion, Usually, Week, Why};

use crate::area;
use crate::ctx::Ctx;
use crate::dates::{Writes, clock, tenths, week_number, writes};
use crate::installation::Fact;

/// From so many minutes on, hours are said without decimals: a sentence about a week is not about minutes.
const WHOLE_FROM: u32 = 600;
/// On so many days a week and more, which they are is not said.
const MOST_DAYS: usize = 4;
/// More hours than a week of work has.
const USUAL_HOURS: u32 = 60;
/// From so many minutes on, hours are more than "1" when written.
const MORE_THAN_ONE_FROM: u32 = 63;

/// "11 av 42 timmar gick till att leda. Du trodde 18." Of a week with less than an hour in it: "30 minuter av 1,5 timmar".
pub(crate) fn sentence(ctx: &Ctx, stored: &StoredWeek) -> String {
    sentence_of(ctx.language(), stored.week.leading(), stored.week.booked(), stored.guess)
}

fn sentence_of(language: Language, leading: u32, booked: u32, guess: Option<u32>) -> String {
    let (words, writes) = (words::of(language), writes(language));
    let short = (1..60).contains(&leading) || booked < MORE_THAN_ONE_FROM;
    let seen = if short {
        words.week_sentence_short(amount(language, leading), amount(language, booked))
    } else if booked < WHOLE_FROM {
        words.week_sentence(writes.hours(leading), writes.hours(booked))
    } else {
        words.week_sentence(writes.whole_hours(leading), writes.whole_hours(booked))
    };
    match guess {
        // A guess is repeated as it was made.
        Some(guess) if short && guess < WHOLE_FROM => {
            format!("{seen} {}", words.week_thought(amount(language, guess)))
        }
        Some(guess) if short => {
            format!("{seen} {}", words.week_thought(words.time_hours(writes.hours(guess))))
        }
        Some(guess) => format!("{seen} {}", words.week_thought(writes.hours(guess))),
        None => seen,
    }
}

/// "Vecka 46 · 9–15 november · 42 bokade timmar".
pub(super) fn kicker(ctx: &Ctx, week: &Week) -> String {
    let (words, writes) = (ctx.words(), writes(ctx.language()));
    let (number, dates, booked) = (week_number(week.monday), writes.week(week.monday), week.booked());
    if booked < WHOLE_FROM {
        words.week_kicker_short(number, dates, amount(ctx.language(), booked))
    } else {
        words.week_kicker(number, dates, writes.whole_hours(booked))
    }
}

/// An amount of time with its unit, as one says it: "45 minuter", "1 timme", "6,5 timmar", "42 timmar".
fn amount(language: Language, minutes: u32) -> String {
    let (words, writes) = (words::of(language), writes(language));
    match minutes {
        ..60 => words.time_minutes(minutes),
        60..MORE_THAN_ONE_FROM => words.time_hour(),
        MORE_THAN_ONE_FROM..WHOLE_FROM => words.time_hours(writes.hours(minutes)),
        _ => words.time_hours(writes.whole_hours(minutes)),
    }
}

/// "4,5 h". A page says some hundred of them: those of a usual week are written once.
pub(crate) fn hours(ctx: &Ctx, minutes: u32) -> Cow<'static, str> {
    static SV: LazyLock<Vec<String>> = LazyLock::new(|| usual_hours(Language::Sv));
    static DA: LazyLock<Vec<String>> = LazyLock::new(|| usual_hours(Language::Da));
    static EN: LazyLock<Vec<String>> = LazyLock::new(|| usual_hours(Language::En));
    let usual = match ctx.language() {
        Language::Sv => &SV,
        Language::Da => &DA,
        Language::En => &EN,
    };
    match usual.get(tenths(minutes)) {
        Some(hours) => Cow::Borrowed(hours),
        None => Cow::Owned(hours_in(ctx.language(), minutes)),
    }
}

/// From nothing to [`USUAL_HOURS`], by tenths.
fn usual_hours(language: Language) -> Vec<String> {
    (0..=USUAL_HOURS * 10).map(|tenths| hours_in(language, tenths * 6)).collect()
}

fn hours_in(language: Language, minutes: u32) -> String {
    words::of(language).hours_short(writes(language).hours(minutes))
}

/// "45 min" up to an hour and a half, hours above.
pub(crate) fn length(ctx: &Ctx, minutes: u32) -> String {
    if minutes <= 90 { ctx.words().minutes_short(minutes) } else { hours(ctx, minutes).into_owned() }
}

pub(crate) fn kind(ctx: &Ctx, kind: Kind) -> String {
    let words = ctx.words();
    match kind {
        Kind::Lead => words.kind_lead(),
        Kind::Coordination => words.kind_coordination(),
        Kind::Administration => words.kind_administration(),
        Kind::Firefighting => words.kind_firefighting(),
        Kind::Recovery => words.kind_recovery(),
        Kind::Other => words.kind_other(),
    }
}

/// A place in words: for leading, its area.
pub(super) fn place(ctx: &Ctx, place: Place) -> String {
    place.area().map_or_else(|| kind(ctx, place.kind()), |area| area::name(ctx.words(), area))
}

/// A place as a form sends it.
pub(super) fn place_code(place: Place) -> String {
    match place.area() {
        Some(area) => format!("lead-{}", area.number()),
        None => place.kind().code().to_owned(),
    }
}

/// Reads [`place_code`].
pub(super) fn read_place(code: &str) -> Option<Place> {
    let (kind, area) = match code.strip_prefix("lead-") {
        Some(number) => (Kind::Lead, Some(Area::from_number(number.parse().ok()?)?)),
        None => (Kind::from_code(code)?, None),
    };
    Place::from_parts(kind, area)
}

/// Why something landed where it did.
pub(super) fn reason(ctx: &Ctx, reason: &Reason) -> String {
    let words = ctx.words();
    match reason {
        Reason::YourPlacing => words.why_yours(),
        Reason::YourPlacingOfLikes { .. } => words.why_likes(),
        Reason::Word { word } => words.why_word(word),
        Reason::WordAndSize { word, size: how_many } => words.why_word_and_size(word, size(ctx, *how_many)),
        Reason::OneToOne => words.why_one_to_one(),
        Reason::OwnManager => words.why_own_manager(),
        Reason::Meeting { size: how_many } => words.why_meeting(size(ctx, *how_many)),
        Reason::OutOfOffice => words.why_out_of_office(),
        Reason::Private => words.why_private(),
        Reason::NoWord => words.why_no_word(),
    }
}

fn size(ctx: &Ctx, size: Size) -> String {
    let words = ctx.words();
    match size {
        Size::Alone => words.size_alone(),
        Size::Two => words.size_two(),
        Size::Few => words.size_few(),
        Size::Some => words.size_some(),
        Size::Many => words.size_many(),
    }
}

fn rhythm(ctx: &Ctx, rhythm: Rhythm) -> String {
    let words = ctx.words();
    match rhythm {
        Rhythm::Once => words.rhythm_once(),
        Rhythm::Daily => words.rhythm_daily(),
        Rhythm::TimesAWeek(times) => words.rhythm_times_a_week(times),
        Rhythm::Weekly => words.rhythm_weekly(),
        Rhythm::EveryWeeks(2) => words.rhythm_fortnightly(),
        Rhythm::EveryWeeks(weeks) => words.rhythm_every_weeks(weeks),
        Rhythm::Monthly => words.rhythm_monthly(),
        Rhythm::Irregular => words.rhythm_irregular(),
    }
}

/// "Varje vecka, tis 10:00, 60 min, 9 andra": what a series is without its title.
pub(super) fn series(ctx: &Ctx, series: &Suggestion) -> String {
    let (length, others) = (length(ctx, series.minutes_each), others(ctx, series.people));
    ctx.words().series_described(
        rhythm(ctx, series.rhythm),
        usually(writes(ctx.language()), series.usually),
        length,
        others,
    )
}

/// "tis 10:00", "mån/ons 08:30"; on most days of the week the time alone.
pub(crate) fn usually(writes: &Writes, usually: Usually) -> String {
    let days: Vec<String> = usually.weekdays().map(|day| writes.weekday_short(day)).collect();
    let time = clock(usually.time());
    if days.len() < MOST_DAYS { format!("{} {time}", days.join("/")) } else { time }
}

pub(super) fn others(ctx: &Ctx, people: u32) -> String {
    if people == 0 { ctx.words().others_none() } else { ctx.words().others(people) }
}

/// Why a series might go; how many and how long is said beside it.
pub(super) fn why_away(ctx: &Ctx, why: &Why) -> String {
    let words = ctx.words();
    match why {
        Why::Big { .. } => words.away_big(),
        Why::DoubleBooked { share } => words.away_double(*share),
        Why::NoAgenda => words.away_no_agenda(),
        Why::OutsideHours { share } => words.away_outside(*share),
        Why::DeclinedByOthers { share } => words.away_declined(*share),
        Why::Long { .. } => words.away_long(),
        Why::Administration => words.away_administration(),
    }
}

/// What a week was like, whatever its hours went to.
pub(super) fn facts(ctx: &Ctx, facts: &Facts) -> Vec<Fact> {
    let words = ctx.words();
    let (times, minutes) =
        facts.undisturbed.iter().fold((0, 0), |sum, day| (sum.0 + day.times, sum.1 + day.minutes));
    let days = facts.switches.iter().filter(|switches| **switches > 0).count().max(1);
    let switches = f64::from(facts.switches.iter().sum::<u32>()) / days as f64;
    let meetings = &facts.sizes[1..];
    let meeting_minutes: u32 = meetings.iter().map(|size| size.minutes).sum();
    let meeting_times: u32 = meetings.iter().map(|size| size.times).sum();
    let tally = |times: u32, minutes: u32| match times {
        0 => "0".to_owned(),
        _ => words.times_and_hours(times, hours(ctx, minutes)),
    };
    let fact = |name: String, value: String| Fact { name, value };
    let of_size = |size: Size| {
        let counted = facts.sizes[size as usize];
        tally(counted.times, counted.minutes)
    };
    let long = |minutes: u32| hours(ctx, minutes).into_owned();
    vec![
        fact(words.fact_undisturbed(), tally(times, minutes)),
        fact(words.fact_switches(), writes(ctx.language()).hours_signed(switches)),
        fact(words.fact_one_to_ones(), tally(facts.one_to_ones.times, facts.one_to_ones.minutes)),
        fact(words.fact_own_manager(), tally(facts.with_own_manager.times, facts.with_own_manager.minutes)),
        fact(words.fact_meetings(), tally(meeting_times, meeting_minutes)),
        fact(words.fact_meetings_few(), of_size(Size::Few)),
        fact(words.fact_meetings_some(), of_size(Size::Some)),
        fact(words.fact_meetings_many(), of_size(Size::Many)),
        fact(words.fact_recurring(), long(facts.recurring)),
        fact(words.fact_one_off(), long(facts.one_off)),
        fact(words.fact_outside(), long(facts.outside_hours)),
        fact(words.fact_double(), long(facts.double_booked)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_written_once_are_as_hours_written_now() {
        for language in Language::ALL {
            let usual = usual_hours(language);
            for minutes in 0..=USUAL_HOURS * 60 {
                assert_eq!(usual[tenths(minutes)], hours_in(language, minutes), "{minutes}");
            }
        }
        assert_eq!(usual_hours(Language::Da)[45], "4,5 t");
    }

    #[test]
    fn a_week_is_said_in_whole_hours_and_little_time_in_minutes() {
        let said = |leading, booked, guess| {
            Language::ALL.map(|language| sentence_of(language, leading, booked, guess))
        };
        assert_eq!(
            said(680, 2_500, Some(1_080)),
            [
                "11 av 42 timmar gick till att leda. Du trodde 18.",
                "11 af 42 timer gik til at lede. Du troede 18.",
                "11 of 42 hours went to leading. You thought 18."
            ]
        );
        assert_eq!(
            said(30, 90, Some(60)),
            [
                "30 minuter av 1,5 timmar gick till att leda. Du trodde 1 timme.",
                "30 minutter af 1,5 timer gik til at lede. Du troede 1 time.",
                "30 minutes of 1.5 hours went to leading. You thought 1 hour."
            ]
        );
        assert_eq!(said(0, 60, Some(750))[2], "0 minutes of 1 hour went to leading. You thought 12.5 hours.");
        assert_eq!(said(0, 62, None), said(0, 60, None));
        assert_eq!(said(0, 63, None)[0], "0 av 1,1 timmar gick till att leda.");
        assert_eq!(said(0, 60, None)[0], "0 minuter av 1 timme gick till att leda.");
        assert_eq!(said(1, 45, None)[2], "1 minute of 45 minutes went to leading.");
        assert_eq!(said(20, 2_520, None)[0], "20 minuter av 42 timmar gick till att leda.");
        assert_eq!(said(0, 2_520, None)[0], "0 av 42 timmar gick till att leda.");
        assert_eq!(said(75, 390, None)[1], "1,3 af 6,5 timer gik til at lede.");
    }
}
