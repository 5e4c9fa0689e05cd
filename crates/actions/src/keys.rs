use std::fs::OpenOptions;
use std::io::{ErrorKind, Read, Write};
use std::path::Path;

use hmac::{Hmac, Mac};
use people::{OrganisationId, PersonId};
use sha2::Sha256;

/// The installation's one secret, and what is derived from it.
///
/// It lies in a file of its own *outside* the database, so that a stolen backup alone can neither be tried against
/// guessed titles nor read a subscription's address. Whoever restores a backup needs the file too.
#[derive(Clone)]
pub struct Keys([u8; 32]);

/// Why the key file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum KeyFault {
    /// It cannot be read or made.
    #[error("the key file {path}: {cause}")]
    File {
        /// Where it is.
        path: String,
        /// What the system says.
        cause: std::io::Error,
    },
    /// It does not hold 32 bytes.
    #[error("the key file {path} must hold 32 bytes, not {length}: restore it from where you keep it")]
    Length {
        /// Where it is.
        path: String,
        /// How many bytes it holds.
        length: usize,
    },
}

impl Keys {
    /// From 32 secret bytes.
    pub const fn from_bytes(bytes: [u8; 32]) -> Keys {
        Keys(bytes)
    }

    /// Reads the key file, or makes one that only its owner can read.
    ///
    /// # Errors
    /// When it can be neither read nor made, or holds something else.
    pub fn open(path: &Path) -> Result<Keys, KeyFault> {
        let fault = |cause| KeyFault::File { path: path.display().to_string(), cause };
        match std::fs::File::open(path) {
            Ok(mut file) => {
                let mut bytes = Vec::new();
                file.read_to_end(&mut bytes).map_err(fault)?;
                let length = bytes.len();
                let bytes = bytes
                    .try_into()
                    .map_err(|_| KeyFault::Length { path: path.display().to_string(), length })?;
                Ok(Keys(bytes))
            }
            Err(error) if error.kind() == ErrorKind::NotFound => {
                let bytes = crate::desk::random();
                let mut options = OpenOptions::new();
                options.write(true).create_new(true);
                #[cfg(unix)]
                std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
                let mut file = options.open(path).map_err(fault)?;
                file.write_all(&bytes).map_err(fault)?;
                file.sync_all().map_err(fault)?;
                Ok(Keys(bytes))
            }
            Err(error) => Err(fault(error)),
        }
    }

    /// By what one can tell whether a backup was made beside this key. Says nothing about the key.
    pub fn mark(&self) -> String {
        self.derive(&[b"mark"])[..8].iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// A manager's own key for the fingerprints of titles.
    pub fn fingerprints(&self, organisation: OrganisationId, person: PersonId) -> [u8; 32] {
        self.derive(&[b"fingerprints", &organisation.0.to_be_bytes(), &person.0.to_be_bytes()])
    }

    /// The key that a subscription's address is sealed with.
    pub(crate) fn subscriptions(&self) -> [u8; 32] {
        self.derive(&[b"subscriptions"])
    }

    /// The key that what browsers keep of a sign-in under way is sealed with.
    pub(crate) fn away(&self) -> [u8; 32] {
        self.derive(&[b"away"])
    }

    /// The key that what belongs to rounds is sealed with: private keys, and the keys of ballot boxes.
    pub(crate) fn rounds(&self) -> [u8; 32] {
        self.derive(&[b"rounds"])
    }

    /// What only this installation can write of its log as it stands: a line's number and hash.
    pub(crate) fn seal_of_log(&self, organisation: OrganisationId, line: u64, hash: &[u8; 32]) -> [u8; 32] {
        self.derive(&[b"log", &organisation.0.to_be_bytes(), &line.to_be_bytes(), hash])
    }

    /// Under which tries of one sort are counted: nobody can read from it whose, or from where.
    pub(crate) fn counter(&self, sort: &str, about: &[&str]) -> [u8; 16] {
        let mut parts: Vec<&[u8]> = vec![b"tries", sort.as_bytes()];
        parts.extend(about.iter().map(|part| part.as_bytes()));
        let whole = self.derive(&parts);
        let mut half = [0; 16];
        half.copy_from_slice(&whole[..16]);
        half
    }

    /// HMAC-SHA256 of the parts, each preceded by its length so that no two lists of parts look alike.
    fn derive(&self, parts: &[&[u8]]) -> [u8; 32] {
        let mut mac = <Hmac<Sha256> as Mac>::new_from_slice(&self.0)
            .unwrap_or_else(|_| unreachable!("any length is a key"));
        for part in parts {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Keys")
    }
}
