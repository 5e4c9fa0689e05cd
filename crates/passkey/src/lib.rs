//! Passkeys: keys in somebody's phone or computer, which open by a finger, a face or a code (Web Authentication, level 2).
//!
//! A key is made so that it names its owner by itself (a discoverable credential), and it opens only for whoever proves to the device who they
//! are (user verification). Which make it is of nobody asks: no attestation is wanted, so that what a browser says of a new key is as
//! good as the session it says it in. Chance is a parameter; what must be remembered between asking and answering is the
//! challenge, for whoever keeps it secret until then.

mod answer;
mod key;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::json;
use url::Url;

pub use answer::KeyRefused;
use answer::{Made as MadeAnswer, Proof, said};
use key::Key;

/// How long a browser waits for its owner, in milliseconds.
const PATIENCE: u32 = 300_000;

/// Whom a key is made for. The number says nothing to anybody else; the names are shown when one chooses among keys.
pub struct Owner<'o> {
    /// Their number, as the key keeps it.
    pub number: [u8; 16],
    /// By which they sign in otherwise.
    pub mail: &'o str,
    /// What they are called.
    pub name: &'o str,
}

/// A key that was made.
#[derive(Debug)]
pub struct Made {
    /// By which the device names it.
    pub credential: Vec<u8>,
    /// What must be kept to know it again.
    pub content: String,
}

/// The keys of one installation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passkeys {
    host: String,
    origin: String,
}

impl Passkeys {
    /// For people who reach the product at `address`. Browsers have no keys for addresses that are numbers, and none without https but for
    /// `localhost`: then there are none.
    pub fn at(address: &str) -> Option<Passkeys> {
        let url = Url::parse(address).ok()?;
        let host = url.domain()?.to_owned();
        let private = url.scheme() == "https" || url.scheme() == "http" && host == "localhost";
        private.then(|| Passkeys { host, origin: url.origin().ascii_serialization() })
    }

    /// What to ask a browser, as JSON, so that it makes a key for `owner` in a device that has none of `have`.
    pub fn to_make(&self, challenge: &[u8; 32], owner: &Owner<'_>, have: &[Vec<u8>]) -> String {
        let text = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
        let have: Vec<_> = have.iter().map(|id| json!({ "type": "public-key", "id": text(id) })).collect();
        let ways: Vec<_> = key::ALGORITHMS.map(|alg| json!({ "type": "public-key", "alg": alg })).into();
        json!({ "publicKey": {
            "rp": { "id": self.host, "name": "Pejling" },
            "user": { "id": text(&owner.number), "name": owner.mail, "displayName": owner.name },
            "challenge": text(challenge),
            "pubKeyCredParams": ways,
            "excludeCredentials": have,
            "authenticatorSelection":
                { "residentKey": "required", "requireResidentKey": true, "userVerification": "required" },
            "attestation": "none",
            "timeout": PATIENCE,
        } })
        .to_string()
    }

    /// Reads a browser's answer to [`Passkeys::to_make`].
    ///
    /// # Errors
    /// [`KeyRefused`].
    pub fn made(&self, challenge: &[u8; 32], answer: &str) -> Result<Made, KeyRefused> {
        let answer = MadeAnswer::read(answer)?;
        said(&answer.client_data, "webauthn.create", challenge, &self.origin)?;
        let held = answer::held(&answer.authenticator_data, &self.host)?;
        let credential = held.credential.ok_or(KeyRefused::Garbled)?;
        let key = Key::of(&answer.public_key, held.counter)
            .ok_or(KeyRefused::NotValid("a key of no sort we take"))?;
        Ok(Made { credential, content: key.text() })
    }

    /// What to ask a browser, as JSON, so that it opens any key of this installation.
    pub fn to_open(&self, challenge: &[u8; 32]) -> String {
        json!({ "publicKey": {
            "rpId": self.host,
            "challenge": URL_SAFE_NO_PAD.encode(challenge),
            "userVerification": "required",
            "timeout": PATIENCE,
        } })
        .to_string()
    }

    /// Which key an answer to [`Passkeys::to_open`] says it is of; nothing of it is proven yet.
    ///
    /// # Errors
    /// [`KeyRefused::Garbled`].
    pub fn named(answer: &str) -> Result<Vec<u8>, KeyRefused> {
        Ok(Proof::read(answer)?.credential)
    }

    /// Whether the answer to [`Passkeys::to_open`] is by the key of `content`, which `owner` made; what to keep of the key from now on.
    ///
    /// # Errors
    /// [`KeyRefused`].
    pub fn proven(
        &self,
        challenge: &[u8; 32],
        answer: &str,
        content: &str,
        owner: &[u8; 16],
    ) -> Result<String, KeyRefused> {
        let proof = Proof::read(answer)?;
        said(&proof.client_data, "webauthn.get", challenge, &self.origin)?;
        let held = answer::held(&proof.authenticator_data, &self.host)?;
        if proof.owner != owner {
            return Err(KeyRefused::NotValid("the key says it is somebody else's"));
        }
        let key = Key::read(content).ok_or(KeyRefused::Garbled)?;
        key.proven(&proof, held.counter).map(|key| key.text())
    }
}

#[cfg(test)]
mod tests;
