//! A real organisation, and how it is kept apart from invented ones.
#![allow(clippy::unwrap_used, reason = "the helpers of tests fail by panicking")]

mod support;

use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Output;

use support::{Server, code, cookie, err, out, run};

fn found(data: &Path, more: &[&str]) -> Output {
    let mut arguments = vec!["found", "--data", data.to_str().unwrap(), "--name", "Ekbacka kommun"];
    arguments.extend(["--it", "Erik Törnqvist <Erik@ekbacka.example>"]);
    arguments.extend(more);
    run(&arguments)
}

const LEADER: [&str; 8] = [
    "--leader",
    "Karin Hallberg <karin@ekbacka.example>",
    "--unit",
    "Hemtjänsten",
    "--staff",
    "45",
    "--sites",
    "2",
];

/// The path of the link on a line that begins so.
fn link(text: &str, start: &str) -> String {
    let line = text.lines().find(|line| line.starts_with(start)).unwrap();
    let url = line.rsplit(' ').next().unwrap();
    url.strip_prefix("http://127.0.0.1:8080").unwrap().to_owned()
}

#[test]
fn who_is_founded_can_sign_in_and_sees_what_is_theirs() {
    let folder = tempfile::tempdir().unwrap();
    let founded = found(folder.path(), &LEADER);
    assert_eq!((code(&founded), err(&founded).as_str()), (0, ""));
    let server = Server::start(folder.path(), &[]);
    let it = cookie(&server.ask("POST", &link(&out(&founded), "sign-in it "), ""));
    assert!(server.ask("GET", "/installation", &it).starts_with("HTTP/1.1 200"));
    assert!(server.ask("GET", "/outbox", &it).starts_with("HTTP/1.1 404"), "the outbox is the demo's alone");
    let leader = cookie(&server.ask("POST", &link(&out(&founded), "sign-in leader "), ""));
    assert!(server.ask("GET", "/settings", &leader).starts_with("HTTP/1.1 200"));
    assert!(server.ask("GET", "/installation", &leader).starts_with("HTTP/1.1 403"));
}

#[test]
fn a_link_is_printed_for_those_who_are_here_even_while_it_serves() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(code(&found(folder.path(), &[])), 0);
    let server = Server::start(folder.path(), &[]);
    let data = folder.path().to_str().unwrap();
    let printed = run(&["link", "ERIK@ekbacka.example", "--data", data]);
    assert_eq!(code(&printed), 0);
    let answer = server.ask("POST", &link(&out(&printed), "http"), "");
    assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
    let nobody = run(&["link", "nobody@ekbacka.example", "--data", data]);
    assert_eq!(
        (code(&nobody), err(&nobody).as_str()),
        (1, "pejling: nobody here has the address nobody@ekbacka.example\n")
    );
}

#[test]
fn real_and_invented_people_never_meet() {
    let real = tempfile::tempdir().unwrap();
    assert_eq!(code(&found(real.path(), &[])), 0);
    let real_data = real.path().to_str().unwrap();
    let refused = |arguments: &[&str], says: &str| {
        let output = run(arguments);
        let ends = if arguments[0] == "serve" { 78 } else { 1 };
        assert_eq!((code(&output), out(&output).as_str()), (ends, ""));
        assert!(err(&output).starts_with("pejling: ") && err(&output).contains(says), "{}", err(&output));
        assert_eq!(err(&output).lines().count(), 1);
    };
    refused(
        &["serve", "--demo", "--data", real_data, "--listen", "127.0.0.1:0"],
        "demo mode is never switched on over real people",
    );
    refused(&["demo", "--employees", "60", "--data", real_data], "already holds an organisation");
    let again = found(real.path(), &[]);
    assert_eq!(code(&again), 1);
    assert!(err(&again).contains("already holds Ekbacka kommun"), "{}", err(&again));

    let invented = tempfile::tempdir().unwrap();
    let invented_data = invented.path().to_str().unwrap();
    let made = run(&["demo", "--employees", "60", "--language", "da", "--data", invented_data]);
    assert_eq!(code(&made), 0, "{}", err(&made));
    refused(
        &["serve", "--data", invented_data, "--listen", "127.0.0.1:0"],
        "start it with `pejling serve --demo`",
    );
    let over = found(invented.path(), &[]);
    assert_eq!(code(&over), 1);
    assert!(err(&over).contains("real people are never mixed with invented ones"), "{}", err(&over));

    let empty = tempfile::tempdir().unwrap();
    let empty_data = empty.path().to_str().unwrap();
    refused(&["serve", "--data", empty_data, "--listen", "127.0.0.1:0"], "make one with `pejling found`");
}

/// What a newcomer is told to do can be done as it stands: the package calls the program by another name.
#[test]
fn what_it_says_to_run_is_said_as_it_is_called() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o700)).unwrap();
    let data = folder.path().to_str().unwrap();
    let asked = |arguments: &[&str]| {
        support::pejling().args(arguments).env("PEJLING_CALLED", "sudo pejlingctl").output().unwrap()
    };
    let doctor = asked(&["doctor", "--data", data]);
    let said = out(&doctor);
    assert!(said.contains("make an organisation with `sudo pejlingctl found`"), "{said}");
    assert!(said.contains("pejling.key will be made with the organisation"), "nothing is lost yet: {said}");
    assert_eq!((code(&doctor), said.matches("WRONG").count()), (1, 1), "{said}");
    let served = asked(&["serve", "--data", data, "--listen", "127.0.0.1:0"]);
    assert!(err(&served).contains("make one with `sudo pejlingctl found`"), "{}", err(&served));
    assert_eq!(code(&served), 78, "starting it again would end the same way");
    let doctor = out(&asked(&["doctor", "--data", data]));
    assert!(doctor.contains("there is no organisation here yet"), "{doctor}");
}

#[test]
fn a_link_leads_to_this_machine_when_it_listens_everywhere() {
    let folder = tempfile::tempdir().unwrap();
    let founded = support::pejling()
        .args(["found", "--data", folder.path().to_str().unwrap(), "--name", "Ekbacka kommun"])
        .args(["--it", "Erik Törnqvist <erik@ekbacka.example>"])
        .env("PEJLING_LISTEN", "0.0.0.0:8080")
        .output()
        .unwrap();
    assert!(out(&founded).contains("sign-in it http://127.0.0.1:8080/sign-in/"), "{}", out(&founded));
}

#[test]
fn what_makes_no_organisation_is_refused_and_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    for (more, says) in [
        (["--zone", "Mars/Olympus"], "Mars/Olympus is not a time zone"),
        (["--name", " "], "is not a name of 1 to 200 characters"),
    ] {
        let mut arguments = vec!["found", "--data", folder.path().to_str().unwrap()];
        if more[0] != "--name" {
            arguments.extend(["--name", "Ekbacka kommun"]);
        }
        arguments.extend(["--it", "Erik Törnqvist <erik@ekbacka.example>"]);
        arguments.extend(more);
        let refused = run(&arguments);
        assert_eq!(code(&refused), 1);
        assert!(err(&refused).contains(says), "{}", err(&refused));
    }
    assert_eq!(code(&found(folder.path(), &["--leader", "Karin <karin@ekbacka.example>", "--unit", "X"])), 2);
    assert_eq!(code(&found(folder.path(), &["--unit", "X"])), 2);
    assert_eq!(code(&found(folder.path(), &LEADER)), 0);
}

#[test]
fn settings_that_cannot_be_used_stop_it_with_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let config = folder.path().join("pejling.toml");
    std::fs::write(&config, "listn = \"127.0.0.1:0\"\n").unwrap();
    let path = config.to_str().unwrap();
    let refused = run(&["serve", "--config", path]);
    assert_eq!(code(&refused), 78);
    assert_eq!(
        err(&refused),
        format!("pejling: {path}: listn: there is no setting of that name. Is it listen that you mean?\n")
    );
    let example = run(&["config", "example"]);
    std::fs::write(&config, &example.stdout).unwrap();
    let shown = support::pejling()
        .args(["config", "show", "--config", path, "--data", "there"])
        .env("PEJLING_LISTEN", "127.0.0.1:9")
        .output()
        .unwrap();
    assert_eq!(code(&shown), 0);
    assert!(out(&shown).contains("listen          127.0.0.1:9\ndata            there"), "{}", out(&shown));
}
