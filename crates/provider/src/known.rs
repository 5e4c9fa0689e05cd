//! What a provider says of itself (OpenID Connect Discovery 1.0), and its keys.

use fetch::FetchRefused;
use hyper::Request;
use hyper::header::{ACCEPT, AUTHORIZATION};
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;

use crate::key::Key;
use crate::{Line, ProviderRefused};

/// How long it is believed without being asked again.
const LASTS: SignedDuration = SignedDuration::from_hours(1);
/// An unknown key makes us ask again, but no more often than this: anybody can send a token that is signed with one.
const ASKED_EVERY: SignedDuration = SignedDuration::from_secs(30);

/// The document, as far as it is read.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Metadata {
    pub(crate) issuer: String,
    pub(crate) authorization_endpoint: String,
    pub(crate) token_endpoint: String,
    jwks_uri: String,
    pub(crate) userinfo_endpoint: Option<String>,
    pub(crate) end_session_endpoint: Option<String>,
    #[serde(default)]
    token_endpoint_auth_methods_supported: Vec<String>,
}

impl Metadata {
    /// Whether our secret goes into the form. Otherwise it stands in a header, as what says nothing wants it.
    pub(crate) fn secret_in_form(&self) -> bool {
        let ways = &self.token_endpoint_auth_methods_supported;
        let takes = |way: &str| ways.iter().any(|other| other == way);
        takes("client_secret_post") && !takes("client_secret_basic")
    }
}

/// A provider as it was when it was asked.
#[derive(Debug)]
pub(crate) struct Known {
    pub(crate) metadata: Metadata,
    pub(crate) keys: Vec<Key>,
    asked_at: Timestamp,
}

impl Known {
    pub(crate) async fn ask(line: &dyn Line, issuer: &str, now: Timestamp) -> Result<Known, ProviderRefused> {
        let document = format!("{}/.well-known/openid-configuration", issuer.trim_end_matches('/'));
        let metadata: Metadata = serde_json::from_slice(&look(line, &document).await?).map_err(|error| {
            ProviderRefused::Away(format!("its document at {document} cannot be read: {error}"))
        })?;
        if metadata.issuer != issuer {
            return Err(ProviderRefused::Away(format!(
                "it calls itself {}, and the settings call it {issuer}: write what it calls itself",
                metadata.issuer
            )));
        }
        let keys = Key::set(&look(line, &metadata.jwks_uri).await?).filter(|keys| !keys.is_empty());
        let keys =
            keys.ok_or_else(|| ProviderRefused::Away(format!("there are no keys at {}", metadata.jwks_uri)))?;
        Ok(Known { metadata, keys, asked_at: now })
    }

    pub(crate) fn is_fresh(&self, now: Timestamp) -> bool {
        now.duration_since(self.asked_at) < LASTS
    }

    pub(crate) fn may_be_asked_again(&self, now: Timestamp) -> bool {
        now.duration_since(self.asked_at) >= ASKED_EVERY
    }
}

/// What lies at an address of the provider's, as it is for anybody.
async fn look(line: &dyn Line, address: &str) -> Result<Vec<u8>, ProviderRefused> {
    look_as(line, address, None).await
}

/// What lies at an address of the provider's; with a token, as it is for whoever the token is of.
pub(crate) async fn look_as(
    line: &dyn Line,
    address: &str,
    token: Option<&str>,
) -> Result<Vec<u8>, ProviderRefused> {
    let mut question = Request::get(address).header(ACCEPT, "application/json");
    if let Some(token) = token {
        question = question.header(AUTHORIZATION, format!("Bearer {token}"));
    }
    let question = question
        .body(Vec::new())
        .map_err(|_| ProviderRefused::Away(format!("{address} is not an address")))?;
    let answer = line.ask(question).await.map_err(|refused| away(address, refused))?;
    match answer.status().as_u16() {
        200 => Ok(answer.into_body()),
        status => Err(ProviderRefused::Away(format!("{address} answers with status {status}"))),
    }
}

/// What it means that an address could not be asked.
pub(crate) fn away(address: &str, refused: FetchRefused) -> ProviderRefused {
    ProviderRefused::Away(format!("{address}: {refused}"))
}
