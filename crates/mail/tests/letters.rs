//! Letters through a real mail server, aiosmtpd, which `scripts/smtp-for-tests` starts; and against servers that are
//! away, or that are not what they should be.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod servers;

use std::time::{Duration, Instant};

use jiff::Timestamp;
use mail::{Letter, NotSent, PostOffice, Security, Settings, SettingsRefused};
use servers::Mailbox;

fn letter(id: i64) -> Letter {
    Letter {
        id,
        written_at: Timestamp::UNIX_EPOCH,
        recipient: "åsa.öberg@ekbacka.example".replace(['å', 'ö'], "a"),
        subject: "Hur gick det med ditt steg? Åsa, Ærø, 20 °C".to_owned(),
        body: "Hej Åsa!\n\nDu valde att gå runt på måndagen.\n.en rad med punkt\nFrom en rad\nhttps://pejling.example/s/=3D\n"
            .to_owned(),
    }
}

fn settings(port: u16) -> Settings {
    Settings {
        host: "localhost".to_owned(),
        port,
        user: None,
        from: "Pejling i Ekbacka <pejling@ekbacka.example>".to_owned(),
        security: Security::None,
        authorities: String::new(),
    }
}

#[tokio::test]
async fn a_letter_arrives_as_it_was_written() {
    let mailbox = Mailbox::of_the_tests();
    let post = PostOffice::new(&settings(mailbox.port)).unwrap();
    post.send(&letter(4_711)).await.unwrap();
    let arrived = mailbox.letter("<4711@ekbacka.example>");
    assert_eq!(arrived.body, letter(4_711).body);
    let field = |name: &str| arrived.fields(name);
    assert_eq!(field("Subject"), ["Hur gick det med ditt steg? Åsa, Ærø, 20 °C"]);
    assert_eq!(field("From"), ["Pejling i Ekbacka <pejling@ekbacka.example>"]);
    assert_eq!(field("To"), ["asa.aberg@ekbacka.example"]);
    assert_eq!(field("Date"), ["Thu, 01 Jan 1970 00:00:00 +0000"]);
    assert_eq!(field("Auto-Submitted"), ["auto-generated"]);
    assert_eq!(field("Content-Type"), ["text/plain; charset=\"utf-8\""]);
    assert_eq!(field("X-MailFrom"), ["pejling@ekbacka.example"]);
    assert_eq!(field("X-RcptTo"), ["asa.aberg@ekbacka.example"]);
}

#[tokio::test]
async fn nothing_in_a_letter_becomes_a_header_or_another_recipient() {
    let mailbox = Mailbox::of_the_tests();
    let breaks = ["\r\n", "\n", "\r", "\r\n\r\n", "\u{0}", "\u{b}", "\u{85}", "\u{2028}"];
    for (id, between) in (100..).zip(breaks) {
        let from = format!("\"Pejling{between}Bcc: tjuv@evil.example\" <pejling@ekbacka.example>");
        // A sender's name comes from IT's settings; taken or not, it must not become a header.
        let sender = PostOffice::new(&Settings { from, ..settings(mailbox.port) });
        let post = sender.unwrap_or_else(|_| PostOffice::new(&settings(mailbox.port)).unwrap());
        let subject =
            format!("Hej{between}Bcc: tjuv@evil.example{between}X-Evil: 1{between}{between}åäö").repeat(20);
        let body = format!("rad{between}.{between}MAIL FROM:<tjuv@evil.example>{between}slut");
        post.send(&Letter { subject, body, ..letter(id) }).await.unwrap();
        let arrived = mailbox.letter(&format!("<{id}@ekbacka.example>"));
        for name in ["Bcc", "X-Evil"] {
            assert!(arrived.fields(name).is_empty(), "{between:?}");
        }
        assert_eq!(arrived.fields("X-RcptTo"), ["asa.aberg@ekbacka.example"]);
        assert!(
            arrived.body.contains("MAIL FROM:<tjuv@evil.example>") && arrived.body.contains("slut"),
            "{between:?}"
        );
    }
    let post = PostOffice::new(&settings(mailbox.port)).unwrap();
    for recipient in [
        "",
        "nobody",
        "a@b.example\r\nRCPT TO:<tjuv@evil.example>",
        "a@b.example, tjuv@evil.example",
        "a@b.example>",
    ] {
        let letter = Letter { recipient: recipient.to_owned(), ..letter(200) };
        assert_eq!(post.send(&letter).await, Err(NotSent::NoSuchAddress), "{recipient}");
    }
    assert!(mailbox.find("<200@ekbacka.example>").is_none());
}

#[tokio::test]
async fn a_server_that_is_away_comes_back() {
    let mailbox = Mailbox::of_the_tests();
    let door = servers::Door::closed().await;
    let post = PostOffice::new(&settings(door.port)).unwrap();
    assert_eq!(post.send(&letter(301)).await, Err(NotSent::Unreachable));
    let open = door.open_to(mailbox.port).await;
    post.send(&letter(301)).await.unwrap();
    // And goes again.
    let door = open.close().await;
    assert_eq!(post.send(&letter(302)).await, Err(NotSent::Unreachable));
    let _open = door.open_to(mailbox.port).await;
    post.send(&letter(302)).await.unwrap();
    for id in [301, 302] {
        assert_eq!(mailbox.letter(&format!("<{id}@ekbacka.example>")).body, letter(id).body);
    }
}

#[tokio::test]
async fn nothing_is_said_in_the_clear_that_should_be_encrypted() {
    let said = servers::listen().await;
    let secret = Some(("pejling".to_owned(), "hemligt-lösenord".to_owned()));
    for security in [Security::StartTls, Security::Tls] {
        let post =
            PostOffice::new(&Settings { security, user: secret.clone(), ..settings(said.port) }).unwrap();
        let begun = Instant::now();
        assert!(post.send(&letter(400)).await.is_err());
        assert!(begun.elapsed() < Duration::from_secs(30));
    }
    let heard = said.heard();
    assert!(heard.contains("EHLO"), "{heard}");
    for word in ["AUTH", "MAIL", "ekbacka", "hemlig"] {
        assert!(!heard.contains(word), "{heard}");
    }
    let refused = PostOffice::new(&Settings { user: secret, ..settings(25) }).err();
    assert_eq!(refused, Some(SettingsRefused::PasswordInTheClear));
}

#[tokio::test]
async fn a_letter_goes_through_tls_with_a_password_only_to_the_right_server() {
    let (authority, server) = servers::encrypted("localhost").await;
    let settings = Settings {
        security: Security::Tls,
        user: Some(("pejling".to_owned(), "hemligt".to_owned())),
        authorities: authority,
        ..settings(server.port)
    };
    PostOffice::new(&settings).unwrap().send(&letter(500)).await.unwrap();
    // RFC 4616: nothing, the name and the password, each after a zero, in base64.
    let heard = server.heard();
    assert!(heard.contains("AUTH PLAIN AHBlamxpbmcAaGVtbGlndA=="), "{heard}");
    assert!(heard.contains("MAIL FROM:<pejling@ekbacka.example>"), "{heard}");

    let untrusted = Settings { authorities: String::new(), ..settings.clone() };
    assert_eq!(PostOffice::new(&untrusted).unwrap().send(&letter(501)).await, Err(NotSent::Unreachable));
    let (authority, impostor) = servers::encrypted("other.example").await;
    let misled = Settings { authorities: authority, port: impostor.port, ..settings };
    assert_eq!(PostOffice::new(&misled).unwrap().send(&letter(502)).await, Err(NotSent::Unreachable));
    assert_eq!(impostor.heard(), "");
}

#[tokio::test]
async fn a_connection_that_begins_in_the_clear_is_encrypted_before_anything_is_said() {
    let (authority, server) = servers::encrypted_when_asked("localhost").await;
    let settings = Settings {
        security: Security::StartTls,
        user: Some(("pejling".to_owned(), "hemligt".to_owned())),
        authorities: authority,
        ..settings(server.port)
    };
    PostOffice::new(&settings).unwrap().send(&letter(550)).await.unwrap();
    let heard = server.heard();
    let (clear, encrypted) = heard.split_once("(encrypted)").unwrap();
    assert!(!clear.contains("AUTH") && !clear.contains("MAIL"), "{clear}");
    assert!(encrypted.contains("AUTH PLAIN") && encrypted.contains("MAIL FROM"), "{encrypted}");
}

#[tokio::test]
async fn a_server_that_says_no_is_quoted_by_its_code_alone() {
    for (code, answer) in
        [(450, "450 4.2.1 <asa@ekbacka.example>: busy"), (550, "550 5.1.1 no such user asa")]
    {
        let server = servers::refusing(answer).await;
        let outcome = PostOffice::new(&settings(server.port)).unwrap().send(&letter(600)).await;
        assert_eq!(outcome, Err(NotSent::Refused { code }));
        assert!(!format!("{outcome:?} {}", outcome.unwrap_err()).contains("asa"));
    }
}

#[test]
fn settings_that_mean_nothing_are_refused() {
    for from in ["", "Pejling", "pejling@", "a@b.example, c@d.example"] {
        let settings = Settings { from: from.to_owned(), ..settings(25) };
        assert_eq!(PostOffice::new(&settings).err(), Some(SettingsRefused::From), "{from}");
    }
    let settings = Settings { authorities: "hej".to_owned(), security: Security::Tls, ..settings(25) };
    assert_eq!(PostOffice::new(&settings).err(), Some(SettingsRefused::Authorities));
}

#[test]
fn a_letter_is_a_secret_when_printed() {
    assert_eq!(format!("{:?}", letter(7)), "Letter(7)");
}
