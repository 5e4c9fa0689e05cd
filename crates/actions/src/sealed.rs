//! Texts and keys that lie encrypted in the database: XChaCha20-Poly1305 under a key from outside it.

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};

/// The seal does not open: another key file, or the bytes were changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a sealed value does not open with this key file")]
pub struct Unsealable;

const NONCE: usize = 24;

/// Seals `text` so that it opens only for the same `about`: moved to another row, it does not.
pub(crate) fn seal(key: &[u8; 32], about: &[u8], text: &str) -> Result<Vec<u8>, Unsealable> {
    seal_bytes(key, about, text.as_bytes())
}

/// Opens what [`seal`] sealed.
pub(crate) fn open(key: &[u8; 32], about: &[u8], sealed: &[u8]) -> Result<String, Unsealable> {
    String::from_utf8(open_bytes(key, about, sealed)?).map_err(|_| Unsealable)
}

/// As [`seal`], for bytes.
pub(crate) fn seal_bytes(key: &[u8; 32], about: &[u8], bytes: &[u8]) -> Result<Vec<u8>, Unsealable> {
    let nonce: [u8; NONCE] = crate::desk::random();
    let sealed = XChaCha20Poly1305::new(key.into())
        .encrypt(XNonce::from_slice(&nonce), Payload { msg: bytes, aad: about })
        .map_err(|_| Unsealable)?;
    Ok([nonce.as_slice(), &sealed].concat())
}

/// Opens what [`seal_bytes`] sealed.
pub(crate) fn open_bytes(key: &[u8; 32], about: &[u8], sealed: &[u8]) -> Result<Vec<u8>, Unsealable> {
    let (nonce, rest) = sealed.split_at_checked(NONCE).ok_or(Unsealable)?;
    XChaCha20Poly1305::new(key.into())
        .decrypt(XNonce::from_slice(nonce), Payload { msg: rest, aad: about })
        .map_err(|_| Unsealable)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seal_opens_only_with_its_key_for_its_row_unchanged() {
        let sealed = seal(&[1; 32], b"row 1", "https://calendar.example/secret").unwrap();
        assert_eq!(open(&[1; 32], b"row 1", &sealed).unwrap(), "https://calendar.example/secret");
        assert_eq!(open(&[2; 32], b"row 1", &sealed), Err(Unsealable));
        assert_eq!(open(&[1; 32], b"row 2", &sealed), Err(Unsealable));
        for index in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[index] ^= 1;
            assert_eq!(open(&[1; 32], b"row 1", &changed), Err(Unsealable));
        }
        assert_eq!(open(&[1; 32], b"row 1", &[]), Err(Unsealable));
    }
}
