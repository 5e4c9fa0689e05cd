//! A directory that speaks to an installation, for tests.
#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "each test file uses its part, and a test that cannot go on must stop"
)]

use std::sync::Arc;

use access::Secret;
use actions::{Clock, Desk, Keys, LetterPolicy};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, header};
use people::{Language, Organisation, OrganisationId, Person, PersonId};
use serde_json::Value;
use store::testing::Fresh;
use tower::ServiceExt;

pub(crate) const USERS: &str = "/scim/v2/Users";
pub(crate) const GROUPS: &str = "/scim/v2/Groups";
pub(crate) const HERE: OrganisationId = OrganisationId(1);

/// An installation and a directory with a token for it.
#[derive(Clone)]
pub(crate) struct Directory {
    pub(crate) desk: Desk,
    router: Router,
    pub(crate) token: String,
    more: Vec<(&'static str, String)>,
    _database: Arc<Fresh>,
}

pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
    pub(crate) json: Value,
}

impl Directory {
    pub(crate) async fn new() -> Directory {
        let database = Fresh::sqlite();
        let clock = Clock::standing_at("2026-11-29T08:00:00Z".parse().unwrap());
        let desk = Desk::new(
            database.store.clone(),
            clock,
            Keys::from_bytes([7; 32]),
            LetterPolicy::Keep,
            "https://pejling.example",
        );
        desk.write(|tx| {
            let (name, zone) = ("Ekbacka".to_owned(), "Europe/Stockholm".to_owned());
            let host = Organisation { id: HERE, name, language: Language::Sv, zone, demo: false };
            store::organisations::add(tx, &host)
        })
        .await
        .unwrap();
        let secret: Secret = actions::scim::make_token(&desk, HERE, None, "Entra ID").await.unwrap();
        let router = scim::router(desk.clone(), |_| "192.0.2".to_owned());
        Directory { desk, router, token: secret.text(), more: Vec::new(), _database: Arc::new(database) }
    }

    /// The same with another header.
    pub(crate) fn with(&self, name: &'static str, value: impl Into<String>) -> Directory {
        let mut with = self.clone();
        with.more.push((name, value.into()));
        with
    }

    pub(crate) async fn ask(&self, method: &str, path: &str, body: impl Into<Body>) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(path.replace(' ', "%20").replace('"', "%22"))
            .header(header::AUTHORIZATION, format!("Bearer {}", self.token));
        for (name, value) in &self.more {
            request = request.header(*name, value);
        }
        let response = self.router.clone().oneshot(request.body(body.into()).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.unwrap();
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        if !text.is_empty() {
            assert_eq!(parts.headers[header::CONTENT_TYPE], "application/scim+json", "{text}");
        }
        let json = serde_json::from_str(&text).unwrap_or(Value::Null);
        Answer { status: parts.status.as_u16(), headers: parts.headers, text, json }
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, Body::empty()).await
    }

    pub(crate) async fn send(&self, method: &str, path: &str, body: &Value) -> Answer {
        self.with("content-type", "application/scim+json; charset=utf-8")
            .ask(method, path, body.to_string())
            .await
    }

    /// Somebody whom the staff list brought.
    pub(crate) async fn on_staff_list(&self, person: i64, key: &'static str, mail: Option<&'static str>) {
        self.desk
            .write(move |tx| {
                let listed = stafflist_person(key, mail);
                store::staff_lists::set_people(tx, HERE, &[(PersonId(person), listed)], &[])
            })
            .await
            .unwrap();
    }

    pub(crate) async fn person(&self, mail: &'static str) -> Option<Person> {
        self.desk.read(move |tx| store::people::by_mail(tx, mail)).await.unwrap()
    }
}

fn stafflist_person(key: &str, mail: Option<&str>) -> stafflist::ListedPerson {
    stafflist::ListedPerson {
        key: key.into(),
        given_name: "Listad".into(),
        family_name: "Listadsson".into(),
        mail: mail.map(str::to_owned),
    }
}

impl Answer {
    #[track_caller]
    pub(crate) fn is(&self, status: u16) -> &Answer {
        assert_eq!(self.status, status, "{}", self.text);
        self
    }

    pub(crate) fn id(&self) -> String {
        self.json["id"].as_str().unwrap().to_owned()
    }

    pub(crate) fn tag(&self) -> String {
        self.headers[header::ETAG].to_str().unwrap().to_owned()
    }

    pub(crate) fn sort(&self) -> &str {
        self.json["scimType"].as_str().unwrap_or_default()
    }
}
