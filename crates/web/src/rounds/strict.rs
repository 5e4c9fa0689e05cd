//! Strict mode on the list of rounds, for HR.

use access::Role;

use crate::ctx::Ctx;
use crate::dates::writes;
use crate::pages::{Page, go_saying};
use crate::said::Said;

/// The part of the list of rounds that switches strict mode.
pub(super) struct StrictPart {
    pub(super) heading: String,
    pub(super) text: String,
    pub(super) state: String,
    pub(super) url: &'static str,
    pub(super) action: String,
}

/// For HR alone.
pub(super) async fn part(ctx: &Ctx) -> Result<Option<StrictPart>, crate::Trouble> {
    if !ctx.is(Role::Hr) {
        return Ok(None);
    }
    let by = ctx.actor()?;
    let since = ctx.desk().read(move |tx| actions::rounds::strict_since(tx, &by)).await?;
    let words = ctx.words();
    let on = |at: jiff::Timestamp| writes(ctx.language()).date(at.to_zoned(ctx.time_zone()).date());
    Ok(Some(StrictPart {
        heading: words.rounds_strict(),
        text: words.rounds_strict_hint(),
        state: since.map_or_else(|| words.rounds_strict_off(), |at| words.rounds_strict_since(on(at))),
        url: if since.is_some() { "/rounds/strict-mode/end" } else { "/rounds/strict-mode" },
        action: if since.is_some() { words.rounds_strict_end() } else { words.rounds_strict_begin() },
    }))
}

pub(super) async fn begin(ctx: Ctx) -> Page {
    switch(ctx, true).await
}

pub(super) async fn end(ctx: Ctx) -> Page {
    switch(ctx, false).await
}

async fn switch(ctx: Ctx, on: bool) -> Page {
    let by = ctx.actor()?;
    ctx.desk().write(move |tx| actions::rounds::switch_strict(tx, &by, on)).await?;
    go_saying(&ctx, "/rounds", Said::Saved)
}
