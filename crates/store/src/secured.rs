//! TLS to PostgreSQL: the server shows a certificate for the name it was called by, from an authority that is trusted.

use std::future::Future;
use std::io;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use postgres::Socket;
use postgres::tls::{ChannelBinding, MakeTlsConnect, TlsConnect};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, InvalidDnsNameError, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

use crate::server::AddressRefused;

/// By whose word a server is who it says.
pub(crate) enum Authorities {
    /// The public ones, which the program carries with it.
    Public,
    /// Those in a file of PEM, and nobody else.
    File(PathBuf),
}

impl Authorities {
    /// As an address names them: `system` is libpq's word for the public ones.
    pub(crate) fn named(file: Option<&Path>) -> Authorities {
        match file {
            Some(file) if file != Path::new("system") => Authorities::File(file.to_owned()),
            _ => Authorities::Public,
        }
    }

    fn read(&self) -> Result<RootCertStore, AddressRefused> {
        let path = match self {
            Authorities::Public => {
                return Ok(RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() });
            }
            Authorities::File(path) => path,
        };
        let certificates: Vec<_> = CertificateDer::pem_file_iter(path)
            .and_then(Iterator::collect)
            .map_err(|cause| AddressRefused::Unreadable { path: path.clone(), cause })?;
        let mut roots = RootCertStore::empty();
        let (added, _) = roots.add_parsable_certificates(certificates);
        if added == 0 { Err(AddressRefused::NoAuthority(path.clone())) } else { Ok(roots) }
    }
}

/// Shakes hands with servers.
#[derive(Clone)]
pub(crate) struct Secured(TlsConnector);

impl Secured {
    /// # Errors
    /// [`AddressRefused`], when the authorities cannot be read.
    pub(crate) fn by(authorities: &Authorities) -> Result<Secured, AddressRefused> {
        let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()?
            .with_root_certificates(authorities.read()?)
            .with_no_client_auth();
        Ok(Secured(TlsConnector::from(Arc::new(config))))
    }
}

impl MakeTlsConnect<Socket> for Secured {
    type Stream = SecuredStream;
    type TlsConnect = Handshake;
    type Error = InvalidDnsNameError;

    fn make_tls_connect(&mut self, name: &str) -> Result<Handshake, InvalidDnsNameError> {
        Ok(Handshake { connector: self.0.clone(), name: ServerName::try_from(name.to_owned())? })
    }
}

/// One handshake with whoever is called so.
pub(crate) struct Handshake {
    connector: TlsConnector,
    name: ServerName<'static>,
}

impl TlsConnect<Socket> for Handshake {
    type Stream = SecuredStream;
    type Error = io::Error;
    type Future = Pin<Box<dyn Future<Output = io::Result<SecuredStream>> + Send>>;

    fn connect(self, socket: Socket) -> Self::Future {
        Box::pin(async move { Ok(SecuredStream(self.connector.connect(self.name, socket).await?)) })
    }
}

/// A connection, encrypted.
pub(crate) struct SecuredStream(TlsStream<Socket>);

impl postgres::tls::TlsStream for SecuredStream {
    /// None: that the server is who it says is known by its certificate already.
    fn channel_binding(&self) -> ChannelBinding {
        ChannelBinding::none()
    }
}

impl AsyncRead for SecuredStream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_read(context, into)
    }
}

impl AsyncWrite for SecuredStream {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.0).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_shutdown(context)
    }
}
