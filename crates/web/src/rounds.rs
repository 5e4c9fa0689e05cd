//! Rounds of questions: what is planned, what is open, and what is done to one.

mod look;
mod manifest;
mod paper;
mod plan;
mod qr;
mod strict;

use access::Role;
use actions::rounds::{RoundRefused, SlipsRefused};
use axum::extract::Path;
use jiff::Timestamp;
use pulse::grouping::LEAST_BY_OCCUPATION;
use pulse::{Reach, Round, RoundId, RoundState};
use words::Words;

use crate::Trouble;
use crate::ctx::Ctx;
use crate::dates::writes;
use crate::pages::{Page, go};
use crate::routes::Routes;

pub(crate) fn routes(routes: Routes) -> Routes {
    routes
        .get("/rounds", look::list)
        .get("/rounds/new", plan::ask)
        .post("/rounds", plan::plan)
        .post("/rounds/strict-mode", strict::begin)
        .post("/rounds/strict-mode/end", strict::end)
        .get("/rounds/{round}", look::one)
        .post("/rounds/{round}/consultation", look::note_consultation)
        .post("/rounds/{round}/cancellation", look::call_off)
        .post("/rounds/{round}/ballot", ballot)
        .post("/rounds/{round}/slips", paper::slips)
        .get("/rounds/{round}/poster", paper::poster)
        .get("/rounds/{round}/manifest", manifest::page)
        .get("/rounds/{round}/manifest.jsonl", manifest::file)
}

/// On to one's own ballot. The address is made anew each time; what it holds stands after the `#` and never comes back to us.
async fn ballot(ctx: Ctx, Path(round): Path<i64>) -> Page {
    let by = ctx.actor()?;
    let path = ctx.desk().write(move |tx| actions::rounds::ballot_path(tx, &by, RoundId(round))).await?;
    go(&path)
}

/// Whether somebody plans rounds as HR does: of the centre, or of an authority. Which rounds, the actions say.
fn as_hr(ctx: &Ctx) -> bool {
    ctx.is(Role::Hr) || ctx.is(Role::AuthorityHr)
}

/// "21 november 2026 14:05" where the organisation is.
fn moment(ctx: &Ctx, at: Timestamp) -> String {
    writes(ctx.language()).moment(at, &ctx.time_zone())
}

fn date(ctx: &Ctx, at: Timestamp) -> String {
    writes(ctx.language()).date(at.to_zoned(ctx.time_zone()).date())
}

/// "21 november 2026 – 4 december 2026".
fn days(ctx: &Ctx, round: &Round) -> String {
    ctx.words().rounds_days(date(ctx, round.opens_at), date(ctx, round.closes_at))
}

fn state_words(words: &Words, state: RoundState) -> String {
    match state {
        RoundState::Planned => words.rounds_state_planned(),
        RoundState::Frozen => words.rounds_state_frozen(),
        RoundState::Open => words.rounds_state_open(),
        RoundState::Closed => words.rounds_state_closed(),
        RoundState::CalledOff => words.rounds_state_called_off(),
    }
}

fn reach_words(words: &Words, reach: Reach) -> (String, String) {
    match reach {
        Reach::Unit => (words.rounds_reach_unit(), words.rounds_reach_unit_text()),
        Reach::Subtree => (words.rounds_reach_subtree(), words.rounds_reach_subtree_text()),
        Reach::Occupations => (
            words.rounds_reach_occupations(),
            words.rounds_reach_occupations_text(LEAST_BY_OCCUPATION, Round::LEAST_ELIGIBLE),
        ),
        Reach::Managers => (words.rounds_reach_managers(), words.rounds_reach_managers_text()),
        Reach::Open => (words.rounds_reach_open(), words.rounds_reach_open_text()),
    }
}

impl From<RoundRefused> for Trouble {
    fn from(refused: RoundRefused) -> Trouble {
        match refused {
            RoundRefused::Fault(fault) => fault.into(),
            RoundRefused::NotYours => Trouble::NotAllowed,
            _ => Trouble::Garbled,
        }
    }
}

impl From<SlipsRefused> for Trouble {
    fn from(refused: SlipsRefused) -> Trouble {
        match refused {
            SlipsRefused::Fault(fault) => fault.into(),
            SlipsRefused::NotYours => Trouble::NotAllowed,
            SlipsRefused::Count | SlipsRefused::TooMany { .. } | SlipsRefused::NotOpen => Trouble::Garbled,
        }
    }
}
