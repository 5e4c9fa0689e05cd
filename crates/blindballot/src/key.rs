//! The issuer's keys: one pair for each round and group.

use std::fmt;

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use blind_rsa_signatures::{
    KeyPairSha384PSSRandomized, MessageRandomizer, PublicKeySha384PSSRandomized, SecretKeySha384PSSRandomized,
};
use rand_core::CryptoRng;
use rsa::{BoxedUint, RsaPublicKey, traits::PublicKeyParts};
use zeroize::Zeroizing;

use crate::{
    BlindSignature, BlindedMessage, MODULUS_BITS, MODULUS_BITS_MAX, PREFIX_BYTES, PUBLIC_EXPONENT, Signature,
};

/// The longest PKCS #8 read, in bytes; a key of 4096 bits takes about 2 400.
const PKCS8_MAX: usize = 4096;

/// A key that may not be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// The modulus is shorter than 3072 or longer than 4096 bits.
    #[error("a modulus of {0} bits; between 3072 and 4096 are accepted")]
    Modulus(usize),
    /// The public exponent is not 65537.
    #[error("the public exponent is not 65537")]
    Exponent,
    /// The numbers or the encoding make no RSA key.
    #[error("this is no RSA key")]
    Malformed,
}

/// A blinded message that cannot be signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SignError {
    /// As long as another key's modulus, or not below this one's.
    #[error("the blinded message was not made for this key")]
    OtherKey,
    /// The signature did not verify and was thrown away: a fault in the machine. Letting it out could betray the key.
    #[error("signing failed its own check")]
    Fault,
}

/// The signature is not the issuer's on this message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the signature is not this key's on this message")]
pub struct NotSigned;

/// A public key as browsers read it: the members of a JSON Web Key (RFC 7518 section 6.3.1). Browsers refuse the SPKI form that
/// names RSASSA-PSS, hence this one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Jwk {
    /// The modulus, big-endian, base64url without padding.
    pub n: String,
    /// The exponent, likewise; always `AQAB`.
    pub e: String,
}

/// The public half: verifies ballots.
#[derive(Clone, PartialEq, Eq)]
pub struct PublicKey(PublicKeySha384PSSRandomized);

impl PublicKey {
    /// The key with this modulus and exponent, big-endian bytes.
    pub fn from_components(n: &[u8], e: &[u8]) -> Result<Self, KeyError> {
        if n.len() > MODULUS_BITS_MAX / 8 {
            return Err(KeyError::Modulus(n.len() * 8));
        }
        if e.strip_prefix(&[0]).unwrap_or(e) != &PUBLIC_EXPONENT.to_be_bytes()[1..] {
            return Err(KeyError::Exponent);
        }
        let modulus = BoxedUint::from_be_slice_vartime(n);
        let bits = modulus.bits_vartime() as usize;
        if !(MODULUS_BITS..=MODULUS_BITS_MAX).contains(&bits) {
            return Err(KeyError::Modulus(bits));
        }
        let key =
            RsaPublicKey::new(modulus, BoxedUint::from(PUBLIC_EXPONENT)).map_err(|_| KeyError::Malformed)?;
        Ok(Self(PublicKeySha384PSSRandomized::new(key)))
    }

    /// The modulus, big-endian, without leading zeros: 384 bytes for a key made here.
    pub fn n(&self) -> Vec<u8> {
        self.raw().n_bytes().into_vec()
    }

    /// The exponent: 65537 as three big-endian bytes.
    pub fn e(&self) -> [u8; 3] {
        let [_, e @ ..] = PUBLIC_EXPONENT.to_be_bytes();
        e
    }

    /// The key for browsers and for the manifest.
    pub fn to_jwk(&self) -> Jwk {
        Jwk { n: BASE64_URL_SAFE_NO_PAD.encode(self.n()), e: BASE64_URL_SAFE_NO_PAD.encode(self.e()) }
    }

    /// Checks that the signature is this key's on `prefix | message`: RSASSA-PSS with SHA-384 and a salt of 48 bytes.
    ///
    /// That the message is a ballot of the right round and group is for the caller to see, by
    /// [`BallotMessage::from_bytes`](crate::BallotMessage::from_bytes).
    pub fn verify(
        &self,
        prefix: &[u8; PREFIX_BYTES],
        message: &[u8],
        signature: &Signature,
    ) -> Result<(), NotSigned> {
        let signature = blind_rsa_signatures::Signature(signature.as_bytes().to_vec());
        self.0.verify(&signature, Some(MessageRandomizer(*prefix)), message).map_err(|_| NotSigned)
    }

    pub(crate) fn raw(&self) -> &RsaPublicKey {
        self.0.as_ref()
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("PublicKey").field(&self.to_jwk().n).finish()
    }
}

/// Both halves: signs blinded messages without seeing what they hold. The private numbers are overwritten when dropped.
#[derive(Clone)]
pub struct KeyPair {
    private: SecretKeySha384PSSRandomized,
    public: PublicKey,
}

impl KeyPair {
    /// Makes a pair of 3072 bits with exponent 65537. Takes a good part of a second; do it in the background.
    pub fn generate<R: CryptoRng + ?Sized>(rng: &mut R) -> Result<Self, KeyError> {
        let pair =
            KeyPairSha384PSSRandomized::generate(rng, MODULUS_BITS).map_err(|_| KeyError::Malformed)?;
        Self::new(pair.sk)
    }

    /// Reads what [`to_pkcs8`](Self::to_pkcs8) wrote, or any RSA private key in DER within the same limits.
    pub fn from_pkcs8(der: &[u8]) -> Result<Self, KeyError> {
        if der.len() > PKCS8_MAX {
            return Err(KeyError::Malformed);
        }
        Self::new(SecretKeySha384PSSRandomized::from_der(der).map_err(|_| KeyError::Malformed)?)
    }

    fn new(private: SecretKeySha384PSSRandomized) -> Result<Self, KeyError> {
        let raw: &RsaPublicKey = private.as_ref().as_ref();
        let public = PublicKey::from_components(&raw.n_bytes(), &raw.e_bytes())?;
        Ok(Self { private, public })
    }

    /// The pair as PKCS #8 in DER, for keeping it, encrypted, while the round lasts. Overwritten when dropped.
    pub fn to_pkcs8(&self) -> Result<Zeroizing<Vec<u8>>, KeyError> {
        self.private.to_der().map(Zeroizing::new).map_err(|_| KeyError::Malformed)
    }

    /// The public half.
    pub fn public(&self) -> &PublicKey {
        &self.public
    }

    /// Signs a blinded message (`BlindSign` of RFC 9474 section 4.3). The randomness masks the private operation against timing and
    /// does not change the result: the same message always has the same signature, so a repeated request may be answered again.
    pub fn sign_blinded<R: CryptoRng + ?Sized>(
        &self,
        rng: &mut R,
        blinded: &BlindedMessage,
    ) -> Result<BlindSignature, SignError> {
        match self.private.blind_sign_with_rng(rng, blinded.as_bytes()) {
            Ok(signature) => Ok(BlindSignature(signature.0)),
            Err(blind_rsa_signatures::Error::UnsupportedParameters) => Err(SignError::OtherKey),
            Err(_) => Err(SignError::Fault),
        }
    }
}

/// Shows the public half only.
impl fmt::Debug for KeyPair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KeyPair").field("public", &self.public).finish_non_exhaustive()
    }
}
