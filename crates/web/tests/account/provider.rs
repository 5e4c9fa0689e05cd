//! A provider for one installation: it keeps its word, except where a test makes it lie.

#![allow(unreachable_pub, reason = "a test of its own uses it")]

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use fetch::FetchRefused;
use jiff::Timestamp;
use provider::{Line, Provider, Settings, Soon};
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use url::Url;

pub const ISSUER: &str = "https://id.example/realms/pahitt";
pub const CLIENT: &str = "pejling";
pub const SECRET: &str = "hemligt: 100 % & mer";

/// What it does and says. Tests change it.
pub struct Conduct {
    /// Claims over the usual ones; `null` takes one away.
    pub claims: Map<String, Value>,
    /// The header of tokens over the usual one.
    pub header: Map<String, Value>,
    /// Signs nothing: the third part of a token is empty.
    pub unsigned: bool,
    /// Does not answer.
    pub away: bool,
    pub now: Timestamp,
    /// What it says only when asked with the access token; nothing when that is empty.
    pub more: Map<String, Value>,
}

struct Asked {
    nonce: String,
    challenge: String,
}

pub struct House {
    pub conduct: Mutex<Conduct>,
    key: Mutex<(String, EcdsaKeyPair)>,
    codes: Mutex<HashMap<String, Asked>>,
    pub key_looks: Mutex<usize>,
}

fn pair() -> EcdsaKeyPair {
    let chance = SystemRandom::new();
    let document = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &chance).unwrap();
    EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, document.as_ref(), &chance).unwrap()
}

fn encoded(value: &Map<String, Value>) -> String {
    URL_SAFE_NO_PAD.encode(serde_json::to_vec(value).unwrap())
}

fn over(usual: Value, more: &Map<String, Value>) -> Map<String, Value> {
    let Value::Object(mut all) = usual else { unreachable!() };
    for (name, value) in more {
        match value {
            Value::Null => all.remove(name),
            value => all.insert(name.clone(), value.clone()),
        };
    }
    all
}

impl House {
    pub fn new(now: Timestamp) -> Arc<House> {
        let conduct = Conduct {
            claims: Map::new(),
            header: Map::new(),
            unsigned: false,
            away: false,
            now,
            more: Map::new(),
        };
        Arc::new(House {
            conduct: Mutex::new(conduct),
            key: Mutex::new(("first".to_owned(), pair())),
            codes: Mutex::default(),
            key_looks: Mutex::default(),
        })
    }

    pub fn provider(self: &Arc<House>, claim: &str) -> Provider {
        let settings = Settings {
            issuer: ISSUER.to_owned(),
            client_id: CLIENT.to_owned(),
            client_secret: Some(SECRET.to_owned()),
            back: "http://pejling.example/sign-in/account/back".to_owned(),
            scopes: vec!["profile".to_owned(), "email".to_owned()],
            claim: claim.to_owned(),
            roles_claim: Some("groups".to_owned()),
        };
        Provider::new(settings, Arc::new(Wire(Arc::clone(self))))
    }

    pub fn says(&self, name: &str, value: Value) {
        self.conduct.lock().unwrap().claims.insert(name.to_owned(), value);
    }

    /// New keys, as every few weeks.
    pub fn changes_keys(&self) {
        *self.key.lock().unwrap() = ("second".to_owned(), pair());
    }

    /// Somebody was sent to `address` and signs in: the path that they are sent back to.
    pub fn signs_in(&self, address: &str) -> String {
        let url = Url::parse(address).unwrap();
        let asked: HashMap<_, _> = url.query_pairs().into_owned().collect();
        assert_eq!(asked["response_type"], "code");
        assert_eq!(asked["code_challenge_method"], "S256");
        assert_eq!(asked["client_id"], CLIENT);
        assert_eq!(asked["redirect_uri"], "http://pejling.example/sign-in/account/back");
        let mut codes = self.codes.lock().unwrap();
        let code = format!("code-{}", codes.len());
        let kept = Asked { nonce: asked["nonce"].clone(), challenge: asked["code_challenge"].clone() };
        codes.insert(code.clone(), kept);
        format!("/sign-in/account/back?code={code}&state={}", asked["state"])
    }

    /// A token with `usual` claims, signed as the conduct says.
    pub fn token(&self, usual: Value) -> String {
        let conduct = self.conduct.lock().unwrap();
        let (name, key) = &*self.key.lock().unwrap();
        let header = over(json!({ "alg": "ES256", "kid": name }), &conduct.header);
        let message = format!("{}.{}", encoded(&header), encoded(&over(usual, &conduct.claims)));
        let signature = key.sign(&SystemRandom::new(), message.as_bytes()).unwrap();
        let signature = if conduct.unsigned { &[] } else { signature.as_ref() };
        format!("{message}.{}", URL_SAFE_NO_PAD.encode(signature))
    }

    pub fn usual(&self, more: Value) -> Value {
        let second = self.conduct.lock().unwrap().now.as_second();
        let usual = json!({
            "iss": ISSUER, "aud": CLIENT, "sub": "person-1", "iat": second, "exp": second + 300, "sid": "session-1",
        });
        let Value::Object(more) = more else { unreachable!() };
        Value::Object(over(usual, &more))
    }

    fn keys(&self) -> Value {
        *self.key_looks.lock().unwrap() += 1;
        let (name, key) = &*self.key.lock().unwrap();
        let point = key.public_key().as_ref();
        let part = |bytes| URL_SAFE_NO_PAD.encode(bytes);
        json!({ "keys": [
            { "kty": "oct", "k": "AAAA", "kid": "symmetric" },
            { "kty": "EC", "crv": "P-256", "kid": name, "use": "sig", "x": part(&point[1..33]), "y": part(&point[33..]) },
        ] })
    }

    fn tokens(&self, headers: &hyper::HeaderMap, body: &[u8]) -> (u16, Value) {
        let form: HashMap<String, String> = url::form_urlencoded::parse(body).into_owned().collect();
        let basic = headers["authorization"].to_str().unwrap().strip_prefix("Basic ").unwrap();
        let pair = String::from_utf8(STANDARD.decode(basic).unwrap()).unwrap();
        let secret: String = url::form_urlencoded::byte_serialize(SECRET.as_bytes()).collect();
        if pair != format!("{CLIENT}:{secret}") {
            return (401, json!({ "error": "invalid_client" }));
        }
        let no = (400, json!({ "error": "invalid_grant" }));
        // A code is good once.
        let Some(asked) = self.codes.lock().unwrap().remove(&form["code"]) else { return no };
        if URL_SAFE_NO_PAD.encode(Sha256::digest(&form["code_verifier"])) != asked.challenge {
            return no;
        }
        let usual = self.usual(json!({
            "nonce": asked.nonce, "email": "leader@made-up.example", "email_verified": true,
        }));
        (200, json!({ "access_token": "a", "token_type": "Bearer", "id_token": self.token(usual) }))
    }

    fn answer(&self, question: &hyper::Request<Vec<u8>>) -> Result<(u16, Value), FetchRefused> {
        let (away, more) = {
            let conduct = self.conduct.lock().unwrap();
            (conduct.away, conduct.more.clone())
        };
        if away {
            return Err(FetchRefused::Unreachable);
        }
        let path = question.uri().path();
        Ok(if path.ends_with("/.well-known/openid-configuration") {
            let mut document = json!({
                "issuer": ISSUER,
                "authorization_endpoint": "https://id.example/authorize?realm=1",
                "token_endpoint": "https://id.example/token",
                "jwks_uri": "https://id.example/keys",
                "end_session_endpoint": "https://id.example/end",
            });
            if !more.is_empty() {
                document["userinfo_endpoint"] = json!("https://id.example/userinfo");
            }
            (200, document)
        } else if path == "/userinfo" {
            assert_eq!(question.headers()["authorization"], "Bearer a");
            (200, Value::Object(more))
        } else if path == "/keys" {
            (200, self.keys())
        } else {
            assert_eq!((question.method().as_str(), path), ("POST", "/token"));
            self.tokens(question.headers(), question.body())
        })
    }
}

struct Wire(Arc<House>);

impl Line for Wire {
    fn ask(&self, question: hyper::Request<Vec<u8>>) -> Soon<'_> {
        Box::pin(async move {
            let (status, json) = self.0.answer(&question)?;
            let body = serde_json::to_vec(&json).unwrap();
            Ok(hyper::Response::builder().status(status).body(body).unwrap())
        })
    }
}
