//! One request on a connection of its own, and what became of it.

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// Whoever waits longer has been left hanging.
pub(crate) const HANGS: Duration = Duration::from_secs(30);

pub(crate) struct Request {
    pub(crate) method: &'static str,
    pub(crate) path: String,
    /// Whole lines.
    pub(crate) headers: String,
    pub(crate) body: Vec<u8>,
}

#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Missed {
    /// Nobody listened: nothing was sent, and somebody else can be asked.
    #[error("nobody listened: {0}")]
    Refused(io::Error),
    /// Somebody listened, and went away: nobody knows whether it was done.
    #[error("somebody listened, and went away: {0}")]
    Broken(io::Error),
}

impl Answer {
    /// The value of a header, by its name in small letters.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (header, value) = line.split_once(": ")?;
            header.eq_ignore_ascii_case(name).then_some(value)
        })
    }
}

pub(crate) fn send(port: u16, request: &Request) -> Result<Answer, Missed> {
    let mut stream = TcpStream::connect(SocketAddr::from(([127, 0, 0, 1], port))).map_err(Missed::Refused)?;
    exchange(&mut stream, request).map_err(Missed::Broken)
}

fn exchange(stream: &mut TcpStream, request: &Request) -> io::Result<Answer> {
    stream.set_read_timeout(Some(HANGS))?;
    let Request { method, path, headers, body } = request;
    let length = if body.is_empty() && *method == "GET" {
        String::new()
    } else {
        format!("content-length: {}\r\n", body.len())
    };
    let head = format!(
        "{method} {path} HTTP/1.1\r\nhost: pejling.example\r\nconnection: close\r\n{length}{headers}\r\n"
    );
    stream.write_all(&[head.as_bytes(), body].concat())?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;
    let text = String::from_utf8_lossy(&bytes);
    let (head, body) = text.split_once("\r\n\r\n").ok_or(io::ErrorKind::UnexpectedEof)?;
    let status = head.get(9..12).and_then(|status| status.parse().ok()).ok_or(io::ErrorKind::InvalidData)?;
    Ok(Answer { status, head: head.to_owned(), body: body.to_owned() })
}

pub(crate) fn get(path: &str, headers: &str) -> Request {
    Request { method: "GET", path: path.to_owned(), headers: headers.to_owned(), body: Vec::new() }
}

pub(crate) fn post(path: &str, headers: &str, body: Vec<u8>) -> Request {
    Request { method: "POST", path: path.to_owned(), headers: headers.to_owned(), body }
}
