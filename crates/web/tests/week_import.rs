//! Calendars that are none, too large or hostile: a clear sentence in three languages, nothing lost, nobody else slowed down.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod house;

use std::time::{Duration, Instant};

use axum::http::{Request, header};
use house::{Answer, Browser, House, Who};

const LANGUAGES: [&str; 3] = ["sv", "da", "en"];

/// The Monday of the last week that is done when the house's clock stands still.
const MONDAY: &str = "20261109";

fn upload(guess: &str, name: &str, calendar: &[u8]) -> Request<axum::body::Body> {
    let head = format!(
        "--qqq\r\ncontent-disposition: form-data; name=\"guess\"\r\n\r\n{guess}\r\n--qqq\r\n\
         content-disposition: form-data; name=\"calendar\"; filename=\"{name}\"\r\n\r\n"
    );
    let body = [head.as_bytes(), calendar, b"\r\n--qqq--\r\n"].concat();
    let request = Request::post("/import").header(header::CONTENT_TYPE, "multipart/form-data; boundary=qqq");
    request.body(body.into()).unwrap()
}

async fn give(browser: &mut Browser, guess: &str, calendar: &[u8]) -> Answer {
    browser.send(upload(guess, "kalender.ics", calendar)).await
}

fn calendar(events: &str) -> Vec<u8> {
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n").into_bytes()
}

fn event(number: usize, title: &str, lines: &str) -> String {
    format!("BEGIN:VEVENT\r\nUID:{number}@test\r\nSUMMARY:{title}\r\n{lines}\r\nEND:VEVENT\r\n")
}

/// One hour on the Monday.
fn hour() -> String {
    format!("DTSTART:{MONDAY}T090000Z\r\nDTEND:{MONDAY}T100000Z")
}

fn an_hour(title: &str) -> Vec<u8> {
    calendar(&event(1, title, &hour()))
}

/// What a calendar is, and what is said about it in [`LANGUAGES`].
type Case = (&'static str, Vec<u8>, [&'static str; 3]);

fn refused() -> Vec<Case> {
    let utf16: Vec<u8> = "nothing\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let too_large = [
        "Filen är större än 20 MB. Exportera en kortare tid, ett halvår räcker gott.",
        "Filen er større end 20 MB. Eksportér en kortere tid, et halvt år er rigeligt.",
        "The file is larger than 20 MB. Export a shorter time: half a year is plenty.",
    ];
    let binary = [
        "Det är ingen kalenderfil. Välj filen som slutar på .ics.",
        "Det er ikke en kalenderfil. Vælg filen, der slutter på .ics.",
        "That is not a calendar file. Choose the file that ends in .ics.",
    ];
    let text = [
        "Det finns ingen kalender i filen. Välj filen som slutar på .ics.",
        "Der er ingen kalender i filen. Vælg filen, der slutter på .ics.",
        "There is no calendar in the file. Choose the file that ends in .ics.",
    ];
    let nothing = [
        "Kalendern har inget bokat under de senaste 12 veckorna. Är det rätt kalender?",
        "Kalenderen har intet booket i de seneste 12 uger. Er det den rigtige kalender?",
        "The calendar has nothing booked in the past 12 weeks. Is it the right one?",
    ];
    let long_ago = "DTSTART:20200106T090000Z\r\nDTEND:20200106T100000Z";
    vec![
        ("50 MB", [an_hour("Rabarber"), vec![b'\n'; 50_000_000]].concat(), too_large),
        (
            "a zip",
            [&b"PK\x03\x04\x14\0\x08\0"[..], &an_hour("Rabarber")].concat(),
            [
                "Det är en packad fil. Packa upp den och välj .ics-filen som ligger i.",
                "Det er en pakket fil. Pak den ud, og vælg .ics-filen i den.",
                "That is a packed file. Unpack it and choose the .ics file inside.",
            ],
        ),
        (
            "a web page",
            b"<!DOCTYPE html><title>Sign in</title>".to_vec(),
            [
                "Det är en webbsida, kanske en inloggning, och ingen kalender. Exportera kalendern som .ics.",
                "Det er en webside, måske et login, og ingen kalender. Eksportér kalenderen som .ics.",
                "That is a web page, perhaps a sign-in page, not a calendar. Export the calendar as .ics.",
            ],
        ),
        (
            "nothing at all",
            Vec::new(),
            ["Välj en kalenderfil.", "Vælg en kalenderfil.", "Choose a calendar file."],
        ),
        (
            "blanks",
            b"\r\n  \r\n".to_vec(),
            [
                "Filen är tom. Exportera kalendern en gång till.",
                "Filen er tom. Eksportér kalenderen en gang til.",
                "The file is empty. Export the calendar once more.",
            ],
        ),
        ("nulls", vec![0; 100_000], binary),
        ("a pdf", b"%PDF-1.7\n".to_vec(), binary),
        ("UTF-16 without a mark and without a calendar", utf16, binary),
        ("a letter", b"Dear all,\r\n".to_vec(), text),
        ("an old calendar", calendar(&event(1, "Rabarber", long_ago)), nothing),
        ("no events", calendar(""), nothing),
    ]
}

#[tokio::test]
async fn what_is_no_calendar_is_refused_in_words_and_loses_nothing() {
    for (at, language) in LANGUAGES.into_iter().enumerate() {
        let house = House::new().await;
        let mut browser = house.comes(Who::Leader).await.with("accept-language", language);
        assert!(give(&mut browser, "", &an_hour("Rabarber")).await.text.contains("Rabarber"));
        let before = browser.get("/week/2026-11-09").await.text;
        for (number, (what, bytes, said)) in refused().into_iter().enumerate() {
            // The first brings a guess with it.
            let guess = if number == 0 { "12,5" } else { "" };
            let answer = give(&mut browser, guess, &bytes).await;
            assert_eq!(answer.status, 422, "{what} in {language}: {}", answer.text);
            // By the field, and in the list at the top.
            assert_eq!(answer.text.matches(said[at]).count(), 2, "{what} in {language}: {}", answer.text);
            assert!(answer.text.contains("aria-describedby=\"calendar-hint calendar-error\""), "{what}");
        }
        let after = browser.get("/week/2026-11-09").await.text;
        assert_ne!(after, before, "the guess was kept, so the week is shown");
        let thought = ["Du trodde 12,5 timmar.", "Du troede 12,5 timer.", "You thought 12.5 hours."][at];
        assert!(after.contains(thought), "{after}");
    }
}

#[tokio::test]
async fn nothing_is_kept_of_what_was_refused() {
    let house = House::new().await;
    let mut browser = house.comes(Who::Leader).await;
    for (what, bytes, _) in refused() {
        assert_eq!(give(&mut browser, "", &bytes).await.status, 422, "{what}");
    }
    let week = browser.get("/week").await;
    assert!(
        week.text.contains("href=\"/import\"") && week.text.contains("Se vart veckan gick"),
        "{}",
        week.text
    );
    assert_eq!(browser.get("/week/2026-11-09").await.status, 404);
}

#[tokio::test]
async fn a_guess_that_is_none_comes_back_as_it_was_typed_and_the_calendar_waits() {
    let house = House::new().await;
    for (language, said) in LANGUAGES.into_iter().zip([
        "Skriv ett antal timmar mellan 0 och 80, som 12 eller 7,5.",
        "Skriv et antal timer mellem 0 og 80, som 12 eller 7,5.",
        "Enter a number of hours from 0 to 80, such as 12 or 7.5.",
    ]) {
        let mut browser = house.comes(Who::Leader).await.with("accept-language", language);
        for wrong in ["rätt mycket", "81", "-1", "NaN", "1e9", "\"><script>"] {
            let answer = give(&mut browser, wrong, &an_hour("Rabarber")).await;
            assert_eq!(answer.status, 422, "{wrong}");
            assert!(answer.text.contains(said), "{wrong} in {language}: {}", answer.text);
            let typed = wrong.replace('"', "&#34;").replace('<', "&#60;").replace('>', "&#62;");
            assert!(answer.text.contains(&format!("value=\"{typed}\"")), "{wrong}: {}", answer.text);
        }
        assert_eq!(browser.get("/week/2026-11-09").await.status, 404, "nothing was kept");
    }
}

#[tokio::test]
async fn odd_calendars_are_read_and_what_was_left_out_is_said() {
    let house = House::new().await;
    let mut browser = house.comes(Who::Leader).await;
    let text = String::from_utf8(an_hour("Blåbärspaj")).unwrap();
    let utf16 = |of: fn(u16) -> [u8; 2]| ["\u{feff}", &text].concat().encode_utf16().flat_map(of).collect();
    let odd: [(&str, Vec<u8>); 4] = [
        ("UTF-16, little end first", utf16(u16::to_le_bytes)),
        ("UTF-16, big end first", utf16(u16::to_be_bytes)),
        ("Latin-1", text.chars().map(|letter| u32::from(letter) as u8).collect()),
        ("nulls after it", [text.as_bytes(), &[0; 1000]].concat()),
    ];
    for (what, bytes) in odd {
        let answer = give(&mut browser, "", &bytes).await;
        assert_eq!(answer.status, 200, "{what}: {}", answer.text);
        assert!(answer.text.contains("Blåbärspaj"), "{what}: {}", answer.text);
    }
    let endless = format!("{}\r\nRRULE:FREQ=SECONDLY", hour().replace("T10", "T09"));
    let answer = give(&mut browser, "", &calendar(&event(1, "Evigt", &endless))).await;
    assert_eq!(answer.status, 422, "an event without length takes no time: {}", answer.text);
    let endless = format!("{}\r\nRRULE:FREQ=SECONDLY", hour());
    let answer = give(&mut browser, "", &calendar(&event(1, "Evigt", &endless))).await;
    assert!(answer.text.contains("fler upprepningar än vi räknar"), "{}", answer.text);
}

#[tokio::test]
async fn a_title_of_a_megabyte_is_cut_not_sent_back() {
    let house = House::new().await;
    let mut browser = house.comes(Who::Leader).await;
    let answer = give(&mut browser, "", &an_hour(&"å".repeat(500_000))).await;
    assert_eq!(answer.status, 200);
    assert!(answer.text.contains("åååå…"), "the cut is seen");
    assert!(answer.text.len() < 100_000, "{} bytes", answer.text.len());
}

/// Events at the same hour, nearly all series of their own: numbers in a title would make them one.
fn crowd(events: usize) -> Vec<u8> {
    let mut all = String::new();
    for number in 0..events {
        let letter = |digit: u8| char::from(b"abefghjkop"[usize::from(digit - b'0')]);
        let name: String = number.to_string().bytes().map(letter).collect();
        all += &event(number, &format!("Grupp {name}"), &hour());
    }
    calendar(&all)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ten_thousand_at_once_are_one_hour_and_others_are_answered_meanwhile() {
    let house = House::new().await;
    let (mut busy, mut other) = (house.comes(Who::Leader).await, house.comes(Who::OtherLeader).await);
    let crowd = crowd(10_000);
    let import = tokio::spawn(async move { give(&mut busy, "1", &crowd).await });
    let mut waits = Vec::new();
    while !import.is_finished() {
        let asked = Instant::now();
        assert_eq!(other.get("/").await.status, 200);
        waits.push(asked.elapsed());
    }
    let answer = import.await.unwrap();
    assert_eq!(answer.status, 200, "{}", answer.text);
    assert!(answer.text.contains("0 minuter av 1 timme gick till att leda."), "{}", answer.text);
    assert!(answer.text.contains("Och 9"), "{}", answer.text);
    waits.sort();
    assert!(waits.len() > 5, "{waits:?}");
    assert!(waits[waits.len() / 2] < Duration::from_millis(250), "{waits:?}");
}

#[tokio::test]
async fn a_copy_of_an_event_is_said_to_be_one_and_is_no_trouble() {
    let house = House::new().await;
    let mut browser = house.comes(Who::Leader).await;
    let once = event(1, "Rabarber", &hour());
    let answer = give(&mut browser, "", &calendar(&(once.clone() + &once))).await;
    assert!(answer.text.contains("1 kopia av en händelse som redan är räknad"), "{}", answer.text);
    assert!(!answer.text.contains("gick inte att läsa"), "{}", answer.text);
}

/// Weekly until [`MONDAY`], with twelve others.
fn weekly_for_many(title: &str) -> Vec<u8> {
    let mut lines =
        String::from("DTSTART:20260914T090000Z\r\nDTEND:20260914T100000Z\r\nRRULE:FREQ=WEEKLY;COUNT=9");
    for number in 0..12 {
        lines += &format!("\r\nATTENDEE:mailto:kim{number}@test.example");
    }
    calendar(&event(1, title, &lines))
}

#[tokio::test]
async fn a_series_of_ones_weeks_is_chosen_where_a_step_asks_what_makes_room_and_is_not_suggested_again() {
    let house = House::new().await;
    let mut browser = house.comes(Who::Leader).await;
    assert_eq!(give(&mut browser, "", &weekly_for_many("Rabarber")).await.status, 200);
    let offered = |page: &str| {
        let values: Vec<_> = page.split("name=\"what\" value=\"").skip(1).collect();
        let first = values.first().and_then(|rest| rest.split_once('"')).map(|(value, _)| value.to_owned());
        first.filter(|value| value.len() > 32)
    };
    let room = browser.post("/steps/new", &[("page", "room"), ("room", "new"), ("warned", "yes")]).await;
    let series = offered(&room.text).unwrap_or_else(|| panic!("{}", room.text));
    assert!(
        room.text.contains("Varje vecka, mån 11:00, 60 min") && room.text.contains("många deltar"),
        "{}",
        room.text
    );
    assert!(!room.text.contains("Rabarber"), "a title is never kept");
    let form = [("what", series.as_str()), ("own", "Schemamötet"), ("how", "drop"), ("wanted", "60")];
    let dropped = browser.post("/drops", &form).await;
    assert_eq!(dropped.status, 303, "{}", dropped.text);
    let drop = browser.get(dropped.location()).await;
    assert!(drop.text.contains("Schemamötet"), "{}", drop.text);
    assert_eq!(offered(&browser.get("/drops/new").await.text), None);
    let week = browser.get("/week/2026-11-09?guess=no").await.text;
    assert!(week.contains("Inget återkommande sticker ut"), "{week}");
    // It came back: it may be dropped anew.
    let end = format!("{}/end", dropped.location());
    assert_eq!(browser.post(&end, &[("outcome", "give-up")]).await.status, 303);
    assert_eq!(offered(&browser.get("/drops/new").await.text), Some(series));
}

#[tokio::test]
async fn meetings_are_told_by_size_and_what_recurs_beside_what_does_not() {
    let house = House::new().await;
    let mut browser = house.comes(Who::Leader).await;
    let many = String::from_utf8(weekly_for_many("Rabarber")).unwrap();
    let once = event(2, "Blåbär", &hour().replace("T10", "T12").replace("T09", "T10"));
    let empty = event(3, "Hallon", &hour().replace("T10", "T09"));
    let review =
        give(&mut browser, "", many.replace("END:VCALENDAR", &(once + &empty + "END:VCALENDAR")).as_bytes())
            .await;
    assert!(review.text.contains("1 utan längd"), "{}", review.text);
    let week = browser.get("/week/2026-11-09?guess=no").await.text;
    let row = |name: &str| {
        let (_, rest) = week.split_once(name).unwrap_or_else(|| panic!("{name}: {week}"));
        rest.split(['<', '>'])
            .map(str::trim)
            .find(|text| text.starts_with(|c: char| c.is_ascii_digit()))
            .unwrap_or_default()
            .to_owned()
    };
    assert_eq!(row("Möten med tio eller fler"), "1 st, 1 h");
    assert_eq!(row("Möten med sex till nio"), "0");
    assert_eq!((row("Återkommande<"), row("Enstaka<")), ("1 h".into(), "2 h".into()));
}

#[tokio::test]
async fn whoever_has_seen_no_week_is_led_to_the_calendar_first() {
    let house = House::new().await;
    let mut browser = house.comes(Who::Leader).await;
    let places =
        |page: &str| ["href=\"/import\"", "href=\"/steps/new\""].map(|link| page.find(link).unwrap());
    let [calendar, step] = places(&browser.get("/").await.text);
    assert!(calendar < step);
    give(&mut browser, "1", &weekly_for_many("Rabarber")).await;
    let page = browser.get("/").await.text;
    assert!(!page.contains("href=\"/import\"") && page.contains("href=\"/steps/new\""), "{page}");
}

#[tokio::test]
async fn a_week_with_more_booked_than_agreed_says_how_much_more_than_what() {
    let house = House::new().await;
    let mut browser = house.comes(Who::Leader).await;
    let days = format!("DTSTART:{MONDAY}T070000Z\r\nDTEND:{MONDAY}T160000Z\r\nRRULE:FREQ=DAILY;COUNT=5");
    give(&mut browser, "1", &calendar(&event(1, "Rabarber", &days))).await;
    let week = browser.get("/week").await.text;
    let said = "Hela arbetstiden är bokad: 5 h mer än avtalets 40 timmar.";
    assert!(week.contains(said), "{week}");
}

#[tokio::test]
async fn a_week_of_leave_is_said_to_be_one() {
    let house = House::new().await;
    let leave = "DTSTART;VALUE=DATE:20261102\r\nDTEND;VALUE=DATE:20261107";
    let meeting = |day: &str| format!("DTSTART:{day}T090000Z\r\nDTEND:{day}T100000Z");
    let with = |days: &[&str]| {
        let meetings = days.iter().zip(2..).map(|(day, number)| event(number, "Rabarber", &meeting(day)));
        calendar(&(event(1, "Semester", leave) + &meetings.collect::<String>()))
    };
    for (who, ics, said) in [
        (
            Who::Leader,
            with(&["20261103"]),
            "Kalendern säger att du var borta hela veckan, och 1 h var bokade ändå.",
        ),
        (Who::OtherLeader, with(&["20261027", "20261110"]), "Kalendern säger att du var borta hela veckan."),
    ] {
        let mut browser = house.comes(who).await;
        assert_eq!(give(&mut browser, "", &ics).await.status, 200);
        let week = browser.get("/week/2026-11-02?guess=no").await;
        assert!(week.text.contains(said), "{}", week.text);
    }
}
