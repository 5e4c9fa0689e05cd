//! Ballots that nobody can trace: RSABSSA-SHA384-PSS-Randomized of RFC 9474 with RSA-3072, and the small things around it that
//! make a vote out of a signature: the message that is signed, the code that carries a ballot to another device, and the six
//! words by which people compare a manifest.
//!
//! The issuer signs a blinded message without seeing it ([`KeyPair::sign_blinded`]); the voter unblinds it and hands it in later
//! with the answers; anyone can check that the signature is the issuer's ([`PublicKey::verify`]); nobody can tell which of the
//! signed messages it was. README.md has the protocol in plain words, what it protects against and what it does not.
//!
//! Nothing here draws chance or reads a clock: randomness is a [`rand_core::CryptoRng`] handed in by the caller.

mod code;
mod drbg;
mod key;
mod message;
mod wire;
mod words;

pub mod client;
pub mod rfc9474;

pub use code::{BallotCode, CodeError};
pub use key::{Jwk, KeyError, KeyPair, NotSigned, PublicKey, SignError};
pub use message::{BallotMessage, GroupId, MessageError, Nonce, RoundId};
/// The crate of the trait by which randomness is handed in.
pub use rand_core;
pub use wire::{BlindSignature, BlindedMessage, LengthError, Signature};
pub use words::six_words;

/// Bits of the modulus of every key made here.
pub const MODULUS_BITS: usize = 3072;

/// The largest modulus accepted from elsewhere, in bits: what bounds the work of one verification.
pub const MODULUS_BITS_MAX: usize = 4096;

/// The only public exponent accepted.
pub const PUBLIC_EXPONENT: u32 = 65_537;

/// Bytes of the random prefix that RFC 9474 section 4.1 puts before the message in its Randomized variants.
pub const PREFIX_BYTES: usize = 32;

/// Bytes of the PSS salt: the output of SHA-384, RFC 9474 section 5.
pub const SALT_BYTES: usize = 48;
