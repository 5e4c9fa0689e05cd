use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use http_body_util::Full;
use hyper::body::Bytes;
use hyper::header::{ACCEPT, ACCEPT_ENCODING, HeaderValue, LOCATION};
use hyper::{Request, Response};
use tokio::net::TcpStream;
use tokio::sync::Semaphore;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::CertificateDer;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::{ClientConfig, RootCertStore};
use url::Host;

use crate::exchange::Answer;
use crate::special::is_public;
use crate::{Address, FetchRefused, Internet, Network, Why, body, exchange};

/// Most addresses of a host that are tried, one after the other.
const ADDRESSES_TRIED: usize = 4;
/// Most hosts that IT may list.
const HOSTS: usize = 1_000;

/// What IT decides.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// Hosts in the municipality's own network that calendars may be fetched from: names or IP addresses, without
    /// protocol or port. They may have private addresses and any port; they too are asked by `https` alone.
    pub allowed_hosts: Vec<String>,
    /// Certificate authorities to trust besides the public ones, as PEM; empty for none.
    pub authorities: String,
    /// Time and size.
    pub limits: Limits,
}

/// What one fetch may cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// For one connection to be made.
    pub connect: Duration,
    /// For everything together, redirects and unpacking included.
    pub whole: Duration,
    /// Most bytes of an answer, on the wire and again when unpacked.
    pub bytes: usize,
    /// Most redirects that are followed.
    pub redirects: usize,
    /// Most fetches at once; others wait, on their own time.
    pub at_once: usize,
}

impl Default for Limits {
    /// 5 s to connect, 30 s in all, 20 MB, 5 redirects, 16 at once.
    fn default() -> Self {
        Limits {
            connect: Duration::from_secs(5),
            whole: Duration::from_secs(30),
            bytes: 20_000_000,
            redirects: 5,
            at_once: 16,
        }
    }
}

/// Why the settings cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SettingsRefused {
    /// An entry of the list is not a host.
    #[error("{0:?} is not a host: give a name or an IP address, without protocol, port or path")]
    NotAHost(String),
    /// More hosts than [`Fetcher`] takes.
    #[error("more than 1000 hosts are listed")]
    TooManyHosts,
    /// The authorities are not certificates.
    #[error("the certificate authorities cannot be read as PEM")]
    Authorities,
    /// The machinery of TLS does not start.
    #[error("TLS cannot be set up")]
    Tls,
}

/// Fetches calendars, and speaks with whoever IT names. Cheap to clone; clones share the limit on fetches at once.
#[derive(Clone)]
pub struct Fetcher {
    listed: Arc<[Host]>,
    limits: Limits,
    tls: TlsConnector,
    network: Arc<dyn Network>,
    turns: Arc<Semaphore>,
}

impl Fetcher {
    /// A fetcher on the machine's own network.
    ///
    /// # Errors
    /// [`SettingsRefused`].
    pub fn new(settings: Settings) -> Result<Fetcher, SettingsRefused> {
        Fetcher::over(settings, Arc::new(Internet))
    }

    /// A fetcher on another network.
    ///
    /// # Errors
    /// [`SettingsRefused`].
    pub fn over(settings: Settings, network: Arc<dyn Network>) -> Result<Fetcher, SettingsRefused> {
        if settings.allowed_hosts.len() > HOSTS {
            return Err(SettingsRefused::TooManyHosts);
        }
        let listed = settings.allowed_hosts.iter().map(|entry| host(entry)).collect::<Result<_, _>>()?;
        let tls = TlsConnector::from(Arc::new(trust(&settings.authorities)?));
        let turns = Arc::new(Semaphore::new(settings.limits.at_once));
        Ok(Fetcher { listed, limits: settings.limits, tls, network, turns })
    }

    /// Whether an address may be asked, as far as can be told without asking: a page says so at once.
    ///
    /// # Errors
    /// Not allowed: [`Why::NotEncrypted`], [`Why::Port`], [`Why::NotPublic`].
    pub fn may_ask(&self, address: &Address) -> Result<(), FetchRefused> {
        if !address.is_encrypted() {
            return Err(Why::NotEncrypted.into());
        }
        if self.is_listed(address) {
            return Ok(());
        }
        if !matches!(address.port(), 443 | 8443) {
            return Err(Why::Port.into());
        }
        match address.parsed_host() {
            Some(Host::Ipv4(ip)) if !is_public(ip.into()) => Err(Why::NotPublic.into()),
            Some(Host::Ipv6(ip)) if !is_public(ip.into()) => Err(Why::NotPublic.into()),
            _ => Ok(()),
        }
    }

    /// Fetches what lies at `address`, unpacked.
    ///
    /// # Errors
    /// [`FetchRefused`].
    pub async fn calendar(&self, address: &Address) -> Result<Vec<u8>, FetchRefused> {
        timeout(self.limits.whole, self.follow(address)).await.unwrap_or(Err(FetchRefused::TooSlow))
    }

    /// Sends `question` to the host of its own URI and gives the answer, whatever its status: the way a program speaks with another that IT
    /// has named. The same checks as for calendars, and no redirect is followed.
    ///
    /// # Errors
    /// [`FetchRefused`].
    pub async fn send(&self, question: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, FetchRefused> {
        let sent = async {
            let _turn = self.turns.acquire().await.map_err(|_| FetchRefused::Unreachable)?;
            let address = Address::read(&question.uri().to_string())?;
            let question = question.map(|body| Full::new(Bytes::from(body)));
            let (head, body) = self.ask(&address, question).await?.response.into_parts();
            let body = body::read(&head.headers, body, self.limits.bytes).await?;
            Ok(Response::from_parts(head, body))
        };
        timeout(self.limits.whole, sent).await.unwrap_or(Err(FetchRefused::TooSlow))
    }

    async fn follow(&self, address: &Address) -> Result<Vec<u8>, FetchRefused> {
        let _turn = self.turns.acquire().await.map_err(|_| FetchRefused::Unreachable)?;
        let mut here = address.clone();
        for _ in 0..=self.limits.redirects {
            match self.look(&here).await? {
                Got::Calendar(bytes) => return Ok(bytes),
                Got::Sent(on) => here = on,
            }
        }
        Err(Why::Redirects.into())
    }

    async fn look(&self, address: &Address) -> Result<Got, FetchRefused> {
        let mut question = Request::new(Full::default());
        question.headers_mut().insert(ACCEPT, HeaderValue::from_static("text/calendar, */*;q=0.1"));
        question.headers_mut().insert(ACCEPT_ENCODING, HeaderValue::from_static("gzip"));
        let answer = self.ask(address, question).await?;
        let (head, body) = answer.response.into_parts();
        match head.status.as_u16() {
            200 => Ok(Got::Calendar(body::read(&head.headers, body, self.limits.bytes).await?)),
            301 | 302 | 303 | 307 | 308 => {
                let location =
                    head.headers.get(LOCATION).and_then(|value| std::str::from_utf8(value.as_bytes()).ok());
                Ok(Got::Sent(address.onward(location.ok_or(FetchRefused::BadAddress)?)?))
            }
            401 | 403 | 407 => Err(FetchRefused::Unauthorised),
            404 | 410 => Err(FetchRefused::NotFound),
            status => Err(FetchRefused::Unwilling { status }),
        }
    }

    /// One question, checked from the beginning: the first address and every redirect come through here.
    async fn ask(&self, address: &Address, question: Request<Full<Bytes>>) -> Result<Answer, FetchRefused> {
        self.may_ask(address)?;
        let stream = self.connect(&self.resolve(address).await?).await?;
        exchange::ask(stream, &self.tls, address, question).await
    }

    /// Where to connect to: resolved once, and all of it checked. A name with one public address and one that is not
    /// is somebody trying.
    async fn resolve(&self, address: &Address) -> Result<Vec<SocketAddr>, FetchRefused> {
        let ips = match address.parsed_host().ok_or(FetchRefused::BadAddress)? {
            Host::Ipv4(ip) => vec![IpAddr::V4(ip)],
            Host::Ipv6(ip) => vec![IpAddr::V6(ip)],
            Host::Domain(name) => {
                let found = timeout(self.limits.connect, self.network.resolve(name)).await;
                found.map_err(|_| FetchRefused::TooSlow)?.map_err(|_| FetchRefused::Unreachable)?
            }
        };
        if !self.is_listed(address) && !ips.iter().copied().all(is_public) {
            return Err(Why::NotPublic.into());
        }
        Ok(ips.into_iter().take(ADDRESSES_TRIED).map(|ip| SocketAddr::new(ip, address.port())).collect())
    }

    async fn connect(&self, addresses: &[SocketAddr]) -> Result<TcpStream, FetchRefused> {
        let mut outcome = FetchRefused::Unreachable;
        for &address in addresses {
            match timeout(self.limits.connect, self.network.connect(address)).await {
                Ok(Ok(stream)) => return Ok(stream),
                Ok(Err(_)) => outcome = FetchRefused::Unreachable,
                Err(_) => outcome = FetchRefused::TooSlow,
            }
        }
        Err(outcome)
    }

    fn is_listed(&self, address: &Address) -> bool {
        host(address.host()).is_ok_and(|host| self.listed.contains(&host))
    }
}

enum Got {
    Calendar(Vec<u8>),
    Sent(Address),
}

/// Reads a host as addresses do, so that the two compare. A final dot means nothing.
fn host(text: &str) -> Result<Host, SettingsRefused> {
    let bare = text.trim().trim_end_matches('.');
    // A colon outside brackets is an IPv6 address without them, or a port, which is no host.
    let parsed = match bare.parse() {
        Ok(ip) => Ok(Host::Ipv6(ip)),
        Err(_) => Host::parse(bare),
    };
    parsed.map_err(|_| SettingsRefused::NotAHost(text.to_owned()))
}

/// Whom we believe about certificates: Mozilla's list, and those that IT adds.
fn trust(authorities: &str) -> Result<ClientConfig, SettingsRefused> {
    let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    let mut added = 0;
    for certificate in CertificateDer::pem_slice_iter(authorities.as_bytes()) {
        let certificate = certificate.map_err(|_| SettingsRefused::Authorities)?;
        roots.add(certificate).map_err(|_| SettingsRefused::Authorities)?;
        added += 1;
    }
    if added == 0 && !authorities.trim().is_empty() {
        return Err(SettingsRefused::Authorities);
    }
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|_| SettingsRefused::Tls)?;
    Ok(config.with_root_certificates(roots).with_no_client_auth())
}
