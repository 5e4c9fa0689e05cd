//! Ballots are sealed while they lie in the box.

use ballotbox::{Arrival, Form, Nonce};
use hmac::{Hmac, Mac};
use pulse::Place;
use sha2::Sha256;
use store::ballots::SealedArrival;

use super::RoundKey;
use crate::sealed::{open_bytes, seal_bytes};
use crate::{Keys, Unsealable};

/// The key of one round's box. It lies sealed in the database while the round is open, and nowhere afterwards.
pub(super) struct BoxKey([u8; 32]);

impl BoxKey {
    /// A new key, already sealed.
    pub(super) fn fresh_sealed(keys: &Keys, round: RoundKey) -> Result<Vec<u8>, Unsealable> {
        seal_bytes(&keys.rounds(), &about(round), &crate::desk::random::<32>())
    }

    /// Opens a sealed key.
    pub(super) fn open(keys: &Keys, round: RoundKey, sealed: &[u8]) -> Result<BoxKey, Unsealable> {
        let key = open_bytes(&keys.rounds(), &about(round), sealed)?;
        key.try_into().map(BoxKey).map_err(|_| Unsealable)
    }

    /// The keyed name of a ballot in the box: the same ballot finds its place again, and nobody else does.
    fn name(&self, place: Place, nonce: &Nonce) -> [u8; 32] {
        self.derive(&[b"name", &place.to_wire(), &nonce.0])
    }

    /// Puts a ballot under seal.
    pub(super) fn seal(
        &self,
        place: Place,
        nonce: &Nonce,
        packed: &[u8],
    ) -> Result<SealedArrival, Unsealable> {
        let name = self.name(place, nonce);
        let sealed = seal_bytes(&self.derive(&[b"ballots"]), &name, packed)?;
        Ok(SealedArrival { place, name, sealed })
    }

    /// Opens a sealed ballot.
    pub(super) fn unseal(&self, form: &Form, arrival: &SealedArrival) -> Result<Arrival, Unsealable> {
        let packed = open_bytes(&self.derive(&[b"ballots"]), &arrival.name, &arrival.sealed)?;
        let opened = Arrival::unpack(form, &packed).map_err(|_| Unsealable)?;
        if self.name(arrival.place, &opened.nonce) != arrival.name {
            return Err(Unsealable);
        }
        Ok(opened)
    }

    fn derive(&self, parts: &[&[u8]]) -> [u8; 32] {
        let mut mac = <Hmac<Sha256> as Mac>::new_from_slice(&self.0)
            .unwrap_or_else(|_| unreachable!("any length is a key"));
        parts.iter().for_each(|part| mac.update(part));
        mac.finalize().into_bytes().into()
    }
}

/// A box's key opens in its own row alone.
fn about((organisation, round): RoundKey) -> Vec<u8> {
    [b"ballot box", &organisation.0.to_be_bytes()[..], &round.to_wire()].concat()
}

#[cfg(test)]
mod tests {
    use ballotbox::Ballot;
    use people::OrganisationId;
    use pulse::RoundId;

    use super::*;

    const ROUND: RoundKey = (OrganisationId(1), RoundId(2));

    fn key() -> BoxKey {
        let keys = Keys::from_bytes([1; 32]);
        BoxKey::open(&keys, ROUND, &BoxKey::fresh_sealed(&keys, ROUND).unwrap()).unwrap()
    }

    #[test]
    fn a_ballot_comes_out_of_its_own_box_and_group_alone() {
        let form = Form::new(vec![5], false).unwrap();
        let ballot = Ballot::read(&form, "4", None).unwrap();
        let (nonce, key) = (Nonce([5; 32]), key());
        let arrival = Arrival { nonce, ballot };
        let sealed = key.seal(Place(3), &nonce, &arrival.pack(&form)).unwrap();
        assert_eq!(key.unseal(&form, &sealed), Ok(arrival));
        assert_eq!(super::tests::key().unseal(&form, &sealed), Err(Unsealable), "another round's box");
        assert_eq!(key.unseal(&form, &SealedArrival { place: Place(4), ..sealed }), Err(Unsealable));
    }

    #[test]
    fn the_same_ballot_finds_its_place_and_looks_different_each_time() {
        let (nonce, key) = (Nonce([5; 32]), key());
        let [once, again] = [0, 1].map(|_| key.seal(Place(3), &nonce, b"4").unwrap());
        assert_eq!(once.name, again.name);
        assert_ne!(once.sealed, again.sealed);
        assert_ne!(once.name, key.seal(Place(4), &nonce, b"4").unwrap().name);
        assert_ne!(once.name, nonce.0);
    }
}
