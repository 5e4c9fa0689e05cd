//! Whoever sends too much, or too slowly, is told so and costs nobody else anything.

use axum::body::{Body, Bytes};
use axum::http::Request;
use std::time::Duration;

use crate::house::{House, Who};

const LIMIT: usize = 64 * 1024;

#[tokio::test]
async fn a_form_as_large_as_the_limit_is_read_and_one_larger_is_refused() {
    let house = House::new().await;
    let mut browser = house.browser();
    let most = LIMIT - "mail=".len();
    assert_eq!(browser.post("/sign-in", &[("mail", &"a".repeat(most))]).await.status, 422);
    let answer = browser.post("/sign-in", &[("mail", &"a".repeat(most + 1))]).await;
    assert_eq!(answer.status, 413);
    assert!(answer.text.contains("Det var för mycket på en gång"), "{}", answer.text);
}

#[tokio::test]
async fn a_form_without_end_is_given_up_at_the_limit() {
    let house = House::new().await;
    let (pipe, body) = tokio::sync::mpsc::channel::<Bytes>(1);
    let sender = tokio::spawn(async move {
        let mut sent = 0;
        while pipe.send(Bytes::from_static(&[b'a'; 1024])).await.is_ok() {
            sent += 1024;
        }
        sent
    });
    let stream = Pipe(body);
    let request = Request::post("/sign-in").header("content-type", "application/x-www-form-urlencoded");
    let answer = house.browser().send(request.body(Body::new(stream)).unwrap()).await;
    assert_eq!(answer.status, 413);
    assert!(sender.await.unwrap() < 2 * LIMIT, "no more is read than what the limit needs");
}

#[tokio::test]
async fn a_form_that_never_comes_is_given_up_after_a_minute() {
    let house = House::new().await;
    let (pipe, body) = tokio::sync::mpsc::channel::<Bytes>(1);
    tokio::time::pause();
    let begun = tokio::time::Instant::now();
    let request = Request::post("/sign-in").header("content-type", "application/x-www-form-urlencoded");
    let answer = house.browser().send(request.body(Body::new(Pipe(body))).unwrap()).await;
    assert_eq!(answer.status, 504);
    assert!(answer.text.contains("Det tog för lång tid"), "{}", answer.text);
    assert!(begun.elapsed() <= Duration::from_secs(61));
    drop(pipe);
}

#[tokio::test]
async fn a_body_where_none_belongs_is_not_read() {
    let house = House::new().await;
    let mut browser = house.comes(Who::Leader).await;
    let request = Request::post("/sign-out").body(Body::from(vec![0; 4 * LIMIT])).unwrap();
    assert_eq!(browser.send(request).await.status, 303);
}

/// A body that comes in pieces, when they come.
struct Pipe(tokio::sync::mpsc::Receiver<Bytes>);

impl axum::body::HttpBody for Pipe {
    type Data = Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(
        mut self: std::pin::Pin<&mut Self>,
        context: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<http_body::Frame<Bytes>, Self::Error>>> {
        self.0.poll_recv(context).map(|piece| piece.map(|piece| Ok(http_body::Frame::data(piece))))
    }
}
