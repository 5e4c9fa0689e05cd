//! The cookies: who is signed in, language and look before that, what to say on the next page, and who is away to sign in elsewhere.

use access::{Secret, Session};
use axum::http::{HeaderMap, HeaderValue, header};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::Site;

const LANGUAGE: &str = "language";
const SCHEME: &str = "scheme";
const FLASH: &str = "said";
const YEAR: i64 = 365 * 24 * 3600;

/// `__Host-` makes browsers refuse it from another host or over http; on plain http, at home, it cannot be had.
fn session_name(site: &Site) -> &'static str {
    if site.secure() { "__Host-pejling" } else { "pejling" }
}

pub(crate) fn session(site: &Site, headers: &HeaderMap) -> Option<Secret> {
    Secret::read(value(headers, session_name(site))?)
}

pub(crate) fn set_session(site: &Site, secret: &Secret) -> HeaderValue {
    let name = session_name(site);
    set(site, name, &secret.text(), Session::LIFE.as_secs())
}

pub(crate) fn end_session(site: &Site) -> HeaderValue {
    set(site, session_name(site), "", 0)
}

fn away_name(site: &Site) -> &'static str {
    if site.secure() { "__Host-pejling-away" } else { "pejling-away" }
}

/// What is kept of a sign-in under way, sealed: see `actions::account::open_away`.
pub(crate) fn away(site: &Site, headers: &HeaderMap) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(value(headers, away_name(site))?).ok()
}

pub(crate) fn set_away(site: &Site, sealed: &[u8]) -> HeaderValue {
    let lasts = actions::account::AWAY_LASTS.as_secs();
    set(site, away_name(site), &URL_SAFE_NO_PAD.encode(sealed), lasts)
}

pub(crate) fn end_away(site: &Site) -> HeaderValue {
    set(site, away_name(site), "", 0)
}

pub(crate) fn language(headers: &HeaderMap) -> Option<people::Language> {
    people::Language::from_code(value(headers, LANGUAGE)?)
}

pub(crate) fn set_language(site: &Site, language: people::Language) -> HeaderValue {
    set(site, LANGUAGE, language.code(), YEAR)
}

pub(crate) fn scheme(headers: &HeaderMap) -> Option<people::Scheme> {
    people::Scheme::from_code(value(headers, SCHEME)?)
}

pub(crate) fn set_scheme(site: &Site, scheme: Option<people::Scheme>) -> HeaderValue {
    match scheme {
        Some(scheme) => set(site, SCHEME, scheme.code(), YEAR),
        None => set(site, SCHEME, "", 0),
    }
}

pub(crate) fn flash(headers: &HeaderMap) -> Option<&str> {
    value(headers, FLASH).filter(|code| !code.is_empty())
}

pub(crate) fn set_flash(site: &Site, code: &str) -> HeaderValue {
    set(site, FLASH, code, if code.is_empty() { 0 } else { 60 })
}

fn set(site: &Site, name: &str, value: &str, seconds: i64) -> HeaderValue {
    let secure = if site.secure() { "; Secure" } else { "" };
    let text = format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}");
    // Values are base64, codes or nothing: always a header.
    HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static(""))
}

fn value<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value)
}
