//! Whoever finds something hard to use can say so, without saying who they are, and cannot fill anybody's mailbox.

use access::Allowance;

use crate::house::{House, Who};

#[tokio::test]
async fn what_is_hard_to_use_comes_to_those_who_run_it_and_does_not_say_who_said_it() {
    let house = House::new().await;
    let mut leader = house.comes(Who::Leader).await;
    let text = "Knappen <Spara> syns inte i mörker.\r\nJag använder förstoring.";
    let before = house.letters().await.len();
    let answer = leader.post("/accessibility", &[("text", text), ("reply", "anna@example.org")]).await;
    assert_eq!((answer.status, answer.location()), (303, "/accessibility"));
    assert!(
        leader.get("/accessibility").await.text.contains("Tack. Det är på väg till dem som sköter Pejling.")
    );

    let letters = house.letters().await;
    assert_eq!(letters.len(), before + 1);
    let (_, body) = letters.iter().find(|(to, _)| *to == Who::It.mail()).unwrap();
    assert!(body.contains(text.split_once('\r').unwrap().0) && body.contains("anna@example.org"), "{body}");
    assert!(!body.contains(&Who::Leader.mail()) && !body.contains("Karin"), "{body}");
}

#[tokio::test]
async fn what_was_typed_comes_back_when_something_is_wrong_with_it() {
    let house = House::new().await;
    let mut stranger = house.browser();
    for (text, reply, said) in [
        ("", "", "href=\"#text\""),
        ("För liten text.", "anna", "href=\"#reply\""),
        (&"å".repeat(2_001), "", "2000"),
    ] {
        let answer = stranger.post("/accessibility", &[("text", text), ("reply", reply)]).await;
        assert_eq!(answer.status, 422);
        assert!(answer.text.contains(said) && answer.text.contains(text), "{}", answer.text);
        assert!(answer.text.contains(&format!("value=\"{reply}\"")), "{}", answer.text);
    }
    assert!(house.letters().await.is_empty());
    assert_eq!(stranger.post("/accessibility", &[("text", &"å".repeat(2_000))]).await.status, 303);
}

#[tokio::test]
async fn nobody_fills_the_mailbox_of_those_who_run_it() {
    let house = House::new().await;
    let (one, all) = (Allowance::FEEDBACK_FROM_NETWORK.tries, Allowance::FEEDBACK.tries);
    let mut from_one = house.browser();
    for number in 0..=one {
        let answer = from_one.post("/accessibility", &[("text", "Allt är svårt.")]).await;
        assert_eq!(answer.status, if number < one { 303 } else { 422 });
        assert!(number < one || answer.text.contains("Allt är svårt."), "what was typed is kept");
    }
    for number in one..=all {
        let mut browser = house.browser().at([10, 0, u8::try_from(number).unwrap(), 1]);
        let answer = browser.post("/accessibility", &[("text", "Allt är svårt.")]).await;
        assert_eq!(answer.status, if number < all { 303 } else { 422 });
    }
}
