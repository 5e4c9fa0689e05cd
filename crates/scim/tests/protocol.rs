//! What RFC 7644 asks of a server, and what this one asks of a directory.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod directory;

use std::collections::BTreeSet;

use directory::{Directory, GROUPS, USERS};
use serde_json::{Value, json};

async fn people(directory: &Directory, number: usize) -> Vec<String> {
    let mut ids = Vec::new();
    for person in 0..number {
        let user = json!({ "userName": format!("u{person}@ekbacka.example"), "displayName": format!("Person {person}") });
        ids.push(directory.send("POST", USERS, &user).await.is(201).id());
    }
    ids
}

#[tokio::test]
async fn nobody_comes_in_without_a_token_that_is_valid() {
    let directory = Directory::new().await;
    for path in [USERS, "/scim/v2/ServiceProviderConfig", "/scim/v2/nowhere", "/scim/v2/Users/1"] {
        let mut stranger = directory.clone();
        stranger.token = "x".into();
        let refused = stranger.get(path).await;
        assert_eq!(
            (refused.status, &refused.headers["www-authenticate"]),
            (401, &"Bearer".parse().unwrap()),
            "{path}"
        );
        assert_eq!(refused.json["schemas"], json!(["urn:ietf:params:scim:api:messages:2.0:Error"]));
        assert_eq!(refused.headers["cache-control"], "no-store");
    }
    let mut guesser = directory.clone();
    guesser.token = "x".into();
    for _ in 0..30 {
        guesser.get(USERS).await;
    }
    let enough = guesser.get(USERS).await;
    assert!(enough.is(429).headers.contains_key("retry-after"));
    directory.get(USERS).await.is(200);
}

#[tokio::test]
async fn what_is_not_offered_is_said() {
    let directory = Directory::new().await;
    let config = directory.get("/scim/v2/ServiceProviderConfig").await;
    for (feature, offered) in [
        ("patch", true),
        ("filter", true),
        ("etag", true),
        ("bulk", false),
        ("sort", false),
        ("changePassword", false),
    ] {
        assert_eq!(config.is(200).json[feature]["supported"], offered, "{feature}");
    }
    directory.send("POST", "/scim/v2/Bulk", &json!({})).await.is(501);
    directory.get("/scim/v2/Me").await.is(501);
    directory.get("/scim/v2/nowhere").await.is(404);
    for (method, path) in [("POST", "/scim/v2/Schemas"), ("DELETE", USERS), ("PUT", GROUPS), ("PATCH", USERS)]
    {
        assert_eq!(directory.ask(method, path, "").await.is(405).json["status"], "405", "{method} {path}");
    }
    let types = directory.get("/scim/v2/ResourceTypes").await;
    for sort in types.is(200).json["Resources"].as_array().unwrap() {
        directory.get(&format!("/scim/v2/ResourceTypes/{}", sort["id"].as_str().unwrap())).await.is(200);
        directory.get(&format!("/scim/v2/Schemas/{}", sort["schema"].as_str().unwrap())).await.is(200);
    }
    directory.get("/scim/v2/Schemas/urn:nothing").await.is(404);
}

#[tokio::test]
async fn pages_of_users_are_whole_and_never_overlap() {
    let directory = Directory::new().await;
    let all: BTreeSet<String> = people(&directory, 25).await.into_iter().collect();
    let mut seen = Vec::new();
    for start in [1, 11, 21, 31] {
        let page = directory.get(&format!("{USERS}?startIndex={start}&count=10")).await;
        let resources = page.is(200).json["Resources"].as_array().unwrap();
        assert_eq!((&page.json["totalResults"], &page.json["startIndex"]), (&json!(25), &json!(start)));
        assert_eq!(page.json["itemsPerPage"], resources.len());
        seen.extend(resources.iter().map(|user| user["id"].as_str().unwrap().to_owned()));
    }
    assert_eq!(seen.len(), 25);
    assert_eq!(seen.into_iter().collect::<BTreeSet<_>>(), all);
    let filtered =
        directory.get(&format!("{USERS}?filter=displayName sw \"person 1\"&startIndex=3&count=5")).await;
    assert_eq!(
        (&filtered.is(200).json["totalResults"], &filtered.json["itemsPerPage"]),
        (&json!(11), &json!(5))
    );
    let counted = directory.get(&format!("{USERS}?count=0")).await;
    assert_eq!((&counted.json["totalResults"], &counted.json["Resources"]), (&json!(25), &json!([])));
    let everything =
        directory.send("POST", "/scim/v2/.search", &json!({ "filter": "id pr", "count": 500 })).await;
    assert_eq!(everything.is(200).json["totalResults"], 25);
    let searched = json!({ "filter": "userName eq \"U3@ekbacka.example\"", "attributes": ["userName"] });
    let searched = directory.send("POST", &format!("{USERS}/.search"), &searched).await;
    let names: Vec<&String> = searched.is(200).json["Resources"][0].as_object().unwrap().keys().collect();
    assert_eq!(names, ["id", "schemas", "userName"]);
}

#[tokio::test]
async fn versions_keep_two_from_writing_over_each_other() {
    let directory = Directory::new().await;
    let made = directory.send("POST", USERS, &json!({ "userName": "a", "active": true })).await;
    let (user, first) = (format!("{USERS}/{}", made.id()), made.tag());
    assert_eq!((first.as_str(), &made.json["meta"]["version"]), ("W/\"1\"", &json!(first)));
    directory.with("if-none-match", first.clone()).get(&user).await.is(304);
    let change = json!({ "Operations": [{ "op": "add", "path": "displayName", "value": "A" }] });
    let second = directory.with("if-match", first.clone()).send("PATCH", &user, &change).await;
    assert_eq!(second.is(200).tag(), "W/\"2\"");
    directory.with("if-none-match", first.clone()).get(&user).await.is(200);
    for (method, body) in [("PATCH", &change), ("PUT", &json!({ "userName": "b" })), ("DELETE", &json!({}))] {
        directory.with("if-match", first.clone()).send(method, &user, body).await.is(412);
    }
    directory.with("if-match", "*").send("PUT", &user, &json!({ "userName": "b" })).await.is(200);
    let group = directory.send("POST", GROUPS, &json!({ "displayName": "G" })).await;
    let (group, first) = (format!("{GROUPS}/{}", group.id()), group.tag());
    directory.with("if-none-match", first.clone()).get(&group).await.is(304);
    directory.send("PUT", &group, &json!({ "displayName": "H" })).await.is(200);
    directory.with("if-match", first).ask("DELETE", &group, "").await.is(412);
}

#[tokio::test]
async fn an_answer_has_the_attributes_that_were_asked_for() {
    let directory = Directory::new().await;
    let made = directory
        .send(
            "POST",
            &format!("{USERS}?attributes=userName"),
            &json!({
                "userName": "a@ekbacka.example",
                "name": { "givenName": "A", "familyName": "B" },
                "emails": [{ "value": "a@ekbacka.example", "type": "work" }],
            }),
        )
        .await;
    let keys = |json: &Value| json.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&made.is(201).json), ["id", "schemas", "userName"]);
    let user = format!("{USERS}/{}", made.id());
    let some = directory.get(&format!("{user}?attributes=name.givenName,emails.value,nickName")).await;
    assert_eq!(some.is(200).json["name"], json!({ "givenName": "A" }));
    assert_eq!(some.json["emails"], json!([{ "value": "a@ekbacka.example" }]));
    let rest = directory.get(&format!("{user}?excludedAttributes=name.givenName,emails,id,meta")).await;
    assert_eq!(keys(&rest.is(200).json), ["active", "id", "name", "schemas", "userName"]);
    assert_eq!(rest.json["name"], json!({ "familyName": "B" }));
    directory.get(&format!("{user}?attributes=name&excludedAttributes=id")).await.is(400);
}

#[tokio::test]
async fn what_is_wrong_is_said_and_never_quoted() {
    let directory = Directory::new().await;
    let made = directory.send("POST", USERS, &json!({ "userName": "somebody@ekbacka.example" })).await;
    let user = format!("{USERS}/{}", made.id());
    let secret = "Hemlig";
    for (method, path, body, status, sort) in [
        ("POST", USERS, json!({ "displayName": secret }), 400, "invalidValue"),
        ("POST", USERS, json!({ "userName": secret.repeat(60) }), 400, "invalidValue"),
        ("POST", USERS, json!({ "userName": [secret] }), 400, "invalidValue"),
        ("POST", USERS, json!({ "userName": secret, "active": secret }), 400, "invalidValue"),
        ("POST", USERS, json!({ "userName": secret, "externalId": "900101-9802" }), 400, "invalidValue"),
        ("POST", USERS, json!({ "userName": "SOMEBODY@ekbacka.example" }), 409, "uniqueness"),
        (
            "POST",
            USERS,
            json!({ "userName": secret, "emails": ["somebody@ekbacka.example"] }),
            409,
            "uniqueness",
        ),
        ("PATCH", &user, json!({ "Operations": [{ "op": secret }] }), 400, "invalidSyntax"),
        ("PATCH", &user, json!({ "Operations": secret }), 400, "invalidSyntax"),
        (
            "PATCH",
            &user,
            json!({ "Operations": [{ "op": "remove", "path": "userName" }] }),
            400,
            "mutability",
        ),
        (
            "PATCH",
            &user,
            json!({ "Operations": [{ "op": "add", "path": secret.to_owned() + "[", "value": 1 }] }),
            400,
            "invalidPath",
        ),
        ("POST", "/scim/v2/.search", json!({ "filter": "userName xx \"Hemlig\"" }), 400, "invalidFilter"),
        (
            "POST",
            GROUPS,
            json!({ "displayName": secret, "members": [{ "value": secret }] }),
            400,
            "invalidValue",
        ),
    ] {
        let refused = directory.send(method, path, &body).await;
        assert_eq!(
            (refused.status, refused.sort()),
            (status, sort),
            "{method} {path} {body}: {}",
            refused.text
        );
        assert!(!refused.text.contains(secret) && !refused.text.contains("9802"), "{}", refused.text);
    }
    directory.ask("POST", USERS, "{").await.is(400);
    directory.ask("POST", USERS, "[]").await.is(400);
    directory.with("content-type", "text/plain").ask("POST", USERS, "{}").await.is(415);
    directory.ask("POST", USERS, "x".repeat(4_000_001)).await.is(413);
    directory.get(&format!("{USERS}/nobody")).await.is(404);
    assert_eq!(directory.get(USERS).await.json["totalResults"], 1, "nothing was made by the way");
}

#[tokio::test]
async fn a_group_of_thousands_is_put_at_once() {
    let directory = Directory::new().await;
    let mut ids = people(&directory, 300).await;
    let members = |ids: &[String]| ids.iter().map(|id| json!({ "value": id })).collect::<Value>();
    let made =
        directory.send("POST", GROUPS, &json!({ "displayName": "Alla", "members": members(&ids) })).await;
    let group = format!("{GROUPS}/{}", made.is(201).id());
    assert_eq!(made.json["members"].as_array().unwrap().len(), 300);
    let gone = ids.split_off(200);
    let put =
        directory.send("PUT", &group, &json!({ "displayName": "Alla", "members": members(&ids) })).await;
    assert_eq!(put.is(200).json["members"].as_array().unwrap().len(), 200);
    let filter = format!("members[value eq \"{}\" or value eq \"{}\"]", ids[0], ids[1]);
    let remove = json!({ "Operations": [{ "op": "remove", "path": filter }] });
    directory.send("PATCH", &group, &remove).await.is(204);
    let asked =
        directory.send("PATCH", &format!("{group}?attributes=members"), &json!({ "Operations": [] })).await;
    assert_eq!(asked.is(200).json["members"].as_array().unwrap().len(), 198);
    directory.ask("DELETE", &format!("{USERS}/{}", ids[2]), "").await.is(204);
    assert_eq!(
        directory.get(&group).await.json["members"].as_array().unwrap().len(),
        197,
        "nobody who is gone"
    );
    assert!(gone.iter().all(|id| !ids.contains(id)));
    let clear = json!({ "Operations": [{ "op": "remove", "path": "members" }] });
    directory.send("PATCH", &group, &clear).await.is(204);
    assert_eq!(directory.get(&group).await.json["members"], Value::Null);
}
