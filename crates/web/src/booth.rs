//! The ballot page and the page for slips: the same for everyone who comes. Like all of the polling station they read no cookie and set
//! none; what may be done is in the link or on the slip.

pub(crate) mod slip;

use actions::ballots::{Asked, LONGEST_WORDS, Refused};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use people::Language;
use pulse::Scale;
use serde::Deserialize;
use words::Words;

use crate::ballots::key;
use crate::ctx::{spoken, text};
use crate::dates::writes;
use crate::form::Choice;
use crate::guard::escape;
use crate::pages::{come_again, show, why};
use crate::{Site, Trouble};

/// A file of ours that a browser takes only if it is the very one.
struct Vouched {
    url: String,
    integrity: String,
}

/// What every page of the polling station has around it.
struct Booth {
    lang: &'static str,
    /// Where the page is: another language is the same page.
    path: String,
    name: String,
    organisation: String,
    languages: Vec<Choice>,
    style: Vouched,
    script: Vouched,
    icon: String,
    words: &'static Words,
}

#[derive(Template)]
#[template(path = "booth/booth.html")]
struct BoothPage {
    booth: Booth,
    round: String,
    open: bool,
    results: String,
    sent: String,
    sent_open: String,
    six_words: Vec<String>,
    scales: Vec<ScaleChoices>,
    longest: usize,
}

struct ScaleChoices {
    code: &'static str,
    choices: Vec<Choice>,
    dont_know: &'static str,
}

#[derive(Deserialize)]
pub(crate) struct Wanted {
    lang: Option<String>,
}

/// `GET /b/{round}`: every screen of the ballot page. What is asked and who may draw, its script asks for.
pub(crate) async fn page(
    State(site): State<Site>,
    Path(round): Path<String>,
    Query(wanted): Query<Wanted>,
    headers: HeaderMap,
) -> Response {
    let language = language(&site, &wanted, &headers);
    let asked = match key(&site, &round) {
        Ok((organisation, round)) => actions::ballots::asked(site.desk(), organisation, round).await,
        Err(refused) => Err(refused),
    };
    let (status, asked) = match asked {
        Ok(asked) => (StatusCode::OK, Some(asked)),
        Err(Refused::NotYet) => (StatusCode::OK, None),
        Err(Refused::Fault(fault)) => {
            return failed(&site, language, &format!("/b/{}", escape(&round)), fault);
        }
        Err(_) => (StatusCode::NOT_FOUND, None),
    };
    match show(&booth_page(&site, language, escape(&round), asked)) {
        Ok(page) => (status, page).into_response(),
        Err(trouble) => trouble.into_response(),
    }
}

fn booth_page(site: &Site, language: Language, round: String, asked: Option<Asked>) -> BoothPage {
    let words = words::of(language);
    let zone = site.host().time_zone();
    let closes = asked.as_ref().map(|asked| writes(language).moment(asked.hours.closes_at, &zone));
    let closes = closes.unwrap_or_default();
    let name = asked.as_ref().map_or_else(|| words.booth_title(), |asked| asked.name.clone());
    BoothPage {
        booth: Booth::new(site, language, &format!("/b/{round}"), name),
        round,
        open: asked.as_ref().is_some_and(|asked| asked.open),
        results: asked.as_ref().map(|asked| results(site, language, asked)).unwrap_or_default(),
        sent: words.booth_sent_text(&closes),
        sent_open: words.booth_sent_open_text(&closes),
        six_words: asked.and_then(|asked| asked.six_words).map(Vec::from).unwrap_or_default(),
        scales: [Scale::Agree, Scale::Compared].map(|scale| ScaleChoices::new(scale, language)).into(),
        longest: LONGEST_WORDS,
    }
}

/// One thing to say, and nothing to do.
#[derive(Template)]
#[template(path = "booth/told.html")]
struct ToldPage {
    booth: Booth,
    heading: String,
    text: String,
}

/// What is said in place of the page at `path` when the machinery fails. A code or an answer that came with it was not used.
fn failed(site: &Site, language: Language, path: &str, fault: actions::Fault) -> Response {
    let status = Trouble::from(fault).into_response().status();
    let (heading, text) = why(words::of(language), status);
    // The way to another language would lose what stands behind the # of a link, and with it the ballot.
    let booth = Booth { languages: Vec::new(), ..Booth::new(site, language, path, heading.clone()) };
    let told = ToldPage { booth, heading, text };
    let mut response = match show(&told) {
        Ok(page) => (status, page).into_response(),
        Err(trouble) => trouble.into_response(),
    };
    come_again(&mut response);
    response
}

/// When results come, and of how many answers.
fn results(site: &Site, language: Language, asked: &Asked) -> String {
    let closes = writes(language).moment(asked.hours.closes_at, &site.host().time_zone());
    let words = words::of(language);
    match asked.open {
        true => words.booth_before_open_results(asked.k.to_string(), closes),
        false => words.booth_before_results(asked.k.to_string(), closes),
    }
}

impl Booth {
    fn new(site: &Site, language: Language, path: &str, name: String) -> Booth {
        let assets = site.assets();
        let vouched = |file: &str| Vouched {
            url: format!("{}/{file}", assets.root()),
            integrity: assets.integrity(file).to_owned(),
        };
        let languages =
            Language::ALL.map(|choice| Choice::new(choice.code(), choice.own_name(), choice == language));
        Booth {
            lang: language.code(),
            path: path.to_owned(),
            name,
            organisation: site.host().name.clone(),
            languages: languages.into(),
            style: vouched("booth.css"),
            script: vouched("booth.js"),
            icon: format!("{}/img/pejling.svg", assets.root()),
            words: words::of(language),
        }
    }
}

impl ScaleChoices {
    fn new(scale: Scale, language: Language) -> ScaleChoices {
        let choice = |mark: u8| Some(Choice::new(mark.to_string(), scale.label(mark, language)?, false));
        ScaleChoices {
            code: scale.code(),
            choices: (1..=scale.marks()).filter_map(choice).collect(),
            dont_know: Scale::dont_know(language),
        }
    }
}

/// The language in the address, else the browser's, else the organisation's. No cookie is asked.
fn language(site: &Site, wanted: &Wanted, headers: &HeaderMap) -> Language {
    let chosen = wanted.lang.as_deref().and_then(Language::from_code);
    let browsers = || spoken(text(headers, header::ACCEPT_LANGUAGE)?);
    chosen.or_else(browsers).unwrap_or(site.host().language)
}
