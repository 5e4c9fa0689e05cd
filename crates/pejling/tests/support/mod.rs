//! The real program, started as whoever installs it does.
#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "each test file uses its part; the helpers of tests fail by panicking"
)]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

/// The program, with an environment that says nothing.
pub(crate) fn pejling() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pejling"));
    command.env_clear();
    command
}

/// Runs it to its end.
pub(crate) fn run(arguments: &[&str]) -> Output {
    pejling().args(arguments).output().unwrap()
}

pub(crate) fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

pub(crate) fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

pub(crate) fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

/// What is answered at an address.
pub(crate) fn ask(address: &str, method: &str, path: &str, headers: &str) -> String {
    send(address, method, path, headers, b"")
}

fn send(address: &str, method: &str, path: &str, headers: &str, body: &[u8]) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    let length = if method == "POST" { format!("content-length: {}\r\n", body.len()) } else { String::new() };
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n{length}{headers}\r\n"
    )
    .unwrap();
    stream.write_all(body).unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

/// A server under test; killed when it goes out of scope.
pub(crate) struct Server {
    child: Child,
    pub(crate) address: String,
    /// Role and path of each person's link.
    pub(crate) links: Vec<(String, String)>,
    /// From start until it listens.
    pub(crate) took: Duration,
}

impl Server {
    pub(crate) fn start(data: &Path, more: &[&str]) -> Server {
        Server::begin(pejling().stderr(Stdio::piped()), data, more)
    }

    /// Starts `program`, whose environment and log the caller has set.
    pub(crate) fn begin(program: &mut Command, data: &Path, more: &[&str]) -> Server {
        let data = data.to_str().unwrap();
        let begun = Instant::now();
        let mut child = program
            .args(["serve", "--data", data, "--listen", "127.0.0.1:0"])
            .args(more)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let first = lines.next().and_then(Result::ok);
        let took = begun.elapsed();
        let Some(address) = first.as_deref().and_then(|line| line.strip_prefix("listening http://")) else {
            panic!("it does not listen: {}", said(&mut child));
        };
        let address = address.to_owned();
        let mut links = Vec::new();
        if more.contains(&"--demo") {
            for line in lines.by_ref().take(7) {
                let line = line.unwrap();
                let words: Vec<&str> = line.split(' ').collect();
                assert_eq!(words[0], "sign-in");
                let url = words.last().unwrap();
                let path = url.strip_prefix(&format!("http://{address}")).unwrap();
                links.push((words[1].to_owned(), path.to_owned()));
            }
        }
        Server { child, address, links, took }
    }

    /// The status line, the headers and the body of the answer.
    pub(crate) fn ask(&self, method: &str, path: &str, headers: &str) -> String {
        self.send(method, path, headers, b"")
    }

    /// The same, with a body.
    pub(crate) fn send(&self, method: &str, path: &str, headers: &str, body: &[u8]) -> String {
        send(&self.address, method, path, headers, body)
    }

    /// Signs in by a person's link; the header to send with what follows.
    pub(crate) fn sign_in(&self, role: &str) -> String {
        let (_, link) = self.links.iter().find(|(of, _)| of == role).unwrap();
        let answer = self.ask("POST", link, "");
        assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
        cookie(&answer)
    }

    /// Kills it without a word, as a power failure would.
    pub(crate) fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Asks it to stop, as a service manager does; the exit code and what it logged.
    pub(crate) fn stop(mut self) -> (Option<i32>, String) {
        let asked = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().unwrap();
        assert!(asked.success());
        let status = self.child.wait().unwrap();
        (status.code(), said(&mut self.child))
    }
}

/// What it wrote on standard error; nothing when that went elsewhere.
fn said(child: &mut Child) -> String {
    let mut said = String::new();
    if let Some(mut stderr) = child.stderr.take() {
        stderr.read_to_string(&mut said).unwrap();
    }
    said
}

/// The session's cookie as a header.
pub(crate) fn cookie(answer: &str) -> String {
    let line = answer.lines().find(|line| line.to_lowercase().starts_with("set-cookie:")).unwrap();
    format!("cookie: {}\r\n", line.split_once(": ").unwrap().1.split(';').next().unwrap())
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
