//! A slip answered by a plain form: for whoever has no JavaScript, or would rather type the code. A slip needs no blind signature:
//! who took which, nobody here knows.

use actions::ballots::{Asked, LONGEST_WORDS, Refused};
use askama::Template;
use axum::extract::{Form, Query, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use people::Language;
use pulse::{Question, Questionnaire, Scale};

use super::{Booth, ToldPage, Wanted, failed, language};
use crate::Site;
use crate::ballots::Network;
use crate::form::{Choice, Field};
use crate::pages::{Page, show, show_again};

#[derive(Template)]
#[template(path = "booth/slip.html")]
struct SlipPage {
    booth: Booth,
    heading: String,
    text: String,
    /// What is promised, once it is known of which round.
    promise: Option<Promise>,
    code: Field,
    asked: Vec<AskedHere>,
    /// What is pressed to go on.
    go: String,
}

/// What differs from round to round of what the ballot page says before anything is answered.
struct Promise {
    results: String,
    six_words: Vec<String>,
}

/// A question as the form has it: a scale, or room for words.
enum AskedHere {
    Scale {
        name: String,
        lang: &'static str,
        text: String,
        choices: Vec<Choice>,
    },
    Words {
        name: &'static str,
        lang: &'static str,
        text: String,
        hint: String,
        value: String,
        longest: usize,
    },
}

const PATH: &str = "/slip";

/// What comes with the form: the code, `a0`, `a1`, … and `words`.
type Sent = Vec<(String, String)>;

/// `GET /slip`: asks for the code.
pub(crate) async fn page(
    State(site): State<Site>,
    Query(wanted): Query<Wanted>,
    headers: HeaderMap,
) -> Response {
    let language = language(&site, &wanted, &headers);
    show(&ask_code(&site, language, "", None)).into_response()
}

/// `POST /slip`: with the code alone, the questions; with answers, takes them in.
pub(crate) async fn answer(
    State(site): State<Site>,
    Query(wanted): Query<Wanted>,
    headers: HeaderMap,
    Network(network): Network,
    Form(sent): Form<Sent>,
) -> Response {
    let language = language(&site, &wanted, &headers);
    let code = value(&sent, "code").trim();
    match taken(&site, language, &network, &sent, code).await {
        Ok(page) => page.into_response(),
        Err(Refused::Fault(fault)) => failed(&site, language, PATH, fault),
        Err(refused) => show_again(&ask_code(&site, language, code, Some(refused))).into_response(),
    }
}

async fn taken(
    site: &Site,
    language: Language,
    network: &str,
    sent: &Sent,
    code: &str,
) -> Result<Page, Refused> {
    let organisation = site.host().id;
    let round = site.station().round_of_slip(organisation, code, network).await?;
    let asked = actions::ballots::asked(site.desk(), organisation, round).await?;
    let words = words::of(language);
    let page = |code: Field| {
        let (heading, text) = (asked.name.clone(), words.booth_slip_questions());
        let promise = Some(promise(site, language, &asked));
        let each = each(&asked.questionnaire, language, site.host().language, sent);
        let booth = Booth::new(site, language, PATH, heading.clone());
        SlipPage { booth, heading, text, promise, code, asked: each, go: words.booth_send() }
    };
    let code_field = Field::new("code", words.booth_slip_label(), code);
    if value(sent, "answered").is_empty() {
        return Ok(show(&page(code_field)));
    }
    let answers: String =
        asked.questionnaire.on_a_scale().enumerate().map(|(at, _)| mark(sent, at)).collect();
    let own = value(sent, "words").trim();
    if own.chars().count() > LONGEST_WORDS {
        return Ok(show_again(&page(code_field.with_error(Some(words.booth_slip_long())))));
    }
    let own = (!own.is_empty()).then_some(own);
    site.station().use_slip((organisation, round), code, &answers, own, network).await?;
    let (heading, text) = (words.booth_sent_heading(), words.booth_sent_slip_text());
    Ok(show(&ToldPage { booth: Booth::new(site, language, PATH, heading.clone()), heading, text }))
}

fn ask_code(site: &Site, language: Language, code: &str, refused: Option<Refused>) -> SlipPage {
    let words = words::of(language);
    let error = refused.map(|refused| match refused {
        Refused::Unknown if pulse::SlipCode::read(code).is_none() => words.booth_slip_mistyped(),
        Refused::Unknown => words.booth_slip_unknown(),
        Refused::NotYet | Refused::Closed => words.booth_slip_closed(),
        Refused::TooMany => words.booth_too_many_text(),
        _ => words.booth_fault_text(),
    });
    let heading = words.booth_slip_heading();
    SlipPage {
        booth: Booth::new(site, language, PATH, heading.clone()),
        heading,
        text: words.booth_slip_text(),
        promise: None,
        code: Field::new("code", words.booth_slip_label(), code)
            .with_hint(words.booth_slip_hint())
            .with_error(error),
        asked: Vec::new(),
        go: words.booth_next(),
    }
}

fn promise(site: &Site, language: Language, asked: &Asked) -> Promise {
    Promise {
        results: super::results(site, language, asked),
        six_words: asked.six_words.clone().map(Vec::from).unwrap_or_default(),
    }
}

/// The questions with what has been answered; a scale's name counts scales alone, as a ballot does.
fn each(asked: &Questionnaire, language: Language, organisation: Language, sent: &Sent) -> Vec<AskedHere> {
    let mut scales = 0;
    asked
        .questions()
        .iter()
        .map(|question| {
            let (written_in, text) = question.wording.for_reader(language, organisation);
            let (lang, text) = (written_in.code(), text.to_owned());
            if question.scale == Scale::Words {
                let (hint, value) = (words::of(language).booth_words_hint(), value(sent, "words").to_owned());
                return AskedHere::Words { name: "words", lang, text, hint, value, longest: LONGEST_WORDS };
            }
            scales += 1;
            let given = mark(sent, scales - 1);
            AskedHere::Scale {
                name: format!("a{}", scales - 1),
                lang,
                text,
                choices: choices(question, language, given),
            }
        })
        .collect()
}

fn choices(question: &Question, language: Language, given: char) -> Vec<Choice> {
    let scale = question.scale;
    let mark = |mark: u8| {
        let current = given == char::from(b'0' + mark);
        Some(Choice::new(mark.to_string(), scale.label(mark, language)?, current))
    };
    let dont_know = Choice::new("-", Scale::dont_know(language), given == '-');
    (1..=scale.marks()).filter_map(mark).chain([dont_know]).collect()
}

/// What was answered on a scale; what was passed over is "don't know".
fn mark(sent: &Sent, scale: usize) -> char {
    let given = value(sent, &format!("a{scale}"));
    match given.chars().next() {
        Some(mark) if given.len() == 1 => mark,
        _ => '-',
    }
}

fn value<'s>(sent: &'s Sent, name: &str) -> &'s str {
    sent.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
}
