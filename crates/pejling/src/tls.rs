//! TLS of our own, where no proxy stands in front: a certificate and its key in two files.

use std::path::PathBuf;
use std::sync::{Arc, RwLock};

use jiff::Timestamp;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::{Error as RustlsError, ServerConfig};
use x509_parser::parse_x509_certificate;

/// Where certificate and key lie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TlsSettings {
    /// PEM: the server's certificate first, then those that vouch for it.
    pub(crate) certificate: PathBuf,
    /// PEM: the key that belongs to it.
    pub(crate) key: PathBuf,
}

/// Files that TLS cannot be spoken with.
#[derive(Debug, thiserror::Error)]
pub(crate) enum TlsError {
    /// Not there, not to be read, or not PEM.
    #[error("{path}: {cause}")]
    File { path: PathBuf, cause: tokio_rustls::rustls::pki_types::pem::Error },
    /// PEM without a certificate in it.
    #[error("{0} holds no certificate")]
    Empty(PathBuf),
    /// What is in it is no certificate.
    #[error("{0} holds something that is no X.509 certificate")]
    NotX509(PathBuf),
    /// Certificate and key do not belong together, or are of a sort that is not spoken.
    #[error("{certificate} and {key} cannot be used together: {cause}")]
    Unfit { certificate: PathBuf, key: PathBuf, cause: RustlsError },
}

/// What one handshake is done with, and until when it holds.
pub(crate) struct Credentials {
    /// Speaks TLS 1.2 and 1.3.
    acceptor: TlsAcceptor,
    /// From then on browsers refuse the certificate.
    pub(crate) ends: Timestamp,
}

impl Credentials {
    /// Reads both files and sees that they belong together.
    ///
    /// # Errors
    /// [`TlsError`], which names the file.
    pub(crate) fn read(settings: &TlsSettings) -> Result<Credentials, TlsError> {
        let file = |path: &PathBuf, cause| TlsError::File { path: path.clone(), cause };
        let chain: Vec<_> = CertificateDer::pem_file_iter(&settings.certificate)
            .and_then(Iterator::collect)
            .map_err(|cause| file(&settings.certificate, cause))?;
        let key = PrivateKeyDer::from_pem_file(&settings.key).map_err(|cause| file(&settings.key, cause))?;
        let own = chain.first().ok_or_else(|| TlsError::Empty(settings.certificate.clone()))?;
        let ends = ends(own).ok_or_else(|| TlsError::NotX509(settings.certificate.clone()))?;
        let unfit = |cause| TlsError::Unfit {
            certificate: settings.certificate.clone(),
            key: settings.key.clone(),
            cause,
        };
        let mut config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(unfit)?
            .with_no_client_auth()
            .with_single_cert(chain, key)
            .map_err(unfit)?;
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(Credentials { acceptor: TlsAcceptor::from(Arc::new(config)), ends })
    }
}

/// The end of a certificate's time.
fn ends(certificate: &CertificateDer<'_>) -> Option<Timestamp> {
    let (_, read) = parse_x509_certificate(certificate).ok()?;
    Timestamp::from_second(read.validity().not_after.timestamp()).ok()
}

/// What connections are answered with now. A renewed certificate is taken in without a stop.
pub(crate) struct Tls {
    settings: TlsSettings,
    now: RwLock<TlsAcceptor>,
}

impl Tls {
    /// # Errors
    /// [`TlsError`], which names the file.
    pub(crate) fn open(settings: &TlsSettings) -> Result<Tls, TlsError> {
        let credentials = Credentials::read(settings)?;
        Ok(Tls { settings: settings.clone(), now: RwLock::new(credentials.acceptor) })
    }

    /// Reads the files again. While they cannot be used, those from before go on.
    ///
    /// # Errors
    /// [`TlsError`], which names the file.
    pub(crate) fn read_again(&self) -> Result<(), TlsError> {
        let credentials = Credentials::read(&self.settings)?;
        // Nobody panics while holding it: only whole values are put in and cloned out.
        *self.now.write().unwrap_or_else(std::sync::PoisonError::into_inner) = credentials.acceptor;
        Ok(())
    }

    /// For the next connection.
    pub(crate) fn acceptor(&self) -> TlsAcceptor {
        self.now.read().unwrap_or_else(std::sync::PoisonError::into_inner).clone()
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use std::fs;

    use rcgen::{CertifiedKey, generate_simple_self_signed};
    use tempfile::TempDir;

    use super::*;

    /// A certificate and its key, as somebody lays them down for the program.
    pub(crate) struct CertificateFiles(TempDir);

    impl CertificateFiles {
        pub(crate) fn new() -> CertificateFiles {
            CertificateFiles(tempfile::tempdir().unwrap())
        }

        pub(crate) fn settings(&self) -> TlsSettings {
            TlsSettings {
                certificate: self.0.path().join("certificate.pem"),
                key: self.0.path().join("key.pem"),
            }
        }

        /// Writes new ones over those there are.
        pub(crate) fn renew(&self) -> CertificateDer<'static> {
            let CertifiedKey { cert, signing_key } =
                generate_simple_self_signed(["pejling.example".to_owned()]).unwrap();
            fs::write(self.settings().certificate, cert.pem()).unwrap();
            fs::write(self.settings().key, signing_key.serialize_pem()).unwrap();
            cert.der().clone()
        }

        /// Half of a renewal: another certificate's key.
        pub(crate) fn spoil(&self) {
            let CertifiedKey { signing_key, .. } =
                generate_simple_self_signed(["x.example".to_owned()]).unwrap();
            fs::write(self.settings().key, signing_key.serialize_pem()).unwrap();
        }
    }

    fn refused(settings: &TlsSettings) -> String {
        Credentials::read(settings).err().unwrap().to_string()
    }

    #[test]
    fn each_thing_that_is_wrong_with_the_files_is_said_with_the_file() {
        let files = CertificateFiles::new();
        let settings = files.settings();
        assert!(refused(&settings).contains("certificate.pem"), "{}", refused(&settings));
        files.renew();
        assert!(Credentials::read(&settings).is_ok());
        files.spoil();
        assert!(refused(&settings).contains("cannot be used together"), "{}", refused(&settings));
        fs::write(&settings.key, "a key?").unwrap();
        assert!(refused(&settings).contains("key.pem"), "{}", refused(&settings));
        files.renew();
        fs::write(&settings.certificate, "").unwrap();
        assert!(refused(&settings).contains("holds no certificate"), "{}", refused(&settings));
        fs::write(&settings.certificate, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")
            .unwrap();
        assert!(refused(&settings).contains("no X.509 certificate"), "{}", refused(&settings));
    }

    #[test]
    fn the_end_of_a_certificate_is_read_from_it() {
        let files = CertificateFiles::new();
        files.renew();
        // What rcgen gives to a certificate without an end of its own.
        let ends = Credentials::read(&files.settings()).unwrap().ends;
        assert_eq!(ends.to_string(), "4096-01-01T00:00:00Z");
    }
}
