//! What the columns of a list mean, said once.

use actions::staff_lists::{Look, StaffListRefused};
use axum::extract::{Form, Path};
use sheet::{Sheet, column_name};
use stafflist::{Column, Mapping};

use super::{look, refused_at_start, telling};
use crate::ctx::Ctx;
use crate::form::Choice;
use crate::pages::{Page, go_saying, show_again};
use crate::said::Said;

/// So many cells are shown of a column, to know it by.
const SAMPLES: usize = 3;
/// Of a long one, so many characters.
const SAMPLE: usize = 40;

/// One column of the file, and what it may mean.
pub(super) struct ColumnField {
    pub(super) name: String,
    pub(super) label: String,
    pub(super) sample: String,
    pub(super) choices: Vec<Choice>,
}

/// A field for each column that has a name or anything in it.
pub(super) fn fields(ctx: &Ctx, sheet: &Sheet, mapping: &Mapping) -> Vec<ColumnField> {
    let words = ctx.words();
    let mut fields = Vec::new();
    for (place, name) in sheet.header().iter().enumerate() {
        let cells = sheet.rows().iter().map(|row| row.cell(place)).filter(|cell| !cell.is_empty());
        let cells: Vec<String> =
            cells.take(SAMPLES).map(|cell| cell.chars().take(SAMPLE).collect()).collect();
        if name.is_empty() && cells.is_empty() {
            continue;
        }
        let name = if name.is_empty() { words.staff_mapping_unnamed() } else { name.clone() };
        let current = mapping.meaning(place);
        let mut choices = vec![Choice::new("", words.staff_not_read(), current.is_none())];
        choices.extend(Column::ALL.into_iter().map(|column| {
            Choice::new(column.code(), telling::meaning(ctx, column), current == Some(column))
        }));
        fields.push(ColumnField {
            name: format!("column-{place}"),
            label: words.staff_mapping_column(column_name(place), name),
            sample: if cells.is_empty() {
                String::new()
            } else {
                words.staff_mapping_sample(cells.join(" · "))
            },
            choices,
        });
    }
    fields
}

pub(super) async fn map(ctx: Ctx, Path(list): Path<i64>, Form(pairs): Form<Vec<(String, String)>>) -> Page {
    let by = ctx.actor()?;
    let chosen = pairs.iter().filter_map(|(field, value)| {
        let place = field.strip_prefix("column-")?.parse::<usize>().ok()?;
        Some((Column::from_code(value)?, place))
    });
    let mut mapping = Mapping::new();
    let mut twice = None;
    for (column, place) in chosen {
        twice = twice.or(mapping.place(column).map(|_| column));
        mapping.put(column, place);
    }
    let mapped = match twice {
        Some(_) => Err(StaffListRefused::Mapping(Vec::new())),
        None => actions::staff_lists::map(ctx.desk(), by, list, mapping.clone()).await,
    };
    match mapped {
        Ok(()) => go_saying(&ctx, &format!("/staff-lists/{list}"), Said::StaffListColumns),
        Err(StaffListRefused::Mapping(wrong)) => {
            let look = match actions::staff_lists::look(ctx.desk(), by, list).await {
                Ok(look) => look,
                Err(refused) => return refused_at_start(&ctx, refused).await,
            };
            let mut troubles: Vec<String> =
                wrong.into_iter().map(|error| telling::mapping_error(&ctx, error)).collect();
            troubles.extend(twice.map(|column| ctx.words().staff_need_once(telling::meaning(&ctx, column))));
            // What was chosen comes back as it was chosen.
            let look = Look { mapping, ..look };
            show_again(&look::page(&ctx, list, &look, troubles))
        }
        Err(refused) => refused_at_start(&ctx, refused).await,
    }
}
