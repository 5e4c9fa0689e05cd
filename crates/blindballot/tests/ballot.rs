//! A ballot's whole way, between this crate's voter and its issuer.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

use blindballot::{
    BallotCode, BallotMessage, BlindSignature, GroupId, KeyPair, NotSigned, PublicKey, RoundId,
    client::UnsignedBallot,
};
use rand::{SeedableRng, rngs::StdRng};

const ROUND: RoundId = RoundId([1; 16]);
const GROUP: GroupId = GroupId([2; 16]);

#[test]
fn a_ballot_drawn_twice_is_the_same_ballot_and_counts_for_its_group_alone() {
    let mut rng = StdRng::seed_from_u64(7);
    let (pair, other) = (KeyPair::generate(&mut rng).unwrap(), KeyPair::generate(&mut rng).unwrap());
    assert_eq!((pair.public().n().len(), pair.public().e()), (384, [1, 0, 1]));
    assert_ne!(pair.public(), other.public());

    let code = BallotCode::generate(&mut rng);
    let ballot = UnsignedBallot::from_code(pair.public(), ROUND, GROUP, &code).unwrap();
    let answer = pair.sign_blinded(&mut rng, ballot.blinded()).unwrap();
    let signed = ballot.finish(&answer).unwrap();

    let typed: BallotCode = code.to_string().parse().unwrap();
    let again = UnsignedBallot::from_code(pair.public(), ROUND, GROUP, &typed).unwrap();
    assert_eq!(again.blinded(), ballot.blinded());
    assert_eq!(pair.sign_blinded(&mut rng, again.blinded()), Ok(answer.clone()));
    assert_eq!(again.finish(&answer), Ok(signed.clone()));

    let message = BallotMessage::from_bytes(&signed.message.to_bytes()).unwrap();
    assert_eq!((message.round, message.group), (ROUND, GROUP));
    let bytes = message.to_bytes();
    assert_eq!(pair.public().verify(&signed.prefix, &bytes, &signed.signature), Ok(()));
    assert_eq!(other.public().verify(&signed.prefix, &bytes, &signed.signature), Err(NotSigned));

    let mut tampered = answer.as_bytes().to_vec();
    tampered[383] ^= 1;
    assert_eq!(ballot.finish(&BlindSignature::from_bytes(&tampered).unwrap()), Err(NotSigned));
}

#[test]
fn another_group_round_or_key_is_another_ballot_from_the_same_code() {
    let mut rng = StdRng::seed_from_u64(8);
    let (a, b) = (KeyPair::generate(&mut rng).unwrap(), KeyPair::generate(&mut rng).unwrap());
    let code = BallotCode::generate(&mut rng);
    let receipt = |key: &PublicKey, round, group| {
        let ballot =
            UnsignedBallot::from_code(key, RoundId([round; 16]), GroupId([group; 16]), &code).unwrap();
        ballot.message().nonce.receipt()
    };
    let receipts = [
        receipt(a.public(), 1, 2),
        receipt(a.public(), 2, 2),
        receipt(a.public(), 1, 3),
        receipt(b.public(), 1, 2),
    ];
    for (i, one) in receipts.iter().enumerate() {
        assert!(!receipts[..i].contains(one));
    }
}

#[test]
fn a_pair_is_kept_and_read_back_and_never_printed() {
    let pair = KeyPair::generate(&mut StdRng::seed_from_u64(9)).unwrap();
    let read = KeyPair::from_pkcs8(&pair.to_pkcs8().unwrap()).unwrap();
    assert_eq!(read.public(), pair.public());
    assert_eq!(PublicKey::from_components(&pair.public().n(), &[0, 1, 0, 1]).as_ref(), Ok(pair.public()));
    assert_eq!(format!("{pair:?}"), format!("KeyPair {{ public: {:?}, .. }}", pair.public()));
    assert_eq!(pair.public().to_jwk().e, "AQAB");
    assert_eq!(pair.public().to_jwk().n.len(), 512);
}
