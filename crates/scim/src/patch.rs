//! Changing a part of a resource (RFC 7644, 3.5.2), as the standard has it and as Entra ID and Okta write it: operations with capitals, names with
//! dots inside a value without a path, `"False"`, and values that say which ones to remove.

use serde_json::{Map, Value};

use crate::filter::{Comparison, Filter, Literal};
use crate::matching::{Within, holds};
use crate::path::Path;
use crate::refusal::Refusal;
use crate::schema::{Attribute, Kind, Place, Sort, Written};
use crate::shape::{one, put, put_extended, shaped_value};

/// The most operations in one request.
const OPERATIONS: usize = 1_000;

/// What is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verb {
    Add,
    Replace,
    Remove,
}

/// One operation, as it was sent.
#[derive(Debug, Clone)]
pub(crate) struct Operation {
    pub(crate) verb: Verb,
    /// Where; `None` where names stand in the value.
    pub(crate) path: Option<Path>,
    pub(crate) value: Value,
}

/// Reads the operations of a request. Those without a path become one for each name in their value.
pub(crate) fn operations(mut body: Map<String, Value>) -> Result<Vec<(Operation, Manner)>, Refusal> {
    let Some(Value::Array(sent)) = take(&mut body, "Operations") else {
        return Err(Refusal::syntax("Operations is missing"));
    };
    if sent.len() > OPERATIONS {
        return Err(Refusal::syntax("there are too many operations"));
    }
    let mut operations = Vec::new();
    for operation in sent {
        let Value::Object(mut operation) = operation else {
            return Err(Refusal::syntax("an operation is not an object"));
        };
        let verb = match take(&mut operation, "op").as_ref().and_then(Value::as_str) {
            Some(op) if op.eq_ignore_ascii_case("add") => Verb::Add,
            Some(op) if op.eq_ignore_ascii_case("replace") => Verb::Replace,
            Some(op) if op.eq_ignore_ascii_case("remove") => Verb::Remove,
            _ => return Err(Refusal::syntax("op is add, replace or remove")),
        };
        let value = take(&mut operation, "value").unwrap_or(Value::Null);
        match (take(&mut operation, "path"), value) {
            (Some(Value::String(path)), value) if !path.is_empty() => {
                let path = Path::read(&path).map_err(|wrong| Refusal::path(&wrong))?;
                operations.push((Operation { verb, path: Some(path), value }, Manner::Pointed));
            }
            (None | Some(Value::Null | Value::String(_)), Value::Object(named)) if verb != Verb::Remove => {
                for (name, value) in named {
                    let path = Path::read(&name).map_err(|wrong| Refusal::path(&wrong))?;
                    operations.push((Operation { verb, path: Some(path), value }, Manner::Listed));
                }
            }
            (None | Some(Value::Null | Value::String(_)), _) if verb == Verb::Remove => {
                return Err(Refusal::no_target("what is to be removed is not said"));
            }
            _ => return Err(Refusal::syntax("an operation has a path, or an object for a value")),
        }
    }
    Ok(operations)
}

/// How an operation came to its path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Manner {
    /// It had one.
    Pointed,
    /// It had a name in its value. Okta sends `id` along so: what only we write is passed over.
    Listed,
}

fn take(from: &mut Map<String, Value>, name: &str) -> Option<Value> {
    let name = from.keys().find(|key| key.eq_ignore_ascii_case(name)).cloned()?;
    from.remove(&name)
}

/// Does one operation to a resource. What is not kept here is passed over: a directory sends more than we want.
pub(crate) fn apply(
    sort: &Sort,
    resource: &mut Map<String, Value>,
    operation: Operation,
    manner: Manner,
) -> Result<(), Refusal> {
    let Operation { verb, path: Some(path), value } = operation else { return Ok(()) };
    let part = path.named.part.as_deref();
    match sort.place(&path.named) {
        None => Ok(()),
        Some(Place::Extension(extension)) => match (verb, value) {
            (Verb::Remove, _) => {
                put(resource, extension.uri, None);
                Ok(())
            }
            (_, Value::Object(parts)) => {
                for (name, value) in parts {
                    if let Some(attribute) = crate::schema::among(extension.attributes, &name) {
                        put_extended(resource, extension, attribute.name, shaped_value(attribute, value)?);
                    }
                }
                Ok(())
            }
            _ => Err(Refusal::value(extension.uri, "an object is expected")),
        },
        Some(Place::Own(attribute) | Place::Extended(_, attribute)) if attribute.written == Written::ByUs => {
            match manner {
                Manner::Listed => Ok(()),
                Manner::Pointed => Err(Refusal::mutability(attribute.name)),
            }
        }
        Some(Place::Extended(extension, attribute)) => {
            let value = if verb == Verb::Remove { None } else { shaped_value(attribute, value)? };
            put_extended(resource, extension, attribute.name, value);
            Ok(())
        }
        Some(Place::Own(attribute)) if attribute.many => {
            let mut values = match resource.remove(attribute.name) {
                Some(Value::Array(values)) => values,
                _ => Vec::new(),
            };
            to_many(attribute, &mut values, verb, path.those.as_ref(), part, value)?;
            put(resource, attribute.name, (!values.is_empty()).then_some(Value::Array(values)));
            Ok(())
        }
        Some(Place::Own(_)) if path.those.is_some() => {
            Err(Refusal::no_target("there is only one value, and none to choose among"))
        }
        Some(Place::Own(attribute)) => to_one(attribute, resource, verb, part, value),
    }
}

fn to_one(
    attribute: &'static Attribute,
    resource: &mut Map<String, Value>,
    verb: Verb,
    part: Option<&str>,
    value: Value,
) -> Result<(), Refusal> {
    let shaped = match (attribute.kind, part) {
        (Kind::Parts(_), Some(part)) => {
            let Some(part) = attribute.part(part) else { return Ok(()) };
            let mut whole = parts_of(resource.remove(attribute.name));
            put(&mut whole, part.name, if verb == Verb::Remove { None } else { shaped_value(part, value)? });
            (!whole.is_empty()).then_some(Value::Object(whole))
        }
        (_, Some(_)) => return Ok(()),
        _ if verb == Verb::Remove => None,
        // Parts that are not said stay as they are.
        (Kind::Parts(_), None) => {
            let mut whole = parts_of(resource.remove(attribute.name));
            whole.extend(parts_of(shaped_value(attribute, value)?));
            (!whole.is_empty()).then_some(Value::Object(whole))
        }
        _ => shaped_value(attribute, value)?,
    };
    if shaped.is_none() && attribute.required {
        return Err(Refusal::mutability(attribute.name));
    }
    put(resource, attribute.name, shaped);
    Ok(())
}

fn to_many(
    attribute: &'static Attribute,
    values: &mut Vec<Value>,
    verb: Verb,
    those: Option<&Filter>,
    part: Option<&str>,
    value: Value,
) -> Result<(), Refusal> {
    let Kind::Parts(parts) = attribute.kind else { return Ok(()) };
    let part = match part.map(|part| attribute.part(part)) {
        Some(None) => return Ok(()),
        part => part.flatten(),
    };
    if those.is_none() && part.is_none() {
        return to_all(attribute, values, verb, value);
    }
    let mut chosen = Vec::new();
    for (at, value) in values.iter().enumerate() {
        let is_chosen = match those {
            None => true,
            Some(those) => holds(those, Within::Value(parts, value))?,
        };
        if is_chosen {
            chosen.push(at);
        }
    }
    if verb == Verb::Remove {
        match part {
            Some(part) => chosen.iter().for_each(|at| set_part(&mut values[*at], part, None)),
            None => chosen.iter().rev().for_each(|at| {
                values.remove(*at);
            }),
        }
        values.retain(|value| value.as_object().is_some_and(|value| !value.is_empty()));
        return Ok(());
    }
    let shaped = match part {
        Some(part) => shaped_value(part, value)?,
        None => one(attribute, value)?,
    };
    if chosen.is_empty() {
        if verb == Verb::Replace && those.is_some() {
            return Err(Refusal::no_target("no value is as the path says"));
        }
        values.push(Value::Object(those.map(|those| made_true(parts, those)).unwrap_or_default()));
        chosen.push(values.len() - 1);
    }
    for at in &chosen {
        match (part, &shaped) {
            (Some(part), shaped) => set_part(&mut values[*at], part, shaped.clone()),
            (None, Some(Value::Object(parts))) => {
                if let Some(value) = values[*at].as_object_mut() {
                    value.extend(parts.clone());
                }
            }
            (None, _) => {}
        }
    }
    one_primary(values, chosen.last().copied());
    values.retain(|value| value.as_object().is_some_and(|value| !value.is_empty()));
    Ok(())
}

/// To an attribute as a whole.
fn to_all(attribute: &Attribute, values: &mut Vec<Value>, verb: Verb, value: Value) -> Result<(), Refusal> {
    let given = match shaped_value(attribute, value)? {
        Some(Value::Array(given)) => given,
        _ => Vec::new(),
    };
    match verb {
        Verb::Replace => *values = given,
        Verb::Add => {
            for value in given {
                if !values.contains(&value) {
                    values.push(value);
                    let last = values.len() - 1;
                    one_primary(values, Some(last));
                }
            }
        }
        Verb::Remove if given.is_empty() => values.clear(),
        // Entra ID says so which ones.
        Verb::Remove => {
            values.retain(|value| !given.iter().any(|given| given.get("value") == value.get("value")))
        }
    }
    Ok(())
}

/// Of several values at most one is the primary one (RFC 7643, 2.4): the one that was set last.
fn one_primary(values: &mut [Value], last: Option<usize>) {
    let is = |value: &Value| value.get("primary") == Some(&Value::Bool(true));
    if !last.is_some_and(|last| is(&values[last])) {
        return;
    }
    for (at, value) in values.iter_mut().enumerate() {
        if Some(at) != last && is(value) {
            value["primary"] = Value::Bool(false);
        }
    }
}

fn set_part(value: &mut Value, part: &Attribute, to: Option<Value>) {
    if let Some(value) = value.as_object_mut() {
        put(value, part.name, to);
    }
}

/// A value of which `those` is true, as far as it says what is equal to what.
fn made_true(parts: &'static [Attribute], those: &Filter) -> Map<String, Value> {
    let mut made = Map::new();
    let mut all = vec![those];
    while let Some(filter) = all.pop() {
        match filter {
            Filter::And(one, other) => all.extend([one.as_ref(), other.as_ref()]),
            Filter::Compare(named, Comparison::Equal, literal) => {
                let value = match literal {
                    Literal::Text(text) => Value::from(text.as_str()),
                    Literal::Flag(flag) => Value::Bool(*flag),
                    Literal::Null | Literal::Number(_) => continue,
                };
                if let Some(part) = crate::schema::among(parts, &named.name) {
                    put(&mut made, part.name, Some(value));
                }
            }
            _ => {}
        }
    }
    made
}

fn parts_of(value: Option<Value>) -> Map<String, Value> {
    match value {
        Some(Value::Object(parts)) => parts,
        _ => Map::new(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;
    use crate::schema::USER;

    const ENTERPRISE: &str = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    fn map(value: Value) -> Map<String, Value> {
        parts_of(Some(value))
    }

    fn patched(resource: Value, sent: Value) -> Result<Value, Refusal> {
        let mut resource = map(resource);
        for (operation, manner) in operations(map(json!({ "Operations": sent })))? {
            apply(&USER, &mut resource, operation, manner)?;
        }
        Ok(Value::Object(resource))
    }

    #[track_caller]
    fn becomes(before: Value, sent: Value, after: Value) {
        assert_eq!(patched(before, sent).unwrap(), after);
    }

    #[track_caller]
    fn refused(before: Value, sent: Value, sort: &str) {
        let refusal = format!("{:?}", patched(before, sent).unwrap_err());
        assert!(refusal.contains(&format!("Some(\"{sort}\")")), "{refusal}");
    }

    #[test]
    fn single_values_are_set_and_taken_away() {
        let karin = json!({ "userName": "karin", "active": true });
        becomes(
            karin.clone(),
            json!([{ "op": "add", "path": "displayName", "value": "Karin" }]),
            json!({ "userName": "karin", "active": true, "displayName": "Karin" }),
        );
        becomes(
            json!({ "displayName": "Karin" }),
            json!([{ "op": "remove", "path": "displayName" }]),
            json!({}),
        );
        becomes(
            karin.clone(),
            json!([{ "op": "replace", "path": "nickName", "value": "Kajsa" }]),
            karin.clone(),
        );
        refused(karin.clone(), json!([{ "op": "remove", "path": "userName" }]), "mutability");
        refused(karin.clone(), json!([{ "op": "remove", "path": "active" }]), "mutability");
        refused(karin.clone(), json!([{ "op": "replace", "path": "id", "value": "2" }]), "mutability");
        refused(karin.clone(), json!([{ "op": "remove" }]), "noTarget");
        refused(karin.clone(), json!([{ "op": "replace", "path": "a b", "value": 1 }]), "invalidPath");
        refused(
            karin.clone(),
            json!([{ "op": "replace", "path": "active", "value": "perhaps" }]),
            "invalidValue",
        );
        refused(karin, json!([{ "op": "move", "path": "userName" }]), "invalidSyntax");
    }

    #[test]
    fn parts_that_are_not_said_stay() {
        let named = json!({ "name": { "givenName": "Karin", "familyName": "Åkesson" } });
        becomes(
            named.clone(),
            json!([{ "op": "replace", "path": "name", "value": { "familyName": "Hallberg" } }]),
            json!({ "name": { "givenName": "Karin", "familyName": "Hallberg" } }),
        );
        becomes(
            named.clone(),
            json!([{ "op": "remove", "path": "name.givenName" }]),
            json!({ "name": { "familyName": "Åkesson" } }),
        );
        becomes(named, json!([{ "op": "remove", "path": "name" }]), json!({}));
    }

    #[test]
    fn values_are_chosen_by_a_filter() {
        let work = json!({ "value": "a@x.example", "type": "work", "primary": true });
        let home = json!({ "value": "b@x.example", "type": "home" });
        let both = json!({ "emails": [work, home] });
        becomes(
            both.clone(),
            json!([{ "op": "replace", "path": "emails[type eq \"work\"].value", "value": "c@x.example" }]),
            json!({ "emails": [{ "value": "c@x.example", "type": "work", "primary": true }, home] }),
        );
        becomes(
            both.clone(),
            json!([{ "op": "remove", "path": "emails[type eq \"home\"]" }]),
            json!({ "emails": [work] }),
        );
        becomes(
            json!({}),
            json!([{ "op": "add", "path": "emails[type eq \"work\"].value", "value": "a@x.example" }]),
            json!({ "emails": [{ "value": "a@x.example", "type": "work" }] }),
        );
        refused(
            json!({}),
            json!([{ "op": "replace", "path": "emails[type eq \"work\"].value", "value": "a@x.example" }]),
            "noTarget",
        );
        becomes(
            both.clone(),
            json!([{ "op": "add", "path": "emails", "value": [{ "value": "d@x.example", "primary": true }] }]),
            json!({ "emails": [
                { "value": "a@x.example", "type": "work", "primary": false },
                home,
                { "value": "d@x.example", "primary": true },
            ] }),
        );
        becomes(both.clone(), json!([{ "op": "add", "path": "emails", "value": work }]), both.clone());
        becomes(both, json!([{ "op": "remove", "path": "emails" }]), json!({}));
    }

    #[test]
    fn entra_id_is_understood() {
        becomes(
            json!({ "active": true, "name": { "givenName": "Karin" } }),
            json!([{ "op": "Replace", "value": {
                "active": "False",
                "name.familyName": "Hallberg",
                "emails[type eq \"work\"].primary": "True",
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber": "4711",
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department": "Hemtjänsten",
                "title": "Enhetschef",
            } }])
            .to_string()
            .replace("\"Replace\"", "\"Add\"")
            .parse()
            .unwrap(),
            json!({
                "active": false,
                "name": { "givenName": "Karin", "familyName": "Hallberg" },
                "emails": [{ "type": "work", "primary": true }],
                ENTERPRISE: { "employeeNumber": "4711" },
            }),
        );
        becomes(
            json!({ ENTERPRISE: { "employeeNumber": "1" } }),
            json!([{ "op": "Add", "path": ENTERPRISE, "value": { "employeeNumber": "2" } }]),
            json!({ ENTERPRISE: { "employeeNumber": "2" } }),
        );
        becomes(
            json!({ ENTERPRISE: { "employeeNumber": "1" } }),
            json!([{ "op": "Remove", "path": ENTERPRISE }]),
            json!({}),
        );
    }

    #[test]
    fn okta_sends_the_id_along() {
        becomes(
            json!({ "displayName": "Chefer" }),
            json!([{ "op": "replace", "value": { "id": "17", "displayName": "Alla chefer" } }]),
            json!({ "displayName": "Alla chefer" }),
        );
    }

    proptest! {
        #[test]
        fn no_operation_breaks_the_shape(
            verb in prop::sample::select(vec!["add", "replace", "remove"]),
            path in prop::sample::select(vec!["userName", "name", "name.givenName", "emails", "emails.value", "emails[type eq \"work\"]",
                "emails[type eq \"work\"].value", "emails[primary eq true].type", "active", "externalId", ENTERPRISE, "nickName", "name[a pr]"]),
            value in prop::sample::select(vec![json!(null), json!("x"), json!(true), json!(5), json!([]), json!({}), json!(["a"]),
                json!({ "value": "v", "type": "work", "primary": true }), json!([{ "value": "v" }, null, {}]), json!({ "givenName": "" })]),
        ) {
            let before = json!({ "userName": "karin", "active": true, "emails": [{ "value": "a@x.example", "type": "work" }] });
            if let Ok(Value::Object(after)) = patched(before, json!([{ "op": verb, "path": path, "value": value }])) {
                prop_assert_eq!(crate::shape::whole(&USER, after.clone()).unwrap(), after);
            }
        }
    }
}
