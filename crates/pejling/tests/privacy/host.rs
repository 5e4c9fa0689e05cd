//! A host of calendars on this machine, with a certificate by an authority of its own.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use tokio_rustls::rustls::{ServerConfig, ServerConnection, StreamOwned};

/// What stands in addresses for this host. IT must list it: it is no public address.
pub(crate) const NAME: &str = "127.0.0.1";

/// Ends with the test.
pub(crate) struct Host {
    port: u16,
    /// The authority, as PEM.
    pub(crate) authority: String,
    answer: Arc<Mutex<Vec<u8>>>,
    /// The head of every request.
    asked: Arc<Mutex<Vec<String>>>,
}

impl Host {
    pub(crate) fn open() -> Host {
        let (config, authority) = certified();
        let listener = TcpListener::bind((NAME, 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let host = Host { port, authority, answer: Arc::default(), asked: Arc::default() };
        let (answer, asked) = (host.answer.clone(), host.asked.clone());
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let connection = ServerConnection::new(config.clone()).unwrap();
                let mut stream = StreamOwned::new(connection, stream);
                stream.sock.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
                let Some(head) = head(&mut stream) else { continue };
                asked.lock().unwrap().push(head);
                let bytes = answer.lock().unwrap().clone();
                // Whoever has heard enough hangs up.
                drop(stream.write_all(&bytes));
                stream.conn.send_close_notify();
                drop(stream.flush());
            }
        });
        host
    }

    pub(crate) fn address(&self, path: &str) -> String {
        format!("https://{NAME}:{}/{path}", self.port)
    }

    /// What it answers from now on: the status and further fields of the head, and the body.
    pub(crate) fn says(&self, head: &str, body: &[u8]) {
        let head = format!("HTTP/1.1 {head}\r\ncontent-length: {}\r\n\r\n", body.len());
        *self.answer.lock().unwrap() = [head.as_bytes(), body].concat();
    }

    /// How many times somebody asked for a path with this in it.
    pub(crate) fn times_asked(&self, part: &str) -> usize {
        self.asked.lock().unwrap().iter().filter(|head| head.contains(part)).count()
    }
}

fn head(stream: &mut impl Read) -> Option<String> {
    let (mut head, mut byte) = (Vec::new(), [0]);
    while !head.ends_with(b"\r\n\r\n") {
        stream.read_exact(&mut byte).ok()?;
        head.push(byte[0]);
    }
    String::from_utf8(head).ok()
}

fn certified() -> (Arc<ServerConfig>, String) {
    let mut params = CertificateParams::default();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let authority = CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap();
    let key = KeyPair::generate().unwrap();
    let certificate =
        CertificateParams::new(vec![NAME.to_owned()]).unwrap().signed_by(&key, &authority).unwrap();
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate.der().clone()], key)
        .unwrap();
    (Arc::new(config), authority.pem())
}
