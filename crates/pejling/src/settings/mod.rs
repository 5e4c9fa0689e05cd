//! What differs between installations: one file, the environment over it, flags over both.

mod given;
mod sign_in;

use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use std::time::Duration;

use ::mail::Security;
use actions::Place;
pub(crate) use given::{Given, Origin};
pub(crate) use sign_in::{Account, SignIn};

use crate::environment::Environment;
use crate::tls::TlsSettings;

/// The commented example that `pejling config example` prints. A test reads it.
pub(crate) const EXAMPLE: &str = include_str!("example.toml");

/// Settings that cannot be used.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SettingsError {
    /// The file is not there, or not to be read.
    #[error("{path}: {cause}. `pejling config example` prints a file to begin with")]
    File { path: String, cause: std::io::Error },
    /// It is not TOML.
    #[error("{path} is not TOML: {cause}")]
    Toml { path: String, cause: Box<toml::de::Error> },
    /// A key nobody reads.
    #[error("{origin}: there is no setting of that name. {instead}")]
    Unknown { origin: Origin, instead: String },
    /// A value that does not fit.
    #[error("{origin} is {value:?}: write {instead}")]
    Value { origin: Origin, value: String, instead: &'static str },
    /// A list or a table where one value stands, or the other way round.
    #[error("{origin} has a value of the wrong sort: write {instead}")]
    Sort { origin: Origin, instead: &'static str },
    /// A secret's file cannot be read.
    #[error("{origin} names {path}: {cause}")]
    Secret { origin: Origin, path: String, cause: std::io::Error },
    /// One setting needs another.
    #[error("{present} also needs {missing}: {instead}")]
    Missing { present: Origin, missing: &'static str, instead: &'static str },
}

/// Text or JSON, and how much.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Log {
    /// One JSON object a line, instead of text.
    pub(crate) json: bool,
    /// The least serious that is written.
    pub(crate) level: tracing::Level,
}

/// Where backups go and how long they stay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct BackupSettings {
    /// The folder.
    pub(crate) folder: PathBuf,
    /// After so many days a backup is deleted.
    pub(crate) keep_days: u32,
}

/// What is erased is gone for good when the last backup that held it is: a month.
const KEEP_DAYS: u32 = 30;

/// Everything, read and checked.
#[derive(Clone)]
pub(crate) struct Settings {
    /// Where people reach the product; without it, the address that is listened on.
    pub(crate) address: Option<String>,
    /// Where to listen.
    pub(crate) listen: SocketAddr,
    /// The folder of the key file, and of the database file.
    pub(crate) data: PathBuf,
    /// The database.
    pub(crate) database: Place,
    /// Where figures for whoever watches are served, if anywhere.
    pub(crate) metrics: Option<SocketAddr>,
    /// How long connections are still taken after `/ready` has said that it stops.
    pub(crate) drain: Duration,
    /// What TLS is spoken with; without it HTTP is spoken in the clear, to a proxy.
    pub(crate) tls: Option<TlsSettings>,
    /// The folder that staff lists are taken from at night, if there is one.
    pub(crate) staff_lists: Option<PathBuf>,
    /// The mail server, once there is one.
    pub(crate) mail: Option<::mail::Settings>,
    /// Certificate authorities to trust besides the public ones, as PEM; empty for none.
    pub(crate) authorities: String,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub(crate) proxies: Vec<IpAddr>,
    /// Hosts on the inside that a calendar may be subscribed to from.
    pub(crate) calendar_hosts: Vec<String>,
    /// Where backups go.
    pub(crate) backup: BackupSettings,
    /// How people may sign in.
    pub(crate) sign_in: SignIn,
    /// What is logged.
    pub(crate) log: Log,
}

impl Settings {
    /// Reads `file`, the variables `PEJLING_…` and `flags` (key and value), each over the one before.
    ///
    /// # Errors
    /// [`SettingsError`], which names where the value stands and says what to write instead.
    pub(crate) fn read(
        file: Option<&Path>,
        environment: &Environment,
        flags: &[(&'static str, Option<String>)],
    ) -> Result<Settings, SettingsError> {
        let mut given = Given::default();
        if let Some(path) = file {
            given.add_file(path)?;
        }
        given.add_environment(environment)?;
        given.add_flags(flags);
        Settings::of(&given)
    }

    /// The file of the installation's key.
    pub(crate) fn key_file(&self) -> PathBuf {
        self.data.join("pejling.key")
    }

    fn of(given: &Given) -> Result<Settings, SettingsError> {
        let data = PathBuf::from(given.text("data").unwrap_or("data"));
        Ok(Settings {
            address: given.read("address", ADDRESS, address)?,
            listen: given
                .read("listen", "an address and a port, such as 127.0.0.1:8080", |text| text.parse().ok())?
                .unwrap_or(SocketAddr::from(([127, 0, 0, 1], 8080))),
            database: database(given, &data)?,
            backup: BackupSettings {
                folder: given.text("backup.folder").map_or_else(|| data.join("backups"), PathBuf::from),
                keep_days: given
                    .read("backup.keep_days", "a number of days from 1 to 3650", days)?
                    .unwrap_or(KEEP_DAYS),
            },
            data,
            metrics: given.read(
                "metrics.listen",
                "an address and a port, such as 127.0.0.1:9464",
                |text| text.parse().ok(),
            )?,
            drain: given
                .read("metrics.drain_seconds", "a number of seconds from 0 to 60", seconds)?
                .unwrap_or_default(),
            tls: tls_files(given)?,
            staff_lists: given.text("staff_lists.folder").map(PathBuf::from),
            mail: mail(given)?,
            authorities: given.secret("authorities_file")?.unwrap_or_default(),
            proxies: given
                .list("proxies", "addresses of proxies, such as [\"10.0.0.5\"]", |text| text.parse().ok())?,
            calendar_hosts: given.list(
                "calendar_hosts",
                "names of hosts without https://, such as [\"moln.kommun.example\"]",
                host,
            )?,
            sign_in: sign_in::sign_in(given)?,
            log: Log {
                json: given.read("log.format", "\"text\" or \"json\"", log_format)?.unwrap_or(false),
                level: given
                    .read("log.level", "\"error\", \"warn\", \"info\" or \"debug\"", log_level)?
                    .unwrap_or(tracing::Level::INFO),
            },
        })
    }
}

const ADDRESS: &str =
    "where people reach Pejling, without a path, such as \"https://pejling.kommun.example\"";

fn address(text: &str) -> Option<String> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    let host = rest.strip_suffix('/').unwrap_or(rest);
    let plain = |c: char| c.is_ascii_alphanumeric() || "-.:[]".contains(c);
    (!host.is_empty() && host.chars().all(plain)).then(|| text.trim_end_matches('/').to_owned())
}

fn host(text: &str) -> Option<String> {
    let plain = |c: char| c.is_alphanumeric() || c == '-' || c == '.';
    (!text.is_empty() && text.chars().all(plain)).then(|| text.to_lowercase())
}

/// Reads a number of days that a backup may stay.
pub(crate) fn days(text: &str) -> Option<u32> {
    text.parse().ok().filter(|days| (1..=3650).contains(days))
}

fn seconds(text: &str) -> Option<Duration> {
    text.parse().ok().filter(|seconds| (0..=60).contains(seconds)).map(Duration::from_secs)
}

fn log_format(text: &str) -> Option<bool> {
    match text {
        "text" => Some(false),
        "json" => Some(true),
        _ => None,
    }
}

fn log_level(text: &str) -> Option<tracing::Level> {
    // Not "trace": at that depth libraries write what passes through them.
    ["error", "warn", "info", "debug"].contains(&text).then(|| text.parse().ok()).flatten()
}

fn database(given: &Given, data: &Path) -> Result<Place, SettingsError> {
    if let Some(address) = given.secret("database_secret_file")? {
        return Ok(Place::read(&address));
    }
    Ok(given.text("database").map_or_else(|| Place::File(data.join("pejling.db")), Place::read))
}

fn tls_files(given: &Given) -> Result<Option<TlsSettings>, SettingsError> {
    const CERTIFICATE: &str = "tls.certificate_file";
    const KEY: &str = "tls.key_file";
    let missing = |present: &[&str], missing, instead| SettingsError::Missing {
        present: given.first_of(present).unwrap_or(Origin::Default(missing)),
        missing,
        instead,
    };
    match (given.text(CERTIFICATE), given.text(KEY)) {
        (None, None) => Ok(None),
        (Some(certificate), Some(key)) => {
            Ok(Some(TlsSettings { certificate: certificate.into(), key: key.into() }))
        }
        (Some(_), None) => Err(missing(&[CERTIFICATE], KEY, "the file of the key that belongs to it")),
        (None, Some(_)) => {
            Err(missing(&[KEY], CERTIFICATE, "the file of the certificate and those that vouch for it"))
        }
    }
}

fn mail(given: &Given) -> Result<Option<::mail::Settings>, SettingsError> {
    let Some(name) =
        given.read("mail.host", "the name of the mail server, such as \"smtp.kommun.example\"", host)?
    else {
        return match given.first_of(&[
            "mail.from",
            "mail.port",
            "mail.tls",
            "mail.user",
            "mail.password_file",
        ]) {
            Some(present) => {
                Err(SettingsError::Missing { present, missing: "mail.host", instead: "name the mail server" })
            }
            None => Ok(None),
        };
    };
    let security =
        given.read("mail.tls", "\"starttls\", \"wrapped\" or \"none\"", tls)?.unwrap_or(Security::StartTls);
    let usual_port = match security {
        Security::Tls => 465,
        Security::StartTls => 587,
        Security::None => 25,
    };
    let needs = |missing, instead| {
        let present = given.first_of(&["mail.user", "mail.password_file", "mail.host"]);
        SettingsError::Missing { present: present.unwrap_or(Origin::Default("mail.host")), missing, instead }
    };
    let from = given
        .read(
            "mail.from",
            "an address that letters come from, such as \"Pejling <pejling@kommun.example>\"",
            sender,
        )?
        .ok_or_else(|| needs("mail.from", "the address that letters come from"))?;
    let user = match (given.text("mail.user"), given.secret("mail.password_file")?) {
        (Some(user), Some(password)) => Some((user.to_owned(), password)),
        (None, None) => None,
        (Some(_), None) => {
            return Err(needs("mail.password_file", "a file that holds nothing but the password"));
        }
        (None, Some(_)) => return Err(needs("mail.user", "the name to sign in with")),
    };
    if user.is_some() && security == Security::None {
        return Err(needs("mail.tls", "starttls or wrapped: a password is never sent in the clear"));
    }
    let port = given.read("mail.port", "a port from 1 to 65535", port)?.unwrap_or(usual_port);
    let authorities = given.secret("authorities_file")?.unwrap_or_default();
    Ok(Some(::mail::Settings { host: name, port, user, from, security, authorities }))
}

fn port(text: &str) -> Option<u16> {
    text.parse().ok().filter(|port| *port > 0)
}

fn tls(text: &str) -> Option<Security> {
    match text {
        "wrapped" => Some(Security::Tls),
        "starttls" => Some(Security::StartTls),
        "none" => Some(Security::None),
        _ => None,
    }
}

/// `pejling@kommun.example`, or with a name before it in angle brackets. Not what is valid, only what is plainly not an
/// address: the mail server knows better.
fn sender(text: &str) -> Option<String> {
    let address = match text.split_once('<') {
        Some((_, rest)) => rest.strip_suffix('>')?,
        None => text,
    };
    let (name, host) = address.split_once('@')?;
    let clean = !address.contains(char::is_whitespace) && !text.contains(char::is_control);
    (!name.is_empty() && !host.is_empty() && clean).then(|| text.to_owned())
}

#[cfg(test)]
mod tests;
