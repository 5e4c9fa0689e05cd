use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use hyper::Request;
use hyper::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use tokio::sync::RwLock;
use url::Url;
use url::form_urlencoded::{Serializer, byte_serialize};

use crate::known::{Known, away, look_as};
use crate::token::{self, Claims, Wanted};
use crate::{Chance, Claimed, Ended, Line, ProviderRefused, Way, claims};

/// How old a word of a sign-out may be (OpenID Connect Back-Channel Logout 1.0 recommends two minutes).
const WORD_LASTS: SignedDuration = SignedDuration::from_mins(2);

/// What IT writes about the provider.
#[derive(Clone)]
pub struct Settings {
    /// What it calls itself: an address.
    pub issuer: String,
    /// What it calls us.
    pub client_id: String,
    /// How it knows us; without it PKCE alone stands for that.
    pub client_secret: Option<String>,
    /// Where it sends people back to.
    pub back: String,
    /// What is asked for besides `openid`.
    pub scopes: Vec<String>,
    /// The claim that names a person by their address.
    pub claim: String,
    /// The claim whose values stand for roles.
    pub roles_claim: Option<String>,
}

/// The organisation's own sign-in. Cheap to clone; clones share what is known of it.
#[derive(Clone)]
pub struct Provider(Arc<Inner>);

struct Inner {
    settings: Settings,
    line: Arc<dyn Line>,
    known: RwLock<Option<Arc<Known>>>,
}

#[derive(Deserialize)]
struct Tokens {
    id_token: Option<String>,
    access_token: Option<String>,
}

#[derive(Deserialize, Default)]
struct Trouble {
    #[serde(default)]
    error: String,
}

impl Provider {
    /// A provider, not asked anything yet.
    pub fn new(settings: Settings, line: Arc<dyn Line>) -> Provider {
        Provider(Arc::new(Inner { settings, line, known: RwLock::default() }))
    }

    /// What it calls itself.
    pub fn issuer(&self) -> &str {
        &self.0.settings.issuer
    }

    /// Where to send somebody, and what to remember until they come back. With `proven_after` they must prove again who they are, even if
    /// they are signed in there.
    ///
    /// # Errors
    /// [`ProviderRefused::Away`].
    pub async fn send(
        &self,
        chance: Chance,
        proven_after: Option<Timestamp>,
        now: Timestamp,
    ) -> Result<(String, Way), ProviderRefused> {
        let known = self.known(now).await?;
        let [state, nonce, verifier] = chance.map(|bytes| URL_SAFE_NO_PAD.encode(bytes));
        let settings = &self.0.settings;
        let mut url = address(&known.metadata.authorization_endpoint)?;
        let scope = ["openid"].into_iter().chain(settings.scopes.iter().map(String::as_str));
        url.query_pairs_mut()
            .append_pair("response_type", "code")
            .append_pair("client_id", &settings.client_id)
            .append_pair("redirect_uri", &settings.back)
            .append_pair("scope", &scope.collect::<Vec<_>>().join(" "))
            .append_pair("state", &state)
            .append_pair("nonce", &nonce)
            .append_pair("code_challenge", &URL_SAFE_NO_PAD.encode(Sha256::digest(&verifier)))
            .append_pair("code_challenge_method", "S256");
        if proven_after.is_some() {
            // Both: some providers heed only one of them. `max_age` makes it tell when that was.
            url.query_pairs_mut().append_pair("prompt", "login").append_pair("max_age", "0");
        }
        let not_before = proven_after.map(Timestamp::as_second);
        Ok((url.into(), Way { state, nonce, verifier, not_before }))
    }

    /// Who came back with `code`.
    ///
    /// # Errors
    /// [`ProviderRefused`].
    pub async fn welcome(&self, way: &Way, code: &str, now: Timestamp) -> Result<Claimed, ProviderRefused> {
        let known = self.known(now).await?;
        let tokens = self.exchange(&known, code, &way.verifier).await?;
        let token = tokens.id_token.ok_or(ProviderRefused::NotValid("there is no ID token in the answer"))?;
        let mut claims = self.read(Arc::clone(&known), &token, now).await?;
        if token::text(&claims, "nonce") != Some(way.nonce.as_str()) {
            return Err(ProviderRefused::NotValid("the token is not for this sign-in"));
        }
        if let Some(not_before) = way.not_before {
            let proven = token::second(&claims, "auth_time").map(Timestamp::as_second);
            // A minute for clocks that are apart.
            if proven.is_none_or(|proven| proven + 60 < not_before) {
                return Err(ProviderRefused::NotValid("nobody proved again who they are"));
            }
        }
        if let Some(access) = &tokens.access_token {
            self.fill_in(&known, &mut claims, access).await?;
        }
        claims::claimed(&claims, &self.0.settings)
    }

    /// Some providers say in the ID token only who it is, and the rest when asked (OpenID Connect Core 1.0, section 5.3). What the signed token
    /// says goes before it.
    async fn fill_in(&self, known: &Known, claims: &mut Claims, access: &str) -> Result<(), ProviderRefused> {
        let Settings { claim, roles_claim, .. } = &self.0.settings;
        let lacks = |name: &str| {
            !claims.contains_key(name.split('.').next().unwrap_or(name)) && !claims.contains_key(name)
        };
        let complete = !lacks(claim) && roles_claim.as_deref().is_none_or(|name| !lacks(name));
        let Some(endpoint) = known.metadata.userinfo_endpoint.as_deref().filter(|_| !complete) else {
            return Ok(());
        };
        let more = look_as(&*self.0.line, endpoint, Some(access)).await?;
        let more: Claims = serde_json::from_slice(&more).map_err(|_| {
            ProviderRefused::Away(format!("{endpoint} answers with something else than claims"))
        })?;
        if token::text(&more, "sub") != token::text(claims, "sub") {
            return Err(ProviderRefused::NotValid("what it says more is of somebody else"));
        }
        // An address and whether it is verified belong together: never one from each.
        if claims.contains_key("email") {
            claims.entry("email_verified").or_insert(serde_json::Value::Null);
        }
        for (name, value) in more {
            claims.entry(name).or_insert(value);
        }
        Ok(())
    }

    /// Where somebody signs out at the provider too, and is sent on to `then`; `None` where it has no such place.
    ///
    /// # Errors
    /// [`ProviderRefused::Away`].
    pub async fn way_out(&self, then: &str, now: Timestamp) -> Result<Option<String>, ProviderRefused> {
        let known = self.known(now).await?;
        let Some(end) = &known.metadata.end_session_endpoint else { return Ok(None) };
        let mut url = address(end)?;
        url.query_pairs_mut()
            .append_pair("client_id", &self.0.settings.client_id)
            .append_pair("post_logout_redirect_uri", then);
        Ok(Some(url.into()))
    }

    /// What the provider tells of a sign-out.
    ///
    /// # Errors
    /// [`ProviderRefused`].
    pub async fn told(&self, logout_token: &str, now: Timestamp) -> Result<Ended, ProviderRefused> {
        let claims = self.read(self.known(now).await?, logout_token, now).await?;
        let made = token::second(&claims, "iat").unwrap_or(Timestamp::MIN);
        if claims.contains_key("nonce") || now.duration_since(made) > WORD_LASTS {
            return Err(ProviderRefused::NotValid("the token is no word of a sign-out, or an old one"));
        }
        claims::ended(&claims, &self.0.settings.issuer)
    }

    /// Whether it can be asked and says of itself what it should.
    ///
    /// # Errors
    /// [`ProviderRefused::Away`].
    pub async fn look(&self, now: Timestamp) -> Result<(), ProviderRefused> {
        let known = Known::ask(&*self.0.line, &self.0.settings.issuer, now).await?;
        address(&known.metadata.authorization_endpoint)?;
        address(&known.metadata.token_endpoint)?;
        Ok(())
    }

    async fn known(&self, now: Timestamp) -> Result<Arc<Known>, ProviderRefused> {
        if let Some(known) = self.0.known.read().await.as_ref().filter(|known| known.is_fresh(now)) {
            return Ok(Arc::clone(known));
        }
        self.ask(now).await
    }

    async fn ask(&self, now: Timestamp) -> Result<Arc<Known>, ProviderRefused> {
        let known = Arc::new(Known::ask(&*self.0.line, &self.0.settings.issuer, now).await?);
        *self.0.known.write().await = Some(Arc::clone(&known));
        Ok(known)
    }

    /// The claims of a token. When its key is unknown the provider may have changed keys: then it is asked for them again.
    async fn read(&self, known: Arc<Known>, token: &str, now: Timestamp) -> Result<Claims, ProviderRefused> {
        let Settings { issuer, client_id, .. } = &self.0.settings;
        let wanted = Wanted { issuer, audience: client_id, now };
        match token::read(token, &known.keys, &wanted) {
            Err(ProviderRefused::UnknownKey) if known.may_be_asked_again(now) => {
                token::read(token, &self.ask(now).await?.keys, &wanted)
            }
            read => read,
        }
    }

    /// How a code is exchanged for tokens.
    fn question(
        &self,
        known: &Known,
        code: &str,
        verifier: &str,
    ) -> Result<Request<Vec<u8>>, ProviderRefused> {
        let Settings { client_id, client_secret, back, .. } = &self.0.settings;
        let endpoint = &known.metadata.token_endpoint;
        let mut form = Serializer::new(String::new());
        form.append_pair("grant_type", "authorization_code")
            .append_pair("code", code)
            .append_pair("redirect_uri", back)
            .append_pair("client_id", client_id)
            .append_pair("code_verifier", verifier);
        let mut question = Request::post(endpoint)
            .header(ACCEPT, "application/json")
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        match client_secret {
            Some(secret) if known.metadata.secret_in_form() => {
                form.append_pair("client_secret", secret);
            }
            Some(secret) => {
                // RFC 6749, section 2.3.1: each is escaped as in a form before they are put together.
                let escaped = |text: &str| byte_serialize(text.as_bytes()).collect::<String>();
                let pair = STANDARD.encode(format!("{}:{}", escaped(client_id), escaped(secret)));
                question = question.header(AUTHORIZATION, format!("Basic {pair}"));
            }
            None => {}
        }
        question
            .body(form.finish().into_bytes())
            .map_err(|_| ProviderRefused::Away(format!("{endpoint} is not an address")))
    }

    /// The tokens for a code.
    async fn exchange(&self, known: &Known, code: &str, verifier: &str) -> Result<Tokens, ProviderRefused> {
        let endpoint = &known.metadata.token_endpoint;
        let question = self.question(known, code, verifier)?;
        let answer = self.0.line.ask(question).await.map_err(|refused| away(endpoint, refused))?;
        let status = answer.status().as_u16();
        match status {
            200 => {}
            // OAuth's own refusals: a code that is used or too old, a client that is not known.
            400 | 401 => {
                let trouble: Trouble = serde_json::from_slice(answer.body()).unwrap_or_default();
                return Err(ProviderRefused::SaidNo(plain(&trouble.error)));
            }
            status => return Err(ProviderRefused::Away(format!("{endpoint} answers with status {status}"))),
        }
        serde_json::from_slice(answer.body())
            .map_err(|_| ProviderRefused::Away(format!("{endpoint} answers with something else than tokens")))
    }
}

/// A code of OAuth's, as it may be logged.
pub fn plain(code: &str) -> String {
    code.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '_').take(60).collect()
}

fn address(text: &str) -> Result<Url, ProviderRefused> {
    Url::parse(text)
        .ok()
        .filter(|url| url.scheme() == "https")
        .ok_or_else(|| ProviderRefused::Away(format!("{text} is not an address with https")))
}
