//! The one table of who may use whom. ARCHITECTURE.md draws it, `imports.rs` keeps it.

/// How a crate must behave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Nature {
    /// No clock, no chance, no IO: neither it nor anything it is built with.
    Pure,
    /// Pure in what it names itself. What it is built with may bring a source of chance that it does not use.
    PureItself,
    /// May do what its work needs.
    Worldly,
}

/// One of our crates.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Layer {
    pub(crate) name: &'static str,
    pub(crate) nature: Nature,
    /// Which of ours it may use. Tests and examples may use more.
    pub(crate) may_use: &'static [&'static str],
}

use Nature::{Pure, PureItself, Worldly};

const fn layer(name: &'static str, nature: Nature, may_use: &'static [&'static str]) -> Layer {
    Layer { name, nature, may_use }
}

/// Every crate, the lowest first.
pub(crate) const LAYERS: &[Layer] = &[
    // engines: know nothing of Pejling
    layer("calendar", Pure, &[]),
    // The library it stands on brings `rand` along; every function of ours takes its source of chance as a parameter.
    layer("blindballot", PureItself, &[]),
    layer("disclosure", Pure, &[]),
    layer("smallteams", Pure, &[]),
    // What reads an XLSX's archive brings `getrandom` along, for archives with passwords; none are read.
    layer("sheet", PureItself, &[]),
    // nouns: decide
    layer("people", Pure, &[]),
    layer("stafflist", PureItself, &["people", "sheet"]),
    layer("access", Pure, &["people"]),
    layer("week", Pure, &["people", "access", "calendar"]),
    layer("steps", Pure, &["people", "access", "week"]),
    layer("pulse", Pure, &["people", "access", "week", "disclosure", "smallteams"]),
    layer("records", Pure, &["access", "pulse"]),
    layer("audit", Pure, &["people", "access", "pulse"]),
    // What does not use it cannot print an answer.
    layer("ballotbox", PureItself, &["blindballot", "disclosure"]),
    // sentences, and people who do not exist
    layer("words", Pure, &["people"]),
    layer("demo", Pure, &["people"]),
    // remembers
    layer(
        "store",
        Worldly,
        &["ballotbox", "disclosure", "people", "stafflist", "access", "week", "steps", "pulse", "audit"],
    ),
    // copies all of it, knowing none of it
    layer("backup", Worldly, &["store"]),
    // does
    layer(
        "actions",
        Worldly,
        &[
            "ballotbox",
            "blindballot",
            "calendar",
            "disclosure",
            "people",
            "sheet",
            "stafflist",
            "access",
            "week",
            "steps",
            "pulse",
            "records",
            "audit",
            "words",
            "demo",
            "store",
        ],
    ),
    // edges: never `store`, they hold an `actions::Desk`
    layer("fetch", Worldly, &[]),
    layer("provider", Worldly, &["fetch"]),
    layer("passkey", Worldly, &[]),
    layer("mail", Worldly, &[]),
    // Speaks with directories: JSON, where `web` speaks HTML with people.
    layer("scim", Worldly, &["actions", "access", "people"]),
    layer(
        "jobs",
        Worldly,
        &[
            "actions", "access", "calendar", "fetch", "mail", "people", "pulse", "records", "steps", "week",
            "words",
        ],
    ),
    layer(
        "web",
        Worldly,
        &[
            "actions",
            "access",
            "audit",
            "calendar",
            "disclosure",
            "fetch",
            "passkey",
            "people",
            "provider",
            "pulse",
            "records",
            "sheet",
            "smallteams",
            "stafflist",
            "steps",
            "week",
            "words",
        ],
    ),
    // the program
    layer(
        "pejling",
        Worldly,
        &[
            "actions", "access", "backup", "calendar", "demo", "fetch", "jobs", "mail", "people", "provider",
            "scim", "steps", "web", "week", "words",
        ],
    ),
];

/// What does things to the world, or reads its clock or its chance: nothing pure is built with any of these.
pub(crate) const WORLDLY: &[&str] = &[
    "askama",
    "async-std",
    "axum",
    "chrono",
    "fastrand",
    "getrandom",
    "hyper",
    "lettre",
    "mio",
    "openssl",
    "postgres",
    "rand",
    "reqwest",
    "rusqlite",
    "rustls",
    "sqlx",
    "tempfile",
    "time",
    "tokio",
    "tokio-postgres",
    "tower",
    "ureq",
];

/// What a pure crate does not name itself. A library it uses may (`rust-stemmers` brings serde): it changes nothing for us.
pub(crate) const UNNAMED: &[&str] = &["log", "serde", "serde_json", "tracing"];
