//! The log, as whoever runs an installation verifies it and takes it along.
#![allow(clippy::unwrap_used, reason = "the helpers of tests fail by panicking")]

mod support;

use std::time::{Duration, Instant};

use sha2::{Digest, Sha256};
use support::{Server, code, err, out, run};

#[test]
fn what_is_done_is_in_the_log_and_a_line_that_was_altered_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().to_str().unwrap().to_owned();
    let server = Server::start(folder.path(), &["--demo"]);
    let it = server.sign_in("it");
    let kind = format!("{it}content-type: application/x-www-form-urlencoded\r\n");
    let made = server.send("POST", "/scim/tokens", &kind, b"name=Entra+ID");
    assert!(made.starts_with("HTTP/1.1 200"), "{made}");
    let begun = Instant::now();
    while !lines(&data).iter().any(|line| line.contains("|doors|token_made|")) {
        assert!(begun.elapsed() < Duration::from_secs(20), "the clockwork puts it into the chain");
    }
    assert_eq!(server.stop().0, Some(0));

    let verified = run(&["log", "verify", "--data", &data]);
    assert_eq!((code(&verified), err(&verified).as_str()), (0, ""));
    let lines = lines(&data);
    let number = lines.len();
    assert!(out(&verified).starts_with(&format!("lines 1 to {number} are whole")), "{}", out(&verified));
    let mut before = [0_u8; 32];
    for line in &lines {
        let (text, said) = line.rsplit_once(' ').unwrap();
        before = Sha256::new().chain_update(before).chain_update(text).finalize().into();
        assert_eq!(before.iter().map(|byte| format!("{byte:02x}")).collect::<String>(), said, "{text}");
    }
    let noted = lines[2].rsplit_once(' ').unwrap().1;
    let verify =
        |line: &str, hash: &str| run(&["log", "verify", "--data", &data, "--line", line, "--hash", hash]);
    assert_eq!(code(&verify("3", noted)), 0);
    assert!(err(&verify("4", noted)).contains("line 4 has another hash than it had then"));
    assert!(out(&run(&["doctor", "--data", &data])).contains(&format!("lines 1 to {number} are whole")));

    let lite = rusqlite::Connection::open(folder.path().join("pejling.db")).unwrap();
    lite.execute_batch("DROP TRIGGER audit_entry_stays; UPDATE audit_entry SET actor = 7 WHERE number = 5")
        .unwrap();
    drop(lite);
    let verified = run(&["log", "verify", "--data", &data]);
    assert_eq!(code(&verified), 1);
    assert!(err(&verified).contains("line 5, or one before it, was altered"), "{}", err(&verified));
    let doctor = run(&["doctor", "--data", &data]);
    assert!(out(&doctor).contains("WRONG   log       line 5"), "{}", out(&doctor));
}

fn lines(data: &str) -> Vec<String> {
    let exported = run(&["log", "export", "--data", data]);
    assert_eq!((code(&exported), err(&exported).as_str()), (0, ""));
    out(&exported).lines().map(str::to_owned).collect()
}
