//! As little of a client as HTTP/1.1 can be asked with: it must not be what is measured.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};

pub(crate) struct Client {
    stream: BufReader<TcpStream>,
}

impl Client {
    pub(crate) fn connect(address: SocketAddr) -> Client {
        let stream = TcpStream::connect(address).expect("a connection");
        stream.set_nodelay(true).expect("no delay");
        Client { stream: BufReader::new(stream) }
    }

    /// The status of the answer, which is read to its end.
    pub(crate) fn ask(&mut self, method: &str, path: &str, body: &[u8]) -> u16 {
        let head =
            format!("{method} {path} HTTP/1.1\r\nhost: bench\r\ncontent-length: {}\r\n\r\n", body.len());
        self.stream.get_mut().write_all(&[head.as_bytes(), body].concat()).expect("it is sent");
        let (mut status, mut length, mut line) = (0, 0, String::new());
        loop {
            line.clear();
            self.stream.read_line(&mut line).expect("a line");
            let line = line.trim_end();
            if line.is_empty() {
                break;
            }
            if let Some(said) = line.strip_prefix("HTTP/1.1 ") {
                status = said[..3].parse().expect("a status");
            } else if let Some(said) = line.strip_prefix("content-length: ") {
                length = said.parse().expect("a length");
            } else if line == "transfer-encoding: chunked" {
                panic!("a length is expected");
            }
        }
        let mut rest = vec![0; length];
        self.stream.read_exact(&mut rest).expect("the rest");
        status
    }
}
