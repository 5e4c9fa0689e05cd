//! Settings as they were given: text, and where it stands.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use super::SettingsError;
use crate::environment::Environment;

/// Every key there is, as the file writes it.
const KEYS: &[&str] = &[
    "address",
    "listen",
    "data",
    "database",
    "database_secret_file",
    "proxies",
    "calendar_hosts",
    "authorities_file",
    "mail.host",
    "mail.port",
    "mail.tls",
    "mail.from",
    "mail.user",
    "mail.password_file",
    "backup.folder",
    "backup.keep_days",
    "staff_lists.folder",
    "metrics.listen",
    "metrics.drain_seconds",
    "tls.certificate_file",
    "tls.key_file",
    "sign_in.link",
    "sign_in.password",
    "sign_in.issuer",
    "sign_in.client_id",
    "sign_in.client_secret_file",
    "sign_in.name",
    "sign_in.hosts",
    "sign_in.scopes",
    "sign_in.claim",
    "sign_in.roles_claim",
    "sign_in.roles.hr",
    "sign_in.roles.top_manager",
    "sign_in.roles.it",
    "log.format",
    "log.level",
];

/// The tables of the file.
const TABLES: &[&str] =
    &["mail", "backup", "staff_lists", "metrics", "tls", "sign_in", "sign_in.roles", "log"];

/// The keys that are true or false.
const SWITCHES: &[&str] = &["sign_in.link", "sign_in.password"];

/// The start of the names of variables.
const VARIABLE: &str = "PEJLING_";

/// Names a variable that is no setting but says where the file is.
const CONFIG: &str = "CONFIG";
/// How whoever runs it calls the program: no setting either.
const CALLED: &str = "CALLED";

/// Where a value stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Origin {
    /// In the file, under a key.
    File(String, String),
    /// In a variable.
    Variable(String),
    /// On the command line.
    Flag(&'static str),
    /// Nowhere.
    Default(&'static str),
}

impl fmt::Display for Origin {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Origin::File(path, key) => write!(out, "{path}: {key}"),
            Origin::Variable(name) => write!(out, "the environment variable {name}"),
            Origin::Flag(key) => write!(out, "--{}", key.replace(['.', '_'], "-")),
            Origin::Default(key) => out.write_str(key),
        }
    }
}

#[derive(Debug, Clone)]
enum Value {
    One(String),
    Many(Vec<String>),
}

/// All that was given, the last word on each key.
#[derive(Debug, Default)]
pub(crate) struct Given(BTreeMap<&'static str, (Origin, Value)>);

impl Given {
    /// Adds the values of a file.
    pub(super) fn add_file(&mut self, path: &Path) -> Result<(), SettingsError> {
        let name = path.display().to_string();
        let text = std::fs::read_to_string(path)
            .map_err(|cause| SettingsError::File { path: name.clone(), cause })?;
        let table = toml::from_str::<toml::Table>(&text)
            .map_err(|cause| SettingsError::Toml { path: name.clone(), cause: Box::new(cause) })?;
        self.add_table(&name, "", table)
    }

    fn add_table(&mut self, path: &str, above: &str, table: toml::Table) -> Result<(), SettingsError> {
        for (key, value) in table {
            let key = format!("{above}{key}");
            let origin = Origin::File(path.to_owned(), key.clone());
            match value {
                toml::Value::Table(table) if TABLES.contains(&key.as_str()) => {
                    self.add_table(path, &format!("{key}."), table)?;
                }
                value => {
                    let known = known(&key).ok_or_else(|| unknown(&origin, &key))?;
                    let value = match value {
                        toml::Value::Boolean(on) if SWITCHES.contains(&known) => {
                            Some(Value::One(on.to_string()))
                        }
                        other => plain(other),
                    };
                    let value = value.ok_or(SettingsError::Sort { origin: origin.clone(), instead: SORT })?;
                    self.0.insert(known, (origin, value));
                }
            }
        }
        Ok(())
    }

    /// Adds the variables: `PEJLING_MAIL_HOST` is `mail.host`; lists are divided by commas. Of unknown ones, those a
    /// letter or two from a setting are refused.
    pub(super) fn add_environment(&mut self, environment: &Environment) -> Result<(), SettingsError> {
        for (rest, value) in environment.beginning_with(VARIABLE) {
            if [CONFIG, CALLED].contains(&rest) || value.is_empty() {
                continue;
            }
            let origin = Origin::Variable(format!("{VARIABLE}{rest}"));
            let key = rest.to_lowercase();
            match KEYS.iter().find(|known| known.replace('.', "_") == key) {
                Some(known) => {
                    self.0.insert(known, (origin, Value::One(value.to_owned())));
                }
                // Others set variables of this beginning too: Kubernetes does for a service called pejling.
                None if KEYS.iter().any(|known| nearly(known, &key)) => return Err(unknown(&origin, &key)),
                None => {}
            }
        }
        Ok(())
    }

    /// Adds what the command line says.
    pub(super) fn add_flags(&mut self, flags: &[(&'static str, Option<String>)]) {
        for (key, value) in flags {
            if let Some(value) = value {
                self.0.insert(key, (Origin::Flag(key), Value::One(value.clone())));
            }
        }
    }

    /// The first of these keys that was given.
    pub(super) fn first_of(&self, keys: &[&str]) -> Option<Origin> {
        keys.iter().find_map(|key| Some(self.0.get(key)?.0.clone()))
    }

    /// The text of a key.
    pub(super) fn text(&self, key: &str) -> Option<&str> {
        match &self.0.get(key)?.1 {
            Value::One(text) => Some(text),
            Value::Many(_) => None,
        }
    }

    /// One value, read; `instead` says what to write when it cannot be.
    pub(super) fn read<T>(
        &self,
        key: &str,
        instead: &'static str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, SettingsError> {
        let Some((origin, value)) = self.0.get(key) else { return Ok(None) };
        let origin = origin.clone();
        match value {
            Value::Many(_) => Err(SettingsError::Sort { origin, instead }),
            Value::One(text) => match read(text) {
                Some(value) => Ok(Some(value)),
                None => Err(SettingsError::Value { origin, value: text.clone(), instead }),
            },
        }
    }

    /// A list, each part read.
    pub(super) fn list<T>(
        &self,
        key: &str,
        instead: &'static str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<Vec<T>, SettingsError> {
        let Some((origin, value)) = self.0.get(key) else { return Ok(Vec::new()) };
        let parts: Vec<&str> = match value {
            Value::Many(parts) => parts.iter().map(String::as_str).collect(),
            Value::One(text) => text.split(',').map(str::trim).filter(|part| !part.is_empty()).collect(),
        };
        let wrong = |part: &str| SettingsError::Value { origin: origin.clone(), value: part.into(), instead };
        parts.into_iter().map(|part| read(part).ok_or_else(|| wrong(part))).collect()
    }

    /// What the file named by a key holds, without the line break at its end.
    pub(super) fn secret(&self, key: &str) -> Result<Option<String>, SettingsError> {
        let (Some(path), Some((origin, _))) = (self.text(key), self.0.get(key)) else { return Ok(None) };
        let secret = std::fs::read_to_string(path).map_err(|cause| SettingsError::Secret {
            origin: origin.clone(),
            path: path.to_owned(),
            cause,
        })?;
        Ok(Some(secret.trim_end_matches(['\r', '\n']).to_owned()))
    }
}

const SORT: &str = "one value, or a list of texts";

fn plain(value: toml::Value) -> Option<Value> {
    match value {
        toml::Value::String(text) => Some(Value::One(text)),
        toml::Value::Integer(number) => Some(Value::One(number.to_string())),
        toml::Value::Array(parts) => {
            let texts = parts.into_iter().map(|part| match part {
                toml::Value::String(text) => Some(text),
                _ => None,
            });
            texts.collect::<Option<_>>().map(Value::Many)
        }
        _ => None,
    }
}

fn known(key: &str) -> Option<&'static str> {
    KEYS.iter().find(|known| **known == key).copied()
}

/// Says which key is closest, when one is close.
fn unknown(origin: &Origin, key: &str) -> SettingsError {
    let instead = KEYS.iter().find(|known| nearly(known, key)).map_or_else(
        || "`pejling config example` prints all there are".to_owned(),
        |near| format!("Is it {near} that you mean?"),
    );
    SettingsError::Unknown { origin: origin.clone(), instead }
}

/// At most two letters apart.
fn nearly(known: &str, key: &str) -> bool {
    steps_between(&known.replace('.', "_"), &key.replace('.', "_")) <= 2
}

/// Levenshtein's distance.
fn steps_between(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.chars().count()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut before = std::mem::replace(&mut row[0], i + 1);
        for (j, y) in b.chars().enumerate() {
            let step = (before + usize::from(x != y)).min(row[j] + 1).min(row[j + 1] + 1);
            before = std::mem::replace(&mut row[j + 1], step);
        }
    }
    row[row.len() - 1]
}
