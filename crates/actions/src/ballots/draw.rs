use access::Secret;
use ballotbox::Phase;
use blindballot::BlindedMessage;
use people::PersonId;
use pulse::Place;
use sha2::{Digest, Sha256};
use store::ballots::{self, Drawer, Drawn};

use super::signer::ToSign;
use super::station::takes_ballots;
use super::{Refused, RoundKey, Station};
use crate::{Fault, Tx};

/// What is found when somebody comes for a ballot.
enum Look {
    /// They have this very one already: the same answer again.
    Drawn(Vec<u8>),
    /// They may have it.
    Sign { person: PersonId, sealed_key: Vec<u8> },
}

impl Station {
    /// Hands a ballot out: signs `blinded`, which says nothing of the ballot, for the holder of an invitation. The same message again gets
    /// the same answer, on any device, until the round closes. The caller answers at an even pace.
    ///
    /// # Errors
    /// [`Refused::Another`] when the person has drawn another ballot in this group, and whatever else stands in the way.
    pub async fn draw(
        &self,
        round: RoundKey,
        pass: &Secret,
        place: Place,
        blinded: &[u8],
        network: &str,
    ) -> Result<Vec<u8>, Refused> {
        self.not_too_wrong(network)?;
        let outcome = self.draw_once(round, pass.hash(), place, blinded).await;
        self.note(network, outcome)
    }

    async fn draw_once(
        &self,
        round: RoundKey,
        secret_hash: [u8; 32],
        place: Place,
        blinded: &[u8],
    ) -> Result<Vec<u8>, Refused> {
        let blinded = BlindedMessage::from_bytes(blinded).map_err(|_| Refused::Garbled)?;
        let blinded_hash: [u8; 32] = Sha256::digest(blinded.as_bytes()).into();
        let turn = self.looks.acquire().await.map_err(|_| Fault::Closed)?;
        let look = self.desk.read(move |tx| look(tx, round, &secret_hash, place, &blinded_hash)).await?;
        drop(turn);
        let (person, sealed_key) = match look {
            Look::Drawn(signature) => return Ok(signature),
            Look::Sign { person, sealed_key } => (person, sealed_key),
        };
        let blind_signature = self.signer.sign(ToSign { round, place, person, sealed_key, blinded }).await?;
        let drawn = Drawn { blinded_hash, blind_signature };
        self.draws.write(ToRemember { round, secret_hash, place, drawn }).await
    }
}

fn look(
    tx: &mut Tx<'_>,
    round: RoundKey,
    secret_hash: &[u8; 32],
    place: Place,
    blinded_hash: &[u8; 32],
) -> Result<Look, Refused> {
    match comes(tx, round, secret_hash, place)? {
        Drawer { drawn: Some(drawn), .. } => same(drawn, blinded_hash).map(Look::Drawn),
        Drawer { person, .. } => {
            let sealed_key =
                store::rounds::private_key(tx, round.0, round.1, place)?.ok_or(Refused::Unknown)?;
            Ok(Look::Sign { person, sealed_key })
        }
    }
}

/// A signed ballot, to be remembered before it is handed out.
#[derive(Clone)]
pub(super) struct ToRemember {
    round: RoundKey,
    secret_hash: [u8; 32],
    place: Place,
    drawn: Drawn,
}

/// Remembers draws, one after the other.
pub(super) fn remember_all(
    tx: &mut Tx<'_>,
    all: &[ToRemember],
) -> Result<Vec<Result<Vec<u8>, Refused>>, Fault> {
    let outcome = |one| match remember(tx, one) {
        Err(Refused::Fault(fault)) => Err(fault),
        outcome => Ok(outcome),
    };
    all.iter().map(outcome).collect()
}

/// Everything is asked once more: while the ballot was being signed, another device may have drawn, or the round have closed.
fn remember(tx: &mut Tx<'_>, one: &ToRemember) -> Result<Vec<u8>, Refused> {
    let ToRemember { round, secret_hash, place, drawn } = one;
    match comes(tx, *round, secret_hash, *place)? {
        Drawer { drawn: Some(earlier), .. } => same(earlier, &drawn.blinded_hash),
        Drawer { person, .. } if ballots::add_draw(tx, *round, *place, person, drawn)? => {
            Ok(drawn.blind_signature.clone())
        }
        Drawer { .. } => Err(Refused::NoneLeft),
    }
}

/// Who comes for a ballot of a group: they have one, or may have one now.
fn comes(tx: &mut Tx<'_>, round: RoundKey, secret_hash: &[u8; 32], place: Place) -> Result<Drawer, Refused> {
    let (phase, _) = takes_ballots(tx, round)?;
    let drawer = ballots::drawer(tx, round, secret_hash, place)?.ok_or(Refused::Unknown)?;
    match (&drawer.drawn, drawer.asked, phase) {
        (None, false, _) => Err(Refused::Unknown),
        (None, true, Phase::Casting) => Err(Refused::DrawsOver),
        _ => Ok(drawer),
    }
}

fn same(drawn: Drawn, blinded_hash: &[u8; 32]) -> Result<Vec<u8>, Refused> {
    if drawn.blinded_hash == *blinded_hash { Ok(drawn.blind_signature) } else { Err(Refused::Another) }
}
