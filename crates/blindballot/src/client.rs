//! The voter's side, as the browser does it: the same bytes from the same code. It serves wherever a program votes: slips made by
//! the issuer, demonstrations, load, tests.
//!
//! Everything random in a ballot comes from its code. With `context = "PEJLING1" | round | group | SHA-256(n)` (n big-endian without
//! leading zeros), an HMAC_DRBG (SHA-256) is instantiated with entropy input `seed`, an empty nonce and personalization `context`,
//! and asked, one request each, for
//!
//! 1. the nonce, 32 bytes;
//! 2. the prefix, 32 bytes;
//! 3. the salt, 48 bytes;
//! 4. the blinding factor r, as many bytes as n, big-endian, asked again until 0 < r < n.

use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::{
    BallotCode, BallotMessage, BlindSignature, BlindedMessage, GroupId, Nonce, NotSigned, PREFIX_BYTES,
    PublicKey, RoundId, SALT_BYTES, Signature,
    drbg::Drbg,
    rfc9474::{self, StepError},
};
use rsa::traits::PublicKeyParts;

/// Requests for a blinding factor before giving up. One succeeds in at least every second try, so this is never reached.
const TRIES: usize = 128;

/// A ballot that waits for its signature.
pub struct UnsignedBallot {
    key: PublicKey,
    message: BallotMessage,
    prefix: [u8; PREFIX_BYTES],
    blinded: BlindedMessage,
    inverse: Zeroizing<Vec<u8>>,
}

/// A ballot that can be cast.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedBallot {
    /// What is signed.
    pub message: BallotMessage,
    /// The random prefix of the message, sent along.
    pub prefix: [u8; PREFIX_BYTES],
    /// The signature.
    pub signature: Signature,
}

impl UnsignedBallot {
    /// Makes the ballot of this code for a group, and blinds it under the group's key. Fails only for a key that nobody made
    /// honestly.
    pub fn from_code(
        key: &PublicKey,
        round: RoundId,
        group: GroupId,
        code: &BallotCode,
    ) -> Result<Self, StepError> {
        let mut drbg = Drbg::new(&*code.seed(), &context(key, round, group));
        let mut ask = Ask(&mut drbg);
        let message = BallotMessage { round, group, nonce: Nonce(ask.bytes()) };
        let prefix: [u8; PREFIX_BYTES] = ask.bytes();
        let salt: [u8; SALT_BYTES] = ask.bytes();
        let input = [&prefix[..], &message.to_bytes()].concat();
        let encoded = rfc9474::encode(&input, key.raw().n().bits_vartime() as usize, &salt)?;
        let r = ask.below(&key.n())?;
        let blinding = rfc9474::blind(key.raw(), &encoded, &r)?;
        let blinded = BlindedMessage(blinding.blinded);
        Ok(Self { key: key.clone(), message, prefix, blinded, inverse: blinding.inverse })
    }

    /// What will be signed. To be kept from the issuer until it is cast.
    pub fn message(&self) -> &BallotMessage {
        &self.message
    }

    /// What the issuer is sent.
    pub fn blinded(&self) -> &BlindedMessage {
        &self.blinded
    }

    /// Unblinds the issuer's answer and checks it.
    pub fn finish(&self, answer: &BlindSignature) -> Result<SignedBallot, NotSigned> {
        let signature =
            rfc9474::unblind(self.key.raw(), answer.as_bytes(), &self.inverse).map_err(|_| NotSigned)?;
        let signature = Signature(signature);
        self.key.verify(&self.prefix, &self.message.to_bytes(), &signature)?;
        Ok(SignedBallot { message: self.message, prefix: self.prefix, signature })
    }
}

fn context(key: &PublicKey, round: RoundId, group: GroupId) -> Vec<u8> {
    [b"PEJLING1", &round.0[..], &group.0, &Sha256::digest(key.n())].concat()
}

struct Ask<'a>(&'a mut Drbg);

impl Ask<'_> {
    fn bytes<const N: usize>(&mut self) -> [u8; N] {
        let mut bytes = [0; N];
        self.0.fill(&mut bytes);
        bytes
    }

    /// Big-endian numbers of one length compare like their bytes.
    fn below(&mut self, n: &[u8]) -> Result<Zeroizing<Vec<u8>>, StepError> {
        let mut r = Zeroizing::new(vec![0; n.len()]);
        for _ in 0..TRIES {
            self.0.fill(&mut r);
            if r.as_slice() < n && r.iter().any(|byte| *byte != 0) {
                return Ok(r);
            }
        }
        Err(StepError::OutOfRange)
    }
}
