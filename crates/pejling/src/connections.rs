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
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tower::Service;

/// What a connection may take.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Bounds {
    /// Connections at once; whoever comes after them waits to be let in.
    most: usize,
    /// For a whole head of a request, from when it could begin: so too a connection that lies idle ends.
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

/// Answers until it is time to stop, and then until everybody who is being answered has been.
pub(crate) async fn answer_all(
    listener: TcpListener,
    router: Router,
    stopped: watch::Receiver<bool>,
    bounds: Bounds,
) {
    let places = Arc::new(Semaphore::new(bounds.most));
    while let Some((place, stream, from)) = next(&listener, &places, &stopped).await {
        let crowded = places.available_permits() <= bounds.most / 4;
        tokio::spawn(answer(stream, from, router.clone(), stopped.clone(), bounds, crowded, place));
    }
    // All places free: nobody is left.
    let all = u32::try_from(bounds.most).unwrap_or(u32::MAX);
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

/// Answers one connection. Where it is crowded it is for one request, and gives its place to the next.
async fn answer(
    stream: TcpStream,
    from: SocketAddr,
    router: Router,
    stopped: watch::Receiver<bool>,
    bounds: Bounds,
    crowded: bool,
    _place: OwnedSemaphorePermit,
) {
    // Answers are written whole: nothing is gained by waiting to fill a packet. Where it cannot be set, it is only slower.
    let _ = stream.set_nodelay(true);
    let service = service_fn(move |request: hyper::Request<Incoming>| {
        let mut request: Request = request.map(Body::new);
        request.extensions_mut().insert(ConnectInfo(from));
        router.clone().call(request)
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(bounds.head_within)
        .keep_alive(!crowded)
        .serve_connection(TokioIo::new(stream), service);
    let mut connection = std::pin::pin!(connection);
    tokio::select! {
        // That somebody went away in the middle of a sentence is nothing to tell.
        _ = connection.as_mut() => return,
        () = stop(stopped) => {}
        () = tokio::time::sleep(bounds.lives) => {}
    }
    connection.as_mut().graceful_shutdown();
    let _ = tokio::time::timeout(bounds.last_within, connection).await;
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

    use super::*;

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
            let serving = tokio::spawn(answer_all(listener, router, stopped, bounds));
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
}
