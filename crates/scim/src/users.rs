//! `/Users`.

use actions::scim::{Among, Directory, StoredUser};
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::{get, post};
use axum::{Extension, Router};
use people::{DirectoryMail, DirectoryUser, DirectoryUserId};
use serde_json::{Map, Value, json};

use crate::Server;
use crate::answer::{Answer, object, resource_of, tag_of, versions};
use crate::filter::Filter;
use crate::list::{Asked, Listed, list, list_filtered};
use crate::matching::{Within, holds};
use crate::patch::{apply, operations};
use crate::refusal::Refusal;
use crate::schema::{ENTERPRISE_URI, Place, USER, USER_URI};
use crate::shape::{Wanted, whole};

pub(crate) fn routes() -> Router<Server> {
    Router::new()
        .route("/", get(all).post(add))
        .route("/.search", post(search))
        .route("/{id}", get(one).put(replace).patch(change).delete(remove))
}

/// How the address of a user ends.
fn id_of(text: &str) -> Result<DirectoryUserId, Refusal> {
    text.parse().map_err(|_| Refusal::not_found())
}

/// `GET /Users`
async fn all(
    State(server): State<Server>,
    Extension(by): Extension<Directory>,
    RawQuery(query): RawQuery,
) -> Answer {
    found(&server, by, Asked::in_query(query.as_deref())?).await
}

/// `POST .search`, below it
async fn search(
    State(server): State<Server>,
    Extension(by): Extension<Directory>,
    headers: HeaderMap,
    body: Bytes,
) -> Answer {
    found(&server, by, Asked::in_body(object(&headers, &body)?)?).await
}

async fn found(server: &Server, by: Directory, asked: Asked) -> Answer {
    let address = server.address();
    let shown = move |wanted: &Wanted, user: &StoredUser| wanted.of(&USER, shaped(&address, user));
    let Some(filter) = asked.filter.clone() else {
        let (skip, most) = (asked.start - 1, asked.count);
        let found = server.desk().read(move |tx| actions::scim::users_page(tx, &by, skip, most)).await;
        let (total, users) = found?;
        let resources = users.iter().map(|user| shown(&asked.wanted, user)).collect();
        return Ok(list(&asked, Listed { total, resources }));
    };
    let among = among(&filter);
    let users = server.desk().read(move |tx| actions::scim::users_among(tx, &by, &among)).await?;
    list_filtered(
        &asked,
        &users,
        |user| {
            let resource = shaped("", user);
            holds(&filter, Within::Resource(&USER, &resource))
        },
        |user| shown(&asked.wanted, user),
    )
}

/// Where those of whom a filter can be true are found without looking at everyone.
fn among(filter: &Filter) -> Among {
    let one = filter.equal().into_iter().find_map(|(named, text)| {
        let Some(Place::Own(attribute)) = USER.place(named) else { return None };
        match attribute.name {
            // What is no id is nobody's.
            "id" => Some(Among::Id(DirectoryUserId(text.parse().unwrap_or(0)))),
            "userName" => Some(Among::Named(text.to_owned())),
            "externalId" => Some(Among::Called(text.to_owned())),
            _ => None,
        }
    });
    one.unwrap_or(Among::All)
}

/// `POST /Users`
async fn add(
    State(server): State<Server>,
    Extension(by): Extension<Directory>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    body: Bytes,
) -> Answer {
    let wanted = Asked::in_query(query.as_deref())?.wanted;
    let said = said(&whole(&USER, object(&headers, &body)?)?, true)?;
    let user = server.desk().write(move |tx| actions::scim::add_user(tx, &by, &said)).await?;
    Ok(server.user(StatusCode::CREATED, &user, &wanted))
}

/// `GET {id}`, below it
async fn one(
    State(server): State<Server>,
    Extension(by): Extension<Directory>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Answer {
    let (id, wanted) = (id_of(&id)?, Asked::in_query(query.as_deref())?.wanted);
    let user = server.desk().read(move |tx| actions::scim::user(tx, &by, id)).await?;
    if versions(&headers, header::IF_NONE_MATCH).is_some_and(|known| known.contains(&user.version)) {
        return Ok((StatusCode::NOT_MODIFIED, [(header::ETAG, tag_of(user.version))]).into_response());
    }
    Ok(server.user(StatusCode::OK, &user, &wanted))
}

/// `PUT {id}`, below it
async fn replace(
    State(server): State<Server>,
    Extension(by): Extension<Directory>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    body: Bytes,
) -> Answer {
    let (id, wanted) = (id_of(&id)?, Asked::in_query(query.as_deref())?.wanted);
    let sent = whole(&USER, object(&headers, &body)?)?;
    let known = versions(&headers, header::IF_MATCH);
    let user = server.desk().write(move |tx| {
        actions::scim::change_user(tx, &by, id, known.as_deref(), |before| said(&sent, before.said.active))
    });
    Ok(server.user(StatusCode::OK, &user.await?, &wanted))
}

/// `PATCH {id}`, below it
async fn change(
    State(server): State<Server>,
    Extension(by): Extension<Directory>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    body: Bytes,
) -> Answer {
    let (id, wanted) = (id_of(&id)?, Asked::in_query(query.as_deref())?.wanted);
    let operations = operations(object(&headers, &body)?)?;
    let known = versions(&headers, header::IF_MATCH);
    let user = server.desk().write(move |tx| {
        actions::scim::change_user(tx, &by, id, known.as_deref(), |before| {
            let mut resource = shaped("", before);
            for (operation, manner) in operations.clone() {
                apply(&USER, &mut resource, operation, manner)?;
            }
            said(&resource, before.said.active)
        })
    });
    Ok(server.user(StatusCode::OK, &user.await?, &wanted))
}

/// `DELETE {id}`, below it
async fn remove(
    State(server): State<Server>,
    Extension(by): Extension<Directory>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Answer {
    let (id, known) = (id_of(&id)?, versions(&headers, header::IF_MATCH));
    server.desk().write(move |tx| actions::scim::remove_user(tx, &by, id, known.as_deref())).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

impl Server {
    fn user(&self, status: StatusCode, user: &StoredUser, wanted: &Wanted) -> axum::response::Response {
        let address = self.address();
        let body = wanted.of(&USER, shaped(&address, user));
        resource_of(status, user.version, &location(&address, user.id), body)
    }
}

/// The address of a user.
pub(crate) fn location(address: &str, id: DirectoryUserId) -> String {
    format!("{address}{}/{id}", USER.endpoint)
}

/// A user as it is sent.
pub(crate) fn shaped(address: &str, user: &StoredUser) -> Map<String, Value> {
    let StoredUser { id, said, version, created_at, changed_at, person: _ } = user;
    let mut shaped = Map::new();
    let mut uris = vec![USER_URI];
    let mut set = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            shaped.insert(name.to_owned(), value);
        }
    };
    let text = |text: &Option<String>| text.as_deref().map(Value::from);
    let object = |parts: Vec<(&str, Option<Value>)>| {
        let parts: Map<_, _> =
            parts.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect();
        (!parts.is_empty()).then_some(Value::Object(parts))
    };
    set("id", Some(json!(id.to_string())));
    set("externalId", text(&said.external_id));
    set("userName", Some(json!(said.user_name)));
    set("name", object(vec![("givenName", text(&said.given_name)), ("familyName", text(&said.family_name))]));
    set("displayName", text(&said.display_name));
    let mail = said.mail.as_ref().and_then(|mail| {
        object(vec![
            ("value", Some(json!(mail.value))),
            ("type", text(&mail.sort)),
            ("primary", mail.primary.map(Value::Bool)),
        ])
    });
    set("emails", mail.map(|mail| json!([mail])));
    set("active", Some(json!(said.active)));
    let enterprise = object(vec![("employeeNumber", text(&said.employee_number))]);
    if enterprise.is_some() {
        uris.push(ENTERPRISE_URI);
    }
    set(ENTERPRISE_URI, enterprise);
    set(
        "meta",
        Some(json!({
            "resourceType": USER.name,
            "created": created_at.to_string(),
            "lastModified": changed_at.to_string(),
            "location": location(address, *id),
            "version": tag_of(*version),
        })),
    );
    set("schemas", Some(json!(uris)));
    shaped
}

/// What is said of a user in JSON of the right shape.
fn said(shaped: &Map<String, Value>, active: bool) -> Result<DirectoryUser, Refusal> {
    let text = |of: &Map<String, Value>, name: &str| of.get(name).and_then(Value::as_str).map(str::to_owned);
    let none = Map::new();
    let parts = |name: &str| shaped.get(name).and_then(Value::as_object).unwrap_or(&none);
    let (name, enterprise) = (parts("name"), parts(ENTERPRISE_URI));
    let user_name = text(shaped, "userName").ok_or_else(|| Refusal::value("userName", "it is required"))?;
    Ok(DirectoryUser {
        user_name,
        external_id: text(shaped, "externalId"),
        given_name: text(name, "givenName"),
        family_name: text(name, "familyName"),
        display_name: text(shaped, "displayName"),
        mail: shaped.get("emails").and_then(Value::as_array).and_then(|mails| kept(mails)),
        employee_number: text(enterprise, "employeeNumber"),
        active: shaped.get("active").and_then(Value::as_bool).unwrap_or(active),
    })
}

/// The one address that is kept: the primary one, else that of work, else the first.
fn kept(mails: &[Value]) -> Option<DirectoryMail> {
    let mails = || mails.iter().filter(|mail| mail.get("value").is_some());
    let primary = mails().find(|mail| mail.get("primary") == Some(&Value::Bool(true)));
    let work = || mails().find(|mail| mail.get("type").and_then(Value::as_str) == Some("work"));
    let mail = primary.or_else(work).or_else(|| mails().next())?;
    Some(DirectoryMail {
        value: mail.get("value")?.as_str()?.to_owned(),
        sort: mail.get("type").and_then(Value::as_str).map(str::to_owned),
        primary: mail.get("primary").and_then(Value::as_bool),
    })
}
