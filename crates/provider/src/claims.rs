use jiff::Timestamp;
use serde_json::Value;

use crate::token::{Claims, second, text};
use crate::{ProviderRefused, Settings};

/// Most values that are read of the claim that stands for roles: Entra ID gives at most 200 groups, and says elsewhere that there are more.
const VALUES: usize = 1_000;
/// The longest name of a subject (OpenID Connect Core 1.0, section 2), and of a session.
const NAME: usize = 255;

/// What the provider says of somebody who signed in there, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claimed {
    /// Who says it.
    pub issuer: String,
    /// Who it is, by a name that the provider gives to nobody else, ever.
    pub subject: String,
    /// The value of the claim that the settings name, in lower case: an address. `None` when it is not there, or not verified.
    pub person: Option<String>,
    /// The values of the claim that stands for roles.
    pub values: Vec<String>,
    /// When they last proved there who they are, if it says so: whoever is signed in there comes here without doing it again.
    pub proven_at: Option<Timestamp>,
    /// What the provider calls this sign-in, when it may tell later that it ended.
    pub session: Option<String>,
}

/// What the provider tells behind everybody's back: this sign-in, or all of this person's, have ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ended {
    /// Who says it.
    pub issuer: String,
    /// Whose.
    pub subject: String,
    /// Which one; without it, all.
    pub session: Option<String>,
}

pub(crate) fn claimed(claims: &Claims, settings: &Settings) -> Result<Claimed, ProviderRefused> {
    Ok(Claimed {
        issuer: settings.issuer.clone(),
        subject: subject(claims)?,
        person: person(claims, &settings.claim),
        values: settings.roles_claim.as_deref().map_or_else(Vec::new, |claim| values(claims, claim)),
        proven_at: second(claims, "auth_time"),
        session: session(claims),
    })
}

/// The claims of a logout token (OpenID Connect Back-Channel Logout 1.0, section 2.6), beside what every token must hold.
pub(crate) fn ended(claims: &Claims, issuer: &str) -> Result<Ended, ProviderRefused> {
    const EVENT: &str = "http://schemas.openid.net/event/backchannel-logout";
    if !claims.get("events").and_then(|events| events.get(EVENT)).is_some_and(Value::is_object) {
        return Err(ProviderRefused::NotValid("the token tells of no sign-out"));
    }
    Ok(Ended { issuer: issuer.to_owned(), subject: subject(claims)?, session: session(claims) })
}

fn subject(claims: &Claims) -> Result<String, ProviderRefused> {
    text(claims, "sub")
        .filter(|subject| !subject.is_empty() && subject.len() <= NAME)
        .map(str::to_owned)
        .ok_or(ProviderRefused::NotValid("the token names nobody"))
}

fn session(claims: &Claims) -> Option<String> {
    text(claims, "sid").filter(|name| !name.is_empty() && name.len() <= NAME).map(str::to_owned)
}

/// An address by which somebody is known here. `email` is what somebody may have typed themselves: it counts when the provider says that it is
/// verified. Another claim is what IT chose, knowing who writes it.
fn person(claims: &Claims, name: &str) -> Option<String> {
    let verified = || match claims.get("email_verified")? {
        Value::Bool(verified) => Some(*verified),
        // As some providers write it.
        Value::String(text) => Some(text == "true"),
        _ => None,
    };
    if name == "email" && verified() != Some(true) {
        return None;
    }
    text(claims, name).map(|text| text.trim().to_lowercase()).filter(|text| !text.is_empty())
}

/// A list of texts, or one text. The name may lead inwards, as in Keycloak's `realm_access.roles`; a claim that has points in its own name is
/// found too.
fn values(claims: &Claims, name: &str) -> Vec<String> {
    let found = claims.get(name).or_else(|| {
        let mut parts = name.split('.');
        let first = claims.get(parts.next()?)?;
        parts.try_fold(first, |value, part| value.get(part))
    });
    match found {
        Some(Value::String(text)) => vec![text.clone()],
        Some(Value::Array(list)) => {
            list.iter().take(VALUES).filter_map(|value| value.as_str().map(str::to_owned)).collect()
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claims(json: &str) -> Claims {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn an_address_counts_when_it_is_verified_or_of_a_claim_that_it_chose() {
        let person = |json, name| person(&claims(json), name);
        let known = Some("anna@kommun.example".to_owned());
        assert_eq!(person(r#"{"email":" Anna@Kommun.example","email_verified":true}"#, "email"), known);
        assert_eq!(person(r#"{"email":"anna@kommun.example","email_verified":"true"}"#, "email"), known);
        for unverified in [
            r#"{"email":"anna@kommun.example"}"#,
            r#"{"email":"anna@kommun.example","email_verified":false}"#,
            r#"{"email":"anna@kommun.example","email_verified":"false"}"#,
            r#"{"email":"anna@kommun.example","email_verified":1}"#,
            r#"{"email":["anna@kommun.example"],"email_verified":true}"#,
            r#"{"email":"","email_verified":true}"#,
        ] {
            assert_eq!(person(unverified, "email"), None, "{unverified}");
        }
        let upn = r#"{"preferred_username":"anna@kommun.example","email":"somebody@else.example"}"#;
        assert_eq!(person(upn, "preferred_username"), known);
    }

    #[test]
    fn values_are_found_in_a_list_in_one_text_and_further_in() {
        let values = |json, name| values(&claims(json), name);
        assert_eq!(values(r#"{"groups":["a","b",3]}"#, "groups"), ["a", "b"]);
        assert_eq!(values(r#"{"roles":"hr"}"#, "roles"), ["hr"]);
        assert_eq!(values(r#"{"realm_access":{"roles":["it"]}}"#, "realm_access.roles"), ["it"]);
        assert_eq!(
            values(r#"{"https://kommun.example/roles":["it"]}"#, "https://kommun.example/roles"),
            ["it"]
        );
        assert!(values(r#"{"groups":{"hr":true}}"#, "groups").is_empty());
        assert!(values(r#"{}"#, "groups").is_empty());
    }

    #[test]
    fn only_what_tells_of_a_sign_out_is_one() {
        let event =
            r#"{"sub":"1","sid":"2","events":{"http://schemas.openid.net/event/backchannel-logout":{}}}"#;
        let told = ended(&claims(event), "https://id.example").unwrap();
        assert_eq!((told.subject.as_str(), told.session.as_deref()), ("1", Some("2")));
        for other in [r#"{"sub":"1"}"#, r#"{"sub":"1","events":{"x":{}}}"#, r#"{"sub":"1","events":[]}"#] {
            assert!(ended(&claims(other), "https://id.example").is_err(), "{other}");
        }
    }
}
