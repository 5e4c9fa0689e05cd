//! Serving: starting, stopping, being killed, and what the log holds.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "the helpers of tests fail by panicking, and print"
)]

mod support;

use std::time::Duration;

use support::{Server, code, err, out, pejling, run};

/// A small invented municipality.
fn small() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let made = run(&["demo", "--employees", "200", "--seed", "3", "--data", data.to_str().unwrap()]);
    assert_eq!((code(&made), err(&made).as_str()), (0, ""));
    assert!(out(&made).contains("200 invented people"), "{}", out(&made));
    folder
}

#[test]
fn a_demo_starts_quickly_on_an_existing_database_and_stops_cleanly() {
    let folder = small();
    let data = folder.path().join("data");
    let server = Server::start(&data, &["--demo"]);
    println!("listening after {:?}", server.took);
    assert!(server.took < Duration::from_secs(2), "{:?}", server.took);
    let roles: Vec<&str> = server.links.iter().map(|(role, _)| role.as_str()).collect();
    assert_eq!(roles, ["manager", "principal", "employee", "hr", "top-manager", "it", "data-protection"]);
    assert!(server.ask("GET", "/health", "").starts_with("HTTP/1.1 200"));
    assert_eq!(server.stop().0, Some(0));
    assert!(Server::start(&data, &["--demo"]).ask("GET", "/sign-in", "").starts_with("HTTP/1.1 200"));
}

#[test]
fn what_was_answered_outlives_a_kill() {
    let folder = small();
    let data = folder.path().join("data");
    let server = Server::start(&data, &["--demo"]);
    let session = server.sign_in("manager");
    assert!(server.ask("GET", "/settings", &session).starts_with("HTTP/1.1 200"));
    server.kill();
    let server = Server::start(&data, &["--demo"]);
    assert!(server.ask("GET", "/settings", &session).starts_with("HTTP/1.1 200"));
    assert!(server.ask("GET", "/settings", "").starts_with("HTTP/1.1 303"));
}

#[test]
fn figures_stand_at_an_address_of_their_own_and_tell_of_nobody() {
    let folder = small();
    // Free a moment ago.
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let watched = format!("127.0.0.1:{port}");
    let mut program = pejling();
    program.env("PEJLING_METRICS_LISTEN", &watched).stderr(std::process::Stdio::piped());
    let server = Server::begin(&mut program, &folder.path().join("data"), &["--demo"]);
    let session = server.sign_in("manager");
    server.ask("GET", "/settings?title=Sorgsamtal", &session);
    server.ask("GET", "/nowhere/Sorgsamtal", "");
    assert!(server.ask("GET", "/metrics", "").starts_with("HTTP/1.1 404"), "not among the pages");
    let figures = support::ask(&watched, "GET", "/metrics", "");
    for line in [
        "pejling_requests_total{method=\"GET\",route=\"/settings\",status=\"200\"} 1",
        "pejling_requests_total{method=\"GET\",route=\"(none)\",status=\"404\"} 2",
        "pejling_answered_seconds_count{route=\"/settings\"} 1",
        "pejling_jobs_late 0",
        "pejling_database_up 1.0",
    ] {
        assert!(figures.contains(line), "{line} is missing in\n{figures}");
    }
    assert!(!figures.contains("Sorgsamtal"));
    assert!(support::ask(&watched, "GET", "/ready", "").contains("ready"));
}

#[test]
fn the_log_holds_routes_and_ids_but_neither_secrets_nor_what_was_asked() {
    let folder = small();
    let server = Server::start(&folder.path().join("data"), &["--demo"]);
    let link = server.links[0].1.clone();
    let session = server.sign_in("manager");
    let answer = server.ask("GET", "/settings?title=Sorgsamtal", &session);
    let id = answer.lines().find_map(|line| line.strip_prefix("x-request-id: ")).unwrap().to_owned();
    server.ask("GET", "/nowhere/Sorgsamtal", "");
    let (_, log) = server.stop();
    assert!(log.contains("route=\"/sign-in/{secret}\""), "{log}");
    assert!(log.contains("route=\"/settings\"") && log.contains(&id), "{log}");
    let secret = link.rsplit('/').next().unwrap();
    let cookie = session.trim().rsplit('=').next().unwrap();
    for never in [secret, cookie, "Sorgsamtal", "title", "127.0.0"] {
        assert!(!log.contains(never), "{never}: {log}");
    }
}

#[test]
fn a_log_in_json_is_one_object_a_line() {
    let folder = small();
    let config = folder.path().join("pejling.toml");
    std::fs::write(&config, "[log]\nformat = \"json\"\n").unwrap();
    let server =
        Server::start(&folder.path().join("data"), &["--demo", "--config", config.to_str().unwrap()]);
    server.ask("GET", "/sign-in", "");
    let (_, log) = server.stop();
    let lines: Vec<serde_json::Value> = log.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let answered = lines.iter().find(|line| line["message"] == "answered").unwrap();
    assert_eq!((answered["route"].as_str(), answered["status"].as_u64()), (Some("/sign-in"), Some(200)));
}

#[test]
fn an_address_in_use_is_said_in_a_sentence() {
    let folder = small();
    let server = Server::start(&folder.path().join("data"), &["--demo"]);
    let data = folder.path().join("data");
    let second = run(&["serve", "--demo", "--data", data.to_str().unwrap(), "--listen", &server.address]);
    assert_eq!(code(&second), 1);
    assert!(
        err(&second).starts_with(&format!("pejling: cannot listen on {}", server.address)),
        "{}",
        err(&second)
    );
}

#[test]
fn the_folder_of_the_key_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = small();
    let mode = |path: &str| std::fs::metadata(folder.path().join(path)).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode("data"), mode("data/pejling.key")), (0o700, 0o600));
}
