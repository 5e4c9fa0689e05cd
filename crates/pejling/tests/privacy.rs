//! The promise: titles, places, people and descriptions of a calendar are read in memory, and nothing that the program
//! writes holds them, whether it stops cleanly or is killed.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "the helpers of tests fail by panicking; a real server runs by the real clock and the tests' environment"
)]

#[path = "privacy/calendar.rs"]
mod calendar;
#[path = "privacy/host.rs"]
mod host;
#[path = "privacy/look.rs"]
mod look;
mod support;

use std::fs;
use std::io::Read;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use calendar::{Marks, STEM};
use host::Host;
use look::{files, forms, found, percent, place_of};
use postgres::NoTls;
use support::{Server, code, err, pejling};

/// A server with a small invented municipality, whose every file lies in one folder, and a host of calendars that IT has
/// listed.
struct House {
    folder: tempfile::TempDir,
    database: Option<String>,
    host: Host,
}

impl House {
    fn new(database: Option<String>) -> House {
        let house = House { folder: tempfile::tempdir().unwrap(), database, host: Host::open() };
        fs::create_dir(house.at("tmp")).unwrap();
        fs::write(house.at("authority.pem"), &house.host.authority).unwrap();
        let data = house.at("data");
        let made = house
            .program()
            .args(["demo", "--employees", "200", "--seed", "3", "--data", data.to_str().unwrap()])
            .output()
            .unwrap();
        assert_eq!((code(&made), err(&made).as_str()), (0, ""));
        house
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn program(&self) -> std::process::Command {
        let mut program = pejling();
        program.env("TMPDIR", self.at("tmp")).env("RUST_LOG", "trace").env("PEJLING_LOG_LEVEL", "debug");
        program.env("PEJLING_CALENDAR_HOSTS", host::NAME);
        program.env("PEJLING_AUTHORITIES_FILE", self.at("authority.pem"));
        if let Some(database) = &self.database {
            program.env("PEJLING_DATABASE", database);
        }
        program
    }

    fn start(&self) -> Server {
        let log = fs::OpenOptions::new().create(true).append(true).open(self.at("log")).unwrap();
        Server::begin(self.program().stderr(log), &self.at("data"), &["--demo"])
    }

    /// All that has been written: every file in the folder, and every table of a database elsewhere.
    fn written(&self) -> Vec<(String, Vec<u8>)> {
        let mut written = files(self.folder.path());
        if let Some(database) = &self.database {
            written.extend(tables(database));
        }
        written
    }
}

fn tables(database: &str) -> Vec<(String, Vec<u8>)> {
    let mut client = postgres::Client::connect(database, NoTls).unwrap();
    let names = "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'";
    let names: Vec<String> = client.query(names, &[]).unwrap().iter().map(|row| row.get(0)).collect();
    let mut dump = |name: String| {
        let mut bytes = Vec::new();
        let copy = format!("COPY \"{name}\" TO STDOUT (FORMAT binary)");
        client.copy_out(&copy).unwrap().read_to_end(&mut bytes).unwrap();
        (format!("table {name}"), bytes)
    };
    names.into_iter().map(&mut dump).collect()
}

/// A fresh database on the tests' server, which `./test` starts.
fn fresh_postgresql() -> String {
    let server = std::env::var("PEJLING_TEST_POSTGRES").unwrap();
    let name = format!("pejling_privacy_{}", std::process::id());
    let mut client = postgres::Client::connect(&format!("{server}/postgres"), NoTls).unwrap();
    client.batch_execute(&format!("DROP DATABASE IF EXISTS {name}")).unwrap();
    client.batch_execute(&format!("CREATE DATABASE {name}")).unwrap();
    format!("{server}/{name}")
}

fn upload(server: &Server, session: &str, guess: &str, file: &str, calendar: &[u8]) -> String {
    let part = |head: &str| format!("--qqq\r\ncontent-disposition: form-data; {head}\r\n\r\n");
    let head = format!(
        "{}{guess}\r\n{}",
        part("name=\"guess\""),
        part(&format!("name=\"calendar\"; filename=\"{file}.ics\"\r\ncontent-type: text/calendar"))
    );
    let body = [head.as_bytes(), calendar, b"\r\n--qqq--\r\n"].concat();
    let headers = format!("{session}content-type: multipart/form-data; boundary=qqq\r\n");
    server.send("POST", "/import", &headers, &body)
}

/// What the review page would post: its hidden fields, and leading for every line.
fn corrections(page: &str, mark: &str) -> String {
    let mut form = Vec::new();
    for input in page.split("<input type=\"hidden\" name=\"").skip(1) {
        let Some((name, rest)) = input.split_once("\" value=\"") else { continue };
        let value = rest.split('"').next().unwrap().replace(' ', "+");
        if let Some(number) = name.strip_prefix("series-") {
            form.push(format!("place-{number}=lead-3&title-{number}={mark}"));
        }
        form.push(format!("{name}={value}"));
    }
    assert!(form.len() > 4, "there is something to correct");
    form.join("&")
}

fn form(session: &str) -> String {
    format!("{session}content-type: application/x-www-form-urlencoded\r\n")
}

/// Gives the marked calendar, in all the ways in which it can go well and go wrong.
fn visit(server: &Server, session: &str, marks: &Marks) {
    let (calendar, shown) = calendar::marked(marks);
    let name = marks.new_one("FileName");
    let refused = upload(server, session, &marks.new_one("Guess"), &name, &calendar);
    assert!(refused.starts_with("HTTP/1.1 422"), "{refused}");
    for (kind, text) in [("Html", "<!doctype html><p>"), ("Text", ""), ("Zip", "PK\u{3}\u{4}")] {
        let refused = upload(server, session, "", &name, format!("{text}{}", marks.new_one(kind)).as_bytes());
        assert!(refused.starts_with("HTTP/1.1 422"), "{refused}");
    }
    let review = upload(server, session, "", &name, &calendar);
    assert!(review.starts_with("HTTP/1.1 200"), "{review}");
    // It was read: the titles are there for whoever gave the calendar, and so is what could not be read.
    for title in [&shown.weekly, &shown.moved] {
        assert!(review.contains(title.as_str()), "{title}: {review}");
    }
    assert!(review.matches("<li>").count() > 8, "{review}");
    let place = marks.new_one("CorrectedTitle");
    let corrected =
        server.send("POST", "/corrections", &form(session), corrections(&review, &place).as_bytes());
    assert!(corrected.starts_with("HTTP/1.1 303"), "{corrected}");
    let wrong = format!("series-0={0}&tokens-0={0}&was-0={0}&place-0={0}", marks.new_one("WrongCorrection"));
    server.send("POST", "/corrections", &form(session), wrong.as_bytes());
    let lost = percent(&marks.new_one("Path"));
    for path in
        [format!("/week/{lost}"), format!("/week?title={lost}"), format!("/drops/new?fingerprint={lost}")]
    {
        server.ask("GET", &path, session);
    }
    let again = upload(server, session, "", &name, &calendar);
    assert!(again.contains(&shown.weekly), "{again}");
    assert!(server.ask("GET", "/week", session).starts_with("HTTP/1.1 200"));
}

/// Subscribes to a marked calendar: fetched by the clockwork, looked through, corrected, changed and fetched again, and then in all
/// the ways in which fetching goes wrong. The address is a secret too.
fn subscribe(server: &Server, session: &str, host: &Host, marks: &Marks) {
    let settings = |server: &Server| server.ask("GET", "/settings/hours", session);
    let subscribe = |address: &str| {
        let typed = format!("address={}", percent(address));
        let answer = server.send("POST", "/subscription", &form(session), typed.as_bytes());
        assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
    };
    let (calendar, shown) = calendar::marked(marks);
    host.says("200 OK\r\ncontent-type: text/calendar", &calendar);
    let secret = marks.new_one("Address");
    let path = format!("{}.ics?{}", percent(&secret), percent(&marks.new_one("Key")));
    subscribe(&host.address(&path));
    until("the clockwork fetches it", || host.times_asked(&path) == 1);
    until("its weeks are counted", || settings(server).contains("Senast hämtad"));
    let review = server.ask("POST", "/import/review", session);
    assert!(review.starts_with("HTTP/1.1 200") && host.times_asked(&path) == 2, "{review}");
    for title in [&shown.weekly, &shown.moved] {
        assert!(review.contains(title.as_str()), "{title}: {review}");
    }
    let place = marks.new_one("CorrectedSubscribed");
    let corrected =
        server.send("POST", "/corrections", &form(session), corrections(&review, &place).as_bytes());
    assert!(corrected.starts_with("HTTP/1.1 303"), "{corrected}");
    // The calendar has changed when it is fetched again.
    let (calendar, changed) = calendar::marked(marks);
    let calendar = String::from_utf8(calendar).unwrap().replace(&shown.weekly, &marks.new_one("Renamed"));
    host.says("200 OK", calendar.as_bytes());
    subscribe(&host.address(&path));
    until("the clockwork fetches it again", || host.times_asked(&path) == 3);
    let review = server.ask("POST", "/import/review", session);
    assert!(review.starts_with("HTTP/1.1 200") && review.contains(&changed.moved), "{review}");
    let elsewhere = format!("{}.ics", percent(&marks.new_one("Onward")));
    for (about, head) in [
        ("NotThere", "404 Not Found".to_owned()),
        ("SignIn", "401 Unauthorized".to_owned()),
        ("Page", "200 OK\r\ncontent-type: text/html".to_owned()),
        ("Packed", "200 OK\r\ncontent-encoding: gzip".to_owned()),
        ("Round", format!("302 Found\r\nlocation: {}", host.address(&elsewhere))),
        ("Inward", format!("302 Found\r\nlocation: https://10.0.0.1/{elsewhere}")),
    ] {
        host.says(&head, marks.new_one(about).as_bytes());
        let before = host.times_asked("");
        subscribe(&host.address(&format!("{about}/{path}")));
        until("the clockwork tries", || host.times_asked("") > before);
        until("the trouble is told", || settings(server).contains("<p role=\"note\"><b>"));
        let review = server.ask("POST", "/import/review", session);
        assert!(review.starts_with("HTTP/1.1 422"), "{about}: {review}");
    }
    // Nobody answers here, and that is said without it.
    subscribe(&format!("https://calendars.invalid/{path}"));
    let fetched = server.ask("POST", "/import/review", session);
    assert!(fetched.starts_with("HTTP/1.1 422"), "{fetched}");
}

/// Waits for what the server does in its own time.
fn until(what: &str, mut happened: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !happened() {
        assert!(begun.elapsed() < Duration::from_secs(30), "not within 30 s: {what}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

fn nothing_is_written(house: &House, when: &str) {
    let written = house.written();
    let holding =
        |word: &str| written.iter().filter(|(_, bytes)| place_of(bytes, word.as_bytes()).is_some()).count();
    // What should be there is found, so what is not found is not there.
    assert!(holding("route=\"/import\"") == 1, "the log");
    assert!(holding(".example") > 0, "the database");
    let found = found(STEM, &written);
    assert!(found.is_empty(), "{when}:\n{}", found.join("\n"));
}

fn promise(database: Option<String>) {
    let (house, marks) = (House::new(database), Marks::default());
    let server = house.start();
    let session = server.sign_in("manager");
    visit(&server, &session, &marks);
    subscribe(&server, &session, &house.host, &marks);
    nothing_is_written(&house, "while it runs");
    server.kill();
    nothing_is_written(&house, "killed");
    let server = house.start();
    visit(&server, &server.sign_in("principal"), &marks);
    assert_eq!(server.stop().0, Some(0));
    nothing_is_written(&house, "stopped");
    assert!(marks.count() > 100, "{}", marks.count());
}

#[test]
fn no_word_of_a_calendar_is_written_beside_sqlite() {
    promise(None);
}

#[test]
fn no_word_of_a_calendar_is_written_beside_postgresql() {
    promise(Some(fresh_postgresql()));
}

#[test]
fn what_is_written_would_be_found() {
    let folder = tempfile::tempdir().unwrap();
    for (form, bytes) in forms(STEM) {
        fs::write(folder.path().join("file"), [b"before ", &bytes[..], b" after"].concat()).unwrap();
        assert!(!found(STEM, &files(folder.path())).is_empty(), "{form}");
    }
    fs::write(folder.path().join("file"), "vinter, but not the mark").unwrap();
    assert!(found(STEM, &files(folder.path())).is_empty());
}
