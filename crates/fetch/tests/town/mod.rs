//! A small town: hosts that answer over real sockets, and a network where any address can lead to them.

use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use fetch::{Network, Soon};
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};

/// How a host answers.
#[derive(Clone)]
pub(crate) enum Reply {
    /// These bytes, and then it hangs up.
    Bytes(Vec<u8>),
    /// These bytes, and then the second ones for ever.
    Endless(Vec<u8>, Vec<u8>),
    /// These bytes, and then a byte every 20 ms for ever.
    Trickle(Vec<u8>),
    /// Nothing.
    Silence,
}

pub(crate) fn ok(body: &[u8]) -> Reply {
    with_fields("", body)
}

pub(crate) fn with_fields(fields: &str, body: &[u8]) -> Reply {
    let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n{fields}\r\n", body.len());
    Reply::Bytes([head.as_bytes(), body].concat())
}

pub(crate) fn sent_to(location: &str) -> Reply {
    Reply::Bytes(
        format!("HTTP/1.1 302 Found\r\ncontent-length: 0\r\nlocation: {location}\r\nset-cookie: s=1\r\n\r\n")
            .into(),
    )
}

/// A host on this machine.
pub(crate) struct Host {
    pub(crate) port: u16,
    /// The head of every request, in order.
    pub(crate) heads: Arc<Mutex<Vec<String>>>,
}

impl Host {
    pub(crate) async fn plain(reply: impl Fn(&str) -> Reply + Send + Sync + 'static) -> Host {
        Host::start(None, reply).await
    }

    pub(crate) async fn encrypted(
        authority: &Authority,
        names: &[&str],
        reply: impl Fn(&str) -> Reply + Send + Sync + 'static,
    ) -> Host {
        Host::start(Some(authority.acceptor(CertificateParams::new(texts(names)).unwrap())), reply).await
    }

    pub(crate) async fn start(
        tls: Option<TlsAcceptor>,
        reply: impl Fn(&str) -> Reply + Send + Sync + 'static,
    ) -> Host {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let heads = Arc::new(Mutex::new(Vec::new()));
        let (seen, reply) = (heads.clone(), Arc::new(reply));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (tls, seen, reply) = (tls.clone(), seen.clone(), reply.clone());
                tokio::spawn(async move {
                    match tls {
                        None => converse(stream, &seen, &*reply).await,
                        Some(tls) => {
                            let Ok(stream) = tls.accept(stream).await else { return };
                            converse(stream, &seen, &*reply).await;
                        }
                    }
                });
            }
        });
        Host { port, heads }
    }

    pub(crate) fn times_asked(&self) -> usize {
        self.heads.lock().unwrap().len()
    }
}

fn texts(names: &[&str]) -> Vec<String> {
    names.iter().map(|&name| name.to_owned()).collect()
}

async fn converse(
    mut stream: impl AsyncRead + AsyncWrite + Unpin,
    seen: &Mutex<Vec<String>>,
    reply: &(dyn Fn(&str) -> Reply + Send + Sync),
) {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        match stream.read_u8().await {
            Ok(byte) => head.push(byte),
            Err(_) => return,
        }
    }
    let head = String::from_utf8(head).unwrap();
    let path = head.split(' ').nth(1).unwrap().to_owned();
    seen.lock().unwrap().push(head);
    // Whoever has heard enough hangs up: writing then fails, and that is the end.
    drop(answer(&mut stream, reply(&path)).await);
}

async fn answer(stream: &mut (impl AsyncWrite + Unpin), reply: Reply) -> std::io::Result<()> {
    match reply {
        Reply::Bytes(bytes) => {
            stream.write_all(&bytes).await?;
            stream.shutdown().await
        }
        Reply::Endless(first, more) => {
            stream.write_all(&first).await?;
            loop {
                stream.write_all(&more).await?;
            }
        }
        Reply::Trickle(first) => {
            stream.write_all(&first).await?;
            loop {
                stream.write_all(b"x").await?;
                stream.flush().await?;
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        }
        Reply::Silence => {
            tokio::time::sleep(Duration::from_secs(60)).await;
            Ok(())
        }
    }
}

/// A certificate authority of our own.
pub(crate) struct Authority(CertifiedIssuer<'static, KeyPair>);

impl Authority {
    pub(crate) fn new() -> Authority {
        let mut params = CertificateParams::default();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        Authority(CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap())
    }

    pub(crate) fn pem(&self) -> String {
        self.0.pem()
    }

    pub(crate) fn acceptor(&self, params: CertificateParams) -> TlsAcceptor {
        let key = KeyPair::generate().unwrap();
        let certificate = params.signed_by(&key, &self.0).unwrap();
        let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![certificate.der().clone()], key)
            .unwrap();
        TlsAcceptor::from(Arc::new(config))
    }
}

/// A network with a name server that may change its mind, and addresses that lead to hosts here.
#[derive(Default)]
pub(crate) struct Town {
    names: HashMap<String, Vec<Vec<IpAddr>>>,
    roads: HashMap<SocketAddr, u16>,
    pub(crate) asked: Mutex<Vec<String>>,
    pub(crate) connected: Mutex<Vec<SocketAddr>>,
}

impl Town {
    /// What a name is, the first time it is asked for, the second, and so on; the last stays.
    pub(crate) fn name(mut self, name: &str, answers: &[&[&str]]) -> Town {
        let read = |answer: &&[&str]| answer.iter().map(|ip| ip.parse().unwrap()).collect();
        self.names.insert(name.to_owned(), answers.iter().map(read).collect());
        self
    }

    /// A public address that leads to a host.
    pub(crate) fn road(mut self, address: &str, host: &Host) -> Town {
        self.roads.insert(address.parse().unwrap(), host.port);
        self
    }

    pub(crate) fn connections(&self) -> Vec<SocketAddr> {
        self.connected.lock().unwrap().clone()
    }
}

impl Network for Town {
    fn resolve<'a>(&'a self, host: &'a str) -> Soon<'a, Vec<IpAddr>> {
        let mut asked = self.asked.lock().unwrap();
        let earlier = asked.iter().filter(|name| *name == host).count();
        asked.push(host.to_owned());
        let answers = self.names.get(host);
        let answer = answers.map(|answers| answers[earlier.min(answers.len() - 1)].clone());
        Box::pin(async move { answer.ok_or(std::io::ErrorKind::NotFound.into()) })
    }

    fn connect(&self, to: SocketAddr) -> Soon<'_, TcpStream> {
        self.connected.lock().unwrap().push(to);
        let road = self.roads.get(&to).copied();
        Box::pin(async move {
            match road {
                Some(port) => TcpStream::connect(("127.0.0.1", port)).await,
                // Nobody there, and nobody says so.
                None => std::future::pending().await,
            }
        })
    }
}
