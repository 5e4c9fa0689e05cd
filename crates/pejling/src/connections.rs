//! Connections: so many at a time, and none that keeps its place for long without saying what it wants.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::extract::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tower::Service;

use crate::tls::Tls;

/// What a connection may take.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Bounds {
    /// Connections at once; whoever comes after them waits to be let in.
    most: usize,
    /// For a whole head of a request, from when it could begin: so too a connection that lies idle ends. As long for the
    /// handshake of TLS.
    head_within: Duration,
    /// For one connection, however busy: after it the answer under way is the last.
    lives: Duration,
    /// For the last answer to be taken.
    last_within: Duration,
}

impl Default for Bounds {
    /// Fewer connections than the 1024 files that a process may have open without anybody raising it.
    fn default() -> Bounds {
        Bounds {
            most: 800,
            head_within: Duration::from_secs(10),
            lives: Duration::from_secs(600),
            last_within: Duration::from_secs(60),
        }
    }
}

/// After a connection could not be taken (no more files may be opened, say), so long until the next try.
const TRIES_AGAIN_AFTER: Duration = Duration::from_millis(200);

/// How connections are answered: the same for all of them.
#[derive(Clone)]
pub(crate) struct Answering {
    /// What is asked.
    pub(crate) router: Router,
    /// What TLS is spoken with; in the clear without it.
    pub(crate) tls: Option<Arc<Tls>>,
    /// Whether it is time to stop.
    pub(crate) stopped: watch::Receiver<bool>,
    /// What a connection may take.
    pub(crate) bounds: Bounds,
}

/// Answers until it is time to stop, and then until everybody who is being answered has been.
pub(crate) async fn answer_all(listener: TcpListener, answering: Answering) {
    let most = answering.bounds.most;
    let places = Arc::new(Semaphore::new(most));
    while let Some((place, stream, from)) = next(&listener, &places, &answering.stopped).await {
        let crowded = places.available_permits() <= most / 4;
        tokio::spawn(answering.clone().answer(stream, from, crowded, place));
    }
    // All places free: nobody is left.
    let all = u32::try_from(most).unwrap_or(u32::MAX);
    let _everybody_gone = places.acquire_many(all).await;
}

type Arrived = (OwnedSemaphorePermit, TcpStream, SocketAddr);

/// The next to come, when there is a place; `None` when it is time to stop.
async fn next(
    listener: &TcpListener,
    places: &Arc<Semaphore>,
    stopped: &watch::Receiver<bool>,
) -> Option<Arrived> {
    let come = async {
        // Never closed.
        let place = Arc::clone(places).acquire_owned().await.ok()?;
        loop {
            match listener.accept().await {
                Ok((stream, from)) => return Some((place, stream, from)),
                Err(error) => {
                    tracing::warn!(%error, "a connection could not be taken");
                    tokio::time::sleep(TRIES_AGAIN_AFTER).await;
                }
            }
        }
    };
    tokio::select! {
        arrived = come => arrived,
        () = stop(stopped.clone()) => None,
    }
}

impl Answering {
    /// Answers one connection. Where it is crowded it is for one request, and gives its place to the next.
    async fn answer(self, stream: TcpStream, from: SocketAddr, crowded: bool, _place: OwnedSemaphorePermit) {
        // Answers are written whole: nothing is gained by waiting to fill a packet. Where it cannot be set, it is only slower.
        let _ = stream.set_nodelay(true);
        let Some(tls) = &self.tls else { return self.speak(stream, from, crowded).await };
        let handshake = tokio::time::timeout(self.bounds.head_within, tls.acceptor().accept(stream));
        tokio::select! {
            // Who does not get through has not asked for anything: scanners, mostly, which are nothing to tell.
            shaken = handshake => if let Ok(Ok(stream)) = shaken {
                self.speak(stream, from, crowded).await;
            },
            () = stop(self.stopped.clone()) => {}
        }
    }

    async fn speak(
        &self,
        stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static,
        from: SocketAddr,
        crowded: bool,
    ) {
        let router = self.router.clone();
        let service = service_fn(move |request: hyper::Request<Incoming>| {
            let mut request: Request = request.map(Body::new);
            request.extensions_mut().insert(ConnectInfo(from));
            router.clone().call(request)
        });
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(self.bounds.head_within)
            .keep_alive(!crowded)
            .serve_connection(TokioIo::new(stream), service);
        let mut connection = std::pin::pin!(connection);
        tokio::select! {
            // That somebody went away in the middle of a sentence is nothing to tell.
            _ = connection.as_mut() => return,
            () = stop(self.stopped.clone()) => {}
            () = tokio::time::sleep(self.bounds.lives) => {}
        }
        connection.as_mut().graceful_shutdown();
        let _ = tokio::time::timeout(self.bounds.last_within, connection).await;
    }
}

/// Until it is time to stop.
pub(crate) async fn stop(mut stopped: watch::Receiver<bool>) {
    // An error means that nobody is left to say stop; then there is nothing to wait for either.
    let _ = stopped.wait_for(|stopped| *stopped).await;
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use axum::routing::get;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::task::JoinHandle;
    use tokio_rustls::TlsConnector;
    use tokio_rustls::rustls::crypto::ring;
    use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
    use tokio_rustls::rustls::{ClientConfig, RootCertStore};

    use super::*;
    use crate::tls::tests::CertificateFiles;

    const SOON: Duration = Duration::from_millis(300);
    /// What passes on a loaded machine; far below what would pass without the bounds.
    const IN_GOOD_TIME: Duration = Duration::from_secs(5);

    struct Server {
        at: SocketAddr,
        stopping: watch::Sender<bool>,
        serving: JoinHandle<()>,
    }

    impl Server {
        async fn start(most: usize) -> Server {
            Server::with_tls(most, None).await
        }

        async fn with_tls(most: usize, tls: Option<Arc<Tls>>) -> Server {
            let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
            let at = listener.local_addr().unwrap();
            let slow = get(|| async {
                tokio::time::sleep(SOON).await;
                "slow"
            });
            let who = get(|ConnectInfo(from): ConnectInfo<SocketAddr>| async move { from.to_string() });
            let router = Router::new().route("/who", who).route("/slow", slow);
            let (stopping, stopped) = watch::channel(false);
            let bounds = Bounds { most, head_within: SOON, lives: 20 * SOON, last_within: 4 * SOON };
            let answering = Answering { router, tls, stopped, bounds };
            let serving = tokio::spawn(answer_all(listener, answering));
            Server { at, stopping, serving }
        }

        async fn says(&self, words: &str) -> TcpStream {
            let mut stream = TcpStream::connect(self.at).await.unwrap();
            stream.write_all(words.as_bytes()).await.unwrap();
            stream
        }

        async fn asks(&self, path: &str) -> String {
            let mut stream =
                self.says(&format!("GET {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n")).await;
            heard(&mut stream).await
        }
    }

    /// All that comes until the other end closes.
    async fn heard(stream: &mut TcpStream) -> String {
        let mut said = Vec::new();
        let ended = tokio::time::timeout(IN_GOOD_TIME, stream.read_to_end(&mut said)).await;
        assert!(ended.is_ok(), "the connection was not ended: {}", String::from_utf8_lossy(&said));
        String::from_utf8_lossy(&said).into_owned()
    }

    #[tokio::test]
    async fn who_comes_is_told_to_the_pages() {
        let server = Server::start(4).await;
        let answer = server.asks("/who").await;
        assert!(answer.starts_with("HTTP/1.1 200") && answer.contains("127.0.0.1:"), "{answer}");
    }

    #[tokio::test]
    async fn a_slow_client_is_cut_and_others_are_served_meanwhile() {
        let server = Server::start(40).await;
        let mut slow = Vec::new();
        for words in ["", "GET /who HTTP/1.1\r\nhost: x\r\nx-a: "].iter().cycle().take(20) {
            slow.push(server.says(words).await);
        }
        let began = Instant::now();
        assert!(server.asks("/who").await.starts_with("HTTP/1.1 200"));
        assert!(began.elapsed() < SOON * 10, "{:?}", began.elapsed());
        for stream in &mut slow {
            // A head that trickles in is no better than one that does not come.
            let _ = stream.write_all(b"a").await;
            assert!(!heard(stream).await.contains("200 OK"));
        }
    }

    #[tokio::test]
    async fn whoever_holds_every_place_without_asking_loses_it_to_the_next() {
        let server = Server::start(3).await;
        let mut holders = Vec::new();
        for _ in 0..6 {
            holders.push(server.says("GET ").await);
        }
        assert!(server.asks("/who").await.starts_with("HTTP/1.1 200"), "after the slow ones were cut");
    }

    #[tokio::test]
    async fn a_connection_that_lies_idle_ends() {
        let server = Server::start(4).await;
        let mut stream = server.says("GET /who HTTP/1.1\r\nhost: x\r\n\r\n").await;
        let said = heard(&mut stream).await;
        assert!(said.starts_with("HTTP/1.1 200") && !said.contains("connection: close"), "{said}");
    }

    #[tokio::test]
    async fn where_it_is_crowded_a_connection_is_for_one_request() {
        let server = Server::start(1).await;
        let mut first = server.says("GET /who HTTP/1.1\r\nhost: x\r\n\r\n").await;
        // Of one place none is free.
        assert!(heard(&mut first).await.contains("connection: close"));
    }

    #[tokio::test]
    async fn who_is_being_answered_is_answered_before_it_stops() {
        let server = Server::start(4).await;
        let mut asked = server.says("GET /slow HTTP/1.1\r\nhost: x\r\n\r\n").await;
        let idle = server.says("").await;
        tokio::time::sleep(SOON / 3).await;
        server.stopping.send(true).unwrap();
        assert!(heard(&mut asked).await.ends_with("slow"));
        drop(idle);
        assert!(tokio::time::timeout(IN_GOOD_TIME, server.serving).await.is_ok(), "it ends");
        assert!(TcpStream::connect(server.at).await.is_err(), "nobody new is let in");
    }

    /// What `/who` answers to a browser that trusts `certificate` alone.
    async fn asked_over_tls(
        server: &Server,
        certificate: &CertificateDer<'static>,
    ) -> std::io::Result<String> {
        let mut trusted = RootCertStore::empty();
        trusted.add(certificate.clone()).unwrap();
        let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_root_certificates(trusted)
            .with_no_client_auth();
        let stream = TcpStream::connect(server.at).await?;
        let name = ServerName::try_from("pejling.example").unwrap();
        let mut stream = TlsConnector::from(Arc::new(config)).connect(name, stream).await?;
        stream.write_all(b"GET /who HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").await?;
        let mut said = String::new();
        stream.read_to_string(&mut said).await?;
        Ok(said)
    }

    #[tokio::test]
    async fn over_tls_the_same_is_answered_and_a_renewed_certificate_is_shown_without_a_stop() {
        let files = CertificateFiles::new();
        let first = files.renew();
        let tls = Arc::new(Tls::open(&files.settings()).unwrap());
        let server = Server::with_tls(4, Some(Arc::clone(&tls))).await;
        let answer = asked_over_tls(&server, &first).await.unwrap();
        assert!(answer.starts_with("HTTP/1.1 200") && answer.contains("127.0.0.1:"), "{answer}");
        let second = files.renew();
        assert!(asked_over_tls(&server, &second).await.is_err(), "nobody has said that it is renewed");
        tls.read_again().unwrap();
        assert!(asked_over_tls(&server, &first).await.is_err());
        assert!(asked_over_tls(&server, &second).await.unwrap().starts_with("HTTP/1.1 200"));
        files.spoil();
        assert!(tls.read_again().is_err());
        assert!(
            asked_over_tls(&server, &second).await.unwrap().starts_with("HTTP/1.1 200"),
            "that from before"
        );
    }

    #[tokio::test]
    async fn who_does_not_shake_hands_loses_the_place() {
        let files = CertificateFiles::new();
        let certificate = files.renew();
        let tls = Some(Arc::new(Tls::open(&files.settings()).unwrap()));
        let server = Server::with_tls(2, tls).await;
        let mut silent = server.says("").await;
        let mut plain = server.says("GET /who HTTP/1.1\r\nhost: x\r\n\r\n").await;
        assert!(asked_over_tls(&server, &certificate).await.unwrap().starts_with("HTTP/1.1 200"));
        assert!(!heard(&mut silent).await.contains("200"));
        assert!(!heard(&mut plain).await.contains("200"), "nothing is said in the clear");
        server.stopping.send(true).unwrap();
        assert!(tokio::time::timeout(IN_GOOD_TIME, server.serving).await.is_ok(), "it ends");
    }
}
