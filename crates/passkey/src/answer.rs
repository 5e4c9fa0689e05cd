//! What browsers and devices say, byte for byte as Web Authentication writes it.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Deserialize;
use sha2::{Digest, Sha256};

/// The longest answer that is read, in bytes: one with a key of RSA is about 2 000.
const LONGEST: usize = 20_000;

/// Why a key is not made, or opens nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyRefused {
    /// What came back is no answer of a browser.
    #[error("not an answer")]
    Garbled,
    /// The answer does not hold.
    #[error("does not hold: {0}")]
    NotValid(&'static str),
}

/// A browser's answer about a new key. The device's own words and the key come as the browser took them apart.
pub(crate) struct Made {
    pub(crate) client_data: Vec<u8>,
    pub(crate) authenticator_data: Vec<u8>,
    pub(crate) public_key: Vec<u8>,
}

/// A browser's answer of a key that was opened.
pub(crate) struct Proof {
    pub(crate) credential: Vec<u8>,
    pub(crate) client_data: Vec<u8>,
    pub(crate) authenticator_data: Vec<u8>,
    pub(crate) signature: Vec<u8>,
    pub(crate) owner: Vec<u8>,
}

fn bytes(text: &str) -> Result<Vec<u8>, KeyRefused> {
    URL_SAFE_NO_PAD.decode(text).map_err(|_| KeyRefused::Garbled)
}

fn read<'a, T: Deserialize<'a>>(answer: &'a str) -> Result<T, KeyRefused> {
    if answer.len() > LONGEST {
        return Err(KeyRefused::Garbled);
    }
    serde_json::from_str(answer).map_err(|_| KeyRefused::Garbled)
}

impl Made {
    pub(crate) fn read(answer: &str) -> Result<Made, KeyRefused> {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct Text {
            #[serde(rename = "clientDataJSON")]
            client_data: String,
            authenticator_data: String,
            public_key: String,
        }
        let text: Text = read(answer)?;
        Ok(Made {
            client_data: bytes(&text.client_data)?,
            authenticator_data: bytes(&text.authenticator_data)?,
            public_key: bytes(&text.public_key)?,
        })
    }
}

impl Proof {
    pub(crate) fn read(answer: &str) -> Result<Proof, KeyRefused> {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct Text {
            id: String,
            #[serde(rename = "clientDataJSON")]
            client_data: String,
            authenticator_data: String,
            signature: String,
            user_handle: String,
        }
        let text: Text = read(answer)?;
        Ok(Proof {
            credential: bytes(&text.id)?,
            client_data: bytes(&text.client_data)?,
            authenticator_data: bytes(&text.authenticator_data)?,
            signature: bytes(&text.signature)?,
            owner: bytes(&text.user_handle)?,
        })
    }
}

/// Whether the browser says that it was our page that asked, and this that was asked (sections 7.1 and 7.2, "collected client data").
pub(crate) fn said(
    client_data: &[u8],
    sort: &str,
    challenge: &[u8; 32],
    origin: &str,
) -> Result<(), KeyRefused> {
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Said {
        #[serde(rename = "type")]
        sort: String,
        challenge: String,
        origin: String,
        #[serde(default)]
        cross_origin: bool,
    }
    let said: Said = serde_json::from_slice(client_data).map_err(|_| KeyRefused::Garbled)?;
    if said.sort != sort {
        return Err(KeyRefused::NotValid("an answer to another sort of question"));
    }
    if said.challenge != URL_SAFE_NO_PAD.encode(challenge) {
        return Err(KeyRefused::NotValid("an answer to another question"));
    }
    if said.origin != origin || said.cross_origin {
        return Err(KeyRefused::NotValid("another site asked"));
    }
    Ok(())
}

/// What a device holds of a key.
pub(crate) struct Held {
    /// How often it was used, of devices that count.
    pub(crate) counter: u32,
    /// By which it names a new key.
    pub(crate) credential: Option<Vec<u8>>,
}

/// Reads the device's own words (section 6.1): for this host, with somebody there, who has proven who they are.
pub(crate) fn held(authenticator_data: &[u8], host: &str) -> Result<Held, KeyRefused> {
    const PRESENT: u8 = 1;
    const VERIFIED: u8 = 1 << 2;
    const NEW_KEY: u8 = 1 << 6;
    let (for_host, rest) = authenticator_data.split_at_checked(32).ok_or(KeyRefused::Garbled)?;
    if for_host != Sha256::digest(host).as_slice() {
        return Err(KeyRefused::NotValid("a key of another site"));
    }
    let [flags, counter @ ..] = rest.first_chunk::<5>().ok_or(KeyRefused::Garbled)?;
    if flags & PRESENT == 0 || flags & VERIFIED == 0 {
        return Err(KeyRefused::NotValid("nobody proved to the device who they are"));
    }
    let credential = match flags & NEW_KEY {
        0 => None,
        _ => Some(named(&rest[5..]).ok_or(KeyRefused::Garbled)?),
    };
    Ok(Held { counter: u32::from_be_bytes(*counter), credential })
}

/// The name of a new key: after the device's make, and after its own length.
fn named(attested: &[u8]) -> Option<Vec<u8>> {
    const MAKE: usize = 16;
    let length = attested.get(MAKE..MAKE + 2)?;
    let length = usize::from(u16::from_be_bytes([length[0], length[1]]));
    let name = attested.get(MAKE + 2..MAKE + 2 + length)?;
    (1..=1023).contains(&name.len()).then(|| name.to_vec())
}
