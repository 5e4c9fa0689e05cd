//! What an authority releases of a round to the centre: said on every page of what it concerns, and done at its top.

use actions::authorities::{Authority, AuthorityRefused};
use actions::results::Opened;
use axum::extract::Path;
use pulse::{Place, RoundId};

use super::{Link, Where, address};
use crate::Trouble;
use crate::ctx::Ctx;
use crate::dates::writes;
use crate::pages::{Page, go_saying};
use crate::said::Said;

/// Whether what is shown was released, and how it is.
pub(super) struct ReleasePart {
    pub(super) heading: String,
    pub(super) text: String,
    /// To where it is done, for whoever may and stands elsewhere.
    pub(super) top: Option<Link>,
    pub(super) ask: Option<AskRelease>,
}

/// The button, and what stands before it.
pub(super) struct AskRelease {
    pub(super) open: String,
    pub(super) what: Vec<String>,
    pub(super) url: String,
    pub(super) button: String,
}

/// What is said of it on the page of a place; `None` where there is no wall.
pub(super) fn part(ctx: &Ctx, opened: &Opened, place: Place) -> Option<ReleasePart> {
    let words = ctx.words();
    let authority = opened.authority(place)?;
    let to = &ctx.site().host().name;
    let text = match authority.release {
        Some(release) => {
            let day = release.at.to_zoned(ctx.time_zone()).date();
            let role = actions::roles::name(words, release.role);
            words.release_done(to, writes(ctx.language()).date(day), role)
        }
        None => words.release_not_yet(to, &authority.name),
    };
    let may = authority.may_release.is_some();
    let here = authority.top == place;
    Some(ReleasePart {
        heading: words.release_heading(),
        text,
        top: (may && !here).then(|| Link {
            name: words.release_at(&authority.name),
            url: format!("{}#release", address(opened.round.id, authority.top)),
            text: String::new(),
        }),
        ask: (may && here).then(|| ask(ctx, opened, authority)),
    })
}

fn ask(ctx: &Ctx, opened: &Opened, authority: &Authority) -> AskRelease {
    let words = ctx.words();
    let to = &ctx.site().host().name;
    AskRelease {
        open: words.release_open(to),
        what: vec![words.release_what(&authority.name, to), words.release_public(), words.release_for_good()],
        url: format!("{}/release", address(opened.round.id, authority.top)),
        button: words.release_button(),
    }
}

pub(super) async fn release(ctx: Ctx, Path((round, place)): Where) -> Page {
    let (round, place) = (RoundId(round), Place(place));
    let (by, today, shelf) = (ctx.actor()?, ctx.today(), ctx.desk().results.clone());
    let done = ctx
        .desk()
        .write(move |tx| {
            // Whoever may not read the place learns nothing of whether there is a wall.
            let opened = actions::results::open(tx, &shelf, &by, round, place, today)?;
            let unit = opened.authority(place).map(|it| it.unit).ok_or(actions::Fault::NotFound)?;
            actions::authorities::release(tx, &by, round, unit, today)
        })
        .await;
    match done {
        Ok(()) | Err(AuthorityRefused::Done) => go_saying(&ctx, &address(round, place), Said::Released),
        Err(AuthorityRefused::NotYours | AuthorityRefused::Whole) => Err(Trouble::NotAllowed),
        Err(AuthorityRefused::Fault(fault)) => Err(fault.into()),
    }
}
