//! Public keys of devices, in the three forms that there are, and proofs by them.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::signature::{
    ECDSA_P256_SHA256_ASN1, ED25519, RSA_PKCS1_2048_8192_SHA256, UnparsedPublicKey, VerificationAlgorithm,
};
use sha2::{Digest, Sha256};

use crate::answer::{KeyRefused, Proof};

/// The ways of signing that are taken, by their numbers at IANA, the best liked first: ES256, EdDSA, and RS256 for older Windows.
pub(crate) const ALGORITHMS: [i32; 3] = [-7, -8, -257];

/// How `SubjectPublicKeyInfo` (RFC 5280) of each begins: before these, the key's own bytes are all that differs. RSA is of 2048 bits, as
/// the devices that use it make it.
const P256: &[u8] = &[
    0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x08, 0x2a, 0x86,
    0x48, 0xce, 0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00,
];
const CURVE_25519: &[u8] = &[0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];
const RSA_2048: &[u8] = &[
    0x30, 0x82, 0x01, 0x22, 0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01,
    0x05, 0x00, 0x03, 0x82, 0x01, 0x0f, 0x00,
];

/// A key as it is kept.
pub(crate) struct Key {
    public: Vec<u8>,
    counter: u32,
}

impl Key {
    /// A key as a browser gives it, if it is of a sort we take.
    pub(crate) fn of(public: &[u8], counter: u32) -> Option<Key> {
        way(public).map(|_| Key { public: public.to_vec(), counter })
    }

    /// As it is kept.
    pub(crate) fn text(&self) -> String {
        format!("{} {}", self.counter, URL_SAFE_NO_PAD.encode(&self.public))
    }

    /// Reads [`Key::text`].
    pub(crate) fn read(text: &str) -> Option<Key> {
        let (counter, public) = text.split_once(' ')?;
        Key::of(&URL_SAFE_NO_PAD.decode(public).ok()?, counter.parse().ok()?)
    }

    /// The key as it is after a proof that holds.
    pub(crate) fn proven(self, proof: &Proof, counter: u32) -> Result<Key, KeyRefused> {
        let (algorithm, bytes) = way(&self.public).ok_or(KeyRefused::Garbled)?;
        let message = [proof.authenticator_data.as_slice(), &Sha256::digest(&proof.client_data)].concat();
        UnparsedPublicKey::new(algorithm, bytes)
            .verify(&message, &proof.signature)
            .map_err(|_| KeyRefused::NotValid("not signed by the key"))?;
        // Devices that do not count say 0. One that counts, and does not count up, is a copy.
        if (counter, self.counter) != (0, 0) && counter <= self.counter {
            return Err(KeyRefused::NotValid("the key was used elsewhere since: a copy of it"));
        }
        Ok(Key { counter, ..self })
    }
}

/// How a key signs, and its own bytes.
fn way(public: &[u8]) -> Option<(&'static dyn VerificationAlgorithm, &[u8])> {
    let after = |start: &[u8], length: usize| public.strip_prefix(start).filter(|rest| rest.len() == length);
    if let Some(point) = after(P256, 65) {
        return Some((&ECDSA_P256_SHA256_ASN1, point));
    }
    if let Some(point) = after(CURVE_25519, 32) {
        return Some((&ED25519, point));
    }
    after(RSA_2048, 270).map(|key| (&RSA_PKCS1_2048_8192_SHA256 as &'static dyn VerificationAlgorithm, key))
}
