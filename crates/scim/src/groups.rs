//! `/Groups`. Members come and go one by one: a group may be everybody.

use actions::Tx;
use actions::scim::{Directory, GroupSaid, Membership, StoredGroup};
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Extension, Router};
use people::{DirectoryGroupId, DirectoryUserId};
use serde_json::{Map, Value, json};

use crate::Server;
use crate::answer::{Answer, object, resource_of, tag_of, versions};
use crate::filter::{Comparison, Filter, Literal};
use crate::list::{Asked, list_filtered};
use crate::matching::{Within, holds};
use crate::patch::{Operation, Verb, apply, operations};
use crate::refusal::Refusal;
use crate::schema::{Attribute, GROUP, GROUP_URI, Kind, Place};
use crate::shape::{Wanted, shaped_value, whole};
use crate::users;

pub(crate) fn routes() -> Router<Server> {
    Router::new()
        .route("/", get(all).post(add))
        .route("/.search", post(search))
        .route("/{id}", get(one).put(replace).patch(change).delete(remove))
}

/// A group with its members, where they are looked for.
pub(crate) type Found = (StoredGroup, Vec<DirectoryUserId>);

fn id_of(text: &str) -> Result<DirectoryGroupId, Refusal> {
    text.parse().map_err(|_| Refusal::not_found())
}

/// `GET /Groups`
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
    let (reads, filter) = (asked.clone(), asked.filter.clone());
    let groups = server.desk().read(move |tx| all_of(tx, &by, &reads)).await?;
    let address = server.address();
    list_filtered(
        &asked,
        &groups,
        |group| is_asked_for(filter.as_ref(), group),
        |group| asked.wanted.of(&GROUP, shaped(&address, group)),
    )
}

/// Every group, with its members if they are asked about or wanted.
pub(crate) fn all_of(tx: &mut Tx<'_>, by: &Directory, asked: &Asked) -> Result<Vec<Found>, Refusal> {
    let is_members =
        |named| matches!(GROUP.place(named), Some(Place::Own(attribute)) if attribute.name == "members");
    let looked_at = asked.filter.as_ref().is_some_and(|filter| filter.names().into_iter().any(is_members));
    let with_members = looked_at || asked.wanted.has(&GROUP, "members");
    let groups = actions::scim::groups(tx, by)?.into_iter();
    let found = groups.map(|group| {
        let members = if with_members { actions::scim::members(tx, by, group.id)? } else { Vec::new() };
        Ok((group, members))
    });
    found.collect()
}

pub(crate) fn is_asked_for(filter: Option<&Filter>, group: &Found) -> Result<bool, Refusal> {
    match filter {
        None => Ok(true),
        Some(filter) => holds(filter, Within::Resource(&GROUP, &shaped("", group))),
    }
}

/// `POST /Groups`
async fn add(
    State(server): State<Server>,
    Extension(by): Extension<Directory>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    body: Bytes,
) -> Answer {
    let wanted = Asked::in_query(query.as_deref())?.wanted;
    let sent = whole(&GROUP, object(&headers, &body)?)?;
    let (said, members) = (said(&sent)?, ids(sent.get("members"))?);
    let has = wanted.has(&GROUP, "members");
    let group = server.desk().write(move |tx| {
        let group = actions::scim::add_group(tx, &by, &said, members.clone())?;
        with_members(tx, &by, group, has)
    });
    Ok(server.group(StatusCode::CREATED, &group.await?, &wanted))
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
    let has = wanted.has(&GROUP, "members");
    let group = server.desk().read(move |tx| {
        let group = actions::scim::group(tx, &by, id)?;
        with_members(tx, &by, group, has)
    });
    let group = group.await?;
    if versions(&headers, header::IF_NONE_MATCH).is_some_and(|known| known.contains(&group.0.version)) {
        return Ok((StatusCode::NOT_MODIFIED, [(header::ETAG, tag_of(group.0.version))]).into_response());
    }
    Ok(server.group(StatusCode::OK, &group, &wanted))
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
    let sent = whole(&GROUP, object(&headers, &body)?)?;
    let (said, members) = (said(&sent)?, ids(sent.get("members"))?);
    let (known, has) = (versions(&headers, header::IF_MATCH), wanted.has(&GROUP, "members"));
    let group = server.desk().write(move |tx| {
        let change = |_: &StoredGroup| Ok((said.clone(), vec![Membership::Replace(members.clone())]));
        let group = actions::scim::change_group::<Refusal>(tx, &by, id, known.as_deref(), change)?;
        with_members(tx, &by, group, has)
    });
    Ok(server.group(StatusCode::OK, &group.await?, &wanted))
}

/// `PATCH {id}`, below it: answered without the group unless attributes are asked for, since a group can be everybody.
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
    let (asks, address) = (wanted != Wanted::All, server.address());
    let has = asks && wanted.has(&GROUP, "members");
    let group = server.desk().write(move |tx| {
        let change = |before: &StoredGroup| {
            let mut resource = shaped("", &(before.clone(), Vec::new()));
            let mut memberships = Vec::new();
            for (operation, manner) in operations.clone() {
                let place = operation.path.as_ref().and_then(|path| GROUP.place(&path.named));
                match place {
                    Some(Place::Own(attribute)) if attribute.name == "members" => {
                        memberships.push(membership(attribute, operation, &address)?);
                    }
                    _ => apply(&GROUP, &mut resource, operation, manner)?,
                }
            }
            Ok((said(&resource)?, memberships))
        };
        let group = actions::scim::change_group::<Refusal>(tx, &by, id, known.as_deref(), change)?;
        with_members(tx, &by, group, has)
    });
    let group = group.await?;
    if asks {
        return Ok(server.group(StatusCode::OK, &group, &wanted));
    }
    Ok((StatusCode::NO_CONTENT, [(header::ETAG, tag_of(group.0.version))]).into_response())
}

/// `DELETE {id}`, below it
async fn remove(
    State(server): State<Server>,
    Extension(by): Extension<Directory>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Answer {
    let (id, known) = (id_of(&id)?, versions(&headers, header::IF_MATCH));
    server.desk().write(move |tx| actions::scim::remove_group(tx, &by, id, known.as_deref())).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// What an operation does to the members.
fn membership(
    members: &'static Attribute,
    operation: Operation,
    address: &str,
) -> Result<Membership, Refusal> {
    let Operation { verb, path, value } = operation;
    let (those, part) = path.map_or((None, None), |path| (path.those, path.named.part));
    if part.is_some() || those.is_some() && verb != Verb::Remove {
        return Err(Refusal::mutability("members"));
    }
    let given = || ids(shaped_value(members, value.clone())?.as_ref());
    match (verb, those) {
        (Verb::Add, _) => Ok(Membership::Add(given()?)),
        (Verb::Replace, _) => Ok(Membership::Replace(given()?)),
        (Verb::Remove, None) if value.is_null() => Ok(Membership::Replace(Vec::new())),
        // Entra ID says so which ones.
        (Verb::Remove, None) => Ok(Membership::Remove(given()?)),
        (Verb::Remove, Some(Filter::Compare(named, Comparison::Equal, Literal::Text(id))))
            if named.part.is_none() && named.name.eq_ignore_ascii_case("value") =>
        {
            // What is no id is nobody's.
            Ok(Membership::Remove(id.parse().into_iter().collect()))
        }
        (Verb::Remove, Some(those)) => {
            let Kind::Parts(parts) = members.kind else { return Err(Refusal::mutability("members")) };
            // Asked once beforehand, so that what cannot be compared is said.
            holds(&those, Within::Value(parts, &member(address, DirectoryUserId(0))))?;
            let address = address.to_owned();
            Ok(Membership::RemoveThose(Box::new(move |id| {
                holds(&those, Within::Value(parts, &member(&address, id))).unwrap_or(false)
            })))
        }
    }
}

fn with_members(tx: &mut Tx<'_>, by: &Directory, group: StoredGroup, has: bool) -> Result<Found, Refusal> {
    let members = if has { actions::scim::members(tx, by, group.id)? } else { Vec::new() };
    Ok((group, members))
}

impl Server {
    fn group(&self, status: StatusCode, group: &Found, wanted: &Wanted) -> Response {
        let address = self.address();
        let body = wanted.of(&GROUP, shaped(&address, group));
        resource_of(status, group.0.version, &location(&address, group.0.id), body)
    }
}

fn location(address: &str, id: DirectoryGroupId) -> String {
    format!("{address}{}/{id}", GROUP.endpoint)
}

fn member(address: &str, id: DirectoryUserId) -> Value {
    json!({ "value": id.to_string(), "$ref": users::location(address, id), "type": "User" })
}

/// A group as it is sent.
pub(crate) fn shaped(address: &str, (group, members): &Found) -> Map<String, Value> {
    let StoredGroup { id, display_name, external_id, role: _, version, created_at, changed_at } = group;
    let mut shaped = Map::new();
    let mut set = |name: &str, value: Value| shaped.insert(name.to_owned(), value);
    set("schemas", json!([GROUP_URI]));
    set("id", json!(id.to_string()));
    if let Some(external_id) = external_id {
        set("externalId", json!(external_id));
    }
    set("displayName", json!(display_name));
    if !members.is_empty() {
        set("members", members.iter().map(|id| member(address, *id)).collect());
    }
    set(
        "meta",
        json!({
            "resourceType": GROUP.name,
            "created": created_at.to_string(),
            "lastModified": changed_at.to_string(),
            "location": location(address, *id),
            "version": tag_of(*version),
        }),
    );
    shaped
}

fn said(shaped: &Map<String, Value>) -> Result<GroupSaid, Refusal> {
    let text = |name: &str| shaped.get(name).and_then(Value::as_str).map(str::to_owned);
    let display_name = text("displayName").ok_or_else(|| Refusal::value("displayName", "it is required"))?;
    Ok(GroupSaid { display_name, external_id: text("externalId") })
}

/// The users that members name.
fn ids(members: Option<&Value>) -> Result<Vec<DirectoryUserId>, Refusal> {
    let members = members.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let id = |member: &Value| {
        let id = member.get("value").and_then(Value::as_str).and_then(|id| id.parse().ok());
        id.ok_or_else(|| Refusal::value("members", "a member is named by the id of a user"))
    };
    members.iter().map(id).collect()
}
