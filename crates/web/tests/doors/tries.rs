//! Guessing is slow, tells nothing, and keeps nobody else out.

use std::time::{Duration, Instant};

use access::Allowance;

use crate::house::{Answer, Browser, House, Plan, Who};

const RIGHT: &str = "fyra vanliga ord i rad";

async fn tries(browser: &mut Browser, mail: &str, password: &str) -> Answer {
    browser.post("/sign-in/password", &[("mail", mail), ("password", password)]).await
}

async fn guard_of(plan: Plan) -> House {
    let house = House::built(plan).await;
    house.password(Who::Leader, RIGHT).await;
    house
}

#[tokio::test]
async fn whoever_guesses_from_one_network_is_stopped() {
    let house = guard_of(Plan::default()).await;
    let mut attacker = house.browser();
    for number in 0..Allowance::PASSWORD.tries {
        assert_eq!(tries(&mut attacker, &Who::Leader.mail(), &format!("wrong {number}")).await.status, 422);
    }
    let stopped = tries(&mut attacker, &Who::Leader.mail(), RIGHT).await;
    assert_eq!(stopped.status, 429, "even the right one is not tried any more");
    assert!(stopped.text.contains("För många försök på kort tid"));
    let mut neighbour = house.browser().at([192, 0, 2, 99]);
    assert_eq!(tries(&mut neighbour, &Who::Leader.mail(), RIGHT).await.status, 429, "the network is counted");
    house.passes(Allowance::PASSWORD.within);
    assert_eq!(tries(&mut attacker, &Who::Leader.mail(), RIGHT).await.status, 303);
}

#[tokio::test]
async fn guessing_keeps_nobody_else_out() {
    let house = guard_of(Plan::default()).await;
    let mut attacker = house.browser();
    for _ in 0..=Allowance::PASSWORD.tries {
        tries(&mut attacker, &Who::Leader.mail(), "wrong").await;
    }
    let mut owner = house.browser().at([203, 0, 113, 5]);
    assert_eq!(tries(&mut owner, &Who::Leader.mail(), RIGHT).await.status, 303, "from elsewhere");
    let mut owner = house.browser();
    assert_eq!(
        owner.post(&house.link(Who::Leader).await, &[]).await.location(),
        "/",
        "by a link, from anywhere"
    );
    assert!(owner.is_signed_in().await);
    house.password(Who::OtherLeader, RIGHT).await;
    assert_eq!(
        tries(&mut attacker, &Who::OtherLeader.mail(), RIGHT).await.status,
        303,
        "and others from there"
    );
}

#[tokio::test]
async fn one_network_cannot_try_everybody() {
    let house = House::new().await;
    let mut attacker = house.browser();
    let most = Allowance::PASSWORDS_FROM_NETWORK.tries;
    for number in 0..=most {
        // Too long to be hashed: the test counts tries, not work.
        let answer = tries(&mut attacker, &format!("nobody{number}@made-up.example"), &"x".repeat(201)).await;
        assert_eq!(answer.status, if number < most { 422 } else { 429 });
    }
}

#[tokio::test]
async fn no_header_of_the_visitors_own_moves_them_to_another_network() {
    let proxy = [10, 0, 0, 7];
    for (plan, from, bent) in [
        // Nobody is trusted: the header says nothing.
        (Plan::default(), [192, 0, 2, 1], vec!["198.51.100.N"]),
        (Plan { proxies: vec![proxy.into()], ..Plan::default() }, [192, 0, 2, 1], vec!["198.51.100.N"]),
        // The proxy added where the visitor came from: what stands to the left is the visitor's.
        (Plan { proxies: vec![proxy.into()], ..Plan::default() }, proxy, vec!["198.51.N.1, 192.0.2.1"]),
        (Plan { proxies: vec![proxy.into()], ..Plan::default() }, proxy, vec!["198.51.N.1", "192.0.2.1"]),
        (
            Plan { proxies: vec![proxy.into()], ..Plan::default() },
            proxy,
            vec!["10.0.0.7, 198.51.N.1, 192.0.2.1:4711"],
        ),
        (
            Plan { proxies: vec![proxy.into(), [10, 0, 0, 8].into()], ..Plan::default() },
            proxy,
            vec!["198.51.N.1, 192.0.2.1, ::ffff:10.0.0.8"],
        ),
    ] {
        let house = House::built(plan).await;
        for number in 0..=Allowance::PASSWORD.tries {
            let mut attacker = house.browser().at(from);
            for line in &bent {
                attacker = attacker.with("x-forwarded-for", line.replace('N', &number.to_string()));
            }
            let answer = tries(&mut attacker, "nobody@made-up.example", &"x".repeat(201)).await;
            assert_eq!(answer.status, if number < Allowance::PASSWORD.tries { 422 } else { 429 }, "{bent:?}");
        }
    }
}

#[tokio::test]
async fn behind_a_trusted_proxy_visitors_are_counted_each_by_their_own_network() {
    let proxy = [10, 0, 0, 7];
    let house = House::built(Plan { proxies: vec![proxy.into()], ..Plan::default() }).await;
    for number in 0..=Allowance::PASSWORD.tries {
        let mut visitor = house.browser().at(proxy).with("x-forwarded-for", format!("198.51.{number}.1"));
        assert_eq!(tries(&mut visitor, "nobody@made-up.example", &"x".repeat(201)).await.status, 422);
    }
}

#[tokio::test]
async fn the_answer_does_not_say_whether_there_is_such_a_person() {
    let house = guard_of(Plan::default()).await;
    let wrong = tries(&mut house.browser(), &Who::Leader.mail(), "wrong").await;
    let without = tries(&mut house.browser(), &Who::Employee.mail(), "wrong").await;
    let nobody = tries(&mut house.browser(), "nobody@made-up.example", "wrong").await;
    for (other, mail) in [(without, Who::Employee.mail()), (nobody, "nobody@made-up.example".into())] {
        assert_eq!(other.status, wrong.status);
        assert_eq!(other.text.replace(&mail, "MAIL"), wrong.text.replace(&Who::Leader.mail(), "MAIL"));
    }
}

/// The work is one argon2 hash, tens of milliseconds; were it left out for strangers, they would be answered in one.
#[tokio::test]
async fn the_clock_does_not_say_whether_there_is_such_a_person() {
    let house = guard_of(Plan::default()).await;
    let mails = [Who::Leader.mail(), Who::Employee.mail(), "nobody@made-up.example".to_owned()];
    let mut shortest = [Duration::MAX; 3];
    for round in 0..5 {
        for (mail, shortest) in mails.iter().zip(&mut shortest) {
            let mut browser = house.browser().at([198, 51, round, 1]);
            let begun = Instant::now();
            assert_eq!(tries(&mut browser, mail, "wrong, but of a common length").await.status, 422);
            *shortest = begun.elapsed().min(*shortest);
        }
    }
    for other in &shortest[1..] {
        assert!(*other > shortest[0] / 2 && *other < shortest[0] * 2, "{shortest:?}");
    }
}

#[tokio::test]
async fn a_password_that_one_could_guess_is_not_taken() {
    let house = House::new().await;
    let mut browser = house.comes(Who::Leader).await;
    for (password, sentence) in [
        ("kort".to_owned(), "behöver minst 15 tecken"),
        ("åäö".repeat(4), "behöver minst 15 tecken"),
        ("x".repeat(201), "högst 200 tecken"),
        (String::new(), "Behöver fyllas i"),
    ] {
        let answer = browser.post("/settings/password", &[("password", &password)]).await;
        assert_eq!(answer.status, 422);
        assert!(answer.text.contains(sentence), "{}", answer.text);
        assert!(password.is_empty() || !answer.text.contains(&password), "it is not written back");
    }
}
