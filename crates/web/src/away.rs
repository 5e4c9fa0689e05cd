//! What a browser keeps while its owner is away for a moment to sign in: sealed, so that nobody else reads or wrote it, and not for long. See
//! [`actions::account::seal_away`].

use actions::Fault;
use axum::http::{HeaderMap, header};
use axum::response::Response;

use crate::cookie;
use crate::ctx::Ctx;

/// Gives the browser `text` to keep, in place of whatever it kept.
///
/// # Errors
/// A fault.
pub(crate) fn keep(ctx: &Ctx, response: &mut Response, about: &str, text: &str) -> Result<(), Fault> {
    let kept = actions::account::seal_away(ctx.desk(), about, text)?;
    response.headers_mut().append(header::SET_COOKIE, cookie::set_away(ctx.site(), &kept));
    Ok(())
}

/// What the browser was given to keep, if it was `about` that and not too long ago.
pub(crate) fn kept(ctx: &Ctx, headers: &HeaderMap, about: &str) -> Option<String> {
    actions::account::open_away(ctx.desk(), about, &cookie::away(ctx.site(), headers)?)
}

/// Whatever came of it, it is over.
pub(crate) fn over(ctx: &Ctx, response: &mut Response) {
    response.headers_mut().append(header::SET_COOKIE, cookie::end_away(ctx.site()));
}
