use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::*;

const HOST: &str = "pejling.kommun.example";
const ORIGIN: &str = "https://pejling.kommun.example";
const CHALLENGE: [u8; 32] = [5; 32];
const OWNER: [u8; 16] = [3; 16];

fn keys() -> Passkeys {
    Passkeys::at(ORIGIN).unwrap()
}

fn text(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// A device with one key. What it says can be bent before it is signed: then only the check of what it says can notice.
struct Device {
    pair: EcdsaKeyPair,
    host: &'static str,
    flags: u8,
    counter: u32,
    client: Value,
}

impl Device {
    fn new() -> Device {
        let chance = SystemRandom::new();
        let document = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &chance).unwrap();
        let pair =
            EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, document.as_ref(), &chance).unwrap();
        let client = json!({ "challenge": text(CHALLENGE), "origin": ORIGIN, "crossOrigin": false });
        Device { pair, host: HOST, flags: 0b101, counter: 7, client }
    }

    fn client_data(&self, sort: &str) -> Vec<u8> {
        let mut client = self.client.clone();
        if client["type"].is_null() {
            client["type"] = json!(sort);
        }
        serde_json::to_vec(&client).unwrap()
    }

    fn words(&self, flags: u8) -> Vec<u8> {
        [Sha256::digest(self.host).as_slice(), &[flags], &self.counter.to_be_bytes()].concat()
    }

    /// The public key with what stands before it in RFC 5480's example of a P-256 key.
    fn public_key(&self) -> Vec<u8> {
        let start = "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE";
        let mut whole = base64::engine::general_purpose::STANDARD.decode(start).unwrap();
        whole.extend_from_slice(&self.pair.public_key().as_ref()[1..]);
        whole
    }

    fn makes(&self) -> String {
        let named = [[0; 16].as_slice(), &[0, 4], b"name", b"the key as CBOR"].concat();
        json!({
            "clientDataJSON": text(self.client_data("webauthn.create")),
            "authenticatorData": text([self.words(self.flags | 1 << 6), named].concat()),
            "publicKey": text(self.public_key()),
        })
        .to_string()
    }

    fn opens(&self) -> Value {
        let (client, words) = (self.client_data("webauthn.get"), self.words(self.flags));
        let message = [words.as_slice(), &Sha256::digest(&client)].concat();
        let signature = self.pair.sign(&SystemRandom::new(), &message).unwrap();
        json!({
            "id": text("name"),
            "clientDataJSON": text(client),
            "authenticatorData": text(words),
            "signature": text(signature),
            "userHandle": text(OWNER),
        })
    }
}

fn proven(device: &Device, content: &str) -> Result<String, KeyRefused> {
    keys().proven(&CHALLENGE, &device.opens().to_string(), content, &OWNER)
}

#[test]
fn there_are_keys_only_where_browsers_have_them() {
    for address in ["https://pejling.kommun.example", "http://localhost:8080", "https://localhost"] {
        assert!(Passkeys::at(address).is_some(), "{address}");
    }
    for address in [
        "http://pejling.kommun.example",
        "http://127.0.0.1:8080",
        "https://192.0.2.1",
        "pejling",
        "ftp://localhost",
    ] {
        assert!(Passkeys::at(address).is_none(), "{address}");
    }
}

#[test]
fn a_key_is_asked_to_name_its_owner_and_to_open_only_for_them() {
    let owner = Owner { number: OWNER, mail: "anna@kommun.example", name: "Anna Ek" };
    let asked: Value = serde_json::from_str(&keys().to_make(&CHALLENGE, &owner, &[vec![7; 16]])).unwrap();
    let selection = &asked["publicKey"]["authenticatorSelection"];
    assert_eq!(
        (&selection["residentKey"], &selection["userVerification"]),
        (&json!("required"), &json!("required"))
    );
    assert_eq!(asked["publicKey"]["excludeCredentials"][0]["id"], text([7; 16]));
    let asked: Value = serde_json::from_str(&keys().to_open(&CHALLENGE)).unwrap();
    assert_eq!(asked["publicKey"]["userVerification"], "required");
    assert_eq!(asked["publicKey"]["allowCredentials"], Value::Null, "any key: none is told of");
}

#[test]
fn a_key_that_was_made_opens_and_what_it_counts_is_kept() {
    let mut device = Device::new();
    let made = keys().made(&CHALLENGE, &device.makes()).unwrap();
    assert_eq!(made.credential, b"name");
    assert_eq!(Passkeys::named(&device.opens().to_string()).unwrap(), b"name");
    device.counter = 8;
    let kept = proven(&device, &made.content).unwrap();
    assert!(proven(&device, &kept).is_err(), "the same count again is a copy");
    device.counter = 0;
    assert!(proven(&device, &kept).is_err());
    device.counter = 9;
    assert!(proven(&device, &kept).is_ok());
}

#[test]
fn a_device_that_does_not_count_opens_again_and_again() {
    let device = Device { counter: 0, ..Device::new() };
    let made = keys().made(&CHALLENGE, &device.makes()).unwrap();
    let kept = proven(&device, &made.content).unwrap();
    assert_eq!(proven(&device, &kept).unwrap(), made.content);
}

#[test]
fn what_is_said_to_another_page_or_question_or_by_nobody_makes_nothing_and_opens_nothing() {
    let good = Device::new();
    let content = keys().made(&CHALLENGE, &good.makes()).unwrap().content;
    type Bend = fn(&mut Device);
    let bends: [(&str, Bend); 10] = [
        ("another question", |device| device.client["challenge"] = json!(text([6; 32]))),
        ("another origin", |device| device.client["origin"] = json!("https://evil.example")),
        ("another port", |device| device.client["origin"] = json!("https://pejling.kommun.example:8443")),
        ("within another site's page", |device| device.client["crossOrigin"] = json!(true)),
        ("another sort", |device| device.client["type"] = json!("payment.get")),
        ("another host", |device| device.host = "evil.example"),
        ("nobody there", |device| device.flags = 0b100),
        ("nobody proven", |device| device.flags = 0b001),
        ("no challenge", |device| device.client["challenge"] = Value::Null),
        ("no client", |device| device.client = json!({})),
    ];
    for (what, bend) in bends {
        let mut device = Device::new();
        bend(&mut device);
        assert!(keys().made(&CHALLENGE, &device.makes()).is_err(), "{what}");
        // The key's own signature, over what is bent.
        let mut own = Device::new();
        let own_content = keys().made(&CHALLENGE, &own.makes()).unwrap().content;
        own.counter = 8;
        bend(&mut own);
        assert!(proven(&own, &own_content).is_err(), "{what}");
    }
    let other = Device { counter: 8, ..Device::new() };
    assert_eq!(proven(&other, &content), Err(KeyRefused::NotValid("not signed by the key")));
    let mut device = good;
    device.counter = 8;
    assert!(
        keys().proven(&CHALLENGE, &device.opens().to_string(), &content, &[4; 16]).is_err(),
        "another owner"
    );
    for part in ["clientDataJSON", "authenticatorData", "signature", "userHandle"] {
        let mut answer = device.opens();
        answer[part] = json!("AAAA");
        assert!(keys().proven(&CHALLENGE, &answer.to_string(), &content, &OWNER).is_err(), "{part}");
    }
    assert!(proven(&device, &content).is_ok(), "it was good all along");
}

#[test]
fn what_is_no_answer_or_no_key_is_none() {
    let long = format!("{{\"id\":\"{}\"}}", "A".repeat(30_000));
    for answer in ["", "{}", "null", "[]", "{\"id\":\"x\"}", &long] {
        assert!(Passkeys::named(answer).is_err());
        assert!(keys().made(&CHALLENGE, answer).is_err());
    }
    let device = Device::new();
    let mut answer: Value = serde_json::from_str(&device.makes()).unwrap();
    for public_key in
        ["", "AAAA", &text(device.pair.public_key()), &text([device.public_key(), vec![0]].concat())]
    {
        answer["publicKey"] = json!(public_key);
        assert!(keys().made(&CHALLENGE, &answer.to_string()).is_err(), "{public_key}");
    }
}
