//! The three byte strings that travel. They look alike, so each has its own type.

use crate::{MODULUS_BITS, MODULUS_BITS_MAX};

/// Bytes that no accepted key could have made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{0} bytes; a modulus has between 384 and 512")]
pub struct LengthError(pub usize);

fn checked(bytes: &[u8]) -> Result<Vec<u8>, LengthError> {
    match bytes.len() {
        n if (MODULUS_BITS / 8..=MODULUS_BITS_MAX / 8).contains(&n) => Ok(bytes.to_vec()),
        n => Err(LengthError(n)),
    }
}

macro_rules! modulus_long {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name(pub(crate) Vec<u8>);

        impl $name {
            /// Takes big-endian bytes as long as a modulus (384 for a key made here). Whether the number is below the
            /// modulus is known only together with the key, and is checked there.
            pub fn from_bytes(bytes: &[u8]) -> Result<Self, LengthError> {
                checked(bytes).map(Self)
            }

            /// Big-endian bytes, as long as the modulus.
            pub fn as_bytes(&self) -> &[u8] {
                &self.0
            }
        }
    };
}

modulus_long! {
    /// What the voter sends when drawing: the message hidden under a blinding factor. `blinded_msg` of RFC 9474.
    BlindedMessage
}
modulus_long! {
    /// What the issuer answers: a signature that only the voter can unblind. `blind_sig` of RFC 9474.
    BlindSignature
}
modulus_long! {
    /// The unblinded signature, an ordinary RSASSA-PSS signature with SHA-384. `sig` of RFC 9474.
    Signature
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_lengths_of_an_accepted_modulus_pass() {
        for (len, passes) in [(0, false), (383, false), (384, true), (512, true), (513, false)] {
            assert_eq!(Signature::from_bytes(&vec![1; len]).is_ok(), passes, "{len}");
        }
    }
}
