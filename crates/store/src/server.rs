//! Where a PostgreSQL server is, and how it is spoken with: encrypted and its name proven, unless it is on this machine or the address
//! says in so many words that it need not be.

use std::path::PathBuf;
use std::time::Duration;

use postgres::config::{Host, SslMode, TargetSessionAttrs};
use postgres::{Client, Config, NoTls};
use tokio_rustls::rustls::pki_types::pem;

use crate::Fault;
use crate::secured::{Authorities, Secured};

/// What connections are called on the server.
pub(crate) const NAME: &str = "pejling";

/// For each host: after it the next one is tried.
const CONNECTS_WITHIN: Duration = Duration::from_secs(5);
/// What was sent and is not acknowledged for so long never will be: the server's machine is gone.
const ACKNOWLEDGED_WITHIN: Duration = Duration::from_secs(10);
/// While an answer is waited for, the machine is asked whether it is still there: after this long, so often, so many times.
const ASKED_AFTER: Duration = Duration::from_secs(10);
const ASKED_EVERY: Duration = Duration::from_secs(3);
const ASKED_TIMES: u32 = 3;
/// The same from the server's side, so that it does not keep rows locked for two hours for a node whose machine is gone; and the longest
/// that a transaction may lie idle, for a node that stands still.
const LEFT_BEHIND: &str =
    "SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 3; SET tcp_keepalives_count = 3;
    SET idle_in_transaction_session_timeout = '5min'";

/// How one speaks with a server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wire {
    /// Encrypted, and only after the server has shown a certificate for its name by an authority that is trusted.
    Verified,
    /// In the clear on this machine: by a socket, or by its own address.
    Here,
    /// In the clear over a network, because the address says so.
    Clear,
}

/// An address that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum AddressRefused {
    /// A way to speak that is not offered: it would look safe and not be.
    #[error(
        "sslmode={0} in its address is not offered: write sslmode=verify-full (encrypted, and the server proves its name), or \
         sslmode=disable (in the clear, over a network that you trust)"
    )]
    Mode(String),
    /// The authorities cannot be read.
    #[error("sslrootcert in its address names {}: {cause}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why not.
        cause: pem::Error,
    },
    /// There is no authority in the file.
    #[error("sslrootcert in its address names {}, which holds no certificate of an authority", .0.display())]
    NoAuthority(PathBuf),
    /// TLS itself is not as it should be.
    #[error("TLS cannot be spoken: {0}")]
    Tls(#[from] tokio_rustls::rustls::Error),
}

/// A server, or the one that takes writes among several.
pub(crate) struct Server {
    settings: Config,
    secured: Option<Secured>,
    pub(crate) wire: Wire,
}

impl Server {
    /// Reads an address such as `postgres://user@db1,db2/name?sslmode=verify-full&sslrootcert=/etc/pejling/database.pem`.
    ///
    /// # Errors
    /// When it cannot be used, with what to write instead.
    pub(crate) fn read(url: &str) -> Result<Server, Fault> {
        let Address { rest, mode, authorities } = Address::take_apart(url);
        let mut settings: Config = rest.parse()?;
        let wire = match mode.as_deref() {
            Some("verify-full") => Wire::Verified,
            Some("disable") if is_here(&settings) => Wire::Here,
            Some("disable") => Wire::Clear,
            Some(other) => return Err(AddressRefused::Mode(other.to_owned()).into()),
            None if is_here(&settings) && authorities.is_none() => Wire::Here,
            None => Wire::Verified,
        };
        let secured = match wire {
            Wire::Verified => Some(Secured::by(&Authorities::named(authorities.as_deref()))?),
            Wire::Here | Wire::Clear => None,
        };
        settings
            .ssl_mode(if secured.is_some() { SslMode::Require } else { SslMode::Disable })
            // Of several servers, the one that takes writes; of one, a sentence at the start instead of an error at the first write.
            .target_session_attrs(TargetSessionAttrs::ReadWrite)
            .connect_timeout(CONNECTS_WITHIN)
            .tcp_user_timeout(ACKNOWLEDGED_WITHIN)
            .keepalives_idle(ASKED_AFTER)
            .keepalives_interval(ASKED_EVERY)
            .keepalives_retries(ASKED_TIMES)
            .application_name(NAME);
        Ok(Server { settings, secured, wire })
    }

    /// A new connection. Blocks.
    ///
    /// # Errors
    /// When nobody is there, nobody is let in, or whoever is there does not prove to be who was asked for.
    pub(crate) fn connect(&self) -> Result<Client, Fault> {
        let connected = match &self.secured {
            Some(secured) => self.settings.connect(secured.clone()),
            None => self.settings.connect(NoTls),
        };
        let mut client = connected.map_err(Fault::from_connecting)?;
        client.batch_execute(LEFT_BEHIND)?;
        Ok(client)
    }
}

/// Whether nothing that is said leaves this machine.
fn is_here(settings: &Config) -> bool {
    let named = |host: &Host| match host {
        Host::Unix(_) => true,
        Host::Tcp(name) => {
            name == "localhost" || name.parse().is_ok_and(|ip: std::net::IpAddr| ip.is_loopback())
        }
    };
    // Where both are given, the number is what is called, whatever the name.
    match settings.get_hostaddrs() {
        [] => settings.get_hosts().iter().all(named),
        numbers => numbers.iter().all(std::net::IpAddr::is_loopback),
    }
}

/// An address, without what the driver does not know: how safe, and by whose word.
#[derive(Debug, PartialEq, Eq)]
struct Address {
    rest: String,
    mode: Option<String>,
    authorities: Option<PathBuf>,
}

impl Address {
    /// Whatever cannot be taken apart stays in the rest, where the driver refuses it.
    fn take_apart(url: &str) -> Address {
        let after_password = url.find('@').unwrap_or(0);
        let Some(question) = url[after_password..].find('?').map(|at| after_password + at) else {
            return Address { rest: url.to_owned(), mode: None, authorities: None };
        };
        let (mut mode, mut authorities, mut others) = (None, None, Vec::new());
        for pair in url[question + 1..].split('&') {
            match pair.split_once('=') {
                Some(("sslmode", said)) => mode = Some(said.to_owned()),
                Some(("sslrootcert", said)) => authorities = Some(PathBuf::from(unescape(said))),
                _ => others.push(pair),
            }
        }
        let rest = match others.as_slice() {
            [] => url[..question].to_owned(),
            others => format!("{}?{}", &url[..question], others.join("&")),
        };
        Address { rest, mode, authorities }
    }
}

/// What `%20` and the like stand for. Anything else stays as it is.
fn unescape(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let code = after.get(..2).filter(|_| *first == b'%').and_then(|two| std::str::from_utf8(two).ok());
        match code.and_then(|two| u8::from_str_radix(two, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wire(url: &str) -> Wire {
        Server::read(url).unwrap().wire
    }

    #[test]
    fn what_leaves_the_machine_is_encrypted_unless_the_address_says_otherwise() {
        for (url, spoken) in [
            ("postgres://p@127.0.0.1/p", Wire::Here),
            ("postgres://p@localhost:5433/p", Wire::Here),
            ("postgres://p@[::1]/p", Wire::Here),
            ("postgres://p@%2Frun%2Fpostgresql/p", Wire::Here),
            ("postgres:///p?host=/run/postgresql&user=p", Wire::Here),
            ("postgres://p@localhost/p?sslmode=disable", Wire::Here),
            ("postgres://p@localhost/p?sslmode=verify-full", Wire::Verified),
            ("postgres://p@db.kommun.example/p", Wire::Verified),
            ("postgres://p@10.0.0.7/p", Wire::Verified),
            ("postgres://p@localhost,db.kommun.example/p", Wire::Verified),
            ("postgres://p@localhost/p?hostaddr=10.0.0.7", Wire::Verified),
            ("postgres://p@db.kommun.example/p?connect_timeout=3&sslmode=disable", Wire::Clear),
            ("postgres://p:a?b@db.kommun.example/p?sslmode=disable", Wire::Clear),
        ] {
            assert_eq!(wire(url), spoken, "{url}");
        }
    }

    #[test]
    fn what_would_look_safe_and_not_be_is_refused_with_what_to_write() {
        for mode in ["allow", "prefer", "require", "verify-ca", "on", ""] {
            let refused =
                Server::read(&format!("postgres://p@db.kommun.example/p?sslmode={mode}")).err().unwrap();
            assert!(refused.to_string().contains("write sslmode=verify-full"), "{refused}");
        }
    }

    #[test]
    fn authorities_that_are_none_are_refused_with_their_file() {
        let refused = |file: &std::path::Path| {
            let url = format!("postgres://p@localhost/p?sslrootcert={}", file.display());
            Server::read(&url).err().unwrap().to_string()
        };
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("ca.pem");
        assert!(refused(&file).contains("ca.pem: "), "{}", refused(&file));
        std::fs::write(&file, "").unwrap();
        assert!(refused(&file).contains("ca.pem, which holds no certificate"), "{}", refused(&file));
    }

    #[test]
    fn an_address_is_taken_apart_where_the_driver_stops() {
        let apart =
            Address::take_apart("postgres://p@h/p?sslrootcert=%2Fetc%2Fa%20b.pem&user=q&sslmode=disable");
        let wanted = Address {
            rest: "postgres://p@h/p?user=q".into(),
            mode: Some("disable".into()),
            authorities: Some("/etc/a b.pem".into()),
        };
        assert_eq!(apart, wanted);
        assert_eq!(Address::take_apart("postgres://p@h/p?sslmode=disable").rest, "postgres://p@h/p");
    }

    #[test]
    fn of_several_servers_the_one_that_takes_writes_is_wanted() {
        let server = Server::read("postgres://p@db1:5433,db2/p?sslmode=disable").unwrap();
        assert_eq!(server.settings.get_hosts().len(), 2);
        assert_eq!(server.settings.get_ports(), [5433, 5432]);
        assert_eq!(server.settings.get_target_session_attrs(), TargetSessionAttrs::ReadWrite);
    }
}
