//! What a list would make different, and the button that does it.

use actions::staff_lists::{Look, Seen, StaffListRefused};
use askama::Template;
use axum::extract::{Form, Path};
use serde::Deserialize;

use super::columns::{self, ColumnField};
use super::refused_at_start;
use super::telling::{self, Part};
use crate::ctx::Ctx;
use crate::dates::writes;
use crate::form::{Field, errors};
use crate::frame::{Frame, frame};
use crate::pages::{Page, go_saying, show, show_again};
use crate::said::Said;

/// So many rows are told of; the rest are counted.
const ROWS: usize = 200;
/// So many columns that are not read are named.
const UNREAD: usize = 20;

#[derive(Template)]
#[template(path = "staff_lists/look.html")]
pub(super) struct LookPage {
    frame: Frame,
    kicker: String,
    heading: String,
    lead: String,
    errors_title: String,
    errors: Vec<Field>,
    /// What would be different; `None` until the columns are known.
    seen: Option<SeenPart>,
    columns_heading: String,
    columns_text: String,
    columns_url: String,
    columns: Vec<ColumnField>,
    columns_save: String,
    call_off_url: String,
    call_off: String,
}

struct SeenPart {
    parts: Vec<Part>,
    warnings_heading: String,
    warnings: Vec<String>,
    wrong_heading: String,
    wrong_text: String,
    wrong: Vec<String>,
    wrong_more: String,
    past: String,
    url: String,
    mark: String,
    /// There when somebody must say that it is so indeed.
    sure: Option<Field>,
    /// Empty when there is nothing to do.
    action: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct DoneForm {
    mark: String,
    sure: String,
}

pub(super) async fn look(ctx: Ctx, Path(list): Path<i64>) -> Page {
    match actions::staff_lists::look(ctx.desk(), ctx.actor()?, list).await {
        Ok(look) => show(&page(&ctx, list, &look, Vec::new())),
        Err(refused) => refused_at_start(&ctx, refused).await,
    }
}

pub(super) async fn carry_out(ctx: Ctx, Path(list): Path<i64>, Form(form): Form<DoneForm>) -> Page {
    let (words, by) = (ctx.words(), ctx.actor()?);
    let sure = form.sure == "yes";
    let trouble = match actions::staff_lists::carry_out(ctx.desk(), by, list, form.mark, sure).await {
        Ok(_) => return go_saying(&ctx, "/staff-lists", Said::StaffListDone),
        Err(StaffListRefused::Unsure) => words.staff_sure_first(),
        Err(StaffListRefused::Different | StaffListRefused::Mapping(_)) => words.staff_different(),
        Err(refused) => return refused_at_start(&ctx, refused).await,
    };
    match actions::staff_lists::look(ctx.desk(), by, list).await {
        Ok(look) => show_again(&page(&ctx, list, &look, vec![trouble])),
        Err(refused) => refused_at_start(&ctx, refused).await,
    }
}

/// The page about a list, with what stands in the way above it.
pub(super) fn page(ctx: &Ctx, list: i64, look: &Look, troubles: Vec<String>) -> LookPage {
    let words = ctx.words();
    let seen = look.plan.as_ref().ok();
    let mut troubles = troubles;
    if let (Err(StaffListRefused::Mapping(wrong)), true) = (&look.plan, troubles.is_empty()) {
        troubles.extend(wrong.iter().map(|error| telling::mapping_error(ctx, *error)));
    }
    // By the button where there is one, else by the columns.
    let by_button = seen.is_some_and(|seen| seen.plan.is_grave());
    let field = if by_button { "sure" } else { "columns" };
    let fields: Vec<Field> =
        troubles.into_iter().map(|text| Field::new(field, "", "").with_error(Some(text))).collect();
    let day = writes(ctx.language()).date(ctx.today());
    LookPage {
        frame: frame(ctx, "/staff-lists", words.staff_look_title()),
        kicker: look.file_name.clone(),
        heading: words.staff_look_title(),
        lead: match seen {
            Some(seen) if seen.plan.tally.is_empty() => words.staff_same(),
            Some(_) => words.staff_from_today(day),
            None => words.staff_mapping_text(),
        },
        errors_title: words.form_trouble(),
        errors: errors(&fields),
        seen: seen.map(|seen| seen_part(ctx, list, look, seen, fields.first().filter(|_| by_button))),
        columns_heading: words.staff_mapping(),
        columns_text: words.staff_mapping_text(),
        columns_url: format!("/staff-lists/{list}/columns"),
        columns: columns::fields(ctx, &look.sheet, &look.mapping),
        columns_save: words.staff_mapping_save(),
        call_off_url: format!("/staff-lists/{list}/cancellation"),
        call_off: words.staff_call_off(),
    }
}

/// The columns that mean nothing to Pejling: whoever wonders where something went sees it here.
fn unread(ctx: &Ctx, look: &Look) -> Option<String> {
    let header = look.sheet.header().iter().enumerate();
    let unread = header.filter(|(place, name)| !name.is_empty() && look.mapping.meaning(*place).is_none());
    let names: Vec<&str> = unread.map(|(_, name)| name.as_str()).take(UNREAD).collect();
    (!names.is_empty()).then(|| ctx.words().staff_unread_columns(names.join(", ")))
}

fn seen_part(ctx: &Ctx, list: i64, look: &Look, seen: &Seen, trouble: Option<&Field>) -> SeenPart {
    let (words, plan) = (ctx.words(), &seen.plan);
    let name = |place: usize| look.sheet.header().get(place).map_or("", String::as_str);
    let wrong: Vec<String> = plan
        .errors
        .iter()
        .take(ROWS)
        .map(|error| {
            let column = error.column.map(|place| (place, name(place)));
            telling::at(ctx, error.row, column, &telling::wrong(ctx, error.wrong))
        })
        .collect();
    let beyond = plan.errors.len() - wrong.len();
    SeenPart {
        parts: telling::parts(ctx, &plan.tally),
        warnings_heading: words.staff_warnings(),
        warnings: plan.warnings.iter().map(|it| telling::warning(ctx, it)).chain(unread(ctx, look)).collect(),
        wrong_heading: words.staff_errors(plan.errors.len()),
        wrong_text: words.staff_errors_text(),
        wrong,
        wrong_more: if beyond > 0 { words.staff_more(beyond) } else { String::new() },
        past: if seen.past > 0 { words.staff_past(seen.past) } else { String::new() },
        url: format!("/staff-lists/{list}/done"),
        mark: seen.mark.clone(),
        sure: plan.is_grave().then(|| {
            Field::new("sure", words.staff_sure(), "").with_error(trouble.map(|field| field.error.clone()))
        }),
        action: if plan.tally.is_empty() && plan.changes.is_empty() {
            String::new()
        } else {
            words.staff_do()
        },
    }
}
