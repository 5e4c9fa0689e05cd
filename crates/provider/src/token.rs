//! Tokens that a provider signed (RFC 7515, RFC 7519), checked as OpenID Connect Core 1.0, section 3.1.3.7, asks.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::ProviderRefused;
use crate::key::{Key, Signing};

/// The longest token that is read, in bytes: one with 200 groups is about 10 000.
const LONGEST: usize = 64 * 1024;
/// How far two clocks may be apart.
const CLOCKS: SignedDuration = SignedDuration::from_secs(60);

/// The claims of a token.
pub(crate) type Claims = Map<String, Value>;

/// What a token must be.
pub(crate) struct Wanted<'w> {
    pub(crate) issuer: &'w str,
    /// For whom: our name at the provider.
    pub(crate) audience: &'w str,
    pub(crate) now: Timestamp,
}

#[derive(Deserialize)]
struct Header {
    alg: String,
    kid: Option<String>,
    crit: Option<Value>,
}

/// The claims of `token`, when one of `keys` signed it and it is what is wanted.
pub(crate) fn read(token: &str, keys: &[Key], wanted: &Wanted<'_>) -> Result<Claims, ProviderRefused> {
    let claims = signed(token, keys)?;
    holds(&claims, wanted)?;
    Ok(claims)
}

fn signed(token: &str, keys: &[Key]) -> Result<Claims, ProviderRefused> {
    let garbled = ProviderRefused::NotValid("the token cannot be read");
    if token.len() > LONGEST {
        return Err(garbled);
    }
    let parts: Vec<&str> = token.split('.').collect();
    let [header, payload, signature] = parts[..] else { return Err(garbled) };
    let bytes = |part: &str| URL_SAFE_NO_PAD.decode(part).map_err(|_| garbled.clone());
    let head: Header = serde_json::from_slice(&bytes(header)?).map_err(|_| garbled.clone())?;
    let signing = Signing::named(&head.alg)
        .ok_or(ProviderRefused::NotValid("the token is not signed as it should be"))?;
    if head.crit.is_some() {
        return Err(ProviderRefused::NotValid("the token wants something that we do not know"));
    }
    let named = |key: &&Key| head.kid.is_none() || key.kid == head.kid;
    let mut candidates = keys.iter().filter(|key| key.signs(&head.alg, signing)).filter(named).peekable();
    if candidates.peek().is_none() {
        return Err(ProviderRefused::UnknownKey);
    }
    let (message, signature) = (format!("{header}.{payload}"), bytes(signature)?);
    if !candidates.any(|key| key.signed(signing, message.as_bytes(), &signature)) {
        return Err(ProviderRefused::NotValid("the signature of the token is wrong"));
    }
    serde_json::from_slice(&bytes(payload)?).map_err(|_| garbled)
}

fn holds(claims: &Claims, wanted: &Wanted<'_>) -> Result<(), ProviderRefused> {
    let no = |what| Err(ProviderRefused::NotValid(what));
    if text(claims, "iss") != Some(wanted.issuer) {
        return no("the token is another issuer's");
    }
    if !is_for(claims, wanted.audience) {
        return no("the token is for somebody else");
    }
    let ends =
        second(claims, "exp").ok_or(ProviderRefused::NotValid("the token does not say when it ends"))?;
    if wanted.now >= ends.saturating_add(CLOCKS).unwrap_or(Timestamp::MAX) {
        return no("the token has ended");
    }
    let made =
        second(claims, "iat").ok_or(ProviderRefused::NotValid("the token does not say when it was made"))?;
    let begins = second(claims, "nbf").unwrap_or(made).max(made);
    if wanted.now < begins.saturating_sub(CLOCKS).unwrap_or(Timestamp::MIN) {
        return no("the token is of a time to come");
    }
    Ok(())
}

/// For us alone, or if for others too, given to us.
fn is_for(claims: &Claims, audience: &str) -> bool {
    let alone = match claims.get("aud") {
        Some(Value::String(one)) if one == audience => true,
        Some(Value::Array(many)) if many.iter().any(|one| one.as_str() == Some(audience)) => many.len() == 1,
        _ => return false,
    };
    match claims.get("azp") {
        None => alone,
        Some(party) => party.as_str() == Some(audience),
    }
}

/// The text of a claim.
pub(crate) fn text<'c>(claims: &'c Claims, name: &str) -> Option<&'c str> {
    claims.get(name)?.as_str()
}

/// The time of a claim: a number of seconds, as JSON writes numbers.
pub(crate) fn second(claims: &Claims, name: &str) -> Option<Timestamp> {
    let number = claims.get(name)?;
    let whole = number.as_i64().or_else(|| number.as_f64().map(|seconds| seconds as i64))?;
    Timestamp::from_second(whole).ok()
}
