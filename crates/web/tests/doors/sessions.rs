//! A session begins with a secret nobody has seen, and ends when it should, on the server.

use jiff::SignedDuration;

use crate::house::{House, Who};

const PASSWORD: &str = "fyra vanliga ord i rad";

fn days(days: i64) -> SignedDuration {
    SignedDuration::from_hours(24 * days)
}

#[tokio::test]
async fn a_planted_session_is_never_the_one_that_somebody_signs_in_with() {
    let house = House::new().await;
    house.password(Who::Leader, PASSWORD).await;
    let mail = Who::Leader.mail();
    for planted in [House::strange_secret(), house.comes(Who::Employee).await.session().unwrap().to_owned()] {
        for by_link in [true, false] {
            let mut browser = house.browser();
            browser.cookies.insert("pejling".into(), planted.clone());
            let answer = if by_link {
                browser.post(&house.link(Who::Leader).await, &[]).await
            } else {
                browser.post("/sign-in/password", &[("mail", &mail), ("password", PASSWORD)]).await
            };
            assert_eq!(answer.status, 303);
            assert_ne!(browser.session().unwrap(), planted);
            assert!(browser.is_signed_in().await);
            browser.cookies.insert("pejling".into(), planted.clone());
            assert!(!browser.is_signed_in().await, "the planted one lets nobody in any more");
        }
    }
}

#[tokio::test]
async fn signing_out_ends_the_session_itself() {
    let house = House::new().await;
    let mut browser = house.comes(Who::Leader).await;
    let mut copy = browser.clone();
    let answer = browser.post("/sign-out", &[]).await;
    assert_eq!((answer.status, answer.location()), (303, "/"));
    assert_eq!(browser.session(), None, "the browser forgets");
    assert!(!copy.is_signed_in().await, "and so does the server");
}

#[tokio::test]
async fn a_session_ends_when_it_is_not_used() {
    let house = House::new().await;
    let mut browser = house.comes(Who::Leader).await;
    for _ in 0..3 {
        house.passes(days(13));
        assert!(browser.is_signed_in().await);
    }
    house.passes(days(14));
    assert!(!browser.is_signed_in().await);
}

#[tokio::test]
async fn a_session_ends_however_much_it_is_used() {
    let house = House::new().await;
    let mut browser = house.comes(Who::Leader).await;
    for _ in 0..59 {
        house.passes(days(1));
        assert!(browser.is_signed_in().await);
    }
    house.passes(days(1));
    assert!(!browser.is_signed_in().await);
}

#[tokio::test]
async fn one_ends_another_browser_of_ones_own_from_the_settings() {
    let house = House::new().await;
    let (mut here, mut there) = (house.comes(Who::Leader).await, house.comes(Who::Leader).await);
    let page = here.get("/settings").await.text;
    let ends: Vec<&str> = page
        .split("action=\"")
        .skip(1)
        .filter_map(|part| part.split('"').next())
        .filter(|url| url.ends_with("/end"))
        .collect();
    assert_eq!(ends.len(), 1, "the one that looks is not offered to itself: {ends:?}");
    here.post(ends[0], &[]).await;
    assert!(!there.is_signed_in().await);
    assert!(here.is_signed_in().await);
}

#[tokio::test]
async fn a_new_password_ends_every_other_session() {
    let house = House::new().await;
    let (mut here, mut there) = (house.comes(Who::Leader).await, house.comes(Who::Leader).await);
    let mut somebody = house.comes(Who::OtherLeader).await;
    assert_eq!(here.post("/settings/password", &[("password", PASSWORD)]).await.status, 303);
    assert!(here.is_signed_in().await);
    assert!(!there.is_signed_in().await);
    assert!(somebody.is_signed_in().await);
}

#[tokio::test]
async fn roles_are_asked_for_at_each_request() {
    let house = House::new().await;
    let mut it = house.comes(Who::It).await;
    assert_eq!(it.get("/installation").await.status, 200);
    let mut employee = house.comes(Who::Employee).await;
    assert_eq!(employee.get("/installation").await.status, 403);
    let organisation = house.organisation.id;
    let give = move |tx: &mut actions::Tx<'_>| {
        store::access::give_role(tx, organisation, Who::Employee.id(), access::Role::It)
    };
    house.desk.write(give).await.unwrap();
    assert_eq!(employee.get("/installation").await.status, 200, "without signing in again");
}
