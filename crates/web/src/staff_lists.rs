//! Staff lists: brought, looked at, done and undone.

mod columns;
mod export;
mod look;
mod telling;

use access::Allowance;
use actions::staff_lists::{StaffListRefused, StoredList};
use askama::Template;
use axum::extract::{DefaultBodyLimit, Multipart, Path};
use axum::http::StatusCode;
use sheet::{Limits, SheetError};

use crate::ctx::Ctx;
use crate::dates::writes;
use crate::form::{Field, errors};
use crate::frame::{Flash, Frame, frame};
use crate::pages::{Page, go, go_saying, show, show_again};
use crate::routes::Routes;
use crate::said::Said;
use crate::{Trouble, upload};

/// The largest list that is read; said on the page.
const MOST_BYTES: usize = 20_000_000;

pub(crate) fn routes(routes: Routes) -> Routes {
    use axum::handler::Handler;
    routes
        .get("/staff-lists", start)
        .post("/staff-lists", bring.layer(DefaultBodyLimit::disable()))
        .get("/staff-lists/today.xlsx", export::export)
        .get("/staff-lists/{list}", look::look)
        .post("/staff-lists/{list}/columns", columns::map)
        .post("/staff-lists/{list}/done", look::carry_out)
        .post("/staff-lists/{list}/cancellation", call_off)
        .post("/staff-lists/{list}/undoing", undo)
}

#[derive(Template)]
#[template(path = "staff_lists/start.html")]
struct StartPage {
    frame: Frame,
    heading: String,
    lead: String,
    errors_title: String,
    errors: Vec<Field>,
    file: Field,
    look: String,
    keeps: String,
    columns_heading: String,
    columns_text: String,
    export: String,
    export_text: String,
    waiting_heading: String,
    waiting: Vec<WaitingRow>,
    done_heading: String,
    /// Empty when there are some.
    none: String,
    done: Vec<DoneRow>,
    undo_text: String,
}

/// A list that waits for somebody to look at it.
struct WaitingRow {
    url: String,
    name: String,
    when: String,
}

/// A list that was done.
struct DoneRow {
    name: String,
    what: String,
    when: String,
    /// Empty when it is undone.
    undone: String,
    /// Where it is undone; empty when it cannot be.
    undo_url: String,
    undo: String,
}

async fn start(ctx: Ctx) -> Page {
    show(&start_page(&ctx, None).await?)
}

/// The page again, with what stands in the way.
async fn start_again(ctx: &Ctx, error: String) -> Page {
    show_again(&start_page(ctx, Some(error)).await?)
}

async fn start_page(ctx: &Ctx, error: Option<String>) -> Result<StartPage, Trouble> {
    let (words, by) = (ctx.words(), ctx.actor()?);
    let (waiting, done) = ctx
        .desk()
        .read(move |tx| {
            let waiting = actions::staff_lists::waiting(tx, &by)?;
            Ok::<_, actions::Fault>((waiting, actions::staff_lists::done(tx, &by)?))
        })
        .await?;
    let done: Vec<_> = done.iter().map(|(list, can_be_undone)| done_row(ctx, list, *can_be_undone)).collect();
    let rows = writes(ctx.language()).number(i64::from(Limits::LIST.rows));
    let file = Field::new("list", words.staff_file(), "")
        .with_hint(words.staff_file_hint(MOST_BYTES / 1_000_000, rows))
        .with_error(error);
    Ok(StartPage {
        frame: frame(ctx, "/staff-lists", words.nav_staff_lists()),
        heading: words.nav_staff_lists(),
        lead: words.staff_lead(),
        errors_title: words.form_trouble(),
        errors: errors([&file]),
        file,
        look: words.staff_look(),
        keeps: words.staff_keeps(),
        columns_heading: words.staff_columns_heading(),
        columns_text: words.staff_columns_text(),
        export: words.staff_export(),
        export_text: words.staff_export_text(),
        waiting_heading: words.staff_waiting(),
        waiting: waiting.into_iter().map(|list| waiting_row(ctx, list)).collect(),
        done_heading: words.staff_done_heading(),
        none: if done.is_empty() { words.staff_done_none() } else { String::new() },
        done,
        undo_text: words.staff_undo_text(),
    })
}

fn waiting_row(ctx: &Ctx, list: StoredList) -> WaitingRow {
    let words = ctx.words();
    let when = writes(ctx.language()).moment(list.brought_at, &ctx.time_zone());
    WaitingRow {
        url: format!("/staff-lists/{}", list.id),
        name: list.file_name,
        when: match list.brought_by {
            Some(who) => words.staff_done_by(when, who),
            None => words.staff_by_itself(when),
        },
    }
}

fn done_row(ctx: &Ctx, list: &StoredList, can_be_undone: bool) -> DoneRow {
    let words = ctx.words();
    let moment = |at| writes(ctx.language()).moment(at, &ctx.time_zone());
    let when = moment(list.done_at.unwrap_or(list.brought_at));
    DoneRow {
        name: list.file_name.clone(),
        what: telling::in_short(ctx, &list.counts),
        when: match &list.brought_by {
            Some(who) => words.staff_done_by(when, who),
            None => words.staff_by_itself(when),
        },
        undone: list.undone_at.map(|at| words.staff_undone(moment(at))).unwrap_or_default(),
        undo_url: if can_be_undone { format!("/staff-lists/{}/undoing", list.id) } else { String::new() },
        undo: words.staff_undo(),
    }
}

async fn bring(ctx: Ctx, form: Multipart) -> Page {
    let (words, by) = (ctx.words(), ctx.actor()?);
    actions::access::count_for(ctx.desk(), by, "staff-list", Allowance::IMPORTS).await?;
    let Ok(upload) = upload::receive(form, "list", MOST_BYTES).await else {
        return start_again(&ctx, words.staff_cut_off()).await;
    };
    if upload.too_large {
        return start_again(&ctx, words.staff_too_large(MOST_BYTES / 1_000_000)).await;
    }
    if upload.content.is_empty() {
        return start_again(&ctx, words.staff_no_file()).await;
    }
    match actions::staff_lists::bring(ctx.desk(), by, &upload.file_name, upload.content).await {
        Ok(list) => go(&format!("/staff-lists/{list}")),
        Err(refused) => refused_at_start(&ctx, refused).await,
    }
}

async fn call_off(ctx: Ctx, Path(list): Path<i64>) -> Page {
    let by = ctx.actor()?;
    ctx.desk().write(move |tx| actions::staff_lists::call_off(tx, &by, list)).await?;
    go_saying(&ctx, "/staff-lists", Said::StaffListCalledOff)
}

async fn undo(ctx: Ctx, Path(list): Path<i64>) -> Page {
    let by = ctx.actor()?;
    match ctx.desk().write(move |tx| actions::staff_lists::undo(tx, &by, list)).await {
        Ok(()) => go_saying(&ctx, "/staff-lists", Said::StaffListUndone),
        Err(refused) => refused_at_start(&ctx, refused).await,
    }
}

/// A list that cannot be gone on with: what to do instead stands where one begins.
async fn refused_at_start(ctx: &Ctx, refused: StaffListRefused) -> Page {
    let words = ctx.words();
    let text = match refused {
        StaffListRefused::Fault(fault) => return Err(fault.into()),
        StaffListRefused::Sheet(error) => sheet_words(ctx, &error),
        StaffListRefused::IdentityNumbers(at) => {
            telling::at(ctx, at.row, Some((at.column, "")), &words.staff_identity_numbers())
        }
        StaffListRefused::Changed => words.staff_changed_since(),
        StaffListRefused::InARound => words.staff_in_a_round(),
        StaffListRefused::Different | StaffListRefused::Mapping(_) => words.staff_different(),
        StaffListRefused::Unsure => words.staff_sure_first(),
        StaffListRefused::Gone => return gone(ctx).await,
    };
    start_again(ctx, text).await
}

/// No such page any more: what happened to it, and where one begins.
async fn gone(ctx: &Ctx) -> Page {
    let mut page = start_page(ctx, None).await?;
    page.frame.flash = Some(Flash { kind: "trouble", text: ctx.words().staff_gone() });
    let mut response = show(&page)?;
    *response.status_mut() = StatusCode::NOT_FOUND;
    Ok(response)
}

fn sheet_words(ctx: &Ctx, error: &SheetError) -> String {
    let words = ctx.words();
    match *error {
        SheetError::Empty => words.staff_empty(),
        SheetError::NeitherCsvNorXlsx => words.staff_neither(),
        SheetError::Damaged => words.staff_damaged(),
        SheetError::TooLarge(bytes) => words.staff_too_large(bytes / 1_000_000),
        SheetError::TooManyRows(rows) => {
            words.staff_too_many_rows(writes(ctx.language()).number(i64::from(rows)))
        }
        SheetError::TooManyColumns { row, most } => words.staff_too_many_columns(row.to_string(), most),
        SheetError::CellTooLong { row, column, most } => {
            telling::at(ctx, row, Some((column, "")), &words.staff_wrong_long(most))
        }
    }
}
