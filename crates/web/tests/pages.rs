//! Every page, for everybody who may see it, in three languages: whole, and sound as a document.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod house;

use access::{Decision, Method, POLICY};
use house::{Answer, Browser, House, Plan, Who, faults, path_of};

const LANGUAGES: [&str; 3] = ["sv", "da", "en"];

fn sound(answer: &Answer, language: &str, what: &str) {
    assert!(answer.is_page(), "{what} is no page: {}", answer.header("content-type"));
    let faults = faults(&answer.text, language);
    assert!(faults.is_empty(), "{what} in {language}:\n  {}\n{}", faults.join("\n  "), answer.text);
}

async fn in_language(house: &House, who: Who, language: &'static str) -> Browser {
    house.comes(who).await.with("accept-language", language)
}

fn may(house: &House, row: &access::Policy, who: Who) -> bool {
    let mut roles = access::Roles::default().with(access::Role::Employee);
    match who {
        Who::Leader | Who::OtherLeader => roles = roles.with(access::Role::Leader),
        Who::Hr => roles = roles.with(access::Role::Hr),
        Who::TopManager => roles = roles.with(access::Role::TopManager),
        Who::It => roles = roles.with(access::Role::It),
        Who::DataProtection => roles = roles.with(access::Role::DataProtection),
        Who::AuthorityHr => roles = roles.with(access::Role::AuthorityHr),
        Who::Deputy => {
            roles = roles.with(access::Role::RoundsDeputy).with(access::Role::PeopleDeputy);
        }
        Who::Nobody | Who::Employee => {}
    }
    let actor = access::Actor { organisation: house.organisation.id, person: who.id(), roles };
    let actor = (who != Who::Nobody).then_some(&actor);
    row.right.decide(actor, true) == Decision::Yes
}

#[tokio::test]
async fn every_page_is_whole_for_everybody_it_is_for_in_each_language() {
    let house = House::new().await;
    let mut seen = 0;
    let rows = POLICY.iter().filter(|row| row.method == Method::Get);
    for row in rows {
        for who in Who::ALL.into_iter().filter(|who| may(&house, row, *who)) {
            for language in LANGUAGES {
                let what = format!("{} for {who:?}", row.path);
                let answer = in_language(&house, who, language).await.get(&path_of(row)).await;
                let on = answer.status == 303 && !answer.asks_to_sign_in();
                // What an address of a thing leads to, when there is no such thing.
                let none = row.path.contains('{') && answer.status == 404;
                assert!(answer.status == 200 || on || none, "{what}: {}\n{}", answer.status, answer.text);
                if answer.is_page() {
                    sound(&answer, language, &what);
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 100, "{seen}");
}

#[tokio::test]
async fn forms_that_come_back_are_whole_in_each_language() {
    let house = House::new().await;
    for language in LANGUAGES {
        let mut stranger = in_language(&house, Who::Nobody, language).await;
        let mut somebody = in_language(&house, Who::Leader, language).await;
        let wrong = [("mail", "nobody@made-up.example"), ("password", "wrong")];
        for (answer, what) in [
            (stranger.post("/sign-in", &[("mail", "nobody")]).await, "a bent address"),
            (stranger.post("/sign-in/password", &wrong).await, "a wrong password"),
            (somebody.post("/settings/password", &[("password", "short")]).await, "a short password"),
        ] {
            assert_eq!(answer.status, 422, "{what}");
            sound(&answer, language, what);
            for sign in ["role=\"alert\"", "aria-invalid=\"true\"", "autofocus"] {
                assert!(answer.text.contains(sign), "{what} in {language} says {sign}");
            }
        }
        let sent = stranger.post("/sign-in", &[("mail", "nobody@made-up.example")]).await;
        assert_eq!(sent.status, 200);
        sound(&sent, language, "a letter on its way");
        sound(&stranger.get("/outbox").await, language, "the outbox");
        let link = house.link(Who::Leader).await;
        sound(&stranger.get(&link).await, language, "a good link");
    }
}

#[tokio::test]
async fn a_refusal_is_whole_in_each_language() {
    let house = House::new().await;
    for language in LANGUAGES {
        let mut stranger = in_language(&house, Who::Nobody, language).await;
        let mut somebody = in_language(&house, Who::Employee, language).await;
        for number in 0..5 {
            let mail = format!("{language}-nobody@made-up.example");
            stranger.post("/sign-in", &[("mail", &mail)]).await;
            assert!(number < 5);
        }
        let mail = format!("{language}-nobody@made-up.example");
        let elsewhere = stranger.clone().with("sec-fetch-site", "cross-site").post("/sign-in", &[]).await;
        for (answer, status) in [
            (stranger.get("/nowhere").await, 404),
            (somebody.get("/nowhere").await, 404),
            (somebody.get("/installation").await, 403),
            (stranger.post("/sign-in", &[("mail", &mail)]).await, 429),
            (stranger.post("/sign-in", &[("mail", &"a".repeat(70_000))]).await, 413),
            (somebody.post("/settings/password", &[("password", &"a".repeat(70_000))]).await, 413),
            (somebody.post("/language", &[("language", "fi")]).await, 422),
            (elsewhere, 403),
        ] {
            assert_eq!(answer.status, status);
            sound(&answer, language, &format!("the page for {status}"));
        }
    }
}

#[tokio::test]
async fn what_was_done_is_said_once_on_the_next_page() {
    let house = House::new().await;
    for (language, sentence) in [
        ("sv", "Ett provbrev är på väg till dig."),
        ("da", "Et prøvebrev er på vej til dig."),
        ("en", "A test email is on its way to you."),
    ] {
        let mut browser = in_language(&house, Who::It, language).await;
        assert_eq!(browser.post("/installation/letter", &[]).await.location(), "/installation");
        let said = browser.get("/installation").await;
        assert!(said.text.contains(sentence), "{}", said.text);
        sound(&said, language, "a page that says something");
        assert!(!browser.get("/installation").await.text.contains(sentence), "once");
    }
}

#[tokio::test]
async fn a_language_that_somebody_chose_stays_with_them() {
    let house = House::new().await;
    let mut browser = in_language(&house, Who::Leader, "en").await;
    assert_eq!(
        browser.post("/language", &[("language", "da"), ("back", "/settings")]).await.location(),
        "/settings"
    );
    sound(&browser.get("/settings").await, "da", "here");
    sound(&in_language(&house, Who::Leader, "en").await.get("/settings").await, "da", "in another browser");
    sound(&in_language(&house, Who::Employee, "en").await.get("/settings").await, "en", "for somebody else");
    browser.post("/sign-out", &[]).await;
    sound(&browser.get("/sign-in").await, "da", "after signing out");
}

#[tokio::test]
async fn who_asks_for_no_language_of_ours_gets_the_municipalitys() {
    for language in [people::Language::Da, people::Language::En] {
        let house = House::built(Plan { language, ..Plan::default() }).await;
        sound(
            &house.browser().with("accept-language", "fi").get("/sign-in").await,
            language.code(),
            "Finnish",
        );
        sound(&house.browser().get("/sign-in").await, language.code(), "no word about it");
        sound(&house.browser().with("accept-language", "sv").get("/sign-in").await, "sv", "Swedish");
    }
}

/// A form came back, and then somebody chose another language or loaded the address anew.
#[tokio::test]
async fn where_a_form_came_back_one_can_still_choose_a_language() {
    let house = House::new().await;
    for (who, path, page) in [
        (Who::Nobody, "/sign-in/password", "/sign-in"),
        (Who::Leader, "/settings/password", "/settings"),
        (Who::It, "/installation/letter", "/installation"),
        (Who::Leader, "/settings/sessions/1/end", "/settings"),
        (Who::Leader, "/sign-out", "/"),
    ] {
        let mut browser = house.comes(who).await;
        assert_eq!(browser.post("/language", &[("language", "da"), ("back", path)]).await.location(), path);
        let answer = browser.get(path).await;
        assert_eq!((answer.status, answer.location()), (303, page), "{path}");
    }
}

#[test]
fn the_reader_of_pages_sees_what_is_wrong() {
    let whole = r#"<!doctype html><html lang="sv"><head><meta name="viewport" content="x"><title>Steg</title></head>
        <body><main><h1>Steg</h1><form method="post" action="/sign-out"><button>Ut</button></form></main></body></html>"#;
    assert_eq!(faults(whole, "sv"), Vec::<String>::new());
    for (from, to) in [
        ("lang=\"sv\"", "lang=\"da\""),
        ("<h1>Steg</h1>", "<h1>Steg</h1><h1>Steg</h1>"),
        ("<h1>Steg</h1>", "<h1> </h1>"),
        ("<h1>Steg</h1>", "<h1>Steg</h1><h3>Steg</h3>"),
        ("<h1>Steg</h1>", "<h1>Steg</h1><p></p>"),
        ("<h1>Steg</h1>", "<h1>{ $name }</h1>"),
        ("<h1>Steg</h1>", "<h1 id=\"a\">Steg</h1><p id=\"a\">x</p>"),
        ("<h1>Steg</h1>", "<h1 style=\"color: red\">Steg</h1>"),
        ("<h1>Steg</h1>", "<h1>Steg</h1><p><div>x</div></p>"),
        ("<h1>Steg</h1>", "<h1>Steg</h1><a href=\"/nowhere\">x</a>"),
        ("<h1>Steg</h1>", "<h1>Steg</h1><a href=\"#nowhere\">x</a>"),
        ("<h1>Steg</h1>", "<h1>Steg</h1><label for=\"nowhere\">x</label>"),
        ("<button>Ut</button>", "<button>Ut</button><input name=\"x\">"),
        ("<button>Ut</button>", "<button><svg aria-hidden=\"true\"></svg></button>"),
        ("<button>Ut</button>", ""),
        ("/sign-out", "/nowhere"),
    ] {
        assert!(whole.contains(from));
        assert!(!faults(&whole.replacen(from, to, 1), "sv").is_empty(), "{to}");
    }
}
