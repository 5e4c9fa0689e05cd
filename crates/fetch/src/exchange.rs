use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::client::conn::http1;
use hyper::header::{HOST, HeaderValue, USER_AGENT};
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::task::JoinSet;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use tokio_rustls::rustls::Error as TlsError;
use tokio_rustls::rustls::pki_types::{IpAddr, ServerName};
use url::Host;

use crate::{Address, FetchRefused};

/// Longest head of an answer, in bytes: the status and the header fields.
const HEAD: usize = 64 * 1024;
/// Most header fields of an answer.
const FIELDS: usize = 100;
/// What we call ourselves.
const NAME: &str = concat!("Pejling/", env!("CARGO_PKG_VERSION"));

/// An answer whose body is still to be read. Dropping it closes the connection.
pub(crate) struct Answer {
    pub(crate) response: Response<Incoming>,
    _driver: JoinSet<()>,
}

/// Asks over a connection that stands, once it is encrypted.
pub(crate) async fn ask(
    stream: TcpStream,
    tls: &TlsConnector,
    address: &Address,
    question: Request<Full<Bytes>>,
) -> Result<Answer, FetchRefused> {
    let name = server_name(address)?;
    let stream = tls.connect(name, stream).await.map_err(|error| {
        match error.get_ref().and_then(|inner| inner.downcast_ref::<TlsError>()) {
            Some(TlsError::InvalidCertificate(_) | TlsError::NoCertificatesPresented) => {
                FetchRefused::Certificate
            }
            _ => FetchRefused::Unreachable,
        }
    })?;
    speak(stream, address, question).await
}

/// The name that the certificate must be for: the host, wherever the connection went.
fn server_name(address: &Address) -> Result<ServerName<'static>, FetchRefused> {
    match address.parsed_host().ok_or(FetchRefused::BadAddress)? {
        Host::Domain(name) => {
            ServerName::try_from(name.trim_end_matches('.').to_owned()).map_err(|_| FetchRefused::BadAddress)
        }
        Host::Ipv4(ip) => Ok(ServerName::IpAddress(IpAddr::from(std::net::IpAddr::V4(ip)))),
        Host::Ipv6(ip) => Ok(ServerName::IpAddress(IpAddr::from(std::net::IpAddr::V6(ip)))),
    }
}

async fn speak(
    stream: TlsStream<TcpStream>,
    address: &Address,
    mut question: Request<Full<Bytes>>,
) -> Result<Answer, FetchRefused> {
    let mut http = http1::Builder::new();
    http.max_buf_size(HEAD).max_headers(FIELDS);
    let (mut sender, connection) =
        http.handshake(TokioIo::new(stream)).await.map_err(|_| FetchRefused::Unreachable)?;
    let mut driver = JoinSet::new();
    driver.spawn(async move { drop(connection.await) });
    *question.uri_mut() = address.target().parse().map_err(|_| FetchRefused::BadAddress)?;
    let host = HeaderValue::from_str(address.authority()).map_err(|_| FetchRefused::BadAddress)?;
    question.headers_mut().insert(HOST, host);
    question.headers_mut().insert(USER_AGENT, HeaderValue::from_static(NAME));
    let response = sender
        .send_request(question)
        .await
        .map_err(|error| if error.is_parse() { FetchRefused::Garbled } else { FetchRefused::Unreachable })?;
    Ok(Answer { response, _driver: driver })
}
