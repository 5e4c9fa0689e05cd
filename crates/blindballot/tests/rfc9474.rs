//! The vectors of RFC 9474 appendix A: the randomized variant with salt through the whole crate, all four through the bare steps.

#![expect(clippy::unwrap_used, reason = "a test says no by panicking")]

use std::collections::HashMap;

use blindballot::{BlindedMessage, KeyError, KeyPair, NotSigned, PublicKey, SignError, Signature, rfc9474};
use rand::{SeedableRng, rngs::StdRng};
use rsa::{BoxedUint, RsaPrivateKey, RsaPublicKey, pkcs8::EncodePrivateKey};

type Values = HashMap<&'static str, Vec<u8>>;

fn hex(text: &str) -> Vec<u8> {
    (0..text.len()).step_by(2).map(|i| u8::from_str_radix(&text[i..i + 2], 16).unwrap()).collect()
}

fn values(block: &'static str) -> Values {
    let pairs =
        block.lines().filter(|line| !line.starts_with(['#', 'v'])).filter_map(|line| line.split_once(':'));
    pairs.map(|(name, value)| (name, hex(value.trim()))).collect()
}

fn vectors() -> (Values, Vec<Values>) {
    let mut blocks = include_str!("rfc9474.txt").split("\n\n").skip(1).map(values);
    (blocks.next().unwrap(), blocks.collect())
}

fn number(bytes: &[u8]) -> BoxedUint {
    BoxedUint::from_be_slice_vartime(bytes)
}

fn private(key: &Values) -> RsaPrivateKey {
    let part = |name| number(&key[name]);
    RsaPrivateKey::from_components(part("n"), part("e"), part("d"), vec![part("p"), part("q")]).unwrap()
}

fn pair(key: &Values) -> KeyPair {
    KeyPair::from_pkcs8(private(key).to_pkcs8_der().unwrap().as_bytes()).unwrap()
}

fn r(key: &Values, vector: &Values) -> Vec<u8> {
    let n = number(&key["n"]).to_nz().unwrap();
    number(&vector["inv"]).invert_mod(&n).unwrap().to_be_bytes().into_vec()
}

#[test]
fn all_four_variants_blind_and_unblind_as_in_the_rfc() {
    let (key, vectors) = vectors();
    assert_eq!(vectors.len(), 4);
    let public = RsaPublicKey::from(private(&key));
    let pair = pair(&key);
    let mut rng = StdRng::seed_from_u64(1);
    for vector in &vectors {
        let input = [&vector["msg_prefix"][..], &vector["msg"]].concat();
        let encoded = rfc9474::encode(&input, 4096, &vector["salt"]).unwrap();
        let blinding = rfc9474::blind(&public, &encoded, &r(&key, vector)).unwrap();
        assert_eq!(blinding.blinded, vector["blinded_msg"]);
        assert_eq!(*blinding.inverse, vector["inv"]);
        let blinded = BlindedMessage::from_bytes(&blinding.blinded).unwrap();
        let answer = pair.sign_blinded(&mut rng, &blinded).unwrap();
        assert_eq!(answer.as_bytes(), vector["blind_sig"]);
        assert_eq!(rfc9474::unblind(&public, answer.as_bytes(), &vector["inv"]).unwrap(), vector["sig"]);
    }
}

#[test]
fn only_the_signature_of_our_variant_verifies() {
    let (key, vectors) = vectors();
    let public = PublicKey::from_components(&key["n"], &key["e"]).unwrap();
    let passes = |vector: &Values| {
        let prefix = vector["msg_prefix"].as_slice().try_into().unwrap_or([0; 32]);
        public.verify(&prefix, &vector["msg"], &Signature::from_bytes(&vector["sig"]).unwrap())
    };
    let found: Vec<_> = vectors.iter().map(passes).collect();
    assert_eq!(found, [Ok(()), Err(NotSigned), Err(NotSigned), Err(NotSigned)]);
}

#[test]
fn a_changed_bit_anywhere_is_found() {
    let (key, vectors) = vectors();
    let public = PublicKey::from_components(&key["n"], &key["e"]).unwrap();
    let prefix: [u8; 32] = vectors[0]["msg_prefix"].as_slice().try_into().unwrap();
    let (message, signature) = (&vectors[0]["msg"], &vectors[0]["sig"]);
    let verify = |prefix: &[u8; 32], message: &[u8], signature: &[u8]| {
        public.verify(prefix, message, &Signature::from_bytes(signature).unwrap())
    };
    assert_eq!(verify(&prefix, message, signature), Ok(()));
    for bit in 0..8 * 32 {
        let mut wrong = prefix;
        wrong[bit / 8] ^= 1 << (bit % 8);
        assert_eq!(verify(&wrong, message, signature), Err(NotSigned));
    }
    for at in (0..8 * signature.len()).step_by(61) {
        let mut wrong = signature.clone();
        wrong[at / 8] ^= 1 << (at % 8);
        assert_eq!(verify(&prefix, message, &wrong), Err(NotSigned));
    }
    assert_eq!(verify(&prefix, &message[1..], signature), Err(NotSigned));
    assert_eq!(verify(&prefix, message, &signature[..384]), Err(NotSigned));
}

#[test]
fn the_signature_plus_the_modulus_is_another_name_for_it_and_refused() {
    let (key, vectors) = vectors();
    let public = PublicKey::from_components(&key["n"], &key["e"]).unwrap();
    let sum = number(&vectors[0]["sig"]).wrapping_add(number(&key["n"])).to_be_bytes().into_vec();
    assert!(sum > vectors[0]["sig"], "the sum has not overflowed, or the test says nothing");
    let prefix = vectors[0]["msg_prefix"].as_slice().try_into().unwrap();
    let signature = Signature::from_bytes(&sum).unwrap();
    assert_eq!(public.verify(&prefix, &vectors[0]["msg"], &signature), Err(NotSigned));
}

#[test]
fn a_message_made_for_another_key_is_not_signed() {
    let (key, _) = vectors();
    let pair = pair(&key);
    let mut rng = StdRng::seed_from_u64(1);
    for bytes in [vec![1; 384], key["n"].clone(), vec![0xff; 512]] {
        let blinded = BlindedMessage::from_bytes(&bytes).unwrap();
        assert_eq!(pair.sign_blinded(&mut rng, &blinded), Err(SignError::OtherKey));
    }
}

#[test]
fn weak_and_odd_keys_are_refused() {
    let (key, _) = vectors();
    let n = &key["n"];
    let refused = |n: &[u8], e: &[u8]| PublicKey::from_components(n, e).unwrap_err();
    assert_eq!(refused(n, &[3]), KeyError::Exponent);
    assert_eq!(refused(n, &[]), KeyError::Exponent);
    assert_eq!(refused(n, &[1, 0, 1, 0]), KeyError::Exponent);
    assert_eq!(refused(&n[..256], &[1, 0, 1]), KeyError::Modulus(2048));
    assert_eq!(refused(&[&[0x7f][..], &[0xff; 383]].concat(), &[1, 0, 1]), KeyError::Modulus(3071));
    assert_eq!(refused(&[&[1][..], n].concat(), &[1, 0, 1]), KeyError::Modulus(4104));
    assert_eq!(refused(&[0xfe; 384], &[1, 0, 1]), KeyError::Malformed, "an even modulus");
    assert_eq!(refused(&[], &[1, 0, 1]), KeyError::Modulus(0));
    assert_eq!(KeyPair::from_pkcs8(&[]).unwrap_err(), KeyError::Malformed);
    let short = RsaPrivateKey::new(&mut StdRng::seed_from_u64(1), 2048).unwrap();
    assert_eq!(
        KeyPair::from_pkcs8(short.to_pkcs8_der().unwrap().as_bytes()).unwrap_err(),
        KeyError::Modulus(2048)
    );
}
