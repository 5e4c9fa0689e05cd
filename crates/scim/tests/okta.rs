//! What Okta sends, as its manual for SCIM 2.0 has it.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod directory;

use directory::{Directory, GROUPS, USERS};
use serde_json::{Value, json};

fn new_user() -> Value {
    json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
        "userName": "bo.berg@ekbacka.example",
        "name": { "givenName": "Bo", "familyName": "Berg" },
        "emails": [{ "primary": true, "value": "bo.berg@ekbacka.example", "type": "work" }],
        "displayName": "Bo Berg",
        "locale": "sv-SE",
        "externalId": "00ujl29u0le5T6Aj10h7",
        "groups": [],
        "password": "1mz050nq",
        "active": true,
    })
}

#[tokio::test]
async fn a_user_is_looked_for_made_put_and_switched_off() {
    let okta = Directory::new().await;
    // The test of the connection.
    okta.get(&format!("{USERS}?startIndex=1&count=2")).await.is(200);
    let looked = format!("{USERS}?filter=userName eq \"bo.berg@ekbacka.example\"&startIndex=1&count=100");
    let none = okta.get(&looked).await;
    assert_eq!(
        none.is(200).json,
        json!({
            "schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
            "totalResults": 0,
            "startIndex": 1,
            "itemsPerPage": 0,
            "Resources": [],
        })
    );
    let made = okta.send("POST", USERS, &new_user()).await;
    made.is(201);
    for not_kept in ["password", "locale", "groups"] {
        assert_eq!(made.json[not_kept], Value::Null, "{not_kept}");
    }
    let again = okta.send("POST", USERS, &new_user()).await;
    assert_eq!((again.is(409).sort(), &again.json["status"]), ("uniqueness", &json!("409")));
    assert_eq!(okta.get(&looked).await.json["Resources"][0]["id"], made.json["id"]);

    let user = format!("{USERS}/{}", made.id());
    // The whole, read before and sent back with something different.
    let mut whole = okta.get(&user).await.is(200).json.clone();
    whole["name"]["familyName"] = json!("Bergman");
    let put = okta.send("PUT", &user, &whole).await;
    assert_eq!(put.is(200).json["name"], json!({ "givenName": "Bo", "familyName": "Bergman" }));
    assert_eq!(put.tag(), "W/\"2\"");

    let off = json!({
        "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
        "Operations": [{ "op": "replace", "value": { "active": false } }],
    });
    assert_eq!(okta.send("PATCH", &user, &off).await.is(200).json["active"], false);
    // Without the flag nobody is let in again by a change of name.
    let mut quiet = whole.clone();
    quiet.as_object_mut().unwrap().remove("active");
    assert_eq!(okta.send("PUT", &user, &quiet).await.is(200).json["active"], false);
}

#[tokio::test]
async fn a_group_is_pushed() {
    let okta = Directory::new().await;
    let bo = okta.send("POST", USERS, &new_user()).await.id();
    okta.get(&format!("{GROUPS}?startIndex=1&count=100")).await.is(200);
    let group = json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"],
        "displayName": "Chefer",
        "members": [{ "value": bo, "display": "bo.berg@ekbacka.example" }],
    });
    let made = okta.send("POST", GROUPS, &group).await;
    assert_eq!(made.is(201).json["members"][0]["value"], json!(bo));
    let group = format!("{GROUPS}/{}", made.id());

    let changed = |operations: Value| json!({ "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], "Operations": operations });
    let rename =
        changed(json!([{ "op": "replace", "value": { "id": made.id(), "displayName": "Alla chefer" } }]));
    okta.send("PATCH", &group, &rename).await.is(204);
    let swap = changed(json!([
        { "op": "remove", "path": format!("members[value eq \"{bo}\"]") },
        { "op": "add", "path": "members", "value": [{ "value": bo, "display": "bo.berg@ekbacka.example" }] },
    ]));
    okta.send("PATCH", &group, &swap).await.is(204);
    let put = json!({ "displayName": "Alla chefer", "members": [] });
    let put = okta.send("PUT", &group, &put).await;
    assert_eq!(
        (&put.is(200).json["displayName"], &put.json["members"]),
        (&json!("Alla chefer"), &Value::Null)
    );
    okta.ask("DELETE", &group, "").await.is(204);
}
