//! The policy table is what happens: every row, asked for by everybody, through the whole router.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod house;

use access::{Method, POLICY, Policy, Right};
use axum::http;
use house::{Answer, House, Plan, Who, path_of};

/// Whether the table's words let `who` in. Written out here once more, so that a slip in the rule shows.
fn let_in(right: Right, who: Who) -> bool {
    match right {
        Right::Anyone | Right::Demo | Right::Holder => true,
        Right::SignedIn => who != Who::Nobody,
        Right::Leader => who.leads(),
        Right::Planner => {
            who.leads() || matches!(who, Who::Hr | Who::AuthorityHr | Who::TopManager | Who::Deputy)
        }
        Right::Hr => who == Who::Hr,
        Right::PeopleKeeper => matches!(who, Who::Hr | Who::It | Who::Deputy),
        Right::RoleGiver => matches!(who, Who::Hr | Who::AuthorityHr | Who::It),
        Right::HrOrIt => matches!(who, Who::Hr | Who::It),
        Right::Releaser => who.leads() || who == Who::AuthorityHr,
        Right::Delegator => who.leads() || who == Who::Hr,
        Right::DataProtection => who == Who::DataProtection,
        Right::It => who == Who::It,
    }
}

async fn ask(house: &House, row: &Policy, who: Who) -> Answer {
    let mut browser = house.comes(who).await;
    match row.method {
        Method::Get => browser.get(&path_of(row)).await,
        Method::Post => browser.post(&path_of(row), &[]).await,
        Method::Put => browser.ask(http::Method::PUT, &path_of(row)).await,
    }
}

fn is_there(row: &Policy, answer: &Answer) -> bool {
    // Assets and health stand outside the guard, which is what says which route answered.
    let unguarded = ["/health", "/assets/{*file}"].contains(&row.path) && answer.status == 200;
    unguarded || answer.route.as_deref() == Some(row.path) && answer.status != 405
}

#[tokio::test]
async fn every_row_lets_in_those_it_names_and_nobody_else() {
    let house = House::new().await;
    for row in POLICY {
        for who in Who::ALL {
            let answer = ask(&house, row, who).await;
            let name = format!("{:?} {} by {who:?}: {}", row.method, row.path, answer.status);
            assert!(answer.status < 500, "{name}\n{}", answer.text);
            if let_in(row.right, who) {
                assert!(answer.status != 403 && !answer.asks_to_sign_in(), "{name} is let in");
                assert!(is_there(row, &answer), "{name}: the row has a route");
            } else if who == Who::Nobody {
                assert!(answer.asks_to_sign_in(), "{name} is asked to sign in");
            } else {
                assert_eq!(answer.status, 403, "{name} is refused");
            }
        }
    }
}

#[tokio::test]
async fn every_row_has_a_page() {
    let house = House::new().await;
    for row in POLICY {
        let who = match row.right {
            Right::It => Who::It,
            Right::Hr | Right::HrOrIt | Right::RoleGiver => Who::Hr,
            Right::DataProtection => Who::DataProtection,
            _ => Who::Leader,
        };
        assert!(is_there(row, &ask(&house, row, who).await), "no route: {:?} {}", row.method, row.path);
    }
}

#[tokio::test]
async fn over_real_people_there_is_no_demo() {
    let house = House::built(Plan { demo: false, ..Plan::default() }).await;
    for row in POLICY.iter().filter(|row| row.right == Right::Demo) {
        for who in Who::ALL {
            assert_eq!(ask(&house, row, who).await.status, 404, "{} by {who:?}", row.path);
        }
    }
}

#[tokio::test]
async fn asking_for_the_head_alone_is_decided_as_looking_is() {
    let house = House::new().await;
    for row in POLICY.iter().filter(|row| row.method == Method::Get && row.right != Right::Anyone) {
        for who in [Who::Nobody, Who::Employee] {
            let whole = ask(&house, row, who).await.status;
            let head = house.comes(who).await.ask(http::Method::HEAD, &path_of(row)).await;
            assert_eq!((head.status, head.text.as_str()), (whole, ""), "{} by {who:?}", row.path);
        }
    }
}

#[tokio::test]
async fn no_other_method_does_anything() {
    let house = House::new().await;
    for row in POLICY {
        let others = [http::Method::PUT, http::Method::DELETE, http::Method::PATCH, http::Method::OPTIONS];
        for method in others.into_iter().filter(|it| row.method != Method::Put || it != http::Method::PUT) {
            let mut browser = house.comes(Who::Leader).await;
            let answer = browser.ask(method.clone(), &path_of(row)).await;
            assert!([403, 405].contains(&answer.status), "{method} {}: {}", row.path, answer.status);
            assert!(browser.is_signed_in().await);
        }
    }
}

#[tokio::test]
async fn nobody_ends_somebody_elses_session() {
    let house = House::new().await;
    let mut owner = house.comes(Who::Leader).await;
    let by = access::Actor {
        organisation: house.organisation.id,
        person: Who::Leader.id(),
        roles: access::Roles::default(),
    };
    let (sessions, _) = house.desk.read(move |tx| actions::access::doors(tx, &by)).await.unwrap();
    let end = format!("/settings/sessions/{}/end", sessions[0].label);
    for who in Who::ALL.into_iter().filter(|who| *who != Who::Leader) {
        house.comes(who).await.post(&end, &[]).await;
        assert!(owner.is_signed_in().await, "{who:?} cannot end it");
    }
    owner.post(&end, &[]).await;
    assert!(!owner.is_signed_in().await, "the owner can");
}

#[tokio::test]
async fn where_there_is_no_page_there_is_none_for_anybody() {
    let house = House::new().await;
    for who in Who::ALL {
        for path in ["/nowhere", "/settings/", "/Settings", "//settings", "/settings/%2e%2e/installation"] {
            let answer = house.comes(who).await.get(path).await;
            assert_eq!(answer.status, 404, "{path} by {who:?}");
            assert!(answer.is_page());
        }
    }
}
