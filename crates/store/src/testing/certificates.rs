//! Certificates, made by OpenSSL: by somebody else than the library that reads them.

use std::path::PathBuf;
use std::process::Command;

/// Two authorities, `ca` and `other`, and a certificate by the first for `localhost`, `server`. Each is NAME.pem, with its key in NAME.key.
pub struct Certificates(tempfile::TempDir);

impl Certificates {
    /// # Panics
    /// Without OpenSSL.
    pub fn new() -> Certificates {
        let this = Certificates(tempfile::tempdir().expect("a temporary folder"));
        for authority in ["ca", "other"] {
            this.make(&[], authority, "DNS:authority.example", "CA:TRUE");
        }
        this.make(&["-CA", "ca.pem", "-CAkey", "ca.key"], "server", "DNS:localhost", "CA:FALSE");
        this
    }

    /// Where one of the files lies.
    pub fn path(&self, file: &str) -> PathBuf {
        self.0.path().join(file)
    }

    /// What one of the files holds.
    ///
    /// # Panics
    /// When there is no such file.
    pub fn bytes(&self, file: &str) -> Vec<u8> {
        std::fs::read(self.path(file)).expect("a file of certificates")
    }

    fn make(&self, by: &[&str], name: &str, names: &str, sort: &str) {
        let made = Command::new("openssl")
            .current_dir(self.0.path())
            .args([
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:prime256v1",
                "-nodes",
                "-days",
                "2",
            ])
            .args(["-subj", &format!("/CN={name}"), "-addext", &format!("subjectAltName={names}")])
            .args(["-addext", &format!("basicConstraints=critical,{sort}")])
            .args(["-keyout", &format!("{name}.key"), "-out", &format!("{name}.pem")])
            .args(by)
            .output()
            .expect("OpenSSL: apt-get install openssl");
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    }
}

impl Default for Certificates {
    fn default() -> Certificates {
        Certificates::new()
    }
}
