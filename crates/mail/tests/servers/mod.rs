//! Mail servers for the tests: the real one, and small ones that are away, refuse, or only listen.

use std::io;
use std::path::PathBuf;
use std::process::Command;
use std::sync::{Arc, Mutex};

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader, copy_bidirectional};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};

/// The real mail server's mailbox, read by Python's own mail parser.
pub(crate) struct Mailbox {
    pub(crate) port: u16,
    folder: PathBuf,
}

/// A letter that arrived.
pub(crate) struct Arrived {
    fields: Vec<(String, String)>,
    pub(crate) body: String,
}

impl Arrived {
    /// Every field of that name, decoded.
    pub(crate) fn fields(&self, name: &str) -> Vec<&str> {
        let named = self.fields.iter().filter(|field| field.0.eq_ignore_ascii_case(name));
        named.map(|field| field.1.as_str()).collect()
    }
}

const READ: &str = r#"
import email, email.policy, pathlib, sys
for file in pathlib.Path(sys.argv[1], "new").iterdir():
    letter = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
    if letter["Message-ID"] == sys.argv[2]:
        fields = "".join(f"{name}\t{value}\x01" for name, value in letter.items())
        sys.stdout.buffer.write((fields + "\x02" + letter.get_content()).encode())
        break
"#;

impl Mailbox {
    pub(crate) fn of_the_tests() -> Mailbox {
        let setting =
            |name| std::env::var_os(name).unwrap_or_else(|| panic!("{name}: run the tests with ./test"));
        let address = setting("PEJLING_TEST_SMTP").into_string().unwrap();
        let port = address.rsplit(':').next().unwrap().parse().unwrap();
        Mailbox { port, folder: setting("PEJLING_TEST_MAILDIR").into() }
    }

    pub(crate) fn find(&self, message_id: &str) -> Option<Arrived> {
        let read =
            Command::new("python3").args(["-c", READ]).arg(&self.folder).arg(message_id).output().unwrap();
        assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
        let text = String::from_utf8(read.stdout).unwrap();
        let (fields, body) = text.split_once('\u{2}')?;
        let fields = fields.split_terminator('\u{1}').map(|field| field.split_once('\t').unwrap());
        let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        Some(Arrived { fields, body: body.to_owned() })
    }

    pub(crate) fn letter(&self, message_id: &str) -> Arrived {
        self.find(message_id).unwrap_or_else(|| panic!("{message_id} has not arrived"))
    }
}

/// A port where nobody answers, until it is opened.
pub(crate) struct Door {
    pub(crate) port: u16,
}

/// An open door; who has come through stays connected until it is closed.
pub(crate) struct Open {
    port: u16,
    traffic: JoinSet<()>,
}

impl Door {
    pub(crate) async fn closed() -> Door {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        Door { port: listener.local_addr().unwrap().port() }
    }

    pub(crate) async fn open_to(self, server: u16) -> Open {
        let listener = TcpListener::bind(("127.0.0.1", self.port)).await.unwrap();
        let mut traffic = JoinSet::new();
        traffic.spawn(async move {
            let mut through = JoinSet::new();
            while let Ok((mut from, _)) = listener.accept().await {
                through.spawn(async move {
                    let mut to = TcpStream::connect(("127.0.0.1", server)).await.unwrap();
                    drop(copy_bidirectional(&mut from, &mut to).await);
                });
            }
        });
        Open { port: self.port, traffic }
    }
}

impl Open {
    pub(crate) async fn close(mut self) -> Door {
        self.traffic.shutdown().await;
        Door { port: self.port }
    }
}

/// A server that notes what it hears.
pub(crate) struct Server {
    pub(crate) port: u16,
    heard: Arc<Mutex<String>>,
}

impl Server {
    pub(crate) fn heard(&self) -> String {
        self.heard.lock().unwrap().clone()
    }
}

/// How a server protects its connections.
enum Protected {
    Not,
    FromTheStart(TlsAcceptor),
    WhenAsked(TlsAcceptor),
}

/// One that offers nothing and agrees to everything.
pub(crate) async fn listen() -> Server {
    serve(Protected::Not, "250 ok").await
}

/// One that does not take recipients.
pub(crate) async fn refusing(answer: &'static str) -> Server {
    serve(Protected::Not, answer).await
}

/// One that is encrypted from the first byte and takes any password; with the authority behind its certificate.
pub(crate) async fn encrypted(name: &str) -> (String, Server) {
    let (authority, acceptor) = certified(name);
    (authority, serve(Protected::FromTheStart(acceptor), "250 ok").await)
}

/// One that becomes encrypted when it is asked to.
pub(crate) async fn encrypted_when_asked(name: &str) -> (String, Server) {
    let (authority, acceptor) = certified(name);
    (authority, serve(Protected::WhenAsked(acceptor), "250 ok").await)
}

fn certified(name: &str) -> (String, TlsAcceptor) {
    let mut params = CertificateParams::default();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let authority = CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap();
    let key = KeyPair::generate().unwrap();
    let certificate =
        CertificateParams::new(vec![name.to_owned()]).unwrap().signed_by(&key, &authority).unwrap();
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate.der().clone()], key)
        .unwrap();
    (authority.pem(), TlsAcceptor::from(Arc::new(config)))
}

async fn serve(protected: Protected, to_recipients: &'static str) -> Server {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let heard = Arc::new(Mutex::new(String::new()));
    let (notes, protected) = (heard.clone(), Arc::new(protected));
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let (protected, notes) = (protected.clone(), notes.clone());
            tokio::spawn(async move { drop(receive(stream, &protected, &notes, to_recipients).await) });
        }
    });
    Server { port, heard }
}

async fn receive(
    stream: TcpStream,
    protected: &Protected,
    notes: &Mutex<String>,
    to_recipients: &str,
) -> io::Result<()> {
    const PASSWORDS: &str = "250-localhost\r\n250 AUTH PLAIN";
    match protected {
        Protected::Not => {
            converse(stream, notes, Some("220 localhost ESMTP"), "250 localhost", to_recipients).await?;
        }
        Protected::FromTheStart(tls) => {
            let stream = tls.accept(stream).await?;
            converse(stream, notes, Some("220 localhost ESMTP"), PASSWORDS, to_recipients).await?;
        }
        Protected::WhenAsked(tls) => {
            let offer = "250-localhost\r\n250 STARTTLS";
            let asked = converse(stream, notes, Some("220 localhost ESMTP"), offer, to_recipients).await?;
            let Some(stream) = asked else { return Ok(()) };
            notes.lock().unwrap().push_str("(encrypted)\n");
            converse(tls.accept(stream).await?, notes, None, PASSWORDS, to_recipients).await?;
        }
    }
    Ok(())
}

/// As much of RFC 5321 as a client needs to hear; the connection again when it is to be encrypted.
async fn converse<S: AsyncRead + AsyncWrite + Unpin>(
    stream: S,
    notes: &Mutex<String>,
    welcome: Option<&str>,
    offer: &str,
    to_recipients: &str,
) -> io::Result<Option<S>> {
    let mut stream = BufReader::new(stream);
    if let Some(welcome) = welcome {
        stream.write_all(format!("{welcome}\r\n").as_bytes()).await?;
    }
    let (mut line, mut in_letter) = (Vec::new(), false);
    loop {
        stream.flush().await?;
        line.clear();
        if stream.read_until(b'\n', &mut line).await? == 0 {
            return Ok(None);
        }
        let text = String::from_utf8_lossy(&line).into_owned();
        notes.lock().unwrap().push_str(&text);
        let answer = match text.split([' ', '\r']).next().unwrap() {
            "." => {
                in_letter = false;
                "250 taken"
            }
            _ if in_letter => continue,
            "EHLO" => offer,
            "AUTH" => "235 welcome",
            "RCPT" => to_recipients,
            "STARTTLS" if offer.contains("STARTTLS") => {
                stream.write_all(b"220 go on\r\n").await?;
                return Ok(Some(stream.into_inner()));
            }
            "STARTTLS" => "502 not here",
            "DATA" => {
                in_letter = true;
                "354 go on"
            }
            "QUIT" => "221 bye",
            _ => "250 ok",
        };
        stream.write_all(format!("{answer}\r\n").as_bytes()).await?;
    }
}
