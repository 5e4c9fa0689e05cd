//! The message under a ballot's signature: 72 bytes that say which round, which group and which ballot, and nothing of who or when.

use sha2::{Digest, Sha256};

const MARK: &[u8; 8] = b"PEJLING1";
const RECEIPT_MARK: &[u8] = b"PEJLING1 counted";

/// The round a ballot belongs to: 16 bytes chosen by the issuer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RoundId(pub [u8; 16]);

/// The key group a ballot belongs to: 16 bytes chosen by the issuer, unique within the round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GroupId(pub [u8; 16]);

/// The ballot's own name, 32 bytes known to the voter alone until the ballot is cast.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Nonce(pub [u8; 32]);

impl Nonce {
    /// What the list of counted ballots says of this one: the first 16 bytes of SHA-256("PEJLING1 counted" | nonce).
    /// Whoever holds the ballot code finds it in the list; from the list nobody comes back to the nonce.
    pub fn receipt(&self) -> [u8; 16] {
        let hash = Sha256::new().chain_update(RECEIPT_MARK).chain_update(self.0).finalize();
        let mut receipt = [0; 16];
        receipt.copy_from_slice(&hash[..16]);
        receipt
    }
}

/// The message that is signed: `"PEJLING1" | round (16) | group (16) | nonce (32)`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BallotMessage {
    /// The round.
    pub round: RoundId,
    /// The key group.
    pub group: GroupId,
    /// The ballot.
    pub nonce: Nonce,
}

/// Bytes that are no ballot's message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MessageError {
    /// Not 72 bytes.
    #[error("{0} bytes; a ballot's message has 72")]
    Length(usize),
    /// 72 bytes that begin otherwise.
    #[error("the message does not begin with PEJLING1")]
    Mark,
}

impl BallotMessage {
    /// Bytes of a message.
    pub const BYTES: usize = 72;

    /// The bytes that are signed.
    pub fn to_bytes(&self) -> [u8; Self::BYTES] {
        let mut bytes = [0; Self::BYTES];
        bytes[..8].copy_from_slice(MARK);
        bytes[8..24].copy_from_slice(&self.round.0);
        bytes[24..40].copy_from_slice(&self.group.0);
        bytes[40..].copy_from_slice(&self.nonce.0);
        bytes
    }

    /// Reads what [`to_bytes`](Self::to_bytes) wrote, and nothing else.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, MessageError> {
        let bytes: &[u8; Self::BYTES] = bytes.try_into().map_err(|_| MessageError::Length(bytes.len()))?;
        if &bytes[..8] != MARK {
            return Err(MessageError::Mark);
        }
        Ok(Self {
            round: RoundId(part(bytes, 8)),
            group: GroupId(part(bytes, 24)),
            nonce: Nonce(part(bytes, 40)),
        })
    }
}

fn part<const N: usize>(bytes: &[u8; BallotMessage::BYTES], from: usize) -> [u8; N] {
    let mut part = [0; N];
    part.copy_from_slice(&bytes[from..from + N]);
    part
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_was_written_is_read(round: [u8; 16], group: [u8; 16], nonce: [u8; 32]) {
            let message = BallotMessage { round: RoundId(round), group: GroupId(group), nonce: Nonce(nonce) };
            let bytes = message.to_bytes();
            prop_assert_eq!(&bytes[..], &[&b"PEJLING1"[..], &round, &group, &nonce].concat()[..]);
            prop_assert_eq!(BallotMessage::from_bytes(&bytes), Ok(message));
        }
    }

    #[test]
    fn another_length_or_mark_is_refused() {
        assert_eq!(BallotMessage::from_bytes(&[0; 71]), Err(MessageError::Length(71)));
        assert_eq!(BallotMessage::from_bytes(&[0; 73]), Err(MessageError::Length(73)));
        assert_eq!(BallotMessage::from_bytes(&[b'P'; 72]), Err(MessageError::Mark));
    }
}
