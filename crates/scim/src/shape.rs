//! JSON as it comes becomes JSON as the schemas have it: names as they are written there, values of the right kind, and nothing else.

use serde_json::{Map, Value};

use crate::path::Named;
use crate::refusal::Refusal;
use crate::schema::{Attribute, Kind, Place, Schema, Sort, Written, among};

/// The most values that one attribute has.
const MANY: usize = 50_000;

/// Reads a whole resource. What we write ourselves, and what is not kept here, is left out: directories send both.
pub(crate) fn whole(sort: &Sort, sent: Map<String, Value>) -> Result<Map<String, Value>, Refusal> {
    let mut shaped = Map::new();
    for (name, value) in sent {
        if let Some(extension) = sort.extension(&name) {
            if let Value::Object(parts) = value {
                let parts = parts_of(extension.attributes, parts)?;
                put(&mut shaped, extension.uri, (!parts.is_empty()).then_some(Value::Object(parts)));
            }
            continue;
        }
        let named = Named::read(&name).ok().filter(|named| named.part.is_none());
        match named.and_then(|named| sort.place(&named)) {
            Some(Place::Own(attribute)) if attribute.written != Written::ByUs => {
                put(&mut shaped, attribute.name, shaped_value(attribute, value)?);
            }
            Some(Place::Extended(extension, attribute)) => {
                let value = shaped_value(attribute, value)?;
                put_extended(&mut shaped, extension, attribute.name, value);
            }
            _ => {}
        }
    }
    Ok(shaped)
}

/// Sets a value, or takes it away.
pub(crate) fn put(of: &mut Map<String, Value>, name: &str, value: Option<Value>) {
    match value {
        Some(value) => of.insert(name.to_owned(), value),
        None => of.remove(name),
    };
}

/// Sets or takes away a value of an extension; an extension without values is not there.
pub(crate) fn put_extended(
    of: &mut Map<String, Value>,
    extension: &Schema,
    name: &str,
    value: Option<Value>,
) {
    let mut parts = match of.remove(extension.uri) {
        Some(Value::Object(parts)) => parts,
        _ => Map::new(),
    };
    put(&mut parts, name, value);
    put(of, extension.uri, (!parts.is_empty()).then_some(Value::Object(parts)));
}

/// Reads all values of an attribute; none at all is the same as the attribute not being there (RFC 7643, 2.5).
pub(crate) fn shaped_value(attribute: &Attribute, value: Value) -> Result<Option<Value>, Refusal> {
    if !attribute.many {
        return one(attribute, value);
    }
    let values = match value {
        Value::Array(values) if values.len() > MANY => {
            return Err(Refusal::value(attribute.name, "there are too many"));
        }
        Value::Array(values) => values,
        value => vec![value],
    };
    let values: Vec<Value> =
        values.into_iter().filter_map(|value| one(attribute, value).transpose()).collect::<Result<_, _>>()?;
    Ok((!values.is_empty()).then_some(Value::Array(values)))
}

/// Reads one value.
pub(crate) fn one(attribute: &Attribute, value: Value) -> Result<Option<Value>, Refusal> {
    let wrong = |wanted| Refusal::value(attribute.name, wanted);
    match (attribute.kind, value) {
        (_, Value::Null) => Ok(None),
        (Kind::Flag, Value::Bool(flag)) => Ok(Some(Value::Bool(flag))),
        // As Entra ID writes them.
        (Kind::Flag, Value::String(text)) => match text.to_ascii_lowercase().as_str() {
            "true" => Ok(Some(Value::Bool(true))),
            "false" => Ok(Some(Value::Bool(false))),
            _ => Err(wrong("true or false is expected")),
        },
        (Kind::Flag, _) => Err(wrong("true or false is expected")),
        (Kind::Parts(parts), Value::Object(given)) => {
            let parts = parts_of(parts, given)?;
            Ok((!parts.is_empty()).then_some(Value::Object(parts)))
        }
        // The value by itself, in place of an object with it.
        (Kind::Parts(parts), text @ Value::String(_)) if attribute.many => {
            let Some(part) = among(parts, "value") else { return Err(wrong("an object is expected")) };
            let value = one(part, text)?;
            Ok(value.map(|value| Value::Object(Map::from_iter([("value".to_owned(), value)]))))
        }
        (Kind::Parts(_), _) => Err(wrong("an object is expected")),
        (Kind::Text | Kind::Time | Kind::Reference(_), Value::String(text)) => {
            let text = text.trim();
            Ok((!text.is_empty()).then(|| text.into()))
        }
        (Kind::Text | Kind::Time | Kind::Reference(_), _) => Err(wrong("a text is expected")),
    }
}

fn parts_of(parts: &'static [Attribute], given: Map<String, Value>) -> Result<Map<String, Value>, Refusal> {
    let mut shaped = Map::new();
    for (name, value) in given {
        if let Some(part) = among(parts, &name) {
            put(&mut shaped, part.name, shaped_value(part, value)?);
        }
    }
    Ok(shaped)
}

/// Which attributes an answer is to have (RFC 7644, 3.9).
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) enum Wanted {
    #[default]
    All,
    Only(Vec<Named>),
    AllBut(Vec<Named>),
}

impl Wanted {
    /// Whether an answer of `sort` has an attribute at all.
    pub(crate) fn has(&self, sort: &Sort, attribute: &str) -> bool {
        let names =
            |named: &Named| matches!(sort.place(named), Some(Place::Own(own)) if own.name == attribute);
        match self {
            Wanted::All => true,
            Wanted::Only(only) => only.iter().any(names),
            Wanted::AllBut(but) => !but.iter().any(|named| named.part.is_none() && names(named)),
        }
    }

    /// Leaves in a resource what is wanted. `id` and `schemas` always are.
    pub(crate) fn of(&self, sort: &Sort, mut resource: Map<String, Value>) -> Map<String, Value> {
        match self {
            Wanted::All => resource,
            Wanted::Only(only) => {
                let mut kept = Map::new();
                for always in ["schemas", "id"] {
                    put(&mut kept, always, resource.get(always).cloned());
                }
                for (place, part) in only.iter().filter_map(|named| placed(sort, named)) {
                    keep(&resource, &mut kept, place, part);
                }
                kept
            }
            Wanted::AllBut(but) => {
                for (place, part) in but.iter().filter_map(|named| placed(sort, named)) {
                    leave_out(&mut resource, place, part);
                }
                resource
            }
        }
    }
}

fn placed<'n>(sort: &Sort, named: &'n Named) -> Option<(Place, Option<&'n str>)> {
    Some((sort.place(named)?, named.part.as_deref()))
}

fn keep(from: &Map<String, Value>, into: &mut Map<String, Value>, place: Place, part: Option<&str>) {
    match place {
        Place::Extension(extension) => put(into, extension.uri, from.get(extension.uri).cloned()),
        Place::Own(attribute) => {
            let Some(whole) = from.get(attribute.name) else { return };
            match part.and_then(|part| attribute.part(part)) {
                None => put(into, attribute.name, Some(whole.clone())),
                Some(part) => {
                    let kept = into.entry(attribute.name).or_insert_with(|| empty_like(whole));
                    each_pair(whole, kept, |whole, kept| put(kept, part.name, whole.get(part.name).cloned()));
                }
            }
        }
        Place::Extended(extension, attribute) => {
            let value = from.get(extension.uri).and_then(|parts| parts.get(attribute.name)).cloned();
            put_extended(into, extension, attribute.name, value);
        }
    }
}

fn leave_out(of: &mut Map<String, Value>, place: Place, part: Option<&str>) {
    match place {
        Place::Own(attribute) if ["id", "schemas"].contains(&attribute.name) => {}
        Place::Extension(extension) => put(of, extension.uri, None),
        Place::Extended(extension, attribute) => put_extended(of, extension, attribute.name, None),
        Place::Own(attribute) => match part.and_then(|part| attribute.part(part)) {
            None => put(of, attribute.name, None),
            Some(part) => match of.get_mut(attribute.name) {
                Some(Value::Object(whole)) => put(whole, part.name, None),
                Some(Value::Array(all)) => {
                    all.iter_mut().filter_map(Value::as_object_mut).for_each(|one| put(one, part.name, None));
                }
                _ => {}
            },
        },
    }
}

fn empty_like(whole: &Value) -> Value {
    match whole {
        Value::Array(all) => all.iter().map(|_| Value::Object(Map::new())).collect(),
        _ => Value::Object(Map::new()),
    }
}

fn each_pair(whole: &Value, kept: &mut Value, then: impl Fn(&Map<String, Value>, &mut Map<String, Value>)) {
    match (whole, kept) {
        (Value::Object(whole), Value::Object(kept)) => then(whole, kept),
        (Value::Array(all), Value::Array(kept)) => {
            for (whole, kept) in all.iter().zip(kept) {
                if let (Value::Object(whole), Value::Object(kept)) = (whole, kept) {
                    then(whole, kept);
                }
            }
        }
        _ => {}
    }
}
