//! Reads a page as a browser does, and says what is wrong with it.

use std::collections::HashSet;

use access::Method;
use scraper::{ElementRef, Html, Selector};

use super::row_of;

/// Everything wrong with `page`, which should be in `language`.
pub fn faults(page: &str, language: &str) -> Vec<String> {
    let html = Html::parse_document(page);
    let mut faults: Vec<String> = html.errors.iter().map(|error| format!("parsing: {error}")).collect();
    faults.extend(frame(&html, language));
    faults.extend(ids(&html));
    faults.extend(names(&html));
    faults.extend(headings(&html));
    faults.extend(left_over(&html));
    faults.extend(ways_on(&html));
    faults.extend(policy(&html));
    faults
}

fn all<'h>(html: &'h Html, selector: &str) -> Vec<ElementRef<'h>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

fn words(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn shown(element: ElementRef<'_>) -> String {
    element.html().chars().take(140).collect()
}

fn frame(html: &Html, language: &str) -> Vec<String> {
    let mut faults = Vec::new();
    if all(html, "html")[0].attr("lang") != Some(language) {
        faults.push(format!("the page does not say that it is in {language}"));
    }
    for (selector, times) in
        [("h1", 1), ("main", 1), ("title", 1), ("main h1", 1), (r#"meta[name="viewport"]"#, 1)]
    {
        let found = all(html, selector).len();
        if found != times {
            faults.push(format!("{selector} stands {found} times"));
        }
    }
    let title = all(html, "title").first().map_or(String::new(), |title| words(*title));
    if title.trim_start().starts_with('·') {
        faults.push(format!("the title is {title:?}"));
    }
    faults
}

fn ids(html: &Html) -> Vec<String> {
    let mut known = HashSet::new();
    let mut faults = Vec::new();
    for element in all(html, "[id]") {
        let id = element.attr("id").unwrap();
        if id.is_empty() || id.contains(char::is_whitespace) || !known.insert(id) {
            faults.push(format!("the id {id:?} stands twice or is none"));
        }
    }
    for attribute in ["for", "aria-labelledby", "aria-describedby", "aria-controls"] {
        for element in all(html, &format!("[{attribute}]")) {
            for id in element.attr(attribute).unwrap().split_whitespace() {
                if !known.contains(id) {
                    faults.push(format!("{attribute} names {id:?}, which is nowhere"));
                }
            }
        }
    }
    for element in all(html, r##"a[href^="#"]"##) {
        if !known.contains(&element.attr("href").unwrap()[1..]) {
            faults.push(format!("a link to nothing: {}", shown(element)));
        }
    }
    faults
}

fn names(html: &Html) -> Vec<String> {
    let labels: HashSet<_> = all(html, "label[for]").iter().filter_map(|label| label.attr("for")).collect();
    let mut faults = Vec::new();
    for field in all(html, r#"input:not([type="hidden"]), select, textarea"#) {
        let within =
            field.ancestors().filter_map(ElementRef::wrap).any(|above| above.value().name() == "label");
        let labelled = field.attr("id").is_some_and(|id| labels.contains(id));
        if !within
            && !labelled
            && field.attr("aria-label").is_none()
            && field.attr("aria-labelledby").is_none()
        {
            faults.push(format!("a field without a label: {}", shown(field)));
        }
    }
    for pressed in all(html, "a, button, summary, label, legend, option, th, dt, caption") {
        let named = pressed.attr("aria-label").is_some_and(|name| !name.trim().is_empty());
        if !named && words(pressed).is_empty() {
            faults.push(format!("nothing to call it by: {}", shown(pressed)));
        }
    }
    for picture in all(html, "img:not([alt]), svg:not([aria-hidden]):not([role])") {
        faults.push(format!("a picture without words: {}", shown(picture)));
    }
    for form in all(html, "form") {
        if form.select(&Selector::parse("button, input[type=submit]").unwrap()).next().is_none() {
            faults.push(format!("a form that cannot be sent: {}", shown(form)));
        }
    }
    faults
}

fn headings(html: &Html) -> Vec<String> {
    let mut faults = Vec::new();
    let mut level = 0;
    for heading in all(html, "h1, h2, h3, h4, h5, h6") {
        let own: u8 = heading.value().name()[1..].parse().unwrap();
        if words(heading).is_empty() {
            faults.push(format!("an empty heading: {}", shown(heading)));
        }
        if own > level + 1 {
            faults.push(format!("a heading of level {own} after one of level {level}: {}", words(heading)));
        }
        level = own;
    }
    for empty in all(html, "main p, main li, main dd, main td, main ul, main ol, main section, main article")
    {
        // What is only for the eye may be a line and no words.
        if empty
            .ancestors()
            .filter_map(ElementRef::wrap)
            .any(|above| above.attr("aria-hidden") == Some("true"))
        {
            continue;
        }
        let holds = empty.children().filter_map(ElementRef::wrap).next().is_some();
        if !holds && words(empty).is_empty() {
            faults.push(format!("empty: {}", shown(empty)));
        }
    }
    faults
}

/// What a sentence or a template forgot to fill in.
fn left_over(html: &Html) -> Vec<String> {
    let text = words(html.root_element());
    let mut faults = Vec::new();
    for mark in ["{", "}", "msg-", "undefined", "NaN", "None", "Some(", "\u{2068}", "\u{2069}"] {
        if let Some(at) = text.find(mark) {
            let around: String =
                text[..at].chars().rev().take(40).collect::<Vec<_>>().into_iter().rev().collect();
            faults.push(format!("{mark:?} after {around:?}"));
        }
    }
    faults
}

/// Every address on the page leads to a route of the table.
fn ways_on(html: &Html) -> Vec<String> {
    let mut faults = Vec::new();
    let links =
        all(html, "a[href], link[href]").into_iter().map(|link| (Method::Get, link.attr("href"), link));
    let forms = all(html, "form").into_iter().map(|form| {
        let method = if form.attr("method") == Some("post") { Method::Post } else { Method::Get };
        (method, form.attr("action"), form)
    });
    for (method, url, element) in links.chain(forms) {
        let url = url.unwrap_or_default().trim_start_matches("http://pejling.example");
        if url.starts_with('#') {
            continue;
        }
        if row_of(method, url).is_none() {
            faults.push(format!("{url:?} is no route of ours: {}", shown(element)));
        }
    }
    faults
}

/// What the content security policy would stop.
fn policy(html: &Html) -> Vec<String> {
    let mut faults = Vec::new();
    for element in all(html, "*") {
        for (name, value) in element.value().attrs() {
            if name == "style" || name.starts_with("on") || value.trim_start().starts_with("javascript:") {
                faults.push(format!("the policy stops {name}: {}", shown(element)));
            }
        }
    }
    for inline in all(html, "style, script:not([src])") {
        faults.push(format!("the policy stops it: {}", shown(inline)));
    }
    faults
}
