//! How pages leave: rendered, with the right status, and in words when something went wrong.

use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use words::Words;

use crate::ctx::Ctx;
use crate::frame::{Frame, frame};
use crate::said::Said;
use crate::trouble::Failed;
use crate::{Trouble, cookie};

/// Bytes that most pages fit in, so that they are not copied as they grow.
const ROOM: usize = 24 * 1024;

/// What a handler gives.
pub(crate) type Page = Result<Response, Trouble>;

/// A finished page.
pub(crate) fn show(template: &impl Template) -> Page {
    Ok(Html(render(template)).into_response())
}

/// A form that came back: the same page, with what was typed.
pub(crate) fn show_again(template: &impl Template) -> Page {
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(render(template))).into_response())
}

/// On to another page, after something was done.
pub(crate) fn go(to: &str) -> Page {
    Ok(Redirect::to(to).into_response())
}

/// As [`go`], saying there what was done.
pub(crate) fn go_saying(ctx: &Ctx, to: &str, said: Said) -> Page {
    let mut response = Redirect::to(to).into_response();
    response.headers_mut().append(header::SET_COOKIE, cookie::set_flash(ctx.site(), said.code()));
    Ok(response)
}

/// A file to take along, of a media type and by a name.
pub(crate) fn file(kind: &'static str, name: &str, bytes: Vec<u8>) -> Response {
    let mut response = ([(header::CONTENT_TYPE, kind)], bytes).into_response();
    if let Ok(named) = HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")) {
        response.headers_mut().insert(header::CONTENT_DISPOSITION, named);
    }
    response
}

/// A path within the product, or `/`: never somewhere else.
pub(crate) fn safe_path(path: &str) -> &str {
    let plain = path.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    if path.starts_with('/') && !path.starts_with("//") && plain { path } else { "/" }
}

fn render(template: &impl Template) -> String {
    let mut page = String::with_capacity(ROOM);
    // Writing to a String does not fail; a template holds finished text alone.
    template.render_into(&mut page).map(|()| page).unwrap_or_default()
}

/// In seconds, while the database is away: a restart or a change to another server takes about as long.
const COME_BACK_AFTER: HeaderValue = HeaderValue::from_static("10");

/// What is said of a refusal, and what to do.
pub(crate) fn why(words: &Words, status: StatusCode) -> (String, String) {
    match status {
        StatusCode::UNAUTHORIZED => (words.failed_sign_in(), words.failed_sign_in_text()),
        StatusCode::FORBIDDEN => (words.failed_not_allowed(), words.failed_not_allowed_text()),
        StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => {
            (words.failed_not_found(), words.failed_not_found_text())
        }
        StatusCode::TOO_MANY_REQUESTS => (words.failed_too_many(), words.failed_too_many_text()),
        StatusCode::PAYLOAD_TOO_LARGE => (words.failed_too_large(), words.failed_too_large_text()),
        StatusCode::SERVICE_UNAVAILABLE => (words.failed_away(), words.failed_away_text()),
        StatusCode::GATEWAY_TIMEOUT => (words.failed_slow(), words.failed_slow_text()),
        status if status.is_client_error() => (words.failed_garbled(), words.failed_garbled_text()),
        _ => (words.failed_broken(), words.failed_broken_text()),
    }
}

/// Says when to come again, where that is worth it.
pub(crate) fn come_again(response: &mut Response) {
    if matches!(response.status(), StatusCode::SERVICE_UNAVAILABLE | StatusCode::GATEWAY_TIMEOUT) {
        response.headers_mut().insert(header::RETRY_AFTER, COME_BACK_AFTER);
    }
}

#[derive(Template)]
#[template(path = "base/failed.html")]
struct FailedPage {
    frame: Frame,
    heading: String,
    text: String,
    number: String,
    url: &'static str,
    action: String,
}

/// `response`, or when it is a refusal without a page, a page about it in the visitor's language.
pub(crate) fn in_words(ctx: &Ctx, response: Response) -> Response {
    match Failed::of(&response) {
        Some(failed) => page_of(ctx, failed),
        None => response,
    }
}

fn page_of(ctx: &Ctx, failed: Failed) -> Response {
    let words = ctx.words();
    let (heading, text) = match failed.status == StatusCode::FORBIDDEN && failed.from_elsewhere {
        true => (words.failed_elsewhere(), words.failed_elsewhere_text()),
        false => why(words, failed.status),
    };
    // Somebody who tried a password too often is helped on to the link.
    let stuck = failed.status == StatusCode::TOO_MANY_REQUESTS && ctx.signed_in().is_none();
    let (url, action) =
        if stuck { ("/sign-in", words.sign_in_by_link()) } else { ("/", words.failed_home()) };
    let page = FailedPage {
        frame: frame(ctx, "", heading.clone()),
        heading,
        text,
        number: failed.number.map(|number| words.failed_number(number.to_string())).unwrap_or_default(),
        url,
        action,
    };
    let mut response = (failed.status, Html(render(&page))).into_response();
    come_again(&mut response);
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_comes_back_within_the_product_only() {
        assert_eq!(safe_path("/week/2026-11-16?x=1"), "/week/2026-11-16?x=1");
        for elsewhere in
            ["https://evil.example", "//evil.example", "/\\evil.example", "evil", "", "/a\r\nSet-Cookie: x"]
        {
            assert_eq!(safe_path(elsewhere), "/");
        }
    }
}
