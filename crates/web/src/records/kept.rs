//! Everything that is kept, as a list for whoever wants all of it: what, why, on what ground, for how long, who reads it.

use askama::Template;
use records::{Area, EndsWith, Ground, Kept, Public, Reader, Record, What};
use words::Words;

use crate::ctx::Ctx;
use crate::frame::{Frame, frame};
use crate::pages::{Page, show};

/// One record in words.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Told {
    name: String,
    text: String,
    /// What is asked of it and the answer.
    facts: [(String, String); 4],
    /// Its tables, divided by commas.
    tables: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Chapter {
    heading: String,
    records: Vec<Told>,
}

#[derive(Template)]
#[template(path = "records/kept.html")]
struct KeptPage {
    frame: Frame,
    heading: String,
    lead: String,
    tables: String,
    chapters: Vec<Chapter>,
}

pub(super) async fn kept(ctx: Ctx) -> Page {
    let words = ctx.words();
    show(&KeptPage {
        frame: frame(&ctx, "/privacy", words.kept_heading()),
        heading: words.kept_heading(),
        lead: words.kept_lead(),
        tables: words.kept_tables(),
        chapters: chapters(words),
    })
}

fn chapters(words: &Words) -> Vec<Chapter> {
    let chapter = |area: Area| Chapter {
        heading: heading(area, words),
        records: area.records().map(|record| told(record, words)).collect(),
    };
    Area::ALL.into_iter().map(chapter).collect()
}

fn told(record: &Record, words: &Words) -> Told {
    let (name, text) = name_and_text(record.what, words);
    Told {
        name,
        text,
        facts: [
            (words.kept_time(), how_long(record.kept, words)),
            (words.kept_reader(), reader(record.reader, words)),
            (words.kept_ground(), ground(record.ground, words)),
            (words.kept_public(), public(record.public, words)),
        ],
        tables: record.tables.join(", "),
    }
}

fn heading(area: Area, words: &Words) -> String {
    match area {
        Area::People => words.kept_area_people(),
        Area::Doors => words.kept_area_doors(),
        Area::Own => words.kept_area_own(),
        Area::Rounds => words.kept_area_rounds(),
        Area::Running => words.kept_area_running(),
    }
}

fn how_long(kept: Kept, words: &Words) -> String {
    match kept {
        Kept::Hours(n) => words.kept_for_hours(n),
        Kept::Days(n) => words.kept_for_days(n),
        Kept::Months(n) => words.kept_for_months(n),
        Kept::DaysAfterClosing(n) => words.kept_after_closing(n),
        Kept::WhileEmployed { and_days } => words.kept_employed(and_days),
        Kept::Unused { days, at_most } => words.kept_unused(days, at_most),
        Kept::Until(EndsWith::TheirWord) => words.kept_until_word(),
        Kept::Until(EndsWith::NextCalendar) => words.kept_until_calendar(),
        Kept::Until(EndsWith::LastDay) => words.kept_until_last_day(),
        Kept::Until(EndsWith::Closing) => words.kept_until_closing(),
        Kept::Until(EndsWith::Use) => words.kept_until_use(),
        Kept::Until(EndsWith::Done) => words.kept_until_done(),
        Kept::WhileHere => words.kept_while_here(),
    }
}

fn reader(reader: Reader, words: &Words) -> String {
    match reader {
        Reader::Oneself => words.kept_reader_oneself(),
        Reader::PeopleKeepers => words.kept_reader_keepers(),
        Reader::SignedIn => words.kept_reader_signed_in(),
        Reader::RoundsPeople => words.kept_reader_rounds(),
        Reader::AsReleased => words.kept_reader_released(),
        Reader::HrAndIt => words.kept_reader_hr_it(),
        Reader::Concerned => words.kept_reader_concerned(),
        Reader::LogReaders => words.kept_reader_log(),
        Reader::Program => words.kept_reader_program(),
    }
}

fn ground(ground: Ground, words: &Words) -> String {
    match ground {
        Ground::NoPersonalData => words.kept_ground_none(),
        Ground::PublicTask => words.kept_ground_task(),
        Ground::LegalObligation => words.kept_ground_obligation(),
        Ground::Security => words.kept_ground_security(),
    }
}

fn public(public: Public, words: &Words) -> String {
    match public {
        Public::Likely => words.kept_public_likely(),
        Public::OwnMaterial => words.kept_public_own(),
        Public::Technical => words.kept_public_technical(),
    }
}

fn name_and_text(what: What, words: &Words) -> (String, String) {
    match what {
        What::Organisation => (words.kept_organisation(), words.kept_organisation_text()),
        What::Person => (words.kept_person(), words.kept_person_text()),
        What::Employment => (words.kept_employment(), words.kept_employment_text()),
        What::Role => (words.kept_role(), words.kept_role_text()),
        What::StaffListFile => (words.kept_staff_list_file(), words.kept_staff_list_file_text()),
        What::StaffList => (words.kept_staff_list(), words.kept_staff_list_text()),
        What::Before => (words.kept_before(), words.kept_before_text()),
        What::Deputy => (words.kept_deputy(), words.kept_deputy_text()),
        What::Log => (words.kept_log(), words.kept_log_text()),
        What::Directory => (words.kept_directory(), words.kept_directory_text()),
        What::Account => (words.kept_account(), words.kept_account_text()),
        What::Passkey => (words.kept_passkey(), words.kept_passkey_text()),
        What::Password => (words.kept_password(), words.kept_password_text()),
        What::Session => (words.kept_session(), words.kept_session_text()),
        What::Link => (words.kept_link(), words.kept_link_text()),
        What::Attempt => (words.kept_attempt(), words.kept_attempt_text()),
        What::Week => (words.kept_week(), words.kept_week_text()),
        What::Lesson => (words.kept_lesson(), words.kept_lesson_text()),
        What::Suggestion => (words.kept_suggestion(), words.kept_suggestion_text()),
        What::Hours => (words.kept_hours(), words.kept_hours_text()),
        What::Subscription => (words.kept_subscription(), words.kept_subscription_text()),
        What::Step => (words.kept_step(), words.kept_step_text()),
        What::Round => (words.kept_round(), words.kept_round_text()),
        What::Asked => (words.kept_asked(), words.kept_asked_text()),
        What::Draw => (words.kept_draw(), words.kept_draw_text()),
        What::Slip => (words.kept_slip(), words.kept_slip_text()),
        What::Arrival => (words.kept_arrival(), words.kept_arrival_text()),
        What::Ballot => (words.kept_ballot(), words.kept_ballot_text()),
        What::Result => (words.kept_result(), words.kept_result_text()),
        What::Agreed => (words.kept_agreed(), words.kept_agreed_text()),
        What::Letter => (words.kept_letter(), words.kept_letter_text()),
        What::Job => (words.kept_job(), words.kept_job_text()),
    }
}

#[cfg(test)]
mod tests {
    use people::Language;

    use super::*;

    /// The same as a document, in English.
    fn document() -> String {
        let words = words::of(Language::En);
        let mut text = format!("# {}\n\n{}\n", words.kept_heading(), words.kept_lead());
        text +=
            "\nThe product shows this list in three languages under *What is stored* (`/privacy/records`).\n";
        for chapter in chapters(words) {
            text += &format!("\n## {}\n", chapter.heading);
            for record in chapter.records {
                text += &format!("\n### {}\n\n{}\n\n| | |\n|---|---|\n", record.name, record.text);
                for (asked, answer) in record.facts {
                    text += &format!("| {asked} | {answer} |\n");
                }
                text += &format!("| {} | `{}` |\n", words.kept_tables(), record.tables.replace(", ", "`, `"));
            }
        }
        text
    }

    #[test]
    fn the_document_says_what_the_page_says() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/records.md");
        let there = std::fs::read_to_string(path).unwrap_or_default();
        let expected = document();
        if there != expected {
            std::fs::write(path, &expected).unwrap();
        }
        assert_eq!(there, expected, "docs/records.md was out of date and has been written anew: look at it");
    }
}
