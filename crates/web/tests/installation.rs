//! What whoever runs it sees of a new installation, and what can be tried there.
#![allow(clippy::unwrap_used, reason = "the helpers of tests fail by panicking")]

mod house;

use house::{House, Plan, Who};

const NEW: Plan = Plan {
    demo: false,
    address: "http://pejling.example",
    language: people::Language::En,
    proxies: Vec::new(),
    mark: "",
    doors: web::Doors { link: true, password: false, account: None },
    post: false,
};

#[tokio::test]
async fn without_a_mail_server_it_says_that_letters_wait_and_offers_none() {
    let house = House::built(NEW).await;
    let page = house.comes(Who::It).await.get("/installation").await.text;
    for said in ["No mail server is set: letters wait", "An address with https", "A mail server"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert!(!page.contains("/installation/letter") && !page.contains("/installation/link"), "{page}");
}

#[tokio::test]
async fn what_is_done_is_no_longer_left() {
    let plan = Plan { address: "https://pejling.example", post: true, ..NEW };
    let house = House::built(plan).await;
    let page = house.comes(Who::It).await.get("/installation").await.text;
    for done in ["An address with https", "A mail server", "Somebody who is HR"] {
        assert!(!page.contains(done), "{done}: {page}");
    }
    assert!(page.contains("Sent to a mail server"), "{page}");
}

#[tokio::test]
async fn a_sign_in_link_to_oneself_lets_another_browser_in() {
    let house = House::built(Plan { post: true, ..NEW }).await;
    let mut it = house.comes(Who::It).await;
    assert_eq!(it.post("/installation/link", &[]).await.location(), "/installation");
    assert!(it.get("/installation").await.text.contains("Open it in a private window"));
    let (to, body) = house.letters().await.remove(0);
    assert_eq!(to, Who::It.mail());
    let path = body.split_whitespace().find_map(|word| word.strip_prefix("http://pejling.example")).unwrap();
    let mut other = house.browser();
    assert_eq!(other.post(path, &[]).await.status, 303);
    assert_eq!(other.get("/installation").await.status, 200);
    assert_eq!(house.comes(Who::Employee).await.post("/installation/link", &[]).await.status, 403);
}
