//! What every answer says about itself.

use access::{Method, POLICY};
use axum::body::Body;
use axum::http::Request;

use crate::house::{Answer, House, Plan, Who, path_of};

const ALWAYS: [(&str, &str); 4] = [
    ("x-content-type-options", "nosniff"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=(), browsing-topics=()"),
];

fn is_well_said(answer: &Answer, what: &str) {
    for (name, value) in ALWAYS {
        assert_eq!(answer.header(name), value, "{what} says {name}");
    }
    // The address of a ballot is told to nobody, not even to ourselves.
    let referrer =
        if what.contains(" /b/") || what.contains(" /slip") { "no-referrer" } else { "same-origin" };
    assert_eq!(answer.header("referrer-policy"), referrer, "{what}");
    let policy = answer.header("content-security-policy");
    assert!(policy.starts_with("default-src 'none';"), "{what}: {policy}");
    for part in ["base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'", "script-src 'self'"] {
        assert!(policy.contains(part), "{what}: {policy}");
    }
    for loose in ["unsafe", "http:", "https:", "*"] {
        assert!(!policy.contains(loose), "{what}: {policy}");
    }
    assert!(!answer.header("strict-transport-security").is_empty(), "{what}");
    for name in ["server", "x-powered-by", "access-control-allow-origin"] {
        assert_eq!(answer.header(name), "", "{what} says no {name}");
    }
    if answer.header("content-type").starts_with("text/html") || answer.status == 303 {
        assert_eq!(answer.header("cache-control"), "no-store", "{what} is kept by nobody");
    }
}

#[tokio::test]
async fn every_answer_carries_the_policy_and_nobody_keeps_a_page() {
    let house = House::new().await;
    for row in POLICY.iter() {
        for who in [Who::Nobody, Who::Employee, Who::Leader, Who::It] {
            let mut browser = house.comes(who).await;
            let answer = match row.method {
                Method::Get => browser.get(&path_of(row)).await,
                Method::Post => browser.post(&path_of(row), &[]).await,
                Method::Put => browser.ask(axum::http::Method::PUT, &path_of(row)).await,
            };
            is_well_said(&answer, &format!("{:?} {} by {who:?}, {}", row.method, row.path, answer.status));
        }
    }
}

#[tokio::test]
async fn refusals_carry_the_policy_too() {
    let house = House::new().await;
    let mut browser = house.browser();
    is_well_said(&browser.get("/nowhere").await, "no such page");
    is_well_said(&browser.post("/nowhere", &[]).await, "no such form");
    is_well_said(&browser.get("/assets/1/none.css").await, "no such file");
    is_well_said(&browser.get("/sign-in?back=1&back=2").await, "a bent query");
    is_well_said(&browser.post("/sign-in", &[("mail", &"a".repeat(70_000))]).await, "too much");
    is_well_said(
        &browser.clone().with("sec-fetch-site", "cross-site").post("/sign-in", &[]).await,
        "elsewhere",
    );
}

#[tokio::test]
async fn only_https_is_asked_for_where_people_come_by_https() {
    for (address, value) in
        [("https://pejling.example", "max-age=63072000"), ("http://localhost:8080", "max-age=0")]
    {
        let house = House::built(Plan { address, ..Plan::default() }).await;
        assert_eq!(house.browser().get("/sign-in").await.header("strict-transport-security"), value);
    }
}

#[tokio::test]
async fn a_refusal_is_a_page_in_ones_language_without_details() {
    let house = House::new().await;
    let bent = || Request::post("/sign-in").header("content-type", "application/json").body(Body::from("{"));
    for (language, too_large, nowhere, garbled) in [
        ("sv", "Det var för mycket på en gång", "Här finns ingen sida", "Det gick inte att förstå"),
        ("da", "Det var for meget på én gang", "Her er ingen side", "Det kunne ikke forstås"),
        ("en", "That was too much at once", "There is no page here", "That could not be understood"),
    ] {
        let mut browser = house.browser().with("accept-language", language);
        let answers = [
            (browser.post("/sign-in", &[("mail", &"a".repeat(70_000))]).await, 413, too_large),
            (browser.get("/nowhere").await, 404, nowhere),
            (browser.post("/nowhere", &[]).await, 404, nowhere),
            (browser.get("/sign-in?back=1&back=2").await, 400, garbled),
            (browser.send(bent().unwrap()).await, 415, garbled),
        ];
        for (answer, status, sentence) in answers {
            assert_eq!(answer.status, status);
            assert!(answer.text.contains(&format!("<h1>{sentence}</h1>")), "{status}: {}", answer.text);
            assert!(answer.text.contains(&format!("<html lang=\"{language}\"")));
            for detail in ["serde", "sqlite", "Failed to", "panicked", ".rs:", "Error("] {
                assert!(!answer.text.contains(detail), "{detail} in {}", answer.text);
            }
        }
    }
}

#[tokio::test]
async fn no_file_but_our_own_is_served() {
    let house = House::new().await;
    let version = {
        let page = house.browser().get("/sign-in").await.text;
        page.split("/assets/").nth(1).unwrap().split('/').next().unwrap().to_owned()
    };
    let mut browser = house.browser();
    assert_eq!(browser.get(&format!("/assets/{version}/pejling.css")).await.status, 200);
    for path in [
        "../Cargo.toml",
        "%2e%2e/Cargo.toml",
        "..%2fCargo.toml",
        "js/../../Cargo.toml",
        "js/%2e%2e/%2e%2e/Cargo.toml",
        "/etc/passwd",
        "%2fetc%2fpasswd",
        "..%5c..%5cCargo.toml",
        "pejling.css%00",
        "pejling.css/",
        "README.md",
        "js",
        "",
    ] {
        let answer = browser.get(&format!("/assets/{version}/{path}")).await;
        assert_eq!(answer.status, 404, "{path}");
        assert!(!answer.text.contains("[workspace") && !answer.text.contains("root:"), "{path}");
    }
}

#[tokio::test]
async fn a_file_is_kept_for_long_only_under_its_own_version() {
    let house = House::new().await;
    let mut browser = house.browser();
    let page = browser.get("/sign-in").await.text;
    let css =
        page.split("href=\"").find(|part| part.contains("pejling.css")).unwrap().split('"').next().unwrap();
    assert_eq!(browser.get(css).await.header("cache-control"), "public, max-age=31536000, immutable");
    assert_eq!(browser.get("/assets/older/pejling.css").await.header("cache-control"), "no-cache");
}
