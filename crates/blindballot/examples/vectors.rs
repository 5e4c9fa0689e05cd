//! `vectors FILE`: runs the test vectors of RFC 9474 in a JSON file, any variant and key length, and prints a line for each: `ok`, or
//! the names of the values that came out differently.

use std::{env, fs, process::ExitCode};

use blind_rsa_signatures::{
    Deterministic, PSS, PSSZero, PublicKey as Raw, SecretKey, Sha384, Signature as RawSignature,
};
use blindballot::{BlindedMessage, KeyPair, Signature, rfc9474};
use rsa::{BoxedUint, RsaPrivateKey, RsaPublicKey, pkcs8::EncodePrivateKey, traits::PublicKeyParts};
use serde_json::Value;

type Failure = Box<dyn std::error::Error>;

fn main() -> ExitCode {
    match env::args().nth(1).ok_or_else(|| "usage: vectors FILE".into()).and_then(|file| run(&file)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::print_stdout, reason = "a program's result")]
fn run(file: &str) -> Result<bool, Failure> {
    let vectors: Vec<Value> = serde_json::from_str(&fs::read_to_string(file)?)?;
    let mut all = true;
    for vector in &vectors {
        let differing = check(&Vector(vector))?;
        all &= differing.is_empty();
        println!(
            "{}",
            if differing.is_empty() { "ok".to_owned() } else { format!("differs: {}", differing.join(", ")) }
        );
    }
    Ok(all)
}

struct Vector<'a>(&'a Value);

impl Vector<'_> {
    /// A value in hexadecimal, with or without `0x`.
    fn get(&self, name: &str) -> Result<Option<Vec<u8>>, Failure> {
        let Some(text) = self.0.get(name).and_then(Value::as_str) else { return Ok(None) };
        let text = text.strip_prefix("0x").unwrap_or(text);
        if text.len() % 2 == 1 || !text.is_ascii() {
            return Err(format!("{name} is not hexadecimal").into());
        }
        let byte = |i| u8::from_str_radix(&text[i..i + 2], 16);
        Ok(Some((0..text.len()).step_by(2).map(byte).collect::<Result<_, _>>()?))
    }

    fn need(&self, name: &str) -> Result<Vec<u8>, Failure> {
        self.get(name)?.ok_or_else(|| format!("a vector without {name}").into())
    }

    fn number(&self, name: &str) -> Result<BoxedUint, Failure> {
        Ok(BoxedUint::from_be_slice_vartime(&self.need(name)?))
    }

    /// The vectors of the drafts have no prefix.
    fn prefix(&self) -> Result<Vec<u8>, Failure> {
        Ok(self.get("msg_prefix")?.unwrap_or_default())
    }
}

fn check(vector: &Vector) -> Result<Vec<&'static str>, Failure> {
    let mut differing = Vec::new();
    let mut compare = |name: &'static str, found: &[u8]| -> Result<(), Failure> {
        if vector.get(name)?.is_some_and(|expected| expected != found) {
            differing.push(name);
        }
        Ok(())
    };
    let primes = vec![vector.number("p")?, vector.number("q")?];
    let private = RsaPrivateKey::from_components(
        vector.number("n")?,
        vector.number("e")?,
        vector.number("d")?,
        primes,
    )?;
    let public = RsaPublicKey::from(&private);
    let input = [vector.prefix()?, vector.need("msg")?].concat();
    compare("input_msg", &input)?;

    let salt = vector.need("salt")?;
    let encoded = rfc9474::encode(&input, public.n().bits_vartime() as usize, &salt)?;
    compare("encoded_msg", &encoded)?;

    let r = vector.number("inv")?.invert_mod(public.n()).into_option().ok_or("inv has no inverse")?;
    let blinding = rfc9474::blind(&public, &encoded, &r.to_be_bytes())?;
    compare("blinded_msg", &blinding.blinded)?;

    let blind_signature = sign(&private, &blinding.blinded)?;
    compare("blind_sig", &blind_signature)?;

    let signature = rfc9474::unblind(&public, &blind_signature, &blinding.inverse)?;
    compare("sig", &signature)?;
    if !verifies(vector, &public, &signature, salt.len())? {
        differing.push("verification");
    }
    Ok(differing)
}

/// By this crate where it takes the key, else by the library under it.
fn sign(private: &RsaPrivateKey, blinded: &[u8]) -> Result<Vec<u8>, Failure> {
    let mut rng = rand::rng();
    if let Ok(pair) = KeyPair::from_pkcs8(private.to_pkcs8_der()?.as_bytes()) {
        return Ok(pair.sign_blinded(&mut rng, &BlindedMessage::from_bytes(blinded)?)?.as_bytes().to_vec());
    }
    let key = SecretKey::<Sha384, PSS, Deterministic>::new(private.clone());
    Ok(key.blind_sign_with_rng(&mut rng, blinded)?.0)
}

/// By this crate where it takes key and variant, else by the library under it.
fn verifies(vector: &Vector, key: &RsaPublicKey, signature: &[u8], salt: usize) -> Result<bool, Failure> {
    let (prefix, message) = (vector.prefix()?, vector.need("msg")?);
    let ours = blindballot::PublicKey::from_components(&key.n_bytes(), &key.e_bytes());
    if let (Ok(ours), Ok(prefix), 48) = (ours, <[u8; 32]>::try_from(prefix.as_slice()), salt) {
        return Ok(ours.verify(&prefix, &message, &Signature::from_bytes(signature)?).is_ok());
    }
    let input = [prefix, message].concat();
    let signature = RawSignature(signature.to_vec());
    Ok(match salt {
        0 => Raw::<Sha384, PSSZero, Deterministic>::new(key.clone()).verify(&signature, None, input).is_ok(),
        48 => Raw::<Sha384, PSS, Deterministic>::new(key.clone()).verify(&signature, None, input).is_ok(),
        other => return Err(format!("no variant has a salt of {other} bytes").into()),
    })
}
