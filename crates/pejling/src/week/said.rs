//! What the rules say, in words.

use calendar::{Refusal, TroubleReason};
use people::Language;
use week::{Kind, Reason, Rhythm, Size, Why};
use words::Words;

/// Minutes as hours with at most one decimal, as the language writes it: "11", "4,5".
pub(super) fn hours(minutes: f64, language: Language) -> String {
    let tenths = (minutes / 6.0).round() as i64;
    let comma = if language == Language::En { '.' } else { ',' };
    match tenths % 10 {
        0 => (tenths / 10).to_string(),
        tenth => format!("{}{comma}{tenth}", tenths / 10),
    }
}

/// From so many minutes on, hours are more than "1" when written.
const MORE_THAN_ONE_FROM: u32 = 63;

/// "11 av 42 timmar gick till att leda."; of less than an hour: "30 minuter av 1,5 timmar gick till att leda."
pub(super) fn sentence(lead: u32, booked: u32, language: Language, words: &Words) -> String {
    if (1..60).contains(&lead) || booked < MORE_THAN_ONE_FROM {
        words.terminal_sentence_short(amount(lead, language, words), amount(booked, language, words))
    } else {
        words.terminal_sentence(hours(f64::from(lead), language), hours(f64::from(booked), language))
    }
}

/// An amount of time with its unit: "45 minuter", "1 timme", "6,5 timmar".
fn amount(minutes: u32, language: Language, words: &Words) -> String {
    match minutes {
        ..60 => words.time_minutes(minutes),
        60..MORE_THAN_ONE_FROM => words.time_hour(),
        _ => words.time_hours(hours(f64::from(minutes), language)),
    }
}

pub(super) fn kind(kind: Kind, words: &Words) -> String {
    match kind {
        Kind::Lead => words.terminal_kind_lead(),
        Kind::Coordination => words.terminal_kind_coordination(),
        Kind::Administration => words.terminal_kind_administration(),
        Kind::Firefighting => words.terminal_kind_firefighting(),
        Kind::Recovery => words.terminal_kind_recovery(),
        Kind::Other => words.terminal_kind_other(),
    }
}

/// "mån" to "sön", by the days after Monday.
pub(super) fn weekday(after_monday: usize, words: &Words) -> String {
    match after_monday {
        0 => words.terminal_day_1(),
        1 => words.terminal_day_2(),
        2 => words.terminal_day_3(),
        3 => words.terminal_day_4(),
        4 => words.terminal_day_5(),
        5 => words.terminal_day_6(),
        _ => words.terminal_day_7(),
    }
}

pub(super) fn rhythm(rhythm: Rhythm, words: &Words) -> String {
    match rhythm {
        Rhythm::Once => words.terminal_rhythm_once(),
        Rhythm::Daily => words.terminal_rhythm_daily(),
        Rhythm::TimesAWeek(times) => words.terminal_rhythm_times_a_week(i64::from(times)),
        Rhythm::Weekly => words.terminal_rhythm_weekly(),
        Rhythm::EveryWeeks(weeks) => words.terminal_rhythm_every_weeks(i64::from(weeks)),
        Rhythm::Monthly => words.terminal_rhythm_monthly(),
        Rhythm::Irregular => words.terminal_rhythm_irregular(),
    }
}

pub(super) fn why(why: Why, words: &Words) -> String {
    match why {
        Why::Big { people } => words.terminal_why_big(i64::from(people)),
        Why::DoubleBooked { share } => words.terminal_why_double(i64::from(share)),
        Why::NoAgenda => words.terminal_why_no_agenda(),
        Why::OutsideHours { share } => words.terminal_why_outside(i64::from(share)),
        Why::DeclinedByOthers { share } => words.terminal_why_declined(i64::from(share)),
        Why::Long { minutes } => words.terminal_why_long(i64::from(minutes)),
        Why::Administration => words.terminal_why_administration(),
    }
}

pub(super) fn reason(reason: Reason, words: &Words) -> String {
    match reason {
        Reason::YourPlacing | Reason::YourPlacingOfLikes { .. } => words.terminal_reason_your_placing(),
        Reason::Word { word } => words.terminal_reason_word(word),
        Reason::WordAndSize { word, size } => words.terminal_reason_word_and_size(word, people(size, words)),
        Reason::OneToOne => words.terminal_reason_one_to_one(),
        Reason::OwnManager => words.terminal_reason_own_manager(),
        Reason::Meeting { size } => words.terminal_reason_meeting(people(size, words)),
        Reason::OutOfOffice => words.terminal_reason_out_of_office(),
        Reason::Private => words.terminal_reason_private(),
        Reason::NoWord => words.terminal_reason_no_word(),
    }
}

fn people(size: Size, words: &Words) -> String {
    match size {
        Size::Alone => words.terminal_size_alone(),
        Size::Two => words.terminal_size_two(),
        Size::Few => words.terminal_size_few(),
        Size::Some => words.terminal_size_some(),
        Size::Many => words.terminal_size_many(),
    }
}

pub(super) fn trouble(reason: TroubleReason, words: &Words) -> String {
    match reason {
        TroubleReason::NotALine => words.terminal_trouble_not_a_line(),
        TroubleReason::Unclosed => words.terminal_trouble_unclosed(),
        TroubleReason::NoStart => words.terminal_trouble_no_start(),
        TroubleReason::BadStart => words.terminal_trouble_bad_start(),
        TroubleReason::BadEnd => words.terminal_trouble_bad_end(),
        TroubleReason::EndBeforeStart => words.terminal_trouble_end_before_start(),
        TroubleReason::BadRule => words.terminal_trouble_bad_rule(),
        TroubleReason::BadDate => words.terminal_trouble_bad_date(),
        TroubleReason::BadRecurrenceId => words.terminal_trouble_bad_recurrence_id(),
        TroubleReason::UnknownZone => words.terminal_trouble_unknown_zone(),
        TroubleReason::TooMany => words.terminal_trouble_too_many(),
        TroubleReason::TooManyEvents => words.terminal_trouble_too_many_events(),
        TroubleReason::TooMuchWork => words.terminal_trouble_too_much_work(),
        TroubleReason::TooManyOccurrences => words.terminal_trouble_too_many_occurrences(),
    }
}

pub(super) fn refusal(file: &str, refusal: &Refusal, words: &Words) -> String {
    match refusal {
        Refusal::TooLarge { bytes, .. } => too_large(file, *bytes as u64, words),
        Refusal::NotACalendar(kind) => match kind {
            calendar::Kind::Empty => words.terminal_not_empty(file),
            calendar::Kind::Zip => words.terminal_not_zip(file),
            calendar::Kind::Gzip => words.terminal_not_gzip(file),
            calendar::Kind::Pdf => words.terminal_not_pdf(file),
            calendar::Kind::Html => words.terminal_not_html(file),
            calendar::Kind::Binary | calendar::Kind::Text => words.terminal_not_text(file),
        },
    }
}

/// A file of so many bytes is not read.
pub(super) fn too_large(file: &str, bytes: u64, words: &Words) -> String {
    let limit = calendar::Limits::default().bytes as i64 / 1_000_000;
    words.terminal_too_large(file, bytes.div_ceil(1_000_000) as i64, limit)
}
