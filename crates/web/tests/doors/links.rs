//! A sign-in link lets one person in, once, soon, and only when they press the button.

use access::Allowance;
use jiff::SignedDuration;

use crate::house::{House, Who};

async fn asked_for(house: &House, who: Who) -> String {
    house.browser().post("/sign-in", &[("mail", &who.mail())]).await;
    let (to, body) = house.letters().await.remove(0);
    assert_eq!(to, who.mail());
    let link = body.lines().find(|line| line.starts_with(house.desk.address())).unwrap();
    link.strip_prefix(house.desk.address()).unwrap().to_owned()
}

#[tokio::test]
async fn a_link_is_used_once() {
    let house = House::new().await;
    let link = asked_for(&house, Who::Leader).await;
    let (mut first, mut second) = (house.browser(), house.browser());
    assert_eq!(first.post(&link, &[]).await.location(), "/");
    assert!(first.is_signed_in().await);
    let again = second.post(&link, &[]).await;
    assert_eq!((again.status, again.location()), (303, link.as_str()));
    assert!(second.get(&link).await.text.contains("Den länken gäller inte längre"));
    assert!(!second.is_signed_in().await);
}

#[tokio::test]
async fn a_link_pressed_by_many_at_once_lets_one_in() {
    let house = House::new().await;
    let link = asked_for(&house, Who::Leader).await;
    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..8 {
        let (mut browser, link) = (house.browser(), link.clone());
        tasks.spawn(async move { browser.post(&link, &[]).await.location() == "/" });
    }
    let let_in = tasks.join_all().await.into_iter().filter(|let_in| *let_in).count();
    assert_eq!(let_in, 1);
}

#[tokio::test]
async fn following_a_link_does_not_use_it() {
    let house = House::new().await;
    let link = asked_for(&house, Who::Leader).await;
    let mut scanner = house.browser();
    for _ in 0..3 {
        let page = scanner.get(&link).await;
        assert_eq!(page.status, 200);
        assert!(page.text.contains(&format!("action=\"{link}\"")));
        assert!(page.text.contains("Länken är till Leader"), "whose it is stands before the button");
        scanner.ask(axum::http::Method::HEAD, &link).await;
    }
    assert!(!scanner.is_signed_in().await);
    assert_eq!(house.browser().post(&link, &[]).await.location(), "/");
}

#[tokio::test]
async fn a_link_lasts_for_half_an_hour() {
    let house = House::new().await;
    let link = asked_for(&house, Who::Leader).await;
    house.passes(SignedDuration::from_mins(30));
    let mut browser = house.browser();
    assert!(browser.get(&link).await.text.contains("Den länken gäller inte längre"));
    browser.post(&link, &[]).await;
    assert!(!browser.is_signed_in().await);

    let link = asked_for(&house, Who::Leader).await;
    house.passes(SignedDuration::from_mins(29));
    assert_eq!(browser.post(&link, &[]).await.location(), "/");
}

#[tokio::test]
async fn a_link_of_ones_own_making_opens_nothing() {
    let house = House::new().await;
    let link = asked_for(&house, Who::Leader).await;
    let mut bent = link.clone();
    let last = bent.pop().unwrap();
    bent.push(if last == 'A' { 'E' } else { 'A' });
    let strange = format!("/sign-in/{}", House::strange_secret());
    for link in [bent.as_str(), strange.as_str(), "/sign-in/x", "/sign-in/%00", "/sign-in/%27%20OR%201=1--"] {
        let mut browser = house.browser();
        assert!(browser.get(link).await.text.contains("Den länken gäller inte längre"), "{link}");
        browser.post(link, &[]).await;
        assert!(!browser.is_signed_in().await, "{link}");
    }
}

#[tokio::test]
async fn the_answer_is_the_same_whether_or_not_anybody_has_the_address() {
    let house = House::new().await;
    let known = house.browser().post("/sign-in", &[("mail", &Who::Leader.mail())]).await;
    let unknown = house.browser().post("/sign-in", &[("mail", "nobodyx@made-up.example")]).await;
    assert_eq!(known.status, unknown.status);
    assert_eq!(
        known.text.replace(&Who::Leader.mail(), "MAIL"),
        unknown.text.replace("nobodyx@made-up.example", "MAIL")
    );
    assert_eq!(house.letters().await.len(), 1);
}

#[tokio::test]
async fn nobody_fills_somebody_elses_mailbox() {
    let house = House::new().await;
    let most = Allowance::LINKS_TO_ADDRESS.tries;
    // From as many networks as they like, with the address written in as many ways.
    for network in 0..20 {
        let mail = if network % 2 == 0 {
            Who::Leader.mail()
        } else {
            format!(" {} ", Who::Leader.mail().to_uppercase())
        };
        let answer = house.browser().at([198, 51, network, 1]).post("/sign-in", &[("mail", &mail)]).await;
        assert_eq!(answer.status, if u32::from(network) < most { 200 } else { 429 });
    }
    assert_eq!(house.letters().await.len(), most as usize);
    // What they sent lets the owner in, so asking too often keeps nobody out.
    let (_, body) = house.letters().await.remove(0);
    let link = body.lines().find(|line| line.starts_with(house.desk.address())).unwrap();
    let mut owner = house.browser();
    owner.post(link.strip_prefix(house.desk.address()).unwrap(), &[]).await;
    assert!(owner.is_signed_in().await);
    house.passes(Allowance::LINKS_TO_ADDRESS.within);
    assert_eq!(house.browser().post("/sign-in", &[("mail", &Who::Leader.mail())]).await.status, 200);
}

#[tokio::test]
async fn one_network_asks_for_so_many_links_and_no_more() {
    let house = House::new().await;
    let most = Allowance::LINKS_FROM_NETWORK.tries;
    for number in 0..=most {
        let mail = format!("nobody{number}@made-up.example");
        let answer = house.browser().post("/sign-in", &[("mail", &mail)]).await;
        assert_eq!(answer.status, if number < most { 200 } else { 429 });
    }
    let elsewhere =
        house.browser().at([203, 0, 113, 1]).post("/sign-in", &[("mail", &Who::Leader.mail())]).await;
    assert_eq!(elsewhere.status, 200);
}

#[tokio::test]
async fn an_address_that_hides_another_letter_is_no_address() {
    let house = House::new().await;
    for mail in [
        "leader@made-up.example\r\nBcc: evil@evil.example",
        "leader@made-up.example\nSubject: x",
        "leader@made-up.example evil@evil.example",
        "leader@made-up.example\0",
        "leader",
        "@made-up.example",
        "",
    ] {
        let answer = house.browser().post("/sign-in", &[("mail", mail)]).await;
        assert_eq!(answer.status, 422, "{mail:?}");
        assert!(answer.text.contains("Skriv en hel adress"));
    }
    assert!(house.letters().await.is_empty());
}
