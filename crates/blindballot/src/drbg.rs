//! HMAC_DRBG with SHA-256 of NIST SP 800-90A section 10.1.2: from one seed, the same bytes on every device.

use hmac::{Hmac, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

/// The generator's state, never reseeded: one ballot asks a handful of times.
pub(crate) struct Drbg {
    key: Zeroizing<[u8; 32]>,
    value: Zeroizing<[u8; 32]>,
}

impl Drbg {
    /// Instantiates with entropy input, an empty nonce and a personalization string.
    pub(crate) fn new(entropy: &[u8], personalization: &[u8]) -> Self {
        let mut drbg = Self { key: [0; 32].into(), value: [1; 32].into() };
        drbg.update(&[entropy, personalization]);
        drbg
    }

    /// One Generate request. Two requests of 16 bytes are not one of 32.
    pub(crate) fn fill(&mut self, out: &mut [u8]) {
        for block in out.chunks_mut(32) {
            self.value = hmac(&self.key, &[&*self.value]);
            block.copy_from_slice(&self.value[..block.len()]);
        }
        self.update(&[]);
    }

    fn update(&mut self, data: &[&[u8]]) {
        for mark in [&[0], &[1]] {
            let parts: Vec<&[u8]> = [&self.value[..], mark].into_iter().chain(data.iter().copied()).collect();
            self.key = hmac(&self.key, &parts);
            self.value = hmac(&self.key, &[&*self.value]);
            if data.is_empty() {
                return;
            }
        }
    }
}

fn hmac(key: &[u8; 32], parts: &[&[u8]]) -> Zeroizing<[u8; 32]> {
    #[expect(clippy::expect_used, reason = "HMAC takes a key of any length")]
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("any length");
    parts.iter().for_each(|part| mac.update(part));
    Zeroizing::new(mac.finalize().into_bytes().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex(text: &str) -> Vec<u8> {
        (0..text.len()).step_by(2).map(|i| u8::from_str_radix(&text[i..i + 2], 16).unwrap()).collect()
    }

    /// RFC 6979 draws its k with this very generator: entropy x, then the hash; section A.2.5, P-256, SHA-256, "sample".
    #[test]
    fn draws_the_k_of_rfc_6979() {
        let x = hex("c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721");
        let hash = hex("af2bdbe1aa9b6ec1e2ade1d694f41fc71a831d0268e9891562113d8a62add1bf");
        let mut k = [0; 32];
        Drbg::new(&x, &hash).fill(&mut k);
        assert_eq!(k[..], hex("a6e3c57dd01abe90086538398355dd4c3b17aa873382b0f24d6129493d8aad60"));
    }

    /// RFC 6979 section A.1.2 rejects two candidates, so it shows what comes after a request.
    #[test]
    fn draws_the_three_candidates_of_rfc_6979() {
        let x = hex("009a4d6792295a7f730fc3f2b49cbc0f62e862272f");
        let hash = hex("01795edf0d54db760f156d0dac04c0322b3a204224");
        let mut drbg = Drbg::new(&x, &hash);
        for expected in [
            "9305a46de7ff8eb107194debd3fd48aa20d5e7656cbe0ea69d2a8d4e7c67314a",
            "c70c78608a3b5be9289be90ef6e81a9e2c1516d5751d2f75f50033e45f73bdeb",
            "475e80e992140567fcc3a50dab90fe84bcd7bb03638e9c4656a06f37f6508a7c",
        ] {
            let mut candidate = [0; 32];
            drbg.fill(&mut candidate);
            assert_eq!(candidate[..], hex(expected));
        }
    }
}
