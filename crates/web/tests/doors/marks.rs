//! What a person or a file can write is shown as words, never taken for a page's own.

use access::{Method, POLICY};

use crate::house::{Browser, House, Plan, Who, path_of};

const MARK: &str = "<script>x</script>\"'&amp;";

async fn marked() -> House {
    House::built(Plan { mark: MARK, ..Plan::default() }).await
}

fn is_harmless(text: &str, what: &str) {
    for raw in ["<script>x", "</script>\"", "\"'&amp;", "<img src=x", "onerror=\""] {
        if let Some(at) = text.find(raw) {
            let around: String =
                text[..at].chars().rev().take(120).collect::<Vec<_>>().into_iter().rev().collect();
            panic!("{what} holds {raw} unescaped after …{around}");
        }
    }
}

#[tokio::test]
async fn names_and_addresses_are_words_on_every_page() {
    let house = marked().await;
    let mut seen = 0;
    for row in POLICY.iter().filter(|row| row.method == Method::Get) {
        for who in Who::ALL {
            for language in ["sv", "da", "en"] {
                let mut browser = house.comes(who).await.with("accept-language", language);
                // Two browsers, so that the settings name one to end.
                let _ = house.comes(who).await;
                let answer = browser.get(&path_of(row)).await;
                if answer.is_page() {
                    is_harmless(&answer.text, &format!("{} for {who:?} in {language}", row.path));
                    seen += usize::from(answer.text.contains("&#60;script&#62;x"));
                }
            }
        }
    }
    assert!(seen > 50, "the marks are on the pages, escaped: {seen}");
}

async fn typed(browser: &mut Browser, path: &str, form: &[(&str, &str)]) {
    let answer = browser.post(path, form).await;
    is_harmless(&answer.text, path);
    for (name, value) in &answer.headers {
        assert!(!value.as_bytes().contains(&b'<'), "{path} says {name}: {value:?}");
    }
}

#[tokio::test]
async fn what_is_typed_comes_back_as_words() {
    let house = House::new().await;
    let mail = format!("a{MARK}@made-up.example");
    let spaced = format!("a {MARK}");
    for value in [MARK, mail.as_str(), spaced.as_str(), "\"><img src=x onerror=\"x\">"] {
        let mut browser = house.browser();
        typed(&mut browser, "/sign-in", &[("mail", value)]).await;
        typed(&mut browser, "/sign-in/password", &[("mail", value), ("password", value), ("back", value)])
            .await;
        typed(&mut browser, "/language", &[("language", value), ("back", value)]).await;
        typed(&mut browser, "/scheme", &[("scheme", value), ("back", value)]).await;
        typed(&mut house.comes(Who::Leader).await, "/settings/password", &[("password", value)]).await;
        let back = crate::house::escaped(value);
        is_harmless(&browser.get(&format!("/sign-in?back=/{back}")).await.text, "a way back");
        is_harmless(&browser.get(&format!("/{back}")).await.text, "an address");
        is_harmless(&browser.get(&format!("/sign-in/{back}")).await.text, "a link");
    }
    let mut browser = house
        .browser()
        .with("user-agent", "<script>x</script> Firefox/1")
        .with("accept-language", "<script>x");
    browser.post(&house.link(Who::Leader).await, &[]).await;
    is_harmless(&browser.get("/settings").await.text, "a browser's name");
    is_harmless(&browser.get("/nowhere\"'&amp;").await.text, "an address as it stands");
}

#[tokio::test]
async fn letters_carry_names_as_words_on_their_page() {
    let house = marked().await;
    let mail = format!("{}{}", MARK.to_lowercase(), Who::Leader.mail());
    assert_eq!(house.browser().post("/sign-in", &[("mail", &mail)]).await.status, 200);
    assert_eq!(house.letters().await.len(), 1);
    let page = house.browser().get("/outbox").await;
    is_harmless(&page.text, "/outbox");
    assert!(page.text.contains("&#60;script&#62;x"));
}
