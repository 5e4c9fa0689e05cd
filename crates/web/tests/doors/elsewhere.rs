//! Another site's page cannot do anything here, and nobody is sent from here to another site.

use access::{Method, POLICY};

use crate::house::{House, Plan, Who, path_of};

/// What the polling station takes in, signed in or not.
fn at_the_station(row: &access::Policy) -> bool {
    row.path.starts_with("/b/") || row.path == "/slip"
}

/// Forms. What the ballot page's script sends is refused too, but not in words.
fn doing() -> impl Iterator<Item = &'static access::Policy> {
    POLICY.iter().filter(|row| row.method == Method::Post && !at_the_station(row))
}

#[tokio::test]
async fn no_form_from_another_site_is_taken() {
    let house = House::new().await;
    let host = ("host", "pejling.example");
    let from = [
        vec![host, ("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")],
        vec![host, ("sec-fetch-site", "same-site"), ("origin", "https://other.pejling.example")],
        vec![host, ("sec-fetch-site", "cross-site")],
        vec![host, ("origin", "https://evil.example")],
        vec![host, ("origin", "http://pejling.example.evil.example")],
        vec![host, ("origin", "null")],
    ];
    for row in doing() {
        for headers in &from {
            let mut browser = house.comes(Who::Leader).await;
            browser.headers.extend(headers.iter().map(|(name, value)| (*name, (*value).to_owned())));
            let answer = browser.post(&path_of(row), &[]).await;
            assert_eq!(answer.status, 403, "{} with {headers:?}", row.path);
            assert!(answer.text.contains("Formuläret kom från en annan webbplats"), "{}", answer.text);
            browser.headers.clear();
            assert!(browser.is_signed_in().await, "{} did nothing", row.path);
        }
    }
}

#[tokio::test]
async fn our_own_forms_are_taken() {
    let house = House::new().await;
    let host = ("host", "pejling.example");
    let from = [
        vec![host, ("sec-fetch-site", "same-origin"), ("origin", "http://pejling.example")],
        vec![host, ("sec-fetch-site", "none")],
        vec![host, ("origin", "http://pejling.example")],
        // Behind a proxy that hides the host.
        vec![("host", "10.0.0.7:8080"), ("origin", "http://pejling.example")],
        vec![host],
    ];
    for headers in from {
        let mut browser = house.comes(Who::Employee).await;
        browser.headers.extend(headers.iter().map(|(name, value)| (*name, (*value).to_owned())));
        assert_eq!(browser.post("/language", &[("language", "da")]).await.status, 303, "{headers:?}");
    }
}

#[tokio::test]
async fn looking_in_from_another_site_is_no_trouble() {
    let house = House::new().await;
    let mut browser = house.comes(Who::Employee).await.with("sec-fetch-site", "cross-site");
    assert_eq!(browser.get("/settings").await.status, 200);
}

const ELSEWHERE: [&str; 12] = [
    "https://evil.example",
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "javascript:alert(1)",
    "evil.example",
    "https:evil.example",
    " //evil.example",
    "/a\r\nSet-Cookie: pejling=x",
];

#[tokio::test]
async fn nobody_is_sent_on_to_another_site() {
    let house = House::new().await;
    house.password(Who::Employee, "fyra vanliga ord i rad").await;
    for back in ELSEWHERE {
        let mut browser = house.browser();
        for (path, name, value) in [("/language", "language", "da"), ("/scheme", "scheme", "dark")] {
            let answer = browser.post(path, &[(name, value), ("back", back)]).await;
            assert_eq!((answer.status, answer.location()), (303, "/"), "{path} back to {back:?}");
        }
        let page = browser.get(&format!("/sign-in?back={}", crate::house::escaped(back))).await;
        assert!(page.text.contains(r#"<input type="hidden" name="back" value="/">"#), "{back:?}");
        let (mail, password) = (Who::Employee.mail(), "fyra vanliga ord i rad");
        let form = [("mail", mail.as_str()), ("password", password), ("back", back)];
        let answer = browser.post("/sign-in/password", &form).await;
        assert_eq!((answer.status, answer.location()), (303, "/"), "signing in back to {back:?}");
        let answer = browser.get(&format!("/sign-in?back={}", crate::house::escaped(back))).await;
        assert_eq!((answer.status, answer.location()), (303, "/"), "signed in already, back to {back:?}");
    }
}

#[tokio::test]
async fn one_is_sent_on_to_the_page_one_asked_for() {
    let house = House::new().await;
    house.password(Who::Employee, "fyra vanliga ord i rad").await;
    let mut browser = house.browser();
    let asked = browser.get("/settings?from=mail&x=1").await;
    assert_eq!(asked.location(), "/sign-in?back=/settings%3Ffrom%3Dmail%26x%3D1");
    let page = browser.get(asked.location()).await;
    assert!(page.text.contains("value=\"/settings?from=mail&#38;x=1\""), "{}", page.text);
    let mail = Who::Employee.mail();
    let form = [
        ("mail", mail.as_str()),
        ("password", "fyra vanliga ord i rad"),
        ("back", "/settings?from=mail&x=1"),
    ];
    assert_eq!(browser.post("/sign-in/password", &form).await.location(), "/settings?from=mail&x=1");
}

#[tokio::test]
async fn the_host_that_a_request_names_enters_no_letter_and_no_page() {
    let house = House::built(Plan { address: "https://pejling.example", ..Plan::default() }).await;
    let mut browser = house
        .browser()
        .with("host", "evil.example")
        .with("x-forwarded-host", "evil.example")
        .with("forwarded", "host=evil.example");
    browser.post("/sign-in", &[("mail", &Who::Leader.mail())]).await;
    let letters = house.letters().await;
    assert!(letters[0].1.contains("https://pejling.example/sign-in/"), "{letters:?}");
    assert!(!format!("{letters:?}").contains("evil"));
    for path in ["/sign-in", "/outbox", "/demo", "/nowhere", "/settings"] {
        let answer = browser.get(path).await;
        assert!(!format!("{:?}{}", answer.headers, answer.text).contains("evil"), "{path}");
    }
}

#[tokio::test]
async fn no_ballot_from_another_sites_page_is_taken() {
    let house = House::new().await;
    for row in POLICY.iter().filter(|row| row.method != Method::Get && at_the_station(row)) {
        let mut browser = house.browser().with("sec-fetch-site", "cross-site");
        let method =
            if row.method == Method::Put { axum::http::Method::PUT } else { axum::http::Method::POST };
        assert_eq!(browser.ask(method, &path_of(row)).await.status, 403, "{}", row.path);
    }
}
