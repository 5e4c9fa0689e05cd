use std::fmt;

use hmac::{Hmac, Mac};
use sha2::Sha256;

/// A manager's secret, 32 random bytes kept outside the database. Without it a fingerprint cannot be tried against guesses.
#[derive(Clone)]
pub struct Key([u8; 32]);

impl Key {
    /// Wraps the bytes; they must come from a random source.
    pub const fn new(bytes: [u8; 32]) -> Key {
        Key(bytes)
    }

    /// HMAC-SHA256 (RFC 2104, FIPS 198-1) of a domain, a zero byte and the text, cut to 16 bytes.
    pub(crate) fn sign(&self, domain: Domain, text: &str) -> Fingerprint {
        // HMAC fills a short key up with zeros to SHA-256's block of 64 bytes.
        let mut block = [0; 64];
        block[..32].copy_from_slice(&self.0);
        let mut mac = <Hmac<Sha256> as Mac>::new(&block.into());
        mac.update(domain.label().as_bytes());
        mac.update(&[0]);
        mac.update(text.as_bytes());
        let whole: [u8; 32] = mac.finalize().into_bytes().into();
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&whole[..16]);
        Fingerprint(bytes)
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(..)")
    }
}

/// Keeps a series' fingerprint from equalling a word's.
#[derive(Clone, Copy)]
pub(crate) enum Domain {
    Series,
    Token,
}

impl Domain {
    const fn label(self) -> &'static str {
        match self {
            Domain::Series => "series",
            Domain::Token => "token",
        }
    }
}

/// What stands for a series, or for a word of its title, where titles may not go.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Fingerprint([u8; 16]);

impl Fingerprint {
    /// From the 16 stored bytes.
    pub const fn from_bytes(bytes: [u8; 16]) -> Fingerprint {
        Fingerprint(bytes)
    }

    /// The 16 bytes to store.
    pub const fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }

    /// Reads what `Display` writes: 32 hexadecimal digits.
    pub fn from_hex(text: &str) -> Option<Fingerprint> {
        if text.len() != 32 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        u128::from_str_radix(text, 16).ok().map(|number| Fingerprint(number.to_be_bytes()))
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", u128::from_be_bytes(self.0))
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_another_hmac() {
        // Python: hmac.new(bytes(range(32)), "series\0apt".encode(), "sha256").hexdigest()[:32]
        let mut bytes = [0; 32];
        for (i, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::try_from(i).unwrap();
        }
        assert_eq!(
            Key::new(bytes).sign(Domain::Series, "apt").to_string(),
            "8b40e723b73e21f8685cd4196a1f562d"
        );
    }

    #[test]
    fn reads_back_what_it_writes() {
        let print = Fingerprint([7, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 255]);
        assert_eq!(Fingerprint::from_hex(&print.to_string()), Some(print));
        assert_eq!(Fingerprint::from_hex("+7000102030405060708090a0b0c0d0f"), None);
        assert_eq!(Fingerprint::from_hex("07"), None);
    }
}
