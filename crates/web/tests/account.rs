//! The door of the organisation's own sign-in, and a provider that lies.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod house;

#[path = "account/provider.rs"]
mod provider_house;

use std::sync::Arc;

use access::{Role, RoleMapping};
use house::{Answer, Browser, House, Plan, Who};
use jiff::SignedDuration;
use provider_house::{CLIENT, House as Provider};
use serde_json::{Value, json};
use web::{AccountDoor, Doors};

struct Town {
    house: House,
    provider: Arc<Provider>,
}

impl Town {
    async fn new() -> Town {
        Town::with_claim("email").await
    }

    async fn with_claim(claim: &str) -> Town {
        let provider = Provider::new(house::MORNING.parse().unwrap());
        let account = AccountDoor {
            provider: provider.provider(claim),
            name: "påhittskontot".to_owned(),
            roles: RoleMapping::new([
                (Role::Hr, vec!["g-hr".to_owned()]),
                (Role::It, vec!["g-it".to_owned()]),
            ]),
        };
        let doors = Doors { link: true, password: false, account: Some(account) };
        Town { house: House::built(Plan { doors, demo: false, ..Plan::default() }).await, provider }
    }

    fn passes(&self, time: SignedDuration) {
        self.house.passes(time);
        self.provider.conduct.lock().unwrap().now = self.house.now();
    }

    /// Away and back.
    async fn comes(&self, browser: &mut Browser) -> Answer {
        let away = browser.get("/sign-in/account?back=/settings").await;
        assert_eq!(away.status, 303, "{}", away.text);
        assert!(away.location().starts_with("https://id.example/authorize?realm=1&"), "{}", away.location());
        browser.get(&self.provider.signs_in(away.location())).await
    }

    async fn is_refused(&self, why: &str) {
        let mut browser = self.house.browser();
        let answer = self.comes(&mut browser).await;
        assert_eq!(answer.status, 422, "{why}: {}", answer.text);
        assert!(answer.text.contains("<h1>Du kom inte in</h1>"), "{why}");
        assert!(browser.session().is_none() && !browser.is_signed_in().await, "{why}");
    }
}

#[tokio::test]
async fn somebody_comes_in_and_is_where_they_wanted_to_be() {
    let town = Town::new().await;
    let mut browser = town.house.browser();
    let page = browser.get("/sign-in?back=/settings").await.text;
    assert!(page.contains(r#"href="/sign-in/account?back=/settings">Logga in med påhittskontot"#), "{page}");
    let answer = town.comes(&mut browser).await;
    assert_eq!((answer.status, answer.location()), (303, "/settings"));
    assert!(!browser.cookies.contains_key("pejling-away"), "what was kept for the way is gone");
    let settings = browser.get("/settings").await.text;
    assert!(settings.contains("leader@made-up.example") && settings.contains("med konto"), "{settings}");
}

#[tokio::test]
async fn whoever_came_once_is_known_by_the_account_and_not_by_the_address() {
    let town = Town::new().await;
    assert_eq!(town.comes(&mut town.house.browser()).await.status, 303);
    // The address went to somebody else at the provider: their account is another one.
    town.provider.says("sub", json!("person-2"));
    let answer = town.comes(&mut town.house.browser()).await;
    assert_eq!(answer.status, 403);
    assert!(answer.text.contains("Adressen hör till ett annat konto"), "{}", answer.text);
    // A new address of the same account changes nothing, whoever else has it here.
    town.provider.says("sub", json!("person-1"));
    town.provider.says("email", json!(Who::It.mail()));
    let mut browser = town.house.browser();
    assert_eq!(town.comes(&mut browser).await.status, 303);
    assert!(browser.get("/settings").await.text.contains("leader@made-up.example"));
    assert_eq!(browser.get("/installation").await.status, 403, "they are who they were");
}

#[tokio::test]
async fn it_can_let_go_of_an_account_so_that_another_one_may_come() {
    let town = Town::new().await;
    let mut earlier = town.house.browser();
    assert_eq!(town.comes(&mut earlier).await.status, 303);
    let (organisation, person) = (town.house.organisation.id, Who::Leader.id());
    town.house.desk.write(move |tx| actions::account::forget(tx, organisation, person)).await.unwrap();
    assert!(!earlier.is_signed_in().await, "nobody stays signed in by the one that was let go");
    town.provider.says("sub", json!("person-2"));
    assert_eq!(town.comes(&mut town.house.browser()).await.status, 303);
}

#[tokio::test]
async fn an_address_that_is_not_verified_or_nobodys_opens_nothing() {
    let town = Town::new().await;
    for (claim, value, sentence) in [
        ("email_verified", json!(false), "säger inte vilken adress"),
        ("email_verified", Value::Null, "säger inte vilken adress"),
        ("email", Value::Null, "säger inte vilken adress"),
        ("email", json!("stranger@made-up.example"), "ingen i Pejling har den adressen"),
    ] {
        town.provider.conduct.lock().unwrap().claims.clear();
        town.provider.says(claim, value.clone());
        let mut browser = town.house.browser();
        let answer = town.comes(&mut browser).await;
        assert_eq!(answer.status, 403, "{claim} {value}");
        assert!(answer.text.contains(sentence), "{claim} {value}: {}", answer.text);
        assert!(!browser.is_signed_in().await);
    }
    let town = Town::with_claim("preferred_username").await;
    town.provider.says("email", json!(Who::It.mail()));
    town.provider.says("preferred_username", json!("Employee@Made-Up.example"));
    let mut browser = town.house.browser();
    assert_eq!(town.comes(&mut browser).await.status, 303);
    assert!(
        browser.get("/settings").await.text.contains("employee@made-up.example"),
        "the claim that IT named"
    );
}

#[tokio::test]
async fn a_provider_that_says_little_in_its_token_is_asked_for_the_rest() {
    let town = Town::new().await;
    let says_more = |more: Value| {
        let Value::Object(more) = more else { unreachable!() };
        let mut conduct = town.provider.conduct.lock().unwrap();
        conduct.claims = [("email", Value::Null), ("email_verified", Value::Null)]
            .map(|(name, value)| (name.to_owned(), value))
            .into_iter()
            .collect();
        conduct.more = more;
    };
    let mail = Who::It.mail();
    says_more(json!({ "sub": "person-9", "email": mail, "email_verified": true }));
    town.is_refused("of somebody else").await;
    says_more(json!({ "sub": "person-1", "email": mail, "email_verified": false }));
    assert_eq!(town.comes(&mut town.house.browser()).await.status, 403);
    // An address in the token is not verified by what is said beside it.
    says_more(json!({ "sub": "person-1", "email": "x@made-up.example", "email_verified": true }));
    town.provider.says("email", json!(mail));
    assert_eq!(town.comes(&mut town.house.browser()).await.status, 403);
    says_more(json!({ "sub": "person-1", "email": mail, "email_verified": true, "groups": ["g-it"] }));
    let mut browser = town.house.browser();
    assert_eq!(town.comes(&mut browser).await.status, 303);
    assert_eq!(browser.get("/installation").await.status, 200);
}

#[tokio::test]
async fn roles_follow_from_groups_and_go_with_them() {
    let town = Town::new().await;
    town.provider.says("groups", json!(["g-other", "g-it"]));
    let mut browser = town.house.browser();
    town.comes(&mut browser).await;
    assert_eq!(browser.get("/installation").await.status, 200);
    assert_eq!(browser.get("/week").await.status, 200, "what follows from the organisation stays");
    town.provider.says("groups", json!(["g-hr"]));
    town.comes(&mut town.house.browser()).await;
    assert_eq!(browser.get("/installation").await.status, 403, "in every browser, at once");
    assert_eq!(browser.get("/people").await.status, 200);
    // The top manager's role stands in no mapping: it was given by hand, and stays.
    town.provider.says("sub", json!("person-9"));
    town.provider.says("email", json!(Who::TopManager.mail()));
    let mut top = town.house.browser();
    town.comes(&mut top).await;
    assert_eq!(top.get("/rounds").await.status, 200);
}

#[tokio::test]
async fn what_comes_back_belongs_to_the_browser_that_went() {
    let town = Town::new().await;
    let mut victim = town.house.browser();
    let mut attacker = town.house.browser();
    let away = attacker.get("/sign-in/account").await;
    let back = town.provider.signs_in(away.location());
    // Somebody is given the address that an attacker was to come back to.
    let answer = victim.get(&back).await;
    assert_eq!(answer.status, 422);
    assert!(answer.text.contains("<h1>Inloggningen tog för lång tid</h1>"), "{}", answer.text);
    assert!(victim.session().is_none());
    // The same when they are on their way themselves: the state is another.
    victim.get("/sign-in/account").await;
    assert_eq!(victim.get(&back).await.status, 422);
    assert!(victim.session().is_none());
    for bent in ["", "x", &House::strange_secret(), &"A".repeat(300)] {
        let mut browser = town.house.browser();
        browser.cookies.insert("pejling-away".to_owned(), bent.to_owned());
        assert_eq!(browser.get(&back).await.status, 422, "{bent}");
    }
    assert_eq!(attacker.get(&back).await.status, 303, "it was good all along");
}

#[tokio::test]
async fn what_was_kept_for_the_way_does_not_last() {
    let town = Town::new().await;
    let mut browser = town.house.browser();
    let away = browser.get("/sign-in/account").await;
    let back = town.provider.signs_in(away.location());
    town.passes(SignedDuration::from_mins(15));
    assert_eq!(browser.get(&back).await.status, 422);
}

#[tokio::test]
async fn a_code_is_good_once() {
    let town = Town::new().await;
    let mut browser = town.house.browser();
    let away = browser.get("/sign-in/account").await;
    let mut copy = browser.clone();
    let back = town.provider.signs_in(away.location());
    assert_eq!(browser.get(&back).await.status, 303);
    // Even with everything that the browser had.
    let answer = copy.get(&back).await;
    assert_eq!(answer.status, 422);
    assert!(copy.session().is_none());
    assert_eq!(browser.get(&back).await.status, 422, "nor with the browser itself");
}

#[tokio::test]
async fn a_token_that_is_not_for_this_sign_in_opens_nothing() {
    let town = Town::new().await;
    let second = town.house.now().as_second();
    for (claim, value) in [
        ("nonce", json!("another")),
        ("nonce", Value::Null),
        ("aud", json!("another")),
        ("aud", json!([CLIENT, "another"])),
        ("aud", json!([])),
        ("aud", Value::Null),
        ("azp", json!("another")),
        ("iss", json!("https://evil.example")),
        ("iss", json!("https://id.example/realms/pahitt/")),
        ("iss", Value::Null),
        ("exp", json!(second - 61)),
        ("exp", json!("never")),
        ("exp", Value::Null),
        ("iat", json!(second + 120)),
        ("iat", Value::Null),
        ("nbf", json!(second + 120)),
        ("sub", json!("")),
        ("sub", json!("x".repeat(256))),
        ("sub", Value::Null),
    ] {
        town.provider.conduct.lock().unwrap().claims.clear();
        town.provider.says(claim, value.clone());
        town.is_refused(&format!("{claim} {value}")).await;
    }
    town.provider.conduct.lock().unwrap().claims.clear();
    town.provider.says("aud", json!([CLIENT, "another"]));
    town.provider.says("azp", json!(CLIENT));
    assert_eq!(town.comes(&mut town.house.browser()).await.status, 303, "for others too, and given to us");
}

#[tokio::test]
async fn a_token_that_the_provider_did_not_sign_opens_nothing() {
    let town = Town::new().await;
    for (alg, unsigned) in [
        ("none", true),
        ("none", false),
        ("None", true),
        ("HS256", false),
        ("ES256", true),
        ("RS256", false),
        ("ES384", false),
    ] {
        {
            let mut conduct = town.provider.conduct.lock().unwrap();
            conduct.header.insert("alg".to_owned(), json!(alg));
            conduct.unsigned = unsigned;
        }
        town.is_refused(&format!("alg {alg}")).await;
    }
    town.provider.conduct.lock().unwrap().unsigned = false;
    for (name, value) in [("crit", json!(["exp"])), ("kid", json!("symmetric")), ("kid", json!("unknown"))] {
        let header = [("alg".to_owned(), json!("ES256")), (name.to_owned(), value)];
        town.provider.conduct.lock().unwrap().header = header.into_iter().collect();
        town.is_refused(name).await;
    }
}

#[tokio::test]
async fn keys_that_the_provider_changed_are_asked_for_again_and_not_too_often() {
    let town = Town::new().await;
    assert_eq!(town.comes(&mut town.house.browser()).await.status, 303);
    assert_eq!(town.comes(&mut town.house.browser()).await.status, 303);
    assert_eq!(*town.provider.key_looks.lock().unwrap(), 1, "what is known is not asked again");
    town.provider.changes_keys();
    town.is_refused("half a minute has not passed").await;
    assert_eq!(*town.provider.key_looks.lock().unwrap(), 1);
    town.passes(SignedDuration::from_secs(30));
    assert_eq!(town.comes(&mut town.house.browser()).await.status, 303);
    assert_eq!(*town.provider.key_looks.lock().unwrap(), 2);
}

#[tokio::test]
async fn whoever_changed_their_mind_there_is_told_so_and_nothing_of_it_is_echoed() {
    let town = Town::new().await;
    let mut browser = town.house.browser();
    let away = browser.get("/sign-in/account").await;
    let back = town.provider.signs_in(away.location());
    let state = back.split("state=").nth(1).unwrap();
    let said = "error=access_denied&error_description=%3Cscript%3Ex";
    let answer = browser.get(&format!("/sign-in/account/back?{said}&state={state}")).await;
    assert_eq!(answer.status, 422);
    assert!(!answer.text.contains("script>x") && !answer.text.contains("access_denied"), "{}", answer.text);
}

#[tokio::test]
async fn another_provider_that_sends_them_back_is_not_believed() {
    let town = Town::new().await;
    let mut browser = town.house.browser();
    let away = browser.get("/sign-in/account").await;
    let back = town.provider.signs_in(away.location());
    assert_eq!(browser.get(&format!("{back}&iss=https://evil.example")).await.status, 422);
    assert!(browser.session().is_none());
}

#[tokio::test]
async fn a_provider_that_is_away_shuts_one_door_and_no_other() {
    let town = Town::new().await;
    town.provider.conduct.lock().unwrap().away = true;
    let answer = town.house.browser().get("/sign-in/account").await;
    assert_eq!(answer.status, 502);
    assert!(answer.text.contains("Inloggningen med påhittskontot svarar inte just nu"), "{}", answer.text);
    assert!(town.house.comes(Who::Leader).await.is_signed_in().await);
}

#[tokio::test]
async fn nobody_is_sent_on_to_another_site_and_no_planted_session_is_kept() {
    let town = Town::new().await;
    let planted = town.house.comes(Who::Employee).await.session().unwrap().to_owned();
    for back in
        ["https://evil.example", "//evil.example", "/\\evil.example", "evil", "/a%0d%0aSet-Cookie:%20x=y"]
    {
        let mut browser = town.house.browser();
        let away = browser.get(&format!("/sign-in/account?back={back}")).await;
        browser.cookies.insert("pejling".to_owned(), planted.clone());
        let answer = browser.get(&town.provider.signs_in(away.location())).await;
        assert_eq!((answer.status, answer.location()), (303, "/"), "{back}");
        assert_ne!(browser.session().unwrap(), planted);
    }
    let mut left = town.house.browser();
    left.cookies.insert("pejling".to_owned(), planted);
    assert!(!left.is_signed_in().await, "the planted one lets nobody in any more");
}

#[tokio::test]
async fn what_the_provider_says_of_somebody_is_asked_for_again_each_working_day() {
    let town = Town::new().await;
    let mut browser = town.house.browser();
    town.comes(&mut browser).await;
    town.passes(SignedDuration::from_hours(11));
    assert!(browser.is_signed_in().await);
    town.passes(SignedDuration::from_hours(1));
    assert!(!browser.is_signed_in().await);
}

#[tokio::test]
async fn being_signed_in_there_proves_nothing_here_until_the_provider_has_asked_again() {
    let town = Town::new().await;
    town.provider.says("groups", json!(["g-hr"]));
    let mut browser = town.house.browser();
    town.comes(&mut browser).await;
    let asked = "/sign-in?again=yes&back=/roles";
    assert_eq!(browser.get("/roles").await.location(), asked, "it did not say when that was");
    let page = browser.get(asked).await.text;
    assert!(page.contains(r#"href="/sign-in/account?back=/roles&#38;again=yes""#), "{page}");

    // It must ask, and say that it did.
    let away = browser.get("/sign-in/account?back=/roles&again=yes").await;
    assert!(away.location().contains("prompt=login&max_age=0"), "{}", away.location());
    let long_ago = town.house.now().as_second() - 3_600;
    town.provider.says("auth_time", json!(long_ago));
    assert_eq!(browser.get(&town.provider.signs_in(away.location())).await.status, 422);
    assert_eq!(browser.get("/roles").await.location(), asked);

    let away = browser.get("/sign-in/account?back=/roles&again=yes").await;
    town.provider.says("auth_time", json!(town.house.now().as_second()));
    let back = browser.get(&town.provider.signs_in(away.location())).await;
    assert_eq!((back.status, back.location()), (303, "/roles"));
    assert_eq!(browser.get("/roles").await.status, 200);
}

#[tokio::test]
async fn whoever_signs_out_here_is_offered_to_sign_out_there() {
    let town = Town::new().await;
    let mut browser = town.house.browser();
    town.comes(&mut browser).await;
    let answer = browser.post("/sign-out", &[]).await;
    assert_eq!((answer.status, answer.location()), (303, "/sign-out"));
    assert!(!browser.is_signed_in().await);
    let page = browser.get("/sign-out").await.text;
    assert!(page.contains("href=\"/sign-out/account\">Logga ut från påhittskontot"), "{page}");
    let on = browser.get("/sign-out/account").await;
    let there =
        "https://id.example/end?client_id=pejling&post_logout_redirect_uri=http%3A%2F%2Fpejling.example%2F";
    assert_eq!((on.status, on.location()), (303, there));
    let mut by_link = town.house.comes(Who::Leader).await;
    assert_eq!(
        by_link.post("/sign-out", &[]).await.location(),
        "/",
        "who came another way has nothing there to leave"
    );
}

const EVENT: &str = "http://schemas.openid.net/event/backchannel-logout";

#[tokio::test]
async fn a_sign_out_there_ends_what_came_of_it_here() {
    let town = Town::new().await;
    let (mut first, mut second) = (town.house.browser(), town.house.browser());
    town.comes(&mut first).await;
    town.provider.says("sid", json!("session-2"));
    town.comes(&mut second).await;
    town.provider.conduct.lock().unwrap().claims.clear();
    let mut by_link = town.house.comes(Who::Leader).await;
    let events = json!({ "events": { EVENT: {} } });
    let tell = async |token: String| {
        town.house.browser().post("/sign-in/account/ended", &[("logout_token", &token)]).await.status
    };
    let second_now = town.house.now().as_second();
    for (name, value) in [
        ("events", Value::Null),
        ("events", json!({ "x": {} })),
        ("nonce", json!("n")),
        ("aud", json!("another")),
        ("iss", json!("https://evil.example")),
        ("iat", json!(second_now - 130)),
        ("sub", Value::Null),
    ] {
        town.provider.says(name, value);
        assert_eq!(tell(town.provider.token(town.provider.usual(events.clone()))).await, 400, "{name}");
        town.provider.conduct.lock().unwrap().claims.clear();
    }
    assert!(first.is_signed_in().await);
    town.provider.conduct.lock().unwrap().header.insert("typ".to_owned(), json!("logout+jwt"));
    assert_eq!(tell(town.provider.token(town.provider.usual(events.clone()))).await, 200);
    assert!(!first.is_signed_in().await, "the one");
    assert!(second.is_signed_in().await, "and no other");
    town.provider.says("sid", Value::Null);
    assert_eq!(tell(town.provider.token(town.provider.usual(events))).await, 200);
    assert!(!second.is_signed_in().await, "without naming one, all");
    assert!(by_link.is_signed_in().await, "but not what came another way");
}

#[tokio::test]
async fn doors_that_are_shut_are_not_shown_and_do_not_open() {
    let town = Town::new().await;
    let mut browser = town.house.browser();
    let page = browser.get("/sign-in").await.text;
    assert!(!page.contains("/sign-in/password") && page.contains("Med en länk"), "{page}");
    assert_eq!(
        browser.post("/sign-in/password", &[("mail", "a@b.example"), ("password", "x")]).await.status,
        404
    );
    let mut inside = town.house.comes(Who::Leader).await;
    assert!(!inside.get("/settings").await.text.contains("/settings/password"));
    assert_eq!(
        inside.post("/settings/password", &[("password", "fyra vanliga ord i rad")]).await.status,
        404
    );

    let account = AccountDoor {
        provider: town.provider.provider("email"),
        name: String::new(),
        roles: RoleMapping::default(),
    };
    let doors = Doors { link: false, password: false, account: Some(account) };
    let house = House::built(Plan { doors, demo: false, ..Plan::default() }).await;
    let page = house.browser().get("/sign-in").await.text;
    assert!(
        !page.contains("action=\"/sign-in\"") && page.contains("Logga in med ditt arbetskonto"),
        "{page}"
    );
    assert_eq!(house.browser().post("/sign-in", &[("mail", &Who::Leader.mail())]).await.status, 404);
    assert!(house.letters().await.is_empty());
    assert!(house.comes(Who::Leader).await.is_signed_in().await, "a link that IT made lets in always");

    let house = House::built(Plan { doors: Doors::default(), ..Plan::default() }).await;
    for (path, to) in [
        ("/sign-in/account", "/sign-in"),
        ("/sign-in/account/back?code=x&state=y", "/sign-in"),
        ("/sign-out/account", "/"),
    ] {
        assert_eq!(house.browser().get(path).await.location(), to, "{path}");
    }
}

#[tokio::test]
async fn every_page_of_this_door_is_whole_in_three_languages() {
    let town = Town::new().await;
    for language in ["sv", "da", "en"] {
        let mut pages = Vec::new();
        let browser = || town.house.browser().with("accept-language", language);
        pages.push(browser().get("/sign-in").await);
        pages.push(browser().get("/sign-out").await);
        pages.push(browser().get("/sign-in/account/back?code=x&state=y").await);
        for (claim, value) in [
            ("email", json!("stranger@made-up.example")),
            ("email_verified", json!(false)),
            ("nonce", json!("n")),
        ] {
            town.provider.conduct.lock().unwrap().claims.clear();
            town.provider.says(claim, value);
            pages.push(town.comes(&mut browser()).await);
        }
        for page in pages {
            let faults = house::faults(&page.text, language);
            assert!(faults.is_empty(), "{language}: {faults:?}\n{}", page.text);
        }
    }
}
