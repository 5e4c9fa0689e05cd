//! The bare page that "my week" is measured against: axum, one hop to a thread that may block, one query by key on
//! SQLite, and a page of the same bytes as ours with what was found written into it. No session, no layers.
//!
//! `bare-page PAGE DATABASE`: serves the text of the file PAGE at `/`, and at `/compressed` as browsers ask for it.

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a program to measure against; it ends when anything is wrong"
)]

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::State;
use axum::response::Html;
use axum::routing::get;
use rusqlite::Connection;
use tokio::sync::Semaphore;
use tower_http::compression::CompressionLayer;

/// As many as the product opens.
const READERS: usize = 4;
const PEOPLE: i64 = 5_000;

struct Site {
    page: String,
    readers: Mutex<Vec<Connection>>,
    free: Semaphore,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut given = std::env::args().skip(1);
    let (Some(page), Some(database)) = (given.next(), given.next()) else {
        return Err("bare-page PAGE DATABASE".into());
    };
    let page = std::fs::read_to_string(page)?;
    fill(&connect(&database)?)?;
    let readers = (0..READERS).map(|_| connect(&database)).collect::<Result<_, _>>()?;
    let site = Site { page, readers: Mutex::new(readers), free: Semaphore::new(READERS) };
    let router = Router::new()
        .route("/compressed", get(show).layer(CompressionLayer::new()))
        .route("/", get(show))
        .with_state(Arc::new(site));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    println!("listening http://{}", listener.local_addr()?);
    Ok(axum::serve(listener, router).await?)
}

/// With the product's own settings.
fn connect(database: &str) -> rusqlite::Result<Connection> {
    let connection = Connection::open(database)?;
    connection.execute_batch(
        "PRAGMA journal_mode = wal; PRAGMA synchronous = full; PRAGMA busy_timeout = 10000; PRAGMA foreign_keys = on;
         PRAGMA temp_store = memory;",
    )?;
    Ok(connection)
}

fn fill(connection: &Connection) -> rusqlite::Result<()> {
    connection
        .execute_batch("CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT; BEGIN;")?;
    for id in 0..PEOPLE {
        connection
            .prepare_cached("INSERT INTO person VALUES (?1, ?2)")?
            .execute((id, format!("Person {id}")))?;
    }
    connection.execute_batch("COMMIT")
}

async fn show(State(site): State<Arc<Site>>) -> Html<String> {
    let _permit = site.free.acquire().await.expect("it is never closed");
    let here = site.clone();
    let name = tokio::task::spawn_blocking(move || {
        let reader = here.readers.lock().expect("nobody panics").pop().expect("a permit is a reader");
        let name: String = reader
            .prepare_cached("SELECT name FROM person WHERE id = ?1")
            .and_then(|mut found| found.query_row([PEOPLE / 2], |row| row.get(0)))
            .expect("the person is there");
        here.readers.lock().expect("nobody panics").push(reader);
        name
    })
    .await
    .expect("nobody panics");
    // As many bytes as the page: the name stands in place of as much of its end.
    let kept = site.page.floor_char_boundary(site.page.len().saturating_sub(name.len()));
    let mut page = String::with_capacity(site.page.len());
    page.push_str(&site.page[..kept]);
    page.push_str(&name);
    Html(page)
}
