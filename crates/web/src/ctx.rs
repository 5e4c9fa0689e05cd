use std::sync::Arc;

use access::{Actor, Decision, Right, Role};
use actions::Desk;
use actions::access::{SignedIn, Visitor};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use people::{Language, Organisation, Scheme};
use words::Words;

use crate::said::Said;
use crate::{Site, cookie};

/// A request as a page sees it: who comes, in which language, and where actions are done. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Ctx(Arc<Inner>);

struct Inner {
    site: Site,
    signed_in: Option<SignedIn>,
    visitor: Visitor,
    language: Language,
    scheme: Option<Scheme>,
    path: String,
    said: Option<Said>,
}

impl Ctx {
    pub(crate) fn new(site: Site, signed_in: Option<SignedIn>, network: String, parts: &Parts) -> Ctx {
        let headers = &parts.headers;
        let chosen =
            signed_in.as_ref().and_then(|who| who.person.language).or_else(|| cookie::language(headers));
        let language = chosen
            .or_else(|| of_letter(parts.uri.query()?))
            .or_else(|| spoken(text(headers, header::ACCEPT_LANGUAGE)?))
            .unwrap_or(site.host().language);
        let scheme = match &signed_in {
            Some(who) => who.person.scheme,
            None => cookie::scheme(headers),
        };
        let device = device(text(headers, header::USER_AGENT).unwrap_or_default());
        let said = cookie::flash(headers).and_then(Said::from_code);
        let path = parts.uri.path_and_query().map_or_else(String::new, ToString::to_string);
        let visitor = Visitor { network, device };
        Ctx(Arc::new(Inner { site, signed_in, visitor, language, scheme, path, said }))
    }

    pub(crate) fn site(&self) -> &Site {
        &self.0.site
    }

    pub(crate) fn desk(&self) -> &Desk {
        self.0.site.desk()
    }

    pub(crate) fn visitor(&self) -> &Visitor {
        &self.0.visitor
    }

    pub(crate) fn signed_in(&self) -> Option<&SignedIn> {
        self.0.signed_in.as_ref()
    }

    /// Who does something. The policy table lets nobody else to the pages that ask.
    pub(crate) fn actor(&self) -> Result<Actor, crate::Trouble> {
        self.signed_in().map(SignedIn::actor).ok_or(crate::Trouble::SignInFirst)
    }

    pub(crate) fn is(&self, role: Role) -> bool {
        self.signed_in().is_some_and(|who| who.roles.has(role))
    }

    /// Whether the pages of a right are theirs to come to.
    pub(crate) fn may(&self, right: Right) -> bool {
        let actor = self.signed_in().map(SignedIn::actor);
        right.decide(actor.as_ref(), self.site().host().demo) == Decision::Yes
    }

    pub(crate) fn language(&self) -> Language {
        self.0.language
    }

    pub(crate) fn scheme(&self) -> Option<Scheme> {
        self.0.scheme
    }

    pub(crate) fn words(&self) -> &'static Words {
        words::of(self.0.language)
    }

    /// Path and query of the page that was asked for.
    pub(crate) fn path(&self) -> &str {
        &self.0.path
    }

    /// What is to be said about what was just done.
    pub(crate) fn said(&self) -> Option<Said> {
        self.0.said
    }

    /// The organisation's time zone, an IANA name.
    pub(crate) fn zone(&self) -> &str {
        &self.organisation().zone
    }

    /// The organisation's time zone.
    pub(crate) fn time_zone(&self) -> TimeZone {
        self.organisation().time_zone()
    }

    fn organisation(&self) -> &Organisation {
        self.signed_in().map_or(self.0.site.host(), |who| &who.organisation)
    }

    /// Today where the organisation is.
    pub(crate) fn today(&self) -> Date {
        self.desk().today(self.zone())
    }
}

impl<S: Sync> FromRequestParts<S> for Ctx {
    type Rejection = crate::Trouble;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Ctx, crate::Trouble> {
        parts.extensions.get::<Ctx>().cloned().ok_or(crate::Trouble::SignInFirst)
    }
}

pub(crate) fn text(headers: &HeaderMap, name: header::HeaderName) -> Option<&str> {
    headers.get(name)?.to_str().ok()
}

/// The language of the letter that a link stood in: whoever wrote in it knew whom to.
fn of_letter(query: &str) -> Option<Language> {
    query.split('&').find_map(|part| Language::from_code(part.strip_prefix("language=")?))
}

/// The first of our languages in an `Accept-Language`, by the visitor's own order. Norwegians read Danish.
pub(crate) fn spoken(accepts: &str) -> Option<Language> {
    let mut wanted: Vec<(f32, &str)> = accepts
        .split(',')
        .take(20)
        .map(|part| {
            let (tag, rest) = part.trim().split_once(';').unwrap_or((part.trim(), ""));
            let weight = rest.trim().strip_prefix("q=").and_then(|weight| weight.parse().ok()).unwrap_or(1.0);
            (weight, tag)
        })
        .collect();
    wanted.sort_by(|a, b| b.0.total_cmp(&a.0));
    wanted.into_iter().find_map(|(_, tag)| match tag.split('-').next()?.to_ascii_lowercase().as_str() {
        "nb" | "nn" | "no" => Some(Language::Da),
        code => Language::from_code(code),
    })
}

/// "Firefox · Android", for the list of sessions: enough to know one's own, no more.
fn device(agent: &str) -> String {
    let named = |names: &[(&str, &'static str)]| {
        names.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| *name)
    };
    let browser = named(&[
        ("Edg/", "Edge"),
        ("Firefox/", "Firefox"),
        ("SamsungBrowser/", "Samsung Internet"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ]);
    let system = named(&[
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "Mac"),
        ("CrOS", "ChromeOS"),
        ("Linux", "Linux"),
    ]);
    [browser, system].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letters_link_names_its_language() {
        assert_eq!(of_letter("day=2026-11-24&language=da"), Some(Language::Da));
        assert_eq!(of_letter("language=fr"), None);
        assert_eq!(of_letter("day=2026-11-24&my-language=da"), None);
    }

    #[test]
    fn a_language_is_chosen_by_the_visitors_own_order() {
        assert_eq!(spoken("da,en-US;q=0.7,en;q=0.3"), Some(Language::Da));
        assert_eq!(spoken("fi;q=1, en;q=0.4, sv-SE;q=0.9"), Some(Language::Sv));
        assert_eq!(spoken("nb-NO"), Some(Language::Da));
        assert_eq!(spoken("fi, de"), None);
        assert_eq!(spoken(""), None);
    }

    #[test]
    fn a_device_is_named_shortly() {
        let phone = "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0 Mobile Safari/537.36";
        assert_eq!(device(phone), "Chrome · Android");
        assert_eq!(device("curl/8"), "");
    }
}
