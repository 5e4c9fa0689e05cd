//! What a user and a group are made of, as is told to whoever asks (RFC 7643, 7) and as every value is read by.
//!
//! Only what is of use here is in it: what else a directory sends is not kept.

use serde_json::{Value, json};

use crate::path::Named;

pub(crate) const USER_URI: &str = "urn:ietf:params:scim:schemas:core:2.0:User";
pub(crate) const ENTERPRISE_URI: &str = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
pub(crate) const GROUP_URI: &str = "urn:ietf:params:scim:schemas:core:2.0:Group";

/// What the values of an attribute are.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Kind {
    Text,
    Flag,
    Time,
    /// The address of a resource of this sort.
    Reference(&'static str),
    Parts(&'static [Attribute]),
}

/// Who may write it, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Written {
    Always,
    Once,
    ByUs,
}

/// One attribute, or a part of one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Attribute {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    /// Whether there can be several.
    pub(crate) many: bool,
    pub(crate) required: bool,
    /// Whether capitals make a difference.
    pub(crate) exact: bool,
    pub(crate) written: Written,
    /// No two have the same.
    pub(crate) unique: bool,
    /// What is usual; others are taken, too.
    pub(crate) usual: &'static [&'static str],
    pub(crate) about: &'static str,
}

const fn text(name: &'static str, about: &'static str) -> Attribute {
    Attribute {
        name,
        kind: Kind::Text,
        many: false,
        required: false,
        exact: false,
        written: Written::Always,
        unique: false,
        usual: &[],
        about,
    }
}

const fn of_kind(attribute: Attribute, kind: Kind) -> Attribute {
    Attribute { kind, ..attribute }
}

const fn required(attribute: Attribute) -> Attribute {
    Attribute { required: true, ..attribute }
}

const fn exact(attribute: Attribute) -> Attribute {
    Attribute { exact: true, ..attribute }
}

const fn many(attribute: Attribute) -> Attribute {
    Attribute { many: true, ..attribute }
}

const fn once(attribute: Attribute) -> Attribute {
    Attribute { written: Written::Once, ..attribute }
}

const fn by_us(attribute: Attribute) -> Attribute {
    Attribute { written: Written::ByUs, exact: true, ..attribute }
}

/// Attributes that belong together, under a URI.
#[derive(Debug)]
pub(crate) struct Schema {
    pub(crate) uri: &'static str,
    pub(crate) name: &'static str,
    pub(crate) about: &'static str,
    pub(crate) attributes: &'static [Attribute],
}

/// A sort of resource.
#[derive(Debug)]
pub(crate) struct Sort {
    pub(crate) name: &'static str,
    pub(crate) endpoint: &'static str,
    pub(crate) about: &'static str,
    pub(crate) core: &'static Schema,
    pub(crate) extensions: &'static [&'static Schema],
}

/// Of every resource; told of in no schema.
static COMMON: [Attribute; 4] = [
    by_us(text("id", "")),
    exact(text("externalId", "")),
    by_us(many(text("schemas", ""))),
    by_us(of_kind(
        text("meta", ""),
        Kind::Parts(&[
            by_us(text("resourceType", "")),
            by_us(of_kind(text("created", ""), Kind::Time)),
            by_us(of_kind(text("lastModified", ""), Kind::Time)),
            by_us(text("location", "")),
            by_us(text("version", "")),
        ]),
    )),
];

static USER_SCHEMA: Schema = Schema {
    uri: USER_URI,
    name: "User",
    about: "Somebody who may sign in",
    attributes: &[
        Attribute { unique: true, ..required(text("userName", "What they sign in to the directory with")) },
        of_kind(
            text("name", "Their name; the staff list's goes before it"),
            Kind::Parts(&[text("givenName", "Given name"), text("familyName", "Family name")]),
        ),
        text("displayName", "How the directory shows them"),
        many(of_kind(
            text("emails", "Addresses; one is kept: the primary one, else that of work, else the first"),
            Kind::Parts(&[
                text("value", "The address"),
                Attribute { usual: &["work", "home", "other"], ..text("type", "Of what sort it is") },
                of_kind(text("primary", "Whether it goes before others"), Kind::Flag),
            ]),
        )),
        required(of_kind(
            text("active", "Whether they may sign in; taken for true when a new user is sent without it"),
            Kind::Flag,
        )),
    ],
};

static ENTERPRISE_SCHEMA: Schema = Schema {
    uri: ENTERPRISE_URI,
    name: "EnterpriseUser",
    about: "Somebody employed",
    attributes: &[exact(text(
        "employeeNumber",
        "What the HR system calls them: the key by which the staff list knows the same person",
    ))],
};

static GROUP_SCHEMA: Schema = Schema {
    uri: GROUP_URI,
    name: "Group",
    about: "Users who may be given a role together",
    attributes: &[
        required(text("displayName", "How the directory shows it")),
        many(of_kind(
            text("members", "The users in it; groups within groups are not kept"),
            Kind::Parts(&[
                exact(once(text("value", "The id of the user"))),
                exact(once(of_kind(text("$ref", "The address of the user"), Kind::Reference("User")))),
                Attribute { usual: &["User"], ..once(text("type", "Always User")) },
            ]),
        )),
    ],
};

/// A person of the directory.
pub(crate) static USER: Sort = Sort {
    name: "User",
    endpoint: "/Users",
    about: "Somebody who may sign in",
    core: &USER_SCHEMA,
    extensions: &[&ENTERPRISE_SCHEMA],
};

/// A group of the directory.
pub(crate) static GROUP: Sort = Sort {
    name: "Group",
    endpoint: "/Groups",
    about: "Users who may be given a role together",
    core: &GROUP_SCHEMA,
    extensions: &[],
};

/// Every sort of resource.
pub(crate) static SORTS: [&Sort; 2] = [&USER, &GROUP];

/// Every schema that is told of.
pub(crate) static SCHEMAS: [&Schema; 3] = [&USER_SCHEMA, &ENTERPRISE_SCHEMA, &GROUP_SCHEMA];

/// Where a name leads.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Place {
    /// An attribute of the resource itself.
    Own(&'static Attribute),
    /// An attribute of an extension.
    Extended(&'static Schema, &'static Attribute),
    /// An extension, whole.
    Extension(&'static Schema),
}

pub(crate) fn among(attributes: &'static [Attribute], name: &str) -> Option<&'static Attribute> {
    attributes.iter().find(|attribute| attribute.name.eq_ignore_ascii_case(name))
}

impl Sort {
    /// The extension with a URI.
    pub(crate) fn extension(&self, uri: &str) -> Option<&'static Schema> {
        self.extensions.iter().find(|schema| schema.uri.eq_ignore_ascii_case(uri)).copied()
    }

    /// Where a name leads; nowhere when it is of something that is not kept here.
    pub(crate) fn place(&self, named: &Named) -> Option<Place> {
        if let Some(extension) = named.as_uri().and_then(|uri| self.extension(&uri)) {
            return Some(Place::Extension(extension));
        }
        match &named.uri {
            Some(uri) if !uri.eq_ignore_ascii_case(self.core.uri) => {
                let schema = self.extension(uri)?;
                Some(Place::Extended(schema, among(schema.attributes, &named.name)?))
            }
            _ => among(self.core.attributes, &named.name)
                .or_else(|| among(&COMMON, &named.name))
                .map(Place::Own),
        }
    }
}

impl Attribute {
    /// A part of it.
    pub(crate) fn part(&self, name: &str) -> Option<&'static Attribute> {
        match self.kind {
            Kind::Parts(parts) => among(parts, name),
            _ => None,
        }
    }

    fn described(&self) -> Value {
        let kind = match self.kind {
            Kind::Text => "string",
            Kind::Flag => "boolean",
            Kind::Time => "dateTime",
            Kind::Reference(_) => "reference",
            Kind::Parts(_) => "complex",
        };
        let mut described = json!({
            "name": self.name,
            "type": kind,
            "multiValued": self.many,
            "description": self.about,
            "required": self.required,
            "mutability": match self.written {
                Written::Always => "readWrite",
                Written::Once => "immutable",
                Written::ByUs => "readOnly",
            },
            "returned": "default",
            "uniqueness": if self.unique { "server" } else { "none" },
        });
        match self.kind {
            Kind::Parts(parts) => {
                described["subAttributes"] = parts.iter().map(Attribute::described).collect();
            }
            Kind::Text => described["caseExact"] = json!(self.exact),
            Kind::Reference(to) => {
                described["caseExact"] = json!(self.exact);
                described["referenceTypes"] = json!([to]);
            }
            Kind::Flag | Kind::Time => {}
        }
        if !self.usual.is_empty() {
            described["canonicalValues"] = json!(self.usual);
        }
        described
    }
}

impl Schema {
    pub(crate) fn described(&self, address: &str) -> Value {
        json!({
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Schema"],
            "id": self.uri,
            "name": self.name,
            "description": self.about,
            "attributes": self.attributes.iter().map(Attribute::described).collect::<Vec<_>>(),
            "meta": { "resourceType": "Schema", "location": format!("{address}/Schemas/{}", self.uri) },
        })
    }
}

impl Sort {
    pub(crate) fn described(&self, address: &str) -> Value {
        let extensions: Vec<_> =
            self.extensions.iter().map(|schema| json!({ "schema": schema.uri, "required": false })).collect();
        json!({
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:ResourceType"],
            "id": self.name,
            "name": self.name,
            "endpoint": self.endpoint,
            "description": self.about,
            "schema": self.core.uri,
            "schemaExtensions": extensions,
            "meta": { "resourceType": "ResourceType", "location": format!("{address}/ResourceTypes/{}", self.name) },
        })
    }
}
