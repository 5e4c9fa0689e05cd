//! The voter's steps of RFC 9474 on bare numbers, with every random value a parameter and without this crate's limits on keys:
//! what the RFC's vectors exercise and [`client`](crate::client) is made of.
//!
//! The inputs are the voter's own, and time is not hidden from an observer beside the process.

use rsa::{BoxedUint, RsaPublicKey, hazmat::rsa_encrypt, traits::PublicKeyParts};
use sha2::{Digest, Sha384};
use zeroize::Zeroizing;

const HASH_BYTES: usize = 48;

/// A step that cannot be taken with these values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StepError {
    /// The modulus has no room for hash and salt.
    #[error("the modulus is too short for the encoding")]
    TooShort,
    /// A number is zero, not below the modulus, or shares a factor with it.
    #[error("a number is outside the range of the modulus")]
    OutOfRange,
}

/// EMSA-PSS-ENCODE (RFC 8017 section 9.1.1) with SHA-384 and MGF1 for a modulus of this many bits: `encoded_msg` of RFC 9474.
/// `input` is the prepared message, prefix included.
pub fn encode(input: &[u8], modulus_bits: usize, salt: &[u8]) -> Result<Vec<u8>, StepError> {
    let bits = modulus_bits.saturating_sub(1);
    let len = bits.div_ceil(8);
    if len < HASH_BYTES + salt.len() + 2 {
        return Err(StepError::TooShort);
    }
    let hash =
        Sha384::new().chain_update([0; 8]).chain_update(Sha384::digest(input)).chain_update(salt).finalize();
    let mut encoded = vec![0; len];
    let (block, rest) = encoded.split_at_mut(len - HASH_BYTES - 1);
    let (padding, tail) = block.split_at_mut(block.len() - salt.len());
    tail.copy_from_slice(salt);
    padding[padding.len() - 1] = 1;
    mask(block, &hash);
    block[0] &= 0xff >> (8 * len - bits);
    rest[..HASH_BYTES].copy_from_slice(&hash);
    rest[HASH_BYTES] = 0xbc;
    Ok(encoded)
}

/// Exclusive or with MGF1 (RFC 8017 appendix B.2.1).
fn mask(block: &mut [u8], seed: &[u8]) {
    for (counter, chunk) in (0_u32..).zip(block.chunks_mut(HASH_BYTES)) {
        let mask = Sha384::new().chain_update(seed).chain_update(counter.to_be_bytes()).finalize();
        chunk.iter_mut().zip(mask).for_each(|(byte, m)| *byte ^= m);
    }
}

/// A blinded message and the number that takes the blinding away again.
pub struct Blinding {
    /// `blinded_msg`, as long as the modulus.
    pub blinded: Vec<u8>,
    /// `inv`, the inverse of the blinding factor, as long as the modulus.
    pub inverse: Zeroizing<Vec<u8>>,
}

/// `Blind` of RFC 9474 section 4.2 after the encoding: `m · r^e mod n` and `r^-1 mod n`.
pub fn blind(key: &RsaPublicKey, encoded: &[u8], r: &[u8]) -> Result<Blinding, StepError> {
    let m = number(key, encoded)?;
    let r = number(key, r)?;
    let inverse = r.invert_mod(key.n()).into_option().ok_or(StepError::OutOfRange)?;
    // The RFC refuses a message that shares a factor with the modulus.
    m.invert_mod(key.n()).into_option().ok_or(StepError::OutOfRange)?;
    let factor = rsa_encrypt(key, &r).map_err(|_| StepError::OutOfRange)?;
    Ok(Blinding { blinded: bytes(key, &m.mul_mod(&factor, key.n())), inverse: bytes(key, &inverse).into() })
}

/// `Finalize` of RFC 9474 section 4.4 before the verification: `blind_sig · inv mod n`.
pub fn unblind(key: &RsaPublicKey, blind_signature: &[u8], inverse: &[u8]) -> Result<Vec<u8>, StepError> {
    let product = number(key, blind_signature)?.mul_mod(&number(key, inverse)?, key.n());
    Ok(bytes(key, &product))
}

/// A number between 1 and the modulus.
fn number(key: &RsaPublicKey, bytes: &[u8]) -> Result<BoxedUint, StepError> {
    let number =
        BoxedUint::from_be_slice(bytes, key.n().bits_precision()).map_err(|_| StepError::OutOfRange)?;
    let inside = !bool::from(number.is_zero()) && number < **key.n();
    if inside { Ok(number) } else { Err(StepError::OutOfRange) }
}

fn bytes(key: &RsaPublicKey, number: &BoxedUint) -> Vec<u8> {
    let all = number.to_be_bytes();
    all[all.len() - key.size()..].to_vec()
}
