//! What lies in the browser.

use people::Language;

use crate::house::{Answer, House, Plan, Who};

async fn all_cookies(house: &House) -> Vec<String> {
    let mut browser = house.browser();
    let mut answers: Vec<Answer> = vec![browser.post(&house.link(Who::Employee).await, &[]).await];
    answers.push(browser.post("/language", &[("language", "da")]).await);
    answers.push(browser.post("/scheme", &[("scheme", "dark")]).await);
    answers.push(browser.post("/scheme", &[("scheme", "auto")]).await);
    answers.push(browser.post("/settings/password", &[("password", "fyra vanliga ord i rad")]).await);
    answers.push(browser.get("/settings").await);
    answers.push(browser.post("/sign-out", &[]).await);
    let lines = answers.iter().flat_map(|answer| answer.headers.get_all("set-cookie"));
    let lines: Vec<String> = lines.map(|line| line.to_str().unwrap().to_owned()).collect();
    assert!(lines.len() >= 8, "{lines:?}");
    lines
}

#[tokio::test]
async fn no_script_reads_a_cookie_and_no_other_site_sends_it() {
    for address in ["http://pejling.example", "https://pejling.example"] {
        let house = House::built(Plan { address, ..Plan::default() }).await;
        for cookie in all_cookies(&house).await {
            for part in ["; HttpOnly", "; SameSite=Lax", "; Path=/", "; Max-Age="] {
                assert!(cookie.contains(part), "{cookie} has {part}");
            }
            assert!(!cookie.to_lowercase().contains("domain="), "{cookie}");
            assert_eq!(cookie.contains("; Secure"), address.starts_with("https"), "{cookie}");
        }
    }
}

#[tokio::test]
async fn over_https_the_session_is_bound_to_this_host() {
    let house = House::built(Plan { address: "https://pejling.example", ..Plan::default() }).await;
    let cookies = all_cookies(&house).await;
    assert!(cookies[0].starts_with("__Host-pejling="), "{}", cookies[0]);
    // One that came some other way, without the promise in its name, lets nobody in.
    let mut browser = house.comes(Who::Employee).await;
    let secret = browser.cookies.remove("__Host-pejling").unwrap();
    browser.cookies.insert("pejling".into(), secret);
    assert!(!browser.is_signed_in().await);
}

#[tokio::test]
async fn only_the_session_says_who_somebody_is() {
    let house = House::new().await;
    for cookie in all_cookies(&house).await {
        let (name, value) = cookie.split(';').next().unwrap().split_once('=').unwrap();
        match name {
            "pejling" => assert!(value.is_empty() || value.len() == 43),
            "language" => assert!(Language::from_code(value).is_some()),
            "scheme" => assert!(["", "light", "dark"].contains(&value)),
            "said" => assert!(value.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-')),
            // where to go after a link; sealed, so that nobody else wrote it
            "pejling-away" => assert!(value.is_empty() || value.len() > 43),
            other => panic!("what is {other} for?"),
        }
    }
}

#[tokio::test]
async fn cookies_that_somebody_bent_are_as_none() {
    let house = House::new().await;
    for value in ["", "x", "\"", "../../etc", "<script>", &"a".repeat(43), &"a".repeat(7000)] {
        let mut browser = house.browser();
        for name in ["pejling", "language", "scheme", "said"] {
            browser.cookies.insert(name.into(), value.into());
        }
        let answer = browser.get("/sign-in").await;
        assert_eq!(answer.status, 200, "{value}");
        assert!(value.len() < 3 || !answer.text.contains(&format!("\"{value}\"")), "{value}");
        assert!(!answer.text.contains("<script>"), "{value}");
    }
}
