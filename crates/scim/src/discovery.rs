//! What this server can do, told to whoever asks (RFC 7644, 4; RFC 7643, 5 to 7).

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Value, json};

use crate::Server;
use crate::answer::{Answer, json_of};
use crate::list::MOST;
use crate::refusal::Refusal;
use crate::schema::{SCHEMAS, SORTS};

/// `GET /ServiceProviderConfig`
pub(crate) async fn config(State(server): State<Server>) -> Response {
    let location = format!("{}/ServiceProviderConfig", server.address());
    json_of(
        StatusCode::OK,
        &json!({
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"],
            "patch": { "supported": true },
            "bulk": { "supported": false, "maxOperations": 0, "maxPayloadSize": 0 },
            "filter": { "supported": true, "maxResults": MOST },
            "changePassword": { "supported": false },
            "sort": { "supported": false },
            "etag": { "supported": true },
            "authenticationSchemes": [{
                "type": "oauthbearertoken",
                "name": "Token",
                "description": "A token made by those who run the installation, on its page about the directory",
                "primary": true,
            }],
            "meta": { "resourceType": "ServiceProviderConfig", "location": location },
        }),
    )
}

/// `GET /ResourceTypes`
pub(crate) async fn sorts(State(server): State<Server>) -> Response {
    listed(SORTS.iter().map(|sort| sort.described(&server.address())).collect())
}

/// `GET /ResourceTypes/{name}`
pub(crate) async fn sort(State(server): State<Server>, Path(name): Path<String>) -> Answer {
    let sort = SORTS.iter().find(|sort| sort.name == name).ok_or_else(Refusal::not_found)?;
    Ok(json_of(StatusCode::OK, &sort.described(&server.address())))
}

/// `GET /Schemas`
pub(crate) async fn schemas(State(server): State<Server>) -> Response {
    listed(SCHEMAS.iter().map(|schema| schema.described(&server.address())).collect())
}

/// `GET /Schemas/{uri}`
pub(crate) async fn schema(State(server): State<Server>, Path(uri): Path<String>) -> Answer {
    let schema = SCHEMAS.iter().find(|schema| schema.uri.eq_ignore_ascii_case(&uri));
    Ok(json_of(StatusCode::OK, &schema.ok_or_else(Refusal::not_found)?.described(&server.address())))
}

fn listed(resources: Vec<Value>) -> Response {
    json_of(
        StatusCode::OK,
        &json!({
            "schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
            "totalResults": resources.len(),
            "startIndex": 1,
            "itemsPerPage": resources.len(),
            "Resources": resources,
        }),
    )
}
