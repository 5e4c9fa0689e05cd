use std::time::{Duration, SystemTime};

use lettre::address::Envelope;
use lettre::message::header::{ContentTransferEncoding, ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, SinglePart};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

use crate::{Channel, Letter, NotSent, Soon};

/// For the server to answer each step; a letter is given up for now after a minute in all.
const STEP: Duration = Duration::from_secs(20);
const WHOLE: Duration = Duration::from_secs(60);

/// The mail server and how to speak to it.
#[derive(Clone)]
pub struct Settings {
    /// Its name or IP address.
    pub host: String,
    /// Usually 465 with [`Security::Tls`], 587 with [`Security::StartTls`], 25 with [`Security::None`].
    pub port: u16,
    /// Name and password, if it wants any. Never sent without encryption.
    pub user: Option<(String, String)>,
    /// Whom letters are from, as `Pejling <pejling@kommun.example>` or an address alone.
    pub from: String,
    /// How the connection is protected.
    pub security: Security,
    /// Certificate authorities to trust besides the public ones, as PEM; empty for none.
    pub authorities: String,
}

/// How a connection is protected. Nothing falls back to less.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Security {
    /// Not: a mail server on this machine, or on a network that is trusted.
    None,
    /// Begins in the clear and must become encrypted before anything is said (RFC 3207).
    StartTls,
    /// Encrypted from the first byte (RFC 8314).
    Tls,
}

/// Why the settings cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SettingsRefused {
    /// Whom letters are from is not an address.
    #[error("the sender is not an address: write it as Pejling <pejling@kommun.example>")]
    From,
    /// A name and password would go over the network in the clear.
    #[error("a password for the mail server needs an encrypted connection")]
    PasswordInTheClear,
    /// The authorities are not certificates.
    #[error("the certificate authorities cannot be read as PEM")]
    Authorities,
    /// The machinery of TLS does not start, or the host is no name for a certificate.
    #[error("TLS cannot be set up")]
    Tls,
}

/// Sends letters over SMTP, each over a connection of its own: there are few, and none is ever stale.
pub struct PostOffice {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl PostOffice {
    /// Opens a post office. Nothing is sent yet, and the server need not be there.
    ///
    /// # Errors
    /// [`SettingsRefused`].
    pub fn new(settings: &Settings) -> Result<PostOffice, SettingsRefused> {
        let from = sender(&settings.from).ok_or(SettingsRefused::From)?;
        let mut transport = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&settings.host)
            .port(settings.port)
            .timeout(Some(STEP))
            .tls(protection(settings)?);
        if let Some((user, password)) = settings.user.clone() {
            if settings.security == Security::None {
                return Err(SettingsRefused::PasswordInTheClear);
            }
            transport = transport.credentials(Credentials::new(user, password));
        }
        Ok(PostOffice { transport: transport.build(), from })
    }

    /// Sends a letter: `Ok` once the mail server has taken it.
    ///
    /// # Errors
    /// [`NotSent`].
    pub async fn send(&self, letter: &Letter) -> Result<(), NotSent> {
        let recipient: Address = letter.recipient.parse().map_err(|_| NotSent::NoSuchAddress)?;
        let envelope = Envelope::new(Some(self.from.email.clone()), vec![recipient.clone()])
            .map_err(|_| NotSent::NoSuchAddress)?;
        let mut message = self.write(letter, recipient)?.formatted();
        // The library ends the last line twice: here and once more when it says that the letter is over.
        message.truncate(message.strip_suffix(b"\r\n").map_or(message.len(), <[u8]>::len));
        match tokio::time::timeout(WHOLE, self.transport.send_raw(&envelope, &message)).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) => Err(match error.status() {
                Some(code) => NotSent::Refused { code: code.into() },
                None => NotSent::Unreachable,
            }),
            Err(_) => Err(NotSent::Unreachable),
        }
    }

    /// Whether the mail server is there, speaks TLS as it should, and takes the name and the password. Sends nothing.
    ///
    /// # Errors
    /// [`NotSent`].
    pub async fn reach(&self) -> Result<(), NotSent> {
        match tokio::time::timeout(WHOLE, self.transport.test_connection()).await {
            Ok(Ok(true)) => Ok(()),
            Ok(Err(error)) => match error.status() {
                Some(code) => Err(NotSent::Refused { code: code.into() }),
                None => Err(NotSent::Unreachable),
            },
            Ok(Ok(false)) | Err(_) => Err(NotSent::Unreachable),
        }
    }

    fn write(&self, letter: &Letter, recipient: Address) -> Result<Message, NotSent> {
        let id = format!("<{}@{}>", letter.id, self.from.email.domain());
        let part = SinglePart::builder()
            .header(ContentType::TEXT_PLAIN)
            .header(ContentTransferEncoding::QuotedPrintable)
            .body(letter.body.trim_end().to_owned());
        Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, recipient))
            .subject(one_line(&letter.subject))
            .message_id(Some(id))
            .date(SystemTime::from(letter.written_at))
            .header(AutoSubmitted)
            .singlepart(part)
            .map_err(|_| NotSent::NoSuchAddress)
    }
}

impl Channel for PostOffice {
    fn carry<'a>(&'a self, letter: &'a Letter) -> Soon<'a, Result<(), NotSent>> {
        Box::pin(self.send(letter))
    }
}

fn sender(from: &str) -> Option<Mailbox> {
    let from: Mailbox = from.parse().ok()?;
    let name = from.name.as_deref().map(one_line);
    Some(Mailbox::new(name, from.email))
}

/// Nothing in a line can begin another: a header is one line, whatever a name or a subject holds.
fn one_line(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c })
        .collect()
}

fn protection(settings: &Settings) -> Result<Tls, SettingsRefused> {
    if settings.security == Security::None {
        return Ok(Tls::None);
    }
    let mut tls = TlsParameters::builder(settings.host.clone());
    for authority in certificates(&settings.authorities) {
        // The library takes a text without any certificate for none, in silence.
        let holds_one = authority.starts_with("-----BEGIN CERTIFICATE-----");
        let read = holds_one.then(|| Certificate::from_pem(authority.as_bytes()).ok()).flatten();
        tls = tls.add_root_certificate(read.ok_or(SettingsRefused::Authorities)?);
    }
    let tls = tls.build().map_err(|_| SettingsRefused::Tls)?;
    Ok(if settings.security == Security::Tls { Tls::Wrapper(tls) } else { Tls::Required(tls) })
}

/// Each certificate by itself, and whatever else there is.
fn certificates(pem: &str) -> impl Iterator<Item = &str> {
    pem.split_inclusive("-----END CERTIFICATE-----").map(str::trim).filter(|part| !part.is_empty())
}

/// RFC 3834: nobody is away on holiday to a machine.
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(AutoSubmitted)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}
