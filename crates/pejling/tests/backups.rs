//! Backups, moves and the doctor, as whoever runs an installation uses them.
#![allow(clippy::unwrap_used, reason = "the helpers of tests fail by panicking")]

mod support;

use std::path::{Path, PathBuf};

use support::{Server, code, err, out, run};

/// A small invented municipality in a folder of its own.
fn small() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data").to_str().unwrap().to_owned();
    let made = run(&["demo", "--employees", "200", "--seed", "3", "--data", &data]);
    assert_eq!((code(&made), err(&made).as_str()), (0, ""));
    (folder, data)
}

fn done(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert_eq!(code(&output), 0, "{arguments:?}: {}{}", out(&output), err(&output));
    out(&output)
}

fn refused(arguments: &[&str], says: &str) {
    let output = run(arguments);
    assert_eq!(code(&output), 1, "{arguments:?}: {}", out(&output));
    assert!(err(&output).contains(says), "{arguments:?}: {}", err(&output));
}

/// The file that `pejling backup` says it made.
fn file(said: &str) -> String {
    said.strip_prefix("made ").unwrap().split(": ").next().unwrap().to_owned()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect()
}

/// A fresh database on the test server.
fn server() -> String {
    match store::testing::Fresh::postgresql().close().0 {
        store::Place::Server(url) => url,
        store::Place::File(_) => panic!("a server"),
    }
}

#[test]
fn a_backup_made_while_people_work_comes_back_with_what_they_did() {
    let (folder, data) = small();
    let server = Server::start(Path::new(&data), &["--demo"]);
    let session = server.sign_in("manager");
    let backup = file(&done(&["backup", "--data", &data]));
    refused(&["restore", &backup, "--data", &data], "holds an organisation: nothing was changed");
    refused(&["restore", &backup, "--data", &data, "--replace"], "another program is using it");
    server.ask("POST", "/sign-out", &session);
    server.stop();
    let said = done(&["restore", &backup, "--data", &data, "--replace"]);
    assert!(said.contains("what was there is in") && !said.contains("key file"), "{said}");
    // The session that was ended after the backup is there again.
    let server = Server::start(Path::new(&data), &["--demo"]);
    assert!(server.ask("GET", "/settings", &session).starts_with("HTTP/1.1 200"));
    // Elsewhere, without the key, it comes back and says what is missing.
    let elsewhere = folder.path().join("elsewhere").to_str().unwrap().to_owned();
    assert!(done(&["restore", "--check", &backup, "--data", &elsewhere]).ends_with(": whole\n"));
    assert!(!Path::new(&elsewhere).exists(), "checking makes nothing");
    assert!(done(&["restore", &backup, "--data", &elsewhere]).contains("pejling.key is not there"));
}

#[test]
fn everything_moves_to_a_server_and_back() {
    let (folder, data) = small();
    let there = server();
    let rows = |said: &str| said.split(' ').next().unwrap().parse::<u32>().unwrap();
    let moved = done(&["move", "--data", &data, "--to", &there]);
    assert!(rows(&moved) > 400 && moved.contains("the same as in"), "{moved}");
    refused(&["move", "--data", &data, "--to", &there], "there is an organisation in it already");
    let back = folder.path().join("back.db").to_str().unwrap().to_owned();
    let secret = folder.path().join("to");
    std::fs::write(&secret, format!("{back}\n")).unwrap();
    let returned =
        done(&["move", "--data", &data, "--database", &there, "--to-secret-file", secret.to_str().unwrap()]);
    assert_eq!(rows(&returned), rows(&moved));
    let serving = Server::start(Path::new(&data), &["--demo", "--database", &there]);
    let session = serving.sign_in("manager");
    assert!(serving.ask("GET", "/week", &session).starts_with("HTTP/1.1 200"));
    // A backup from a server in use goes into a file.
    let backup = file(&done(&["backup", "--data", &data, "--database", &there]));
    let another = folder.path().join("another.db").to_str().unwrap().to_owned();
    done(&["restore", &backup, "--data", &data, "--database", &another]);
    let serving = Server::start(Path::new(&data), &["--demo", "--database", &another]);
    assert!(serving.ask("GET", "/week", &session).starts_with("HTTP/1.1 200"));
}

#[test]
fn an_upgrade_makes_a_backup_first_and_a_newer_database_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().to_str().unwrap().to_owned();
    let path = folder.path().join("pejling.db");
    store::testing::older_sqlite(&path, 2);
    let lite = rusqlite::Connection::open(&path).unwrap();
    lite.execute("INSERT INTO organisation VALUES (1, 'Ekbacka', 'sv', 'Europe/Stockholm', 0, 0)", [])
        .unwrap();
    drop(lite);
    let doctor = run(&["doctor", "--data", &data]);
    assert!(out(&doctor).contains("it is of an older Pejling: schema 2"), "{}", out(&doctor));
    let backups = folder.path().join("backups");
    // Without room for the backup nothing is changed.
    std::fs::write(&backups, "in the way").unwrap();
    refused(&["link", "nobody@example.org", "--data", &data], "no backup could be made before");
    assert_eq!(schema(&data), 2);
    std::fs::remove_file(&backups).unwrap();
    refused(&["link", "nobody@example.org", "--data", &data], "nobody here has the address");
    let newest = schema(&data);
    assert!(newest > 2);
    let [made] = files(&backups).try_into().unwrap();
    // What was made before goes back, and is brought up to date.
    assert!(
        done(&["restore", made.to_str().unwrap(), "--data", &data, "--replace"]).contains("holds 1 rows")
    );
    assert_eq!(schema(&data), newest);

    let lite = rusqlite::Connection::open(&path).unwrap();
    lite.execute("INSERT INTO migration VALUES (900, 'later', x'00', 0)", []).unwrap();
    drop(lite);
    refused(&["serve", "--data", &data], "the database is of a newer Pejling (schema 900");
    assert!(
        out(&run(&["doctor", "--data", &data]))
            .contains("WRONG   database  it is of a newer Pejling: schema 900")
    );
    assert_eq!(files(&backups).len(), 1);
}

fn schema(data: &str) -> i64 {
    let lite = rusqlite::Connection::open(Path::new(data).join("pejling.db")).unwrap();
    lite.query_row("SELECT MAX(number) FROM migration", [], |row| row.get(0)).unwrap()
}

#[test]
fn the_doctor_says_whether_the_connection_to_postgresql_is_encrypted() {
    use store::testing::{certificates::Certificates, cluster::Cluster};
    let (folder, data) = small();
    let (certificates, server) = (Certificates::new(), Cluster::new());
    server.speak_tls(&certificates);
    server.start();
    let address = |host: &str, authority: &str| {
        let file = certificates.path(authority);
        format!(
            "postgres://postgres@{host}:{}/postgres?sslmode=verify-full&sslrootcert={}",
            server.port,
            file.display()
        )
    };
    let place = address("localhost", "ca.pem");
    done(&["move", "--data", &data, "--to", &place]);
    let said = done(&["doctor", "--data", &data, "--database", &place]);
    assert!(
        said.contains(
            "good    database  the connection is encrypted (TLSv1.3), and the server has proven its name"
        ),
        "{said}"
    );
    let said = done(&["config", "show", "--database", &place]);
    assert!(said.contains("a PostgreSQL server, encrypted, with a certificate for its name"), "{said}");
    for (host, authority) in [("localhost", "other.pem"), ("127.0.0.1", "ca.pem")] {
        refused(
            &["serve", "--demo", "--data", &data, "--database", &address(host, authority)],
            "the connection is not safe: ",
        );
    }
    let elsewhere = "postgres://p@db.kommun.example/p?sslmode=require";
    refused(
        &["serve", "--demo", "--data", &data, "--database", elsewhere],
        "sslmode=require in its address is not offered",
    );
    let plain = done(&["doctor", "--data", &data, "--database", &server.address("postgres")]);
    assert!(plain.contains("in the clear, and does not leave this machine"), "{plain}");
    drop(folder);
}

#[test]
fn the_doctor_finds_what_is_wrong_and_says_what_to_do() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, data) = small();
    done(&["backup", "--data", &data]);
    let well = done(&["doctor", "--data", &data]);
    assert!(well.ends_with("nothing is wrong\n") && well.contains("and whole"), "{well}");
    let wrong = |says: &[&str]| {
        let output = run(&["doctor", "--data", &data]);
        assert_eq!(code(&output), 1, "{}", out(&output));
        let said = out(&output);
        for says in says {
            assert!(said.contains(&format!("WRONG   {says}")), "{says}: {said}");
        }
        assert_eq!(
            said.matches("WRONG").count(),
            said.matches("to do").count() - said.matches("remark").count()
        );
    };
    let path = |name: &str| Path::new(&data).join(name);
    let mode = |name: &str, mode| {
        std::fs::set_permissions(path(name), std::fs::Permissions::from_mode(mode)).unwrap();
    };
    mode("", 0o755);
    mode("pejling.key", 0o644);
    wrong(&["folder    others on this machine can look into", "key file  others on this machine can read"]);
    mode("", 0o700);
    std::fs::rename(path("pejling.key"), folder.path().join("key")).unwrap();
    let backup = files(&path("backups")).remove(0);
    let mut bytes = std::fs::read(&backup).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 0xff;
    std::fs::write(&backup, bytes).unwrap();
    let lite = rusqlite::Connection::open(path("pejling.db")).unwrap();
    lite.execute("UPDATE migration SET applied_at = 99999999999999", []).unwrap();
    lite.execute_batch("PRAGMA foreign_keys = off; UPDATE employment SET unit = 1 WHERE id = (SELECT MIN(id) FROM employment)").unwrap();
    wrong(&[
        "key file",
        "backup",
        "clock     something in the database happened",
        "database  table employment points to rows",
    ]);
    drop(lite);
    std::fs::write(path("pejling.db"), [b'x'; 8192]).unwrap();
    wrong(&["database"]);
    let config = folder.path().join("pejling.toml");
    std::fs::write(
        &config,
        "[mail]\nhost = \"127.0.0.1\"\nport = 1\ntls = \"none\"\nfrom = \"a@b.example\"\n",
    )
    .unwrap();
    let mail = run(&["doctor", "--data", &data, "--config", config.to_str().unwrap()]);
    assert!(out(&mail).contains("WRONG   mail      the mail server cannot be reached"), "{}", out(&mail));
    std::fs::write(&config, "liston = 1\n").unwrap();
    let settings = run(&["doctor", "--config", config.to_str().unwrap()]);
    assert!(out(&settings).starts_with("WRONG   settings"), "{}", out(&settings));
}
