//! What Entra ID sends, as Microsoft's manual for those who build SCIM endpoints has it: users first, then groups.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod directory;

use directory::{Directory, GROUPS, USERS};
use serde_json::{Value, json};

const PATCH: &str = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
const ENTERPRISE: &str = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

fn patch(operations: Value) -> Value {
    json!({ "schemas": [PATCH], "Operations": operations })
}

fn new_user() -> Value {
    json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User", ENTERPRISE],
        "externalId": "0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef",
        "userName": "karin.hallberg@ekbacka.example",
        "active": true,
        "displayName": "Karin Hallberg",
        "emails": [{ "primary": true, "type": "work", "value": "Karin.Hallberg@ekbacka.example" }],
        "meta": { "resourceType": "User" },
        "name": { "formatted": "Karin Hallberg", "familyName": "Hallberg", "givenName": "Karin" },
        "title": "Enhetschef",
        "phoneNumbers": [{ "type": "work", "value": "+46 8 000 00 00" }],
        "roles": [],
        ENTERPRISE: { "employeeNumber": "4711", "department": "Hemtjänsten", "manager": "123456" },
    })
}

#[tokio::test]
async fn a_user_is_looked_for_made_changed_switched_off_and_let_go_of() {
    let entra = Directory::new().await;
    // The test of the connection.
    let none = entra.get(&format!("{USERS}?filter=userName eq \"5d48a0a8-e9f0-4aa3-8008\"")).await;
    assert_eq!((none.is(200).json["totalResults"].clone(), &none.json["Resources"]), (json!(0), &json!([])));

    let made = entra.send("POST", USERS, &new_user()).await;
    made.is(201);
    let user = format!("{USERS}/{}", made.id());
    assert_eq!(made.headers["location"], format!("https://pejling.example{user}"));
    for (attribute, value) in [
        ("externalId", json!("0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef")),
        ("active", json!(true)),
        ("name", json!({ "familyName": "Hallberg", "givenName": "Karin" })),
        // As it was sent.
        ("emails", json!([{ "primary": true, "type": "work", "value": "Karin.Hallberg@ekbacka.example" }])),
        (ENTERPRISE, json!({ "employeeNumber": "4711" })),
    ] {
        assert_eq!(made.json[attribute], value);
    }
    for not_kept in ["title", "phoneNumbers", "roles"] {
        assert_eq!(made.json[not_kept], Value::Null);
    }
    let karin = entra.person("karin.hallberg@ekbacka.example").await.unwrap();
    assert_eq!(karin.name(), "Karin Hallberg");

    for filter in [
        "userName eq \"Karin.Hallberg@ekbacka.example\"",
        "externalId eq \"0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef\"",
        "emails[type eq \"work\"].value eq \"karin.hallberg@ekbacka.example\"",
    ] {
        let found = entra.get(&format!("{USERS}?filter={filter}")).await;
        assert_eq!(found.is(200).json["Resources"][0]["id"], made.json["id"], "{filter}");
    }
    entra.get(&user).await.is(200);

    let changed = patch(json!([
        { "op": "Replace", "path": "emails[type eq \"work\"].value", "value": "karin.ek@ekbacka.example" },
        { "op": "Replace", "path": "name.familyName", "value": "Ek" },
        { "op": "Add", "path": "title", "value": "Områdeschef" },
        { "op": "Add", "path": "phoneNumbers[type eq \"mobile\"].value", "value": "+46 70 000 00 00" },
        { "op": "Add", "path": format!("{ENTERPRISE}:department"), "value": "Äldreomsorgen" },
    ]));
    let changed = entra.send("PATCH", &user, &changed).await;
    assert_eq!(changed.is(200).json["name"]["familyName"], "Ek");
    assert_eq!(entra.person("karin.ek@ekbacka.example").await.unwrap().name(), "Karin Ek");
    let renamed =
        patch(json!([{ "op": "Replace", "path": "userName", "value": "karin.ek@ekbacka.example" }]));
    assert_eq!(
        entra.send("PATCH", &user, &renamed).await.is(200).json["userName"],
        "karin.ek@ekbacka.example"
    );

    // The older manner: everything in one value, and flags as texts.
    let older =
        patch(json!([{ "op": "replace", "value": { "active": "False", "name.givenName": "Karin Maria" } }]));
    let off = entra.send("PATCH", &user, &older).await;
    assert_eq!(
        (&off.is(200).json["active"], &off.json["name"]["givenName"]),
        (&json!(false), &json!("Karin Maria"))
    );
    assert_eq!(entra.get(&user).await.is(200).json["active"], false, "still told of");
    let on = patch(json!([{ "op": "Replace", "path": "active", "value": true }]));
    assert_eq!(entra.send("PATCH", &user, &on).await.is(200).json["active"], true);

    entra.ask("DELETE", &user, "").await.is(204);
    entra.get(&user).await.is(404);
    entra.ask("DELETE", &user, "").await.is(404);
}

#[tokio::test]
async fn a_group_comes_empty_gets_members_and_loses_them() {
    let entra = Directory::new().await;
    let karin = entra.send("POST", USERS, &new_user()).await.id();
    let mut second = new_user();
    second["userName"] = json!("bo@ekbacka.example");
    second["emails"] = json!([]);
    second[ENTERPRISE] = json!({});
    let bo = entra.send("POST", USERS, &second).await.id();

    let group = json!({
        "schemas": [
            "urn:ietf:params:scim:schemas:core:2.0:Group",
            "http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group",
        ],
        "externalId": "8aa1a0c0-c4c3-4bc0-b4a5-2ef676900159",
        "displayName": "HR",
        "meta": { "resourceType": "Group" },
    });
    let made = entra.send("POST", GROUPS, &group).await;
    let group = format!("{GROUPS}/{}", made.is(201).id());
    let found = entra.get(&format!("{GROUPS}?excludedAttributes=members&filter=displayName eq \"HR\"")).await;
    assert_eq!(found.is(200).json["Resources"][0]["id"], made.json["id"]);

    let add = |id: &str| {
        patch(json!([{ "op": "Add", "path": "members", "value": [{ "$ref": null, "value": id }] }]))
    };
    let first = entra.send("PATCH", &group, &add(&karin)).await;
    assert_eq!((first.is(204).text.as_str(), first.tag().as_str()), ("", "W/\"2\""));
    assert_eq!(
        entra.send("PATCH", &group, &add(&karin)).await.is(204).tag(),
        "W/\"2\"",
        "she is in it already"
    );
    entra.send("PATCH", &group, &add(&bo)).await.is(204);
    let nobody = entra.send("PATCH", &group, &add("4711")).await;
    assert_eq!((nobody.status, nobody.sort()), (400, "invalidValue"));

    let members = |answer: &directory::Answer| {
        let members = answer.json["members"].as_array().cloned().unwrap_or_default();
        members.iter().map(|member| member["value"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let mut both = vec![karin.clone(), bo.clone()];
    both.sort_by_key(|id| id.parse::<i64>().unwrap());
    let whole = entra.get(&group).await;
    assert_eq!(members(&whole), both);
    assert_eq!(whole.json["members"][0]["$ref"], format!("https://pejling.example{USERS}/{}", both[0]));
    assert_eq!(
        members(&entra.get(&format!("{group}?excludedAttributes=members")).await),
        Vec::<String>::new()
    );
    let is_in = |id: &str| {
        format!("{GROUPS}?excludedAttributes=members&filter=id eq \"{}\" and members eq \"{id}\"", made.id())
    };
    assert_eq!(entra.get(&is_in(&karin)).await.is(200).json["totalResults"], 1);
    assert_eq!(entra.get(&is_in("4711")).await.is(200).json["totalResults"], 0);

    // Which ones, said in the value.
    let remove =
        patch(json!([{ "op": "Remove", "path": "members", "value": [{ "$ref": null, "value": karin }] }]));
    entra.send("PATCH", &group, &remove).await.is(204);
    assert_eq!(members(&entra.get(&group).await), std::slice::from_ref(&bo));
    let remove = patch(json!([{ "op": "Remove", "path": format!("members[value eq \"{bo}\"]") }]));
    entra.send("PATCH", &group, &remove).await.is(204);
    assert_eq!(members(&entra.get(&group).await), Vec::<String>::new());

    let rename = patch(json!([{ "op": "Replace", "path": "displayName", "value": "HR-avdelningen" }]));
    entra.send("PATCH", &group, &rename).await.is(204);
    assert_eq!(entra.get(&group).await.json["displayName"], "HR-avdelningen");
    entra.ask("DELETE", &group, "").await.is(204);
    entra.get(&group).await.is(404);
}

#[tokio::test]
async fn whoever_is_on_the_staff_list_keeps_the_lists_name() {
    let entra = Directory::new().await;
    entra.on_staff_list(17, "4711", None).await;
    entra.send("POST", USERS, &new_user()).await.is(201);
    let karin = entra.person("karin.hallberg@ekbacka.example").await.unwrap();
    assert_eq!((karin.id.0, karin.name().as_str()), (17, "Listad Listadsson"));
}
