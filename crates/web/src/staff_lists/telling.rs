//! What a list makes different, what is wrong in it and what is odd about it, in words.

use actions::staff_lists::Counts;
use people::DEEPEST;
use stafflist::{Column, MappingError, Tally, Warning, Wrong};

use words::Words;

use crate::ctx::Ctx;
use crate::dates::writes;

/// So many names are shown of each sort; the rest are counted.
const NAMES: usize = 200;

/// One sort of what becomes different.
pub(super) struct Part {
    pub(super) summary: String,
    pub(super) names: Vec<String>,
    /// "and 12 more"; empty when all are there.
    pub(super) more: String,
}

/// What becomes different: each sort that there is any of.
pub(super) fn parts(ctx: &Ctx, tally: &Tally) -> Vec<Part> {
    let words = ctx.words();
    let was_is = |(was, is): &(String, String)| words.staff_was_is(was, is);
    let of = |(name, unit): &(String, String)| words.staff_of(name, unit);
    let moved = |(name, from, to): &(String, String, String)| words.staff_from_to(name, from, to);
    let below = |(unit, above): &(String, String)| words.staff_below(unit, above);
    let own = String::clone;
    [
        part(ctx, words.staff_new(tally.new.len()), &tally.new, own),
        part(ctx, words.staff_left(tally.left.len()), &tally.left, own),
        part(ctx, words.staff_moved(tally.moved.len()), &tally.moved, moved),
        part(ctx, words.staff_changed(tally.changed.len()), &tally.changed, own),
        part(ctx, words.staff_renamed(tally.renamed.len()), &tally.renamed, was_is),
        part(ctx, words.staff_leading(tally.leading.len()), &tally.leading, of),
        part(ctx, words.staff_leading_no_more(tally.leading_no_more.len()), &tally.leading_no_more, of),
        part(ctx, words.staff_opened(tally.opened.len()), &tally.opened, own),
        part(ctx, words.staff_closed(tally.closed.len()), &tally.closed, own),
        part(ctx, words.staff_units_renamed(tally.units_renamed.len()), &tally.units_renamed, was_is),
        part(ctx, words.staff_units_moved(tally.units_moved.len()), &tally.units_moved, below),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn part<T>(ctx: &Ctx, summary: String, all: &[T], name: impl Fn(&T) -> String) -> Option<Part> {
    let mut names: Vec<String> = all.iter().map(name).collect();
    names.sort_by(|a, b| writes(ctx.language()).order(a, b));
    names.truncate(NAMES);
    let more = match all.len() - names.len() {
        0 => String::new(),
        more => ctx.words().staff_more(more),
    };
    (!all.is_empty()).then_some(Part { summary, names, more })
}

/// "3 new, 2 moved, one closed unit"; that nothing was different where nothing was.
pub(super) fn in_short(ctx: &Ctx, counts: &Counts) -> String {
    let words = ctx.words();
    let said = [
        (counts.people_new, words.staff_new(counts.people_new)),
        (counts.people_left, words.staff_left(counts.people_left)),
        (counts.people_moved, words.staff_moved(counts.people_moved)),
        (counts.people_changed, words.staff_changed(counts.people_changed)),
        (counts.units_opened, words.staff_opened(counts.units_opened)),
        (counts.units_closed, words.staff_closed(counts.units_closed)),
    ];
    let said: Vec<String> =
        said.into_iter().filter(|(number, _)| *number > 0).map(|(_, said)| said).collect();
    if said.is_empty() { words.staff_same() } else { said.join(", ") }
}

/// Something in a row, and in a column where there is one: its place from 0, and its name.
pub(super) fn at(ctx: &Ctx, row: u32, column: Option<(usize, &str)>, what: &str) -> String {
    let (words, row) = (ctx.words(), row.to_string());
    match column {
        Some((place, "")) => words.staff_at(row, sheet::column_name(place), what),
        Some((place, name)) => words.staff_at(row, format!("{} ({name})", sheet::column_name(place)), what),
        None => words.staff_at_row(row, what),
    }
}

pub(super) fn wrong(ctx: &Ctx, wrong: Wrong) -> String {
    let words = ctx.words();
    match wrong {
        Wrong::Missing(_) => words.staff_wrong_missing(),
        Wrong::TooLong(_, most) => words.staff_wrong_long(most),
        Wrong::NoDate(_) => words.staff_wrong_date(),
        Wrong::NoExtent => words.staff_wrong_extent(),
        Wrong::NoMail => words.staff_wrong_mail(),
        Wrong::Backwards => words.staff_wrong_backwards(),
        Wrong::AnotherPerson(row) => words.staff_wrong_person(row.to_string()),
        Wrong::AnotherUnit(row) => words.staff_wrong_unit(row.to_string()),
        Wrong::MailTaken(Some(row)) => words.staff_wrong_mail_taken(row.to_string()),
        Wrong::MailTaken(None) => words.staff_wrong_mail_known(),
        Wrong::EmployedTwice(row) => words.staff_wrong_twice(row.to_string()),
        Wrong::Ring => words.staff_wrong_ring(),
        Wrong::TooDeep => words.staff_wrong_deep(DEEPEST),
        Wrong::DoesNotFit => words.staff_wrong_fit(),
    }
}

pub(super) fn warning(ctx: &Ctx, warning: &Warning) -> String {
    let words = ctx.words();
    match warning {
        Warning::ManyGone { gone, of } => words.staff_many_gone(*gone, *of),
        Warning::ManyClosed { closed, of } => words.staff_many_closed(*closed, *of),
        Warning::NothingEnds => words.staff_nothing_ends(),
        Warning::WithoutMail(number) => words.staff_without_mail(*number),
        Warning::WithoutLeader(number) => words.staff_without_leader(*number),
        Warning::NoColumnOfLeaders(number) => words.staff_no_column_of_leaders(*number),
        Warning::NamedByCode(number) => words.staff_named_by_code(*number),
        Warning::UnknownManagers(number) => words.staff_unknown_managers(*number),
        Warning::UnitKept(unit) => words.staff_unit_kept(unit),
    }
}

pub(super) fn mapping_error(ctx: &Ctx, error: MappingError) -> String {
    let words = ctx.words();
    match error {
        MappingError::NoPersonKey => words.staff_need_person_key(),
        MappingError::NoName => words.staff_need_name(),
        MappingError::NoUnit => words.staff_need_unit(),
        MappingError::Twice(column, _) => words.staff_need_once(meaning(ctx, column)),
    }
}

/// What a column means.
pub(super) fn meaning(ctx: &Ctx, column: Column) -> String {
    meaning_in(ctx.words(), column)
}

/// The same in a language: also the name of the column in a list that goes out, and so understood when it comes in.
pub(super) fn meaning_in(words: &Words, column: Column) -> String {
    match column {
        Column::PersonKey => words.staff_column_person_key(),
        Column::GivenName => words.staff_column_given_name(),
        Column::FamilyName => words.staff_column_family_name(),
        Column::FullName => words.staff_column_full_name(),
        Column::Mail => words.staff_column_mail(),
        Column::UnitKey => words.staff_column_unit_key(),
        Column::UnitName => words.staff_column_unit_name(),
        Column::ParentKey => words.staff_column_parent_key(),
        Column::Department => words.staff_column_department(),
        Column::Area => words.staff_column_area(),
        Column::ManagerKey => words.staff_column_manager_key(),
        Column::Occupation => words.staff_column_occupation(),
        Column::Extent => words.staff_column_extent(),
        Column::Form => words.staff_column_form(),
        Column::From => words.staff_column_from(),
        Column::To => words.staff_column_to(),
        Column::LeaveFrom => words.staff_column_leave_from(),
        Column::LeaveTo => words.staff_column_leave_to(),
        Column::EmploymentKey => words.staff_column_employment_key(),
    }
}
