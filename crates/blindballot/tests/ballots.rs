//! The ballots of `ballots.txt`, computed apart from this crate and from the browser's client; `browser/` runs the client on the same file.

#![expect(clippy::unwrap_used, reason = "a test says no by panicking")]

use std::{collections::HashMap, path::Path, process::Command};

use blindballot::{
    BallotCode, BallotMessage, GroupId, KeyPair, PublicKey, RoundId, Signature, client::UnsignedBallot,
    six_words,
};
use rand::{SeedableRng, rngs::StdRng};
use rsa::{BoxedUint, RsaPrivateKey, pkcs8::EncodePrivateKey};
use sha2::{Digest, Sha256};

type Values = HashMap<&'static str, &'static str>;

fn ballots() -> (Values, Vec<Values>) {
    let values = |block: &'static str| block.lines().filter_map(|line| line.split_once(": ")).collect();
    let mut blocks = include_str!("ballots.txt").split("\n\n").skip(1).map(values);
    (blocks.next().unwrap(), blocks.collect())
}

fn hex(text: &str) -> Vec<u8> {
    (0..text.len()).step_by(2).map(|i| u8::from_str_radix(&text[i..i + 2], 16).unwrap()).collect()
}

fn array<const N: usize>(text: &str) -> [u8; N] {
    hex(text).try_into().unwrap()
}

fn pair(key: &Values) -> KeyPair {
    let part = |name| BoxedUint::from_be_slice_vartime(&hex(key[name]));
    let primes = vec![part("p"), part("q")];
    let raw = RsaPrivateKey::from_components(part("n"), 65537_u32.into(), part("d"), primes).unwrap();
    KeyPair::from_pkcs8(raw.to_pkcs8_der().unwrap().as_bytes()).unwrap()
}

#[test]
fn the_same_code_makes_the_same_ballot_as_the_reference() {
    let (key, ballots) = ballots();
    let pair = pair(&key);
    assert_eq!(ballots.len(), 2);
    for expected in ballots {
        let code = BallotCode::from_secret(array(expected["secret"]));
        assert_eq!(code.to_string(), expected["code"]);
        assert_eq!(expected["code"].parse(), Ok(code.clone()));
        let (round, group) = (RoundId(array(expected["round"])), GroupId(array(expected["group"])));
        let ballot = UnsignedBallot::from_code(pair.public(), round, group, &code).unwrap();
        assert_eq!(ballot.message().nonce.0, array(expected["nonce"]));
        assert_eq!(ballot.message().nonce.receipt(), array(expected["receipt"]));
        assert_eq!(ballot.blinded().as_bytes(), hex(expected["blinded"]));
        let answer = pair.sign_blinded(&mut StdRng::seed_from_u64(1), ballot.blinded()).unwrap();
        assert_eq!(answer.as_bytes(), hex(expected["blind_signature"]));
        let signed = ballot.finish(&answer).unwrap();
        assert_eq!(signed.prefix, array(expected["prefix"]));
        assert_eq!(signed.signature.as_bytes(), hex(expected["signature"]));
        let hash = Sha256::digest(signed.message.to_bytes()).into();
        assert_eq!(six_words(&hash).join(" "), expected["words_of_message"]);
    }
}

/// Runs the client's own tests, and then lets it draw a fresh ballot that this crate signs and verifies.
/// Without node it says so and leaves the client to whoever has it.
#[test]
fn the_browsers_client_passes_too() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser");
    let node = |arguments: &[&str]| Command::new("node").current_dir(&folder).args(arguments).output();
    let Ok(tests) = node(&["--test", "client.test.mjs"]) else {
        println!("node is missing: the browser's client was not tested");
        return;
    };
    assert!(tests.status.success(), "{}", String::from_utf8_lossy(&tests.stdout));

    let mut rng = StdRng::seed_from_u64(3);
    let pair = KeyPair::generate(&mut rng).unwrap();
    let (jwk, code) = (pair.public().to_jwk(), BallotCode::generate(&mut rng));
    let ballot = UnsignedBallot::from_code(pair.public(), RoundId([3; 16]), GroupId([4; 16]), &code).unwrap();
    let answer = pair.sign_blinded(&mut rng, ballot.blinded()).unwrap();
    let to_hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let arguments = ["vote.mjs", &jwk.n, &jwk.e, &code.to_string(), &to_hex(answer.as_bytes())];
    let vote = node(&arguments).unwrap();
    assert!(vote.status.success(), "{}", String::from_utf8_lossy(&vote.stderr));
    let printed = String::from_utf8(vote.stdout).unwrap();
    let [blinded, prefix, message, signature] =
        printed.split_whitespace().map(hex).collect::<Vec<_>>().try_into().unwrap();
    assert_eq!(ballot.blinded().as_bytes(), blinded);
    assert!(BallotMessage::from_bytes(&message).is_ok_and(|message| message == *ballot.message()));
    let public = PublicKey::from_components(&pair.public().n(), &pair.public().e()).unwrap();
    let signature = Signature::from_bytes(&signature).unwrap();
    assert_eq!(public.verify(&prefix.try_into().unwrap(), &message, &signature), Ok(()));
}
