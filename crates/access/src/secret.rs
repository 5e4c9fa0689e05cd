use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

/// 256 random bits that stand for a person or for one thing they may do. The holder is let in; the database knows the
/// hash alone, so that a copy of it opens nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret([u8; 32]);

impl Secret {
    /// From 32 bytes of good randomness.
    pub const fn from_random(bytes: [u8; 32]) -> Secret {
        Secret(bytes)
    }

    /// As it stands in an address or a cookie: 43 characters that need no escaping.
    pub fn text(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0)
    }

    /// Reads [`Secret::text`].
    pub fn read(text: &str) -> Option<Secret> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        Some(Secret(bytes.try_into().ok()?))
    }

    /// What is stored and looked for. Plain SHA-256 is enough: there is nothing to guess in 256 random bits.
    pub fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.0).into()
    }
}

impl std::fmt::Debug for Secret {
    /// Says nothing: a secret never reaches a log.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Secret")
    }
}

/// The one thing that a secret sent by mail is good for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To sign in, once.
    SignIn,
    /// To check in on one step, until it ends.
    CheckIn,
    /// To read the private calendar feed, until it is revoked.
    Feed,
}

impl Purpose {
    /// As stored.
    pub const fn code(self) -> &'static str {
        match self {
            Purpose::SignIn => "sign_in",
            Purpose::CheckIn => "check_in",
            Purpose::Feed => "feed",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_secret_reads_back_from_its_text(bytes: [u8; 32]) {
            let secret = Secret::from_random(bytes);
            prop_assert_eq!(Secret::read(&secret.text()), Some(secret.clone()));
            prop_assert_eq!(secret.text().len(), 43);
        }

        #[test]
        fn no_other_text_is_a_secret(text in "\\PC{0,60}") {
            if let Some(secret) = Secret::read(&text) {
                prop_assert_eq!(secret.text(), text);
            }
        }
    }

    #[test]
    fn a_secret_is_not_printed() {
        assert_eq!(format!("{:?}", Secret::from_random([7; 32])), "Secret");
    }
}
